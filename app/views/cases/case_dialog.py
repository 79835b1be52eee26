"""What an agent writes of a case: ticket, customer, owner, subject matter, note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.errors import UserError
from app.models.case import CaseRow
from app.views.cases.case_work import CaseWork
from app.views.cases.kept_typing import KeptTyping
from app.views.cases.parts import AskingDialog

FLOW = "case_edit"
NOTE_HEIGHT = 140


class CaseDialog(AskingDialog):
    """Stays open while something cannot be kept; what somebody else changed meanwhile is told, not overwritten.

    What is typed is there again after locking or a crash; Cancel gives it up.
    """

    def __init__(self, work: CaseWork, case: CaseRow, parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self._work, self._case = work, case
        self.setWindowTitle(self.tr("Edit the case {number}").format(number=case.number))
        self.ok.setText(self.tr("Keep"))
        self.matter = QLineEdit(case.title, self)
        self.ticket = QLineEdit(case.ticket_number, self)
        self.customer = QLineEdit(case.customer, self)
        self.owner = QComboBox(self)
        self.owner.setEditable(True)
        self.owner.setCurrentText(case.owner)
        self.note = QPlainTextEdit(case.note, self)
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(NOTE_HEIGHT)
        self.add_field("title", self.tr("Subject matter"), self.matter)
        self.add_field("ticket_number", self.tr("Ticket"), self.ticket)
        self.add_field("customer", self.tr("Customer"), self.customer)
        self.add_field("owner", self.tr("Owner"), self.owner)
        self.add_field("note", self.tr("Note"), self.note)
        self.matter.setFocus()
        self._as_opened = self.values()
        self._typing = KeptTyping(FLOW, str(case.id), work.services.drafts, work.around.store_jobs, self)
        self._typing.look(self._restore)
        for line in (self.matter, self.ticket, self.customer):
            line.textEdited.connect(self._on_typed)
        self.owner.editTextChanged.connect(self._on_typed)
        self.note.textChanged.connect(self._on_typed)
        work.around.store_jobs.start(self, lambda _job: work.services.cases.owners(), done=self._offer)

    def values(self) -> dict[str, str]:
        """What was written."""
        return {
            "title": self.matter.text(),
            "ticket_number": self.ticket.text(),
            "customer": self.customer.text(),
            "owner": self.owner.currentText(),
            "note": self.note.toPlainText(),
        }

    def _offer(self, owners: Any) -> None:
        typed = self.owner.currentText()
        self.owner.addItems([each for each in owners if self.owner.findText(each) < 0])
        self.owner.setCurrentText(typed)

    def try_it(self) -> None:
        """Keep it; the dialog closes once it is kept."""
        work, case, values = self._work, self._case, self.values()

        def failed(error: UserError) -> None:
            self.show_error(error, work.around.languages.messages())

        def done(_change: object) -> None:
            self._typing.settle()
            self.accept()

        work.run(
            self,
            lambda: work.services.cases.update(case, values),
            said=self.tr("{number} was changed").format(number=case.number),
            done=done,
            failed=failed,
        )

    def put_away(self) -> None:
        """The desk is locked: what was typed is kept."""
        self._typing.keep_now()
        super().reject()

    def reject(self) -> None:
        """Cancel: what was typed is given up."""
        self._typing.settle()
        super().reject()

    def _on_typed(self) -> None:
        self._typing.keep(self.values())

    def _restore(self, kept: Mapping[str, Any]) -> None:
        if self.values() != self._as_opened:
            return  # whoever types already was quicker than the store
        texts = {name: str(kept.get(name, text)) for name, text in self._as_opened.items()}
        self.matter.setText(texts["title"])
        self.ticket.setText(texts["ticket_number"])
        self.customer.setText(texts["customer"])
        self.owner.setCurrentText(texts["owner"])
        self.note.setPlainText(texts["note"])
