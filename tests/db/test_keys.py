"""The data key under passphrase and recovery code: opened by the right one, by nothing else, never plain."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.db import keys
from app.db.keys import KeyFile, new_key, new_recovery_code, read_recovery_code
from app.errors import UserError

WORDS = "三只 correct 马 1234"


@pytest.fixture(autouse=True)
def _quick_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    # The parameters are read from the file when it is opened, so small ones try the same path in less time.
    monkeypatch.setattr(keys, "MEMORY_KIB", 64)


@pytest.fixture
def key_file(tmp_path: Path) -> KeyFile:
    return KeyFile.of(tmp_path / "beian.store")


def _code(caught: pytest.ExceptionInfo[UserError]) -> str:
    return caught.value.code


def test_a_key_is_256_bits_and_never_twice_the_same() -> None:
    assert len(new_key()) == 32
    assert len({new_key() for _ in range(10)}) == 10


def test_the_passphrase_opens_and_another_does_not(key_file: KeyFile) -> None:
    key = new_key()
    key_file.lock_with_passphrase(key, WORDS)
    assert key_file.has_passphrase and not key_file.has_recovery
    assert key_file.unlock_with_passphrase(WORDS) == key
    for wrong in ("", WORDS + " ", WORDS.upper()):
        with pytest.raises(UserError) as caught:
            key_file.unlock_with_passphrase(wrong)
        assert _code(caught) == "store.wrong_passphrase"


def test_a_passphrase_composed_differently_is_the_same(key_file: KeyFile) -> None:
    key = new_key()
    key_file.lock_with_passphrase(key, "Caf\u00e9 12345")
    assert key_file.unlock_with_passphrase("Cafe\u0301 12345") == key


def test_the_file_is_its_owners_and_holds_nothing_plain(key_file: KeyFile) -> None:
    key = new_key()
    key_file.lock_with_passphrase(key, WORDS)
    code = key_file.offer_recovery_code(key)
    text = key_file.path.read_text("utf-8")
    if sys.platform != "win32":
        assert key_file.path.stat().st_mode & 0o777 == 0o600
    for plain in (key.hex(), WORDS, code, code.replace("-", "")):
        assert plain not in text
    assert [path.name for path in key_file.path.parent.iterdir()] == ["beian.store.keys.json"]


def test_a_new_passphrase_replaces_the_old_and_leaves_the_recovery_code(key_file: KeyFile) -> None:
    key = new_key()
    key_file.lock_with_passphrase(key, WORDS)
    code = key_file.offer_recovery_code(key)
    key_file.lock_with_passphrase(key, "另一个口令 5678")
    with pytest.raises(UserError):
        key_file.unlock_with_passphrase(WORDS)
    assert key_file.unlock_with_passphrase("另一个口令 5678") == key == key_file.unlock_with_recovery_code(code)
    key_file.forget_passphrase()
    assert not key_file.has_passphrase
    assert key_file.unlock_with_recovery_code(code) == key


def test_a_new_recovery_code_replaces_the_old(key_file: KeyFile) -> None:
    key = new_key()
    old, new = key_file.offer_recovery_code(key), key_file.offer_recovery_code(key)
    assert key_file.unlock_with_recovery_code(new) == key
    with pytest.raises(UserError) as caught:
        key_file.unlock_with_recovery_code(old)
    assert _code(caught) == "store.wrong_recovery_code"


@given(st.data())
def test_a_recovery_code_survives_handwriting_and_betrays_a_slip(data: st.DataObject) -> None:
    code = new_recovery_code()
    secret = read_recovery_code(code)
    assert len(secret) == 20
    sloppy = code.replace("0", "o").replace("1", "l").lower().replace("-", data.draw(st.sampled_from(["", " ", " - "])))
    assert read_recovery_code(sloppy) == secret
    at = data.draw(st.integers(0, len(code) - 1).filter(lambda each: code[each] != "-"))
    # By how far, not to which sign: what is drawn must not depend on the code, which is new each time.
    signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    slip = signs[(signs.index(code[at]) + data.draw(st.integers(1, len(signs) - 1))) % len(signs)]
    with pytest.raises(UserError) as caught:
        read_recovery_code(code[:at] + slip + code[at + 1 :])
    assert _code(caught) == "store.recovery_code_mistyped"


@pytest.mark.parametrize("text", ["", "ABC", "U" * 35, "7" * 36, "恢复码" * 12])
def test_what_is_no_code_is_called_mistyped(text: str) -> None:
    with pytest.raises(UserError) as caught:
        read_recovery_code(text)
    assert _code(caught) == "store.recovery_code_mistyped"


def test_a_short_passphrase_is_refused(key_file: KeyFile) -> None:
    with pytest.raises(UserError) as caught:
        key_file.lock_with_passphrase(new_key(), "1234567")
    assert _code(caught) == "store.passphrase_short"
    assert not key_file.path.exists()


def test_what_was_never_set_is_named(key_file: KeyFile) -> None:
    for attempt, code in (
        (lambda: key_file.unlock_with_passphrase(WORDS), "store.no_passphrase"),
        (lambda: key_file.unlock_with_recovery_code(new_recovery_code()), "store.no_recovery_code"),
    ):
        with pytest.raises(UserError) as caught:
            attempt()
        assert _code(caught) == code


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda content: b"{", "store.key_file_damaged"),
        (lambda content: b"[]", "store.key_file_damaged"),
        (lambda content: b"\xff\xfe", "store.key_file_damaged"),
        (lambda content: json.dumps(content | {"format": 2}).encode(), "store.newer"),
        (lambda content: json.dumps(content | {"passphrase": 5}).encode(), "store.key_file_damaged"),
        (lambda content: _with(content, memory_kib=10**9), "store.key_file_damaged"),
        (lambda content: _with(content, salt="?"), "store.key_file_damaged"),
        (lambda content: _with(content, nonce="AAAA"), "store.key_file_damaged"),
        (lambda content: _with(content, wrapped="AAAA" * 12), "store.wrong_passphrase"),
    ],
)
def test_a_damaged_key_file_is_told_and_kept(key_file: KeyFile, change, code: str) -> None:
    key_file.lock_with_passphrase(new_key(), WORDS)
    damaged = change(json.loads(key_file.path.read_text("utf-8")))
    key_file.path.write_bytes(damaged)
    with pytest.raises(UserError) as caught:
        key_file.unlock_with_passphrase(WORDS)
    assert _code(caught) == code
    assert key_file.path.read_bytes() == damaged


def _with(content: dict, **changed: object) -> bytes:
    return json.dumps(content | {"passphrase": content["passphrase"] | changed}).encode()
