"""The page of checks (核查): hollow sites, domain verification, hollow subjects, and the lists that they compare with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.services.checks.reference_lists import RANGES, REGISTRARS, ListRow
from app.services.checks.together import CheckServices
from app.views.checks.domain_tab import DomainTab
from app.views.checks.hollow_tab import HollowTab
from app.views.checks.lists_tab import ListsTab
from app.views.checks.subjects_tab import SubjectsTab
from app.views.jobs import Jobs
from app.views.pages.page import Page
from app.views.surroundings import Surroundings


class ChecksPage(Page):
    """One tab a check. Nothing goes to the network before Start is pressed."""

    def __init__(
        self, around: Surroundings, lane: Jobs, services: CheckServices, parent: QWidget | None = None, **network: Any
    ) -> None:
        """`network` names other resolvers, limits and registries than the usual ones (see `HollowTab`)."""
        super().__init__(parent)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        shared = ("today", "registries", "registration_limits")
        told = {name: value for name, value in network.items() if name in shared}
        day = {name: value for name, value in network.items() if name == "today"}
        common = (services.cases, services.check_replies, services.lists)
        self.hollow = HollowTab(services.hollow, *common, services.sites, around, lane, self, **network)
        self.domains = DomainTab(
            services.domains, *common, services.subjects, services.sites, around, lane, self, **told
        )
        self.hollow_subjects = SubjectsTab(services.hollow_subjects, services.replies, around, self, **day)
        self.lists = ListsTab(services.lists, around, self, **day)
        for tab in (self.hollow, self.domains, self.hollow_subjects, self.lists):
            self.tabs.addTab(tab, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.lists.read.connect(self._on_lists)
        for form in (self.hollow.start_form, self.domains.start_form):
            form.lists_wanted.connect(lambda: self.tabs.setCurrentWidget(self.lists))
        self.tabs.tabBarClicked.connect(self._on_clicked)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Checks")

    def focus_first(self) -> None:
        tab: Any = self.tabs.currentWidget()
        if tab in (self.hollow_subjects, self.lists):
            tab.setFocus()
            return
        shown = tab.stack.currentWidget()
        (tab.results.table if shown is tab.results else shown).setFocus()

    def retranslate(self) -> None:
        titles = (
            self.tr("Hollow sites"),
            self.tr("Domain verification"),
            self.tr("Hollow subjects"),
            self.tr("Reference lists"),
        )
        for number, title in enumerate(titles):
            self.tabs.setTabText(number, title)
        for tab in (self.hollow, self.domains, self.hollow_subjects, self.lists):
            tab.retranslate()

    def take_sites(self, site_ids: Sequence[int]) -> None:
        """Offer the domains of these sites to the check for hollow sites."""
        self.tabs.setCurrentWidget(self.hollow)
        self.hollow.take_sites(site_ids)

    def verify_sites(self, site_ids: Sequence[int]) -> None:
        """Offer the domains of these sites, with their subject, to domain verification."""
        self.tabs.setCurrentWidget(self.domains)
        self.domains.take_sites(site_ids)

    def _on_clicked(self, tab: int) -> None:
        # Who walks along the tabs by keys stays on them; after a click the work begins in the tab.
        if tab >= 0:
            self.tabs.setCurrentIndex(tab)
            self.focus_first()

    def _on_lists(self, rows: Sequence[ListRow]) -> None:
        by_kind = {row.kind: row for row in rows}
        self.hollow.start_form.ranges.show_row(by_kind[RANGES])
        self.domains.start_form.registrars.show_row(by_kind[REGISTRARS])
