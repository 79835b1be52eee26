"""`check hollow`: are these sites hollow (空壳网站)?"""

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
    ListFile,
    Names,
    OnlyOpen,
    Out,
    Rdap,
    Registry,
    Resume,
    Whois,
    cited_json,
    exit_for,
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
    from app.db.database import Database
    from app.lookups.networks import Networks
    from app.rules.hollow import Cited
    from app.services.checks.hollow import HollowRow


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
    resume: Resume = "",
    again: Again = "",
    only_open: OnlyOpen = False,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Resolves each domain over the resolvers and says whose addresses they are."""
    from app.lookups.dns import Resolver, system_resolvers
    from app.services.checks.hollow import HollowChecks, HollowOptions
    from app.services.exports import export_rows

    run = session(context)
    listed = names_of(run, names, file)
    if not listed.names and not resume and not again:
        raise UserError("checks.no_names")
    with store_of(run, keep or bool(resume or again)) as database:
        options = HollowOptions(
            resolvers=tuple(map(Resolver.of, resolver)) if resolver else system_resolvers(),
            networks=_networks(ranges, ranges_source, ranges_date, complete, database),
            ask_registry=registry,
            registries=registries_of(whois, rdap, bootstrap),
        )
        checks = HollowChecks(database, actor=actor())
        if database is None:
            run_id = ""
            rows = checks.look(listed.names, options, progress_on_terminal())
        else:
            begun = checks.begin_again(again, options, only_open=only_open) if again else None
            if again and begun is None:
                raise UserError("checks.nothing_open")
            run_id = resume or (begun or checks.begin(listed.names, options)).id
            with resumable(run, "hollow", run_id):
                checks.carry_on(run_id, options, progress_on_terminal())
            rows = list(checks.each(run_id))
        changed = {each.domain for each in checks.changes(run_id)} if again else set()
        remedies = {row.domain: checks.remedies(row) for row in rows}
        if out is not None:
            export_rows(hollow_header(run), (hollow_cells(run, row) for row in rows), out, sheet=checks.sheet)
    if as_json:
        domains = [_hollow_json(run, row, remedies[row.domain], row.domain in changed) for row in rows]
        print_json({"run": run_id or None, "options": options.summary(), "domains": domains})
    else:
        for row in rows:
            print("\t".join(hollow_cells(run, row)[:4]))
        say_summary(run, [row.outcome for row in rows], run_id)
    exit_for(listed)


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
        "remedies": [cited_json(each) for each in remedies],
        "changed": changed,
        "seen_at": row.seen_at.isoformat(),
        "expires_at": row.expires_at.isoformat() if row.expires_at else None,
    }


def _networks(ranges: Path | None, source: str, told: str, complete: bool, database: Database | None) -> Networks:
    """The list that is named, else the store's where one is open, else none."""
    from app.lookups.networks import Networks
    from app.services.checks.reference_lists import ReferenceLists

    if ranges is None:
        return ReferenceLists(database, actor=actor()).networks() if database is not None else Networks.shipped()
    as_of = None
    if told:
        try:
            as_of = date.fromisoformat(told)
        except ValueError:
            raise UserError("checks.ranges_date", file=ranges.name, found=told[:40]) from None
    return Networks.read(ranges, source=source, as_of=as_of, complete=True if complete else None)
