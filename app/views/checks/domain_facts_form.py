"""What the agent saw of one domain, all of it optional: what stays empty counts as not seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.rules.certificates import mask
from app.views.checks.words import CheckWords
from app.views.tables.words import RecordWords
from app.views.theme import GRID, set_role
from app.views.widgets.labels import FieldError, action_button

DATES = ("filed_on", "real_name_on", "expires_on", "seen_on")


class NumberEdit(QLineEdit):
    """A certificate number: typed in full, but shown masked where it came from the store."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole: str | None = None
        self.textEdited.connect(self._on_edited)

    def set_whole(self, number: str, *, masked: bool) -> None:
        """Take a number; `masked` shows only its ends."""
        self._whole = number if masked and number else None
        self.setText(mask(number) if self._whole else number)

    @property
    def is_masked(self) -> bool:
        """Whether only the ends of the number are shown."""
        return self._whole is not None

    def whole(self) -> str:
        """The number."""
        return self._whole if self._whole is not None else self.text().strip()

    def _on_edited(self, text: str) -> None:
        if self._whole is not None:
            # Half of a masked number is no number: whoever types here types it anew.
            self._whole = None
            if "*" in text:
                self.clear()


def choose(combo: QComboBox, value: object) -> None:
    """Choose an entry by its value; the first where there is none such."""
    combo.setCurrentIndex(max(combo.findData(value), 0))


def fill(combo: QComboBox, choices: Mapping[Any, str], first: str | None = None) -> None:
    """Offer these; what was chosen stays chosen."""
    chosen = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    if first is not None:
        combo.addItem(first, None)
    for value, word in choices.items():
        combo.addItem(word, value)
    choose(combo, chosen)
    combo.blockSignals(False)


class DomainFactsForm(QWidget):
    """The fields of one domain.

    Signals:
        same_wanted: the holder is the subject itself.
    """

    same_wanted = Signal()

    def __init__(self, words: CheckWords, records: RecordWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._records = words, records
        self.fields: dict[str, QWidget] = {}
        self._labels: dict[str, QLabel] = {}
        self.error = FieldError(self)
        self.same = action_button("", self.same_wanted.emit, self, role="link")
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        makers: tuple[tuple[str, Callable[[QWidget], QWidget]], ...] = (
            ("holder_name", QLineEdit), ("holder_certificate_type", QComboBox),
            ("holder_certificate_number", NumberEdit), ("relation", QComboBox), ("proof_seen", QCheckBox),
            ("real_name", QComboBox), ("real_name_on", QLineEdit), ("expires_on", QLineEdit),
            ("suffix_approved", QComboBox), ("registrar", QLineEdit), ("registrar_approved", QComboBox),
            ("added", QCheckBox), ("filed_on", QLineEdit), ("seen_on", QLineEdit), ("place", QLineEdit),
        )  # fmt: skip
        for row, (key, make) in enumerate(makers):
            label, field = QLabel(self), make(self)
            set_role(label, "hint")
            label.setBuddy(field)
            if isinstance(field, QCheckBox):
                # Without words the style gives it less height than its box has.
                field.setMinimumHeight(3 * GRID)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            self._labels[key], self.fields[key] = label, field
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.same)
        layout.addLayout(grid)
        layout.addWidget(self.error)
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language now set."""
        names = {
            "holder_name": self.tr("Holder"), "holder_certificate_type": self.tr("Holder's certificate"),
            "holder_certificate_number": self.tr("Holder's number"), "relation": self.tr("The holder is"),
            "proof_seen": self.tr("Papers for that seen"), "real_name": self.tr("Real name verified"),
            "real_name_on": self.tr("Real name verified on"), "expires_on": self.tr("Expires on"),
            "suffix_approved": self.tr("Suffix approved"), "registrar": self.tr("Registrar"),
            "registrar_approved": self.tr("Registrar approved"), "added": self.tr("New with this filing"),
            "filed_on": self.tr("Filed successfully on"), "seen_on": self.tr("Seen on"), "place": self.tr("Seen where"),
        }  # fmt: skip
        for key, words in names.items():
            self._labels[key].setText(words)
            self.fields[key].setAccessibleName(words)
        for key in DATES:
            self._line(key).setPlaceholderText(self.tr("Year-month-day, such as 2027-05-01"))
        self._line("place").setPlaceholderText(self.tr("Registrar's console, certificate, ministry's page…"))
        self.same.setText(self.tr("The holder is the subject itself"))
        answers = {True: self.tr("Yes"), False: self.tr("No")}
        for key in ("real_name", "suffix_approved", "registrar_approved"):
            fill(self._combo(key), answers, self.tr("Not seen"))
        fill(self._combo("relation"), self._words.relations(), self.tr("Not said"))
        fill(self._combo("holder_certificate_type"), self._records.certificates(None), self.tr("Not seen"))

    def show_facts(self, facts: Mapping[str, Any]) -> None:
        """Show what is known of a domain."""
        self.error.show_problem("")
        for key, field in self.fields.items():
            value = facts.get(key)
            set_role(field, "")
            if isinstance(field, NumberEdit):
                field.set_whole(value or "", masked=bool(facts.get("number_masked")))
            elif isinstance(field, QLineEdit):
                field.setText(value or "")
            elif isinstance(field, QComboBox):
                choose(field, value)
            elif isinstance(field, QCheckBox):
                field.setChecked(bool(value))

    def facts(self) -> dict[str, Any]:
        """What stands there; empty fields are left out."""
        found: dict[str, Any] = {}
        for key, field in self.fields.items():
            value: Any = None
            if isinstance(field, NumberEdit):
                value = field.whole()
                if field.is_masked:
                    found["number_masked"] = True
            elif isinstance(field, QLineEdit):
                value = field.text().strip()
            elif isinstance(field, QComboBox):
                value = field.currentData()
            elif isinstance(field, QCheckBox):
                value = field.isChecked()
            if value not in ("", None):
                found[key] = value
        return found

    def show_problem(self, key: str, text: str) -> None:
        """Say what is wrong, at its field."""
        field = self.fields.get(key)
        self.error.show_problem(text, field)
        if field is not None:
            field.setFocus()

    def _line(self, key: str) -> QLineEdit:
        field = self.fields[key]
        assert isinstance(field, QLineEdit)
        return field

    def _combo(self, key: str) -> QComboBox:
        field = self.fields[key]
        assert isinstance(field, QComboBox)
        return field
