"""The window of an import: file, columns, check, result; nothing is written before the last step."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.services.imports.file_kinds import SUFFIXES
from app.services.imports.mapping import ColumnMapping, guess_columns
from app.services.imports.plan import ImportPlan
from app.services.imports.rejects import rejects_path, write_rejects
from app.services.imports.running import ImportResult, Imports
from app.services.imports.sheets import Sheet, read_sheet
from app.views.imports.check_page import CheckPage
from app.views.imports.file_page import FilePage
from app.views.imports.mapping_page import MappingPage
from app.views.imports.result_page import ResultPage
from app.views.jobs import Job
from app.views.surroundings import Surroundings
from app.views.tables.words import number
from app.views.theme import GRID, set_role
from app.views.widgets.busy_overlay import BusyOverlay


class Step(IntEnum):
    """The pages in their order."""

    FILE = 0
    COLUMNS = 1
    CHECK = 2
    RESULT = 3


class ImportWindow(QDialog):
    """Leads a table into the store.

    Signals:
        imported: rows were brought in (the `ImportResult`).
        step_shown: another page is in front.
    """

    imported = Signal(object)
    step_shown = Signal(int)

    def __init__(
        self, imports: Imports, around: Surroundings, parent: QWidget | None = None, *, path: Path | None = None
    ) -> None:
        """With `path` the file is read at once."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Import a table"))
        self.resize(960, 680)
        self._imports, self._around = imports, around
        self._sheet: Sheet | None = None
        self._guess: ColumnMapping | None = None
        self._busy = False
        self._running: Job | None = None
        messages = around.languages.messages
        self.file_page = FilePage(self)
        self.mapping_page = MappingPage(messages, self)
        self.check_page = CheckPage(messages, self)
        self.result_page = ResultPage(self)
        self._pages = QStackedWidget(self)
        for page in (self.file_page, self.mapping_page, self.check_page, self.result_page):
            self._pages.addWidget(page)
        self._steps = QLabel(self)
        self._steps.setTextFormat(Qt.TextFormat.RichText)
        self.back = QPushButton(self.tr("Back"), self)
        self.next = QPushButton(self)
        self.next.setDefault(True)
        set_role(self.next, "primary")
        self.cancel = QPushButton(self.tr("Cancel"), self)
        for button in (self.back, self.cancel):
            button.setAutoDefault(False)
        self._lay_out()
        self.overlay = BusyOverlay(self)
        self.back.clicked.connect(lambda _: self._go(Step(self.step - 1)))
        self.next.clicked.connect(lambda _: self.go_on())
        self.cancel.clicked.connect(lambda _: self.reject())
        self.file_page.choose_wanted.connect(self._choose)
        self.file_page.file_dropped.connect(self.read)
        self.file_page.sheet_wanted.connect(self._read_sheet)
        self.mapping_page.changed.connect(self._show_buttons)
        self.check_page.changed.connect(self._show_buttons)
        self.result_page.rejects_wanted.connect(self._save_rejects)
        self.result_page.undo_wanted.connect(self._take_back)
        around.undo.undone.connect(self._on_taken_back)
        around.undo.failed.connect(self._on_not_taken_back)
        self._go(Step.FILE)
        if path is not None:
            self.read(path)

    @property
    def step(self) -> Step:
        """The page in front."""
        return Step(self._pages.currentIndex())

    @property
    def plan(self) -> ImportPlan | None:
        """What the import would do, once it was checked."""
        return self.check_page.plan

    def read(self, path: Path) -> None:
        """Read a file and guess its columns."""
        self._read(path, None)

    def go_on(self) -> None:
        """What the primary button does on each page."""
        if self._busy:
            return
        match self.step:
            case Step.FILE if self._sheet is None:
                self._choose()
            case Step.FILE:
                self._go(Step.COLUMNS)
            case Step.COLUMNS:
                self._check()
            case Step.CHECK:
                self._run()
            case Step.RESULT:
                self.accept()

    def reject(self) -> None:
        """Close; asks when columns or duplicates were worked on, and stops a running import."""
        if self._busy:
            if self._running is not None:
                self._running.cancel()
            return
        if self.step in (Step.COLUMNS, Step.CHECK) and not self._around.prompts.ask(
            self,
            self.tr("Leave the import?"),
            self.tr("Nothing has been imported yet."),
            yes=self.tr("Leave"),
        ):
            return
        super().reject()

    def put_away(self) -> None:
        """Close without a question: the window is being locked. Nothing was written."""
        if self._running is not None:
            self._running.cancel()
        super().reject()

    def _choose(self) -> None:
        patterns = self.tr("Tables ({patterns})").format(patterns=" ".join(f"*{each}" for each in SUFFIXES))
        path = self._around.prompts.open_file(self, self.tr("Choose a table of filings"), patterns)
        if path is not None:
            self.read(path)

    def _read_sheet(self, name: str) -> None:
        if self._sheet is not None and name != self._sheet.name:
            self._read(self._sheet.path, name)

    def _read(self, path: Path, name: str | None) -> None:
        def work(_job: Job) -> tuple[Sheet, ColumnMapping]:
            sheet = read_sheet(path, name)
            return sheet, guess_columns(sheet)

        self._begin(self.tr("Reading {name}…").format(name=path.name))
        self._around.free_jobs.start(self, work, done=self._on_read, failed=self._on_failed)

    def _on_read(self, found: tuple[Sheet, ColumnMapping]) -> None:
        self._end()
        self._sheet, self._guess = found
        self.file_page.show_sheet(self._sheet)
        header = self._guess.header_row
        self.mapping_page.show_mapping(self._guess, self._sheet.line(header) if header >= 0 else 0)
        self._go(Step.FILE)
        self.next.setFocus()

    def _check(self) -> None:
        sheet, mapping, imports = self._sheet, self.mapping_page.mapping, self._imports
        if sheet is None or mapping is None:
            return

        def work(job: Job) -> ImportPlan:
            return imports.check(sheet, mapping, job.report)

        job = self._around.store_jobs.start(
            self,
            work,
            done=self._on_checked,
            failed=self._on_failed,
            cancelled=self._end,
            progress=self.overlay.progress,
        )
        self._begin(self.tr("Checking every row…"), job)

    def _on_checked(self, plan: ImportPlan) -> None:
        self._end()
        self.check_page.show_plan(plan)
        self._go(Step.CHECK)

    def _run(self) -> None:
        plan, imports = self.plan, self._imports
        if plan is None:
            return

        def work(job: Job) -> ImportResult:
            return imports.run(plan, job.report)

        job = self._around.store_jobs.start(
            self,
            work,
            done=self._on_imported,
            failed=self._on_failed,
            cancelled=self._on_stopped,
            progress=self.overlay.progress,
        )
        self._begin(self.tr("Importing… Everything or nothing is kept."), job)

    def _on_imported(self, result: ImportResult) -> None:
        self._end()
        self.result_page.show_result(result)
        self._go(Step.RESULT)
        self._around.changes.changed.emit(result.change)
        self._remember(result)
        self.imported.emit(result)

    def _remember(self, result: ImportResult) -> None:
        """The import becomes a step of the history, which asks before it goes back."""
        around, title = self._around, self.result_page.title.text()
        asked = self.tr("Take the import back?")
        goes = self.tr(
            "{subjects} subjects and {sites} sites that it made are removed, {merged} records that it completed become "
            "what they were before. It cannot be done again except by importing the file again."
        ).format(
            subjects=number(result.subjects_made),
            sites=number(result.sites_made),
            merged=number(result.subjects_merged + result.sites_merged),
        )
        yes = self.tr("Take back")

        def sure() -> bool:
            return around.prompts.ask(QApplication.activeWindow(), asked, goes, yes=yes, dangerous=True)

        around.undo.add(title, result.change, self._imports.undo, sure=sure)

    def _take_back(self) -> None:
        """The import is the last step there is as long as this window is in front."""
        undo = self._around.undo
        if undo.undo():
            self._begin(self.tr("Taking the import back…"))

    def _on_taken_back(self) -> None:
        if self._busy:
            self._end()
            self.result_page.show_taken_back()

    def _on_not_taken_back(self) -> None:
        if self._busy:
            self._end()

    def _on_stopped(self) -> None:
        self._end()
        self._around.notify(self.tr("The import was stopped; nothing was kept"))

    def _save_rejects(self) -> None:
        plan = self.plan
        if plan is None:
            return
        name = rejects_path(plan.sheet.path).name
        path = self._around.prompts.save_file(
            self,
            self.tr("Save the rejected rows"),
            name,
            self.tr("Tables ({patterns})").format(patterns="*.xlsx *.csv"),
        )
        if path is None:
            return
        messages = self._around.languages.messages()

        def work(_job: Job) -> str:
            write_rejects(plan, path, messages.text, messages.language)
            return path.name

        self._around.free_jobs.start(self, work, done=self.result_page.show_saved, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, UserError):
            raise error
        self._around.prompts.show_error(self, error)
        if error.code == "imports.store_changed":
            self._check()

    def _begin(self, words: str, job: Job | None = None) -> None:
        self._busy = True
        self._running = job
        self.overlay.begin(words, job)
        self._show_buttons()

    def _end(self) -> None:
        self._busy = False
        self._running = None
        self.overlay.end()
        self._show_buttons()

    def _go(self, step: Step) -> None:
        self._pages.setCurrentIndex(step)
        self._show_buttons()
        match step:
            case Step.FILE:
                (self.next if self._sheet is not None else self.file_page.choose).setFocus()
            case Step.COLUMNS:
                self.mapping_page.first().setFocus()
            case Step.CHECK:
                self.check_page.first().setFocus()
            case Step.RESULT:
                self.next.setFocus()
        self.step_shown.emit(int(step))

    def _show_buttons(self) -> None:
        step = self.step
        names = (self.tr("File"), self.tr("Columns"), self.tr("Check"), self.tr("Done"))
        said = [
            f"<b>{number(i + 1)} {name}</b>" if i == step else f"{number(i + 1)} {name}" for i, name in enumerate(names)
        ]
        self._steps.setText(" &nbsp;›&nbsp; ".join(said))
        self.back.setVisible(step in (Step.COLUMNS, Step.CHECK))
        self.cancel.setVisible(step is not Step.RESULT)
        mapping, plan = self.mapping_page.mapping, self.plan
        good = plan.counts().good if step is Step.CHECK and plan is not None else 0
        words = {
            Step.FILE: self.tr("Next"),
            Step.COLUMNS: self.tr("Check the rows"),
            Step.CHECK: self.tr("Import {count} rows").format(count=number(good)),
            Step.RESULT: self.tr("Close"),
        }
        ready = {
            Step.FILE: self._sheet is not None,
            Step.COLUMNS: mapping is not None and bool(mapping.targets),
            Step.CHECK: good > 0,
            Step.RESULT: True,
        }
        self.next.setText(words[step])
        self.next.setEnabled(ready[step] and not self._busy)
        self.back.setEnabled(not self._busy)

    def _lay_out(self) -> None:
        head = QFrame(self)
        set_role(head, "bar")
        top = QHBoxLayout(head)
        top.setContentsMargins(3 * GRID, GRID + 4, 3 * GRID, GRID + 4)
        top.addWidget(self._steps)
        foot = QFrame(self)
        set_role(foot, "status")
        row = QHBoxLayout(foot)
        row.setContentsMargins(3 * GRID, GRID + 4, 3 * GRID, GRID + 4)
        row.setSpacing(GRID)
        row.addStretch(1)
        for button in (self.back, self.next, self.cancel):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._pages, 1)
        layout.addWidget(foot)
