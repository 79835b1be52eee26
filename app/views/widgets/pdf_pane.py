"""A PDF view with its tools: zoom, pages, print, save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.errors import UserError
from app.services.previews import Preview
from app.views.icons import icon
from app.views.jobs import Jobs
from app.views.printer import choose_printer
from app.views.printing import print_pages, save_pdf
from app.views.prompts import Prompts
from app.views.theme import GRID, set_role
from app.views.widgets.labels import icon_button_style
from app.views.widgets.pdf_view import FIT_PAGE, FIT_WIDTH, PdfView


class PdfPane(QWidget):
    """Shows a PDF and prints and saves it.

    Signals:
        printed, saved: it went out (for the history); `saved` with the path.
    """

    printed = Signal()
    saved = Signal(object)

    def __init__(self, jobs: Jobs, prompts: Prompts, parent: QWidget | None = None) -> None:
        """`jobs` is the lane that touches no store."""
        super().__init__(parent)
        self._prompts = prompts
        self._shown: Preview | None = None
        self._name = "document"
        self.view = PdfView(jobs, self)
        bar = QFrame(self)
        set_role(bar, "bar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        line.setSpacing(GRID // 2)
        self.smaller = self._tool("zoom-out", self.view.zoom_out, line)
        self.scale = QLabel(bar)
        self.scale.setMinimumWidth(44)
        line.addWidget(self.scale)
        self.larger = self._tool("zoom-in", self.view.zoom_in, line)
        self.fit_width = self._tool("", lambda: self.view.set_zoom(FIT_WIDTH), line)
        self.fit_page = self._tool("", lambda: self.view.set_zoom(FIT_PAGE), line)
        self.actual = self._tool("", lambda: self.view.set_zoom(1.0), line)
        self.place = QLabel(bar)
        set_role(self.place, "hint")
        line.addSpacing(GRID)
        line.addWidget(self.place)
        line.addStretch(1)
        self.save = icon_button_style(QPushButton(bar), "download")
        self.save.clicked.connect(self.save_as)
        line.addWidget(self.save)
        self.print = icon_button_style(QPushButton(bar), "printer")
        self.print.clicked.connect(self.print_all)
        line.addWidget(self.print)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.view, 1)
        self.view.zoom_changed.connect(lambda _scale: self._tell())
        self.view.page_changed.connect(lambda _page: self._tell())
        self._retranslate()

    def show_preview(self, shown: Preview | None, name: str = "document") -> None:
        """Show a finished PDF; `name` is what a saved file is called first."""
        self._shown, self._name = shown, name
        self.view.set_pdf(shown.image if shown else None, shown.sizes if shown else ())
        self._tell()

    def save_as(self) -> None:
        """Ask where, and write the bytes that are shown."""
        if self._shown is None:
            return
        path = self._prompts.save_file(self, self.tr("Save as PDF"), f"{self._name}.pdf", self.tr("PDF files (*.pdf)"))
        if path is None:
            return
        try:
            self.saved.emit(save_pdf(self._shown.pdf, Path(path)))
        except UserError as error:
            self._prompts.show_error(self, error)

    def print_all(self) -> None:
        """Ask for a printer, and print at actual size."""
        if self._shown is None:
            return
        printer = choose_printer(self, len(self._shown.sizes), self._name)
        if printer is None:
            return
        try:
            print_pages(printer, self._shown.image, self._shown.sizes)
        except UserError as error:
            self._prompts.show_error(self, error)
            return
        self.printed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _tool(self, icon_name: str, pressed: Callable[[], object], line: QHBoxLayout) -> QToolButton:
        button = QToolButton(self)
        if icon_name:
            button.setIcon(icon(icon_name))
        button.setIconSize(QSize(18, 18))
        button.clicked.connect(lambda _checked: pressed())
        line.addWidget(button)
        return button

    def _tell(self) -> None:
        self.scale.setText(f"{round(self.view.scale * 100)} %")
        pages = self.view.pages
        words = self.tr("Page {number} of {pages}").format(number=self.view.current_page + 1, pages=pages)
        self.place.setText(words if pages else "")
        for button in (self.save, self.print, self.smaller, self.larger, self.fit_width, self.fit_page, self.actual):
            button.setEnabled(bool(pages))

    def _retranslate(self) -> None:
        names = {
            self.smaller: self.tr("Smaller (Ctrl+-)"),
            self.larger: self.tr("Larger (Ctrl++)"),
            self.fit_width: self.tr("Page width (Ctrl+9)"),
            self.fit_page: self.tr("Whole page"),
            self.actual: self.tr("Actual size (Ctrl+0)"),
        }
        for button, words in names.items():
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.fit_width.setText(self.tr("Width"))
        self.fit_page.setText(self.tr("Page"))
        self.actual.setText("100 %")
        self.save.setText(self.tr("Save as PDF…"))
        self.print.setText(self.tr("Print…"))
        self._tell()
