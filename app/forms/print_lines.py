"""How the lines of print lie in a picture of a paper: level, sideways, on their heads; and by how many degrees askew.

Lines that run from top to bottom tell a picture on its side. A picture on its head is told by the margins: lines begin
at one edge and end where the words end, so the edge where most of them meet is the left one. Papers whose lines are
centred, few, or framed say neither; then the answer is that it cannot be told. No faces or emblems are looked for.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter

MOST_DEGREES = 15.0
"""Beyond this it is no slip of the hand; such a picture is left as it is."""
LEAST_DEGREES = 0.3
"""Less than this does not show."""
_LOOKED_AT = 500
_COARSE, _FINE = 1.0, 0.2
_CLEARER = 1.12
"""How much sharper the lines must stand at the found angle than as they are, to be believed."""
SIDEWAYS_RATIO = 2.2
"""How much more the ink must change along one way than along the other to say which way the lines run."""
LEAST_LINES = 4
MEETING = 0.72
"""Of the lines, this share begins at the edge where they meet …"""
RAGGED = 0.45
"""… and no more than this share ends at the other."""
_MEET_WIDTH = 0.02
"""Of the picture's width, within which line ends count as meeting."""
_PRINT_AT = 640
_FRAME = 0.5
"""A column with ink in more of its rows than this is a stroke of a frame."""


class Lying(StrEnum):
    """How a paper lies in its picture."""

    UPRIGHT = "upright"
    HEAD_DOWN = "head_down"
    SIDEWAYS = "sideways"
    UNKNOWN = "unknown"


def lying(grey: Image.Image) -> Lying:
    """How the paper that fills a grey picture lies; `UNKNOWN` wherever the print does not say it."""
    rows, columns = _ways(grey)
    if rows <= 0 and columns <= 0:
        return Lying.UNKNOWN
    if columns > SIDEWAYS_RATIO * rows:
        return Lying.SIDEWAYS
    if rows < 1.2 * columns:
        return Lying.UNKNOWN
    starts, ends = _margins(grey)
    if len(starts) < LEAST_LINES:
        return Lying.UNKNOWN
    left, right = _meeting(starts, grey.width), _meeting(ends, grey.width)
    if left >= MEETING and right <= RAGGED:
        return Lying.UPRIGHT
    if right >= MEETING and left <= RAGGED:
        return Lying.HEAD_DOWN
    return Lying.UNKNOWN


def detected_skew(grey: Image.Image) -> float | None:
    """By how many degrees the lines of a grey picture rise to the right; None where no lines stand out.

    The picture is turned by every angle in question; where its lines run level, dark and light rows alternate most.
    """
    small = grey.copy()
    small.thumbnail((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BOX, reducing_gap=None)
    edges = small.filter(ImageFilter.FIND_EDGES)
    edges = edges.crop((4, 4, max(5, edges.width - 4), max(5, edges.height - 4)))
    steps = round(MOST_DEGREES / _COARSE)
    level = _contrast_of_rows(edges, 0.0)
    coarse = max(
        (step * _COARSE for step in range(-steps, steps + 1)), key=lambda angle: _contrast_of_rows(edges, angle)
    )
    fine = [coarse + step * _FINE for step in range(-5, 6)]
    scores = {angle: _contrast_of_rows(edges, angle) for angle in fine}
    best = max(scores, key=lambda angle: scores[angle])
    if scores[best] <= 0:
        return None
    if abs(best) < LEAST_DEGREES:
        return 0.0
    if abs(best) >= MOST_DEGREES or scores[best] < _CLEARER * level:
        return None
    return best


def _contrast_of_rows(edges: Image.Image, degrees: float) -> float:
    turned = edges.rotate(-degrees, Image.Resampling.BILINEAR) if degrees else edges
    # The corners that turning leaves empty are not looked at.
    inset = (edges.width // 8, edges.height // 8)
    middle = turned.crop((inset[0], inset[1], edges.width - inset[0], edges.height - inset[1]))
    return _roughness(middle.resize((1, middle.height), Image.Resampling.BOX))


def _ways(grey: Image.Image) -> tuple[float, float]:
    """How much the ink changes from row to row, and from column to column."""
    # Frames around a paper run both ways: only the middle is looked at.
    across, down = grey.width // 5, grey.height // 5
    edges = grey.filter(ImageFilter.FIND_EDGES).crop((across, down, grey.width - across, grey.height - down))
    edges = edges.filter(ImageFilter.BoxBlur(3))
    rows = _roughness(edges.resize((1, edges.height), Image.Resampling.BOX))
    return rows, _roughness(edges.resize((edges.width, 1), Image.Resampling.BOX))


def _roughness(line: Image.Image) -> float:
    values = line.tobytes()
    return sum((a - b) ** 2 for a, b in pairwise(values)) / max(1, len(values) - 1)


def _margins(grey: Image.Image) -> tuple[list[int], list[int]]:
    """Where each line of print begins and ends, in pixels of the picture; frames, rules and specks left out."""
    small = grey.copy()
    small.thumbnail((_PRINT_AT, _PRINT_AT), Image.Resampling.BOX, reducing_gap=None)
    scale = grey.width / small.width
    ink = _ink(small)
    width, height = ink.size
    inset = max(2, width // 40)
    data = ink.tobytes()
    rows = [data[y * width + inset : (y + 1) * width - inset] for y in range(inset, height - inset)]
    # A frame's upright strokes are ink in most rows, its level ones ink in most columns: neither is print.
    if not rows or not rows[0]:
        return [], []
    upright = bytearray(sum(each[x] for each in rows) > 255 * _FRAME * len(rows) for x in range(len(rows[0])))
    starts, ends = [], []
    for band in _bands(rows, upright):
        touched = [x for x in range(len(upright)) if not upright[x] and any(row[x] for row in band)]
        if len(touched) > len(upright) * 0.02:
            starts.append(round((touched[0] + inset) * scale))
            ends.append(round((touched[-1] + inset) * scale))
    return starts, ends


def _ink(small: Image.Image) -> Image.Image:
    """White where something is clearly darker than the paper around it."""
    around = small.filter(ImageFilter.BoxBlur(max(8, small.width // 40)))
    darker = ImageChops.subtract(around, small)
    darkest = darker.getextrema()[1]
    limit = max(18, int(darkest) // 3) if isinstance(darkest, (int, float)) else 18
    return darker.point([255 if each >= limit else 0 for each in range(256)]).filter(ImageFilter.MedianFilter(3))


def _bands(rows: list[bytes], upright: bytearray) -> list[list[bytes]]:
    """Runs of rows with print in them, as high as a line of print may be."""
    least, found, band = 3, [], []
    most = max(12, len(rows) // 8)
    for row in [*rows, b""]:
        inked = sum(1 for value, frame in zip(row, upright, strict=False) if value and not frame)
        if 0 < inked <= 0.7 * len(upright):
            band.append(row)
            continue
        if least <= len(band) <= most:
            found.append(band)
        band = []
    return found


def _meeting(places: list[int], width: int) -> float:
    """The largest share of the places that lie within a narrow strip."""
    reach = max(3.0, _MEET_WIDTH * width)
    return max(sum(1 for other in places if abs(other - place) <= reach) for place in places) / len(places)
