"""The store as a real encrypted file: sessions, the second editor, threads, and everything that can go wrong with it."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from app.db import cipher
from app.db.database import Database
from app.errors import UserError
from app.models import Account, Subject, SubjectRow

KEY = bytes(range(32))
NAME = "示例云海网络科技有限公司"


def _add(database: Database, **values: object) -> int:
    with database.transaction() as session:
        subject = Subject(**({"kind": "unit", "name": NAME} | values))
        session.add(subject)
        session.flush()
        return subject.id


def _row(database: Database, record_id: int) -> SubjectRow:
    with database.read() as session:
        return SubjectRow.of(session.get(Subject, record_id))


def _refused(path: Path, key: bytes = KEY) -> str:
    with pytest.raises(UserError) as caught:
        Database.open(path, key)
    return caught.value.code


def test_what_is_written_is_read_after_opening_again(database: Database) -> None:
    record_id = _add(database, filing_number="京ICP备12345678号")
    database.close()
    with Database.open(database.path, KEY) as again:
        row = _row(again, record_id)
    assert (row.name, row.filing_number, row.version) == (NAME, "京ICP备12345678号", 1)


def test_moments_come_back_aware_in_utc(database: Database) -> None:
    moment = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
    assert _row(database, _add(database, created_at=moment)).created_at == moment


def test_a_naive_moment_is_a_bug(database: Database) -> None:
    with pytest.raises(Exception, match="time zone"):
        _add(database, created_at=datetime(2026, 11, 23, 12, 30))  # noqa: DTZ001 - that is the point


def test_a_failing_block_writes_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.transaction() as session:
        session.add(Subject(kind="unit", name=NAME))
        session.flush()
        raise ZeroDivisionError
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Subject)) == 0


def test_the_second_editor_is_told(database: Database) -> None:
    record_id = _add(database)
    with pytest.raises(UserError) as caught, database.transaction() as session:
        subject = session.get(Subject, record_id)
        session.connection().exec_driver_sql("UPDATE subject SET version = 7 WHERE id = ?", (record_id,))
        subject.name = "另一家"
    assert caught.value.code == "store.changed_elsewhere"
    assert _row(database, record_id).name == NAME


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(UserError) as caught, database.read() as session:
        session.add(Account(uid="1000001"))
        session.flush()
    assert caught.value.code == "store.read_only"


def test_a_reader_sees_one_state_while_another_writes(database: Database) -> None:
    _add(database)
    with database.read() as session:
        before = session.scalar(select(func.count()).select_from(Subject))
        writer = threading.Thread(target=_add, args=(database,))
        writer.start()
        writer.join()
        assert session.scalar(select(func.count()).select_from(Subject)) == before == 1
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Subject)) == 2


def test_writers_of_many_threads_take_turns(database: Database) -> None:
    record_id = _add(database, site_count=0)

    def count() -> None:
        for _ in range(20):
            with database.transaction() as session:
                session.get(Subject, record_id).site_count += 1

    threads = [threading.Thread(target=count) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    row = _row(database, record_id)
    assert (row.site_count, row.version) == (100, 101)


def test_a_transaction_in_a_transaction_is_a_bug_not_a_deadlock(database: Database) -> None:
    with database.transaction(), pytest.raises(RuntimeError), database.transaction():
        pass


def test_references_are_kept(database: Database) -> None:
    with pytest.raises(IntegrityError):
        _add(database, account_id=99)


def test_ids_are_never_used_twice(database: Database) -> None:
    first = _add(database)
    with database.transaction() as session:
        session.delete(session.get(Subject, first))
    assert _add(database) > first


def test_the_file_and_its_log_hold_no_plain_word(database: Database) -> None:
    _add(database, lead_phone="13800138000", filing_number="京ICP备12345678号")
    files = [path for path in database.path.parent.iterdir() if path.stat().st_size]
    assert any(path.name.endswith("-wal") for path in files)
    for path in files:
        raw = path.read_bytes()
        for word in (
            NAME,
            NAME.encode("utf-16-le"),
            "13800138000",
            "京ICP备",
            "ICP备1234",
            "subject",
            "CREATE TABLE",
            "SQLite format",
        ):
            assert (word if isinstance(word, bytes) else word.encode()) not in raw, (path, word)


def test_a_second_copy_is_refused_and_a_closed_one_is_not(database: Database) -> None:
    assert _refused(database.path) == "store.in_use"
    database.close()
    Database.open(database.path, KEY).close()


def test_a_second_process_is_refused_until_the_first_is_killed(database: Database, repository: Path) -> None:
    database.close()
    holder = _python(
        repository,
        """
        import sys
        database = Database.open(Path(sys.argv[1]), KEY)
        print("open", flush=True)
        sys.stdin.read()
        """,
        database.path,
    )
    assert holder.stdout.readline() == "open\n"
    assert _refused(database.path) == "store.in_use"
    holder.kill()
    holder.communicate()
    Database.open(database.path, KEY).close()


def test_a_wrong_key_is_told_from_damage(database: Database) -> None:
    _add(database)
    database.close()
    assert _refused(database.path, bytes(32)) == "store.wrong_key"
    _damage(database.path, 2000)
    assert _refused(database.path) == "store.damaged"
    assert _refused(database.path, bytes(32)) == "store.wrong_key"


def test_damaged_first_bytes_alone_lose_nothing(database: Database) -> None:
    record_id = _add(database)
    database.close()
    _damage(database.path, 0, b"\xff" * 16)
    with Database.open(database.path, KEY) as again:
        assert _row(again, record_id).name == NAME


def test_damage_further_in_is_told_when_it_is_met(database: Database) -> None:
    with database.transaction() as session:
        session.add_all(Subject(kind="unit", name=f"{NAME}{number}", note="说明" * 200) for number in range(200))
    database.close()
    size = database.path.stat().st_size
    for at in range(size - cipher.PAGE_BYTES * 20 + 100, size, cipher.PAGE_BYTES):
        _damage(database.path, at)
    with Database.open(database.path, KEY) as again, pytest.raises(UserError) as caught, again.read() as session:
        session.scalars(select(Subject)).all()
    assert caught.value.code == "store.damaged"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "store.not_a_store"),
        (b"SQLite format 3\0" + bytes(8176), "store.not_a_store"),
        ("姓名,电话\n".encode() * 1000, "store.not_a_store"),
    ],
    ids=["empty", "plain database", "text"],
)
def test_other_files_are_not_stores(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "other.store"
    path.write_bytes(content)
    assert _refused(path) == code
    assert path.read_bytes() == content


def test_an_encrypted_file_without_our_tables_is_not_a_store(tmp_path: Path) -> None:
    path = tmp_path / "other.store"
    connection = cipher.connect(path, KEY)
    connection.execute("CREATE TABLE other (id)")
    connection.close()
    assert _refused(path) == "store.not_a_store"


def test_an_absent_store_is_not_made_by_opening(tmp_path: Path) -> None:
    assert _refused(tmp_path / "absent.store") == "store.absent"
    assert list(tmp_path.iterdir()) == []


def test_creating_over_a_store_is_refused(database: Database) -> None:
    record_id = _add(database)
    database.close()
    with pytest.raises(UserError) as caught:
        Database.create(database.path, KEY)
    assert caught.value.code == "store.exists"
    with Database.open(database.path, KEY) as again:
        assert _row(again, record_id).name == NAME


def test_a_full_store_says_so_and_keeps_what_was_saved(database: Database) -> None:
    record_id = _add(database)
    with database.transaction() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(UserError) as caught:
        _add(database, note="长" * 100_000)
    assert caught.value.code == "store.disk_full"
    assert _row(database, record_id).name == NAME
    _add(database, name="还能写")


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a small disk of its own")
def test_a_full_disk_says_so_and_keeps_what_was_saved(tmp_path: Path) -> None:
    disk = _small_disk(tmp_path, "size=3m")
    try:
        with Database.create(disk / "beian.store", KEY) as database:
            kept = 0
            with pytest.raises(UserError) as caught:
                for _ in range(1000):
                    _add(database, note="长" * 3000)
                    kept += 1
            assert caught.value.code == "store.disk_full"
            with database.read() as session:
                assert session.scalar(select(func.count()).select_from(Subject)) == kept > 0
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a read-only disk of its own")
def test_a_read_only_disk_says_so(tmp_path: Path, empty_store: bytes) -> None:
    disk = _small_disk(tmp_path, "size=3m")
    try:
        (disk / "beian.store").write_bytes(empty_store)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert _refused(disk / "beian.store") == "store.read_only"
        with pytest.raises(UserError) as caught:
            Database.create(disk / "new" / "beian.store", KEY)
        assert caught.value.code == "store.read_only"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_folder_where_no_file_can_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(UserError) as caught:
        Database.create(tmp_path / "file" / "beian.store", KEY)
    assert caught.value.code == "store.read_only"


def test_killed_writers_lose_nothing_that_was_committed(
    database: Database, repository: Path, damaged: Callable[[Path], list[str]]
) -> None:
    database.close()
    total = 0
    for number in range(20):
        writer = _python(
            repository,
            """
            import sys
            from app.models import Subject
            database = Database.open(Path(sys.argv[1]), KEY)
            while True:
                with database.transaction() as session:
                    session.add_all(Subject(kind="unit", name="示例", note="说明" * 500) for _ in range(5))
                print("saved", flush=True)
            """,
            database.path,
        )
        # Each run is killed after another number of commits, at whatever it does next.
        for _ in range(1 + number % 7):
            assert writer.stdout.readline() == "saved\n"
        writer.kill()
        # Lines that readline had read ahead are lost to communicate.
        said = 1 + number % 7 + writer.stdout.read().count("saved\n")
        writer.communicate()
        with Database.open(database.path, KEY) as again, again.read() as session:
            found = session.scalar(select(func.count()).select_from(Subject))
        # What was committed and not yet said may be there too; half a transaction may not.
        assert total + 5 * said <= found <= total + 5 * said + 5
        assert found % 5 == 0
        total = found
    assert damaged(database.path) == []


@pytest.fixture
def damaged() -> Callable[[Path], list[str]]:
    def check(path: Path) -> list[str]:
        connection = cipher.connect(path, KEY)
        try:
            findings = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
            return findings + [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        finally:
            connection.close()

    return check


def _damage(path: Path, at: int, content: bytes = b"damage") -> None:
    with path.open("rb+") as stream:
        stream.seek(at)
        stream.write(content)


def _small_disk(tmp_path: Path, options: str) -> Path:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    return disk


def _python(repository: Path, script: str, *args: Path) -> subprocess.Popen[str]:
    head = "from pathlib import Path\nfrom app.db.database import Database\nKEY = bytes(range(32))\n"
    return subprocess.Popen(
        [sys.executable, "-c", head + textwrap.dedent(script), *map(str, args)],
        cwd=repository,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
