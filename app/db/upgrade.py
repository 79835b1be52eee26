"""Bringing a store to the schema of this program: on a copy that is swapped in, so that a failure costs nothing.

Revisions are files `migrations/versions/NNNN_*.py`; each carries its own table definitions and never
imports live models. Alembic is imported only when there is something to do, so that an ordinary start
does not pay for it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from app.db import cipher
from app.db.backup import copy_store, make_backup
from app.errors import UserError

MIGRATIONS = Path(__file__).with_name("migrations")


def revisions(folder: Path = MIGRATIONS) -> tuple[str, ...]:
    """The revisions this program knows, oldest first."""
    return tuple(sorted(path.name.split("_")[0] for path in (folder / "versions").glob("[0-9]*.py")))


def revision_of(connection: Any) -> str | None:
    """The revision of an open store (driver connection), or None when it holds no such table."""
    known = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    ).fetchone()
    if known is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def create_schema(path: Path, key: bytes) -> None:
    """Make a new store file of the newest revision; a file half made is removed."""
    making = path.with_name(path.name + ".creating")
    making.unlink(missing_ok=True)
    try:
        with cipher.plain_errors(making, key):
            _migrate(making, key, MIGRATIONS)
        _sync(making)
        os.replace(making, path)
    finally:
        _remove(making)


def upgrade(path: Path, key: bytes, *, backups: Path | None = None, migrations: Path = MIGRATIONS) -> bool:
    """Upgrade the store when it is older; says whether it was.

    The caller holds the store's lock and no connection to it.

    Raises:
        UserError: `store.newer` for a revision that this program does not know, `store.not_a_store` for
            an encrypted file without our tables, and the failures of `plain_errors`. The store is as before.
    """
    known = revisions(migrations)
    with cipher.plain_errors(path, key):
        connection = cipher.connect(path, key)
        try:
            found = revision_of(connection)
            if found is None:
                raise UserError("store.not_a_store", path=str(path))
            if found not in known:
                raise UserError("store.newer", path=str(path))
            if found == known[-1]:
                return False
        finally:
            connection.close()
        if backups is not None:
            make_backup(path, key, backups, reason="upgrade")
        working = path.with_name(path.name + ".upgrading")
        _remove(working)
        try:
            copy_store(path, key, working)
            _migrate(working, key, migrations)
            _sync(working)
            _drop_log(path, key)
            os.replace(working, path)
        finally:
            _remove(working)
    return True


def migrate_connection(connection: Connection, migrations: Path = MIGRATIONS, target: str = "head") -> None:
    """Run the migrations up to `target` over a connection; also the way a PostgreSQL store is made."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _migrate(path: Path, key: bytes, migrations: Path) -> None:
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: cipher.connect(path, key), poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            # Changing a table in SQLite rebuilds it, which must not delete what refers to it.
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("BEGIN")
            migrate_connection(connection, migrations)
            broken: Sequence[Any] = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(1)
            if broken:
                raise RuntimeError(f"the migration left broken references in {broken[0][0]}")
            connection.commit()
    finally:
        engine.dispose()


def _drop_log(path: Path, key: bytes) -> None:
    """Leave no write-ahead log behind: it would be replayed into the file that takes this one's place."""
    connection = cipher.connect(path, key)
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        connection.close()
    if path.with_name(path.name + "-wal").exists():
        raise UserError("store.in_use", path=str(path))


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _remove(path: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
