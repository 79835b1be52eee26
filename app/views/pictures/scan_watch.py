"""The folder that the scanner writes to: its new files are taken once they are there in whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.views.pictures.file_intake import ENDINGS

SETTLE_MS = 700
"""A scanner writes for a while; a file is looked at again after this long."""
LOOK_ANYWAY_MS = 4_000
"""Shared folders tell nobody of new files, and a folder that was gone may come back: then one has to look."""
PATIENT = 8
"""Looks after which a file that stays the same is taken though its end seems to be missing."""
_TAIL = 1024


def scans_go_elsewhere() -> bool:
    """Whether a window that stands over the others watches for scans itself: it says so by `takes_scans`."""
    widget = QApplication.activeModalWidget()
    while widget is not None:
        if getattr(widget, "takes_scans", False):
            return True
        widget = widget.parentWidget()
    return False


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a file was like at the last look: a scanner that begins again at `scan0001` writes another file."""

    size: int
    written: int


class ScanWatch(QObject):
    """Watches a folder for new files.

    A file is taken when it has stayed the same from one look to the next, can be opened, and ends as its kind ends. One
    that vanishes is forgotten; one that is overwritten later is a new one; one that another program keeps locked waits.

    Signals:
        arrived: files are there in whole that were not when watching began, oldest first (list of `Path`).
        lost: the folder cannot be watched (its name); said once, until it is found again.
    """

    arrived = Signal(object)
    lost = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._known: dict[Path, _Seen] = {}
        self._waiting: dict[Path, tuple[_Seen, int]] = {}
        self._is_lost = False
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self._look)
        self._often = QTimer(self)
        self._often.setInterval(LOOK_ANYWAY_MS)
        self._often.timeout.connect(self._look)
        self._watcher.directoryChanged.connect(lambda _folder: self._soon.start())

    @property
    def folder(self) -> Path | None:
        """What is watched."""
        return self._folder

    def watch(self, folder: str) -> None:
        """Watch a folder; an empty name watches nothing. What lies there already is left alone."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._soon.stop()
        self._often.stop()
        self._folder, self._known, self._waiting, self._is_lost = None, {}, {}, False
        if not folder:
            return
        path = Path(folder)
        found = _files(path)
        if found is None:
            self.lost.emit(folder)
            return
        self._folder, self._known = path, found
        self._watcher.addPath(str(path))
        self._often.start()

    def _look(self) -> None:
        if self._folder is None:
            return
        found = _files(self._folder)
        if found is None:
            if not self._is_lost:
                self._is_lost = True
                self.lost.emit(str(self._folder))
            return
        if self._is_lost or not self._watcher.directories():
            self._is_lost = False
            self._watcher.addPath(str(self._folder))
        self._known = {path: seen for path, seen in self._known.items() if path in found}
        ready = []
        waiting = {}
        for path, seen in found.items():
            if self._known.get(path) == seen:
                continue
            before, looks = self._waiting.get(path, (None, 0))
            looks = looks + 1 if before == seen else 0
            if looks and seen.size and (looks >= PATIENT or _is_whole(path)) and _opens(path):
                ready.append((seen.written, path))
                self._known[path] = seen
            else:
                waiting[path] = (seen, looks)
        self._waiting = waiting
        if waiting:
            self._soon.start()
        if ready:
            self.arrived.emit([path for _, path in sorted(ready)])


def _files(folder: Path) -> dict[Path, _Seen] | None:
    """The pictures and PDFs of a folder; None where it cannot be read. What vanishes meanwhile is not there."""
    found = {}
    try:
        for path in folder.iterdir():
            if path.suffix.lower() not in ENDINGS or path.name.startswith((".", "~")):
                continue
            try:
                state = path.stat()
            except OSError:
                continue
            if path.is_file():
                found[path] = _Seen(state.st_size, state.st_mtime_ns)
    except OSError:
        return None
    return found


def _opens(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return bool(stream.read(1))
    except OSError:
        return False


def _is_whole(path: Path) -> bool:
    """Whether a file ends as its kind ends; kinds without a mark at their end always do."""
    try:
        with path.open("rb") as stream:
            head = stream.read(8)
            stream.seek(max(0, path.stat().st_size - _TAIL))
            tail = stream.read()
    except OSError:
        return False
    if head.startswith(b"%PDF"):
        return b"%%EOF" in tail
    if head.startswith(b"\xff\xd8"):
        return b"\xff\xd9" in tail
    return b"IEND" in tail if head.startswith(b"\x89PNG") else True
