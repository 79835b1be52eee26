"""Correcting or adding a rule: the desk's words at the left, what the program ships at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors import Problem
from app.messages import Messages
from app.rules.change_rules import COMMON, NOT_STATED, Rule
from app.rules.provinces import province, province_keys
from app.services.rule_browser import COMMON_ZH
from app.services.rule_overlay_drafts import CONFIDENCES, RuleDraft, key_label, keys
from app.views.prompts import Prompts
from app.views.rules.value_editor import ValueEditor
from app.views.theme import GRID, set_role
from app.views.widgets.fact_list import FactList, Section, Statement
from app.views.widgets.labels import FieldError, heading, plain_label

EMPTY = RuleDraft(COMMON, "", "", "", "", "", "official")


class RuleDialog(QDialog):
    """Asks for one rule; what is typed is kept until it is saved or given up.

    Signals:
        edited: something was typed (the draft as plain values).
        save_wanted: the draft is to be kept (`RuleDraft`).
        settled: the dialog closed with the rule saved or given up.
    """

    edited = Signal(object)
    save_wanted = Signal(object)
    settled = Signal()

    def __init__(
        self,
        draft: RuleDraft,
        *,
        shipped: Callable[[RuleDraft], Rule | None],
        prompts: Prompts,
        messages: Callable[[], Messages],
        fixed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`fixed`: province and rule are those of the rule that is corrected and cannot be chosen."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Correct a rule") if fixed else self.tr("Add a rule"))
        self.resize(920, 640)
        self._shipped, self._prompts, self._messages = shipped, prompts, messages
        self._replaces = draft.replaces
        self._busy = False
        self._make_fields(fixed)
        self._lay_out()
        self._fill(draft)
        self._first = self.draft()
        self._connect()
        self._show_shipped()
        (self.text if fixed else self.where).setFocus()

    def draft(self) -> RuleDraft:
        """What is typed now."""
        return RuleDraft(
            province=self.where.currentData() or "",
            key=self.key.currentData() or "",
            value=NOT_STATED if self.ended.isChecked() else self.value.value(),
            text_zh=self.text.toPlainText().strip(),
            source=self.source.text().strip(),
            as_of=self.as_of.text().strip(),
            confidence=self.confidence.currentData() or "",
            note_zh=self.note.text().strip(),
            replaces=self._replaces,
        )

    def type_in(self, kept: Mapping[str, Any]) -> None:
        """Show what was typed before the window was locked or lost."""
        value = kept.get("value", "")
        self._fill(RuleDraft(**{**kept, "value": tuple(value) if isinstance(value, list) else value}))

    def is_changed(self) -> bool:
        """Whether anything was typed."""
        return self.draft() != self._first

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say what is wrong at each field; the cursor goes to the first."""
        said = {each.path: self._messages().problem(each) for each in problems}
        first: QWidget | None = None
        for path, (field, error) in self._fields.items():
            text = said.pop(path, "")
            error.show_problem(text, field)
            if text and first is None:
                first = field
        self.general.show_problem("\n".join(said.values()))
        if first is not None:
            first.setFocus()

    def set_busy(self, busy: bool) -> None:
        """While it is being kept nothing can be pressed twice."""
        self._busy = busy
        self.save_button.setEnabled(not busy)

    def reject(self) -> None:
        """Close without saving; asks first when something was typed."""
        if self._busy:
            return
        if self.is_changed() and not self._prompts.ask(
            self,
            self.tr("Discard what you typed?"),
            self.tr("The rule is not saved yet."),
            yes=self.tr("Discard"),
            dangerous=True,
        ):
            return
        self.settled.emit()
        super().reject()

    def put_away(self) -> None:
        """The window is locked: close without a question; what was typed is kept already."""
        super().reject()

    def finish(self) -> None:
        """The rule was kept."""
        self.settled.emit()
        self.accept()

    def _make_fields(self, fixed: bool) -> None:
        self.where, self.key, self.confidence = QComboBox(self), QComboBox(self), QComboBox(self)
        self.where.addItem(COMMON_ZH, COMMON)
        for each in province_keys():
            self.where.addItem(province(each).name_zh, each)
        self.key.addItem("", "")
        for each in keys():
            self.key.addItem(key_label(each), each)
        self.where.setEnabled(not fixed)
        self.key.setEnabled(not fixed)
        trust = {
            "official": self.tr("The administration's own words"),
            "provider-doc": self.tr("A provider's documentation"),
            "third-party": self.tr("Third party"),
            "unknown": self.tr("Origin unclear"),
        }
        for each in CONFIDENCES:
            self.confidence.addItem(trust[each], each)
        self.value = ValueEditor(self)
        self.ended = QCheckBox(self.tr("This rule no longer holds"), self)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(96)
        self.source, self.as_of, self.note = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.source.setPlaceholderText(self.tr("A notice and its address, or who was rung when"))
        self.as_of.setPlaceholderText("2026-11-23")
        self.general = FieldError(self)

    def _lay_out(self) -> None:
        form = QWidget(self)
        grid = QVBoxLayout(form)
        grid.setContentsMargins(3 * GRID, 3 * GRID, 2 * GRID, 2 * GRID)
        grid.setSpacing(GRID // 2)
        self._fields: dict[str, tuple[QWidget, FieldError]] = {}
        named: tuple[tuple[str, str, QWidget], ...] = (
            ("province", self.tr("Province"), self.where),
            ("rule_key", self.tr("Rule"), self.key),
            ("rule_value", self.tr("Value"), self.value),
            ("rule_text", self.tr("In words (Chinese, as papers and guidance say it)"), self.text),
            ("rule_source", self.tr("Source"), self.source),
            ("as_of", self.tr("Date of the source"), self.as_of),
            ("confidence", self.tr("Confidence"), self.confidence),
            ("note", self.tr("Note (may be empty)"), self.note),
        )
        for path, words, field in named:
            label = heading(words, form, role="label")
            label.setContentsMargins(0, GRID, 0, 0)
            label.setBuddy(field)
            error = FieldError(form)
            grid.addWidget(label)
            grid.addWidget(field)
            if field is self.value:
                grid.addWidget(self.ended)
                self.value.name(words)
            else:
                field.setAccessibleName(words)
            grid.addWidget(error)
            self._fields[path] = (field, error)
        grid.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(form)
        self.beside = FactList(self)
        self.beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 2 * GRID)
        layout.setColumnStretch(0, 3)
        layout.setColumnStretch(1, 2)
        layout.addWidget(scroll, 0, 0)
        layout.addWidget(self.beside, 0, 1)
        told = self.tr("Papers, advice, checks and deadlines follow this rule from now on. What was printed stays.")
        self.told = plain_label(told, "hint", self)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setToolTip(self.tr("Save (Ctrl+S)"))
        self.save_button.setDefault(True)
        set_role(self.save_button, "primary")
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(lambda _checked: self.reject())
        foot = QHBoxLayout()
        foot.setContentsMargins(3 * GRID, GRID, 3 * GRID, 0)
        foot.setSpacing(GRID)
        foot.addWidget(self.told, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        layout.addWidget(self.general, 1, 0, 1, 2)
        layout.addLayout(foot, 2, 0, 1, 2)

    def _connect(self) -> None:
        self.save_button.clicked.connect(lambda _checked: self._save())
        QShortcut(QKeySequence.StandardKey.Save, self, self._save)
        self.key.currentIndexChanged.connect(lambda _index: self._on_key())
        self.where.currentIndexChanged.connect(lambda _index: self._on_key())
        self.ended.toggled.connect(self._on_ended)
        self.confidence.currentIndexChanged.connect(lambda _index: self._on_edited())
        for line in (self.source, self.as_of, self.note):
            line.textEdited.connect(lambda _text: self._on_edited())
        self.text.textChanged.connect(self._on_edited)
        self.value.edited.connect(self._on_edited)

    def _fill(self, draft: RuleDraft) -> None:
        self._replaces = draft.replaces
        self.where.setCurrentIndex(max(self.where.findData(draft.province), 0))
        self.key.setCurrentIndex(max(self.key.findData(draft.key), 0))
        self.value.show_key(draft.key)
        self.ended.setChecked(draft.value == NOT_STATED)
        self.value.setEnabled(draft.value != NOT_STATED)
        if draft.value != NOT_STATED:
            self.value.set_value(draft.value)
        self.text.setPlainText(draft.text_zh)
        self.source.setText(draft.source)
        self.as_of.setText(draft.as_of)
        self.confidence.setCurrentIndex(max(self.confidence.findData(draft.confidence), 0))
        self.note.setText(draft.note_zh)

    def _on_key(self) -> None:
        self.value.show_key(self.key.currentData() or "")
        self._show_shipped()
        self._on_edited()

    def _on_ended(self, ended: bool) -> None:
        self.value.setEnabled(not ended)
        self._on_edited()

    def _on_edited(self) -> None:
        self.edited.emit(asdict(self.draft()))

    def _save(self) -> None:
        if not self._busy:
            self.save_wanted.emit(self.draft())

    def _show_shipped(self) -> None:
        draft = self.draft()
        now = self._shipped(draft) if draft.key else None
        said: tuple[Statement, ...] = (Statement(self.tr("The program says nothing here yet.")),)
        if now is not None:
            said = (Statement(now.text_zh, now.source, now.confidence, now.as_of, now.note_zh),)
        self.beside.show_sections((Section(self.tr("What the program ships"), said),))
