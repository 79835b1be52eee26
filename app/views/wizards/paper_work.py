"""What the wizard has done away from the window's thread: pages drawn, files read, answers checked as a whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Problem, UserError
from app.services.case_files import CaseFile
from app.services.check_lists import Paper
from app.services.previews import Preview
from app.views.jobs import Jobs
from app.views.wizards.flow_face import PaperMaker

PREVIEW_PAUSE_MS = 250


class PaperWork(QObject):
    """Draws, reads and checks for one wizard; an answer that was overtaken by newer typing is dropped.

    Signals:
        drawn: the page as it stands now (`Preview`, or None before the province is known).
        not_drawn: why it could not be drawn (`UserError`).
        read: a draft's check list (draft, papers, what its case has received, problems of the files).
        checked: everything that keeps a draft from becoming paper (draft, problems).
    """

    drawn = Signal(object)
    not_drawn = Signal(object)
    read = Signal(object, object, object, object)
    checked = Signal(object, object)

    def __init__(self, maker: PaperMaker, jobs: Jobs, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._work = maker
        self._jobs = jobs
        self._today = today
        self._asked = 0
        self._draft: Any = None
        self._whole = False
        self._step = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PREVIEW_PAUSE_MS)
        self._pause.timeout.connect(self._draw)

    def draw(self, draft: Any, *, whole: bool, step: str = "", now: bool = False) -> None:
        """Draw the paper of this step, or the whole packet, once the typing pauses."""
        self._draft, self._whole, self._step = draft, whole, step
        self._pause.start(0 if now else PREVIEW_PAUSE_MS)

    def stop(self) -> None:
        """Draw no more."""
        self._pause.stop()
        self._asked += 1

    def read_enclosures(self, draft: Any) -> None:
        """Read the files of a draft; they may be large, or lie on a slow share."""
        work, today = self._work, self._today()

        def read(_job: object) -> tuple[tuple[Paper, ...], tuple[CaseFile, ...], list[Problem]]:
            wrong = [each for each in work.check(draft, today) if each.path.startswith("enclosures.")]
            return work.check_list(draft, today), work.case_files(draft), wrong

        self._jobs.start(self, read, done=lambda found: self.read.emit(draft, *found))

    def check(self, draft: Any) -> None:
        """Check all answers, the form's own demands included."""
        work, today = self._work, self._today()
        self._jobs.start(self, lambda job: work.check(draft, today), done=lambda found: self.checked.emit(draft, found))

    def _draw(self) -> None:
        self._asked += 1
        number, draft, whole, step, today = self._asked, self._draft, self._whole, self._step, self._today()
        self._jobs.start(
            self,
            lambda job: self._work.preview(draft, today, whole=whole, step=step),
            done=lambda preview: self._on_drawn(number, preview),
            failed=lambda error: self._on_failed(number, error),
        )

    def _on_drawn(self, number: int, preview: Preview | None) -> None:
        if number == self._asked:
            self.drawn.emit(preview)

    def _on_failed(self, number: int, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if number == self._asked:
            self.not_drawn.emit(error)
