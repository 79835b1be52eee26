"""`check domain`: would these domains pass verification (域名核验)?"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.check_options import (
    Again,
    Bootstrap,
    Json,
    Keep,
    Names,
    OnlyOpen,
    Out,
    Rdap,
    Registry,
    Resume,
    Whois,
    cited_json,
    names_of,
    progress_on_terminal,
    registries_of,
    resumable,
    say_summary,
    store_of,
)
from app.cli.context import Session, print_json, session
from app.cli.stores import actor
from app.errors import UserError

if TYPE_CHECKING:
    from app.rules.registrars import RegistrarList
    from app.services.checks.domains import DomainRow
    from app.services.checks.facts import AgentDomainFacts


def domain(
    context: typer.Context,
    names: Names = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="LIST", help="txt, csv, xlsx: domains and what was seen of them. 域名表。"),
    ] = None,
    facts: Annotated[
        Path | None, typer.Option("--facts", metavar="FILE", help="What you saw: TOML or JSON. 已见到的证据。")
    ] = None,
    registrars: Annotated[
        Path | None, typer.Option("--registrars", metavar="FILE", help="Approved registrars. 注册商批复名单。")
    ] = None,
    registrars_source: Annotated[
        str, typer.Option("--registrars-source", metavar="TEXT", help="Where that list is from. 名单出处。")
    ] = "",
    registrars_date: Annotated[
        str, typer.Option("--registrars-date", metavar="DATE", help="Its date, 2026-11-23. 名单日期。")
    ] = "",
    registrars_complete: Annotated[
        bool, typer.Option("--registrars-complete", help="Nobody else is approved. 名单是完整的。")
    ] = False,
    registry: Registry = False,
    whois: Whois = None,
    rdap: Rdap = None,
    bootstrap: Bootstrap = None,
    keep: Keep = False,
    resume: Resume = "",
    again: Again = "",
    only_open: OnlyOpen = False,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Six rules for each domain, from what the facts and the table say and, with `--registry`, what registries say."""
    from app.services.checks.domains import DomainChecks, DomainOptions
    from app.services.checks.facts import VerificationFacts, read_facts
    from app.services.checks.reference_lists import ReferenceLists
    from app.services.exports import export_rows

    run = session(context)
    told = read_facts(facts) if facts is not None else VerificationFacts()
    listed, broken = _listed(run, told.domains, names, file)
    told = told.model_copy(update={"domains": (*told.domains, *listed)})
    if not told.domains and not resume and not again:
        raise UserError("checks.no_names")
    approved = _registrars(registrars, registrars_source, registrars_date, registrars_complete)
    with store_of(run, keep or bool(resume or again)) as database:
        if approved is None and database is not None:
            approved = ReferenceLists(database, actor=actor()).registrars()
        servers = registries_of(whois, rdap, bootstrap)
        options = DomainOptions(ask_registry=registry, registries=servers, registrars=approved)
        checks = DomainChecks(database, actor=actor())
        if database is None:
            run_id = ""
            rows = checks.look(told, options, progress_on_terminal())
        else:
            begun = checks.begin_again(again, options, only_open=only_open) if again else None
            if again and begun is None:
                raise UserError("checks.nothing_open")
            run_id = resume or (begun or checks.begin(told, options)).id
            with resumable(run, "domain", run_id):
                checks.carry_on(run_id, options, progress_on_terminal())
            rows = list(checks.each(run_id))
        changed = {each.domain for each in checks.changes(run_id)} if again else set()
        if out is not None:
            export_rows(_header(run), (_cells(run, row) for row in rows), out, sheet=checks.sheet)
    if as_json:
        domains = [_domain_json(run, row, row.domain in changed) for row in rows]
        print_json({"run": run_id or None, "filing_type": told.filing_type, "domains": domains})
    else:
        for row in rows:
            _say_domain(run, row)
        say_summary(run, [row.outcome for row in rows], run_id)
    if broken:
        raise typer.Exit(2)


def _listed(
    run: Session, known: tuple[AgentDomainFacts, ...], names: list[str] | None, file: Path | None
) -> tuple[tuple[AgentDomainFacts, ...], bool]:  # fmt: skip
    """What is typed and tabled beside the facts file, and whether a line of the table was left out."""
    from app.rules.domains import parse_domain
    from app.services.checks.facts import AgentDomainFacts
    from app.services.checks.facts_tables import read_facts_table

    found = {parse_domain(each.domain).registrable_unicode: each for each in known}
    broken = False
    if file is not None:
        table = read_facts_table(file)
        for each in table.domains:
            found.setdefault(each.domain, each)
        for line, problem in table.rejected:
            run.note("checks.name_wrong", line=line, problem=run.messages.problem(problem))
        broken = bool(table.rejected)
    for name in names_of(run, names, None).names:
        found.setdefault(name.unicode, AgentDomainFacts(domain=name.unicode))
    return tuple(found.values())[len(known) :], broken


def _registrars(file: Path | None, source: str, told: str, complete: bool) -> RegistrarList | None:
    from app.rules.registrars import RegistrarList
    from app.services.checks.reference_lists import read_registrars

    if file is None:
        return None
    names = read_registrars(file)
    if not source.strip() or not told:
        raise UserError("checks.list_origin", file=file.name)
    try:
        return RegistrarList(names, source.strip(), date.fromisoformat(told), complete)
    except ValueError:
        raise UserError("checks.ranges_date", file=file.name, found=told[:40]) from None


def _header(run: Session) -> list[str]:
    said = run.messages.text
    return [
        said("checks.header_domain"),
        said("checks.header_outcome"),
        said("checks.header_reason"),
        said("checks.header_seen"),
    ]


def _cells(run: Session, row: DomainRow) -> list[str]:
    said = run.messages.text
    rules = [
        f"{each.title_zh}: {said(f'checks.outcome_{each.outcome}')} ({said(f'checks.rule_{each.reason}', each.facts)})"
        for each in row.rules
    ]
    return [
        row.domain,
        said(f"checks.outcome_{row.outcome}"),
        "; ".join(rules),
        row.seen_at.isoformat(timespec="seconds"),
    ]


def _domain_json(run: Session, row: DomainRow, changed: bool) -> dict[str, Any]:
    from app.rules.verification_texts import guidance, prompt

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
                "remedies": [cited_json(each) for each in guidance(rule.rule, rule.outcome, rule.reason)],
                "notes": [cited_json(each) for each in rule.notes],
                "prompts": [prompt(each).text_zh for each in rule.prompts],
                "reply": rule.reply_id or None,
                "valid_until": rule.valid_until.isoformat() if rule.valid_until else None,
            }
            for rule in row.rules
        ],
        "registration": list(row.registration),
        "changed": changed,
        "seen_at": row.seen_at.isoformat(),
        "expires_at": row.expires_at.isoformat() if row.expires_at else None,
    }


def _say_domain(run: Session, row: DomainRow) -> None:
    said = run.messages.text
    print(f"{row.domain}\t{said(f'checks.outcome_{row.outcome}')}\t{said(f'checks.scope_{row.scope}')}")
    for rule in row.rules:
        reason = said(f"checks.rule_{rule.reason}", rule.facts)
        print(f"  {rule.title_zh}\t{said(f'checks.outcome_{rule.outcome}')}\t{reason}")
