"""The reference lists that checks compare with: each with its source, date, size and age."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.checks.reference_lists import RANGES, REGISTRARS, REGISTRIES, SUFFIXES, ListRow, ReferenceLists
from app.views.checks.list_card import ListCard
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.labels import plain_label

WIDTH = 760


class ListsTab(QWidget):
    """A card for each list.

    Signals:
        read: the lists as they are now (`ListRow` each).
    """

    read = Signal(object)

    def __init__(
        self, lists: ReferenceLists, around: Surroundings, parent: QWidget | None = None, *,
        today: Callable[[], date] = date.today
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._lists, self._around, self._today = lists, around, today
        inside = QWidget(self)
        set_role(inside, "page")
        self.lead = plain_label("", "", inside)
        kinds = (RANGES, REGISTRARS, SUFFIXES, REGISTRIES)
        self.cards = {kind: ListCard(kind, lists, around, inside, today=today) for kind in kinds}
        column = QVBoxLayout()
        column.setSpacing(2 * GRID)
        column.addWidget(self.lead)
        for card in self.cards.values():
            card.changed.connect(self.refresh)
            card.asking.connect(partial(self._show_asked, card))
            column.addWidget(card)
        column.addStretch(1)
        middle = QWidget(inside)
        middle.setMaximumWidth(WIDTH)
        middle.setLayout(column)
        layout = QHBoxLayout(inside)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID)
        layout.addWidget(middle, 1)
        layout.addStretch(0)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.setFocusProxy(self.cards[RANGES].load)
        self.retranslate()
        self.refresh()

    def retranslate(self) -> None:
        """Show everything in the language now set."""
        self.lead.setText(
            self.tr(
                "Checks compare with these. A list without a source and a date proves nothing and is not taken; lists that "
                "you bring are kept in the store for every desk."
            )
        )
        for card in self.cards.values():
            card.retranslate()

    def refresh(self) -> None:
        """Read the lists again."""
        lists, today = self._lists, self._today()
        self._around.store_jobs.start(self, lambda _job: lists.rows(today), done=self._show)

    def _show_asked(self, card: ListCard) -> None:
        # The fields have their place only once the page is laid out anew.
        QTimer.singleShot(0, card, lambda: self._scroll.ensureWidgetVisible(card.ask))

    def _show(self, rows: Sequence[ListRow]) -> None:
        for row in rows:
            self.cards[row.kind].show_row(row)
        self.read.emit(rows)
