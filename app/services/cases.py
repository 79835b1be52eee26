"""Cases: the tickets on the agent's desk, with check list, materials, documents and deadline."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.db.database import Database
from app.errors import UserError
from app.models.case import Case, CaseItem, CaseItemRow, CaseRow
from app.models.document import Document, DocumentRow
from app.models.material import Material, MaterialRow, StoredFile
from app.services import audit
from app.services.changes import Change
from app.services.tables import RecordTable, TableQuery, read_rows

STATES = ("open", "waiting_customer", "waiting_provider", "waiting_administration", "closed")

CASES = RecordTable(
    "case",
    "case",
    frozenset(
        {"number", "ticket_number", "customer", "procedure", "province", "state", "owner", "filing_number", "due_on"}
        | {"created_at", "updated_at"}
    ),
    {},
)


class Cases:
    """What can be done with cases. Stateless apart from the database; every change is noted in the history."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def ids(self, query: TableQuery) -> array[int]:
        """The ids of the cases that a query lets through, in its order."""
        with self._database.read() as session:
            return CASES.ids(session, query)

    def count(self, query: TableQuery) -> int:
        """How many cases the query lets through."""
        with self._database.read() as session:
            return CASES.count(session, query)

    def rows(self, ids: Sequence[int]) -> list[CaseRow]:
        """The cases with these ids, in this order; deleted ones are left out."""
        with self._database.read() as session:
            return read_rows(session, CaseRow, "case", ids)

    def get(self, case_id: int) -> CaseRow:
        """One case.

        Raises:
            UserError: `cases.no_such_case`.
        """
        with self._database.read() as session:
            return CaseRow.of(_found(session, case_id))

    def items(self, case_id: int) -> list[CaseItemRow]:
        """The check list in order."""
        with self._database.read() as session:
            found = session.scalars(select(CaseItem).where(CaseItem.case_id == case_id).order_by(CaseItem.position))
            return [CaseItemRow.of(each) for each in found]

    def materials(self, case_id: int) -> list[MaterialRow]:
        """The enclosures wanted and received, oldest first."""
        with self._database.read() as session:
            found = session.scalars(select(Material).where(Material.case_id == case_id).order_by(Material.id))
            return [MaterialRow.of(each) for each in found]

    def documents(self, case_id: int) -> list[DocumentRow]:
        """The papers made, newest first."""
        with self._database.read() as session:
            newest = select(Document).where(Document.case_id == case_id).order_by(Document.id.desc())
            return [DocumentRow.of(each) for each in session.scalars(newest)]

    def file(self, material_id: int) -> tuple[str, bytes]:
        """A received file: its name and its bytes; the reading is noted in the history.

        Raises:
            UserError: `flows.no_such_record`.
        """
        with self._database.transaction() as session:
            material = session.get(Material, material_id)
            stored = session.get(StoredFile, material.file_id) if material and material.file_id else None
            if material is None or stored is None:
                raise UserError("flows.no_such_record")
            audit.record(session, self._actor, "reveal", "material", material.id)
            return stored.name, stored.data

    def set_item_done(self, item: CaseItemRow, done: bool) -> Change:
        """Tick or untick a line of the check list.

        Raises:
            UserError: `cases.changed_elsewhere`.
        """
        with self._database.transaction() as session:
            kept = session.get(CaseItem, item.id)
            if kept is None or kept.version != item.version:
                raise UserError("cases.changed_elsewhere")
            kept.done_at = utc_now() if done else None
            kept.done_by = self._actor if done else ""
            audit.record(session, self._actor, "change", "case_item", kept.id, {"fields": ["done_at"]})
            return Change(cases=frozenset({kept.case_id}))

    def set_note(self, row: CaseRow, note: str) -> Change:
        """Replace the note of a case."""
        with self._database.transaction() as session:
            self._fresh(session, row).note = note
            audit.record(session, self._actor, "change", "case", row.id, {"fields": ["note"]})
        return Change(cases=frozenset({row.id}))

    def set_state(self, row: CaseRow, state: str, *, reason: str = "") -> Change:
        """Move a case on. Closing it past open items of the check list needs a reason.

        Raises:
            UserError: `cases.unknown_state`, `cases.open_items`, `cases.changed_elsewhere`.
        """
        if state not in STATES:
            raise UserError("cases.unknown_state", found=state[:40], choices=STATES)
        with self._database.transaction() as session:
            case = self._fresh(session, row)
            if state == "closed" and not reason.strip():
                wanted = (CaseItem.case_id == row.id, CaseItem.required, CaseItem.done_at.is_(None))
                still_open = session.scalar(select(func.count()).select_from(CaseItem).where(*wanted)) or 0
                if still_open:
                    raise UserError("cases.open_items", count=still_open)
            case.state = state
            case.closed_at = utc_now() if state == "closed" else None
            case.closing_reason = reason.strip() if state == "closed" else ""
            fields = ["state", "closed_at", "closing_reason"]
            audit.record(session, self._actor, "change", "case", row.id, {"fields": fields})
        return Change(cases=frozenset({row.id}))

    @staticmethod
    def _fresh(session: Session, row: CaseRow) -> Case:
        case = _found(session, row.id)
        if case.version != row.version:
            raise UserError("cases.changed_elsewhere")
        return case


def _found(session: Session, case_id: int) -> Case:
    case = session.get(Case, case_id)
    if case is None:
        raise UserError("cases.no_such_case")
    return case
