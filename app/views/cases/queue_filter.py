"""The row above the queue: free text, and behind a button province, procedure, state and owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from app.services.case_queries import CaseQuery
from app.views.icons import TOOL_WITH_WORDS, icon
from app.views.pages.case_words import CaseWords
from app.views.tables.filter_bar import TYPING_PAUSE_MS
from app.views.theme import GRID
from app.views.widgets.labels import action_button

Q = TypeVar("Q", bound=CaseQuery)
NOBODY = ""
"""The value of the choice "nobody's"."""


class QueueFilter(QWidget):
    """Says which cases of a view are shown.

    Signals:
        changed: the filters are others now; `apply` puts them into a query.
        left: Enter or Down in the text: the keyboard goes on to the table.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit(self)
        self.text.setClearButtonEnabled(True)
        self.text.installEventFilter(self)
        self.more = QToolButton(self)
        self.more.setCheckable(True)
        self.more.setIcon(icon("filter", "muted"))
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setIconSize(TOOL_WITH_WORDS)
        self.clear = action_button("", self.clear_all, self, role="quiet")
        self.clear.hide()
        self.count = QLabel(self)
        self.province, self.procedure, self.state, self.owner = (QComboBox(self) for _ in range(4))
        self._choices = QWidget(self)
        grid = QGridLayout(self._choices)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        for place, combo in enumerate(self._combos()):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
            combo.setMaxVisibleItems(36)
            combo.activated.connect(lambda _index: self._tell())
            grid.addWidget(combo, place // 2, place % 2)
        self._choices.hide()
        self._words: CaseWords | None = None
        self._filled = False
        self._owners: tuple[str, ...] = ()
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.text, 1)
        row.addWidget(self.more)
        row.addWidget(self.clear)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self._choices)
        self.more.toggled.connect(self._on_more)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.text.textChanged.connect(lambda _text: self._pause.start())

    def set_choices(self, words: CaseWords) -> None:
        """Offer provinces, procedures and states by their words; what was chosen stays chosen.

        Called again for another language. All procedures and provinces take a while to read, so they wait until the
        choices are looked at.
        """
        self._words = words
        self.text.setPlaceholderText(self.tr("Ticket, customer, number, matter, owner"))
        self.text.setAccessibleName(self.tr("Filter"))
        self.more.setText(self.tr("Filter"))
        self.more.setToolTip(self.tr("By province, procedure, state and owner"))
        self.clear.setText(self.tr("Clear"))
        self._filled = False
        self._fill()

    def _on_more(self, on: bool) -> None:
        self._fill()
        self._choices.setVisible(on)

    def _fill(self) -> None:
        words = self._words
        if words is None or self._filled or not self.more.isChecked():
            return
        self._filled = True
        for combo, name, head, values in (
            (self.province, self.tr("Province"), self.tr("All provinces"), words.provinces()),
            (self.procedure, self.tr("Procedure"), self.tr("All procedures"), words.procedures()),
            (self.state, self.tr("State"), self.tr("All states"), words.states()),
        ):
            combo.setAccessibleName(name)
            _offer(combo, head, values)
        self.owner.setAccessibleName(self.tr("Owner"))
        self.set_owners(self._owners)

    def set_owners(self, owners: Iterable[str]) -> None:
        """Offer these owners, and nobody's cases."""
        self._owners = tuple(each for each in owners if each)
        named = {NOBODY: self.tr("Nobody's"), **{each: each for each in self._owners}}
        _offer(self.owner, self.tr("All owners"), named)

    def apply(self, query: Q) -> Q:
        """The query with these filters."""
        return replace(
            query,
            text=self.text.text().strip() or None,
            province=self.province.currentData(),
            procedure=self.procedure.currentData(),
            state=self.state.currentData(),
            handled_by=self.owner.currentData(),
        )

    def is_filtering(self) -> bool:
        """Whether anything of the view is left out."""
        return bool(self.text.text().strip()) or any(combo.currentIndex() > 0 for combo in self._combos())

    def clear_all(self) -> None:
        """Show everything of the view again."""
        blocked = self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(blocked)
        for combo in self._combos():
            combo.setCurrentIndex(0)
        self._tell()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_text(self) -> None:
        """Put the cursor into the text, with what is there selected."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def _combos(self) -> tuple[QComboBox, ...]:
        return self.province, self.procedure, self.state, self.owner

    def _tell(self) -> None:
        self._pause.stop()
        self.clear.setVisible(self.is_filtering())
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape and self.text.text():
                self.text.clear()
                self._tell()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                if self._pause.isActive():
                    self._tell()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


def _offer(combo: QComboBox, head: str, values: Mapping[str, str]) -> None:
    chosen, had_choice = combo.currentData(), combo.currentIndex() > 0
    combo.blockSignals(True)
    combo.clear()
    combo.addItem(head, None)
    for value, word in values.items():
        combo.addItem(word, value)
    combo.setCurrentIndex(max(combo.findData(chosen), 0) if had_choice else 0)
    combo.blockSignals(False)
