"""Files handed to the user: safe names, and never a half-written one."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import UserError

_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_LONGEST = 200
"""Bytes in UTF-8: most file systems stop at 255, and a counter may follow."""


def safe_name(text: str) -> str:
    """A file name that Windows, macOS and Linux all take; the ending is kept."""
    name = _UNSAFE.sub("_", text).strip(" .")
    stem, dot, ending = name.rpartition(".")
    if dot and len(ending) <= 5:
        name = f"{_shortened(stem, _LONGEST - len(ending.encode()) - 1)}.{ending}"
    else:
        name = _shortened(name, _LONGEST)
    return f"_{name}" if _RESERVED.match(name) or not name else name


def _shortened(text: str, longest: int) -> str:
    return text.encode("utf-8", "replace")[:longest].decode("utf-8", "ignore").rstrip(" .")


def free_name(name: str, taken: set[str]) -> str:
    """The name, with a counter when it was given out before; the result is noted in `taken`."""
    stem, dot, ending = name.rpartition(".")
    candidate, count = name, 2
    while candidate.casefold() in taken:
        candidate, count = (f"{stem}（{count}）.{ending}" if dot else f"{name}（{count}）"), count + 1
    taken.add(candidate.casefold())
    return candidate


@contextmanager
def beside_and_replace(target: Path) -> Iterator[Path]:
    """A path beside the target to write to; it takes the target's place when the block ends well, else it goes.

    Raises:
        UserError: `flows.cannot_write`, `flows.disk_full`, or `flows.name_not_possible` where the system's file names
            know no Chinese.
    """
    part: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
        os.close(handle)
        part = Path(name)
        yield part
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        os.replace(part, target)
        part = None
    except UnicodeEncodeError as error:
        raise UserError("flows.name_not_possible") from error
    except OSError as error:
        code = "flows.disk_full" if error.errno == errno.ENOSPC else "flows.cannot_write"
        raise UserError(code, file=target.name) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)
