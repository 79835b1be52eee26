"""Lines of text on the packet's own pages: measured, wrapped, and refused when a character has no glyph."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from app.errors import UserError
from app.forms.fonts import Family, FontSet, draw_text
from app.forms.wrap import break_lines, paragraphs


def wrapped(text: str, width: float, size: float, family: str = Family.SANS) -> list[str]:
    """The text as lines no wider than `width` points."""
    return list(_wrapped(text, width, size, family))


@lru_cache(maxsize=512)
def _wrapped(text: str, width: float, size: float, family: str) -> tuple[str, ...]:
    """What a province asks stands on each of its packets in the same words and the same column."""
    measure = FontSet.shared().width
    lines = break_lines(paragraphs(text, family, measure), width / size, family, measure)
    return tuple(line.text.rstrip(" ") for line in lines)


def fitted_lines(
    text: str, width: float, size: float, least: float, *, most: int = 1, family: str = Family.SANS
) -> tuple[float, list[str]]:
    """The text in at most so many lines, smaller where it must be.

    Raises:
        UserError: `packet.text_too_long` when it does not fit at the least size either.
    """
    while len(lines := wrapped(text, width, size, family)) > most:
        if size <= least:
            raise UserError("packet.text_too_long", begins=text[:20])
        size = max(least, size - 0.5)
    return size, lines


def draw_line(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    *,
    size: float,
    family: str = Family.SANS,
    align: Literal["left", "right", "center"] = "left",
) -> None:
    """Draw one line at a baseline; `x` is its left end, right end or middle.

    Raises:
        UserError: `packet.glyph_missing`.
    """
    fonts = FontSet.shared()
    missing = fonts.missing(text, family)
    if missing:
        raise UserError("packet.glyph_missing", characters=tuple(missing))
    if align != "left":
        width = fonts.width(text, family, size)
        x -= width if align == "right" else width / 2
    draw_text(canvas, x, y, text, family=family, size=size)
