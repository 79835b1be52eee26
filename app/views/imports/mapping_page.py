"""Second step of an import: which column is which field, guessed and to be corrected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.messages import Messages
from app.services.filing_fields import MASKED_FIELDS, TARGETS, column_title
from app.services.imports.mapping import Column, ColumnMapping
from app.services.masking import mask_value
from app.views.theme import GRID, set_role
from app.views.widgets.labels import plain_label
from app.views.widgets.layouts import empty


class _Target(QComboBox):
    """A list that the wheel does not change in passing."""

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()


class MappingPage(QWidget):
    """One line a column: letter, header, samples and the field.

    Signals:
        changed: a column has another field now.
    """

    changed = Signal()

    def __init__(self, messages: Callable[[], Messages], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self.mapping: ColumnMapping | None = None
        self.combos: dict[int, QComboBox] = {}
        self.hint = plain_label("", "hint", self)
        inside = QWidget(self)
        set_role(inside, "page")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 2 * GRID, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(2, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.hint)
        layout.addWidget(scroll, 1)

    def show_mapping(self, mapping: ColumnMapping, line: int) -> None:
        """Show the guess; `line` is where the header stands, 0 for none."""
        self.mapping = mapping
        self.combos.clear()
        empty(self._grid)
        where = (
            self.tr("Headers were found in line {line}.").format(line=line)
            if line
            else self.tr("No headers were found; the fields are guessed from the values.")
        )
        self.hint.setText(self.tr("{where} Check the field of each column.").format(where=where))
        heads = (self.tr("Column"), self.tr("Header"), self.tr("Values"), self.tr("Field"))
        for place, head in enumerate(heads):
            label = QLabel(head, self)
            set_role(label, "hint")
            self._grid.addWidget(label, 0, place)
        for row, column in enumerate(mapping.columns, 1):
            self._add(row, column)
        self._grid.setRowStretch(len(mapping.columns) + 1, 1)
        self._mark()

    def first(self) -> QWidget:
        """Where the keyboard starts: the first column without a field, or the first."""
        assert self.mapping is not None
        free = [column.index for column in self.mapping.columns if column.target is None]
        return self.combos[free[0]] if free else next(iter(self.combos.values()))

    def choose(self, index: int, target: str | None) -> None:
        """Give a column a field; another column that had it gives it up."""
        assert self.mapping is not None
        self.mapping = self.mapping.with_target(index, target)
        for column in self.mapping.columns:
            combo = self.combos[column.index]
            combo.blockSignals(True)
            combo.setCurrentIndex(max(combo.findData(column.target), 0))
            combo.blockSignals(False)
        self._mark()
        self.changed.emit()

    def _add(self, row: int, column: Column) -> None:
        letter = QLabel(column.letter, self)
        set_role(letter, "hint")
        header = plain_label(column.header or "—", "label", self)
        header.setMinimumWidth(160)
        header.setMaximumWidth(240)
        name = (column.target or "").rpartition(".")[2]
        shown = [mask_value(name, each) if name in MASKED_FIELDS else each for each in column.samples]
        samples = plain_label(
            "  ·  ".join(each if len(each) <= 24 else f"{each[:23]}…" for each in shown), "hint", self
        )
        samples.setWordWrap(False)
        samples.setMinimumWidth(80)
        combo = _Target(self)
        combo.setMinimumWidth(240)
        combo.setMaxVisibleItems(40)
        combo.addItem(self.tr("Leave out"), None)
        language = self._messages().language
        for target in TARGETS:
            combo.addItem(column_title(target, language), target)
        combo.insertSeparator(1)
        combo.setCurrentIndex(max(combo.findData(column.target), 0))
        combo.setAccessibleName(self.tr("Field of column {letter}").format(letter=column.letter))
        combo.currentIndexChanged.connect(lambda _: self.choose(column.index, combo.currentData()))
        self.combos[column.index] = combo
        for place, widget in enumerate((letter, header, samples, combo)):
            self._grid.addWidget(widget, row, place, Qt.AlignmentFlag.AlignVCenter)

    def _mark(self) -> None:
        assert self.mapping is not None
        for column in self.mapping.columns:
            set_role(self.combos[column.index], "" if column.target else "free")
