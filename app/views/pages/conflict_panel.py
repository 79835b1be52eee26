"""What two people changed at once, side by side, and the choice between the two."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.masking import mask_value
from app.views.pages.record_form import as_typed
from app.views.theme import set_role


class ConflictPanel(QFrame):
    """Says which fields differ and asks whose values stay.

    Signals:
        mine_wanted: what was typed here is to be saved over the other change.
        theirs_wanted: what was saved elsewhere is to be loaded.
    """

    mine_wanted = Signal()
    theirs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[str, str, str]] = []
        set_role(self, "notice")
        self.title = QLabel(self.tr("This record was changed elsewhere while you were editing"), self)
        self.title.setWordWrap(True)
        set_role(self.title, "heading")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(24)
        self.grid.setVerticalSpacing(4)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.mine = QPushButton(self.tr("Save mine"), self)
        self.mine.setToolTip(self.tr("Your fields are saved; fields you did not touch keep the other change"))
        self.mine.clicked.connect(self.mine_wanted)
        self.theirs = QPushButton(self.tr("Load what is saved"), self)
        self.theirs.setToolTip(self.tr("What you typed in these fields is dropped"))
        self.theirs.clicked.connect(self.theirs_wanted)
        for button in (self.mine, self.theirs):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.mine)
        row.addWidget(self.theirs)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addLayout(self.grid)
        layout.addLayout(row)

    def show_difference(
        self,
        labels: Mapping[str, str],
        before: Mapping[str, object],
        now: Mapping[str, object],
        mine: Mapping[str, str],
    ) -> None:
        """List each field that either side changed: what is saved now, and what was typed here."""
        while self.grid.count():
            item = self.grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        heads = ("", self.tr("Saved now"), self.tr("Yours"))
        for column, head in enumerate(heads):
            self._put(0, column, head, "hint")
        self._lines.clear()
        for name, label in labels.items():
            old, new = as_typed(before.get(name)), as_typed(now.get(name))
            if old == new and name not in mine:
                continue
            own = mine.get(name)
            saved = mask_value(name, new) or "—"
            yours = self.tr("(not touched)") if own is None else mask_value(name, own) or "—"
            self._lines.append((label, saved, yours))
            row = len(self._lines)
            self._put(row, 0, label, "label")
            self._put(row, 1, saved, "")
            self._put(row, 2, yours, "hint" if own is None else "")

    def lines(self) -> list[tuple[str, str, str]]:
        """The rows shown: field, saved now, yours."""
        return list(self._lines)

    def _put(self, row: int, column: int, text: str, role: str) -> None:
        label = QLabel(text, self)
        label.setWordWrap(column > 0)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            set_role(label, role)
        self.grid.addWidget(label, row, column)
