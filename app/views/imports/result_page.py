"""Last step of an import: what it did, and the rows that stayed outside as a file to mend."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.imports.running import ImportResult
from app.views.icons import icon
from app.views.tables.words import number
from app.views.theme import GRID
from app.views.widgets.labels import plain_label


class ResultPage(QWidget):
    """Counts, and the way to the rejected rows.

    Signals:
        rejects_wanted: the rejected rows are to be saved.
        undo_wanted: the import is to be taken back.
    """

    rejects_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = plain_label("", "title", self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.lines = plain_label("", "", self)
        self.lines.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.saved = plain_label("", "good", self)
        self.saved.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rejects = QPushButton(self.tr("Save the rejected rows…"), self)
        self.rejects.setIcon(icon("download"))
        self.rejects.setAutoDefault(False)
        self.rejects.clicked.connect(lambda _: self.rejects_wanted.emit())
        self.undo = QPushButton(self.tr("Take the import back…"), self)
        self.undo.setIcon(icon("undo-2"))
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(lambda _: self.undo_wanted.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addStretch(2)
        for widget in (self._picture, self.title, self.lines):
            layout.addWidget(widget)
        layout.addWidget(self.rejects, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.saved)
        layout.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_result(self, result: ImportResult) -> None:
        """Say what was done."""
        tone = "warn" if result.rejected else "good"
        name = "triangle-alert" if result.rejected else "circle-check"
        self._picture.setPixmap(icon(name, tone).pixmap(48, 48))
        self.title.setText(
            self.tr("Imported {subjects} subjects and {sites} sites").format(
                subjects=number(result.subjects_made), sites=number(result.sites_made)
            )
        )
        merged = result.subjects_merged + result.sites_merged
        said = []
        if merged:
            said.append(self.tr("{count} records that were already there were completed.").format(count=number(merged)))
        if result.skipped:
            said.append(self.tr("{count} rows changed nothing and were skipped.").format(count=number(result.skipped)))
        if result.rejected:
            said.append(
                self.tr(
                    "{count} rows have problems and stayed outside. Save them, mend them, import them again."
                ).format(count=number(result.rejected))
            )
        self.lines.setText("\n".join(said))
        self.lines.setVisible(bool(said))
        self.rejects.setVisible(result.rejected > 0)
        self.saved.hide()
        self.undo.show()

    def show_taken_back(self) -> None:
        """Say that the store is as it was before."""
        self._picture.setPixmap(icon("undo-2", "muted").pixmap(48, 48))
        self.title.setText(self.tr("The import was taken back"))
        self.lines.hide()
        self.undo.hide()

    def show_saved(self, name: str) -> None:
        """Say where the rejected rows are."""
        self.saved.setText(self.tr("Saved as {name}").format(name=name))
        self.saved.show()
