"""The mailing label: addressee and sender in large type, to be cut out and put on the envelope."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from app.forms.fonts import Family
from app.forms.placement import PAGE_HEIGHT, PAGE_WIDTH, POINTS_PER_MM
from app.forms.sheet_text import draw_line, fitted_lines, wrapped

MM = POINTS_PER_MM
LEFT = 20 * MM
RIGHT = PAGE_WIDTH - 20 * MM
TOP = PAGE_HEIGHT - 24 * MM
HEIGHT = 112 * MM
PADDING = 9 * MM
LABEL_WIDTH = 24 * MM


@dataclass(frozen=True, slots=True)
class MailingLabel:
    """Where the packet goes. Made only where an address is known with fair confidence.

    Attributes:
        recipient: unit and department.
        address: in full, from the province on.
        postcode: may be empty.
        phone: may be empty.
        sender_name: may be empty; the sender then writes it by hand.
        sender_address: as `sender_name`.
        sender_phone: as `sender_name`.
        source: where and when the address was read; printed outside the label.
    """

    recipient: str
    address: str
    postcode: str = ""
    phone: str = ""
    sender_name: str = ""
    sender_address: str = ""
    sender_phone: str = ""
    source: str = ""


def draw_label(canvas: Canvas, label: MailingLabel) -> None:
    """Draw the label's page onto a canvas at the start of an empty page; left at the start of another.

    Raises:
        UserError: `packet.glyph_missing`, `packet.text_too_long`.
    """
    draw_line(canvas, LEFT, TOP + 5 * MM, "邮寄标签：沿虚线剪下，贴在快递封套上", size=9)
    canvas.setDash(3, 3)
    canvas.setLineWidth(0.6)
    canvas.rect(LEFT, TOP - HEIGHT, RIGHT - LEFT, HEIGHT, stroke=1, fill=0)
    canvas.setDash()
    y = TOP - PADDING
    postcode = f"{label.postcode}　" if label.postcode else ""
    y = _entry(canvas, y, "收件地址", f"{postcode}{label.address}", 16.0, Family.SANS)
    y = _entry(canvas, y, "收件人", label.recipient, 18.0, Family.BOLD)
    if label.phone:
        y = _entry(canvas, y, "电话", label.phone, 14.0, Family.SANS)
    y = min(y, TOP - HEIGHT * 0.62)
    canvas.setLineWidth(0.4)
    canvas.line(LEFT + PADDING, y, RIGHT - PADDING, y)
    y -= 5 * MM
    for name, value in (
        ("寄件人", label.sender_name),
        ("寄件地址", label.sender_address),
        ("电话", label.sender_phone),
    ):
        y = _entry(canvas, y, name, value, 11.0, Family.SANS)
    notes = ["请在信封内按清单顺序放入材料；递交核对清单页不用寄出。"]
    notes += [f"地址来源：{label.source}。寄出前请再核对一次。"] if label.source else []
    y = TOP - HEIGHT - 8 * MM
    canvas.setFillGray(0.3)
    for note in notes:
        for line in wrapped(note, RIGHT - LEFT, 9):
            draw_line(canvas, LEFT, y, line, size=9)
            y -= 9 * 1.5
    canvas.setFillGray(0)
    canvas.showPage()


def _entry(canvas: Canvas, y: float, name: str, value: str, size: float, family: str) -> float:
    """One labelled value with its top at `y`, or a line to write on; the top of the next."""
    x = LEFT + PADDING
    right = RIGHT - PADDING
    if not value:
        draw_line(canvas, x, y - size, name, size=9)
        canvas.setLineWidth(0.4)
        canvas.line(x + LABEL_WIDTH, y - size - 2, right, y - size - 2)
        return y - size - 4.5 * MM
    size, lines = fitted_lines(value, right - x - LABEL_WIDTH, size, 8.0, most=2, family=family)
    draw_line(canvas, x, y - size, name, size=9)
    for line in lines:
        draw_line(canvas, x + LABEL_WIDTH, y - size, line, size=size, family=family)
        y -= size * 1.4
    return y - 3 * MM
