"""A change at the desk: from a filing in the store or by hand to a plan, from the plan to a reply and a case.

The plan is made anew from the answers whenever somebody asks; what is kept is the answers (a draft) and, in the end, the case.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.db.database import Database
from app.errors import Invalid, UserError
from app.models.site import Site
from app.models.subject import Subject
from app.rules.case_states import material_kind
from app.rules.change_planning import CHANGES, ChangePlan, plan_change
from app.rules.guidance import Mark
from app.rules.in_force import RulesInForce
from app.rules.procedures import ACTOR_ZH, procedure, procedure_ids, title_of
from app.services.case_starts import NOT_OURS, STEP_KIND, CaseStart, CaseStarts, Laid, StartItem
from app.services.changes import Change
from app.services.flows.change import all_problems, prune, situation
from app.services.flows.change_draft import ChangeDraft
from app.services.flows.parts import FiledSubject
from app.services.rules_in_force import rules_of_desk

GENERAL = "change_filing"
"""The procedure of a case that goes through several orders."""
OUTCOME_ZH = {
    "yes": "可以变更",
    "proof": "可以变更，要证明",
    "condition": "有条件",
    "ask": "先核实",
    "no": "不能变更",
    "needless": "可不办",
}


class ChangePlans:
    """Makes plans of a change, and cases of them."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def rules(self) -> RulesInForce:
        """The rules in force here."""
        return rules_of_desk(self._database)

    def start(self, *, subject_id: int | None = None, site_id: int | None = None) -> ChangeDraft:
        """A draft that holds what the store knows of a subject or a site.

        Raises:
            UserError: `flows.no_such_record`.
        """
        with self._database.read() as session:
            site = session.get(Site, site_id) if site_id is not None else None
            if site is not None:
                subject_id = site.subject_id
            subject = session.get(Subject, subject_id) if subject_id is not None else None
            if (site_id is not None and site is None) or (subject_id is not None and subject is None):
                raise UserError("flows.no_such_record")
            if subject is None:
                return ChangeDraft()
            number = (site.filing_number if site is not None else None) or subject.filing_number or ""
            filing = FiledSubject(number=number, subject_kind=subject.kind, subject_name=subject.name)
            return ChangeDraft(filing=filing, subject_id=subject.id, site_id=site_id)

    @staticmethod
    def plan(draft: ChangeDraft, rules: RulesInForce) -> ChangePlan | None:
        """The plan as far as the answers go; None until filing, kind and a wish are known."""
        known = situation(draft)
        return plan_change(known, rules) if known is not None else None

    @staticmethod
    def check_list(plan: ChangePlan) -> tuple[StartItem, ...]:
        """The plan as lines, in order: what to settle, the papers, then each order's steps."""
        return tuple(_lines(plan))

    @staticmethod
    def reply(plan: ChangePlan, customer: str = "") -> str:
        """What the customer is told: what can be changed, what to bring, what to do, how long it takes."""
        return "\n".join(_reply(plan, customer))

    def begin(
        self, draft: ChangeDraft, today: date, *, owner: str = "", draft_id: int | None = None
    ) -> tuple[int, Change]:
        """Begin a case of the plan; the kept answers go with it.

        Raises:
            Invalid: what is missing or wrong in the answers.
            UserError: as `CaseStarts.create`.
        """
        draft = prune(draft)
        found = all_problems(draft)
        plan = self.plan(draft, self.rules())
        if found or plan is None:
            raise Invalid(found)
        changes = [each for each in plan.orders if each in CHANGES]
        one = changes[0] if len(changes) == 1 and plan.orders == tuple(changes) else GENERAL
        start = CaseStart(
            procedure=one,
            ticket_number=draft.ticket.number,
            customer=draft.ticket.customer,
            owner=owner,
            subject_id=draft.subject_id,
            site_id=draft.site_id,
            subject_kind=draft.filing.subject_kind or "",
            filing_number=draft.filing.number,
        )
        laid = Laid(self.check_list(plan), detail={"fields": sorted(plan.situation.fields)}, draft_id=draft_id)
        return CaseStarts(self._database, actor=self._actor).create(start, today, laid)


def _lines(plan: ChangePlan) -> Iterator[StartItem]:
    for each in plan.first:
        yield StartItem(STEP_KIND, f"客服：{each.text}", True, _basis(each.source, each.as_of))
    for verdict in plan.verdicts:
        if verdict.outcome in ("ask", "condition"):
            note = "；".join(f"{each.text}（{_basis(each.source, each.as_of)}）" for each in verdict.cites)
            yield StartItem(STEP_KIND, f"客服：核实“{verdict.title}”：{verdict.text}", True, note)
    for paper in plan.papers:
        if paper.form == ("information",):
            continue
        kind = material_kind(paper.title, paper.form)
        yield StartItem(kind, paper.title, paper.required, "；".join(filter(None, (paper.note, paper.source))))
    if plan.anew:
        yield StartItem(STEP_KIND, "客服：与客户确认：要重新备案的，注销后网站不能访问", True, "")
    for order in plan.orders:
        if order not in procedure_ids():
            yield StartItem(STEP_KIND, f"客户：办理“{title_of(order)}”", False, "")
        elif order not in CHANGES:
            yield StartItem(STEP_KIND, f"客服：带客户办理“{title_of(order)}”", True, "")
        else:
            for step in procedure(order).steps:
                if not step.has(Mark.SUPERSEDED):
                    title = f"{ACTOR_ZH[step.actor]}：{title_of(order)}：{step.text}"
                    yield StartItem(STEP_KIND, title, step.actor not in NOT_OURS, step.note)
    yield StartItem(STEP_KIND, "客服：通过后核对公共查询，回复客户", True, "")


def _reply(plan: ChangePlan, customer: str) -> Iterator[str]:
    yield f"{customer or '您'}好，您要变更的内容按{plan.province_zh}的要求办理如下："
    for place, each in enumerate(plan.verdicts, start=1):
        yield f"{place}. {each.title}：{each.text}。"
    if plan.orders:
        yield "办理顺序：" + " → ".join(f"“{title_of(each)}”" for each in plan.orders) + "。"
    papers = [each for each in plan.papers if each.required]
    if papers:
        yield (
            "请准备："
            + "、".join(f"{each.title}（{each.note}）" if each.note else each.title for each in papers)
            + "。"
        )
    for head, cites in (("办理前", plan.first), ("请注意", plan.avoid), ("时间", plan.days)):
        for cite in cites:
            # Markers are for the agent's eye.
            yield f"{head}：{cite.text.rpartition('】')[2]}。"
    yield "以上以管局审核为准。"


def _basis(source: str, as_of: str) -> str:
    return "，".join(part for part in (source, as_of) if part)
