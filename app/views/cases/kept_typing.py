"""What is typed in a dialog, kept in the store while it is typed, and there again when the dialog is opened anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from app.services.drafts import Drafts
from app.views.jobs import Jobs
from app.views.wizards.autosave import Autosave


class KeptTyping(QObject):
    """One text or form by its key. The answers are plain values; `key` is kept among them."""

    def __init__(self, flow: str, key: str, drafts: Drafts, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._flow, self._key, self._drafts, self._jobs = flow, key, drafts, jobs
        self._draft_id: int | None = None
        self._autosave = Autosave(jobs, self._save, self)

    def look(self, found: Callable[[Mapping[str, Any]], object]) -> None:
        """Give what was kept, in the window's thread; nothing where nothing was."""
        self._jobs.start(self, lambda _job: self._find(), done=lambda kept: found(kept) if kept else None)

    def keep(self, answers: Mapping[str, Any]) -> None:
        """Keep this within a second."""
        self._autosave.keep(dict(answers))

    def keep_now(self) -> None:
        """The dialog goes: what waits is written."""
        self._autosave.keep_now()

    def settle(self) -> None:
        """What was typed has become what it was for, or is not wanted: nothing is kept any more."""
        self._autosave.keep(None)
        self._autosave.keep_now()

    def _find(self) -> Mapping[str, Any] | None:
        for row in self._drafts.all(self._flow, limit=1_000):
            if row.answers.get("key") == self._key:
                self._draft_id = row.id
                return row.answers
        return None

    def _save(self, answers: Mapping[str, Any] | None) -> None:
        if answers is not None:
            self._draft_id = self._drafts.save(self._flow, {**answers, "key": self._key}, draft_id=self._draft_id)
        elif self._draft_id is not None:
            self._drafts.discard(self._draft_id)
            self._draft_id = None
