"""Questions to the user behind a small interface, so that a test answers without a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from app.errors import UserError
from app.messages import Messages


class Prompts(Protocol):
    """What a view may ask. `parent` is the widget that asks; texts come translated."""

    def tell(self, parent: QWidget | None, title: str, text: str, *, detail: str = "") -> None:
        """Say something that must be read."""

    def show_error(self, parent: QWidget | None, error: UserError) -> None:
        """Say what was wrong, in the window's language."""

    def ask(self, parent: QWidget | None, title: str, text: str, *, yes: str = "", dangerous: bool = False) -> bool:
        """A question; `yes` is the verb on the button. A dangerous one has No as its default."""

    def ask_text(self, parent: QWidget | None, title: str, text: str, *, start: str = "", secret: bool = False) -> str:
        """A line of text; empty when the user gave up."""

    def open_file(self, parent: QWidget | None, title: str, patterns: str = "") -> Path | None:
        """An existing file."""

    def open_files(self, parent: QWidget | None, title: str, patterns: str = "") -> list[Path]:
        """Existing files, in the order of their names; none when the user gave up."""

    def save_file(self, parent: QWidget | None, title: str, name: str, patterns: str = "") -> Path | None:
        """Where to write a file; overwriting was agreed to."""

    def choose_folder(self, parent: QWidget | None, title: str, start: Path | None = None) -> Path | None:
        """A folder."""


class QtPrompts:
    """The prompts as dialogs."""

    def __init__(self, messages: Callable[[], Messages]) -> None:
        """`messages` gives the sentences in the window's language of the moment."""
        self._messages = messages
        self._folder = Path.home()

    def tell(self, parent: QWidget | None, title: str, text: str, *, detail: str = "") -> None:
        """Say something that must be read."""
        box = QMessageBox(QMessageBox.Icon.Information, title, text, QMessageBox.StandardButton.Ok, parent)
        if detail:
            box.setDetailedText(detail)
        box.exec()

    def show_error(self, parent: QWidget | None, error: UserError) -> None:
        """Say what was wrong, in the window's language."""
        title = QCoreApplication.translate("QtPrompts", "That did not work")
        text = self._messages().error(error)
        QMessageBox(QMessageBox.Icon.Warning, title, text, QMessageBox.StandardButton.Ok, parent).exec()

    def ask(self, parent: QWidget | None, title: str, text: str, *, yes: str = "", dangerous: bool = False) -> bool:
        """A question; `yes` is the verb on the button. A dangerous one has No as its default."""
        kind = QMessageBox.Icon.Warning if dangerous else QMessageBox.Icon.Question
        box = QMessageBox(kind, title, text, QMessageBox.StandardButton.NoButton, parent)
        go = box.addButton(yes or QCoreApplication.translate("QtPrompts", "Yes"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(stay if dangerous else go)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is go

    def ask_text(self, parent: QWidget | None, title: str, text: str, *, start: str = "", secret: bool = False) -> str:
        """A line of text; empty when the user gave up."""
        mode = QLineEdit.EchoMode.Password if secret else QLineEdit.EchoMode.Normal
        given, agreed = QInputDialog.getText(parent, title, text, mode, start)
        return given if agreed else ""

    def open_file(self, parent: QWidget | None, title: str, patterns: str = "") -> Path | None:
        """An existing file."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(self._folder), patterns)
        return self._kept(name)

    def open_files(self, parent: QWidget | None, title: str, patterns: str = "") -> list[Path]:
        """Existing files, in the order of their names; none when the user gave up."""
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(self._folder), patterns)
        return sorted(path for path in map(self._kept, names) if path is not None)

    def save_file(self, parent: QWidget | None, title: str, name: str, patterns: str = "") -> Path | None:
        """Where to write a file; overwriting was agreed to."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(self._folder / name), patterns)
        return self._kept(chosen)

    def choose_folder(self, parent: QWidget | None, title: str, start: Path | None = None) -> Path | None:
        """A folder."""
        name = QFileDialog.getExistingDirectory(parent, title, str(start or self._folder))
        return Path(name) if name else None

    def _kept(self, name: str) -> Path | None:
        if not name:
            return None
        self._folder = Path(name).parent
        return Path(name)
