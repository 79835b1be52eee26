"""The cover check list: what the packet holds, how to print, sign and send it. For the sender, not for the post.

Every sentence about a case comes from the caller; this module knows only the sheet's own headings. A section
without content is left out. Long lists run on over further pages under the same table head.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from app.forms.cover_page import HEADING_HEIGHT, LEFT, RIGHT, CoverPage
from app.forms.fonts import Family
from app.forms.placement import POINTS_PER_MM
from app.forms.qr import draw_qr
from app.forms.sheet_text import draw_line, wrapped

MM = POINTS_PER_MM
TITLE = "递交材料清单"
SentBy = Literal["post", "upload", "email", "fax", "hand_in"]
CHECKED_BEFORE: Mapping[SentBy, str] = MappingProxyType(
    {
        "post": "本页供寄送前核对，不用寄出",
        "upload": "本页供提交前核对，不用上传",
        "email": "本页供发送邮件前核对，不用发送",
        "fax": "本页供传真前核对，不用传真",
        "hand_in": "本页供递交前核对，不用递交",
    }
)
IN_ORDER: Mapping[SentBy, str] = MappingProxyType(
    {
        "post": "材料（按寄送顺序排列）",
        "upload": "材料（按上传顺序排列）",
        "email": "材料（按邮件附件顺序排列）",
        "fax": "材料（按传真顺序排列）",
        "hand_in": "材料（按递交顺序排列）",
    }
)
BODY = 9.0
SMALL = 7.5
LEADING = 1.45
ROW_PADDING = 1.7 * MM
QR_SIZE = 24 * MM
BOX = 3.2 * MM
KEPT_WHOLE = 60 * MM
"""A section no taller than this is not broken over two pages."""
MOST_LINES = 2
"""A fact that takes no more in half the width may stand beside another section."""
GREY = 0.35
COLUMNS = (
    ("序号", 11 * MM),
    ("材料", 0.0),
    ("原件／复印件", 24 * MM),
    ("盖章／签字", 36 * MM),
    ("页数", 13 * MM),
    ("核对", 13 * MM),
)
"""Heads and widths of the table; the column without a width takes what is left."""


@dataclass(frozen=True, slots=True)
class CoverFact:
    """One line of a section: what it is, and the value as it is to be read."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class CoverSection:
    """A headed group of facts, such as 申请事项 or 寄送方式; `source` says where they were read and when."""

    title: str
    facts: tuple[CoverFact, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One paper of the packet, in posting order.

    Attributes:
        title: as the check list names it.
        original: `原件` or `复印件`; empty where no source says.
        marks: what must be on it, such as `加盖公章` or `本人签字`; empty for nothing.
        pages: how many; None lets the packet count the part of the same `key`.
        key: of the packet's part that this line stands for; empty where the sender adds the paper by hand.
        note: printed small under the title.
        optional: not every case needs it.
    """

    title: str
    original: str = ""
    marks: str = ""
    pages: int | None = None
    key: str = ""
    note: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class CoverRule:
    """One rule for printing, signing or sending; `source` says where it was read and when."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """Everything on the cover check list, as text ready to print.

    Attributes:
        case_number: as text and as QR code; nothing else goes into the code.
        ticket_number: the provider's own number; may be empty.
        heading: under the title: province, administration and form.
        warnings: framed above the list, the evidence level of the form first.
        sections: what is applied for, whose filing, who applies; above the list.
        lines: the papers in posting order.
        rules: how to print, sign and send.
        sending: channel, address, days; below the list.
        made_on: the date, as the caller writes it.
        form_edition: which form and edition was printed.
        sent_by: how the papers go; `hand_in` where nothing is known of it.
    """

    case_number: str
    lines: tuple[CoverLine, ...]
    ticket_number: str = ""
    heading: str = ""
    warnings: tuple[str, ...] = ()
    sections: tuple[CoverSection, ...] = ()
    rules: tuple[CoverRule, ...] = ()
    sending: tuple[CoverSection, ...] = ()
    made_on: str = ""
    form_edition: str = ""
    sent_by: SentBy = "post"


def draw_cover(canvas: Canvas, sheet: CoverSheet, pages: dict[str, int]) -> None:
    """Draw the check list, one page or more, onto a canvas at the start of an empty page.

    Args:
        canvas: A4; left at the start of another empty page.
        sheet: what to print.
        pages: how many pages each part has, by key.

    Raises:
        UserError: `packet.glyph_missing`, `packet.text_too_long`.
    """
    page = CoverPage(canvas, f"{TITLE}　{sheet.case_number}", CHECKED_BEFORE[sheet.sent_by], _foot(sheet))
    _head(page, sheet)
    for warning in sheet.warnings:
        _warning(page, warning)
    _sections(page, sheet.sections)
    _table(page, sheet, pages)
    if sheet.rules:
        _rules(page, sheet.rules)
    _sections(page, sheet.sending)
    page.finish()


def _foot(sheet: CoverSheet) -> str:
    parts = (sheet.form_edition, f"制作日期 {sheet.made_on}" if sheet.made_on else "")
    return "　".join(part for part in parts if part)


def _head(page: CoverPage, sheet: CoverSheet) -> None:
    """Title, case number and QR code."""
    canvas, top = page.canvas, page.y
    draw_qr(canvas, sheet.case_number, RIGHT - QR_SIZE, top - QR_SIZE, QR_SIZE)
    draw_line(canvas, LEFT, top - 8 * MM, TITLE, size=20, family=Family.BOLD)
    y = top - 14.5 * MM
    room = RIGHT - LEFT - QR_SIZE - 4 * MM
    for text in wrapped(sheet.heading, room, 10.5) if sheet.heading else []:
        draw_line(canvas, LEFT, y, text, size=10.5)
        y -= 10.5 * LEADING
    y -= 1.2 * MM
    for text in wrapped(_numbers(sheet), room, 10.5, Family.BOLD):
        draw_line(canvas, LEFT, y, text, size=10.5, family=Family.BOLD)
        y -= 10.5 * LEADING
    page.y = min(y, top - QR_SIZE) - 1 * MM


def _numbers(sheet: CoverSheet) -> str:
    ticket = f"　工单号 {sheet.ticket_number}" if sheet.ticket_number else ""
    return f"案件号 {sheet.case_number}{ticket}"


def _warning(page: CoverPage, text: str) -> None:
    """A framed sentence with a bar at its left: what the sender must check before posting."""
    lines = wrapped(text, RIGHT - LEFT - 9 * MM, BODY)
    height = len(lines) * BODY * LEADING + 2.6 * MM
    page.room(height + 1.5 * MM)
    canvas = page.canvas
    canvas.setFillGray(0.94)
    canvas.rect(LEFT, page.y - height, RIGHT - LEFT, height, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.rect(LEFT, page.y - height, 1.2 * MM, height, stroke=0, fill=1)
    y = page.y - 1.3 * MM - BODY
    for line in lines:
        draw_line(canvas, LEFT + 4.5 * MM, y, line, size=BODY)
        y -= BODY * LEADING
    page.y -= height + 1.5 * MM


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a section stands: from `left` to `right`, its labels `label` wide."""

    left: float
    right: float
    label: float

    def rows(self, section: CoverSection) -> list[tuple[list[str], list[str]]]:
        """The lines of each fact's label and value."""
        room = self.right - self.left - self.label
        return [
            (wrapped(fact.label, self.label - 2 * MM, BODY), wrapped(fact.value, room, BODY)) for fact in section.facts
        ]


_WHOLE = _Column(LEFT, RIGHT, 30 * MM)
_HALF = (RIGHT - LEFT - 6 * MM) / 2
_HALVES = (_Column(LEFT, LEFT + _HALF, 22 * MM), _Column(RIGHT - _HALF, RIGHT, 22 * MM))


def _sections(page: CoverPage, sections: Iterable[CoverSection]) -> None:
    """Sections one below the other; two short ones in a row stand side by side."""
    waiting = [section for section in sections if section.facts]
    while waiting:
        if len(waiting) > 1 and all(_is_short(each) for each in waiting[:2]):
            _beside(page, waiting[0], waiting[1])
            del waiting[:2]
        else:
            _section(page, waiting.pop(0))


def _is_short(section: CoverSection) -> bool:
    """Whether half the page's width is enough for it."""
    rows = _HALVES[0].rows(section)
    return all(max(len(labels), len(values)) <= MOST_LINES for labels, values in rows) and _height(rows) <= KEPT_WHOLE


def _beside(page: CoverPage, left: CoverSection, right: CoverSection) -> None:
    """Two sections from one line on; what follows begins below the longer one."""
    tallest = max(
        _height(column.rows(each)) + page.source_height(each.source, column.left + column.label, column.right)
        for column, each in zip(_HALVES, (left, right), strict=True)
    )
    page.room(HEADING_HEIGHT + tallest)
    top, lowest = page.y, page.y
    for column, section in zip(_HALVES, (left, right), strict=True):
        page.y = top
        _section(page, section, column)
        lowest = min(lowest, page.y)
    page.y = lowest


def _height(rows: list[tuple[list[str], list[str]]]) -> float:
    return sum(max(map(len, row)) * BODY * LEADING + 0.5 * MM for row in rows)


def _section(page: CoverPage, section: CoverSection, column: _Column = _WHOLE) -> None:
    """A title with labels and values below."""
    rows = column.rows(section)
    heights = [_height([row]) for row in rows]
    whole = sum(heights) + page.source_height(section.source, column.left + column.label, column.right)
    page.heading(section.title, whole if whole <= KEPT_WHOLE else heights[0], column.left)
    for labels, values in rows:
        for index in range(max(len(labels), len(values))):
            page.room(BODY * LEADING)
            y = page.y - BODY
            if index < len(labels):
                page.canvas.setFillGray(GREY)
                draw_line(page.canvas, column.left, y, labels[index], size=BODY)
                page.canvas.setFillGray(0)
            if index < len(values):
                draw_line(page.canvas, column.left + column.label, y, values[index], size=BODY)
            page.y -= BODY * LEADING
        page.y -= 0.5 * MM
    page.source(section.source, column.left + column.label, right=column.right)


def _rules(page: CoverPage, rules: tuple[CoverRule, ...]) -> None:
    """Numbered sentences; what several in a row were read in is said once, below the last of them."""
    indent = 5.5 * MM
    first = 0
    for index, rule in enumerate(rules):
        lines = wrapped(rule.text, RIGHT - LEFT - indent, BODY)
        if index == 0:
            page.heading("打印与递交要求", BODY * LEADING)
        for number, line in enumerate(lines):
            page.room(BODY * LEADING)
            y = page.y - BODY
            if number == 0:
                draw_line(page.canvas, LEFT, y, f"{index + 1}.", size=BODY)
            draw_line(page.canvas, LEFT + indent, y, line, size=BODY)
            page.y -= BODY * LEADING
        if index + 1 == len(rules) or rules[index + 1].source != rule.source:
            page.source(rule.source, LEFT + indent, f"第 {first + 1}—{index + 1} 条" if first < index else "")
            first = index + 1


def _table(page: CoverPage, sheet: CoverSheet, pages: dict[str, int]) -> None:
    """The papers in posting order, each with a box to tick."""
    flexible = RIGHT - LEFT - sum(width for _, width in COLUMNS)
    widths = [width or flexible for _, width in COLUMNS]
    page.heading(IN_ORDER[sheet.sent_by], 14 * MM)
    _table_head(page, widths)
    for index, line in enumerate(sheet.lines):
        count = line.pages if line.pages is not None else pages.get(line.key)
        title = f"{line.title}（如需）" if line.optional else line.title
        cells = [
            wrapped(str(index + 1), widths[0], BODY),
            wrapped(title, widths[1] - 4 * MM, BODY),
            wrapped(line.original, widths[2] - 3 * MM, BODY) if line.original else [],
            wrapped(line.marks, widths[3] - 3 * MM, BODY) if line.marks else [],
            [str(count)] if count is not None else [],
        ]
        notes = wrapped(line.note, widths[1] - 4 * MM, SMALL) if line.note else []
        if line.key == "" and line.pages is None:
            notes += ["本文件中没有，请另行放入"]
        height = max(
            max(map(len, cells)) * BODY * LEADING,
            len(cells[1]) * BODY * LEADING + len(notes) * SMALL * LEADING,
        )
        height += 2 * ROW_PADDING - BODY * (LEADING - 1.15)
        if page.room(height):
            _table_head(page, widths)
        _row(page, widths, cells, notes, height)
    page.y -= 1.5 * MM


def _table_head(page: CoverPage, widths: list[float]) -> None:
    height = BODY + 2 * ROW_PADDING
    canvas = page.canvas
    canvas.setFillGray(0.9)
    canvas.rect(LEFT, page.y - height, RIGHT - LEFT, height, stroke=0, fill=1)
    canvas.setFillGray(0)
    x = LEFT
    for (title, _), width in zip(COLUMNS, widths, strict=True):
        y = page.y - ROW_PADDING - BODY * 0.88
        if title == "材料":
            draw_line(canvas, x + 2 * MM, y, title, size=BODY, family=Family.BOLD)
        else:
            draw_line(canvas, x + width / 2, y, title, size=BODY, family=Family.BOLD, align="center")
        x += width
    _grid(page, widths, height)
    page.y -= height


def _row(page: CoverPage, widths: list[float], cells: list[list[str]], notes: list[str], height: float) -> None:
    canvas, x = page.canvas, LEFT
    top = page.y - ROW_PADDING - BODY * 0.88
    middle = page.y - height / 2 - BODY * 0.38
    for index, lines in enumerate(cells):
        for number, text in enumerate(lines):
            if index == 1:
                draw_line(canvas, x + 2 * MM, top - number * BODY * LEADING, text, size=BODY)
            else:
                y = middle + ((len(lines) - 1) / 2 - number) * BODY * LEADING
                draw_line(canvas, x + widths[index] / 2, y, text, size=BODY, align="center")
        if index == 1 and notes:
            canvas.setFillGray(GREY)
            y = top - len(lines) * BODY * LEADING + (BODY - SMALL)
            for text in notes:
                draw_line(canvas, x + 2 * MM, y, text, size=SMALL)
                y -= SMALL * LEADING
            canvas.setFillGray(0)
        x += widths[index]
    canvas.setLineWidth(0.8)
    canvas.rect(x + (widths[-1] - BOX) / 2, page.y - (height + BOX) / 2, BOX, BOX, stroke=1, fill=0)
    _grid(page, widths, height)
    page.y -= height


def _grid(page: CoverPage, widths: list[float], height: float) -> None:
    canvas = page.canvas
    canvas.setLineWidth(0.4)
    canvas.rect(LEFT, page.y - height, RIGHT - LEFT, height, stroke=1, fill=0)
    x = LEFT
    for width in widths[:-1]:
        x += width
        canvas.line(x, page.y, x, page.y - height)
