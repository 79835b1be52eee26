"""What can be done with several chosen cases at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from app.models.case import CaseRow
from app.rules.case_states import CLOSED, case_states
from app.views.cases.case_work import CaseWork
from app.views.pages.case_words import CaseWords
from app.views.theme import GRID, set_role
from app.views.widgets.labels import action_button, plain_label


class BulkBar(QFrame):
    """Shown while more than one case is chosen.

    Signals:
        over: the choice is to be given up.
    """

    over = Signal()

    def __init__(
        self,
        work: CaseWork,
        words: CaseWords,
        chosen: Callable[[], Sequence[int]],
        parent: QWidget | None = None,
    ) -> None:
        """`chosen` gives the ids of the chosen cases."""
        super().__init__(parent)
        set_role(self, "notice")
        self._work, self._words, self._chosen = work, words, chosen
        self.count = plain_label("", "label", self)
        self.count.setWordWrap(False)
        self.state = QPushButton(self)
        self.menu = QMenu(self)
        self.state.setMenu(self.menu)
        self.owner = action_button("", self.ask_owner, self, icon_name="user")
        self.give_up = action_button("", self.over.emit, self, role="quiet")
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        line.setSpacing(GRID)
        line.addWidget(self.count)
        line.addWidget(self.state)
        line.addWidget(self.owner)
        line.addStretch(1)
        line.addWidget(self.give_up, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are chosen; one alone needs no bar."""
        self.count.setText(self.tr("%n chosen", "", count))
        self.setVisible(count > 1)

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.state.setText(self.tr("Move to"))
        self.owner.setText(self.tr("Hand over…"))
        self.give_up.setText(self.tr("Choose one only"))
        self.menu.clear()
        for state in case_states():
            self.menu.addAction(self._words.state(state), partial(self.move_to, state))

    def move_to(self, state: str) -> None:
        """Move every chosen case; closing asks for one reason for all."""
        reason = ""
        if state == CLOSED:
            title, words = self.tr("Close the cases"), self.tr("Why close them? The reason stands in each case.")
            reason = self._work.around.prompts.ask_text(self, title, words)
            if not reason.strip():
                return
        count, word = len(self._chosen()), self._words.state(state)
        said = self.tr("%n case(s) moved to {state}", "", count).format(state=word)
        self._run(lambda rows: self._work.services.cases.set_states(rows, state, reason=reason), said)

    def ask_owner(self) -> None:
        """Hand every chosen case to somebody."""
        cases = self._work.services.cases
        name = self._work.around.prompts.ask_text(
            self, self.tr("Hand over"), self.tr("Who takes these cases?"), start=cases.actor
        )
        if name.strip():
            said = self.tr("%n case(s) handed to {name}", "", len(self._chosen())).format(name=name.strip())
            self._run(lambda rows: cases.set_owner(rows, name), said)

    def _run(self, work: Callable[[Sequence[CaseRow]], object], said: str) -> None:
        ids = list(self._chosen())
        cases = self._work.services.cases
        self._work.run(self, lambda: work(cases.rows(ids)), said=said)
