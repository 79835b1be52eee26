"""Statements with their source and date under each: nothing is shown without saying where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.rules.packs import as_of_zh, source_zh
from app.views.theme import GRID, set_role
from app.views.widgets.labels import StatusBadge, heading, plain_label
from app.views.widgets.layouts import empty


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact, in the words of the paper (Chinese), with where and when it was read.

    `tone` is `bad` for what stops a filing, `warn` for what to mind, `doubtful` for what is not to be relied on.
    """

    text: str
    source: str = ""
    confidence: str = ""
    as_of: str = ""
    note: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under a heading."""

    title: str
    statements: tuple[Statement, ...]


class FactList(QScrollArea):
    """Shows sections; those without statements are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sections: tuple[Section, ...] = ()
        self._inside = QWidget(self)
        set_role(self._inside, "page")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 3 * GRID)
        self._column.setSpacing(GRID)
        self.setWidget(self._inside)

    def show_sections(self, sections: Iterable[Section]) -> None:
        """Show these, from the top."""
        self._sections = tuple(each for each in sections if each.statements)
        empty(self._column)
        for number, section in enumerate(self._sections):
            title = heading(section.title, self._inside)
            title.setContentsMargins(0, 2 * GRID if number else 0, 0, 0)
            self._column.addWidget(title)
            for statement in section.statements:
                self._column.addWidget(self._line(statement))
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._sections:
            self.show_sections(self._sections)
        super().changeEvent(event)

    def _line(self, said: Statement) -> QFrame:
        card = QFrame(self._inside)
        set_role(card, "row")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        lines.setSpacing(GRID // 2)
        if said.tone in ("bad", "warn"):
            words = self.tr("Stops") if said.tone == "bad" else self.tr("Take note")
            lines.addWidget(StatusBadge(words, said.tone, card))
        elif said.tone == "doubtful":
            lines.addWidget(StatusBadge(self.tr("Doubtful: never printed"), "muted", card))
        lines.addWidget(plain_label(said.text, "", card))
        if said.note:
            lines.addWidget(plain_label(said.note, "hint", card))
        # The data names sources in full and in English; a reader gets the short name that paper has, too.
        when, where = as_of_zh(said.as_of), source_zh(said.source)
        origin = " · ".join(filter(None, (self.trust(said.confidence), when, where)))
        if origin:
            lines.addWidget(plain_label(origin, "source", card))
        return card

    def trust(self, confidence: str) -> str:
        """How far a source is trusted, in the language of the window."""
        words = {
            "official": self.tr("Official"),
            "provider-doc": self.tr("A provider's documentation"),
            "third-party": self.tr("Third party"),
            "unknown": self.tr("Origin unclear"),
            "ours": self.tr("Our own conclusion"),
        }
        return words.get(confidence, confidence)
