"""Domain verification: what the agent saw and, when asked for, what registries say, judged rule by rule and kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from app.errors import UserError
from app.lookups.registration import RegistrationLimits, RegistrationLookups
from app.lookups.registries import Registries
from app.models.domain import Domain
from app.models.evidence import EvidenceRow
from app.models.site import Site
from app.rules.domain_verification import Holder, verify
from app.rules.domains import parse_domain
from app.rules.in_force import RulesInForce
from app.rules.registrars import RegistrarList
from app.rules.verification_scope import ScopeEntry, scope
from app.services.checks.domain_rows import DomainRow, RuleRow, facts_of, observation_of, row_of, row_of_evidence
from app.services.checks.engine import Progress
from app.services.checks.facts import SubjectFacts, VerificationFacts
from app.services.checks.observed import local_day
from app.services.checks.run_service import Looking, RunService
from app.services.checks.runs import CheckRun, CheckTarget, Observation
from app.services.rules_in_force import rules_of_desk

__all__ = ["DomainChecks", "DomainOptions", "DomainRow", "RuleRow"]

CHECK = "domain"


@dataclass(frozen=True, slots=True)
class DomainOptions:
    """Whether registries are asked, and which; the desk's list of approved registrars, where it has one."""

    ask_registry: bool = False
    registries: Registries | None = None
    limits: RegistrationLimits = field(default_factory=RegistrationLimits)
    batch: int = 100
    registrars: RegistrarList | None = None

    @property
    def at_once(self) -> int:
        """Names in flight."""
        return self.limits.in_flight


class DomainChecks(RunService[DomainRow, DomainOptions]):
    """Domain verification. Without a database only `look` and `scope` work."""

    check = CHECK
    sheet = "域名核验"

    def scope(self, facts: VerificationFacts) -> tuple[ScopeEntry, ...]:
        """Which of the domains this kind of filing has verified."""
        entries = [(parse_domain(each.domain).registrable_unicode, each.filed_on, each.added) for each in facts.domains]
        return scope(facts.filing_type, entries)

    def look(
        self, facts: VerificationFacts, options: DomainOptions, progress: Progress | None = None
    ) -> list[DomainRow]:
        """Judges every domain; keeps nothing. In the order of the facts."""
        found: dict[str, DomainRow] = {}

        def keep(seen: list[Observation]) -> None:
            for each in seen:
                row = row_of(None, each.target, each.outcome, each.observed, each.seen_at, each.expires_at, None)
                found[each.target.ascii] = row

        targets = _targets(facts)
        self._sweep(targets, options, facts.model_dump(mode="json"), keep, progress)
        return [found[target.ascii] for target in targets]

    def begin(
        self, facts: VerificationFacts, options: DomainOptions, *, subject_id: int | None = None,
        sites: Mapping[str, int] | None = None
    ) -> CheckRun:  # fmt: skip
        """Writes a run down with what the agent stated; `carry_on` then does it, now or later.

        The evidence belongs to the subject and, by `sites` (registered name on the wire to id), to their sites.
        """
        targets = _targets(facts, subject_id, sites or {})
        told = {"filing_type": facts.filing_type, **self.summary(options)}
        return self.runs.begin(
            CHECK, targets, at=self._clock(), options=told, facts=facts.model_dump(mode="json", exclude_defaults=True)
        )

    def run(
        self, facts: VerificationFacts, options: DomainOptions, progress: Progress | None = None, *,
        subject_id: int | None = None
    ) -> CheckRun:  # fmt: skip
        """Judges every domain and keeps what was seen."""
        return self.carry_on(self.begin(facts, options, subject_id=subject_id).id, options, progress)

    def subject_targets(self, subject_id: int) -> list[CheckTarget]:
        """The domains of a stored subject's sites that are not deregistered, each once and with its site."""
        found: dict[str, CheckTarget] = {}
        query = (
            select(Domain.ascii, Site.id)
            .join(Site, Domain.site_id == Site.id)
            .where(Site.subject_id == subject_id, Site.state != "deregistered")
            .order_by(Site.id, Domain.position)
        )
        with self._store.read() as session:
            for row in session.execute(query):
                with suppress(UserError):
                    name = parse_domain(row.ascii)
                    target = CheckTarget(
                        name.registrable_ascii, name.registrable_unicode, name.suffix, row.id, subject_id
                    )
                    found.setdefault(target.ascii, target)
        return list(found.values())

    def summary(self, means: DomainOptions, before: CheckRun | None = None) -> Mapping[str, Any]:
        """What the record of a run says of how it looked."""
        told: dict[str, Any] = dict(before.options) if before is not None else {}
        told |= {"ask_registry": means.ask_registry, "registrars_source": "", "registrars_as_of": None}
        if means.registrars is not None:
            told["registrars_source"] = means.registrars.source
            told["registrars_as_of"] = means.registrars.as_of.isoformat()
        return told

    def row_of(self, evidence: EvidenceRow) -> DomainRow:
        """The line of one piece of kept evidence."""
        return row_of_evidence(evidence)

    def looking(self, means: DomainOptions, facts: Mapping[str, Any] | None) -> Looking:
        """How one name is looked at."""
        if facts is None:
            raise UserError("checks.run_without_facts")
        return self._looking(means, VerificationFacts.model_validate(facts))

    @asynccontextmanager
    async def _looking(
        self, options: DomainOptions, facts: VerificationFacts
    ) -> AsyncIterator[Callable[[CheckTarget], Awaitable[Observation]]]:
        by_name = {parse_domain(each.domain).registrable_ascii: each for each in facts.domains}
        scopes = {entry.domain: entry.verify for entry in self.scope(facts)}
        holder = _holder(facts.subject, rules_of_desk(self._database))

        async def judge(target: CheckTarget, lookups: RegistrationLookups | None) -> Observation:
            told = await lookups.ask(target.ascii) if lookups is not None else ()
            seen_at = self._clock()
            today = local_day(seen_at)
            seen = facts_of(target, by_name[target.ascii], told, today, options.registrars)
            return observation_of(target, verify(seen, holder, today), scopes[target.unicode], told, seen_at)

        if not options.ask_registry:
            yield lambda target: judge(target, None)
            return
        registries = options.registries or Registries.shipped()
        async with RegistrationLookups(registries, limits=options.limits, clock=self._clock) as lookups:
            yield lambda target: judge(target, lookups)


def _targets(
    facts: VerificationFacts, subject_id: int | None = None, sites: Mapping[str, int] | None = None
) -> list[CheckTarget]:  # fmt: skip
    found: dict[str, CheckTarget] = {}
    for each in facts.domains:
        name = parse_domain(each.domain)
        site = (sites or {}).get(name.registrable_ascii)
        found[name.registrable_ascii] = CheckTarget(
            name.registrable_ascii, name.registrable_unicode, name.suffix, site, subject_id
        )
    return list(found.values())


def _holder(subject: SubjectFacts, rules: RulesInForce) -> Holder:
    return Holder(
        subject.kind, subject.name, subject.certificate_type, subject.certificate_number, subject.province, rules
    )  # fmt: skip
