"""The form of a subject or a site: grouped fields, checked as one types by the service that will keep them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.errors import Problem
from app.messages import Messages
from app.views.pages.record_fields import FieldSpec, RecordField
from app.views.theme import set_role

CHECK_PAUSE_MS = 250
_COLUMNS = 2

Group = tuple[str, Sequence[FieldSpec]]


class RecordForm(QWidget):
    """Collects values by field name; knows nothing of how they are saved.

    Signals:
        edited: the user changed a value.
        entered: the keyboard came to a field (the `RecordField`).
        loaded: another record's values stand in the form.
        reveal_wanted: the user asks for a masked value (its field).
    """

    edited = Signal(str)
    loaded = Signal()
    entered = Signal(QWidget)
    reveal_wanted = Signal(str)

    def __init__(
        self,
        groups: Sequence[Group],
        messages: Callable[[], Messages],
        check: Callable[[Mapping[str, object]], Iterable[Problem]],
        clean: Callable[[Mapping[str, object]], Mapping[str, object]],
        parent: QWidget | None = None,
    ) -> None:
        """`check` says what is wrong with the values, `clean` how the store would keep them."""
        super().__init__(parent)
        self._messages = messages
        self._check = check
        self._clean = clean
        self._start: dict[str, str] = {}
        self._strict = False
        self.fields: dict[str, RecordField] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        for title, specs in groups:
            layout.addWidget(self._group(title, specs))
        layout.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(CHECK_PAUSE_MS)
        self._pause.timeout.connect(self.show_problems)

    def values(self) -> dict[str, str]:
        """All values as they stand."""
        return {name: field.value() for name, field in self.fields.items()}

    def changed_values(self) -> dict[str, str]:
        """The values that differ from what was loaded."""
        return {name: value for name, value in self.values().items() if value != self._start.get(name, "")}

    def load(self, values: Mapping[str, object], *, cover: bool = False) -> None:
        """Show a record's values; from here on `changed_values` counts. With `cover`, personal numbers stand masked."""
        self._strict = False
        for name, field in self.fields.items():
            field.touched = False
            field.set_value(as_typed(values.get(name)), cover=cover)
        self.loaded.emit()
        self._start = self.values()
        self.show_problems()

    def type_in(self, values: Mapping[str, str]) -> None:
        """Put values in as if they were typed now."""
        for name, value in values.items():
            if name in self.fields:
                self.fields[name].set_value(value)
                self.fields[name].touched = True
        self.loaded.emit()
        self.show_problems()

    def rebase(self, values: Mapping[str, object]) -> None:
        """Take up another state of the record below what the user has changed, which stays."""
        kept = self.changed_values()
        for name, field in self.fields.items():
            self._start[name] = as_typed(values.get(name))
            if name not in kept:
                field.set_value(self._start[name], cover=field.covered)
        self.show_problems()

    def show_problems(self, problems: Iterable[Problem] | None = None) -> bool:
        """Say below each field what is wrong or how it will be kept; True when nothing is wrong.

        Before the first try to save, only fields that were touched are talked about.
        """
        self._pause.stop()
        values = self.values()
        found: dict[str, list[str]] = {}
        for problem in self._check(values) if problems is None else problems:
            found.setdefault(problem.path.partition(".")[0], []).append(self._sentence(problem))
        kept = self._clean(values)
        for name, field in self.fields.items():
            if name in found and (field.touched or self._strict):
                field.say("\n".join(found[name]), "error")
            else:
                field.say(self._kept_as(field, kept) if name not in found else "")
        return not found

    def insist(self, problems: Iterable[Problem] | None = None) -> bool:
        """Check before saving: every problem is shown, and the cursor goes to the first."""
        self._strict = True
        given = None if problems is None else tuple(problems)
        if self.show_problems(given):
            return True
        wrong = next((field for field in self.fields.values() if field.is_wrong), None)
        if wrong is not None:
            wrong.editor.setFocus()
        return False

    def first(self) -> RecordField:
        """The first field."""
        return next(iter(self.fields.values()))

    def _sentence(self, problem: Problem) -> str:
        return self._messages().text(problem.code, problem.facts)

    def _kept_as(self, field: RecordField, kept: Mapping[str, object]) -> str:
        if not field.touched or field.covered:
            return ""
        typed, stored = field.value().strip(), as_typed(kept.get(field.spec.name))
        if not typed or not stored or typed == stored or field.spec.choices:
            return ""
        return self.tr("Kept as {value}").format(value=stored.replace("\n", " "))

    def _group(self, title: str, specs: Sequence[FieldSpec]) -> QWidget:
        group = QWidget(self)
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        heading = QLabel(title, group)
        set_role(heading, "heading")
        grid.addWidget(heading, 0, 0, 1, _COLUMNS)
        row, column = 1, 0
        for spec in specs:
            field = RecordField(spec, group)
            field.edited.connect(lambda name=spec.name: self._on_edited(name))
            field.finished.connect(self._on_finished)
            field.entered.connect(lambda field=field: self.entered.emit(field))
            field.reveal_wanted.connect(lambda name=spec.name: self.reveal_wanted.emit(name))
            self.fields[spec.name] = field
            if spec.wide and column:
                row, column = row + 1, 0
            grid.addWidget(field, row, column, 1, _COLUMNS if spec.wide else 1)
            column += _COLUMNS if spec.wide else 1
            if column >= _COLUMNS:
                row, column = row + 1, 0
        for number in range(_COLUMNS):
            grid.setColumnStretch(number, 1)
        return group

    def _on_edited(self, name: str) -> None:
        self._pause.start()
        self.edited.emit(name)

    def _on_finished(self) -> None:
        if self._pause.isActive():
            self.show_problems()


def as_typed(value: Any) -> str:
    """A stored value as somebody would type it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return "\n".join(_domain_name(each) for each in value)
    return str(value)


def _domain_name(domain: Any) -> str:
    """A checked domain or a stored one as people write it."""
    name = getattr(domain, "registrable_unicode", None) or getattr(domain, "unicode", None)
    return str(domain if name is None else name)
