"""Reads RDAP answers (RFC 9083, redaction by RFC 9537): the same facts as WHOIS gives, from JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from app.lookups.registered import Found, Known, Registration, date_of, hints_of, holder_of

LARGEST = 1024 * 1024
_DEEPEST = 4


def read_rdap(
    body: bytes, status: int, domain: str, *, server: str, asked_at: datetime, milliseconds: int = 0
) -> Registration:
    """Reads the answer to a question about `domain` (ASCII); `status` is the HTTP status."""

    def ended(known: Known, why: str, *lines: str) -> Registration:
        return Registration(domain, known, why, "rdap", server, asked_at, milliseconds, lines=lines)

    data = _parsed(body)
    if status == 404:
        # A registry's own "no such object" is JSON and says so; a web server's page about a wrong path is not.
        if data is not None and (data.get("errorCode") == 404 or data.get("rdapConformance")):
            return ended(Known.ABSENT, "not_registered", f"HTTP 404 {str(data.get('title', ''))[:80]}".strip())
        return ended(Known.UNKNOWN, "unreadable", "HTTP 404")
    if status in (401, 403, 429, 503):
        return ended(Known.UNKNOWN, "blocked", f"HTTP {status}")
    if status != 200:
        return ended(Known.UNKNOWN, "server_error", f"HTTP {status}")
    if data is None:
        return ended(Known.UNKNOWN, "unreadable" if body.strip() else "empty")
    if data.get("objectClassName") != "domain":
        return ended(Known.UNKNOWN, "blocked" if data.get("errorCode") else "unreadable")
    name = str(data.get("ldhName", "")).rstrip(".").lower()
    if name != domain.lower():
        return ended(Known.UNKNOWN, "another_name", name[:253])
    statuses = tuple(str(each)[:80] for each in _list(data.get("status")))
    redacted = " ".join(str(each.get("name", "")) for each in _dicts(data.get("redacted")))
    holder = _holder(data, redacted)
    registrar = next((_card(each)[0] for each in _entities(data, "registrar")), "")
    events = {str(each.get("eventAction")): str(each.get("eventDate", "")) for each in _dicts(data.get("events"))}
    expires = date_of(events.get("expiration", ""))
    lines = [f"ldhName {name}"]
    lines += [f"status {each}" for each in statuses]
    lines += [f"{action} {when}" for action, when in events.items() if action in ("registration", "expiration")]
    lines += [f"registrant {holder.value}"] if holder.value else []
    lines += [f"registrar {registrar}"] if registrar else []
    return Registration(
        domain=domain,
        known=Known.FACT,
        why="",
        protocol="rdap",
        server=server,
        asked_at=asked_at,
        milliseconds=milliseconds,
        holder=holder,
        registrar=Found.fact(registrar[:200]) if registrar else Found.unknown("not_said"),
        created=date_of(events.get("registration", "")),
        expires=expires,
        statuses=statuses,
        hints=hints_of(statuses) + (("privacy",) if holder.why in ("redacted", "proxy") else ()),
        lines=tuple(line[:300] for line in lines),
    )


def _parsed(body: bytes) -> dict[str, Any] | None:
    try:
        data = json.loads(body[:LARGEST].decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _holder(data: dict[str, Any], redacted: str) -> Found[str]:
    for entity in _entities(data, "registrant"):
        name, unit = _card(entity)
        found = [holder_of(text) for text in (unit, name) if text]
        fact = next((each for each in found if each.known is Known.FACT), None)
        if fact is not None:
            return fact
        if found:
            return found[0]
        notes = " ".join(str(each.get("title", "")) for each in _dicts(entity.get("remarks")))
        if "registrant" in redacted.lower() or "redact" in notes.lower():
            return Found.unknown("redacted")
    return Found.unknown("redacted" if "registrant" in redacted.lower() else "not_said")


def _entities(data: dict[str, Any], role: str, depth: int = 0) -> Iterator[dict[str, Any]]:
    for entity in _dicts(data.get("entities")):
        if role in _list(entity.get("roles")):
            yield entity
        if depth < _DEEPEST:
            yield from _entities(entity, role, depth + 1)


def _card(entity: dict[str, Any]) -> tuple[str, str]:
    """(name, organisation) of an entity's jCard (RFC 7095)."""
    card = _list(entity.get("vcardArray"))
    found = {"fn": "", "org": ""}
    for line in _list(card[1]) if len(card) > 1 else []:
        if isinstance(line, list) and len(line) > 3 and line[0] in found and not found[line[0]]:
            value = line[3]
            found[line[0]] = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return found["fn"].strip(), found["org"].strip()


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _dicts(value: object) -> Iterator[dict[str, Any]]:
    return (each for each in _list(value) if isinstance(each, dict))
