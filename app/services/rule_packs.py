"""Packs of rules: what one desk wrote, in one file for another; the file carries the hash of its own content.

The hash says that nothing was altered or lost on the way, not who wrote it: whoever accepts a pack looks at its
differences first. A pack is TOML so that it can be read before it is opened.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.errors import Invalid, UserError
from app.rules.change_rules import Rule, Value
from app.services.rule_overlay_drafts import RuleDraft, problems

FORMAT = 2
"""2 names in `replaces` the one statement, among several, that a rule stands for."""
MOST_BYTES = 2 * 1024 * 1024
_FIRST = ("province", "key", "value", "text_zh", "note_zh", "source", "as_of", "confidence")
_FIELDS = {1: _FIRST, 2: (*_FIRST, "replaces")}


@dataclass(frozen=True, slots=True)
class RulePack:
    """A pack as it was read: who made it when, its rules, and its hash (SHA-256 of the rules in a fixed form)."""

    title: str
    made_on: str
    made_by: str
    rules: tuple[RuleDraft, ...]
    sha256: str


def drafts_of(rules: Iterable[Rule]) -> tuple[RuleDraft, ...]:
    """Rules as they go into a pack, in a fixed order."""
    drafts = (
        RuleDraft(
            each.province,
            each.key,
            each.value,
            each.text_zh,
            each.source,
            each.as_of,
            each.confidence,
            each.note_zh,
            each.replaces,
        )
        for each in rules
    )
    return tuple(sorted(drafts, key=lambda one: (one.province, one.key, one.as_of, one.text_zh)))


def content_hash(rules: tuple[RuleDraft, ...], format_: int = FORMAT) -> str:
    """The hash over the rules: the same rules give the same hash, whatever the file looks like."""
    plain = [[list(value) if isinstance(value, tuple) else value for value in _row(each, format_)] for each in rules]
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def write_pack(path: Path, rules: tuple[RuleDraft, ...], *, title: str, made_by: str, made_on: date) -> RulePack:
    """Write a pack; the file appears whole or not at all."""
    digest = content_hash(rules)
    lines = [
        "# 各省规则包：由备案工作台导出。改动内容会使校验值不符，导入时会被拒绝。",
        f"format = {FORMAT}",
        f"title = {_quoted(title)}",
        f"made_on = {_quoted(made_on.isoformat())}",
        f"made_by = {_quoted(made_by)}",
        f'sha256 = "{digest}"',
    ]
    for each in rules:
        lines += [
            "",
            "[[rule]]",
            *(f"{name} = {_quoted(value)}" for name, value in zip(_FIELDS[FORMAT], _row(each, FORMAT), strict=True)),
        ]
    beside = path.with_name(f".{path.name}.part")
    beside.write_text("\n".join(lines) + "\n", encoding="utf-8")
    beside.replace(path)
    return RulePack(title, made_on.isoformat(), made_by, rules, digest)


def read_pack(path: Path, today: date) -> RulePack:
    """Read a pack and hold it against its hash.

    Raises:
        UserError: `guide.pack_unreadable`, `guide.pack_too_big`, `guide.pack_newer`, `guide.pack_unsigned`,
            `guide.pack_changed`, `guide.pack_empty`.
        Invalid: a rule in it could not have been written by hand either.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UserError("guide.pack_too_big", size=size, most=MOST_BYTES)
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        format_ = data["format"]
        if isinstance(format_, int) and format_ > FORMAT:
            raise UserError("guide.pack_newer", found=format_, known=FORMAT)
        if not data.get("sha256"):
            raise UserError("guide.pack_unsigned")
        rules = tuple(_draft(each, _FIELDS[format_]) for each in data.get("rule", ()))
        pack = RulePack(str(data["title"]), str(data["made_on"]), str(data["made_by"]), rules, str(data["sha256"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise UserError("guide.pack_unreadable") from None
    if content_hash(pack.rules, format_) != pack.sha256:
        raise UserError("guide.pack_changed")
    if not pack.rules:
        raise UserError("guide.pack_empty")
    found = [
        problem.under(f"rules.{index}") for index, each in enumerate(pack.rules) for problem in problems(each, today)
    ]
    if found:
        raise Invalid(found)
    return pack


def _row(rule: RuleDraft, format_: int) -> tuple[Value, ...]:
    values = asdict(rule)
    return tuple(values[name] for name in _FIELDS[format_])


def _draft(table: dict[str, Any], fields: tuple[str, ...]) -> RuleDraft:
    if set(table) != set(fields):
        raise ValueError("another shape of rule")
    value = table["value"]
    plain: Value = tuple(str(each) for each in value) if isinstance(value, list) else value
    if not isinstance(plain, str | int | bool | tuple):
        raise TypeError("a value of another kind")
    texts = {name: table[name] for name in fields if name != "value"}
    if not all(isinstance(each, str) for each in texts.values()):
        raise TypeError("a text of another kind")
    return RuleDraft(value=plain, **texts)


def _quoted(value: Value) -> str:
    """A TOML value; JSON's strings are TOML's basic strings, but DEL and lone surrogates are not."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_quoted, value))}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return "true" if value is True else "false" if value is False else str(value)
