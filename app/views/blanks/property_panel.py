"""What the chosen boxes are for and how they print; each change goes out as one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.services.blank_editing import (
    Align,
    DatePart,
    Overflow,
    Place,
    PlaceKind,
    Rect,
    TickMark,
    Upright,
    tick_values,
)
from app.views.blanks.field_chooser import FieldChooser
from app.views.blanks.words import CERTAIN, BlankWords
from app.views.theme import GRID, set_role
from app.views.widgets.labels import StatusBadge, plain_label
from app.views.widgets.number_fields import number_field

COMB_CELL = 5.0
"""Millimetres that a comb's cell is taken to be wide until somebody says how many there are."""
PRINTED = {PlaceKind.TEXT, PlaceKind.COMB, PlaceKind.DATE, PlaceKind.CONSTANT}


class PropertyPanel(QScrollArea):
    """Shows one box, or what several have in common in the first of them.

    Signals:
        changed: properties by name that the user set.
        placed: a rectangle that the user typed.
        confirmed: the boxes are right as they are.
    """

    changed = Signal(object)
    placed = Signal(object)
    confirmed = Signal()

    def __init__(self, words: BlankWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._place: Place | None = None
        self._showing = False
        # Enumerations stay here: as data of an item they would come back as plain strings.
        self._values: dict[QComboBox, list[Any]] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(self)
        set_role(inner, "page")
        self.setWidget(inner)
        self.name = plain_label("", "heading", inner)
        self.badge = StatusBadge(parent=inner)
        self.nothing = plain_label("", "hint", inner)
        self.rows = QWidget(inner)
        self._form = QFormLayout(self.rows)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(GRID)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._make_fields()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.name)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self.badge)
        line.addStretch(1)
        self.confirm = QPushButton(self.tr("It is right (Enter)"), inner)
        self.confirm.setToolTip(self.tr("Marks the box as looked at and goes to the next one to be checked"))
        self.confirm.setAutoDefault(False)
        self.confirm.clicked.connect(lambda _checked: self.confirmed.emit())
        line.addWidget(self.confirm)
        layout.addLayout(line)
        layout.addWidget(self.nothing)
        layout.addWidget(self.rows)
        layout.addStretch(1)
        self.show_places(())

    def show_places(self, places: Sequence[Place]) -> None:
        """Show these boxes; none says how to begin."""
        self._place = places[0] if places else None
        self.rows.setVisible(bool(places))
        self.badge.setVisible(len(places) == 1)
        self.nothing.setVisible(len(places) != 1)
        self.confirm.setVisible(any(each.prints and each.confidence < CERTAIN for each in places))
        if self._place is None:
            self.name.setText(self.tr("No box chosen"))
            self.nothing.setText(
                self.tr(
                    "Click a box, or press Tab on the page. Draw a new one with the mouse, or double-click an empty cell."
                )
            )
            return
        self.name.setText(self._words.name(self._place) if len(places) == 1 else self.tr("%n box(es)", "", len(places)))
        self.nothing.setText(self.tr("What is changed here is changed in all of them. The first one is shown."))
        self.badge.show_status(*self._words.confidence(self._place))
        self._showing = True
        self._load(self._place, alone=len(places) == 1)
        self._showing = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The wheel scrolls the panel; it changes a value only where the cursor is.
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _make_fields(self) -> None:
        self.field = FieldChooser(self._words, self.rows)
        self.field.chosen.connect(lambda field: self.changed.emit({"field": field}))
        self._form.addRow(self.field)
        self.kind = self._choice(self.tr("Kind"), [(self._words.kind(each), each) for each in PlaceKind], "kind")
        self.value = QComboBox(self.rows)
        self.value.setEditable(True)
        self.value.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.value.activated.connect(lambda _row: self._take_value())
        line = self.value.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._take_value)
        self._row(self.tr("Ticked by"), self.value)
        self.words = QLineEdit(self.rows)
        self.words.editingFinished.connect(lambda: self._emit(value=self.words.text()))
        self._row(self.tr("Words"), self.words)
        marks = [
            (self.tr("Check mark"), TickMark.CHECK),
            (self.tr("Cross"), TickMark.CROSS),
            (self.tr("Filled"), TickMark.FILL),
        ]
        self.mark = self._choice(self.tr("Mark"), marks, "mark")
        parts = [
            (self.tr("Whole date"), DatePart.WHOLE),
            (self.tr("Year"), DatePart.YEAR),
            (self.tr("Month"), DatePart.MONTH),
            (self.tr("Day"), DatePart.DAY),
        ]
        self.part = self._choice(self.tr("Part"), parts, "part")
        self.cells = self._number(self.tr("Cells"), 1, 200, "cells")
        self.largest = self._points(self.tr("Largest size"))
        self.smallest = self._points(self.tr("Smallest size"))
        self.largest.valueChanged.connect(self._on_largest)
        self.smallest.valueChanged.connect(self._on_smallest)
        across = [
            (self.tr("Left"), Align.LEFT),
            (self.tr("Centre"), Align.CENTRE),
            (self.tr("Right"), Align.RIGHT),
        ]
        self.align = self._choice(self.tr("Across"), across, "align")
        upright = [
            (self.tr("Top"), Upright.TOP),
            (self.tr("Middle"), Upright.MIDDLE),
            (self.tr("Bottom"), Upright.BOTTOM),
        ]
        self.upright = self._choice(self.tr("Upright"), upright, "upright")
        self.lines = self._number(self.tr("Lines"), 0, 60, "lines")
        self.lines.setSpecialValueText(self.tr("As many as fit"))
        overflow = [
            (self.tr("Go on on a further sheet"), Overflow.CONTINUE),
            (self.tr("Print smaller"), Overflow.SHRINK),
            (self.tr("Refuse"), Overflow.REFUSE),
        ]
        self.overflow = self._choice(self.tr("Too long"), overflow, "overflow")
        self.label = QLineEdit(self.rows)
        self.label.editingFinished.connect(lambda: self._emit(label=self.label.text().strip()))
        self._row(self.tr("Printed label"), self.label)
        self.required = QCheckBox(self.tr("Must be filled in"), self.rows)
        self.required.clicked.connect(lambda on: self._emit(required=on))
        self._form.addRow(self.required)
        self._make_geometry()

    def _make_geometry(self) -> None:
        self.geometry_box = QWidget(self.rows)
        grid = QGridLayout(self.geometry_box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID // 2)
        names = (self.tr("From left"), self.tr("From top"), self.tr("Width"), self.tr("Height"))
        self.numbers: list[QDoubleSpinBox] = []
        for place, name in enumerate(names):
            spin = number_field(QDoubleSpinBox(self.geometry_box))
            spin.setRange(0.0, 2_000.0)
            spin.setDecimals(2)
            spin.setSingleStep(0.5)
            spin.setSuffix(self.tr(" mm"))
            spin.setKeyboardTracking(False)
            spin.setAccessibleName(name)
            spin.valueChanged.connect(self._on_number)
            label = QLabel(name, self.geometry_box)
            set_role(label, "hint")
            label.setBuddy(spin)
            grid.addWidget(label, place // 2 * 2, place % 2)
            grid.addWidget(spin, place // 2 * 2 + 1, place % 2)
            self.numbers.append(spin)
        self._form.addRow(self.geometry_box)

    def _load(self, place: Place, *, alone: bool) -> None:
        kind = place.kind
        self.field.show_field(place.field)
        self._pick(self.kind, kind)
        self.value.clear()
        for value, word in tick_values(place.field):
            self.value.addItem(f"{word} ({value})", value)
        found = self.value.findData(place.value)
        self.value.setCurrentIndex(found)
        if found < 0:
            self.value.setEditText(place.value)
        self.words.setText(place.value)
        self._pick(self.mark, place.mark)
        self._pick(self.part, place.part)
        self.cells.setValue(max(place.cells, 1))
        self.largest.setValue(place.size)
        self.smallest.setValue(place.floor)
        self._pick(self.align, place.align)
        self._pick(self.upright, place.upright)
        self.lines.setValue(place.lines)
        self._pick(self.overflow, place.overflow)
        self.label.setText(place.label)
        self.required.setChecked(place.required)
        rect = place.rect
        for spin, number in zip(self.numbers, (rect.x, rect.y, rect.width, rect.height), strict=True):
            spin.setValue(number)
        printed = kind in PRINTED
        shown: dict[QWidget, bool] = {
            self.field: kind not in {PlaceKind.PHOTO, PlaceKind.SEAL, PlaceKind.CONSTANT},
            self.value: kind is PlaceKind.TICK,
            self.words: kind is PlaceKind.CONSTANT,
            self.mark: kind is PlaceKind.TICK,
            self.part: kind is PlaceKind.DATE,
            self.cells: kind is PlaceKind.COMB,
            self.largest: printed,
            self.smallest: printed,
            self.align: printed and kind is not PlaceKind.COMB,
            self.upright: printed,
            self.lines: kind in {PlaceKind.TEXT, PlaceKind.CONSTANT},
            self.overflow: kind is PlaceKind.TEXT,
            self.required: kind not in {PlaceKind.PHOTO, PlaceKind.SEAL, PlaceKind.CONSTANT},
            self.geometry_box: alone,
        }
        for row, on in shown.items():
            self._form.setRowVisible(row, on)

    def _emit(self, **values: Any) -> None:
        if self._showing or self._place is None:
            return
        if any(getattr(self._place, name) != value for name, value in values.items()):
            self.changed.emit(values)

    def _take_kind(self) -> None:
        place, kind = self._place, self._picked(self.kind)
        if place is None:
            return
        values: dict[str, Any] = {"kind": kind}
        if kind is PlaceKind.COMB and place.cells < 1:
            values["cells"] = max(round(place.rect.width / COMB_CELL), 1)
        if PlaceKind.TICK in {kind, place.kind} and kind is not place.kind:
            known = tick_values(place.field)
            values["value"] = known[0][0] if kind is PlaceKind.TICK and known else ""
        self._emit(**values)

    def _take_value(self) -> None:
        row = self.value.findText(self.value.currentText())
        self._emit(value=str(self.value.itemData(row)) if row >= 0 else self.value.currentText().strip())

    def _on_largest(self, size: float) -> None:
        self._emit(size=size, floor=min(size, self.smallest.value()))

    def _on_smallest(self, floor: float) -> None:
        self._emit(floor=floor, size=max(floor, self.largest.value()))

    def _on_number(self) -> None:
        if self._showing or self._place is None:
            return
        x, y, width, height = (each.value() for each in self.numbers)
        rect = Rect(x, y, width, height)
        if replace(self._place, rect=rect) != self._place:
            self.placed.emit(rect)

    def _choice(self, name: str, choices: Sequence[tuple[str, Any]], attribute: str) -> QComboBox:
        combo = QComboBox(self.rows)
        combo.addItems([words for words, _value in choices])
        self._values[combo] = [value for _words, value in choices]
        if attribute == "kind":
            combo.activated.connect(lambda _row: self._take_kind())
        else:
            combo.activated.connect(lambda _row: self._emit(**{attribute: self._picked(combo)}))
        self._row(name, combo)
        return combo

    def _number(self, name: str, least: int, most: int, attribute: str) -> QSpinBox:
        spin = number_field(QSpinBox(self.rows))
        spin.setRange(least, most)
        spin.setKeyboardTracking(False)
        spin.valueChanged.connect(lambda number: self._emit(**{attribute: number}))
        self._row(name, spin)
        return spin

    def _points(self, name: str) -> QDoubleSpinBox:
        spin = number_field(QDoubleSpinBox(self.rows))
        spin.setRange(4.0, 72.0)
        spin.setDecimals(1)
        spin.setSingleStep(0.5)
        spin.setSuffix(self.tr(" pt"))
        spin.setKeyboardTracking(False)
        self._row(name, spin)
        return spin

    def _row(self, name: str, field: QWidget) -> None:
        field.setAccessibleName(name)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self)
        if isinstance(field, QComboBox):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(6)
        self._form.addRow(name, field)

    def _pick(self, combo: QComboBox, value: Any) -> None:
        combo.setCurrentIndex(self._values[combo].index(value))

    def _picked(self, combo: QComboBox) -> Any:
        return self._values[combo][combo.currentIndex()]
