"""域名核验: which domains a filing has verified, and whether each one would pass, rule by rule.

Every rule ends in pass, fail or unknown, with what it stands on, what to do (in Chinese, from
`resources/domain_verification.toml`, with source and date) and until when the evidence may be relied on. Facts come in as
`Seen`: who saw it, where, when. Two sources that disagree establish nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Generic, Literal, TypeVar

from app.rules.hollow import Cited, Outcome
from app.rules.in_force import SHIPPED, RulesInForce
from app.rules.suffixes import SuffixApproval
from app.rules.verification_scope import owner_rules, owner_zh
from app.rules.verification_texts import guidance, rule_data, verification_data
from app.rules.workdays import add_working_days

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Relation = Literal["unit", "legal_rep", "shareholder", "principal_or_executive", "other"]

REPLY_FAIL = "domain_verification_fix.request_materials"
"""Says what failed, why, and what to do and hand in."""
REPLY_ASK = "domain_verification_fix.materials_incomplete"
"""Asks for the papers that would establish what is open."""


@dataclass(frozen=True, slots=True)
class Seen(Generic[T_co]):
    """One observation: `value` None with `why` when it could not be established. `source` is agent, rdap, whois or list.

    A `secret` value (a certificate number) is kept and shown masked only.
    """

    value: T_co | None
    source: str
    place: str
    seen_on: date
    why: str = ""
    expires_on: date | None = None
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """The subject's three facts to which the holder is compared. `kind` is individual or unit.

    `rules` say whose name a unit's domain may stand in, in its province.
    """

    kind: str
    name: str
    certificate_type: str
    certificate_number: str
    province: str
    rules: RulesInForce = SHIPPED


@dataclass(frozen=True, slots=True)
class DomainFacts:
    """What was seen of one domain, each fact from any number of sources.

    `relation` is who the holder is to the unit, `proof_seen` whether the papers for that were seen,
    `filed_before_notice` whether the domain was filed successfully before 2018-01-01.
    """

    domain: str
    approval: SuffixApproval | None = None
    holder_name: tuple[Seen[str], ...] = ()
    holder_certificate_type: tuple[Seen[str], ...] = ()
    holder_certificate_number: tuple[Seen[str], ...] = ()
    real_name: tuple[Seen[bool], ...] = ()
    real_name_on: tuple[Seen[date], ...] = ()
    expires_on: tuple[Seen[date], ...] = ()
    suffix_confirmed: tuple[Seen[bool], ...] = ()
    registrar: tuple[Seen[str], ...] = ()
    registrar_approved: tuple[Seen[bool], ...] = ()
    registrar_listed: tuple[Seen[bool], ...] = ()
    registered: tuple[Seen[bool], ...] = ()
    relation: Relation | None = None
    proof_seen: bool = False
    filed_before_notice: bool = False
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One rule: `reason` has its sentence under `checks.rule_…`; `facts` belong to that sentence.

    `notes` is what was found besides for this domain: the province's own demands, the list of suffixes. What holds for
    every domain gives `background`.
    """

    rule: str
    title_zh: str
    outcome: Outcome
    reason: str
    facts: tuple[tuple[str, str], ...]
    evidence: tuple[Seen[Any], ...]
    remedies: tuple[Cited, ...]
    notes: tuple[Cited, ...]
    prompts: tuple[str, ...]
    reply_id: str
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class DomainResult:
    """All rules of one domain; fail when one fails, pass when all pass, else unknown."""

    domain: str
    outcome: Outcome
    rules: tuple[RuleResult, ...]
    valid_until: date | None


def verify(facts: DomainFacts, subject: Holder, today: date) -> DomainResult:
    """All six rules for one domain on one day."""
    rules = tuple(
        check(facts, subject, today) for check in (_real_name, _holder_equals, _in_validity, _suffix, _registrar, _wait)
    )
    outcomes = {rule.outcome for rule in rules}
    outcome: Outcome = "fail" if "fail" in outcomes else "pass" if outcomes == {"pass"} else "unknown"
    ends = [rule.valid_until for rule in rules if rule.valid_until is not None]
    return DomainResult(facts.domain, outcome, rules, min(ends, default=None))


def settle(
    seen: Sequence[Seen[T]], today: date, same: Callable[[Any, Any], bool] | None = None
) -> tuple[T | None, str]:
    """One value out of several observations, or None and why: not_seen, expired, conflict, or the reason of the first."""
    fresh = [each for each in seen if each.expires_on is None or each.expires_on >= today]
    told = [each for each in fresh if each.value is not None]
    if not told:
        if seen and not fresh:
            return None, "expired"
        return None, next((each.why for each in fresh if each.why), "not_seen")
    first = told[0].value
    assert first is not None
    for each in told[1:]:
        assert each.value is not None
        if not (same(first, each.value) if same else first == each.value):
            return None, "conflict"
    return first, ""


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for width, case, spaces and the shape of brackets."""
    return plain_name(one) == plain_name(other)


def plain_name(name: str) -> str:
    """A name without what does not tell two apart."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"\s+", "", text.replace("〔", "(").replace("〕", ")").replace("•", "·").replace("‧", "·"))


def _real_name(facts: DomainFacts, subject: Holder, today: date) -> RuleResult:
    value, why = settle(facts.real_name, today)
    if value is None and facts.filed_before_notice:
        return _result("real_name_done", "pass", "filed_before_notice", facts.real_name, today)
    if value is None and why in ("not_seen", "not_said") and facts.hints:
        return _result(
            "real_name_done", "unknown", "hold_hint", facts.real_name, today, told={"status": "、".join(facts.hints)}
        )
    reason = "real_name_yes" if value else "real_name_no" if value is False else why
    return _result("real_name_done", _outcome(value), reason, facts.real_name, today)


def _holder_equals(facts: DomainFacts, subject: Holder, today: date) -> RuleResult:
    rule = "holder_equals_subject"
    seen: tuple[Seen[Any], ...] = (*facts.holder_name, *facts.holder_certificate_type, *facts.holder_certificate_number)
    name, why = settle(facts.holder_name, today, same_name)
    if not subject.name:
        return _result(rule, "unknown", "subject_not_given", seen, today)
    if name is None:
        return _result(rule, "unknown", why, seen, today)
    if not same_name(name, subject.name):
        return _other_holder(facts, subject, name, seen, today)
    kind, kind_why = settle(facts.holder_certificate_type, today)
    number, number_why = settle(facts.holder_certificate_number, today, same_name)
    if kind is not None and subject.certificate_type and kind != subject.certificate_type:
        return _result(rule, "fail", "certificate_type_differs", seen, today, prompts=("fp_certificate_type",))
    if number is not None and subject.certificate_number and not same_name(number, subject.certificate_number):
        return _result(rule, "fail", "certificate_number_differs", seen, today, prompts=("fp_certificate_number",))
    if not subject.certificate_type or not subject.certificate_number:
        return _result(rule, "unknown", "subject_certificate_not_given", seen, today)
    if kind is None or number is None:
        conflict = "conflict" in (kind_why, number_why)
        return _result(rule, "unknown", "conflict" if conflict else "certificate_not_seen", seen, today)
    return _result(rule, "pass", "holder_same", seen, today)


def _other_holder(
    facts: DomainFacts, subject: Holder, name: str, seen: tuple[Seen[Any], ...], today: date
) -> RuleResult:
    """Another name holds the domain: for a unit some provinces take some people's names, with papers."""
    rule = "holder_equals_subject"
    if has_hanzi(subject.name) and not has_hanzi(name):
        # A registry that keeps Latin letters only; a transcription proves neither one nor the other.
        return _result(rule, "unknown", "other_script", seen, today, told={"holder": name})
    prompts = ("fp_owner_subject_mismatch", "fp_owner_proof_needed", "fp_owner_wrong")
    if subject.kind == "individual":
        return _result(rule, "fail", "holder_not_the_person", seen, today, prompts=prompts)
    rules = owner_rules(subject.province, subject.rules)
    notes = tuple(Cited(owner_zh(each), each.source, each.as_of, newest=each is rules[0]) for each in rules)
    if facts.relation is None or not rules:
        reason = "holder_relation_unknown" if rules else "province_unknown"
        return _result(rule, "fail", reason, seen, today, prompts=prompts, notes=notes, told={"holder": name})
    if facts.relation not in rules[0].accepted:
        return _result(
            rule, "fail", "relation_not_accepted", seen, today, prompts=prompts, notes=notes, told={"holder": name}
        )
    if not facts.proof_seen:
        return _result(
            rule, "unknown", "relation_needs_proof", seen, today, prompts=prompts, notes=notes, told={"holder": name}
        )
    return _result(rule, "pass", "relation_accepted", seen, today, notes=notes, told={"holder": name})


def _in_validity(facts: DomainFacts, subject: Holder, today: date) -> RuleResult:
    rule = "domain_in_validity"
    seen: tuple[Seen[Any], ...] = (*facts.registered, *facts.expires_on)
    registered, _ = settle(facts.registered, today)
    if registered is False:
        return _result(rule, "fail", "not_registered", seen, today)
    expires, why = settle(facts.expires_on, today)
    if expires is None:
        return _result(rule, "unknown", why, seen, today)
    left = (expires - today).days
    if left < 0:
        return _result(rule, "fail", "expired_on", seen, today, told={"day": expires.isoformat()})
    limits = {each["province"]: int(each["days"]) for each in verification_data()["expiry_days"]}
    least, other = limits.get(subject.province, limits["other"]), limits["other"]
    told = {"day": expires.isoformat(), "left": str(left), "least": str(least)}
    if left < other:
        # The platform's words for this rule are about domains that have run out.
        return _result(rule, "fail", "too_few_days", seen, today, prompts=(), until=expires, told=told)
    if left < least:
        # Only the older source asks for more than the others; both stand in the notes.
        return _result(rule, "unknown", "fewer_than_2019_rule", seen, today, until=expires, told=told)
    return _result(rule, "pass", "days_left", seen, today, until=expires - timedelta(days=least), told=told)


def _suffix(facts: DomainFacts, subject: Holder, today: date) -> RuleResult:
    rule = "suffix_approved"
    value, why = settle(facts.suffix_confirmed, today)
    approval = facts.approval
    suffix = approval.suffix if approval else facts.domain.rpartition(".")[2]
    as_of = approval.as_of.isoformat() if approval else ""
    told = {"suffix": suffix, "day": as_of}
    if value is not None:
        reason = "suffix_seen_approved" if value else "suffix_seen_not_approved"
        return _result(rule, _outcome(value), reason, facts.suffix_confirmed, today, told=told)
    if why == "conflict" or approval is None:
        return _result(rule, "unknown", why, facts.suffix_confirmed, today)
    notes: tuple[Cited, ...] = (Cited(approval.note_zh, approval.source, approval.as_of.isoformat()),)
    refusal = next((each for each in approval.refusals if each.province == subject.province), None)
    if approval.approved and refusal is not None:
        notes += (Cited(refusal.text_zh, refusal.source, refusal.since.isoformat()),)
        return _result(rule, "fail", "suffix_refused_here", facts.suffix_confirmed, today, notes=notes, told=told)
    if approval.approved is None:
        return _result(rule, "unknown", "suffix_unknown", facts.suffix_confirmed, today, notes=notes, told=told)
    reason = "suffix_listed" if approval.approved else "suffix_not_listed"
    return _result(rule, _outcome(approval.approved), reason, facts.suffix_confirmed, today, notes=notes, told=told)


def _registrar(facts: DomainFacts, subject: Holder, today: date) -> RuleResult:
    rule = "registrar_approved"
    said = (*facts.registrar_approved, *facts.registrar_listed)
    seen: tuple[Seen[Any], ...] = (*said, *facts.registrar)
    value, why = settle(said, today)
    name, name_why = settle(facts.registrar, today, same_name)
    told = {"registrar": name or "—", "day": _list_day(facts)}
    if value is not None:
        by_list = not any(each.value is not None for each in facts.registrar_approved)
        reason = f"registrar_{'listed' if by_list else 'seen_approved'}"
        if not value:
            reason = f"registrar_{'not_listed' if by_list else 'seen_not_approved'}"
        return _result(rule, _outcome(value), reason, seen, today, told=told)
    if facts.filed_before_notice:
        return _result(rule, "pass", "filed_before_notice", seen, today)
    if why in ("conflict", "expired") or facts.registrar_listed:
        return _result(rule, "unknown", why, seen, today, told=told)
    # Without a list only the agent's own look can decide; without a name there is nothing to look up.
    reason = "registrar_list_unknown" if name else "registrar_unknown"
    return _result(rule, "unknown", "conflict" if name_why == "conflict" else reason, seen, today, told=told)


def _wait(facts: DomainFacts, subject: Holder, today: date) -> RuleResult:
    rule = "real_name_data_wait"
    done, why = settle(facts.real_name_on, today)
    if done is None:
        if facts.filed_before_notice:
            return _result(rule, "pass", "filed_before_notice", facts.real_name_on, today)
        return _result(rule, "unknown", why, facts.real_name_on, today)
    days = {
        each["unit"]: each
        for each in verification_data()["timing"]["durations"]
        if each.get("topic") == "realname_wait"
    }
    natural = done + timedelta(days=int(days["day"]["max"]))
    least = add_working_days(done, int(days["working_day"]["min"]))
    most = add_working_days(done, int(days["working_day"]["max"]))
    told = {
        "done": done.isoformat(),
        "natural": natural.isoformat(),
        "least": least.due.isoformat(),
        "most": most.due.isoformat(),
    }
    outcome: Outcome = "fail" if today < natural else "pass" if today >= most.due else "unknown"
    reason = {"fail": "wait_not_over", "pass": "wait_over", "unknown": "wait_disputed"}[outcome]
    return _result(rule, outcome, reason, facts.real_name_on, today, told=told)


def _list_day(facts: DomainFacts) -> str:
    return facts.registrar_listed[0].seen_on.isoformat() if facts.registrar_listed else ""


def _outcome(value: bool | None) -> Outcome:
    return "unknown" if value is None else "pass" if value else "fail"


def _result(
    rule: str,
    outcome: Outcome,
    reason: str,
    seen: Sequence[Seen[Any]],
    today: date,
    *,
    prompts: tuple[str, ...] | None = None,
    notes: tuple[Cited, ...] = (),
    until: date | None = None,
    told: Mapping[str, str] | None = None,
) -> RuleResult:
    data = rule_data(rule)
    ends = [each.expires_on for each in seen if each.expires_on is not None and each.value is not None]
    if until is not None:
        ends.append(until)
    failed = outcome == "fail"
    return RuleResult(
        rule=rule,
        title_zh=data["title"],
        outcome=outcome,
        reason=reason,
        facts=tuple((told or {}).items()),
        evidence=tuple(seen),
        remedies=guidance(rule, outcome, reason),
        notes=notes,
        prompts=(tuple(data["prompts"]) if prompts is None else prompts) if failed else (),
        reply_id=REPLY_FAIL if failed else REPLY_ASK if outcome == "unknown" else "",
        valid_until=min(ends, default=None),
    )


def has_hanzi(text: str) -> bool:
    """Whether Chinese characters stand in a text."""
    return any("\u3400" <= char <= "\u9fff" or ord(char) >= 0x20000 for char in text)
