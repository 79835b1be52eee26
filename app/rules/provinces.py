"""The 31 provinces: who keeps their filings and what is known of deregistering one there, each fact with its source.

One TOML file per province under `resources/provinces/`, loaded when first asked for; `common.toml` holds what is said of
all. A fact keeps its source, date and confidence. Doubtful facts (historic, or from pages that read like filler) stay in
`facts` so that they can be shown as such, but no structured part that goes on paper (`address`, `phones`, `processing`,
`channels`) hands them out as printable.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal

from app.resources import resource
from app.rules.filing_numbers import FilingNumber, parse_filing_number
from app.rules.prefixes import PROVINCE_OF_LETTER

Severity = Literal["stop", "warn", "info"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said of a province: `value` as the source has it, `text_zh` as a sentence for the agent."""

    key: str
    text_zh: str
    value: str | tuple[str, ...]
    source: str
    confidence: str
    as_of: str
    newest: bool
    doubtful: bool
    note: str = ""
    note_zh: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way of handing in; the leading one is the newest, the others are what it was before.

    `kind` is mail, fax, email, online, online_account, online_then_mail, contact, or unknown where nothing is said.
    """

    kind: str
    text_zh: str
    leading: bool
    source: str
    confidence: str
    as_of: str
    url: str = ""
    note_zh: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the papers are posted to; only `printable` ones may go on an envelope."""

    text: str
    leading: bool
    printable: bool
    source: str
    confidence: str
    as_of: str
    recipient: str = ""
    postcode: str = ""
    note_zh: str = ""


@dataclass(frozen=True, slots=True)
class Phone:
    """A number of the administration and what it is for."""

    number: str
    what_zh: str
    printable: bool
    source: str
    confidence: str
    as_of: str
    note_zh: str = ""


@dataclass(frozen=True, slots=True)
class Processing:
    """How long it takes, in `unit`: working_day, friday_batch, or ask_after_working_days (when to ring, no promise)."""

    min: int
    max: int
    unit: str
    text_zh: str
    leading: bool
    printable: bool
    source: str
    confidence: str
    as_of: str


@dataclass(frozen=True, slots=True)
class PrintRule:
    """What the form asks of paper and ink."""

    code: str
    text_zh: str
    source: str
    confidence: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Restriction:
    """What the province does not take, warns of, or wants known; `when` names the situation it holds in."""

    code: str
    severity: Severity
    text_zh: str
    source: str
    confidence: str
    as_of: str
    when: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class EnclosureRule:
    """A paper that a province asks for in the situations `when` describes."""

    kind: str
    title_zh: str
    when: Mapping[str, object]
    required: bool
    form: Literal["original", "copy"]
    sealed: bool
    signed: bool
    sides: int
    source: str
    confidence: str
    as_of: str
    note_zh: str = ""
    waived_when: Mapping[str, object] | None = None
    write_into_reason_zh: str = ""
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FreeLetter:
    """A letter in one's own words that the province takes instead of its form."""

    title: str
    must_contain: tuple[str, ...]
    enclosures_unit: tuple[str, ...]
    enclosures_individual: tuple[str, ...]
    source: str
    confidence: str
    as_of: str
    note_zh: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A page that a document names; none was opened."""

    url: str
    source: str
    confidence: str
    as_of: str = ""
    note_zh: str = ""


@dataclass(frozen=True, slots=True)
class Province:
    """One province and everything known of it."""

    key: str
    code: str
    name: str
    name_zh: str
    prefix: str
    filing_prefix: str
    region: str
    authority: str
    form_evidence: str
    enclosures_for: frozenset[str]
    website: Link | None
    filing_portal: Link | None
    sms_pilot: bool
    sms_since: date | None
    sms_nationwide_since: date
    hollow_may_add_service: bool
    hollow_source: Link
    channels: tuple[Channel, ...]
    addresses: tuple[Address, ...]
    phones: tuple[Phone, ...]
    processing_times: tuple[Processing, ...]
    print_rules: tuple[PrintRule, ...]
    restrictions: tuple[Restriction, ...]
    enclosure_rules: tuple[EnclosureRule, ...]
    letter: FreeLetter | None
    facts: tuple[Fact, ...]

    @property
    def address(self) -> Address | None:
        """The address to print, None where none is known with fair confidence."""
        return next((each for each in self.addresses if each.leading and each.printable), None)

    @property
    def processing(self) -> Processing | None:
        """The time the province's newest source states, None where none is stated."""
        return next((each for each in self.processing_times if each.leading and each.printable), None)

    @property
    def channel(self) -> Channel | None:
        """The newest way of handing in, None where none is known."""
        return next((each for each in self.channels if each.leading), None)

    @property
    def form_title(self) -> str | None:
        """The title of the province's form as the newest trustworthy source has it, None where it was not seen."""
        found = next((fact for fact in self.facts if fact.key == "form_title" and fact.newest), None)
        return str(found.value) if found else None

    @property
    def links(self) -> tuple[Link, ...]:
        """Pages of forms and guidance named by the sources, the newest first."""
        keys = ("form_page", "form_download", "form_download_2019", "online_page")
        found = [
            Link(str(fact.value), fact.source, fact.confidence, fact.as_of, fact.note_zh)
            for fact in self.facts
            if fact.key in keys and not fact.doubtful
        ]
        return tuple(sorted(found, key=lambda link: link.as_of, reverse=True))

    def facts_of(self, key: str) -> tuple[Fact, ...]:
        """Everything said under one key, newest first."""
        return tuple(sorted((fact for fact in self.facts if fact.key == key), key=lambda fact: not fact.newest))


@dataclass(frozen=True, slots=True)
class OnlineStep:
    """One step of an online way; `ours` marks advice of this tool."""

    n: int
    actor: str
    text_zh: str
    source: str
    as_of: str
    ours: bool


@dataclass(frozen=True, slots=True)
class OnlineRule:
    """A way that needs no paper, and the situation it is open in."""

    code: str
    title_zh: str
    when: Mapping[str, object]
    notes_zh: tuple[str, ...]
    steps: tuple[OnlineStep, ...]
    days: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class Common:
    """What holds for every province."""

    facts: tuple[Fact, ...]
    processing: tuple[tuple[Mapping[str, object], Processing], ...]
    follow_up: Mapping[str, Any]
    channel_unknown: Channel
    signatures: Mapping[str, Mapping[str, Any]]
    enclosure_rules: tuple[EnclosureRule, ...]
    suggestions: tuple[EnclosureRule, ...]
    online: tuple[OnlineRule, ...]


def provinces() -> tuple[Province, ...]:
    """All 31, in the order of GB/T 2260."""
    return tuple(province(key) for key in PROVINCE_OF_LETTER.values())


def province_keys() -> tuple[str, ...]:
    """The keys of all 31, in the order of GB/T 2260, without opening a file."""
    return tuple(PROVINCE_OF_LETTER.values())


@lru_cache(maxsize=64)
def province(key: str) -> Province:
    """One province by its key.

    Raises:
        KeyError: no province has that key (a bug: keys come from filing numbers).
    """
    if key not in _KEYS:
        raise KeyError(key)
    data = _load(key)
    hollow = data["hollow"]
    portal = data.get("filing_portal")
    if portal:
        portal = {"url": portal["host"], **{name: portal[name] for name in ("source", "confidence", "as_of")}}
    return Province(
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
        restrictions=_all(Restriction, data, "restriction"),
        enclosure_rules=_all(EnclosureRule, data, "enclosure"),
        letter=_read(FreeLetter, data["letter"]) if "letter" in data else None,
        facts=_all(Fact, data, "fact"),
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


def _read(kind: type[Any], values: Mapping[str, Any]) -> Any:  # noqa: ANN401
    """A record from a table; a key the record does not know is a mistake in the file and raises."""
    known = {each.name for each in fields(kind)}
    unknown = set(values) - known
    if unknown:
        raise ValueError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    return kind(**{name: _frozen(value) for name, value in values.items()})


def _frozen(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return MappingProxyType({name: _frozen(each) for name, each in value.items()})
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    return value
