"""The one door to the store: opening it under its lock, one writer at a time, sessions that never leave."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.db import cipher
from app.db.process_lock import ProcessLock
from app.db.upgrade import create_schema, upgrade
from app.errors import UserError

READERS = 3


class Database:
    """An open store.

    `transaction()` is the single writer lane: a second thread waits its turn. `read()` never waits for a
    writer and sees the last committed state. Both hand out a session that is closed when the block ends;
    only plain values and frozen rows may leave the block. Thread-safe.
    """

    def __init__(self, path: Path, key: bytes, lock: ProcessLock) -> None:
        """Use `create` or `open`; this takes over a lock that is already held."""
        self.path = path
        self._key = key
        self._lock = lock
        self._writing = threading.Lock()
        self._writer_thread: int | None = None
        self._writer = _engine(lambda: _writer_connection(path, key), "BEGIN IMMEDIATE", size=1)
        self._reader = _engine(lambda: cipher.connect(path, key, writable=False), "BEGIN", size=READERS)

    @classmethod
    def create(cls, path: Path, key: bytes) -> Self:
        """Make a new, empty store under this 256-bit key and open it.

        Raises:
            UserError: `store.exists`, `store.read_only`, `store.disk_full`, `store.in_use`.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError("store.read_only", path=str(path.parent)) from error
        with _locked(path) as (lock, keep):
            if path.exists():
                raise UserError("store.exists", path=str(path))
            create_schema(path, key)
            database = cls(path, key, lock)
            keep()
        return database

    @classmethod
    def open(cls, path: Path, key: bytes, *, backups: Path | None = None) -> Self:
        """Open a store, upgrading an older one on a copy; the copy before the upgrade goes into `backups`.

        Raises:
            UserError: `store.absent`, `store.in_use`, `store.wrong_key`, `store.not_a_store`, `store.damaged`,
                `store.newer`, `store.read_only`, `store.disk_full`.
        """
        if not path.exists():
            raise UserError("store.absent", path=str(path))
        with _locked(path) as (lock, keep):
            upgrade(path, key, backups=backups)
            database = cls(path, key, lock)
            keep()
        return database

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that commits when the block ends well and rolls back when it does not.

        Raises:
            UserError: `store.changed_elsewhere` when a record was changed since it was read, and the
                failures of `app.db.cipher.plain_errors`; nothing is written then.
        """
        if self._writer_thread == threading.get_ident():
            raise RuntimeError("a transaction inside a transaction of the same thread")
        with self._writing:
            self._writer_thread = threading.get_ident()
            try:
                with (
                    cipher.plain_errors(self.path, self._key),
                    Session(self._writer, expire_on_commit=False) as session,
                ):
                    try:
                        yield session
                        session.commit()
                    except StaleDataError as error:
                        raise UserError("store.changed_elsewhere") from error
            finally:
                self._writer_thread = None

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session on the last committed state that cannot write."""
        with (
            cipher.plain_errors(self.path, self._key),
            Session(self._reader, expire_on_commit=False, autoflush=False) as session,
        ):
            yield session

    @property
    def key(self) -> bytes:
        """The data key, for backups and for changing how it is kept."""
        return self._key

    def close(self) -> None:
        """Fold the write-ahead log into the file and let the lock go; harmless when called twice."""
        with self._writing:
            self._reader.dispose()
            self._writer.dispose()
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def _locked(path: Path) -> Iterator[tuple[ProcessLock, Callable[[], object]]]:
    """The store's lock, released again unless the block says `keep()`."""
    lock = ProcessLock(path)
    lock.acquire()
    with ExitStack() as undo:
        undo.callback(lock.release)
        with cipher.plain_errors(path):
            yield lock, undo.pop_all


def _writer_connection(path: Path, key: bytes) -> Any:
    connection = cipher.connect(path, key, cache_kib=cipher.WRITER_CACHE_KIB)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        # After a large import the log file would keep its size for good.
        connection.execute("PRAGMA journal_size_limit = 67108864")
    except dbapi2.Error:
        connection.close()
        raise
    return connection


def _engine(connect: Callable[[], Any], begin: str, *, size: int) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        # The connection used last comes first: its pages are still in memory, and the others do not fill theirs.
        pool_use_lifo=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # The driver would begin only before the first write; a reader must hold one snapshot from its first line.
        connection.exec_driver_sql(begin)

    return engine
