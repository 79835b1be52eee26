"""Puts broken lines onto a sheet: baselines, first-line indent, and full lines spread to the edge. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from app.forms.fonts import ASCENT, Family
from app.forms.laid import Box, Sheet, Words
from app.forms.wrap import Line

MOST_SPREAD = 0.08
"""Ems that may be put between two characters to fill a line; beyond that the line stays short."""
MOST_LATIN = 0.12
"""Share of narrow characters above which a line stays short: spaced-out words and domains look broken."""


def set_lines(
    sheet: Sheet, lines: Sequence[Line], at: Box, size: float, leading: float, *, indent: int = 0, tail: str = ""
) -> str:
    """Put lines down from the top of a box; returns the words set, `tail` behind the last one included.

    Full lines are spread to the edge by a little space between characters, as Chinese is set.
    """
    said = []
    last = len(lines) - 1
    for index, line in enumerate(lines):
        text = line.text + (tail if index == last else "")
        shift = indent * size if line.starts_paragraph else 0.0
        baseline = at.y + size * ASCENT + index * size * leading
        spacing = 0.0
        if index < last and not line.ends_paragraph and _mostly_wide(text):
            free = (at.width - shift - line.width * size) / (len(text) - 1)
            spacing = free if 0 < free <= MOST_SPREAD * size else 0.0
        if text:
            sheet.things.append(Words(at.x + shift, baseline, text, Family.SERIF, size, spacing=spacing))
        said.append(text + ("\n" if line.ends_paragraph and index < last else ""))
    return "".join(said)


def _mostly_wide(text: str) -> bool:
    return len(text) > 1 and sum(char.isascii() for char in text) <= MOST_LATIN * len(text)
