"""What a rule of one's own must have before it is kept: a known key, a value of its kind, words, a source, a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.errors import Problem
from app.rules.change_rules import COMMON, DEREGISTRATION, SIDE_BY_SIDE, Rule, Value, labels, shipped_rules
from app.rules.provinces import province_keys

CONFIDENCES = ("official", "provider-doc", "third-party", "unknown")
"""How far a rule of one's own can be trusted; `official` is the administration's own words."""
TEXT = "text"
"""The value of a rule that only its words say."""
LONGEST = 1000
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")

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
    """A rule of one's own before it is kept."""

    province: str
    key: str
    value: Value
    text_zh: str
    source: str
    as_of: str
    confidence: str = "unknown"
    note_zh: str = ""


def key_label(key: str) -> str:
    """The Chinese name of a rule's key, of changes or of deregistering."""
    return labels().get(key) or DEREGISTRATION_ZH.get(key) or key


def keys() -> tuple[str, ...]:
    """Every key that a rule can have."""
    return (*labels(), *DEREGISTRATION_ZH)


def area_of(key: str) -> str:
    """Whether a key speaks of changes or of deregistering."""
    return "change" if key in labels() else DEREGISTRATION


@lru_cache(maxsize=64)
def choices(key: str) -> tuple[Value, ...]:
    """The values that a key takes somewhere; empty where only words say it."""
    if key in SIDE_BY_SIDE or (area_of(key) == DEREGISTRATION and key != "hollow_may_add_service"):
        return ()
    if key == "domain_owner":
        return ("unit", "legal_rep", "shareholder", "principal_or_executive")
    found: dict[Value, None] = {}
    for where in (*province_keys(), COMMON):
        for rule in shipped_rules(where):
            if rule.key == key and isinstance(rule.value, str | bool) and rule.value not in (TEXT, "contradictory"):
                found[rule.value] = None
    return tuple(found)


def problems(draft: RuleDraft, today: date) -> tuple[Problem, ...]:
    """Every reason not to keep a rule."""
    found = []
    if draft.province not in (*province_keys(), COMMON):
        found.append(Problem("province", "guide.no_such_province", {"found": draft.province[:40]}))
    if draft.key not in keys():
        found.append(Problem("rule_key", "guide.rule_unknown_key", {"found": draft.key[:40]}))
    else:
        found += _value_problems(draft)
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
    )


def _value_problems(draft: RuleDraft) -> list[Problem]:
    allowed = choices(draft.key)
    if draft.key == "minimum_age" or draft.key.endswith("_min"):
        good = isinstance(draft.value, int) and not isinstance(draft.value, bool) and 0 <= draft.value <= 120
        allowed = ("0–120",)
    elif draft.key == "domain_owner":
        good = isinstance(draft.value, tuple) and bool(draft.value) and set(draft.value) <= set(map(str, allowed))
    elif not allowed:
        good = isinstance(draft.value, str) and len(draft.value) <= LONGEST
    else:
        good = draft.value in allowed and isinstance(draft.value, bool) == isinstance(allowed[0], bool)
    if good:
        return []
    facts = {"found": str(draft.value)[:40], "choices": tuple(map(str, allowed))}
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
