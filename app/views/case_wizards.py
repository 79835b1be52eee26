"""From a record to a wizard and out of it again: opening, going on with a draft, printing, saving, the case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.errors import UserError
from app.models.draft import DraftRow
from app.services.case_papers import Finished
from app.services.deregistrations import Deregistrations
from app.services.drafts import Drafts
from app.services.flows.draft import Draft
from app.services.flows.mailbox_reset_draft import MailboxDraft
from app.services.flows.transfer_draft import TransferDraft
from app.services.kept_answers import KeptPaper, answered
from app.services.mailbox_resets import MailboxResets
from app.services.previews import Preview
from app.services.transfers import Transfers
from app.views.pages.case_words import WIZARDS
from app.views.printer import choose_printer, open_folder
from app.views.printing import print_pages, save_pdf
from app.views.surroundings import Surroundings
from app.views.wizards.deregistration_face import DeregistrationFace
from app.views.wizards.flow_face import FlowFace
from app.views.wizards.flow_wizard import FlowWizard, WizardParts
from app.views.wizards.letter_faces import MailboxFace, TransferFace


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of wizard: its use cases, its face, and how a kept draft is read."""

    maker: Any
    face: Callable[[Any], FlowFace]
    read: Callable[[Mapping[str, Any]], Any]


class CaseWizards(QObject):
    """Opens the wizards over the window.

    Signals:
        opened: a wizard is shown (the `FlowWizard`).
        closed: it is gone again, finished or with a draft kept.
    """

    opened = Signal(object)
    closed = Signal()

    def __init__(
        self,
        around: Surroundings,
        deregistrations: Deregistrations,
        transfers: Transfers,
        resets: MailboxResets,
        drafts: Drafts,
        window: QWidget,
        *,
        parent: QObject,
        today: Callable[[], date] = date.today,
    ) -> None:
        """`window` is what the wizards stand over."""
        super().__init__(parent)
        self._around, self._drafts, self._window = around, drafts, window
        self._today = today
        self._kinds = {
            DeregistrationFace.flow: _Kind(deregistrations, DeregistrationFace, Draft.from_json),
            TransferFace.flow: _Kind(transfers, TransferFace, TransferDraft.from_json),
            MailboxFace.flow: _Kind(resets, MailboxFace, MailboxDraft.from_json),
        }

    def start(self, flow: str = DeregistrationFace.flow, kind: str = "", record_id: int | None = None) -> None:
        """Start a flow afresh, or from a `subject`, `site` or `case`."""
        maker = self._kinds[flow].maker
        ids = {f"{kind}_id": record_id} if record_id is not None else {}
        self._around.store_jobs.start(self, lambda _job: maker.start(**ids), done=lambda draft: self._open(flow, draft))

    def complete(self, kept: KeptPaper) -> None:
        """Open a wizard with everything that an older packet of a case says, for what a newer edition asks beyond it."""
        flow = WIZARDS[kept.procedure]
        maker = self._kinds[flow].maker

        def read() -> Any:
            return answered(maker.start(case_id=kept.case_id), kept.recipe)

        self._around.store_jobs.start(self, lambda _job: read(), done=lambda draft: self._open(flow, draft))

    def menu(self, parent: QWidget) -> QMenu:
        """A menu that starts each flow afresh."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for flow, text in self.flow_names().items():
            menu.addAction(text).triggered.connect(partial(self._start_afresh, flow))
        return menu

    def _start_afresh(self, flow: str, _checked: bool = False) -> None:
        self.start(flow)

    def flow_names(self) -> dict[str, str]:
        """What each flow is called in the language now set."""
        return {
            DeregistrationFace.flow: self.tr("Offline deregistration…"),
            TransferFace.flow: self.tr("Offline transfer to another account…"),
            MailboxFace.flow: self.tr("New login mailbox of the former platform…"),
        }

    def go_on(self, kept: DraftRow) -> None:
        """Go on with a half-made one where it was left."""
        try:
            draft = self._kinds[kept.flow].read(kept.answers)
        except UserError as error:
            self._around.prompts.show_error(self._window, error)
            return
        maker = self._kinds[kept.flow].maker
        self._around.store_jobs.start(
            self,
            lambda _job: maker.under_rules(draft),
            done=lambda read: self._open(kept.flow, read, draft_id=kept.id, step=kept.step),
        )

    def _open(self, flow: str, draft: Any, *, draft_id: int | None = None, step: str | None = None) -> None:
        around, kind = self._around, self._kinds[flow]
        parts = WizardParts(
            drafts=self._drafts,
            jobs=around.store_jobs,
            paper_jobs=around.free_jobs,
            prompts=around.prompts,
            messages=around.languages.messages(),
            today=self._today,
            scan_folder=around.settings.settings.scan_folder,
        )
        face = kind.face(kind.maker)
        wizard = FlowWizard(face, parts, draft, draft_id=draft_id, step=step, parent=self._window)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.finished_case.connect(self._on_finished)
        wizard.print_wanted.connect(lambda packet: self._print(wizard, packet))
        wizard.save_wanted.connect(lambda packet: self._save(wizard, packet))
        wizard.folder_wanted.connect(open_folder)
        wizard.case_wanted.connect(self._show_case)
        wizard.finished.connect(self._on_closed)
        wizard.open()
        self.opened.emit(wizard)

    def _on_closed(self, _result: int) -> None:
        # The draft's last write is on its way; whoever reads the drafts now stands behind it in the lane.
        self.closed.emit()

    def _on_finished(self, made: Finished) -> None:
        self._around.changes.changed.emit(made.change)

    def _show_case(self, case_id: int) -> None:
        self._around.navigation.go("cases", case_id)

    def _print(self, wizard: FlowWizard, packet: Preview | None) -> None:
        if packet is None:
            return
        printer = choose_printer(wizard, packet.pages, wizard.windowTitle())
        if printer is None:
            return
        try:
            print_pages(printer, packet.image, packet.sizes)
        except UserError as error:
            self._around.prompts.show_error(wizard, error)
            return
        self._note(wizard, "print")

    def _save(self, wizard: FlowWizard, packet: Preview | None) -> None:
        if packet is None:
            return
        name = f"{wizard.outcome.case_number if wizard.outcome else packet.form_code}.pdf"
        path = self._around.prompts.save_file(wizard, self.tr("Save the packet"), name, self.tr("PDF files (*.pdf)"))
        if path is None:
            return
        try:
            saved = save_pdf(packet.pdf, path)
        except UserError as error:
            self._around.prompts.show_error(wizard, error)
            return
        wizard.show_saved(saved)
        self._note(wizard, "export")

    def _note(self, wizard: FlowWizard, action: Literal["print", "export"]) -> None:
        """The history says who printed or saved a packet, as it does for a reprint."""
        made = wizard.outcome
        if made is not None:
            maker = wizard.face.maker
            self._around.store_jobs.start(self, lambda _job: maker.note_use(made.document_id, action), must_run=True)
