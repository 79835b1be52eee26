"""The page that will be printed, with a word on how well the form is known."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from app.services.previews import Preview
from app.views.icons import icon
from app.views.jobs import Jobs
from app.views.theme import set_role
from app.views.widgets.labels import EmptyState, StatusBadge, plain_label
from app.views.widgets.pdf_view import FIT_WIDTH, PdfView

TONES = {
    "official blank": "good",
    "handed out": "good",
    "full table": "good",
    "instructions": "info",
    "inferred": "warn",
    "own text": "info",
}


class PreviewPanel(QWidget):
    """Shows a `Preview`, or why there is none yet."""

    def __init__(self, jobs: Jobs, nothing: str, parent: QWidget | None = None) -> None:
        """`nothing` says why there is no page yet."""
        super().__init__(parent)
        self._why_nothing = nothing
        set_role(self, "paper")
        self.view = PdfView(jobs, self)
        self.badge = StatusBadge(parent=self)
        self.count = QLabel(self)
        set_role(self.count, "hint")
        self.trouble = plain_label("", "error", self)
        self.trouble.hide()
        self._nothing = EmptyState("file-text", self)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(8)
        bar.addWidget(self.badge)
        bar.addWidget(self.count)
        bar.addStretch(1)
        self._zoom_button(bar, self.tr("Smaller (Ctrl+-)"), self.view.zoom_out, icon_name="zoom-out")
        self._zoom_button(bar, self.tr("Larger (Ctrl++)"), self.view.zoom_in, icon_name="zoom-in")
        fit = self._zoom_button(bar, self.tr("Page width (Ctrl+9)"), lambda: self.view.set_zoom(FIT_WIDTH))
        fit.setText(self.tr("Fit"))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.trouble)
        layout.addWidget(self._stack, 1)
        self.show_preview(None)

    def show_preview(self, preview: Preview | None) -> None:
        """Show these pages; with None, why there are none yet."""
        self.trouble.hide()
        self.badge.setVisible(preview is not None and bool(preview.evidence))
        self.count.setVisible(preview is not None)
        if preview is None:
            self._nothing.say(self._why_nothing)
            self._stack.setCurrentWidget(self._nothing)
            return
        self.badge.show_status(self._evidence(preview.evidence), TONES.get(preview.evidence, "muted"))
        self.count.setText(self.tr("%n page(s)", "", preview.pages))
        self.view.set_pdf(preview.image, preview.sizes)
        self._stack.setCurrentWidget(self.view)

    def show_trouble(self, text: str) -> None:
        """Say why the page could not be drawn; the last one stays."""
        self.trouble.setText(text)
        self.trouble.show()

    def _zoom_button(
        self, bar: QHBoxLayout, tip: str, pressed: Callable[[], None], *, icon_name: str = ""
    ) -> QToolButton:
        button = QToolButton(self)
        if icon_name:
            button.setIcon(icon(icon_name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda _checked: pressed())
        bar.addWidget(button)
        return button

    def _evidence(self, evidence: str) -> str:
        words = {
            "official blank": self.tr("Official blank"),
            "handed out": self.tr("Letter handed out"),
            "full table": self.tr("Official table seen"),
            "instructions": self.tr("From the official instructions"),
            "inferred": self.tr("Official table not seen"),
            "own text": self.tr("Our own wording"),
        }
        return words.get(evidence, evidence)
