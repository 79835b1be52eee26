"""What is always in sight of a case: its name, where it stands, what comes next, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.rules.case_states import CLOSED, moves
from app.services.cases import CaseWhole
from app.views.cases.case_work import CaseWork
from app.views.cases.papers_panel import lacking_words
from app.views.pages.case_words import STATE_TONES, CaseWords
from app.views.theme import GRID, set_role
from app.views.widgets.labels import StatusBadge, action_button, plain_label


class StateChoice(QComboBox):
    """Moves nothing by a wheel or an arrow in passing: only what is chosen from the open list counts."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:
            self.showPopup()


class CaseHead(QWidget):
    """The head of a case.

    Signals:
        move_wanted: the case is to go to another state (its id).
        reply_wanted, papers_wanted: the buttons.
    """

    move_wanted = Signal(str)
    reply_wanted = Signal()
    papers_wanted = Signal()

    def __init__(self, work: CaseWork, words: CaseWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "page")
        self._work, self._words = work, words
        self.title = plain_label("", "title", self)
        self.badge = StatusBadge(parent=self)
        self.procedure = plain_label("", "hint", self)
        self.next = plain_label("", "", self)
        self.lacking = plain_label("", "warning", self)
        self._move_name = QLabel(self)
        self.state = StateChoice(self)
        self.state.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.state.setMinimumContentsLength(8)
        self.state.activated.connect(lambda _index: self.move_wanted.emit(self.state.currentData()))
        self.reply = action_button("", self.reply_wanted.emit, self, icon_name="message-square")
        self.papers = action_button("", self.papers_wanted.emit, self, icon_name="stamp")
        standing = QHBoxLayout()
        standing.setSpacing(GRID)
        standing.addWidget(self.badge)
        standing.addWidget(self.procedure, 1)
        ways = QHBoxLayout()
        ways.setSpacing(GRID)
        ways.addWidget(self._move_name)
        ways.addWidget(self.state, 1)
        ways.addWidget(self.reply)
        ways.addWidget(self.papers)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        for piece in (self.title, standing, self.next, self.lacking, ways):
            if isinstance(piece, QWidget):
                column.addWidget(piece)
            else:
                column.addLayout(piece)

    def show_case(self, whole: CaseWhole, *, can_make_papers: bool) -> None:
        """Show where a case stands."""
        case = whole.case
        self.title.setText(case.title or case.number)
        self.badge.show_status(self._words.state(case.state), STATE_TONES.get(case.state, "muted"))
        self.procedure.setText(" · ".join(filter(None, (case.number, self._words.procedure(case.procedure)))))
        self.next.setText(self._next(whole))
        self.lacking.setText(lacking_words(len(whole.newer)))
        self.lacking.setVisible(bool(whole.newer) and case.state != CLOSED)
        self.state.clear()
        for state in (case.state, *moves(case.state)):
            self.state.addItem(self._words.state(state), state)
        self.papers.setVisible(can_make_papers)
        self.papers.setEnabled(case.state != CLOSED)

    def open_states(self) -> None:
        """Show the states that the case can go to."""
        self.state.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.state.showPopup()

    def retranslate(self) -> None:
        """Say every text in the language of the moment; the case itself is shown again by the caller."""
        self._move_name.setText(self.tr("Move to"))
        self.state.setAccessibleName(self.tr("State of the case"))
        self.state.setToolTip("Ctrl+M")
        self.reply.setText(self.tr("Reply…"))
        self.reply.setToolTip(self.tr("Reply to the customer, with what is missing") + "  (Ctrl+R)")
        self.papers.setText(self.tr("Papers…"))
        self.papers.setToolTip(self.tr("Make the papers of this case"))

    def _next(self, whole: CaseWhole) -> str:
        if whole.case.state == CLOSED:
            closed = whole.case.closed_at
            return self.tr("Closed {when}").format(when=self._work.day(closed.astimezone().date() if closed else None))
        first = next(iter(whole.open_items), None)
        if first is None:
            return self.tr("Everything on the list is done: the case can be closed.")
        return self.tr("Next: {line}").format(line=first.title)
