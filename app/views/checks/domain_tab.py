"""Domain verification in the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.services.checks.cases import CheckCases
from app.services.checks.domains import DomainChecks, DomainOptions
from app.services.checks.means import RegistrationLimits, Registries
from app.services.checks.runs import CheckRun
from app.services.subjects import Subjects
from app.views.checks.domain_findings import domain_cells, domain_columns, domain_found, domain_header
from app.views.checks.domain_form import DomainForm, DomainWish
from app.views.checks.evidence_pane import Found
from app.views.checks.outcome_bar import ALL, CHANGED
from app.views.checks.run_tab import RunTab
from app.views.jobs import Jobs
from app.views.surroundings import Surroundings
from app.views.tables.columns import Column


class DomainTab(RunTab):
    """域名核验. What the agent typed is kept for looking again only while the page stands."""

    check = "domain"

    def __init__(
        self,
        checks: DomainChecks,
        cases: CheckCases,
        subjects: Subjects,
        around: Surroundings,
        lane: Jobs,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
        registries: Registries | None = None,
        registration_limits: RegistrationLimits | None = None,
    ) -> None:
        self._checks, self._subjects = checks, subjects
        self._registries = registries
        self._limits = registration_limits or RegistrationLimits()
        self._wishes: dict[str, DomainWish] = {}
        self._wish: DomainWish | None = None
        super().__init__(checks, cases, around, lane, parent, today=today)
        self.results.again_open.setVisible(False)
        self.start_form.start_wanted.connect(self.start)
        self.retranslate()

    def make_form(self) -> QWidget:
        self.start_form = DomainForm(self._subjects, self.around, self)
        return self.start_form

    def columns(self) -> Sequence[Column]:
        return domain_columns(self.words)

    def retranslate(self) -> None:
        super().retranslate()
        self.start_form.retranslate()

    def start(self, wish: DomainWish, of: str = "") -> None:
        """Judge the domains; registries are asked only where that was ticked."""
        if self.refuses():
            return
        checks, options = self._checks, self._options(wish)
        self._wish = wish
        self.begin_work(lambda job: checks.run(wish.facts, options, job.report, of=of, subject_id=wish.subject_id))

    def carry_on(self) -> None:
        run = self.run
        wish = self._wishes.get(run.id) if run is not None else None
        if run is None or wish is None or self.refuses():
            return
        checks, options, run_id = self._checks, self._options(wish), run.id
        self._wish = wish
        self.begin_work(lambda job: checks.carry_on(run_id, wish.facts, options, job.report), run_id)

    def look_again(self, only_open: bool) -> None:
        wish = self._wishes.get(self.run.id) if self.run is not None else None
        if wish is None or self.run is None:
            self.around.notify(self.tr("What you saw then is not kept whole. Fill in the form to verify again."))
            self.show_form()
            return
        self.start(wish, of=self.run.id)

    def can_resume(self, run: CheckRun) -> bool:
        return run.id in self._wishes

    def read_found(self, row_id: int) -> Found | None:
        evidence = self._checks.runs.evidence([row_id])
        rows = self._checks.rows([row_id])
        if not rows or not evidence:
            return None
        return domain_found(rows[0], self.words.frozen(), observer=evidence[0].observer)

    def names(self) -> Mapping[str, str]:
        words = {each: self.words.outcome(each) for each in ("pass", "fail", "unknown")}
        return words | {ALL: self.tr("All"), CHANGED: self.tr("Changed")}

    def how(self, run: CheckRun) -> str:
        told = run.options
        kind = self.words.filing_types().get(str(told.get("filing_type")), "")
        asked = self.tr("registries asked") if told.get("ask_registry") else self.tr("registries not asked")
        return " · ".join(filter(None, (kind, asked)))

    def table_lines(self) -> tuple[list[str], Callable[[Any], list[str]], str]:
        words = self.words.frozen()
        name = self.tr("Domain verification {day}.xlsx").format(day=self._today().isoformat())
        return domain_header(words), lambda row: domain_cells(row, words), name

    def differences(self, run_id: str) -> Mapping[str, str]:
        before = {row.domain: row for row in self._checks.each(self._checks.runs.get(run_id).of)}
        found: dict[str, str] = {}
        for row in self._checks.each(run_id):
            was = before.get(row.domain)
            if was is None:
                found[row.domain] = ""
            elif [(each.rule, each.outcome) for each in was.rules] != [(each.rule, each.outcome) for each in row.rules]:
                found[row.domain] = was.outcome
        return found

    def run_read(self, run_id: str) -> None:
        if self._wish is not None:
            self._wishes[run_id], self._wish = self._wish, None

    def _options(self, wish: DomainWish) -> DomainOptions:
        return DomainOptions(wish.ask_registry, self._registries, self._limits)
