"""A short notice at the foot of the window, with Undo where the work can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.views.theme import GRID, set_role

SHOWN_MS = 6_000
SHOWN_WITH_UNDO_MS = 15_000


class Toast(QFrame):
    """Shows one notice at a time over the widget it belongs to; a newer one takes the older one's place."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        set_role(self, "toast")
        self._undo: Callable[[], object] | None = None
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._on_undo)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.words)
        layout.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        over.installEventFilter(self)
        self.hide()

    def notify(self, text: str, *, undo: Callable[[], object] | None = None, undo_text: str = "") -> None:
        """Show a line; `undo` is called at most once."""
        self._undo = undo
        self.words.setText(text)
        self.setAccessibleName(text)
        self.button.setText(undo_text or self.tr("Undo"))
        self.button.setVisible(undo is not None)
        self._timer.start(SHOWN_WITH_UNDO_MS if undo is not None else SHOWN_MS)
        self.show()
        self._place()
        self.raise_()

    def dismiss(self) -> None:
        """Take it away; what it said can no longer be undone from here."""
        self._timer.stop()
        self._undo = None
        self.hide()

    def undo(self) -> bool:
        """What the button does; False when there is nothing to take back."""
        if self._undo is None:
            return False
        work = self._undo
        self.dismiss()
        work()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _on_undo(self) -> None:
        self.undo()

    def _place(self) -> None:
        over = self.parentWidget()
        if over is not None:
            self.adjustSize()
            self.move((over.width() - self.width()) // 2, over.height() - self.height() - 6 * GRID)
