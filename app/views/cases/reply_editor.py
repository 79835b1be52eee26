"""Writing a reply of one's own, or other words for a shipped one, with what a case makes of it beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors import Invalid, UserError
from app.models.own_reply import OwnReplyRow
from app.rules.procedures import procedure_ids
from app.rules.replies import ReplyTemplate, check_template, fill
from app.services.drafts import Drafts
from app.services.replies import Replies, ReplyDraft
from app.views.cases.kept_typing import KeptTyping
from app.views.pages.case_words import CaseWords
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.labels import FieldError, action_button, heading, plain_label

FLOW = "reply_template"
Values = Mapping[str, str | tuple[str, ...]]


class ReplyEditor(QDialog):
    """One template.

    What is typed is kept while it is typed: closed, locked or crashed, it is there when the editor is opened again.

    Signals:
        kept: the template was kept, or put back to what was shipped, or deleted (its id, empty when it is gone; its
            procedure).
    """

    kept = Signal(str, str)

    def __init__(
        self,
        around: Surroundings,
        replies: Replies,
        drafts: Drafts,
        procedure: str,
        template: ReplyTemplate | None,
        row: OwnReplyRow | None,
        values: Values | None,
        parent: QWidget | None = None,
    ) -> None:
        """Of one reply.

        Args:
            template: what is changed, None for a new reply of `procedure`.
            row: the desk's version of it where there is one.
            values: what a case says of the variables; None where there is no case, then examples stand for them.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._around, self._replies, self._template, self._row = around, replies, template, row
        self._of_case = values is not None
        self._values = values if values is not None else {each.name: each.example for each in replies.variables()}
        self._own = row is not None and row.reply_id.startswith("own.")
        room = parent.window().parentWidget() if parent is not None else None
        self.resize(QSize(1040, 680).boundedTo(room.window().size() if room is not None else QSize(1040, 680)))
        self.name = QLineEdit(template.title if template else "", self)
        self.procedure = QComboBox(self)
        words = CaseWords(self)
        for each in procedure_ids():
            self.procedure.addItem(words.procedure(each), each)
        self.procedure.setCurrentIndex(self.procedure.findData(template.procedure if template else procedure))
        self.stage = QComboBox(self)
        for stage in self._replies.stages():
            self.stage.addItem(stage.title, stage.id)
        if template is not None:
            self.stage.setCurrentIndex(self.stage.findData(template.stage))
        # Other words for a shipped reply stand where it stands.
        fixed = template is not None and not self._own
        self.procedure.setEnabled(not fixed)
        self.stage.setEnabled(not fixed)
        self.text = QPlainTextEdit(template.text if template else "", self)
        self.text.setTabChangesFocus(True)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.variables = QListWidget(self)
        self.variables.setWordWrap(True)
        self.variables.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.wrong = FieldError(self)
        self.errors = {"title": FieldError(self), "reply_text": FieldError(self)}
        self.restored = plain_label("", "warning", self)
        self.restored.hide()
        self.keep = action_button("", self.try_it, self, role="primary")
        self.back = action_button("", self._put_back, self, role="quiet")
        self.forget = action_button("", self._forget, self, role="quiet")
        self.close_it = action_button("", self.reject, self)
        for button in (self.back, self.forget, self.close_it):
            button.setAutoDefault(False)
        self._typing = KeptTyping(FLOW, template.id if template else "new", drafts, around.store_jobs, self)
        self._lay_out()
        self._say()
        self._list_variables()
        self._look()
        self.filter.textChanged.connect(lambda _text: self._list_variables())
        self.variables.itemActivated.connect(self._insert)
        self.text.textChanged.connect(self._on_typed)
        self.name.textEdited.connect(lambda _text: self._on_typed())
        for combo in (self.procedure, self.stage):
            combo.activated.connect(lambda _index: self._on_typed())
        self._typing.look(self._restore)
        (self.text if template else self.name).setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID)
        named = QVBoxLayout()
        named.setSpacing(2)
        named.addWidget(self.name)
        named.addWidget(self.errors["title"])
        self._title_word, self._procedure_word = plain_label("", "", self), plain_label("", "", self)
        self._stage_word = plain_label("", "", self)
        form.addRow(self._title_word, named)
        form.addRow(self._procedure_word, self.procedure)
        form.addRow(self._stage_word, self.stage)
        left = QWidget(self)
        writing = QVBoxLayout(left)
        writing.setContentsMargins(0, 0, GRID, 0)
        writing.setSpacing(GRID)
        writing.addLayout(form)
        writing.addWidget(self.text, 1)
        writing.addWidget(self.errors["reply_text"])
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(GRID, 0, 0, 0)
        beside.setSpacing(GRID)
        self._variables_word, self._preview_word = heading("", self), heading("", self)
        beside.addWidget(self._variables_word)
        beside.addWidget(self.filter)
        beside.addWidget(self.variables, 1)
        beside.addWidget(self._preview_word)
        beside.addWidget(self.preview, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([560, 480])
        tools = QHBoxLayout()
        tools.setSpacing(GRID)
        for button in (self.keep, self.back, self.forget):
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.close_it)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.restored)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.wrong)
        layout.addLayout(tools)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("New reply") if self._template is None else self.tr("Words of a reply"))
        self._title_word.setText(self.tr("Title"))
        self._procedure_word.setText(self.tr("Procedure"))
        self._stage_word.setText(self.tr("When"))
        self._variables_word.setText(self.tr("Variables"))
        self._preview_word.setText(
            self.tr("What this case makes of it") if self._of_case else self.tr("How it reads with examples")
        )
        self.filter.setPlaceholderText(self.tr("Filter variables; Enter on one puts it into the text"))
        self.keep.setText(self.tr("Keep"))
        self.back.setText(self.tr("Back to the shipped text"))
        self.back.setVisible(self._row is not None and not self._own)
        self.forget.setText(self.tr("Delete this reply"))
        self.forget.setVisible(self._own)
        self.close_it.setText(self.tr("Close"))
        for widget, name in (
            (self.name, self._title_word), (self.procedure, self._procedure_word), (self.stage, self._stage_word),
        ):  # fmt: skip
            widget.setAccessibleName(name.text())
        self.text.setAccessibleName(self.tr("Text of the reply, with variables"))
        self.filter.setAccessibleName(self.tr("Filter variables"))
        self.variables.setAccessibleName(self._variables_word.text())
        self.preview.setAccessibleName(self._preview_word.text())

    def _list_variables(self) -> None:
        wanted = self.filter.text().casefold().split()
        self.variables.clear()
        for each in self._replies.variables():
            value = self._values.get(each.name, "")
            shown = " / ".join(value) if isinstance(value, tuple) else value
            line = f"{{{{{each.name}}}}}　{each.description}"
            said = self.tr("here: {value}") if self._of_case else self.tr("for example: {value}")
            here = said.format(value=shown[:80]) if shown else self.tr("not known in this case")
            if all(part in f"{line} {here}".casefold() for part in wanted):
                item = QListWidgetItem(f"{line}\n{here}")
                item.setData(Qt.ItemDataRole.UserRole, each.name)
                self.variables.addItem(item)
        self.variables.setCurrentRow(0)

    def _insert(self, item: QListWidgetItem) -> None:
        self.text.insertPlainText(f"{{{{{item.data(Qt.ItemDataRole.UserRole)}}}}}")
        self.text.setFocus()

    def draft(self) -> ReplyDraft:
        """What was written."""
        reply_id = self._template.id if self._template is not None else ""
        procedure, stage = str(self.procedure.currentData()), str(self.stage.currentData())
        return ReplyDraft(procedure, stage, self.name.text(), self.text.toPlainText(), reply_id)

    def _on_typed(self) -> None:
        draft = self.draft()
        self._typing.keep(
            {"title": draft.title, "text": draft.text, "procedure": draft.procedure, "stage": draft.stage}
        )
        self._look()

    def _look(self) -> None:
        """Show what the case makes of the text, or what is wrong with it."""
        error, messages = self.errors["reply_text"], self._around.languages.messages()
        text = self.text.toPlainText()
        try:
            self.preview.setPlainText(fill(check_template(text), self._values).text)
            error.show_problem("", self.text)
        except UserError as problem:
            empty_yet = problem.code == "guide.reply_empty"
            error.show_problem("" if empty_yet else messages.error(problem), self.text)
            if empty_yet:
                self.preview.clear()

    def _restore(self, kept: Mapping[str, Any]) -> None:
        draft = self.draft()
        if (kept.get("title"), kept.get("text")) == (draft.title, draft.text):
            return
        self.name.setText(str(kept.get("title", "")))
        self.text.setPlainText(str(kept.get("text", "")))
        if self.stage.isEnabled():
            self.procedure.setCurrentIndex(max(self.procedure.findData(kept.get("procedure")), 0))
            self.stage.setCurrentIndex(max(self.stage.findData(kept.get("stage")), 0))
        self.restored.setText(self.tr("What you typed last time is here again; it was not kept as a reply yet."))
        self.restored.show()

    def try_it(self) -> None:
        """Keep the reply; what is wrong is said at its field."""
        draft, row, replies = self.draft(), self._row, self._replies

        def failed(error: UserError) -> None:
            messages = self._around.languages.messages()
            problems = error.problems if isinstance(error, Invalid) else ()
            for name, field in (("title", self.name), ("reply_text", self.text)):
                said = next((messages.text(each.code, each.facts) for each in problems if each.path == name), "")
                self.errors[name].show_problem(said, field)
            self.wrong.show_problem("" if problems else messages.error(error))

        self._do(lambda: replies.save(draft, row), self._on_kept, failed)

    def _on_kept(self, template: ReplyTemplate) -> None:
        self._typing.settle()
        self._around.notify(self.tr("The reply was kept"))
        self.accept()
        self.kept.emit(template.id, template.procedure)

    def _put_back(self) -> None:
        words = self.tr("The words of this desk go, and the shipped text is used again.")
        self._delete(self.tr("Back to the shipped text"), words, self._template.id if self._template else "")

    def _forget(self) -> None:
        self._delete(self.tr("Delete this reply"), self.tr("This reply is deleted. It cannot be brought back."), "")

    def _delete(self, title: str, words: str, left: str) -> None:
        row, replies, prompts = self._row, self._replies, self._around.prompts
        if row is None or not prompts.ask(self, title, words, yes=title, dangerous=True):
            return

        def done(_nothing: object) -> None:
            self._typing.settle()
            self.accept()
            self.kept.emit(left, row.procedure)

        def failed(error: UserError) -> None:
            prompts.show_error(self, error)

        self._do(lambda: replies.delete(row), done, failed)

    def _do(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[UserError], object]
    ) -> None:
        def on_failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            failed(error)

        self._around.store_jobs.start(self, lambda _job: work(), done=done, failed=on_failed, must_run=True)

    def done(self, result: int) -> None:
        """However it is left: what waits is kept."""
        self._typing.keep_now()
        super().done(result)
