"""The row above a table: free text, three filters, the count, and the way back to everything."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from app.services.tables import TableQuery

TYPING_PAUSE_MS = 200


class FilterBar(QWidget):
    """Says what the table shows.

    Signals:
        changed: the filters are others now; `apply` puts them into a query.
        left: Enter or Down in the text: the keyboard goes on to the table.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit(self)
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(160)
        self.text.setMaximumWidth(360)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.text.installEventFilter(self)
        self.province = QComboBox(self)
        self.kind = QComboBox(self)
        self.state = QComboBox(self)
        self.clear = QPushButton(self)
        self.clear.setFlat(True)
        self.clear.hide()
        self.count = QLabel(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        for combo in self._combos():
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.setMaxVisibleItems(36)
            combo.currentIndexChanged.connect(self._on_choice)
            layout.addWidget(combo)
        layout.addWidget(self.clear)
        layout.addStretch(0)
        layout.addWidget(self.count)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.text.textChanged.connect(lambda _: self._pause.start())
        self.clear.clicked.connect(self.clear_all)
        self._choices: dict[QComboBox, Mapping[str, str]] = {}

    def set_choices(self, provinces: Mapping[str, str], kinds: Mapping[str, str], states: Mapping[str, str]) -> None:
        """Offer these values with their words; what was chosen stays chosen. Called again for another language."""
        self.text.setPlaceholderText(self.tr("Filter by any part of a name, number or domain"))
        self.text.setAccessibleName(self.tr("Filter"))
        self.clear.setText(self.tr("Clear filters"))
        heads = (self.tr("All provinces"), self.tr("All kinds"), self.tr("All states"))
        names = (self.tr("Province"), self.tr("Kind"), self.tr("State"))
        for combo, head, name, values in zip(self._combos(), heads, names, (provinces, kinds, states), strict=True):
            chosen = combo.currentData()
            combo.blockSignals(True)
            combo.clear()
            combo.addItem(head, None)
            for value, word in values.items():
                combo.addItem(word, value)
            combo.setCurrentIndex(max(combo.findData(chosen), 0))
            combo.setAccessibleName(name)
            combo.blockSignals(False)

    def apply(self, query: TableQuery) -> TableQuery:
        """The query with these filters and its own order."""
        return TableQuery(
            sort=query.sort,
            descending=query.descending,
            province=self.province.currentData(),
            kind=self.kind.currentData(),
            state=self.state.currentData(),
            text=self.text.text().strip() or None,
        )

    def set_filters(
        self,
        *,
        text: str = "",
        province: str | None = None,
        kind: str | None = None,
        state: str | None = None,
    ) -> None:
        """Set all filters at once and say so once."""
        for combo, value in zip(self._combos(), (province, kind, state), strict=True):
            combo.blockSignals(True)
            combo.setCurrentIndex(max(combo.findData(value), 0))
            combo.blockSignals(False)
        blocked = self.text.blockSignals(True)
        self.text.setText(text)
        self.text.blockSignals(blocked)
        self._tell()

    def is_filtering(self) -> bool:
        """Whether anything is left out of the table."""
        return bool(self.text.text().strip()) or any(combo.currentData() is not None for combo in self._combos())

    def clear_all(self) -> None:
        """Show everything again."""
        if self.is_filtering():
            self.set_filters()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_text(self) -> None:
        """Put the cursor into the text, with what is there selected."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def show_count(self, text: str) -> None:
        """Say how many rows there are."""
        self.count.setText(text)

    def _combos(self) -> tuple[QComboBox, QComboBox, QComboBox]:
        return self.province, self.kind, self.state

    def _on_choice(self, _index: int) -> None:
        self._tell()

    def _tell(self) -> None:
        self._pause.stop()
        self.clear.setVisible(self.is_filtering())
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape and self.text.text():
                self.text.clear()
                self._tell()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                if self._pause.isActive():
                    self._tell()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
