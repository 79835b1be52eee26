"""Where a watermark stands and how dark it is, in the words of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def place_names() -> dict[str, str]:
    """The names of `case_settings.PLACES` in the language of the moment."""
    return {
        "tiled": QCoreApplication.translate("Watermark", "All over"),
        "middle": QCoreApplication.translate("Watermark", "Once, in the middle"),
        "foot": QCoreApplication.translate("Watermark", "Once, at the foot"),
    }


def strength_names() -> dict[str, str]:
    """The names of `case_settings.STRENGTHS` in the language of the moment."""
    return {
        "light": QCoreApplication.translate("Watermark", "Light"),
        "normal": QCoreApplication.translate("Watermark", "Normal"),
        "strong": QCoreApplication.translate("Watermark", "Strong"),
    }
