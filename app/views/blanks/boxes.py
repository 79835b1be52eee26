"""How boxes are drawn over a page, and where they are caught by the mouse. One unit of the scene is a millimetre."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.services.blank_editing import Place, PlaceKind, Rect

HANDLE = 7.0
"""Pixels of a handle's side, at any zoom."""
# The page is white paper in both themes, so its boxes have colours of their own; each reads on white (4.5:1).
PAPER_TONES = {"good": "#1b7438", "info": "#1f5fbf", "warn": "#925400", "muted": "#596276"}
UNPRINTED = {PlaceKind.PHOTO, PlaceKind.SEAL}
CAPTION = 9.0
"""Points of a box's caption."""

Sides = tuple[int, int]
"""Which sides a handle pulls: -1 left or top, 1 right or bottom, 0 neither."""
HANDLES: tuple[Sides, ...] = ((-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1))
CURSORS = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
}


def qrect(rect: Rect) -> QRectF:
    """A rectangle of the mapping in the scene."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def handle_points(rect: QRectF) -> dict[Sides, QPointF]:
    """Where the handles of a box stand, in millimetres."""
    middle = rect.center()
    xs = {-1: rect.left(), 0: middle.x(), 1: rect.right()}
    ys = {-1: rect.top(), 0: middle.y(), 1: rect.bottom()}
    return {(x, y): QPointF(xs[x], ys[y]) for x, y in HANDLES}


def pulled(rect: Rect, sides: Sides, right: float, down: float) -> Rect:
    """A rectangle with one of its handles pulled by millimetres."""
    left, top, end, bottom = rect.x, rect.y, rect.right, rect.bottom
    if sides[0] < 0:
        left += right
    elif sides[0] > 0:
        end += right
    if sides[1] < 0:
        top += down
    elif sides[1] > 0:
        bottom += down
    return Rect.between(left, top, end, bottom)


def only_pulled(rect: Rect, snapped: Rect, sides: Sides) -> Rect:
    """A rectangle whose pulled sides have snapped; the others stay where they are, near a ruled line or not."""
    return Rect.between(
        snapped.x if sides[0] < 0 else rect.x,
        snapped.y if sides[1] < 0 else rect.y,
        snapped.right if sides[0] > 0 else rect.right,
        snapped.bottom if sides[1] > 0 else rect.bottom,
    )


class BoxItem(QGraphicsItem):
    """One box: a tinted frame in the colour of its confidence, its name in it while there is room."""

    def __init__(self, place: Place, caption: str, tone: str, *, captioned: bool = True) -> None:
        super().__init__()
        self.place, self.caption, self.tone = place, caption, tone
        self.chosen = False
        self.captioned = captioned
        self.setZValue(1.0)

    def show_place(self, place: Place, caption: str, tone: str) -> None:
        """Take over what changed."""
        if (place, caption, tone) != (self.place, self.caption, self.tone):
            self.prepareGeometryChange()
            self.place, self.caption, self.tone = place, caption, tone
            self.update()

    def show_caption(self, captioned: bool) -> None:
        """Whether its name stands in it; a filled page is read without."""
        if captioned != self.captioned:
            self.captioned = captioned
            self.update()

    def choose(self, chosen: bool) -> None:
        """Show it as selected, before the others."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.setZValue(2.0 if chosen else 1.0)
            self.update()

    def boundingRect(self) -> QRectF:
        # Handles keep their size in pixels; this is their room at the smallest zoom.
        return qrect(self.place.rect).adjusted(-4, -4, 4, 4)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        rect = qrect(self.place.rect)
        color = QColor(PAPER_TONES[self.tone])
        ground = QColor(color)
        ground.setAlpha(60 if self.chosen else 26 if self.captioned else 10)
        pen = QPen(color, 2.0 if self.chosen else 1.2)
        pen.setCosmetic(True)
        if self.tone == "muted":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawRect(rect)
        scale = painter.transform().m11()
        self._caption(painter, rect, scale, color)
        if self.chosen:
            side = HANDLE / scale
            painter.setBrush(QColor("white"))
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setWidthF(1.4)
            painter.setPen(pen)
            for point in handle_points(rect).values():
                painter.drawRect(QRectF(point.x() - side / 2, point.y() - side / 2, side, side))

    def _caption(self, painter: QPainter, rect: QRectF, scale: float, color: QColor) -> None:
        if not self.captioned:
            return
        font = QFont(painter.font())
        font.setPointSizeF(CAPTION)
        metrics = QFontMetricsF(font)
        room = rect.width() * scale - 8
        if rect.height() * scale < metrics.height() or room < 3 * metrics.averageCharWidth():
            return
        painter.save()
        # Drawn in pixels: a font of a few millimetres would be hinted to nothing.
        corner = painter.transform().map(rect.topLeft())
        painter.resetTransform()
        painter.setFont(font)
        painter.setPen(color)
        words = metrics.elidedText(self.caption, Qt.TextElideMode.ElideRight, room)
        area = QRectF(corner.x() + 4, corner.y(), room, rect.height() * scale)
        # Words asking for a seal stand in the middle of such a cell; its name keeps out of their way.
        upright = Qt.AlignmentFlag.AlignTop if self.place.kind in UNPRINTED else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, upright | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()
