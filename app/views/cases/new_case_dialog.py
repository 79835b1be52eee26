"""A case without a wizard: what is to be done, for which filing, under which ticket."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors import Invalid, UserError
from app.models.site import SiteRow
from app.models.subject import SubjectRow
from app.services.case_starts import CaseStart
from app.views.cases.case_work import CaseWork
from app.views.cases.kept_typing import KeptTyping
from app.views.pages.subject_picker import SubjectPicker
from app.views.tables.words import RecordWords
from app.views.theme import GRID
from app.views.widgets.choice_list import Choice, ChoiceList
from app.views.widgets.labels import FieldError, action_button, heading, plain_label

FLOW = "case_begin"
SIZE = QSize(960, 640)


class NewCaseDialog(QDialog):
    """Procedures left with what they are for, the ticket right, and below it the check list that the case will get.

    What is typed is there again after locking or a crash; Cancel gives it up.

    Signals:
        begun: the case is there (its id).
    """

    begun = Signal(int)

    def __init__(
        self, work: CaseWork, today: Callable[[], date], parent: QWidget | None = None, *, procedure: str = ""
    ) -> None:
        super().__init__(parent)
        self._work, self._today = work, today
        self._site_wanted: int | None = None
        self._chosen = procedure
        self.setWindowTitle(self.tr("New case"))
        room = parent.window().size() if parent is not None else SIZE
        self.resize(SIZE.boundedTo(room))
        services = work.services
        self.procedures = ChoiceList(self)
        self.procedures.name(self.tr("Filter procedures"), self.tr("Procedures"))
        self.procedures.show_choices(Choice(each.id, each.title, each.summary) for each in services.starts.procedures())
        words = RecordWords(work.around.languages.messages)
        self.picker = SubjectPicker(
            services.subjects, work.around.store_jobs, words, self, title=self.tr("Filing that it is about, if known")
        )
        if (inside := self.picker.layout()) is not None:
            inside.setContentsMargins(0, 0, 0, 0)
        self.site = QComboBox(self)
        self.site.addItem(self.tr("The whole subject"), None)
        self.ticket = QLineEdit(self)
        self.ticket.setMaxLength(64)
        self.customer = QLineEdit(self)
        self.customer.setMaxLength(200)
        self.owner = QLineEdit(services.cases.actor, self)
        self.owner.setMaxLength(200)
        self.list = plain_label("", "hint", self)
        self.wrong = FieldError(self)
        self.ok = action_button(self.tr("Begin the case"), self.begin, self, role="primary")
        self.ok.setDefault(True)
        cancel = action_button(self.tr("Cancel"), self.reject, self)
        cancel.setAutoDefault(False)
        self._lay_out(cancel)
        self.procedures.chosen.connect(lambda _key: self._show_list())
        self._typing = KeptTyping(FLOW, "new", services.drafts, work.around.store_jobs, self)
        self._typing.look(self._restore)
        for line in (self.ticket, self.customer, self.owner):
            line.textEdited.connect(self._on_typed)
        self.picker.picked.connect(self._on_subject)
        if procedure:
            self.procedures.choose(procedure)
        self._show_list()
        (self.ticket if procedure else self.procedures.filter).setFocus()

    def show_record(self, subject: SubjectRow, site_id: int | None = None) -> None:
        """Choose the filing that it is about: the whole subject, or one of its sites."""
        self._site_wanted = site_id
        self.picker.pick(subject)

    def _lay_out(self, cancel: QWidget) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID)
        for name, field in (
            (self.tr("Site"), self.site),
            (self.tr("Ticket number"), self.ticket),
            (self.tr("Customer"), self.customer),
            (self.tr("Owner"), self.owner),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.picker)
        column.addLayout(form)
        column.addSpacing(GRID)
        column.addWidget(heading(self.tr("Check list"), right))
        self.list.setAlignment(Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea(right)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Check list"))
        scroll.setWidget(self.list)
        column.addWidget(scroll, 1)
        column.addWidget(self.wrong)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.ok)
        column.addLayout(buttons)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.procedures)
        splitter.addWidget(right)
        splitter.setSizes([380, 580])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _show_list(self) -> None:
        kind = self.picker.subject.kind if self.picker.subject is not None else ""
        lines = self._work.services.starts.check_list(self.procedures.current, kind)
        text = "\n".join(f"☐ {line.title}" for line in lines)
        self.list.setText(text or self.tr("This is done elsewhere; the case starts with an empty list."))
        self.ok.setEnabled(bool(self.procedures.current))

    def _on_subject(self, subject: SubjectRow | None) -> None:
        while self.site.count() > 1:
            self.site.removeItem(1)
        self._show_list()
        if subject is not None:
            subjects = self._work.services.subjects
            self._work.around.store_jobs.start(
                self, lambda _job: subjects.sites(subject.id), done=lambda rows: self._offer(subject.id, rows)
            )

    def _offer(self, subject_id: int, rows: list[SiteRow]) -> None:
        if self.picker.subject is None or self.picker.subject.id != subject_id:
            return
        for row in rows:
            self.site.addItem(
                " · ".join(part for part in (row.name, row.domain, row.filing_number or "") if part), row.id
            )
        wanted, self._site_wanted = self._site_wanted, None
        self.site.setCurrentIndex(max(self.site.findData(wanted), 0))

    def begin(self) -> None:
        """Make the case."""
        subject = self.picker.subject
        start = CaseStart(
            self.procedures.current,
            ticket_number=self.ticket.text(),
            customer=self.customer.text(),
            owner=self.owner.text(),
            subject_id=subject.id if subject is not None else None,
            site_id=self.site.currentData(),
        )
        starts, today = self._work.services.starts, self._today()
        self.ok.setEnabled(False)
        self._work.run(self, lambda: starts.create(start, today), done=self._begun, failed=self._failed)

    def _begun(self, made: tuple[int, object]) -> None:
        case_id, change = made
        self._work.around.changes.changed.emit(change)
        self._typing.settle()
        self.accept()
        self.begun.emit(case_id)

    def put_away(self) -> None:
        """The desk is locked: what was typed is kept."""
        self._typing.keep_now()
        super().reject()

    def reject(self) -> None:
        """Cancel: what was typed is given up."""
        self._typing.settle()
        super().reject()

    def _on_typed(self) -> None:
        self._typing.keep(
            {
                "procedure": self.procedures.current,
                "ticket_number": self.ticket.text(),
                "customer": self.customer.text(),
                "owner": self.owner.text(),
            }
        )

    def _restore(self, kept: Mapping[str, Any]) -> None:
        if self.ticket.text() or self.customer.text():
            return  # whoever types already was quicker than the store
        if not self._chosen and kept.get("procedure"):
            self.procedures.choose(str(kept["procedure"]))
            self._show_list()
        self.ticket.setText(str(kept.get("ticket_number", "")))
        self.customer.setText(str(kept.get("customer", "")))
        self.owner.setText(str(kept.get("owner", "")))

    def _failed(self, error: UserError) -> None:
        self.ok.setEnabled(True)
        messages = self._work.around.languages.messages()
        said = (
            [messages.problem(each) for each in error.problems]
            if isinstance(error, Invalid)
            else [messages.error(error)]
        )
        self.wrong.show_problem("\n".join(said))
