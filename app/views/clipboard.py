"""Copying, with personal numbers taken off the clipboard again."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

KEEP_MS = 30_000

# Told to clipboard histories and syncing, so that a number does not live on there.
_KEEP_OUT = {
    "ExcludeClipboardContentFromMonitorProcessing": b"\0",
    "x-kde-passwordManagerHint": b"secret",
    "org.nspasteboard.ConcealedType": b"",
}


class Clipboard(QObject):
    """Puts text on the system's clipboard.

    Signals:
        cleared: a personal number was taken off again.
    """

    cleared = Signal()

    def __init__(self, parent: QObject | None = None, *, keep_ms: int = KEEP_MS) -> None:
        super().__init__(parent)
        self._secret = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(keep_ms)
        self._timer.timeout.connect(self.clear_secret)

    def copy(self, text: str) -> None:
        """Copy plain text; it stays."""
        QGuiApplication.clipboard().setText(text)

    def copy_secret(self, text: str) -> None:
        """Copy a personal number; it goes after half a minute unless something else was copied meanwhile."""
        data = QMimeData()
        data.setText(text)
        for kind, value in _KEEP_OUT.items():
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._secret = text
        self._timer.start()

    def clear_secret(self) -> None:
        """Take the number off now, where it still is: on locking and on leaving."""
        self._timer.stop()
        secret, self._secret = self._secret, ""
        clipboard = QGuiApplication.clipboard()
        if secret and clipboard.text() == secret:
            clipboard.clear()
            self.cleared.emit()
