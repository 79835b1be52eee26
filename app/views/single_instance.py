"""One running window per data folder: a second start brings the first to the front."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 500
_RAISE = b"raise\n"


class SingleInstance(QObject):
    """The first copy listens under a name; another finds it there.

    The store's own lock is what protects the records; this is only for the user's convenience.

    Signals:
        raise_wanted: another copy was started and has stepped back.
    """

    raise_wanted = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def first(self) -> bool:
        """Whether this is the only copy; the other one has been asked to come to the front otherwise."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(ANSWER_MS):
            socket.write(_RAISE)
            socket.waitForBytesWritten(ANSWER_MS)
            socket.disconnectFromServer()
            return False
        # A copy that died leaves its socket file behind.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_wanted.emit()
