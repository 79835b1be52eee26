"""The rules in force: what the program ships with a desk's own rules in front. The one door to what provinces ask.

Whoever acts on a rule (papers, problems, deadlines, checks, guidance) takes a `RulesInForce`; `SHIPPED` holds for a desk without
a store. Nothing here reads a store: a service hands the overlays in (`services.rules_in_force`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, cast

from app.rules.change_rules import DEREGISTRATION, Rule, deregistration_rules, leading, merged
from app.rules.packs import (
    Address,
    Channel,
    EnclosureRule,
    Fact,
    Phone,
    PrintRule,
    Processing,
    ProvinceFacts,
    RestrictionRule,
    Severity,
)
from app.rules.provinces import common, shipped_facts

FAIR = ("official", "provider-doc")
"""How far a source must be trusted before what it says is printed on paper."""

CHANNEL_KINDS = ("mail", "fax", "email", "online", "online_account", "online_then_mail", "contact")
SEVERITIES: tuple[Severity, ...] = ("stop", "warn", "info")
SITUATIONS: Mapping[str, tuple[str, object]] = {
    "own": ("relation", "own"),
    "other": ("relation", "other"),
    "by_subject": ("ground", "subject"),
    "by_domain": ("ground", "domain"),
    "whole_subject": ("scope", "subject"),
    "one_site": ("scope", "site"),
    "unit": ("applicant_kind", "unit"),
    "individual": ("applicant_kind", "individual"),
    "hollow": ("hollow", True),
}
"""What a restriction of one's own can be limited to, and what that means in a `Situation`."""
ATTACHMENTS: Mapping[str, str] = {
    "attachments_own_unit": "own_unit",
    "attachments_other_unit": "other_unit",
    "attachments_individual": "individual",
}
"""Rules that name the papers of a case."""
FRIDAY = "friday_batch"


@dataclass(frozen=True, slots=True)
class RulesInForce:
    """Shipped rules and the desk's own, the latter leading; `overlays` are those not withdrawn, oldest first."""

    overlays: tuple[Rule, ...] = ()

    def rules(self, province: str) -> tuple[Rule, ...]:
        """Everything said of a province (or `common`), the leading ones marked."""
        return _rules(self.overlays, province)

    def leading(self, province: str, key: str) -> Rule | None:
        """The rule that holds under a key; None where no source says anything."""
        return leading(self.rules(province), key)

    def own(self, province: str, key: str) -> Rule | None:
        """The desk's own rule where it leads under a key, None where the shipped one stands."""
        found = self.leading(province, key)
        return found if found is not None and found.overlay else None

    def facts(self, province: str) -> ProvinceFacts:
        """What is known of deregistering in a province, as papers and advice read it.

        Raises:
            KeyError: no province has that key.
        """
        return _facts(tuple(each for each in self.overlays if each.province == province), province)


SHIPPED = RulesInForce()
"""What holds where no desk has added anything."""


@lru_cache(maxsize=128)
def _rules(overlays: tuple[Rule, ...], province: str) -> tuple[Rule, ...]:
    return merged(province, overlays)


@lru_cache(maxsize=128)
def _facts(overlays: tuple[Rule, ...], province: str) -> ProvinceFacts:
    facts = shipped_facts(province)
    overlays = tuple(each for each in overlays if each.area == DEREGISTRATION)
    if not overlays:
        return facts
    rules = _rules(overlays, province)
    own = {each.key: each for each in rules if each.overlay and each.newest}
    changes: dict[str, Any] = {"facts": _as_facts(facts, rules), "restrictions": _restrictions(facts, rules)}
    for key, change in _ON_PAPER.items():
        if (rule := own.get(key)) is not None:
            changes |= change(facts, rule)
    named = {case: _papers(facts, case, own[key]) for key, case in ATTACHMENTS.items() if key in own}
    if named:
        changes["own_enclosures"] = MappingProxyType(named)
    return replace(facts, **changes)


def _as_facts(facts: ProvinceFacts, rules: tuple[Rule, ...]) -> tuple[Fact, ...]:
    """The facts with the desk's own among them; those they stand for no longer lead."""
    shown = {each.key for each in facts.facts} | {each.key for each in rules if each.overlay}
    kept = [each for each in rules if each.key in shown and each.key not in ("restriction", "hollow_may_add_service")]
    return tuple(
        Fact(
            key=each.key,
            text_zh=each.text_zh,
            value=_fact_value(each),
            source=each.source,
            confidence=each.confidence,
            as_of=each.as_of,
            newest=each.newest and each.stated,
            doubtful=each.doubtful,
            note_zh=each.note_zh,
        )
        for each in kept
    )


def _fact_value(rule: Rule) -> str | tuple[str, ...]:
    """A fact's own words: an overlay's value says how it is used, its text what it says."""
    if rule.overlay or not isinstance(rule.value, str | tuple):
        return rule.text_zh
    return rule.value


def _restrictions(facts: ProvinceFacts, rules: tuple[Rule, ...]) -> tuple[RestrictionRule, ...]:
    """The shipped restrictions that nothing stands for, then the desk's own."""
    held = {each.fingerprint for each in rules if each.key == "restriction" and each.newest}
    shipped = [each for each in deregistration_rules(facts.key) if each.key == "restriction"]
    kept = [each for each, rule in zip(facts.restrictions, shipped, strict=True) if rule.fingerprint in held]
    for each in rules:
        if each.overlay and each.key == "restriction" and each.newest and each.stated:
            words = each.value if isinstance(each.value, tuple) else (str(each.value),)
            severity = next((word for word in SEVERITIES if word in words), "warn")
            when = dict(SITUATIONS[word] for word in words if word in SITUATIONS)
            kept.append(
                RestrictionRule(
                    f"own_{each.fingerprint}",
                    cast(Severity, severity),
                    each.text_zh,
                    each.source,
                    each.confidence,
                    each.as_of,
                    MappingProxyType(when),
                )
            )
    return tuple(kept)


def _channel(facts: ProvinceFacts, rule: Rule) -> dict[str, Any]:
    older = tuple(replace(each, leading=False) for each in facts.channels)
    if not rule.stated:
        return {"channels": older}
    kind = rule.value if rule.value in CHANNEL_KINDS else "contact"
    text = rule.text_zh.removeprefix("递交方式：")
    first = Channel(str(kind), text, True, rule.source, rule.confidence, rule.as_of, note_zh=rule.note_zh)
    return {"channels": (first, *older)}


def _address(facts: ProvinceFacts, rule: Rule) -> dict[str, Any]:
    """An address is printed only where its source is trusted with fair confidence, as for shipped ones."""
    older = tuple(replace(each, leading=False) for each in facts.addresses)
    if not rule.stated:
        return {"addresses": tuple(replace(each, printable=False) for each in older)}
    text = rule.text_zh.removeprefix("收件地址：")
    fair = rule.confidence in FAIR
    first = Address(text, True, fair, rule.source, rule.confidence, rule.as_of, note_zh=rule.note_zh)
    return {"addresses": (first, *older)}


def _phone(facts: ProvinceFacts, rule: Rule) -> dict[str, Any]:
    if not rule.stated:
        return {"phones": tuple(replace(each, printable=False) for each in facts.phones)}
    number = number_in(str(rule.value)) or number_in(rule.text_zh)
    if not number:
        return {}
    fair = rule.confidence in FAIR
    first = Phone(number, rule.text_zh, fair, rule.source, rule.confidence, rule.as_of, rule.note_zh)
    return {"phones": (first, *(each for each in facts.phones if each.number != number))}


def _processing(facts: ProvinceFacts, rule: Rule) -> dict[str, Any]:
    older = tuple(replace(each, leading=False) for each in facts.processing_times)
    if not rule.stated:
        return {"processing_times": older}
    days = int(rule.value) if isinstance(rule.value, str) and rule.value.isdecimal() else 0
    if not days and rule.value != FRIDAY:
        return {}
    unit = "working_day" if days else FRIDAY
    text = rule.text_zh.removeprefix("办理时间：")
    told = Processing(days, days, unit, text, True, True, rule.source, rule.confidence, rule.as_of)
    return {"processing_times": (told, *older)}


def _printing(facts: ProvinceFacts, rule: Rule) -> dict[str, Any]:
    if not rule.stated:
        return {"print_rules": ()}
    text = rule.text_zh.removeprefix("打印和填写要求：")
    return {"print_rules": (PrintRule("own", text, rule.source, rule.confidence, rule.as_of),)}


def _hollow(facts: ProvinceFacts, rule: Rule) -> dict[str, Any]:
    if not isinstance(rule.value, bool):
        return {}
    link = replace(facts.hollow_source, source=rule.source, confidence=rule.confidence, as_of=rule.as_of)
    return {"hollow_may_add_service": rule.value, "hollow_source": link}


_ON_PAPER = {
    "submission_channel": _channel,
    "address": _address,
    "phone": _phone,
    "processing_time": _processing,
    "print_rules": _printing,
    "hollow_may_add_service": _hollow,
}


def _papers(facts: ProvinceFacts, case: str, rule: Rule) -> tuple[EnclosureRule, ...]:
    """The papers of a case as the desk names them; how each is handed in stays as its province, else every one, has it."""
    known = {each.kind: each for each in (*common().suggestions, *common().enclosure_rules, *facts.enclosure_rules)}
    fitting = facts.enclosure_rules if case in facts.enclosures_for else common().enclosure_rules
    known |= {each.kind: each for each in fitting if _fits(each, case)}
    wanted = rule.value if isinstance(rule.value, tuple) else ()
    kinds = dict.fromkeys(("application_form", *wanted))
    return tuple(
        replace(
            known[kind],
            when=MappingProxyType({}),
            waived_when=None,
            required=True,
            source=rule.source,
            confidence=rule.confidence,
            as_of=rule.as_of,
            note_zh=rule.text_zh if kind == "application_form" else "",
        )
        for kind in kinds
        if kind in known
    )


def _fits(rule: EnclosureRule, case: str) -> bool:
    kind = "individual" if case == "individual" else "unit"
    wanted = {"applicant_kind": kind} | ({} if kind == "individual" else {"relation": case.partition("_")[0]})
    return all(rule.when.get(name, value) == value for name, value in wanted.items())


def number_in(text: str) -> str:
    """The first telephone number in a text as it is written there; empty where none is."""
    found = re.search(r"(?<!\d)(?:\d{3,4}-)?\d{7,8}(?:-\d{1,6})?(?!\d)|(?<!\d)(?:1\d{10}|\d{5})(?!\d)", text)
    return found[0] if found else ""
