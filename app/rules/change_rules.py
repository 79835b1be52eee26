"""What each province allows when a filing changes: typed rules with history, and named filters over them.

One file per province under `resources/change_rules/`; a rule is one statement of one source. Of several statements under
one key the newest leads, unless it only says that a page was silent. What a lead adds comes in as data (`Rule` with
`overlay` set): nothing here knows a store.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from app.resources import read_toml
from app.rules.guidance import said_source_zh
from app.rules.packs import as_of_zh
from app.rules.provinces import province_keys, shipped_facts

COMMON = "common"
"""The province of a rule that holds everywhere."""
NOT_STATED = "not_stated"
DEREGISTRATION = "deregistration"
CHANGE = "change"
Value = str | int | bool | tuple[str, ...]

SIDE_BY_SIDE = frozenset(
    {"requirement", "change_note", "unchangeable", "rename_proof", "check_form", "check_scope", "restriction", "remark"}
)
"""Keys under which several statements stand side by side; they do not replace each other."""
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One statement of one source on one thing in one province.

    Attributes:
        area: change or deregistration.
        key: what it is about; `label_zh` names it.
        value: typed, for filters; `text` where only the words say it.
        said: the source's own meaning, in English notes, where the words were put into Chinese.
        as_of: as precise as the source was (2019-09).
        newest: it leads under its key.
        doubtful: kept to be shown as such, never to be used.
        overlay: a lead of this desk added it.
        replaces: the fingerprint of the one statement that an overlay stands for, where several stand side by side.
    """

    province: str
    area: str
    key: str
    value: Value
    text_zh: str
    source: str
    as_of: str
    confidence: str
    note_zh: str = ""
    said: str = ""
    newest: bool = False
    doubtful: bool = False
    overlay: bool = False
    replaces: str = ""

    @property
    def source_zh(self) -> str:
        """The source as a reader finds it."""
        return said_source_zh(self.source)

    @property
    def as_of_zh(self) -> str:
        """The date a reader sees."""
        return as_of_zh(self.as_of)

    @property
    def fingerprint(self) -> str:
        """A name for exactly this statement; another text, source or date is another statement."""
        said = f"{self.province}\n{self.area}\n{self.key}\n{self.text_zh}\n{self.source}\n{self.as_of}"
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def stated(self) -> bool:
        """Whether the source says anything."""
        return self.value != NOT_STATED


@dataclass(frozen=True, slots=True)
class RuleFilter:
    """A question that can be put to every province: `test` is equals, in, contains or present."""

    id: str
    title_zh: str
    key: str
    test: str
    value: Value | None = None

    def lets_through(self, found: Value) -> bool:
        """Whether a leading value answers the question with yes."""
        match self.test:
            case "contains":
                return isinstance(found, tuple) and self.value in found
            case "in":
                return isinstance(self.value, tuple) and found in self.value
            case "present":
                return found != NOT_STATED
            case _:
                return found == self.value


@lru_cache(maxsize=1)
def _common() -> dict[str, Any]:
    return read_toml("change_rules", "common.toml")


def labels() -> Mapping[str, str]:
    """The Chinese names of the keys of change rules."""
    return dict(_common()["label"])


def value_zh(key: str, value: Value) -> str:
    """A typed value in words; a text that stands for itself (a number, an address) stays as it is."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "、".join(value_zh(key, each) for each in value)
    words = _common()["restriction_words" if key == "restriction" else "value_words"]
    return str(words.get(value, _common()["value_words"].get(value, value)))


def filters() -> tuple[RuleFilter, ...]:
    """Every named filter."""
    return tuple(RuleFilter(**{name: _plain(value) for name, value in each.items()}) for each in _common()["filter"])


@lru_cache(maxsize=64)
def change_rules(province: str) -> tuple[Rule, ...]:
    """The rules of one province (or `COMMON`), in the order of its file, the leading ones marked."""
    data = read_toml("change_rules", f"{province}.toml")
    rules = [
        Rule(province=province, area=CHANGE, **{name: _plain(value) for name, value in each.items()})
        for each in data["rule"]
    ]
    return with_newest(rules)


@lru_cache(maxsize=64)
def deregistration_rules(province: str) -> tuple[Rule, ...]:
    """What the province's pack says of deregistering, as rules of the same shape."""
    pack = shipped_facts(province)
    where: dict[str, Any] = {"province": province, "area": DEREGISTRATION}
    rules = [
        Rule(
            key=fact.key,
            value=fact.value,
            text_zh=fact.text_zh,
            source=fact.source,
            as_of=fact.as_of,
            confidence=fact.confidence,
            note_zh=fact.note_zh,
            newest=fact.newest,
            doubtful=fact.doubtful,
            **where,
        )
        for fact in pack.facts
    ]
    rules += [
        Rule(
            key="restriction",
            value=each.code,
            text_zh=each.text_zh,
            source=each.source,
            as_of=each.as_of,
            confidence=each.confidence,
            newest=True,
            **where,
        )
        for each in pack.restrictions
    ]
    hollow = pack.hollow_source
    rules.append(
        Rule(
            key="hollow_may_add_service",
            value=pack.hollow_may_add_service,
            text_zh="空壳主体可直接新增网站" if pack.hollow_may_add_service else "空壳主体须先线下注销",
            source=hollow.source,
            as_of=hollow.as_of,
            confidence=hollow.confidence,
            newest=True,
            **where,
        )
    )
    return with_newest(rules)


def shipped_rules(province: str) -> tuple[Rule, ...]:
    """Everything the program ships for a province, and what holds everywhere for `COMMON`."""
    return change_rules(province) if province == COMMON else change_rules(province) + deregistration_rules(province)


@lru_cache(maxsize=64)
def rule_values(key: str) -> tuple[Value, ...]:
    """Every value that a shipped rule has under a key somewhere."""
    everywhere = (rule for where in (*province_keys(), COMMON) for rule in shipped_rules(where))
    return tuple(dict.fromkeys(rule.value for rule in everywhere if rule.key == key))


def merged(province: str, overlays: Iterable[Rule] = ()) -> tuple[Rule, ...]:
    """The shipped rules with what the desk added; an overlay leads under its key until a later overlay.

    Two sources that speak from the same date stand side by side; an overlay was written by someone who knows the shipped
    rule, so it leads whatever date its source bears.
    """
    added = [each for each in overlays if each.province == province]
    return with_newest([*shipped_rules(province), *added])


def with_newest(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules with `newest` set anew: the last overlay under a key, else what the newest source states.

    Packs of provinces say themselves which of their facts lead. Where statements stand side by side all of them do, but
    for those that an overlay stands for. An overlay without a statement says that a thing no longer holds.
    """
    kept = list(rules)
    replaced = {each.replaces for each in kept if each.replaces}
    overlaid: dict[tuple[str, str], tuple[str, int]] = {}
    dated: dict[tuple[str, str], tuple[str, int]] = {}
    for index, each in enumerate(kept):
        if (each.stated or each.overlay) and not each.doubtful and each.key not in SIDE_BY_SIDE:
            best = overlaid if each.overlay else dated
            key, rank = (each.area, each.key), (sortable(each.as_of), index)
            best[key] = max(best.get(key, rank), rank)
    marked = []
    for index, each in enumerate(kept):
        key = (each.area, each.key)
        if each.key in SIDE_BY_SIDE:
            leads = not each.doubtful and not (replaced and each.fingerprint in replaced)
        elif key in overlaid:
            leads = overlaid[key][1] == index
        elif each.area == DEREGISTRATION:
            leads = each.newest
        else:
            leads = key in dated and dated[key][1] == index
        marked.append(replace(each, newest=leads))
    return tuple(marked)


def leading(rules: Iterable[Rule], key: str) -> Rule | None:
    """The rule that holds under a key; None where no source says anything."""
    return next((each for each in rules if each.key == key and each.newest and each.stated), None)


def history(rules: Iterable[Rule], key: str) -> tuple[Rule, ...]:
    """Everything said under a key, the oldest first, overlays at their date."""
    found = [each for each in rules if each.key == key]
    return tuple(sorted(found, key=lambda each: (sortable(each.as_of), each.overlay)))


def provinces_where(asked: RuleFilter, rules_of: Callable[[str], tuple[Rule, ...]] = merged) -> tuple[Rule, ...]:
    """The rule that answers yes, for each province where one does, in the order of GB/T 2260."""
    found = (leading(rules_of(key), asked.key) for key in province_keys())
    return tuple(each for each in found if each is not None and asked.lets_through(each.value))


def silent_provinces(asked: RuleFilter, rules_of: Callable[[str], tuple[Rule, ...]] = merged) -> tuple[str, ...]:
    """The provinces where no source says anything: neither yes nor no."""
    return tuple(key for key in province_keys() if leading(rules_of(key), asked.key) is None)


def sortable(as_of: str) -> str:
    """A date that compares as text: before 2019 comes before 2019, after 2020 after it, an unknown one before all."""
    found = _DATE.search(as_of)
    if found is None or as_of.startswith("undated"):
        return ""
    if as_of.startswith("before"):
        return f"{int(found[0][:4]) - 1}-99"
    return f"{found[0]}-98" if as_of.startswith("after") else found[0]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value
