"""What the services of subjects and sites share: listing, reading, showing a masked value, history, taking back."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import Invalid, Problem, UserError
from app.models.audit_event import AuditEventRow
from app.models.row import Row
from app.services.audit import Audit, events_of
from app.services.changes import Change
from app.services.filing_checks import Cleaned
from app.services.filing_fields import MASKED_FIELDS
from app.services.filing_store import refresh_caches, reindex
from app.services.tables import RecordTable, TableQuery, read_rows
from app.services.undo import Undo, rows_of, table_of, take_back

AnyRow = TypeVar("AnyRow", bound=Row)


class RecordService(Generic[AnyRow]):
    """Reads one kind of filing record. `actor` is who works, as the audit log names them."""

    record: ClassVar[str]
    listing: ClassVar[RecordTable]
    row_class: type[AnyRow]

    def __init__(self, database: Database, actor: str) -> None:
        self._database = database
        self._actor = actor

    def ids(self, query: TableQuery, most: int | None = None) -> array[int]:
        """The ids of all records that the query lets through, in its order; with `most` the first so many."""
        with self._database.read() as session:
            return self.listing.ids(session, query, most)

    def count(self, query: TableQuery | None = None) -> int:
        """How many records the query lets through."""
        with self._database.read() as session:
            return self.listing.count(session, query or TableQuery())

    def filter_values(self, column: str) -> tuple[str, ...]:
        """The values of a column (province, kind, state …) that occur, for a filter to offer."""
        with self._database.read() as session:
            return self.listing.values(session, column)

    def rows(self, ids: Sequence[int]) -> list[AnyRow]:
        """The records with these ids, in this order; those that are gone are left out."""
        with self._database.read() as session:
            return read_rows(session, self.row_class, self.record, ids)

    def get(self, record_id: int) -> AnyRow:
        """One record.

        Raises:
            UserError: records.gone.
        """
        found = self.rows([record_id])
        if not found:
            raise UserError("records.gone")
        return found[0]

    def reveal(self, record_id: int, field: str) -> str:
        """A masked field's whole value, for the screen or the clipboard; the audit log says who looked.

        Raises:
            UserError: records.gone.
        """
        if field not in MASKED_FIELDS:
            raise ValueError(f"{field} is not masked")
        with self._database.transaction() as session:
            found = rows_of(session, self.record, "id", [record_id])
            if not found:
                raise UserError("records.gone")
            Audit(session, self._actor).note("reveal", self.record, record_id, {"fields": [field]})
            return str(found[0].get(field) or "")

    def history(self, record_id: int) -> list[AuditEventRow]:
        """What was done with a record, the newest first."""
        with self._database.read() as session:
            return events_of(session, self.record, record_id)

    def undo(self, token: Undo) -> Change:
        """Takes a change back; the change this returns has a token that does it again.

        Raises:
            UserError: records.changed_elsewhere, records.undo_number_taken, records.undo_has_sites.
        """
        return undo_change(self._database, self._actor, token)


def current_row(session: Session, record: str, row: Row) -> dict[str, Any]:
    """The stored row of a record, which must still be as `row` shows it.

    Raises:
        UserError: records.gone, records.changed_elsewhere.
    """
    found = rows_of(session, record, "id", [row.id])
    if not found:
        raise UserError("records.gone")
    if found[0]["version"] != row.version:
        raise UserError("records.changed_elsewhere")
    return found[0]


def number_taken(session: Session, record: str, cleaned: Cleaned, record_id: int | None) -> list[Problem]:
    """A problem when the filing number already belongs to another record of the kind, naming it."""
    number = cleaned.values.get("filing_number")
    if not number:
        return []
    table = table_of(record)
    other = session.execute(select(table.c.id, table.c.name).where(table.c.filing_number == str(number))).first()
    if other is None or other.id == record_id:
        return []
    return [
        Problem("filing_number", "records.number_taken", {"number": str(number), "name": other.name, "id": other.id})
    ]


def stop_at(problems: Sequence[Problem]) -> None:
    """Go no further where something is wrong."""
    if problems:
        raise Invalid(problems)


def refuse_unknown(record: str, values: Iterable[str], known: Sequence[str]) -> None:
    """A field that the record does not have is a mistake of the caller."""
    unknown = set(values) - set(known)
    if unknown:
        raise ValueError(f"not fields of a {record}: {sorted(unknown)}")


def undo_change(database: Database, actor: str, token: Undo) -> Change:
    """Takes any change of filing records back in one transaction, caches, search and history included."""
    with database.transaction() as session:
        redo = take_back(session, token)
        subjects, sites = redo.ids("subject"), redo.ids("site")
        owners = {row["subject_id"] for row in rows_of(session, "site", "id", sites)}
        owners |= {int(change.before["subject_id"]) for change in redo.rows if change.table == "site" and change.before}
        refresh_caches(session, owners | subjects)
        reindex(session, subjects, sites, redo.ids("account"), redo.ids("contact"))
        for change in redo.rows:
            if change.table != "domain":
                action = "delete" if change.after is None else "create" if change.before is None else "change"
                row_id = int((change.after or change.before or {})["id"])
                Audit(session, actor).note(action, change.table, row_id, {"undo": True})
    pointers = (*token.pointers, *redo.pointers)
    return Change(
        subjects=subjects | owners,
        sites=sites,
        cases=frozenset(each.row for each in pointers if each.table == "case"),
        accounts=redo.ids("account"),
        contacts=redo.ids("contact") | {each.row for each in pointers if each.table == "contact"},
        undo=redo,
    )
