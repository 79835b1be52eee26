"""Every rule of the manual and where it stands in the program: `resources/coverage.toml`, row by row.

A place is written `kind:name`, such as `procedure:cancel_access.steps`, `faq:cancel_code` or `domain:rule.suffix_approved`.
`statements_at` reads what stands there, so that a place that was emptied or renamed shows; `page_of` says where an agent
meets it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from app.resources import read_toml
from app.rules.audit_reasons import audit_guide
from app.rules.change_rules import labels, shipped_rules
from app.rules.faq import faq_entry
from app.rules.glossary import glossary
from app.rules.procedures import external_procedures, procedure, sms_verification
from app.rules.provinces import province_keys, shipped_facts

PAGES: Mapping[str, str] = {
    "procedure": "指引 › 步骤",
    "external": "指引 › 步骤 › 相关步骤",
    "sms": "指引 › 步骤 › 短信核验",
    "faq": "指引 › 常见问题",
    "glossary": "指引 › 词汇",
    "audit": "指引 › 专项核查",
    "rule": "指引 › 各省规则",
    "province": "指引 › 各省规则",
    "domain": "指引 › 步骤（域名核验、空壳网站）",
    "suffixes": "核查 › 域名核验",
}


@dataclass(frozen=True, slots=True)
class Covered:
    """One rule of the manual; `not_data` says why it has no place.

    `holds` are the words that say the rule: each stands at one of the places, and each place has one of them.
    """

    section: str
    rule: str
    places: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    not_data: str = ""
    note: str = ""


@lru_cache(maxsize=1)
def coverage() -> tuple[Covered, ...]:
    """Every row, in the manual's order."""
    return tuple(map(_covered, read_toml("coverage.toml")["covered"]))


def _covered(table: Mapping[str, Any]) -> Covered:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    return Covered(**values)


def page_of(place: str) -> str:
    """Where an agent meets what stands at a place (KeyError for a kind that is not there)."""
    return PAGES[place.partition(":")[0]]


def statements_at(place: str) -> tuple[str, ...]:
    """Every text that stands at a place.

    Raises:
        KeyError: there is no such place, or nothing stands there.
    """
    kind, _, name = place.partition(":")
    read = _READ.get(kind)
    found = tuple(each for each in read(name) if each.strip()) if read else ()
    if not found:
        raise KeyError(place)
    return found


def unheld(row: Covered, read: Callable[[str], tuple[str, ...]] = statements_at) -> tuple[str, ...]:
    """What a row promises and the program does not keep: probes that no statement has, places without a probe."""
    said = {place: read(place) for place in row.places}
    probes = [each for each in row.holds if not any(each in text for texts in said.values() for text in texts)]
    places = [place for place, texts in said.items() if not any(each in text for each in row.holds for text in texts)]
    return (*probes, *places)


def words_at(place: str) -> str:
    """Everything that stands at a place, as one text (KeyError as `statements_at`)."""
    return " ".join(statements_at(place))


def _procedure(name: str) -> Iterator[str]:
    key, _, section = name.partition(".")
    told = procedure(key)
    if section == "durations":
        return (f"{each.text}：{each.length_zh}{f'（{each.note}）' if each.note else ''}" for each in told.durations)
    if section:
        return _words(asdict(told)[section])
    return _words(asdict(told))


def _audit(name: str) -> Iterator[str]:
    guide = audit_guide()
    part, _, key = name.partition(".")
    if part == "reason":
        return _words([asdict(each) for each in guide.reasons if each.id == key])
    if part == "overdue":
        return _words([asdict(each) for each in guide.outcomes if key in ("", each.id)])
    return _words(asdict(guide)[{"check": "checks", "consequence": "consequences"}.get(part, part)])


def _rule(name: str) -> Iterator[str]:
    if name != "*" and name not in labels():
        raise KeyError(name)
    for key in province_keys():
        found = [each.text_zh for each in shipped_rules(key) if name in ("*", each.key)]
        if not found:
            raise KeyError(f"{name} of {key}")
        yield from found


def _province(name: str) -> Iterator[str]:
    key, _, fact = name.partition(".")
    for each in province_keys() if key == "*" else (key,):
        pack = shipped_facts(each)
        if fact == "sms_since":
            yield f"{pack.name} {pack.sms_since or ''} {pack.sms_nationwide_since}"
        else:
            found = [one.text_zh for one in pack.facts if fact in ("", one.key)]
            if not found:
                raise KeyError(f"{fact} of {each}")
            yield from found


def _domain(name: str) -> Iterator[str]:
    at: Any = read_toml("domain_verification.toml")
    for part in name.split("."):
        if isinstance(at, list):
            at = next((each for each in at if each["id"] == part), None)
        else:
            at = at[part]
        if at is None:
            raise KeyError(name)
    return _words(at)


_READ = {
    "procedure": _procedure,
    "external": lambda name: _words(asdict(external_procedures()[name])),
    "sms": lambda _: _words(asdict(sms_verification())),
    "faq": lambda name: _words(asdict(faq_entry(name))),
    "glossary": lambda name: _words([asdict(each) for each in glossary() if each.en == name]),
    "audit": _audit,
    "rule": _rule,
    "province": _province,
    "domain": _domain,
    "suffixes": lambda name: _words(read_toml("suffixes.toml")[name]),
}


def _words(value: Any) -> Iterator[str]:
    """Every text in a nested value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _words(each)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _words(each)
    elif value is not None and not isinstance(value, bool):
        yield str(value)
