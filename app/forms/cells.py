"""Sets one cell of a form: its label, and its value, boxes to tick, seal area or blank lines. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.errors import Problem
from app.forms.continuation import Continued, pointer_to
from app.forms.fit import Fitted, Value, as_text, fit
from app.forms.fonts import ASCENT, DESCENT, Family
from app.forms.laid import MM, Box, Mark, PlacedText, Sheet, Words
from app.forms.spec import Cell, HeadItem, Option, Overflow, Seal
from app.forms.typeset import set_lines
from app.forms.wrap import Measure, break_lines, paragraphs

PAD_X = 2.2 * MM
PAD_Y = 0.9 * MM
LABEL_SIZE = 10.5
NOTE_SIZE = 8.5
OPTION_SIZE = 10.5
REMARK_SIZE = 9.0
MARK_SIZE = 9.0
HINT_GREY = 0.55
HEAD_ONE_LINE_FLOOR = 8.5
WRITING_LINE = 9.0
"""Millimetres between the lines left for handwriting."""
LABEL_LEADING = 1.25


@dataclass(slots=True)
class CellSetter:
    """Everything one page's cells are set with, and what comes of it."""

    sheet: Sheet
    measure: Measure
    values: Mapping[str, Value]
    handwriting: frozenset[str]
    placed: list[PlacedText]
    continued: list[Continued]
    refused: list[Problem]

    def label(self, cell: Cell, box: Box) -> None:
        """The printed words at the left of a value, centred, with their asterisk and small note."""
        words = cell.label + ("*" if cell.required else "")
        lines = self._wrapped(words, box.width - PAD_X, LABEL_SIZE)
        notes = self._wrapped(cell.note, box.width - PAD_X, NOTE_SIZE) if cell.note else []
        height = (len(lines) * LABEL_SIZE + len(notes) * NOTE_SIZE) * LABEL_LEADING
        last = NOTE_SIZE if notes else LABEL_SIZE
        y = box.y + (box.height - height + last * (LABEL_LEADING - 1)) / 2
        for line in lines:
            y = self._centred_line(line, box, y, LABEL_SIZE, cell.spread)
        for line in notes:
            y = self._centred_line(line, box, y, NOTE_SIZE, 0)

    def value(self, cell: Cell, box: Box) -> None:
        """What the cell is for: boxes to tick, a field's value, lines for the pen, or nothing."""
        if cell.options:
            self._options(cell, box.inset(PAD_X, PAD_Y))
        elif cell.field in self.handwriting:
            self._writing_lines(box, cell.top)
        elif cell.field:
            value = self._value_of(cell)
            if value:
                self._text(cell, value, box.inset(PAD_X, PAD_Y))

    def head_item(self, item: HeadItem, box: Box) -> None:
        """A label and an underlined value on the line above the table."""
        label = f"{item.label}："
        width = self.measure(label, Family.SERIF, item.size)
        base = box.y + box.height - 2.6 * MM
        self.sheet.things.append(Words(box.x, base, label, Family.SERIF, item.size))
        place = Box(box.x + width, box.y, box.width - width - 3 * MM, box.height)
        line = base + 1.1 * MM
        self.sheet.rule(place.x, line, place.x + place.width, line, 0.5)
        value = self.values.get(item.field, "")
        if not value or item.field in self.handwriting:
            return
        text = Box(place.x + 2, place.y, place.width - 4, line - place.y - 0.6 * MM)
        cell = Cell(label=item.label, field=item.field, size=item.size, floor=item.floor, leading=1.15)
        # One line that is a little smaller reads better than two.
        one_line = cell.model_copy(update={"floor": max(item.floor, HEAD_ONE_LINE_FLOOR)})
        fitted = self._fitted(one_line, value, Box(text.x, text.y, text.width, item.size))
        if fitted is None or not fitted.complete:
            fitted = self._fitted(cell, value, text)
        if fitted is not None:
            height = _height(fitted, cell.leading)
            # One line stands on the label's baseline; more of them end just above the underline.
            y = base - fitted.size * ASCENT if len(fitted.lines) == 1 else text.y + text.height - height
            self._set(cell, value, fitted, Box(text.x, y, text.width, height), text)

    def seal(self, seal: Seal, box: Box) -> None:
        """The empty area for the seal: its label on top, a light hint in its middle."""
        inner = box.inset(PAD_X, 2.5 * MM)
        y = inner.y
        for line in self._wrapped(seal.label, inner.width, LABEL_SIZE):
            y = self._centred_line(line, box, y, LABEL_SIZE, 0)
        hint = self._wrapped(seal.hint, inner.width, 9.0)
        y = box.y + (box.height - len(hint) * 9.0) / 2
        for line in hint:
            y = self._centred_line(line, box, y, 9.0, 0, grey=HINT_GREY)

    def _value_of(self, cell: Cell) -> Value:
        value = self.values.get(cell.field, "")
        if not value and cell.waived_text and waived(cell, self.values):
            return cell.waived_text
        return value

    def _text(self, cell: Cell, value: Value, box: Box) -> None:
        fitted = self._fitted(cell, value, box)
        if fitted is None:
            return
        height = _height(fitted, cell.leading)
        y = box.y + 1.2 * MM if cell.top and height < box.height - 1.2 * MM else box.y
        if not cell.top:
            y = box.y + (box.height - height) / 2
        self._set(cell, value, fitted, Box(box.x, y, box.width, height), box)

    def _fitted(self, cell: Cell, value: Value, box: Box) -> Fitted | None:
        fitted = fit(
            value,
            box.width,
            box.height,
            self.measure,
            family=Family.SERIF,
            size=cell.size,
            floor=cell.floor,
            leading=cell.leading,
            indent=cell.indent,
            pointer=pointer_to(len(self.continued) + 1),
        )
        if not fitted.complete and cell.overflow is Overflow.REFUSE:
            length = len(as_text(value))
            self.refused.append(
                Problem(
                    cell.field, "forms.too_long_for_cell", {"label": cell.label.replace("\n", ""), "length": length}
                )
            )
            return None
        return fitted

    def _set(self, cell: Cell, value: Value, fitted: Fitted, at: Box, whole: Box) -> None:
        pointer = ""
        if not fitted.complete:
            self.continued.append(Continued(len(self.continued) + 1, cell.label.replace("\n", ""), cell.field, value))
            pointer = pointer_to(len(self.continued))
        text = set_lines(self.sheet, fitted.lines, at, fitted.size, cell.leading, indent=cell.indent, tail=pointer)
        self.placed.append(PlacedText(cell.field, 0, whole.in_mm(), fitted.size, text))

    def _options(self, cell: Cell, box: Box) -> None:
        """Boxes side by side where they fit on one line, else one below the other."""
        chosen = "" if cell.field in self.handwriting else self.values.get(cell.field, "")
        step = MARK_SIZE + 4.0
        gap = 9 * MM
        widths = [step + self._option_width(option) for option in cell.options]
        if sum(widths) + gap * (len(widths) - 1) <= box.width:
            x = box.x
            y = box.y + (box.height - OPTION_SIZE) / 2
            for option, width in zip(cell.options, widths, strict=True):
                self._option(cell, option, Box(x, y, width, OPTION_SIZE), ticked=option.value == chosen)
                x += width + gap
            return
        heights = [len(self._option_lines(option, box.width - step)) * OPTION_SIZE * 1.3 for option in cell.options]
        space = (box.height - sum(heights)) / (len(heights) + 1)
        y = box.y + space
        for option, height in zip(cell.options, heights, strict=True):
            self._option(
                cell, option, Box(box.x, y + OPTION_SIZE * 0.15, box.width, height), ticked=option.value == chosen
            )
            y += height + space

    def _option(self, cell: Cell, option: Option, box: Box, *, ticked: bool) -> None:
        baseline = box.y + OPTION_SIZE * ASCENT
        middle = baseline - OPTION_SIZE * 0.36
        self.sheet.things.append(
            Mark(box.x, middle - MARK_SIZE / 2, MARK_SIZE, cell.mark, ticked, cell.field, option.value)
        )
        x = box.x + MARK_SIZE + 4.0
        for index, line in enumerate(self._option_lines(option, box.width - MARK_SIZE - 4.0)):
            at = x
            for text, size in line:
                self.sheet.things.append(Words(at, baseline + index * OPTION_SIZE * 1.3, text, Family.SERIF, size))
                at += self.measure(text, Family.SERIF, size)

    def _option_width(self, option: Option) -> float:
        return self.measure(option.text, Family.SERIF, OPTION_SIZE) + self.measure(
            option.remark, Family.SERIF, REMARK_SIZE
        )

    def _option_lines(self, option: Option, width: float) -> list[list[tuple[str, float]]]:
        """The option's words and its smaller remark, on one line where they fit, else the remark below."""
        if not option.remark:
            return [[(line, OPTION_SIZE)] for line in self._wrapped(option.text, width, OPTION_SIZE)]
        if self._option_width(option) <= width + 0.01:
            return [[(option.text, OPTION_SIZE), (option.remark, REMARK_SIZE)]]
        return [
            *([(line, OPTION_SIZE)] for line in self._wrapped(option.text, width, OPTION_SIZE)),
            *([(line, REMARK_SIZE)] for line in self._wrapped(option.remark, width, REMARK_SIZE)),
        ]

    def _writing_lines(self, box: Box, many: bool) -> None:
        inner = box.inset(PAD_X, PAD_Y)
        bottom = box.y + box.height
        y = box.y + (WRITING_LINE * MM if many else min(box.height - 2.2 * MM, box.height / 2 + 3 * MM))
        while y < bottom - 1.5 * MM:
            self.sheet.rule(inner.x, y, inner.x + inner.width, y, 0.4)
            y += WRITING_LINE * MM

    def _wrapped(self, text: str, width: float, size: float) -> list[str]:
        lines = break_lines(paragraphs(text, Family.SERIF, self.measure), width / size, Family.SERIF, self.measure)
        return [line.text for line in lines]

    def _centred_line(self, text: str, box: Box, y: float, size: float, spread: int, *, grey: float = 0.0) -> float:
        width = self.measure(text, Family.SERIF, size)
        spacing = (spread * size - width) / (len(text) - 1) if spread > len(text) > 1 else 0.0
        width += spacing * (len(text) - 1)
        x = box.x + (box.width - width) / 2
        self.sheet.things.append(Words(x, y + size * ASCENT, text, Family.SERIF, size, grey, spacing))
        return y + size * LABEL_LEADING


def waived(cell: Cell, values: Mapping[str, Value]) -> bool:
    """Whether the form lets this required value be absent."""
    return bool(cell.waived_when) and any(values.get(name) == value for name, value in cell.waived_when.items())


def _height(fitted: Fitted, leading: float) -> float:
    return fitted.size * (ASCENT + DESCENT + (len(fitted.lines) - 1) * leading)
