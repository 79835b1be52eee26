"""Cases for checks that failed: one ticket a domain, with the remedies as its check list and the evidence behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import UserError
from app.models.case import Case, CaseItem
from app.models.evidence import Evidence
from app.models.subject import Subject
from app.rules.case_deadlines import follow_up_day
from app.rules.hollow import HollowReason, remedies
from app.services import audit
from app.services.case_numbers import next_case_number
from app.services.case_records import index_case
from app.services.cases import link_case
from app.services.changes import Change
from app.services.checks.domains import DomainRow
from app.services.checks.hollow import HollowRow
from app.services.rules_in_force import rules_in_force

MOST_CASES = 1000
NO_REPLIES: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Wanted:
    evidence_id: int
    title: str
    procedure: str
    items: tuple[tuple[str, str], ...]
    note: str


class CheckCases:
    """Makes cases out of failed rows; a row that has a case keeps it."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def hollow(
        self, rows: Sequence[HollowRow], today: date, *, owner: str = "", replies: Mapping[int, str] = NO_REPLIES
    ) -> Change:
        """A case for each hollow site among the rows; `replies` are notices to the customer by row, kept as the case's note.

        Raises:
            UserError: `checks.too_many_cases`.
        """
        return self._make([_hollow(row, replies) for row in _failed(rows) if row.id is not None], today, owner)

    def domain(
        self, rows: Sequence[DomainRow], today: date, *, owner: str = "", replies: Mapping[int, str] = NO_REPLIES
    ) -> Change:
        """A case for each domain among the rows that would not pass; `replies` as for hollow sites.

        Raises:
            UserError: `checks.too_many_cases`.
        """
        return self._make([_domain(row, replies) for row in _failed(rows) if row.id is not None], today, owner)

    def _make(self, wanted: Sequence[_Wanted], today: date, owner: str) -> Change:
        if len(wanted) > MOST_CASES:
            raise UserError("checks.too_many_cases", count=len(wanted), limit=MOST_CASES)
        made: set[int] = set()
        with self._database.transaction() as session:
            rules = rules_in_force(session)
            stem, _, count = next_case_number(session, today).rpartition("-")
            number = int(count)
            for each in wanted:
                evidence = session.get(Evidence, each.evidence_id)
                if evidence is None or evidence.case_id is not None:
                    continue
                case = _case(session, each, evidence, f"{stem}-{number:03d}", owner or self._actor)
                due = follow_up_day(case.procedure, case.province, today, rules)
                case.due_on, case.due_provisional, case.due_steps = (
                    due.deadline.due,
                    due.deadline.provisional,
                    due.steps(),
                )
                number += 1
                evidence.case_id = case.id
                audit.record(session, self._actor, "create", "case", case.id, {"procedure": each.procedure})
                made.add(case.id)
        return Change(cases=frozenset(made))


def _case(session: Session, wanted: _Wanted, evidence: Evidence, number: str, owner: str) -> Case:
    case = Case(number=number, state="open", procedure=wanted.procedure, owner=owner, title=wanted.title[:400])
    link_case(session, case, evidence.subject_id, evidence.site_id)
    subject = session.get(Subject, case.subject_id) if case.subject_id is not None else None
    case.customer = subject.name if subject is not None else ""
    case.note = wanted.note
    session.add(case)
    session.flush()
    for position, (kind, title) in enumerate(wanted.items):
        session.add(CaseItem(case_id=case.id, position=position, kind=kind, title=title[:400], required=False))
    session.flush()
    index_case(session, case)
    return case


def _failed(rows: Sequence[HollowRow] | Sequence[DomainRow]) -> list[HollowRow | DomainRow]:
    return [row for row in rows if row.outcome == "fail"]


def _hollow(row: HollowRow | DomainRow, replies: Mapping[int, str]) -> _Wanted:
    assert isinstance(row, HollowRow) and row.id is not None
    told = [("remedy", f"{each.text_zh}（{each.source}，{each.as_of}）") for each in remedies(row.reason, "unknown")]
    items = [("notice", "把核查结果和整改办法告诉客户，问清服务器现在用谁的"), *told, ("recheck", "整改后再核查一次")]
    procedure = "domain_verification_fix" if row.reason is HollowReason.LAPSED else "hollow_site_rectification"
    return _Wanted(row.id, f"空壳网站 {row.domain}", procedure, tuple(items), _note(row.id, replies))


def _domain(row: HollowRow | DomainRow, replies: Mapping[int, str]) -> _Wanted:
    assert isinstance(row, DomainRow) and row.id is not None
    failed = [("rule", f"{rule.title_zh}：未通过") for rule in row.rules if rule.outcome == "fail"]
    open_rules = [("rule", f"{rule.title_zh}：待证据") for rule in row.rules if rule.outcome == "unknown"]
    items = [*failed, *open_rules, ("recheck", "整改后再核验一次")]
    title = f"域名核验 {row.domain}"
    return _Wanted(row.id, title, "domain_verification_fix", tuple(items), _note(row.id, replies))


def _note(row_id: int, replies: Mapping[int, str]) -> str:
    return f"给客户的回复：\n{replies[row_id]}" if replies.get(row_id) else ""


def cases_of(database: Database, evidence_ids: Sequence[int]) -> dict[int, int]:
    """The case of each piece of evidence that has one."""
    found: dict[int, int] = {}
    with database.read() as session:
        for start in range(0, len(evidence_ids), 500):
            wanted = list(evidence_ids[start : start + 500])
            query = select(Evidence.id, Evidence.case_id).where(Evidence.id.in_(wanted), Evidence.case_id.is_not(None))
            found |= {row.id: row.case_id for row in session.execute(query)}
    return found
