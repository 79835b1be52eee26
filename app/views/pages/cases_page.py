"""The tickets being worked on: where each stands, what is still open, its papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.services.cases import Cases
from app.services.tables import TableQuery
from app.views.icons import icon
from app.views.pages.case_detail import CaseDetail
from app.views.pages.case_words import STATE_TONES, CaseWords
from app.views.pages.draft_strip import DraftStrip
from app.views.pages.page import Page
from app.views.surroundings import Surroundings
from app.views.tables.columns import Column
from app.views.tables.filter_bar import FilterBar
from app.views.tables.id_feed import IdFeed
from app.views.tables.id_list_model import IdListModel
from app.views.tables.record_table import RecordTable
from app.views.theme import GRID
from app.views.widgets.labels import EmptyState, action_button, heading

LAYOUT = "cases"


class CasesPage(Page):
    """Table left, the chosen case right, the next action always in sight."""

    def __init__(
        self,
        around: Surroundings,
        cases: Cases,
        *,
        reprint: Callable[[int], bytes],
        drafts: DraftStrip,
        new_case: Callable[[], object] | None = None,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        """`reprint` makes a document again by its id; `new_case` opens the wizard, without it there is no button."""
        super().__init__(parent)
        self._around, self._cases, self._today = around, cases, today
        self._wanted: int | None = None
        self._query = TableQuery(sort="created_at", descending=True)
        self.words = CaseWords(self)
        self.model = IdListModel(self._columns(), cases.rows, self)
        self.table = RecordTable(self.model, self)
        self.table.restore_layout(around.settings.settings.layouts.get(LAYOUT, {}))
        self.filter = FilterBar(self)
        self.filter.kind.hide()
        self.detail = CaseDetail(around, cases, reprint, self.words, self)
        self.name = heading("", self, role="title")
        self.empty = EmptyState("briefcase", self)
        self.new = action_button("", new_case or (lambda: None), self, icon_name="plus", role="primary")
        self.new.setVisible(new_case is not None)
        self._can_make = new_case is not None
        if new_case is not None:
            self.empty.action.clicked.connect(lambda _checked: new_case())
        self.drafts = drafts
        self._feed = IdFeed(cases.ids, around.store_jobs, self)
        self._feed.answered.connect(self._on_ids)
        self._lay_out()
        self.model.sort_wanted.connect(self._on_sort)
        self.table.current_changed.connect(self.detail.show_case)
        self.table.layout_changed.connect(self._keep_layout)
        self.filter.changed.connect(self._ask)
        self.filter.left.connect(self.table.setFocus)
        around.changes.changed.connect(self._on_changed)
        self.retranslate()
        self._ask()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Cases")

    def focus_first(self) -> None:
        """The cursor begins in the table."""
        (self.empty.action if self._stack.currentWidget() is self.empty else self.table).setFocus()

    def show_record(self, record_id: int) -> None:
        """Put the cursor on a case, past the filters."""
        if not self.table.select_id(record_id):
            self._wanted = record_id
            self.filter.clear_all()
            self._ask()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.filter.set_choices(self.words.provinces(), {}, self.words.states())
        self.filter.kind.hide()
        self.name.setText(self.title())
        self.new.setText(self.tr("Deregister…"))
        self.table.setAccessibleName(self.tr("Cases"))
        self.empty.say(
            self.tr("No case yet. A case begins with a packet: choose a filing and deregister it, or start here."),
            self.tr("Start a deregistration") if self._can_make else "",
        )
        self.detail.retranslate()
        self.model.retranslate()

    def _columns(self) -> Sequence[Column]:
        return (
            Column("number", lambda: self.tr("Case"), lambda row: row.number, width=160),
            Column("state", lambda: self.tr("State"), lambda row: self.words.state(row.state), width=160,
                   tone=lambda row: STATE_TONES.get(row.state, "muted")),
            Column("due_on", lambda: self.tr("Due"), self._due, width=120, tone=self._due_tone),
            Column("title", lambda: self.tr("Subject matter"), lambda row: row.title, width=280, sortable=False),
            Column("filing_number", lambda: self.tr("Filing number"), lambda row: row.filing_number, width=180),
            Column("province", lambda: self.tr("Province"), lambda row: self.words.province(row.province), width=100),
            Column("ticket_number", lambda: self.tr("Ticket"), lambda row: row.ticket_number, width=120),
            Column("customer", lambda: self.tr("Customer"), lambda row: row.customer, width=140),
            Column("owner", lambda: self.tr("Owner"), lambda row: row.owner, width=100, shown=False),
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
        return "bad" if days < 0 else "warn" if days <= 2 else None

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        top.addWidget(self.name, 1)
        top.addWidget(self.new)
        below = QHBoxLayout()
        below.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        below.addWidget(self.filter, 1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.drafts)
        column.addSpacing(GRID)
        column.addLayout(below)
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
        splitter.setSizes([720, 440])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.new.setIcon(icon("plus", "on_accent"))

    def _ask(self) -> None:
        self._feed.ask(self.filter.apply(self._query))

    def _on_sort(self, key: str, descending: bool) -> None:
        self._query = self._query.sorted_by(key, descending=descending)
        self._ask()

    def _on_ids(self, ids: Any, query: TableQuery) -> None:
        self.table.show_ids(ids, keep=self._wanted)
        self._wanted = None
        filtered = bool(query.text or query.province or query.state)
        self.filter.count.setText(self.tr("%n case(s)", "", len(ids)))
        nothing = not len(ids) and not filtered
        self._stack.setCurrentWidget(self.empty if nothing else self.table)
        self.filter.setVisible(not nothing)
        self.new.setVisible(self._can_make and not nothing)
        self.detail.setVisible(not nothing)
        if len(ids) and self.table.current_id() is None:
            self.table.select_row(0)

    def _on_changed(self, change: Any) -> None:
        if change.cases:
            self.model.refresh(change.cases)
            self._ask()
            if (shown := self.detail.case_id) in change.cases:
                self.detail.show_case(shown)

    def _keep_layout(self) -> None:
        layouts = dict(self._around.settings.settings.layouts)
        layouts[LAYOUT] = self.table.layout_state()
        self._around.settings.change(layouts=layouts)
