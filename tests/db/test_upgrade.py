"""Upgrades: a fresh store equals the records, an old one is upgraded on a copy, a failure and a newer file cost nothing."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, select
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

import app.models  # noqa: F401 - every table must be known
from app.db import cipher
from app.db.backup import list_backups
from app.db.base import Base
from app.db.database import Database
from app.db.search import search
from app.db.upgrade import MIGRATIONS, migrate_connection, revision_of, revisions, upgrade
from app.errors import UserError
from app.models import Subject

KEY = bytes(range(32))


def _engine(path: Path) -> Any:
    return create_engine("sqlite://", module=dbapi2, creator=lambda: cipher.connect(path, KEY), poolclass=StaticPool)


@pytest.fixture
def old_store(tmp_path: Path) -> Path:
    """A store of the first revision with one subject, closed."""
    path = tmp_path / "old" / "beian.store"
    path.parent.mkdir()
    engine = _engine(path)
    with engine.begin() as connection:
        migrate_connection(connection, target="0001")
        connection.exec_driver_sql(
            "INSERT INTO subject (version, kind, nature, name, name_key, province, certificate_type, certificate_number,"
            " certificate_address, address, lead_name, lead_certificate_type, lead_certificate_number, lead_phone,"
            " lead_email, emergency_phone, state, site_count, note, created_at, updated_at)"
            " VALUES (1, 'unit', '', '示例公司', x'00', '', '', '', '', '', '', '', '', '', '', '', 'active', 0, '',"
            " '2026-01-01 00:00:00', '2026-01-01 00:00:00')"
        )
    engine.dispose()
    return path


def _revision(path: Path) -> str | None:
    connection = cipher.connect(path, KEY)
    try:
        return revision_of(connection)
    finally:
        connection.close()


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.suffix != ".lock"}


def test_a_fresh_store_equals_the_records(database: Database) -> None:
    database.close()
    engine = _engine(database.path)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_object": lambda _item, name, kind, *_: (
                    not (kind == "table" and name.startswith("search_gram"))
                ),
            },
        )
        assert compare_metadata(context, Base.metadata) == []
        inspected = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars().all()
    engine.dispose()
    text = "\n".join(inspected)
    for table in Base.metadata.tables.values():
        for constraint in table.constraints:
            assert constraint.name is None or str(constraint.name) in text or constraint.name == table.primary_key.name


def test_revisions_are_those_of_alembic_in_one_line() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    assert tuple(each.revision for each in reversed(list(script.walk_revisions()))) == revisions()
    assert script.get_current_head() == revisions()[-1]


def test_migrations_never_import_live_records() -> None:
    for path in (MIGRATIONS / "versions").glob("*.py"):
        assert "app." not in path.read_text("utf-8"), path


def test_an_old_store_is_upgraded_with_its_rows_and_a_backup(old_store: Path) -> None:
    backups = old_store.parent / "backups"
    with Database.open(old_store, KEY, backups=backups) as database, database.read() as session:
        assert session.scalars(select(Subject.name)).all() == ["示例公司"]
        assert search(session, "x") == []
    assert _revision(old_store) == revisions()[-1]
    (backup,) = list_backups(backups)
    assert (backup.reason, _revision(backup.path)) == ("upgrade", "0001")
    assert set(_files(old_store.parent)) == {"beian.store"}


def test_an_upgrade_takes_what_still_stands_in_the_log(old_store: Path) -> None:
    crashed = old_store.with_name("crashed.store")
    connection = cipher.connect(old_store, KEY)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE subject SET name = '后来改的'")
    for suffix in ("", "-wal"):
        shutil.copy(old_store.with_name(old_store.name + suffix), crashed.with_name(crashed.name + suffix))
    connection.close()
    with Database.open(crashed, KEY) as database, database.read() as session:
        assert session.scalars(select(Subject.name)).all() == ["后来改的"]


def test_a_current_store_is_left_alone(database: Database) -> None:
    database.close()
    before = database.path.stat().st_mtime_ns
    assert upgrade(database.path, KEY, backups=database.path.parent / "backups") is False
    assert database.path.stat().st_mtime_ns == before
    assert not (database.path.parent / "backups").exists()


def test_a_newer_store_is_refused_untouched(database: Database) -> None:
    with database.transaction() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    before = _files(database.path.parent)
    with pytest.raises(UserError) as caught:
        Database.open(database.path, KEY)
    assert caught.value.code == "store.newer"
    assert _files(database.path.parent) == before


@pytest.mark.parametrize(
    "step",
    [
        "raise RuntimeError('in the middle')",
        "op.execute('INSERT INTO domain (site_id) VALUES (77)')",
        "op.execute('nonsense')",
    ],
    ids=["bug", "broken reference", "bad statement"],
)
def test_a_failing_upgrade_leaves_the_store_as_it_was(old_store: Path, tmp_path: Path, step: str) -> None:
    migrations = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, migrations)
    (migrations / "versions" / "0003_fails.py").write_text(
        "from alembic import op\nrevision = '0003'\ndown_revision = '0002'\n"
        f"def upgrade():\n    op.drop_table('setting')\n    {step}\n"
    )
    before = _files(old_store.parent)
    with pytest.raises(Exception):  # noqa: B017 - whatever it is, the store must not feel it
        upgrade(old_store, KEY, migrations=migrations)
    assert _files(old_store.parent) == before
    Database.open(old_store, KEY).close()
