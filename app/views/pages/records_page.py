"""A table of records with filters, the record under the cursor beside it, and everything one can do with it."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.errors import UserError
from app.services.changes import Change
from app.services.drafts import Drafts
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.services.tables import TableQuery
from app.views.imports.dropping import TableDrops
from app.views.jobs import Job
from app.views.pages.kept_entries import KeptEntries
from app.views.pages.page import Page
from app.views.pages.page_layout import PageLayout
from app.views.pages.record_actions import RecordActions
from app.views.pages.record_detail import Facts, RecordDetail
from app.views.pages.record_dialog import RecordDialog
from app.views.pages.record_head import RecordHead
from app.views.pages.record_places import RecordPlaces
from app.views.surroundings import Surroundings
from app.views.tables.columns import Column
from app.views.tables.id_feed import IdFeed
from app.views.tables.id_list_model import IdListModel
from app.views.tables.record_table import RecordTable
from app.views.tables.shown import Shown
from app.views.tables.words import RecordWords

ASK_ABOVE = 10
FIRST_ROWS = 256
"""What an empty table shows at once, more than a screen of it: listing a million takes a third of a second."""


class RecordsPage(Page):
    """What the pages of subjects and of sites share; they say how a record is shown and edited.

    Signals:
        deregister_wanted: the wizard of an offline deregistration is to start from a record (kind, id).
        more_wanted: what else can be begun from a record is to be offered (kind, id, where on the screen).
        import_wanted: a table is to be imported (a file that was dropped here, or None).
        export_wanted: the table as shown is to be exported (`Shown`).
        demo_wanted: the empty store is to be filled with fictional records.
        listed: the table shows the answer to its latest query.
    """

    deregister_wanted = Signal(str, int)
    more_wanted = Signal(str, int, QPoint)
    import_wanted = Signal(object)
    export_wanted = Signal(object)
    demo_wanted = Signal()
    listed = Signal()

    record = ""
    icon_name = ""

    def __init__(
        self,
        service: Subjects | Sites,
        columns: Sequence[Column],
        *,
        words: RecordWords,
        around: Surroundings,
        drafts: Drafts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.service = service
        self.words = words
        self.around = around
        self._query = TableQuery()
        self._changed: set[int] = set()
        self._wanted: int | None = None
        self._start_over = False
        TableDrops(self).dropped.connect(self.import_wanted)
        self.acts = RecordActions(self)
        self.model = IdListModel(columns, service.rows, self)
        self.table = RecordTable(self.model, self)
        self._head = RecordHead(self)
        self.bar = self._head.bar
        self.detail = RecordDetail(
            self.read_facts,
            service.reveal,
            jobs=around.store_jobs,
            clipboard=around.clipboard,
            icon_name=self.icon_name,
            actions=self.acts.for_a_record(),
            parent=self,
        )
        self.feed = IdFeed(service.ids, around.store_jobs, self, first_ids=service.ids)
        self._build()
        self._connect()
        self.layout_kept = PageLayout(f"{self.record}s", self.table, self.splitter, around)
        self._query = self.layout_kept.restore(self._query)
        self.retranslate()
        self.kept = KeptEntries(
            self.record, drafts, around, read=service.get, make_dialog=self.dialog_again, parent=self
        )
        self.reload()
        self.kept.offer()

    # What a page of its own says.

    @abstractmethod
    def title(self) -> str:
        """The page's name."""

    @abstractmethod
    def read_facts(self, record_id: int) -> Facts:
        """A record in words; called on the store's lane."""

    @abstractmethod
    def make_dialog(self, row: Any | None) -> RecordDialog:
        """The dialog that makes a record, or changes one."""

    def dialog_again(self, row: Any | None, _kept: Mapping[str, Any]) -> RecordDialog:
        """The dialog for entries that were kept when the window was locked."""
        return self._ready(self.make_dialog(row))

    @abstractmethod
    def filter_choices(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Kinds and states to filter by, with their words."""

    @abstractmethod
    def count_words(self, count: int) -> str:
        """How many records there are."""

    @abstractmethod
    def new_words(self) -> str:
        """The word on the button that makes a record."""

    @abstractmethod
    def empty_words(self) -> str:
        """What stands where no record is."""

    @abstractmethod
    def deleted_words(self, count: int, name: str, change: Change) -> str:
        """What was deleted."""

    # What the window asks of a page.

    def focus_first(self) -> None:
        """Put the keyboard where work starts."""
        self.table.setFocus() if self.model.rowCount() else self.bar.text.setFocus()

    def show_record(self, record_id: int) -> None:
        """Put the cursor on a record, if need be past the filters."""
        if self.table.select_id(record_id):
            self.detail.show_record(record_id)
            return
        self._wanted = record_id
        if self.bar.is_filtering():
            self.bar.set_filters()
        else:
            self.reload()

    def reload(self) -> None:
        """Ask for the ids again."""
        self.feed.ask(self._query, ahead=0 if self.model.rowCount() else FIRST_ROWS)

    def current_row(self) -> Any | None:
        """The record under the cursor."""
        record_id = self.table.current_id()
        row = self.model.row_of(record_id) if record_id is not None else None
        return self.model.record(row) if row is not None else None

    def retranslate(self) -> None:
        """Show everything in the language now set."""
        self._head.retranslate(self.title(), self.new_words())
        self.acts.retranslate(self.new_words())
        kinds, states = self.filter_choices()
        self.bar.set_choices(self.words.provinces(), kinds, states)
        self._places.retranslate(self.empty_words())
        self._show_count()
        self.model.retranslate()
        self.detail.retranslate()

    # Doing things.

    def new(self) -> None:
        """Open the dialog for a new record."""
        self._open_dialog(self.make_dialog(None))

    def edit(self) -> None:
        """Open the dialog for the record under the cursor, as the store has it now."""
        record_id = self.table.current_id()
        if record_id is None:
            return
        get = self.service.get

        def work(_job: Job) -> Any:
            return get(record_id)

        self.around.store_jobs.start(
            self, work, done=lambda row: self._open_dialog(self.make_dialog(row)), failed=self._on_failed
        )

    def delete(self) -> None:
        """Delete the selected records; many are asked about, all can be taken back."""
        ids = self.table.selected_ids()
        row = self.current_row()
        if not ids or row is None:
            return
        if len(ids) > ASK_ABOVE and not self.around.prompts.ask(
            self,
            self.tr("Delete {count} records?").format(count=len(ids)),
            self.tr("You can take this back with Ctrl+Z as long as the window is open."),
            yes=self.tr("Delete"),
            dangerous=True,
        ):
            return
        delete, name = self.service.delete, row.name

        def work(_job: Job) -> Change:
            return delete(ids)

        def done(change: Change) -> None:
            self._announce(self.deleted_words(len(ids), name, change), change)

        self.around.store_jobs.start(self, work, done=done, failed=self._on_failed)

    def deregister(self) -> None:
        """Start the wizard from the record under the cursor."""
        record_id = self.table.current_id()
        if record_id is not None:
            self.deregister_wanted.emit(self.record, record_id)

    def more(self) -> None:
        """Offer what else can be begun from the record under the cursor, below its button."""
        record_id = self.table.current_id()
        if record_id is not None:
            self.more_wanted.emit(self.record, record_id, self.detail.below(self.acts.more))

    def export(self) -> None:
        """Export what the table shows."""
        self.export_wanted.emit(
            Shown(
                record=self.record,
                title=self.title(),
                query=self._query,
                count=self.model.rowCount(),
                selected=self.table.selected_ids(),
                columns=self.table.shown_keys(),
            )
        )

    def _announce(self, text: str, change: Change) -> None:
        self.around.changes.changed.emit(change)
        if change.undo is None:
            self.around.notify(text)
            return
        self.around.undo.add(text, change, self.service.undo)
        self.around.notify(text, undo=self.around.undo.undo)

    def _open_dialog(self, dialog: RecordDialog) -> None:
        self.kept.watch(dialog)
        self._ready(dialog).open()

    def _ready(self, dialog: RecordDialog) -> RecordDialog:
        dialog.saved.connect(self._on_saved)
        return dialog

    def _on_saved(self, change: Change) -> None:
        ids = self._ids_of(change)
        fresh = next((each for each in ids if self.model.row_of(each) is None), None)
        if fresh is not None:
            self._wanted = fresh
        if change:
            self._announce(self.tr("Saved"), change)

    def _ids_of(self, change: Change) -> frozenset[int]:
        return change.subjects if self.record == "subject" else change.sites

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.around.prompts.show_error(self, error)

    # Following what happens.

    def _on_change(self, change: Change) -> None:
        ids = self._ids_of(change)
        if ids:
            self._changed |= ids
            self.model.refresh(ids)
            self.reload()
        if ids or change.subjects or change.sites:
            self.detail.refresh()

    def _on_filters(self) -> None:
        self._query = self.bar.apply(self._query)
        self._start_over = True
        self.reload()

    def _on_sort(self, key: str, descending: bool) -> None:
        if (key, descending) == (self._query.sort, self._query.descending):
            return
        self._query = self._query.sorted_by(key, descending=descending)
        self.layout_kept.sorted_by(key, descending=descending)
        self.reload()

    def _on_first_ids(self, ids: array[int]) -> None:
        if ids and not self.model.rowCount():
            self.table.show_ids(ids)
            self._show_place()

    def _on_ids(self, ids: array[int], _query: TableQuery) -> None:
        changed, self._changed = self._changed, set()
        wanted, self._wanted = self._wanted, None
        start_over, self._start_over = self._start_over, False
        if self.model.go_on_with(ids):
            self.model.refresh(changed)
            if wanted is not None:
                self.table.select_id(wanted)
        else:
            self.table.show_ids(ids, keep=wanted, start_over=start_over)
        self._show_place()
        self._show_count()
        self.listed.emit()

    def _show_place(self) -> None:
        """The table, or the sentence that says why it is empty."""
        has = self.model.rowCount() > 0
        self._places.show_place(rows=has, filtering=self.bar.is_filtering())
        self._head.export.setEnabled(has)
        self.detail.setVisible(has or self.bar.is_filtering())
        self._show_actions()

    def _show_count(self) -> None:
        self.bar.show_count(self.count_words(self.model.rowCount()))

    def _on_current(self, record_id: int | None) -> None:
        self.detail.show_record(record_id)
        self._show_actions()

    def _show_actions(self) -> None:
        some = self.table.current_id() is not None
        for action in self.acts.for_a_record():
            action.setEnabled(some)

    def _build(self) -> None:
        self._places = RecordPlaces(self.table, self.icon_name, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._places)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([760, 400])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.model.sort_wanted.connect(self._on_sort)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _: self.edit())
        self.table.copied.connect(lambda _: self.around.notify(self.tr("Copied")))
        self.table.too_many.connect(
            lambda _: self.around.notify(self.tr("That is too much for the clipboard. Use Export."))
        )
        actions = self.acts
        self.table.add_menu_actions(lambda: (*actions.for_a_record(), actions.new))
        for action, run in (
            (actions.new, self.new),
            (actions.edit, self.edit),
            (actions.delete, self.delete),
            (actions.deregister, self.deregister),
            (actions.more, self.more),
            (actions.find, self.bar.focus_text),
            (actions.redo, self.around.undo.redo),
        ):
            action.triggered.connect(lambda _, run=run: run())
        self._head.import_wanted.connect(lambda: self.import_wanted.emit(None))
        self._head.export_wanted.connect(self.export)
        self._head.new_wanted.connect(self.new)
        self._head.columns_wanted.connect(lambda at: self.table.column_menu().popup(at))
        self._places.import_wanted.connect(lambda: self.import_wanted.emit(None))
        self._places.new_wanted.connect(self.new)
        self._places.demo_wanted.connect(self.demo_wanted)
        self._places.clear_wanted.connect(self.bar.clear_all)
        self.bar.changed.connect(self._on_filters)
        self.bar.left.connect(self.table.setFocus)
        self.feed.begun.connect(self._on_first_ids)
        self.feed.answered.connect(self._on_ids)
        self.around.changes.changed.connect(self._on_change)
        self.detail.failed.connect(self._on_failed)
        self._show_actions()
