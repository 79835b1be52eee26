"""What a pack brings, and where it differs from the blanks that are here: both sides, and a choice for each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.services.blank_packs import Choice, Conflict, PackPreview
from app.views.blanks.words import BlankWords
from app.views.theme import GRID, set_role
from app.views.widgets.labels import heading, plain_label

SHOWN = 60
"""Characters of a side that are shown; the whole is its tooltip."""


class PackDialog(QDialog):
    """Asks, for each blank that differs, which side is kept.

    Signals:
        decided: the choices, by kind, province and edition.
    """

    decided = Signal(object)

    def __init__(self, preview: PackPreview, words: BlankWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Import pack"))
        self.resize(760, 520 if preview.conflicts else 200)
        self._conflicts = preview.conflicts
        self._words = words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        counts = (
            self.tr("%n new blank(s)", "", len(preview.new)),
            self.tr("%n equal to those here", "", len(preview.equal)),
            self.tr("%n different", "", len(preview.conflicts)),
        )
        self.summary = plain_label(" · ".join(counts), "heading", self)
        layout.addWidget(self.summary)
        self.choices: list[QComboBox] = []
        if preview.conflicts:
            explained = self.tr("These are here already and differ. Papers that were printed stay as they are.")
            layout.addWidget(plain_label(explained, "hint", self))
            self.table = QTableWidget(0, 3, self)
            self.table.setAccessibleName(self.tr("Differences"))
            self.table.setHorizontalHeaderLabels([self.tr("What"), self.tr("Here"), self.tr("In the pack")])
            self.table.verticalHeader().hide()
            self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
            self.table.setShowGrid(False)
            self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            self.table.horizontalHeader().setDefaultAlignment(
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            )
            for conflict in preview.conflicts:
                self._add(conflict)
            layout.addWidget(self.table, 1)
        else:
            layout.addStretch(1)
        self.take_button = QPushButton(self.tr("Import"), self)
        set_role(self.take_button, "primary")
        self.take_button.setDefault(True)
        self.take_button.clicked.connect(lambda _checked: self._decide())
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(lambda _checked: self.reject())
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.take_button)
        layout.addLayout(foot)

    def _add(self, conflict: Conflict) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        name = self.tr("{province}, edition {edition}").format(
            province=self._words.place(conflict.province), edition=conflict.edition
        )
        head = QWidget(self.table)
        line = QHBoxLayout(head)
        line.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        label: QLabel = heading(name, head, role="label")
        choice = QComboBox(head)
        choice.addItems([self.tr("Keep the one here"), self.tr("Take the one in the pack")])
        choice.setAccessibleName(name)
        label.setBuddy(choice)
        line.addWidget(label, 1)
        line.addWidget(choice)
        self.choices.append(choice)
        self.table.setCellWidget(row, 0, head)
        self.table.setSpan(row, 0, 1, 3)
        self.table.setRowHeight(row, 44)
        for what, here, there in conflict.differences:
            row = self.table.rowCount()
            self.table.insertRow(row)
            for column, text in enumerate((self._what(what), here, there)):
                item = QTableWidgetItem(text if len(text) <= SHOWN else f"{text[:SHOWN]}…")
                item.setToolTip(text)
                self.table.setItem(row, column, item)

    def _what(self, what: str) -> str:
        names = {
            "title": self.tr("Title"),
            "issued_on": self.tr("Issued on"),
            "source": self.tr("Source"),
            "note": self.tr("Note"),
            "effective_from": self.tr("In use from"),
            "effective_until": self.tr("In use until"),
            "original_sha256": self.tr("File"),
            "places": self.tr("Number of boxes"),
            "fields": self.tr("Fields"),
            "mapping_sha256": self.tr("Boxes"),
        }
        return names.get(what, what)

    def _decide(self) -> None:
        sides = (Choice.KEEP, Choice.TAKE)
        chosen = {
            conflict.key: sides[choice.currentIndex()]
            for conflict, choice in zip(self._conflicts, self.choices, strict=True)
        }
        self.decided.emit(chosen)
        self.accept()
