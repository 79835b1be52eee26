"""What an offline deregistration needs: whether paper is needed at all, what to enclose, who seals, where it goes, when to ask.

Pure functions over a `Situation` and the province packs. Whatever is returned carries its source, its date and how far it
is trusted; where nothing is known, nothing is invented, and advice of this tool is marked `ours`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from app.rules import workdays
from app.rules.in_force import SHIPPED, RulesInForce
from app.rules.packs import (
    Address,
    Channel,
    EnclosureRule,
    FreeLetter,
    OnlineStep,
    Phone,
    PrintRule,
    Processing,
    ProvinceFacts,
    Severity,
)
from app.rules.provinces import as_of_zh, common, confidence_zh

Relation = Literal["own", "other"]
Ground = Literal["subject", "domain"]
Scope = Literal["subject", "site"]
ApplicantKind = Literal["unit", "individual"]

#: The order papers are posted in.
POSTING_ORDER = (
    "application_form",
    "free_letter",
    "unit_certificate_copy",
    "id_card_copy",
    "legal_representative_id_copy",
    "authorization_letter",
    "agent_id_copy",
    "holding_photo",
    "domain_certificate",
    "whois_screenshot",
    "change_proof",
    "other",
)

_OURS = "ours"


@dataclass(frozen=True, slots=True)
class Situation:
    """All that decides what a deregistration needs.

    `province` comes from the filing number and nothing else. `hollow`: the subject has no website and no provider left.
    `provider_known` and `can_log_in` speak of the own filing's access provider; None where the customer was not asked.
    """

    province: str
    relation: Relation
    ground: Ground
    scope: Scope
    applicant_kind: ApplicantKind
    has_agent: bool
    hollow: bool
    domain_lapsed: bool
    name_changed: bool
    provider_known: bool | None
    can_log_in: bool | None
    today: date
    in_force: RulesInForce = SHIPPED
    """The rules that this is judged by: a desk's own lead."""

    @property
    def rules(self) -> ProvinceFacts:
        """What is known of the province in this situation."""
        return self.in_force.facts(self.province)


@dataclass(frozen=True, slots=True)
class OnlineWay:
    """A way without paper; `sure` is False where it still depends on the provider or on what the customer wants."""

    code: str
    title_zh: str
    sure: bool
    steps: tuple[OnlineStep, ...]
    days_zh: str
    days_source: str
    days_as_of: str
    notes_zh: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Restriction:
    """What stands in the way (stop), what to settle first (warn), what to know (info)."""

    code: str
    severity: Severity
    text_zh: str
    source: str
    as_of: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One paper of the packet. `required` False: helpful, or asked for by some; `ours`: advice of this tool.

    `sides` is 2 where both sides of a card are to be copied. `write_into_reason_zh` is what the reason must say because
    this paper is left out.
    """

    kind: str
    title_zh: str
    required: bool
    form: Literal["original", "copy"]
    sealed: bool
    signed: bool
    sides: int
    note_zh: str
    source: str
    as_of: str
    confidence: str
    write_into_reason_zh: str = ""
    alternatives: tuple[str, ...] = ()
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """Who seals and who signs the form."""

    seal: bool
    sign: bool
    text_zh: str
    source: str
    as_of: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the packet gets there: the channel, the printable addresses (leading first), phones, time and print rules."""

    channel: Channel
    superseded: tuple[Channel, ...]
    address: Address | None
    other_addresses: tuple[Address, ...]
    phones: tuple[Phone, ...]
    processing: Processing | None
    days_zh: str
    print_rules: tuple[PrintRule, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """When to look again: `stated` by a source, the Friday `batch`, or `suggested` by this tool (then `ours`)."""

    kind: Literal["stated", "batch", "suggested"]
    deadline: workdays.Deadline
    text_zh: str
    source: str
    as_of: str
    confidence: str
    ours: bool


def online_way(situation: Situation) -> OnlineWay | None:
    """The way without paper, None where paper is needed or the customer has not been asked yet.

    For the own filing: the provider's system where the customer can log in or the provider can be reached; for a hollow
    subject of the eleven provinces, adding a service without deregistering. Jiangsu's single websites have none.
    """
    if situation.relation != "own":
        return None
    if not situation.hollow:
        if situation.can_log_in is not True and situation.provider_known is not True:
            return None
        if situation.province == "jiangsu" and situation.scope == "site":
            return None
    for rule in common().online:
        if _holds(rule.when, situation):
            days = rule.days or {}
            notes = rule.notes_zh
            sure = not situation.hollow and situation.can_log_in is True
            if not situation.hollow and not sure:
                notes = ("先找原接入服务商找回登录账号，再按步骤办理", *notes)
            return OnlineWay(
                rule.code,
                rule.title_zh,
                sure,
                rule.steps,
                str(days.get("text_zh", "")),
                str(days.get("source", "")),
                str(days.get("as_of", "")),
                notes,
            )
    return None


def restrictions(situation: Situation) -> tuple[Restriction, ...]:
    """What the province refuses, warns of or wants known, the gravest first."""
    found = [
        Restriction(rule.code, rule.severity, rule.text_zh, rule.source, rule.as_of, rule.confidence)
        for rule in situation.rules.restrictions
        if _holds(rule.when, situation)
    ]
    if (
        situation.relation == "own"
        and not situation.hollow
        and situation.can_log_in is situation.provider_known is None
    ):
        found.append(
            Restriction(
                "ask_for_login",
                "warn",
                "先问客户能否登录原接入服务商的备案系统、是否还记得接入服务商：能登录的线上注销，不用交纸质材料。",
                "本工具的建议",
                "",
                _OURS,
            )
        )
    if situation.relation == "own" and situation.ground == "domain":
        found.append(
            Restriction(
                "own_by_domain",
                "warn",
                "注销本单位（本人）的备案一般按“主体依据”申请；“域名依据”是域名持有者申请注销他人备案用的。",
                "http://myzitong.com/article/sghep.html",
                "after 2020",
                "third-party",
            )
        )
    gravity = {"stop": 0, "warn": 1, "info": 2}
    return tuple(sorted(found, key=lambda each: gravity[each.severity]))


def enclosures(situation: Situation) -> tuple[Enclosure, ...]:
    """The papers in posting order, the form first.

    The province's own list where it names one for the case, the generic list otherwise; then this tool's suggestions for
    an agent and a changed name, where the province says nothing of them.
    """
    pack, shared = situation.rules, common()
    case = _case(situation)
    own = pack.own_enclosures.get(case)
    rules = own or (pack.enclosure_rules if case in pack.enclosures_for else shared.enclosure_rules)
    found = [_enclosure(rule, situation) for rule in rules if _holds(rule.when, situation)]
    if (own or case not in pack.enclosures_for) and pack.form_title:
        found = [replace(each, title_zh=pack.form_title) if each.kind == "application_form" else each for each in found]
    present = {each.kind for each in found}
    found += [
        replace(_enclosure(rule, situation), ours=True)
        for rule in shared.suggestions
        if rule.kind not in present and _holds(rule.when, situation)
    ]
    return tuple(sorted(found, key=lambda each: POSTING_ORDER.index(each.kind)))


def free_letter(situation: Situation) -> FreeLetter | None:
    """The letter that may stand for the form when deregistering the own filing; Shandong only."""
    return situation.rules.letter if situation.relation == "own" else None


def signature(situation: Situation) -> Signature:
    """Who seals and signs: units seal, persons sign."""
    said = common().signatures[situation.applicant_kind]
    text = str(said["text_zh"])
    seal, sign = bool(said["seal"]), bool(said["sign"])
    if _case(situation) in (*situation.rules.enclosures_for, *situation.rules.own_enclosures):
        form = enclosures(situation)[0]
        return Signature(seal, sign, text, form.source, form.as_of, form.confidence)
    return Signature(seal, sign, text, str(said["source"]), str(said["as_of"]), str(said["confidence"]))


def channel(situation: Situation) -> Delivery:
    """How and where the packet is handed in, how long it takes, and what the form asks of the paper."""
    pack = situation.rules
    time = processing(situation)
    printable = [each for each in pack.addresses if each.printable]
    return Delivery(
        channel=pack.channel or common().channel_unknown,
        superseded=tuple(each for each in pack.channels if not each.leading),
        address=pack.address,
        other_addresses=tuple(each for each in printable if each is not pack.address),
        phones=tuple(each for each in pack.phones if each.printable),
        processing=time,
        days_zh=f"{time.text_zh}（{as_of_zh(time.as_of)}，{confidence_zh(time.confidence)}）"
        if time
        else "没有资料写明办理时间，以该省申请表上的说明为准",
        print_rules=pack.print_rules,
    )


def print_rules(situation: Situation) -> tuple[PrintRule, ...]:
    """What the province's form asks of paper, ink and seal; empty where nothing was seen."""
    return situation.rules.print_rules


def processing(situation: Situation) -> Processing | None:
    """The time a source states for this case: the province's own, else that of hollow subjects, else None."""
    own = situation.rules.processing
    if own is not None:
        return own
    return next((time for when, time in common().processing if _holds(when, situation)), None)


def follow_up(situation: Situation, submitted: date) -> FollowUp:
    """When to look at the public query again, counted from the day the papers were handed in."""
    time = processing(situation)
    if time is None:
        advice = common().follow_up
        return FollowUp(
            "suggested",
            workdays.add_working_days(submitted, int(advice["working_days"])),
            str(advice["text_zh"]),
            str(advice["source"]),
            str(advice["as_of"]),
            _OURS,
            ours=True,
        )
    if time.unit == "friday_batch":
        deadline, kind = workdays.next_friday_batch(submitted), "batch"
    else:
        deadline, kind = workdays.add_working_days(submitted, time.max), "stated"
    return FollowUp(
        "batch" if kind == "batch" else "stated",
        deadline,
        time.text_zh,
        time.source,
        time.as_of,
        time.confidence,
        False,
    )


def ask_by_phone(situation: Situation, posted: date) -> tuple[workdays.Deadline, Phone] | None:
    """The day the administration may be rung after posting, and its number; Shandong only."""
    pack = situation.rules
    time = next((each for each in pack.processing_times if each.unit == "ask_after_working_days"), None)
    phone = next((each for each in pack.phones if each.printable), None)
    if time is None or phone is None:
        return None
    return workdays.add_working_days(posted, time.max), phone


def _case(situation: Situation) -> str:
    """The name packs have for who applies against what: own_unit, other_unit, individual."""
    return "individual" if situation.applicant_kind == "individual" else f"{situation.relation}_unit"


def _enclosure(rule: EnclosureRule, situation: Situation) -> Enclosure:
    waived = rule.waived_when is not None and _holds(rule.waived_when, situation)
    return Enclosure(
        kind=rule.kind,
        title_zh=rule.title_zh,
        required=rule.required and not waived,
        form=rule.form,
        sealed=rule.sealed,
        signed=rule.signed,
        sides=rule.sides,
        note_zh=rule.note_zh,
        source=rule.source,
        as_of=rule.as_of,
        confidence=rule.confidence,
        write_into_reason_zh=rule.write_into_reason_zh if waived else "",
        alternatives=rule.alternatives,
    )


def _holds(when: Mapping[str, object], situation: Situation) -> bool:
    """Whether a rule's `when` describes the situation; "unknown" stands for None, an absent key for any."""
    for name, wanted in when.items():
        if name == "hollow_may_add_service":
            found: object = situation.rules.hollow_may_add_service
        else:
            found = getattr(situation, name)
        if found != (None if wanted == "unknown" else wanted):
            return False
    return True
