"""Ruled lines of a scanned page, found in its picture: long dark runs that lie on neighbouring rows of pixels.

Rows are searched as bytes; standing lines are lying ones of the turned picture. Specks, a slight slant and breaks of
a few pixels do not matter; dark areas and printed words are no lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops

from app.forms.blanks.model import Rect
from app.forms.blanks.vectors import Line

DPI = 150.0
PIXELS_PER_MM = DPI / 25.4
SHORTEST = 7.0
"""Millimetres of a line; the strokes of ordinary type are shorter."""
THICKEST = 2.0
BREAK = 3
"""Pixels that may be missing within a run."""
DARK_SHARE = 0.86
JOINED = 1.6
"""Millimetres between two pieces of one line."""
INK = 0.004
"""Share of dark pixels from which a cell has something printed in it."""
_RUN = re.compile(rb"\xff(?:\xff|\x00{1,%d}(?=\xff))*" % BREAK)
MOST_RUNS = 200_000


@dataclass(slots=True)
class _Strand:
    """Runs on neighbouring rows that make one line."""

    start: int
    end: int
    row: int
    first: int
    pixels: int = 0
    weighed: int = 0

    def take(self, row: int, start: int, end: int) -> None:
        self.start, self.end = min(self.start, start), max(self.end, end)
        self.row = row
        self.pixels += end - start
        self.weighed += (end - start) * row


class ScannedPage:
    """A page's picture in black and white."""

    def __init__(self, picture: Image.Image) -> None:
        grey = picture.convert("L")
        limit = _threshold(grey.histogram())
        self._dark = grey.point([255 if value <= limit else 0 for value in range(256)])

    def lines(self) -> list[Line]:
        """The ruled lines, in millimetres."""
        lying = _lines_of(self._dark, lying=True)
        turned = self._dark.transpose(Image.Transpose.TRANSPOSE)
        return lying + _lines_of(turned, lying=False)

    def is_inked(self, cell: Rect) -> bool:
        """Whether something is printed inside a cell, its rulings left out."""
        inner = cell.inset(min(1.3, cell.width / 5), min(1.1, cell.height / 5))
        box = [round(each * PIXELS_PER_MM) for each in (inner.x, inner.y, inner.right, inner.bottom)]
        part = self._dark.crop((box[0], box[1], max(box[2], box[0] + 1), max(box[3], box[1] + 1)))
        dark = part.histogram()[255]
        return dark / (part.width * part.height) > INK


def _lines_of(dark: Image.Image, *, lying: bool) -> list[Line]:
    """Lying lines of a picture of 0 and 255; `lying` says what they are on the page."""
    # A slanted line steps from row to row: letting each row see its neighbours keeps its runs long.
    thick = ImageChops.lighter(dark, ImageChops.lighter(ImageChops.offset(dark, 0, 1), ImageChops.offset(dark, 0, -1)))
    data, width = thick.tobytes(), thick.width
    shortest = int(SHORTEST * PIXELS_PER_MM)
    open_strands: list[_Strand] = []
    done: list[_Strand] = []
    runs = 0
    for row in range(thick.height):
        line = data[row * width : (row + 1) * width]
        still = [each for each in open_strands if row - each.row <= 2]
        done += [each for each in open_strands if row - each.row > 2]
        open_strands = still
        if line.count(b"\xff") < shortest or runs > MOST_RUNS:
            continue
        for match in _RUN.finditer(line):
            start, end = match.span()
            if end - start < shortest or line.count(b"\xff", start, end) < DARK_SHARE * (end - start):
                continue
            runs += 1
            strand = next((each for each in open_strands if start <= each.end + 8 and end >= each.start - 8), None)
            if strand is None:
                strand = _Strand(start, end, row, row)
                open_strands.append(strand)
            strand.take(row, start, end)
    done += open_strands
    found = []
    for each in done:
        length = each.end - each.start
        # Two rows were added by looking at the neighbours.
        if each.pixels / length - 2 <= THICKEST * PIXELS_PER_MM:
            at = (each.weighed / each.pixels + 0.5) / PIXELS_PER_MM
            found.append(Line(at, each.start / PIXELS_PER_MM, each.end / PIXELS_PER_MM, lying))
    return found


def _threshold(histogram: Sequence[int]) -> int:
    """The grey that parts ink from paper best (Otsu 1979), kept within sense."""
    total = sum(histogram)
    whole = sum(value * count for value, count in enumerate(histogram))
    best, limit, below, sum_below = -1.0, 128, 0, 0
    for value, count in enumerate(histogram):
        below += count
        sum_below += value * count
        above = total - below
        if not below or not above:
            continue
        apart = below * above * (sum_below / below - (whole - sum_below) / above) ** 2
        if apart > best:
            best, limit = apart, value
    return min(max(limit, 80), 190)
