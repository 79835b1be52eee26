"""Lays a letter out: centred title, indented paragraphs, signatures at the right, the seal's place beside them. Pure.

The letter is set a little smaller when that keeps it on one page; else it runs on over further pages at its full
size, each with the title and its number. The signatures never stand on a page alone.
"""

from __future__ import annotations

from app.forms.fonts import ASCENT, Family
from app.forms.laid import MM, Box, Laid, PlacedText, Sheet, Words
from app.forms.letters_spec import LetterSpec
from app.forms.letters_text import Filling, Piece, TextLine, is_open
from app.forms.spec import PAGE_HEIGHT, PAGE_WIDTH
from app.forms.values import FormValues, filled, left_for_handwriting
from app.forms.wrap import Measure

STEP = 0.5
"""Points by which a letter is made smaller to stay on one page."""
UNDERLINE_DROP, UNDERLINE = 0.2, 0.5
"""Ems below the baseline, and the weight of the rule in points."""
TITLE_GAP = 9.0 * MM
SUBTITLE_SIZE = 13.0
SIGNATURE_GAP = 14.0 * MM
SIGNATURE_PITCH = 11.5 * MM
"""From one signature line to the next: room for a hand and for most of a 42 mm seal."""
SIGNATURE_START = 0.29
"""Where the signature lines begin, as a share of the text's width."""
SEAL_HEIGHT = 44.0 * MM
SEAL_WIDTH = 46.0 * MM
HINT_SIZE, HINT_GREY = 10.0, 0.55
KEPT_LINES = 2
"""Lines of text that go with the signatures onto another page."""
PAGE_NUMBER_SIZE = 10.0
RUNNING_TITLE = 11.0


def lay_out_letter(spec: LetterSpec, values: FormValues, measure: Measure) -> Laid:
    """Place every word and rule of a letter.

    Args:
        values: field names to text or tuples of texts; `handwriting` names fields left as blank lines.
    """
    size = spec.size
    while size >= spec.floor:
        laid = _Composer(spec, values, measure, size).laid()
        if not laid.continuation:
            return laid
        size -= STEP
    return _Composer(spec, values, measure, spec.size).laid()


class _Composer:
    """Walks down the pages once, at one size of type."""

    def __init__(self, spec: LetterSpec, values: FormValues, measure: Measure, size: float) -> None:
        self._spec = spec
        self._filling = Filling(spec, filled(values), left_for_handwriting(values), measure)
        self._measure = measure
        self._size = size
        self._left = spec.page.left * MM
        self._right = (PAGE_WIDTH - spec.page.right) * MM
        self._bottom = (PAGE_HEIGHT - spec.page.bottom) * MM
        self._step = size * spec.leading
        self._sheets = [Sheet()]
        self._placed: list[PlacedText] = []
        self._y = 0.0

    def laid(self) -> Laid:
        self._title()
        lines = self._body()
        height = self._signature_height()
        kept = min(KEPT_LINES, len(lines))
        for place, line in enumerate(lines):
            # The last lines stay with the signatures: they need their own room and the room below.
            ahead = (len(lines) - place) * self._step + height if place == len(lines) - kept else self._step
            if self._y + ahead > self._bottom:
                self._turn()
            self._set(line, Box(self._left, self._y, self._right - self._left, self._size), self._size)
            self._y += self._step
        self._signatures()
        self._number()
        sheets = tuple(tuple(sheet.things) for sheet in self._sheets)
        return Laid(sheets=sheets, placed=tuple(self._placed), continuation=len(sheets) - 1)

    def _title(self) -> None:
        sheet = self._sheets[0]
        y = self._spec.page.top * MM
        sheet.centred(
            self._spec.title,
            self._left,
            self._right,
            y,
            family=Family.BOLD,
            size=self._spec.title_size,
            measure=self._measure,
        )
        y += self._spec.title_size * 1.25
        if self._spec.subtitle:
            sheet.centred(
                self._spec.subtitle,
                self._left,
                self._right,
                y + 2 * MM,
                family=Family.SERIF,
                size=SUBTITLE_SIZE,
                measure=self._measure,
            )
            y += SUBTITLE_SIZE * 1.25 + 2 * MM
        self._y = y + TITLE_GAP

    def _body(self) -> list[TextLine]:
        width = self._right - self._left
        lines = self._filling.lines(self._spec.addressee, width, self._size) if self._spec.addressee else []
        for paragraph in self._filling.shown():
            lines += self._filling.lines(paragraph.text, width, self._size, paragraph.indent)
        return lines

    def _set(self, line: TextLine, at: Box, size: float) -> None:
        baseline = at.y + size * ASCENT
        for piece in line.pieces:
            self._piece(piece, at.x + piece.x, baseline, size)

    def _piece(self, piece: Piece, x: float, baseline: float, size: float) -> None:
        sheet = self._sheets[-1]
        if piece.field:
            rule = baseline + UNDERLINE_DROP * size
            sheet.rule(x, rule, x + piece.width - piece.spacing, rule, UNDERLINE)
        if is_open(piece.text):
            return
        sheet.things.append(Words(x, baseline, piece.text, Family.SERIF, size, spacing=piece.spacing))
        if piece.field:
            box = Box(x, baseline - size * ASCENT, piece.width, size)
            self._placed.append(PlacedText(piece.field, len(self._sheets) - 1, box.in_mm(), size, piece.text))

    def _signature_rows(self) -> list[tuple[str, float, list[TextLine], int]]:
        """Label, its width, the value's lines and the length of an open line."""
        column = (self._right - self._left) * (1 - SIGNATURE_START)
        rows = []
        for each in self._spec.signature:
            if not self._filling.holds(each.when):
                continue
            words = f"{each.label}："
            width = self._measure(words, Family.SERIF, self._size)
            value = self._filling.value(each.field) if each.field else ""
            lines = self._filling.lines(f"{{{each.field}}}", column - width, self._size) if value else []
            rows.append((words, width, lines, each.pen))
        return rows

    def _row_height(self, lines: list[TextLine]) -> float:
        return SIGNATURE_PITCH + max(0, len(lines) - 1) * self._step

    def _seal_hints(self) -> list[str]:
        return [each.hint for each in self._spec.seals if self._filling.holds(each.when)]

    def _signature_height(self) -> float:
        rows = self._signature_rows()
        height = sum(self._row_height(lines) for _, _, lines, _ in rows)
        return SIGNATURE_GAP + max(height, SEAL_HEIGHT if self._seal_hints() else 0.0)

    def _signatures(self) -> None:
        top = self._y = self._y + SIGNATURE_GAP
        x = self._left + (self._right - self._left) * SIGNATURE_START
        for words, width, lines, pen in self._signature_rows():
            baseline = self._y + self._size * ASCENT
            self._sheets[-1].things.append(Words(x, baseline, words, Family.SERIF, self._size))
            if lines:
                for place, line in enumerate(lines):
                    y = self._y + place * self._step
                    self._set(line, Box(x + width, y, self._right - x - width, self._size), self._size)
            else:
                rule = baseline + UNDERLINE_DROP * self._size
                end = min(self._right, x + width + pen * self._size)
                self._sheets[-1].rule(x + width, rule, end, rule, UNDERLINE)
            self._y += self._row_height(lines)
        for hint in self._seal_hints():
            middle = top + SEAL_HEIGHT / 2 - SIGNATURE_PITCH / 2
            width = self._measure(hint, Family.SERIF, HINT_SIZE)
            at = self._left + (SEAL_WIDTH - width) / 2
            self._sheets[-1].things.append(Words(at, middle, hint, Family.SERIF, HINT_SIZE, HINT_GREY))

    def _turn(self) -> None:
        sheet = Sheet()
        self._sheets.append(sheet)
        y = (self._spec.page.top - 12.0) * MM
        words = f"{self._spec.title}（续页）"
        sheet.things.append(Words(self._left, y + RUNNING_TITLE * ASCENT, words, Family.SERIF, RUNNING_TITLE))
        sheet.rule(self._left, y + 6 * MM, self._right, y + 6 * MM, UNDERLINE)
        self._y = self._spec.page.top * MM

    def _number(self) -> None:
        total = len(self._sheets)
        if total == 1:
            return
        for index, sheet in enumerate(self._sheets, start=1):
            sheet.centred(
                f"第 {index} 页　共 {total} 页",
                self._left,
                self._right,
                self._bottom + 6 * MM,
                family=Family.SERIF,
                size=PAGE_NUMBER_SIZE,
                measure=self._measure,
            )
