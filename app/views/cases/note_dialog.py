"""The note of a line of the check list; emptied, it is gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.errors import UserError
from app.models.case import CaseItemRow
from app.views.cases.case_work import CaseWork
from app.views.cases.kept_typing import KeptTyping
from app.views.cases.parts import AskingDialog
from app.views.widgets.labels import plain_label

FLOW = "case_item_note"
HEIGHT = 110


class NoteDialog(AskingDialog):
    """One note. What is typed is there again after Cancel, locking or a crash, until it is kept."""

    def __init__(self, work: CaseWork, item: CaseItemRow, parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self._work, self._item = work, item
        self.setWindowTitle(self.tr("Note"))
        self.ok.setText(self.tr("Keep"))
        self.note = QPlainTextEdit(item.note, self)
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(HEIGHT)
        self.form.addRow(plain_label(item.title, "label", self))
        self.add_field("note", self.tr("Note"), self.note, self.tr("Ctrl+Enter keeps it; an empty note is taken away."))
        QShortcut(QKeySequence("Ctrl+Return"), self, self.try_it)
        self._typing = KeptTyping(FLOW, str(item.id), work.services.drafts, work.around.store_jobs, self)
        self._typing.look(self._restore)
        self.note.textChanged.connect(self._on_typed)
        self.note.setFocus()

    def try_it(self) -> None:
        """Keep it; the dialog closes once it is kept."""
        work, item, note = self._work, self._item, self.note.toPlainText()

        def failed(error: UserError) -> None:
            self.show_error(error, work.around.languages.messages())

        def done(_change: object) -> None:
            self._typing.settle()
            self.accept()

        if note.strip() == item.note:
            done(None)
            return
        work.run(self, lambda: work.services.cases.set_item_note(item, note), step=item.title, done=done, failed=failed)

    def done(self, result: int) -> None:
        """However it is left: what waits is kept."""
        self._typing.keep_now()
        super().done(result)

    def _on_typed(self) -> None:
        note = self.note.toPlainText()
        if note == self._item.note:
            self._typing.settle()
        else:
            self._typing.keep({"note": note})

    def _restore(self, kept: Mapping[str, Any]) -> None:
        # Whoever has typed already was quicker than the store.
        if self.note.toPlainText() == self._item.note:
            self.note.setPlainText(str(kept.get("note", "")))
            self.note.selectAll()
