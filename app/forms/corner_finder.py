"""Finds the corners of a paper or card in a photo: the four edges that bound it, told from the lines printed on it.

Edge points of a small copy vote for straight lines (Hough, with each point's own direction); of all quadrangles that
the strongest lines make, the one counts whose four sides are really there from corner to corner, the larger the better.
It needs no more than Pillow. What it cannot find: a paper on a ground of its own colour, one that is bent, one whose
edges a hand covers for the most part; then nothing is said, and the agent drags the corners.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PIL import Image, ImageChops, ImageFilter

from app.forms.quad import WHOLE, Corners, Point, area_of

LOOKED_AT = 360
"""Pixels on the long side of the copy that is looked at."""
MOST_POINTS = 7000
LEAST_STEP = 7
"""Of the gradient, so that noise makes no edge where nothing else does."""
MOST_LINES = 18
LEAST_SUPPORT = 0.5
"""Of a side that has to be there: fingers, a rounded corner and a shadow hide the rest."""
MEAN_SUPPORT = 0.66
LEAST_SHARE = 0.06
"""Of the picture: what is smaller is something printed on a paper."""
MOST_TAPER = 42
"""Degrees between two opposite sides, as a photo from one side shows them."""
NEAR_FRAME = 0.045
"""Corners that all lie this near to those of the picture say that it is cut already: what was found is a printed frame."""
_BIN = 1.5
_SPREAD = 4
"""Degrees around its own direction that a point votes for."""
_NEAR = 2.2
"""Pixels from a line to the points that lie on it."""
_SOBEL_X = ImageFilter.Kernel((3, 3), (-1, 0, 1, -2, 0, 2, -1, 0, 1), scale=4, offset=128)
_SOBEL_Y = ImageFilter.Kernel((3, 3), (1, 2, 1, 0, 0, 0, -1, -2, -1), scale=4, offset=128)
"""Pillow lays the first row of a kernel on the lowest row of pixels."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """A point of an edge: where, and the direction across the edge in radians, 0 to pi."""

    x: int
    y: int
    across: float


@dataclass(frozen=True, slots=True)
class _Line:
    """x cos + y sin = distance, and along it which pixels are edge (a bit each, from `start` on)."""

    cos: float
    sin: float
    distance: float
    bits: int
    start: int

    def support(self, a: Point, b: Point) -> float:
        """The share of the stretch between two of its points that is edge."""
        first, last = sorted((self._along(a), self._along(b)))
        low, high = round(first) - self.start, round(last) - self.start
        if high <= low:
            return 0.0
        low, whole = max(low, 0), high - low
        return ((self.bits >> low) & ((1 << max(0, high - low)) - 1)).bit_count() / whole

    def crossing(self, other: _Line) -> Point | None:
        """Where two lines meet; None for parallel ones."""
        below = self.cos * other.sin - other.cos * self.sin
        if abs(below) < 0.2:
            return None
        x = (self.distance * other.sin - other.distance * self.sin) / below
        return x, (self.cos * other.distance - other.cos * self.distance) / below

    def place(self) -> tuple[float, float]:
        """Direction across it in degrees, 0 to 180, and distance from the origin."""
        angle = math.degrees(math.atan2(self.sin, self.cos))
        return (angle % 180, self.distance if 0 <= angle < 180 else -self.distance)

    def _along(self, point: Point) -> float:
        return -point[0] * self.sin + point[1] * self.cos


def find_corners(picture: Image.Image) -> Corners | None:
    """The corners of the paper that a picture shows, as it stands upright in the picture; None where none is sure.

    Args:
        picture: grey or RGB, of any size.
    """
    small = picture.copy()
    small.thumbnail((LOOKED_AT, LOOKED_AT), Image.Resampling.BOX, reducing_gap=None)
    width, height = small.size
    if min(width, height) < 32:
        return None
    edges = _edges(small)
    lines = _lines(edges, width, height)
    best, chosen = 0.0, None
    for points, sides in _quadrangles(lines, width, height):
        supports = [line.support(a, b) for line, a, b in sides]
        mean = sum(supports) / 4
        if min(supports) < LEAST_SUPPORT or mean < MEAN_SUPPORT:
            continue
        share = abs(area_of(points)) / (width * height)
        score = (min(supports) + mean) * share**0.35
        if score > best:
            best, chosen = score, points
    if chosen is None:
        return None
    # A pixel's middle is half a pixel to the right of and below its number.
    found = Corners.of([((x + 0.5) / width, (y + 0.5) / height) for x, y in _from_top_left(chosen)])
    return found if found.is_sound() and not _is_frame(found) else None


def _is_frame(found: Corners) -> bool:
    pairs = zip(found.points(), WHOLE.points(), strict=True)
    return all(max(abs(x - u), abs(y - v)) <= NEAR_FRAME for (x, y), (u, v) in pairs)


def _edges(small: Image.Image) -> list[_Edge]:
    """The points where brightness or colour steps most, one pixel thick; the strongest of the three colours counts."""
    width, height = small.size
    soft = small.filter(ImageFilter.GaussianBlur(1.2))
    steps = [(band.filter(_SOBEL_X), band.filter(_SOBEL_Y)) for band in soft.split()]
    sizes = [_size(x, y) for x, y in steps]
    size = sizes[0]
    for other in sizes[1:]:
        size = ImageChops.lighter(size, other)
    floor = max(LEAST_STEP, _floor(size))
    strength = size.tobytes()
    bands = [(each.tobytes(), x.tobytes(), y.tobytes()) for each, (x, y) in zip(sizes, steps, strict=True)]
    found = []
    for place, value in enumerate(strength):
        if value < floor:
            continue
        y, x = divmod(place, width)
        if not (2 <= x < width - 2 and 2 <= y < height - 2):
            continue
        _, right, down = next(band for band in bands if band[0][place] == value)
        dx, dy = right[place] - 128, down[place] - 128
        step = 1 if abs(dx) > abs(dy) else width
        if value >= strength[place - step] and value > strength[place + step]:
            found.append(_Edge(x, y, math.atan2(dy, dx) % math.pi))
    return found


def _size(across: Image.Image, down: Image.Image) -> Image.Image:
    """How steep each pixel is: the sum of both directions."""
    distance = [abs(each - 128) for each in range(256)]
    return ImageChops.add(across.point(distance), down.point(distance))


def _floor(size: Image.Image) -> int:
    """The steepness that no more than `MOST_POINTS` thick points (about three to a thin one) reach."""
    left = 3 * MOST_POINTS
    for value, count in reversed(list(enumerate(size.histogram()))):
        left -= count
        if left < 0:
            return value + 1
    return 0


def _lines(edges: list[_Edge], width: int, height: int) -> list[_Line]:
    """The straight lines that most points lie on, strongest first."""
    reach = math.hypot(width, height)
    bins = int(2 * reach / _BIN) + 2
    turns = [(math.cos(math.radians(angle)), math.sin(math.radians(angle))) for angle in range(180)]
    votes = [0] * (180 * bins)
    for edge in edges:
        middle = round(math.degrees(edge.across))
        for angle in range(middle - _SPREAD, middle + _SPREAD + 1):
            cos, sin = turns[angle % 180]
            votes[angle % 180 * bins + int((edge.x * cos + edge.y * sin + reach) / _BIN)] += 1
    least = min(width, height) // 8
    strongest = sorted((place for place, count in enumerate(votes) if count >= least), key=lambda each: -votes[each])
    taken: list[tuple[float, float]] = []
    lines: list[_Line] = []
    for place in strongest:
        angle, distance = place // bins, (place % bins + 0.5) * _BIN - reach
        if any(_alike((angle, distance), each) for each in taken):
            continue
        taken.append((angle, distance))
        line = _fitted(edges, math.radians(angle), distance)
        if line is None or any(_alike(line.place(), each.place()) for each in lines):
            continue
        lines.append(line)
        if len(lines) == MOST_LINES:
            break
    return lines


def _alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two lines (degrees, distance) are the same for our purposes."""
    turned, distance = abs(one[0] - other[0]), other[1]
    if turned > 90:
        turned, distance = 180 - turned, -distance
    return turned <= 4 and abs(one[1] - distance) <= 1.6


def _fitted(edges: list[_Edge], angle: float, distance: float) -> _Line | None:
    """The line through the points near a first guess, by least squares across it."""
    for _ in range(2):
        cos, sin = math.cos(angle), math.sin(angle)
        near = [
            each
            for each in edges
            if abs(each.x * cos + each.y * sin - distance) < _NEAR and _turned(each.across, angle) < math.radians(14)
        ]
        if len(near) < 12:
            return None
        mean_x, mean_y = sum(each.x for each in near) / len(near), sum(each.y for each in near) / len(near)
        xx = sum((each.x - mean_x) ** 2 for each in near)
        yy = sum((each.y - mean_y) ** 2 for each in near)
        xy = sum((each.x - mean_x) * (each.y - mean_y) for each in near)
        along = 0.5 * math.atan2(2 * xy, xx - yy)
        angle = along + math.pi / 2
        distance = mean_x * math.cos(angle) + mean_y * math.sin(angle)
    cos, sin = math.cos(angle), math.sin(angle)
    places = [round(each.y * cos - each.x * sin) for each in near]
    start, bits = min(places) - 2, 0
    for place in places:
        bits |= 0b11111 << (place - 2 - start)  # a gap of up to four pixels is still a line
    return _Line(cos, sin, distance, bits, start)


def _turned(one: float, other: float) -> float:
    between = abs(one - other) % math.pi
    return min(between, math.pi - between)


def _quadrangles(
    lines: list[_Line], width: int, height: int
) -> Iterator[tuple[tuple[Point, ...], tuple[tuple[_Line, Point, Point], ...]]]:
    """Every quadrangle of two pairs of lines that could be a paper, with the line behind each side."""
    angles = {id(line): math.atan2(line.sin, line.cos) % math.pi for line in lines}
    pairs = [
        (a, b) for a, b in combinations(lines, 2) if _turned(angles[id(a)], angles[id(b)]) < math.radians(MOST_TAPER)
    ]
    margin_x, margin_y = 0.04 * width, 0.04 * height
    least = LEAST_SHARE * width * height
    for (a, b), (c, d) in combinations(pairs, 2):
        crossings = (a.crossing(c), c.crossing(b), b.crossing(d), d.crossing(a))
        points = tuple(each for each in crossings if each is not None)
        if len(points) < 4 or any(
            not (-margin_x <= x <= width + margin_x and -margin_y <= y <= height + margin_y) for x, y in points
        ):
            continue
        if abs(area_of(points)) < least or not _is_paper(points):
            continue
        ac, cb, bd, da = points
        yield points, ((c, ac, cb), (b, cb, bd), (d, bd, da), (a, da, ac))


def _is_paper(points: tuple[Point, ...]) -> bool:
    """Convex, with corners between 50 and 130 degrees, and no longer than four times its width."""
    sign = 1 if area_of(points) > 0 else -1
    lengths = [math.dist(points[i], points[(i + 1) % 4]) for i in range(4)]
    if min(lengths) < max(lengths) / 4:
        return False
    for i in range(4):
        before, here, after = points[i - 1], points[i], points[(i + 1) % 4]
        cross = (here[0] - before[0]) * (after[1] - here[1]) - (here[1] - before[1]) * (after[0] - here[0])
        if sign * cross < math.sin(math.radians(50)) * lengths[i - 1] * lengths[i]:
            return False
    return True


def _from_top_left(points: tuple[Point, ...]) -> list[Point]:
    """Clockwise from the corner that is nearest to the top left, the paper lying as it does in the picture."""
    ordered = list(points) if area_of(points) > 0 else list(points[::-1])
    # The side whose middle is highest is the top one.
    top = min(range(4), key=lambda i: ordered[i][1] + ordered[(i + 1) % 4][1])
    return ordered[top:] + ordered[:top]
