"""Continuation sheets (续页): the whole of every value that its cell could only begin. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.forms.fit import Value, as_text, atoms_of
from app.forms.fonts import Family
from app.forms.laid import MM, Box, PlacedText, Sheet, Thing, Words
from app.forms.spec import PAGE_HEIGHT, PAGE_WIDTH, Page
from app.forms.typeset import set_lines
from app.forms.wrap import Line, Measure, break_lines

SIZE = 10.5
LEADING = 1.5
HEADING_SIZE = 11.0
FOOT = 12.0
"""Millimetres under the frame for the page number."""
SEAL_HEIGHT = 32.0
PAD = 4.0 * MM
TITLE_DROP = 11.0
REFERENCE_HEIGHT = 9.0


class _Titled(Protocol):
    """What continuation sheets take from the form they belong to: a built-in one, or an official blank."""

    @property
    def title(self) -> str: ...

    @property
    def title_size(self) -> float: ...

    @property
    def page(self) -> Page: ...


@dataclass(frozen=True, slots=True)
class Continued:
    """A value that goes on elsewhere: its number, the label of its cell, and the whole of it."""

    number: int
    label: str
    field: str
    value: Value


def pointer_to(number: int) -> str:
    """What the cell says behind the beginning it shows."""
    return f"（全文见续页第{number}项）"


def continuation_sheets(
    spec: _Titled, values: Mapping[str, Value], entries: Sequence[Continued], measure: Measure
) -> tuple[tuple[tuple[Thing, ...], ...], tuple[PlacedText, ...]]:
    """The sheets that print the entries in full, and where each part of them stands."""
    if not entries:
        return (), ()
    flow = _Flow(spec, values, measure)
    for entry in entries:
        flow.entry(entry)
    return flow.finished()


class _Flow:
    """Lets the entries run through as many sheets as they need."""

    def __init__(self, spec: _Titled, values: Mapping[str, Value], measure: Measure) -> None:
        self._spec = spec
        self._values = values
        self._measure = measure
        self._left = spec.page.left * MM
        self._right = (PAGE_WIDTH - spec.page.right) * MM
        self._bottom = (PAGE_HEIGHT - spec.page.bottom - FOOT) * MM
        self._sheets: list[Sheet] = []
        self._placed: list[PlacedText] = []
        self._top = 0.0
        self._y = 0.0
        self._begin_sheet()

    def entry(self, entry: Continued) -> None:
        """Print one value in full under its heading."""
        lines = break_lines(
            atoms_of(entry.value, Family.SERIF, self._measure),
            (self._right - self._left - 2 * PAD) / SIZE,
            Family.SERIF,
            self._measure,
        )
        step = SIZE * LEADING
        heading = f"第{entry.number}项　{entry.label}"
        if isinstance(entry.value, tuple):
            heading += f"（共{len(entry.value)}个）"
        if self._y + HEADING_SIZE * 2.2 + 2 * step > self._bottom:
            self._begin_sheet()
        start = 0
        while start < len(lines):
            self._heading(heading if start == 0 else f"第{entry.number}项　{entry.label}（续）")
            room = max(1, int((self._bottom - self._y - PAD / 2) / step))
            part = lines[start : start + room]
            self._set(entry.field, part, more=start + room < len(lines))
            start += room
            if start < len(lines):
                self._begin_sheet()
        self._y += SIZE * 0.6

    def finished(self) -> tuple[tuple[tuple[Thing, ...], ...], tuple[PlacedText, ...]]:
        """Close the last sheet with room for the seal and number all sheets."""
        if self._y + SEAL_HEIGHT * MM > self._bottom:
            self._begin_sheet()
        self._seal()
        total = len(self._sheets) + 1
        for index, sheet in enumerate(self._sheets):
            text = f"第 {index + 2} 页　共 {total} 页"
            y = self._bottom + 5 * MM
            sheet.centred(text, self._left, self._right, y, family=Family.SERIF, size=9.5, measure=self._measure)
        return tuple(tuple(sheet.things) for sheet in self._sheets), tuple(self._placed)

    def _begin_sheet(self) -> None:
        sheet = Sheet()
        self._sheets.append(sheet)
        title = f"{self._spec.title}（续页）"
        y = self._spec.page.top * MM
        sheet.centred(
            title,
            self._left,
            self._right,
            y,
            family=Family.BOLD,
            size=self._spec.title_size - 2,
            measure=self._measure,
        )
        y += TITLE_DROP * MM
        number = as_text(self._values.get("target_filing_number", ""))
        if number:
            sheet.things.append(Words(self._left, y + 5.5 * MM, f"拟注销备案号：{number}", Family.SERIF, SIZE))
        self._top = y + REFERENCE_HEIGHT * MM
        self._y = self._top
        sheet.frame(Box(self._left, self._top, self._right - self._left, self._bottom - self._top), 1.3)

    def _heading(self, text: str) -> None:
        height = HEADING_SIZE * 2.2
        sheet = self._sheets[-1]
        if self._y > self._top:
            sheet.rule(self._left, self._y, self._right, self._y, 0.8)
        baseline = self._y + height / 2 + HEADING_SIZE * 0.36
        sheet.things.append(Words(self._left + PAD, baseline, text, Family.BOLD, HEADING_SIZE))
        self._y += height
        sheet.rule(self._left, self._y, self._right, self._y, 0.5)
        self._y += PAD / 2

    def _set(self, field: str, lines: Sequence[Line], *, more: bool) -> None:
        step = SIZE * LEADING
        box = Box(self._left + PAD, self._y, self._right - self._left - 2 * PAD, len(lines) * step)
        text = set_lines(self._sheets[-1], lines, box, SIZE, LEADING)
        if more and lines[-1].ends_paragraph:
            text += "\n"
        self._placed.append(PlacedText(field, len(self._sheets), box.in_mm(), SIZE, text))
        self._y += len(lines) * step

    def _seal(self) -> None:
        sheet = self._sheets[-1]
        top = self._bottom - SEAL_HEIGHT * MM
        sheet.rule(self._left, top, self._right, top, 0.8)
        text = "申请单位公章（个人签字）"
        sheet.things.append(Words(self._left + PAD, top + 7 * MM, text, Family.SERIF, SIZE))
