"""Putting a site under another subject: which one, and under which filing number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.errors import Invalid, UserError
from app.models.site import SiteRow
from app.models.subject import SubjectRow
from app.services.changes import Change
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.views.jobs import Job
from app.views.pages.subject_picker import SubjectPicker
from app.views.surroundings import Surroundings
from app.views.tables.words import RecordWords
from app.views.theme import GRID, set_role
from app.views.widgets.labels import FieldError, plain_label


class MoveSiteDialog(QDialog):
    """Asks for the subject and the number there; the service checks both before anything is written.

    Signals:
        moved: the site was moved (the `Change`).
    """

    moved = Signal(object)

    def __init__(
        self, site: SiteRow, sites: Sites, subjects: Subjects, words: RecordWords, around: Surroundings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumSize(560, 480)
        self._site, self._sites, self._around = site, sites, around
        self.picker = SubjectPicker(subjects, around.store_jobs, words, self, title=" ")
        self.picker.picked.connect(self._on_picked)
        self._said = plain_label("", "hint", self)
        self._label = QLabel(self)
        set_role(self._label, "label")
        self.number = QLineEdit(self)
        self._label.setBuddy(self.number)
        self.problem = FieldError(self)
        self.buttons = QDialogButtonBox(self)
        self.move_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._cancel = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.move_button.setDefault(True)
        set_role(self.move_button, "primary")
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)
        number = QVBoxLayout()
        number.setContentsMargins(3 * GRID, GRID, 3 * GRID, 0)
        number.setSpacing(GRID // 2)
        for widget in (self._label, self.number, self.problem, self._said):
            number.addWidget(widget)
        foot = QVBoxLayout()
        foot.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        foot.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.picker)
        layout.addLayout(number)
        layout.addStretch(1)
        layout.addLayout(foot)
        self._retranslate()
        self.picker.text.setFocus()

    def save(self) -> None:
        """Move the site, or say what is in the way."""
        subject = self.picker.subject
        if not self.picker.insist() or subject is None:
            return
        sites, site, number = self._sites, self._site, self.number.text()

        def work(_job: Job) -> Change:
            return sites.move(site, subject.id, number)

        self.buttons.setEnabled(False)
        self._around.store_jobs.start(self, work, done=self._on_moved, failed=self._on_failed, must_run=True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_picked(self, subject: SubjectRow | None) -> None:
        self.problem.show_problem("", self.number)
        if subject is not None:
            self.number.setText(self._sites.number_under(self._site, subject))
            self.number.setFocus()

    def _on_moved(self, change: Change) -> None:
        self.moved.emit(change)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.buttons.setEnabled(True)
        messages = self._around.languages.messages()
        if isinstance(error, Invalid):
            self.problem.show_problem("\n".join(messages.problem(each) for each in error.problems), self.number)
            self.number.setFocus()
            return
        if not isinstance(error, UserError):
            raise error
        self._around.prompts.show_error(self, error)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Move {name} to another subject").format(name=self._site.name))
        self.picker.rename(self.tr("Subject that holds it from now on"))
        self._label.setText(self.tr("Filing number under that subject"))
        self.number.setAccessibleName(self._label.text())
        old = self._site.filing_number
        self._said.setText(
            self.tr("Its number so far is {number}. Leave the field empty until the new one is known.").format(
                number=old
            )
            if old
            else self.tr("It has had no number so far. Leave the field empty until there is one.")
        )
        self.move_button.setText(self.tr("Move the site"))
        self._cancel.setText(self.tr("Cancel"))
