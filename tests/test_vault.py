"""The vault: a system's keyring is used, a plain-text or missing one is refused, a dismissed one is told."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import keyring.backend
import pytest
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringError, KeyringLocked, PasswordDeleteError

from app.errors import UserError
from app.vault import SERVICE, SessionVault, SystemVault


class _SystemKeyring(keyring.backend.KeyringBackend):
    """Stands in for the Secret Service, which a test machine does not have; it only looks like it by its module."""

    priority = 0.1
    __module__ = "keyring.backends.SecretService"

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def _check(self) -> None:
        if self.locked:
            raise KeyringLocked

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        if (service, username) not in self.kept:
            raise PasswordDeleteError
        del self.kept[service, username]


class _PlainTextKeyring(_SystemKeyring):
    __module__ = "keyrings.alt.file"


@pytest.fixture(autouse=True)
def _own_backend() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.fixture
def system() -> _SystemKeyring:
    backend = _SystemKeyring()
    keyring.set_keyring(backend)
    return backend


def test_a_secret_is_kept_and_forgotten(system: _SystemKeyring) -> None:
    vault, secret = SystemVault(), bytes(range(256))
    assert vault.available
    assert vault.get("store") is None
    vault.put("store", secret)
    assert SystemVault().get("store") == secret
    assert list(system.kept) == [(SERVICE, "store")]
    vault.forget("store")
    vault.forget("store")
    assert vault.get("store") is None


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, _PlainTextKeyring])
def test_what_is_no_system_keyring_never_gets_a_secret(backend: type[keyring.backend.KeyringBackend]) -> None:
    keyring.set_keyring(backend())
    vault = SystemVault()
    assert not vault.available
    assert vault.get("store") is None
    vault.forget("store")
    with pytest.raises(UserError) as caught:
        vault.put("store", b"secret")
    assert caught.value.code == "store.no_keyring"


def test_a_chain_is_as_good_as_its_first_member(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_keyring(chainer.ChainerBackend())
    for members, available in (
        ([], False),
        ([_PlainTextKeyring(), _SystemKeyring()], False),
        ([_SystemKeyring()], True),
    ):
        monkeypatch.setattr(chainer.ChainerBackend, "backends", members)
        assert SystemVault().available is available


def test_a_locked_keyring_is_told(system: _SystemKeyring) -> None:
    vault = SystemVault()
    vault.put("store", b"secret")
    system.locked = True
    for attempt in (lambda: vault.get("store"), lambda: vault.put("store", b""), lambda: vault.forget("store")):
        with pytest.raises(UserError) as caught:
            attempt()
        assert caught.value.code == "store.keyring_failed"
        assert isinstance(caught.value.__cause__, KeyringError)


def test_an_entry_that_is_not_ours_is_told(system: _SystemKeyring) -> None:
    system.kept[SERVICE, "store"] = "not base64!"
    with pytest.raises(UserError) as caught:
        SystemVault().get("store")
    assert caught.value.code == "store.keyring_failed"


def test_a_vault_for_the_session_says_that_it_is_not_the_systems() -> None:
    vault = SessionVault()
    vault.put("store", b"secret")
    assert (vault.available, vault.get("store")) == (False, b"secret")
    vault.forget("store")
    assert vault.get("store") is None
    assert SessionVault(available=True).available
