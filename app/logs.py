"""The log: a rotating file in the data folder that never holds a person's number or address.

Records name what happened by code and id. Whatever slips in all the same (a path, a library's own words) goes
through the formatter, which blanks digit runs as long as identity numbers and phones, and e-mail addresses.
"""

from __future__ import annotations

import logging
import re
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.paths import Paths

KEPT_BYTES = 1_000_000
KEPT_FILES = 3
LAST_LINES = 60
FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Six digits and more, also as people group them (138 0013 8000, 0531-8209 2828), with the X that ends some numbers.
_DIGITS = re.compile(r"\d(?:[ \-]?\d){5,}[\dXx]?")
_STAMP = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} ", re.MULTILINE)


def redact(text: str) -> str:
    """The same text with everything that could be a person's number or address blanked."""
    return _DIGITS.sub("‹number›", _EMAIL.sub("‹e-mail›", text))


class RedactingFormatter(logging.Formatter):
    """Formats a record and blanks what could be personal; the time stamp stays readable."""

    def format(self, record: logging.LogRecord) -> str:
        """One redacted line, or several with a traceback."""
        line = super().format(record)
        stamp = _STAMP.match(line)
        head = stamp.end() if stamp else 0
        return line[:head] + redact(line[head:])


def start_log(paths: Paths, *, level: int = logging.INFO) -> logging.Handler:
    """Write the log of this run; a folder that cannot be written costs the log, not the program."""
    handler: logging.Handler
    try:
        handler = RotatingFileHandler(
            paths.log, maxBytes=KEPT_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=False
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(RedactingFormatter(FORMAT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the log of this run."""
    logging.getLogger().removeHandler(handler)
    logging.captureWarnings(capture=False)
    handler.close()


def last_lines(path: Path, count: int = LAST_LINES) -> str:
    """The end of the log for a crash report, redacted once more; empty where there is none."""
    try:
        with path.open(encoding="utf-8", errors="replace") as stream:
            kept = deque(stream, maxlen=count)
    except OSError:
        return ""
    formatted = []
    for line in kept:
        stamp = _STAMP.match(line)
        head = stamp.end() if stamp else 0
        formatted.append(line[:head] + redact(line[head:]))
    return "".join(formatted)
