"""The 31 provinces: who keeps their filings and what the program ships of deregistering one there, each fact with its source.

One TOML file per province under `resources/provinces/`, loaded when first asked for; `common.toml` holds what is said of
all. A fact keeps its source, date and confidence. Doubtful facts (historic, or from pages that read like filler) stay in
`facts` so that they can be shown as such, but no structured part that goes on paper (`address`, `phones`, `processing`,
`channels`) hands them out as printable.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from app.resources import resource
from app.rules.filing_numbers import FilingNumber, parse_filing_number
from app.rules.packs import (
    Address,
    Channel,
    Common,
    EnclosureRule,
    Fact,
    FreeLetter,
    Link,
    OnlineRule,
    OnlineStep,
    Phone,
    PrintRule,
    Processing,
    Province,
    ProvinceFacts,
    RestrictionRule,
    as_of_zh,
    confidence_zh,
    source_zh,
)
from app.rules.prefixes import PROVINCE_OF_LETTER

__all__ = [
    "Address",
    "Channel",
    "Common",
    "EnclosureRule",
    "Fact",
    "FreeLetter",
    "Link",
    "OnlineRule",
    "OnlineStep",
    "Phone",
    "PrintRule",
    "Processing",
    "Province",
    "ProvinceFacts",
    "RestrictionRule",
    "as_of_zh",
    "common",
    "confidence_zh",
    "province",
    "province_by_prefix",
    "province_keys",
    "province_of",
    "provinces",
    "shipped_facts",
    "source_zh",
]


def provinces() -> tuple[Province, ...]:
    """All 31, in the order of GB/T 2260."""
    return tuple(province(key) for key in PROVINCE_OF_LETTER.values())


def province_keys() -> tuple[str, ...]:
    """The keys of all 31, in the order of GB/T 2260, without opening a file."""
    return tuple(PROVINCE_OF_LETTER.values())


@lru_cache(maxsize=64)
def province(key: str) -> Province:
    """One province by its key: its names and its administration.

    Raises:
        KeyError: no province has that key (a bug: keys come from filing numbers).
    """
    facts = shipped_facts(key)
    return Province(**{each.name: getattr(facts, each.name) for each in fields(Province)})


@lru_cache(maxsize=64)
def shipped_facts(key: str) -> ProvinceFacts:
    """What the program ships of a province. Whoever acts on it asks `app.rules.in_force`, where a desk's own rules lead.

    Raises:
        KeyError: no province has that key.
    """
    if key not in _KEYS:
        raise KeyError(key)
    data = _load(key)
    hollow = data["hollow"]
    portal = data.get("filing_portal")
    if portal:
        portal = {"url": portal["host"], **{name: portal[name] for name in ("source", "confidence", "as_of")}}
    return ProvinceFacts(
        **{name: data[name] for name in ("key", "code", "name", "name_zh", "prefix", "filing_prefix", "region")},
        authority=data["authority"],
        form_evidence=data["form_evidence"],
        enclosures_for=frozenset(data.get("enclosures_for", ())),
        website=_read(Link, data["website"]) if "website" in data else None,
        filing_portal=_read(Link, portal) if portal else None,
        sms_pilot=data["sms"]["pilot"],
        sms_since=data["sms"].get("since"),
        sms_nationwide_since=data["sms"]["nationwide_since"],
        hollow_may_add_service=hollow["may_add_service"],
        hollow_source=Link("", hollow["source"], hollow["confidence"], hollow["as_of"]),
        channels=_all(Channel, data, "channel"),
        addresses=_all(Address, data, "address"),
        phones=_all(Phone, data, "phone"),
        processing_times=_all(Processing, data, "processing"),
        print_rules=_all(PrintRule, data, "print_rule"),
        restrictions=_all(RestrictionRule, data, "restriction"),
        enclosure_rules=_all(EnclosureRule, data, "enclosure"),
        letter=_read(FreeLetter, data["letter"]) if "letter" in data else None,
        facts=_all(Fact, data, "fact"),
        own_enclosures=MappingProxyType({}),
    )


def province_by_prefix(letter: str) -> Province:
    """The province whose filing numbers open with this letter (KeyError for any other)."""
    return province(PROVINCE_OF_LETTER[letter])


def province_of(number: FilingNumber | str) -> Province | None:
    """The province that keeps this filing; None for a value-added licence, which no province's form deals with.

    Raises:
        UserError: a text that is no filing number.
    """
    parsed = parse_filing_number(number) if isinstance(number, str) else number
    return province(parsed.province) if parsed.province else None


@lru_cache(maxsize=1)
def common() -> Common:
    """What holds for every province."""
    data = _load("common")
    return Common(
        facts=_all(Fact, data, "fact"),
        processing=tuple(
            (_frozen(each.pop("when")), _read(Processing, each)) for each in (dict(one) for one in data["processing"])
        ),
        follow_up=_frozen(data["follow_up"]),
        channel_unknown=Channel(kind="unknown", leading=True, **data["channel_unknown"]),
        signatures=_frozen(data["signature"]),
        enclosure_rules=_all(EnclosureRule, data, "enclosure"),
        suggestions=_all(EnclosureRule, data, "suggestion"),
        online=tuple(
            OnlineRule(
                code=way["code"],
                title_zh=way["title_zh"],
                when=_frozen(way["when"]),
                notes_zh=tuple(way["notes_zh"]),
                steps=tuple(OnlineStep(**step) for step in way["step"]),
                days=_frozen(way["days"]) if "days" in way else None,
            )
            for way in data["online_way"]
        ),
    )


_KEYS = frozenset(PROVINCE_OF_LETTER.values())


def _load(key: str) -> dict[str, Any]:
    # read whole, then parsed: tomllib has no faster way, and one province takes about a millisecond
    return tomllib.loads(resource("provinces", f"{key}.toml").read_text(encoding="utf-8"))


def _all(kind: type[Any], data: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    return tuple(_read(kind, each) for each in data.get(name, ()))


def _read(kind: type[Any], values: Mapping[str, Any]) -> Any:
    """A record from a table; a key the record does not know is a mistake in the file and raises."""
    known = {each.name for each in fields(kind)}
    unknown = set(values) - known
    if unknown:
        raise ValueError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    return kind(**{name: _frozen(value) for name, value in values.items()})


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return MappingProxyType({name: _frozen(each) for name, each in value.items()})
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    return value
