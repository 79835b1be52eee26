"""Paper from the screen's own pages: printed at actual size, saved as the very bytes that were shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.errors import UserError
from app.services.previews import PageSize
from app.settings import write_beside
from app.views.widgets.pdf_view import POINTS_PER_INCH, Render, image_of

DPI = 300
"""Enough for text of 7 points and a QR code; 600 makes a page of 100 MB."""


def print_pages(printer: QPrinter, render: Render, sizes: Sequence[PageSize]) -> int:
    """Print each page at its own size, unscaled, from the paper's edge; returns how many went out.

    Raises:
        UserError: `views.printer_refused`.
    """
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(sizes), len(sizes))
    painter = QPainter()
    printed = 0
    try:
        for number in range(first - 1, last):
            size = sizes[number]
            points = QSizeF(size.width, size.height)
            lying = size.width > size.height
            paper = QPageSize(points.transposed() if lying else points, QPageSize.Unit.Point)
            turn = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
            printer.setPageLayout(QPageLayout(paper, turn, QMarginsF(), QPageLayout.Unit.Point))
            printer.setFullPage(True)
            started = printer.newPage() if painter.isActive() else painter.begin(printer)
            if not started:
                raise UserError("views.printer_refused", printer=printer.printerName())
            image = image_of(render(number, DPI))
            dots = printer.resolution() / POINTS_PER_INCH
            painter.drawImage(QRectF(0, 0, size.width * dots, size.height * dots), image)
            printed += 1
    finally:
        if painter.isActive():
            painter.end()
    return printed


def save_pdf(pdf: bytes, path: Path) -> Path:
    """Write the PDF as it was shown; returns where it stands (the suffix is added where it lacks).

    Raises:
        UserError: `views.not_saved`.
    """
    target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
    try:
        write_beside(target, pdf)
    except OSError as error:
        raise UserError("views.not_saved", path=str(target)) from error
    return target
