"""Working on the boxes of a page: drawn, chosen, moved, resized and aligned by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.services.blank_editing import (
    Direction,
    Mapping,
    Place,
    Rect,
    align_to_neighbour,
    cell_under,
    next_free_cell,
    operations,
    place_for_cell,
    reading_order,
    snapped_move,
)
from app.views.blanks.boxed_page import BoxedPage, Caption
from app.views.blanks.boxes import CURSORS, BoxItem, Sides, handle_points, only_pulled, pulled, qrect
from app.views.jobs import Jobs

STEP = 0.5
"""Millimetres that an arrow moves or resizes by."""
REACH = 8
"""Pixels within which a handle is caught."""
SNAP_PIXELS = 8
SMALLEST_DRAG = 3
"""Pixels; a shorter pull is a click."""
ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
STEPS_BY = {"left": (-STEP, 0.0), "right": (STEP, 0.0), "up": (0.0, -STEP), "down": (0.0, STEP)}


@dataclass
class _Pull:
    """A pull of the mouse from where it began; `sides` None moves, `base` None draws a new box."""

    start: QPointF
    base: Mapping | None = None
    key: str = ""
    sides: Sides | None = None
    moved: bool = False


class BlankCanvas(BoxedPage):
    """Lets the boxes of a page be worked on; it keeps no history and changes nothing by itself.

    Arrows move by 0.5 mm, with Shift resize, with Ctrl go to the next side of a neighbour or ruled line; Tab walks
    through the boxes, Enter says that one is right and goes to the next doubtful one, Insert puts one into the next
    empty cell, Delete removes, Esc gives up.

    Signals:
        edited: a mapping that the user made, and the keys that are chosen in it.
        confirmed: the chosen boxes are right as they are.
    """

    edited = Signal(object, object)
    confirmed = Signal()

    def __init__(self, jobs: Jobs, caption: Caption, parent: QWidget | None = None) -> None:
        """`jobs` is a lane that touches no store; `caption` gives a box's name and tone."""
        super().__init__(jobs, caption, parent)
        self._pull: _Pull | None = None

    def add_in_next_cell(self) -> bool:
        """Add a box into the next empty cell; False where every cell has one."""
        if self._mapping is None:
            return False
        after = self._mapping.place(self._keys[0]).rect if self._keys else None
        cell = next_free_cell(self._surveys[self._page], self._mapping, self._page, after)
        if cell is not None:
            self._add(place_for_cell(cell, self._page))
        return cell is not None

    # What the keyboard does.

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab walks through the boxes in reading order, and on to the next widget behind the last one.
        return self._walk(forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        direction = ARROWS.get(event.key())
        if direction is not None and self._keys and self._mapping is not None:
            self._arrow(direction, bool(held & Qt.KeyboardModifier.ShiftModifier), control)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._keys:
            self.delete()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.confirmed.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_in_next_cell()
        elif event.key() == Qt.Key.Key_Escape and (self._pull is not None or self._keys):
            self._give_up()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self._mapping is not None:
            self._set_keys(tuple(each.key for each in reading_order(self._mapping, self._page)))
        elif control and event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_in()
        elif control and event.key() == Qt.Key.Key_Minus:
            self.zoom_out()
        elif control and event.key() in {Qt.Key.Key_0, Qt.Key.Key_9}:
            self.set_zoom(1.0 if event.key() == Qt.Key.Key_0 else 0.0)
        elif event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} and len(self._surveys) > 1:
            self.show_page(self._page + (1 if event.key() == Qt.Key.Key_PageDown else -1))
        else:
            super().keyPressEvent(event)

    def delete(self) -> None:
        """Remove the chosen boxes."""
        if self._mapping is not None and self._keys:
            self.edited.emit(operations.delete(self._mapping, self._keys), ())

    def _arrow(self, direction: Direction, resize: bool, align: bool) -> None:
        assert self._mapping is not None
        right, down = STEPS_BY[direction]
        if align:
            cells = self._surveys[self._page].cells
            changed = align_to_neighbour(self._mapping, self._keys, direction, cells)
        elif resize:
            changed = self._mapping
            for key in self._keys:
                rect = changed.place(key).rect
                wider = Rect(rect.x, rect.y, max(rect.width + right, STEP), max(rect.height + down, STEP))
                changed = operations.resize(changed, key, wider)
        else:
            changed = operations.move(self._mapping, self._keys, right, down)
        self.edited.emit(changed, self._keys)

    def _walk(self, forward: bool) -> bool:
        if self._mapping is None:
            return False
        order = [each.key for each in reading_order(self._mapping, self._page)]
        if not order:
            return False
        if not self._keys:
            self.choose((order[0 if forward else -1],))
            return True
        place = order.index(self._keys[-1 if forward else 0]) + (1 if forward else -1)
        if 0 <= place < len(order):
            self.choose((order[place],))
            return True
        return False

    def _give_up(self) -> None:
        if self._pull is not None:
            self._pull = None
            self._rubber.hide()
            if self._mapping is not None:
                self.show_mapping(self._mapping)
        else:
            self._set_keys(())

    # What the mouse does.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._mapping is None:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = event.position()
        sides = self._handle_at(at)
        more = bool(event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
        if sides is not None:
            self._pull = _Pull(at, self._mapping, self._keys[0], sides)
            return
        item = self._item_at(at)
        if item is None:
            if not more:
                self._set_keys(())
            self._pull = _Pull(at)
            return
        key = item.place.key
        if more:
            others = tuple(each for each in self._keys if each != key)
            self._set_keys(others if key in self._keys else (*self._keys, key))
            return
        if key not in self._keys:
            self._set_keys((key,))
        self._pull = _Pull(at, self._mapping, key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, pull = event.position(), self._pull
        if pull is None:
            self._point_out(at)
            super().mouseMoveEvent(event)
            return
        if not pull.moved and (at - pull.start).manhattanLength() < SMALLEST_DRAG:
            return
        pull.moved = True
        shown = self._pulled(pull, at, free=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        if isinstance(shown, Rect):
            self._rubber.setRect(qrect(shown))
            self._rubber.show()
        else:
            for place in shown.on_page(self._page):
                self._items[place.key].show_place(place, *self._caption(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pull, self._pull = self._pull, None
        self._rubber.hide()
        if pull is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        if not pull.moved:
            return
        made = self._pulled(pull, event.position(), free=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        if isinstance(made, Rect):
            if min(made.width, made.height) >= operations.SMALLEST_BOX:
                self._add(Place("", self._page, made.rounded(), confidence=0.0))
        else:
            self.edited.emit(made, self._keys)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._item_at(event.position()) is None:
            self._add_at(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = QPointF(event.pos())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._item_at(at) is not None and self._keys:
            menu.addAction(self.tr("Delete"), self.delete)
        else:
            action = menu.addAction(self.tr("Add a box into this cell"), lambda: self._add_at(at))
            action.setEnabled(self._cell_at(at) is not None)
        menu.popup(event.globalPos())

    def _pulled(self, pull: _Pull, at: QPointF, *, free: bool) -> Mapping | Rect:
        start, end = self.mapToScene(pull.start.toPoint()), self.mapToScene(at.toPoint())
        right, down = end.x() - start.x(), end.y() - start.y()
        cells = self._surveys[self._page].cells
        within = 0.0 if free else min(operations.SNAP, SNAP_PIXELS / self.transform().m11())
        if pull.base is None:
            drawn = Rect.between(start.x(), start.y(), end.x(), end.y())
            return operations.snap_rect(drawn, cells, within)
        if pull.sides is not None:
            wider = pulled(pull.base.place(pull.key).rect, pull.sides, right, down)
            snapped = only_pulled(wider, operations.snap_rect(wider, cells, within), pull.sides)
            return operations.resize(pull.base, pull.key, snapped)
        rects = [each.rect for each in pull.base.places if each.key in self._keys]
        right, down = snapped_move(rects, right, down, cells, within)
        return operations.move(pull.base, self._keys, right, down)

    def _handle_at(self, at: QPointF) -> Sides | None:
        if len(self._keys) != 1:
            return None
        points = handle_points(qrect(self._items[self._keys[0]].place.rect))
        near = {sides: (self.point_of(p.x(), p.y()) - at).manhattanLength() for sides, p in points.items()}
        sides = min(near, key=lambda each: near[each])
        return sides if near[sides] <= REACH else None

    def _item_at(self, at: QPointF) -> BoxItem | None:
        point = self.mapToScene(at.toPoint())
        hit = [each for each in self._items.values() if each.place.rect.holds(point.x(), point.y())]
        return min(hit, key=lambda each: (not each.chosen, each.place.rect.area), default=None)

    def _cell_at(self, at: QPointF) -> Rect | None:
        point = self.mapToScene(at.toPoint())
        return cell_under(self._surveys[self._page].cells, point.x(), point.y()) if self._surveys else None

    def _add_at(self, at: QPointF) -> None:
        cell = self._cell_at(at)
        if cell is not None:
            self._add(place_for_cell(cell, self._page))

    def _add(self, place: Place) -> None:
        if self._mapping is not None:
            made = operations.add(self._mapping, place)
            self.edited.emit(made, (made.places[-1].key,))

    def _point_out(self, at: QPointF) -> None:
        sides, item = self._handle_at(at), self._item_at(at)
        cell = self._cell_at(at) if sides is None and item is None else None
        self._cell.setVisible(cell is not None)
        if cell is not None:
            self._cell.setRect(qrect(cell))
        if sides is not None:
            self.viewport().setCursor(CURSORS[sides])
        else:
            shape = Qt.CursorShape.SizeAllCursor if item is not None else Qt.CursorShape.CrossCursor
            self.viewport().setCursor(shape)
