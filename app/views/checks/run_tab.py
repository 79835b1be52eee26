"""What both checks share: begin a run in a lane of its own, follow it, stop it, carry it on, compare, write it out."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.errors import UserError
from app.services.checks.cases import CheckCases
from app.services.checks.domains import DomainChecks
from app.services.checks.hollow import HollowChecks
from app.services.checks.reference_lists import ReferenceLists
from app.services.checks.replies import CheckReplies, CheckReply
from app.services.checks.runs import CheckRun
from app.views.checks.evidence_pane import Found
from app.views.checks.outcome_bar import ALL, CHANGED
from app.views.checks.results import RunResults
from app.views.checks.run_actions import RunActions
from app.views.checks.run_reading import RunReader, RunShown
from app.views.checks.words import CheckWords
from app.views.jobs import Job, Jobs
from app.views.surroundings import Surroundings
from app.views.tables.columns import Column
from app.views.tables.record_columns import shown_moment
from app.views.tables.words import number

REFRESH_MS = 1000


class RunTab(QWidget):
    """Start form and results of one check, one in front of the other.

    Signals:
        runs_read: the list of earlier runs is known.
        shown: a run is in the table (`RunShown`).
        finished: a run came to its end (its id).
    """

    runs_read = Signal()
    shown = Signal(object)
    finished = Signal(str)

    check = ""

    def __init__(
        self,
        service: HollowChecks | DomainChecks,
        cases: CheckCases,
        replies: CheckReplies,
        lists: ReferenceLists,
        around: Surroundings,
        lane: Jobs,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        """`lane` is the lane of the checks; nothing else waits behind a check."""
        super().__init__(parent)
        self._service, self.around, self._lane = service, around, lane
        self._replies, self._lists = replies, lists
        self._today = today
        self.words = CheckWords(around.languages.messages)
        self.runs: list[CheckRun] = []
        self.run: CheckRun | None = None
        self.before: Mapping[str, str] | None = None
        self._running: Job | None = None
        self._running_id = ""
        self._asking: Job | None = None
        self.form = self.make_form()
        self.results = RunResults(self.columns(), service.rows, self.read_found, around, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.form)
        self.stack.addWidget(self.results)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        make_cases = cases.hollow if self.check == "hollow" else cases.domain
        self._reader = RunReader(service.runs, service.differences)
        self.doing = RunActions(self, service, make_cases, self.results, around, self, today=today)
        self._refresh = QTimer(self)
        self._refresh.setInterval(REFRESH_MS)
        self._refresh.timeout.connect(lambda: self.show_run(self._running_id))
        self._open_selected = QAction(self)
        self._connect()
        self.read_runs()

    # What a check of its own says.

    @abstractmethod
    def make_form(self) -> QWidget:
        """What is asked for before a run begins."""

    @abstractmethod
    def columns(self) -> Sequence[Column]:
        """The columns of the table."""

    @abstractmethod
    def read_found(self, row_id: int) -> Found | None:
        """One line in words; called on the store's lane."""

    @abstractmethod
    def names(self) -> Mapping[str, str]:
        """The words on the buttons of the outcomes."""

    @abstractmethod
    def how(self, run: CheckRun) -> str:
        """How a run was made."""

    @abstractmethod
    def means_of(self, run: CheckRun) -> Any:
        """How a run that was begun is carried on or repeated; called on the store's lane."""

    @abstractmethod
    def mark(self, mark: str) -> str:
        """A reason by which lines are chosen, in words."""

    @abstractmethod
    def replies_to(self, row: Any) -> Sequence[CheckReply]:
        """What may be written to the customer about a line; called on the store's lane."""

    @abstractmethod
    def table_lines(self) -> tuple[list[str], Callable[[Any], list[str]], str]:
        """Header and cells for a table that is written out, in the language of the moment, and the file's name."""

    @abstractmethod
    def outcome_words(self, outcome: str) -> str:
        """An outcome in the words of this check."""

    def before_words(self, domain: str) -> str:
        """What a domain was in the run before, where it was something else."""
        outcome = (self.before or {}).get(domain)
        if outcome is None:
            return ""
        return self.outcome_words(outcome) if outcome else self.tr("not looked at")

    def replies_of(self, row_id: int) -> Sequence[CheckReply]:
        """The same by the line's id."""
        rows = self._service.rows([row_id])
        return self.replies_to(rows[0]) if rows else ()

    # Doing things.

    def show_form(self) -> None:
        """Another check is to be begun."""
        self.stack.setCurrentWidget(self.form)
        self.form.setFocus()

    def begin(self, write_down: Callable[[], tuple[CheckRun | None, Any]], begun: Callable[[], object]) -> None:
        """Write a run down on the store's lane (it and how it looks), then do it in the lane of the checks."""
        if self.refuses():
            return

        def done(made: tuple[CheckRun | None, Any]) -> None:
            run, means = made
            if run is None:
                self.around.notify(self.tr("Every domain passed: nothing is open."))
                return
            begun()
            self.go_on(run.id, means)

        self.around.store_jobs.start(self, lambda _job: write_down(), done=done)

    def carry_on(self) -> None:
        """Carry the shown run on."""
        run, read = self.run, self.means_of
        if run is None or run.done or self.refuses():
            return

        def done(means: Any) -> None:
            if self.may_carry_on(run, means):
                self.go_on(run.id, means)

        self.around.store_jobs.start(self, lambda _job: read(run), done=done)

    def may_carry_on(self, run: CheckRun, means: Any) -> bool:
        """Whether a run may be carried on with these means; asks where they differ from how it began."""
        return True

    def look_again(self, only_open: bool) -> None:
        """Look at the names of the shown run again."""
        run, read, service = self.run, self.means_of, self._service
        if run is None or not run.done:
            return

        def write_down() -> tuple[CheckRun | None, Any]:
            means = read(run)
            return service.begin_again(run.id, means, only_open=only_open), means

        self.begin(write_down, lambda: None)

    def go_on(self, run_id: str, means: Any) -> None:
        """Look at what is left of a run."""
        service = self._service
        self.begin_work(lambda job: service.carry_on(run_id, means, job.report), run_id)

    def begin_work(self, work: Callable[[Job], CheckRun], run_id: str) -> None:
        """Do a run in the lane of the checks."""
        if self.refuses():
            return
        self._running_id = run_id
        self._running = self._lane.start(
            self,
            work,
            done=self._on_done,
            failed=self._on_failed,
            cancelled=lambda: self._on_ended(self.tr("Stopped. What was seen is kept.")),
            progress=self._on_progress,
        )
        self.stack.setCurrentWidget(self.results)
        self.results.show_running(self.tr("Starting…"))
        self.show_run(run_id)
        self._refresh.start()
        self._show_actions()
        self.results.cancel.setFocus()

    def refuses(self) -> bool:
        """Whether a check runs already; says so."""
        if self._running is not None:
            self.around.notify(self.tr("A check is running. Stop it first, or wait for it."))
        return self._running is not None

    @property
    def is_running(self) -> bool:
        """Whether a check goes on."""
        return self._running is not None

    def read_runs(self, then: str | None = None) -> None:
        """Read the list of runs; `then` is shown afterwards."""
        runs, check = self._service.runs, self.check

        def done(found: list[CheckRun]) -> None:
            self.runs = found
            self._list_runs()
            if then is not None:
                self.show_run(then)
            self.runs_read.emit()

        self.around.store_jobs.start(self, lambda _job: runs.runs(check), done=done)

    def show_run(self, run_id: str) -> None:
        """Show a run's lines as the filter has them."""
        if not run_id:
            return
        if self._asking is not None:
            self._asking.forget()
        if self.run is None or self.run.id != run_id:
            self.results.start_over()
        reader, query, only_changed = self._reader, self.results.query(), self.results.bar.current == CHANGED

        def work(_job: Job) -> RunShown:
            return reader.read(run_id, query, only_changed=only_changed)

        self._asking = self.around.store_jobs.start(self, work, done=self._on_shown)

    def retranslate(self) -> None:
        """Show everything in the language now set."""
        self.results.retranslate(self.names(), self.mark)
        self._open_selected.setText(self.tr("Open cases for the selected"))
        self._list_runs()
        if self.run is not None:
            self.results.how.setText(self.how(self.run))
            self._show_strip(self.run)

    # Following what happens.

    def _connect(self) -> None:
        results = self.results
        results.new_wanted.connect(self.show_form)
        results.run_chosen.connect(self.show_run)
        results.again_wanted.connect(self.look_again)
        results.resume_wanted.connect(self.carry_on)
        results.cancel_wanted.connect(self._on_cancel)
        results.cases_wanted.connect(self.doing.open_cases)
        results.export_wanted.connect(self.doing.export)
        self._open_selected.triggered.connect(lambda _: self.doing.open_cases(results.table.selected_ids()))
        results.table.add_menu_actions(lambda: (self._open_selected,))
        results.bar.chosen.connect(lambda _key: self._show_again())
        results.pane.case_wanted.connect(lambda row_id: self.doing.open_cases([row_id]))
        results.pane.reply_wanted.connect(self.doing.write_reply)
        results.query_changed.connect(self._show_again)
        self.doing.changed.connect(self._show_again)
        results.pane.case_shown.connect(lambda case: self.around.navigation.go("cases", case))
        results.pane.subject_shown.connect(lambda subject: self.around.navigation.go("subjects", subject))
        results.pane.site_shown.connect(lambda site: self.around.navigation.go("sites", site))
        for keys, pressed in (("Ctrl+N", self.show_form), ("Ctrl+E", self.doing.export)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(pressed)

    def _show_again(self) -> None:
        self.show_run(self.run.id if self.run is not None else "")

    def _on_shown(self, shown: RunShown) -> None:
        self._asking = None
        fresh = self.run is None or self.run.id != shown.run.id
        self.run, self.before = shown.run, shown.before
        results = self.results
        results.filter.show_marks(shown.marks)
        results.bar.show_counts(shown.counts, None if shown.before is None else len(shown.before))
        results.how.setText(self.how(shown.run))
        results.show_before(shown.before is not None)
        if fresh or shown.ids != results.model.ids:
            results.table.show_ids(shown.ids, start_over=fresh)
        results.place.setCurrentIndex(1 if shown.ids else 0)
        results.runs.setCurrentIndex(results.runs.findData(shown.run.id))
        self._show_strip(shown.run)
        self._show_actions()
        self.stack.setCurrentWidget(results)
        self.shown.emit(shown)

    def _show_strip(self, run: CheckRun) -> None:
        if self._running is not None and self._running_id == run.id:
            return
        if run.done:
            self.results.show_done()
            return
        seen, total = number(self.results.bar.counted(ALL)), number(run.total)
        words = self.tr("Interrupted: {seen} of {total} were looked at.").format(seen=seen, total=total)
        self.results.show_interrupted(words, can_resume=self._running is None)

    def _show_actions(self) -> None:
        results, quiet = self.results, self._running is None
        results.new.setEnabled(quiet)
        results.again.setEnabled(quiet and self.run is not None and self.run.done)
        results.cases.setEnabled(results.bar.counted("fail") > 0)
        results.export.setEnabled(results.bar.counted(ALL) > 0)

    def _list_runs(self) -> None:
        runs, chosen = self.results.runs, self.run.id if self.run is not None else None
        runs.clear()
        for run in self.runs:
            runs.addItem(self.run_words(run), run.id)
        runs.setCurrentIndex(runs.findData(chosen) if chosen else -1)

    def run_words(self, run: CheckRun) -> str:
        """A run in one line."""
        parts = [shown_moment(run.started_at), QCoreApplication.translate("RunTab", "%n domain(s)", "", run.total)]
        if run.of:
            parts.append(self.tr("again"))
        if not run.done:
            running = self._running is not None and self._running_id == run.id
            parts.append(self.tr("running") if running else self.tr("interrupted"))
        return " · ".join(parts)

    def _on_progress(self, step: int, total: int) -> None:
        words = self.tr("{step} of {total} looked at").format(step=number(step), total=number(total))
        self.results.show_progress(step, total, words)

    def _on_cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _on_done(self, run: CheckRun) -> None:
        self._running_id = run.id
        self._on_ended("")
        self.finished.emit(run.id)

    def _on_failed(self, error: Exception) -> None:
        self._on_ended("")
        if not isinstance(error, UserError):
            raise error
        self.around.prompts.show_error(self, error)

    def _on_ended(self, words: str) -> None:
        self._running = None
        self._refresh.stop()
        if self.results.cancel.hasFocus():
            self.results.table.setFocus()
        self.results.show_done()
        self._show_actions()
        self.read_runs(then=self._running_id)
        if words:
            self.around.notify(words)
