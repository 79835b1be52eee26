"""Choosing the field of a box: a few letters of its name, in either language, and the list gets short."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.services.blank_editing import DEREGISTRATION, fields_like
from app.views.blanks.words import BlankWords
from app.views.theme import GRID

ROWS = 6
FIELD = Qt.ItemDataRole.UserRole


class FieldChooser(QWidget):
    """A search field over the fields a blank can print.

    Signals:
        chosen: the field the user took; empty for none.
    """

    chosen = Signal(str)

    def __init__(self, words: BlankWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._field = ""
        self._kind = DEREGISTRATION
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Search fields"))
        self.search.setAccessibleName(self.tr("Search fields"))
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.returnPressed.connect(self._take_first)
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Field"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        row = self.fontMetrics().height() + 14
        self.list.setFixedHeight(ROWS * row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.setFocusProxy(self.search)
        self._fill()

    def set_paper(self, kind: str) -> None:
        """Offer the fields of this kind of paper."""
        if kind != self._kind:
            self._kind = kind
            self._fill()

    def show_field(self, field: str) -> None:
        """Show which field is chosen, without saying so."""
        self._field = field
        if self.search.text():
            self.search.clear()
        else:
            self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self.list.clear()
        text = self.search.text()
        names = ("", *fields_like("", self._kind)) if not text else fields_like(text, self._kind)
        for name in names:
            item = QListWidgetItem(self._words.field(name) if name else self.tr("No field"), self.list)
            item.setData(FIELD, name)
            if name == self._field:
                self.list.setCurrentItem(item)
        if text and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _take_first(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        field = str(item.data(FIELD))
        if field != self._field:
            self.chosen.emit(field)
