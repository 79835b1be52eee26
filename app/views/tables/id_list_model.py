"""A table over an ordered list of ids: a million records cost eight megabytes and one page of rows.

The service hands over ids in the order asked for (`array('q')`); rows are read a page at a time
when the view paints them and kept in a small cache. Nothing is copied, no proxy sorts.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.views.tables.columns import Column

PAGE_ROWS = 32
"""Not much more than a screen shows: a jump to a far place waits for one or two pages, read while the view paints."""
PAGES_KEPT = 40
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ID_ROLE = Qt.ItemDataRole.UserRole + 2
TONE_ROLE = Qt.ItemDataRole.UserRole + 3

_ANSWERED = frozenset(
    (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        ROW_ROLE,
        ID_ROLE,
        TONE_ROLE,
    )
)

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def index_of(ids: array[int], record_id: int) -> int | None:
    """Where an id stands in a list, or None."""
    try:
        return ids.index(record_id)
    except ValueError:
        return None


class IdListModel(QAbstractTableModel):
    """Shows records by id through declared columns; never loads or saves by itself.

    Signals:
        sort_wanted: the user asked for another order (column key, descending).
    """

    sort_wanted = Signal(str, bool)

    def __init__(
        self,
        columns: Sequence[Column],
        read_rows: Callable[[Sequence[int]], Sequence[Any]],
        parent: QObject | None = None,
    ) -> None:
        """`read_rows` takes ids and returns the rows that still exist, each with an `id`."""
        super().__init__(parent)
        self._columns = tuple(columns)
        self._alignments = tuple(column.align | Qt.AlignmentFlag.AlignVCenter for column in self._columns)
        self._read_rows = read_rows
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, Any]] = OrderedDict()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The declared columns, in declared order."""
        return self._columns

    @property
    def ids(self) -> array[int]:
        """The ids in the order shown; not to be changed by the caller."""
        return self._ids

    def set_ids(self, ids: array[int]) -> None:
        """Show another list of records, or the same in another order."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def go_on_with(self, ids: array[int]) -> bool:
        """Show a list that begins with the one shown, cursor and rows staying; False for any other list."""
        known = len(self._ids)
        if ids[:known] != self._ids or (ids and not known):
            return False
        if len(ids) > known:
            self.beginInsertRows(_NOWHERE, known, len(ids) - 1)
            self._pages.pop(known // PAGE_ROWS, None)
            self._ids = ids
            self.endInsertRows()
        return True

    def refresh(self, changed: Iterable[int]) -> None:
        """Read the named records again and repaint them where they stand."""
        wanted = set(changed)
        for number in [number for number, page in self._pages.items() if wanted & page.keys()]:
            del self._pages[number]
            first = number * PAGE_ROWS
            last = min(first + PAGE_ROWS, len(self._ids)) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def row_of(self, record_id: int) -> int | None:
        """Where a record stands now, or None when it is not in the list."""
        return index_of(self._ids, record_id)

    def record(self, row: int) -> Any | None:
        """The record in a row, or None when it was deleted since the list was made."""
        if not 0 <= row < len(self._ids):
            return None
        number = row // PAGE_ROWS
        page = self._pages.get(number)
        if page is None:
            first = number * PAGE_ROWS
            page = {record.id: record for record in self._read_rows(self._ids[first : first + PAGE_ROWS])}
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._ids[row])

    def retranslate(self) -> None:
        """Show headers and cells in the language now set."""
        last = len(self._columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, last))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # A view asks eight things of every cell it paints, and most of them have no answer here.
        if role not in _ANSWERED or not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignments[index.column()]
        if role == ID_ROLE:
            return self._ids[index.row()]
        record = self.record(index.row())
        if record is None:
            return None
        column = self._columns[index.column()]
        if role == ROW_ROLE:
            return record
        if role == TONE_ROLE:
            return column.tone(record) if column.tone else None
        return column.text(record)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignments[section]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self._columns) and self._columns[column].sortable:
            self.sort_wanted.emit(self._columns[column].key, order == Qt.SortOrder.DescendingOrder)
