"""Finds the words that belong to a cell: its label at the left or above, and the part of the table it stands in."""

from __future__ import annotations

from functools import cached_property

from app.forms.blanks.grid import GAP, SAME
from app.forms.blanks.labels import HEAD, OFFICE, TELLING, field_of, part_of, use_of
from app.forms.blanks.model import Rect
from app.forms.blanks.surveys import BAND, Glyph, PageSurvey, TextLine

WIDE_SHARE = 0.8
"""A cell over this share of its table's width is a heading when it has words."""
NARROW = 26.0
"""Millimetres; a label cell over several rows that is no wider names a part of the table."""
BESIDE = 60.0
"""Millimetres from a box to words that may still be its label."""
APART = 8.0
"""Millimetres between words of one height that belong to different columns."""
LONGEST_RUN = 6
MOST_ROWS = 20
"""Empty rows between a heading row and a cell that still belongs to it."""
BOXES = frozenset("□☐○〇◯◻▢❏Ο⃝\uf06f\uf0a3\uf0a8")
"""Characters that print as a box or circle to tick, those of symbol fonts included."""
COLONS = "：:"
ENDS = frozenset(COLONS + "，,。；;_＿…﹍﹎‗（）()")
CLEAR = 0.65
"""From this confidence on a label tells whose data follow."""


class Parts:
    """One page's labels and headings."""

    def __init__(self, page: PageSurvey, whole: str = "") -> None:
        """`whole` is the part that everything on the page stands in; without one the headings say it."""
        self._page = page
        self._whole = whole
        self._left: dict[Rect, str] = {}
        self._above: dict[Rect, str] = {}
        self._texts = {cell: page.text_in(cell) for cell in page.cells}

    def text(self, cell: Rect) -> str:
        """What is printed in a cell."""
        words = self._texts.get(cell)
        return self._page.text_in(cell) if words is None else words

    def at(self, rect: Rect) -> str:
        """The part that a box stands in: of the tall cell at its left, else of the nearest heading above it."""
        if self._whole:
            return self._whole
        x, y = rect.centre
        for cell, part in self._tall:
            if cell.y - SAME <= y <= cell.bottom + SAME and cell.right <= x and self._same_table(cell, x):
                return part
        column = self._column_of(rect)
        if column is not None:
            return self._columns[column]
        _, best = self._heading_of(rect)
        return self._after_label(rect) if best == HEAD else best

    def _heading_of(self, rect: Rect) -> tuple[float, str]:
        """How far down the nearest heading above a box stands, and the part that it begins."""
        x, _ = rect.centre
        best, lowest = HEAD, -1.0
        for heading, part in self._headings:
            if heading.bottom <= rect.y + 2.0 and heading.y > lowest and heading.x - 5 <= x <= heading.right + 5:
                best, lowest = part, heading.y
        return lowest, best

    def label_left(self, rect: Rect) -> str:
        """The words of the nearest cell at the left that has any, over cells that have none of their own."""
        if rect not in self._left:
            self._left[rect] = self._found_left(rect)
        return self._left[rect]

    def _found_left(self, rect: Rect) -> str:
        beside = [
            cell
            for cell in self._near(rect)
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

    def row_label(self, rect: Rect) -> tuple[str, int, int]:
        """The words before a run of empty cells, which of them this one is, and how many there are: `联系人及手机`."""
        left = self._run(rect, -1)
        label = self.label_left(left[-1]) if left else self.label_left(rect)
        return label, len(left), len(left) + 1 + len(self._run(rect, 1))

    def is_followed_by_room(self, cell: Rect) -> bool:
        """Whether an empty cell stands at the right of a cell, so that nobody writes behind its label."""
        return bool(self._run(cell, 1))

    def _run(self, rect: Rect, way: int) -> list[Rect]:
        """The empty cells of the same row that follow each other from a cell on, to the right or to the left."""
        found: list[Rect] = []
        here = rect
        while len(found) < LONGEST_RUN:
            beside = [
                cell
                for cell in self._near(here)
                if abs((cell.x - here.right) if way > 0 else (here.x - cell.right)) <= GAP
                and abs(cell.y - here.y) <= SAME
                and abs(cell.bottom - here.bottom) <= SAME
                and not self._texts[cell]
            ]
            if not beside:
                break
            here = beside[0]
            found.append(here)
        return found

    def label_above(self, rect: Rect) -> str:
        """The words of the cell above, as tables with a heading row have them; over empty cells of the same width."""
        if rect not in self._above:
            self._above[rect] = self._found_above(rect)
        return self._above[rect]

    def _found_above(self, rect: Rect) -> str:
        top = rect
        for _ in range(MOST_ROWS):
            above = [
                cell
                for cell in self._ending_at(top.y)
                if abs(cell.bottom - top.y) <= GAP
                and min(cell.right, top.right) - max(cell.x, top.x) > 0.6 * min(cell.width, top.width)
            ]
            if not above:
                return ""
            nearest = min(above, key=lambda cell: abs(cell.width - top.width))
            words = self.text(nearest)
            if self._has_boxes(nearest):
                return ""
            if words:
                return "" if nearest in self._columns or self._is_heading(nearest, words) else words
            if abs(nearest.width - rect.width) > 2.0:
                return ""
            top = nearest
        return ""

    def is_in_column(self, rect: Rect) -> bool:
        """Whether a heading above says whose data stand in the box's column."""
        return self._column_of(rect) is not None

    def _column_of(self, rect: Rect) -> Rect | None:
        """The nearest heading of a column that says whose data stand in it, above a cell as wide, no other part between."""
        if not self._columns:
            return None
        lowest, _ = self._heading_of(rect)
        above = [
            cell
            for cell in self._columns
            if lowest < cell.y
            and cell.bottom <= rect.y + SAME
            and abs(cell.x - rect.x) <= SAME
            and abs(cell.right - rect.right) <= SAME
        ]
        return max(above, key=lambda cell: cell.bottom, default=None)

    @cached_property
    def _columns(self) -> dict[Rect, str]:
        """Cells of heading rows that part a table between two owners: `信息项 | 被注销备案主体 | 申请人`.

        Every cell of such a row has words, and no two that name a part name the same one.
        """
        rows: dict[tuple[int, int], list[Rect]] = {}
        for cell in self._texts:
            rows.setdefault((round(cell.y), round(cell.bottom)), []).append(cell)
        found: dict[Rect, str] = {}
        for row in rows.values():
            named = {cell: part for cell in row if (part := part_of(self._texts[cell])) and part != OFFICE}
            apart = len(named) >= 2 and len(set(named.values())) == len(named)
            if apart and all(self._texts[cell] for cell in row) and not any(map(self._has_boxes, row)):
                found |= named
        return found

    def _has_boxes(self, cell: Rect) -> bool:
        return any(box in self._texts[cell] for box in BOXES)

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

    def _after_label(self, rect: Rect) -> str:
        """The part of the last label before a box that can mean one part only, where no heading names it."""
        x, y = rect.centre
        part = HEAD
        for label, inside, named in self._telling:
            before = label.centre[1] < rect.y or (label.y <= y <= label.bottom and label.x < x)
            if before and inside == self._is_in_cell(rect):
                part = named
        return part

    def _is_in_cell(self, rect: Rect) -> bool:
        return any(cell.holds(*rect.centre) for cell in self._near(rect))

    @cached_property
    def _telling(self) -> list[tuple[Rect, bool, str]]:
        """Labels that tell whose data follow, in reading order, and whether they stand in a cell."""
        found = [(cell, True, field_of(words)) for cell, words in self._texts.items() if words]
        for line in self._page.free_lines:
            for rect, words in _labels_of(line):
                found.append((rect, False, field_of(words)))
        telling = [
            (rect, inside, TELLING[match.field])
            for rect, inside, match in found
            if match is not None
            and match.confidence >= CLEAR
            and match.field in TELLING
            # A line above the table says who applies; that is the head and nothing else.
            and (inside or match.field != "applicant_name")
        ]
        return sorted(telling, key=lambda each: (round(each[0].y / 3), each[0].x))

    def _near(self, rect: Rect) -> list[Rect]:
        """The cells that share a height with a box."""
        bands = range(int((rect.y - GAP) // BAND), int((rect.bottom + GAP) // BAND) + 1)
        return list(dict.fromkeys(cell for band in bands for cell in self._rows.get(band, ())))

    def _ending_at(self, y: float) -> list[Rect]:
        """The cells whose lower side is at a height, or nearly."""
        bands = range(int((y - GAP) // BAND), int((y + GAP) // BAND) + 1)
        return [cell for band in bands for cell in self._endings.get(band, ())]

    @cached_property
    def _endings(self) -> dict[int, list[Rect]]:
        endings: dict[int, list[Rect]] = {}
        for cell in self._page.cells:
            endings.setdefault(int(cell.bottom // BAND), []).append(cell)
        return endings

    @cached_property
    def _rows(self) -> dict[int, list[Rect]]:
        rows: dict[int, list[Rect]] = {}
        for cell in self._page.cells:
            for band in range(int(cell.y // BAND), int(cell.bottom // BAND) + 1):
                rows.setdefault(band, []).append(cell)
        return rows

    @cached_property
    def _headings(self) -> list[tuple[Rect, str]]:
        """Cells over the whole width and lines of words outside cells that begin a part."""
        found = []
        for cell, words in self._texts.items():
            if words and self._is_heading(cell, words) and (part := part_of(words)):
                found.append((cell, part))
        for line in self._page.free_lines:
            pieces = columns_of(line)
            for place, piece in enumerate(pieces):
                text, rect = piece.text, piece.rect
                heads = text[:1] in "一二三四五六七八ⅠⅡⅢⅣⅤ【(（" or len(text) <= 12
                if heads and "：" not in text and ":" not in text and (part := part_of(text)):
                    # Beside another heading it is the heading of a column.
                    start = rect.x if place else 0.0
                    end = pieces[place + 1].rect.x if place + 1 < len(pieces) else self._page.frame.width
                    found.append((Rect.between(start, rect.y, end - 6.0, rect.bottom), part))
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
        beside = [other for other in self._near(cell) if other != cell
                  and min(other.bottom, cell.bottom) - max(other.y, cell.y) > 1.0
                  and (abs(other.x - cell.right) <= GAP or abs(other.right - cell.x) <= GAP)]  # fmt: skip
        if beside or cell.width <= 60.0 or use_of(words):
            return False
        column = [other for other in self._page.cells
                  if abs(other.x - cell.x) <= SAME or abs(other.right - cell.right) <= SAME]  # fmt: skip
        return cell.width >= WIDE_SHARE * max((other.width for other in column), default=cell.width)

    def _same_table(self, cell: Rect, x: float) -> bool:
        """Whether no gap between tables lies between a tall cell and a box at its right."""
        y = cell.centre[1]
        between = [other for other in self._page.cells
                   if other.y <= y <= other.bottom and cell.right - SAME <= other.x <= x]  # fmt: skip
        covered = sum(other.width for other in between)
        reach = max((other.right for other in between), default=cell.right) - cell.right
        return covered >= 0.9 * reach


def columns_of(line: TextLine) -> list[TextLine]:
    """A line's words, parted where they stand so far from each other that they belong to different columns."""
    pieces: list[list[Glyph]] = []
    for glyph in line.glyphs:
        if pieces and glyph.rect.x - pieces[-1][-1].rect.right <= APART:
            pieces[-1].append(glyph)
        else:
            pieces.append([glyph])
    return [TextLine(tuple(each)) for each in pieces]


def _labels_of(line: TextLine) -> list[tuple[Rect, str]]:
    """What stands before each colon of a line, back to the last room or punctuation."""
    found: list[tuple[Rect, str]] = []
    start = 0
    for place, glyph in enumerate(line.glyphs):
        if glyph.text in ENDS:
            label = line.glyphs[start:place]
            if glyph.text in COLONS and label:
                found.append((Rect.around(each.rect for each in label), "".join(each.text for each in label)))
            start = place + 1
    return found
