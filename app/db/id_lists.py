"""A million ids at once: what a table that is opened or sorted needs of its query."""

from __future__ import annotations

import sys
from array import array
from itertools import chain

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session


def read_ids(session: Session, statement: Select[tuple[int]]) -> array[int]:
    """The ids that a statement selects, in its order.

    SQLite hands rows over one by one, and each of them waits for Python's lock, which takes longest while the window
    is at work; so it writes them into one text, sixteen hexadecimal digits each, without coming back in between.
    An aggregate over an ordered subquery keeps its order in SQLite.
    """
    if session.get_bind().dialect.name != "sqlite":
        result = session.execute(statement)
        return array("q", chain.from_iterable(result))
    ordered = statement.subquery()
    written = session.scalar(select(func.group_concat(func.printf("%016x", ordered.c[0]), "")))
    ids = array("q", bytes.fromhex(written or ""))
    if sys.byteorder == "little":
        ids.byteswap()
    return ids
