"""A line of a list as a card: a box to tick, words below each other, badges, and a button for everything else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.views.icons import icon
from app.views.theme import GRID, set_role
from app.views.widgets.labels import plain_label

TOP = Qt.AlignmentFlag.AlignTop


class LineCard(QFrame):
    """Box, first line of the words, badges and button stand in one line, however many lines follow."""

    def __init__(self, title: str, parent: QWidget, *, role: str = "body", more: str, more_of: str) -> None:
        """`role` is how the title looks, `more` the button's tip and `more_of` its name for who cannot see it."""
        super().__init__(parent)
        set_role(self, "row")
        self.more = QToolButton(self)
        self.more.setIcon(icon("ellipsis", "muted"))
        self.more.setToolTip(more)
        self.more.setAccessibleName(more_of)
        self.more.ensurePolished()
        self._head = self.more.sizeHint().height()
        self.box = QCheckBox(self)
        self.box.setAccessibleName(title)
        # Without words a box is no higher than its frame, and is drawn a pixel lower.
        self.box.setMinimumHeight(self._head)
        first = plain_label(title, role, self)
        first.ensurePolished()
        over = max((self._head - first.fontMetrics().height()) // 2, 0)
        self._words = QVBoxLayout()
        self._words.setContentsMargins(0, over, 0, over)
        self._words.setSpacing(2)
        self._words.addWidget(first)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(GRID + GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        self._line.setSpacing(GRID)
        self._line.addWidget(self.box, 0, TOP)
        self._line.addLayout(self._words, 1)
        self._line.addWidget(self.more, 0, TOP)

    def add_words(self, words: str, role: str) -> None:
        """A further line below the title."""
        self._words.addWidget(plain_label(words, role, self))

    def add_badge(self, badge: QWidget) -> None:
        """Something small before the button, level with the title."""
        badge.ensurePolished()
        held = QVBoxLayout()
        held.setContentsMargins(0, max((self._head - badge.sizeHint().height()) // 2, 0), 0, 0)
        held.addWidget(badge, 0, TOP)
        self._line.insertLayout(self._line.count() - 1, held)
