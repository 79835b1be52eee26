"""Big tables as an ordered list of ids: what a million rows need to open, sort and scroll like a hundred.

A query names a sort column and filters; the answer is an `array('q')` of ids, eight bytes each.
Rows are read by the page, when they are shown.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table, func, select
from sqlalchemy.orm import Session

from app.db.id_lists import read_ids
from app.db.search_filter import matching_ids
from app.models.row import Row
from app.models.site import SORTABLE as SITE_SORTABLE
from app.models.subject import SORTABLE as SUBJECT_SORTABLE
from app.services.undo import table_of

AnyRow = TypeVar("AnyRow", bound=Row)

#: More ids than this are filtered in Python, where a set look-up is cheaper than a list of parameters.
_FEW_IDS = 500
_CHUNK = 500

_FILTERS = ("province", "kind", "state")


@dataclass(frozen=True, slots=True)
class TableQuery:
    """What a table shows and in which order. `sort` is a column of the row; None of a filter means no filter."""

    sort: str = "name"
    descending: bool = False
    province: str | None = None
    kind: str | None = None
    state: str | None = None
    text: str | None = None

    def sorted_by(self, column: str, *, descending: bool = False) -> TableQuery:
        """The same rows in another order."""
        return replace(self, sort=column, descending=descending)


@dataclass(frozen=True, slots=True)
class RecordTable:
    """How one kind of record is listed: its table, the kind in the search index and the sortable columns."""

    table: str
    kind: str
    sortable: frozenset[str]
    #: Columns that sort by another, indexed one.
    sort_as: Mapping[str, str]
    #: The kind whose matches bring their own records along: a subject's name finds its sites.
    owner: str | None = None

    def ids(self, session: Session, query: TableQuery, most: int | None = None) -> array[int]:
        """The ids of all rows that the query lets through, in its order; equal rows stand by id.

        With `most` the first so many: along an index they are there long before all of them are.
        """
        table = table_of(self.table)
        statement = select(table.c.id).where(*self._conditions(table, query))
        wanted: set[int] | None = None
        if query.text and query.text.strip():
            wanted = set(matching_ids(session, query.text, self.kind))
            if self.owner is not None:
                wanted |= self._owned_by_matches(session, table, query.text)
            if len(wanted) <= _FEW_IDS:
                statement = statement.where(table.c.id.in_(sorted(wanted)))
                wanted = None
        statement = statement.order_by(*self._order(table, query))
        if wanted is None:
            return read_ids(session, statement.limit(most))
        return array("q", (each for each in read_ids(session, statement) if each in wanted))[:most]

    def count(self, session: Session, query: TableQuery) -> int:
        """How many rows the query lets through."""
        if query.text and query.text.strip():
            return len(self.ids(session, query))
        table = table_of(self.table)
        statement = select(func.count()).select_from(table).where(*self._conditions(table, query))
        return int(session.execute(statement).scalar_one())

    def values(self, session: Session, column: str) -> tuple[str, ...]:
        """The values a filter may take, those that occur."""
        if column not in _FILTERS and column not in self.sortable:
            raise ValueError(f"no filter on {column}")
        source = table_of(self.table).c[column]
        found: list[str] = []
        # Each step jumps along the index to the next value instead of reading a million entries.
        value = session.execute(select(func.min(source))).scalar()
        while value is not None:
            found.append(value)
            value = session.execute(select(func.min(source)).where(source > value)).scalar()
        return tuple(each for each in found if each != "")

    def _owned_by_matches(self, session: Session, table: Table, text: str) -> set[int]:
        owners = matching_ids(session, text, str(self.owner))
        column = table.c[f"{self.owner}_id"]
        owned: set[int] = set()
        for start in range(0, len(owners), _CHUNK):
            chosen = select(table.c.id).where(column.in_(owners[start : start + _CHUNK]))
            owned.update(read_ids(session, chosen))
        return owned

    def _conditions(self, table: Table, query: TableQuery) -> list[ColumnElement[bool]]:
        return [table.c[name] == getattr(query, name) for name in _FILTERS if getattr(query, name) is not None]

    def _order(self, table: Table, query: TableQuery) -> tuple[ColumnElement[Any], ...]:
        name = self.sort_as.get(query.sort, query.sort)
        if name == "id":
            return (table.c.id.desc() if query.descending else table.c.id.asc(),)
        if name not in self.sortable:
            raise ValueError(f"{self.table} cannot be sorted by {query.sort}")
        column = table.c[name]
        return (column.desc(), table.c.id.desc()) if query.descending else (column.asc(), table.c.id.asc())


SUBJECTS = RecordTable("subject", "subject", frozenset({*SUBJECT_SORTABLE, "filing_number"}), {"name": "name_key"})
SITES = RecordTable(
    "site",
    "site",
    frozenset({*SITE_SORTABLE, "filing_number"}),
    {"name": "name_key", "subject_name": "subject_name_key"},
    owner="subject",
)


def read_rows(session: Session, row_class: type[AnyRow], table_name: str, ids: Sequence[int]) -> list[AnyRow]:
    """The rows with these ids, in this order; ids that are gone are left out."""
    table = table_of(table_name)
    found: dict[int, AnyRow] = {}
    for start in range(0, len(ids), _CHUNK):
        query = select(table).where(table.c.id.in_(list(ids[start : start + _CHUNK])))
        for record in session.execute(query):
            row = row_class.of(record)
            found[row.id] = row
    return [found[each] for each in ids if each in found]
