"""A column of questions: label, help, editor, the pen, and what is wrong, each where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from app.errors import Problem
from app.messages import Messages
from app.views.theme import set_role
from app.views.widgets.labels import FieldError
from app.views.wizards.editors import AnswerEditor, ListAnswer, editor_for
from app.views.wizards.flow_face import Asking
from app.views.wizards.questions import Question


class _Field(QWidget):
    """One question with everything around its editor."""

    def __init__(self, question: Question, editor: AnswerEditor, pen: QCheckBox | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = question
        self.editor = editor
        self.pen = pen
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        if not editor.labels_itself():
            label = QLabel(question.label, self)
            label.setBuddy(editor.focusProxy() or editor)
            label.setWordWrap(True)
            set_role(label, "label")
            head.addWidget(label, 1)
        else:
            head.addStretch(1)
        if pen is not None:
            head.addWidget(pen, 0, Qt.AlignmentFlag.AlignTop)
        if pen is not None or not editor.labels_itself():
            layout.addLayout(head)
        layout.addWidget(editor)
        if question.help:
            hint = QLabel(question.help, self)
            hint.setWordWrap(True)
            set_role(hint, "hint")
            layout.addWidget(hint)
        self.trouble = FieldError(self)
        layout.addWidget(self.trouble)

    def show_trouble(self, text: str) -> None:
        """Say what is wrong under the editor; nothing takes it away."""
        self.trouble.show_problem(text, self.editor.focusProxy())


class QuestionForm(QWidget):
    """Asks the questions of one step and folds the answers into a draft.

    Signals:
        edited: an answer changed by the user's hand (its path).
        walked_out: Tab went on from the last question.
    """

    edited = Signal(str)
    walked_out = Signal()

    def __init__(
        self,
        face: Asking,
        step: StrEnum,
        messages: Messages,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._face = face
        self._step = step
        self._messages = messages
        self._today = today
        self._fields: dict[str, _Field] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)

    def show_draft(self, draft: Any, asked: Sequence[str]) -> None:
        """Show exactly these questions with the draft's answers."""
        for path in asked:
            if path not in self._fields:
                self._add(path, draft)
        for position, path in enumerate(asked):
            field = self._fields[path]
            if self._layout.indexOf(field) != position:
                self._layout.removeWidget(field)
                self._layout.insertWidget(position, field)
        for path, field in self._fields.items():
            field.setVisible(path in asked)
            if path in asked:
                self._load(field, draft)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk by Tab in the order shown; Qt's is that of making, which puts a question that came up later last."""
        here = self.focusWidget()
        stops = [stop for stop in self._stops() if stop.isVisible() and stop.isEnabled()]
        at = next((place for place, stop in enumerate(stops) if _is_at(here, stop)), None)
        if at is None or (at == 0 and not forward):
            return super().focusNextPrevChild(forward)
        if forward and at == len(stops) - 1:
            self.walked_out.emit()
        elif forward:
            stops[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            stops[at - 1].setFocus(Qt.FocusReason.BacktabFocusReason)
        return True

    def _stops(self) -> list[QWidget]:
        found: list[QWidget] = []
        for position in range(self._layout.count()):
            item = self._layout.itemAt(position)
            field = item.widget() if item is not None else None
            if isinstance(field, _Field):
                found += (*field.editor.stops(), *((field.pen,) if field.pen is not None else ()))
        return found

    def fold(self, draft: Any) -> Any:
        """The draft with the answers that are shown here."""
        shown = [path for path, field in self._fields.items() if not field.isHidden()]
        for path in shown:
            draft = self._face.fold(draft, path, self._fields[path].editor.value())
        pens = [path for path in shown if (pen := self._fields[path].pen) is not None and pen.isChecked()]
        return self._face.leave_for_pen(draft, self._step, pens)

    def show_problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """Put every problem under its question; gives back those that have no question here."""
        lines: dict[str, list[str]] = {path: [] for path in self._fields}
        homeless = []
        for problem in problems:
            home = self._home(problem.path)
            if home is None:
                homeless.append(problem)
            else:
                lines[home].append(self._line(home, problem))
        for path, field in self._fields.items():
            field.show_trouble("\n".join(lines[path]))
        return homeless

    def focus_question(self, path: str | None = None) -> bool:
        """Put the cursor into a question, or into the first one."""
        home = self._home(path) if path else next((p for p, f in self._fields.items() if not f.isHidden()), None)
        if home is None:
            return False
        self._fields[home].editor.setFocus()
        return True

    def editor(self, path: str) -> AnswerEditor:
        """The editor of a question that was shown."""
        return self._fields[path].editor

    def pen(self, path: str) -> QCheckBox | None:
        """The "leave for the pen" tick of a question."""
        return self._fields[path].pen

    def _add(self, path: str, draft: Any) -> None:
        question = self._face.question(path, draft)
        words = {
            "yes": self.tr("Yes"),
            "no": self.tr("No"),
            "nothing": self.tr("Choose…"),
            "clear": self.tr("Clear"),
            "no_date": self.tr("No date"),
        }
        editor = editor_for(question, words, self._today)
        pen = None
        if path in self._face.handwritable:
            pen = QCheckBox(self.tr("By hand"), self)
            pen.setToolTip(self.tr("Leave a blank line on the paper for the pen"))
            pen.setAccessibleName(self.tr("{field}: fill in by hand").format(field=question.label))
            pen.clicked.connect(lambda _, path=path: self.edited.emit(path))
        field = _Field(question, editor, pen, self)
        editor.edited.connect(lambda path=path: self.edited.emit(path))
        self._fields[path] = field
        self._layout.addWidget(field)

    def _load(self, field: _Field, draft: Any) -> None:
        path = field.question.path
        if isinstance(field.editor, ListAnswer):
            field.editor.offer(self._face.question(path, draft).choices)
        field.editor.set_value(self._face.answer(draft, path))
        if field.pen is not None:
            field.pen.setChecked(path in draft.handwriting)

    def _home(self, path: str) -> str | None:
        while path:
            field = self._fields.get(path)
            if field is not None and not field.isHidden():
                return path
            path = path.rpartition(".")[0]
        return None

    def _line(self, home: str, problem: Problem) -> str:
        if problem.path == home:
            return self._messages.text(problem.code, problem.facts)
        return self._messages.problem(Problem(problem.path[len(home) + 1 :], problem.code, problem.facts))


def _is_at(here: QWidget | None, stop: QWidget) -> bool:
    """Whether the cursor stands at a stop; the buttons of a choice are one, whichever has it."""
    if isinstance(here, QRadioButton) and isinstance(stop, QRadioButton):
        return here.parentWidget() is stop.parentWidget()
    return here is stop
