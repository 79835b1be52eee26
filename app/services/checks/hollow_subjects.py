"""空壳主体: subjects of the store that have no service left. Another thing than a hollow site, with another way out.

The store alone decides; nobody is asked. What it does not hold stays open: a subject without any recorded service may
merely not be recorded in full, and access cancelled here says nothing about another provider.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.db.id_lists import read_ids
from app.db.search_filter import matching_ids
from app.errors import UserError
from app.models.case import Case
from app.models.site import Site
from app.models.subject import Subject, SubjectRow
from app.rules.case_deadlines import FollowUpDay, follow_up_day
from app.rules.guidance import Mark
from app.rules.hollow import (
    ADD_SERVICE,
    SUBJECT_PROCEDURE,
    SUBJECT_REPLY,
    Cited,
    HollowSubjectVerdict,
    Services,
    SubjectReason,
    judge_hollow_subject,
)
from app.rules.in_force import RulesInForce
from app.rules.procedures import SubjectKind, procedure
from app.rules.provinces import province_keys
from app.services.audit import Audit
from app.services.case_starts import CaseStart, CaseStarts
from app.services.changes import Change
from app.services.checks.engine import Progress
from app.services.replies import Replies, ReplyCopy
from app.services.reply_values import procedure_values, subject_values
from app.services.rules_in_force import rules_of_desk
from app.services.table_files import write_table
from app.services.tables import read_rows

MOST_CASES = 1000
_PAGE = 500
_LARGE = 500


@dataclass(frozen=True, slots=True)
class HollowSubjectRow:
    """One subject: what is recorded of its services, the verdict, and its open case about that."""

    id: int
    name: str
    kind: str
    filing_number: str
    province: str
    services: Services
    verdict: HollowSubjectVerdict
    case_id: int | None


@dataclass(frozen=True, slots=True)
class SubjectQuery:
    """Which subjects: by reason, province or any part of name and number; `sort` is a key of `SORTS`."""

    reason: SubjectReason | None = None
    province: str = ""
    text: str = ""
    sort: str = "name"
    descending: bool = False


EVERY_CANDIDATE = SubjectQuery()
"""Every subject that is hollow or may be, by name."""


@dataclass(frozen=True, slots=True)
class SubjectFinding:
    """One subject with everything an agent needs: the province's rule, the way out, by when, what to send."""

    row: HollowSubjectRow
    rule: Cited | None
    differences: tuple[Cited, ...]
    materials: tuple[Cited, ...]
    deadline: FollowUpDay | None
    reply: ReplyCopy | None


def _sites(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(Site.subject_id == Subject.id, *conditions)


_LEFT = _sites(Site.state != "deregistered")
_LIVE = _sites(Site.state == "active", Site.access_state != "cancelled")
_UNCLEAR = _sites(Site.state != "deregistered", Site.access_state != "cancelled")
#: The same ladder as `rules.hollow.judge_hollow_subject`, for lists that the store has to make.
_REASON = case(
    (and_(Subject.state == "hollow", _LEFT), SubjectReason.DISAGREES),
    (Subject.state == "hollow", SubjectReason.RECORDED),
    (Subject.site_count == 0, SubjectReason.NONE_RECORDED),
    (_LIVE, SubjectReason.SERVICES_LEFT),
    (_UNCLEAR, SubjectReason.STATE_OPEN),
    (_LEFT, SubjectReason.ALL_CANCELLED),
    else_=SubjectReason.ALL_DEREGISTERED,
)
_CANDIDATE = and_(Subject.state != "deregistered", or_(Subject.state == "hollow", ~_LIVE))
SORTS: Mapping[str, Any] = {
    "name": Subject.name_key,
    "filing_number": Subject.filing_number,
    "province": Subject.province,
    "kind": Subject.kind,
    "services": Subject.site_count,
    "reason": _REASON,
}


class HollowSubjects:
    """Judges subjects by the store alone; asks nobody."""

    def __init__(self, database: Database, *, actor: str = "") -> None:
        self._database = database
        self._actor = actor

    def ids(self, query: SubjectQuery = EVERY_CANDIDATE) -> array[int]:
        """The subjects that are hollow or may be, as the query has them."""
        with self._database.read() as session:
            statement: Any = select(Subject.id).where(*_conditions(query))
            wanted: set[int] | None = None
            if query.text.strip():
                wanted = set(matching_ids(session, query.text, "subject"))
                if len(wanted) <= _LARGE:
                    statement = statement.where(Subject.id.in_(sorted(wanted)))
                    wanted = None
            column = SORTS[query.sort]
            order = (column.desc(), Subject.id.desc()) if query.descending else (column, Subject.id)
            ids = read_ids(session, statement.order_by(*order))
        return ids if wanted is None else array("q", (each for each in ids if each in wanted))

    def counts(self) -> dict[SubjectReason, int]:
        """How many subjects there are of each reason, those with services left aside."""
        with self._database.read() as session:
            found = session.execute(select(_REASON, func.count()).where(_CANDIDATE).group_by(_REASON)).all()
        return {SubjectReason(reason): count for reason, count in found}

    def rows(self, subject_ids: Sequence[int]) -> list[HollowSubjectRow]:
        """The subjects with these ids, in this order, hollow or not; deleted ones are left out."""
        rules = rules_of_desk(self._database)
        found: dict[int, HollowSubjectRow] = {}
        with self._database.read() as session:
            for start in range(0, len(subject_ids), _PAGE):
                wanted = list(subject_ids[start : start + _PAGE])
                services, cases = _services(session, wanted), _cases(session, wanted)
                for row in read_rows(session, SubjectRow, "subject", wanted):
                    found[row.id] = _row(row, services.get(row.id, Services(0, 0, 0, 0)), cases.get(row.id), rules)
        return [found[each] for each in subject_ids if each in found]

    def finding(self, subject_id: int, today: date) -> SubjectFinding:
        """One subject with the province's rule, what to hand in, by when, and the reply.

        Raises:
            UserError: `checks.no_such_subject`.
        """
        rows = self.rows([subject_id])
        with self._database.read() as session:
            found = session.get(Subject, subject_id)
            subject = SubjectRow.of(found) if found is not None else None
        if not rows or subject is None:
            raise UserError("checks.no_such_subject")
        row, rules = rows[0], rules_of_desk(self._database)
        if row.verdict.outcome == "pass":
            return SubjectFinding(row, None, (), (), None, None)
        told = procedure(SUBJECT_PROCEDURE)
        known = row.province in province_keys()
        name = rules.facts(row.province).name if known else ""
        kind: SubjectKind = "individual" if row.kind == "individual" else "unit"
        return SubjectFinding(
            row=row,
            rule=_rule(rules, row.province) if known else None,
            differences=tuple(
                Cited(each.text, each.source, each.as_of, newest=each.has(Mark.NEWEST), contradiction=each.has(Mark.CONTRADICTION))
                for each in told.provincial_differences
                if name and name in each.provinces
            ),
            materials=tuple(
                Cited(f"{each.text}（{each.form_zh}）" + (f"：{each.note}" if each.note else ""), each.source, each.as_of)
                for each in told.materials[kind]
            ),
            deadline=follow_up_day(row.verdict.procedure or SUBJECT_PROCEDURE, row.province, today, rules),
            reply=self._reply(subject, rules),
        )  # fmt: skip

    def open_cases(
        self, subject_ids: Sequence[int], today: date, progress: Progress | None = None, reply: str = ""
    ) -> Change:
        """A case for each hollow subject among these that has none open; with the notice to the customer as its note.

        `reply` is the notice as an agent finished it, else each subject's own is filled.

        Raises:
            UserError: `checks.too_many_cases`.
        """
        rows = [row for row in self.rows(subject_ids) if row.verdict.outcome == "fail" and row.case_id is None]
        if len(rows) > MOST_CASES:
            raise UserError("checks.too_many_cases", count=len(rows), limit=MOST_CASES)
        starts, made = CaseStarts(self._database, actor=self._actor), set()
        for position, row in enumerate(rows):
            if progress is not None:
                progress(position, len(rows))
            filled = self.finding(row.id, today).reply
            text = reply or (filled.plain if filled is not None else "")
            note = f"给客户的回复：\n{text}" if text else ""
            start = CaseStart(row.verdict.procedure, customer=row.name, note=note, subject_id=row.id)
            case_id, _ = starts.create(
                replace(start, title=f"空壳主体 {row.name} {row.filing_number}".strip()[:400]), today
            )
            made.add(case_id)
        return Change(cases=frozenset(made))

    def export(
        self, query: SubjectQuery, path: Path, header: Sequence[str],
        cells: Callable[[HollowSubjectRow], Sequence[str]], progress: Progress | None = None
    ) -> int:  # fmt: skip
        """The subjects as xlsx or csv; `cells` words a line in the reader's language.

        Raises:
            UserError: the errors of `table_files.write_table`.
        """
        ids = self.ids(query)
        pages = (self.rows(ids[start : start + _PAGE]) for start in range(0, len(ids), _PAGE))
        lines = (cells(row) for page in pages for row in page)
        count = write_table(path, header, lines, sheet="空壳主体", total=len(ids), progress=progress)
        with self._database.transaction() as session:
            Audit(session, self._actor).note("export", "subject", None, {"rows": count, "check": "hollow_subject"})
        return count

    def _reply(self, subject: SubjectRow, rules: RulesInForce) -> ReplyCopy:
        kind: SubjectKind = "individual" if subject.kind == "individual" else "unit"
        values = procedure_values(SUBJECT_PROCEDURE, kind, subject.province, rules) | subject_values(subject)
        return Replies(self._database, actor=self._actor).fill(SUBJECT_REPLY, values)


def _conditions(query: SubjectQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_CANDIDATE]
    if query.reason is not None:
        found.append(_REASON == query.reason)  # noqa: SIM300 - a column expression
    if query.province:
        found.append(Subject.province == query.province)
    return found


def _services(session: Session, subject_ids: Sequence[int]) -> dict[int, Services]:
    columns = (Site.subject_id, Site.state, Site.access_state, func.count())
    query = select(*columns).where(Site.subject_id.in_(subject_ids)).group_by(*columns[:3])
    found: dict[int, Services] = {}
    for subject_id, state, access, count in session.execute(query):
        was = found.get(subject_id, Services(0, 0, 0, 0))
        gone, cancelled = state == "deregistered", access == "cancelled"
        found[subject_id] = Services(
            was.total + count,
            was.deregistered + count * gone,
            was.cancelled + count * (cancelled and not gone),
            was.live + count * (state == "active" and not cancelled),
        )
    return found


def _cases(session: Session, subject_ids: Sequence[int]) -> dict[int, int]:
    """The open case of each subject about its being hollow."""
    query = select(Case.subject_id, Case.id).where(
        Case.subject_id.in_(subject_ids),
        Case.procedure.in_((SUBJECT_PROCEDURE, ADD_SERVICE)),
        Case.state != "closed",
    )
    return {row.subject_id: row.id for row in session.execute(query)}


def _row(subject: SubjectRow, services: Services, case_id: int | None, rules: RulesInForce) -> HollowSubjectRow:
    may_add = subject.province in province_keys() and rules.facts(subject.province).hollow_may_add_service
    verdict = judge_hollow_subject(subject.state, services, may_add_service=may_add)
    number = subject.filing_number or ""
    return HollowSubjectRow(
        subject.id, subject.name, subject.kind, number, subject.province, services, verdict, case_id
    )


def _rule(rules: RulesInForce, province_key: str) -> Cited:
    """What the province lets a hollow subject do."""
    facts = rules.facts(province_key)
    may = (
        "空壳主体可直接新增网站或应用，不必先注销"
        if facts.hollow_may_add_service
        else "空壳主体须先到通信管理局线下注销"
    )
    return Cited(f"{facts.name}：{may}", facts.hollow_source.source, facts.hollow_source.as_of)
