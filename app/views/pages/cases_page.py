"""The desk's queue: tickets by view, what is due, the chosen case, and what can be done with one or many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.errors import UserError
from app.models.subject import SubjectRow
from app.services.case_queries import CaseQuery
from app.services.tables import TableQuery
from app.views.cases.bulk_bar import BulkBar
from app.views.cases.case_work import CaseServices, CaseWork
from app.views.cases.new_case_dialog import NewCaseDialog
from app.views.cases.queue_filter import QueueFilter
from app.views.cases.reminders import ReminderStrip
from app.views.cases.view_tabs import ViewTabs
from app.views.icons import icon
from app.views.pages.case_detail import CaseDetail, StartWizard
from app.views.pages.case_words import STATE_TONES, CaseWords
from app.views.pages.draft_strip import DraftStrip
from app.views.pages.page import Page
from app.views.pictures.scan_watch import ScanWatch, scans_go_elsewhere
from app.views.surroundings import Surroundings
from app.views.tables.columns import Column
from app.views.tables.id_feed import IdFeed
from app.views.tables.id_list_model import IdListModel
from app.views.tables.record_table import RecordTable
from app.views.theme import GRID
from app.views.widgets.labels import EmptyState, action_button, heading

LAYOUT = "cases"
SOON_DAYS = 2


class CasesPage(Page):
    """Queue left, the chosen case right, the next action always in sight."""

    def __init__(
        self,
        around: Surroundings,
        services: CaseServices,
        *,
        drafts: DraftStrip,
        new_case: Callable[[], object] | None = None,
        start_wizard: StartWizard | None = None,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        parent: QWidget | None = None,
    ) -> None:
        """`new_case` opens the wizards' menu, without it there is no button; `start_wizard` one wizard from a case."""
        super().__init__(parent)
        self._around, self._today, self._now = around, today, now
        self._cases = services.cases
        self.work = CaseWork(around, services, self, today=today)
        self._wanted: int | None = None
        self._counted = False
        self._query = CaseQuery(sort="due_on", view="active", owner=services.cases.actor, now=now())
        self.words = CaseWords(self)
        self.model = IdListModel(self._columns(), services.cases.rows, self)
        self.table = RecordTable(self.model, self)
        self.table.restore_layout(around.settings.settings.layouts.get(LAYOUT, {}))
        self.table.show_sort("due_on", False)
        self.views = ViewTabs(self)
        self.filter = QueueFilter(self)
        self.reminders = ReminderStrip(around, services.reminders, self, now=now)
        self.detail = CaseDetail(self.work, self.words, start_wizard=start_wizard, today=today, parent=self)
        self.bulk = BulkBar(self.work, self.words, self.table.selected_ids, self)
        self.scans = ScanWatch(self)
        self.name = heading("", self, role="title")
        self.empty = EmptyState("briefcase", self)
        self.begin = action_button("", self.ask_new, self, icon_name="plus", role="primary")
        self.new = action_button("", new_case or (lambda: None), self, icon_name="stamp")
        self.new.setVisible(new_case is not None)
        self._can_make = new_case is not None
        self.empty.action.clicked.connect(lambda _checked: self.ask_new())
        self.drafts = drafts
        self._feed = IdFeed(self._cases.ids, around.store_jobs, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._ask()
        self._around.store_jobs.start(self, lambda _job: services.purging.purge(now()), done=self._on_purged)

    def title(self) -> str:
        """The page's name."""
        return self.tr("Cases")

    def focus_first(self) -> None:
        """The cursor begins in the table; the scan folder is looked up anew, for the settings may name another."""
        folder = self._around.settings.settings.scan_folder
        if (str(self.scans.folder) if self.scans.folder else "") != folder:
            self.scans.watch(folder)
        (self.empty.action if self._stack.currentWidget() is self.empty else self.table).setFocus()

    def show_record(self, record_id: int) -> None:
        """Put the cursor on a case, past the filters and views."""
        if not self.table.select_id(record_id):
            self._wanted = record_id
            self._around.store_jobs.start(self, lambda _job: self._cases.get(record_id), done=self._to_view_of)

    def walk(self, step: int) -> None:
        """On to the next or the previous case, wherever the cursor is; it stays in the part of the case where it is."""
        if self.isVisible() and self.model.rowCount():
            row = self.table.currentIndex().row() + step
            self.table.select_row(min(max(row, 0), self.model.rowCount() - 1))

    def ask_new(self, procedure: str = "", subject: SubjectRow | None = None, site_id: int | None = None) -> None:
        """Begin a case without a wizard; procedure, subject and site are chosen already, or not."""
        dialog = NewCaseDialog(self.work, self._today, self, procedure=procedure)
        if subject is not None:
            dialog.show_record(subject, site_id)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.begun.connect(self._on_begun)
        dialog.open()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.filter.set_choices(self.words)
        self.name.setText(self.title())
        self.begin.setText(self.tr("New case…"))
        self.begin.setToolTip("Ctrl+N")
        self.new.setText(self.tr("Make papers…"))
        self.table.setAccessibleName(self.tr("Cases"))
        self.empty.say(
            self.tr(
                "No case yet. Begin one for a ticket, or make papers: either way it stands here with its check list."
            ),
            self.tr("Begin a case"),
        )
        for piece in (self.views, self.bulk, self.detail, self.model):
            piece.retranslate()
        self._say_count()

    def _columns(self) -> Sequence[Column]:
        return (
            Column("due_on", lambda: self.tr("Due"), self._due, width=130, tone=self._due_tone),
            Column("title", lambda: self.tr("Subject matter"), lambda row: row.title, width=260),
            Column("state", lambda: self.tr("State"), lambda row: self.words.state(row.state), width=150,
                   tone=lambda row: STATE_TONES.get(row.state, "muted")),
            Column("customer", lambda: self.tr("Customer"), lambda row: row.customer, width=110),
            Column("ticket_number", lambda: self.tr("Ticket"), lambda row: row.ticket_number, width=110),
            Column("owner", lambda: self.tr("Owner"), lambda row: row.owner, width=90),
            Column("number", lambda: self.tr("Case"), lambda row: row.number, width=150),
            Column("filing_number", lambda: self.tr("Filing number"), lambda row: row.filing_number, width=170),
            Column("province", lambda: self.tr("Province"), lambda row: self.words.province(row.province), width=90),
            Column("procedure", lambda: self.tr("Procedure"), lambda row: self.words.procedure(row.procedure), width=180,
                   shown=False),
            Column("created_at", lambda: self.tr("Begun"), lambda row: self.work.moment(row.created_at), width=130,
                   shown=False),
        )  # fmt: skip

    def _due(self, row: Any) -> str:
        if row.due_on is None:
            return ""
        said = self._around.languages.locale.toString(QDate(row.due_on), QLocale.FormatType.ShortFormat)
        return self.tr("{date} (provisional)").format(date=said) if row.due_provisional else said

    def _due_tone(self, row: Any) -> str | None:
        if row.due_on is None or row.state == "closed":
            return None
        days = (row.due_on - self._today()).days
        return "bad" if days < 0 else "warn" if days <= SOON_DAYS else "muted"

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        top.setSpacing(GRID)
        top.addWidget(self.name, 1)
        top.addWidget(self.new)
        top.addWidget(self.begin)
        below = QHBoxLayout()
        below.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        below.addWidget(self.filter, 1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.reminders)
        column.addWidget(self.drafts)
        column.addWidget(self.views)
        column.addLayout(below)
        column.addWidget(self.bulk)
        self._stack = QStackedWidget(left)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([700, 480])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.begin.setIcon(icon("plus", "on_accent"))

    def _connect(self) -> None:
        self._feed.answered.connect(self._on_ids)
        self.model.sort_wanted.connect(self._on_sort)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _id: self.detail.focus_work())
        self.table.layout_changed.connect(self._keep_layout)
        self.table.selectionModel().selectionChanged.connect(
            lambda *_: self.bulk.show_count(len(self.table.selected_ids()))
        )
        self.views.chosen.connect(self._on_view)
        self.filter.changed.connect(self._ask)
        self.filter.left.connect(self.table.setFocus)
        self.bulk.over.connect(lambda: self.table.select_row(max(self.table.currentIndex().row(), 0)))
        self.reminders.view_wanted.connect(self.views.choose)
        self.reminders.case_wanted.connect(self.show_record)
        self.scans.arrived.connect(self._on_scanned)
        self.scans.lost.connect(self._on_scans_lost)
        self._around.changes.changed.connect(self._on_changed)
        for keys, step in (("Alt+Down", 1), ("Alt+Up", -1)):
            walk = QShortcut(QKeySequence(keys), self)
            walk.setContext(Qt.ShortcutContext.WindowShortcut)
            walk.activated.connect(partial(self.walk, step))
        search = QShortcut(QKeySequence("Ctrl+F"), self)
        search.setContext(Qt.ShortcutContext.WindowShortcut)
        search.activated.connect(lambda: self.filter.focus_text() if self.isVisible() else None)
        new = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        new.setContext(Qt.ShortcutContext.WindowShortcut)
        new.activated.connect(lambda: self.ask_new() if self.isVisible() else None)
        back = QShortcut(QKeySequence("Esc"), self.detail)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.table.setFocus)

    def _ask(self) -> None:
        self._query = replace(self.filter.apply(self._query), view=self.views.current, now=self._now())
        self._feed.ask(self._query)

    def _on_current(self, case_id: int | None) -> None:
        if case_id is None and self.detail.isAncestorOf(self.focusWidget() or self):
            self.table.setFocus()  # the last case of the view left it while the cursor was in its parts
        self.detail.show_case(case_id, passing=True)

    def _on_view(self, _view: str) -> None:
        self._ask()

    def _on_sort(self, key: str, descending: bool) -> None:
        self._query = replace(self._query, sort=key, descending=descending)
        self._ask()

    def _on_ids(self, ids: Any, query: TableQuery) -> None:
        self.table.show_ids(ids, keep=self._wanted)
        self._wanted = None
        self._say_count()
        if len(ids) and self.table.current_id() is None:
            self.table.select_row(0)
        if self._counted:
            return
        self._counted = True
        now = self._now()

        def count(_job: object) -> tuple[Mapping[str, int], tuple[str, ...]]:
            return self._cases.view_counts(now), self._cases.owners()

        self._around.store_jobs.start(self, count, done=self._on_counts)

    def _say_count(self) -> None:
        self.filter.count.setText(self.tr("%n case(s)", "", self.model.rowCount()))

    def _on_counts(self, found: tuple[Mapping[str, int], tuple[str, ...]]) -> None:
        counts, owners = found
        self.filter.set_owners(owners)
        self.views.show_counts(counts)
        nothing = not counts["active"] and not counts["closed"]
        first = not nothing and self._stack.currentWidget() is self.empty
        self._stack.setCurrentWidget(self.empty if nothing else self.table)
        for piece in (self.filter, self.views, self.detail, self.begin):
            piece.setVisible(not nothing)
        self.new.setVisible(self._can_make)
        if first:  # what had the cursor is gone: the first case takes it
            self.table.setFocus()

    def _on_changed(self, change: Any) -> None:
        if change.cases:
            self.model.refresh(change.cases)
            self._counted = False
            self._ask()
            if (shown := self.detail.case_id) in change.cases:
                self.detail.show_case(shown)

    def _on_begun(self, case_id: int) -> None:
        self.show_record(case_id)
        self.table.setFocus()

    def _to_view_of(self, row: Any) -> None:
        view = "closed" if row.state == "closed" else "active"
        self._wanted = row.id
        self.filter.clear_all()
        if self.views.current == view:
            self._ask()
        else:
            self.views.choose(view)

    def _on_scanned(self, paths: list[Path]) -> None:
        if scans_go_elsewhere():
            return
        whole = self.detail.whole
        if whole is None or whole.case.state == "closed":
            self._around.notify(self.tr("%n new scan(s): open a case to take them in", "", len(paths)))
            return
        self.detail.tabs.setCurrentIndex(1)
        self.detail.materials.take_files(paths)

    def _on_scans_lost(self, folder: str) -> None:
        error = UserError("cases.scan_folder_gone", folder=Path(folder).name)
        self._around.notify(self._around.languages.messages().error(error))

    def _on_purged(self, change: Any) -> None:
        if change:
            self._around.changes.changed.emit(change)
            self._around.notify(self.tr("Old files of %n closed case(s) were purged by rule", "", len(change.cases)))

    def _keep_layout(self) -> None:
        layouts = dict(self._around.settings.settings.layouts)
        layouts[LAYOUT] = self.table.layout_state()
        self._around.settings.change(layouts=layouts)
