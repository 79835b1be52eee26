"""What the services of cases share: finding a case as it was read, its place in the search, journals for undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.search import Document, index
from app.errors import UserError
from app.models.case import Case, CaseItem, CaseItemRow, CaseRow
from app.models.material import StoredFile
from app.services import audit
from app.services.undo import RowChange, Undo, rows_of

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


def journal(
    session: Session, table: str, before: Iterable[Mapping[str, Any]], made: Iterable[int] = ()
) -> tuple[RowChange, ...]:
    """Rows as they were and as they are now, for undo; rows that did not change are left out.

    Args:
        session: the transaction.
        table: whose rows they are.
        before: the rows as they were; one that is gone was deleted.
        made: the ids of rows that were not there.
    """
    session.flush()
    old: dict[int, Mapping[str, Any] | None] = {int(row["id"]): row for row in before}
    old |= dict.fromkeys(made)
    new = {int(row["id"]): row for row in rows_of(session, table, "id", old)}
    return tuple(RowChange(table, row, new.get(key)) for key, row in old.items() if new.get(key) != row)


class CaseJournal:
    """Notes the rows of one case before they are touched, and gives the undo of what happened to them.

    The case itself, its check list, enclosures and papers: whichever of them changed, came or went.
    """

    TABLES = ("case", "material", "case_item", "document")

    def __init__(self, session: Session, case_id: int) -> None:
        self._session, self._case_id = session, case_id
        session.flush()
        self._before = {table: self._rows(table) for table in self.TABLES}

    def _rows(self, table: str) -> list[dict[str, Any]]:
        return rows_of(self._session, table, "id" if table == "case" else "case_id", [self._case_id])

    def undo(self) -> Undo:
        """What takes everything back that was done since."""
        self._session.flush()
        found: list[RowChange] = []
        for table, before in self._before.items():
            known = {int(row["id"]) for row in before}
            made = [int(row["id"]) for row in self._rows(table) if int(row["id"]) not in known]
            found += journal(self._session, table, before, made)
        return Undo(tuple(found))


def check_files(session: Session, undo: Undo) -> None:
    """Nothing, when the store still holds the files of the enclosures that an undo brings back.

    Raises:
        UserError: `cases.undo_file_gone`.
    """
    wanted = {row["file_id"] for each in undo.rows if each.table == "material" and (row := each.before)} - {None}
    held = set(session.scalars(select(StoredFile.id).where(StoredFile.id.in_(wanted))))
    if wanted - held:
        raise UserError("cases.undo_file_gone")


_UNDERSTOOD = frozenset({"id", "version", "created_at", "updated_at", "done_by", "due_steps", "due_provisional"})
"""Columns whose change follows from another's."""


def note_undone(session: Session, actor: str, change: RowChange, case_id: int) -> None:
    """Note in the history that a row was taken back or done again: which fields, and for state and deadline from what to what."""
    before, after = change.before, change.after
    if before is None or after is None:
        row = after or before or {}
        detail = {"undo": True, "came": after is not None, "line": str(row.get("title", ""))}
        audit.record(session, actor, "undo", "case", case_id, detail)
        return
    fields = sorted(name for name in after if name not in _UNDERSTOOD and before.get(name) != after[name])
    detail = {"undo": True, "fields": fields}
    moved = next((name for name in ("state", "due_on") if change.table == "case" and name in fields), None)
    if moved is not None:
        detail |= {"moved": moved, "from": _plain(before[moved]), "to": _plain(after[moved])}
    audit.record(session, actor, "undo", change.table, int(after["id"]), detail)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")
