"""What can be done with blanks from the page of forms: bring in, copy, edit, withdraw, export and import packs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.models.blank import BlankRow
from app.services.blank_packs import BlankPacks, PackPreview, PackResult
from app.services.blanks import BlankDesk, Blanks
from app.services.forms_info import FormInfo
from app.services.previews import Preview, preview_of
from app.views.blanks.bring_in_dialog import BringInDialog, CopyFormDialog, EditDetailsDialog
from app.views.blanks.editor_window import EditorWindow
from app.views.blanks.pack_dialog import PackDialog
from app.views.blanks.pack_export_dialog import PackExportDialog
from app.views.blanks.words import BlankWords
from app.views.surroundings import Surroundings

ENDING = ".beianblanks"
LARGEST_PACK = 512 * 1024 * 1024


class BlankShelf(QObject):
    """Opens dialogs over a page and says when the blanks are others.

    Signals:
        changed: a blank was added, saved, put to use, withdrawn or imported; its id, 0 for several.
    """

    changed = Signal(int)

    def __init__(
        self, blanks: Blanks, packs: BlankPacks, around: Surroundings, window: QWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.blanks, self._packs, self._around, self._window = blanks, packs, around, window

    def rows(self) -> tuple[BlankRow, ...]:
        """Every blank; called in the lane of the store."""
        return self.blanks.rows()

    def paper(self, blank_id: int) -> Preview:
        """The empty blank, to look at; called in the lane of the store."""
        desk = self.blanks.desk(blank_id)
        return preview_of(desk.paper, evidence=desk.facts.evidence)

    def bring_in(self) -> BringInDialog:
        """Ask for a file and its details, then open the editor."""
        dialog = BringInDialog(self.blanks, self._around, self._window)
        dialog.kept.connect(self._on_kept)
        dialog.open()
        return dialog

    def copy(self, info: FormInfo) -> CopyFormDialog:
        """Copy a built-in form as a blank, then open the editor."""
        dialog = CopyFormDialog(
            lambda details: self.blanks.copy_built_in(info.code, info.edition, details), self._around, self._window
        )
        dialog.form.fill_in(
            province=info.province,
            edition=info.edition,
            title=info.title,
            source=self.tr("Copy of the built-in form {edition}").format(edition=info.edition),
        )
        dialog.kept.connect(self._on_kept)
        dialog.open()
        return dialog

    def edit(self, blank_id: int) -> None:
        """Open the editor of a blank."""
        self._around.store_jobs.start(self._window, lambda _job: self.blanks.desk(blank_id), done=self._open)

    def details(self, row: BlankRow) -> EditDetailsDialog:
        """Change a blank's title, date, source and note."""
        dialog = EditDetailsDialog(row, self.blanks, self._around, self._window)
        dialog.kept.connect(lambda kept: self.changed.emit(kept.id))
        dialog.open()
        return dialog

    def delete(self, row: BlankRow) -> None:
        """Remove a blank after asking; one that papers were printed with stays, and the cases are named."""
        text = self.tr("“{title}”, edition {edition}, is removed with its file and its boxes. This cannot be undone.")
        text = text.format(title=row.title, edition=row.edition)
        if self._around.prompts.ask(
            self._window, self.tr("Delete the blank"), text, yes=self.tr("Delete"), dangerous=True
        ):
            self._around.store_jobs.start(
                self._window, lambda _job: self.blanks.delete(row), done=lambda _none: self.changed.emit(0)
            )

    def save_original(self, row: BlankRow) -> None:
        """Write the file as it was brought in, after asking where."""
        path = self._around.prompts.save_file(self._window, self.tr("Save the original file"), row.file_name, "")
        if path is not None:
            self._around.store_jobs.start(
                self._window, lambda _job: _write(Path(path), self.blanks.original(row.id)[1]), done=self._on_exported
            )

    def withdraw(self, row: BlankRow) -> None:
        """Take a blank out of use after asking."""
        text = self.tr("From now on the older blank, or the built-in form, is filled. Printed papers stay as they are.")
        if self._around.prompts.ask(self._window, self.tr("Withdraw the blank"), text, yes=self.tr("Withdraw")):
            self._around.store_jobs.start(
                self._window, lambda _job: self.blanks.withdraw(row), done=lambda kept: self.changed.emit(kept.id)
            )

    def choose_export(self, rows: Sequence[BlankRow], looked_at: int = 0) -> PackExportDialog:
        """Ask which blanks go into a pack, then where to."""
        words = BlankWords(self._around.languages.messages, self)
        dialog = PackExportDialog(rows, words, looked_at, self._window)
        dialog.chosen.connect(self.export)
        dialog.open()
        return dialog

    def export(self, blank_ids: Sequence[int]) -> None:
        """Write blanks into one file, after asking where."""
        path = self._around.prompts.save_file(
            self._window,
            self.tr("Export pack"),
            f"blanks{ENDING}",
            self.tr("Packs of blanks (*{ending})").format(ending=ENDING),
        )
        if path is None:
            return
        ids = list(blank_ids)
        self._around.store_jobs.start(
            self._window, lambda _job: _write(Path(path), self._packs.export(ids)), done=self._on_exported
        )

    def import_pack(self) -> None:
        """Ask for a pack, show what it would do, and take it in."""
        patterns = self.tr("Packs of blanks (*{ending})").format(ending=ENDING)
        path = self._around.prompts.open_file(self._window, self.tr("Import pack"), patterns)
        if path is None:
            return

        def read(_job: object) -> tuple[bytes, PackPreview]:
            pack = _read(Path(path))
            return pack, self._packs.preview(pack)

        self._around.store_jobs.start(self._window, read, done=lambda found: self._decide(*found))

    def _decide(self, pack: bytes, preview: PackPreview) -> None:
        self.pack_dialog = PackDialog(preview, BlankWords(self._around.languages.messages, self), self._window)
        self.pack_dialog.decided.connect(
            lambda choices: self._around.store_jobs.start(
                self._window, lambda _job: self._packs.take_in(pack, choices), done=self._on_imported
            )
        )
        self.pack_dialog.open()

    def _on_imported(self, result: PackResult) -> None:
        count = len(result.added) + len(result.replaced)
        self._around.notify(self.tr("%n blank(s) imported", "", count))
        self.changed.emit(0)

    def _on_exported(self, path: Path) -> None:
        self._around.notify(self.tr("Saved: {path}").format(path=path))

    def _on_kept(self, row: BlankRow) -> None:
        self.changed.emit(row.id)
        self.edit(row.id)

    def _open(self, desk: BlankDesk) -> None:
        self.editor = EditorWindow(desk, self.blanks, self._around, self._window)
        self.editor.kept.connect(lambda row: self.changed.emit(row.id))
        self.editor.show()


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST_PACK)
    except OSError as error:
        raise UserError("blanks.file_unreadable", file=path.name) from error


def _write(path: Path, data: bytes) -> Path:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UserError("views.not_saved", path=str(path)) from error
    return path
