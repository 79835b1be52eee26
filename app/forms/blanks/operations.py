"""Editing a mapping: every operation takes a mapping and gives another one, so that undo is keeping the old one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from app.forms.blanks.model import Mapping, PageFrame, Place, PlaceKind, Rect

SMALLEST_BOX = 1.0
"""Millimetres; a smaller box can neither be seen nor caught."""
SNAP = 2.0
"""Millimetres within which a side jumps to a ruled line."""
MOST_STEPS = 500
Side = Literal["left", "centre", "right", "top", "middle", "bottom"]
Axis = Literal["across", "down"]


def add(mapping: Mapping, place: Place) -> Mapping:
    """With one more box, kept on its page; a key that is taken is replaced by a free one."""
    taken = not place.key or any(each.key == place.key for each in mapping.places)
    key = mapping.free_key() if taken else place.key
    rect = _kept(place.rect, mapping.pages[place.page])
    return mapping.with_places((*mapping.places, replace(place, key=key, rect=rect)))


def duplicate(mapping: Mapping, keys: Collection[str], right: float = 3.0, down: float = 3.0) -> Mapping:
    """With copies of these boxes a little aside; a copy has no field yet unless it ticks another value of it."""
    for each in [each for each in mapping.places if each.key in keys]:
        field = each.field if each.kind in {PlaceKind.TICK, PlaceKind.DATE} else ""
        mapping = add(mapping, replace(each, key="", field=field, rect=each.rect.moved(right, down)))
    return mapping


def delete(mapping: Mapping, keys: Collection[str]) -> Mapping:
    """Without these boxes."""
    return mapping.with_places(each for each in mapping.places if each.key not in keys)


def change(mapping: Mapping, keys: Collection[str], **values: Any) -> Mapping:
    """With these boxes' properties set; a person did it, so it is certain.

    Raises:
        ValueError: a property that would make the mapping unreadable.
    """
    if {"key", "page"} & set(values):
        raise ValueError("a box keeps its key and its page")
    changed = _each(mapping, keys, lambda each: replace(each, **{"confidence": 1.0, **values}))
    for place in changed.places:
        if place.key in keys and (place.floor > place.size or (place.kind is PlaceKind.COMB and place.cells < 1)):
            raise ValueError("the smallest size lies above the size, or a comb lacks cells")
    return changed


def confirm(mapping: Mapping, keys: Collection[str]) -> Mapping:
    """With these boxes as they are, and sure: somebody has looked at them."""
    return _each(mapping, keys, lambda each: replace(each, confidence=1.0) if each.prints else each)


def move(mapping: Mapping, keys: Collection[str], right: float, down: float) -> Mapping:
    """With these boxes moved together by millimetres, none leaving its page."""
    moved = [each for each in mapping.places if each.key in keys]
    if not moved:
        return mapping
    for each in moved:
        page = mapping.pages[each.page]
        right = min(max(right, -each.rect.x), page.width - each.rect.right)
        down = min(max(down, -each.rect.y), page.height - each.rect.bottom)
    return _each(mapping, keys, lambda each: replace(each, rect=each.rect.moved(right, down).rounded()))


def resize(mapping: Mapping, key: str, rect: Rect) -> Mapping:
    """With one box made this rectangle, kept on its page and at least `SMALLEST_BOX` in size."""
    page = mapping.pages[mapping.place(key).page]
    return _each(mapping, {key}, lambda each: replace(each, rect=_kept(rect, page)))


def align(mapping: Mapping, keys: Collection[str], side: Side) -> Mapping:
    """With these boxes' sides in one line: that of the outermost box, or the middle of all."""
    chosen = [each.rect for each in mapping.places if each.key in keys]
    if len(chosen) < 2:
        return mapping
    whole = Rect.around(chosen)
    middle_x, middle_y = whole.centre

    def placed(rect: Rect) -> Rect:
        match side:
            case "left":
                return replace(rect, x=whole.x)
            case "centre":
                return replace(rect, x=middle_x - rect.width / 2)
            case "right":
                return replace(rect, x=whole.right - rect.width)
            case "top":
                return replace(rect, y=whole.y)
            case "middle":
                return replace(rect, y=middle_y - rect.height / 2)
            case "bottom":
                return replace(rect, y=whole.bottom - rect.height)

    return _each(mapping, keys, lambda each: replace(each, rect=placed(each.rect).rounded()))


def distribute(mapping: Mapping, keys: Collection[str], axis: Axis) -> Mapping:
    """With equal gaps between these boxes; the outermost ones stay."""
    across = axis == "across"
    chosen = sorted(
        (each for each in mapping.places if each.key in keys), key=lambda each: each.rect.x if across else each.rect.y
    )
    if len(chosen) < 3:
        return mapping
    whole = Rect.around(each.rect for each in chosen)
    taken = sum(each.rect.width if across else each.rect.height for each in chosen)
    gap = ((whole.width if across else whole.height) - taken) / (len(chosen) - 1)
    at = whole.x if across else whole.y
    rects: dict[str, Rect] = {}
    for each in chosen:
        rects[each.key] = (replace(each.rect, x=at) if across else replace(each.rect, y=at)).rounded()
        at += (each.rect.width if across else each.rect.height) + gap
    return _each(mapping, keys, lambda each: replace(each, rect=rects[each.key]))


def same_size(mapping: Mapping, keys: Sequence[str]) -> Mapping:
    """With all these boxes as large as the first one."""
    if not keys:
        return mapping
    model = mapping.place(keys[0]).rect
    resized = {
        key: _kept(replace(mapping.place(key).rect, width=model.width, height=model.height),
                   mapping.pages[mapping.place(key).page])
        for key in keys
    }  # fmt: skip
    return _each(mapping, resized, lambda each: replace(each, rect=resized[each.key]))


def snap_to_cells(mapping: Mapping, keys: Collection[str], cells: Sequence[Sequence[Rect]]) -> Mapping:
    """With these boxes grown or shrunk to the blank's own cell under their middle, where there is one.

    Args:
        cells: the cells of each page (`app.forms.blanks.surveys`).
    """

    def snapped(each: Place) -> Place:
        x, y = each.rect.centre
        under = [cell for cell in cells[each.page] if cell.holds(x, y)]
        return replace(each, rect=min(under, key=lambda cell: cell.area).rounded()) if under else each

    return _each(mapping, keys, snapped)


def snap_rect(rect: Rect, cells: Iterable[Rect], within: float = SNAP) -> Rect:
    """A rectangle being drawn or pulled, its sides on the nearest ruled lines within reach."""
    xs: set[float] = set()
    ys: set[float] = set()
    for cell in cells:
        if cell.inset(-within, -within).shared(rect.inset(-within, -within)) > 0:
            xs |= {cell.x, cell.right}
            ys |= {cell.y, cell.bottom}
    return Rect.between(
        snap_value(rect.x, xs, within),
        snap_value(rect.y, ys, within),
        snap_value(rect.right, xs, within),
        snap_value(rect.bottom, ys, within),
    )


def snap_value(value: float, lines: Iterable[float], within: float = SNAP) -> float:
    """The nearest of the lines within reach, else the value itself."""
    nearest = min(lines, key=lambda each: abs(each - value), default=value)
    return nearest if abs(nearest - value) <= within else value


@dataclass(frozen=True, slots=True)
class History:
    """A mapping with what it was before and what was taken back; a value as well."""

    now: Mapping
    past: tuple[Mapping, ...] = ()
    future: tuple[Mapping, ...] = ()

    def done(self, mapping: Mapping) -> History:
        """After one more step; nothing happens when it changed nothing."""
        if mapping == self.now:
            return self
        return History(mapping, (*self.past[-MOST_STEPS + 1 :], self.now))

    def undone(self) -> History:
        """One step back, where there is one."""
        return History(self.past[-1], self.past[:-1], (self.now, *self.future)) if self.past else self

    def redone(self) -> History:
        """The step that was taken back done again, where there is one."""
        return History(self.future[0], (*self.past, self.now), self.future[1:]) if self.future else self


def _each(mapping: Mapping, keys: Collection[str], changed: Callable[[Place], Place]) -> Mapping:
    return mapping.with_places(changed(each) if each.key in keys else each for each in mapping.places)


def _kept(rect: Rect, page: PageFrame) -> Rect:
    """On the page, and large enough to be seen."""
    width = min(max(rect.width, SMALLEST_BOX), page.width)
    height = min(max(rect.height, SMALLEST_BOX), page.height)
    x = min(max(rect.x, 0.0), page.width - width)
    y = min(max(rect.y, 0.0), page.height - height)
    return Rect(x, y, width, height).rounded()
