"""What a rule of one's own must have before it is kept: a known key, a value of its kind, words, a source, a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.errors import Problem
from app.rules.change_rules import (
    COMMON,
    DEREGISTRATION,
    NOT_STATED,
    SIDE_BY_SIDE,
    Rule,
    Value,
    labels,
    rule_values,
    value_zh,
)
from app.rules.in_force import ATTACHMENTS, CHANNEL_KINDS, FRIDAY, SEVERITIES, SITUATIONS, number_in
from app.rules.provinces import province_keys
from app.services.flows.checks import ENCLOSURE_KINDS

CONFIDENCES = ("official", "provider-doc", "third-party", "unknown")
"""How far a rule of one's own can be trusted; `official` is the administration's own words."""
TEXT = "text"
"""The value of a rule that only its words say."""
LONGEST = 1000
LONGEST_WAIT = 366
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")
_MARK = re.compile(r"(?:[0-9a-f]{16})?")
_MANY = frozenset({"domain_owner", "restriction", "unchangeable", "rename_proof", *ATTACHMENTS})

DEREGISTRATION_ZH: Mapping[str, str] = {
    "submission_channel": "递交方式",
    "address": "邮寄地址",
    "phone": "电话",
    "fax": "传真",
    "processing_time": "办理时间",
    "form_title": "申请表名称",
    "form_page": "申请表页面",
    "form_download": "申请表下载",
    "form_download_2019": "2019 年的申请表下载页",
    "form_scope": "申请表用于",
    "form_fields": "申请表栏目",
    "attachments_own_unit": "随附材料（本单位）",
    "attachments_other_unit": "随附材料（其他单位）",
    "attachments_individual": "随附材料（个人）",
    "applicants": "谁可以申请",
    "print_rules": "打印要求",
    "online_page": "线上办理页面",
    "password_recovery_page": "找回备案密码页面",
    "restriction": "受理限制",
    "remark": "说明",
    "hollow_may_add_service": "空壳主体能否直接新增",
    "free_text_must_contain": "自拟申请须写明",
    "title_line": "表头写法",
    "steps": "办理步骤",
}


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule of one's own before it is kept; `replaces` as in `rules.change_rules.Rule`."""

    province: str
    key: str
    value: Value
    text_zh: str
    source: str
    as_of: str
    confidence: str = "unknown"
    note_zh: str = ""
    replaces: str = ""


def draft_of(rule: Rule) -> RuleDraft:
    """A draft that says what a rule says now, for correcting it.

    A statement among several is named in `replaces`, so that it goes and the others stay. A value that only the shipped
    data use gives way to the words; where a value must be chosen, it is left open.
    """
    value = rule.value
    if not rule.overlay and not fits(rule.key, value):
        value = () if takes_many(rule.key) else "" if choices(rule.key) else TEXT
    confidence = rule.confidence if rule.confidence in CONFIDENCES else "unknown"
    replaces = rule.replaces if rule.overlay else rule.fingerprint if rule.key in SIDE_BY_SIDE else ""
    as_of = rule.as_of if _DATE.fullmatch(rule.as_of) else ""
    return RuleDraft(
        rule.province, rule.key, value, rule.text_zh, rule.source_zh, as_of, confidence, rule.note_zh, replaces
    )


def ended(draft: RuleDraft) -> RuleDraft:
    """The draft as the statement that this no longer holds."""
    return replace(draft, value=NOT_STATED)


def key_label(key: str) -> str:
    """The Chinese name of a rule's key, of changes or of deregistering."""
    return labels().get(key) or DEREGISTRATION_ZH.get(key) or key


def keys() -> tuple[str, ...]:
    """Every key that a rule can have."""
    return (*labels(), *DEREGISTRATION_ZH)


def area_of(key: str) -> str:
    """Whether a key speaks of changes or of deregistering."""
    return "change" if key in labels() else DEREGISTRATION


@dataclass(frozen=True, slots=True)
class ValueChoice:
    """One value that a key can take, and its words."""

    value: Value
    text: str


@lru_cache(maxsize=64)
def choices(key: str) -> tuple[Value, ...]:
    """The values that a key takes; empty where a text, a number or only the words say it."""
    if key == "submission_channel":
        return (*CHANNEL_KINDS, TEXT)
    if key == "restriction":
        return (*SEVERITIES, *SITUATIONS)
    if key in ATTACHMENTS:
        return tuple(ENCLOSURE_KINDS)
    if key == "hollow_may_add_service":
        return (True, False)
    if area_of(key) == DEREGISTRATION or (key in SIDE_BY_SIDE and key not in _MANY):
        return ()
    if key == "domain_owner":
        return ("unit", "legal_rep", "shareholder", "principal_or_executive")
    found: dict[Value, None] = {}
    for value in rule_values(key):
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, str | bool) and each not in (TEXT, "contradictory", NOT_STATED):
                found[each] = None
    return tuple(found)


def takes_many(key: str) -> bool:
    """Whether a rule under a key says several things at once."""
    return key in _MANY


def takes_number(key: str) -> bool:
    """Whether a rule under a key says a number."""
    return key == "minimum_age" or key.endswith("_min")


def value_choices(key: str) -> tuple[ValueChoice, ...]:
    """The values that a key takes, each in words."""
    return tuple(ValueChoice(each, _value_words(key, each)) for each in choices(key))


def said_value(key: str, value: Value) -> str:
    """A value in words."""
    parts = value if isinstance(value, tuple) else (value,)
    return "、".join(_value_words(key, each) for each in parts)


def _value_words(key: str, value: Value) -> str:
    return ENCLOSURE_KINDS.get(str(value), value_zh(key, value)) if key in ATTACHMENTS else value_zh(key, value)


def fits(key: str, value: Value) -> bool:
    """Whether a value is one that a rule of one's own may have under a key."""
    allowed = choices(key)
    if takes_number(key):
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 120
    if key == "restriction":
        words = value if isinstance(value, tuple) else (value,)
        return len(set(words) & set(SEVERITIES)) == 1 and set(words) <= set(allowed)
    if takes_many(key):
        return isinstance(value, tuple) and bool(value) and set(value) <= set(map(str, allowed))
    if key == "processing_time":
        days = isinstance(value, str) and value.isdecimal() and 1 <= int(value) <= LONGEST_WAIT
        return days or value in (FRIDAY, TEXT)
    if key == "phone":
        return value == TEXT or (isinstance(value, str) and number_in(value) == value)
    if not allowed:
        return isinstance(value, str) and len(value) <= LONGEST
    return value in allowed and isinstance(value, bool) == isinstance(allowed[0], bool)


def problems(draft: RuleDraft, today: date) -> tuple[Problem, ...]:
    """Every reason not to keep a rule."""
    found = []
    if draft.province not in (*province_keys(), COMMON):
        found.append(Problem("province", "guide.no_such_province", {"found": draft.province[:40]}))
    if draft.key not in keys():
        found.append(Problem("rule_key", "guide.rule_unknown_key", {"found": draft.key[:40]}))
    else:
        found += _value_problems(draft)
    if not _MARK.fullmatch(draft.replaces):
        found.append(Problem("rule_key", "guide.rule_replaces_unclear"))
    if not draft.text_zh.strip():
        found.append(Problem("rule_text", "guide.rule_text_missing"))
    if not draft.source.strip():
        found.append(Problem("rule_source", "guide.rule_source_missing"))
    for field, text in (("rule_text", draft.text_zh), ("rule_source", draft.source), ("note", draft.note_zh)):
        if len(text) > LONGEST:
            found.append(Problem(field, "guide.rule_too_long", {"length": len(text), "longest": LONGEST}))
    if not _is_date(draft.as_of, today):
        found.append(Problem("as_of", "guide.rule_date", {"found": draft.as_of[:20]}))
    if draft.confidence not in CONFIDENCES:
        facts = {"found": draft.confidence[:20], "choices": CONFIDENCES}
        found.append(Problem("confidence", "guide.rule_unknown_confidence", facts))
    return tuple(found)


def as_rule(draft: RuleDraft) -> Rule:
    """The rule that a draft becomes."""
    return Rule(
        province=draft.province,
        area=area_of(draft.key),
        key=draft.key,
        value=draft.value,
        text_zh=draft.text_zh.strip(),
        source=draft.source.strip(),
        as_of=draft.as_of,
        confidence=draft.confidence,
        note_zh=draft.note_zh.strip(),
        overlay=True,
        replaces=draft.replaces,
    )


def _value_problems(draft: RuleDraft) -> list[Problem]:
    if draft.value == NOT_STATED:
        # Among several statements it must be said which one no longer holds.
        lost = draft.key in SIDE_BY_SIDE and not draft.replaces
        return [Problem("rule_value", "guide.rule_ends_nothing")] if lost else []
    if fits(draft.key, draft.value):
        return []
    if draft.key == "phone":
        return [Problem("rule_value", "guide.rule_phone", {"found": str(draft.value)[:40]})]
    if takes_number(draft.key):
        allowed: tuple[str, ...] = ("0–120",)
    elif draft.key == "processing_time":
        allowed = (f"1–{LONGEST_WAIT}", value_zh(draft.key, FRIDAY))
    else:
        allowed = tuple(each.text for each in value_choices(draft.key))
    facts = {"found": said_value(draft.key, draft.value)[:40], "choices": allowed}
    return [Problem("rule_value", "guide.rule_unknown_value", facts)]


def _is_date(text: str, today: date) -> bool:
    if not _DATE.fullmatch(text):
        return False
    parts = [int(part) for part in text.split("-")]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return text <= today.isoformat()[: len(text)]
