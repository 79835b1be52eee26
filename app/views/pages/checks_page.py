"""The page of checks (核查): hollow sites (空壳网站) and domain verification (域名核验)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.services.checks.cases import CheckCases
from app.services.checks.domains import DomainChecks
from app.services.checks.hollow import HollowChecks
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.views.checks.domain_tab import DomainTab
from app.views.checks.hollow_tab import HollowTab
from app.views.jobs import Jobs
from app.views.pages.page import Page
from app.views.surroundings import Surroundings


class ChecksPage(Page):
    """One tab a check. Nothing goes to the network before Start is pressed."""

    def __init__(
        self,
        around: Surroundings,
        lane: Jobs,
        hollow: HollowChecks,
        domains: DomainChecks,
        cases: CheckCases,
        subjects: Subjects,
        sites: Sites,
        parent: QWidget | None = None,
        **network: Any,
    ) -> None:
        """`network` names other resolvers, limits and registries than the usual ones (see `HollowTab`)."""
        super().__init__(parent)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.hollow = HollowTab(hollow, cases, sites, around, lane, self, **network)
        shared = ("today", "registries", "registration_limits")
        told = {name: value for name, value in network.items() if name in shared}
        self.domains = DomainTab(domains, cases, subjects, around, lane, self, **told)
        self.tabs.addTab(self.hollow, "")
        self.tabs.addTab(self.domains, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Checks")

    def focus_first(self) -> None:
        tab: Any = self.tabs.currentWidget()
        shown = tab.stack.currentWidget()
        (tab.results.table if shown is tab.results else shown).setFocus()

    def retranslate(self) -> None:
        self.tabs.setTabText(0, self.tr("Hollow sites"))
        self.tabs.setTabText(1, self.tr("Domain verification"))
        self.hollow.retranslate()
        self.domains.retranslate()

    def take_sites(self, site_ids: Sequence[int]) -> None:
        """Offer the domains of these sites to the check for hollow sites."""
        self.tabs.setCurrentWidget(self.hollow)
        self.hollow.take_sites(site_ids)
