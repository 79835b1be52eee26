"""Backups of the open store: by hand, by the clock, to a file of one's choice; noted in the history."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.db.database import Database
from app.errors import UserError
from app.models import Setting
from app.services.audit import AuditLog
from app.services.backups import EVERY, Backups

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture
def backups(database: Database, tmp_path: Path) -> Backups:
    return Backups(database, tmp_path / "backups", "agent")


def _write(database: Database, key: str) -> None:
    with database.transaction() as session:
        session.add(Setting(key=key, value="示例"))


def test_a_backup_is_listed_sound_and_noted(backups: Backups, database: Database) -> None:
    made = backups.make(now=NOW)
    assert backups.list() == (made,)
    assert made.reason == "manual" and made.size == made.path.stat().st_size
    assert backups.verify(made.path).sound and backups.verify().sound
    (event,) = AuditLog(database).newest()
    assert (event.actor, event.action, event.detail) == ("agent", "backup", {"reason": "manual"})


def test_the_clock_makes_one_only_when_something_was_written(backups: Backups, database: Database) -> None:
    first = backups.make_if_due(NOW)
    assert first is not None and first.reason == "timed"
    assert backups.make_if_due(NOW + EVERY) is None
    _write(database, "provider")
    assert backups.make_if_due(NOW + EVERY - timedelta(seconds=1)) is None
    second = backups.make_if_due(NOW + EVERY)
    assert second is not None
    assert backups.list() == (second, first)


def test_many_backups_thin_out(backups: Backups) -> None:
    for day in range(200, 185, -1):
        backups.make(now=NOW - timedelta(days=day))
    newest = backups.make(now=NOW)
    assert len(backups.list()) == 10
    assert backups.list()[0] == newest


def test_a_copy_goes_where_the_user_wants_it(backups: Backups, database: Database, tmp_path: Path) -> None:
    _write(database, "provider")
    target = tmp_path / "my copy.beian-backup"
    target.write_text("an earlier file")
    assert backups.save_as(target).path == target
    assert backups.verify(target).sound
    assert backups.list() == ()


def test_a_copy_never_replaces_the_store_or_leaves_a_half(backups: Backups, database: Database, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        backups.save_as(database.path)
    assert caught.value.code == "store.exists"
    with pytest.raises(UserError) as caught:
        backups.save_as(tmp_path / "absent" / "copy")
    assert caught.value.code == "store.read_only"
    assert backups.verify().sound
