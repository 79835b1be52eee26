"""Sentences for error codes and names for fields, in Chinese and English, for the window and the command line.

The texts are data (`resources/messages/*.toml`, `resources/fields.toml`), not `self.tr` strings,
because both faces need them and only one of them has Qt.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from app.errors import Invalid, Problem, UserError
from app.resources import listing, read_toml

Language = Literal["zh", "en"]


@lru_cache(maxsize=1)
def _texts() -> dict[str, dict[str, str]]:
    texts: dict[str, dict[str, str]] = {}
    for path in listing("messages", suffix=".toml"):
        for area, codes in read_toml("messages", path.name).items():
            for code, both in codes.items():
                key = f"{area}.{code}"
                if key in texts:
                    raise ValueError(f"message {key} stands twice, again in {path.name}")
                texts[key] = both
    return texts


@lru_cache(maxsize=1)
def _fields() -> dict[str, dict[str, str]]:
    names: dict[str, dict[str, str]] = read_toml("fields.toml")["field"]
    return names


class Messages:
    """Turns codes into sentences in one language.

    A fact whose value is a `tuple` or `list` is joined with the language's list comma. A code
    without a text is a bug of ours and raises `KeyError`; the test suite walks every code.
    """

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def text(self, code: str, facts: Mapping[str, object] | None = None) -> str:
        """The sentence for a code."""
        return _texts()[code][self.language].format_map({k: self._said(v) for k, v in (facts or {}).items()})

    def field(self, path: str) -> str:
        """A field's name as the user knows it: `applicant.name` is 申请人 › 姓名或单位名称."""
        return " › ".join(self._field_part(part) for part in path.split("."))

    def problem(self, problem: Problem) -> str:
        """One line: the field, then what is wrong with it."""
        sentence = self.text(problem.code, problem.facts)
        if not problem.path:
            return sentence
        colon = "：" if self.language == "zh" else ": "
        return f"{self.field(problem.path)}{colon}{sentence}"

    def error(self, error: UserError) -> str:
        """The whole error, several lines when several fields are wrong."""
        if isinstance(error, Invalid):
            return "\n".join(self.problem(problem) for problem in error.problems)
        return self.text(error.code, error.facts)

    def _field_part(self, part: str) -> str:
        if part.isdigit():
            return f"第 {int(part) + 1} 项" if self.language == "zh" else f"item {int(part) + 1}"
        known = _fields().get(part)
        return known[self.language] if known else part

    def _said(self, value: object) -> object:
        if isinstance(value, (tuple, list)):
            return ("、" if self.language == "zh" else ", ").join(str(each) for each in value)
        return value
