"""Every record of one kind that holds a text, for the filter of a table; `app.db.search` gives the best few."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.db.search import find, normalise


def matching_ids(session: Session, text: str, kind: str) -> list[int]:
    """The ids of all records of the kind whose text contains this, unordered; none for a blank text."""
    part = normalise(text.strip())
    return find(session, part, kind, None) if part else []
