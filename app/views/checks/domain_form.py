"""What domain verification begins with: the kind of filing, whose it is, the domains and what was seen of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors import Invalid
from app.models.subject import SubjectRow
from app.services.checks.facts import VerificationFacts, check_facts
from app.services.checks.names import check_names
from app.services.subjects import Subjects
from app.views.checks.domain_facts_form import DomainFactsForm, NumberEdit, choose, fill
from app.views.checks.words import CheckWords
from app.views.pages.subject_picker import SubjectPicker
from app.views.surroundings import Surroundings
from app.views.tables.words import RecordWords
from app.views.theme import GRID, set_role
from app.views.widgets.labels import FieldError, action_button, heading, plain_label

_FACTS = Qt.ItemDataRole.UserRole
WIDTH = 900


@dataclass(frozen=True, slots=True)
class DomainWish:
    """What is to be verified, whether registries are asked, and the stored subject it is for."""

    facts: VerificationFacts
    ask_registry: bool
    subject_id: int | None


class DomainForm(QWidget):
    """Asks nobody.

    Signals:
        start_wanted: everything is filled in (`DomainWish`).
    """

    start_wanted = Signal(object)

    def __init__(self, subjects: Subjects, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._words = CheckWords(around.languages.messages)
        self._records = RecordWords(around.languages.messages)
        self._shown: QListWidgetItem | None = None
        self.heads = [heading("", self) for _ in range(3)]
        self.filing_type, self.kind = QComboBox(self), QComboBox(self)
        self.picker = SubjectPicker(subjects, around.store_jobs, self._records, self)
        self.name = QLineEdit(self)
        self.certificate_type, self.province = QComboBox(self), QComboBox(self)
        self.number = NumberEdit(self)
        self._labels = [QLabel(self) for _ in range(6)]
        self.line = QLineEdit(self)
        self.add = action_button("", self._on_add, self, icon_name="plus")
        self.names_error = FieldError(self)
        self.list = QListWidget(self)
        self.list.setFixedWidth(240)
        self.remove = action_button("", self._on_remove, self, role="quiet")
        self.facts = DomainFactsForm(self._words, self._records, self)
        self.registry = QCheckBox(self)
        self.start = action_button("", self._on_start, self, icon_name="shield-check", role="primary")
        self.promise = plain_label("", "hint", self)
        self._lay_out()
        self.setFocusProxy(self.picker)
        self.picker.picked.connect(self._on_picked)
        self.kind.currentIndexChanged.connect(lambda _row: self._offer_certificates())
        self.line.returnPressed.connect(self._on_add)
        self.list.currentItemChanged.connect(lambda item, _before: self._on_item(item))
        self.facts.same_wanted.connect(self._on_same)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_start)
        self.retranslate()
        self._on_item(None)

    def retranslate(self) -> None:
        """Show everything in the language now set."""
        for label, title in zip(
            self.heads, (self.tr("Filing"), self.tr("Domains"), self.tr("What you saw of the domain")), strict=True
        ):
            label.setText(title)
        self.picker.rename(self.tr("Subject from the store, or fill in below"))
        names = (
            self.tr("Kind of filing"), self.tr("Subject is"), self.tr("Name"), self.tr("Certificate"),
            self.tr("Number"), self.tr("Province"),
        )  # fmt: skip
        fields = (self.filing_type, self.kind, self.name, self.certificate_type, self.number, self.province)
        for label, field, words in zip(self._labels, fields, names, strict=True):
            label.setText(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
        fill(self.filing_type, self._words.filing_types())
        fill(self.kind, self._records.subject_kinds())
        fill(self.province, self._records.provinces(), self.tr("Not said"))
        self._offer_certificates()
        self.line.setPlaceholderText(self.tr("Domains; Enter adds them"))
        self.line.setAccessibleName(self.tr("Domains"))
        self.add.setText(self.tr("Add"))
        self.remove.setText(self.tr("Remove"))
        self.list.setAccessibleName(self.tr("Domains"))
        self.registry.setText(self.tr("Also ask the registries (RDAP, WHOIS)"))
        self.start.setText(self.tr("Verify"))
        self.start.setToolTip(self.tr("Verify (Ctrl+Enter)"))
        self.promise.setText(
            self.tr("What is empty counts as not seen. The network is asked only now, and only if that is ticked.")
        )
        self.facts.retranslate()

    def add_domains(self, text: str) -> None:
        """Put domains on the list; those that cannot be read are said."""
        found = check_names([(1, text)])
        messages = self._around.languages.messages()
        said = "\n".join(messages.problem(problem) for _, problem in found.rejected)
        self.names_error.show_problem(said, self.line)
        present = {self.list.item(row).text() for row in range(self.list.count())}
        for each in found.names:
            if each.unicode not in present:
                item = QListWidgetItem(each.unicode, self.list)
                item.setData(_FACTS, {})
        if found.names and not said:
            self.line.clear()
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)

    def clear(self) -> None:
        """Another filing: nothing is filled in."""
        self.list.clear()
        self._on_item(None)

    def _on_add(self) -> None:
        self.add_domains(self.line.text())

    def _on_remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self._shown = None
            self.list.takeItem(row)
            self._on_item(self.list.currentItem())

    def _on_item(self, item: QListWidgetItem | None) -> None:
        self._put_away()
        self._shown = item
        self.facts.show_facts(item.data(_FACTS) if item is not None else {})
        self.facts.setEnabled(item is not None)
        self.remove.setEnabled(item is not None)

    def _put_away(self) -> None:
        if self._shown is not None:
            self._shown.setData(_FACTS, self.facts.facts())

    def _on_picked(self, subject: SubjectRow | None) -> None:
        if subject is None:
            return
        choose(self.kind, subject.kind)
        self._offer_certificates()
        self.name.setText(subject.name)
        choose(self.certificate_type, subject.certificate_type or None)
        self.number.set_whole(subject.certificate_number, masked=True)
        choose(self.province, subject.province or None)

    def _offer_certificates(self) -> None:
        fill(self.certificate_type, self._records.certificates(self.kind.currentData()), self.tr("Not said"))

    def _on_same(self) -> None:
        facts = self.facts.facts()
        facts |= {
            "holder_name": self.name.text().strip(),
            "holder_certificate_type": self.certificate_type.currentData(),
            "holder_certificate_number": self.number.whole(),
            "number_masked": self.number.is_masked,
        }
        self.facts.show_facts(facts)

    def _on_start(self) -> None:
        if self.line.text().strip():
            self._on_add()
            if not self.names_error.isHidden():
                self.line.setFocus()
                return
        self._put_away()
        if not self.list.count():
            self.names_error.show_problem(self.tr("Add a domain first"), self.line)
            self.line.setFocus()
            return
        domains: list[dict[str, Any]] = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            facts = {key: value for key, value in item.data(_FACTS).items() if key != "number_masked"}
            domains.append({"domain": item.text(), **facts})
        raw = {
            "filing_type": self.filing_type.currentData(),
            "subject": {
                "kind": self.kind.currentData(),
                "name": self.name.text().strip(),
                "certificate_type": self.certificate_type.currentData() or "",
                "certificate_number": self.number.whole(),
                "province": self.province.currentData() or "",
            },
            "domains": domains,
        }
        try:
            facts_given = check_facts(raw)
        except Invalid as error:
            self._show_invalid(error)
            return
        subject = self.picker.subject
        self.start_wanted.emit(DomainWish(facts_given, self.registry.isChecked(), subject.id if subject else None))

    def _show_invalid(self, error: Invalid) -> None:
        problem = error.problems[0]
        parts = problem.path.split(".")
        if len(parts) > 1 and parts[0] == "domains" and parts[1].isdecimal():
            self.list.setCurrentRow(int(parts[1]))
        words = self._around.languages.messages().text(problem.code, problem.facts)
        if parts[-1] in ("filed_on", "real_name_on", "expires_on", "seen_on"):
            words = self.tr("Write the day as 2027-05-01")
        self.facts.show_problem(parts[-1], words)

    def _lay_out(self) -> None:
        self.picker.setContentsMargins(-3 * GRID, 0, -3 * GRID, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        fields = (self.filing_type, self.kind, self.name, self.certificate_type, self.number, self.province)
        for number, (label, field) in enumerate(zip(self._labels, fields, strict=True)):
            set_role(label, "hint")
            grid.addWidget(label, number // 2, 2 * (number % 2))
            grid.addWidget(field, number // 2, 2 * (number % 2) + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        typed = QHBoxLayout()
        typed.setSpacing(GRID)
        typed.addWidget(self.line, 1)
        typed.addWidget(self.add)
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addWidget(self.list, 1)
        left.addWidget(self.remove)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self.heads[2])
        right.addWidget(self.facts)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(3 * GRID)
        both.addLayout(left)
        both.addLayout(right, 1)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(self.heads[0])
        column.addWidget(self.picker)
        column.addLayout(grid)
        self.heads[1].setContentsMargins(0, GRID, 0, 0)
        column.addWidget(self.heads[1])
        column.addLayout(typed)
        column.addWidget(self.names_error)
        column.addLayout(both)
        column.addStretch(1)
        inside = QWidget(self)
        set_role(inside, "page")
        middle = QWidget(inside)
        middle.setMaximumWidth(WIDTH)
        middle.setLayout(column)
        around = QHBoxLayout(inside)
        around.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        around.addWidget(middle, 1)
        around.addStretch(0)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(start_strip(self, self.registry, self.start, self.promise))


def start_strip(parent: QWidget, *widgets: QWidget) -> QFrame:
    """The strip at the foot: the next action is always in sight."""
    strip = QFrame(parent)
    set_role(strip, "status")
    line = QHBoxLayout(strip)
    line.setContentsMargins(3 * GRID, GRID + 4, 3 * GRID, GRID + 4)
    line.setSpacing(2 * GRID)
    for widget in widgets:
        line.addWidget(widget)
    line.setStretch(len(widgets) - 1, 1)
    return strip
