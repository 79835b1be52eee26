"""The line above a table of results that narrows it down: any part of a name or address, and one reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.views.tables.words import number
from app.views.theme import GRID

TYPING_PAUSE_MS = 200


class RunFilter(QWidget):
    """Says what is wanted.

    Signals:
        changed: the text or the reason is another one.
        left: Enter or Down in the text: the keyboard goes on to the table.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[str, int] = {}
        self._words: Callable[[str], str] = str
        self.text = QLineEdit(self)
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(160)
        self.text.setMaximumWidth(320)
        self.text.installEventFilter(self)
        self.reason = QComboBox(self)
        self.reason.setMinimumContentsLength(16)
        self.reason.setMaximumWidth(420)
        self.reason.setMaxVisibleItems(24)
        self.reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reason.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.reason, 1)
        layout.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _: self._pause.start())
        self.reason.activated.connect(lambda _row: self.changed.emit())

    @property
    def chosen(self) -> str:
        """The mark that is chosen, or nothing."""
        return self.reason.currentData() or ""

    def retranslate(self, words: Callable[[str], str]) -> None:
        """Show everything in the language now set; `words` names a mark."""
        self._words = words
        self.text.setPlaceholderText(self.tr("Filter by any part of a name or address"))
        self.text.setAccessibleName(self.tr("Filter"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.show_marks(self._counts)

    def show_marks(self, counts: Mapping[str, int]) -> None:
        """Offer these reasons with how many lines bear each; the chosen one stays."""
        chosen = self.chosen
        self._counts = dict(counts)
        if chosen:
            self._counts.setdefault(chosen, 0)
        self.reason.blockSignals(True)
        self.reason.clear()
        self.reason.addItem(self.tr("Every reason"), "")
        for mark, count in sorted(self._counts.items(), key=lambda pair: -pair[1]):
            self.reason.addItem(f"{self._words(mark)}  {number(count)}", mark)
        self.reason.setCurrentIndex(max(self.reason.findData(chosen), 0))
        self.reason.blockSignals(False)

    def clear(self) -> None:
        """Let everything through, without saying so."""
        self._pause.stop()
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        self.reason.setCurrentIndex(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
