"""A million ids at once: what a table that is opened or sorted needs of its query."""

from __future__ import annotations

import sys
from array import array

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

_MOST = 0xFFFF_FFFF
"""The largest id of eight digits; `array("I")` has four bytes everywhere we run."""


def read_ids(session: Session, statement: Select[tuple[int]]) -> array[int]:
    """The ids that a statement selects, in its order.

    SQLite hands rows over one by one, and each of them waits for Python's lock, which takes longest while the window
    is at work; so it writes them into one text without coming back in between: eight hexadecimal digits each, sixteen
    where that is not enough. An aggregate over an ordered subquery keeps its order in SQLite.
    """
    if session.get_bind().dialect.name != "sqlite":
        return array("q", session.scalars(statement))
    ordered = statement.subquery()
    number = ordered.c[0]
    asked = select(func.group_concat(func.printf("%08x", number), ""), func.max(number))
    written, largest = session.execute(asked).one()
    if largest is None:
        return array("q")
    if largest > _MOST:
        written = session.scalar(select(func.group_concat(func.printf("%016x", number), "")))
    numbers = bytes.fromhex(written)
    # Each form of a million ids goes before the next one comes: what a process once had, it hardly gives back.
    del written
    ids = array("I" if largest <= _MOST else "q", numbers)
    del numbers
    if sys.byteorder == "little":
        ids.byteswap()
    return array("q", ids)
