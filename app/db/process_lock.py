"""One running copy per store: an operating-system lock on a file beside it, which a crash releases."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.errors import UserError


class ProcessLock:
    """Holds `<store>.lock` until released; a second holder, in this process or another, is told `store.in_use`.

    The file stays behind empty: deleting it would let two copies lock two different files of one name.
    """

    def __init__(self, store: Path) -> None:
        self._path = store.with_name(store.name + ".lock")
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock or raise `UserError`: `store.in_use`, or `store.read_only` where no file can be written."""
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise UserError("store.read_only", path=str(self._path.parent)) from error
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            raise UserError("store.in_use", path=str(self._path.with_suffix(""))) from error
        self._handle = handle

    def release(self) -> None:
        """Let go; harmless when not held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
