"""Opening and making the store: which key it needs, and how the key is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.db.backup import Verification, restore_file, verify_file
from app.db.database import Database
from app.db.keys import KeyFile, new_key
from app.db.process_lock import ProcessLock
from app.errors import UserError
from app.vault import Vault

FILE_NAME = "beian.store"
BACKUPS = "backups"


class StoreState(StrEnum):
    """What stands between the agent and the records."""

    ABSENT = "absent"
    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a state
    RECOVERY = "recovery"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """A data folder as found: `state` is the way in to try first; LOCKED means that no way is left.

    `keyring` says whether the system's keyring can take a new key; `recovery` whether a recovery code exists.
    """

    state: StoreState
    path: Path
    keyring: bool
    recovery: bool


class Stores:
    """Making, opening and recovering stores. Holds no store itself; keeps no secret beyond a call."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    @staticmethod
    def path(data_dir: Path) -> Path:
        """The store's file in a data folder."""
        return data_dir / FILE_NAME

    @staticmethod
    def backups(data_dir: Path) -> Path:
        """The folder of backups in a data folder."""
        return data_dir / BACKUPS

    def state(self, data_dir: Path) -> StoreFacts:
        """What is there and how it opens; opens nothing."""
        path = self.path(data_dir)
        available = self._vault.available
        if not path.exists():
            return StoreFacts(StoreState.ABSENT, path, available, recovery=False)
        key_file = KeyFile.of(path)
        recovery = key_file.has_recovery
        if available and self._vault.get(_name(path)) is not None:
            state = StoreState.KEYRING
        elif key_file.has_passphrase:
            state = StoreState.PASSPHRASE
        elif recovery:
            state = StoreState.RECOVERY
        else:
            state = StoreState.LOCKED
        return StoreFacts(state, path, available, recovery)

    def create(self, data_dir: Path, *, passphrase: str | None = None) -> tuple[Database, str]:
        """Make an empty store and return it open, with the recovery code, which is never shown again.

        Without a passphrase the key goes to the system's keyring.

        Raises:
            UserError: `store.no_keyring`, `store.passphrase_short`, `store.exists`, `store.read_only`; nothing stays.
        """
        path = self.path(data_dir)
        if passphrase is None and not self._vault.available:
            raise UserError("store.no_keyring")
        if path.exists():
            raise UserError("store.exists", path=str(path))
        try:
            data_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError("store.read_only", path=str(data_dir)) from error
        key = new_key()
        key_file = KeyFile.of(path)
        # A key file without its store belongs to a store that was moved away; its key must not be lost.
        if key_file.path.exists():
            raise UserError("store.key_file_in_the_way", path=str(key_file.path))
        try:
            # The key is safe before the first record can be.
            code = key_file.offer_recovery_code(key)
            if passphrase is None:
                self._vault.put(_name(path), key)
            else:
                key_file.lock_with_passphrase(key, passphrase)
            return Database.create(path, key), code
        except BaseException:
            if not path.exists():
                key_file.path.unlink(missing_ok=True)
                if passphrase is None:
                    self._vault.forget(_name(path))
            raise

    def open(self, data_dir: Path, *, passphrase: str | None = None) -> Database:
        """Open by the passphrase, or by the keyring when none is given; upgrades an older store, backup first.

        Raises:
            UserError: `store.absent`, `store.keyring_empty`, `store.wrong_passphrase`, and those of `Database.open`.
        """
        path = self.path(data_dir)
        if not path.exists():
            raise UserError("store.absent", path=str(path))
        return Database.open(path, self._key(path, passphrase), backups=self.backups(data_dir))

    def recover(self, data_dir: Path, code: str, *, new_passphrase: str | None = None) -> Database:
        """Open by the recovery code and lock the key anew: under a passphrase, or in the keyring without one.

        The code stays valid. Nothing changes unless the store opens with the recovered key.

        Raises:
            UserError: `store.recovery_code_mistyped`, `store.wrong_recovery_code`, `store.no_recovery_code`, …
        """
        path = self.path(data_dir)
        if new_passphrase is None and not self._vault.available:
            raise UserError("store.no_keyring")
        key_file = KeyFile.of(path)
        key = key_file.unlock_with_recovery_code(code)
        database = Database.open(path, key, backups=self.backups(data_dir))
        try:
            self._keep(path, key, new_passphrase)
        except BaseException:
            database.close()
            raise
        return database

    def change_passphrase(self, database: Database, *, old: str | None, new: str | None) -> None:
        """Lock the key of an open store anew; `new=None` hands it to the keyring and forgets the passphrase.

        `old` is asked for again where a passphrase is in use, so that an unattended window is no way in.

        Raises:
            UserError: `store.wrong_passphrase`, `store.passphrase_short`, `store.no_keyring`.
        """
        key_file = KeyFile.of(database.path)
        if key_file.has_passphrase:
            key_file.unlock_with_passphrase(old or "")
        self._keep(database.path, database.key, new)

    def new_recovery_code(self, database: Database) -> str:
        """A new recovery code for an open store; the old one stops working."""
        return KeyFile.of(database.path).offer_recovery_code(database.key)

    def restore(self, data_dir: Path, backup: Path, *, passphrase: str | None = None) -> Path | None:
        """Put a backup in the store's place while it is closed; returns where the store as it was is kept.

        Raises:
            UserError: `store.in_use`, `store.backup_unsound`, `store.wrong_key` for another store's backup.
        """
        path = self.path(data_dir)
        key = self._key(path, passphrase)
        lock = ProcessLock(path)
        lock.acquire()
        try:
            return restore_file(backup, key, path)
        finally:
            lock.release()

    def verify(self, data_dir: Path, backup: Path | None = None, *, passphrase: str | None = None) -> Verification:
        """Check a backup, or the store without one, opening neither: a store that no longer opens has sound backups.

        Raises:
            UserError: `store.absent`, `store.wrong_key`, `store.not_a_store`; damage is a finding.
        """
        path = self.path(data_dir)
        if backup is None and not path.exists():
            raise UserError("store.absent", path=str(path))
        return verify_file(backup or path, self._key(path, passphrase))

    def _key(self, path: Path, passphrase: str | None) -> bytes:
        if passphrase is not None:
            return KeyFile.of(path).unlock_with_passphrase(passphrase)
        key = self._vault.get(_name(path))
        if key is None:
            raise UserError("store.keyring_empty", path=str(path))
        return key

    def _keep(self, path: Path, key: bytes, passphrase: str | None) -> None:
        key_file = KeyFile.of(path)
        if passphrase is None:
            self._vault.put(_name(path), key)
            if key_file.has_passphrase:
                key_file.forget_passphrase()
        else:
            key_file.lock_with_passphrase(key, passphrase)
            self._vault.forget(_name(path))


def _name(path: Path) -> str:
    return f"store {path.resolve()}"
