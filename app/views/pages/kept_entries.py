"""What stood unsaved in a record's dialog when the window was locked: kept in the store, offered again afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.models.draft import DraftRow
from app.services.drafts import Drafts
from app.views.jobs import Job
from app.views.pages.record_dialog import RecordDialog
from app.views.surroundings import Surroundings

OpenDialog = Callable[[Any | None, Mapping[str, Any]], RecordDialog]


class KeptEntries(QObject):
    """Keeps the entries of one page's dialogs.

    Signals:
        offered: entries were found and offered (the `DraftRow`).
    """

    offered = Signal(object)

    def __init__(
        self,
        flow: str,
        drafts: Drafts,
        around: Surroundings,
        *,
        read: Callable[[int], Any],
        make_dialog: OpenDialog,
        parent: QObject,
    ) -> None:
        """`read` gives the row of an id; `make_dialog` a dialog for a row (or None) and what was kept beside its fields."""
        super().__init__(parent)
        self._flow, self._drafts, self._around = flow, drafts, around
        self._read, self._make_dialog = read, make_dialog

    def watch(self, dialog: RecordDialog, draft_id: int | None = None) -> None:
        """Keep what the dialog holds when it is put away; once it is saved or given up, the draft goes."""
        dialog.put_aside.connect(lambda answers: self._keep(answers, dialog.windowTitle(), draft_id))
        if draft_id is not None:
            dialog.settled.connect(lambda: self._discard(draft_id))

    def offer(self) -> None:
        """Look for kept entries and offer the newest."""
        drafts, flow = self._drafts, self._flow

        def work(_job: Job) -> list[DraftRow]:
            return drafts.all(flow, limit=1)

        self._around.store_jobs.start(self, work, done=self._on_found)

    def go_on(self, draft: DraftRow) -> None:
        """Open the dialog as it was."""
        record_id, read = draft.answers.get("record_id"), self._read

        def work(_job: Job) -> Any | None:
            try:
                return read(record_id) if record_id is not None else None
            except UserError:
                # Deleted meanwhile: what was typed is worth a new record.
                return None

        self._around.store_jobs.start(self, work, done=lambda row: self._open(row, draft))

    def _open(self, row: Any | None, draft: DraftRow) -> None:
        dialog = self._make_dialog(row, draft.answers)
        self.watch(dialog, draft.id)
        dialog.open()
        dialog.form.type_in(draft.answers.get("values", {}))

    def _on_found(self, drafts: list[DraftRow]) -> None:
        if drafts:
            draft = drafts[0]
            text = self.tr("Unsaved entries were kept: {title}").format(title=draft.title)
            self._around.notify(text, undo=lambda: self.go_on(draft), undo_text=self.tr("Go on"))
            self.offered.emit(draft)

    def _keep(self, answers: Mapping[str, Any], title: str, draft_id: int | None) -> None:
        drafts, flow = self._drafts, self._flow

        def work(_job: Job) -> int:
            return drafts.save(flow, answers, title=title, draft_id=draft_id)

        self._around.store_jobs.start(self, work, must_run=True)

    def _discard(self, draft_id: int) -> None:
        drafts = self._drafts
        self._around.store_jobs.start(self, lambda _job: drafts.discard(draft_id))
