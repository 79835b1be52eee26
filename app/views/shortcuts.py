"""The overview of keys (F1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.views.theme import GRID, set_role
from app.views.widgets.labels import heading

Section = tuple[str, list[tuple[str, str]]]


class ShortcutsDialog(QDialog):
    """What the keyboard does, by place; in two columns, so that it fits a small screen."""

    def __init__(self, page_titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard"))
        columns = QHBoxLayout()
        columns.setSpacing(5 * GRID)
        for sections in self._columns(page_titles):
            columns.addLayout(self._column(sections))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.addLayout(columns)
        layout.addWidget(buttons)

    def _column(self, sections: Sequence[Section]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for title, lines in sections:
            if grid.rowCount() > 1:
                grid.setRowMinimumHeight(grid.rowCount(), GRID)
            grid.addWidget(heading(title, self), grid.rowCount(), 0, 1, 2)
            for keys, words in lines:
                row = grid.rowCount()
                label = QLabel(keys, self)
                set_role(label, "label")
                grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(QLabel(words, self), row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    def _columns(self, titles: Sequence[str]) -> tuple[list[Section], list[Section]]:
        everywhere, tables, records, cases, previews = self._sections(titles)
        return [everywhere, tables, previews], [records, cases]

    def _sections(self, titles: Sequence[str]) -> list[Section]:
        return [
            (
                self.tr("Everywhere"),
                [
                    ("Ctrl+K", self.tr("Search everything")),
                    *((f"Ctrl+{number}", title) for number, title in enumerate(titles, 1)),
                    ("Ctrl+Z", self.tr("Take back what the last notice says")),
                    ("Ctrl+L", self.tr("Lock")),
                    ("F1", self.tr("This overview")),
                ],
            ),
            (
                self.tr("In tables"),
                [
                    ("↑ ↓", self.tr("Another record")),
                    ("Enter", self.tr("Open the record")),
                    ("Ctrl+C", self.tr("Copy the cell or the selected rows")),
                ],
            ),
            (
                self.tr("With subjects and sites"),
                [
                    ("Ctrl+N", self.tr("New record")),
                    ("Ctrl+E  Del", self.tr("Edit, delete")),
                    ("Ctrl+F", self.tr("Filter")),
                    ("Ctrl+D", self.tr("Deregister offline")),
                    ("Ctrl+M", self.tr("Transfer, letters and what else can be begun")),
                    ("Ctrl+Shift+H", self.tr("Check the chosen sites")),
                    ("Ctrl+Shift+J", self.tr("Verify the domains of the chosen sites")),
                    ("Ctrl+Shift+M", self.tr("Move the site to another subject")),
                ],
            ),
            (
                self.tr("In cases"),
                [
                    ("Ctrl+N", self.tr("New case")),
                    ("Alt+1 … Alt+8", self.tr("Another view of the queue")),
                    ("Enter  Esc", self.tr("To the check list, back to the table")),
                    ("Ctrl+F", self.tr("Find in the queue")),
                    ("Alt+↓  Alt+↑", self.tr("Next case, previous case")),
                    ("F2", self.tr("Edit the case")),
                    ("Ctrl+M", self.tr("Move the case on, or close it")),
                    ("Ctrl+Shift+K", self.tr("Close the case")),
                    ("Ctrl+R", self.tr("Reply to the customer")),
                    ("Ctrl+E  Ctrl+Shift+V", self.tr("Add an enclosure, paste one")),
                    ("Ctrl+D  Ctrl+T", self.tr("Mark the papers as sent, move the deadline")),
                ],
            ),
            (
                self.tr("In page previews"),
                [
                    ("Ctrl+＋  Ctrl+－", self.tr("Larger, smaller")),
                    ("Ctrl+0  Ctrl+9", self.tr("Actual size, page width")),
                ],
            ),
        ]
