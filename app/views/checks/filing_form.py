"""What kind of filing it is and whose: a subject of the store, or its facts filled in by hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.models.subject import SubjectRow
from app.services.subjects import Subjects
from app.views.checks.domain_facts_form import NumberEdit, choose, fill
from app.views.checks.words import CheckWords
from app.views.jobs import Jobs
from app.views.pages.subject_picker import SubjectPicker
from app.views.tables.words import RecordWords
from app.views.theme import GRID, set_role


class FilingForm(QWidget):
    """Six fields under a picker; what is picked fills them."""

    def __init__(
        self, subjects: Subjects, jobs: Jobs, words: CheckWords, records: RecordWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._records = words, records
        self.picker = SubjectPicker(subjects, jobs, records, self)
        self.picker.setContentsMargins(-3 * GRID, 0, -3 * GRID, 0)
        self.filing_type, self.kind = QComboBox(self), QComboBox(self)
        self.name = QLineEdit(self)
        self.certificate_type, self.province = QComboBox(self), QComboBox(self)
        self.number = NumberEdit(self)
        self._fields = (self.filing_type, self.kind, self.name, self.certificate_type, self.number, self.province)
        self._labels = [QLabel(self) for _ in self._fields]
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        for place, (label, field) in enumerate(zip(self._labels, self._fields, strict=True)):
            set_role(label, "hint")
            label.setBuddy(field)
            grid.addWidget(label, place // 2, 2 * (place % 2))
            grid.addWidget(field, place // 2, 2 * (place % 2) + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.picker)
        column.addLayout(grid)
        self.setFocusProxy(self.picker)
        self.picker.picked.connect(self._on_picked)
        self.kind.currentIndexChanged.connect(lambda _row: self._offer_certificates())
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language now set."""
        self.picker.rename(self.tr("Subject from the store, or fill in below"))
        names = (
            self.tr("Kind of filing"), self.tr("Subject is"), self.tr("Name"), self.tr("Certificate"),
            self.tr("Number"), self.tr("Province"),
        )  # fmt: skip
        for label, field, words in zip(self._labels, self._fields, names, strict=True):
            label.setText(words)
            field.setAccessibleName(words)
        fill(self.filing_type, self._words.filing_types())
        fill(self.kind, self._records.subject_kinds())
        fill(self.province, self._records.provinces(), self.tr("Not said"))
        self._offer_certificates()

    def subject_facts(self) -> dict[str, Any]:
        """The subject as facts have it."""
        return {
            "kind": self.kind.currentData(),
            "name": self.name.text().strip(),
            "certificate_type": self.certificate_type.currentData() or "",
            "certificate_number": self.number.whole(),
            "province": self.province.currentData() or "",
        }

    def as_holder(self) -> dict[str, Any]:
        """The subject as the holder of a domain."""
        return {
            "holder_name": self.name.text().strip(),
            "holder_certificate_type": self.certificate_type.currentData(),
            "holder_certificate_number": self.number.whole(),
            "number_masked": self.number.is_masked,
        }

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
