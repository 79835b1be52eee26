"""Every record of one kind that holds a text, for the filter of a table; `app.db.search` gives the best few."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.search import _SHIFT, SEARCH_PENDING, _find, normalise

_ALL = (1 << 62) - 1


def matching_ids(session: Session, text: str, kind: str) -> list[int]:
    """The ids of all records of the kind whose text contains this, unordered; none for a blank text."""
    part = normalise(text.strip())
    if not part:
        return []
    pending = session.scalar(select(SEARCH_PENDING.c.doc).limit(1)) is not None
    low = (1 << _SHIFT) - 1
    return [doc & low for doc in _find(session, part, kind, _ALL, pending)]
