"""From a record to the wizard and out of it again: opening, going on with a draft, printing, saving, the case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.models.draft import DraftRow
from app.services.deregistrations import Deregistrations, Finished
from app.services.drafts import Drafts
from app.services.flows.draft import Draft
from app.services.previews import Preview
from app.views.printer import choose_printer
from app.views.printing import print_pages, save_pdf
from app.views.surroundings import Surroundings
from app.views.wizards.deregistration_face import DeregistrationFace
from app.views.wizards.flow_wizard import FlowWizard, WizardParts


class Deregistering(QObject):
    """Opens the wizard over the window.

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
        drafts: Drafts,
        window: QWidget,
        *,
        parent: QObject,
        today: Callable[[], date] = date.today,
    ) -> None:
        """`window` is what the wizard stands over."""
        super().__init__(parent)
        self._around, self._deregistrations, self._drafts, self._window = around, deregistrations, drafts, window
        self._today = today

    def start(self, kind: str = "", record_id: int | None = None) -> None:
        """Start afresh, or from a `subject`, `site` or `case`."""
        if record_id is None:
            self._open(Draft())
            return
        ids = {f"{kind}_id": record_id}
        self._around.store_jobs.start(self, lambda _job: self._deregistrations.start(**ids), done=self._open)

    def go_on(self, kept: DraftRow) -> None:
        """Go on with a half-made one where it was left."""
        try:
            draft = Draft.from_json(kept.answers)
        except UserError as error:
            self._around.prompts.show_error(self._window, error)
            return
        self._open(draft, draft_id=kept.id, step=kept.step)

    def _open(self, draft: Draft, *, draft_id: int | None = None, step: str | None = None) -> None:
        around = self._around
        parts = WizardParts(
            drafts=self._drafts,
            jobs=around.store_jobs,
            paper_jobs=around.free_jobs,
            prompts=around.prompts,
            messages=around.languages.messages(),
            today=self._today,
        )
        face = DeregistrationFace(self._deregistrations)
        wizard = FlowWizard(face, parts, draft, draft_id=draft_id, step=step, parent=self._window)
        face.setParent(wizard)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.finished_case.connect(self._on_finished)
        wizard.print_wanted.connect(lambda packet: self._print(wizard, packet))
        wizard.save_wanted.connect(lambda packet: self._save(wizard, packet))
        wizard.case_wanted.connect(lambda case_id: self._show_case(wizard, case_id))
        wizard.finished.connect(self._on_closed)
        wizard.open()
        self.opened.emit(wizard)

    def _on_closed(self, _result: int) -> None:
        # The draft's last write is on its way; whoever reads the drafts now stands behind it in the lane.
        self.closed.emit()

    def _on_finished(self, made: Finished) -> None:
        self._around.changes.changed.emit(made.change)

    def _show_case(self, wizard: FlowWizard, case_id: int) -> None:
        wizard.accept()
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
        self._around.notify(self.tr("Saved: {path}").format(path=saved))
