"""The window's fonts: the system's own where it reads Chinese well, the shipped ones elsewhere."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from app.resources import resource

SHIPPED = "Noto Sans SC"
RARE = "HanaMinB"
"""Draws the rare characters of names that no other font has; always the last in the list."""
LEAST_POINTS = 10.5


def system_family(platform: str = sys.platform) -> str | None:
    """The Chinese interface font that every installation of this system has; None where there is none."""
    return {"win32": "Microsoft YaHei UI", "darwin": "PingFang SC"}.get(platform)


def set_application_font() -> None:
    """Load what is needed and set the font of the application."""
    system = system_family()
    offscreen = QGuiApplication.platformName() in {"offscreen", "minimal"}
    if system is None or offscreen or not QFontDatabase.hasFamily(system):
        load(SHIPPED)
        system = SHIPPED
    font = QFont(QGuiApplication.font())
    font.setFamilies([system, RARE])
    if font.pointSizeF() < LEAST_POINTS and sys.platform != "darwin":
        font.setPointSizeF(LEAST_POINTS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    QGuiApplication.setFont(font)


def load(family: str) -> None:
    """Make a shipped family known to Qt.

    Raises:
        FileNotFoundError: the file is not there: the installation is broken.
    """
    files = {
        SHIPPED: ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf"),
        RARE: ("HanaMinB.ttf",),
    }
    for name in files[family]:
        path = resource("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)
