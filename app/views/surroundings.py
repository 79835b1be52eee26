"""What every page of the window shares; the services it works with come in besides, each by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.settings import SettingsFile
from app.views.changes import ChangeBus
from app.views.clipboard import Clipboard
from app.views.jobs import Jobs
from app.views.languages import Languages
from app.views.prompts import Prompts
from app.views.undo_history import UndoHistory


class Navigation(QObject):
    """Ways from one page to another.

    Signals:
        page_wanted: a page's name and a record id (or None) to show there.
    """

    page_wanted = Signal(str, object)

    def go(self, page: str, record_id: int | None = None) -> None:
        """Show a page, and on it a record."""
        self.page_wanted.emit(page, record_id)


class Notices(QObject):
    """Says something that needs no answer; the window shows it.

    Signals:
        said: the line, what takes the work back (or None), and the words on that button.
    """

    said = Signal(str, object, str)

    def __call__(self, text: str, *, undo: Callable[[], object] | None = None, undo_text: str = "") -> None:
        """Show a line for some seconds; with `undo`, a button that takes the work back."""
        self.said.emit(text, undo, undo_text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The parts of the window that pages use.

    Attributes:
        store_jobs: the one-thread lane of work that touches the store.
        free_jobs: the lane of work that does not (drawing pages, reading files).
        prompts: questions and file dialogs.
        changes: where results of commands go out, and where views hear of them.
        navigation: to other pages.
        languages: `languages.messages()` for error codes, `languages.locale` for dates and numbers.
        settings: of this computer.
        clipboard: copies, and forgets personal numbers after a while.
        undo: what was done and can be taken back (Ctrl+Z, Ctrl+Shift+Z).
        notify: a short notice with an optional Undo.
    """

    store_jobs: Jobs
    free_jobs: Jobs
    prompts: Prompts
    changes: ChangeBus
    navigation: Navigation
    languages: Languages
    settings: SettingsFile
    clipboard: Clipboard
    undo: UndoHistory
    notify: Notices
