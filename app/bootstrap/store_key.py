"""The key of the open store, as the page of settings works with it."""

from __future__ import annotations

from pathlib import Path

from app.db.database import Database
from app.services.stores import Stores, StoreState


class StoreKey:
    """The key of the open store, for the settings page."""

    def __init__(self, stores: Stores, database: Database, data_dir: Path) -> None:
        self._stores, self._database, self._data_dir = stores, database, data_dir

    @property
    def asks_passphrase(self) -> bool:
        """Whether a passphrase opens the store."""
        return self._stores.state(self._data_dir).state is StoreState.PASSPHRASE

    def change(self, old: str, new: str) -> None:
        """Another passphrase; an empty one leaves it to the system's keyring."""
        self._stores.change_passphrase(self._database, old=old or None, new=new or None)

    def new_recovery_code(self) -> str:
        """A new recovery code; the old one opens nothing any more."""
        return self._stores.new_recovery_code(self._database)
