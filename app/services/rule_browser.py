"""Rules by province, to look through: search, compare two provinces, ask a question of all, follow one rule through time."""

from __future__ import annotations

from dataclasses import dataclass

from app.db.database import Database
from app.errors import UserError
from app.rules.change_rules import (
    CHANGE,
    COMMON,
    SIDE_BY_SIDE,
    Rule,
    RuleFilter,
    filters,
    history,
    provinces_where,
    silent_provinces,
    sortable,
)
from app.rules.in_force import RulesInForce
from app.rules.provinces import province, province_keys
from app.rules.triage_text import squeezed
from app.services.rule_overlay_drafts import key_label
from app.services.rules_in_force import rules_of_desk

COMMON_ZH = "全国"


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule as it is shown, with everything a reader must see of it.

    `tone`: leading, older (a newer one stands above it), silent (the source says nothing), doubtful, ended (an overlay says
    that it no longer holds). `dated` sorts by `as_of`; `rule` is what the line was made of.
    """

    province: str
    province_zh: str
    area: str
    key: str
    label: str
    text: str
    note: str
    source: str
    as_of: str
    confidence: str
    tone: str
    overlay: bool
    said: str
    dated: str
    rule: Rule

    @property
    def customer_text(self) -> str:
        """The line as it may go to the customer: what is asked where, and how old that is; no source, nothing doubtful."""
        note = f"（{self.note}）" if self.note else ""
        return f"{self.province_zh}　{self.label}：{self.text}{note}（资料日期 {self.as_of}，以管局最新要求为准）"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing in two provinces: what leads in each; `same` where both allow or ask the same."""

    key: str
    label: str
    left: tuple[RuleLine, ...]
    right: tuple[RuleLine, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """A question that can be put to all provinces."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class FilterAnswer:
    """Which provinces answer yes, each with the rule that says so; and where nothing is stated."""

    title: str
    yes: tuple[RuleLine, ...]
    silent: tuple[str, ...]


class RuleBrowser:
    """Looks through the rules, shipped and the desk's own. Without a store only the shipped ones are seen."""

    def __init__(self, database: Database | None = None) -> None:
        self._database = database

    def lines(self, province_key: str, *, area: str = "") -> tuple[RuleLine, ...]:
        """Every rule of a province (or `common`), leading ones before older ones of the same key.

        Raises:
            UserError: `guide.no_such_province`.
        """
        _check(province_key)
        rules = [each for each in self.in_force().rules(province_key) if not area or each.area == area]
        order = {key: place for place, key in reversed(list(enumerate(each.key for each in rules)))}
        rules.sort(key=lambda each: (order[each.key], not each.newest))
        return tuple(map(_line, rules))

    def search(self, text: str, *, province_key: str = "", limit: int = 200) -> tuple[RuleLine, ...]:
        """The rules whose name, words, note or source contain every word of the text; leading ones first."""
        wanted = [squeezed(each) for each in text.split() if squeezed(each)]
        in_force = self.in_force()
        found = []
        for key in (province_key,) if province_key else (COMMON, *province_keys()):
            _check(key)
            for rule in in_force.rules(key):
                line = _line(rule)
                where = squeezed(f"{line.province_zh}{line.label}{line.text}{line.note}{line.source}")
                if all(each in where for each in wanted):
                    found.append(line)
        return tuple(sorted(found, key=lambda line: line.tone != "leading")[:limit])

    def compare(self, left: str, right: str, *, differences_only: bool = False) -> tuple[Comparison, ...]:
        """What leads in two provinces, key by key.

        Raises:
            UserError: `guide.no_such_province`.
        """
        _check(left)
        _check(right)
        in_force = self.in_force()
        sides = [[each for each in in_force.rules(key) if each.newest and each.stated] for key in (left, right)]
        keys = dict.fromkeys(rule.key for side in sides for rule in side if rule.area == CHANGE or rule.key != "remark")
        compared = []
        for key in keys:
            one, other = ([rule for rule in side if rule.key == key] for side in sides)
            same = _sayings(one) == _sayings(other)
            if not (differences_only and same):
                lines = (tuple(map(_line, one)), tuple(map(_line, other)))
                compared.append(Comparison(key, key_label(key), *lines, same))
        return tuple(compared)

    def filters(self) -> tuple[FilterChoice, ...]:
        """The questions that can be put to all provinces."""
        return tuple(FilterChoice(each.id, each.title_zh) for each in filters())

    def answer(self, filter_id: str) -> FilterAnswer:
        """The provinces that answer a question with yes.

        Raises:
            UserError: `guide.no_such_filter`.
        """
        asked = _filter(filter_id)
        rules_of = self.in_force().rules
        yes = provinces_where(asked, rules_of)
        silent = tuple(province(key).name for key in silent_provinces(asked, rules_of))
        return FilterAnswer(asked.title_zh, tuple(map(_line, yes)), silent)

    def history(self, province_key: str, key: str) -> tuple[RuleLine, ...]:
        """Everything said under one key in one province, the oldest first.

        Raises:
            UserError: `guide.no_such_province`.
        """
        _check(province_key)
        return tuple(map(_line, history(self.in_force().rules(province_key), key)))

    def leading(self, province_key: str, key: str) -> RuleLine | None:
        """The rule that holds under a key, None where no source says anything.

        Raises:
            UserError: `guide.no_such_province`.
        """
        _check(province_key)
        found = self.in_force().leading(province_key, key)
        return _line(found) if found is not None else None

    def in_force(self) -> RulesInForce:
        """The rules in force at this desk."""
        return rules_of_desk(self._database)


def province_zh(key: str) -> str:
    """The short name of a province, 全国 for what holds everywhere."""
    return COMMON_ZH if key == COMMON else province(key).name


def _check(key: str) -> None:
    if key != COMMON and key not in province_keys():
        raise UserError("guide.no_such_province", found=key[:40])


def _filter(filter_id: str) -> RuleFilter:
    for each in filters():
        if each.id == filter_id:
            return each
    raise UserError("guide.no_such_filter", found=filter_id[:60])


def _sayings(rules: list[Rule]) -> set[object]:
    """What rules allow or ask, fit to be compared: typed values where there are any, else the words."""
    return {rule.text_zh if rule.key in SIDE_BY_SIDE or rule.value == "text" else rule.value for rule in rules}


def _line(rule: Rule) -> RuleLine:
    silent = "ended" if rule.overlay else "silent"
    tone = "doubtful" if rule.doubtful else silent if not rule.stated else "leading" if rule.newest else "older"
    return RuleLine(
        province=rule.province,
        province_zh=province_zh(rule.province),
        area=rule.area,
        key=rule.key,
        label=key_label(rule.key),
        text=rule.text_zh,
        note=rule.note_zh,
        source=rule.source_zh,
        as_of=rule.as_of_zh,
        confidence=rule.confidence,
        tone=tone,
        overlay=rule.overlay,
        said=rule.said,
        dated=sortable(rule.as_of),
        rule=rule,
    )
