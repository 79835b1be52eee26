"""Commands on the store itself: backup, restore, verify; and how every other command opens it."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.context import Session, print_json, session
from app.errors import UserError

if TYPE_CHECKING:  # opening costs the driver; only commands that need the store pay for it
    from app.db.database import Database

Json = Annotated[bool, typer.Option("--json", help="For programs. 供程序读取。")]


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    program.command("backup", help="A copy of the store. 备份数据库。")(backup)
    program.command("restore", help="Put a backup in the store's place. 从备份恢复。")(restore)
    program.command("verify", help="Whether the store is sound. 检查数据库是否完好。")(verify)


def actor() -> str:
    """Who the history says did it: the name of the account on this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container's user without a name
        return "command line"


def data_dir(run: Session) -> Path:
    """The folder of this run."""
    from app.paths import Paths

    return Paths.of(run.data_dir).data_dir


def passphrase(run: Session) -> str | None:
    """The first line of the passphrase file; None where none was given, so that the keyring is asked."""
    if run.passphrase_file is None:
        return None
    try:
        with run.passphrase_file.open(encoding="utf-8-sig") as stream:
            line = stream.readline(4096).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("cli.passphrase_file_unreadable", file=run.passphrase_file.name) from error
    if not line:
        raise UserError("cli.passphrase_file_empty", file=run.passphrase_file.name)
    return line


@contextmanager
def opened(run: Session, *, create: bool = False) -> Iterator[Database]:
    """The store, closed at the end; with `create` an absent one is made."""
    from app.services.stores import Stores
    from app.vault import SystemVault

    stores, folder, words = Stores(SystemVault()), data_dir(run), passphrase(run)
    if create and not stores.path(folder).exists():
        database, code = stores.create(folder, passphrase=words)
        run.note("cli.store_created", path=str(database.path), code=code)
    else:
        database = stores.open(folder, passphrase=words)
    try:
        yield database
    finally:
        database.close()
