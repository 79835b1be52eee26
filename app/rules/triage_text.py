"""A customer's text made comparable: full and half width alike, no spaces or punctuation, with the way back to the words.

Sentences stay apart (a phrase never reaches across a full stop), and hyphens stay, because they carry a filing number's
suffix.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

STOP = "\n"
"""Between sentences in the comparable form."""
_ENDS = frozenset("。！？!?；;\n\r")
_KEPT = frozenset("-@")
MOST = 20_000
"""Characters of a ticket that are looked at; what stands behind them is left out."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text in comparable form; `places[i]` is where its character i stood in the original."""

    original: str
    plain: str
    places: tuple[int, ...]

    def words(self, start: int, end: int) -> str:
        """The original words behind a stretch of the comparable form."""
        if start >= end:
            return ""
        return " ".join(self.original[self.places[start] : self.places[end - 1] + 1].split())


def plain_text(text: str) -> PlainText:
    """The comparable form of a text."""
    original = text[:MOST]
    kept: list[str] = []
    places: list[int] = []
    for place, char in enumerate(original):
        for each in unicodedata.normalize("NFKC", char).lower():
            if each in _ENDS:
                if kept and kept[-1] != STOP:
                    kept.append(STOP)
                    places.append(place)
            elif each.isalnum() or each in _KEPT:
                kept.append(each)
                places.append(place)
    return PlainText(original, "".join(kept), tuple(places))


def squeezed(text: str) -> str:
    """Letters, digits and hanzi only: what is left of a prompt however it was pasted."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).lower() if char.isalnum())


def grams(text: str, size: int = 2) -> frozenset[str]:
    """The runs of `size` characters of a text, sentence by sentence."""
    return frozenset(part[place : place + size] for part in text.split(STOP) for place in range(len(part) - size + 1))


def phrase_pattern(phrase: str, gap: int) -> re.Pattern[str]:
    """A phrase of `resources/triage.toml` as a pattern over the comparable form; `~` stands for at most `gap` characters."""
    return re.compile(phrase.replace("~", f"[^{STOP}]{{0,{gap}}}?"))
