"""Tables in and out: import, export and the fictional records, for the pages of subjects and sites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.services.changes import Change
from app.services.exports import Exports
from app.services.imports.running import Imports
from app.views.exports import ExportDialog, OpenFolder
from app.views.imports.import_window import ImportWindow
from app.views.printer import open_folder
from app.views.surroundings import Surroundings
from app.views.tables.shown import Shown
from app.views.tables.words import number


class TableExchange(QObject):
    """Answers the pages' wishes to import and export."""

    def __init__(
        self,
        around: Surroundings,
        imports: Imports,
        exports: Exports,
        window: QWidget,
        *,
        load_demo: Callable[[], Change],
        show_folder: OpenFolder = open_folder,
    ) -> None:
        """`load_demo` puts fictional records into the store; `show_folder` shows where a file was written."""
        super().__init__(window)
        self._around, self._imports, self._exports, self._window = around, imports, exports, window
        self._load_demo = load_demo
        self._show_folder = show_folder

    def start_import(self, path: Path | None) -> ImportWindow:
        """Open the import, on a file that is already known or on the choice of one."""
        window = ImportWindow(self._imports, self._around, self._window, path=path)
        window.open()
        return window

    def start_export(self, shown: Shown) -> ExportDialog:
        """Open the export of a table as it is shown."""
        dialog = ExportDialog(shown, self._exports, self._around, self._window)
        dialog.exported.connect(self._on_exported)
        dialog.open()
        return dialog

    def load_demo(self) -> None:
        """Put the fictional records into the store."""
        load = self._load_demo
        self._around.store_jobs.start(self, lambda _job: load(), done=self._around.changes.changed.emit)

    def _on_exported(self, path: Path, count: int) -> None:
        text = self.tr("Wrote {count} lines to {name}").format(count=number(count), name=path.name)
        self._around.notify(text, undo=lambda: self._show_folder(path), undo_text=self.tr("Open folder"))
