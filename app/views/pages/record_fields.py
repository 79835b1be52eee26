"""The fields of the record dialogs: an editor each, with what is wrong or what will be kept said below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.services.filing_fields import MASKED_FIELDS
from app.services.masking import mask_value
from app.views.icons import icon
from app.views.theme import set_role

LINES = 3
HEIGHT = 32


class Kind(Enum):
    """How a field is filled in."""

    LINE = auto()
    TEXT = auto()
    CHOICE = auto()
    OPEN_CHOICE = auto()


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a record dialog.

    Attributes:
        name: as in `filing_fields`; decides the masking.
        label, sample: words beside and in the empty field.
        kind: the editor.
        choices: value and word of each choice; words only for an open choice.
        wide: takes the whole width of the dialog.
    """

    name: str
    label: str
    kind: Kind = Kind.LINE
    choices: tuple[tuple[str, str], ...] = ()
    sample: str = ""
    wide: bool = False


class _Text(QPlainTextEdit):
    """A few lines of text; Tab leaves it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), LINES * self.fontMetrics().lineSpacing() + 20)


class _Choice(QComboBox):
    """A list that the wheel does not change in passing."""

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()


class RecordField(QWidget):
    """Label, editor and the line below it.

    Signals:
        edited: the user changed the value.
        finished: the user left the editor.
        entered: the keyboard came to the editor.
        reveal_wanted: the user asks to see and change a masked value.
    """

    edited = Signal()
    finished = Signal()
    entered = Signal()
    reveal_wanted = Signal()

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.touched = False
        self._stored = ""
        self._covered = False
        self._setting = False
        self.label = QLabel(spec.label, self)
        set_role(self.label, "label")
        self.editor = self._make_editor()
        self.editor.setAccessibleName(spec.label)
        self.editor.installEventFilter(self)
        self.label.setBuddy(self.editor)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self.note, "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addWidget(self.editor)
        layout.addWidget(self.note)
        layout.addStretch(1)
        self.note.hide()
        self.setFocusProxy(self.editor)
        self._eye = QAction(icon("eye"), self.tr("Show and change (F2)"), self)
        self._eye.triggered.connect(self.reveal_wanted)
        if isinstance(self.editor, QLineEdit) and spec.name in MASKED_FIELDS:
            self.editor.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
            self._eye.setVisible(False)

    @property
    def covered(self) -> bool:
        """Whether the value stands masked and cannot be changed yet."""
        return self._covered

    def value(self) -> str:
        """The value as typed or chosen; a masked one as stored."""
        if self._covered:
            return self._stored
        if isinstance(self.editor, QPlainTextEdit):
            return self.editor.toPlainText()
        if isinstance(self.editor, QLineEdit):
            return self.editor.text()
        if self.spec.kind is Kind.OPEN_CHOICE:
            return self.editor.currentText()
        return str(self.editor.currentData() or "")

    def set_value(self, value: str, *, cover: bool = False) -> None:
        """Show a value; with `cover` a personal number stands masked until it is asked for."""
        self._setting = True
        self._covered = cover and bool(value) and self.spec.name in MASKED_FIELDS
        self._stored = value
        if isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(value)
        elif isinstance(self.editor, QLineEdit):
            self.editor.setText(mask_value(self.spec.name, value) if self._covered else value)
            self.editor.setReadOnly(self._covered)
            self._eye.setVisible(self._covered)
        elif self.spec.kind is Kind.OPEN_CHOICE:
            self.editor.setCurrentText(value)
        else:
            self.editor.setCurrentIndex(max(self.editor.findData(value), 0))
        self._setting = False

    def uncover(self, value: str) -> None:
        """Show a masked value whole, ready to be changed."""
        self.set_value(value)
        self.editor.setFocus()
        if isinstance(self.editor, QLineEdit):
            self.editor.selectAll()

    def offer(self, choices: Mapping[str, str]) -> None:
        """Offer other choices; the chosen one stays where it is still offered."""
        assert isinstance(self.editor, QComboBox)
        kept = self.value()
        self._setting = True
        self.editor.clear()
        self.editor.addItem("", "")
        for value, word in choices.items():
            self.editor.addItem(word, value)
        self.editor.setCurrentIndex(max(self.editor.findData(kept), 0))
        self._setting = False

    def say(self, text: str, role: str = "hint") -> None:
        """Say something below the editor: an `error`, or a `hint`."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        set_role(self.note, role)
        set_role(self.editor, "wrong" if text and role == "error" else "")
        self.editor.setAccessibleDescription(text)

    @property
    def is_wrong(self) -> bool:
        """Whether an error stands below the editor."""
        return bool(self.note.text()) and self.note.property("role") == "error"

    def _make_editor(self) -> QLineEdit | QPlainTextEdit | QComboBox:
        spec = self.spec
        if spec.kind is Kind.TEXT:
            text = _Text(self)
            text.setPlaceholderText(spec.sample)
            text.textChanged.connect(self._on_edited)
            return text
        if spec.kind is Kind.LINE:
            line = QLineEdit(self)
            line.setFixedHeight(HEIGHT)
            line.setPlaceholderText(spec.sample)
            line.textEdited.connect(self._on_edited)
            return line
        combo = _Choice(self)
        combo.setFixedHeight(HEIGHT)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        combo.setMaxVisibleItems(36)
        if spec.kind is Kind.OPEN_CHOICE:
            combo.setEditable(True)
            combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            combo.addItems([word for _, word in spec.choices])
            combo.setCurrentText("")
            combo.editTextChanged.connect(self._on_edited)
            return combo
        for value, word in spec.choices:
            combo.addItem(word, value)
        combo.currentIndexChanged.connect(self._on_edited)
        return combo

    def _on_edited(self, *_: object) -> None:
        if not self._setting:
            self.touched = True
            self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.finished.emit()
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        if event.type() == QEvent.Type.KeyPress and self._covered:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or event.matches(
                QKeySequence.StandardKey.Paste
            ):
                self.reveal_wanted.emit()
                return True
        return super().eventFilter(watched, event)
