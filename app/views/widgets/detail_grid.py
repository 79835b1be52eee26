"""A record's values as names and values, with copy buttons, and personal numbers masked until asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from app.views.clipboard import Clipboard
from app.views.icons import icon
from app.views.theme import GRID, set_role
from app.views.widgets.labels import plain_label

HALF_GRID = GRID // 2


@dataclass(frozen=True, slots=True)
class Detail:
    """One line.

    Attributes:
        field: its name for `reveal_wanted`.
        name: as the user reads it.
        value: shown; of a `secret` the masked form.
        secret: `value` is masked, and the whole is had from the caller by `reveal_wanted`.
        copies: whether a copy button makes sense.
    """

    field: str
    name: str
    value: str
    secret: bool = False
    copies: bool = True


class DetailGrid(QWidget):
    """Shows details; knows no whole number until it is given one.

    Signals:
        reveal_wanted: the user asked to see a secret (its field). The caller reads it (which is audited) and answers
            with `reveal`.
        copy_wanted: the user asked to copy a secret (its field) that is masked; answered with `Clipboard.copy_secret`.
    """

    reveal_wanted = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, clipboard: Clipboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._lines: dict[str, _Line] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(1, 1)

    def show_details(self, details: Iterable[Detail]) -> None:
        """Show these lines; lines without a value are left out."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines.clear()
        for number, detail in enumerate(each for each in details if each.value):
            name = QLabel(detail.name, self)
            name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            name.setContentsMargins(0, HALF_GRID, 0, HALF_GRID)
            set_role(name, "hint")
            line = _Line(detail, self)
            self._grid.addWidget(name, number, 0)
            self._grid.addWidget(line, number, 1)
            self._lines[detail.field] = line

    def reveal(self, field: str, whole: str) -> None:
        """Show a secret in full until it is hidden again."""
        if (line := self._lines.get(field)) is not None:
            line.reveal(whole)

    def hide_secrets(self) -> None:
        """Mask everything again."""
        for line in self._lines.values():
            line.hide_again()

    def shown(self, field: str) -> str:
        """What stands at a field now."""
        return self._lines[field].value.text()

    def copy(self, field: str) -> None:
        """Copy a value as its button does."""
        line = self._lines[field]
        if not line.detail.secret:
            self._clipboard.copy(line.detail.value)
        elif line.revealed:
            self._clipboard.copy_secret(line.value.text())
        else:
            self.copy_wanted.emit(field)


class _Line(QWidget):
    def __init__(self, detail: Detail, grid: DetailGrid) -> None:
        super().__init__(grid)
        self.detail = detail
        self.revealed = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        self.value = plain_label(detail.value, parent=self)
        self.value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        # Top as the name beside it: a wrapped value is given more height than it needs, and would hang in its middle.
        self.value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.value.setContentsMargins(0, HALF_GRID, 0, HALF_GRID)
        layout.addWidget(self.value, 1)
        self._eye = self._button("eye", layout) if detail.secret else None
        self._copy = self._button("copy", layout) if detail.copies else None
        if self._eye is not None:
            self._eye.clicked.connect(lambda: self._on_eye(grid))
        if self._copy is not None:
            self._copy.clicked.connect(lambda: grid.copy(detail.field))
        self._name_buttons()

    def reveal(self, whole: str) -> None:
        self.value.setText(whole)
        self.revealed = True
        self._name_buttons()

    def hide_again(self) -> None:
        if self.revealed:
            self.value.setText(self.detail.value)
            self.revealed = False
            self._name_buttons()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_buttons()
        super().changeEvent(event)

    def _button(self, icon_name: str, layout: QHBoxLayout) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name, "muted"))
        button.setIconSize(QSize(16, 16))
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    def _on_eye(self, grid: DetailGrid) -> None:
        if self.revealed:
            self.hide_again()
        else:
            grid.reveal_wanted.emit(self.detail.field)

    def _name_buttons(self) -> None:
        if self._eye is not None:
            self._eye.setIcon(icon("eye-off" if self.revealed else "eye", "muted"))
            words = self.tr("Hide {name}") if self.revealed else self.tr("Show {name}")
            _name(self._eye, words.format(name=self.detail.name))
        if self._copy is not None:
            _name(self._copy, self.tr("Copy {name}").format(name=self.detail.name))


def _name(button: QToolButton, words: str) -> None:
    button.setToolTip(words)
    button.setAccessibleName(words)
