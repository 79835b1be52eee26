"""The check list of a case: its lines with who, when, note, file and clock, and the case's deadline beside it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.db.database import Database
from app.errors import UserError
from app.models.case import CaseItem, CaseItemRow, CaseRow
from app.models.material import Material, MaterialRow, StoredFile
from app.rules import workdays
from app.rules.case_deadlines import follow_up_day
from app.services import audit
from app.services.case_records import found_case, fresh_case, fresh_item, journal
from app.services.changes import Change
from app.services.rules_in_force import rules_in_force
from app.services.undo import Undo, rows_of

LONGEST_TITLE = 400
LONGEST_NOTE = 2_000
CLOCK_HOURS = 24
"""How long the ministry's text message lives."""


class CaseItems:
    """The part of `Cases` that works on lines and days."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

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
            kept = fresh_item(session, item)
            before = rows_of(session, "case_item", "id", [item.id])
            kept.done_at = utc_now() if done else None
            kept.done_by = self._actor if done else ""
            detail = {"fields": ["done_at"], "done": done}
            audit.record(session, self._actor, "change", "case_item", kept.id, detail)
            return _item_changed(kept.case_id, Undo(journal(session, "case_item", before)))

    def set_item_note(self, item: CaseItemRow, note: str) -> Change:
        """Replace the note of a line.

        Raises:
            UserError: `cases.changed_elsewhere`, `cases.too_long`.
        """
        note = note.strip()
        if len(note) > LONGEST_NOTE:
            raise UserError("cases.too_long", length=len(note), longest=LONGEST_NOTE)
        with self._database.transaction() as session:
            kept = fresh_item(session, item)
            before = rows_of(session, "case_item", "id", [item.id])
            kept.note = note
            audit.record(session, self._actor, "change", "case_item", kept.id, {"fields": ["note"]})
            return _item_changed(kept.case_id, Undo(journal(session, "case_item", before)))

    def set_item_clock(self, item: CaseItemRow, begun: datetime | None, hours: int = CLOCK_HOURS) -> Change:
        """Start the clock of a line, days off included, or take it away with None.

        Raises:
            UserError: `cases.changed_elsewhere`.
        """
        with self._database.transaction() as session:
            kept = fresh_item(session, item)
            before = rows_of(session, "case_item", "id", [item.id])
            kept.due_at = workdays.add_hours(begun, hours) if begun is not None else None
            detail: dict[str, object] = {"fields": ["due_at"]}
            if begun is not None:
                detail["hours"] = hours
            audit.record(session, self._actor, "change", "case_item", kept.id, detail)
            return _item_changed(kept.case_id, Undo(journal(session, "case_item", before)))

    def add_item(self, case_id: int, title: str, *, required: bool = True, kind: str = "") -> Change:
        """A line of one's own at the end of the check list.

        Raises:
            UserError: `cases.no_such_case`, `cases.title_missing`, `cases.too_long`.
        """
        title = title.strip()
        if not title:
            raise UserError("cases.title_missing")
        if len(title) > LONGEST_TITLE:
            raise UserError("cases.too_long", length=len(title), longest=LONGEST_TITLE)
        with self._database.transaction() as session:
            found_case(session, case_id)
            position = next_position(session, case_id)
            item = CaseItem(case_id=case_id, position=position, kind=kind, title=title, required=required)
            session.add(item)
            session.flush()
            audit.record(session, self._actor, "create", "case_item", item.id)
            return _item_changed(case_id, Undo(journal(session, "case_item", (), [item.id])))

    def remove_item(self, item: CaseItemRow) -> Change:
        """Take a line off the check list; its enclosure stays with the case.

        Raises:
            UserError: `cases.changed_elsewhere`.
        """
        with self._database.transaction() as session:
            kept = fresh_item(session, item)
            before = rows_of(session, "case_item", "id", [item.id])
            session.delete(kept)
            detail = {"removed": item.title}
            audit.record(session, self._actor, "change", "case", item.case_id, detail)
            return _item_changed(item.case_id, Undo(journal(session, "case_item", before)))

    def move_due(self, row: CaseRow, due: date, reason: str) -> Change:
        """Put the deadline on another day; the reason stands in its arithmetic.

        Raises:
            UserError: `cases.reason_missing`, `cases.changed_elsewhere`.
        """
        reason = reason.strip()
        if not reason:
            raise UserError("cases.reason_missing")
        with self._database.transaction() as session:
            case = fresh_case(session, row)
            before = rows_of(session, "case", "id", [row.id])
            was = f"{case.due_on:%Y-%m-%d}" if case.due_on else "未定"
            said = f"由 {was} 改到 {due:%Y-%m-%d}：{reason}"
            case.due_steps = [*case.due_steps, {"date": due.isoformat(), "kind": "moved", "zh": said}]
            case.due_on, case.due_provisional = due, False
            detail = {"fields": ["due_on"], "from": was, "to": due.isoformat()}
            audit.record(session, self._actor, "change", "case", case.id, detail)
            return Change(cases=frozenset({row.id}), undo=Undo(journal(session, "case", before)))

    def reckon_due(self, row: CaseRow, start: date) -> Change:
        """Reckon the deadline anew from a day, by the rule of the procedure and the province.

        Raises:
            UserError: `cases.changed_elsewhere`.
        """
        with self._database.transaction() as session:
            case = fresh_case(session, row)
            before = rows_of(session, "case", "id", [row.id])
            found = follow_up_day(case.procedure, case.province, start, rules_in_force(session))
            case.due_on, case.due_provisional = found.deadline.due, found.deadline.provisional
            case.due_steps = found.steps()
            audit.record(session, self._actor, "change", "case", case.id, {"fields": ["due_on"]})
            return Change(cases=frozenset({row.id}), undo=Undo(journal(session, "case", before)))


def next_position(session: Session, case_id: int) -> int:
    """Where the next line of a check list goes."""
    last = session.scalar(select(func.max(CaseItem.position)).where(CaseItem.case_id == case_id))
    return 0 if last is None else last + 1


def _item_changed(case_id: int, undo: Undo) -> Change:
    return Change(cases=frozenset({case_id}), undo=undo if undo.rows else None)
