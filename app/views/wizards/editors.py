"""Editors of single answers: each takes a value, gives a value and says when it was edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.views.widgets.wrapping import SideWords
from app.views.wizards.questions import Editor, Question

ACROSS = 220
"""Choices whose words together are no wider (pixels) stand beside each other, the others below each other."""


class _Answer(QWidget):
    """What all editors share; each also has `value()` and `set_value()`, which never says that it was edited.

    Signals:
        edited: the user changed the answer.
    """

    edited = Signal()

    def labels_itself(self) -> bool:
        """Whether the editor shows the question's label by itself."""
        return False

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops within the editor, in order; of choices it is one."""
        inner = self.focusProxy()
        return (inner,) if inner is not None else ()


class LineAnswer(_Answer):
    """One line of text."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(question.sample)
        self.line.setAccessibleName(question.label)
        self.line.textEdited.connect(lambda _: self.edited.emit())
        _fill(self, self.line)

    def value(self) -> str:
        return self.line.text()

    def set_value(self, value: Any) -> None:
        if self.line.text() != (value or ""):
            self.line.setText(value or "")


class _PlainText(QPlainTextEdit):
    """Tab leaves the field, as in every other field of a form."""

    def __init__(self, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        frame = 2 * self.frameWidth() + int(2 * self.document().documentMargin()) + margins.top() + margins.bottom()
        return QSize(super().sizeHint().width(), self._lines * self.fontMetrics().lineSpacing() + frame)


class TextAnswer(_Answer):
    """Several lines of running text."""

    def __init__(self, question: Question, parent: QWidget | None = None, lines: int = 7) -> None:
        super().__init__(parent)
        self.text = _PlainText(lines, self)
        self.text.setPlaceholderText(question.sample)
        self.text.setAccessibleName(question.label)
        self._setting = False
        self.text.textChanged.connect(self._on_text_changed)
        _fill(self, self.text)

    def value(self) -> Any:
        return self.text.toPlainText()

    def set_value(self, value: Any) -> None:
        if self.value() == (value or self._empty()):
            return
        self._setting = True
        self.text.setPlainText(self._shown(value))
        self._setting = False

    def _empty(self) -> Any:
        return ""

    def _shown(self, value: Any) -> str:
        return value or ""

    def _on_text_changed(self) -> None:
        if not self._setting:
            self.edited.emit()


class LinesAnswer(TextAnswer):
    """A list, one item in a line; empty lines do not count."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent, lines=3)

    def value(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.text.toPlainText().splitlines() if line.strip())

    def _empty(self) -> tuple[str, ...]:
        return ()

    def _shown(self, value: Any) -> str:
        return "\n".join(value or ())


class ChoiceAnswer(_Answer):
    """A few choices, all to be seen; none is taken for the user."""

    def __init__(
        self,
        question: Question,
        choices: Sequence[tuple[Any, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: list[Any] = []
        self.words: dict[Any, SideWords] = {}
        across = sum(self.fontMetrics().horizontalAdvance(label) for _, label in choices) <= ACROSS
        layout = QHBoxLayout(self) if across else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24 if across else 4)
        for value, label in choices:
            button = QRadioButton(self)
            button.setAccessibleDescription(question.label)
            self._group.addButton(button, len(self._values))
            self._values.append(value)
            self.words[value] = SideWords(label, button, self, wraps=not across)
            layout.addLayout(_beside(button, self.words[value]))
        if across:
            layout.addStretch(1)
        self._group.idClicked.connect(self._on_clicked)
        self.setFocusProxy(self._group.button(0))

    def button(self, value: Any) -> QRadioButton:
        """The button of a value, for tests and for focus."""
        found = self._group.button(self._values.index(value))
        assert isinstance(found, QRadioButton)
        return found

    def value(self) -> Any:
        chosen = self._group.checkedId()
        return None if chosen < 0 else self._values[chosen]

    def set_value(self, value: Any) -> None:
        if value == self.value():
            return
        if value in self._values:
            self.button(value).setChecked(True)
            self.setFocusProxy(self.button(value))
            return
        self.setFocusProxy(self._group.button(0))
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _on_clicked(self, chosen: int) -> None:
        self.setFocusProxy(self._group.button(chosen))
        self.edited.emit()


class ListAnswer(_Answer):
    """One of many choices, in a list that drops down; the first line is "not chosen"."""

    def __init__(self, question: Question, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = QComboBox(self)
        self.combo.setAccessibleName(question.label)
        self.combo.addItem(nothing, None)
        self.combo.activated.connect(lambda _: self.edited.emit())
        self.combo.installEventFilter(self)
        self.offer(question.choices)
        _fill(self, self.combo)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; the chosen one stays where it is still offered."""
        if [self.combo.itemData(row) for row in range(1, self.combo.count())] == [value for value, _ in choices]:
            return
        kept = self.value()
        while self.combo.count() > 1:
            self.combo.removeItem(1)
        for value, label in choices:
            self.combo.addItem(label, value)
        self.set_value(kept)

    def value(self) -> str | None:
        chosen: str | None = self.combo.currentData()
        return chosen

    def set_value(self, value: Any) -> None:
        self.combo.setCurrentIndex(max(self.combo.findData(value), 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not self.combo.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class TickAnswer(_Answer):
    """Yes or nothing."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.clicked.connect(lambda _: self.edited.emit())
        self.words = SideWords(question.label, self.box, self)
        self.setLayout(_beside(self.box, self.words))
        self.setFocusProxy(self.box)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def labels_itself(self) -> bool:
        return True


class _DateEdit(QDateEdit):
    """A date edit whose Delete key empties it."""

    emptied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.emptied.emit()
            return
        super().keyPressEvent(event)


class DateAnswer(_Answer):
    """A day, or none; "none" shows as words."""

    def __init__(self, question: Question, nothing: str, clear: str, today: Callable[[], date]) -> None:
        super().__init__()
        self.edit = _DateEdit(self)
        self.edit.setCalendarPopup(True)
        self.edit.setDisplayFormat("yyyy-MM-dd")
        self.edit.setMinimumDate(_NO_DAY)
        self.edit.setSpecialValueText(nothing)
        self.edit.setAccessibleName(question.label)
        self.edit.setFixedWidth(200)
        self._today = today
        self._setting = False
        self.edit.dateChanged.connect(self._on_date_changed)
        self.edit.emptied.connect(self._on_emptied)
        self.clear = QToolButton(self)
        self.clear.setText(clear)
        self.clear.clicked.connect(self._on_emptied)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        layout.addWidget(self.clear)
        layout.addStretch(1)
        self.setFocusProxy(self.edit)
        self.set_value(None)

    def stops(self) -> tuple[QWidget, ...]:
        return (self.edit, self.clear)

    def value(self) -> date | None:
        day = self.edit.date()
        return None if day == _NO_DAY else date(day.year(), day.month(), day.day())

    def set_value(self, value: Any) -> None:
        self._setting = True
        self.edit.setDate(QDate(value.year, value.month, value.day) if value else _NO_DAY)
        self.clear.setVisible(value is not None)
        self._setting = False

    def _on_emptied(self) -> None:
        self.edit.setDate(_NO_DAY)

    def _on_date_changed(self, day: QDate) -> None:
        if self._setting:
            return
        if day.year() == _NO_DAY.year() and day != _NO_DAY:
            today = self._today()
            self.set_value(today)
        self.clear.setVisible(self.value() is not None)
        self.edited.emit()


_NO_DAY = QDate(1999, 1, 1)


AnswerEditor = LineAnswer | TextAnswer | ChoiceAnswer | ListAnswer | TickAnswer | DateAnswer


def editor_for(question: Question, words: dict[str, str], today: Callable[[], date]) -> AnswerEditor:
    """The editor that a question wants; `words` are the translated small words (yes, no, nothing, clear, no_date)."""
    match question.editor:
        case Editor.LINE:
            return LineAnswer(question)
        case Editor.TEXT:
            return TextAnswer(question)
        case Editor.LINES:
            return LinesAnswer(question)
        case Editor.CHOICE:
            return ChoiceAnswer(question, question.choices)
        case Editor.YES_NO:
            return ChoiceAnswer(question, ((True, words["yes"]), (False, words["no"])))
        case Editor.LIST:
            return ListAnswer(question, words["nothing"])
        case Editor.TICK:
            return TickAnswer(question)
        case Editor.DATE:
            return DateAnswer(question, words["no_date"], words["clear"], today)


def _beside(button: QAbstractButton, words: SideWords) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)  # the stylesheet leaves room behind a box, for words of its own
    layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(words, 1)
    return layout


def _fill(outer: QWidget, inner: QWidget) -> None:
    layout = QVBoxLayout(outer)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(inner)
    outer.setFocusProxy(inner)
