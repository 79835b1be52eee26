"""A short list of the records that belong to the one shown, each to be opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.views.theme import GRID, colors, tone_color

MOST_SHOWN = 6
_ID = Qt.ItemDataRole.UserRole
_SECOND = Qt.ItemDataRole.UserRole + 1
_TONE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Related:
    """One record: its id, its name, a second line, and the colour of its state."""

    record_id: int
    name: str
    second: str
    tone: str


class _TwoLines(QStyledItemDelegate):
    """Name over a lesser line, with the colour of the state before them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, 2 * option.fontMetrics.lineSpacing() + GRID + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        name, shown.text = shown.text, ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone_color(index.data(_TONE)))
        half = QRect(
            option.rect.left() + 3 * GRID,
            option.rect.top() + 6,
            option.rect.width() - 4 * GRID,
            option.rect.height() // 2 - 6,
        )
        painter.drawEllipse(QPointF(option.rect.left() + 12.0, half.center().y() + 1.0), 4.0, 4.0)
        painter.setPen(shown.palette.color(QPalette.ColorRole.Text))
        metrics = painter.fontMetrics()
        painter.drawText(
            half, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(name, Qt.TextElideMode.ElideRight, half.width())
        )
        painter.setPen(colors().muted)
        second = half.translated(0, half.height() + 1)
        words = metrics.elidedText(index.data(_SECOND), Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class RelatedList(QListWidget):
    """As high as its records, up to a few.

    Signals:
        opened: a record was chosen by Enter or a double click (its id).
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_TwoLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(_ID)))

    def show_records(self, records: Sequence[Related]) -> None:
        """Show these."""
        self.clear()
        for each in records:
            item = QListWidgetItem(each.name, self)
            item.setData(_ID, each.record_id)
            item.setData(_SECOND, each.second)
            item.setData(_TONE, each.tone)
            item.setToolTip(f"{each.name}\n{each.second}")
        height = self.sizeHintForRow(0) if records else 0
        self.setFixedHeight(min(len(records), MOST_SHOWN) * height + 2 * self.frameWidth() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.opened.emit(item.data(_ID))
            return
        super().keyPressEvent(event)
