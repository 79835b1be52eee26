"""The way into the store: made, opened, recovered, locked anew, put back; with a keyring and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.db import keys
from app.db.backup import make_backup
from app.db.database import Database
from app.errors import UserError
from app.models import Account
from app.services.stores import Stores, StoreState
from app.vault import SessionVault

WORDS = "一二三四 abcd"


@pytest.fixture(autouse=True)
def _quick_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "MEMORY_KIB", 64)


@pytest.fixture
def keyring() -> Stores:
    return Stores(SessionVault(available=True))


@pytest.fixture
def bare() -> Stores:
    """A machine without a keyring."""
    return Stores(SessionVault())


def _mark(database: Database, uid: str = "1000001") -> None:
    with database.transaction() as session:
        session.add(Account(uid=uid))
    database.close()


def _marks(database: Database) -> list[str]:
    with database.read() as session:
        found = list(session.scalars(select(Account.uid)))
    database.close()
    return found


def _refused(attempt) -> str:
    with pytest.raises(UserError) as caught:
        attempt()
    return caught.value.code


def test_with_a_keyring_it_opens_without_a_question(keyring: Stores, tmp_path: Path) -> None:
    facts = keyring.state(tmp_path)
    assert (facts.state, facts.keyring, facts.recovery) == (StoreState.ABSENT, True, False)
    database, _code = keyring.create(tmp_path)
    _mark(database)
    facts = keyring.state(tmp_path)
    assert (facts.state, facts.recovery) == (StoreState.KEYRING, True)
    assert _marks(keyring.open(tmp_path)) == ["1000001"]


def test_without_a_keyring_a_passphrase_is_needed(bare: Stores, tmp_path: Path) -> None:
    assert not bare.state(tmp_path).keyring
    assert _refused(lambda: bare.create(tmp_path)) == "store.no_keyring"
    assert list(tmp_path.iterdir()) == []
    database, _code = bare.create(tmp_path, passphrase=WORDS)
    _mark(database)
    assert bare.state(tmp_path).state is StoreState.PASSPHRASE
    assert _refused(lambda: bare.open(tmp_path)) == "store.keyring_empty"
    assert _refused(lambda: bare.open(tmp_path, passphrase="wrong words")) == "store.wrong_passphrase"
    assert _marks(bare.open(tmp_path, passphrase=WORDS)) == ["1000001"]


def test_a_refused_creation_leaves_nothing(bare: Stores, keyring: Stores, tmp_path: Path) -> None:
    assert _refused(lambda: bare.create(tmp_path, passphrase="short")) == "store.passphrase_short"
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "beian.store").write_bytes(b"something")
    assert _refused(lambda: keyring.create(tmp_path)) == "store.exists"
    assert [path.name for path in tmp_path.iterdir()] == ["beian.store"]


def test_the_key_file_of_a_store_that_was_moved_away_is_not_lost(bare: Stores, tmp_path: Path) -> None:
    bare.create(tmp_path, passphrase=WORDS)[0].close()
    store = bare.path(tmp_path)
    store.rename(tmp_path / "moved")
    before = (tmp_path / "beian.store.keys.json").read_bytes()
    assert _refused(lambda: bare.create(tmp_path, passphrase=WORDS)) == "store.key_file_in_the_way"
    assert (tmp_path / "beian.store.keys.json").read_bytes() == before


def test_the_recovery_code_opens_where_the_keyring_is_gone(keyring: Stores, bare: Stores, tmp_path: Path) -> None:
    database, code = keyring.create(tmp_path)
    _mark(database)
    facts = bare.state(tmp_path)
    assert (facts.state, facts.recovery) == (StoreState.RECOVERY, True)
    assert _refused(lambda: bare.recover(tmp_path, code)) == "store.no_keyring"
    assert _marks(bare.recover(tmp_path, code.lower(), new_passphrase=WORDS)) == ["1000001"]
    assert _marks(bare.open(tmp_path, passphrase=WORDS)) == ["1000001"]
    assert _marks(bare.recover(tmp_path, code, new_passphrase="新的口令 9876")) == ["1000001"]
    assert _refused(lambda: bare.open(tmp_path, passphrase=WORDS)) == "store.wrong_passphrase"


def test_nothing_left_to_open_with_is_said(bare: Stores, keyring: Stores, tmp_path: Path) -> None:
    keyring.create(tmp_path)[0].close()
    (tmp_path / "beian.store.keys.json").unlink()
    assert bare.state(tmp_path).state is StoreState.LOCKED


def test_another_stores_code_changes_nothing(bare: Stores, tmp_path: Path) -> None:
    bare.create(tmp_path / "a", passphrase=WORDS)[0].close()
    database, code = bare.create(tmp_path / "b", passphrase=WORDS)
    database.close()
    assert (
        _refused(lambda: bare.recover(tmp_path / "a", code, new_passphrase="新的口令 9876"))
        == "store.wrong_recovery_code"
    )
    bare.open(tmp_path / "a", passphrase=WORDS).close()


def test_a_passphrase_is_changed_only_by_who_knows_it(bare: Stores, tmp_path: Path) -> None:
    database, _code = bare.create(tmp_path, passphrase=WORDS)
    assert (
        _refused(lambda: bare.change_passphrase(database, old="wrong", new="新的口令 9876")) == "store.wrong_passphrase"
    )
    bare.change_passphrase(database, old=WORDS, new="新的口令 9876")
    database.close()
    assert _refused(lambda: bare.open(tmp_path, passphrase=WORDS)) == "store.wrong_passphrase"
    bare.open(tmp_path, passphrase="新的口令 9876").close()


def test_the_key_moves_from_passphrase_to_keyring_and_back(keyring: Stores, tmp_path: Path) -> None:
    database, _code = keyring.create(tmp_path, passphrase=WORDS)
    keyring.change_passphrase(database, old=WORDS, new=None)
    database.close()
    assert keyring.state(tmp_path).state is StoreState.KEYRING
    assert _refused(lambda: keyring.open(tmp_path, passphrase=WORDS)) == "store.no_passphrase"
    with keyring.open(tmp_path) as again:
        keyring.change_passphrase(again, old=None, new=WORDS)
    assert keyring.state(tmp_path).state is StoreState.PASSPHRASE
    assert _refused(lambda: keyring.open(tmp_path)) == "store.keyring_empty"


def test_a_new_recovery_code_makes_the_old_one_void(bare: Stores, tmp_path: Path) -> None:
    database, old = bare.create(tmp_path, passphrase=WORDS)
    new = bare.new_recovery_code(database)
    database.close()
    assert _refused(lambda: bare.recover(tmp_path, old, new_passphrase=WORDS)) == "store.wrong_recovery_code"
    bare.recover(tmp_path, new, new_passphrase=WORDS).close()


def test_a_backup_is_put_back_while_the_store_is_closed(bare: Stores, tmp_path: Path) -> None:
    database, _code = bare.create(tmp_path, passphrase=WORDS)
    backup = make_backup(database.path, database.key, bare.backups(tmp_path), reason="manual")
    assert _refused(lambda: bare.restore(tmp_path, backup.path, passphrase=WORDS)) == "store.in_use"
    _mark(database)
    aside = bare.restore(tmp_path, backup.path, passphrase=WORDS)
    assert aside is not None and aside.exists()
    assert _marks(bare.open(tmp_path, passphrase=WORDS)) == []


def test_opening_what_is_not_there_makes_nothing(bare: Stores, tmp_path: Path) -> None:
    assert _refused(lambda: bare.open(tmp_path, passphrase=WORDS)) == "store.absent"
    assert list(tmp_path.iterdir()) == []
