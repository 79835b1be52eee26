"""Where the program keeps its files: one folder, which a switch can put elsewhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from app.errors import UserError

NAME = "BeianDesk"


@dataclass(frozen=True, slots=True)
class Paths:
    """Every place the program reads or writes by itself.

    All of them lie in one data folder: what is moved, backed up or deleted is a single thing.
    """

    data_dir: Path

    @classmethod
    def of(cls, data_dir: Path | None = None) -> Paths:
        """The user's own folder, or the one named by `--data-dir`."""
        if data_dir is not None:
            return cls(data_dir.expanduser().resolve())
        return cls(Path(platformdirs.user_data_dir(NAME, appauthor=False, roaming=False)))

    @property
    def store(self) -> Path:
        """The encrypted store."""
        return self.data_dir / "beian.store"

    @property
    def settings(self) -> Path:
        """The settings of this computer; what belongs to the records stands in the store."""
        return self.data_dir / "settings.toml"

    @property
    def logs(self) -> Path:
        """The folder of log files."""
        return self.data_dir / "logs"

    @property
    def log(self) -> Path:
        """The current log file."""
        return self.logs / "beian-desk.log"

    @property
    def crash(self) -> Path:
        """What the interpreter writes when it dies; empty while all is well."""
        return self.data_dir / "crash.txt"

    @property
    def backups(self) -> Path:
        """Where backups go unless the settings name another folder."""
        return self.data_dir / "backups"

    @property
    def instance_name(self) -> str:
        """A name for this data folder that other running copies agree on; says nothing about the folder itself."""
        return f"beian-desk-{hashlib.sha256(str(self.data_dir).encode()).hexdigest()[:16]}"

    def create(self) -> None:
        """Make the folders that every run needs, readable by this user alone.

        Raises:
            UserError: `app.data_dir_unusable`.
        """
        try:
            self.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.logs.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise UserError("app.data_dir_unusable", path=str(self.data_dir)) from error
