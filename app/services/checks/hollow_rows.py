"""One domain's line of the hollow-site check: from the answers of the network to what is kept, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.lookups.dns import ABSENT, DnsAnswer, DnsStatus
from app.lookups.networks import Networks
from app.lookups.registered import Known, Registration
from app.models.evidence import EvidenceRow
from app.rules.hollow import HollowReason, HollowVerdict, SeenAddress, Validity, View, expired
from app.services.checks.observed import answer_json, registration_json
from app.services.checks.runs import CheckTarget


@dataclass(frozen=True, slots=True)
class HollowRow:
    """One domain's line in the table of results. `views` holds what each resolver by itself would say."""

    id: int | None
    domain: str
    outcome: str
    reason: HollowReason
    resolution: str
    validity: str
    addresses: tuple[str, ...]
    places: tuple[str, ...]
    aliases: tuple[str, ...]
    views: tuple[tuple[str, str], ...]
    answers: tuple[dict[str, Any], ...]
    registration: tuple[dict[str, Any], ...]
    seen_at: datetime
    expires_at: datetime | None
    site_id: int | None
    subject_id: int | None
    case_id: int | None


def validity_of(told: Sequence[Registration], today: date) -> Validity:
    """Whether the registries say that a domain has lapsed; sources that disagree establish nothing."""
    found = {_validity(each, today) for each in told} - {"unknown"}
    if len(found) == 1:
        return Validity("fail" if "fail" in found else "pass", True)
    return Validity("unknown", True)


def _validity(told: Registration, today: date) -> str:
    if told.known is Known.ABSENT:
        return "fail"
    if told.known is not Known.FACT:
        return "unknown"
    if {"redemption", "pending_delete"}.intersection(told.hints):
        return "fail"
    return expired(told.expires.value, today)


def views_of(answers: Sequence[DnsAnswer], networks: Networks) -> list[View]:
    """A and AAAA of each resolver put together."""
    by_resolver: dict[str, list[DnsAnswer]] = {}
    for answer in answers:
        by_resolver.setdefault(answer.resolver, []).append(answer)
    views = []
    for resolver, both in by_resolver.items():
        addresses = dict.fromkeys(address for answer in both for address in answer.addresses)
        places = [networks.find(address) for address in addresses]
        absent = [answer for answer in both if answer.status in ABSENT]
        views.append(
            View(
                resolver,
                tuple(SeenAddress(each.address, each.place, each.use == "shield", each.special) for each in places),
                sum(1 for answer in both if answer.status is DnsStatus.ADDRESSES),
                len(absent),
                bool(absent) and any(answer.proven for answer in absent),
            )
        )
    return views


def observed_of(
    judged: HollowVerdict, answers: Sequence[DnsAnswer], told: Sequence[Registration], networks: Networks
) -> dict[str, Any]:
    """What is kept of one domain: the verdict and every answer it stands on."""
    addresses = list(dict.fromkeys(address for answer in answers for address in answer.addresses))
    return {
        "reason": str(judged.reason),
        "resolution": [judged.resolution.outcome, str(judged.resolution.reason)],
        "views": [[resolver, str(reason)] for resolver, reason in judged.resolution.views],
        "validity": [judged.validity.outcome, judged.validity.looked],
        "addresses": addresses,
        "places": [networks.find(address).place or "" for address in addresses],
        "aliases": list(dict.fromkeys(name for answer in answers for name in answer.chain[1:])),
        "answers": [answer_json(answer) for answer in answers],
        "registration": [registration_json(each) for each in told],
    }


def row_of_evidence(row: EvidenceRow) -> HollowRow:
    """The line of one piece of kept evidence."""
    target = CheckTarget(
        row.observed["ascii"], row.observed["domain"], row.observed["suffix"], row.site_id, row.subject_id
    )
    return row_of(row.id, target, row.outcome, row.observed, row.seen_at, row.expires_at, row.case_id)


def row_of(
    row_id: int | None, target: CheckTarget, outcome: str, observed: Any, seen_at: datetime,
    expires_at: datetime | None, case_id: int | None
) -> HollowRow:  # fmt: skip
    """The line of what was observed."""
    return HollowRow(
        id=row_id,
        domain=target.unicode,
        outcome=outcome,
        reason=HollowReason(observed["reason"]),
        resolution=observed["resolution"][0],
        validity=observed["validity"][0],
        addresses=tuple(observed["addresses"]),
        places=tuple(observed["places"]),
        aliases=tuple(observed["aliases"]),
        views=tuple((resolver, reason) for resolver, reason in observed["views"]),
        answers=tuple(observed["answers"]),
        registration=tuple(observed["registration"]),
        seen_at=seen_at,
        expires_at=expires_at,
        site_id=target.site_id,
        subject_id=target.subject_id,
        case_id=case_id,
    )
