"""What is due: the agent's cases of today and those past their day, with the clocks of their check lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from app.db.database import Database
from app.models.case import Case, CaseItem, CaseRow
from app.rules.case_states import CLOSED
from app.services.case_queries import due_ids
from app.services.tables import read_rows

SOON_HOURS = 24
MOST = 200


@dataclass(frozen=True, slots=True)
class Clock:
    """A line of a check list whose time runs out."""

    item_id: int
    case_id: int
    case_number: str
    title: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Due:
    """What a reminder names, at one moment; cases of others are not in it."""

    now: datetime
    today: tuple[CaseRow, ...]
    overdue: tuple[CaseRow, ...]
    clocks: tuple[Clock, ...]

    def __bool__(self) -> bool:
        return bool(self.today or self.overdue or self.clocks)

    @property
    def most_urgent(self) -> int | None:
        """The case to open first."""
        if self.clocks:
            return self.clocks[0].case_id
        first = next(iter((*self.overdue, *self.today)), None)
        return first.id if first is not None else None


class Reminders:
    """Looks what is due for this agent: own cases and those that nobody owns."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def due(self, now: datetime) -> Due:
        """What is due at this moment (aware)."""
        with self._database.read() as session:
            today = read_rows(session, CaseRow, "case", due_ids(session, self._actor, now, ("due_today",))[:MOST])
            late = read_rows(session, CaseRow, "case", due_ids(session, self._actor, now, ("overdue",))[:MOST])
            query = (
                select(CaseItem.id, CaseItem.case_id, Case.number, CaseItem.title, CaseItem.due_at)
                .join(Case, Case.id == CaseItem.case_id)
                .where(
                    CaseItem.due_at.is_not(None),
                    CaseItem.due_at < now + timedelta(hours=SOON_HOURS),
                    CaseItem.done_at.is_(None),
                    Case.state != CLOSED,
                    Case.owner.in_((self._actor, "")),
                )
                .order_by(CaseItem.due_at)
                .limit(MOST)
            )
            clocks = tuple(
                Clock(item_id, case_id, number, title, due_at)
                for item_id, case_id, number, title, due_at in session.execute(query)
                if due_at is not None
            )
        overdue = {row.id for row in late}
        return Due(now, tuple(row for row in today if row.id not in overdue), tuple(late), clocks)
