"""The replies of a case: chosen, filled, edited, then copied as plain text or HTML; their words are written here too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from app.models.case import CaseRow
from app.models.own_reply import OwnReplyRow
from app.rules.guidance import said_source_zh
from app.rules.replies import ReplyTemplate
from app.services.case_replies import CaseReply, as_html
from app.views.cases.case_work import CaseWork
from app.views.cases.kept_typing import KeptTyping
from app.views.cases.reply_editor import ReplyEditor, Values
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.choice_list import Choice, ChoiceList
from app.views.widgets.labels import action_button, plain_label

GAP_SIGN = "【"
FLOW = "reply_text"


class ReplyDialog(QDialog):
    """The reply that fits the case's state stands there at once; nothing with a gap is copied.

    Of a case, what the agent writes into a reply is kept until it is copied or given up, though the window be closed
    meanwhile, and the words of the templates can be changed from here.
    """

    def __init__(
        self,
        around: Surroundings,
        replies: Sequence[CaseReply],
        parent: QWidget | None = None,
        *,
        work: CaseWork | None = None,
        case: CaseRow | None = None,
    ) -> None:
        """`work` and `case` are those of the case that is answered; None where there is none yet."""
        super().__init__(parent)
        self._around, self._work, self._case = around, work, case
        self._replies: dict[str, CaseReply] = {}
        self._shown = ""
        self._texts: dict[str, str] = {}
        self.setWindowTitle(self.tr("Reply to the customer"))
        self.resize(920, 600)
        self.choices = ChoiceList(self)
        self.choices.name(self.tr("Filter replies"), self.tr("Replies of this procedure"))
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the reply"))
        self.missing = plain_label("", "error", self)
        self.source = plain_label("", "source", self)
        self.afresh = action_button(self.tr("Fill it afresh"), self._fill_afresh, self, role="quiet")
        self.copy = action_button(
            self.tr("Copy as text"), lambda: self._copy(html=False), self, icon_name="copy", role="primary"
        )
        self.copy_html = action_button(self.tr("Copy as HTML"), lambda: self._copy(html=True), self, icon_name="copy")
        self.words = action_button(self.tr("Change the words…"), self.ask_words, self, icon_name="pencil")
        self.new = action_button(self.tr("New reply…"), self.ask_new, self, icon_name="plus")
        close = action_button(self.tr("Close"), self.reject, self)
        for button in (self.copy_html, self.afresh, self.words, self.new, close):
            button.setAutoDefault(False)
        self._typing = None
        if work is not None and case is not None:
            self._typing = KeptTyping(FLOW, str(case.id), work.services.drafts, around.store_jobs, self)
        for button in (self.words, self.new):
            button.setVisible(self._typing is not None)
        self._lay_out(close)
        self.choices.chosen.connect(self._show)
        self.text.textChanged.connect(self._on_text)
        self.show_replies(replies)
        if self._typing is not None:
            self._typing.look(self._restore)
        self.text.setFocus()

    def show_replies(self, replies: Sequence[CaseReply], chosen: str = "") -> None:
        """Show these; the one chosen, else the one that fits."""
        self._replies = {each.template.id: each for each in replies}
        suggested = next((each for each in replies if each.suggested), next(iter(replies), None))
        self._list()
        wanted = chosen if chosen in self._replies else (suggested.template.id if suggested else "")
        if wanted:
            self.choices.choose(wanted)
            self._show(wanted)
        self.words.setEnabled(bool(wanted))

    def ask_words(self) -> None:
        """Open the template of the reply in front."""
        reply = self._replies.get(self._shown)
        if reply is not None:
            self._edit(reply.template)

    def ask_new(self) -> None:
        """Open an empty template."""
        self._edit(None)

    def _lay_out(self, close: QWidget) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(GRID)
        tools.addWidget(self.copy)
        tools.addWidget(self.copy_html)
        tools.addWidget(self.afresh)
        tools.addStretch(1)
        tools.addWidget(close)
        templates = QHBoxLayout()
        templates.setContentsMargins(2 * GRID, 0, 0, 2 * GRID)
        templates.setSpacing(GRID)
        templates.addWidget(self.words)
        templates.addWidget(self.new)
        templates.addStretch(1)
        left = QWidget(self)
        choosing = QVBoxLayout(left)
        choosing.setContentsMargins(0, 0, 0, 0)
        choosing.setSpacing(GRID)
        choosing.addWidget(self.choices, 1)
        choosing.addLayout(templates)
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
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([330, 590])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _list(self) -> None:
        self.choices.show_choices([self._choice(each) for each in self._replies.values()])

    def _choice(self, reply: CaseReply) -> Choice:
        gaps = len(reply.filled.missing)
        status = self.tr("fits") if reply.suggested else ""
        subtitle = self.tr("%n gap(s) to fill", "", gaps) if gaps else self.tr("ready")
        if reply.template.own:
            subtitle = self.tr("{state} · words of this desk").format(state=subtitle)
        return Choice(reply.template.id, reply.template.title, subtitle, status, "good")

    def _show(self, reply_id: str) -> None:
        reply = self._replies[reply_id]
        self._shown = reply_id
        self.text.setPlainText(self._texts.get(reply_id, reply.filled.text))
        source = self.tr("{source} ({date})").format(
            source=said_source_zh(reply.template.source), date=reply.template.as_of
        )
        self.source.setText(source)

    def _on_text(self) -> None:
        """Keep what the agent wrote, and say which gaps are still in it; what was filled by hand counts."""
        text = self.text.toPlainText()
        reply = self._replies.get(self._shown)
        if reply is not None:
            kept = dict(self._texts)
            if text == reply.filled.text:
                self._texts.pop(self._shown, None)
            else:
                self._texts[self._shown] = text
            if kept != self._texts:
                self._keep()
        self.afresh.setVisible(self._shown in self._texts)
        gaps = [part.partition("】")[0] for part in text.split(GAP_SIGN)[1:]]
        said = self.tr("Still to fill: {gaps}").format(gaps="、".join(dict.fromkeys(gaps)))
        self.missing.setText(said if gaps else "")
        self.missing.setVisible(bool(gaps))
        for button in (self.copy, self.copy_html):
            button.setEnabled(not gaps and bool(text.strip()))

    def _keep(self) -> None:
        if self._typing is None:
            return
        if self._texts:
            self._typing.keep({"texts": dict(self._texts)})
        else:
            self._typing.settle()

    def _restore(self, kept: Mapping[str, Any]) -> None:
        texts = {str(name): str(text) for name, text in dict(kept.get("texts", {})).items() if name in self._replies}
        self._texts = {**texts, **self._texts}
        if self._shown in texts:
            self._show(self._shown)

    def _fill_afresh(self) -> None:
        reply = self._replies.get(self._shown)
        if reply is not None:
            self.text.setPlainText(reply.filled.text)

    def _edit(self, template: ReplyTemplate | None) -> None:
        work, case = self._work, self._case
        if work is None or case is None:
            return
        services, today = work.services, work.today()

        def read() -> tuple[Values, OwnReplyRow | None]:
            rows = {each.reply_id: each for each in services.own_replies.own_rows()}
            return services.replies.values(case.id, today), rows.get(template.id) if template is not None else None

        def show(found: tuple[Values, OwnReplyRow | None]) -> None:
            editor = ReplyEditor(
                self._around, services.own_replies, services.drafts, case.procedure, template, found[1], found[0], self
            )
            editor.kept.connect(lambda reply_id, _procedure: self._again(reply_id))
            editor.open()

        work.run(self, read, done=show)

    def _again(self, reply_id: str) -> None:
        work, case = self._work, self._case
        if work is None or case is None:
            return
        services, today = work.services, work.today()
        # What was written into the old words stays the agent's; a reply that nothing was written into shows the new ones.
        work.run(
            self,
            lambda: services.replies.of(case.id, today),
            done=lambda found: self.show_replies(found, reply_id or self._shown),
        )

    def _copy(self, *, html: bool) -> None:
        text = self.text.toPlainText()
        if html:
            data = QMimeData()
            data.setText(text)
            data.setHtml(as_html(text))
            QGuiApplication.clipboard().setMimeData(data)
        else:
            self._around.clipboard.copy(text)
        if self._texts.pop(self._shown, None) is not None:
            self._keep()
        self._around.notify(self.tr("The reply was copied"))
        self.accept()

    def done(self, result: int) -> None:
        """However it is left: what waits is kept."""
        if self._typing is not None:
            self._typing.keep_now()
        super().done(result)
