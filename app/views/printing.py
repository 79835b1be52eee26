"""Paper from the screen's own pages: printed at actual size, saved as the very bytes that were shown."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.services.previews import PageSize
from app.settings import write_beside
from app.views.widgets.pdf_view import POINTS_PER_INCH, Render, image_of

DPI = 300
"""Enough for text of 7 points and a QR code; 600 makes a page of 100 MB."""


def choose_printer(parent: QWidget | None, pages: int, title: str) -> QPrinter | None:
    """The system's print dialog; None when the user gave up."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setFromTo(1, pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


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


def open_folder(path: Path) -> bool:
    """Show a file's folder in the system's file browser; False where that is not possible."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))


def print_text(parent: QWidget | None, title: str, lines: Sequence[str]) -> bool:
    """Print a few lines of plain text on one sheet; False when the user gave up."""
    printer = choose_printer(parent, 1, title)
    if printer is None:
        return False
    document = QTextDocument()
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    document.setHtml(f"<h2>{escape(title)}</h2>{body}")
    document.print_(printer)
    return True
