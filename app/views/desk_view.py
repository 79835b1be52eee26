"""The desk: rail, search, pages and status line over an open store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.services.changes import Change
from app.views.icons import icon
from app.views.pages.page import Page
from app.views.rail import PageSpec, Rail
from app.views.search_box import Find, SearchBox
from app.views.shortcuts import ShortcutsDialog
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role

COUNT_MS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What an open store brings into the window.

    Attributes:
        pages: in the order of the rail.
        page_of: which page shows a kind of search hit.
        find: the search, called in the lane of the store.
        counts: how many records there are, by `subjects` and `sites`; called in the lane of the store.
        store_name: for the status line.
        close: closes the store; called once, after the last job.
    """

    pages: Sequence[PageSpec]
    find: Find
    counts: Callable[[], Mapping[str, int]]
    store_name: str
    close: Callable[[], object]
    page_of: Mapping[str, str] = field(default_factory=dict)


class DeskView(QWidget):
    """Everything that is shown while the store is open.

    Signals:
        lock_wanted: the lock button was pressed.
        page_shown: another page is in front (its name).
    """

    lock_wanted = Signal()
    page_shown = Signal(str)

    def __init__(self, desk: Desk, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._around = desk, around
        self._specs = {spec.name: spec for spec in desk.pages}
        self._made: dict[str, Page] = {}
        self._counts: Mapping[str, int] = {}
        self.rail = Rail(desk.pages, self)
        self.rail.chosen.connect(self.show_page)
        self.search = SearchBox(desk.find, around.store_jobs, self)
        self.search.chosen.connect(self._on_hit)
        self.stack = QStackedWidget(self)
        self._lay_out()
        around.navigation.page_wanted.connect(self._on_page_wanted)
        around.changes.changed.connect(self._on_changed)
        for number, spec in enumerate(desk.pages, 1):
            self._key(f"Ctrl+{number}", partial(self.show_page, spec.name))
        self._key("Ctrl+K", self._to_search)
        self._key("F1", self.show_shortcuts)
        self._key(QKeySequence(QKeySequence.StandardKey.Undo), self._undo)
        self._key(QKeySequence(QKeySequence.StandardKey.Redo), around.undo.redo)
        self._retranslate()
        # Counting a million records takes as long as listing them: what the first page asks for comes first, and a
        # row of changes is counted once.
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNT_MS)
        self._counting.timeout.connect(self._count)
        self._counting.start()

    @property
    def current(self) -> str:
        """The name of the page in front."""
        return next((name for name, page in self._made.items() if page is self.stack.currentWidget()), "")

    def page(self, name: str) -> Page:
        """A page, made at the first call."""
        if name not in self._made:
            made = self._specs[name].make()
            self._made[name] = made  # type: ignore[assignment]
            self.stack.addWidget(made)
        return self._made[name]

    def show_page(self, name: str, record_id: int | None = None) -> None:
        """Bring a page to the front; an unknown name (of an older version's settings) shows the first."""
        if name not in self._specs:
            name = next(iter(self._specs))
        page = self.page(name)
        self.stack.setCurrentWidget(page)
        self.rail.show_current(name)
        if record_id is not None:
            page.show_record(record_id)
        page.focus_first()
        self.page_shown.emit(name)

    def may_close(self) -> bool:
        """Whether every page can go."""
        return all(page.may_close() for page in self._made.values())

    def show_shortcuts(self) -> None:
        """The overview of keys."""
        dialog = ShortcutsDialog([spec.title() for spec in self._desk.pages], self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        top = QFrame(self)
        set_role(top, "bar")
        line = QHBoxLayout(top)
        line.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self.search.setMaximumWidth(640)
        line.addWidget(self.search, 1)
        line.addStretch(0)
        self.keys = self._tool("circle-question-mark", self.show_shortcuts)
        line.addWidget(self.keys)
        foot = QFrame(self)
        set_role(foot, "status")
        status = QHBoxLayout(foot)
        status.setContentsMargins(2 * GRID, 2, GRID, 2)
        status.setSpacing(2 * GRID)
        self.store_label = QLabel(foot)
        self.count_label = QLabel(foot)
        for label in (self.store_label, self.count_label):
            set_role(label, "source")
            status.addWidget(label)
        status.addStretch(1)
        self.lock = self._tool("lock", self.lock_wanted.emit)
        status.addWidget(self.lock)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(top)
        right.addWidget(self.stack, 1)
        right.addWidget(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(right, 1)

    def _tool(self, icon_name: str, pressed: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(18, 18))
        button.clicked.connect(lambda _checked: pressed())
        return button

    def _key(self, keys: str | QKeySequence, pressed: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(pressed)

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _undo(self) -> None:
        self._around.undo.undo()

    def _on_hit(self, kind: str, record_id: int) -> None:
        name = self._desk.page_of.get(kind)
        if name is not None:
            self.show_page(name, record_id)

    def _on_page_wanted(self, name: str, record_id: Any) -> None:
        self.show_page(name, record_id)

    def _on_changed(self, change: Change) -> None:
        if change.subjects or change.sites:
            self._counting.start()

    def _count(self) -> None:
        self._around.store_jobs.start(self, lambda _job: self._desk.counts(), done=self._show_counts, priority=-1)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        locale = self._around.languages.locale
        said = {name: locale.toString(number) for name, number in counts.items()}
        words = self.tr("{subjects} subjects · {sites} sites")
        self.count_label.setText(words.format(subjects=said.get("subjects", "0"), sites=said.get("sites", "0")))

    def _retranslate(self) -> None:
        self.rail.retranslate()
        self.search.retranslate()
        self.store_label.setText(self.tr("Store: {name}").format(name=self._desk.store_name))
        for button, words in (
            (self.keys, self.tr("Keyboard overview (F1)")),
            (self.lock, self.tr("Lock (Ctrl+L)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        if self._counts:
            self._show_counts(self._counts)


def close_dialogs() -> None:
    """Close every dialog of the application; those with half-made work keep it as a draft."""
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and widget.isWindow() and hasattr(widget, "reject"):
            put_away = getattr(widget, "put_away", widget.reject)
            put_away()
