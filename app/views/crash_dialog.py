"""A bug, shown once: what happened in one line, the report to read and copy, and nothing is sent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.views.theme import GRID
from app.views.widgets.labels import heading, plain_label


class CrashDialog(QDialog):
    """Shows a report; `headline` is empty for what a former run left behind."""

    def __init__(self, headline: str, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Report of a fault"))
        self.setMinimumSize(720, 480)
        self.report = QPlainTextEdit(report, self)
        self.report.setReadOnly(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(heading(self.tr("Something went wrong in the program"), self, role="title"))
        if headline:
            layout.addWidget(plain_label(headline, "error", self))
        words = self.tr(
            "Your saved records are safe; go on working, or start the program anew. Nothing was sent. "
            "The report holds no personal numbers: read it, and hand it to whoever looks after the program."
        )
        layout.addWidget(plain_label(words, "hint", self))
        layout.addWidget(self.report, 1)
        layout.addWidget(buttons)
