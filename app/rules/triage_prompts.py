"""Prompts that systems show, recognised in whatever a customer pastes: placeholders, widths and punctuation aside.

The prompts come from the files that explain them: the questions (`faq.toml`), the audit reasons, and the messages of a
failed domain verification. A prompt's placeholder (`XXXX@XXX.com`, `xxxx.cn`, `...`) and the provider's name stand for
anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from app.resources import read_toml
from app.rules.audit_reasons import audit_guide
from app.rules.faq import faq
from app.rules.triage_text import grams, squeezed

Family = Literal["faq", "audit", "domain"]
How = Literal["exact", "part", "near"]

_PROVIDER = re.compile("阿里云|华为云|腾讯云|百度云|本接入服务商")
_BLANK = re.compile(r"[xX×＊*]{2,}(?:@[xX]{2,})?(?:\.(?:com|cn|cc))?|\.{2,}|…+|“[^”]*”")
_LEAST = 7
"""Fewer characters are an ordinary phrase (域名过期), not a prompt: taken as a hint only."""
_NEAR = 0.8
"""Share of a prompt's pairs of characters that make a pasted text look like it."""
_NEAR_LEAST = 12
_ANYTHING = ".{0,60}?"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt: where it is explained (`family` and `key`), and the procedure it leads to.

    `second` is what has to be done beside it, such as the change that an audit reason asks for.
    """

    family: Family
    key: str
    title: str
    text: str
    procedure: str
    second: str
    cause: str
    action: str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class FoundPrompt:
    """A prompt in a text: word for word, by its telling part, or nearly so (`score` 0 to 1)."""

    prompt: Prompt
    how: How
    score: float
    short: bool


@dataclass(frozen=True, slots=True)
class _Known:
    prompt: Prompt
    whole: re.Pattern[str]
    length: int
    pairs: frozenset[str]
    parts: tuple[str, ...]


def find_prompts(text: str) -> tuple[FoundPrompt, ...]:
    """Every prompt that stands in the text, the surest first; each entry once, by its best fit."""
    flat = squeezed(text)
    pairs = grams(flat)
    best: dict[tuple[str, str], FoundPrompt] = {}
    for known in _known():
        found = _fit(known, flat, pairs)
        key = (known.prompt.family, known.prompt.key)
        if found is not None and (key not in best or _rank(found) > _rank(best[key])):
            best[key] = found
    return tuple(sorted(best.values(), key=_rank, reverse=True))


def known_prompts() -> tuple[Prompt, ...]:
    """Every prompt that can be recognised."""
    return tuple(each.prompt for each in _known())


def _rank(found: FoundPrompt) -> tuple[bool, int, float, int]:
    order = {"exact": 2, "part": 1, "near": 0}[found.how]
    return (not found.short, order, found.score, len(found.prompt.text))


def _fit(known: _Known, flat: str, pairs: frozenset[str]) -> FoundPrompt | None:
    if known.whole.search(flat):
        return FoundPrompt(known.prompt, "exact", 1.0, known.length < _LEAST)
    part = max((each for each in known.parts if each in flat), key=len, default="")
    if len(part) >= _LEAST:
        return FoundPrompt(known.prompt, "part", 1.0, False)
    if known.length >= _NEAR_LEAST and known.pairs:
        share = len(known.pairs & pairs) / len(known.pairs)
        if share >= _NEAR:
            return FoundPrompt(known.prompt, "near", share, False)
    if part:
        return FoundPrompt(known.prompt, "part", 1.0, True)
    return None


@lru_cache(maxsize=1)
def _known() -> tuple[_Known, ...]:
    return tuple(
        _Known(prompt, pattern, sum(map(len, literals)), frozenset().union(*map(grams, literals)), parts)
        for prompt, parts in _all()
        for pattern, literals in [_compiled(prompt.text)]
    )


def _compiled(text: str) -> tuple[re.Pattern[str], list[str]]:
    """The pattern of a prompt and its words between the placeholders."""
    parts = _BLANK.split(_PROVIDER.sub("……", text))
    literals = [each for each in map(squeezed, parts) if each]
    return re.compile(_ANYTHING.join(map(re.escape, literals))), literals


def _all() -> Iterator[tuple[Prompt, tuple[str, ...]]]:
    for entry in faq():
        parts = tuple(map(squeezed, entry.match))
        for text in filter(None, (entry.prompt, *entry.other_prompts)):
            yield (
                Prompt(
                    "faq",
                    entry.id,
                    entry.question,
                    text,
                    entry.procedure,
                    "",
                    entry.cause,
                    entry.action,
                    entry.source,
                    entry.as_of,
                ),
                parts,
            )
    for reason in audit_guide().reasons:
        cause = "；".join(each.text for each in reason.causes)
        action = "；".join(each.text for each in reason.fixes)
        # What came later lists loose keywords (注销, 证件过期), which are no part of a prompt.
        parts = () if reason.newer else tuple(map(squeezed, reason.match))
        for said in reason.prompts:
            prompt = Prompt(
                "audit",
                reason.id,
                reason.title,
                said.text,
                "special_audit_rectification",
                reason.procedure,
                cause,
                action,
                said.source,
                said.as_of,
            )
            yield prompt, parts
    yield from _domain_prompts()


def _domain_prompts() -> Iterable[tuple[Prompt, tuple[str, ...]]]:
    for each in read_toml("domain_verification.toml")["failure_prompt"]:
        prompt = Prompt(
            "domain",
            each["id"],
            each["cause"],
            each["text"],
            "domain_verification_fix",
            "",
            each["cause"],
            "；".join(each["actions"]),
            each["source"],
            each["as_of"],
        )
        yield prompt, tuple(map(squeezed, each["match"]))
