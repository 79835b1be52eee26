"""What stands on a blank's pages, in millimetres: printed characters, ruled lines, cells, little boxes, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdfium2.raw as pdfium_c
from PIL import Image

from app.errors import UserError
from app.forms.blanks.grid import cells_of, joined
from app.forms.blanks.model import PageFrame, Rect
from app.forms.blanks.recognition import words_on
from app.forms.blanks.scans import DPI, PIXELS_PER_MM, ScannedPage
from app.forms.blanks.vectors import Drawn, Line, drawn_on
from app.forms.laid import MM
from app.forms.raster import draw_page, opened

MOST_CHARACTERS = 10_000
"""A full page of A3 in small print has some six thousand."""
SCAN_SHARE = 0.5
"""A picture over this share of the page makes it a scan, unless lines are drawn on it."""
FEW_LINES = 6
BAND = 5.0
"""Millimetres."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character."""

    text: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class TextLine:
    """Characters side by side."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The characters, without the blanks between them."""
        return "".join(each.text for each in self.glyphs)

    @property
    def rect(self) -> Rect:
        """What they cover."""
        return Rect.around(each.rect for each in self.glyphs)


@dataclass(frozen=True)
class PageSurvey:
    """One page. `inked` says of each cell of a scan whether something is printed in it; other pages know by `glyphs`.

    `recognised` says that the characters were read from a picture: some may be others than those that are printed.
    """

    frame: PageFrame
    lines: tuple[Line, ...]
    cells: tuple[Rect, ...]
    marks: tuple[Rect, ...]
    glyphs: tuple[Glyph, ...]
    scanned: bool = False
    inked: tuple[bool, ...] = ()
    recognised: bool = False

    def text_lines(self, area: Rect | None = None) -> tuple[TextLine, ...]:
        """The printed lines whose characters stand in an area, from the top."""
        if area is None:
            return lines_of(self.glyphs)
        if area not in self._found:
            self._found[area] = self._lines_in(area)
        return self._found[area]

    def _lines_in(self, area: Rect) -> tuple[TextLine, ...]:
        bands = range(int(area.y // BAND), int(area.bottom // BAND) + 1)
        near = [each for band in bands for each in self._bands.get(band, ())]
        return lines_of([each for each in near if area.holds(*each.rect.centre)])

    @cached_property
    def _found(self) -> dict[Rect, tuple[TextLine, ...]]:
        """The lines of areas that were asked about; the same cells are, again and again."""
        return {}

    @cached_property
    def _bands(self) -> dict[int, list[Glyph]]:
        """The characters by height, so that looking into one cell does not go through the whole page."""
        bands: dict[int, list[Glyph]] = {}
        for each in self.glyphs:
            bands.setdefault(int(each.rect.centre[1] // BAND), []).append(each)
        return bands

    @cached_property
    def free_lines(self) -> tuple[TextLine, ...]:
        """The printed lines, or what of them stands outside all cells."""
        by_band: dict[int, list[Rect]] = {}
        for cell in self.cells:
            for band in range(int(cell.y // BAND), int(cell.bottom // BAND) + 1):
                by_band.setdefault(band, []).append(cell)
        free = []
        for line in lines_of(self.glyphs):
            outside = tuple(
                glyph
                for glyph in line.glyphs
                if not any(
                    cell.holds(*glyph.rect.centre) for cell in by_band.get(int(glyph.rect.centre[1] // BAND), ())
                )
            )
            if outside:
                free.append(TextLine(outside))
        return tuple(free)

    def text_in(self, area: Rect) -> str:
        """What is printed in an area, as one text."""
        return "".join(line.text for line in self.text_lines(area))


def survey(paper: bytes, *, recognise: bool = False) -> tuple[PageSurvey, ...]:
    """Measure every page of a paper that `take_blank` made.

    Args:
        recognise: read the words of scanned pages too, which takes seconds and memory.

    Raises:
        UserError: `packet.pdf_damaged`; `blanks.no_reader` where words were to be read and nothing here can.
    """
    with opened(paper) as document:
        return tuple(_page(document, index, recognise=recognise) for index in range(len(document)))


def lines_of(glyphs: Sequence[Glyph]) -> tuple[TextLine, ...]:
    """Characters as lines: those whose middles are about as high, from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: each.rect.centre[1]):
        y = glyph.rect.centre[1]
        if rows and abs(rows[-1][0].rect.centre[1] - y) <= max(1.2, 0.45 * rows[-1][0].rect.height):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return tuple(TextLine(tuple(sorted(row, key=lambda each: each.rect.x))) for row in rows)


def _page(document: Any, index: int, *, recognise: bool) -> PageSurvey:
    try:
        page = document[index]
    except RuntimeError as error:  # pdfium's own family
        raise UserError("packet.pdf_damaged") from error
    try:
        width, height = page.get_size()
        drawn = drawn_on(page, width, height)
        glyphs = _glyphs(page, height)
    finally:
        page.close()
    frame = PageFrame(width / MM, height / MM)
    if _is_scan(drawn, frame):
        return _scan(document, index, frame, drawn, glyphs, recognise=recognise)
    lines = joined(_on_page(drawn.lines, frame))
    return PageSurvey(frame, lines, cells_of(lines), tuple(drawn.marks), glyphs)


def _scan(
    document: Any, index: int, frame: PageFrame, drawn: Drawn, glyphs: tuple[Glyph, ...], *, recognise: bool
) -> PageSurvey:
    image = draw_page(document, index, DPI)
    picture = Image.frombuffer("RGB", (image.width, image.height), image.rgb, "raw", "RGB", image.stride, 1)
    seen = ScannedPage(picture)
    lines = joined([*seen.lines(), *_on_page(drawn.lines, frame)])
    cells = cells_of(lines)
    # A scanner that reads by itself has put words behind the picture already.
    recognised = recognise and not glyphs
    if recognised:
        glyphs = tuple(Glyph(text, seen.on_paper(rect)) for text, rect in words_on(seen.picture, PIXELS_PER_MM))
    return PageSurvey(
        frame,
        lines,
        tuple(map(seen.on_paper, cells)),
        tuple(drawn.marks),
        glyphs,
        scanned=True,
        inked=tuple(map(seen.is_inked, cells)),
        recognised=recognised,
    )


def _is_scan(drawn: Drawn, frame: PageFrame) -> bool:
    page = frame.width * frame.height
    covered = sum(each.shared(Rect(0, 0, frame.width, frame.height)) for each in drawn.pictures)
    return covered > SCAN_SHARE * page and len(drawn.lines) < FEW_LINES


def _on_page(lines: Sequence[Line], frame: PageFrame) -> list[Line]:
    """What can be seen: lines within the page, cut at its edges."""
    seen = []
    for line in lines:
        across, along = (frame.height, frame.width) if line.lying else (frame.width, frame.height)
        start, end = max(line.start, 0.0), min(line.end, along)
        if 0.0 <= line.at <= across and end > start:
            seen.append(Line(line.at, start, end, line.lying))
    return seen


def _glyphs(page: Any, height: float) -> tuple[Glyph, ...]:
    text = page.get_textpage()
    try:
        box = pdfium_c.FS_RECTF()
        found = []
        for index in range(min(text.count_chars(), MOST_CHARACTERS)):
            point = pdfium_c.FPDFText_GetUnicode(text.raw, index)
            if point <= 32 or point > 0x10FFFF or 0xD800 <= point <= 0xDFFF or chr(point).isspace():
                continue
            if not pdfium_c.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(box)):
                continue
            rect = Rect.between(box.left / MM, (height - box.top) / MM, box.right / MM, (height - box.bottom) / MM)
            if 0.2 < rect.width < 100 and 0.2 < rect.height < 100:
                found.append(Glyph(chr(point), rect))
        return tuple(dict.fromkeys(found))
    finally:
        text.close()
