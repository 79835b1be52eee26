"""Lays a form out: pure geometry from the form's data, the values and a measure of text.

The page is a ruled table between a centred title and a foot line. Rows have the heights their data
gives; the stretching row takes what the page has left. Values shrink to their cell's floor and then
continue on a sheet of their own (`app.forms.continuation`); nothing is ever clipped.
"""

from __future__ import annotations

from app.errors import Invalid, Problem
from app.forms.cells import CellSetter
from app.forms.continuation import Continued, continuation_sheets
from app.forms.fonts import Family
from app.forms.instructions import instruction_sheets
from app.forms.laid import MM, Box, Laid, PlacedText, Sheet, Words
from app.forms.spec import PAGE_HEIGHT, PAGE_WIDTH, Block, FormSpec, Row
from app.forms.values import FormValues, filled, left_for_handwriting
from app.forms.wrap import Measure

BAND_HEIGHT = 8.0
TITLE_HEIGHT = 11.0
SCOPE_HEIGHT = 5.5
HEAD_HEIGHT = 12.0
FOOT_LINE = 5.0
LEAST_STRETCH = 24.0
OUTER, BAND, INNER = 1.3, 0.8, 0.5
"""Weights of the table's frame, of the lines around bands, and of all others, in points."""


def lay_out(spec: FormSpec, values: FormValues, measure: Measure) -> Laid:
    """Place every word, line and mark of a form.

    Args:
        values: field names to text or tuples of texts; `handwriting` names fields left as blank lines.

    Raises:
        Invalid: a value that must fit its cell is too long for it.
    """
    return _Composer(spec, values, measure).laid()


class _Composer:
    """Walks down the page once."""

    def __init__(self, spec: FormSpec, values: FormValues, measure: Measure) -> None:
        self._spec = spec
        self._measure = measure
        self._sheet = Sheet()
        self._placed: list[PlacedText] = []
        self._continued: list[Continued] = []
        self._refused: list[Problem] = []
        self._left = spec.page.left * MM
        self._right = (PAGE_WIDTH - spec.page.right) * MM
        self._values = filled(values)
        self._cells = CellSetter(
            sheet=self._sheet,
            measure=measure,
            values=self._values,
            handwriting=left_for_handwriting(values),
            placed=self._placed,
            continued=self._continued,
            refused=self._refused,
        )

    def laid(self) -> Laid:
        y = self._title(self._spec.page.top * MM)
        y = self._head(y)
        y = self._table(y)
        self._foot(y)
        if self._refused:
            raise Invalid(self._refused)
        sheets, placed = continuation_sheets(self._spec, self._values, self._continued, self._measure)
        directions = self._spec.instructions
        posted = instruction_sheets(self._spec, directions, self._measure) if directions and directions.posted else ()
        return Laid(
            sheets=(tuple(self._sheet.things), *sheets, *posted),
            placed=(*self._placed, *placed),
            continuation=len(sheets),
        )

    def _title(self, y: float) -> float:
        self._centred(self._spec.title, y, Family.BOLD, self._spec.title_size)
        y += TITLE_HEIGHT * MM
        if self._spec.scope_line:
            self._centred(self._spec.scope_line, y, Family.SERIF, 9.5)
            y += SCOPE_HEIGHT * MM
        return y

    def _head(self, y: float) -> float:
        if not self._spec.head:
            return y + 2 * MM
        x = self._left
        for item in self._spec.head:
            box = Box(x, y, item.width * MM, HEAD_HEIGHT * MM)
            self._cells.head_item(item, box)
            x += box.width
        return y + (HEAD_HEIGHT + 1.2) * MM

    def _table(self, y: float) -> float:
        bottom = (PAGE_HEIGHT - self._spec.page.bottom - FOOT_LINE * len(self._spec.foot)) * MM
        rows = [row for block in self._spec.blocks for row in block.rows]
        fixed = sum(row.height for row in rows if not row.stretch) + BAND_HEIGHT * len(self._spec.blocks)
        stretching = sum(row.stretch for row in rows)
        spare = ((bottom - y) / MM - fixed) / stretching
        if spare < LEAST_STRETCH:
            raise ValueError(f"{self._spec.code}: only {spare:.1f} mm are left for the stretching row")
        top = y
        for block in self._spec.blocks:
            if y > top:
                self._sheet.rule(self._left, y, self._right, y, BAND)
            y = self._band(block, y)
            self._sheet.rule(self._left, y, self._right, y, BAND)
            y = self._rows(block, y, spare)
        self._sheet.frame(Box(self._left, top, self._right - self._left, y - top), OUTER)
        return y

    def _band(self, block: Block, y: float) -> float:
        heading, size = block.heading, 11.5
        note_size = 9.5
        width = self._measure(heading, Family.BOLD, size)
        note_width = self._measure(block.note, Family.SERIF, note_size)
        gap = 4.0 if block.note else 0.0
        x = (self._left + self._right - width - gap - note_width) / 2
        baseline = y + BAND_HEIGHT * MM / 2 + size * 0.36
        self._sheet.things.append(Words(x, baseline, heading, Family.BOLD, size))
        if block.note:
            self._sheet.things.append(Words(x + width + gap, baseline, block.note, Family.SERIF, note_size))
        return y + BAND_HEIGHT * MM

    def _rows(self, block: Block, y: float, spare: float) -> float:
        start = y
        limit = self._right - (block.seal.width * MM if block.seal else 0.0)
        for index, row in enumerate(block.rows):
            height = (spare if row.stretch else row.height) * MM
            if index:
                self._sheet.rule(self._left, y, limit, y, INNER)
            self._row(row, y, height, limit)
            y += height
        if block.seal:
            self._sheet.rule(limit, start, limit, y, INNER)
            self._cells.seal(block.seal, Box(limit, start, self._right - limit, y - start))
        return y

    def _row(self, row: Row, y: float, height: float, limit: float) -> None:
        taken = sum(cell.width or 0.0 for cell in row.cells) * MM
        open_cells = sum(cell.width is None for cell in row.cells)
        rest = (limit - self._left - taken) / open_cells if open_cells else 0.0
        x = self._left
        for cell in row.cells:
            width = rest if cell.width is None else cell.width * MM
            label = Box(x, y, cell.label_width * MM, height)
            if x > self._left:
                self._sheet.rule(x, y, x, y + height, INNER)
            self._sheet.rule(x + label.width, y, x + label.width, y + height, INNER)
            self._cells.label(cell, label)
            self._cells.value(cell, Box(x + label.width, y, width - label.width, height))
            x += width

    def _foot(self, y: float) -> None:
        for index, line in enumerate(self._spec.foot):
            baseline = y + (FOOT_LINE * index + 4.2) * MM
            self._sheet.things.append(Words(self._left, baseline, line, Family.SERIF, 9.5))

    def _centred(self, text: str, y: float, family: str, size: float) -> None:
        self._sheet.centred(text, self._left, self._right, y, family=family, size=size, measure=self._measure)
