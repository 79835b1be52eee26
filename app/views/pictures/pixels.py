"""Plain pixels of a service as a Qt picture."""

from __future__ import annotations

from PySide6.QtGui import QImage

from app.services.pictures import Pixels


def image_of(pixels: Pixels) -> QImage:
    """A picture of its own: the bytes may go afterwards."""
    return QImage(pixels.rgb, pixels.width, pixels.height, 3 * pixels.width, QImage.Format.Format_RGB888).copy()
