"""Is a filed site hollow (空壳网站), and what to do; the hollow subject (空壳主体) is another thing and kept apart.

A site is not hollow when two things hold at once: its domain resolves to addresses of the access provider on the
mainland (Hong Kong does not count), and the domain has not lapsed. One failing makes it hollow; what is not
established leaves the verdict open. Sources and dates stand in `resources/domain_verification.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, Literal

from app.resources import read_toml

Outcome = Literal["pass", "fail", "unknown"]
Place = Literal["mainland", "hong_kong", "overseas"]

REPLY = "hollow_site_rectification.request_materials"
PROCEDURE = "hollow_site_rectification"
SUBJECT_PROCEDURE = "deregister_offline_hollow_subject"
ADD_SERVICE = "add_site"
SUBJECT_REPLY = "deregister_offline_hollow_subject.request_materials"


class HollowReason(StrEnum):
    """Why the verdict is what it is; each has its sentence under `checks.reason_…`."""

    RESOLVES_TO_PROVIDER = "resolves_to_provider"
    HONG_KONG = "hong_kong"
    OVERSEAS = "overseas"
    OTHER_NETWORK = "other_network"
    NO_RECORDS = "no_records"
    LAPSED = "lapsed"
    NO_RANGES = "no_ranges"
    NOT_LISTED = "not_listed"
    SHIELD = "shield"
    SPECIAL_ADDRESS = "special_address"
    MIXED = "mixed"
    SPLIT = "split"
    UNPROVEN = "unproven"
    NOT_ANSWERED = "not_answered"
    ONLY_SUBDOMAIN = "only_subdomain"
    VALIDITY_NOT_LOOKED_AT = "validity_not_looked_at"
    VALIDITY_UNKNOWN = "validity_unknown"


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence of the rules with its origin; the markers say how it stands beside other sources."""

    text_zh: str
    source: str
    as_of: str
    newest: bool = False
    superseded: bool = False
    contradiction: bool = False
    other_provider: bool = False
    open_question: bool = False


@dataclass(frozen=True, slots=True)
class SeenAddress:
    """One address and whose it is: `place` None when no listed network holds it."""

    address: str
    place: Place | None
    shield: bool
    special: bool


@dataclass(frozen=True, slots=True)
class View:
    """What one resolver shows of one name: A and AAAA together.

    `answered` and `absent` count the record kinds (0 to 2) that brought addresses, and that were said not to exist;
    what is missing to two could not be established. `proven` says that an absence came with the zone's own word.
    """

    resolver: str
    addresses: tuple[SeenAddress, ...]
    answered: int
    absent: int
    proven: bool


@dataclass(frozen=True, slots=True)
class ResolutionVerdict:
    """The first condition alone."""

    outcome: Outcome
    reason: HollowReason
    #: What each resolver by itself would say, kept apart.
    views: tuple[tuple[str, HollowReason], ...]


@dataclass(frozen=True, slots=True)
class Validity:
    """The second condition: has the domain lapsed? `looked` is False when nobody asked."""

    outcome: Outcome
    looked: bool


@dataclass(frozen=True, slots=True)
class HollowVerdict:
    """Both conditions together: `outcome` pass is not hollow, fail is hollow."""

    outcome: Outcome
    reason: HollowReason
    resolution: ResolutionVerdict
    validity: Validity
    why: tuple[Cited, ...]
    remedies: tuple[Cited, ...]
    procedure: str
    reply_id: str


class SubjectReason(StrEnum):
    """Why a subject is, or is not, hollow; each has its sentence under `checks.subject_…`."""

    RECORDED = "recorded"
    ALL_DEREGISTERED = "all_deregistered"
    ALL_CANCELLED = "all_cancelled"
    NONE_RECORDED = "none_recorded"
    DISAGREES = "disagrees"
    STATE_OPEN = "state_open"
    DEREGISTERED = "deregistered"
    SERVICES_LEFT = "services_left"


SUBJECT_OUTCOMES: Mapping[SubjectReason, Outcome] = {
    SubjectReason.RECORDED: "fail",
    SubjectReason.ALL_DEREGISTERED: "fail",
    SubjectReason.ALL_CANCELLED: "unknown",
    SubjectReason.NONE_RECORDED: "unknown",
    SubjectReason.DISAGREES: "unknown",
    SubjectReason.STATE_OPEN: "unknown",
    SubjectReason.DEREGISTERED: "pass",
    SubjectReason.SERVICES_LEFT: "pass",
}
"""What each reason amounts to: only a subject of which no service is left is hollow."""


@dataclass(frozen=True, slots=True)
class Services:
    """What is recorded of a subject's sites, apps, mini programs and quick apps.

    `live` are active and not cancelled, `cancelled` not deregistered but without access here.
    """

    total: int
    deregistered: int
    cancelled: int
    live: int


@dataclass(frozen=True, slots=True)
class HollowSubjectVerdict:
    """Whether a subject has any service left, and how to get out of it; `procedure` is empty where nothing is to be done."""

    outcome: Outcome
    reason: SubjectReason
    may_add_service: bool
    remedies: tuple[Cited, ...]
    consequences: tuple[Cited, ...]
    procedure: str


_FAILING = (HollowReason.HONG_KONG, HollowReason.OVERSEAS, HollowReason.OTHER_NETWORK, HollowReason.NO_RECORDS)


def judge_resolution(
    views: Sequence[View], *, ranges_known: bool, complete: bool, subdomain: Sequence[View] = ()
) -> ResolutionVerdict:
    """The first condition from what the resolvers show.

    It holds when at least one resolver establishes it and none establishes anything else. It fails only when every
    resolver that was asked establishes a failure: accusing a customer needs more than one silent server. `subdomain`
    is what they show of a name below (such as www) when the name itself does not lead to the provider.
    """
    single = tuple((view.resolver, _of_view(view, ranges_known, complete)) for view in views)
    reasons = [reason for _, reason in single]
    good = [each for each in reasons if each is HollowReason.RESOLVES_TO_PROVIDER]
    bad = [each for each in reasons if each in _FAILING or each is HollowReason.UNPROVEN]
    if good and not bad and set(reasons) <= {HollowReason.RESOLVES_TO_PROVIDER, HollowReason.NOT_ANSWERED}:
        return ResolutionVerdict("pass", HollowReason.RESOLVES_TO_PROVIDER, single)
    if good and bad:
        return ResolutionVerdict("unknown", HollowReason.SPLIT, single)
    if not reasons or len(bad) < len(reasons):
        open_reasons = [each for each in reasons if each not in bad and each not in good]
        if bad and open_reasons and set(open_reasons) == {HollowReason.NOT_ANSWERED}:
            return ResolutionVerdict("unknown", HollowReason.NOT_ANSWERED, single)
        first = open_reasons[0] if open_reasons else HollowReason.NOT_ANSWERED
        return ResolutionVerdict("unknown", first, single)
    absent = {HollowReason.NO_RECORDS, HollowReason.UNPROVEN}
    if set(reasons) <= absent:
        # A cache may leave the proof out; two resolvers that agree, or one with proof, are enough.
        if HollowReason.NO_RECORDS not in reasons and len(reasons) < 2:
            return ResolutionVerdict("unknown", HollowReason.UNPROVEN, single)
        reason = HollowReason.NO_RECORDS
    elif set(reasons) & absent:
        return ResolutionVerdict("unknown", HollowReason.SPLIT, single)
    else:
        reason = next(each for each in _FAILING if each in reasons)
    if subdomain:
        below = judge_resolution(subdomain, ranges_known=ranges_known, complete=complete)
        if below.outcome == "pass":
            return ResolutionVerdict("unknown", HollowReason.ONLY_SUBDOMAIN, single)
    return ResolutionVerdict("fail", reason, single)


def judge_hollow(resolution: ResolutionVerdict, validity: Validity, *, access: str = "unknown") -> HollowVerdict:
    """Both conditions; `access` is the access state of the record: accessed, cancelled or unknown."""
    if validity.looked and validity.outcome == "fail":
        outcome: Outcome = "fail"
        reason = HollowReason.LAPSED
    elif resolution.outcome != "pass":
        outcome, reason = resolution.outcome, resolution.reason
    elif validity.outcome == "pass":
        outcome, reason = "pass", resolution.reason
    else:
        outcome = "unknown"
        reason = HollowReason.VALIDITY_UNKNOWN if validity.looked else HollowReason.VALIDITY_NOT_LOOKED_AT
    return HollowVerdict(
        outcome=outcome,
        reason=reason,
        resolution=resolution,
        validity=validity,
        why=_why(reason),
        remedies=() if outcome == "pass" else remedies(reason, access),
        procedure="domain_verification_fix" if reason is HollowReason.LAPSED else PROCEDURE,
        reply_id=REPLY if outcome == "fail" else "",
    )


def judge_hollow_subject(state: str, services: Services, *, may_add_service: bool) -> HollowSubjectVerdict:
    """空壳主体: whether any service is left, and the way out; where the province lets a site be added, that is shorter.

    Access that was cancelled here says nothing about other providers, and a subject without any recorded service may
    merely not be recorded in full: both stay open. `state` is the subject's own: active, hollow, deregistered, unknown.
    """
    reason = _subject_reason(state, services)
    outcome = SUBJECT_OUTCOMES[reason]
    if outcome == "pass":
        return HollowSubjectVerdict(outcome, reason, may_add_service, (), (), "")
    told = tuple(each for each in _rules().rectification if each.text_zh.startswith("空壳主体"))
    warnings = tuple(each for each in _rules().consequences if "空壳主体" in each.text_zh)
    procedure = ADD_SERVICE if may_add_service else SUBJECT_PROCEDURE
    return HollowSubjectVerdict(
        outcome, reason, may_add_service, told, warnings, procedure if outcome == "fail" else ""
    )


def _subject_reason(state: str, services: Services) -> SubjectReason:
    left = services.total - services.deregistered
    if state == "deregistered":
        return SubjectReason.DEREGISTERED
    if state == "hollow":
        return SubjectReason.DISAGREES if left else SubjectReason.RECORDED
    if not services.total:
        return SubjectReason.NONE_RECORDED
    if not left:
        return SubjectReason.ALL_DEREGISTERED
    if services.live:
        return SubjectReason.SERVICES_LEFT
    return SubjectReason.ALL_CANCELLED if services.cancelled == left else SubjectReason.STATE_OPEN


def remedies(reason: HollowReason, access: str) -> tuple[Cited, ...]:
    """What to do about a hollow site, the way that fits the access state first."""
    known = [each for each in _rules().rectification if not each.text_zh.startswith("空壳主体")]
    marks = {"accessed": "接入未取消", "cancelled": "接入已取消"}
    if reason is HollowReason.LAPSED:
        return _rules().lapsed
    if reason in (HollowReason.NO_RANGES, HollowReason.NOT_LISTED, HollowReason.VALIDITY_NOT_LOOKED_AT):
        return ()
    if access in marks:
        other = marks["cancelled" if access == "accessed" else "accessed"]
        known = [each for each in known if other not in each.text_zh]
    return tuple(known)


def consequences() -> tuple[Cited, ...]:
    """What follows when nothing is done, for the notice to the customer."""
    return _rules().consequences


def definitions() -> tuple[Cited, ...]:
    """What a hollow site and a hollow subject are."""
    return _rules().definition


@lru_cache(maxsize=1)
def evidence_days() -> dict[str, int]:
    """After how many days an observation is to be made again, by its kind: resolution, registration, certificate.

    Advice of this tool; no source asks for it.
    """
    life = read_toml("domain_verification.toml")["evidence_life"]
    return {name.removesuffix("_days"): days for name, days in life.items() if name.endswith("_days")}


def expired(expires_on: date | None, today: date) -> Outcome:
    """Whether a domain has run out; the day itself still counts."""
    return "unknown" if expires_on is None else "fail" if expires_on < today else "pass"


def _of_view(view: View, ranges_known: bool, complete: bool) -> HollowReason:
    """What one resolver by itself establishes."""
    if not view.addresses:
        if view.absent == 2:
            return HollowReason.NO_RECORDS if view.proven else HollowReason.UNPROVEN
        return HollowReason.NOT_ANSWERED
    if not ranges_known:
        return HollowReason.NO_RANGES
    found = {_of_address(each, complete) for each in view.addresses}
    if len(found) == 1:
        return found.pop()
    if found <= set(_FAILING):
        return next(each for each in _FAILING if each in found)
    return HollowReason.SHIELD if HollowReason.SHIELD in found else HollowReason.MIXED


def _of_address(each: SeenAddress, complete: bool) -> HollowReason:
    if each.place is None:
        if each.special:
            return HollowReason.SPECIAL_ADDRESS
        return HollowReason.OTHER_NETWORK if complete else HollowReason.NOT_LISTED
    if each.shield:
        return HollowReason.SHIELD
    if each.place == "mainland":
        return HollowReason.RESOLVES_TO_PROVIDER
    return HollowReason.HONG_KONG if each.place == "hong_kong" else HollowReason.OVERSEAS


_CASES = {
    HollowReason.RESOLVES_TO_PROVIDER: "本接入服务商的大陆节点 IP",
    HollowReason.HONG_KONG: "本接入服务商的中国香港节点",
    HollowReason.OVERSEAS: "本接入服务商的其他境外节点",
    HollowReason.OTHER_NETWORK: "其他接入服务商的大陆节点",
    HollowReason.NO_RECORDS: "没有解析记录",
    HollowReason.ONLY_SUBDOMAIN: "只有子域名解析到本家大陆服务器",
    HollowReason.SHIELD: "解析到 CDN、WAF、高防节点",
    HollowReason.LAPSED: "域名过期、实名信息不对等失效情况",
}
"""Which resolution case of the data file a reason cites."""


def _why(reason: HollowReason) -> tuple[Cited, ...]:
    case = _CASES.get(reason)
    return tuple(each for name, each in _rules().cases if name == case)


@dataclass(frozen=True, slots=True)
class _Rules:
    definition: tuple[Cited, ...]
    consequences: tuple[Cited, ...]
    rectification: tuple[Cited, ...]
    lapsed: tuple[Cited, ...]
    cases: tuple[tuple[str, Cited], ...]


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    data = read_toml("domain_verification.toml")
    hollow = data["hollow_site"]
    cases = tuple(
        (each["resolves_to"], cited({"text": f"解析到{each['resolves_to']}：{each['why']}", **each}))
        for each in hollow["resolution_case"]
    )
    validity = next(rule for rule in data["rule"] if rule["id"] == "domain_in_validity")
    return _Rules(
        definition=tuple(map(cited, hollow["definition"])),
        consequences=tuple(map(cited, hollow["rules"])),
        rectification=tuple(map(cited, hollow["rectification"])),
        lapsed=tuple(map(cited, validity["on_failure"])),
        cases=cases,
    )


def cited(data: dict[str, Any]) -> Cited:
    """A sentence of the data file with its origin and markers."""
    marks = ("newest", "superseded", "contradiction", "other_provider", "open_question")
    return Cited(data["text"], data["source"], data["as_of"], **{mark: bool(data.get(mark)) for mark in marks})
