"""Pages as they will be printed, drawn from the PDF by whoever knows how, with zoom and smooth scrolling."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.services.previews import PageImage, PageSize
from app.views.jobs import Job, Jobs
from app.views.theme import colors

GAP = 16
POINTS_PER_INCH = 72.0
SCREEN_DPI = 96.0
KEPT = 12
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
FIT_WIDTH = "width"
FIT_PAGE = "page"


Render = Callable[[int, float], PageImage]


def image_of(page: PageImage) -> QImage:
    """The page's pixels as an image of its own memory."""
    return QImage(page.rgb, page.width, page.height, page.stride, QImage.Format.Format_RGB888).copy()


class PdfView(QAbstractScrollArea):
    """Shows pages under each other.

    Ctrl with the wheel, `+`, `-`, `0` (actual size), `9` (page width) zoom; arrows, Page Up and Down, Home and End scroll.

    Signals:
        zoom_changed: the share of actual size that holds now.
        page_changed: the page in the middle of the view (from 0).
    """

    zoom_changed = Signal(float)
    page_changed = Signal(int)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        """`jobs` is a lane that touches no store; pages are drawn there."""
        super().__init__(parent)
        self._jobs = jobs
        self._render: Render | None = None
        self._sizes: tuple[PageSize, ...] = ()
        self._zoom: float | str = FIT_WIDTH
        self._pixmaps: OrderedDict[int, tuple[float, QPixmap]] = OrderedDict()
        self._wanted: dict[int, tuple[float, Job]] = {}
        self._page = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages as printed"))
        # A bar that comes and goes with the page width would make the width jump.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setSingleStep(48)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_pdf(self, render: Render | None, sizes: Sequence[PageSize] = ()) -> None:
        """Show another document; the place and the zoom stay, so that a preview does not jump as one types."""
        for _, job in self._wanted.values():
            job.forget()
        self._wanted.clear()
        same_shape = len(sizes) == len(self._sizes)
        self._render = render
        self._sizes = tuple(sizes)
        # Old pixels stay until the new ones are there: no flicker.
        self._pixmaps = (
            OrderedDict((n, (0.0, p)) for n, (_, p) in self._pixmaps.items()) if same_shape else OrderedDict()
        )
        self._lay_out()
        self.viewport().update()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def current_page(self) -> int:
        """The page in the middle of the view, from 0."""
        return self._page

    @property
    def scale(self) -> float:
        """The share of actual size that holds now."""
        if isinstance(self._zoom, float) or not self._sizes:
            return self._zoom if isinstance(self._zoom, float) else 1.0
        room = self.viewport().size()
        widest = max(each.width for each in self._sizes) * SCREEN_DPI / POINTS_PER_INCH
        scale = (room.width() - 2 * GAP) / widest
        if self._zoom == FIT_PAGE:
            highest = max(each.height for each in self._sizes) * SCREEN_DPI / POINTS_PER_INCH
            scale = min(scale, (room.height() - 2 * GAP) / highest)
        return min(max(scale, STEPS[0]), STEPS[-1])

    def set_zoom(self, zoom: float | str) -> None:
        """A share of actual size, `FIT_WIDTH` or `FIT_PAGE`; the middle of the view stays where it is."""
        bar = self.verticalScrollBar()
        middle = (bar.value() + self.viewport().height() / 2) / max(self._height(), 1)
        self._zoom = zoom
        self._lay_out()
        bar.setValue(round(middle * self._height() - self.viewport().height() / 2))
        self.viewport().update()
        self.zoom_changed.emit(self.scale)

    def zoom_in(self) -> None:
        """One step nearer."""
        self.set_zoom(next((step for step in STEPS if step > self.scale + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        """One step farther."""
        self.set_zoom(next((step for step in reversed(STEPS) if step < self.scale - 0.01), STEPS[0]))

    def show_page(self, number: int) -> None:
        """Scroll to the head of a page (from 0)."""
        if 0 <= number < len(self._sizes):
            self.verticalScrollBar().setValue(self._rects()[number].top() - GAP // 2)

    def is_drawn(self, number: int) -> bool:
        """Whether the newest pixels of a page are on the screen."""
        kept = self._pixmaps.get(number)
        return kept is not None and kept[0] == self._dpi()

    def _dpi(self) -> float:
        return self.scale * SCREEN_DPI * self.devicePixelRatioF()

    def _rects(self) -> list[QRect]:
        scale = self.scale * SCREEN_DPI / POINTS_PER_INCH
        rects, top = [], GAP
        width = max(self.viewport().width(), self._width())
        for size in self._sizes:
            w, h = round(size.width * scale), round(size.height * scale)
            rects.append(QRect((width - w) // 2, top, w, h))
            top += h + GAP
        return rects

    def _height(self) -> int:
        scale = self.scale * SCREEN_DPI / POINTS_PER_INCH
        return GAP + sum(round(each.height * scale) + GAP for each in self._sizes)

    def _width(self) -> int:
        scale = self.scale * SCREEN_DPI / POINTS_PER_INCH
        return max((round(each.width * scale) for each in self._sizes), default=0) + 2 * GAP

    def _lay_out(self) -> None:
        room = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self._height() - room.height()))
        down.setPageStep(room.height())
        across.setRange(0, max(0, self._width() - room.width()))
        across.setPageStep(room.width())

    def _draw_page(self, number: int) -> None:
        dpi = self._dpi()
        waiting = self._wanted.get(number)
        if self._render is None or (waiting is not None and waiting[0] == dpi):
            return
        if waiting is not None:
            waiting[1].forget()
        render = self._render
        job = self._jobs.start(
            self,
            lambda _job: image_of(render(number, dpi)),
            done=lambda image: self._on_drawn(number, dpi, image),
            failed=lambda error: self._on_failed(number, error),
        )
        self._wanted[number] = (dpi, job)

    def _on_drawn(self, number: int, dpi: float, image: QImage) -> None:
        self._wanted.pop(number, None)
        self._pixmaps[number] = (dpi, QPixmap.fromImage(image))
        self._pixmaps.move_to_end(number)
        while len(self._pixmaps) > KEPT:
            self._pixmaps.popitem(last=False)
        self.viewport().update()

    def _on_failed(self, number: int, error: Exception) -> None:
        self._wanted.pop(number, None)
        raise error

    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = next((n for n, rect in enumerate(self._rects()) if rect.bottom() + GAP > middle), self.pages - 1)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        held = colors()
        painter.fillRect(self.viewport().rect(), QColor(held.raised))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        visible = QRectF(self.viewport().rect()).translated(-offset)
        dpi = self._dpi()
        for number, rect in enumerate(self._rects()):
            if not visible.intersects(QRectF(rect)):
                continue
            place = QRectF(rect).translated(offset)
            for grow, alpha in ((3, 18), (2, 26), (1, 40)):
                painter.fillRect(place.adjusted(-grow, -grow + 2, grow, grow + 1), QColor(0, 0, 0, alpha))
            painter.fillRect(place, Qt.GlobalColor.white)
            kept = self._pixmaps.get(number)
            if kept is not None:
                self._pixmaps.move_to_end(number)
                painter.drawPixmap(place, kept[1], QRectF(kept[1].rect()))
            if kept is None or kept[0] != dpi:
                self._draw_page(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if isinstance(self._zoom, str):
            self.zoom_changed.emit(self.scale)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        zooms = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: lambda: self.set_zoom(1.0),
            Qt.Key.Key_9: lambda: self.set_zoom(FIT_WIDTH),
        }
        if control and event.key() in zooms:
            zooms[Qt.Key(event.key())]()
            return
        actions = {
            Qt.Key.Key_Down: bar.SliderAction.SliderSingleStepAdd,
            Qt.Key.Key_Up: bar.SliderAction.SliderSingleStepSub,
            Qt.Key.Key_PageDown: bar.SliderAction.SliderPageStepAdd,
            Qt.Key.Key_PageUp: bar.SliderAction.SliderPageStepSub,
            Qt.Key.Key_Home: bar.SliderAction.SliderToMinimum,
            Qt.Key.Key_End: bar.SliderAction.SliderToMaximum,
        }
        if event.key() in actions:
            bar.triggerAction(actions[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(480, 640)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 240)
