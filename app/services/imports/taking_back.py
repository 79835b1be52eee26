"""Taking an import back: what it made goes, what it completed is again as it was, in one transaction or not at all.

Hundreds of thousands of rows are remembered by their ids; only of records that were there before does the journal hold what
they said. Nobody's later work is lost: where a record was changed, got sites or is used since, nothing is taken back.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Self

from sqlalchemy import RowMapping, delete, select
from sqlalchemy.orm import Session

from app.db.base import Base
from app.db.search import remove
from app.errors import UserError
from app.services.audit import Audit
from app.services.changes import Change
from app.services.filing_store import refresh_caches, reindex
from app.services.undo import RowChange, Undo, pointers_to, rows_of, table_of, take_back

_CHUNK = 500
_NAMED = 5
"""How many of the records that stand in the way are named."""


@dataclass(frozen=True, slots=True)
class ImportUndo(Undo):
    """The journal of an import: `rows` are the records that were there before, the parts of them that changed.

    Attributes:
        made: the ids of the rows made, by table, rising.
        versions: the versions of made rows that are no longer 1, by table and id.
    """

    made: Mapping[str, array[int]] = field(default_factory=dict)
    versions: Mapping[tuple[str, int], int] = field(default_factory=dict)

    def ids(self, table: str) -> frozenset[int]:
        """The ids of the rows of a table in this journal."""
        return frozenset(self.made.get(table, ())) | Undo.ids(self, table)

    def moved(self, versions: Mapping[tuple[str, int, int], int]) -> Self:
        """The same journal where rows have gone on to other versions."""
        newer = dict(self.versions)
        for (table, row_id, known), version in versions.items():
            ids = self.made.get(table, array("q"))
            place = bisect_left(ids, row_id)
            if place < len(ids) and ids[place] == row_id and newer.get((table, row_id), 1) == known:
                newer[table, row_id] = version
        return replace(self, rows=Undo(self.rows).moved(versions).rows, versions=newer)


def part_of(change: RowChange) -> RowChange:
    """A change of a row with no more of it than taking it back needs: the values that were replaced."""
    before, after = change.before, change.after
    if before is None or after is None:
        return change
    kept = {name: value for name, value in before.items() if value != after[name] or name in ("id", "version")}
    return RowChange(change.table, kept, {name: after[name] for name in ("id", "version")})


def take_import_back(
    session: Session, actor: str, undo: ImportUndo, report: Callable[[int, int], object] = lambda step, total: None
) -> Change:
    """Remove what the import made and restore what it changed. The change cannot be done again: import the file again.

    `report(step, total)` counts the records; what it raises takes nothing back.

    Raises:
        UserError: `imports.undo_changed`, `imports.undo_used` or `imports.undo_has_sites`, naming some of the records;
            `records.undo_number_taken`.
    """
    _refuse_later_work(session, undo)
    made = {name: undo.made.get(name, array("q")) for name in ("site", "subject")}
    total, done = sum(map(len, made.values())), 0
    owners = {row["subject_id"] for row in _rows(session, "site", made["site"])}
    for name, ids in made.items():
        table = table_of(name)
        for piece in _pieces(ids):
            remove(session, name, piece)
            session.execute(delete(table).where(table.c.id.in_(piece)))
            done += len(piece)
            report(done, total)
    take_back(session, Undo(tuple(each for each in undo.rows if each.table != "account")))
    subjects, sites = Undo.ids(undo, "subject"), Undo.ids(undo, "site")
    owners |= {row["subject_id"] for row in rows_of(session, "site", "id", sites)}
    refresh_caches(session, (owners | subjects) - set(made["subject"]))
    reindex(session, subjects, sites)
    accounts = _drop_accounts(session, undo)
    audit = Audit(session, actor)
    for kind, restored in (("subject", subjects), ("site", sites)):
        for each in sorted(restored):
            audit.note("change", kind, each, {"undo": True})
    audit.note("undo", "", None, {"import": True, "subjects": len(made["subject"]), "sites": len(made["site"])})
    return Change(undo.ids("subject") | owners, undo.ids("site"), accounts=accounts)


def _refuse_later_work(session: Session, undo: ImportUndo) -> None:
    changed = [name for table in ("subject", "site") for name in _changed_since(session, undo, table)]
    _refuse("imports.undo_changed", changed)
    subjects, sites = undo.made.get("subject", array("q")), set(undo.made.get("site", ()))
    added = {row["subject_id"] for row in _rows(session, "site", subjects, "subject_id") if row["id"] not in sites}
    _refuse("imports.undo_has_sites", [row["name"] for row in rows_of(session, "subject", "id", added)])
    for table in ("subject", "site"):
        used = {pointer.target for pointer in pointers_to(session, f"{table}_id", undo.made.get(table, ()))}
        _refuse("imports.undo_used", [row["name"] for row in rows_of(session, table, "id", used)])


def _changed_since(session: Session, undo: ImportUndo, table: str) -> Iterator[str]:
    """The names of the import's records that somebody has changed; one that was deleted is gone already."""
    for row in _rows(session, table, undo.made.get(table, ())):
        if row["version"] != undo.versions.get((table, row["id"]), 1):
            yield row["name"]
    left = {each.after["id"]: each.after["version"] for each in undo.rows if each.table == table and each.after}
    found = {row["id"]: row for row in _rows(session, table, left)}
    for row_id, version in left.items():
        now = found.get(row_id)
        if now is None or now["version"] != version:
            yield now["name"] if now is not None else f"{row_id}"


def _refuse(code: str, names: list[str]) -> None:
    if names:
        raise UserError(code, count=len(names), names=tuple(names[:_NAMED]))


def _drop_accounts(session: Session, undo: ImportUndo) -> frozenset[int]:
    """Remove the accounts that the import made for its subjects, those that nothing refers to; returns which."""
    made = Undo.ids(undo, "account")
    used: set[int] = set()
    for table in Base.metadata.tables.values():
        for column in table.columns:
            if any(key.column.table.name == "account" for key in column.foreign_keys):
                for piece in _pieces(sorted(made)):
                    used |= set(session.scalars(select(column).where(column.in_(piece))))
    gone = sorted(made - used)
    account = table_of("account")
    for piece in _pieces(gone):
        session.execute(delete(account).where(account.c.id.in_(piece)))
    reindex(session, accounts=gone)
    return frozenset(gone)


def _rows(session: Session, name: str, values: Iterable[int], column: str = "id") -> Iterator[RowMapping]:
    """Name, version and subject of many records, read piece by piece."""
    table = table_of(name)
    wanted = [table.c.id, table.c.version, table.c.name, *([table.c.subject_id] if name == "site" else [])]
    for piece in _pieces(values):
        yield from session.execute(select(*wanted).where(table.c[column].in_(piece))).mappings()


def _pieces(values: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(values)
    while piece := list(islice(rest, _CHUNK)):
        yield piece
