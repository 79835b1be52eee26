"""The queue of cases as lists of ids: the agent's views of it, any order, how many each view holds."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, exists, func, or_, select
from sqlalchemy import case as sql_case
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.rules.case_states import CLOSED
from app.services.tables import RecordTable, TableQuery
from app.services.undo import table_of

VIEWS = (
    "active",
    "mine",
    "due_today",
    "overdue",
    "waiting_customer",
    "waiting_provider",
    "waiting_administration",
    "closed",
)
"""The views of the queue in the order of the tabs."""


@dataclass(frozen=True, slots=True)
class CaseQuery(TableQuery):
    """What the queue shows.

    Attributes:
        view: one of `VIEWS`, or empty for all.
        owner: whose cases `mine` are.
        procedure: cases of this procedure only; None for all.
        handled_by: cases of this owner only, empty for nobody's; None for all.
        now: which day it is, and which clocks have run out.
    """

    view: str = ""
    owner: str = ""
    procedure: str | None = None
    handled_by: str | None = None
    now: datetime = field(default_factory=lambda: datetime.now().astimezone())

    def for_view(self, view: str) -> CaseQuery:
        """The same filters in another view."""
        return replace(self, view=view)


@dataclass(frozen=True, slots=True)
class CaseTable(RecordTable):
    """Cases by view; a deadline sorts cases without one last."""

    def _conditions(self, table: Table, query: TableQuery) -> list[ColumnElement[bool]]:
        found = super(CaseTable, self)._conditions(table, query)
        if not isinstance(query, CaseQuery):
            return found
        if query.view:
            found.append(view_condition(table, query.view, query.owner, query.now))
        if query.procedure is not None:
            found.append(table.c.procedure == query.procedure)
        if query.handled_by is not None:
            found.append(table.c.owner == query.handled_by)
        return found

    def _order(self, table: Table, query: TableQuery) -> tuple[ColumnElement[Any], ...]:
        if query.sort != "due_on":
            return super(CaseTable, self)._order(table, query)
        column = table.c.due_on
        ordered = column.desc() if query.descending else column.asc()
        return (column.is_(None), ordered, table.c.id.desc() if query.descending else table.c.id.asc())


CASES = CaseTable(
    "case",
    "case",
    frozenset(
        {"number", "ticket_number", "customer", "procedure", "province", "state", "owner", "filing_number", "due_on"}
        | {"created_at", "updated_at", "closed_at", "title"}
    ),
    {},
)


def view_condition(table: Table, view: str, owner: str, now: datetime) -> ColumnElement[bool]:
    """What lets a case into a view.

    Due is what its own day says, or a line of its check list whose clock runs out; a closed case is never due.
    """
    today = now.date()
    active = table.c.state != CLOSED
    match view:
        case "active":
            return active
        case "mine":
            return and_(active, table.c.owner == owner)
        case "due_today":
            return and_(active, or_(table.c.due_on == today, _clock(table, now, _end_of(today, now))))
        case "overdue":
            return and_(active, or_(table.c.due_on < today, _clock(table, None, now)))
        case _:
            return table.c.state == view


def count_views(session: Session, owner: str, now: datetime) -> Mapping[str, int]:
    """How many cases each view holds, in one look through the table."""
    table = table_of("case")
    sums = [
        func.sum(sql_case((view_condition(table, view, owner, now), 1), else_=0)).label(f"view_{view}")
        for view in VIEWS
    ]
    row = session.execute(select(*sums)).one()
    return {view: int(count or 0) for view, count in zip(VIEWS, row, strict=True)}


def due_ids(session: Session, owner: str, now: datetime, views: tuple[str, ...]) -> array[int]:
    """Cases that a reminder names, those of this owner and those of nobody, the most urgent first."""
    table = table_of("case")
    mine = or_(table.c.owner == owner, table.c.owner == "")
    wanted = or_(*(view_condition(table, view, owner, now) for view in views))
    query = select(table.c.id).where(mine, wanted).order_by(table.c.due_on.is_(None), table.c.due_on, table.c.id)
    return array("q", session.scalars(query))


def _clock(table: Table, after: datetime | None, before: datetime) -> ColumnElement[bool]:
    """Whether an open line of the check list runs out in a span of time."""
    item = table_of("case_item")
    limits = [item.c.due_at < before] if after is None else [item.c.due_at >= after, item.c.due_at < before]
    return exists(select(item.c.id).where(item.c.case_id == table.c.id, item.c.done_at.is_(None), *limits))


def _end_of(day: date, now: datetime) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), now.tzinfo or utc_now().tzinfo)
