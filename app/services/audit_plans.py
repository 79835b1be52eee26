"""The special audit at the desk: from the notice's words to a plan, from an overdue case to its procedure, and a case.

The reasons are recognised in what the customer pastes (`reasons_in`) or chosen by hand; several make one plan. The
deadline stands in the notice and nowhere else: it is entered by hand and becomes the case's deadline.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.db.database import Database
from app.errors import UserError
from app.rules.audit_planning import Plan, plan_for
from app.rules.audit_reasons import AuditGuide, Outcome, Question, Reason, answer, audit_guide, first_question, reason
from app.rules.case_states import material_kind
from app.rules.procedures import title_of
from app.rules.triage_prompts import find_prompts
from app.services.case_starts import STEP_KIND, CaseStart, CaseStarts, Laid, StartItem
from app.services.changes import Change

PROCEDURE = "special_audit_rectification"


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One line of a plan's check list: a paper to bring, a change to make, or a procedure to go through."""

    kind: str
    title: str
    note: str
    material: bool = False


class AuditPlans:
    """Makes plans and cases of them. Only `start` needs a store."""

    def __init__(self, database: Database | None = None, *, actor: str = "") -> None:
        self._database = database
        self._actor = actor

    @staticmethod
    def guide() -> AuditGuide:
        """What is audited, on what ground, by which channels, and what follows."""
        return audit_guide()

    @staticmethod
    def reasons() -> tuple[Reason, ...]:
        """Every reason, the manual's first."""
        return audit_guide().reasons

    @staticmethod
    def reasons_in(text: str) -> tuple[Reason, ...]:
        """The reasons whose prompts stand in a notice, in the manual's order."""
        keys = {found.prompt.key for found in find_prompts(text) if found.prompt.family == "audit"}
        return tuple(each for each in audit_guide().reasons if each.id in keys)

    @staticmethod
    def plan(reason_ids: Iterable[str]) -> Plan:
        """One plan for all chosen reasons.

        Raises:
            UserError: `guide.plan_without_reasons`.
        """
        chosen = tuple(map(reason, reason_ids))
        if not chosen:
            raise UserError("guide.plan_without_reasons")
        return plan_for(chosen)

    @staticmethod
    def first_question() -> Question:
        """Where an overdue case begins."""
        return first_question()

    @staticmethod
    def answer(at: Question, chosen: int) -> Question | Outcome:
        """What follows from an answer."""
        return answer(at, chosen)

    @staticmethod
    def check_list(plan: Plan) -> tuple[PlanStep, ...]:
        """The plan as lines, in order: what to clear up, the papers, the changes, then the procedures."""
        lines = [PlanStep(STEP_KIND, f"客服：问清楚：{each}", "") for each in plan.open_questions]
        lines += [
            PlanStep(
                material_kind(each.name, each.paper.form),
                each.name,
                "；".join((*each.notes, f"用于：{'、'.join(each.reasons)}")),
                True,
            )
            for each in plan.papers
        ]
        for each in plan.fixes:
            where = f"（{each.where}）" if each.where else ""
            lines.append(PlanStep(STEP_KIND, f"客户：{each.field}{where}：{each.fix.text}", "、".join(each.reasons)))
        lines += [PlanStep(STEP_KIND, f"客服：办理“{title_of(each)}”", "") for each in plan.procedures]
        if plan.both_orders:
            lines.append(PlanStep(STEP_KIND, "客服：变更主体和变更网站不能同时进行：先办一种，通过后再办另一种", ""))
        lines.append(PlanStep(STEP_KIND, "客服：对照通知逐条复核，回复客户", ""))
        return tuple(lines)

    def start(self, plan: Plan, start: CaseStart, today: date, *, due_on: date | None = None) -> tuple[int, Change]:
        """Begin a case of a plan: its lines make the check list, the notice's date the deadline.

        Args:
            start: ticket, customer and filing; its procedure is set here.
            due_on: the date that the notice names, None while it is not known.

        Raises:
            Invalid, UserError: as `CaseStarts.create`.
        """
        if self._database is None:
            raise RuntimeError("a case needs a store")
        lines = tuple(
            StartItem(each.kind, each.title, each.title.startswith("客服：") or each.material, each.note)
            for each in self.check_list(plan)
        )
        due = (due_on, "核查通知写明的整改截止日期") if due_on is not None else None
        # The procedure's general list gives way to the plan, which says the same for these reasons exactly.
        laid = Laid(lines, due, {"reasons": [each.id for each in plan.reasons]})
        return CaseStarts(self._database, actor=self._actor).create(replace(start, procedure=PROCEDURE), today, laid)
