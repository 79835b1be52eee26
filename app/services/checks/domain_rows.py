"""One domain's line of domain verification: from the judged rules to what is kept, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from app.lookups.registered import Found, Known, Registration
from app.models.evidence import EvidenceRow
from app.rules.certificates import mask
from app.rules.domain_verification import DomainFacts, DomainResult, Seen
from app.rules.hollow import Cited, evidence_days
from app.rules.registrars import RegistrarList
from app.rules.suffixes import suffix_approval
from app.rules.verification_scope import NOTICE
from app.services.checks.facts import AgentDomainFacts
from app.services.checks.observed import local_day, registration_json
from app.services.checks.runs import CheckTarget, Observation


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule's line: `reason` has its sentence under `checks.rule_…`, with these facts.

    `notes` are what the rule found besides for this domain: the province's own demands, the list it stood on.
    """

    rule: str
    title_zh: str
    outcome: str
    reason: str
    facts: dict[str, str]
    prompts: tuple[str, ...]
    reply_id: str
    valid_until: date | None
    evidence: tuple[dict[str, Any], ...]
    notes: tuple[Cited, ...] = ()


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


def facts_of(
    target: CheckTarget,
    agent: AgentDomainFacts,
    told: Sequence[Registration],
    today: date,
    registrars: RegistrarList | None = None,
) -> DomainFacts:
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

    named = own(agent.registrar) + registry(lambda each: each.registrar)
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
        registrar=named,
        registrar_approved=own(agent.registrar_approved),
        registrar_listed=_listed(named, registrars, today),
        registered=_registered(told),
        relation=agent.relation,
        proof_seen=agent.proof_seen,
        filed_before_notice=agent.filed_on is not None and agent.filed_on < NOTICE,
        hints=tuple(dict.fromkeys(hint for each in told for hint in each.hints if hint != "privacy")),
    )


def _listed(
    named: Sequence[Seen[str]], registrars: RegistrarList | None, today: date
) -> tuple[Seen[bool], ...]:  # fmt: skip
    """What the desk's list says of the registrars that were named; no list says nothing."""
    if registrars is None:
        return ()
    ends = registrars.as_of + timedelta(days=evidence_days()["registrar_list"])
    names = dict.fromkeys(
        each.value for each in named if each.value and (each.expires_on is None or each.expires_on >= today)
    )
    found = []
    for name in names:
        value, why = registrars.look_up(name)
        found.append(Seen(value, "list", registrars.source, registrars.as_of, why, ends))
    return tuple(found)


def _registered(told: Sequence[Registration]) -> tuple[Seen[bool], ...]:
    return tuple(
        Seen(each.known is Known.FACT, each.protocol, each.server, local_day(each.asked_at))
        for each in told
        if each.known is not Known.UNKNOWN
    )


def observation_of(
    target: CheckTarget, result: DomainResult, scoped: str, told: Sequence[Registration], seen_at: datetime
) -> Observation:
    """What is kept of a judged domain; `scoped` is whether the filing has it verified."""
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
            "notes": [[one.text_zh, one.source, one.as_of, one.newest] for one in each.notes],
        }
        for each in result.rules
    ]
    ends = None
    if result.valid_until is not None:
        ends = seen_at + timedelta(days=max(0, (result.valid_until - local_day(seen_at)).days))
    return Observation(
        target=target,
        outcome=result.outcome,
        observed={
            "scope": scoped,
            "failed": _titles(result, "fail"),
            "open": _titles(result, "unknown"),
            "rules": rules,
            "registration": [registration_json(each) for each in told],
        },
        marks=tuple(f"{each.rule}:{each.outcome}" for each in result.rules if each.outcome != "pass"),
        sign=" ".join(f"{each.rule}:{each.outcome}:{each.reason}" for each in result.rules),
        words=tuple(str(one.value) for each in result.rules for one in each.evidence if _is_name(one)),
        place=", ".join(dict.fromkeys(each.server for each in told if each.server)) or "agent",
        seen_at=seen_at,
        expires_at=ends,
    )


def _titles(result: DomainResult, outcome: str) -> str:
    return "、".join(each.title_zh for each in result.rules if each.outcome == outcome)


def _is_name(seen: Seen[Any]) -> bool:
    return isinstance(seen.value, str) and not seen.secret


def _seen_json(seen: Seen[Any]) -> dict[str, Any]:
    """One observation; a secret value masked, whatever else stands in the store."""
    value = seen.value
    if isinstance(value, date):
        value = value.isoformat()
    elif seen.secret:
        value = mask(str(value))
    kept = {"source": seen.source, "place": seen.place, "on": seen.seen_on.isoformat(), "value": value, "why": seen.why}
    return {name: each for name, each in kept.items() if each not in ("", None)}


def row_of_evidence(row: EvidenceRow) -> DomainRow:
    """The line of one piece of kept evidence."""
    kept = row.observed
    target = CheckTarget(kept["ascii"], kept["domain"], kept["suffix"], row.site_id, row.subject_id)
    return row_of(row.id, target, row.outcome, kept, row.seen_at, row.expires_at, row.case_id)


def row_of(
    row_id: int | None, target: CheckTarget, outcome: str, observed: Any, seen_at: datetime,
    expires_at: datetime | None, case_id: int | None
) -> DomainRow:  # fmt: skip
    """The line of what was observed."""
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
                notes=tuple(
                    Cited(text, source, as_of, newest=newest) for text, source, as_of, newest in each.get("notes", ())
                ),
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
