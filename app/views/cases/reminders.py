"""Reminders: a strip over the queue, and a notice of the desktop where the system has one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSystemTrayIcon, QWidget

from app.services.reminders import Due, Reminders
from app.views.icons import icon
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.labels import action_button, plain_label

EVERY_MS = 60_000
SHORT = 10
"""Characters of a line that the strip has room for."""


class DesktopNotice(QObject):
    """Shows one notice when something became due that was not before; silent where the system has no place for it.

    Signals:
        clicked: the notice was clicked.
    """

    clicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: frozenset[tuple[str, int]] = frozenset()
        self._tray: QSystemTrayIcon | None = None

    def tell(self, due: Due, title: str, words: str, picture: QIcon) -> bool:
        """Say it unless nothing is new; says whether it is."""
        named = frozenset(
            [("late", row.id) for row in due.overdue]
            + [("today", row.id) for row in due.today]
            + [("clock", clock.item_id) for clock in due.clocks]
        )
        fresh = named - self._told
        self._told = named
        if not fresh:
            return False
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            if self._tray is None:
                self._tray = QSystemTrayIcon(picture, self)
                self._tray.messageClicked.connect(self.clicked)
            self._tray.show()
            self._tray.showMessage(title, words, picture)
        return True


class ReminderStrip(QFrame):
    """Names how much is due; takes no room while nothing is.

    Signals:
        view_wanted: show a view of the queue (its name).
        case_wanted: show a case (its id).
        told: something became due.
    """

    view_wanted = Signal(str)
    case_wanted = Signal(int)
    told = Signal()

    def __init__(
        self,
        around: Surroundings,
        reminders: Reminders,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(parent)
        set_role(self, "notice")
        self._around, self._reminders, self._now = around, reminders, now
        self._due: Due | None = None
        self.notice = DesktopNotice(self)
        self.notice.clicked.connect(self._on_clicked)
        self.words = plain_label("", "label", self)
        self.words.setWordWrap(False)
        self.clock = action_button("", self._show_clock, self, icon_name="clock", role="quiet")
        self.late = action_button("", lambda: self.view_wanted.emit("overdue"), self, role="quiet")
        self.today = action_button("", lambda: self.view_wanted.emit("due_today"), self, role="quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        line.setSpacing(GRID)
        line.addWidget(self.words)
        for button in (self.clock, self.late, self.today):
            line.addWidget(button)
        line.addStretch(1)
        self.hide()
        around.changes.changed.connect(self._on_changed)
        timer = QTimer(self)
        timer.setInterval(EVERY_MS)
        timer.timeout.connect(self.read)
        timer.start()
        self.read()

    def read(self) -> None:
        """Look again what is due."""
        now = self._now()
        self._around.store_jobs.start(self, lambda _job: self._reminders.due(now), done=self._show)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._due is not None:
            self._say(self._due)
        super().changeEvent(event)

    def _on_changed(self, change: object) -> None:
        if getattr(change, "cases", None):
            self.read()

    def _show(self, due: Due) -> None:
        self._due = due
        self._say(due)
        if due and self.notice.tell(due, self.tr("Beian Desk"), self._summary(due), icon("calendar-clock", "")):
            self.told.emit()

    def _say(self, due: Due) -> None:
        self.setVisible(bool(due))
        self.words.setText(self.tr("To look at:"))
        self.late.setText(self.tr("%n overdue", "", len(due.overdue)))
        self.late.setVisible(bool(due.overdue))
        self.today.setText(self.tr("%n due today", "", len(due.today)))
        self.today.setVisible(bool(due.today))
        if due.clocks:
            first = due.clocks[0]
            at = first.due_at.astimezone().strftime("%m-%d %H:%M")
            said = self.tr("{line} until {when}")
            short = first.title if len(first.title) <= SHORT else first.title[:SHORT] + "…"
            self.clock.setText(said.format(line=short, when=at))
            self.clock.setToolTip(f"{first.case_number}  {first.title}")
        self.clock.setVisible(bool(due.clocks))

    def _summary(self, due: Due) -> str:
        parts = [self.tr("%n overdue", "", len(due.overdue)), self.tr("%n due today", "", len(due.today))]
        return " · ".join(parts)

    def _show_clock(self) -> None:
        if self._due is not None and self._due.clocks:
            self.case_wanted.emit(self._due.clocks[0].case_id)

    def _on_clicked(self) -> None:
        if self._due is not None and (case_id := self._due.most_urgent) is not None:
            self.case_wanted.emit(case_id)
