"""Commands on the store itself: backup, restore, verify; and how every other command opens it."""

from __future__ import annotations

import getpass
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from app.cli.context import Session, print_json, session
from app.db.database import Database
from app.db.keys import new_key
from app.errors import UserError

_FINDINGS = {
    "page seal": "cli.finding_pages",
    "structure": "cli.finding_structure",
    "reference": "cli.finding_references",
    "search": "cli.finding_search",
}
"""What a finding is about, by its first words; they themselves are SQLite's and go into the JSON."""

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
def opened(run: Session, *, create: bool = False, scratch: bool = False) -> Iterator[Database]:
    """The store, closed at the end; with `create` an absent one is made, with `scratch` one that goes again at the end."""
    from app.services.stores import Stores
    from app.vault import SystemVault

    stores, folder = Stores(SystemVault()), data_dir(run)
    if scratch and not stores.path(folder).exists():
        with _scratch_store() as database:
            yield database
        return
    words = passphrase(run)
    if create and not stores.path(folder).exists():
        database, code = stores.create(folder, passphrase=words)
        run.note("cli.store_created", path=str(database.path), code=code)
    else:
        database = stores.open(folder, passphrase=words)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def _scratch_store() -> Iterator[Database]:
    """An empty store in a folder of its own, to check a file against where there is no store yet."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.create(Path(folder) / "scratch.store", new_key())
        try:
            yield database
        finally:
            database.close()


@contextmanager
def desk_store(run: Session) -> Iterator[Database | None]:
    """The store where there is one that opens, for what the desk added to forms and rules; else None, and a note why."""
    from app.services.stores import Stores
    from app.vault import SystemVault

    if not Stores(SystemVault()).path(data_dir(run)).exists():
        yield None
        return
    with ExitStack() as held:
        database: Database | None = None
        try:
            database = held.enter_context(opened(run))
        except UserError as error:
            run.note("cli.blanks_locked", reason=run.messages.error(error))
        yield database


def backup(
    context: typer.Context,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="Into this file. 备份到这个文件（默认放入备份文件夹）。")
    ] = None,
    as_json: Json = False,
) -> None:
    """A whole copy of the store, encrypted under the same key."""
    from app.services.backups import Backups
    from app.services.stores import Stores

    run = session(context)
    with opened(run) as database:
        backups = Backups(database, Stores.backups(data_dir(run)), actor())
        made = backups.save_as(to.resolve()) if to is not None else backups.make()
    if as_json:
        print_json({"file": str(made.path), "size": made.size, "made_at": made.made_at.isoformat()})
    else:
        run.say("cli.backed_up", file=str(made.path), size=made.size // 1024)


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup. 备份文件。")],
    as_json: Json = False,
) -> None:
    """Put a backup in the place of the store, which is kept beside."""
    from app.services.stores import Stores
    from app.vault import SystemVault

    run = session(context)
    if not file.is_file():
        raise UserError("flows.no_file", file=file.name or str(file))
    kept = Stores(SystemVault()).restore(data_dir(run), file.resolve(), passphrase=passphrase(run))
    with opened(run):
        pass  # a backup of an older version is upgraded now, not when somebody is waiting
    if as_json:
        print_json({"restored": str(file), "kept": str(kept) if kept else None})
    elif kept is not None:
        run.say("cli.restored_kept", file=str(file), kept=str(kept))
    else:
        run.say("cli.restored", file=str(file))


def verify(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A backup instead of the store. 改为检查备份文件。")
    ] = None,
    as_json: Json = False,
) -> None:
    """Every page and every reference checked; exit code 2 when something is damaged."""
    from app.services.stores import Stores
    from app.vault import SystemVault

    run = session(context)
    if file is not None and not file.is_file():
        raise UserError("flows.no_file", file=file.name or str(file))
    backup = file.resolve() if file is not None else None
    found = Stores(SystemVault()).verify(data_dir(run), backup, passphrase=passphrase(run))
    if as_json:
        print_json(
            {"file": str(found.path), "pages": found.pages, "sound": found.sound, "findings": list(found.findings)}
        )
    elif found.sound:
        run.say("cli.sound", file=str(found.path), pages=found.pages)
    if not found.sound:
        kinds = dict.fromkeys(each.partition(":")[0] for each in found.findings)
        parts = [run.messages.text(_FINDINGS.get(kind, "cli.finding_unreadable")) for kind in kinds]
        run.note("cli.unsound", file=str(found.path), findings=parts, count=len(found.findings))
        raise typer.Exit(2)
