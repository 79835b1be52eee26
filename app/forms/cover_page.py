"""The pages of the cover check list: one column filled from the top, a foot line, further pages when needed."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from app.forms.fonts import Family
from app.forms.placement import PAGE_HEIGHT, PAGE_WIDTH, POINTS_PER_MM
from app.forms.sheet_text import draw_line, fitted_lines, wrapped

MM = POINTS_PER_MM
LEFT = 18 * MM
RIGHT = PAGE_WIDTH - 18 * MM
TOP = PAGE_HEIGHT - 14 * MM
BOTTOM = 19 * MM
FOOT = 12 * MM
HEADING_SIZE = 10.5
HEADING_HEIGHT = HEADING_SIZE + 4.2 * MM
SOURCE_SIZE = 7.0
LEADING = 1.45


class CoverPage:
    """A canvas with a cursor; `y` is the top of what comes next, in points."""

    def __init__(self, canvas: Canvas, running_title: str, badge: str, foot: str) -> None:
        self.canvas = canvas
        self.y = TOP
        self._running_title = running_title
        self._badge = badge
        self._foot = foot
        self._number = 1
        self._begin()

    def room(self, height: float) -> bool:
        """Go on to a further page when there is less than `height` left; True when that happened."""
        if self.y - height >= BOTTOM:
            return False
        self._end()
        self._number += 1
        self._begin()
        draw_line(self.canvas, LEFT, self.y - 9, f"{self._running_title}（续）", size=9, family=Family.BOLD)
        self.y -= 7 * MM
        return True

    def heading(self, text: str, following: float, x: float = LEFT) -> None:
        """A section's title from `x` on, kept on one page with the first `following` points below it."""
        self.room(HEADING_HEIGHT + following)
        baseline = self.y - 2.4 * MM - HEADING_SIZE * 0.88
        draw_line(self.canvas, x, baseline, text, size=HEADING_SIZE, family=Family.BOLD)
        self.y -= HEADING_HEIGHT

    def source(self, text: str, x: float, of: str = "", *, right: float = RIGHT) -> None:
        """A small grey line from `x` to `right` that says where the text above it was read; nothing for an empty text.

        `of` names what it is the source of, where that is more than the line above.
        """
        if not text:
            return
        self.canvas.setFillGray(0.45)
        for line in wrapped(f"{of}来源：{text}", right - x, SOURCE_SIZE):
            if self.room(SOURCE_SIZE * LEADING):
                self.canvas.setFillGray(0.45)
            draw_line(self.canvas, x, self.y - SOURCE_SIZE, line, size=SOURCE_SIZE)
            self.y -= SOURCE_SIZE * LEADING
        self.canvas.setFillGray(0)
        self.y -= 0.6 * MM

    def source_height(self, text: str, x: float, right: float = RIGHT) -> float:
        """How much `source` takes of the page."""
        if not text:
            return 0.0
        return len(wrapped(f"来源：{text}", right - x, SOURCE_SIZE)) * SOURCE_SIZE * LEADING + 0.6 * MM

    def finish(self) -> None:
        """End the last page."""
        self._end()

    def _begin(self) -> None:
        """The badge above the text: nobody should post this page by mistake."""
        self.y = TOP
        draw_line(self.canvas, LEFT, self.y - 8, self._badge, size=8.5, family=Family.BOLD)
        self.canvas.setLineWidth(0.8)
        self.canvas.line(LEFT, self.y - 12, RIGHT, self.y - 12)
        self.y -= 12 + 2.5 * MM

    def _end(self) -> None:
        canvas = self.canvas
        canvas.setLineWidth(0.4)
        canvas.line(LEFT, FOOT + 4 * MM, RIGHT, FOOT + 4 * MM)
        canvas.setFillGray(0.35)
        if self._foot:
            size, lines = fitted_lines(self._foot, RIGHT - LEFT - 25 * MM, 7.5, 5.0, most=2)
            for index, line in enumerate(lines):
                draw_line(canvas, LEFT, FOOT - index * size * LEADING, line, size=size)
        draw_line(canvas, RIGHT, FOOT, f"清单第 {self._number} 页", size=7.5, align="right")
        canvas.setFillGray(0)
        canvas.showPage()
