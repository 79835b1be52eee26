"""The purpose of a copy, written across it: a copy of an identity paper is of no use for anything else."""

from __future__ import annotations

import math
from enum import StrEnum

from reportlab.pdfgen.canvas import Canvas

from app.errors import UserError
from app.forms.fonts import Family, FontSet
from app.forms.placement import Box

LARGEST_SIZE = 15.0
LEAST_SIZE = 6.0
"""Type sizes, in points: smaller on a small paper, so that the whole text stands on it at least once."""
SHARE = 0.8
"""Of the paper's width that one repetition may take."""
ANGLE = 30.0
"""Degrees, rising to the right."""
LINE_STEP = 5.0
"""Between two lines, in type sizes."""
GAP = 3.5
"""Between two repetitions on a line, in type sizes."""
ONCE_LARGER = 1.8
"""How much larger the letters are where the text stands once only."""
INK = 0.35
"""Grey of the letters: dark enough to show on white, and it shows on black less than the paper under it."""


class WatermarkPlace(StrEnum):
    """Where the purpose stands: all over the paper, once across its middle, or once along its lower edge."""

    TILED = "tiled"
    MIDDLE = "middle"
    FOOT = "foot"


class WatermarkStrength(StrEnum):
    """How dark the letters are; none of them hides what is under it."""

    LIGHT = "light"
    NORMAL = "normal"
    STRONG = "strong"


OPACITY = {WatermarkStrength.LIGHT: 0.18, WatermarkStrength.NORMAL: 0.28, WatermarkStrength.STRONG: 0.42}
"""Black print keeps at least half of its contrast under the strongest: 1 - 0.42."""


def draw_watermark(
    canvas: Canvas,
    text: str,
    box: Box,
    place: WatermarkPlace = WatermarkPlace.TILED,
    strength: WatermarkStrength = WatermarkStrength.NORMAL,
) -> None:
    """Write the text across a box, as vectors, half transparent; nothing is drawn outside the box.

    Raises:
        UserError: `packet.watermark_glyph` when a character has no glyph.
    """
    fonts = FontSet.shared()
    missing = fonts.missing(text, Family.SANS)
    if missing:
        raise UserError("packet.watermark_glyph", characters=tuple(missing))
    if not text.strip():
        return
    ems = fonts.width(text, Family.SANS, 1.0)
    size = max(LEAST_SIZE, min(LARGEST_SIZE, SHARE * box.width / ems))
    width, gap, step = ems * size, GAP * size, LINE_STEP * size
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(box.x, box.y, box.width, box.height)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setFillGray(INK)
    canvas.setFillAlpha(OPACITY[strength])
    if place is not WatermarkPlace.TILED:
        _draw_once(canvas, text, box, size, place)
        canvas.restoreState()
        return
    canvas.translate(box.x + box.width / 2, box.y + box.height / 2)
    canvas.rotate(ANGLE)
    across, up = _reach(box)
    line = canvas.beginText(0, 0)
    rows = math.ceil(up / step)
    runs = fonts.runs(text, Family.SANS)
    for row in range(-rows, rows + 1):
        # Every other line is shifted by half a period, so that no column of the paper stays free.
        shift = (row % 2) * (width + gap) / 2
        columns = math.ceil((across + shift) / (width + gap))
        for column in range(-columns, columns + 1):
            x, y = column * (width + gap) - width / 2 + shift, row * step - size / 2
            if not _meets(x, y, width, size, box):
                continue
            line.setTextOrigin(x, y)
            for name, piece in runs:
                line.setFont(name, size)
                line.textOut(piece)
    canvas.drawText(line)
    canvas.restoreState()


def _draw_once(canvas: Canvas, text: str, box: Box, size: float, place: WatermarkPlace) -> None:
    """One line: the one repetition that is there carries everything, so it is larger where there is room."""
    fonts = FontSet.shared()
    width = fonts.width(text, Family.SANS, size)
    if place is WatermarkPlace.MIDDLE:
        grown = min(ONCE_LARGER, SHARE * box.width / width)
        size, width = size * grown, width * grown
        canvas.translate(box.x + box.width / 2, box.y + box.height / 2)
        canvas.rotate(ANGLE)
        start = (-width / 2, -size / 2)
    else:
        start = (box.x + (box.width - width) / 2, box.y + size)
    line = canvas.beginText(*start)
    for name, piece in fonts.runs(text, Family.SANS):
        line.setFont(name, size)
        line.textOut(piece)
    canvas.drawText(line)


def _reach(box: Box) -> tuple[float, float]:
    """How far from its middle a turned box reaches along the lines and across them."""
    cos, sin = math.cos(math.radians(ANGLE)), math.sin(math.radians(ANGLE))
    return (box.width * cos + box.height * sin) / 2, (box.width * sin + box.height * cos) / 2


def _meets(x: float, y: float, width: float, size: float, box: Box) -> bool:
    """Whether a text starting at (x, y) of the turned page may show inside the box."""
    cos, sin = math.cos(math.radians(ANGLE)), math.sin(math.radians(ANGLE))
    corners = [(x + dx, y + dy) for dx in (0.0, width) for dy in (-size, size)]
    xs = [cx * cos - cy * sin for cx, cy in corners]
    ys = [cx * sin + cy * cos for cx, cy in corners]
    half_width, half_height = box.width / 2, box.height / 2
    return min(xs) < half_width and max(xs) > -half_width and min(ys) < half_height and max(ys) > -half_height
