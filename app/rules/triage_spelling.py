"""Different spellings of the same words read as one: traditional characters, regional words, slips of sound, English.

The words are `resources/triage_words.toml`. Only what is compared changes; every character keeps the stretch of the
original that it stands for, so what the agent sees are the customer's own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.resources import read_toml

Span = tuple[int, int]
"""Where a character of the comparable form stood in the original: first place and the place behind the last."""

_EDGE_BEFORE = r"(?<![a-z0-9.@_\-])"
_EDGE_AFTER = r"(?![a-z0-9@_\-]|\.[a-z0-9])"
_ENGLISH_WORD = re.compile(rf"{_EDGE_BEFORE}[a-z][a-z'’]*{_EDGE_AFTER}")
_ENGLISH_STOP = re.compile(r"\.(?=\s|$)")
_ENGLISH_LEAST = 4
"""So many Latin words make a text English; fewer are names and abbreviations in a Chinese one."""
_MEANT = frozenset({"ip", "cdn", "dns", "whois", "icp", "ecs", "vps", "uid", "waf", "tld", "app", "logo"})
"""Latin words that say something in a Chinese text as well."""
_LATIN = re.compile("[a-z]")


@dataclass(frozen=True, slots=True)
class Spelled:
    """Letters in lower case and half width, each with its stretch of the original."""

    letters: str
    spans: tuple[Span, ...]

    def replaced(self, pattern: re.Pattern[str], instead: Callable[[re.Match[str]], str]) -> Spelled:
        """Every match replaced; the first and last new letters stand for the ends of what was replaced."""
        letters: list[str] = []
        spans: list[Span] = []
        done = 0
        for found in pattern.finditer(self.letters):
            if found.start() == found.end():
                continue
            new = instead(found)
            letters += self.letters[done : found.start()], new
            spans += self.spans[done : found.start()]
            whole = (self.spans[found.start()][0], self.spans[found.end() - 1][1])
            spans += [whole] * len(new)
            done = found.end()
        if not done:
            return self
        return Spelled("".join((*letters, self.letters[done:])), (*spans, *self.spans[done:]))


def spelled_alike(letters: str, spans: tuple[Span, ...]) -> Spelled:
    """A text in lower case and half width with one spelling for every word."""
    text = Spelled("".join(_simplified().get(each, each) for each in letters), spans)
    if _LATIN.search(text.letters):
        text = _from_english(text)
    regional, meant = _regional()
    text = text.replaced(regional, lambda found: meant[found[0]])
    slips, term_of = _slips()
    return text.replaced(slips, lambda found: term_of[found[0]])


def simplified(text: str) -> str:
    """The text with simplified characters for traditional ones."""
    return "".join(_simplified().get(each, each) for each in text)


def _from_english(text: Spelled) -> Spelled:
    english = sum(1 for _ in _ENGLISH_WORD.finditer(text.letters)) >= _ENGLISH_LEAST
    pattern, chinese = _english()
    text = text.replaced(pattern, lambda found: chinese[int((found.lastgroup or "t0")[1:])])
    if english:
        text = text.replaced(_ENGLISH_STOP, lambda _found: "。")
        text = text.replaced(_ENGLISH_WORD, lambda found: found[0] if found[0] in _MEANT else " ")
    return text


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return read_toml("triage_words.toml")


@lru_cache(maxsize=1)
def _simplified() -> Mapping[str, str]:
    return {pair[0]: pair[1] for pair in _data()["traditional"]["pairs"].split()}


@lru_cache(maxsize=1)
def _english() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern with a named group for every phrase, and what each means."""
    phrases = _data()["english"]
    parts = [
        f"(?P<t{place}>{phrase.replace('(', '(?:').replace('(?:?', '(?')})" for place, phrase in enumerate(phrases)
    ]
    return re.compile(f"{_EDGE_BEFORE}(?:{'|'.join(parts)}){_EDGE_AFTER}"), tuple(phrases.values())


@lru_cache(maxsize=1)
def _regional() -> tuple[re.Pattern[str], Mapping[str, str]]:
    return _any_of(_data()["regional"])


@lru_cache(maxsize=1)
def _slips() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Every term with one character that sounds alike, and the term; words that exist are no slips."""
    slips = _data()["slips"]
    terms = set(slips["terms"])
    ordinary = set(slips["ordinary"]) | terms
    meant: dict[str, str] = {}
    for term in slips["terms"]:
        for slip in _one_off(term, slips["sounds"]):
            if slip not in ordinary:
                meant.setdefault(slip, term)
    return _any_of(meant)


def _one_off(term: str, sounds: list[str]) -> Iterator[str]:
    for place, char in enumerate(term):
        for group in sounds:
            if char in group:
                yield from (term[:place] + each + term[place + 1 :] for each in group if each != char)


def _any_of(words: Mapping[str, str]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), words
