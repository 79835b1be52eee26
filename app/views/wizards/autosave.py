"""Keeps a half-made wizard in the store within a second of the last key, so that a crash costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.views.jobs import Jobs

PAUSE_MS = 400
"""After the last key; with the write itself a draft is safe well within a second."""


class Autosave(QObject):
    """Saves the latest state, one write at a time.

    Signals:
        saved: the state that was last given is in the store (what `save` gave).
        failed: it could not be written (the `UserError`); typing goes on and the next pause tries again.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, save: Callable[[Any], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._save = save
        self._waiting: Any = None
        self._has_waiting = False
        self._writing = False
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._write)

    def keep(self, state: Any) -> None:
        """Keep this state soon."""
        if self._stopped:
            return
        self._waiting, self._has_waiting = state, True
        self._timer.start()

    def keep_now(self) -> None:
        """Do not wait for the pause, nor for the write before: the window may be gone when that ends."""
        if self._has_waiting:
            self._timer.stop()
            self._start()

    def stop(self) -> None:
        """Nothing more is to be kept: the wizard was finished or given up."""
        self._stopped = True
        self._has_waiting = False
        self._timer.stop()

    def _write(self) -> None:
        if not self._writing and self._has_waiting:
            self._start()

    def _start(self) -> None:
        state, self._has_waiting, self._writing = self._waiting, False, True
        self._jobs.start(self, lambda job: self._save(state), done=self._on_done, failed=self._on_failed, must_run=True)

    def _on_done(self, result: Any) -> None:
        self._writing = False
        if self._has_waiting:
            self._write()
        else:
            self.saved.emit(result)

    def _on_failed(self, error: Exception) -> None:
        self._writing = False
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(error)
