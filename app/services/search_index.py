"""Bringing the search index up to date after much was written at once: in small steps, beside other work."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.db.search import SEARCH_PENDING, Document, catch_up, rebuild

STEP = 500


class SearchIndex:
    """The index of one store. Searches are complete at any time; they are quick once nothing waits any more."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self) -> int:
        """How many records wait to be indexed."""
        with self._database.read() as session:
            return session.scalar(select(func.count()).select_from(SEARCH_PENDING)) or 0

    def catch_up(self, report: Callable[[int, int], object] | None = None) -> int:
        """Index what waits; returns how many records that were.

        Each step is a transaction of its own of some 50 ms, so that other writers are not held up. `report`
        gets (done, total) after each; what it raises stops the work between two steps and loses nothing. Called
        in the background after an import and at start.
        """
        total, done = self.waiting(), 0
        # Nearly always nothing waits at start: that is found out without becoming the writer.
        while total:
            with self._database.transaction() as session:
                moved = catch_up(session, STEP)
            if not moved:
                return done
            done += moved
            if report is not None:
                report(done, max(total, done))
        return done

    def rebuild(self, documents: Callable[[Session], Iterable[Document]]) -> None:
        """Make the index anew from the records, after a check found that it disagrees; then `catch_up`."""
        with self._database.read() as reading, self._database.transaction() as session:
            rebuild(session, documents(reading))
