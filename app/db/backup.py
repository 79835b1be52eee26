"""Copies of the store by SQLite's own backup call: whole while others write, encrypted under the same key."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.db import cipher, search_fts
from app.db.base import utc_now
from app.db.search import KINDS, SHIFT
from app.errors import UserError

SUFFIX = ".beian-backup"
_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-(\d+))?-([a-z]+)" + re.escape(SUFFIX))

KEEP_NEWEST = 10
KEEP_DAYS = 14
KEEP_WEEKS = 8


@dataclass(frozen=True, slots=True)
class BackupFile:
    """One backup: its file, when it was made (UTC), why (`manual`, `timed`, `import`, `upgrade`, `restore`), bytes."""

    path: Path
    made_at: datetime
    reason: str
    size: int


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of a store found; empty `findings` means sound. Findings are SQLite's own words, for the report."""

    path: Path
    pages: int
    findings: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def intact(self) -> bool:
        """Whether every record is whole. The search index may still disagree: it can be made anew from them."""
        return all(finding.startswith("search:") for finding in self.findings)


def copy_store(path: Path, key: bytes, to: Path) -> None:
    """Copy a store, live or not, into a new file; readers and writers go on meanwhile.

    Raises:
        UserError: the failures of `plain_errors`, `store.damaged` for any page that does not read; no half-made file stays.
    """
    with cipher.plain_errors(path, key):
        source = cipher.connect(path, key, writable=False)
        try:
            with cipher.plain_errors(to, key):
                _copy(path, source, key, to)
        finally:
            source.close()


def _copy(path: Path, source: Any, key: bytes, to: Path) -> None:
    to.unlink(missing_ok=True)
    target = cipher.connect(to, key)
    try:
        source.backup(target)
        # The call itself succeeds over a damaged page and copies garbage from there on; only the cipher knows.
        if source.execute("PRAGMA cipher_status").fetchall() == [("0",)]:
            raise UserError("store.damaged", path=str(path))
        # The copied header says write-ahead log; a backup is one file.
        target.execute("PRAGMA journal_mode = DELETE").fetchall()
    except BaseException:
        target.close()
        to.unlink(missing_ok=True)
        raise
    target.close()
    with to.open("rb+") as stream:
        os.fsync(stream.fileno())


def make_backup(path: Path, key: bytes, folder: Path, *, reason: str, now: datetime | None = None) -> BackupFile:
    """Write a backup of the store into `folder`, named by moment and reason, appearing only when whole."""
    made_at = (now or utc_now()).astimezone(UTC).replace(microsecond=0)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError("store.read_only", path=str(folder)) from error
    target = _free_name(folder, made_at, reason)
    beside = target.with_name(target.name + ".part")
    copy_store(path, key, beside)
    os.replace(beside, target)
    return BackupFile(target, made_at, reason, target.stat().st_size)


def _free_name(folder: Path, made_at: datetime, reason: str) -> Path:
    stamp = f"{made_at:%Y%m%dT%H%M%SZ}"
    target, number = folder / f"{stamp}-{reason}{SUFFIX}", 2
    while target.exists():
        target, number = folder / f"{stamp}-{number}-{reason}{SUFFIX}", number + 1
    return target


def list_backups(folder: Path) -> tuple[BackupFile, ...]:
    """The backups in a folder, newest first; other files are left out."""
    found = []
    for path in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        if match := _NAME.fullmatch(path.name):
            made_at = datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            found.append((made_at, int(match[2] or 1), BackupFile(path, made_at, match[3], path.stat().st_size)))
    return tuple(each[2] for each in sorted(found, key=lambda each: each[:2], reverse=True))


def to_remove(backups: Sequence[BackupFile], now: datetime) -> tuple[BackupFile, ...]:
    """Which backups may go: all but the newest ten, the last one of each of 14 days and of each of 8 weeks."""
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    keep = {backup.path for backup in newest_first[:KEEP_NEWEST]}
    keep |= _first_of_each(newest_first, now - timedelta(days=KEEP_DAYS), "%Y-%m-%d")
    keep |= _first_of_each(newest_first, now - timedelta(weeks=KEEP_WEEKS), "%G-%V")
    return tuple(backup for backup in newest_first if backup.path not in keep)


def _first_of_each(newest_first: Iterable[BackupFile], since: datetime, period: str) -> set[Path]:
    seen: dict[str, Path] = {}
    for backup in newest_first:
        if backup.made_at >= since:
            seen.setdefault(f"{backup.made_at:{period}}", backup.path)
    return set(seen.values())


def rotate(folder: Path, now: datetime | None = None) -> tuple[BackupFile, ...]:
    """Delete the backups that `to_remove` names; returns them."""
    gone = to_remove(list_backups(folder), now or utc_now())
    for backup in gone:
        backup.path.unlink(missing_ok=True)
    return gone


def verify_file(path: Path, key: bytes) -> Verification:
    """Read every page of a store or backup: seals of the pages, structure, references, search index.

    Raises:
        UserError: `store.wrong_key` or `store.not_a_store`; damage is a finding, not an error.
    """
    if not path.exists():
        raise UserError("store.absent", path=str(path))
    try:
        with cipher.plain_errors(path, key):
            connection = cipher.connect(path, key, writable=False)
            try:
                return _verify(path, connection)
            finally:
                connection.close()
    except UserError as error:
        if error.code != "store.damaged":
            raise
        return Verification(path, path.stat().st_size // cipher.PAGE_BYTES, ("the file cannot be read as a store",))


def _verify(path: Path, connection: Any) -> Verification:
    findings = [f"page seal: {row[0]}" for row in connection.execute("PRAGMA cipher_integrity_check")]
    if findings:
        # Every further check would stumble over the same pages.
        return Verification(path, path.stat().st_size // cipher.PAGE_BYTES, tuple(findings))
    findings += [f"structure: {row[0]}" for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    findings += [f"reference: {row[0]} {row[1]}" for row in connection.execute("PRAGMA foreign_key_check")]
    if not findings:
        findings += search_fts.findings(connection, KINDS, SHIFT)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    return Verification(path, pages, tuple(findings))


def restore_file(backup: Path, key: bytes, store: Path, *, now: datetime | None = None) -> Path | None:
    """Put a verified backup in the store's place; the store as it was is kept beside it and returned.

    The caller holds the store's lock and no connection.

    Raises:
        UserError: `store.backup_unsound` when the backup fails its check; the store is as before.
    """
    checked = verify_file(backup, key)
    if not checked.intact:
        raise UserError("store.backup_unsound", path=str(backup), findings=len(checked.findings))
    beside = store.with_name(store.name + ".restoring")
    copy_store(backup, key, beside)
    aside: Path | None = None
    if store.exists():
        stamp = f"{(now or utc_now()).astimezone(UTC):%Y%m%dT%H%M%SZ}"
        aside, number = store.with_name(f"{store.name}.before-restore-{stamp}"), 2
        while aside.exists():
            aside, number = store.with_name(f"{store.name}.before-restore-{stamp}-{number}"), number + 1
        for suffix in ("-wal", "-shm", ""):
            part = store.with_name(store.name + suffix)
            if part.exists():
                # The log moves with its file, so that the old store opens as it was.
                os.replace(part, aside.with_name(aside.name + suffix))
    os.replace(beside, store)
    return aside
