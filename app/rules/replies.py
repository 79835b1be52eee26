"""The replies to customers: four stages for each procedure, with named variables, and the rules by which they are filled.

A template is plain text with `{{variable}}`. Nothing is ever printed empty: a line that is only a variable without a value
goes, and where a variable inside a sentence has none the reply is not finished and says which are missing. There is no
logic in a template, so there is nothing for a customer's text to run: a value is never read as a template.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.errors import UserError
from app.resources import read_toml
from app.rules.procedures import procedure_ids

VARIABLE = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")
_ODD = re.compile(r"\{\{|\}\}")
LONGEST_TEXT = 20_000
"""Characters of a template of one's own; a reply is a letter, not a book."""
GAP = "【{}】"
"""How a draft shows a variable that has no value yet; never in a finished reply."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable: what it stands for, an example, and where its value comes from."""

    name: str
    description: str
    example: str
    multiline: bool
    origin: str


@dataclass(frozen=True, slots=True)
class Stage:
    """When a reply is sent: asking for papers, asking again, handed in, done."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ReplyTemplate:
    """One template; `own` marks one that the desk wrote or changed itself."""

    id: str
    procedure: str
    stage: str
    title: str
    text: str
    source: str
    as_of: str
    own: bool = False

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables that the text names, each once, in order."""
        return variables_in(self.text)


@dataclass(frozen=True, slots=True)
class FilledReply:
    """A reply with its values.

    `text` is finished only when `missing` is empty; until then it shows each gap as 【说明】. `left_out` are variables
    without a value whose whole line went.
    """

    text: str
    missing: tuple[Variable, ...]
    left_out: tuple[Variable, ...]

    @property
    def complete(self) -> bool:
        """Whether it may be sent."""
        return not self.missing


@lru_cache(maxsize=1)
def _common() -> dict[str, Any]:
    return read_toml("replies", "common.toml")


@lru_cache(maxsize=1)
def variables() -> Mapping[str, Variable]:
    """Every documented variable by its name."""
    return {each["name"]: Variable(**each) for each in _common()["variable"]}


@lru_cache(maxsize=1)
def stages() -> tuple[Stage, ...]:
    """The four stages in order."""
    return tuple(Stage(**each) for each in _common()["stage"])


def style() -> tuple[str, ...]:
    """How replies are written; shown to whoever writes one."""
    return tuple(_common()["meta"]["style"])


@lru_cache(maxsize=64)
def replies_of(procedure_id: str) -> tuple[ReplyTemplate, ...]:
    """The shipped templates of a procedure, in the order of their stages."""
    wanted = ("id", "procedure", "stage", "title", "text", "source", "as_of")
    found = read_toml("replies", f"{procedure_id}.toml")["reply"]
    return tuple(ReplyTemplate(**{name: each[name] for name in wanted}) for each in found)


def replies() -> tuple[ReplyTemplate, ...]:
    """All shipped templates."""
    return tuple(each for one in procedure_ids() for each in replies_of(one))


def variables_in(text: str) -> tuple[str, ...]:
    """The variables that a template names, each once, in order."""
    return tuple(dict.fromkeys(VARIABLE.findall(text)))


def check_template(text: str) -> str:
    """The template without blank ends.

    Raises:
        UserError: `guide.reply_empty`, `guide.reply_too_long`, `guide.reply_unknown_variable`, `guide.reply_braces`.
    """
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise UserError("guide.reply_empty")
    if len(text) > LONGEST_TEXT:
        raise UserError("guide.reply_too_long", length=len(text), longest=LONGEST_TEXT)
    unknown = tuple(name for name in variables_in(text) if name not in variables())
    if unknown:
        raise UserError("guide.reply_unknown_variable", found=unknown)
    if _ODD.search(VARIABLE.sub("", text)):
        raise UserError("guide.reply_braces", example="{{customer_name}}")
    return text


def fill(text: str, values: Mapping[str, str | tuple[str, ...]]) -> FilledReply:
    """A template with its values; several lines come as a tuple or with line breaks."""
    known = variables()
    given = {name: _lines(value) for name, value in values.items()}
    may_be_absent = _NOTICES | (_PAPERS if any(given.get(name) for name in _PAPERS) else frozenset())
    missing: dict[str, Variable] = {}
    left_out: dict[str, Variable] = {}
    kept: list[str] = []
    for line in text.split("\n"):
        empty = [name for name in VARIABLE.findall(line) if not given.get(name)]
        for name in empty:
            (left_out if name in may_be_absent else missing)[name] = known[name]
        alone = VARIABLE.fullmatch(line.strip())
        if alone and alone[1] in left_out:
            continue
        shown = {name: "" if name in may_be_absent else GAP.format(known[name].description) for name in empty}
        kept.append(VARIABLE.sub(lambda found, shown=shown: given.get(found[1]) or shown[found[1]], line))  # type: ignore[misc]
    return FilledReply(_tidy(kept), tuple(missing.values()), tuple(left_out.values()))


_NOTICES = frozenset({"suffix_notice", "provincial_notice", "mailing_address"})
"""Variables that may well be empty: there may be nothing to warn of."""
_PAPERS = frozenset({"missing_materials", "rejected_materials"})
"""One of both may be empty, not both: a reply that asks for papers names at least one."""
_HEADINGS = ("缺少：", "需要更换：")
"""Headings over one of `_PAPERS`; they go where nothing stands below them."""


def _lines(value: str | tuple[str, ...]) -> str:
    lines = value if isinstance(value, tuple) else tuple(value.split("\n"))
    return "\n".join(line for line in (each.strip() for each in lines) if line)


def _tidy(lines: list[str]) -> str:
    """Without headings over nothing and without two blank lines in a row."""
    kept: list[str] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if line in _HEADINGS and not following.strip():
            continue
        if not line.strip() and (not kept or not kept[-1]):
            continue
        kept.append(line.rstrip())
    return "\n".join(kept).strip()
