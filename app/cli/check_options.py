"""What the commands that look at domains share: their options, reading names, the store, progress, how they end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.context import Session
from app.cli.stores import opened
from app.errors import UserError

if TYPE_CHECKING:
    from app.db.database import Database
    from app.lookups.registries import Registries
    from app.rules.hollow import Cited
    from app.services.checks.names import CheckNames

Json = Annotated[bool, typer.Option("--json", help="For programs. 供程序读取。")]
Names = Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Domains. 域名。")]
ListFile = Annotated[
    Path | None, typer.Option("--file", metavar="LIST", help="txt, csv, xlsx … with domains. 域名清单。")
]
Keep = Annotated[bool, typer.Option("--keep", help="Keep the evidence in the store. 结果存入数据库。")]
Whois = Annotated[
    list[str] | None,
    typer.Option("--whois", metavar="SUFFIX=HOST[:PORT]", help="Ask this WHOIS server. WHOIS 服务器。"),
]
Rdap = Annotated[list[str] | None, typer.Option("--rdap", metavar="SUFFIX=URL", help="Ask this RDAP base. RDAP 地址。")]
Bootstrap = Annotated[
    Path | None, typer.Option("--bootstrap", metavar="FILE", help="A current RDAP dns.json. 新的 RDAP 引导文件。")
]
Registry = Annotated[bool, typer.Option("--registry", help="Ask registries over RDAP and WHOIS. 联网查询注册信息。")]
Resume = Annotated[str, typer.Option("--resume", metavar="RUN", help="Carry an interrupted run on. 继续。")]
Again = Annotated[str, typer.Option("--again", metavar="RUN", help="Check a run's names again. 复查。")]
OnlyOpen = Annotated[
    bool, typer.Option("--only-open", help="With --again: only those that did not pass. 只复查未通过的。")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="The table of results, xlsx or csv. 结果表。")]


def say_summary(run: Session, outcomes: list[str], run_id: str) -> None:
    """How many ended how, and where that is kept."""
    counts = {each: outcomes.count(each) for each in ("pass", "fail", "unknown")}
    run.note(
        "checks.summary", total=len(outcomes), passed=counts["pass"], failed=counts["fail"], unknown=counts["unknown"]
    )
    if run_id:
        run.note("checks.run_kept", run=run_id)


def cited_json(each: Cited) -> dict[str, Any]:
    """A sentence of the rules with its origin."""
    marks = ("newest", "superseded", "contradiction", "other_provider", "open_question")
    told: dict[str, Any] = {"text": each.text_zh, "source": each.source, "as_of": each.as_of}
    return told | {mark: True for mark in marks if getattr(each, mark)}


def names_of(run: Session, names: list[str] | None, file: Path | None) -> CheckNames:
    """The names typed and those of a list; a name typed wrongly ends the command, a line of a list is said."""
    from app.services.checks.names import CheckNames, check_names, read_names

    typed = check_names(enumerate(names or (), 1))
    if typed.rejected:
        raise UserError(
            "checks.name_wrong", line=typed.rejected[0][0], problem=run.messages.problem(typed.rejected[0][1])
        )
    if file is None:
        return typed
    listed = read_names(file)
    for line, problem in listed.rejected:
        run.note("checks.name_wrong", line=line, problem=run.messages.problem(problem))
    both = {each.ascii: each for each in (*typed.names, *listed.names)}
    return CheckNames(tuple(both.values()), listed.rejected)


def registries_of(whois: list[str] | None, rdap: list[str] | None, bootstrap: Path | None) -> Registries:
    """The servers to ask: the shipped ones, a bootstrap file before them, named ones before all."""
    from app.lookups.registries import Registries, rdap_server, whois_server

    found: Registries = Registries.shipped()
    if bootstrap is not None:
        found = found.with_bootstrap(bootstrap)
    return found.with_servers(dict(map(whois_server, whois or ())), dict(map(rdap_server, rdap or ())))


@contextmanager
def store_of(run: Session, wanted: bool) -> Iterator[Database | None]:
    """The store, when evidence is to be kept."""
    if not wanted:
        yield None
        return
    with opened(run) as database:
        yield database


def exit_for(listed: CheckNames) -> None:
    """Names that could not be read were said on the way; the others are done."""
    if listed.rejected:
        raise typer.Exit(2)


def progress_on_terminal() -> Callable[[int, int], None]:
    """A counter on a terminal, nothing elsewhere."""

    def report(done: int, total: int) -> None:
        if sys.stderr.isatty() and total:
            print(f"\r{done}/{total}", end="\n" if done >= total else "", file=sys.stderr, flush=True)

    return report


@contextmanager
def resumable(run: Session, check: str, run_id: str) -> Iterator[None]:
    """Says how to carry a kept run on when it is stopped (Ctrl+C)."""
    try:
        yield
    except KeyboardInterrupt:
        run.note("checks.run_to_resume", check=check, run=run_id)
        raise
