"""The row above a table of results: how many ended how, each a button that shows only those."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from app.views.checks.words import OUTCOMES
from app.views.tables.words import number
from app.views.theme import GRID

ALL = "all"
CHANGED = "changed"


class OutcomeBar(QWidget):
    """One of the buttons is down.

    Signals:
        chosen: `all`, an outcome, or `changed`.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Mapping[str, str] = {}
        self._counts: Mapping[str, int] = {}
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for key in (ALL, *OUTCOMES, CHANGED):
            button = QPushButton(self)
            button.setCheckable(True)
            button.setProperty("role", "outcome")
            button.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            layout.addWidget(button)
        layout.addStretch(1)
        self._buttons[ALL].setChecked(True)
        self._buttons[CHANGED].hide()

    @property
    def current(self) -> str:
        """What is shown."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def button(self, key: str) -> QPushButton:
        """One of the buttons."""
        return self._buttons[key]

    def counted(self, key: str) -> int:
        """How many there are of one kind."""
        return self._counts.get(key, 0)

    def choose(self, key: str) -> None:
        """Show these, without saying so."""
        self._buttons[key].setChecked(True)

    def name(self, words: Mapping[str, str]) -> None:
        """The words on the buttons, in the language now set."""
        self._words = words
        self._say()

    def show_counts(self, counts: Mapping[str, int], changed: int | None) -> None:
        """How many there are of each; `changed` None where the run repeats no other."""
        self._counts = {**counts, ALL: sum(counts.values()), CHANGED: changed or 0}
        self._buttons[CHANGED].setVisible(changed is not None)
        self._say()

    def _say(self) -> None:
        for key, button in self._buttons.items():
            count = self._counts.get(key, 0)
            button.setText(f"{self._words.get(key, '')}  {number(count)}")
            button.setEnabled(count > 0 or key == ALL or button.isChecked())
