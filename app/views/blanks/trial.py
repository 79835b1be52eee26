"""The blank filled with fictional values as one works on it: ordinary, longest, rare names, none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import UserError
from app.services.blank_editing import Mapping
from app.services.blanks import BlankDesk, Sample, filled_with_sample
from app.services.previews import Preview
from app.views.jobs import Job
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.labels import plain_label
from app.views.widgets.pdf_view import PdfView

WAIT = 250
"""Milliseconds after the last change before the blank is filled again."""


def sample_names() -> dict[Sample, str]:
    """What each set of test values is called."""
    return {
        Sample.ORDINARY: QCoreApplication.translate("Trial", "Ordinary values"),
        Sample.LONGEST: QCoreApplication.translate("Trial", "Longest values"),
        Sample.RARE: QCoreApplication.translate("Trial", "Rare names"),
        Sample.EMPTY: QCoreApplication.translate("Trial", "Nothing filled in"),
    }


class Trial(QWidget):
    """Shows the present mapping filled, a moment after each change.

    Signals:
        filled: the preview that is shown now.
    """

    filled = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._desk: BlankDesk | None = None
        self._mapping: Mapping | None = None
        self._job: Job | None = None
        self.shown: Preview | None = None
        self.values = QComboBox(self)
        self._samples = tuple(Sample)
        self.values.addItems([sample_names()[each] for each in self._samples])
        self.values.setAccessibleName(self.tr("Test values"))
        self.values.activated.connect(lambda _row: self.fill())
        label = QLabel(self.tr("Fill with"), self)
        set_role(label, "hint")
        label.setBuddy(self.values)
        self.problems = plain_label("", "warning", self)
        self.problems.hide()
        self.view = PdfView(around.free_jobs, self)
        head = QHBoxLayout()
        head.setContentsMargins(GRID, GRID, GRID, GRID)
        head.setSpacing(GRID)
        head.addWidget(label)
        head.addWidget(self.values, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self.problems.setContentsMargins(GRID, 0, GRID, GRID)
        layout.addWidget(self.problems)
        layout.addWidget(self.view, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT)
        self._soon.timeout.connect(self.fill)

    def show_blank(self, desk: BlankDesk, mapping: Mapping) -> None:
        """Take another state of a blank; it is filled in a moment."""
        self._desk, self._mapping = desk, mapping
        self._soon.start()

    def fill(self) -> None:
        """Fill now, with the values that are chosen."""
        self._soon.stop()
        desk, mapping = self._desk, self._mapping
        if desk is None or mapping is None:
            return
        if self._job is not None:
            self._job.forget()
        sample = self._samples[self.values.currentIndex()]
        self._job = self._around.free_jobs.start(
            self,
            lambda _job: filled_with_sample(desk.form(mapping), sample),
            done=self._on_filled,
            failed=self._on_failed,
        )

    def _on_filled(self, made: Preview) -> None:
        self._job, self.shown = None, made
        self.view.set_pdf(made.image, made.sizes)
        self._tell([self._around.languages.messages().problem(each) for each in made.problems])
        self.filled.emit(made)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, UserError):
            raise error
        self._tell([self._around.languages.messages().error(error)])

    def _tell(self, lines: list[str]) -> None:
        self.problems.setText("\n".join(lines))
        self.problems.setVisible(bool(lines))
