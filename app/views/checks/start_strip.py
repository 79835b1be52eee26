"""The strip at the foot of a check's start form."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.views.theme import GRID, set_role


def start_strip(parent: QWidget, *widgets: QWidget) -> QFrame:
    """The strip at the foot: the next action is always in sight."""
    strip = QFrame(parent)
    set_role(strip, "status")
    line = QHBoxLayout(strip)
    line.setContentsMargins(3 * GRID, GRID + 4, 3 * GRID, GRID + 4)
    line.setSpacing(2 * GRID)
    for widget in widgets:
        line.addWidget(widget)
    line.setStretch(len(widgets) - 1, 1)
    return strip
