"""The replies of a case: chosen, filled, edited, then copied as plain text or HTML."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from app.rules.guidance import said_source_zh
from app.services.case_replies import CaseReply, as_html
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.choice_list import Choice, ChoiceList
from app.views.widgets.labels import action_button, plain_label

GAP_SIGN = "【"


class ReplyDialog(QDialog):
    """The reply that fits the case's state stands there at once; nothing with a gap is copied."""

    def __init__(self, around: Surroundings, replies: Sequence[CaseReply], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._replies = {each.template.id: each for each in replies}
        self.setWindowTitle(self.tr("Reply to the customer"))
        self.resize(920, 600)
        self.choices = ChoiceList(self)
        self.choices.name(self.tr("Filter replies"), self.tr("Replies of this procedure"))
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(self.tr("Text of the reply"))
        self.missing = plain_label("", "error", self)
        self.source = plain_label("", "source", self)
        self.copy = action_button(
            self.tr("Copy as text"), lambda: self._copy(html=False), self, icon_name="copy", role="primary"
        )
        self.copy_html = action_button(self.tr("Copy as HTML"), lambda: self._copy(html=True), self, icon_name="copy")
        close = action_button(self.tr("Close"), self.reject, self)
        for button in (self.copy_html, close):
            button.setAutoDefault(False)
        tools = QHBoxLayout()
        tools.setSpacing(GRID)
        tools.addWidget(self.copy)
        tools.addWidget(self.copy_html)
        tools.addStretch(1)
        tools.addWidget(close)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.text, 1)
        column.addWidget(self.missing)
        column.addWidget(self.source)
        column.addLayout(tools)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.choices)
        splitter.addWidget(right)
        splitter.setSizes([280, 640])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.choices.chosen.connect(self._show)
        self.text.textChanged.connect(self._look)
        self.choices.show_choices(self._choice(each) for each in replies)
        suggested = next((each for each in replies if each.suggested), next(iter(replies), None))
        if suggested is not None:
            self.choices.choose(suggested.template.id)
            self._show(suggested.template.id)
        self.text.setFocus()

    def _choice(self, reply: CaseReply) -> Choice:
        gaps = len(reply.filled.missing)
        status = self.tr("fits") if reply.suggested else ""
        subtitle = self.tr("%n gap(s) to fill", "", gaps) if gaps else self.tr("ready")
        return Choice(reply.template.id, reply.template.title, subtitle, status, "good")

    def _show(self, reply_id: str) -> None:
        reply = self._replies[reply_id]
        self.text.setPlainText(reply.filled.text)
        source = self.tr("{source} ({date})").format(
            source=said_source_zh(reply.template.source), date=reply.template.as_of
        )
        self.source.setText(source)

    def _look(self) -> None:
        """Say which gaps are still in the text; what the agent filled by hand counts."""
        text = self.text.toPlainText()
        gaps = [part.partition("】")[0] for part in text.split(GAP_SIGN)[1:]]
        said = self.tr("Still to fill: {gaps}").format(gaps="、".join(dict.fromkeys(gaps)))
        self.missing.setText(said if gaps else "")
        self.missing.setVisible(bool(gaps))
        for button in (self.copy, self.copy_html):
            button.setEnabled(not gaps and bool(text.strip()))

    def _copy(self, *, html: bool) -> None:
        text = self.text.toPlainText()
        if html:
            data = QMimeData()
            data.setText(text)
            data.setHtml(as_html(text))
            QGuiApplication.clipboard().setMimeData(data)
        else:
            self._around.clipboard.copy(text)
        self._around.notify(self.tr("The reply was copied"))
        self.accept()
