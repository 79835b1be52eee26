"""The typer program: global options, and the one place where errors become an exit code."""

from __future__ import annotations

import locale
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TextIO

import typer

from app.cli import checks, papers, records, stores
from app.cli.context import Session
from app.errors import Cancelled, UserError
from app.messages import Language, Messages

DONE, OUR_FAULT, WRONG_INPUT, INTERRUPTED = 0, 1, 2, 130

program = typer.Typer(
    name="main.py",
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Beian Desk (备案工作台) without a window. Without a command the window opens. 不带命令时打开窗口。",
)
papers.register(program)
records.register(program)
stores.register(program)
checks.register(program)


def main(argv: Sequence[str]) -> int:
    """Run one command; returns the exit code instead of raising."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    language = _language(argv)
    try:
        program(args=list(argv), prog_name="main.py")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    except UserError as error:
        print(Messages(language).error(error), file=sys.stderr)
        return WRONG_INPUT
    except (Cancelled, KeyboardInterrupt):
        print(Messages(language).text("cli.cancelled"), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output went away (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001 - the last line of defence: a bug becomes exit code 1
        print(Messages(language).text("cli.our_fault", {"place": _place(error)}), file=sys.stderr)
        return OUR_FAULT
    return DONE


def _place(error: BaseException) -> str:
    """Where it happened, without what was said there: an exception's own words may hold somebody's number."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if f"{os.sep}app{os.sep}" in frame.filename] or frames
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"
    return f"{type(error).__name__} {where}"


def _speak_utf8(stream: TextIO) -> None:
    """Windows consoles and pipes default to a code page that lacks half of the names."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")


def _language(argv: Sequence[str]) -> Language:
    """`--lang` where given, else the system's language, Chinese where that is neither."""
    for place, word in enumerate(argv):
        given = word.partition("=")[2] if word.startswith("--lang=") else None
        if word == "--lang" and place + 1 < len(argv):
            given = argv[place + 1]
        if given in ("zh", "en"):
            return "zh" if given == "zh" else "en"
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    name = name or (locale.getlocale()[0] or "")
    return "en" if name.lower().startswith("en") else "zh"


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(version("beian-desk"))
        except PackageNotFoundError:  # run from a checkout that was not installed
            print("beian-desk (checkout)")
        raise typer.Exit


@program.callback()
def globals_(
    context: typer.Context,
    data_dir: Annotated[
        Path | None,
        typer.Option("--data-dir", metavar="DIR", help="Everything of the program in this folder. 数据文件夹。"),
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="zh|en", help="Language of messages. 提示语言。")
    ] = None,
    passphrase_file: Annotated[
        Path | None,
        typer.Option("--passphrase-file", metavar="FILE", help="First line opens the store. 第一行是数据库口令。"),
    ] = None,
    database: Annotated[
        str | None, typer.Option("--database", metavar="URL", help="A shared database. 共享数据库（尚未提供）。")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version. 版本号。")
    ] = False,
) -> None:
    """Options that stand before the command."""
    if lang is not None and lang not in ("zh", "en"):
        raise UserError("cli.unknown_language", found=lang[:20])
    if database is not None:
        raise UserError("cli.no_shared_database")
    language: Language = "zh" if lang == "zh" else "en" if lang == "en" else _language(())
    context.obj = Session(data_dir=data_dir, passphrase_file=passphrase_file, messages=Messages(language))
