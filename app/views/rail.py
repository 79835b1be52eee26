"""The rail at the left: one entry a page, icons with words, by mouse, Tab and arrow keys, and Ctrl with a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.views.icons import icon
from app.views.theme import GRID, set_role

WIDTH = 88


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the window.

    Attributes:
        name: for navigation and the settings (`subjects`).
        icon_name: a Lucide icon.
        title: the word on the rail, called late so that a change of language shows.
        make: builds the page; called at its first visit.
        at_foot: whether it stands at the foot of the rail.
    """

    name: str
    icon_name: str
    title: Callable[[], str]
    make: Callable[[], QWidget]
    at_foot: bool = False


class Rail(QFrame):
    """The entries.

    Signals:
        chosen: a page's name.
    """

    chosen = Signal(str)

    def __init__(self, specs: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "rail")
        self.setFixedWidth(WIDTH)
        self._specs = tuple(specs)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, 2 * GRID, GRID, 2 * GRID)
        layout.setSpacing(GRID // 2)
        for spec in (*(s for s in specs if not s.at_foot), None, *(s for s in specs if s.at_foot)):
            if spec is None:
                layout.addStretch(1)
                continue
            button = QToolButton(self)
            button.setCheckable(True)
            button.setIcon(icon(spec.icon_name, "rail"))
            button.setIconSize(QSize(24, 24))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked, name=spec.name: self.chosen.emit(name))
            set_role(button, "rail")
            layout.addWidget(button)
            self._group.addButton(button)
            self._buttons[spec.name] = button
        self.retranslate()

    def button(self, name: str) -> QToolButton:
        """The entry of a page."""
        return self._buttons[name]

    def show_current(self, name: str) -> None:
        """Mark the page that is open."""
        self._buttons[name].setChecked(True)

    def retranslate(self) -> None:
        """Name the entries in the language of the moment."""
        for number, spec in enumerate(self._specs, 1):
            button = self._buttons[spec.name]
            button.setText(spec.title())
            button.setToolTip(f"{spec.title()} (Ctrl+{number})")
            button.setAccessibleName(spec.title())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = self._group.buttons()
        focused = next((n for n, each in enumerate(buttons) if each.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
