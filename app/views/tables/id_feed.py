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
        begun: the first ids of the latest query, ahead of its answer, where `ask` was told to say them.
        answered: the ids of the latest query (`array('q')`) and that query.
        waiting: a question is on its way (True) or answered (False).
    """

    begun = Signal(object)
    answered = Signal(object, object)
    waiting = Signal(bool)

    def __init__(
        self,
        ids: Callable[[TableQuery], array[int]],
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        first_ids: Callable[[TableQuery, int], array[int]] | None = None,
    ) -> None:
        """`first_ids` gives so many from the top of the list, for tables that take long to list."""
        super().__init__(parent)
        self._ids = ids
        self._first_ids = first_ids
        self._jobs = jobs
        self._running: TableQuery | None = None
        self._wanted: TableQuery | None = None

    def ask(self, query: TableQuery, *, ahead: int = 0) -> None:
        """Ask; while a question runs, only the last one asked meanwhile is kept.

        With `ahead` so many ids come by `begun` first. A text is looked for in one go: its first ids take as long as all.
        """
        self._wanted = query
        if self._running is None:
            self.waiting.emit(True)
            self._start(0 if query.text else ahead)

    def _start(self, ahead: int = 0) -> None:
        query = self._running = self._wanted
        self._wanted = None
        assert query is not None
        ids, first_ids = self._ids, self._first_ids
        if first_ids is not None and ahead:
            self._jobs.start(
                self, lambda _job: first_ids(query, ahead), done=self._on_first, failed=lambda _error: None
            )

        def work(_job: Job) -> array[int]:
            return ids(query)

        self._jobs.start(self, work, done=self._on_done, failed=self._on_failed)

    def _on_first(self, ids: array[int]) -> None:
        if self._wanted is None:
            self.begun.emit(ids)

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
