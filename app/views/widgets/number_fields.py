"""Spin boxes that look like the other fields: no arrows, and as much room before the number as before any text."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

from app.views.theme import set_role

PADDING = 5
"""Pixels; with what a spin box leaves anyway the number stands as far in as the text of a choice."""
Spin = TypeVar("Spin", QSpinBox, QDoubleSpinBox)


def number_field(spin: Spin) -> Spin:
    """A spin box made a field; the stylesheet's padding does not reach the line inside it."""
    set_role(spin, "number")
    spin.lineEdit().setTextMargins(PADDING, 0, PADDING, 0)
    return spin
