"""What is left of a bug: a report that a person can read, check for secrets and hand on.

Nothing here shows or sends anything. `Crashes.handle` may be called from any thread; `announce` decides how the
report reaches the screen (the window hops to its own thread by a signal).
"""

from __future__ import annotations

import contextlib
import faulthandler
import hashlib
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from types import TracebackType
from typing import TextIO

from app.logs import last_lines, redact
from app.paths import Paths

PARTS = ("PySide6_Essentials", "SQLAlchemy", "sqlcipher3", "reportlab", "pypdf", "pypdfium2", "pillow")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Report:
    """A finished report.

    Attributes:
        key: the same for the same failure at the same place.
        headline: one line, for the dialog.
        text: the whole report, redacted.
    """

    key: str
    headline: str
    text: str


def versions() -> str:
    """The program, the interpreter, the system and the parts, one a line."""
    lines = [f"Beian Desk {_version('beian-desk')}", f"Python {platform.python_version()}", platform.platform()]
    lines += [f"{name} {_version(name)}" for name in PARTS]
    return "\n".join(lines)


def build_report(error: BaseException, log: Path | None = None) -> Report:
    """The report of one exception; values of variables are not in it."""
    trace = traceback.TracebackException.from_exception(error, capture_locals=False)
    frames = "".join(trace.format())
    # The message may hold what the user typed, so it does not count as a difference.
    place = "".join(f"{frame.filename}:{frame.lineno}" for frame in trace.stack) + type(error).__name__
    headline = redact(f"{type(error).__name__}: {error}").splitlines()[0]
    parts = [versions(), redact(_shorten_paths(frames))]
    if log is not None:
        parts.append(last_lines(log))
    return Report(hashlib.sha256(place.encode()).hexdigest()[:16], headline, "\n\n".join(filter(None, parts)))


class Crashes:
    """Catches what nobody else caught and says each failure once.

    Attributes:
        announce: called with a `Report` on the thread where the failure happened.
    """

    def __init__(self, paths: Paths, announce: Callable[[Report], None]) -> None:
        self._paths = paths
        self.announce = announce
        self._seen: set[str] = set()
        self._stream: TextIO | None = None

    def handle(self, error: BaseException) -> None:
        """Log a failure and announce it, the first time it happens at its place."""
        _log.critical("unexpected failure", exc_info=error)
        report = build_report(error, self._paths.log)
        if report.key not in self._seen:
            self._seen.add(report.key)
            self.announce(report)

    def install(self) -> str:
        """Take over the interpreter's hooks; returns what the last run left behind when it died, or nothing."""
        left_behind = ""
        with contextlib.suppress(OSError):
            left_behind = self._paths.crash.read_text(encoding="utf-8", errors="replace").strip()
        with contextlib.suppress(OSError):
            self._stream = self._paths.crash.open("w", encoding="utf-8")
            faulthandler.enable(self._stream)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        return _shorten_paths(left_behind)

    def uninstall(self) -> None:
        """Give the hooks back and remove the empty crash file: this run ended well."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._stream is not None:
            faulthandler.disable()
            self._stream.close()
            self._stream = None
            with contextlib.suppress(OSError):
                self._paths.crash.unlink(missing_ok=True)

    def _on_exception(self, kind: type[BaseException], error: BaseException, traceback_: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback_)
            return
        self.handle(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.handle(args.exc_value)


def _shorten_paths(text: str) -> str:
    """The user's home folder holds the user's name; a report says `~`."""
    return text.replace(str(Path.home()), "~")


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "(from source)"
