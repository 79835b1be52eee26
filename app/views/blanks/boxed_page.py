"""One page of a blank as it is printed, with boxes over it; chosen ones show handles. Pixels a millimetre are the zoom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsRectItem, QGraphicsScene, QGraphicsView, QWidget

from app.services.blank_editing import Mapping, PageSurvey, Place, Rect
from app.services.previews import PageImage
from app.views.blanks.boxes import BoxItem, qrect
from app.views.jobs import Job, Jobs
from app.views.theme import colors
from app.views.widgets.pdf_view import SCREEN_DPI, STEPS, image_of

MM_PER_INCH = 25.4
ROOM = 5.0
"""Millimetres around the page."""
INK = QColor(31, 95, 191)
"""What is drawn over the paper, which is white in both themes."""

Render = Callable[[int, float], PageImage]
Caption = Callable[[Place], tuple[str, str]]


class BoxedPage(QGraphicsView):
    """Shows a page and its boxes, zooms by Ctrl with the wheel, and knows which boxes are chosen.

    Signals:
        chosen_changed: the keys of the chosen boxes.
        page_changed: the page shown, from 0.
        zoom_changed: the share of actual size.
    """

    chosen_changed = Signal(object)
    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, jobs: Jobs, caption: Caption, parent: QWidget | None = None) -> None:
        """`jobs` is a lane that touches no store; `caption` gives a box's name and tone."""
        super().__init__(parent)
        self._jobs, self._caption = jobs, caption
        self._render: Render | None = None
        self._surveys: tuple[PageSurvey, ...] = ()
        self._mapping: Mapping | None = None
        self._page = 0
        self._zoom = 0.0
        self._keys: tuple[str, ...] = ()
        self._items: dict[str, BoxItem] = {}
        self._drawing: Job | None = None
        self._captioned = True
        self.sheet = QGraphicsScene(self)
        self.setScene(self.sheet)
        self._paper = QGraphicsRectItem()
        self._paper.setBrush(QColor("white"))
        self._paper.setPen(QPen(Qt.PenStyle.NoPen))
        self._picture = QGraphicsPixmapItem()
        self._picture.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._cell = QGraphicsRectItem()
        self._cell.setBrush(QBrush(_faint(24)))
        self._cell.setPen(QPen(Qt.PenStyle.NoPen))
        self._rubber = QGraphicsRectItem()
        line = QPen(INK, 1.5, Qt.PenStyle.DashLine)
        line.setCosmetic(True)
        self._rubber.setPen(line)
        self._rubber.setBrush(QBrush(_faint(40)))
        for order, item in enumerate((self._paper, self._picture, self._cell, self._rubber)):
            item.setZValue(order / 10 if item is not self._rubber else 3.0)
            self.sheet.addItem(item)
        self._rubber.hide()
        self._cell.hide()
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        # A bar that comes and goes with the page width would make the width jump.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._sharp = QTimer(self)
        self._sharp.setSingleShot(True)
        self._sharp.setInterval(60)
        self._sharp.timeout.connect(self._draw)

    def set_blank(self, render: Render, surveys: Sequence[PageSurvey]) -> None:
        """Take a blank; nothing is shown before `show_mapping`."""
        self._render, self._surveys = render, tuple(surveys)
        self._page = 0
        self._turn()

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    @property
    def keys(self) -> tuple[str, ...]:
        """The chosen boxes; the first one is the model for sizes."""
        return self._keys

    @property
    def scale_share(self) -> float:
        """The share of actual size."""
        return self.transform().m11() * MM_PER_INCH / SCREEN_DPI

    @property
    def cells(self) -> list[tuple[Rect, ...]]:
        """The blank's own cells, page by page."""
        return [each.cells for each in self._surveys]

    @property
    def is_drawn(self) -> bool:
        """Whether the page's picture is there."""
        return not self._picture.pixmap().isNull() and self._drawing is None

    def show_print(self, render: Render, *, captioned: bool) -> None:
        """Draw the pages anew by `render`, with or without the names of the boxes."""
        self._render, self._captioned = render, captioned
        for item in self._items.values():
            item.show_caption(captioned)
        self._draw()

    def show_page(self, page: int) -> None:
        """Turn to another page."""
        if page != self._page and 0 <= page < len(self._surveys):
            self._page = page
            self._turn()
            self._set_keys(())
            self._show_items()

    def show_mapping(self, mapping: Mapping) -> None:
        """Show these boxes; those that are chosen stay so while they are there."""
        self._mapping = mapping
        there = {each.key for each in mapping.on_page(self._page)}
        self._show_items()
        self._set_keys(tuple(key for key in self._keys if key in there))

    def choose(self, keys: Collection[str]) -> None:
        """Choose boxes, turn to the first one's page, and bring it into sight."""
        found = [key for key in keys if self._mapping is not None and any(p.key == key for p in self._mapping.places)]
        if found and self._mapping is not None:
            self.show_page(self._mapping.place(found[0]).page)
            found = [key for key in found if self._mapping.place(key).page == self._page]
        self._set_keys(tuple(found))
        if found:
            self.ensureVisible(qrect(self._items[found[0]].place.rect), 40, 40)

    def set_zoom(self, share: float) -> None:
        """A share of actual size; 0 fits the page's width."""
        self._zoom = share
        if not self._surveys:
            return
        if share <= 0:
            frame = self._surveys[self._page].frame
            pixels = (self.viewport().width() - 2) / (frame.width + 2 * ROOM)
        else:
            pixels = share * SCREEN_DPI / MM_PER_INCH
        pixels = min(max(pixels, STEPS[0] * SCREEN_DPI / MM_PER_INCH), STEPS[-1] * SCREEN_DPI / MM_PER_INCH)
        self.resetTransform()
        self.scale(pixels, pixels)
        self._sharp.start()
        self.zoom_changed.emit(self.scale_share)

    def zoom_in(self) -> None:
        """One step nearer."""
        self.set_zoom(next((step for step in STEPS if step > self.scale_share + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        """One step farther."""
        self.set_zoom(next((step for step in reversed(STEPS) if step < self.scale_share - 0.01), STEPS[0]))

    def point_of(self, x: float, y: float) -> QPointF:
        """Where millimetres of the page stand in the viewport, in pixels."""
        return QPointF(self.mapFromScene(QPointF(x, y)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._zoom == 0.0:
            self.set_zoom(0.0)

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]
        painter.fillRect(rect, QColor(colors().raised))

    def _turn(self) -> None:
        if not self._surveys:
            return
        self.page_changed.emit(self._page)
        frame = self._surveys[self._page].frame
        self._paper.setRect(0, 0, frame.width, frame.height)
        self._picture.setPixmap(QPixmap())
        self.sheet.setSceneRect(-ROOM, -ROOM, frame.width + 2 * ROOM, frame.height + 2 * ROOM)
        self.set_zoom(self._zoom)

    def _draw(self) -> None:
        if self._render is None:
            return
        if self._drawing is not None:
            self._drawing.forget()
        render, page = self._render, self._page
        dpi = self.scale_share * SCREEN_DPI * self.devicePixelRatioF()
        self._drawing = self._jobs.start(
            self,
            lambda _job: image_of(render(page, dpi)),
            done=lambda image: self._on_drawn(page, QPixmap.fromImage(image)),
        )

    def _on_drawn(self, page: int, pixmap: QPixmap) -> None:
        self._drawing = None
        if page == self._page and not pixmap.isNull():
            self._picture.setPixmap(pixmap)
            self._picture.setScale(self._surveys[page].frame.width / pixmap.width())

    def _show_items(self) -> None:
        if self._mapping is None:
            return
        places = {each.key: each for each in self._mapping.on_page(self._page)}
        for key in [key for key in self._items if key not in places]:
            self.sheet.removeItem(self._items.pop(key))
        for key, place in places.items():
            if key in self._items:
                self._items[key].show_place(place, *self._caption(place))
            else:
                self._items[key] = BoxItem(place, *self._caption(place), captioned=self._captioned)
                self.sheet.addItem(self._items[key])

    def _set_keys(self, keys: tuple[str, ...]) -> None:
        for key, item in self._items.items():
            item.choose(key in keys)
        self._tell(keys)
        if keys != self._keys:
            self._keys = keys
            self.chosen_changed.emit(keys)

    def _tell(self, keys: tuple[str, ...]) -> None:
        if len(keys) == 1:
            item = self._items[keys[0]]
            rect = item.place.rect
            words = self.tr("{name}: {width} by {height} mm, {x} mm from the left, {y} mm from the top")
            said = words.format(name=item.caption, width=rect.width, height=rect.height, x=rect.x, y=rect.y)
        else:
            said = self.tr("%n box(es) chosen", "", len(keys)) if keys else self.tr("No box chosen")
        self.setAccessibleDescription(said)


def _faint(alpha: int) -> QColor:
    color = QColor(INK)
    color.setAlpha(alpha)
    return color
