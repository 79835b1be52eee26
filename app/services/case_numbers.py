"""Numbers of cases: BD-YYYYMMDD-NNN, counted through the day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.case import Case


def next_case_number(session: Session, day: date) -> str:
    """The next free number of a day; after 999 it simply grows longer."""
    stem = f"BD-{day:%Y%m%d}-"
    taken = session.scalars(select(Case.number).where(Case.number.startswith(stem, autoescape=True)))
    counts = [int(rest) for number in taken if (rest := number.removeprefix(stem)).isdecimal()]
    return f"{stem}{max(counts, default=0) + 1:03d}"
