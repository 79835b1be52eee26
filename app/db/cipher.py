"""The SQLCipher side of the store: how a connection is opened, and what its failures mean in the user's words.

Everything that only SQLite knows stands here, in `search_fts.py` and in `backup.py`; the rest of the program
speaks portable SQL.

The salt in the first 16 bytes of a store is not random but derived from the data key (the key itself is 256
random bits, so nothing is lost): the salt tells a wrong key from a damaged file before a page is read, and
a file whose first bytes are damaged still opens.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from app.errors import UserError

PAGE_BYTES = 4096
KEY_BYTES = 32
WRITER_CACHE_KIB = 32 * 1024
READER_CACHE_KIB = 20 * 1024
BUSY_MS = 10_000

_PLAIN_HEADER = b"SQLite format 3\0"


def salt_of(key: bytes) -> bytes:
    """The first 16 bytes of every store under this key."""
    return hmac.new(key, b"beian-desk store salt 1", hashlib.sha256).digest()[:16]


def connect(path: Path, key: bytes, *, writable: bool = True, cache_kib: int = READER_CACHE_KIB) -> Any:
    """A raw connection to a store, keyed, with the pragmas every connection needs.

    Raises:
        dbapi2.Error: from SQLCipher; callers stand inside `plain_errors`.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    connection = dbapi2.connect(str(path), check_same_thread=False, isolation_level=None, timeout=BUSY_MS / 1000)
    try:
        run = connection.execute
        # SQLCipher would write each failed page to standard error; the caller reports in plain words instead.
        run("PRAGMA cipher_log_level = NONE")
        run(f"PRAGMA key = \"x'{key.hex()}{salt_of(key).hex()}'\"")
        run(f"PRAGMA cipher_page_size = {PAGE_BYTES}")
        # Sorting and statement journals must not land in plain files.
        run("PRAGMA temp_store = MEMORY")
        run(f"PRAGMA cache_size = -{cache_kib}")
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA synchronous = FULL")
        if not writable:
            run("PRAGMA query_only = ON")
    except dbapi2.Error:
        connection.close()
        raise
    return connection


@contextmanager
def plain_errors(path: Path, key: bytes | None = None) -> Iterator[None]:
    """Turn the failures that belong to the user's world into `UserError`; every other error passes through.

    Codes: `store.wrong_key`, `store.not_a_store`, `store.damaged`, `store.disk_full`, `store.read_only`,
    `store.in_use`, `store.io_error`.
    """
    try:
        yield
    except DBAPIError as error:
        code = _code(path, key, error.orig)
        if code is None:
            raise
        raise UserError(code, path=str(path)) from error
    except dbapi2.Error as error:
        code = _code(path, key, error)
        if code is None:
            raise
        raise UserError(code, path=str(path)) from error


def _code(path: Path, key: bytes | None, error: BaseException | None) -> str | None:
    # The low byte is the family; the rest says where in SQLite it arose.
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case dbapi2.SQLITE_NOTADB:
            return _why_unreadable(path, key)
        case dbapi2.SQLITE_CORRUPT:
            return "store.damaged"
        case dbapi2.SQLITE_FULL:
            return "store.disk_full"
        case dbapi2.SQLITE_READONLY | dbapi2.SQLITE_PERM | dbapi2.SQLITE_CANTOPEN:
            return "store.read_only"
        case dbapi2.SQLITE_BUSY | dbapi2.SQLITE_LOCKED:
            return "store.in_use"
        case dbapi2.SQLITE_IOERR:
            return "store.io_error"
    return None


def _why_unreadable(path: Path, key: bytes | None) -> str:
    try:
        with path.open("rb") as stream:
            head = stream.read(16)
        size = path.stat().st_size
    except OSError:
        return "store.io_error"
    if head == _PLAIN_HEADER or size < PAGE_BYTES:
        return "store.not_a_store"
    if key is not None and head == salt_of(key):
        return "store.damaged"
    return "store.wrong_key" if size % PAGE_BYTES == 0 else "store.not_a_store"
