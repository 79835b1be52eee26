"""The records that a province's file is read into; `app.rules.provinces` reads them.

Every record carries its source, how far it is trusted (`confidence`: provider-doc, third-party, or ours for advice of this
tool) and the date it speaks of (`as_of`, as precise as the source was).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Severity = Literal["stop", "warn", "info"]

_CONFIDENCE_ZH = {
    "official": "管局原文",
    "provider-doc": "接入服务商文档",
    "third-party": "第三方网页",
    "ours": "本工具的建议",
    "unknown": "来源不明",
}
_AS_OF_WORDS = {"before": "{}年以前", "after": "{}年以后", "about": "约{}年", "undated": "未注明日期"}


def confidence_zh(confidence: str) -> str:
    """How far a source is trusted, for paper and guidance."""
    return _CONFIDENCE_ZH[confidence]


def as_of_zh(as_of: str) -> str:
    """The date a source speaks of, for paper and guidance: `before 2019` is 2019年以前; a plain date stays."""
    plain = re.sub(r"\s*\([^)]*\)$", "", as_of)
    word, _, year = plain.partition(" ")
    return _AS_OF_WORDS[word].format(year.replace("-", "—")) if word in _AS_OF_WORDS else plain


def source_zh(source: str) -> str:
    """A source as it is named on paper and in guidance: short, in Chinese, still enough to find it by.

    The whole text stays in the data. `github owner/name @commit: folder/page.md` is owner/name《page》; a stored page
    without an address goes by its title.
    """
    return "；".join(_one_source_zh(each) for each in source.split("; "))


def _one_source_zh(source: str) -> str:
    if found := re.fullmatch(r"stored public page without address, title (.+?)(?: \(.*\))?", source):
        return f"留存网页《{found[1]}》（无网址）"
    if found := re.fullmatch(r"seed document: .*?version (\d{4})(\d{2})(\d{2})(?:, (.+))?", source):
        return f"备案信息维护手册 {found[1]}-{found[2]}-{found[3]} 版{' ' + found[4] if found[4] else ''}"
    if found := re.fullmatch(r"github (\S+) @\w+[^:]*: (?:.*/)?(.+?)\.md(?: \(dated [^)]*\))?", source):
        return f"{found[1]}《{found[2]}》"
    return source


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
class RestrictionRule:
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
    """One province: how it is called, how its numbers open, who keeps its filings. What its rules say is not here."""

    key: str
    code: str
    name: str
    name_zh: str
    prefix: str
    filing_prefix: str
    region: str
    authority: str


@dataclass(frozen=True, slots=True)
class ProvinceFacts(Province):
    """One province and everything known of it; `app.rules.in_force` hands them out."""

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
    restrictions: tuple[RestrictionRule, ...]
    enclosure_rules: tuple[EnclosureRule, ...]
    letter: FreeLetter | None
    facts: tuple[Fact, ...]
    own_enclosures: Mapping[str, tuple[EnclosureRule, ...]]
    """Papers that a desk named for a case (own_unit, other_unit, individual) in place of the shipped ones."""

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
