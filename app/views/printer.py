"""The system's print dialog, plain lines on paper, and the system's file browser."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


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
