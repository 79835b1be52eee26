"""The papers of a case: look, print, save, mark as sent, make anew with what came later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Invalid, UserError
from app.models.document import DocumentRow
from app.models.material import MaterialRow
from app.services.newer_materials import PACKET_KIND
from app.services.previews import Preview, preview_of
from app.services.sending import CARRIERS, Sending
from app.views.cases.additions_dialog import AdditionsDialog
from app.views.cases.case_work import CaseWork
from app.views.cases.document_dialog import DocumentDialog
from app.views.cases.kept_typing import KeptTyping
from app.views.cases.parts import SendDialog, day_of
from app.views.theme import GRID, set_role
from app.views.widgets.labels import StatusBadge, action_button, plain_label
from app.views.widgets.layouts import empty

if TYPE_CHECKING:
    from app.services.fresh_prints import FreshPrint, NewerEdition


class PapersPanel(QWidget):
    """Shows the documents, newest first.

    Signals:
        letter_wanted: a letter is to be written for the case.
    """

    letter_wanted = Signal()

    def __init__(self, work: CaseWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._documents: Sequence[DocumentRow] = ()
        self._newer: Sequence[MaterialRow] = ()
        self._today = date.min
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID)
        self.lacking = QFrame(self)
        set_role(self.lacking, "notice")
        self._lacks = plain_label("", "", self.lacking)
        self.anew = action_button("", self.ask_anew, self.lacking, icon_name="file-plus")
        notice = QVBoxLayout(self.lacking)
        notice.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        notice.setSpacing(GRID)
        notice.addWidget(self._lacks)
        notice.addWidget(self.anew, 0, Qt.AlignmentFlag.AlignLeft)
        self.lacking.hide()
        self.nothing = plain_label("", "hint", self)
        self.letter = action_button("", self.letter_wanted.emit, self, icon_name="file-plus")
        self.letter.setVisible(work.services.choose_letter is not None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.letter, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.lacking)
        layout.addWidget(self.nothing)
        layout.addLayout(self._lines)
        layout.addStretch(1)

    def show_documents(self, documents: Sequence[DocumentRow], newer: Sequence[MaterialRow], today: date) -> None:
        """Show these papers, and which enclosures the newest packet lacks."""
        self._documents, self._newer, self._today = documents, newer, today
        self._lacks.setText(lacking_words(len(newer)))
        self.lacking.setVisible(bool(newer))
        empty(self._lines)
        self.nothing.setVisible(not documents)
        for document in documents:
            self._lines.addWidget(self._card(document))

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.nothing.setText(self.tr("No paper yet. A wizard makes the papers of a case."))
        self.letter.setText(self.tr("Write a letter…"))
        self.anew.setText(self.tr("Make the packet anew…"))
        self.show_documents(self._documents, self._newer, self._today)

    def ask_anew(self) -> None:
        """Ask which of the newer enclosures go into a new packet; the older one stays."""
        packet = next((each for each in self._documents if each.kind == PACKET_KIND), None)
        if packet is None or not self._newer:
            return
        dialog = AdditionsDialog(self._newer, self)

        def failed(error: UserError) -> None:
            dialog.show_error(error, self._work.around.languages.messages())

        def make() -> None:
            chosen, today = dialog.chosen(), self._today
            self._work.run(
                dialog,
                lambda: self._work.services.make_anew(packet, chosen, today),
                said=self.tr("The packet was made anew; the older one stays"),
                done=lambda _change: dialog.accept(),
                failed=failed,
            )

        dialog.buttons.accepted.disconnect()
        dialog.buttons.accepted.connect(make)
        dialog.open()

    def send_newest(self) -> None:
        """Ask how the newest paper that is still here went out."""
        waiting = next((each for each in self._documents if each.sent_on is None), None)
        if waiting is not None:
            self._ask_sent(waiting)

    def _card(self, document: DocumentRow) -> QFrame:
        card = QFrame(self)
        set_role(card, "row")
        column = QVBoxLayout(card)
        column.setContentsMargins(2 * GRID, GRID + GRID // 2, GRID, GRID)
        column.setSpacing(GRID // 2)
        head = QHBoxLayout()
        head.addWidget(plain_label(document.title, "label", card), 1)
        if document.sent_on is not None:
            head.addWidget(StatusBadge(self.tr("Sent"), "good", card))
        column.addLayout(head)
        made = self._work.day(document.made_at.astimezone().date())
        facts = [self.tr("%n page(s)", "", document.pages), self.tr("made {day}").format(day=made)]
        column.addWidget(plain_label(" · ".join(facts), "hint", card))
        if document.sent_on is not None:
            sent = [self.tr("Sent {day}").format(day=self._work.day(document.sent_on)), document.carrier]
            column.addWidget(
                plain_label(" · ".join([*filter(None, sent), document.tracking_number]).strip(" ·"), "", card)
            )
        tools = QHBoxLayout()
        tools.setSpacing(GRID)
        tools.addWidget(action_button(self.tr("Open"), lambda: self._open(document), card, icon_name="file-text"))
        if document.sent_on is None:
            mark = action_button(self.tr("Mark as sent…"), lambda: self._ask_sent(document), card, icon_name="mail")
            tools.addWidget(mark)
        else:
            if document.tracking_number:
                number = document.tracking_number
                copy = action_button(
                    self.tr("Copy number"), lambda: self._work.around.clipboard.copy(number), card, icon_name="copy"
                )
                tools.addWidget(copy)
            tools.addWidget(action_button(self.tr("Not sent"), lambda: self._unsend(document), card, role="quiet"))
        tools.addStretch(1)
        column.addLayout(tools)
        return card

    def _open(self, document: DocumentRow) -> None:
        self._show(document.id, document.title, document.form_code)

    def _show(self, document_id: int, title: str, form_code: str = "") -> None:
        services, today = self._work.services, self._today

        def read() -> tuple[Preview, Sequence[NewerEdition]]:
            made = preview_of(services.reprint(document_id), form_code=form_code)
            return made, services.make_fresh().newer(document_id, today) if services.make_fresh is not None else ()

        def show(found: tuple[Preview, Sequence[NewerEdition]]) -> None:
            dialog = DocumentDialog(self._work.around, title, found[0], self, newer=found[1])
            dialog.fresh_wanted.connect(lambda: self._make_anew(dialog, document_id, title))
            dialog.open()

        def failed(error: UserError) -> None:
            if error.code == "flows.reprint_differs" and services.make_fresh is not None:
                self._ask_redrawn(document_id, title)
            else:
                self._work.around.prompts.show_error(self, error)

        self._work.run(self, read, done=show, failed=failed)

    def _ask_redrawn(self, document_id: int, title: str) -> None:
        """A paper that this version would draw otherwise is not handed out; another can be made of its values."""
        words = self.tr(
            "This version of the program would print it otherwise than it was. Make another from the same values? The old one stays."
        )
        make_fresh, today = self._work.services.make_fresh, self._today
        if make_fresh is None or not self._work.around.prompts.ask(self, title, words, yes=self.tr("Make it anew")):
            return
        self._work.run(
            self,
            lambda: make_fresh().make(document_id, today, redrawn=True),
            said=self.tr("Made anew; the old paper stays"),
            done=lambda made: self._show(made.document_id, title),
        )

    def _make_anew(self, dialog: DocumentDialog, document_id: int, title: str) -> None:
        make_fresh, today = self._work.services.make_fresh, self._today
        if make_fresh is None:
            return

        def done(made: FreshPrint) -> None:
            dialog.accept()
            self._show(made.document_id, title)

        def failed(error: UserError) -> None:
            if isinstance(error, Invalid):
                self._ask_complete(dialog, document_id, error)
            else:
                self._work.around.prompts.show_error(dialog, error)

        self._work.run(
            dialog,
            lambda: make_fresh().make(document_id, today),
            said=self.tr("Made anew; the old paper stays"),
            done=done,
            failed=failed,
        )

    def _ask_complete(self, dialog: DocumentDialog, document_id: int, error: Invalid) -> None:
        """The edition in force asks for more, or for other words: offer to write them, everything known filled in."""
        around, complete = self._work.around, self._work.services.complete_paper
        if complete is None:
            around.prompts.show_error(dialog, error)
            return
        said = "\n".join(around.languages.messages().problem(each) for each in error.problems)
        words = self.tr(
            "The edition in force does not take the values as they were kept:\n\n{problems}\n\nOpen it to mend that? Everything that is known is filled in already; the old paper stays."
        )
        if around.prompts.ask(dialog, dialog.windowTitle(), words.format(problems=said), yes=self.tr("Open it…")):
            dialog.accept()
            complete(document_id)

    def _ask_sent(self, document: DocumentRow) -> None:
        dialog = SendDialog(document.title, self._today, CARRIERS, self)
        work = self._work
        kept = KeptTyping("case_sending", str(document.id), work.services.drafts, work.around.store_jobs, dialog)
        dialog.keep_lines(kept, carrier=dialog.carrier_line, tracking=dialog.tracking)

        def failed(error: UserError) -> None:
            dialog.show_error(error, self._work.around.languages.messages())

        def mark() -> None:
            sending = Sending(day_of(dialog.day), dialog.carrier.currentText(), dialog.tracking.text())
            self._work.run(
                dialog,
                lambda: self._work.services.sending.mark_sent(document, sending, self._today),
                said=self.tr("Marked as sent; the deadline counts from that day"),
                done=lambda _change: dialog.accept(),
                failed=failed,
            )

        dialog.buttons.accepted.disconnect()
        dialog.buttons.accepted.connect(mark)
        dialog.open()
        dialog.tracking.setFocus()

    def _unsend(self, document: DocumentRow) -> None:
        sending = self._work.services.sending
        self._work.run(
            self,
            lambda: sending.mark_unsent(document),
            said=self.tr("No longer marked as sent; the deadline stays"),
            again=document.case_id,
        )


def lacking_words(count: int) -> str:
    """That the newest packet lacks enclosures that came later."""
    return QCoreApplication.translate("PapersPanel", "The packet lacks %n newer enclosure(s)", "", count)
