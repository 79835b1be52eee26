"""Cards under headings: an outcome as word and dot, what was found, what it stands on, where that comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.rules.hollow import Cited
from app.rules.packs import as_of_zh, source_zh
from app.views.theme import GRID, set_role
from app.views.widgets.labels import StatusBadge, heading, plain_label
from app.views.widgets.layouts import empty


@dataclass(frozen=True, slots=True)
class Card:
    """One finding or sentence.

    Attributes:
        text: what it says.
        title: a name over it.
        word, tone: its outcome.
        lines: lesser lines below, such as evidence.
        origin: where the sentence comes from.
    """

    text: str
    title: str = ""
    word: str = ""
    tone: str = "muted"
    lines: tuple[str, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class CardSection:
    """Cards under a heading."""

    title: str
    cards: tuple[Card, ...]


def cited_card(each: Cited) -> Card:
    """A sentence of the rules with its source and its standing beside other sources."""
    marks = (
        (each.superseded, QCoreApplication.translate("CheckWords", "superseded by a newer source"), "muted"),
        (each.contradiction, QCoreApplication.translate("CheckWords", "sources disagree"), "warn"),
        (each.other_provider, QCoreApplication.translate("CheckWords", "another provider's rule"), "muted"),
        (each.open_question, QCoreApplication.translate("CheckWords", "open question"), "warn"),
        (each.newest, QCoreApplication.translate("CheckWords", "newest source"), "info"),
    )
    word, tone = next(((word, tone) for holds, word, tone in marks if holds), ("", "muted"))
    return Card(each.text_zh, word=word, tone=tone, origin=origin_of(each.source, each.as_of))


def origin_of(source: str, as_of: str) -> str:
    """Source and date in one line."""
    return " · ".join(filter(None, (as_of_zh(as_of), source_zh(source))))


class CardList(QScrollArea):
    """Shows sections; those without cards are left out. `top` holds what stands above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sections: tuple[CardSection, ...] = ()
        self._inside = QWidget(self)
        set_role(self._inside, "page")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 3 * GRID)
        column.setSpacing(GRID)
        self.top = QVBoxLayout()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GRID)
        column.addLayout(self.top)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.setWidget(self._inside)

    def show_sections(self, sections: Iterable[CardSection]) -> None:
        """Show these, from the top."""
        self.sections = tuple(each for each in sections if each.cards)
        empty(self._cards)
        for section in self.sections:
            title = heading(section.title, self._inside)
            title.setContentsMargins(0, 2 * GRID, 0, 0)
            self._cards.addWidget(title)
            for card in section.cards:
                self._cards.addWidget(self._card(card))
        self.verticalScrollBar().setValue(0)

    def words(self) -> str:
        """Everything that stands there, for a copy."""
        lines: list[str] = []
        for section in self.sections:
            lines.append(section.title)
            for card in section.cards:
                lines += filter(None, (card.title, card.word, card.text, *card.lines, card.origin))
        return "\n".join(lines)

    def _card(self, card: Card) -> QFrame:
        frame = QFrame(self._inside)
        set_role(frame, "row")
        lines = QVBoxLayout(frame)
        lines.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        lines.setSpacing(GRID // 2)
        if card.title or card.word:
            head = QHBoxLayout()
            head.setSpacing(GRID)
            head.addWidget(plain_label(card.title, "label", frame), 1)
            if card.word:
                badge = StatusBadge(card.word, card.tone, frame)
                at = Qt.AlignmentFlag.AlignTop
                head.addWidget(badge, 0, at) if card.title else head.insertWidget(0, badge, 0, at)
            lines.addLayout(head)
        lines.addWidget(plain_label(card.text, "", frame))
        for line in card.lines:
            lines.addWidget(plain_label(line, "hint", frame))
        if card.origin:
            lines.addWidget(plain_label(card.origin, "source", frame))
        return frame
