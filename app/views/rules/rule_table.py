"""A table of statements: cells wrap, columns sort, a status has its dot, and a row can be copied with Ctrl+C."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView, QWidget

from app.views.tables.id_list_model import TONE_ROLE
from app.views.tables.tone_delegate import ToneDelegate
from app.views.theme import GRID

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says; `order` sorts where the text does not, `tone` puts a dot before it."""

    text: str
    tone: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row and what it stands for; `ticked` is None where rows cannot be chosen."""

    cells: tuple[Cell, ...]
    item: Any
    ticked: bool | None = None


class RowsModel(QAbstractTableModel):
    """Rows held in memory; there are some hundreds at most."""

    ROLES: ClassVar = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads: tuple[str, ...] = ()
        self.rows: list[TableRow] = []
        self.ticked: set[int] = set()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        cell = row.cells[index.column()]
        if role in self.ROLES:
            return cell.text
        if role == TONE_ROLE:
            return cell.tone or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and row.ticked is not None:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == 0 and self.rows[index.row()].ticked is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        row = self.rows[index.row()]
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.rows[index.row()] = TableRow(row.cells, row.item, ticked)
        self.dataChanged.emit(index, index, [role])
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; a negative one leaves the order in which the rows came."""
        if column < 0 or column >= len(self.heads):
            return
        self.layoutAboutToBeChanged.emit()

        def key(row: TableRow) -> str:
            return row.cells[column].order or row.cells[column].text

        self.rows.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        self.layoutChanged.emit()

    def show(self, heads: Sequence[str], rows: Iterable[TableRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.heads, self.rows = tuple(heads), list(rows)
        self.endResetModel()


class _RoomyDelegate(ToneDelegate):
    """Air above and below the words of a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # The stylesheet's padding at both sides is not in Qt's reckoning of where words wrap.
        option.rect.setWidth(option.rect.width() - 2 * GRID)
        return super().sizeHint(option, index) + QSize(0, 2 * GRID)


class RuleTable(QTableView):
    """The table as it is used: one row at a time, everything by keyboard.

    Signals:
        current_changed: another row is under the cursor (its item, or None).
        opened: Enter or a double click on a row (its item).
        copy_wanted: Ctrl+C on a row (its item).
        ticks_changed: a row was ticked or unticked.
    """

    current_changed = Signal(object)
    opened = Signal(object)
    copy_wanted = Signal(object)
    ticks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowsModel(self)
        self._wide: tuple[int, ...] = ()
        self.setModel(self._rows)
        self.setItemDelegate(_RoomyDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setHighlightSections(False)
        self._heights = QTimer(self)
        self._heights.setSingleShot(True)
        self._heights.setInterval(0)
        self._heights.timeout.connect(self.resizeRowsToContents)
        self.selectionModel().currentRowChanged.connect(lambda _now, _then: self.current_changed.emit(self.current))
        self.doubleClicked.connect(lambda _index: self._open())
        self._rows.dataChanged.connect(lambda *_: self.ticks_changed.emit())
        self._rows.layoutChanged.connect(lambda *_: self._heights.start())

    @property
    def current(self) -> Any:
        """What the row under the cursor stands for."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].item if index.isValid() else None

    @property
    def items(self) -> tuple[Any, ...]:
        """What the rows stand for, in the order shown."""
        return tuple(each.item for each in self._rows.rows)

    @property
    def ticked(self) -> tuple[Any, ...]:
        """What the ticked rows stand for."""
        return tuple(each.item for each in self._rows.rows if each.ticked)

    def show_rows(
        self, heads: Sequence[str], rows: Iterable[TableRow], *, wide: Sequence[int], widths: Sequence[int]
    ) -> None:
        """Show these rows in the order given; the cursor stays on its item, or goes to the first.

        Args:
            wide: the columns that share what room is left.
            widths: of the others, in pixels, by column; 0 for the wide ones.
        """
        kept = self.current
        self.setSortingEnabled(False)
        self._rows.show(heads, rows)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for column in range(len(heads)):
            stretches = column in wide
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
            if not stretches:
                header.resizeSection(column, widths[column])
        self._heights.start()
        items = self.items
        row = items.index(kept) if kept in items else 0
        if items:
            self.setCurrentIndex(self._rows.index(row, 0))
        self.current_changed.emit(self.current)

    def tick_all(self, ticked: bool) -> None:
        """Tick or untick every row that can be chosen."""
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        for row, each in enumerate(self._rows.rows):
            if each.ticked is not None:
                self._rows.setData(self._rows.index(row, 0), state.value, Qt.ItemDataRole.CheckStateRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            if self.current is not None:
                self.copy_wanted.emit(self.current)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._heights.start()

    def _toggle(self) -> None:
        index = self._rows.index(self.currentIndex().row(), 0)
        row = self._rows.rows[index.row()]
        if row.ticked is not None:
            state = Qt.CheckState.Unchecked if row.ticked else Qt.CheckState.Checked
            self._rows.setData(index, state.value, Qt.ItemDataRole.CheckStateRole)

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)
