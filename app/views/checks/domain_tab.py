"""Domain verification in the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.models.site import SiteRow
from app.models.subject import SubjectRow
from app.rules.registrars import RegistrarList
from app.rules.verification_texts import title_zh
from app.services.checks.cases import CheckCases
from app.services.checks.domains import DomainChecks, DomainOptions, DomainRow
from app.services.checks.means import RegistrationLimits, Registries
from app.services.checks.reference_lists import ReferenceLists
from app.services.checks.replies import CheckReplies, CheckReply
from app.services.checks.runs import CheckRun, CheckTarget
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.views.checks.domain_findings import domain_cells, domain_columns, domain_found, domain_header
from app.views.checks.domain_form import DomainForm, DomainWish
from app.views.checks.evidence_pane import Found
from app.views.checks.outcome_bar import ALL, CHANGED
from app.views.checks.run_tab import RunTab
from app.views.checks.words import CheckWords
from app.views.jobs import Job, Jobs
from app.views.surroundings import Surroundings
from app.views.tables.columns import Column


class DomainTab(RunTab):
    """域名核验."""

    check = "domain"

    def __init__(
        self,
        checks: DomainChecks,
        cases: CheckCases,
        replies: CheckReplies,
        lists: ReferenceLists,
        subjects: Subjects,
        sites: Sites,
        around: Surroundings,
        lane: Jobs,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
        registries: Registries | None = None,
        registration_limits: RegistrationLimits | None = None,
    ) -> None:
        self._checks, self._subjects, self._sites = checks, subjects, sites
        self._registries = registries
        self._limits = registration_limits or RegistrationLimits()
        super().__init__(checks, cases, replies, lists, around, lane, parent, today=today)
        self.start_form.start_wanted.connect(self.start)
        self.retranslate()

    def make_form(self) -> QWidget:
        self.start_form = DomainForm(self._subjects, self._checks, self.around, self)
        return self.start_form

    def columns(self) -> Sequence[Column]:
        return domain_columns(self.words, self.before_words)

    def retranslate(self) -> None:
        super().retranslate()
        self.start_form.retranslate()

    def start(self, wish: DomainWish) -> None:
        """Write the run down with what was stated, then judge; registries are asked only where that was ticked."""
        checks, lists, make = self._checks, self._lists, self._options

        def write_down() -> tuple[CheckRun | None, Any]:
            options = make(wish.ask_registry, lists.registrars())
            return checks.begin(wish.facts, options, subject_id=wish.subject_id, sites=wish.sites), options

        self.begin(write_down, lambda: None)

    def take_sites(self, site_ids: Sequence[int]) -> None:
        """Fill the form with these sites' domains and the stored subject they belong to; nothing starts by itself.

        A verification is of one subject: the first site's; sites of others are left and counted.
        """
        sites, subjects, checks = self._sites, self._subjects, self._checks

        def work(_job: Job) -> tuple[SubjectRow, list[CheckTarget], int] | None:
            rows: Sequence[SiteRow] = sites.rows(site_ids)
            if not rows:
                return None
            subject = subjects.get(rows[0].subject_id)
            theirs = {row.id for row in rows if row.subject_id == subject.id}
            targets = [each for each in checks.subject_targets(subject.id) if each.site_id in theirs]
            return subject, targets, len(rows) - len(theirs)

        def done(found: tuple[SubjectRow, list[CheckTarget], int] | None) -> None:
            if found is not None:
                self._take(*found)

        self.around.store_jobs.start(self, work, done=done)

    def _take(self, subject: SubjectRow, targets: Sequence[CheckTarget], left: int) -> None:
        form = self.start_form
        if not targets:
            self.around.notify(self.tr("The chosen sites have no domain to verify."))
            return
        chosen = form.picker.subject
        if form.is_begun and (chosen is None or chosen.id != subject.id):
            anew = self.around.prompts.ask(
                self,
                self.tr("A verification is being filled in"),
                self.tr("Its domains and what was filled in of them make way for those of the chosen sites."),
                yes=self.tr("Begin anew"),
            )
            if not anew:
                return
            form.clear()
        if chosen is None or chosen.id != subject.id:
            form.picker.pick(subject)
        form.put_targets(targets)
        self.show_form()
        if left:
            words = self.tr(
                "Taken: {subject}. %n site(s) of other subjects are left: one verification is of one subject.", "", left
            )
            self.around.notify(words.format(subject=subject.name))
        form.listed.emit()

    def means_of(self, run: CheckRun) -> DomainOptions:
        return self._options(bool(run.options.get("ask_registry")), self._lists.registrars())

    def mark(self, mark: str) -> str:
        rule, _, outcome = mark.partition(":")
        return f"{title_zh(rule)} · {self.words.outcome(outcome)}"

    def replies_to(self, row: DomainRow) -> Sequence[CheckReply]:
        return self._replies.of_domain(row, CheckWords.chinese().rule, self._today())

    def read_found(self, row_id: int) -> Found | None:
        evidence = self._checks.runs.evidence([row_id])
        rows = self._checks.rows([row_id])
        if not rows or not evidence:
            return None
        return domain_found(
            rows[0],
            self.words.frozen(),
            observer=evidence[0].observer,
            before=self.before_words(rows[0].domain),
            replies=self.replies_to(rows[0]),
        )

    def names(self) -> Mapping[str, str]:
        words = {each: self.words.outcome(each) for each in ("pass", "fail", "unknown")}
        return words | {ALL: self.tr("All"), CHANGED: self.tr("Changed")}

    def how(self, run: CheckRun) -> str:
        told = run.options
        kind = self.words.filing_types().get(str(told.get("filing_type")), "")
        asked = self.tr("registries asked") if told.get("ask_registry") else self.tr("registries not asked")
        list_day = told.get("registrars_as_of")
        source = told.get("registrars_source", "")
        listed = self.tr("registrars by the list of {day} ({source})") if list_day else self.tr("no list of registrars")
        return " · ".join(filter(None, (kind, asked, listed.format(day=list_day, source=source))))

    def table_lines(self) -> tuple[list[str], Callable[[Any], list[str]], str]:
        words = self.words.frozen()
        name = self.tr("Domain verification {day}.xlsx").format(day=self._today().isoformat())
        return domain_header(words), lambda row: domain_cells(row, words), name

    def outcome_words(self, outcome: str) -> str:
        return self.words.outcome(outcome)

    def _options(self, ask_registry: bool, registrars: RegistrarList | None) -> DomainOptions:
        return DomainOptions(ask_registry, self._registries, self._limits, registrars=registrars)
