"""Writing many new rows at once and knowing their ids.

SQLAlchemy can return the ids of many rows in their order on SQLite only by inserting them one by
one, which costs several times as much as the rows themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import Date, Table, func, insert, select
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from app.db.base import UtcDateTime

LEAST_ROWS = 5_000
"""Fewer rows are written with their indexes: making those anew would take as long."""
_PLAIN_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql LIKE 'CREATE INDEX %' ORDER BY name"


def insert_many(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Inserts rows that all have the same columns, without ids, and returns their ids in the same order."""
    if not rows:
        return []
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        returning = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        return [int(each) for each in connection.execute(returning, [dict(row) for row in rows]).scalars()]
    # The first row gets its id from the store; no one else writes in this transaction, so the next ones follow it, and
    # SQLite moves the table's counter on to the highest id that was given.
    first = int(connection.execute(insert(table).values(dict(rows[0])).returning(table.c.id)).scalar_one())
    names = list(rows[0])
    convert = [_converter(table.c[name].type, connection.dialect) for name in names]
    columns_of_rows: list[Iterable[Any]] = [range(first + 1, first + len(rows))]
    for name, to in zip(names, convert, strict=True):
        column = [row[name] for row in rows[1:]]
        columns_of_rows.append(column if to is None else [None if value is None else to(value) for value in column])
    insert_plain(session, table, ("id", *names), list(zip(*columns_of_rows, strict=True)))
    return list(range(first, first + len(rows)))


def insert_plain(session: Session, table: Table, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Inserts rows whose values are already what the driver takes, such as numbers and texts."""
    if not rows:
        return
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
        return
    quoted = connection.dialect.identifier_preparer
    columns = ", ".join(quoted.quote(name) for name in names)
    marks = ", ".join("?" for _ in names)
    statement = f"INSERT INTO {quoted.format_table(table)} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
    connection.exec_driver_sql(statement, list(rows))


@contextmanager
def indexes_set_aside(session: Session, tables: Iterable[Table], coming: Mapping[str, int]) -> Iterator[None]:
    """For a block that fills tables: indexes that no uniqueness hangs on are made at its end, sorted, instead of row by row.

    Only where a table gets more rows (`coming`, by its name) than it has, for all of its rows are sorted then. Part of
    the transaction: what rolls it back brings the indexes back. Where the block fails they stay away, so the
    transaction must end there.
    """
    connection = session.connection()
    set_aside: list[tuple[str, str]] = []
    if connection.dialect.name == "sqlite":
        for table in tables:
            more = coming.get(table.name, 0)
            held = connection.execute(select(func.max(table.c.id))).scalar() or 0
            if more >= LEAST_ROWS and held < more:
                set_aside += [tuple(row) for row in connection.exec_driver_sql(_PLAIN_INDEXES, (table.name,))]
    for name, _ in set_aside:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    yield
    for _, statement in set_aside:
        connection.exec_driver_sql(statement)


def _converter(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    """What turns a value into what the driver takes; None where that is the value itself. Dates repeat, so they are kept."""
    convert = kind.dialect_impl(dialect).bind_processor(dialect)
    if convert is None:
        return None
    return lru_cache(maxsize=1024)(convert) if isinstance(kind, Date | UtcDateTime) else convert
