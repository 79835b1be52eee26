"""A list of things with two lines each and a status dot: what stands left where the detail stands right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.views.theme import GRID, colors, set_role, tone_color

CHOICE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry.

    Attributes:
        key: what the list says when the entry is chosen.
        title, subtitle: the two lines.
        status, tone: a word at the right, in a status colour.
        also: more words that the filter finds it by.
    """

    key: str
    title: str
    subtitle: str = ""
    status: str = ""
    tone: str = "muted"
    also: str = ""

    def matches(self, text: str) -> bool:
        """Whether the filter leaves it standing."""
        whole = f"{self.title} {self.subtitle} {self.status} {self.also}".casefold()
        return all(part in whole for part in text.casefold().split())


class _TwoLines(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, 2 * option.fontMetrics.height() + 2 * GRID + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice = index.data(CHOICE)
        if not isinstance(choice, Choice):
            return
        background = QStyleOptionViewItem(option)
        self.initStyleOption(background, index)
        background.text = ""
        # Focus is the whole list's; the current row shows by its background.
        background.state &= ~QStyle.StateFlag.State_HasFocus
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, background, painter, option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        held = colors()
        area = option.rect.adjusted(2 * GRID, GRID, -2 * GRID, -GRID)
        height = option.fontMetrics.height()
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        status_width = 0
        if choice.status:
            status_width = option.fontMetrics.horizontalAdvance(choice.status) + 14
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone_color(choice.tone))
            left = area.right() - status_width
            painter.drawEllipse(QPointF(left + 4, area.top() + height / 2), 3.5, 3.5)
            painter.setPen(tone_color(choice.tone))
            painter.drawText(QRect(left + 12, area.top(), status_width, height), 0, choice.status)
        painter.setPen(held.text)
        painter.setFont(bold)
        words = painter.fontMetrics().elidedText(
            choice.title, Qt.TextElideMode.ElideRight, area.width() - status_width - GRID
        )
        painter.drawText(QRect(area.left(), area.top(), area.width() - status_width, height), 0, words)
        painter.setFont(option.font)
        painter.setPen(held.muted)
        below = option.fontMetrics.elidedText(choice.subtitle, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(QRect(area.left(), area.top() + height + 2, area.width(), height), 0, below)
        painter.restore()


class ChoiceList(QFrame):
    """A filter field over a list.

    Signals:
        chosen: the key of the entry under the cursor.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self._fill(self.current))
        self.list = QListWidget(self)
        self.list.setItemDelegate(_TwoLines(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        set_role(self.list, "plain")
        self.list.currentItemChanged.connect(self._on_current)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        head.addWidget(self.filter)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)

    @property
    def current(self) -> str:
        """The key under the cursor; empty where there is none."""
        item = self.list.currentItem()
        return str(item.data(CHOICE).key) if item is not None else ""

    def name(self, filter_words: str, list_words: str) -> None:
        """What the field and the list are called."""
        self.filter.setPlaceholderText(filter_words)
        self.filter.setAccessibleName(filter_words)
        self.list.setAccessibleName(list_words)

    def show_choices(self, choices: Iterable[Choice]) -> None:
        """Show these; the cursor stays on its entry, or goes to the first."""
        kept = self.current
        self._choices = tuple(choices)
        self._fill(kept)

    def choose(self, key: str) -> bool:
        """Put the cursor on an entry; False where it is not listed."""
        for row in range(self.list.count()):
            if self.list.item(row).data(CHOICE).key == key:
                self.list.setCurrentRow(row)
                return True
        return False

    def _fill(self, kept: str) -> None:
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for choice in self._choices:
            if choice.matches(self.filter.text()):
                item = QListWidgetItem(self.list)
                item.setData(CHOICE, choice)
                said = f"{choice.title} {choice.subtitle} {choice.status}".strip()
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                item.setToolTip(choice.subtitle)
        found = self.choose(kept)
        self.list.blockSignals(blocked)
        if not found and self.list.count():
            self.list.setCurrentRow(0)

    def _on_current(self, item: QListWidgetItem | None, _previous: Any) -> None:
        if item is not None:
            self.chosen.emit(item.data(CHOICE).key)
