"""The four corners of a paper in a photo, and the flat picture they stand for: pure geometry.

A photo taken from one side shows a sheet as a trapezoid. Its corners decide the sheet's plane, and with the plane the
ratio of its sides (Zhang and He, "Whiteboard scanning and image enhancement", 2007, section 3.3), so that a sheet of
unknown size comes out in its own proportions. Corners are fractions of the upright picture's width and height, so they
hold for a small copy as for the picture itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]

OUTSIDE = 0.5
"""How far outside the picture a corner may lie, in fractions: a sheet turned by some degrees reaches beyond it."""
LEAST_AREA = 0.01
"""Of the picture; a smaller quadrangle is a slip of the mouse."""
USUAL_LENS = 0.8
"""Focal length to the long side of the picture: 28 mm on 36, the main lens of most telephones."""
LEAST_TILT = 0.03
"""Of a pair of sides towards each other; less says nothing of the lens."""
DIGITS = 5
"""Places after the point that a corner is kept with: a tenth of a pixel on 10,000."""


class Shape(StrEnum):
    """What the paper is, where its size is known."""

    FREE = "free"
    CARD = "card"
    """85.6 × 54 mm: an identity card (ISO/IEC 7810 ID-1; GA 448-2013)."""
    A4 = "a4"


MILLIMETRES = {Shape.CARD: (85.6, 54.0), Shape.A4: (297.0, 210.0)}
"""Long side, short side."""


@dataclass(frozen=True, slots=True)
class Corners:
    """The corners of a paper, named as they lie on the paper itself when it is read."""

    top_left: Point
    top_right: Point
    bottom_right: Point
    bottom_left: Point

    @classmethod
    def of(cls, points: Sequence[Sequence[float]]) -> Corners:
        """From four points, clockwise from the top left.

        Raises:
            ValueError: not four points with two numbers each.
        """
        if len(points) != 4 or any(len(each) != 2 for each in points):
            raise ValueError("four corners are needed")
        rounded = [(round(float(x), DIGITS), round(float(y), DIGITS)) for x, y in points]
        return cls(*rounded)

    def points(self) -> tuple[Point, Point, Point, Point]:
        """Clockwise from the top left."""
        return (self.top_left, self.top_right, self.bottom_right, self.bottom_left)

    def moved(self, index: int, to: Point) -> Corners:
        """With one corner elsewhere, kept within reach of the picture."""
        points = list(self.points())
        points[index] = (_within(to[0]), _within(to[1]))
        return Corners.of(points)

    def shifted(self, quarter_turns: int) -> Corners:
        """The same corners named anew: after so many clockwise quarter turns another one is the top left."""
        points = self.points()
        steps = -quarter_turns % 4
        return Corners.of(points[steps:] + points[:steps])

    def is_sound(self) -> bool:
        """Whether they bound a paper seen from its front: convex, clockwise, not too small, within reach."""
        points = self.points()
        if any(not math.isfinite(each) or abs(each - 0.5) > 0.5 + OUTSIDE for point in points for each in point):
            return False
        turns = [_cross(points[i], points[(i + 1) % 4], points[(i + 2) % 4]) for i in range(4)]
        return min(turns) > 1e-6 and self.area() >= LEAST_AREA

    def area(self) -> float:
        """Share of the picture that they bound."""
        return abs(area_of(self.points()))


WHOLE = Corners((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
"""The picture as it is."""


def area_of(points: Sequence[Point]) -> float:
    """The area of a polygon; positive where it runs clockwise on a screen."""
    following = (*points[1:], points[0])
    return sum(x * v - u * y for (x, y), (u, v) in zip(points, following, strict=True)) / 2


def perspective(points: Sequence[Point], width: float, height: float) -> tuple[float, ...]:
    """The eight coefficients that bring each point of a flat rectangle to its place among four points.

    In the writing of `PIL.Image.transform`: x' = (ax + by + c) / (gx + hy + 1), y' = (dx + ey + f) / (gx + hy + 1)
    (Heckbert, "Fundamentals of texture mapping", 1989, section 2.2.2).

    Args:
        points: clockwise from the top left, convex.
        width, height: of the rectangle.
    """
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points
    sum_x, sum_y = x0 - x1 + x2 - x3, y0 - y1 + y2 - y3
    dx1, dx2, dy1, dy2 = x1 - x2, x3 - x2, y1 - y2, y3 - y2
    across = dx1 * dy2 - dx2 * dy1
    g = (sum_x * dy2 - dx2 * sum_y) / across
    h = (dx1 * sum_y - sum_x * dy1) / across
    a, b, c = x1 - x0 + g * x1, x3 - x0 + h * x3, x0
    d, e, f = y1 - y0 + g * y1, y3 - y0 + h * y3, y0
    return (a / width, b / height, c, d / width, e / height, f, g / width, h / height)


def flat_size(points: Sequence[Point], shape: Shape, width: float, height: float) -> tuple[float, float]:
    """How big the paper is once flat, in pixels: nothing that the photo shows gets lost, and the sides are in proportion.

    Args:
        points: in pixels, clockwise from the top left.
        shape: whose proportions count; which of its sides lies level is seen from the points.
        width, height: of the photo: its middle is where the camera looked.
    """
    top, right, bottom, left = (math.dist(points[i], points[(i + 1) % 4]) for i in range(4))
    wide, high = max(top, bottom), max(left, right)
    ratio = _true_ratio(points, width, height)
    if shape is not Shape.FREE:
        long, short = MILLIMETRES[shape]
        ratio = long / short if ratio >= 1 else short / long
    return (wide, wide / ratio) if wide / ratio >= high else (high * ratio, high)


def _true_ratio(points: Sequence[Point], width: float, height: float) -> float:
    """Width to height of the rectangle behind the four points, seen by the lens that the points themselves tell of.

    A photo tilted one way only, or not at all, leaves the lens open: then it is taken for that of a telephone.
    """
    # The origin in the middle of the photo; the third number belongs to homogeneous coordinates.
    m1, m2, m4, m3 = ((x - width / 2, y - height / 2, 1.0) for x, y in points)
    k2 = _dot(_cross3(m1, m4), m3) / _dot(_cross3(m2, m4), m3)
    k3 = _dot(_cross3(m1, m4), m2) / _dot(_cross3(m3, m4), m2)
    n2 = tuple(k2 * b - a for a, b in zip(m1, m2, strict=True))
    n3 = tuple(k3 * b - a for a, b in zip(m1, m3, strict=True))
    span = max(width, height)
    squared = (USUAL_LENS * span) ** 2
    if abs(n2[2]) > LEAST_TILT and abs(n3[2]) > LEAST_TILT:
        told = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2])
        # Corners are never exact; a lens that no camera has is not believed.
        squared = told if (0.4 * span) ** 2 < told < (4 * span) ** 2 else squared
    wide = (n2[0] ** 2 + n2[1] ** 2) / squared + n2[2] ** 2
    high = (n3[0] ** 2 + n3[1] ** 2) / squared + n3[2] ** 2
    return math.sqrt(wide / high)


def _within(value: float) -> float:
    return min(1 + OUTSIDE, max(-OUTSIDE, value))


def _cross(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def _cross3(a: Sequence[float], b: Sequence[float]) -> tuple[float, float, float]:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def _dot(a: Sequence[float], b: Sequence[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))
