"""Answers of the network as plain values, as evidence keeps them; and the day it is in China."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from app.lookups.dns import DnsAnswer
from app.lookups.registered import Found, Registration

_CHINA = timezone(timedelta(hours=8))


def local_day(moment: datetime) -> date:
    """The calendar day in China, by which registrations run out and administrations count."""
    return moment.astimezone(_CHINA).date()


def answer_json(answer: DnsAnswer) -> dict[str, Any]:
    """One DNS answer; what is empty is left out."""
    told: dict[str, Any] = {
        "resolver": answer.resolver,
        "name": answer.name,
        "record": answer.record,
        "status": str(answer.status),
        "at": answer.asked_at.isoformat(timespec="seconds"),
        "ms": answer.milliseconds,
    }
    more = {
        "addresses": list(answer.addresses),
        "chain": list(answer.chain) if len(answer.chain) > 1 else [],
        "ttl": answer.ttl,
        "proven": answer.proven,
        "extended_errors": list(answer.extended_errors),
        "transport": answer.transport if answer.transport == "tcp" else "",
    }
    return told | {name: value for name, value in more.items() if value}


def registration_json(told: Registration) -> dict[str, Any]:
    """One registry's answer; what is empty is left out."""
    kept: dict[str, Any] = {
        "known": str(told.known),
        "protocol": told.protocol,
        "server": told.server,
        "at": told.asked_at.isoformat(timespec="seconds"),
        "ms": told.milliseconds,
        "holder": _found(told.holder),
        "registrar": _found(told.registrar),
        "created": _found(told.created),
        "expires": _found(told.expires),
    }
    more = {"why": told.why, "statuses": list(told.statuses), "hints": list(told.hints), "lines": list(told.lines)}
    return kept | {name: value for name, value in more.items() if value}


def _found(found: Found[Any]) -> Any:
    """The value, or in a list why there is none."""
    if found.value is None:
        return [found.why]
    return found.value.isoformat() if isinstance(found.value, date) else found.value
