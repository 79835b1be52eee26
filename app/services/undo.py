"""Taking work back: a journal of whole rows before and after, applied in reverse in one transaction.

A restored row keeps its id, so that cases, contacts and drafts which pointed to it do so again; its
version goes on counting, so that nobody who still shows an older state overwrites it unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.db.base import Base, utc_now
from app.errors import UserError

#: Tables whose rows outlive a subject or a site and only lose the reference; in SQL by ON DELETE SET NULL.
POINTING = ("contact", "case", "evidence", "draft")
_PARENTS_FIRST = ("account", "subject", "site", "domain", "contact", "case", "material", "case_item", "document")
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of one table; `before` is None when the row was made, `after` when it was deleted."""

    table: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Pointer:
    """A reference that the deletion of its target cleared."""

    table: str
    row: int
    column: str
    target: int


@dataclass(frozen=True, slots=True)
class Undo:
    """All that one piece of work changed, in the order in which parents come before children."""

    rows: tuple[RowChange, ...]
    pointers: tuple[Pointer, ...] = ()

    def ids(self, table: str) -> frozenset[int]:
        """The ids of the rows of a table in this journal."""
        return frozenset(int((row.before or row.after or {})["id"]) for row in self.rows if row.table == table)

    def moved(self, versions: Mapping[tuple[str, int, int], int]) -> Self:
        """The same journal where rows have gone on to other versions: by table, id and the version known so far."""

        def on(change: RowChange) -> RowChange:
            after = change.after
            version = versions.get((change.table, after["id"], after["version"])) if after else None
            return change if after is None or version is None else replace(change, after={**after, "version": version})

        return replace(self, rows=tuple(map(on, self.rows)))


def table_of(name: str) -> Table:
    """A table of the store by its name."""
    return Base.metadata.tables[name]


def rows_of(session: Session, table: str, column: str, values: Iterable[int]) -> list[dict[str, Any]]:
    """Whole rows of a table whose column is one of the values, by id."""
    ordered = sorted(set(values))
    target = table_of(table)
    found: list[dict[str, Any]] = []
    for start in range(0, len(ordered), _CHUNK):
        query = select(target).where(target.c[column].in_(ordered[start : start + _CHUNK])).order_by(target.c.id)
        found += [dict(row) for row in session.execute(query).mappings()]
    return found


def pointers_to(session: Session, column: str, targets: Iterable[int]) -> list[Pointer]:
    """Every reference that deleting these records will clear; `column` is subject_id or site_id."""
    ordered = sorted(set(targets))
    found: list[Pointer] = []
    for name in POINTING:
        table = table_of(name)
        for start in range(0, len(ordered), _CHUNK):
            query = select(table.c.id, table.c[column]).where(table.c[column].in_(ordered[start : start + _CHUNK]))
            found += [Pointer(name, row_id, column, target) for row_id, target in session.execute(query)]
    return found


def take_back(session: Session, undo: Undo) -> Undo:
    """Applies the journal in reverse and returns the journal that does the work again.

    Raises:
        UserError: records.changed_elsewhere when a row is no longer as the work left it,
            records.undo_number_taken when its filing number now belongs to another record.
    """
    redone: list[RowChange] = []
    cleared = _pointers_lost(session, undo)
    try:
        # Children first when rows vanish, parents first when they come back.
        redone += [_revert(session, change) for change in reversed(undo.rows) if change.after is not None]
        redone += [_bring_back(session, change) for change in undo.rows if change.after is None]
    except IntegrityError as error:
        raise UserError("records.undo_number_taken") from error
    back = {(change.table, (change.before or {})["id"]) for change in undo.rows if change.after is None}
    for pointer in undo.pointers:
        if (pointer.column.removesuffix("_id"), pointer.target) in back:
            table = table_of(pointer.table)
            session.execute(
                update(table)
                .where(table.c.id == pointer.row, table.c[pointer.column].is_(None))
                .values({pointer.column: pointer.target})
            )
    redone.sort(key=lambda change: _PARENTS_FIRST.index(change.table))
    return Undo(tuple(redone), tuple(cleared))


def rebased(step: Undo, taken: Undo, redo: Undo) -> Undo:
    """A step of the same history after another one was taken back or done again.

    The rows are again as this step left them, only their versions have gone on: without this a second undo of the same
    record would look like somebody else's change.

    Args:
        step: to be brought up to date.
        taken: the journal that was applied.
        redo: what `take_back` gave for it.
    """
    now = {(change.table, change.after["id"]): change.after["version"] for change in redo.rows if change.after}
    versions = {
        (change.table, change.before["id"], change.before["version"]): now[(change.table, change.before["id"])]
        for change in taken.rows
        if change.before and (change.table, change.before["id"]) in now
    }
    return step.moved(versions)


def _pointers_lost(session: Session, undo: Undo) -> list[Pointer]:
    """The references that taking back the making of records will clear; refuses when newer sites hang on them."""
    lost: list[Pointer] = []
    for name in ("subject", "site"):
        made = {
            change.after["id"] for change in undo.rows if change.table == name and change.after and not change.before
        }
        if made:
            lost += pointers_to(session, f"{name}_id", made)
        if made and name == "subject":
            known = undo.ids("site")
            if any(row["id"] not in known for row in rows_of(session, "site", "subject_id", made)):
                raise UserError("records.undo_has_sites")
    return lost


def _revert(session: Session, change: RowChange) -> RowChange:
    table = table_of(change.table)
    after = change.after or {}
    mine = (table.c.id == after["id"], table.c.version == after["version"])
    if change.before is None:
        if session.execute(delete(table).where(*mine)).rowcount != 1:  # type: ignore[attr-defined]
            raise UserError("records.changed_elsewhere")
        return RowChange(change.table, after, None)
    restored = _again(change.before, after["version"])
    if session.execute(update(table).where(*mine).values(restored)).rowcount != 1:  # type: ignore[attr-defined]
        raise UserError("records.changed_elsewhere")
    return RowChange(change.table, after, restored)


def _bring_back(session: Session, change: RowChange) -> RowChange:
    table = table_of(change.table)
    before = change.before or {}
    restored = _again(before, before["version"])
    session.execute(insert(table).values(restored))
    return RowChange(change.table, None, restored)


def _again(row: Mapping[str, Any], version: int) -> dict[str, Any]:
    restored = dict(row) | {"version": version + 1}
    return restored | {"updated_at": utc_now()} if "updated_at" in restored else restored
