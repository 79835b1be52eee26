"""Backups: whole while others write, encrypted, thinned out by age, verified before they are put back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.db import cipher
from app.db.backup import (
    KEEP_NEWEST,
    BackupFile,
    copy_store,
    list_backups,
    make_backup,
    restore_file,
    rotate,
    to_remove,
    verify_file,
)
from app.db.database import Database
from app.db.search import Document, index
from app.errors import UserError
from app.models import Subject

KEY = bytes(range(32))
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def _add(database: Database, name: str) -> None:
    with database.transaction() as session:
        subject = Subject(kind="unit", name=name)
        session.add(subject)
        session.flush()
        index(session, [Document("subject", subject.id, (name,))])


def _names(path: Path) -> list[str]:
    with Database.open(path, KEY) as database, database.read() as session:
        return list(session.scalars(select(Subject.name).order_by(Subject.id)))


def test_a_backup_is_one_encrypted_file_with_what_still_stands_in_the_log(database: Database, tmp_path: Path) -> None:
    _add(database, "示例公司")
    assert database.path.with_name(database.path.name + "-wal").stat().st_size > 0
    backup = make_backup(database.path, KEY, tmp_path / "backups", reason="manual", now=NOW)
    assert [path.name for path in backup.path.parent.iterdir()] == ["20261123T120000Z-manual.beian-backup"]
    assert "示例".encode() not in backup.path.read_bytes()
    assert verify_file(backup.path, KEY).sound
    assert _names(backup.path) == ["示例公司"]


@pytest.mark.parametrize("page", [3, 20, -2])
def test_a_damaged_store_makes_no_backup(database: Database, tmp_path: Path, page: int) -> None:
    path = database.path
    database.close()
    with path.open("rb+") as stream:
        size = path.stat().st_size // cipher.PAGE_BYTES
        stream.seek((page % size) * cipher.PAGE_BYTES + 100)
        stream.write(b"DAMAGE")
    with pytest.raises(UserError) as caught:
        make_backup(path, KEY, tmp_path / "b", reason="manual", now=NOW)
    assert caught.value.code == "store.damaged"
    assert not list((tmp_path / "b").iterdir())


def test_two_backups_of_one_second_both_stay(database: Database, tmp_path: Path) -> None:
    made = [make_backup(database.path, KEY, tmp_path / "b", reason="timed", now=NOW) for _ in range(3)]
    assert [each.path for each in list_backups(tmp_path / "b")] == [each.path for each in reversed(made)]


def test_files_of_others_are_no_backups(tmp_path: Path) -> None:
    (tmp_path / "holiday.beian-backup").write_bytes(b"")
    (tmp_path / "20261123T120000Z-manual.beian-backup.part").write_bytes(b"")
    assert list_backups(tmp_path) == list_backups(tmp_path / "absent") == ()


def test_a_backup_that_cannot_be_written_leaves_nothing(database: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError) as caught:
        make_backup(database.path, KEY, tmp_path / "file", reason="manual")
    assert caught.value.code == "store.read_only"
    with pytest.raises(UserError):
        copy_store(database.path, bytes(32), tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def _every(hours: int, days: int) -> list[BackupFile]:
    moments = (NOW - timedelta(hours=each) for each in range(0, days * 24, hours))
    return [BackupFile(Path(f"{moment:%Y%m%d%H}"), moment, "timed", 1) for moment in moments]


def test_old_backups_thin_out_by_day_and_week() -> None:
    backups = _every(6, 100)
    gone = to_remove(backups, NOW)
    kept = [each for each in backups if each not in gone]
    assert kept[:KEEP_NEWEST] == backups[:KEEP_NEWEST]
    assert {f"{each.made_at:%Y-%m-%d}" for each in kept} >= {
        f"{NOW - timedelta(days=each):%Y-%m-%d}" for each in range(14)
    }
    assert {f"{each.made_at:%G-%V}" for each in kept} >= {f"{NOW - timedelta(weeks=each):%G-%V}" for each in range(8)}
    assert len(kept) <= KEEP_NEWEST + 14 + 9
    assert min(each.made_at for each in kept) > NOW - timedelta(weeks=9)
    assert to_remove(kept, NOW) == ()


def test_rotation_deletes_what_it_names(database: Database, tmp_path: Path) -> None:
    for each in range(15):
        make_backup(database.path, KEY, tmp_path / "b", reason="timed", now=NOW - timedelta(days=400 + each))
    assert len(rotate(tmp_path / "b", NOW)) == 5
    assert len(list_backups(tmp_path / "b")) == KEEP_NEWEST


def test_a_sound_store_verifies_while_open(database: Database) -> None:
    _add(database, "示例公司")
    checked = verify_file(database.path, KEY)
    assert checked.sound and checked.pages > 10


def test_damage_is_a_finding(database: Database) -> None:
    for each in range(50):
        _add(database, f"示例公司{each}" * 10)
    database.close()
    raw = bytearray(database.path.read_bytes())
    raw[-1000] ^= 1
    database.path.write_bytes(raw)
    assert [each.split(":")[0] for each in verify_file(database.path, KEY).findings] == ["page seal"]
    raw[2000] ^= 1
    database.path.write_bytes(raw)
    assert not verify_file(database.path, KEY).sound


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("DELETE FROM search_text", "texts"),
        ("INSERT INTO search_gram (search_gram) VALUES ('delete-all')", "index"),
        ("UPDATE subject SET account_id = 99", "reference"),
    ],
    ids=["text missing", "index empty", "reference broken"],
)
def test_what_does_not_agree_is_a_finding(database: Database, statement: str, word: str) -> None:
    _add(database, "示例公司")
    database.close()
    connection = cipher.connect(database.path, KEY)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)
    connection.close()
    (finding, *_) = verify_file(database.path, KEY).findings
    assert word in finding


def test_a_wrong_key_is_no_finding(database: Database, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        verify_file(database.path, bytes(32))
    assert caught.value.code == "store.wrong_key"
    with pytest.raises(UserError) as caught:
        verify_file(tmp_path / "absent", KEY)
    assert caught.value.code == "store.absent"


def test_a_backup_put_back_keeps_the_store_as_it_was_aside(database: Database, tmp_path: Path) -> None:
    _add(database, "早先")
    backup = make_backup(database.path, KEY, tmp_path / "b", reason="manual")
    _add(database, "后来")
    database.close()
    aside = restore_file(backup.path, KEY, database.path, now=NOW)
    assert _names(database.path) == ["早先"]
    assert aside is not None and _names(aside) == ["早先", "后来"]
    assert restore_file(backup.path, KEY, database.path, now=NOW) != aside


def test_a_damaged_backup_is_not_put_back(database: Database, tmp_path: Path) -> None:
    _add(database, "示例公司")
    backup = make_backup(database.path, KEY, tmp_path / "b", reason="manual")
    database.close()
    raw = bytearray(backup.path.read_bytes())
    raw[-1000] ^= 1
    backup.path.write_bytes(raw)
    with pytest.raises(UserError) as caught:
        restore_file(backup.path, KEY, database.path)
    assert caught.value.code == "store.backup_unsound"
    assert _names(database.path) == ["示例公司"]


def test_a_backup_whose_search_index_disagrees_is_put_back_all_the_same(database: Database, tmp_path: Path) -> None:
    with database.transaction() as session:
        session.add(Subject(kind="unit", name="示例公司"))
    backup = make_backup(database.path, KEY, tmp_path / "b", reason="manual")
    database.close()
    assert not verify_file(backup.path, KEY).sound
    restore_file(backup.path, KEY, database.path)
    assert _names(database.path) == ["示例公司"]


def test_a_backup_replaces_a_store_that_is_gone(database: Database, tmp_path: Path) -> None:
    backup = make_backup(database.path, KEY, tmp_path / "b", reason="manual")
    database.close()
    database.path.unlink()
    assert restore_file(backup.path, KEY, database.path) is None
    assert _names(database.path) == []
