"""The common shape of pages with a list at the left and the chosen thing at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.views.pages.page import Page
from app.views.theme import GRID
from app.views.widgets.choice_list import ChoiceList
from app.views.widgets.labels import StatusBadge, plain_label

LIST_WIDTH = 320


class ListPage(Page):
    """List left; right a head (name, status, a line below) over whatever the subclass puts into `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = ChoiceList(self)
        self.name = plain_label("", "title", self)
        self.status = StatusBadge(parent=self)
        self.below = plain_label("", "hint", self)
        right = QWidget(self)
        self.body = QVBoxLayout(right)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        head.setSpacing(GRID // 2)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self.name, 1)
        line.addWidget(self.status, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(line)
        head.addWidget(self.below)
        self.body.addLayout(head)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.choices)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([LIST_WIDTH, 800])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def focus_first(self) -> None:
        """The cursor begins in the list."""
        self.choices.list.setFocus()
