"""Notices that nobody is at the desk, and the key that says so at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
}
MINUTE_MS = 60_000


class IdleWatch(QObject):
    """Counts the time since the last key or movement in the application.

    Ctrl+L is caught here and not by a shortcut, because a shortcut of the window is dead while a dialog is open.

    Signals:
        idle: the time is over.
        lock_asked: Ctrl+L was pressed, wherever.
    """

    idle = Signal()
    lock_asked = Signal()

    def __init__(self, parent: QObject) -> None:
        """`parent` is the application, whose events are watched."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self._wait_ms = 0
        parent.installEventFilter(self)

    def wait(self, minutes: float) -> None:
        """After how many minutes `idle` is said; 0 for never."""
        self._wait_ms = round(minutes * MINUTE_MS)
        self._restart()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._restart()
            if isinstance(event, QKeyEvent) and _is_lock(event):
                self.lock_asked.emit()
                return True
        return False

    def _restart(self) -> None:
        if self._wait_ms:
            self._timer.start(self._wait_ms)
        else:
            self._timer.stop()


def _is_lock(event: QKeyEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat()
    return pressed and event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier
