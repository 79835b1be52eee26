"""Ruled lines of a scanned page, found in its picture: long dark runs that lie on neighbouring rows of pixels.

Rows are searched as bytes; standing lines are lying ones of the turned picture. Light that falls off, specks and breaks
of a few pixels do not matter; dark areas and printed words are no lines. A page that leans is measured on a straightened
picture, and what is found is turned back to where it stands on the paper.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageChops, ImageFilter, ImageMath

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
COARSE = 16
"""Pixels to one of the paper's light."""
EVEN = 200
"""Paper that is nowhere darker than this is lit evenly enough."""
LONG = 60.0
"""Millimetres of a line that tells how the page leans."""
LEAST_LEAN, MOST_LEAN = 0.0009, 0.08
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
    at_left: int = 0
    at_right: int = 0

    def take(self, row: int, start: int, end: int) -> None:
        if start <= self.start:
            self.at_left = row
        if end >= self.end:
            self.at_right = row
        self.start, self.end = min(self.start, start), max(self.end, end)
        self.row = row
        self.pixels += end - start
        self.weighed += (end - start) * row


class ScannedPage:
    """A page's picture, in black and white and straight. `picture` is the straight one in grey."""

    def __init__(self, picture: Image.Image) -> None:
        self.picture = _evenly_lit(picture.convert("L"))
        self._dark = _ink_of(self.picture)
        self._strands = _strands_of(self._dark)
        self._lean = _lean_of(self._strands)
        if self._lean:
            turn = math.degrees(math.atan(self._lean))
            self.picture = self.picture.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=255)
            self._dark = _ink_of(self.picture)
            self._strands = _strands_of(self._dark)

    def lines(self) -> list[Line]:
        """The ruled lines, in millimetres."""
        turned = self._dark.transpose(Image.Transpose.TRANSPOSE)
        return _lines_of(self._strands, lying=True) + _lines_of(_strands_of(turned), lying=False)

    def on_paper(self, rect: Rect) -> Rect:
        """Where on the leaning paper something stands that was found on the straight picture."""
        if not self._lean:
            return rect
        turn = math.atan(self._lean)
        middle_x, middle_y = (each / PIXELS_PER_MM / 2 for each in self.picture.size)
        x, y = rect.centre
        right, down = x - middle_x, y - middle_y
        return rect.moved(
            right * math.cos(turn) - down * math.sin(turn) - right,
            right * math.sin(turn) + down * math.cos(turn) - down,
        )

    def is_inked(self, cell: Rect) -> bool:
        """Whether something is printed inside a cell, its rulings left out."""
        inner = cell.inset(min(1.3, cell.width / 5), min(1.1, cell.height / 5))
        box = [round(each * PIXELS_PER_MM) for each in (inner.x, inner.y, inner.right, inner.bottom)]
        part = self._dark.crop((box[0], box[1], max(box[2], box[0] + 1), max(box[3], box[1] + 1)))
        dark = part.histogram()[255]
        return dark / (part.width * part.height) > INK


def _evenly_lit(grey: Image.Image) -> Image.Image:
    """The picture as it would be under even light: each spot against the lightest paper around it."""
    small = grey.resize((max(grey.width // COARSE, 1), max(grey.height // COARSE, 1)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(3))
    if not any(paper.histogram()[:EVEN]):
        return grey
    ground = paper.resize(grey.size, Image.Resampling.BICUBIC)
    lit = ImageMath.lambda_eval(_lit, grey=grey, ground=ground)
    even: Image.Image = lit.convert("L")
    return even


def _lit(of: Any) -> Any:
    """Each pixel's share of the paper's light; `of` holds pictures and functions by name."""
    return of["min"](of["grey"] * 255 / of["max"](of["ground"], 1), 255)


def _ink_of(grey: Image.Image) -> Image.Image:
    limit = _threshold(grey.histogram())
    return grey.point([255 if value <= limit else 0 for value in range(256)])


def _lean_of(strands: Sequence[_Strand]) -> float:
    """By how much the long lines fall to the right, for each millimetre; 0 for a page that is straight enough."""
    long = sorted(
        ((each.at_right - each.at_left) / (each.end - each.start), each.end - each.start)
        for each in strands
        if each.end - each.start >= LONG * PIXELS_PER_MM
    )
    half, passed = sum(length for _, length in long) / 2, 0.0
    for slope, length in long:
        passed += length
        if passed >= half:
            return slope if LEAST_LEAN < abs(slope) < MOST_LEAN else 0.0
    return 0.0


def _strands_of(dark: Image.Image) -> list[_Strand]:
    """Long runs of a picture of 0 and 255 that lie on neighbouring rows."""
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
                strand = _Strand(start, end, row, row, at_left=row, at_right=row)
                open_strands.append(strand)
            strand.take(row, start, end)
    return done + open_strands


def _lines_of(strands: Sequence[_Strand], *, lying: bool) -> list[Line]:
    """The strands that are thin enough for a line; `lying` says what they are on the page."""
    found = []
    for each in strands:
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
