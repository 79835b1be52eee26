"""The guide page: find by words, procedures, provinces, rules, questions, the special audit and words, each a tab."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.rules.in_force import RulesInForce
from app.services.audit_plans import AuditPlans
from app.services.change_plans import ChangePlans
from app.services.changes import Change
from app.services.drafts import Drafts
from app.services.guide import Guide
from app.services.guide_search import GuideSearch
from app.services.rule_browser import RuleBrowser
from app.services.rule_overlays import RuleOverlays
from app.services.rules_in_force import rules_of_desk
from app.services.subjects import Subjects
from app.views.guide.audit_tab import AuditTab
from app.views.guide.change_tab import ChangeTab
from app.views.guide.glossary_tab import GlossaryTab
from app.views.guide.procedures_tab import ProceduresTab
from app.views.guide.questions_tab import QuestionsTab
from app.views.guide.rules_tab import RulesTab
from app.views.guide.triage_tab import TriageTab
from app.views.pages.guide_page import GuidePage
from app.views.pages.page import Page
from app.views.rules.own_rules_tab import OwnRulesTab
from app.views.rules.rule_work import RuleWork
from app.views.surroundings import Surroundings


class GuideDesk(Page):
    """Everything the manual knows, under one name.

    Signals:
        wizard_wanted: the flow of a wizard that does a procedure's papers.
        case_wanted: a procedure that a case is to be begun for.
    """

    wizard_wanted = Signal(str)
    case_wanted = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        browser: RuleBrowser,
        plans: AuditPlans,
        overlays: RuleOverlays,
        changes: ChangePlans,
        subjects: Subjects,
        drafts: Drafts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._browser, self._in_force = browser, rules_of_desk(None)
        guide = Guide(rules=lambda: self._in_force)
        self._search = GuideSearch(guide)
        self.triage = TriageTab(around, self._search, self)
        self.procedures = ProceduresTab(around, guide, self)
        work = RuleWork(around, overlays, drafts, parent=self)
        self.rules = RulesTab(around, browser, work, self)
        self.own_rules = OwnRulesTab(around, overlays, work, self)
        self.provinces = GuidePage(around, browser.in_force, self)
        self.questions = QuestionsTab(around, self)
        self.change = ChangeTab(around, changes, subjects, drafts, parent=self)
        self.audit = AuditTab(around, plans, parent=self)
        self.glossary = GlossaryTab(guide, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self._pages: tuple[Page, ...] = (
            self.triage,
            self.procedures,
            self.provinces,
            self.rules,
            self.own_rules,
            self.questions,
            self.change,
            self.audit,
            self.glossary,
        )
        for page in self._pages:
            self.tabs.addTab(page, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.triage.procedure_wanted.connect(self.show_procedure)
        self.triage.question_wanted.connect(self.show_question)
        self.triage.term_wanted.connect(self.show_term)
        self.questions.procedure_wanted.connect(self.show_procedure)
        self.audit.procedure_wanted.connect(self.show_procedure)
        self.procedures.wizard_wanted.connect(self.wizard_wanted)
        self.procedures.case_wanted.connect(self.case_wanted)
        self.procedures.term_wanted.connect(self.show_term)
        around.changes.changed.connect(self._on_changed)
        self.retranslate()
        self._read_rules()
        work.offer_kept(self)

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

    def plan_change(self, kind: str, record_id: int) -> None:
        """Plan the changes of a `subject` or a `site`."""
        self.tabs.setCurrentWidget(self.change)
        self.change.begin_from(**{f"{kind}_id": record_id})

    def _read_rules(self) -> None:
        self._around.store_jobs.start(self, lambda _job: self._browser.in_force(), done=self._on_rules)

    def _on_changed(self, change: Change) -> None:
        if change.rules:
            self._read_rules()

    def _on_rules(self, in_force: RulesInForce) -> None:
        if in_force != self._in_force:
            self._in_force = in_force
            self._search.forget()
            self.procedures.show_again()

    def show_question(self, entry_id: str) -> None:
        """Open a question."""
        self.tabs.setCurrentWidget(self.questions)
        self.questions.show_question(entry_id)

    def show_term(self, name: str) -> None:
        """Open a word of the trade."""
        self.tabs.setCurrentWidget(self.glossary)
        self.glossary.show_term(name)
