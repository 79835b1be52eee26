"""A case begun without a wizard: a procedure, a filing, a ticket, and the check list copied from the procedure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import UserError
from app.models.case import Case, CaseItem
from app.models.draft import Draft
from app.models.material import Material
from app.models.site import Site
from app.models.subject import Subject
from app.rules.case_deadlines import follow_up_day
from app.rules.case_states import TEXT_KIND, material_kind
from app.rules.filing_numbers import FilingNumber, parse_filing_number
from app.rules.guidance import Mark
from app.rules.procedures import ACTOR_ZH, external_procedures, procedure, procedure_ids, title_of
from app.services import audit
from app.services.case_numbers import next_case_number
from app.services.case_records import index_case
from app.services.cases import clean_values, link_case
from app.services.changes import Change
from app.services.rules_in_force import rules_in_force

STEP_KIND = "step"
_ID = re.compile(r"[a-z]+(?:_[a-z]+)+")
NOT_OURS = frozenset({"customer"})
"""Whose steps the case does not wait for: the line stands in the list and may stay open."""


@dataclass(frozen=True, slots=True)
class StartItem:
    """One line of a check list before its case exists."""

    kind: str
    title: str
    required: bool
    note: str

    @property
    def is_material(self) -> bool:
        """Whether the customer has to hand something in."""
        return self.kind != STEP_KIND


@dataclass(frozen=True, slots=True)
class ProcedureChoice:
    """A procedure as it is offered: its title, what it is for, and the part of the manual."""

    id: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class CaseStart:
    """What is known of a case when it begins."""

    procedure: str
    ticket_number: str = ""
    customer: str = ""
    owner: str = ""
    title: str = ""
    note: str = ""
    subject_id: int | None = None
    site_id: int | None = None
    subject_kind: str = ""
    filing_number: str = ""
    """The number as it was told, where the filing is not in the store."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What a plan knows better of its case than the procedure: its lines, its deadline, and what goes into the history.

    `due` is the day and why; `draft_id` the kept answers that the case takes the place of.
    """

    lines: tuple[StartItem, ...]
    due: tuple[date, str] | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)
    draft_id: int | None = None


def _named(text: str) -> str:
    """A text of the manual with procedures called by their titles."""
    known = procedure_ids()
    return _ID.sub(lambda found: f"“{title_of(found[0])}”" if found[0] in known else found[0], text)


def _filing_of(session: Session, start: CaseStart, told: FilingNumber | None) -> tuple[int | None, int | None]:
    """The subject and the site that a case is about: those chosen, else those of the number, where the store has it."""
    if start.subject_id is not None or start.site_id is not None or told is None:
        return start.subject_id, start.site_id
    site = session.scalar(select(Site.id).where(Site.filing_number == str(told)).limit(1)) if told.service else None
    subject = session.scalar(select(Subject.id).where(Subject.filing_number == str(told.subject)).limit(1))
    return subject, site


class CaseStarts:
    """Offers procedures and begins cases."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def procedures(self) -> tuple[ProcedureChoice, ...]:
        """Everything that a case can be about: the procedures of the manual, then those it only points to."""
        told = [procedure(each) for each in procedure_ids()]
        outside = external_procedures().values()
        return (
            *(ProcedureChoice(each.id, each.title, each.summary) for each in told),
            *(ProcedureChoice(each.id, each.title, each.note) for each in outside),
        )

    def check_list(self, procedure_id: str, subject_kind: str = "") -> tuple[StartItem, ...]:
        """The materials and steps of a procedure as they are today; what newer words took the place of is left out.

        `subject_kind` is individual or unit; unknown counts as a unit.
        """
        if procedure_id not in procedure_ids():
            return ()
        told = procedure(procedure_id)
        wanted = told.materials["individual" if subject_kind == "individual" else "unit"]
        papers = [
            StartItem(
                material_kind(each.text, each.form),
                each.text,
                "如" not in each.note and "无需" not in each.text,
                "；".join(part for part in (each.form_zh, each.note) if part),
            )
            for each in wanted
            if not each.has(Mark.SUPERSEDED)
        ]
        steps = [
            StartItem(STEP_KIND, f"{ACTOR_ZH[each.actor]}：{_named(each.text)}", each.actor not in NOT_OURS, each.note)
            for each in told.steps
            if not each.has(Mark.SUPERSEDED)
        ]
        return (*papers, *steps)

    def create(self, start: CaseStart, today: date, laid: Laid | None = None) -> tuple[int, Change]:
        """Begin a case in one transaction; gives its id. `laid` takes the place of the procedure's own list and deadline.

        Raises:
            Invalid: `cases.too_long` with the field.
            UserError: `cases.no_procedure`, `records.gone`, `rules.filing_number_unclear`.
        """
        titles = {each.id: each.title for each in self.procedures()}
        if start.procedure not in titles:
            raise UserError("cases.no_procedure")
        fields = ("ticket_number", "customer", "owner", "title", "note")
        clean = clean_values({name: getattr(start, name) for name in fields})
        with self._database.transaction() as session:
            case = Case(number=next_case_number(session, today), state="open", procedure=start.procedure)
            told = parse_filing_number(start.filing_number) if start.filing_number.strip() else None
            link_case(session, case, *_filing_of(session, start, told))
            if told is not None and not case.filing_number:
                case.filing_number, case.province = str(told), told.province or ""
            for name, value in clean.items():
                setattr(case, name, value)
            case.title = case.title or f"{titles[start.procedure]} {case.filing_number or case.customer}".strip()
            case.owner = case.owner or self._actor
            due = follow_up_day(case.procedure, case.province, today, rules_in_force(session))
            case.due_on, case.due_provisional, case.due_steps = due.deadline.due, due.deadline.provisional, due.steps()
            if laid is not None and laid.due is not None:
                day, why = laid.due
                case.due_on, case.due_provisional = day, False
                case.due_steps = [{"date": day.isoformat(), "kind": "due", "zh": why}]
            session.add(case)
            session.flush()
            subject = session.get(Subject, case.subject_id) if case.subject_id is not None else None
            kind = subject.kind if subject is not None else start.subject_kind
            lines = laid.lines if laid is not None else self.check_list(start.procedure, kind)
            for position, line in enumerate(lines):
                material = None
                if line.is_material and line.kind != TEXT_KIND:
                    material = Material(case_id=case.id, kind=line.kind, title=line.title[:400], state="wanted")
                    session.add(material)
                    session.flush()
                session.add(
                    CaseItem(
                        case_id=case.id,
                        position=position,
                        kind=line.kind,
                        title=line.title[:400],
                        required=line.required,
                        note=line.note,
                        material_id=material.id if material is not None else None,
                    )
                )
            index_case(session, case)
            kept = session.get(Draft, laid.draft_id) if laid is not None and laid.draft_id is not None else None
            if kept is not None:
                session.delete(kept)
            detail = {"procedure": start.procedure, **(laid.detail if laid is not None else {})}
            audit.record(session, self._actor, "create", "case", case.id, detail)
            return case.id, Change(cases=frozenset({case.id}))
