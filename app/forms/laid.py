"""What a laid-out form consists of: lines, texts and marks at points from the top left corner of a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from app.forms.fonts import ASCENT
from app.forms.wrap import Measure

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, y downwards from the top of the page."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, across: float, along: float) -> Box:
        """The box without a margin at its sides and at top and bottom."""
        return Box(self.x + across, self.y + along, self.width - 2 * across, self.height - 2 * along)

    def in_mm(self) -> tuple[float, float, float, float]:
        """(x, y, width, height) in millimetres, to a hundredth."""
        return (round(self.x / MM, 2), round(self.y / MM, 2), round(self.width / MM, 2), round(self.height / MM, 2))


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight ruled line."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text with its baseline start."""

    x: float
    baseline: float
    text: str
    family: str
    size: float
    grey: float = 0.0
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A box or circle to tick, drawn, because the fonts have no tick boxes."""

    x: float
    y: float
    size: float
    shape: Literal["box", "circle"]
    ticked: bool
    field: str
    value: str


Thing = Stroke | Words | Mark


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A value as it stands on a page: which field, where (mm from the top left), how large, and the words."""

    field: str
    page: int
    box_mm: tuple[float, float, float, float]
    size: float
    text: str


@dataclass(slots=True)
class Sheet:
    """One page in the making."""

    things: list[Thing] = field(default_factory=list)

    def rule(self, x1: float, y1: float, x2: float, y2: float, weight: float) -> None:
        """Draw a line."""
        self.things.append(Stroke(x1, y1, x2, y2, weight))

    def frame(self, box: Box, weight: float) -> None:
        """Rule the four sides of a box."""
        right, bottom = box.x + box.width, box.y + box.height
        self.rule(box.x, box.y, right, box.y, weight)
        self.rule(box.x, bottom, right, bottom, weight)
        self.rule(box.x, box.y, box.x, bottom, weight)
        self.rule(right, box.y, right, bottom, weight)

    def centred(
        self, text: str, left: float, right: float, y: float, *, family: str, size: float, measure: Measure
    ) -> None:
        """Set one line between two edges with its top at y; smaller where it would be too wide."""
        while measure(text, family, size) > right - left:
            size -= 0.5
        x = (left + right - measure(text, family, size)) / 2
        self.things.append(Words(x, y + size * ASCENT, text, family, size))


@dataclass(frozen=True, slots=True)
class Laid:
    """A form ready to draw."""

    sheets: tuple[tuple[Thing, ...], ...]
    placed: tuple[PlacedText, ...]
    continuation: int
    """How many of the sheets are continuation sheets."""
