"""The folder that the scanner writes to: its new files are taken once they are there in whole."""

from __future__ import annotations

import threading
import time
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
PICK_UP_MS = 30
"""How often it is asked whether a look has come back."""
ANSWERS_WITHIN = 10.0
"""Seconds after which a folder that has not answered counts as lost, until it does."""
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


@dataclass(frozen=True, slots=True)
class _Found:
    """What one look found: whether the folder is there, files that are whole now, and whether others are not yet."""

    is_there: bool
    ready: tuple[Path, ...] = ()
    waits: bool = False


class _Folder:
    """What is known of a folder. The first look that finds it there learns what is left alone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: dict[Path, _Seen] | None = None
        self._waiting: dict[Path, tuple[_Seen, int]] = {}

    def look(self) -> _Found:
        """Look once; never two at a time."""
        found = _files(self.path)
        if found is None:
            return _Found(False)
        if self._known is None:
            self._known = found
            return _Found(True)
        known = {path: seen for path, seen in self._known.items() if path in found}
        ready, waiting = [], {}
        for path, seen in found.items():
            if known.get(path) == seen:
                continue
            before, looks = self._waiting.get(path, (None, 0))
            looks = looks + 1 if before == seen else 0
            if looks and seen.size and (looks >= PATIENT or _is_whole(path)) and _opens(path):
                ready.append((seen.written, path))
                known[path] = seen
            else:
                waiting[path] = (seen, looks)
        self._known, self._waiting = known, waiting
        return _Found(True, tuple(path for _, path in sorted(ready)), bool(waiting))


class _Look:
    """One look in a thread of its own: a share that does not answer holds this thread, and no window and no lane of jobs."""

    def __init__(self, folder: _Folder) -> None:
        self.found: _Found | None = None
        self._began = time.monotonic()
        threading.Thread(target=self._run, args=(folder,), name="scan folder", daemon=True).start()

    @property
    def is_overdue(self) -> bool:
        """Whether an answer should have come by now."""
        return time.monotonic() - self._began > ANSWERS_WITHIN

    def _run(self, folder: _Folder) -> None:
        self.found = folder.look()


class ScanWatch(QObject):
    """Watches a folder for new files.

    A file is taken when it has stayed the same from one look to the next, can be opened, and ends as its kind ends. One
    that vanishes is forgotten; one that is overwritten later is a new one; one that another program keeps locked waits.
    The folder may lie on a share that does not answer: it is looked at beside the window's thread.

    Signals:
        began: the folder was found for the first time; what lies there now is left alone.
        looked: a look has ended.
        arrived: files are there in whole that were not when watching began, oldest first (list of `Path`).
        lost: the folder cannot be watched (its name); said once, until it is found again.
    """

    began = Signal()
    looked = Signal()
    arrived = Signal(object)
    lost = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: _Folder | None = None
        self._look: _Look | None = None
        self._has_begun = False
        self._is_lost = False
        self._watcher = QFileSystemWatcher(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self._start)
        self._often = QTimer(self)
        self._often.setInterval(LOOK_ANYWAY_MS)
        self._often.timeout.connect(self._start)
        self._pick_up = QTimer(self)
        self._pick_up.setInterval(PICK_UP_MS)
        self._pick_up.timeout.connect(self._on_pick_up)
        self._watcher.directoryChanged.connect(lambda _folder: self._soon.start())

    @property
    def folder(self) -> Path | None:
        """What is watched, be it there or not."""
        return self._folder.path if self._folder is not None else None

    @property
    def has_begun(self) -> bool:
        """Whether the folder has been found, so that what comes now is new."""
        return self._has_begun

    def watch(self, folder: str) -> None:
        """Watch a folder; an empty name watches nothing. What lies there already is left alone."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        for timer in (self._soon, self._often, self._pick_up):
            timer.stop()
        self._folder = _Folder(Path(folder)) if folder else None
        self._look, self._has_begun, self._is_lost = None, False, False
        if self._folder is not None:
            self._often.start()
            self._start()

    def _start(self) -> None:
        if self._folder is None or self._look is not None:
            return
        self._look = _Look(self._folder)
        self._pick_up.start()

    def _on_pick_up(self) -> None:
        if self._look is None or self._folder is None:
            return
        found = self._look.found
        if found is None:
            if self._look.is_overdue:
                self._say_lost(self._folder.path)
            return
        self._look = None
        self._pick_up.stop()
        if found.is_there:
            self._on_there(found, self._folder.path)
        else:
            self._say_lost(self._folder.path)
        self.looked.emit()

    def _say_lost(self, path: Path) -> None:
        if not self._is_lost:
            self._is_lost = True
            self.lost.emit(str(path))

    def _on_there(self, found: _Found, path: Path) -> None:
        if self._is_lost or not self._watcher.directories():
            self._is_lost = False
            self._watcher.addPath(str(path))
        if not self._has_begun:
            self._has_begun = True
            self.began.emit()
        if found.waits:
            self._soon.start()
        if found.ready:
            self.arrived.emit(list(found.ready))


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
    except (OSError, ValueError):  # ValueError: a name with a zero byte in it
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
