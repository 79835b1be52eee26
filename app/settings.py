"""The settings of one computer: declared once, read typed, written beside and then replaced.

What belongs to the records (the access provider's name) stands in the store, not here.
"""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

from app.errors import UserError

LanguageChoice = Literal["system", "zh", "en"]
ThemeChoice = Literal["system", "light", "dark"]

LOCK_MINUTES = (0, 1, 2, 5, 10, 15, 30, 60)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose.

    Attributes:
        language: of the window; papers and guidance are Chinese whatever it says.
        theme: light, dark, or as the system has it.
        lock_minutes: after how many idle minutes the store is locked; 0 means never.
        backup_dir: where backups go; empty means the data folder.
        operator: the name that stands in the history; empty means the system's user name.
        scan_folder: where the scanner puts new files, watched while a case is open; empty means none.
        window: size and place of the main window, in Qt's own writing (base64).
        page: the page that was open last.
        layouts: order, widths and hidden columns of tables, and splitters, by name.
    """

    language: LanguageChoice = "system"
    theme: ThemeChoice = "system"
    lock_minutes: int = 5
    backup_dir: str = ""
    operator: str = ""
    scan_folder: str = ""
    window: str = ""
    page: str = ""
    layouts: Mapping[str, Any] = field(default_factory=dict)


class SettingsFile:
    """The settings and the file they live in.

    A file that cannot be read is set aside as `.bad` and named in `set_aside`, so that the window can say so;
    its content is never overwritten. A single value that makes no sense falls back to its default and is
    listed in `ignored`. Keys of a newer version are kept as they are.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.set_aside: Path | None = None
        self.ignored: tuple[str, ...] = ()
        self._unknown: dict[str, Any] = {}
        self.settings = self._read()

    def change(self, **values: Any) -> Settings:
        """Take up new values and write the file.

        Raises:
            UserError: `app.settings_not_saved`; the values hold for this run all the same.
        """
        changed = replace(self.settings, **values)
        if changed != self.settings:
            self.settings = changed
            self._write()
        return self.settings

    def _read(self) -> Settings:
        try:
            loaded = tomllib.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            self._put_aside()
            return Settings()
        types = get_type_hints(Settings)
        known: dict[str, Any] = {}
        ignored: list[str] = []
        for key, value in loaded.items():
            if key not in types:
                self._unknown[key] = value
            elif _fits(key, value, types[key]):
                known[key] = value
            else:
                ignored.append(key)
        self.ignored = tuple(ignored)
        return Settings(**known)

    def _put_aside(self) -> None:
        bad = self.path.with_suffix(self.path.suffix + ".bad")
        try:
            os.replace(self.path, bad)
        except OSError:
            bad = self.path  # A folder in its place, or one that may not be written: said, and left alone.
        self.set_aside = bad

    def _write(self) -> None:
        standard = asdict(Settings())
        chosen = {key: value for key, value in asdict(self.settings).items() if value != standard[key]}
        try:
            write_beside(self.path, to_toml(self._unknown | chosen).encode())
        except OSError as error:
            raise UserError("app.settings_not_saved", path=str(self.path)) from error


def write_beside(path: Path, data: bytes) -> None:
    """Write a file as a whole or not at all: beside it first, then in its place."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def to_toml(values: Mapping[str, Any]) -> str:
    """Plain values (as `tomllib` reads them) as TOML; tables inside are written inline."""
    return "".join(f"{_key(key)} = {_value(value)}\n" for key, value in values.items())


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").replace("-", "").isalnum() else _text(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_value, value)) + "]"
    raise TypeError(f"{type(value).__name__} has no place in the settings")


def _text(text: str) -> str:
    escaped = "".join(
        {'"': '\\"', "\\": "\\\\"}.get(char) or (f"\\u{ord(char):04x}" if char < " " or char == "\x7f" else char)
        for char in text
    )
    return f'"{escaped}"'


def _fits(key: str, value: object, wanted: Any) -> bool:
    if choices := get_args(wanted):
        if isinstance(value, dict):
            return True
        return value in choices
    if wanted is int:
        if isinstance(value, bool) or not isinstance(value, int):
            return False
        return value in LOCK_MINUTES if key == "lock_minutes" else value > 0
    return isinstance(value, wanted)


KEYS = tuple(each.name for each in fields(Settings))
"""The names that the file may hold; everything else is kept and left alone."""
