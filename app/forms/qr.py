"""A QR code drawn as vectors: exact at any size, and it prints sharp."""

from __future__ import annotations

from functools import lru_cache

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

from app.forms.embed import add_drawing

NAME = "QR"
"""Of the code's object; a packet has one code."""
QUIET = 4
"""White modules around the code that a reader needs (ISO/IEC 18004, 5.3.8)."""


@lru_cache(maxsize=64)
def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of the code, top row first, True for dark; error correction level M (15 %)."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    size = code.getModuleCount()
    return tuple(tuple(bool(code.isDark(row, column)) for column in range(size)) for row in range(size))


@lru_cache(maxsize=64)
def _operators(text: str) -> bytes:
    """The dark modules as rectangles, one for each run of a row, in modules from the lower left corner."""
    modules = qr_modules(text)
    rectangles = []
    for row, line in enumerate(modules):
        start = None
        for column, dark in enumerate((*line, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                rectangles.append(b"%d %d %d 1 re" % (start, len(modules) - 1 - row, column - start))
                start = None
    return b"\n".join((*rectangles, b"f"))


def draw_qr(canvas: Canvas, text: str, x: float, y: float, size: float) -> None:
    """Draw the code, its quiet zone included, into a square with its lower left corner at (x, y) points."""
    side = len(qr_modules(text))
    step = size / (side + 2 * QUIET)
    add_drawing(canvas, NAME, side, side, _operators(text))
    canvas.saveState()
    canvas.translate(x + QUIET * step, y + QUIET * step)
    canvas.scale(step, step)
    canvas.doForm(NAME)
    canvas.restoreState()
