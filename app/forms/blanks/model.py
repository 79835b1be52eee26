"""What is mapped on a blank: boxes in millimetres from the top left of the page as it is shown.

A mapping is a value: editing makes another one (`app.forms.blanks.operations`). Type sizes are points.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

MAPPING_VERSION = 1
SMALLEST_SIZE = 4.0
"""Points; smaller print cannot be read."""
LARGEST_SIZE = 72.0


class PlaceKind(StrEnum):
    """What a box is for."""

    TEXT = "text"
    COMB = "comb"
    """One character to a cell."""
    TICK = "tick"
    DATE = "date"
    PHOTO = "photo"
    """A picture is glued here; nothing is printed."""
    SEAL = "seal"
    """A seal or signature goes here; nothing is printed."""
    CONSTANT = "constant"
    """The same words on every copy."""


class Overflow(StrEnum):
    """What happens to a value that does not fit its box at the smallest size."""

    CONTINUE = "continue"
    """The box shows the beginning and points to a continuation sheet with the whole."""
    SHRINK = "shrink"
    """It is set smaller still, down to the smallest print there is, then refused."""
    REFUSE = "refuse"
    """The value is an error."""


class Align(StrEnum):
    """Where a line stands between the left and the right side of its box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Upright(StrEnum):
    """Where the lines stand between top and bottom of their box."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class DatePart(StrEnum):
    """Which part of a date a box takes."""

    WHOLE = "whole"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class TickMark(StrEnum):
    """How a value is ticked."""

    CHECK = "check"
    CROSS = "cross"
    FILL = "fill"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in millimetres, y downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def area(self) -> float:
        """In square millimetres."""
        return self.width * self.height

    @classmethod
    def between(cls, left: float, top: float, right: float, bottom: float) -> Rect:
        """From its four sides, in either order."""
        return cls(min(left, right), min(top, bottom), abs(right - left), abs(bottom - top))

    @classmethod
    def around(cls, rects: Iterable[Rect]) -> Rect:
        """The smallest that holds all of them; there is at least one."""
        held = tuple(rects)
        return cls.between(
            min(each.x for each in held),
            min(each.y for each in held),
            max(each.right for each in held),
            max(each.bottom for each in held),
        )

    def moved(self, right: float, down: float) -> Rect:
        """The same size elsewhere."""
        return Rect(self.x + right, self.y + down, self.width, self.height)

    def inset(self, across: float, along: float | None = None) -> Rect:
        """Without a margin at left and right, and at top and bottom; never less than nothing."""
        along = across if along is None else along
        across, along = min(across, self.width / 2), min(along, self.height / 2)
        return Rect(self.x + across, self.y + along, self.width - 2 * across, self.height - 2 * along)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom

    def shared(self, other: Rect) -> float:
        """The area that both have, in square millimetres."""
        wide = min(self.right, other.right) - max(self.x, other.x)
        high = min(self.bottom, other.bottom) - max(self.y, other.y)
        return wide * high if wide > 0 and high > 0 else 0.0

    def rounded(self) -> Rect:
        """To a hundredth of a millimetre, as mappings are kept."""
        return Rect(round(self.x, 2), round(self.y, 2), round(self.width, 2), round(self.height, 2))


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page as shown: rotation and crop applied, in millimetres."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Place:
    """One box on a blank.

    `key` is unique within a mapping. `confidence` is 1 for what a person placed, less for a guess, 0 for a cell
    whose field nobody knows yet; a place without a field prints nothing.
    """

    key: str
    page: int
    rect: Rect
    kind: PlaceKind = PlaceKind.TEXT
    field: str = ""
    label: str = ""
    """The words printed beside it."""
    confidence: float = 1.0
    align: Align = Align.LEFT
    upright: Upright = Upright.MIDDLE
    size: float = 11.0
    floor: float = 8.0
    lines: int = 0
    """At most so many; 0 takes as many as fit."""
    leading: float = 1.3
    overflow: Overflow = Overflow.CONTINUE
    cells: int = 0
    """How many cells a comb has."""
    value: str = ""
    """The value that is ticked, or the constant words."""
    mark: TickMark = TickMark.CHECK
    part: DatePart = DatePart.WHOLE
    required: bool = False

    @property
    def prints(self) -> bool:
        """Whether anything may be printed here."""
        if self.kind is PlaceKind.CONSTANT:
            return bool(self.value)
        return bool(self.field) and self.kind not in {PlaceKind.PHOTO, PlaceKind.SEAL}


@dataclass(frozen=True, slots=True)
class Mapping:
    """All boxes of a blank, in the order in which they were made."""

    pages: tuple[PageFrame, ...]
    places: tuple[Place, ...] = ()
    version: int = field(default=MAPPING_VERSION)

    def place(self, key: str) -> Place:
        """One box by its key; `KeyError` when there is none."""
        for each in self.places:
            if each.key == key:
                return each
        raise KeyError(key)

    def on_page(self, page: int) -> tuple[Place, ...]:
        """The boxes of one page."""
        return tuple(each for each in self.places if each.page == page)

    def fields(self) -> tuple[str, ...]:
        """The fields that are printed, each once, in reading order."""
        reading = sorted(self.places, key=lambda each: (each.page, round(each.rect.y / 3), each.rect.x))
        return tuple(dict.fromkeys(each.field for each in reading if each.prints and each.field))

    def with_places(self, places: Iterable[Place]) -> Mapping:
        """The same pages with other boxes."""
        return replace(self, places=tuple(places))

    def free_key(self) -> str:
        """A key that no box has."""
        numbers = [int(each.key[1:]) for each in self.places if each.key[:1] == "b" and each.key[1:].isdigit()]
        return f"b{max(numbers, default=0) + 1}"


@dataclass(frozen=True, slots=True)
class BlankFacts:
    """What is known about a blank as a paper: the same things that a built-in form's file says of itself."""

    kind: str
    province: str
    edition: str
    title: str
    authority: str = ""
    prefix: str = ""
    source: str = ""
    issued_on: str = ""
    """ISO date; empty when unknown."""
    note: str = ""
    evidence: str = "official blank"
    """How well the form is known; a copy of a built-in form is known no better than that form."""

    @property
    def code(self) -> str:
        """The code that documents name; never one of a built-in form."""
        return f"blank-{self.kind}-{self.province}"
