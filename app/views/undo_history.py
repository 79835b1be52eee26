"""What was done in this window and can be taken back, newest first, and what was taken back and can be done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.services.changes import Change
from app.services.undo import Undo, rebased
from app.views.changes import ChangeBus
from app.views.jobs import Job, Jobs

KEPT = 50

TakeBack = Callable[[Undo], Change]


@dataclass(frozen=True, slots=True)
class _Step:
    text: str
    undo: Undo
    take_back: TakeBack
    sure: Callable[[], bool] | None


class UndoHistory(QObject):
    """Runs undo and redo on the store's lane and tells the bus what changed.

    Signals:
        undone: a step was taken back (its text).
        redone: a step was done again (its text).
        failed: a step could not be taken back (a `UserError`); it is forgotten.
        changed: there is more or less to take back now.
    """

    undone = Signal(str)
    redone = Signal(str)
    failed = Signal(object)
    changed = Signal()

    def __init__(self, jobs: Jobs, bus: ChangeBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._bus = bus
        self._done: list[_Step] = []
        self._taken: list[_Step] = []
        self._busy = False

    @property
    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._done) and not self._busy

    @property
    def can_redo(self) -> bool:
        """Whether something can be done again."""
        return bool(self._taken) and not self._busy

    def add(self, text: str, change: Change, take_back: TakeBack, *, sure: Callable[[], bool] | None = None) -> None:
        """Remember a change; `text` says what was done ("Deleted …"). What was taken back before is gone.

        `sure` asks the user before a step goes back that is too large for a slip of the finger on Ctrl+Z.
        """
        if change.undo is None:
            return
        self._done.append(_Step(text, change.undo, take_back, sure))
        del self._done[:-KEPT]
        self._taken.clear()
        self.changed.emit()

    def clear(self) -> None:
        """Forget everything: another store is open."""
        self._done.clear()
        self._taken.clear()
        self.changed.emit()

    def undo(self) -> bool:
        """Take the last step back; False when there is none, or the user would rather not."""
        if self.can_undo and (sure := self._done[-1].sure) is not None and not sure():
            return False
        return self._run(self._done, self._taken, self.undone.emit)

    def redo(self) -> bool:
        """Do the last step that was taken back again; False when there is none."""
        return self._run(self._taken, self._done, self.redone.emit)

    def _run(self, source: list[_Step], target: list[_Step], told: Callable[[str], object]) -> bool:
        if self._busy or not source:
            return False
        step = source.pop()
        self._busy = True

        def work(_job: Job) -> Change:
            return step.take_back(step.undo)

        def done(change: Change) -> None:
            self._busy = False
            if change.undo is not None:
                for steps in (self._done, self._taken):
                    steps[:] = [replace(each, undo=rebased(each.undo, step.undo, change.undo)) for each in steps]
                target.append(_Step(step.text, change.undo, step.take_back, step.sure))
            self._bus.changed.emit(change)
            self.changed.emit()
            told(step.text)

        def failed(error: Exception) -> None:
            self._busy = False
            self.changed.emit()
            if not isinstance(error, UserError):
                raise error
            self.failed.emit(error)

        self._jobs.start(self, work, done=done, failed=failed)
        return True
