"""What was done with a case, in sentences, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.case_history import CaseEvent
from app.views.cases.case_work import CaseWork
from app.views.cases.event_words import EventWords
from app.views.pages.case_words import CaseWords
from app.views.theme import GRID
from app.views.widgets.labels import action_button, plain_label
from app.views.widgets.layouts import empty

SHOWN = 40
"""Events at first; the rest on demand, for each is two labels."""


class HistoryPanel(QWidget):
    """Shows events; the newest ones at once."""

    def __init__(self, work: CaseWork, words: CaseWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._events: Sequence[CaseEvent] = ()
        self.words = EventWords(words, work.around.languages.messages)
        self.more = action_button("", lambda: self._show(len(self._events)), self, role="link")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._lines)
        column.addWidget(self.more)

    def show_events(self, events: Sequence[CaseEvent]) -> None:
        """Show these."""
        self._events = events
        self._show(SHOWN)

    def _show(self, most: int) -> None:
        empty(self._lines)
        for event in self._events[:most]:
            when = self.tr("{when} · {who}").format(when=self._work.moment(event.at), who=event.actor)
            who = plain_label(when, "source", self)
            who.setContentsMargins(0, 0, 0, GRID // 2)
            self._lines.addWidget(plain_label(self.words.line(event), "", self))
            self._lines.addWidget(who)
        self.more.setText(self.tr("%n earlier event(s)", "", len(self._events) - most))
        self.more.setVisible(len(self._events) > most)
