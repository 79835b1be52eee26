"""Cases for checks that failed: one ticket a domain, with the remedies as its check list and the evidence behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.db.search import Document as Findable
from app.db.search import index
from app.errors import UserError
from app.models.case import Case, CaseItem
from app.models.evidence import Evidence
from app.models.site import Site
from app.rules.hollow import HollowReason, remedies
from app.services import audit
from app.services.case_numbers import next_case_number
from app.services.changes import Change
from app.services.checks.domains import DomainRow
from app.services.checks.hollow import HollowRow

MOST_CASES = 1000


@dataclass(frozen=True, slots=True)
class _Wanted:
    evidence_id: int
    title: str
    procedure: str
    items: tuple[tuple[str, str], ...]
    site_id: int | None
    subject_id: int | None


class CheckCases:
    """Makes cases out of failed rows; a row that has a case keeps it."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def hollow(self, rows: Sequence[HollowRow], today: date, *, owner: str = "") -> Change:
        """A case for each hollow site among the rows.

        Raises:
            UserError: `checks.too_many_cases`.
        """
        return self._make([_hollow(row) for row in _failed(rows) if row.id is not None], today, owner)

    def domain(self, rows: Sequence[DomainRow], today: date, *, owner: str = "") -> Change:
        """A case for each domain among the rows that would not pass.

        Raises:
            UserError: `checks.too_many_cases`.
        """
        return self._make([_domain(row) for row in _failed(rows) if row.id is not None], today, owner)

    def _make(self, wanted: Sequence[_Wanted], today: date, owner: str) -> Change:
        if len(wanted) > MOST_CASES:
            raise UserError("checks.too_many_cases", count=len(wanted), limit=MOST_CASES)
        made: set[int] = set()
        with self._database.transaction() as session:
            stem, _, count = next_case_number(session, today).rpartition("-")
            number = int(count)
            for each in wanted:
                evidence = session.get(Evidence, each.evidence_id)
                if evidence is None or evidence.case_id is not None:
                    continue
                case = _case(session, each, f"{stem}-{number:03d}", owner or self._actor)
                number += 1
                evidence.case_id = case.id
                audit.record(session, self._actor, "create", "case", case.id, {"procedure": each.procedure})
                made.add(case.id)
        return Change(cases=frozenset(made))


def _case(session: Session, wanted: _Wanted, number: str, owner: str) -> Case:
    site = session.get(Site, wanted.site_id) if wanted.site_id is not None else None
    case = Case(
        number=number,
        state="open",
        procedure=wanted.procedure,
        province=site.province if site else "",
        owner=owner,
        subject_id=wanted.subject_id if site else None,
        site_id=site.id if site else None,
        filing_number=(site.filing_number or "") if site else "",
        customer=site.subject_name if site else "",
        title=wanted.title[:400],
    )
    session.add(case)
    session.flush()
    for position, (kind, title) in enumerate(wanted.items):
        session.add(CaseItem(case_id=case.id, position=position, kind=kind, title=title[:400], required=False))
    session.flush()
    texts = (case.number, case.title, case.customer, case.filing_number, case.owner)
    index(session, [Findable("case", case.id, texts)])
    return case


def _failed(rows: Sequence[HollowRow] | Sequence[DomainRow]) -> list[HollowRow | DomainRow]:
    return [row for row in rows if row.outcome == "fail"]


def _hollow(row: HollowRow | DomainRow) -> _Wanted:
    assert isinstance(row, HollowRow) and row.id is not None
    told = [("remedy", f"{each.text_zh}（{each.source}，{each.as_of}）") for each in remedies(row.reason, "unknown")]
    items = [("notice", "把核查结果和整改办法告诉客户，问清服务器现在用谁的"), *told, ("recheck", "整改后再核查一次")]
    procedure = "domain_verification_fix" if row.reason is HollowReason.LAPSED else "hollow_site_rectification"
    return _Wanted(row.id, f"空壳网站 {row.domain}", procedure, tuple(items), row.site_id, row.subject_id)


def _domain(row: HollowRow | DomainRow) -> _Wanted:
    assert isinstance(row, DomainRow) and row.id is not None
    failed = [("rule", f"{rule.title_zh}：未通过") for rule in row.rules if rule.outcome == "fail"]
    open_rules = [("rule", f"{rule.title_zh}：待证据") for rule in row.rules if rule.outcome == "unknown"]
    items = [*failed, *open_rules, ("recheck", "整改后再核验一次")]
    title = f"域名核验 {row.domain}"
    return _Wanted(row.id, title, "domain_verification_fix", tuple(items), row.site_id, row.subject_id)


def cases_of(database: Database, evidence_ids: Sequence[int]) -> dict[int, int]:
    """The case of each piece of evidence that has one."""
    found: dict[int, int] = {}
    with database.read() as session:
        for start in range(0, len(evidence_ids), 500):
            wanted = list(evidence_ids[start : start + 500])
            query = select(Evidence.id, Evidence.case_id).where(Evidence.id.in_(wanted), Evidence.case_id.is_not(None))
            found |= {row.id: row.case_id for row in session.execute(query)}
    return found
