"""The typer program: global options, and the one place where errors become an exit code."""

from __future__ import annotations

import locale
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, TextIO

import typer
from typer.exceptions import TyperException

from app.cli import blanks, checks, guide, papers, records, stores
from app.cli.context import Session, print_json
from app.errors import Cancelled, Invalid, UserError
from app.messages import Language, Messages

DONE, OUR_FAULT, WRONG_INPUT, INTERRUPTED = 0, 1, 2, 130

program = typer.Typer(
    name="main.py",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Beian Desk (备案工作台) without a window. Without a command the window opens. 不带命令时打开窗口。",
)
papers.register(program)
guide.register(program)
records.register(program)
stores.register(program)
checks.register(program)
blanks.register(program)
for listed in filter(None, (program, *(each.typer_instance for each in program.registered_groups))):
    for each in listed.registered_commands:
        each.short_help = each.help  # else the list of commands ends at the first full stop, before the Chinese


def main(argv: Sequence[str]) -> int:
    """Run one command; returns the exit code instead of raising."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    messages = Messages(_language(argv))
    failed = partial(_failed, messages, as_json="--json" in argv)
    try:
        ended = program(args=list(argv), prog_name="main.py", standalone_mode=False)
    except UserError as error:
        return failed(WRONG_INPUT, error)
    except TyperException as error:
        return failed(WRONG_INPUT, _usage(error))
    except (Cancelled, KeyboardInterrupt, typer.Abort):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # pressed again, it would cut off the answer to the first
        return failed(INTERRUPTED, UserError("cli.cancelled"))
    except BrokenPipeError:  # the reader of our output went away (`| head`)
        return _nobody_reads()
    except SystemExit as end:  # typer's own way out where the reader went away
        return _nobody_reads() if end.code == 1 else int(end.code or DONE)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a bug becomes exit code 1
        return failed(OUR_FAULT, UserError("cli.our_fault", place=_place(error)))
    if ended == INTERRUPTED:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return failed(INTERRUPTED, UserError("cli.cancelled"))
    return ended if isinstance(ended, int) else DONE


def _failed(messages: Messages, code: int, error: UserError, *, as_json: bool) -> int:
    """Say what is wrong on standard error, and to a program as JSON on standard output too."""
    print(messages.error(error), file=sys.stderr)
    if as_json:
        problems = error.problems if isinstance(error, Invalid) else ()
        named = [{"field": each.path, "code": each.code, "problem": messages.problem(each)} for each in problems]
        print_json({"error": {"code": error.code, "message": messages.error(error), "problems": named}})
    return code


def _usage(error: TyperException) -> UserError:
    """A command typed wrongly, in our words: typer's are English whatever the language."""
    context = getattr(error, "ctx", None)
    facts = {"command": context.command_path if context is not None else "main.py"}
    option, param = getattr(error, "option_name", None), getattr(error, "param", None)
    if option and type(error).__name__ == "NoSuchOption":
        return UserError("cli.no_such_option", found=str(option)[:40], **facts)
    if option:
        return UserError("cli.argument_missing", name=f"{option} …", **facts)
    if param is not None:
        name = param.opts[0] if param.opts and param.opts[0].startswith("-") else param.metavar or param.name
        missing = type(error).__name__ == "MissingParameter"
        return UserError("cli.argument_missing" if missing else "cli.argument_wrong", name=name, **facts)
    commands = getattr(context.command, "commands", None) if context is not None else None
    if commands:
        return UserError("cli.no_such_command", known=tuple(commands), **facts)
    return UserError("cli.too_many_words", **facts)


def _nobody_reads() -> int:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
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
    if not name and sys.platform == "win32":  # elsewhere the C locale would be given out as American
        name = locale.getlocale()[0] or ""
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
