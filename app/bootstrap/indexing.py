"""The search index kept up with what is written, beside all other work."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.db.database import Database
from app.errors import UserError
from app.services.search_index import SearchIndex
from app.views.jobs import Job
from app.views.surroundings import Surroundings


class Indexing(QObject):
    """Catches up at the start and after each change; one run at a time."""

    def __init__(self, database: Database, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._index = SearchIndex(database)
        self._jobs = around.free_jobs
        self._running: Job | None = None
        self._again = False
        around.changes.changed.connect(self._catch_up)
        self._catch_up()

    def stop(self) -> None:
        """Stop between two steps: the store closes, and what waits is indexed when it is opened again."""
        if self._running is not None:
            self._running.forget()

    def _catch_up(self, _change: object = None) -> None:
        if self._running is not None:
            self._again = True
            return
        # Many small transactions, so it stands beside the store's lane and not in its way.
        index = self._index
        self._running = self._jobs.start(
            self, lambda job: index.catch_up(job.report), done=self._on_done, failed=self._on_failed
        )

    def _on_done(self, _count: int) -> None:
        self._running = None
        # What was written after the last look and before this word of it would wait for the next change.
        again, self._again = self._again, False
        if again:
            self._catch_up()

    def _on_failed(self, error: Exception) -> None:
        # What waits stays findable, only slower; the next change tries again.
        self._running, self._again = None, False
        if not isinstance(error, UserError):
            raise error
        self._jobs.failed.emit(error)
