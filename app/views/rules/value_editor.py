"""The value of a rule as its key takes it: one of several, several at once, a number, a text, or nothing but the words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QStackedWidget,
    QWidget,
)

from app.rules.change_rules import Value
from app.rules.in_force import FRIDAY
from app.services.rule_overlay_drafts import TEXT, takes_many, takes_number, value_choices
from app.views.widgets.labels import plain_label
from app.views.widgets.number_fields import number_field

VALUE = Qt.ItemDataRole.UserRole + 1
FRIDAY_ZH = "每周五"


class ValueEditor(QStackedWidget):
    """Shows the editor that a key needs.

    Signals:
        edited: something else was chosen or typed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.one = QComboBox(self)
        self.many = QListWidget(self)
        self.number = number_field(QSpinBox(self))
        self.number.setRange(0, 120)
        self.text = QLineEdit(self)
        self.words: QLabel = plain_label("", "hint", self)
        for widget in (self.one, self.many, self.number, self.text, self.words):
            self.addWidget(widget)
        self.one.currentIndexChanged.connect(lambda _index: self.edited.emit())
        self.many.itemChanged.connect(lambda _item: self.edited.emit())
        self.number.valueChanged.connect(lambda _value: self.edited.emit())
        self.text.textEdited.connect(lambda _text: self.edited.emit())
        self._say()

    def name(self, words: str) -> None:
        """What a screen reader calls the editors."""
        for widget in (self.one, self.many, self.number, self.text):
            widget.setAccessibleName(words)

    def show_key(self, key: str) -> None:
        """The editor for a key, empty."""
        self._key = key
        choices = value_choices(key)
        for widget in (self.one, self.many):
            widget.blockSignals(True)
        self.one.clear()
        self.many.clear()
        self.text.clear()
        if takes_number(key):
            self.setCurrentWidget(self.number)
        elif takes_many(key):
            for choice in choices:
                item = QListWidgetItem(choice.text, self.many)
                item.setData(VALUE, choice.value)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
            self.setCurrentWidget(self.many)
        elif choices:
            self.one.addItem("", "")
            for choice in choices:
                self.one.addItem(choice.text, choice.value)
            self.setCurrentWidget(self.one)
        else:
            self.setCurrentWidget(self.text if key in ("phone", "processing_time") else self.words)
        for widget in (self.one, self.many):
            widget.blockSignals(False)
        self.setFixedHeight(self._height())

    def value(self) -> Value:
        """What is chosen."""
        current = self.currentWidget()
        if current is self.number:
            return self.number.value()
        if current is self.many:
            items = (self.many.item(row) for row in range(self.many.count()))
            return tuple(each.data(VALUE) for each in items if each.checkState() == Qt.CheckState.Checked)
        if current is self.one:
            chosen: Value = self.one.currentData()
            return chosen if chosen is not None else ""
        typed = self.text.text().strip()
        if current is self.text and typed:
            return FRIDAY if typed in (FRIDAY_ZH, FRIDAY) else typed
        return TEXT

    def set_value(self, value: Value) -> None:
        """Choose what a rule says."""
        if isinstance(value, int) and not isinstance(value, bool):
            self.number.setValue(value)
            return
        wanted = value if isinstance(value, tuple) else (value,)
        self.many.blockSignals(True)
        for row in range(self.many.count()):
            item = self.many.item(row)
            item.setCheckState(Qt.CheckState.Checked if item.data(VALUE) in wanted else Qt.CheckState.Unchecked)
        self.many.blockSignals(False)
        for index in range(self.one.count()):
            if self.one.itemData(index) == value and isinstance(self.one.itemData(index), bool) == isinstance(
                value, bool
            ):
                self.one.setCurrentIndex(index)
        self.text.setText("" if value == TEXT else FRIDAY_ZH if value == FRIDAY else str(value))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.words.setText(self.tr("The words alone say it."))
        self.text.setPlaceholderText(self.tr("A number such as 0531-12345678, or 15 for fifteen working days"))

    def _height(self) -> int:
        if self.currentWidget() is self.many:
            return min(self.many.count(), 6) * (self.fontMetrics().height() + 14) + 6
        return self.text.sizeHint().height()
