"""What the rules say of the case at hand, line by line, each with its source and date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.services.advice import AdviceLine
from app.views.theme import set_role
from app.views.widgets.labels import plain_label
from app.views.widgets.layouts import empty


class AdvicePanel(QFrame):
    """Shows advice; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 12)
        self._layout.setSpacing(8)
        self._shown: tuple[AdviceLine, ...] = ()
        self.hide()

    def show_lines(self, lines: Sequence[AdviceLine]) -> None:
        """Replace what is shown."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        empty(self._layout)
        for line in self._shown:
            self._layout.addWidget(self._label(line))
        self.setVisible(bool(self._shown))

    def texts(self) -> tuple[str, ...]:
        """The sentences shown, for tests and for copying."""
        return tuple(line.text for line in self._shown)

    def _label(self, line: AdviceLine) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        role = {"stop": "error", "warn": "warning"}.get(line.severity, "body")
        layout.addWidget(plain_label(f"{line.title}：{line.text}" if line.title else line.text, role, box))
        if line.source:
            origin = self.tr("Source: {source} ({date})").format(source=line.source, date=line.as_of)
            layout.addWidget(plain_label(origin, "source", box))
        return box
