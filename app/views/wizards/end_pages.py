"""Where the wizard ends: the online way that needs no paper, the review before Finish, and what was made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import Problem
from app.messages import Messages
from app.services.advice import AdviceLine, Summary
from app.views.theme import set_role
from app.views.widgets.labels import plain_label
from app.views.widgets.layouts import empty
from app.views.widgets.wrapping import WrappedButton
from app.views.wizards.advice_panel import AdvicePanel


class WayOutPage(QWidget):
    """No paper is needed: the steps to tell and a reply to send."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self.steps = AdvicePanel(self)
        layout.addWidget(self.steps)
        head = QHBoxLayout()
        label = QLabel(self.tr("Reply to the customer"), self)
        set_role(label, "label")
        head.addWidget(label)
        head.addStretch(1)
        self.copy = QPushButton(self.tr("Copy reply"), self)
        self.copy.clicked.connect(self._on_copy)
        head.addWidget(self.copy)
        layout.addLayout(head)
        self.reply = QPlainTextEdit(self)
        self.reply.setTabChangesFocus(True)
        self.reply.setMinimumHeight(260)
        self.reply.setAccessibleName(label.text())
        label.setBuddy(self.reply)
        layout.addWidget(self.reply)

    def show_way(self, lines: Sequence[AdviceLine], reply: str) -> None:
        """Show the online way and the reply, which may be edited before it is copied."""
        self.steps.show_lines(lines)
        if self.reply.toPlainText() != reply:
            self.reply.setPlainText(reply)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.reply.toPlainText())

    def focus_question(self, _path: str | None = None) -> bool:
        """Put the cursor on the button that is pressed next."""
        self.copy.setFocus()
        return True


class ReviewPage(QWidget):
    """Everything that was answered, what is still wrong, and what happens next.

    Signals:
        step_wanted: the user wants to mend an answer (the path of its problem).
    """

    step_wanted = Signal(str)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self._problems = QFrame(self)
        set_role(self._problems, "panel")
        self._problem_lines = QVBoxLayout(self._problems)
        self._problem_lines.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self._problems)
        self.next_steps = AdvicePanel(self)
        layout.addWidget(self.next_steps)
        self._summary = QGridLayout()
        self._summary.setColumnStretch(0, 2)
        self._summary.setColumnStretch(1, 3)
        self._summary.setHorizontalSpacing(16)
        self._summary.setVerticalSpacing(6)
        layout.addLayout(self._summary)
        layout.addStretch(1)

    def show_review(self, summary: Summary, lines: Sequence[AdviceLine], problems: Sequence[Problem]) -> None:
        """Show the answers, the advice for handing in, and every problem as a way back to its question."""
        empty(self._problem_lines)
        for problem in problems:
            button = WrappedButton(self._messages.problem(problem), self._problems)
            button.say_as("error")
            set_role(button, "link-error")
            button.clicked.connect(lambda _, path=problem.path: self.step_wanted.emit(path))
            self._problem_lines.addWidget(button)
        self._problems.setVisible(bool(problems))
        self.next_steps.show_lines(lines)
        empty(self._summary)
        for row, (path, value) in enumerate(summary):
            for column, said in enumerate((plain_label(self._messages.field(path), "hint"), plain_label(value))):
                said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self._summary.addWidget(said, row, column)

    def focus_question(self, path: str | None = None) -> bool:
        """Put the cursor on the first problem, where there is one."""
        item = self._problem_lines.itemAt(0)
        button = item.widget() if item else None
        if button is None:
            return False
        button.setFocus()
        return True


class DonePage(QWidget):
    """What was made, and the four things one does with it.

    Signals:
        print_wanted, save_wanted, folder_wanted, case_wanted: the button was pressed.
    """

    print_wanted = Signal()
    save_wanted = Signal()
    folder_wanted = Signal()
    case_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self.headline = QLabel(self)
        self.headline.setWordWrap(True)
        set_role(self.headline, "title")
        layout.addWidget(self.headline)
        self.deadline = AdvicePanel(self)
        layout.addWidget(self.deadline)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.print_button = self._button(self.tr("Print…"), self.print_wanted.emit, buttons)
        self.save_button = self._button(self.tr("Save as PDF…"), self.save_wanted.emit, buttons)
        self.folder_button = self._button(self.tr("Open folder"), self.folder_wanted.emit, buttons)
        self.folder_button.hide()
        self.case_button = self._button(self.tr("Open the case"), self.case_wanted.emit, buttons)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def show_result(self, case_number: str, pages: int, lines: Sequence[AdviceLine]) -> None:
        """Say what was made and when to look again."""
        text = self.tr("Case {number} was opened and its packet of %n page(s) is ready.", "", pages)
        self.headline.setText(text.format(number=case_number))
        self.deadline.show_lines(lines)

    def offer_folder(self) -> None:
        """A file was saved: its folder can be opened."""
        self.folder_button.show()

    def focus_question(self, _path: str | None = None) -> bool:
        """Put the cursor on Print."""
        self.print_button.setFocus()
        return True

    def _button(self, text: str, pressed: Callable[[], None], layout: QHBoxLayout) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda _: pressed())
        layout.addWidget(button)
        return button
