"""Colours, spacing and roles: Fusion with one accent, light and dark, on an 8-pixel grid.

Nothing here is kept in a global: which colours hold is read from the application's palette, so whoever paints asks
`colors()` and is right after every change of theme.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app.resources import resource
from app.views.stylesheet import stylesheet

GRID = 8
"""Every gap is a multiple of this, or half of it inside a control."""

Choice = Literal["system", "light", "dark"]


@dataclass(frozen=True, slots=True)
class Colors:
    """One set of colours, as `#rrggbb`.

    Attributes:
        window: behind everything. surface: fields, tables, cards. raised: rail, headers, hovered things.
        line: hairlines and borders. text, muted: words and lesser words.
        accent, on_accent: the one accent and words on it. tint: the accent as a quiet background.
        good, warn, bad, info: status words; each is readable on `surface` (4.5:1).
    """

    window: str
    surface: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    tint: str
    good: str
    warn: str
    bad: str
    info: str


LIGHT = Colors(
    window="#f5f6f8", surface="#ffffff", raised="#ebedf1", line="#d3d7df", text="#1b2130", muted="#596276",
    accent="#1f5fbf", on_accent="#ffffff", tint="#e2ecfb", good="#1b7438", warn="#925400", bad="#b3261e", info="#1f5fbf",
)  # fmt: skip
DARK = Colors(
    window="#15181e", surface="#1d2129", raised="#272c36", line="#3a414e", text="#e4e8f0", muted="#9aa4b6",
    accent="#7fb0ff", on_accent="#0c1420", tint="#233550", good="#6fcf8e", warn="#eab464", bad="#ff9088", info="#7fb0ff",
)  # fmt: skip


def is_dark() -> bool:
    """Whether the dark colours hold now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colors() -> Colors:
    """The colours that hold now."""
    return DARK if is_dark() else LIGHT


def tone_color(tone: str) -> QColor:
    """The colour of a status: `good`, `warn`, `bad`, `info`, or `muted` for everything else."""
    held = colors()
    return QColor({"good": held.good, "warn": held.warn, "bad": held.bad, "info": held.info}.get(tone, held.muted))


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget its part in the look (see `stylesheet`): `title`, `heading`, `label`, `hint`, `error`, `primary` …"""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


class Theme(QObject):
    """Keeps the application's look in step with the setting and the system.

    Signals:
        changed: other colours hold now.
    """

    changed = Signal()

    def __init__(self, application: QApplication, choice: Choice = "system") -> None:
        super().__init__(application)
        self._application = application
        self._choice: Choice = choice
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    def choose(self, choice: Choice) -> None:
        """Light, dark, or as the system has it."""
        if choice != self._choice:
            self._choice = choice
            self._apply()

    def _on_system_changed(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        scheme = self._application.styleHints().colorScheme()
        dark = self._choice == "dark" or (self._choice == "system" and scheme == Qt.ColorScheme.Dark)
        held = DARK if dark else LIGHT
        self._application.setPalette(palette_of(held))
        shade = "dark" if dark else "light"
        arrow, check = (
            resource("icons", "fixed", f"{name}-{shade}.svg").as_posix() for name in ("chevron-down", "check")
        )
        self._application.setStyleSheet(stylesheet(asdict(held), arrow=arrow, check=check))
        self.changed.emit()


def palette_of(held: Colors) -> QPalette:
    """The palette Fusion paints with."""
    palette = QPalette()
    role = QPalette.ColorRole
    roles = {
        role.Window: held.window,
        role.WindowText: held.text,
        role.Base: held.surface,
        role.AlternateBase: _mixed(held.surface, held.window, 0.6),
        role.Text: held.text,
        role.PlaceholderText: held.muted,
        role.Button: held.surface,
        role.ButtonText: held.text,
        role.BrightText: held.bad,
        role.ToolTipBase: held.raised,
        role.ToolTipText: held.text,
        role.Highlight: held.accent,
        role.HighlightedText: held.on_accent,
        role.Accent: held.accent,
        role.Link: held.accent,
        role.LinkVisited: held.accent,
        role.Light: held.surface,
        role.Midlight: held.raised,
        role.Mid: held.line,
        role.Dark: held.line,
        role.Shadow: held.line,
    }
    for each, color in roles.items():
        palette.setColor(each, QColor(color))
    faded = QColor(_mixed(held.muted, held.window, 0.45))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, faded)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(held.line))
    return palette


def _mixed(first: str, second: str, share: float) -> str:
    """A colour between two; `share` of the second."""
    one, two = QColor(first), QColor(second)
    parts = (
        round(a + (b - a) * share)
        for a, b in ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    )
    return QColor(*parts).name()
