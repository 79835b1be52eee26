"""Ruled lines and little boxes of a page, read from its vectors as pdfium sees them, in millimetres as shown.

Straight strokes and thin filled rectangles are lines; the sides of larger rectangles are lines too; curves are none,
but a small round or square outline is a mark to tick. White on white is not a line.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium_c

from app.forms.blanks.model import Rect
from app.forms.laid import MM

THIN = 1.2
"""Millimetres; a filled rectangle no thicker than this is a line."""
STRAIGHT = 0.35
"""Millimetres by which a line may lean."""
SMALL, LARGE = 1.8, 6.5
"""Millimetres; sides of a box or circle to tick."""
MOST_OBJECTS = 60_000
MOST_SEGMENTS = 200_000
DEEPEST = 12
FARTHEST = 5_000.0
WHITE = 245
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A ruled line: `at` is its y when it lies, its x when it stands; it runs from `start` to `end`."""

    at: float
    start: float
    end: float
    lying: bool

    @property
    def length(self) -> float:
        """In millimetres."""
        return self.end - self.start


@dataclass(slots=True)
class Drawn:
    """What was found on a page."""

    lines: list[Line] = field(default_factory=list)
    marks: list[Rect] = field(default_factory=list)
    pictures: list[Rect] = field(default_factory=list)


def drawn_on(page: Any, width: float, height: float) -> Drawn:
    """The lines and marks of a page that is open in pdfium; the caller holds the lock.

    Args:
        width: of the page as shown, in points; the page starts at (0, 0) and is not turned.
        height: likewise.
    """
    reader = _Reader(width, height)
    reader.page(page)
    return reader.drawn


class _Reader:
    def __init__(self, width: float, height: float) -> None:
        self.drawn = Drawn()
        self._width = width
        self._height = height
        self._objects = 0
        self._segments = 0

    def page(self, page: Any) -> None:
        raw = page.raw
        for index in range(pdfium_c.FPDFPage_CountObjects(raw)):
            self._object(pdfium_c.FPDFPage_GetObject(raw, index), (1, 0, 0, 1, 0, 0), 0)

    def _object(self, thing: Any, outer: Matrix, depth: int) -> None:
        self._objects += 1
        if not thing or self._objects > MOST_OBJECTS or self._segments > MOST_SEGMENTS:
            return
        kind = pdfium_c.FPDFPageObj_GetType(thing)
        if kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = _joined(_matrix(thing), outer)
            for index in range(pdfium_c.FPDFFormObj_CountObjects(thing)):
                self._object(pdfium_c.FPDFFormObj_GetObject(thing, index), inner, depth + 1)
        elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            self._path(thing, _joined(_matrix(thing), outer))
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            matrix = _joined(_matrix(thing), outer)
            corners = [self._shown(*_at(matrix, x, y)) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
            if all(abs(x) < FARTHEST and abs(y) < FARTHEST for x, y in corners):
                self._picture(_bounds(corners))

    def _picture(self, rect: Rect) -> None:
        """A picture; one that is as thin as a line is one (word processors draw borders so)."""
        if rect.height <= THIN < rect.width or rect.width <= THIN < rect.height:
            self._thin(rect)
        else:
            self.drawn.pictures.append(rect)

    def _path(self, path: Any, matrix: Matrix) -> None:
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        if not pdfium_c.FPDFPath_GetDrawMode(path, ctypes.byref(filled), ctypes.byref(stroked)):
            return
        inked = stroked.value and not _is_white(path, pdfium_c.FPDFPageObj_GetStrokeColor)
        painted = filled.value and not _is_white(path, pdfium_c.FPDFPageObj_GetFillColor)
        if not inked and not painted:
            return
        for points, curved in self._figures(path, matrix):
            self._figure(points, curved=curved, inked=bool(inked), painted=bool(painted))

    def _figure(self, points: list[tuple[float, float]], *, curved: bool, inked: bool, painted: bool) -> None:
        if len(points) < 2:
            return
        rect = _bounds(points)
        closed = len(points) > 3 and _near(points[0], points[-1])
        if painted and not curved and (rect.width <= THIN) != (rect.height <= THIN):
            self._thin(rect)
            return
        if (closed or curved) and SMALL <= rect.width <= LARGE and SMALL <= rect.height <= LARGE:
            if abs(rect.width - rect.height) <= 0.8 and (inked or not painted):
                self.drawn.marks.append(rect)
            return
        if curved or not (inked or (closed and len(points) == 5)):
            return
        if not inked and rect.area > 0:
            # A filled cell background: its sides stand where the ruled lines do, or would.
            points = [(rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom),
                      (rect.x, rect.y)]  # fmt: skip
        for (x1, y1), (x2, y2) in pairwise(points):
            self._stroke(x1, y1, x2, y2)

    def _thin(self, rect: Rect) -> None:
        x, y = rect.centre
        if rect.width >= rect.height:
            self.drawn.lines.append(Line(y, rect.x, rect.right, lying=True))
        else:
            self.drawn.lines.append(Line(x, rect.y, rect.bottom, lying=False))

    def _stroke(self, x1: float, y1: float, x2: float, y2: float) -> None:
        if abs(y1 - y2) <= STRAIGHT < abs(x1 - x2):
            self.drawn.lines.append(Line((y1 + y2) / 2, min(x1, x2), max(x1, x2), lying=True))
        elif abs(x1 - x2) <= STRAIGHT < abs(y1 - y2):
            self.drawn.lines.append(Line((x1 + x2) / 2, min(y1, y2), max(y1, y2), lying=False))

    def _figures(self, path: Any, matrix: Matrix) -> Iterator[tuple[list[tuple[float, float]], bool]]:
        """The path's separate figures as points in millimetres, and whether they have curves."""
        points: list[tuple[float, float]] = []
        curved = False
        x, y = ctypes.c_float(), ctypes.c_float()
        for index in range(pdfium_c.FPDFPath_CountSegments(path)):
            self._segments += 1
            if self._segments > MOST_SEGMENTS:
                return
            segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
            if not pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
                continue
            kind = pdfium_c.FPDFPathSegment_GetType(segment)
            point = self._shown(*_at(matrix, x.value, y.value))
            if not (abs(point[0]) < FARTHEST and abs(point[1]) < FARTHEST):  # not a number, too
                continue
            if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
                if points:
                    yield points, curved
                points, curved = [point], False
            else:
                curved = curved or kind == pdfium_c.FPDF_SEGMENT_BEZIERTO
                points.append(point)
            if pdfium_c.FPDFPathSegment_GetClose(segment) and points:
                points.append(points[0])
        if points:
            yield points, curved

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        return x / MM, (self._height - y) / MM


def _matrix(thing: Any) -> Matrix:
    found = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(thing, ctypes.byref(found)):
        return (1, 0, 0, 1, 0, 0)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _joined(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(points: list[tuple[float, float]]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect.between(min(xs), min(ys), max(xs), max(ys))


def _near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < 0.2 and abs(one[1] - other[1]) < 0.2


def _is_white(thing: Any, ask: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not ask(thing, *(ctypes.byref(each) for each in (red, green, blue, alpha))):
        return False
    return alpha.value < 16 or min(red.value, green.value, blue.value) >= WHITE
