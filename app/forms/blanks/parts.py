"""Finds the words that belong to a cell: its label at the left or above, and the part of the table it stands in."""

from __future__ import annotations

from functools import cached_property

from app.forms.blanks.grid import GAP, SAME
from app.forms.blanks.labels import HEAD, field_of, part_of, use_of
from app.forms.blanks.model import Rect
from app.forms.blanks.surveys import PageSurvey

WIDE_SHARE = 0.8
"""A cell over this share of its table's width is a heading when it has words."""
NARROW = 18.0
"""Millimetres; a label cell over several rows that is no wider names a part of the table."""
BESIDE = 60.0
"""Millimetres from a box to words that may still be its label."""


class Parts:
    """One page's labels and headings."""

    def __init__(self, page: PageSurvey, whole: str = "") -> None:
        """`whole` is the part that everything on the page stands in; without one the headings say it."""
        self._page = page
        self._whole = whole
        self._texts = {cell: page.text_in(cell) for cell in page.cells}

    def text(self, cell: Rect) -> str:
        """What is printed in a cell."""
        return self._texts.get(cell) or self._page.text_in(cell)

    def at(self, rect: Rect) -> str:
        """The part that a box stands in: of the tall cell at its left, else of the nearest heading above it."""
        if self._whole:
            return self._whole
        x, y = rect.centre
        for cell, part in self._tall:
            if cell.y - SAME <= y <= cell.bottom + SAME and cell.right <= x and self._same_table(cell, x):
                return part
        best = HEAD
        lowest = -1.0
        for heading, part in self._headings:
            if heading.bottom <= rect.y + 2.0 and heading.y > lowest and heading.x - 5 <= x <= heading.right + 5:
                best, lowest = part, heading.y
        return best

    def label_left(self, rect: Rect) -> str:
        """The words of the nearest cell at the left that has any, over cells that have none of their own."""
        beside = [
            cell
            for cell in self._page.cells
            if cell.right <= rect.x + SAME
            and min(cell.bottom, rect.bottom) - max(cell.y, rect.y) > 0.5 * min(cell.height, rect.height)
        ]
        touching = [cell for cell in beside if abs(cell.right - rect.x) <= GAP and self.text(cell)]
        if not touching:
            return ""
        # The cell that is as high as this one is its label; a taller one names a group.
        best = min(touching, key=lambda cell: abs(cell.height - rect.height))
        if (
            best.height > rect.height * 1.8
            and part_of(self.text(best))
            and not field_of(self.text(best), self.at(rect))
        ):
            return ""
        return self.text(best)

    def label_above(self, rect: Rect) -> str:
        """The words of the cell above, as tables with a heading row have them; over empty cells of the same width."""
        top = rect
        for _ in range(20):
            above = [
                cell
                for cell in self._page.cells
                if abs(cell.bottom - top.y) <= GAP
                and min(cell.right, top.right) - max(cell.x, top.x) > 0.6 * min(cell.width, top.width)
            ]
            if not above:
                return ""
            nearest = min(above, key=lambda cell: abs(cell.width - top.width))
            words = self.text(nearest)
            if words:
                return "" if self._is_heading(nearest, words) else words
            if abs(nearest.width - rect.width) > 2.0:
                return ""
            top = nearest
        return ""

    def words_before(self, rect: Rect) -> str:
        """The printed words at the left of a box on its own line, back to the last colon, gap or ruled line."""
        y = rect.centre[1]
        line = [
            glyph
            for glyph in self._page.glyphs
            if abs(glyph.rect.centre[1] - y) <= max(2.0, rect.height / 2) and glyph.rect.right <= rect.x + 1.0
        ]
        words, edge = "", rect.x
        for glyph in sorted(line, key=lambda each: -each.rect.x):
            if edge - glyph.rect.right > (6.0 if words else 25.0) or rect.x - glyph.rect.right > BESIDE:
                break
            words, edge = glyph.text + words, glyph.rect.x
        return words

    def words_above(self, rect: Rect) -> str:
        """The printed line just above a box."""
        band = Rect(rect.x - 2, rect.y - 8, rect.width + 4, 8)
        lines = self._page.text_lines(band)
        return lines[-1].text if lines else ""

    @cached_property
    def _headings(self) -> list[tuple[Rect, str]]:
        """Cells over the whole width and lines of words outside cells that begin a part."""
        found = []
        for cell, words in self._texts.items():
            if words and self._is_heading(cell, words) and (part := part_of(words)):
                found.append((cell, part))
        for line in self._page.free_lines:
            rect = line.rect
            heads = line.text[:1] in "一二三四五六七八ⅠⅡⅢⅣⅤ【(（" or len(line.text) <= 12
            if heads and "：" not in line.text and ":" not in line.text and (part := part_of(line.text)):
                found.append((Rect(0, rect.y, self._page.frame.width, rect.height), part))
        return found

    @cached_property
    def _tall(self) -> list[tuple[Rect, str]]:
        """Narrow label cells over several rows whose words name a part."""
        found = []
        for cell, words in self._texts.items():
            if not words or cell.width > NARROW or (cell.height < 1.6 * cell.width and cell.height < 18.0):
                continue
            rows = [other for other in self._page.cells
                    if abs(other.x - cell.right) <= GAP and other.y >= cell.y - SAME
                    and other.bottom <= cell.bottom + SAME]  # fmt: skip
            if len(rows) >= 2 and (part := part_of(words)):
                found.append((cell, part))
        return found

    def _is_heading(self, cell: Rect, words: str) -> bool:
        beside = [other for other in self._page.cells if other != cell
                  and min(other.bottom, cell.bottom) - max(other.y, cell.y) > 1.0
                  and (abs(other.x - cell.right) <= GAP or abs(other.right - cell.x) <= GAP)]  # fmt: skip
        column = [other for other in self._page.cells
                  if abs(other.x - cell.x) <= SAME or abs(other.right - cell.right) <= SAME]  # fmt: skip
        widest = max((other.width for other in column), default=cell.width)
        return not beside and cell.width >= WIDE_SHARE * widest and cell.width > 60.0 and not use_of(words)

    def _same_table(self, cell: Rect, x: float) -> bool:
        """Whether no gap between tables lies between a tall cell and a box at its right."""
        y = cell.centre[1]
        between = [other for other in self._page.cells
                   if other.y <= y <= other.bottom and cell.right - SAME <= other.x <= x]  # fmt: skip
        covered = sum(other.width for other in between)
        reach = max((other.right for other in between), default=cell.right) - cell.right
        return covered >= 0.9 * reach
