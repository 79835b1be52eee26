"""All replies by procedure, shipped and of this desk: read, changed and written without a case."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from app.errors import UserError
from app.models.own_reply import OwnReplyRow
from app.rules.guidance import said_source_zh
from app.rules.procedures import procedure_ids
from app.rules.replies import ReplyTemplate
from app.services.drafts import Drafts
from app.services.replies import Replies
from app.views.cases.reply_editor import ReplyEditor
from app.views.pages.case_words import CaseWords
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.choice_list import Choice, ChoiceList
from app.views.widgets.labels import action_button, plain_label

SIZE = QSize(920, 600)


class ReplyShelf(QDialog):
    """Replies left, the words of the one chosen right, with their variables as they are written.

    Signals:
        listed: the replies of the chosen procedure are shown.
    """

    listed = Signal()

    def __init__(self, around: Surroundings, replies: Replies, drafts: Drafts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._around, self._service, self._drafts = around, replies, drafts
        self._templates: dict[str, ReplyTemplate] = {}
        self._rows: dict[str, OwnReplyRow] = {}
        self._stages = {each.id: each.title for each in replies.stages()}
        self.setWindowTitle(self.tr("Words of replies"))
        self.resize(SIZE.boundedTo(parent.window().size()))
        self.procedure = QComboBox(self)
        self.procedure.setAccessibleName(self.tr("Procedure"))
        words = CaseWords(self)
        for each in procedure_ids():
            self.procedure.addItem(words.procedure(each), each)
        self.choices = ChoiceList(self)
        self.choices.name(self.tr("Filter replies"), self.tr("Replies of this procedure"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the reply"))
        self.source = plain_label("", "source", self)
        self.words = action_button(
            self.tr("Change the words…"), self.ask_words, self, icon_name="pencil", role="primary"
        )
        self.new = action_button(self.tr("New reply…"), lambda: self._edit(None), self, icon_name="plus")
        self.close_it = action_button(self.tr("Close"), self.reject, self)
        for button in (self.words, self.new, self.close_it):
            button.setAutoDefault(False)
        self._lay_out()
        self.procedure.currentIndexChanged.connect(lambda _index: self._read())
        self.choices.chosen.connect(self._show)
        self._read()
        self.procedure.setFocus()

    def ask_words(self) -> None:
        """Open the words of the reply in front."""
        template = self._templates.get(self.choices.current)
        if template is not None:
            self._edit(template)

    def _lay_out(self) -> None:
        left = QWidget(self)
        choosing = QVBoxLayout(left)
        choosing.setContentsMargins(0, 2 * GRID, 0, 0)
        choosing.setSpacing(0)
        over = QHBoxLayout()
        over.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        over.addWidget(self.procedure)
        choosing.addLayout(over)
        choosing.addWidget(self.choices, 1)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.text, 1)
        column.addWidget(self.source)
        tools = QHBoxLayout()
        tools.setSpacing(GRID)
        tools.addWidget(self.words)
        tools.addWidget(self.new)
        tools.addStretch(1)
        tools.addWidget(self.close_it)
        column.addLayout(tools)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([330, 590])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _read(self, chosen: str = "") -> None:
        service, procedure = self._service, str(self.procedure.currentData())

        def read() -> tuple[Sequence[ReplyTemplate], Sequence[OwnReplyRow]]:
            return service.templates(procedure), service.own_rows()

        self._around.store_jobs.start(
            self,
            lambda _job: read(),
            done=lambda found: self._list(procedure, found[0], found[1], chosen),
            failed=self._failed,
        )

    def _list(
        self, procedure: str, templates: Sequence[ReplyTemplate], rows: Sequence[OwnReplyRow], chosen: str
    ) -> None:
        if procedure != self.procedure.currentData():
            return
        self._templates, self._rows = {each.id: each for each in templates}, {each.reply_id: each for each in rows}
        self.choices.show_choices([self._choice(each) for each in templates])
        shown = chosen if chosen in self._templates else next(iter(self._templates), "")
        self.words.setEnabled(bool(shown))
        if shown:
            self.choices.choose(shown)
            self._show(shown)
        self.listed.emit()

    def _choice(self, template: ReplyTemplate) -> Choice:
        stage, said = self._stages[template.stage], self.tr("as shipped")
        if template.own:
            said = self.tr("words of this desk")
        below = said if template.title == stage else f"{stage} · {said}"
        return Choice(template.id, template.title, below)

    def _show(self, reply_id: str) -> None:
        template = self._templates[reply_id]
        self.text.setPlainText(template.text)
        source = said_source_zh(template.source)
        self.source.setText(self.tr("{source} ({date})").format(source=source, date=template.as_of))

    def _edit(self, template: ReplyTemplate | None) -> None:
        row = self._rows.get(template.id) if template is not None else None
        procedure = str(self.procedure.currentData())
        editor = ReplyEditor(self._around, self._service, self._drafts, procedure, template, row, None, self)
        editor.kept.connect(self._on_kept)
        editor.open()

    def _on_kept(self, reply_id: str, procedure: str) -> None:
        """Show the reply where it now stands."""
        place = self.procedure.findData(procedure)
        if place != self.procedure.currentIndex():
            self.procedure.blockSignals(True)
            self.procedure.setCurrentIndex(place)
            self.procedure.blockSignals(False)
        self._read(reply_id or self.choices.current)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._around.prompts.show_error(self, error)
