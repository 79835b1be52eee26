"""Backups of the open store: made by hand, by the clock, before imports; listed, verified, thinned out."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

from app.db.backup import (
    SUFFIX,
    BackupFile,
    Verification,
    copy_store,
    list_backups,
    make_backup,
    rotate,
    verify_file,
)
from app.db.base import utc_now
from app.db.database import Database
from app.errors import UserError
from app.services import audit

EVERY = timedelta(minutes=10)


class Backups:
    """Copies of one open store in one folder. Each is whole, encrypted under the store's key, and one file."""

    def __init__(self, database: Database, folder: Path, actor: str) -> None:
        self._database = database
        self._folder = folder
        self._actor = actor
        self._seen = _state(database.path)

    def make(self, reason: str = "manual", now: datetime | None = None) -> BackupFile:
        """Write a backup and thin out the old ones; `reason` is `manual`, `timed` or `import`.

        Raises:
            UserError: `store.read_only`, `store.disk_full`, `store.damaged`; no half-made file stays and no older one goes.
        """
        made = make_backup(self._database.path, self._database.key, self._folder, reason=reason, now=now)
        with self._database.transaction() as session:
            audit.record(session, self._actor, "backup", "store", None, {"reason": reason})
        rotate(self._folder, now)
        self._seen = _state(self._database.path)
        return made

    def make_if_due(self, now: datetime | None = None) -> BackupFile | None:
        """A timed backup when something was written since the last one and ten minutes have passed."""
        moment = now or utc_now()
        newest = next(iter(self.list()), None)
        if newest is not None and moment - newest.made_at < EVERY:
            return None
        if newest is not None and _state(self._database.path) == self._seen:
            return None
        return self.make("timed", moment)

    def save_as(self, target: Path) -> BackupFile:
        """Write a backup to a file of the user's choice, appearing only when whole; replaces an earlier file.

        Raises:
            UserError: `store.read_only`, `store.disk_full`, `store.exists` when the target is the store itself.
        """
        if target.resolve() == self._database.path.resolve():
            raise UserError("store.exists", path=str(target))
        beside = target.with_name(target.name + ".part")
        try:
            copy_store(self._database.path, self._database.key, beside)
            os.replace(beside, target)
        except OSError as error:
            raise UserError("store.read_only", path=str(target)) from error
        with self._database.transaction() as session:
            audit.record(session, self._actor, "backup", "store", None, {"reason": "manual"})
        return BackupFile(target, utc_now(), "manual", target.stat().st_size)

    def list(self) -> tuple[BackupFile, ...]:
        """The backups in the folder, newest first."""
        return list_backups(self._folder)

    def verify(self, path: Path | None = None) -> Verification:
        """Check a backup, or the open store when no file is given. Damage is a finding, not an error."""
        return verify_file(path or self._database.path, self._database.key)


def _state(store: Path) -> tuple[tuple[int, int], ...]:
    """What changes when something is written: size and time of the file and of its log."""
    parts = (store, store.with_name(store.name + "-wal"))
    return tuple((stat.st_size, stat.st_mtime_ns) for part in parts if part.exists() for stat in [part.stat()])


__all__ = ["EVERY", "SUFFIX", "BackupFile", "Backups", "Verification"]
