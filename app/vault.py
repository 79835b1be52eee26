"""Secrets in the system's own store, through one narrow interface. The only module that imports keyring.

Where the system has no such store, or only one that writes plain text, the answer is "not available" and
the program asks for a passphrase instead; nothing falls back to a file.
"""

from __future__ import annotations

import base64
import binascii
from typing import Protocol

from app.errors import UserError

SERVICE = "Beian Desk"

# Back ends of keyring and keyrings.alt that are a system's own, by module. What is not listed is not trusted:
# a plain-text or fail/null back end must never hold the key.
_SYSTEM = (
    "keyring.backends.macOS",
    "keyring.backends.Windows",
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
)


class Vault(Protocol):
    """A place for secrets. `name` is a store's identity (its path) or that of another secret."""

    @property
    def available(self) -> bool:
        """Whether this is the system's protected store and can be used now."""
        ...

    def get(self, name: str) -> bytes | None:
        """The secret, or None when there is none under that name."""
        ...

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret, in place of an earlier one."""
        ...

    def forget(self, name: str) -> None:
        """Remove a secret; harmless when there is none."""
        ...


class SystemVault:
    """The keyring of the operating system: Credential Manager, Keychain, Secret Service or KWallet.

    Raises:
        UserError: `store.keyring_failed` when the keyring is there but refuses (locked, dismissed).
    """

    @property
    def available(self) -> bool:
        """Whether a trusted back end answers."""
        import keyring
        from keyring.backends.chainer import ChainerBackend

        backend = keyring.get_keyring()
        # A chain tries its members by priority: the first one is where a secret goes.
        if isinstance(backend, ChainerBackend):
            members = list(backend.backends)
            return bool(members) and type(members[0]).__module__ in _SYSTEM
        return type(backend).__module__ in _SYSTEM

    def get(self, name: str) -> bytes | None:
        """See `Vault`."""
        import keyring
        from keyring.errors import KeyringError, NoKeyringError

        if not self.available:
            return None
        try:
            kept = keyring.get_password(SERVICE, name)
        except NoKeyringError:
            return None
        except KeyringError as error:
            raise UserError("store.keyring_failed") from error
        if kept is None:
            return None
        try:
            return base64.b64decode(kept, validate=True)
        except binascii.Error as error:
            raise UserError("store.keyring_failed") from error

    def put(self, name: str, secret: bytes) -> None:
        """See `Vault`; raises `store.no_keyring` where there is none."""
        import keyring
        from keyring.errors import KeyringError

        if not self.available:
            raise UserError("store.no_keyring")
        try:
            keyring.set_password(SERVICE, name, base64.b64encode(secret).decode("ascii"))
        except KeyringError as error:
            raise UserError("store.keyring_failed") from error

    def forget(self, name: str) -> None:
        """See `Vault`."""
        import keyring
        from keyring.errors import KeyringError, PasswordDeleteError

        if not self.available:
            return
        try:
            keyring.delete_password(SERVICE, name)
        except PasswordDeleteError:
            return
        except KeyringError as error:
            raise UserError("store.keyring_failed") from error


class SessionVault:
    """Secrets for as long as the program runs: for tests and for trying things; says that it is not the system's."""

    def __init__(self, *, available: bool = False) -> None:
        """`available=True` lets it stand in for a system's keyring."""
        self._secrets: dict[str, bytes] = {}
        self._available = available

    @property
    def available(self) -> bool:
        """See `Vault`."""
        return self._available

    def get(self, name: str) -> bytes | None:
        """See `Vault`."""
        return self._secrets.get(name)

    def put(self, name: str, secret: bytes) -> None:
        """See `Vault`."""
        self._secrets[name] = secret

    def forget(self, name: str) -> None:
        """See `Vault`."""
        self._secrets.pop(name, None)
