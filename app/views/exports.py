"""Writing a filtered table to a file: which columns, which records, masked or whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.services.exports import Exports
from app.services.filing_fields import MASKED_FIELDS
from app.views.jobs import Job
from app.views.surroundings import Surroundings
from app.views.tables.shown import Shown
from app.views.tables.words import number
from app.views.theme import GRID, set_role
from app.views.widgets.busy_overlay import BusyOverlay
from app.views.widgets.labels import heading, plain_label


class ExportDialog(QDialog):
    """Three choices and a button.

    Signals:
        exported: the file was written (its path, the number of lines).
    """

    exported = Signal(object, int)

    def __init__(self, shown: Shown, exports: Exports, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Export"))
        self.setFixedWidth(480)
        self._shown, self._exports, self._around = shown, exports, around
        self._job: Job | None = None
        self.whole = QRadioButton(self.tr("All {count} rows of the table").format(count=number(shown.count)), self)
        self.selection = QRadioButton(
            self.tr("The {count} selected rows").format(count=number(len(shown.selected))), self
        )
        self.selection.setEnabled(len(shown.selected) > 0)
        self.visible = QRadioButton(self.tr("The columns shown"), self)
        self.every = QRadioButton(self.tr("All columns, ready to be imported again"), self)
        self.full = QCheckBox(self.tr("Whole numbers, phones and e-mails"), self)
        self.warning = plain_label(
            self.tr("The file will hold personal data in the clear. The history will say that you exported it."),
            "warning",
            self,
        )
        self.warning.setVisible(False)
        self.full.toggled.connect(self.warning.setVisible)
        self.visible.toggled.connect(lambda _: self._show_masking())
        self.save = QPushButton(self.tr("Save as…"), self)
        self.save.setDefault(True)
        set_role(self.save, "primary")
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.save.clicked.connect(lambda _: self.choose_file())
        self.cancel.clicked.connect(lambda _: self.reject())
        self._lay_out()
        (self.selection if len(shown.selected) > 1 else self.whole).setChecked(True)
        self.visible.setChecked(True)
        self.overlay = BusyOverlay(self)
        self._show_masking()

    def targets(self) -> tuple[str, ...]:
        """The columns that will be written."""
        return self._shown.visible_targets() if self.visible.isChecked() else self._shown.all_targets()

    def choose_file(self) -> None:
        """Ask where to, and write."""
        path = self._around.prompts.save_file(
            self,
            self.tr("Export"),
            f"{self._shown.title}.xlsx",
            self.tr("Tables ({patterns})").format(patterns="*.xlsx *.csv"),
        )
        if path is not None:
            self.write(path if path.suffix else path.with_suffix(".xlsx"))

    def write(self, path: Path) -> None:
        """Write the file on the store's lane."""
        shown, columns, full = self._shown, self.targets(), self.full.isChecked()
        only = tuple(shown.selected) if self.selection.isChecked() else None
        write = self._exports.subjects if shown.record == "subject" else self._exports.sites
        language = self._around.languages.language

        def work(job: Job) -> int:
            return write(shown.query, path, columns, only=only, full=full, language=language, progress=job.report)

        self._job = self._around.store_jobs.start(
            self,
            work,
            done=lambda count: self._on_written(path, count),
            failed=self._on_failed,
            cancelled=self._end,
            progress=self.overlay.progress,
        )
        self.overlay.begin(self.tr("Writing {name}…").format(name=path.name), self._job)
        self.save.setEnabled(False)

    def reject(self) -> None:
        """Close, or stop what is being written."""
        if self._job is not None:
            self._job.cancel()
            return
        super().reject()

    def put_away(self) -> None:
        """Close without a question: the window is being locked."""
        if self._job is not None:
            self._job.cancel()
        super().reject()

    def _on_written(self, path: Path, count: int) -> None:
        self._end()
        self.exported.emit(path, count)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, UserError):
            raise error
        self._around.prompts.show_error(self, error)

    def _end(self) -> None:
        self._job = None
        self.overlay.end()
        self.save.setEnabled(True)

    def _show_masking(self) -> None:
        """Whole numbers are only a question where a column has any."""
        has = any(target.rpartition(".")[2] in MASKED_FIELDS for target in self.targets())
        self.full.setEnabled(has)
        if not has:
            self.full.setChecked(False)

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        body.setSpacing(GRID)
        groups = (
            (self.tr("Rows"), (self.whole, self.selection)),
            (self.tr("Columns"), (self.visible, self.every)),
            (self.tr("Personal data"), (self.full,)),
        )
        self._groups = []
        for title, buttons in groups:
            body.addWidget(heading(title, self))
            group = QButtonGroup(self)
            group.setExclusive(len(buttons) > 1)
            for button in buttons:
                group.addButton(button)
                body.addWidget(button)
            self._groups.append(group)
            body.addSpacing(GRID)
        body.addWidget(self.warning)
        body.addStretch(1)
        foot = QFrame(self)
        set_role(foot, "status")
        row = QHBoxLayout(foot)
        row.setContentsMargins(3 * GRID, GRID + 4, 3 * GRID, GRID + 4)
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(foot)


OpenFolder = Callable[[Path], object]
