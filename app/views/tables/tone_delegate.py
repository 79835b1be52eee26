"""Paints cells: status words carry a coloured dot, everything else is plain text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.views.tables.id_list_model import TONE_ROLE
from app.views.theme import tone_color

_NO_FOCUS = ~QStyle.StateFlag.State_HasFocus

DOT = 4.0
GAP = 20


class ToneDelegate(QStyledItemDelegate):
    """A status is a word and a colour: the dot stands left of the word, the word stays readable."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= _NO_FOCUS

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tone = index.data(TONE_ROLE)
        if tone is None:
            super().paint(painter, option, index)
            return
        shifted = QStyleOptionViewItem(option)
        self.initStyleOption(shifted, index)
        text, shifted.text = shifted.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shifted, painter, option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone_color(tone))
        painter.drawEllipse(QPointF(option.rect.left() + 12.0, option.rect.center().y() + 0.5), DOT, DOT)
        # The stylesheet paints a selected row in a tint that keeps the text colour.
        painter.setPen(shifted.palette.color(QPalette.ColorRole.Text))
        room = option.rect.adjusted(GAP + 2, 0, -4, 0)
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()
