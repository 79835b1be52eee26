"""What is asked of a blank when it is brought in or copied: province, kind, edition, title, date, source."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.errors import Problem
from app.messages import Messages
from app.models.blank import BlankRow
from app.rules.provinces import provinces
from app.services.blank_editing import ANYWHERE, blank_kind, blank_kinds
from app.services.blanks import BlankDetails
from app.views.blanks.words import BlankWords
from app.views.theme import GRID
from app.views.widgets.labels import FieldError

NOT_CHOSEN = "?"
"""No province is called so."""


class DetailsForm(QWidget):
    """Fields with their problems under them."""

    def __init__(self, words: BlankWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.province = QComboBox(self)
        self.province.setPlaceholderText(self.tr("Choose…"))
        self.kind = QComboBox(self)
        for kind in blank_kinds():
            self.kind.addItem(words.procedure(kind.key), kind.key)
        self._words = words
        self._list_provinces()
        self.kind.currentIndexChanged.connect(lambda _row: self._list_provinces())
        self.edition = QLineEdit(self)
        self.edition.setPlaceholderText("2026-03")
        self.heading = QLineEdit(self)
        self.heading.setPlaceholderText(self.tr("As printed at the head of the form"))
        self.dated = QCheckBox(self.tr("Known"), self)
        self.issued = QDateEdit(QDate.currentDate(), self)
        self.issued.setCalendarPopup(True)
        self.issued.setDisplayFormat("yyyy-MM-dd")
        self.issued.setEnabled(False)
        self.dated.toggled.connect(self.issued.setEnabled)
        day = QWidget(self)
        line = QHBoxLayout(day)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        line.addWidget(self.dated)
        line.addWidget(self.issued, 1)
        self.source = QLineEdit(self)
        self.source.setPlaceholderText(self.tr("Address of the page, or who sent it"))
        self.note = QPlainTextEdit(self)
        self.note.setPlaceholderText(self.tr("What colleagues should know about this blank"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 2 * GRID)
        self._troubles: dict[str, FieldError] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setSpacing(GRID)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._row("kind", self.tr("Paper"), self.kind)
        self._row("province", self.tr("Province"), self.province)
        self._row("edition", self.tr("Edition"), self.edition)
        self._row("title", self.tr("Title"), self.heading)
        self._row("issued_on", self.tr("Issued on"), day)
        self._row("source", self.tr("Source"), self.source)
        self._row("note", self.tr("Note"), self.note)

    def show_row(self, row: BlankRow) -> None:
        """Show a kept blank; what its papers name it by cannot be changed."""
        self.kind.setCurrentIndex(self.kind.findData(row.kind))
        self.fill_in(province=row.province, edition=row.edition, title=row.title, source=row.source)
        self.note.setPlainText(row.note)
        self.dated.setChecked(row.issued_on is not None)
        if row.issued_on is not None:
            self.issued.setDate(QDate(row.issued_on.year, row.issued_on.month, row.issued_on.day))
        for field in (self.kind, self.province, self.edition):
            field.setEnabled(False)
            field.setToolTip(self.tr("Printed papers name the blank by this; it stays."))

    def fill_in(self, *, province: str = "", edition: str = "", title: str = "", source: str = "") -> None:
        """Begin with what is known."""
        self.province.setCurrentIndex(self.province.findData(province) if province or self._is_letter() else -1)
        self.edition.setText(edition)
        self.heading.setText(title)
        self.source.setText(source)

    def details(self) -> BlankDetails:
        """What stands there; what is missing is empty."""
        issued = self.issued.date()
        return BlankDetails(
            province=str(self.province.currentData()) if self.province.currentIndex() >= 0 else NOT_CHOSEN,
            edition=self.edition.text().strip(),
            title=self.heading.text().strip(),
            kind=str(self.kind.currentData()),
            issued_on=date(issued.year(), issued.month(), issued.day()) if self.dated.isChecked() else None,
            source=self.source.text().strip(),
            note=self.note.toPlainText().strip(),
        )

    def show_problems(self, problems: Iterable[Problem], messages: Messages) -> list[Problem]:
        """Say each under its field; gives back those that have none here."""
        lines: dict[str, list[str]] = {name: [] for name in self._troubles}
        homeless = []
        for problem in problems:
            if problem.path == "province" and self.province.currentIndex() < 0:
                lines["province"].append(self.tr("Choose the province."))
            elif problem.path in lines:
                lines[problem.path].append(messages.text(problem.code, problem.facts))
            else:
                homeless.append(problem)
        for name, trouble in self._troubles.items():
            trouble.show_problem("\n".join(lines[name]))
        return homeless

    def _is_letter(self) -> bool:
        return blank_kind(str(self.kind.currentData())).is_letter

    def _list_provinces(self) -> None:
        """A letter may hold for every province, a table of deregistration is one province's."""
        chosen = self.province.currentData() if self.province.currentIndex() >= 0 else None
        letter = self._is_letter()
        self.province.clear()
        if letter:
            self.province.addItem(self._words.place(ANYWHERE), ANYWHERE)
        for each in provinces():
            self.province.addItem(each.name_zh, each.key)
        self.province.setCurrentIndex(self.province.findData(chosen) if chosen else 0 if letter else -1)

    def _row(self, name: str, words: str, field: QWidget) -> None:
        for each in (field, *field.findChildren(QWidget)):
            if isinstance(each, QDateEdit | QLineEdit | QComboBox | QPlainTextEdit) and not each.accessibleName():
                each.setAccessibleName(words)
        trouble = FieldError(self)
        self._troubles[name] = trouble
        self._form.addRow(words, field)
        self._form.addRow("", trouble)
