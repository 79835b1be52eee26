"""The hollow-site check for one domain or many thousands: look up, judge, keep, take up again, compare, export."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.db.database import Database
from app.errors import UserError
from app.lookups.clock import Clock, utc_clock
from app.lookups.dns import DnsAnswer, DnsLimits, DnsLookups, Resolver
from app.lookups.networks import Networks
from app.lookups.registration import RegistrationLimits, RegistrationLookups
from app.lookups.registries import Registries
from app.models.site import Site
from app.rules.domains import parse_domain
from app.rules.hollow import (
    Cited,
    Validity,
    evidence_days,
    judge_hollow,
    judge_resolution,
    remedies,
)
from app.services.audit import Audit
from app.services.checks.engine import Progress, sweep
from app.services.checks.hollow_rows import (
    HollowDifference,
    HollowRow,
    observed_of,
    row_of,
    row_of_evidence,
    validity_of,
    views_of,
)
from app.services.checks.names import CheckName
from app.services.checks.observed import local_day
from app.services.checks.runs import CheckRun, CheckRuns, CheckTarget, Observation
from app.services.table_files import write_table

CHECK = "hollow"
_PAGE = 500


@dataclass(frozen=True, slots=True)
class HollowOptions:
    """How to look: which resolvers, whose ranges, and whether registries are asked if a domain has lapsed."""

    resolvers: tuple[Resolver, ...]
    networks: Networks
    limits: DnsLimits = field(default_factory=DnsLimits)
    ask_registry: bool = False
    registries: Registries | None = None
    registration_limits: RegistrationLimits = field(default_factory=RegistrationLimits)
    #: Names below the domain that are looked at when the domain itself does not lead to the provider.
    subdomains: tuple[str, ...] = ("www",)
    batch: int = 500

    def summary(self) -> dict[str, Any]:
        """What the run's record says of how it looked."""
        return {
            "resolvers": [str(each) for each in self.resolvers],
            "provider": self.networks.provider,
            "ranges": len(self.networks.ranges),
            "ranges_source": self.networks.source,
            "ranges_as_of": self.networks.as_of.isoformat() if self.networks.as_of else None,
            "ask_registry": self.ask_registry,
        }


class HollowChecks:
    """The hollow-site check. Works in the thread that calls it (a worker of the window), on an event loop of its own.

    Without a database nothing is kept and only `look` works.
    """

    def __init__(self, database: Database | None, *, actor: str, clock: Clock = utc_clock) -> None:
        self._database = database
        self._actor = actor
        self._clock = clock

    @property
    def runs(self) -> CheckRuns:
        """The runs of the store."""
        assert self._database is not None
        return CheckRuns(self._database, actor=self._actor)

    def look(
        self,
        names: Sequence[CheckName | CheckTarget],
        options: HollowOptions,
        progress: Progress | None = None,
        show: Callable[[HollowRow], None] | None = None,
    ) -> list[HollowRow]:
        """Checks the names without keeping anything; with `show` each row is handed over instead of collected."""
        found: list[HollowRow] = []
        take = show or found.append

        def keep(seen: list[Observation]) -> None:
            for each in seen:
                take(row_of(None, each.target, each.outcome, each.observed, each.seen_at, each.expires_at, None))

        self._sweep([_target(name) for name in names], options, keep, progress)
        return found

    def begin(self, names: Sequence[CheckName | CheckTarget], options: HollowOptions, *, of: str = "") -> CheckRun:
        """Writes a run down; `carry_on` then does it, now or later."""
        targets = [_target(name) for name in names]
        return self.runs.begin(CHECK, targets, at=self._clock(), options=options.summary(), of=of)

    def carry_on(self, run_id: str, options: HollowOptions, progress: Progress | None = None) -> CheckRun:
        """Looks at whatever the run has not seen yet; stopped by `Cancelled`, it can be carried on again.

        Raises:
            UserError: `checks.no_such_run`; Cancelled: what `progress` raises.
        """
        runs = self.runs
        run = runs.get(run_id)
        left = runs.left(run_id)
        self._sweep(left, options, lambda seen: _keep(runs, run, seen), progress, before=run.total - len(left))
        runs.finish(run)
        return runs.get(run_id)

    def run(
        self, names: Sequence[CheckName | CheckTarget], options: HollowOptions, progress: Progress | None = None
    ) -> CheckRun:
        """Checks the names and keeps what was seen."""
        return self.carry_on(self.begin(names, options).id, options, progress)

    def look_again(
        self, run_id: str, options: HollowOptions, progress: Progress | None = None, *, only_open: bool = False
    ) -> CheckRun:
        """Checks the names of a run again, all or only those that did not pass; `changes` then compares."""
        passed = {row.domain for row in self.each(run_id) if row.outcome == "pass"} if only_open else set()
        targets = [each for each in self.runs.targets(run_id) if each.unicode not in passed]
        return self.carry_on(self.begin(targets, options, of=run_id).id, options, progress)

    def site_targets(self, site_ids: Sequence[int]) -> list[CheckTarget]:
        """The primary domains of these sites, as targets that belong to their records.

        A site without a domain, or with one that cannot be read, has no target.
        """
        assert self._database is not None
        found: dict[int, CheckTarget] = {}
        with self._database.read() as session:
            for start in range(0, len(site_ids), _PAGE):
                wanted = list(site_ids[start : start + _PAGE])
                query = select(Site.id, Site.subject_id, Site.domain).where(Site.id.in_(wanted), Site.domain != "")
                for row in session.execute(query):
                    with suppress(UserError):
                        name = parse_domain(row.domain)
                        found[row.id] = CheckTarget(
                            name.registrable_ascii, name.registrable_unicode, name.suffix, row.id, row.subject_id
                        )
        return [found[each] for each in site_ids if each in found]

    def ids(self, run_id: str, outcome: str | None = None) -> array[int]:
        """The rows of a run, for a table that reads them by the page."""
        return self.runs.ids(run_id, outcome)

    def rows(self, ids: Sequence[int]) -> list[HollowRow]:
        """Rows by id, in this order."""
        return [row_of_evidence(each) for each in self.runs.evidence(ids)]

    def each(self, run_id: str, outcome: str | None = None) -> Iterator[HollowRow]:
        """All rows of a run, read by the page."""
        ids = self.ids(run_id, outcome)
        for start in range(0, len(ids), _PAGE):
            yield from self.rows(ids[start : start + _PAGE])

    def changes(self, run_id: str, before: str = "") -> list[HollowDifference]:
        """What is different from an earlier run, by default from the one that this run repeats."""
        earlier = before or self.runs.get(run_id).of
        old = {row.domain: row for row in self.each(earlier)} if earlier else {}
        found = []
        for row in self.each(run_id):
            was = old.pop(row.domain, None)
            if was is None or (was.outcome, was.reason, was.addresses) != (row.outcome, row.reason, row.addresses):
                found.append(HollowDifference(row.domain, was, row))
        return found

    def remedies(self, row: HollowRow, access_state: str = "unknown") -> tuple[Cited, ...]:
        """What to do about a row, with sources."""
        return () if row.outcome == "pass" else remedies(row.reason, access_state)

    def export(
        self, run_id: str, path: Path, header: Sequence[str], cells: Callable[[HollowRow], Sequence[str]],
        outcome: str | None = None, progress: Progress | None = None
    ) -> int:  # fmt: skip
        """The rows of a run as xlsx or csv; `cells` words a row in the reader's language.

        Raises:
            UserError: the errors of `table_files.write_table`.
        """
        ids = self.ids(run_id, outcome)
        lines = (cells(row) for row in self.each(run_id, outcome))
        count = write_table(path, header, lines, sheet="空壳网站核查", total=len(ids), progress=progress)
        assert self._database is not None
        with self._database.transaction() as session:
            Audit(session, self._actor).note("export", "evidence", None, {"rows": count, "check": CHECK})
        return count

    def _sweep(
        self,
        targets: Sequence[CheckTarget],
        options: HollowOptions,
        keep: Callable[[list[Observation]], None],
        progress: Progress | None,
        before: int = 0,
    ) -> None:
        report = None if progress is None else lambda done, total: progress(before + done, before + total)
        asyncio.run(self._all(targets, options, keep, report))

    async def _all(
        self,
        targets: Sequence[CheckTarget],
        options: HollowOptions,
        keep: Callable[[list[Observation]], None],
        progress: Progress | None,
    ) -> None:
        async with AsyncExitStack() as stack:
            dns = await stack.enter_async_context(
                DnsLookups(options.resolvers, limits=options.limits, clock=self._clock)
            )
            registration = None
            if options.ask_registry:
                registries = options.registries or Registries.shipped()
                lookups = RegistrationLookups(registries, limits=options.registration_limits, clock=self._clock)
                registration = await stack.enter_async_context(lookups)
            await sweep(
                targets,
                lambda target: self._observe(target, dns, registration, options),
                keep,
                at_once=max(8, options.limits.in_flight // 2),
                batch=options.batch,
                total=len(targets),
                progress=progress,
            )

    async def _observe(
        self, target: CheckTarget, dns: DnsLookups, registration: RegistrationLookups | None, options: HollowOptions
    ) -> Observation:
        answers = await dns.addresses(target.ascii)
        networks = options.networks
        views = views_of(answers, networks)
        verdict = judge_resolution(views, ranges_known=bool(networks), complete=networks.complete)
        below: tuple[DnsAnswer, ...] = ()
        if verdict.outcome == "fail":
            for label in options.subdomains:
                below = await dns.addresses(f"{label}.{target.ascii}")
                verdict = judge_resolution(
                    views,
                    ranges_known=bool(networks),
                    complete=networks.complete,
                    subdomain=views_of(below, networks),
                )
                if verdict.outcome != "fail":
                    break
        told = await registration.ask(target.ascii) if registration is not None else ()
        seen_at = self._clock()
        judged = judge_hollow(verdict, validity_of(told, local_day(seen_at)) if told else Validity("unknown", False))
        return Observation(
            target=target,
            outcome=judged.outcome,
            observed=observed_of(judged, (*answers, *below), told, networks),
            place=", ".join(dict.fromkeys(answer.resolver for answer in answers)),
            seen_at=seen_at,
            expires_at=seen_at + timedelta(days=evidence_days()["resolution"]),
        )


def _keep(runs: CheckRuns, run: CheckRun, seen: list[Observation]) -> None:
    runs.keep(run, seen)


def _target(name: CheckName | CheckTarget) -> CheckTarget:
    return name if isinstance(name, CheckTarget) else CheckTarget(name.ascii, name.unicode, name.suffix)
