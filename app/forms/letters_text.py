"""Fills the paragraphs of a letter: words with their blanks, broken into lines, each piece knowing its field. Pure.

An empty blank is carried through the line breaker as a non-character of its own width, which no value can hold
(the preflight refuses it), and comes out as a bare rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.forms.fit import Value, as_text
from app.forms.fonts import Family
from app.forms.letters_spec import BLANK, LetterSpec, Paragraph
from app.forms.typeset import MOST_LATIN, MOST_SPREAD
from app.forms.wrap import Measure, break_lines, paragraphs

WHOLE_BLANK = 12
"""Ems up to which a line for the pen is kept in one piece."""
SHORTEST_PART = 4
"""Ems: the parts of a longer one on two lines are no shorter, since nobody can write on a stump."""
_FIRST_OPEN, _LAST_OPEN = 0xFDD0, 0xFDEF
"""Non-characters of Unicode, one for each blank of a paragraph that is kept in one piece, two for each that is not."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line: printed words, a value (underlined), or an empty blank (a rule alone)."""

    text: str
    x: float
    width: float
    field: str = ""
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of pieces, in points from the line's left edge."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Filling:
    """What the blanks of a letter are filled with."""

    spec: LetterSpec
    values: Mapping[str, Value]
    handwriting: frozenset[str]
    measure: Measure

    def value(self, field: str) -> str:
        """The words in a blank; empty where it is left for the pen or nothing is known."""
        return "" if field in self.handwriting else as_text(self.values.get(field, ""))

    def has(self, field: str) -> bool:
        """Whether a blank is filled, or left open on purpose."""
        return field in self.handwriting or bool(as_text(self.values.get(field, "")))

    def holds(self, when: Mapping[str, str]) -> bool:
        """Whether each field has the given value."""
        return all(as_text(self.values.get(field, "")) == wanted for field, wanted in when.items())

    def shown(self) -> tuple[Paragraph, ...]:
        """The paragraphs that stand with these values."""
        return tuple(
            each
            for each in self.spec.paragraphs
            if self.holds(each.when) and all(map(self.has, each.given)) and not any(map(self.has, each.absent))
        )

    def lines(self, text: str, width: float, size: float, indent: int = 0) -> list[TextLine]:
        """A template set in lines no wider than `width` points."""
        words, owners, open_widths = self._filled(text)
        measure = _measuring(self.measure, open_widths)
        done: list[TextLine] = []
        start = 0
        for part in words.split("\n"):
            atoms = paragraphs(part, Family.SERIF, measure)
            broken = break_lines(atoms, width / size, Family.SERIF, measure, indent=indent)
            for place, line in enumerate(broken):
                shift = indent * size if line.starts_paragraph else 0.0
                free = width - shift - line.width * size
                spacing = _spacing(line.text, free, size) if place < len(broken) - 1 else 0.0
                owned = owners[start : start + len(line.text)]
                done.append(_pieces(line.text, owned, shift, size, spacing, measure))
                start += len(line.text)
            start += 1
        return done

    def _filled(self, text: str) -> tuple[str, list[str], dict[str, float]]:
        """The words, the field that each character belongs to, and the widths of the open blanks in ems."""
        words: list[str] = []
        owners: list[str] = []
        widths: dict[str, float] = {}
        end = 0
        for match in BLANK.finditer(text):
            words.append(text[end : match.start()])
            owners += [""] * (match.start() - end)
            field, end = match[1], match.end()
            value = self.value(field)
            if not value:
                value = _open(self.spec.blank(field).pen, widths)
            words.append(value)
            owners += [field] * len(value)
        words.append(text[end:])
        owners += [""] * (len(text) - end)
        return "".join(words), owners, widths


def _open(pen: int, widths: dict[str, float]) -> str:
    """A line of `pen` ems for the pen as marks, whose widths are noted: a line may break between any two of them."""
    end = chr(_FIRST_OPEN + len(widths))
    if pen <= WHOLE_BLANK:
        widths[end] = float(pen)
        return end
    widths[end] = float(SHORTEST_PART)
    middle = chr(_FIRST_OPEN + len(widths))
    widths[middle] = 1.0
    return end + middle * (pen - 2 * SHORTEST_PART) + end


def is_open(text: str) -> bool:
    """Whether a piece is an empty blank."""
    return bool(text) and _FIRST_OPEN <= ord(text[0]) <= _LAST_OPEN


def _measuring(measure: Measure, widths: Mapping[str, float]) -> Measure:
    """The measure of text that may hold open blanks."""
    without = {ord(mark): None for mark in widths}

    def width(text: str, family: str, size: float) -> float:
        opened = sum(widths[char] for char in text if char in widths)
        return opened * size + measure(text.translate(without), family, size)

    return width if widths else measure


def _spacing(text: str, free: float, size: float) -> float:
    """A little space between all characters that fills the line; none where it would show."""
    latin = sum(char.isascii() for char in text)
    if len(text) < 2 or free <= 0 or latin > MOST_LATIN * len(text):
        return 0.0
    each = free / (len(text) - 1)
    return each if each <= MOST_SPREAD * size else 0.0


def _pieces(text: str, owners: Sequence[str], shift: float, size: float, spacing: float, measure: Measure) -> TextLine:
    pieces: list[Piece] = []
    x, start = shift, 0
    for index in range(1, len(text) + 1):
        here = (owners[start], is_open(text[start]))
        if index < len(text) and (owners[index], is_open(text[index])) == here:
            continue
        part = text[start:index]
        width = measure(part, Family.SERIF, size) + spacing * len(part)
        pieces.append(Piece(part, x, width, owners[start], spacing))
        x += width
        start = index
    return TextLine(tuple(pieces))
