"""What the services of cases share: finding a case as it was read, its place in the search, journals for undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.search import Document, index
from app.errors import UserError
from app.models.case import Case, CaseItem, CaseItemRow, CaseRow
from app.services.undo import RowChange, rows_of

_CHUNK = 500


def found_case(session: Session, case_id: int) -> Case:
    """A case.

    Raises:
        UserError: `cases.no_such_case`.
    """
    case = session.get(Case, case_id)
    if case is None:
        raise UserError("cases.no_such_case")
    return case


def fresh_case(session: Session, row: CaseRow) -> Case:
    """A case that nobody changed since it was read.

    Raises:
        UserError: `cases.no_such_case`, `cases.changed_elsewhere`.
    """
    case = found_case(session, row.id)
    if case.version != row.version:
        raise UserError("cases.changed_elsewhere")
    return case


def fresh_cases(session: Session, rows: Sequence[CaseRow]) -> list[Case]:
    """Several cases, in their order, that nobody changed since they were read; many at a time.

    Raises:
        UserError: `cases.no_such_case`, `cases.changed_elsewhere`.
    """
    found: dict[int, Case] = {}
    for start in range(0, len(rows), _CHUNK):
        ids = [row.id for row in rows[start : start + _CHUNK]]
        found |= {case.id: case for case in session.scalars(select(Case).where(Case.id.in_(ids)))}
    for row in rows:
        if row.id not in found:
            raise UserError("cases.no_such_case")
        if found[row.id].version != row.version:
            raise UserError("cases.changed_elsewhere")
    return [found[row.id] for row in rows]


def fresh_item(session: Session, row: CaseItemRow) -> CaseItem:
    """A line of a check list that nobody changed since it was read.

    Raises:
        UserError: `cases.changed_elsewhere`.
    """
    item = session.get(CaseItem, row.id)
    if item is None or item.version != row.version:
        raise UserError("cases.changed_elsewhere")
    return item


def index_case(session: Session, *cases: Case) -> None:
    """Make cases findable as they are now."""
    index(
        session,
        [
            Document("case", c.id, (c.number, c.ticket_number, c.title, c.customer, c.filing_number, c.owner))
            for c in cases
        ],
    )


def journal(session: Session, table: str, before: Iterable[Mapping[str, Any]]) -> tuple[RowChange, ...]:
    """Rows as they were and as they are now, for undo; rows that did not change are left out."""
    session.flush()
    old = {int(row["id"]): row for row in before}
    new = {int(row["id"]): row for row in rows_of(session, table, "id", old)}
    return tuple(RowChange(table, row, new[key]) for key, row in old.items() if key in new and new[key] != row)
