"""Small dialogs that several pieces of the page of cases ask with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import Invalid, UserError
from app.messages import Messages
from app.views.cases.kept_typing import KeptTyping
from app.views.theme import GRID
from app.views.widgets.labels import FieldError, plain_label

DATE_SHAPE = "yyyy-MM-dd"


def date_field(day: date, parent: QWidget) -> QDateEdit:
    """A field for a day, written the same in every language."""
    field = QDateEdit(QDate(day), parent)
    field.setDisplayFormat(DATE_SHAPE)
    field.setCalendarPopup(True)
    return field


def day_of(field: QDateEdit) -> date:
    """The day in a field."""
    held = field.date()
    return date(held.year(), held.month(), held.day())


class AskingDialog(QDialog):
    """A form with OK and Cancel that stays open while something is wrong, and says it where it is."""

    def __init__(self, title: str, go: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(480)
        self.errors: dict[str, tuple[FieldError, QWidget]] = {}
        self._line_typing: KeptTyping | None = None
        self._kept_lines: Mapping[str, QLineEdit] = {}
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(2 * GRID)
        self.form.setVerticalSpacing(GRID)
        self.wrong = FieldError(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.ok = self.buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setDefault(True)
        self.buttons.accepted.connect(self.try_it)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(self.form)
        layout.addWidget(self.wrong)
        layout.addWidget(self.buttons)

    def add_field(self, name: str, title: str, field: QWidget, hint: str = "") -> None:
        """A field with room for what is wrong with it."""
        error = FieldError(self)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(field)
        if hint:
            column.addWidget(plain_label(hint, "hint", self))
        column.addWidget(error)
        field.setAccessibleName(title)
        self.form.addRow(title, column)
        self.errors[name] = (error, field)

    def show_error(self, error: UserError, messages: Messages) -> None:
        """Say what was wrong: at its field where it has one here, else above the buttons."""
        self.clear_errors()
        problems = error.problems if isinstance(error, Invalid) else ()
        rest = [] if problems else [messages.error(error)]
        for problem in problems:
            if problem.path in self.errors:
                label, field = self.errors[problem.path]
                label.show_problem(messages.text(problem.code, problem.facts), field)
            else:
                rest.append(messages.problem(problem))
        self.wrong.show_problem("\n".join(rest))
        self.setEnabled(True)

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        self.wrong.show_problem("")
        for label, field in self.errors.values():
            label.show_problem("", field)

    def try_it(self) -> None:
        """What OK does; by default the dialog closes."""
        self.accept()

    def keep_lines(self, typing: KeptTyping, **lines: QLineEdit) -> None:
        """What is typed into these lines is there again after locking or a crash; OK and Cancel settle it."""
        self._line_typing, self._kept_lines = typing, lines
        typing.look(self._restore_lines)
        for line in lines.values():
            line.textEdited.connect(self._keep_lines)

    def put_away(self) -> None:
        """The desk is locked: what was typed is kept."""
        if self._line_typing is not None:
            self._line_typing.keep_now()
            self._line_typing = None
        self.reject()

    def done(self, result: int) -> None:
        """However it is left."""
        if self._line_typing is not None:
            self._line_typing.settle()
        super().done(result)

    def _keep_lines(self) -> None:
        if self._line_typing is not None:
            self._line_typing.keep({name: line.text() for name, line in self._kept_lines.items()})

    def _restore_lines(self, kept: Mapping[str, Any]) -> None:
        for name, line in self._kept_lines.items():
            if not line.isModified():  # whoever types already was quicker than the store
                line.setText(str(kept.get(name, line.text())))


class SendDialog(AskingDialog):
    """When and how a paper went out."""

    def __init__(self, title: str, today: date, carriers: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(title, "", parent)
        self.ok.setText(self.tr("Mark as sent"))
        self.day = date_field(today, self)
        self.carrier = QComboBox(self)
        self.carrier_line = QLineEdit(self)
        self.carrier.setEditable(True)
        self.carrier.addItems(list(carriers))
        self.carrier.setLineEdit(self.carrier_line)
        self.tracking = QLineEdit(self)
        self.add_field("sent_on", self.tr("Day"), self.day, self.tr("The deadline is counted from this day."))
        self.add_field("carrier", self.tr("Carrier"), self.carrier)
        self.add_field("tracking_number", self.tr("Tracking number"), self.tracking)


class MoveDayDialog(AskingDialog):
    """Another day for a deadline, and why."""

    def __init__(self, day: date, parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Move the deadline"))
        self.ok.setText(self.tr("Move"))
        self.day = date_field(day, self)
        self.reason = QLineEdit(self)
        self.add_field("due_on", self.tr("New day"), self.day)
        self.add_field("reason", self.tr("Reason"), self.reason, self.tr("It stays with the arithmetic."))
