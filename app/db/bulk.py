"""Writing many new rows at once and knowing their ids.

SQLAlchemy can return the ids of many rows in their order on SQLite only by inserting them one by
one, which costs several times as much as the rows themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Date, Table, insert
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from app.db.base import UtcDateTime


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
    quoted = connection.dialect.identifier_preparer
    columns = ", ".join(quoted.quote(name) for name in ("id", *names))
    marks = ", ".join("?" for _ in range(len(names) + 1))
    statement = f"INSERT INTO {quoted.format_table(table)} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
    columns_of_rows: list[Iterable[Any]] = [range(first + 1, first + len(rows))]
    for name, to in zip(names, convert, strict=True):
        column = [row[name] for row in rows[1:]]
        columns_of_rows.append(column if to is None else [None if value is None else to(value) for value in column])
    values = list(zip(*columns_of_rows, strict=True))
    if values:
        connection.exec_driver_sql(statement, values)
    return list(range(first, first + len(rows)))


def _converter(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    """What turns a value into what the driver takes; None where that is the value itself. Dates repeat, so they are kept."""
    convert = kind.dialect_impl(dialect).bind_processor(dialect)
    if convert is None:
        return None
    return lru_cache(maxsize=1024)(convert) if isinstance(kind, Date | UtcDateTime) else convert
