"""Commands that look at domains: verification before a filing, and hollow sites. The network is asked only by these."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.context import Session, print_json, session
from app.cli.stores import actor, opened
from app.errors import UserError

if TYPE_CHECKING:
    from app.db.database import Database
    from app.lookups.registries import Registries
    from app.rules.hollow import Cited
    from app.services.checks.domains import DomainRow
    from app.services.checks.hollow import HollowRow
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


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    checks = typer.Typer(
        rich_markup_mode=None, help="Look at domains. 核查域名。", short_help="Look at domains. 核查域名。"
    )
    checks.command(
        "domain",
        help="Would these domains pass verification? 域名核验。",
    )(domain)
    checks.command("hollow", help="Are these sites hollow? 空壳网站核查。")(hollow)
    program.add_typer(checks, name="check")


def domain(
    context: typer.Context,
    names: Names = None,
    file: ListFile = None,
    facts: Annotated[
        Path | None, typer.Option("--facts", metavar="FILE", help="What you saw: TOML or JSON. 已见到的证据。")
    ] = None,
    registry: Registry = False,
    whois: Whois = None,
    rdap: Rdap = None,
    bootstrap: Bootstrap = None,
    keep: Keep = False,
    as_json: Json = False,
) -> None:
    """Six rules for each domain, from what the facts file says and, with `--registry`, what registries say."""
    from app.services.checks.domains import DomainChecks, DomainOptions
    from app.services.checks.facts import AgentDomainFacts, VerificationFacts, read_facts

    run = session(context)
    told = read_facts(facts) if facts is not None else VerificationFacts()
    listed = _names(run, names, file)
    known = {each.ascii for each in _names(run, [each.domain for each in told.domains], None).names}
    more = tuple(AgentDomainFacts(domain=each.unicode) for each in listed.names if each.ascii not in known)
    told = told.model_copy(update={"domains": (*told.domains, *more)})
    if not told.domains:
        raise UserError("checks.no_names")
    options = DomainOptions(ask_registry=registry, registries=_registries(whois, rdap, bootstrap))
    with _store(run, keep) as database:
        checks = DomainChecks(database, actor=actor())
        if database is None:
            run_id = ""
            rows = [row for row, _ in checks.look(told, options, _progress())]
        else:
            run_id = checks.run(told, options, _progress()).id
            rows = list(checks.each(run_id))
    if as_json:
        print_json(
            {
                "run": run_id or None,
                "filing_type": told.filing_type,
                "domains": [_domain_json(run, row) for row in rows],
            }
        )
    else:
        for row in rows:
            _say_domain(run, row)
        _say_summary(run, [row.outcome for row in rows], run_id)
    _exit_for(listed)


def hollow(
    context: typer.Context,
    names: Names = None,
    file: ListFile = None,
    resolver: Annotated[
        list[str] | None,
        typer.Option("--resolver", metavar="IP[:PORT]", help="Ask this resolver; repeat for several. 解析服务器。"),
    ] = None,
    ranges: Annotated[
        Path | None, typer.Option("--ranges", metavar="FILE", help="The provider's ranges: csv, json, toml. 网段清单。")
    ] = None,
    ranges_source: Annotated[
        str, typer.Option("--ranges-source", metavar="TEXT", help="Where the list is from. 清单出处。")
    ] = "",
    ranges_date: Annotated[
        str, typer.Option("--ranges-date", metavar="DATE", help="Its date, 2026-11-23. 清单日期。")
    ] = "",
    complete: Annotated[
        bool, typer.Option("--complete", help="All other addresses are somebody else's. 清单是完整的。")
    ] = False,
    registry: Registry = False,
    whois: Whois = None,
    rdap: Rdap = None,
    bootstrap: Bootstrap = None,
    keep: Keep = False,
    resume: Annotated[str, typer.Option("--resume", metavar="RUN", help="Carry an interrupted run on. 继续。")] = "",
    again: Annotated[str, typer.Option("--again", metavar="RUN", help="Check a run's names again. 复查。")] = "",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="The table of results, xlsx or csv. 结果表。")
    ] = None,
    as_json: Json = False,
) -> None:
    """Resolves each domain over the resolvers and says whose addresses they are."""
    from app.lookups.dns import Resolver, system_resolvers
    from app.services.checks.hollow import HollowChecks, HollowOptions

    run = session(context)
    listed = _names(run, names, file)
    if not listed.names and not resume and not again:
        raise UserError("checks.no_names")
    options = HollowOptions(
        resolvers=tuple(map(Resolver.of, resolver)) if resolver else system_resolvers(),
        networks=_networks(ranges, ranges_source, ranges_date, complete),
        ask_registry=registry,
        registries=_registries(whois, rdap, bootstrap),
    )
    with _store(run, keep or bool(resume or again)) as database:
        checks = HollowChecks(database, actor=actor())
        if database is None:
            run_id = ""
            rows = checks.look(listed.names, options, _progress())
        else:
            if resume:
                run_id = checks.carry_on(resume, options, _progress()).id
            elif again:
                run_id = checks.look_again(again, options, _progress()).id
            else:
                run_id = checks.run(listed.names, options, _progress()).id
            rows = list(checks.each(run_id))
        changed = {each.domain for each in checks.changes(run_id)} if again else set()
        remedies = {row.domain: checks.remedies(row) for row in rows}
        if out is not None and database is not None:
            checks.export(run_id, out, hollow_header(run), lambda row: hollow_cells(run, row))
        elif out is not None:
            from app.services.exports import export_rows

            export_rows(hollow_header(run), (hollow_cells(run, row) for row in rows), out, sheet="空壳网站核查")
    if as_json:
        domains = [_hollow_json(run, row, remedies[row.domain], row.domain in changed) for row in rows]
        print_json({"run": run_id or None, "options": options.summary(), "domains": domains})
    else:
        for row in rows:
            print("\t".join(hollow_cells(run, row)[:4]))
        _say_summary(run, [row.outcome for row in rows], run_id)
    _exit_for(listed)


def hollow_header(run: Session) -> list[str]:
    """The titles of the table of results."""
    columns = ("domain", "outcome", "reason", "addresses", "aliases", "resolvers", "seen")
    return [run.messages.text(f"checks.header_{column}") for column in columns]


def hollow_cells(run: Session, row: HollowRow) -> list[str]:
    """One line of the table of results."""
    said = run.messages.text
    views = "; ".join(f"{resolver}: {said(f'checks.reason_{reason}')}" for resolver, reason in row.views)
    addresses = ", ".join(
        f"{address} ({place})" if place else address for address, place in zip(row.addresses, row.places, strict=True)
    )
    return [row.domain, said(f"checks.hollow_{row.outcome}"), said(f"checks.reason_{row.reason}"), addresses,
            " > ".join(row.aliases), views, row.seen_at.isoformat(timespec="seconds")]  # fmt: skip


def _hollow_json(run: Session, row: HollowRow, remedies: tuple[Cited, ...], changed: bool) -> dict[str, Any]:
    return {
        "domain": row.domain,
        "outcome": row.outcome,
        "verdict": run.messages.text(f"checks.hollow_{row.outcome}"),
        "reason": str(row.reason),
        "reason_text": run.messages.text(f"checks.reason_{row.reason}"),
        "resolution": row.resolution,
        "validity": row.validity,
        "addresses": [
            {"address": address, "place": place or None}
            for address, place in zip(row.addresses, row.places, strict=True)
        ],
        "aliases": list(row.aliases),
        "resolvers": dict(row.views),
        "answers": list(row.answers),
        "registration": list(row.registration),
        "remedies": [_cited(each) for each in remedies],
        "changed": changed,
        "seen_at": row.seen_at.isoformat(),
        "expires_at": row.expires_at.isoformat() if row.expires_at else None,
    }


def _domain_json(run: Session, row: DomainRow) -> dict[str, Any]:
    from app.rules.domain_verification import guidance

    return {
        "domain": row.domain,
        "outcome": row.outcome,
        "scope": row.scope,
        "rules": [
            {
                "rule": rule.rule,
                "title": rule.title_zh,
                "outcome": rule.outcome,
                "reason": rule.reason,
                "reason_text": run.messages.text(f"checks.rule_{rule.reason}", rule.facts),
                "evidence": list(rule.evidence),
                "remedies": [_cited(each) for each in guidance(rule.rule, rule.outcome)],
                "prompts": list(rule.prompts),
                "reply": rule.reply_id or None,
                "valid_until": rule.valid_until.isoformat() if rule.valid_until else None,
            }
            for rule in row.rules
        ],
        "registration": list(row.registration),
        "seen_at": row.seen_at.isoformat(),
        "expires_at": row.expires_at.isoformat() if row.expires_at else None,
    }


def _say_domain(run: Session, row: DomainRow) -> None:
    said = run.messages.text
    print(f"{row.domain}\t{said(f'checks.outcome_{row.outcome}')}\t{said(f'checks.scope_{row.scope}')}")
    for rule in row.rules:
        reason = said(f"checks.rule_{rule.reason}", rule.facts)
        print(f"  {rule.title_zh}\t{said(f'checks.outcome_{rule.outcome}')}\t{reason}")


def _say_summary(run: Session, outcomes: list[str], run_id: str) -> None:
    counts = {each: outcomes.count(each) for each in ("pass", "fail", "unknown")}
    run.note(
        "checks.summary", total=len(outcomes), passed=counts["pass"], failed=counts["fail"], unknown=counts["unknown"]
    )
    if run_id:
        run.note("checks.run_kept", run=run_id)


def _cited(each: Cited) -> dict[str, Any]:
    marks = ("newest", "superseded", "contradiction", "other_provider", "open_question")
    told: dict[str, Any] = {"text": each.text_zh, "source": each.source, "as_of": each.as_of}
    return told | {mark: True for mark in marks if getattr(each, mark)}


def _names(run: Session, names: list[str] | None, file: Path | None) -> CheckNames:
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


def _networks(ranges: Path | None, source: str, told: str, complete: bool) -> Any:
    from app.lookups.networks import Networks

    if ranges is None:
        return Networks.shipped()
    as_of = None
    if told:
        try:
            as_of = date.fromisoformat(told)
        except ValueError:
            raise UserError("checks.ranges_date", file=ranges.name, found=told[:40]) from None
    return Networks.read(ranges, source=source, as_of=as_of, complete=True if complete else None)


def _registries(whois: list[str] | None, rdap: list[str] | None, bootstrap: Path | None) -> Registries:
    from app.lookups.registries import Registries, rdap_server, whois_server

    found: Registries = Registries.shipped()
    if bootstrap is not None:
        found = found.with_bootstrap(bootstrap)
    return found.with_servers(dict(map(whois_server, whois or ())), dict(map(rdap_server, rdap or ())))


@contextmanager
def _store(run: Session, wanted: bool) -> Iterator[Database | None]:
    """The store, when evidence is to be kept."""
    if not wanted:
        yield None
        return
    with opened(run) as database:
        yield database


def _exit_for(listed: CheckNames) -> None:
    """Names that could not be read were said on the way; the others are done."""
    if listed.rejected:
        raise typer.Exit(2)


def _progress() -> Callable[[int, int], None]:
    """A counter on a terminal, nothing elsewhere."""

    def report(done: int, total: int) -> None:
        if sys.stderr.isatty() and total:
            print(f"\r{done}/{total}", end="\n" if done >= total else "", file=sys.stderr, flush=True)

    return report
