"""Choosing a passphrase: typed twice, with a hint on its strength."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from app.views.theme import GRID, set_role

LEAST = 8
"""Characters of a passphrase; the store refuses less."""


def strength(passphrase: str) -> int:
    """0 too short, 1 weak, 2 fair, 3 good: by length and variety, for a hint and nothing more."""
    if len(passphrase) < LEAST:
        return 0
    kinds = sum(
        any(test(char) for char in passphrase)
        for test in (str.islower, str.isupper, str.isdigit, lambda char: not char.isalnum(), lambda char: char > "\x7f")
    )
    worth = len(passphrase) + 4 * (kinds - 1) + 2 * sum(char > "\x7f" for char in passphrase)
    if len(set(passphrase)) < 5:
        return 1
    return 1 if worth < 14 else 2 if worth < 20 else 3


class NewPassphrase(QWidget):
    """A passphrase typed twice, with a hint on its strength.

    Signals:
        edited: it may be good now, or no longer.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = QLineEdit(self)
        self.again = QLineEdit(self)
        self._names = (QLabel(self), QLabel(self))
        self._hint = QLabel(self)
        grid = QFormLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GRID)
        for name, field in zip(self._names, (self.first, self.again), strict=True):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textChanged.connect(self._on_edited)
            name.setBuddy(field)
            grid.addRow(name, field)
        grid.addRow("", self._hint)
        self.retranslate()

    @property
    def passphrase(self) -> str:
        """What was typed; empty unless both agree and it is long enough."""
        text = self.first.text()
        return text if len(text) >= LEAST and text == self.again.text() else ""

    def retranslate(self) -> None:
        """Name the fields and say the hint in the language of the moment."""
        self._names[0].setText(self.tr("Passphrase"))
        self._names[1].setText(self.tr("Once more"))
        self.first.setAccessibleName(self.tr("Passphrase"))
        self.again.setAccessibleName(self.tr("Passphrase once more"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_edited(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        text, again = self.first.text(), self.again.text()
        if again and not text.startswith(again):
            self._hint.setText(self.tr("The two do not agree."))
            set_role(self._hint, "error")
            return
        words = (
            self.tr("At least %n character(s).", "", LEAST),
            self.tr("Weak: a few words in a row are better than one."),
            self.tr("Fair."),
            self.tr("Good."),
        )
        grade = strength(text)
        self._hint.setText(words[grade])
        set_role(self._hint, ("hint", "warning", "hint", "good")[grade])
