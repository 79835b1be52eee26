"""The guide page: find by words, procedures, rules, provinces, questions and the special audit, each a tab."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.services.audit_plans import AuditPlans
from app.services.guide import Guide
from app.services.rule_browser import RuleBrowser
from app.views.guide.audit_tab import AuditTab
from app.views.guide.procedures_tab import ProceduresTab
from app.views.guide.questions_tab import QuestionsTab
from app.views.guide.rules_tab import RulesTab
from app.views.guide.triage_tab import TriageTab
from app.views.pages.guide_page import GuidePage
from app.views.pages.page import Page
from app.views.surroundings import Surroundings


class GuideDesk(Page):
    """Everything the manual knows, under one name.

    Signals:
        wizard_wanted: the flow of a wizard that does a procedure's papers.
    """

    wizard_wanted = Signal(str)

    def __init__(
        self, around: Surroundings, browser: RuleBrowser, plans: AuditPlans, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.triage = TriageTab(around, self)
        self.procedures = ProceduresTab(around, Guide(), self)
        self.rules = RulesTab(around, browser, self)
        self.provinces = GuidePage(around, browser.in_force, self)
        self.questions = QuestionsTab(around, self)
        self.audit = AuditTab(around, plans, parent=self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self._pages: tuple[Page, ...] = (
            self.triage,
            self.procedures,
            self.provinces,
            self.rules,
            self.questions,
            self.audit,
        )
        for page in self._pages:
            self.tabs.addTab(page, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.triage.procedure_wanted.connect(self.show_procedure)
        self.triage.question_wanted.connect(self.show_question)
        self.questions.procedure_wanted.connect(self.show_procedure)
        self.audit.procedure_wanted.connect(self.show_procedure)
        self.procedures.wizard_wanted.connect(self.wizard_wanted)
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Guide")

    def focus_first(self) -> None:
        """The cursor begins where the open tab's does."""
        self._pages[self.tabs.currentIndex()].focus_first()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        for place, page in enumerate(self._pages):
            text = self.tr("Provinces") if page is self.provinces else page.title()
            self.tabs.setTabText(place, text)

    def show_procedure(self, procedure_id: str) -> None:
        """Open a procedure."""
        self.tabs.setCurrentWidget(self.procedures)
        self.procedures.show_procedure(procedure_id)

    def show_question(self, entry_id: str) -> None:
        """Open a question."""
        self.tabs.setCurrentWidget(self.questions)
        self.questions.show_question(entry_id)
