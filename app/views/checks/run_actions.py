"""What is done with the lines of a run: write them to a table, open cases for them, write to their customers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.services.changes import Change
from app.services.checks.cases import MOST_CASES
from app.services.checks.domains import DomainChecks
from app.services.checks.hollow import HollowChecks
from app.services.checks.replies import CheckReply
from app.services.checks.runs import CheckRun, RunQuery
from app.views.cases.reply_dialog import ReplyDialog
from app.views.checks.reply_dialog import show_replies
from app.views.checks.results import RunResults
from app.views.jobs import Job
from app.views.surroundings import Surroundings
from app.views.tables.words import number
from app.views.widgets.busy_overlay import BusyOverlay

MakeCases = Callable[..., Change]


class Shown(Protocol):
    """The tab whose lines these are."""

    run: CheckRun | None

    def table_lines(self) -> tuple[list[str], Callable[[Any], list[str]], str]:
        """Header and cells of a table, and the file's name."""

    def replies_of(self, row_id: int) -> Sequence[CheckReply]:
        """What may be written about a line."""

    def replies_to(self, row: Any) -> Sequence[CheckReply]:
        """The same, of a line at hand."""


class RunActions(QObject):
    """Works on whatever run the tab shows.

    Signals:
        changed: cases were opened; the lines are to be read again.
    """

    changed = Signal()

    def __init__(
        self,
        tab: Shown,
        service: HollowChecks | DomainChecks,
        make_cases: MakeCases,
        results: RunResults,
        around: Surroundings,
        parent: QWidget,
        *,
        today: Callable[[], date],
    ) -> None:
        super().__init__(parent)
        self._tab, self._service, self._make_cases, self._results = tab, service, make_cases, results
        self._around, self._today, self._window = around, today, parent
        self._busy = BusyOverlay(results)
        self.reply_dialog: ReplyDialog | None = None

    def export(self) -> None:
        """Write the shown run to a table."""
        if self._tab.run is None:
            return
        header, cells, name = self._tab.table_lines()
        path = self._around.prompts.save_file(
            self._window, self.tr("Export the results"), name, self.tr("Tables (*.xlsx *.csv)")
        )
        if path is None:
            return
        path = path if path.suffix.lower() in (".xlsx", ".csv") else path.with_suffix(".xlsx")
        run_id, service, query = self._tab.run.id, self._service, self._results.query()

        def done(count: int) -> None:
            self._busy.end()
            self._around.notify(self.tr("Wrote {count} lines to {name}").format(count=number(count), name=path.name))

        def work(job: Job) -> int:
            return service.export(run_id, path, header, cells, query, progress=job.report)

        self._do(self.tr("Writing the table…"), work, done)

    def open_cases(self, row_ids: Sequence[int] | None = None, reply: str = "") -> None:
        """Open a case for each failed line of the run, or for these lines; the notice becomes each case's note."""
        if self._tab.run is None:
            return
        count = self._results.bar.counted("fail") if row_ids is None else len(row_ids)
        if row_ids is None and not self._around.prompts.ask(
            self._window,
            self.tr("Open cases?"),
            QCoreApplication.translate(
                "RunActions",
                "One case for each domain that failed, %n in all. A domain that has a case keeps it.",
                "",
                count,
            ),
            yes=self.tr("Open cases"),
        ):
            return
        service, make, run_id, today = self._service, self._make_cases, self._tab.run.id, self._today()

        def work(job: Job) -> Change:
            failed = RunQuery(outcome="fail")
            rows: Any = service.rows(row_ids) if row_ids is not None else list(service.each(run_id, failed))
            notices = dict.fromkeys(row_ids or (), reply) if reply else self._notices(rows, job)
            return make(rows, today, replies=notices)

        self._do(self.tr("Opening cases…"), work, self._on_cases)

    def _notices(self, rows: Sequence[Any], job: Job) -> dict[int, str]:
        """The notice to the customer of each line that has no case yet, filled from the finding."""
        found: dict[int, str] = {}
        wanted = [row for row in rows if row.outcome == "fail" and row.case_id is None]
        if len(wanted) > MOST_CASES:
            return found  # so many are refused as a whole
        for done, row in enumerate(wanted):
            job.report(done, len(wanted))
            for told in self._tab.replies_to(row)[:1]:
                found[row.id] = told.copy.plain
        return found

    def write_reply(self, row_id: int) -> None:
        """Show the replies to a line's customer, filled from what was found."""
        read = self._tab.replies_of

        def done(replies: Sequence[CheckReply]) -> None:
            found = self._results.pane.found
            if not replies or found is None or found.row_id != row_id:
                return
            self.reply_dialog = show_replies(
                self._around,
                replies,
                lambda text: self.open_cases([row_id], text),
                self._window,
                may_open=found.failed and found.case_id is None,
            )

        self._around.store_jobs.start(self, lambda _job: read(row_id), done=done)

    def _do(self, words: str, work: Callable[[Job], Any], done: Callable[[Any], object]) -> None:
        """Work with the store that the window waits for, with a way to stop it."""

        def failed(error: Exception) -> None:
            self._busy.end()
            if not isinstance(error, UserError):
                raise error
            self._around.prompts.show_error(self._window, error)

        job = self._around.store_jobs.start(
            self, work, done=done, failed=failed, cancelled=self._busy.end, progress=self._busy.progress
        )
        self._busy.begin(words, job)

    def _on_cases(self, change: Change) -> None:
        self._busy.end()
        self._around.changes.changed.emit(change)
        first, made = min(change.cases, default=None), len(change.cases)
        if first is None:
            self._around.notify(self.tr("Every failed domain has its case already."))
        else:
            self._around.notify(
                QCoreApplication.translate("RunActions", "Opened %n case(s)", "", made),
                undo=lambda: self._around.navigation.go("cases", first),
                undo_text=self.tr("Show"),
            )
        self._results.model.set_ids(self._results.model.ids)
        self._results.pane.refresh()
        self.changed.emit()
