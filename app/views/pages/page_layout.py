"""Columns, order and splitter of a table's page, as the settings remember them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSplitter

from app.errors import UserError
from app.services.tables import TableQuery
from app.views.surroundings import Surroundings
from app.views.tables.record_table import RecordTable

PAUSE_MS = 600


class PageLayout(QObject):
    """Writes the layout a moment after the last change, and takes it up again."""

    def __init__(self, name: str, table: RecordTable, splitter: QSplitter, around: Surroundings) -> None:
        super().__init__(table)
        self._name, self._table, self._splitter, self._around = name, table, splitter, around
        self._sort, self._descending = TableQuery().sort, False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.save)
        table.layout_changed.connect(self._pause.start)
        splitter.splitterMoved.connect(lambda *_: self._pause.start())

    def restore(self, query: TableQuery) -> TableQuery:
        """Take up what is remembered; the query in the order of last time."""
        state = self._around.settings.settings.layouts.get(self._name, {})
        self._table.restore_layout(state.get("table", {}))
        sizes = state.get("splitter")
        if isinstance(sizes, list) and len(sizes) == 2 and all(isinstance(each, int) for each in sizes) and all(sizes):
            self._splitter.setSizes(sizes)
        if state.get("sort") in self._table.sortable_keys():
            query = query.sorted_by(state["sort"], descending=bool(state.get("descending")))
        self._sort, self._descending = query.sort, query.descending
        self._table.show_sort(query.sort, query.descending)
        return query

    def sorted_by(self, key: str, *, descending: bool) -> None:
        """The table is in another order now."""
        self._sort, self._descending = key, descending
        self._pause.start()

    def save(self) -> None:
        """Write it now."""
        self._pause.stop()
        state = {
            "table": self._table.layout_state(),
            "splitter": self._splitter.sizes(),
            "sort": self._sort,
            "descending": self._descending,
        }
        settings = self._around.settings
        try:
            settings.change(layouts={**settings.settings.layouts, self._name: state})
        except UserError as error:
            self._around.notify(self._around.languages.messages().error(error))
