"""Hollow subjects (空壳主体) in the window: from the store alone, kept apart from hollow sites in words and remedies."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.errors import UserError
from app.rules.hollow import SUBJECT_REPLY, SubjectReason
from app.services.changes import Change
from app.services.checks.hollow_subjects import HollowSubjects, SubjectQuery
from app.services.checks.replies import CheckReply
from app.services.replies import Replies
from app.views.cases.reply_dialog import ReplyDialog
from app.views.checks.domain_facts_form import fill
from app.views.checks.evidence_pane import EvidencePane, Found
from app.views.checks.reply_dialog import show_replies
from app.views.checks.run_filter import RunFilter
from app.views.checks.subject_findings import subject_cells, subject_columns, subject_found, subject_header
from app.views.checks.words import CheckWords
from app.views.jobs import Job
from app.views.surroundings import Surroundings
from app.views.tables.id_list_model import IdListModel
from app.views.tables.record_table import RecordTable
from app.views.tables.words import RecordWords, number
from app.views.theme import GRID
from app.views.widgets.busy_overlay import BusyOverlay
from app.views.widgets.labels import EmptyState, action_button, plain_label

Read = tuple["array[int]", Mapping[SubjectReason, int]]


class SubjectsTab(QWidget):
    """A table of subjects that are hollow or may be, and what is behind each.

    Signals:
        read: the table shows what the filter lets through.
    """

    read = Signal()

    def __init__(
        self, service: HollowSubjects, replies: Replies, around: Surroundings, parent: QWidget | None = None, *,
        today: Callable[[], date] = date.today
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._service, self._replies, self._around, self._today = service, replies, around, today
        self.words = CheckWords(around.languages.messages)
        self._records = RecordWords(around.languages.messages)
        self._query = SubjectQuery()
        self._fresh = False
        self._counts: Mapping[SubjectReason, int] | None = None
        self._asking: Job | None = None
        self.reply_dialog: ReplyDialog | None = None
        self.lead = plain_label("", "hint", self)
        self.filter = RunFilter(self)
        self.province = QComboBox(self)
        self.province.setMaxVisibleItems(36)
        self.look = action_button("", self.look_again, self, icon_name="refresh-cw")
        self.cases = action_button("", lambda: self.open_cases(None), self, icon_name="file-plus")
        self.export_button = action_button("", self.export, self, icon_name="download")
        self.model = IdListModel(subject_columns(self.words, self._records), service.rows, self)
        self.table = RecordTable(self.model, self)
        self.empty = EmptyState("shield-check", self)
        self.pane = EvidencePane(self._read_found, around.store_jobs, around.clipboard, self)
        self.place = QStackedWidget(self)
        self._lay_out()
        self.busy = BusyOverlay(self)
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language now set."""
        self.lead.setText(
            self.tr(
                "Subjects of the store without any live site or app. Nobody is asked. A hollow subject is another thing than "
                "a hollow site: no site is left at all, and the way out is the province's."
            )
        )
        self.filter.retranslate(self.words.subject)
        self.filter.text.setPlaceholderText(self.tr("Filter by any part of a name or number"))
        fill(self.province, self._records.provinces(), self.tr("Every province"))
        self.province.setAccessibleName(self.tr("Province"))
        self.look.setText(self.tr("Look again"))
        self.cases.setText(self.tr("Open cases"))
        self.cases.setToolTip(
            self.tr("A case for each selected hollow subject; for all that are shown where one is selected")
        )
        self.export_button.setText(self.tr("Export…"))
        self.empty.say(self.tr("The store knows no subject without live sites or apps."))
        self.pane.empty.say(self.tr("Choose a subject to see what was found"))
        self.model.retranslate()
        self.pane.retranslate()

    def look_again(self) -> None:
        """Look through the store once more."""
        self._counts = None
        self.refresh()

    def refresh(self) -> None:
        """Read the list as the filter has it; how many there are of each reason only where the store has changed."""
        if self._asking is not None:
            self._asking.forget()
        chosen = self.filter.chosen
        self._query = replace(
            self._query,
            reason=SubjectReason(chosen) if chosen else None,
            province=self.province.currentData() or "",
            text=self.filter.text.text().strip(),
        )
        service, query, counts = self._service, self._query, self._counts
        self._fresh = True
        self._asking = self._around.store_jobs.start(
            self,
            lambda _job: (service.ids(query), service.counts() if counts is None else counts),
            done=self._show,
            cancelled=self.busy.end,
        )
        self.busy.begin(self.tr("Looking through the store…"), self._asking)

    def open_cases(self, subject_ids: Sequence[int] | None = None, reply: str = "") -> None:
        """Open a case for these hollow subjects; else for the selected, or for all shown where only one is.

        `reply` is the notice as the agent finished it; by default each subject's own stands in its case.
        """
        chosen = list(subject_ids or self.table.selected_ids())
        if subject_ids is None and len(chosen) <= 1:
            chosen = list(self.model.ids)
        if subject_ids is None and not self._around.prompts.ask(
            self,
            self.tr("Open cases?"),
            self.tr("One case for each hollow subject among the %n shown or selected. Whoever has an open case keeps it.",
                    "", len(chosen)),
            yes=self.tr("Open cases"),
        ):  # fmt: skip
            return
        service, today = self._service, self._today()
        self._do(
            self.tr("Opening cases…"), lambda job: service.open_cases(chosen, today, job.report, reply), self._on_cases
        )

    def export(self) -> None:
        """Write what is shown to a table."""
        name = self.tr("Hollow subjects {day}.xlsx").format(day=self._today().isoformat())
        path = self._around.prompts.save_file(
            self, self.tr("Export the results"), name, self.tr("Tables (*.xlsx *.csv)")
        )
        if path is None:
            return
        path = path if path.suffix.lower() in (".xlsx", ".csv") else path.with_suffix(".xlsx")
        service, query, words, records = self._service, self._query, self.words.frozen(), self._records
        header = subject_header()

        def work(job: Job) -> int:
            return service.export(
                query, path, list(header.values()), lambda row: list(subject_cells(row, words, records).values()),
                job.report,
            )  # fmt: skip

        def done(count: int) -> None:
            self.busy.end()
            self._around.notify(self.tr("Wrote {count} lines to {name}").format(count=number(count), name=path.name))

        self._do(self.tr("Writing the table…"), work, done)

    def write_reply(self, subject_id: int) -> None:
        """Show the notice to the subject, filled."""
        service, replies, today = self._service, self._replies, self._today()

        def work(_job: Job) -> tuple[CheckReply | None, bool]:
            finding = service.finding(subject_id, today)
            if finding.reply is None:
                return None, False
            return CheckReply("", replies.template(SUBJECT_REPLY), finding.reply), finding.row.case_id is not None

        def done(found: tuple[CheckReply | None, bool]) -> None:
            reply, has_case = found
            if reply is None:
                return
            failed = self.pane.found is not None and self.pane.found.failed
            self.reply_dialog = show_replies(
                self._around,
                [reply],
                lambda text: self.open_cases([subject_id], text),
                self,
                may_open=failed and not has_case,
            )

        self._around.store_jobs.start(self, work, done=done)

    def _do(self, words: str, work: Callable[[Job], object], done: Callable[..., object]) -> None:
        def failed(error: Exception) -> None:
            self.busy.end()
            if not isinstance(error, UserError):
                raise error
            self._around.prompts.show_error(self, error)

        job = self._around.store_jobs.start(
            self, work, done=done, failed=failed, cancelled=self.busy.end, progress=self.busy.progress
        )
        self.busy.begin(words, job)

    def _read_found(self, subject_id: int) -> Found | None:
        try:
            finding = self._service.finding(subject_id, self._today())
        except UserError:
            return None
        return subject_found(finding, self.words.frozen(), self._records)

    def _show(self, found: Read) -> None:
        self._asking = None
        self.busy.end()
        ids, counts = found
        self._counts = counts
        self.filter.show_marks({str(reason): count for reason, count in counts.items()})
        self.table.show_ids(ids)
        self.place.setCurrentIndex(1 if ids else 0)
        for button in (self.cases, self.export_button):
            button.setEnabled(bool(ids))
        self.pane.refresh()
        self.read.emit()

    def _on_cases(self, change: Change) -> None:
        self.busy.end()
        self._around.changes.changed.emit(change)
        first, made = min(change.cases, default=None), len(change.cases)
        if first is None:
            self._around.notify(self.tr("No case to open: none of them is hollow without having its case."))
            return
        self._around.notify(
            QCoreApplication.translate("SubjectsTab", "Opened %n case(s)", "", made),
            undo=lambda: self._around.navigation.go("cases", first),
            undo_text=self.tr("Show"),
        )

    def _on_sort(self, key: str, descending: bool) -> None:
        self._query = replace(self._query, sort=key, descending=descending)
        self.refresh()

    def _on_changed(self, change: Change) -> None:
        if change.subjects or change.sites or change.cases:
            self._fresh, self._counts = False, None
            if self.isVisible():
                self.refresh()

    def _connect(self) -> None:
        self.filter.changed.connect(self.refresh)
        self.filter.left.connect(self.table.setFocus)
        self.province.activated.connect(lambda _row: self.refresh())
        self.model.sort_wanted.connect(self._on_sort)
        self.table.current_changed.connect(self.pane.show_line)
        self.table.opened.connect(lambda _id: self.pane.cards.setFocus())
        self.table.copied.connect(lambda _text: self._around.notify(self.tr("Copied")))
        self.pane.case_wanted.connect(lambda subject: self.open_cases([subject]))
        self.pane.reply_wanted.connect(self.write_reply)
        self.pane.case_shown.connect(lambda case: self._around.navigation.go("cases", case))
        self.pane.subject_shown.connect(lambda subject: self._around.navigation.go("subjects", subject))
        self._around.changes.changed.connect(self._on_changed)
        shortcut = QShortcut(QKeySequence("Ctrl+E"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.export)

    def _lay_out(self) -> None:
        self.table.show_sort("name", descending=False)
        first = QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(self.filter, 1)
        first.addWidget(self.province)
        second = QHBoxLayout()
        second.setSpacing(GRID)
        second.addWidget(self.look)
        second.addStretch(1)
        second.addWidget(self.cases)
        second.addWidget(self.export_button)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID + 4)
        head.setSpacing(GRID + 4)
        for part in (second, first):
            head.addLayout(part)
        head.insertWidget(1, self.lead)
        self.place.addWidget(self.empty)
        self.place.addWidget(self.table)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.place)
        splitter.addWidget(self.pane)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([720, 440])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(splitter, 1)
        self.setFocusProxy(self.table)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fresh:
            self.refresh()
