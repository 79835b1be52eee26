"""What the mapping editor works with: the operations of the engine under one roof, and questions only an editor asks.

Views know no `app.forms`; everything here is pure, in millimetres, and needs no store.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from app.forms.blanks import operations
from app.forms.blanks.checks import UNSURE, mapping_doubts, mapping_errors
from app.forms.blanks.kinds import ANYWHERE, DEREGISTRATION, BlankKind, blank_kind, blank_kinds
from app.forms.blanks.labels import choices, mappable_fields
from app.forms.blanks.model import (
    Align,
    DatePart,
    Mapping,
    Overflow,
    PageFrame,
    Place,
    PlaceKind,
    Rect,
    TickMark,
    Upright,
)
from app.forms.blanks.operations import History
from app.forms.blanks.surveys import PageSurvey
from app.resources import read_toml

__all__ = [
    "ANYWHERE",
    "DEREGISTRATION",
    "UNSURE",
    "Align",
    "BlankKind",
    "DatePart",
    "Direction",
    "History",
    "Mapping",
    "Overflow",
    "PageFrame",
    "PageSurvey",
    "Place",
    "PlaceKind",
    "Rect",
    "TickMark",
    "Upright",
    "align_to_neighbour",
    "blank_kind",
    "blank_kinds",
    "cell_under",
    "fields_like",
    "mapping_doubts",
    "mapping_errors",
    "next_doubtful",
    "next_free_cell",
    "operations",
    "place_for_cell",
    "reading_order",
    "snapped_move",
    "tick_values",
]

Direction = Literal["left", "right", "up", "down"]
CELL_MARGIN = 0.4
"""Millimetres between a cell's ruled lines and a box put into it."""
SMALLEST_CELL = 3.0
COVERED = 0.3
"""A cell is taken when a box covers this share of it, or lies in it with this share of its own area."""


def reading_order(mapping: Mapping, page: int) -> tuple[Place, ...]:
    """The boxes of a page from the top, and from the left where they stand in one line."""
    return tuple(sorted(mapping.on_page(page), key=lambda each: (round(each.rect.y / 3), each.rect.x)))


def next_doubtful(mapping: Mapping, after: Sequence[str] = ()) -> Place | None:
    """The next box, page by page in reading order, that prints and that nobody has looked at yet; from the first again."""
    order = [each for page in range(len(mapping.pages)) for each in reading_order(mapping, page)]
    last = max((place for place, each in enumerate(order) if each.key in after), default=-1)
    doubtful = [each for each in (*order[last + 1 :], *order[: last + 1]) if each.prints and each.confidence < UNSURE]
    return next(iter(doubtful), None)


def cell_under(cells: Sequence[Rect], x: float, y: float) -> Rect | None:
    """The smallest cell at a point."""
    return min((each for each in cells if each.holds(x, y)), key=lambda each: each.area, default=None)


def next_free_cell(survey: PageSurvey, mapping: Mapping, page: int, after: Rect | None = None) -> Rect | None:
    """The first cell in reading order without a box and without printed words, behind `after`; else the first of all."""
    free = [
        cell
        for number, cell in enumerate(survey.cells)
        if min(cell.width, cell.height) >= SMALLEST_CELL
        and not (number < len(survey.inked) and survey.inked[number])
        and not survey.text_in(cell)
        and not any(_takes(each.rect, cell) for each in mapping.on_page(page))
    ]
    free.sort(key=_reading)
    behind = [each for each in free if after is None or _reading(each) > _reading(after)]
    return next(iter(behind or free), None)


def place_for_cell(cell: Rect, page: int) -> Place:
    """A box that fills a cell; its field is still to be chosen."""
    return Place("", page, cell.inset(CELL_MARGIN).rounded(), confidence=0.0)


def snapped_move(
    rects: Sequence[Rect], right: float, down: float, cells: Sequence[Rect], within: float
) -> tuple[float, float]:
    """A move of boxes together, changed a little so that one of their sides comes onto a ruled line within reach."""
    whole = Rect.around(rects).moved(right, down)
    near = [each for each in cells if each.inset(-within).shared(whole.inset(-within)) > 0]
    xs = {side for each in near for side in (each.x, each.right)}
    ys = {side for each in near for side in (each.y, each.bottom)}
    return (
        right + _pull((whole.x, whole.right), xs, within),
        down + _pull((whole.y, whole.bottom), ys, within),
    )


def align_to_neighbour(
    mapping: Mapping, keys: Sequence[str], direction: Direction, cells: Sequence[Rect] = ()
) -> Mapping:
    """With these boxes moved together until their leading side meets the next side of another box or ruled line."""
    chosen = [each for each in mapping.places if each.key in keys]
    if not chosen:
        return mapping
    whole = Rect.around(each.rect for each in chosen)
    others = [each.rect for each in mapping.on_page(chosen[0].page) if each.key not in keys]
    across = direction in {"left", "right"}
    sides = {
        side
        for each in (*others, *cells)
        for side in ((each.x, each.right) if across else (each.y, each.bottom))
    }  # fmt: skip
    lead = {"left": whole.x, "right": whole.right, "up": whole.y, "down": whole.bottom}[direction]
    forward = direction in {"right", "down"}
    ahead = [side - lead for side in sides if (side - lead > 0.05 if forward else lead - side > 0.05)]
    if not ahead:
        return mapping
    step = min(ahead, key=abs)
    return operations.move(mapping, keys, step if across else 0.0, 0.0 if across else step)


def fields_like(text: str, kind: str = DEREGISTRATION) -> tuple[str, ...]:
    """The fields of this kind of paper whose name or one of whose synonyms, in either language, holds every word; all for an empty text."""
    words = text.casefold().split()
    return tuple(field for field, known in _known_words(kind) if all(word in known for word in words))


def tick_values(field: str) -> tuple[tuple[str, str], ...]:
    """The values that a tick of this field can stand for, each with the word that is printed for it."""
    return tuple((value, words[0]) for name, value, words in choices() if name == field and words)


@lru_cache(maxsize=16)
def _known_words(kind: str) -> tuple[tuple[str, str], ...]:
    names = read_toml("fields.toml")["field"]
    return tuple(
        (field, " ".join((field, names[field]["zh"], names[field]["en"], *names[field].get("synonyms", ()))).casefold())
        for field in mappable_fields(kind)
    )


def _reading(rect: Rect) -> tuple[int, float]:
    return round(rect.y / 3), rect.x


def _takes(box: Rect, cell: Rect) -> bool:
    shared = box.shared(cell)
    return shared > COVERED * cell.area or shared > COVERED * box.area


def _pull(sides: tuple[float, float], lines: set[float], within: float) -> float:
    pulls = [line - side for side in sides for line in lines if abs(line - side) <= within]
    return min(pulls, key=abs, default=0.0)
