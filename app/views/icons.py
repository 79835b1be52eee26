"""The shipped Lucide icons, drawn in the palette's colours at any size."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.resources import resource
from app.views.theme import colors, tone_color

TOOL = QSize(18, 18)
"""A tool button's icon alone."""
TOOL_WITH_WORDS = QSize(22, 18)
"""A tool button's icon with words beside it; what is wider than high is the gap, as `_square` says."""


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))


def _square(rect: QRect) -> QRectF:
    """Where the icon stands in what is given to it: wider room than high keeps its rest empty, as a gap before the text.

    Qt leaves four pixels between a button's icon and its text, too few beside Chinese characters, and has no setting
    for them: push buttons (in the stylesheet) and tool buttons with words have an icon size that is wider than high
    instead. There the icon also stands a pixel lower, since the middle of a Chinese character lies below the middle of its line.
    """
    side = min(rect.width(), rect.height())
    beside_text = rect.width() > rect.height()
    return QRectF(rect.x(), rect.y() + (rect.height() - side) / 2 + beside_text, side, side)


class _LucideEngine(QIconEngine):
    """Draws from the SVG at the moment of painting, so size, scale and theme are always right."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _renderer(self._name, self._color(mode, state)).render(painter, _square(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        palette = QGuiApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
        if self._tone == "on_accent":
            return colors().on_accent
        if self._tone == "accent" or (self._tone == "rail" and state == QIcon.State.On):
            return colors().accent
        if self._tone == "rail":
            return colors().muted
        if self._tone:
            return tone_color(self._tone).name()
        return colors().text


def icon(name: str, tone: str = "") -> QIcon:
    """An icon by its Lucide name.

    `tone` is empty for the text colour, a status tone (`good`, `warn`, `bad`, `info`, `muted`), `accent`, `on_accent`
    (on a primary button), or `rail` (muted, accent when checked).
    """
    _source(name)  # A misspelt name fails here, not at the first painting.
    return QIcon(_LucideEngine(name, tone))
