"""The form's own directions for filling in, as a page: posted with the form only where its edition says so. Pure."""

from __future__ import annotations

from app.forms.fonts import ASCENT, Family
from app.forms.laid import MM, Box, Sheet, Thing, Words
from app.forms.spec import PAGE_HEIGHT, PAGE_WIDTH, FormSpec, Instructions
from app.forms.typeset import set_lines
from app.forms.wrap import Measure, break_lines, paragraphs

SIZE = 11.0
LEADING = 1.6
TITLE_DROP = 12.0
NUMBER_WIDTH = 2.2
"""Ems kept at the left for the numbers of the directions."""


def instruction_sheets(spec: FormSpec, instructions: Instructions, measure: Measure) -> list[tuple[Thing, ...]]:
    """The directions, numbered, on as many pages as they take."""
    left, right = spec.page.left * MM, (PAGE_WIDTH - spec.page.right) * MM
    bottom = (PAGE_HEIGHT - spec.page.bottom) * MM
    width = right - left - NUMBER_WIDTH * SIZE
    sheets: list[Sheet] = []
    y = bottom
    for number, words in enumerate(instructions.lines, start=1):
        parts = paragraphs(words, Family.SERIF, measure)
        lines = break_lines(parts, width / SIZE, Family.SERIF, measure)
        height = len(lines) * SIZE * LEADING
        if y + height > bottom:
            sheets.append(Sheet())
            y = spec.page.top * MM
            title = f"{spec.title}{instructions.title}"
            sheets[-1].centred(title, left, right, y, family=Family.BOLD, size=16.0, measure=measure)
            y += TITLE_DROP * MM
        sheets[-1].things.append(Words(left, y + SIZE * ASCENT, f"{number}.", Family.SERIF, SIZE))
        set_lines(sheets[-1], lines, Box(left + NUMBER_WIDTH * SIZE, y, width, height), SIZE, LEADING)
        y += height
    return [tuple(sheet.things) for sheet in sheets]
