"""The hollow-site check for one domain or many thousands: look up, judge, keep, take up again, compare, export."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from app.errors import UserError
from app.lookups.dns import DnsAnswer, DnsLimits, DnsLookups, Resolver
from app.lookups.networks import Networks
from app.lookups.registration import RegistrationLimits, RegistrationLookups
from app.lookups.registries import Registries
from app.models.evidence import EvidenceRow
from app.models.site import Site
from app.rules.domains import parse_domain
from app.rules.hollow import Cited, Validity, evidence_days, judge_hollow, judge_resolution, remedies
from app.services.checks.engine import Progress
from app.services.checks.hollow_rows import HollowRow, observed_of, row_of, row_of_evidence, validity_of, views_of
from app.services.checks.names import CheckName
from app.services.checks.observed import local_day
from app.services.checks.run_service import Difference, Looking, RunService
from app.services.checks.runs import CheckRun, CheckTarget, Observation

__all__ = ["HollowChecks", "HollowDifference", "HollowOptions", "HollowRow"]

CHECK = "hollow"
_PAGE = 500
HollowDifference = Difference[HollowRow]


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

    @property
    def at_once(self) -> int:
        """Names in flight: each puts two questions to every resolver."""
        return max(8, self.limits.in_flight // 2)

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


class HollowChecks(RunService[HollowRow, HollowOptions]):
    """The hollow-site check. Without a database nothing is kept and only `look` works."""

    check = CHECK
    sheet = "空壳网站核查"

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

        self._sweep([_target(name) for name in names], options, None, keep, progress)
        return found

    def begin(self, names: Sequence[CheckName | CheckTarget], options: HollowOptions, *, of: str = "") -> CheckRun:
        """Writes a run down; `carry_on` then does it, now or later."""
        targets = [_target(name) for name in names]
        return self.runs.begin(CHECK, targets, at=self._clock(), options=options.summary(), of=of)

    def run(
        self, names: Sequence[CheckName | CheckTarget], options: HollowOptions, progress: Progress | None = None
    ) -> CheckRun:
        """Checks the names and keeps what was seen."""
        return self.carry_on(self.begin(names, options).id, options, progress)

    def summary(self, means: HollowOptions, before: CheckRun | None = None) -> Mapping[str, Any]:
        """What the record of a run says of how it looked."""
        return means.summary()

    def row_of(self, evidence: EvidenceRow) -> HollowRow:
        """The line of one piece of kept evidence."""
        return row_of_evidence(evidence)

    def site_targets(self, site_ids: Sequence[int]) -> list[CheckTarget]:
        """The primary domains of these sites, as targets that belong to their records.

        A site without a domain, or with one that cannot be read, has no target.
        """
        found: dict[int, CheckTarget] = {}
        with self._store.read() as session:
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

    def remedies(self, row: HollowRow, access_state: str = "unknown") -> tuple[Cited, ...]:
        """What to do about a row, with sources."""
        return () if row.outcome == "pass" else remedies(row.reason, access_state)

    def looking(self, means: HollowOptions, facts: Mapping[str, Any] | None) -> Looking:
        """How one name is looked at."""
        return self._looking(means)

    @asynccontextmanager
    async def _looking(self, options: HollowOptions) -> AsyncIterator[Callable[[CheckTarget], Awaitable[Observation]]]:
        async with AsyncExitStack() as stack:
            dns = await stack.enter_async_context(
                DnsLookups(options.resolvers, limits=options.limits, clock=self._clock)
            )
            registration = None
            if options.ask_registry:
                registries = options.registries or Registries.shipped()
                lookups = RegistrationLookups(registries, limits=options.registration_limits, clock=self._clock)
                registration = await stack.enter_async_context(lookups)
            yield lambda target: self._observe(target, dns, registration, options)

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
        observed = observed_of(judged, (*answers, *below), told, networks)
        return Observation(
            target=target,
            outcome=judged.outcome,
            observed=observed,
            marks=(str(judged.reason),),
            words=(*observed["addresses"], *observed["aliases"]),
            sign=" ".join((str(judged.reason), *observed["addresses"])),
            place=", ".join(dict.fromkeys(answer.resolver for answer in answers)),
            seen_at=seen_at,
            expires_at=seen_at + timedelta(days=evidence_days()["resolution"]),
        )


def _target(name: CheckName | CheckTarget) -> CheckTarget:
    return name if isinstance(name, CheckTarget) else CheckTarget(name.ascii, name.unicode, name.suffix)
