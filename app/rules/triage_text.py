"""A customer's text made comparable: one width, one spelling, no spaces or punctuation, with the way back to the words.

Sentences stay apart (a phrase never reaches across a full stop), and hyphens stay, because they carry a filing number's
suffix.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.rules.triage_spelling import Span, simplified, spelled_alike

STOP = "\n"
"""Between sentences in the comparable form."""
_ENDS = frozenset("。！？!?；;\n\r")
_KEPT = frozenset("-@")
MOST = 20_000
"""Characters of a ticket that are looked at; what stands behind them is left out."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text in comparable form; `spans[i]` is the stretch of the original that its character i stands for."""

    original: str
    plain: str
    spans: tuple[Span, ...]

    def words(self, start: int, end: int) -> str:
        """The original words behind a stretch of the comparable form."""
        if start >= end:
            return ""
        return " ".join(self.original[self.spans[start][0] : self.spans[end - 1][1]].split())


def plain_text(text: str) -> PlainText:
    """The comparable form of a text."""
    original = text[:MOST]
    letters: list[str] = []
    places: list[Span] = []
    for place, char in enumerate(original):
        for each in unicodedata.normalize("NFKC", char).lower():
            letters.append(each)
            places.append((place, place + 1))
    spelled = spelled_alike("".join(letters), tuple(places))
    kept: list[str] = []
    spans: list[Span] = []
    for each, span in zip(spelled.letters, spelled.spans, strict=True):
        if each in _ENDS:
            if kept and kept[-1] != STOP:
                kept.append(STOP)
                spans.append(span)
        elif each.isalnum() or each in _KEPT:
            kept.append(each)
            spans.append(span)
    return PlainText(original, "".join(kept), tuple(spans))


def simplified_text(text: str) -> str:
    """The text in lower case, half width and simplified characters."""
    return simplified(unicodedata.normalize("NFKC", text).lower())


def squeezed(text: str) -> str:
    """Letters, digits and simplified hanzi only: what is left of a prompt however it was pasted."""
    return "".join(char for char in simplified_text(text) if char.isalnum())


def grams(text: str, size: int = 2) -> frozenset[str]:
    """The runs of `size` characters of a text, sentence by sentence."""
    return frozenset(part[place : place + size] for part in text.split(STOP) for place in range(len(part) - size + 1))


def phrase_pattern(phrase: str, gap: int) -> re.Pattern[str]:
    """A phrase of `resources/triage.toml` as a pattern over the comparable form; `~` stands for at most `gap` characters."""
    return re.compile(phrase.replace("~", f"[^{STOP}]{{0,{gap}}}?"))
