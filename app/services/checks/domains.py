"""Domain verification: what the agent saw and, when asked for, what registries say, judged rule by rule and kept."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.db.database import Database
from app.lookups.clock import Clock, utc_clock
from app.lookups.registered import Found, Known, Registration
from app.lookups.registration import RegistrationLimits, RegistrationLookups
from app.lookups.registries import Registries
from app.models.evidence import EvidenceRow
from app.rules.certificates import mask
from app.rules.domain_verification import DomainFacts, DomainResult, Holder, Seen, verify
from app.rules.domains import parse_domain
from app.rules.hollow import evidence_days
from app.rules.suffixes import suffix_approval
from app.rules.verification_scope import NOTICE, FilingType, ScopeEntry, scope
from app.services.audit import Audit
from app.services.checks.engine import Progress, sweep
from app.services.checks.facts import AgentDomainFacts, SubjectFacts, VerificationFacts
from app.services.checks.observed import local_day, registration_json
from app.services.checks.runs import CheckRun, CheckRuns, CheckTarget, Observation
from app.services.table_files import write_table

CHECK = "domain"
_PAGE = 500


@dataclass(frozen=True, slots=True)
class DomainOptions:
    """Whether registries are asked, and which."""

    ask_registry: bool = False
    registries: Registries | None = None
    limits: RegistrationLimits = field(default_factory=RegistrationLimits)
    batch: int = 100


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule's line: `reason` has its sentence under `checks.rule_…`, with these facts."""

    rule: str
    title_zh: str
    outcome: str
    reason: str
    facts: dict[str, str]
    prompts: tuple[str, ...]
    reply_id: str
    valid_until: date | None
    evidence: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class DomainRow:
    """One domain's result."""

    id: int | None
    domain: str
    outcome: str
    scope: str
    rules: tuple[RuleRow, ...]
    registration: tuple[dict[str, Any], ...]
    seen_at: datetime
    expires_at: datetime | None
    site_id: int | None
    subject_id: int | None
    case_id: int | None


class DomainChecks:
    """Domain verification. Works in the thread that calls it. Without a database only `look` and `scope` work."""

    def __init__(self, database: Database | None, *, actor: str, clock: Clock = utc_clock) -> None:
        self._database = database
        self._actor = actor
        self._clock = clock

    @property
    def runs(self) -> CheckRuns:
        """The runs of the store."""
        assert self._database is not None
        return CheckRuns(self._database, actor=self._actor)

    def scope(self, facts: VerificationFacts) -> tuple[ScopeEntry, ...]:
        """Which of the domains this kind of filing has verified."""
        entries = [(parse_domain(each.domain).registrable_unicode, each.filed_on, each.added) for each in facts.domains]
        return scope(_filing_type(facts), entries)

    def look(
        self, facts: VerificationFacts, options: DomainOptions, progress: Progress | None = None
    ) -> list[tuple[DomainRow, DomainResult]]:
        """Judges every domain; keeps nothing. In the order of the file."""
        found: dict[str, tuple[DomainRow, DomainResult]] = {}

        def keep(seen: list[tuple[Observation, DomainResult]]) -> None:
            for each, result in seen:
                row = _row_of(None, each.target, each.outcome, each.observed, each.seen_at, each.expires_at, None)
                found[each.target.ascii] = row, result

        targets = _targets(facts)
        asyncio.run(self._all(facts, targets, options, keep, progress))
        return [found[target.ascii] for target in targets]

    def run(
        self, facts: VerificationFacts, options: DomainOptions, progress: Progress | None = None, *, of: str = "",
        site_id: int | None = None, subject_id: int | None = None
    ) -> CheckRun:  # fmt: skip
        """Judges every domain and keeps what was seen, under the records it belongs to."""
        runs = self.runs
        targets = _targets(facts, site_id, subject_id)
        told = {"filing_type": facts.filing_type, "ask_registry": options.ask_registry}
        run = runs.begin(CHECK, targets, at=self._clock(), options=told, of=of)
        return self.carry_on(run.id, facts, options, progress)

    def carry_on(
        self, run_id: str, facts: VerificationFacts, options: DomainOptions, progress: Progress | None = None
    ) -> CheckRun:
        """Judges whatever the run has not seen yet; the agent's facts are handed in again, they are not kept whole."""
        runs = self.runs
        run = runs.get(run_id)
        left = runs.left(run_id)
        asyncio.run(
            self._all(facts, left, options, lambda seen: _keep(runs, run, [each for each, _ in seen]), progress)
        )
        runs.finish(run)
        return runs.get(run_id)

    def ids(self, run_id: str, outcome: str | None = None) -> array[int]:
        """The rows of a run, for a table that reads them by the page."""
        return self.runs.ids(run_id, outcome)

    def rows(self, ids: Sequence[int]) -> list[DomainRow]:
        """Rows by id, in this order."""
        return [_row_of_evidence(each) for each in self.runs.evidence(ids)]

    def each(self, run_id: str, outcome: str | None = None) -> Iterator[DomainRow]:
        """All rows of a run, read by the page."""
        ids = self.ids(run_id, outcome)
        for start in range(0, len(ids), _PAGE):
            yield from self.rows(ids[start : start + _PAGE])

    def export(
        self, run_id: str, path: Path, header: Sequence[str], cells: Callable[[DomainRow], Sequence[str]],
        progress: Progress | None = None
    ) -> int:  # fmt: skip
        """The rows of a run as xlsx or csv; `cells` words a row.

        Raises:
            UserError: the errors of `table_files.write_table`.
        """
        ids = self.ids(run_id)
        lines = (cells(row) for row in self.each(run_id))
        count = write_table(path, header, lines, sheet="域名核验", total=len(ids), progress=progress)
        assert self._database is not None
        with self._database.transaction() as session:
            Audit(session, self._actor).note("export", "evidence", None, {"rows": count, "check": CHECK})
        return count

    async def _all(
        self,
        facts: VerificationFacts,
        targets: Sequence[CheckTarget],
        options: DomainOptions,
        keep: Callable[[list[tuple[Observation, DomainResult]]], None],
        progress: Progress | None,
    ) -> None:
        by_name = {parse_domain(each.domain).registrable_ascii: each for each in facts.domains}
        scopes = {entry.domain: entry.verify for entry in self.scope(facts)}

        async def judge(target: CheckTarget, lookups: RegistrationLookups | None) -> tuple[Observation, DomainResult]:
            told = await lookups.ask(target.ascii) if lookups is not None else ()
            seen_at = self._clock()
            agent = by_name[target.ascii]
            result = verify(_facts(target, agent, told, local_day(seen_at)), _holder(facts.subject), local_day(seen_at))
            return _observation(target, result, scopes[target.unicode], told, seen_at), result

        async def go(lookups: RegistrationLookups | None) -> None:
            await sweep(
                targets, lambda target: judge(target, lookups), keep, at_once=options.limits.in_flight,
                batch=options.batch, total=len(targets), progress=progress,
            )  # fmt: skip

        if not options.ask_registry:
            await go(None)
            return
        registries = options.registries or Registries.shipped()
        async with RegistrationLookups(registries, limits=options.limits, clock=self._clock) as lookups:
            await go(lookups)


def _targets(
    facts: VerificationFacts, site_id: int | None = None, subject_id: int | None = None
) -> list[CheckTarget]:  # fmt: skip
    names = [parse_domain(each.domain) for each in facts.domains]
    found = {
        name.registrable_ascii: CheckTarget(
            name.registrable_ascii, name.registrable_unicode, name.suffix, site_id, subject_id
        )
        for name in names
    }
    return list(found.values())


def _filing_type(facts: VerificationFacts) -> FilingType:
    return facts.filing_type


def _holder(subject: SubjectFacts) -> Holder:
    return Holder(
        subject.kind, subject.name, subject.certificate_type, subject.certificate_number, subject.province
    )  # fmt: skip


def _facts(target: CheckTarget, agent: AgentDomainFacts, told: Sequence[Registration], today: date) -> DomainFacts:
    """The agent's evidence and the registries' words side by side, each with its origin and its end."""
    life = evidence_days()
    seen_on = agent.seen_on or today

    def own(value: Any, *, secret: bool = False) -> tuple[Seen[Any], ...]:
        ends = seen_on + timedelta(days=life["certificate"])
        return () if value is None else (Seen(value, "agent", agent.place, seen_on, "", ends, secret),)

    def registry(pick: Callable[[Registration], Found[Any]]) -> tuple[Seen[Any], ...]:
        found = []
        for each in told:
            on = local_day(each.asked_at)
            value = pick(each) if each.known is Known.FACT else Found[Any].unknown(each.why or "not_said")
            ends = on + timedelta(days=life["registration"])
            found.append(Seen(value.value, each.protocol or "whois", each.server, on, value.why, ends))
        return tuple(found)

    return DomainFacts(
        domain=target.unicode,
        approval=suffix_approval(target.suffix),
        holder_name=own(agent.holder_name) + registry(lambda each: each.holder),
        holder_certificate_type=own(agent.holder_certificate_type),
        holder_certificate_number=own(agent.holder_certificate_number, secret=True),
        real_name=own(agent.real_name),
        real_name_on=own(agent.real_name_on),
        expires_on=own(agent.expires_on) + registry(lambda each: each.expires),
        suffix_confirmed=own(agent.suffix_approved),
        registrar=own(agent.registrar) + registry(lambda each: each.registrar),
        registrar_approved=own(agent.registrar_approved),
        registered=_registered(told),
        relation=agent.relation,
        proof_seen=agent.proof_seen,
        filed_before_notice=agent.filed_on is not None and agent.filed_on < NOTICE,
        hints=tuple(dict.fromkeys(hint for each in told for hint in each.hints if hint != "privacy")),
    )


def _registered(told: Sequence[Registration]) -> tuple[Seen[bool], ...]:
    return tuple(
        Seen(each.known is Known.FACT, each.protocol, each.server, local_day(each.asked_at))
        for each in told
        if each.known is not Known.UNKNOWN
    )


def _observation(
    target: CheckTarget, result: DomainResult, scoped: str, told: Sequence[Registration], seen_at: datetime
) -> Observation:
    rules = [
        {
            "rule": each.rule,
            "title": each.title_zh,
            "outcome": each.outcome,
            "reason": each.reason,
            "facts": dict(each.facts),
            "prompts": list(each.prompts),
            "reply": each.reply_id,
            "until": each.valid_until.isoformat() if each.valid_until else None,
            "evidence": [_seen_json(one) for one in each.evidence],
        }
        for each in result.rules
    ]
    ends = None
    if result.valid_until is not None:
        ends = seen_at + timedelta(days=max(0, (result.valid_until - local_day(seen_at)).days))
    return Observation(
        target=target,
        outcome=result.outcome,
        observed={"scope": scoped, "rules": rules, "registration": [registration_json(each) for each in told]},
        place=", ".join(dict.fromkeys(each.server for each in told if each.server)) or "agent",
        seen_at=seen_at,
        expires_at=ends,
    )


def _seen_json(seen: Seen[Any]) -> dict[str, Any]:
    """One observation; a secret value masked, whatever else stands in the store."""
    value = seen.value
    if isinstance(value, date):
        value = value.isoformat()
    elif seen.secret:
        value = mask(str(value))
    kept = {"source": seen.source, "place": seen.place, "on": seen.seen_on.isoformat(), "value": value, "why": seen.why}
    return {name: each for name, each in kept.items() if each not in ("", None)}


def _keep(runs: CheckRuns, run: CheckRun, seen: list[Observation]) -> None:
    runs.keep(run, seen)


def _row_of_evidence(row: EvidenceRow) -> DomainRow:
    kept = row.observed
    target = CheckTarget(kept["ascii"], kept["domain"], kept["suffix"], row.site_id, row.subject_id)
    return _row_of(row.id, target, row.outcome, kept, row.seen_at, row.expires_at, row.case_id)


def _row_of(
    row_id: int | None, target: CheckTarget, outcome: str, observed: Any, seen_at: datetime,
    expires_at: datetime | None, case_id: int | None
) -> DomainRow:  # fmt: skip
    return DomainRow(
        id=row_id,
        domain=target.unicode,
        outcome=outcome,
        scope=observed["scope"],
        rules=tuple(
            RuleRow(
                rule=each["rule"],
                title_zh=each["title"],
                outcome=each["outcome"],
                reason=each["reason"],
                facts=each["facts"],
                prompts=tuple(each["prompts"]),
                reply_id=each["reply"],
                valid_until=date.fromisoformat(each["until"]) if each["until"] else None,
                evidence=tuple(each["evidence"]),
            )
            for each in observed["rules"]
        ),
        registration=tuple(observed["registration"]),
        seen_at=seen_at,
        expires_at=expires_at,
        site_id=target.site_id,
        subject_id=target.subject_id,
        case_id=case_id,
    )
