"""Sets values into the boxes of a blank: pure geometry, from mapping, values and a measure of text.

A value shrinks to its box's floor and then goes on on a continuation sheet, shrinks on, or is refused: nothing is ever
clipped, and nothing leaves its box. Combs take one character to a cell, dates part by part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from dataclasses import dataclass, field

from app.errors import Problem
from app.forms.blanks.model import SMALLEST_SIZE, Align, DatePart, Mapping, Overflow, Place, PlaceKind, Rect, Upright
from app.forms.continuation import Continued, pointer_to
from app.forms.fit import Fitted, Value, as_text, fit
from app.forms.fonts import ASCENT, DESCENT, Family
from app.forms.laid import MM, Box, PlacedText, Words
from app.forms.wrap import Measure

PAD_ACROSS = 1.2
"""Millimetres between a box's side and its text; less in a narrow box."""
PAD_ALONG = 0.4
MOST_PAD_SHARE = 0.12
COMB_SIZE_SHARE = 0.82
_DATE = re.compile(r"^\s*(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?\s*$")


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick, in points from the top left of its page."""

    page: int
    box: Box
    place: Place


@dataclass(slots=True)
class SetBlank:
    """Everything that is to be drawn on a blank."""

    words: list[tuple[int, Words]] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)
    placed: list[PlacedText] = field(default_factory=list)
    continued: list[Continued] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)


def set_values(
    mapping: Mapping, values: Table[str, Value], by_hand: frozenset[str], measure: Measure, labels: Table[str, str]
) -> SetBlank:
    """Place every value that has a box.

    Args:
        by_hand: fields left for the pen; nothing is printed for them.
        labels: the words printed beside a field, for continuation sheets and problems.
    """
    setter = _Setter(values, by_hand, measure, labels)
    for place in mapping.places:
        if place.prints and place.field not in by_hand:
            setter.place(place)
    return setter.done


class _Setter:
    def __init__(
        self, values: Table[str, Value], by_hand: frozenset[str], measure: Measure, labels: Table[str, str]
    ) -> None:
        self.done = SetBlank()
        self._values = values
        self._by_hand = by_hand
        self._measure = measure
        self._labels = labels
        self._numbers: dict[str, int] = {}

    def place(self, place: Place) -> None:
        value = place.value if place.kind is PlaceKind.CONSTANT else self._values.get(place.field, "")
        if not value:
            return
        match place.kind:
            case PlaceKind.TICK:
                self._tick(place, value)
            case PlaceKind.COMB:
                self._comb(place, as_text(value))
            case PlaceKind.DATE:
                self._date(place, as_text(value))
            case _:
                self._text(place, value)

    def _tick(self, place: Place, value: Value) -> None:
        if place.value == value or (not isinstance(value, str) and place.value in value):
            self.done.ticks.append(Tick(place.page, _box(place.rect), place))

    def _comb(self, place: Place, text: str) -> None:
        characters = [char for char in text if not char.isspace()]
        if len(characters) > place.cells:
            self._refuse(place, len(characters))
            return
        width = place.rect.width / place.cells
        room, height = width * MM * 0.94, place.rect.height * MM
        widest = max(self._measure(char, Family.SERIF, 1.0) for char in characters)
        size = min(place.size, height * COMB_SIZE_SHARE, room / widest)
        if size < SMALLEST_SIZE:
            self._refuse(place, len(characters))
            return
        for number, char in enumerate(characters):
            cell = Rect(place.rect.x + number * width, place.rect.y, width, place.rect.height)
            box = _box(cell)
            x = box.x + (box.width - self._measure(char, Family.SERIF, size)) / 2
            self._words(place.page, x, _baseline(box, size), char, size)
        self._note(place, size, "".join(characters))

    def _date(self, place: Place, text: str) -> None:
        parts = _DATE.match(text)
        if place.part is not DatePart.WHOLE:
            if parts is None:
                self.done.refused.append(Problem(place.field, "blanks.date_unclear", {"label": self._label(place)}))
                return
            number = {DatePart.YEAR: 1, DatePart.MONTH: 2, DatePart.DAY: 3}[place.part]
            text = parts.group(number)
        self._text(place, text)

    def _text(self, place: Place, value: Value) -> None:
        inner = padded(place.rect)
        fitted = self._fitted(place, value, inner)
        if fitted is None:
            self._refuse(place, len(as_text(value)))
            return
        pointer = ""
        if not fitted.complete:
            number = self._continue(place, value)
            pointer = pointer_to(number)
        self._lines(place, fitted, inner, pointer)

    def _fitted(self, place: Place, value: Value, inner: Box) -> Fitted | None:
        """The value at the largest size at which it fits; None where the box's rule refuses it."""
        floor = SMALLEST_SIZE if place.overflow is Overflow.SHRINK else place.floor
        # What cannot hold one line of the floor's size has to hold a smaller one.
        floor = max(SMALLEST_SIZE, min(floor, _largest(inner)))
        size = max(floor, min(place.size, _largest(inner)))
        height = inner.height
        if place.lines:
            height = min(height, size * (1.0 + (place.lines - 1) * place.leading) + 1e-6)
        fitted = fit(
            value,
            inner.width,
            height,
            self._measure,
            family=Family.SERIF,
            size=size,
            floor=floor,
            leading=place.leading,
            pointer=pointer_to(len(self.done.continued) + 1) if place.overflow is Overflow.CONTINUE else "",
        )
        widest = max((line.width * fitted.size for line in fitted.lines), default=0.0)
        holds = _height(fitted, place.leading) <= inner.height + 1e-6 and widest <= inner.width + 0.01
        if fitted.complete and holds:
            return fitted
        if place.overflow is Overflow.CONTINUE and holds and any(line.atoms for line in fitted.lines):
            return fitted
        return None

    def _lines(self, place: Place, fitted: Fitted, inner: Box, pointer: str) -> None:
        step = fitted.size * place.leading
        free = inner.height - _height(fitted, place.leading)
        shift = {Upright.TOP: 0.0, Upright.MIDDLE: free / 2, Upright.BOTTOM: free}[place.upright]
        baseline = inner.y + shift + fitted.size * ASCENT
        said = []
        last = len(fitted.lines) - 1
        for number, line in enumerate(fitted.lines):
            text = line.text + (pointer if number == last else "")
            spare = inner.width - self._measure(text.rstrip(" "), Family.SERIF, fitted.size)
            x = inner.x + {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[place.align]
            if text:
                self._words(place.page, x, baseline + number * step, text, fitted.size)
            said.append(text + ("\n" if line.ends_paragraph and number < last else ""))
        self._note(place, fitted.size, "".join(said))

    def _continue(self, place: Place, value: Value) -> int:
        """The number under which the whole value stands on a continuation sheet; a field needs only one."""
        number = self._numbers.get(place.field)
        if number is None:
            number = self._numbers[place.field] = len(self.done.continued) + 1
            self.done.continued.append(Continued(number, self._label(place), place.field, value))
        return number

    def _refuse(self, place: Place, length: int) -> None:
        problem = Problem(place.field, "forms.too_long_for_cell", {"label": self._label(place), "length": length})
        self.done.refused.append(problem)

    def _label(self, place: Place) -> str:
        return self._labels.get(place.field) or place.label or place.field

    def _words(self, page: int, x: float, baseline: float, text: str, size: float) -> None:
        self.done.words.append((page, Words(x, baseline, text, Family.SERIF, size)))

    def _note(self, place: Place, size: float, text: str) -> None:
        self.done.placed.append(PlacedText(place.field, place.page, _box(place.rect).in_mm(), size, text))


def padded(rect: Rect) -> Box:
    """The inside of a box that text may use, in points."""
    across = min(PAD_ACROSS, rect.width * MOST_PAD_SHARE)
    along = min(PAD_ALONG, rect.height * MOST_PAD_SHARE / 2)
    return _box(rect.inset(across, along))


def _box(rect: Rect) -> Box:
    return Box(rect.x * MM, rect.y * MM, rect.width * MM, rect.height * MM)


def _largest(box: Box) -> float:
    """The largest size of which one line fits the height."""
    return box.height / (ASCENT + DESCENT)


def _height(fitted: Fitted, leading: float) -> float:
    return fitted.size * (ASCENT + DESCENT + (len(fitted.lines) - 1) * leading)


def _baseline(box: Box, size: float) -> float:
    return box.y + (box.height - size * (ASCENT + DESCENT)) / 2 + size * ASCENT
