"""Choosing which blanks go into a pack."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.models.blank import BlankRow
from app.views.blanks.words import BlankWords
from app.views.theme import GRID, set_role
from app.views.widgets.labels import plain_label

ID = Qt.ItemDataRole.UserRole


class PackExportDialog(QDialog):
    """Lists the blanks to tick; those that are in use are ticked, the one that is looked at always.

    Signals:
        chosen: the ids of the blanks.
    """

    chosen = Signal(object)

    def __init__(
        self, rows: Sequence[BlankRow], words: BlankWords, looked_at: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Export pack"))
        self.resize(520, 420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        hint = self.tr("The pack holds each blank's file, its boxes and its sources; no data of customers.")
        layout.addWidget(plain_label(hint, "hint", self))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Blanks"))
        for row in rows:
            state = words.state(row.state)[0]
            item = QListWidgetItem(f"{words.place(row.province)} · {row.edition} · {row.title} · {state}", self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = row.state == "current" or row.id == looked_at
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setData(ID, row.id)
            item.setToolTip(item.text())
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(lambda _item: self._tell())
        layout.addWidget(self.list, 1)
        self.all_button = QPushButton(self.tr("All"), self)
        self.none_button = QPushButton(self.tr("None"), self)
        self.export_button = QPushButton(self.tr("Export…"), self)
        self.export_button.setDefault(True)
        set_role(self.export_button, "primary")
        cancel = QPushButton(self.tr("Cancel"), self)
        self.all_button.clicked.connect(lambda _checked: self._tick(Qt.CheckState.Checked))
        self.none_button.clicked.connect(lambda _checked: self._tick(Qt.CheckState.Unchecked))
        cancel.clicked.connect(lambda _checked: self.reject())
        self.export_button.clicked.connect(lambda _checked: self._take())
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        for button in (self.all_button, self.none_button):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (cancel, self.export_button):
            foot.addWidget(button)
        for button in (self.all_button, self.none_button, cancel):
            button.setAutoDefault(False)
        layout.addLayout(foot)
        self._tell()

    def ticked(self) -> tuple[int, ...]:
        """The ids of the blanks that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(int(item.data(ID)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _tick(self, state: Qt.CheckState) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def _tell(self) -> None:
        self.export_button.setEnabled(bool(self.ticked()))

    def _take(self) -> None:
        self.chosen.emit(self.ticked())
        self.accept()
