"""A photo with the four corners of its paper on it: dragged by the mouse, walked and moved by the keyboard."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from app.services.pictures import WHOLE, Corners, Point
from app.views.theme import GRID, colors

STEP = 0.004
"""Of the picture that an arrow moves a corner by; ten times that with Shift, a tenth of it with Ctrl."""
LARGER, FINER = 10.0, 0.1
REACH = 18
"""Pixels within which a corner is caught."""
HANDLE = 8
LOUPE = 132
"""Pixels across of the loupe, which shows the picture `ENLARGED` times as large as the canvas does."""
ENLARGED = 4.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CornerCanvas(QWidget):
    """Shows a picture, turned as the result is, and lets its corners be set; it keeps no history.

    Tab walks through the corners, arrows move the chosen one (Shift: far, Ctrl: finely), Esc leaves the choice.

    Signals:
        moved: corners that are being set (`Corners`).
        settled: corners that were set: the mouse was let go, or a key pressed (`Corners`).
    """

    moved = Signal(object)
    settled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(280, 240)
        self._whole = QImage()
        self._turned = QImage()
        self._scaled = QImage()
        self._turns = 0
        self._corners = WHOLE
        self._chosen: int | None = None
        self._dragged = False
        self._grip = QPointF()

    @property
    def chosen(self) -> int | None:
        """The corner that the keyboard moves: 0 to 3, clockwise from the top left as shown."""
        return self._chosen

    def show_picture(self, image: QImage) -> None:
        """Another picture."""
        self._whole = image
        self._turn()

    def show_corners(self, corners: Corners, turns: int) -> None:
        """The corners in the unturned picture, and how many quarters it is shown turned."""
        self._corners = corners
        if turns % 4 != self._turns:
            self._turns = turns % 4
            self._turn()
        self.update()

    def corner_at(self, index: int) -> QPointF:
        """Where a corner stands on this widget."""
        return self._shown(self._corners.points()[self._own(index)])

    def sizeHint(self) -> QSize:
        return QSize(560, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scaled = QImage()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab walks through the corners, and on to the next widget behind the last one.
        following = (0 if forward else 3) if self._chosen is None else self._chosen + (1 if forward else -1)
        if 0 <= following <= 3:
            self._choose(following)
            return True
        self._choose(None)
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._chosen is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._choose(3 if event.reason() == Qt.FocusReason.BacktabFocusReason else 0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self._choose(None)
            return
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is None:
            super().keyPressEvent(event)
            return
        held = event.modifiers()
        far = LARGER if held & Qt.KeyboardModifier.ShiftModifier else 1.0
        fine = FINER if held & Qt.KeyboardModifier.ControlModifier else 1.0
        if self._chosen is None:
            self._choose(0)
        assert self._chosen is not None
        step = STEP * far * fine * max(self._area().width(), self._area().height())
        place = self.corner_at(self._chosen) + QPointF(arrow[0] * step, arrow[1] * step)
        self._move(self._chosen, place)
        self.settled.emit(self._corners)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        caught = self._under(event.position())
        if event.button() != Qt.MouseButton.LeftButton or caught is None:
            super().mousePressEvent(event)
            return
        self._choose(caught)
        self._dragged = True
        self._grip = self.corner_at(caught) - event.position()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged and self._chosen is not None:
            self._move(self._chosen, event.position() + self._grip)
        else:
            over = self._under(event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeAllCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged and event.button() == Qt.MouseButton.LeftButton:
            self._dragged = False
            self.settled.emit(self._corners)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        held = colors()
        painter.fillRect(self.rect(), QColor(held.raised))
        area = self._area()
        if self._turned.isNull():
            return
        painter.drawImage(area, self._sized(area))
        places = [self.corner_at(each) for each in range(4)]
        shade = QPainterPath()
        shade.addRect(area)
        shade.addPolygon(QPolygonF([*places, places[0]]))
        painter.fillPath(shade, QColor(0, 0, 0, 90))
        sound = self._corners.is_sound()
        edge = QColor(held.accent if sound else held.bad)
        # A light line under the accent shows it on any ground.
        for pen in (QPen(QColor(255, 255, 255, 200), 4), QPen(edge, 2)):
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(QPolygonF(places))
        for index, place in enumerate(places):
            focused = index == self._chosen and self.hasFocus()
            painter.setPen(QPen(QColor("white"), 2))
            painter.setBrush(edge if focused else QColor(255, 255, 255, 90))
            painter.drawEllipse(place, HANDLE, HANDLE)
            if focused:
                painter.setPen(QPen(edge, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(place, HANDLE + 4, HANDLE + 4)
        if self._chosen is not None and (self._dragged or self.hasFocus()):
            self._draw_loupe(painter, places[self._chosen], edge)

    def _draw_loupe(self, painter: QPainter, place: QPointF, edge: QColor) -> None:
        """The surroundings of the chosen corner, enlarged, in a corner of the widget that it does not stand in."""
        left = place.x() > self.width() / 2
        top = place.y() > self.height() / 2
        frame = QRectF(
            GRID if left else self.width() - LOUPE - GRID, GRID if top else self.height() - LOUPE - GRID, LOUPE, LOUPE
        )
        area = self._area()
        scale = self._turned.width() / area.width()
        side = LOUPE / ENLARGED * scale
        middle = QPointF((place.x() - area.x()) * scale, (place.y() - area.y()) * scale)
        painter.save()
        painter.setClipRect(frame)
        painter.fillRect(frame, QColor(colors().raised))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame, self._turned, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side))
        assert self._chosen is not None
        painter.setPen(QPen(edge, 1.5))
        for neighbour in (self._chosen - 1, self._chosen + 1):
            towards = self.corner_at(neighbour % 4) - place
            length = math.hypot(towards.x(), towards.y()) or 1.0
            painter.drawLine(frame.center(), frame.center() + towards * (LOUPE / length))
        painter.restore()
        painter.setPen(QPen(QColor(colors().text), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)

    def _choose(self, index: int | None) -> None:
        self._chosen = index
        names = (
            self.tr("Corner at the top left"),
            self.tr("Corner at the top right"),
            self.tr("Corner at the bottom right"),
            self.tr("Corner at the bottom left"),
        )
        self.setAccessibleDescription("" if index is None else names[index])
        self.update()

    def _move(self, index: int, place: QPointF) -> None:
        # A corner may lie outside the picture, but not where nobody can see it or catch it again.
        x = min(max(place.x(), HANDLE), self.width() - HANDLE)
        y = min(max(place.y(), HANDLE), self.height() - HANDLE)
        self._corners = self._corners.moved(self._own(index), self._fraction(QPointF(x, y)))
        self.moved.emit(self._corners)
        self.update()

    def _own(self, index: int) -> int:
        """The recipe's corner that stands as this one on the turned picture."""
        return (index - self._turns) % 4

    def _under(self, place: QPointF) -> int | None:
        distances = [
            (math.hypot(place.x() - at.x(), place.y() - at.y()), each)
            for each, at in ((each, self.corner_at(each)) for each in range(4))
        ]
        nearest, index = min(distances)
        return index if nearest <= REACH else None

    def _turn(self) -> None:
        turn = QTransform().rotate(90.0 * self._turns)
        self._turned = self._whole.transformed(turn) if self._turns else self._whole
        self._scaled = QImage()
        self.update()

    def _sized(self, area: QRectF) -> QImage:
        ratio = self.devicePixelRatioF()
        size = QSize(max(1, round(area.width() * ratio)), max(1, round(area.height() * ratio)))
        if self._scaled.size() != size:
            self._scaled = self._turned.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        return self._scaled

    def _area(self) -> QRectF:
        """Where the picture stands, with room around it for corners outside."""
        margin = 3.0 * GRID
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        if self._turned.isNull():
            return room
        scale = min(room.width() / self._turned.width(), room.height() / self._turned.height())
        wide, high = self._turned.width() * scale, self._turned.height() * scale
        return QRectF(room.center().x() - wide / 2, room.center().y() - high / 2, wide, high)

    def _shown(self, point: Point) -> QPointF:
        x, y = point
        u, v = ((x, y), (1 - y, x), (1 - x, 1 - y), (y, 1 - x))[self._turns]
        area = self._area()
        return QPointF(area.x() + u * area.width(), area.y() + v * area.height())

    def _fraction(self, place: QPointF) -> Point:
        area = self._area()
        u, v = (place.x() - area.x()) / area.width(), (place.y() - area.y()) / area.height()
        return ((u, v), (v, 1 - u), (1 - u, 1 - v), (1 - v, u))[self._turns]
