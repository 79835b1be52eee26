"""Asks a service for the ids a table is to show, away from the window; only the latest question is answered."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.services.tables import TableQuery
from app.views.jobs import Job, Jobs


class IdFeed(QObject):
    """One question after the other; an answer that was overtaken by a newer question is dropped.

    Signals:
        answered: the ids of the latest query (`array('q')`) and that query.
        waiting: a question is on its way (True) or answered (False).
    """

    answered = Signal(object, object)
    waiting = Signal(bool)

    def __init__(self, ids: Callable[[TableQuery], array[int]], jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = ids
        self._jobs = jobs
        self._running: TableQuery | None = None
        self._wanted: TableQuery | None = None

    def ask(self, query: TableQuery) -> None:
        """Ask; while a question runs, only the last one asked meanwhile is kept."""
        self._wanted = query
        if self._running is None:
            self.waiting.emit(True)
            self._start()

    def _start(self) -> None:
        query = self._running = self._wanted
        self._wanted = None
        assert query is not None
        ids = self._ids

        def work(_job: Job) -> array[int]:
            return ids(query)

        self._jobs.start(self, work, done=self._on_done, failed=self._on_failed)

    def _on_done(self, ids: array[int]) -> None:
        query, self._running = self._running, None
        if self._wanted is not None:
            self._start()
            return
        self.waiting.emit(False)
        self.answered.emit(ids, query)

    def _on_failed(self, error: Exception) -> None:
        self._running = None
        self.waiting.emit(False)
        if self._wanted is not None:
            self.ask(self._wanted)
        if not isinstance(error, UserError):
            raise error
        self._jobs.failed.emit(error)
