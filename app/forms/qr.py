"""A QR code drawn as vectors: exact at any size, and it prints sharp."""

from __future__ import annotations

from functools import lru_cache

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

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


def draw_qr(canvas: Canvas, text: str, x: float, y: float, size: float) -> None:
    """Draw the code, its quiet zone included, into a square with its lower left corner at (x, y) points."""
    modules = qr_modules(text)
    step = size / (len(modules) + 2 * QUIET)
    path = canvas.beginPath()
    for row, line in enumerate(modules):
        bottom = y + size - (QUIET + row + 1) * step
        start = None
        for column, dark in enumerate((*line, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                path.rect(x + (QUIET + start) * step, bottom, (column - start) * step, step)
                start = None
    canvas.drawPath(path, stroke=0, fill=1)
