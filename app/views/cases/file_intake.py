"""Ways for files to come in: dropped, pasted, chosen, or put into the folder that the scanner writes to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QFileSystemWatcher, QIODevice, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QImage

PATTERNS = "*.jpg *.jpeg *.png *.heic *.heif *.tif *.tiff *.bmp *.webp *.pdf"
ENDINGS = frozenset(pattern.removeprefix("*") for pattern in PATTERNS.split())
SETTLE_MS = 700
"""A scanner writes for a while; a file is taken once its size has stayed the same this long."""
MOST_AT_ONCE = 50


def has_files(data: QMimeData) -> bool:
    """Whether something that was dropped or copied holds a file or a picture."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def local_files(data: QMimeData) -> list[Path]:
    """The files of this computer that were dropped or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()][:MOST_AT_ONCE]


def picture_of(data: QMimeData) -> tuple[str, bytes] | None:
    """A copied picture as PNG with a name by the clock, None where none is there."""
    image = data.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return None
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes, the call refuses them
    buffer.close()
    return f"粘贴_{datetime.now(UTC).astimezone():%Y%m%d_%H%M%S}.png", bytes(held.data())


class ScanWatch(QObject):
    """Watches a folder for new files.

    Signals:
        arrived: files are there in whole that were not when watching began (list of `Path`).
        lost: the folder cannot be watched (its name).
    """

    arrived = Signal(object)
    lost = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._known: set[Path] = set()
        self._sizes: dict[Path, int] = {}
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._look)
        self._watcher.directoryChanged.connect(lambda _folder: self._timer.start())

    @property
    def folder(self) -> Path | None:
        """What is watched."""
        return self._folder

    def watch(self, folder: str) -> None:
        """Watch a folder; an empty name watches nothing. What lies there already is left alone."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._timer.stop()
        self._folder, self._known, self._sizes = None, set(), {}
        if not folder:
            return
        path = Path(folder)
        found = _files(path)
        if found is None or not self._watcher.addPath(str(path)):
            self.lost.emit(folder)
            return
        self._folder, self._known = path, set(found)

    def _look(self) -> None:
        if self._folder is None:
            return
        found = _files(self._folder)
        if found is None:
            self.lost.emit(str(self._folder))
            return
        fresh = {path: size for path, size in found.items() if path not in self._known}
        ready = [path for path, size in fresh.items() if size and self._sizes.get(path) == size]
        self._sizes = {path: size for path, size in fresh.items() if path not in ready}
        self._known.update(ready)
        if self._sizes:
            self._timer.start()
        if ready:
            self.arrived.emit(sorted(ready))


def _files(folder: Path) -> dict[Path, int] | None:
    try:
        return {path: path.stat().st_size for path in _wanted(folder.iterdir())}
    except OSError:
        return None


def _wanted(paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if path.suffix.lower() in ENDINGS and path.is_file()]
