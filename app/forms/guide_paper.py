"""A page of the guide as a PDF: headings, statements with their markers, and under each where it was read.

Flowing text over as many A4 pages as it takes, set like the packet's own pages: measured, embedded fonts, nothing
clipped, the same bytes for the same page.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from app.errors import UserError
from app.forms.canvas import new_canvas
from app.forms.fonts import Family, FontSet
from app.forms.placement import PAGE_HEIGHT, PAGE_WIDTH, POINTS_PER_MM
from app.forms.sheet_text import draw_line, wrapped

MM = POINTS_PER_MM
LEFT, RIGHT = 20 * MM, PAGE_WIDTH - 20 * MM
TOP, BOTTOM, FOOT = PAGE_HEIGHT - 18 * MM, 22 * MM, 13 * MM
TITLE, HEADING, BODY, NOTE, SMALL = 20.0, 12.5, 10.0, 9.0, 7.5
LEADING = 1.5
INDENT = 5 * MM
GREY = 0.42
TALLEST = (TOP - BOTTOM) / 3
"""A statement that is no taller than this is not broken over a page."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One statement: what stands before it, its words, what stands below, its markers, and where it was read."""

    lead: str
    text: str
    details: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A heading and its statements."""

    title: str
    lines: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True)
class GuidePaper:
    """A whole page of the guide, as text ready to print."""

    title: str
    subtitle: str
    foot: str
    sections: tuple[PaperSection, ...]


def draw_guide(paper: GuidePaper) -> bytes:
    """The PDF.

    Raises:
        UserError: `packet.glyph_missing` for a character that no font shows.
    """
    _refuse_unprintable(paper)
    stream = BytesIO()
    canvas = new_canvas(stream, title=paper.title, subject="guide")
    _Column(canvas, paper).draw()
    canvas.save()
    return stream.getvalue()


def _refuse_unprintable(paper: GuidePaper) -> None:
    texts = [paper.title, paper.subtitle, paper.foot]
    for section in paper.sections:
        texts.append(section.title)
        for line in section.lines:
            texts += [line.lead, line.text, *line.details, *line.marks, line.basis]
    missing = FontSet.shared().missing("".join(texts).replace("\n", ""), Family.SANS)
    if missing:
        raise UserError("packet.glyph_missing", characters=tuple(missing))


class _Column:
    """A cursor that walks down the pages."""

    def __init__(self, canvas: Canvas, paper: GuidePaper) -> None:
        self._canvas = canvas
        self._paper = paper
        self._y = TOP
        self._number = 1

    def draw(self) -> None:
        """The whole paper, page by page."""
        self._put(self._paper.title, TITLE, family=Family.BOLD)
        self._y -= 1.5 * MM
        self._put(self._paper.subtitle, BODY, grey=GREY)
        for section in self._paper.sections:
            self._heading(section)
            for line in section.lines:
                self._statement(line)
        self._end()

    def _heading(self, section: PaperSection) -> None:
        # A heading never stands alone at the foot: its first statement comes along.
        self._room(HEADING * LEADING + 5 * MM + 3 * BODY * LEADING)
        self._y -= 4.5 * MM
        self._put(section.title, HEADING, family=Family.BOLD)
        self._canvas.setLineWidth(0.6)
        self._canvas.line(LEFT, self._y - 0.2 * MM, RIGHT, self._y - 0.2 * MM)
        self._y -= 2 * MM

    def _statement(self, line: PaperLine) -> None:
        words = f"{line.lead}　{line.text}" if line.lead else line.text
        marks = f"【{'】【'.join(line.marks)}】" if line.marks else ""
        # A statement stays with its markers and its source; only a very long one goes over the page.
        self._room(min(self._height(line, words, marks), TALLEST))
        draw_line(self._canvas, LEFT + 1 * MM, self._y - BODY, "·", size=BODY, family=Family.BOLD)
        self._put(words, BODY, indent=INDENT)
        if marks:
            self._put(marks, SMALL, indent=INDENT, family=Family.BOLD)
        for detail in line.details:
            self._put(detail, NOTE, indent=INDENT, grey=0.25)
        if line.basis:
            self._put(f"来源：{line.basis}", SMALL, indent=INDENT, grey=GREY)
        self._y -= 1.2 * MM

    def _height(self, line: PaperLine, words: str, marks: str) -> float:
        """What a statement takes of the column."""
        parts = [(words, BODY, Family.SANS), (marks, SMALL, Family.BOLD)]
        parts += [(detail, NOTE, Family.SANS) for detail in line.details]
        parts.append((f"来源：{line.basis}" if line.basis else "", SMALL, Family.SANS))
        return sum(
            len(wrapped(text, RIGHT - LEFT - INDENT, size, family)) * size * LEADING
            for text, size, family in parts
            if text
        )

    def _put(
        self, text: str, size: float, *, indent: float = 0.0, family: str = Family.SANS, grey: float = 0.0
    ) -> None:
        for line in wrapped(text, RIGHT - LEFT - indent, size, family):
            self._room(size * LEADING)
            self._canvas.setFillGray(grey)
            draw_line(self._canvas, LEFT + indent, self._y - size, line, size=size, family=family)
            self._canvas.setFillGray(0)
            self._y -= size * LEADING

    def _room(self, height: float) -> None:
        if self._y - height >= BOTTOM:
            return
        self._end()
        self._number += 1
        self._y = TOP
        self._put(f"{self._paper.title}（续）", SMALL + 1, family=Family.BOLD)
        self._y -= 1.5 * MM

    def _end(self) -> None:
        canvas = self._canvas
        canvas.setLineWidth(0.4)
        canvas.line(LEFT, FOOT + 5 * MM, RIGHT, FOOT + 5 * MM)
        canvas.setFillGray(GREY)
        if self._paper.foot:
            draw_line(canvas, LEFT, FOOT, self._paper.foot, size=SMALL)
        draw_line(canvas, RIGHT, FOOT, f"第 {self._number} 页", size=SMALL, align="right")
        canvas.setFillGray(0)
        canvas.showPage()
