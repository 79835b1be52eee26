"""The table view that all record lists share: columns to choose and order, cells to copy, keys to move."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.views.tables.id_list_model import IdListModel, index_of
from app.views.tables.tone_delegate import ToneDelegate

ROW_HEIGHT = 32
MOST_COPIED = 10_000


class RecordTable(QTableView):
    """Shows an `IdListModel`; keeps the current record and the selection over a new order.

    Signals:
        current_changed: the record under the cursor is another one (its id, or None).
        opened: Enter or a double click on a record (its id).
        layout_changed: the user chose, moved or resized columns; `layout()` has the new state.
        copied: cells went to the clipboard (the text).
        too_many: so many rows are no matter for the clipboard; nothing was copied.
    """

    current_changed = Signal(object)
    opened = Signal(int)
    layout_changed = Signal()
    copied = Signal(str)
    too_many = Signal(int)

    def __init__(self, model: IdListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        # Only status words are painted by hand; a million plain cells scroll by in Qt's own code.
        tones = ToneDelegate(self)
        for number, column in enumerate(model.columns):
            if column.tone is not None:
                self.setItemDelegateForColumn(number, tones)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_cell_menu)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.hide()
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        # To draw a header, Qt asks of every selected row whether its whole column is selected: ten seconds at a
        # million rows. A selection of the header's own, which stays empty, has nothing to ask about.
        header.setSelectionModel(QItemSelectionModel(self._model, header))
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(48)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        self._restoring = False
        self.restore_layout({})
        header.sectionMoved.connect(self._on_layout_changed)
        header.sectionResized.connect(self._on_layout_changed)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._model.ids[index.row()]))
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def current_id(self) -> int | None:
        """The record under the cursor."""
        index = self.currentIndex()
        return self._model.ids[index.row()] if index.isValid() else None

    def selected_ids(self) -> list[int]:
        """The selected records, in the order shown."""
        return [self._model.ids[row] for row in self._selected_rows()]

    def show_ids(self, ids: array[int], *, keep: int | None = None, start_over: bool = False) -> None:
        """Show a new list; the cursor stays on its record and at its place on the screen.

        With `keep` it goes to that record. Where its record is gone, it stays at the row where it was, or goes to
        the first with `start_over`.
        """
        current = self.currentIndex()
        wanted = keep if keep is not None else self.current_id()
        top = max(self.rowAt(0), 0)
        row = None
        if wanted is not None:
            row = index_of(ids, wanted)
        below = current.row() - top if current.isValid() and keep is None else -1
        self._model.set_ids(ids)
        if not ids:
            self.current_changed.emit(None)
            return
        if row is None:
            row = 0 if start_over or not current.isValid() else min(current.row(), len(ids) - 1)
        self.select_row(row)
        if 0 <= below <= self.viewport().height() // ROW_HEIGHT:
            self.verticalScrollBar().setValue(row - below)

    def select_id(self, record_id: int) -> bool:
        """Put the cursor on a record; False when it is not in the list."""
        row = self._model.row_of(record_id)
        if row is None:
            return False
        self.select_row(row)
        return True

    def select_row(self, row: int) -> None:
        """Put the cursor on a row and scroll to it."""
        column = max(self.horizontalHeader().logicalIndexAt(0), 0)
        index = self._model.index(row, column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def layout_state(self) -> dict[str, Any]:
        """Order, widths and hidden columns, by column key, for the settings."""
        header = self.horizontalHeader()
        keys = [column.key for column in self._model.columns]
        order = [keys[header.logicalIndex(visual)] for visual in range(len(keys))]
        return {
            "order": order,
            "hidden": [key for position, key in enumerate(keys) if header.isSectionHidden(position)],
            "widths": {key: header.sectionSize(i) for i, key in enumerate(keys) if not header.isSectionHidden(i)},
        }

    def restore_layout(self, state: Mapping[str, Any]) -> None:
        """Take up a kept layout; columns it does not know stand as declared."""
        self._restoring = True
        header = self.horizontalHeader()
        columns = self._model.columns
        positions = {column.key: number for number, column in enumerate(columns)}
        known = [key for key in state.get("order", ()) if key in positions]
        order = known + [column.key for column in columns if column.key not in known]
        for visual, key in enumerate(order):
            header.moveSection(header.visualIndex(positions[key]), visual)
        hidden = state.get("hidden")
        widths = state.get("widths", {})
        for number, column in enumerate(columns):
            away = column.key in hidden if hidden is not None and column.key in known else not column.shown
            header.setSectionHidden(number, away)
            if not away:
                header.resizeSection(number, int(widths.get(column.key, column.width)))
        self._restoring = False

    def show_sort(self, key: str, descending: bool) -> None:
        """Point the header's arrow at a column without asking for a new order."""
        number = next(i for i, column in enumerate(self._model.columns) if column.key == key)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        blocked = header.blockSignals(True)
        header.setSortIndicator(number, order)
        header.blockSignals(blocked)
        header.viewport().update()

    def shown_keys(self) -> list[str]:
        """The keys of the columns that are shown, in their order."""
        return [column.key for _, column in self._visible_columns()]

    def sortable_keys(self) -> frozenset[str]:
        """The keys of the columns that a click sorts by."""
        return frozenset(column.key for column in self._model.columns if column.sortable)

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard, tab-separated, as spreadsheets take them."""
        rows = self._selected_rows()
        if len(rows) > MOST_COPIED:
            self.too_many.emit(len(rows))
            return
        shown = [c for _, c in self._visible_columns()]
        records = (self._model.record(row) for row in rows)
        self._put("\n".join("\t".join(column.copy_text(r) for column in shown) for r in records if r is not None))

    def copy_cell(self) -> None:
        """Put the cell under the cursor on the clipboard."""
        index = self.currentIndex()
        record = self._model.record(index.row()) if index.isValid() else None
        if record is not None:
            self._put(self._model.columns[index.column()].copy_text(record))

    def add_menu_actions(self, actions: Callable[[], Iterable[QAction]]) -> None:
        """Actions of the page that the rows' context menu shows above the copying ones."""
        self._page_actions = actions

    _page_actions: Callable[[], Iterable[QAction]] | None = None

    def _put(self, text: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(text)

    def _selected_rows(self) -> list[int]:
        # By ranges: a million selected rows are one range and a million indexes.
        ranges = self.selectionModel().selection().toList()
        return sorted({row for part in ranges for row in range(part.top(), part.bottom() + 1)})

    def _visible_columns(self) -> list[tuple[int, Any]]:
        header = self.horizontalHeader()
        logical = (header.logicalIndex(visual) for visual in range(header.count()))
        return [(number, self._model.columns[number]) for number in logical if not header.isSectionHidden(number)]

    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(self._model.ids[current.row()] if current.isValid() else None)

    def _on_layout_changed(self, *_: int) -> None:
        if not self._restoring:
            self.layout_changed.emit()

    def _show_cell_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        if self._page_actions is not None:
            menu.addActions(list(self._page_actions()))
            menu.addSeparator()
        menu.addAction(self.tr("Copy cell"), self.copy_cell)
        menu.addAction(self.tr("Copy rows"), self.copy_rows)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(at))

    def _show_column_menu(self, at: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(at))

    def column_menu(self) -> QMenu:
        """A menu that shows and hides columns; the last visible one cannot be hidden."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        header = self.horizontalHeader()
        visible = len(self._visible_columns())
        for number, column in enumerate(self._model.columns):
            action = menu.addAction(column.title())
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(number))
            action.setEnabled(header.isSectionHidden(number) or visible > 1)
            action.toggled.connect(lambda on, number=number: self._set_column_shown(number, on))
        menu.addSeparator()
        menu.addAction(self.tr("Restore columns"), self._reset_layout)
        return menu

    def _set_column_shown(self, number: int, shown: bool) -> None:
        header = self.horizontalHeader()
        header.setSectionHidden(number, not shown)
        if shown and header.sectionSize(number) < header.minimumSectionSize():
            header.resizeSection(number, self._model.columns[number].width)
        self.layout_changed.emit()

    def _reset_layout(self) -> None:
        self.restore_layout({})
        self.layout_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_cell() if len(self._selected_rows()) <= 1 else self.copy_rows()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id() is not None:
            self.opened.emit(self.current_id())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._model.retranslate()
        super().changeEvent(event)
