"""What every statement of the guidance carries: its words, its source, the date that speaks, and its markers.

The data files keep sources as they were noted (`seed 4.2`, `github owner/name @commit: page.md`); `said_source_zh` names
them for a reader. A marker is a warning that must reach the agent's eye: `MARK_ZH` has the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeVar

from app.rules.packs import source_zh

MANUAL_ZH = "备案信息维护手册 2019-09-16 版"
_SECTION = re.compile(r"(?:seed |备案信息维护手册（2019-09-16 版）)([0-9.]+(?: / [0-9.]+)*)")
_READ_ON = re.compile(r"(?<=[0-9a-f]) \(\d{4}-\d\d-\d\d\)(?=: )")
"""The day a page was read, noted between its commit and its path; the statement's own date says it already."""
_FOLDER = re.compile(r"github (\S+) @[0-9a-f]+: (?:.*/)?([^/.]+)")
_REGULATION = re.compile(r"(《.+?》.*?)；文本：.*")


class Mark(StrEnum):
    """What a reader has to know of a statement beside its words."""

    NEWEST = "newest"
    RECOMMENDED = "recommended"
    SUPERSEDED = "superseded"
    CONTRADICTION = "contradiction"
    INFERENCE = "inference"
    OTHER_PROVIDER = "other_provider"
    UNKNOWN = "unknown"
    OURS = "ours"
    OPEN_QUESTION = "open_question"
    ADDED_SINCE_2019 = "added_since_2019"
    PROMPT_NAMES_PROVIDER = "prompt_names_provider"


MARK_ZH: Mapping[Mark, str] = {
    Mark.NEWEST: "目前最新",
    Mark.RECOMMENDED: "建议采用",
    Mark.SUPERSEDED: "已被更新的说法取代",
    Mark.CONTRADICTION: "来源互相矛盾，以所在系统为准",
    Mark.INFERENCE: "由手册推出，未见原话",
    Mark.OTHER_PROVIDER: "另一家服务商的做法",
    Mark.UNKNOWN: "来源没有给数，须人工录入",
    Mark.OURS: "本程序补的客服动作",
    Mark.OPEN_QUESTION: "原文未见，未决",
    Mark.ADDED_SINCE_2019: "2019 年以后补的",
    Mark.PROMPT_NAMES_PROVIDER: "提示里写着别家的名称",
}
_MARKS = tuple(Mark)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement. `topic` joins what several sources say of one thing; `note` adds to the words."""

    text: str
    source: str
    as_of: str
    marks: tuple[Mark, ...] = ()
    topic: str = ""
    note: str = ""

    @property
    def source_zh(self) -> str:
        """The source as a reader finds it."""
        return said_source_zh(self.source)

    @property
    def marks_zh(self) -> tuple[str, ...]:
        """The markers in words."""
        return tuple(MARK_ZH[mark] for mark in self.marks)

    def has(self, mark: Mark) -> bool:
        """Whether the statement carries a marker."""
        return mark in self.marks


Kind = TypeVar("Kind", bound=Said)


def read_said(kind: type[Kind], table: Mapping[str, Any], text: str = "text") -> Kind:
    """A statement from its table; `text` names the key that holds the words.

    Raises:
        ValueError: the table has a key that the record does not know: a mistake in the file.
    """
    marks = tuple(mark for mark in _MARKS if table.get(mark.value) is True)
    names = {each.name for each in fields(kind)}
    given = {name: value for name, value in table.items() if name != text and name not in _MARK_NAMES}
    if "notes" in given and "notes" not in names:
        given["note"] = given.pop("notes")
    unknown = set(given) - names
    if unknown:
        raise ValueError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    plain: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    return kind(text=table[text], marks=marks, **plain)


def read_all(kind: type[Kind], tables: Iterable[Mapping[str, Any]], text: str = "text") -> tuple[Kind, ...]:
    """Every statement of a list of tables."""
    return tuple(read_said(kind, each, text) for each in tables)


_MARK_NAMES = frozenset(mark.value for mark in _MARKS)
_LEAD = {Mark.RECOMMENDED: -2, Mark.NEWEST: -1, Mark.SUPERSEDED: 1}


def newest_first(statements: Iterable[Kind]) -> tuple[Kind, ...]:
    """The statements in their order, those of one topic brought together with the newest leading.

    A topic stands where its first statement stood.
    """
    kept = list(statements)
    place: dict[str, int] = {}
    for index, each in enumerate(kept):
        place.setdefault(each.topic or f"#{index}", index)
    return tuple(
        each
        for _, each in sorted(
            enumerate(kept), key=lambda one: (place[one[1].topic or f"#{one[0]}"], _rank(one[1]), one[0])
        )
    )


def _rank(statement: Said) -> int:
    return min((_LEAD[mark] for mark in statement.marks if mark in _LEAD), default=0)


def said_source_zh(source: str) -> str:
    """A source named for a reader: the manual by its section, a regulation by its title, a page by project and name."""
    source = _READ_ON.sub("", source)
    if found := _REGULATION.fullmatch(source):
        return found[1]
    if found := _SECTION.fullmatch(source):
        return f"{MANUAL_ZH} {found[1].replace(' / ', '、')}"
    named = _SECTION.sub(lambda part: f"{MANUAL_ZH} {part[1].replace(' / ', '、')}", source)
    if found := _FOLDER.fullmatch(named):
        return f"{found[1]}《{found[2]}》"
    return source_zh(named)
