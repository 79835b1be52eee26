"""What a case is about: deadline, numbers, customer, owner, note, and the filing it belongs to."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.cases import CaseWhole
from app.views.cases.case_dialog import CaseDialog
from app.views.cases.case_work import CaseWork
from app.views.cases.due_panel import DuePanel
from app.views.pages.case_words import CaseWords
from app.views.theme import GRID
from app.views.widgets.detail_grid import Detail, DetailGrid
from app.views.widgets.labels import action_button
from app.views.widgets.layouts import empty


class AboutPanel(QWidget):
    """Shows it, and asks for what is written by hand."""

    def __init__(self, work: CaseWork, words: CaseWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._words = work, words
        self._whole: CaseWhole | None = None
        self.due = DuePanel(work, self)
        self.grid = DetailGrid(work.around.clipboard, self)
        self.edit = action_button("", self.ask_edit, self, icon_name="pencil")
        self._links = QVBoxLayout()
        self._links.setSpacing(GRID // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.due)
        column.addWidget(self.grid)
        column.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._links)

    def show_case(self, whole: CaseWhole, today: date) -> None:
        """Show a case as seen today."""
        self._whole = whole
        case = whole.case
        self.due.show_case(case, today)
        self.grid.show_details(
            (
                Detail("filing_number", self.tr("Filing number"), case.filing_number),
                Detail("province", self.tr("Province"), self._words.province(case.province), copies=False),
                Detail("ticket_number", self.tr("Ticket"), case.ticket_number),
                Detail("customer", self.tr("Customer"), case.customer),
                Detail("owner", self.tr("Owner"), case.owner, copies=False),
                Detail("note", self.tr("Note"), case.note),
                Detail("closing_reason", self.tr("Closed because"), case.closing_reason, copies=False),
            )
        )
        empty(self._links)
        go = self._work.around.navigation.go
        if whole.subject is not None:
            open_subject = partial(go, "subjects", whole.subject.id)
            self._links.addWidget(
                action_button(whole.subject.name, open_subject, self, icon_name="building-2", role="link")
            )
        for site in whole.sites:
            name = " · ".join(part for part in (site.name, site.domain) if part)
            self._links.addWidget(
                action_button(name, partial(go, "sites", site.id), self, icon_name="globe", role="link")
            )

    def ask_edit(self) -> None:
        """Ask for what an agent writes of a case."""
        if self._whole is not None:
            CaseDialog(self._work, self._whole.case, self).open()

    def retranslate(self) -> None:
        """Say every text in the language of the moment; the case itself is shown again by the caller."""
        self.edit.setText(self.tr("Edit…"))
        self.edit.setToolTip("F2")
        self.due.retranslate()
