"""The hollow-site check in the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.services.checks.cases import CheckCases
from app.services.checks.hollow import HollowChecks, HollowOptions, HollowRow
from app.services.checks.means import DnsLimits, Networks, RegistrationLimits, Registries, Resolver, system_resolvers
from app.services.checks.reference_lists import ReferenceLists
from app.services.checks.replies import CheckReplies, CheckReply
from app.services.checks.runs import CheckRun, CheckTarget
from app.services.sites import Sites
from app.views.checks.evidence_pane import Found
from app.views.checks.hollow_findings import hollow_cells, hollow_columns, hollow_found
from app.views.checks.hollow_form import HollowForm, HollowWish, Listed
from app.views.checks.outcome_bar import ALL, CHANGED
from app.views.checks.run_tab import RunTab
from app.views.checks.words import CheckWords
from app.views.jobs import Jobs
from app.views.surroundings import Surroundings
from app.views.tables.columns import Column
from app.views.tables.words import number


class HollowTab(RunTab):
    """空壳网站."""

    check = "hollow"

    def __init__(
        self,
        checks: HollowChecks,
        cases: CheckCases,
        replies: CheckReplies,
        lists: ReferenceLists,
        sites: Sites,
        around: Surroundings,
        lane: Jobs,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
        resolvers: Callable[[], Sequence[Resolver]] = system_resolvers,
        limits: DnsLimits | None = None,
        registries: Registries | None = None,
        registration_limits: RegistrationLimits | None = None,
    ) -> None:
        self._checks, self._sites = checks, sites
        self._system_resolvers = resolvers
        self._limits = limits or DnsLimits()
        self._registries = registries
        self._registration_limits = registration_limits or RegistrationLimits()
        super().__init__(checks, cases, replies, lists, around, lane, parent, today=today)
        self.start_form.start_wanted.connect(self.start)
        self.retranslate()

    def make_form(self) -> QWidget:
        self.start_form = HollowForm(self.around, self, resolvers=self._system_resolvers)
        return self.start_form

    def columns(self) -> Sequence[Column]:
        return hollow_columns(self.words, self.before_words)

    def retranslate(self) -> None:
        super().retranslate()
        self.start_form.retranslate()

    def start(self, wish: HollowWish) -> None:
        """Write the run down, then ask the network."""
        checks, lists, make = self._checks, self._lists, self._options

        def write_down() -> tuple[CheckRun | None, Any]:
            options = make(wish.resolvers, lists.networks(), wish.ask_registry, len(wish.targets))
            return checks.begin(wish.targets, options), options

        self.begin(write_down, self.start_form.clear)

    def take_sites(self, site_ids: Sequence[int]) -> None:
        """The domains of these sites are to be checked; nothing starts by itself."""
        checks, asked = self._checks, len(site_ids)

        def done(targets: list[CheckTarget]) -> None:
            self.start_form.add(Listed("", tuple(targets), without=asked - len(targets)))
            self.show_form()
            self.start_form.listed.emit()

        self.around.store_jobs.start(self, lambda _job: checks.site_targets(site_ids), done=done)

    def means_of(self, run: CheckRun) -> HollowOptions:
        resolvers = tuple(map(Resolver.of, run.options.get("resolvers", ())))
        return self._options(resolvers, self._lists.networks(), bool(run.options.get("ask_registry")), run.total)

    def may_carry_on(self, run: CheckRun, means: HollowOptions) -> bool:
        now, then = means.summary(), dict(run.options)
        ranges = ("provider", "ranges", "ranges_source", "ranges_as_of")
        return all(now[name] == then.get(name) for name in ranges) or self.around.prompts.ask(
            self,
            self.tr("Carry on with another list?"),
            self.tr("The run began with another list of address ranges than the one in use now."),
            yes=self.tr("Carry on"),
        )

    def mark(self, mark: str) -> str:
        return self.words.reason(mark)

    def replies_to(self, row: HollowRow) -> Sequence[CheckReply]:
        said = CheckWords.chinese()
        return self._replies.of_hollow(row, lambda reason, _facts: said.reason(reason), self._today())

    def read_found(self, row_id: int) -> Found | None:
        evidence = self._checks.runs.evidence([row_id])
        rows = self._checks.rows([row_id])
        if not rows or not evidence:
            return None
        row, access, name = rows[0], "unknown", ""
        if row.site_id is not None:
            try:
                site = self._sites.get(row.site_id)
                access, name = site.access_state, site.name
            except UserError:
                row = replace(row, site_id=None)
        remedies = self._checks.remedies(row, access)
        words = self.words.frozen()
        return hollow_found(
            row,
            words,
            remedies,
            observer=evidence[0].observer,
            site_name=name,
            before=self.before_words(row.domain),
            replies=self.replies_to(row),
        )

    def names(self) -> Mapping[str, str]:
        words = {each: self.words.hollow(each) for each in ("pass", "fail", "unknown")}
        return words | {ALL: self.tr("All"), CHANGED: self.tr("Changed")}

    def how(self, run: CheckRun) -> str:
        told = run.options
        if told.get("ranges"):
            source = " · ".join(filter(None, (told.get("ranges_source"), told.get("ranges_as_of"))))
            ranges = self.tr("{count} networks ({source})").format(count=number(told["ranges"]), source=source)
        else:
            ranges = self.tr("no list of ranges")
        asked = self.tr("registries asked") if told.get("ask_registry") else self.tr("registries not asked")
        resolvers = self.tr("Resolvers {names}").format(names=", ".join(told.get("resolvers", ())))
        return f"{resolvers} · {ranges} · {asked}"

    def table_lines(self) -> tuple[list[str], Callable[[Any], list[str]], str]:
        words = self.words.frozen()
        columns = ("domain", "outcome", "reason", "addresses", "aliases", "resolvers", "seen")
        name = self.tr("Hollow sites {day}.xlsx").format(day=self._today().isoformat())
        return [words.header(each) for each in columns], lambda row: hollow_cells(row, words), name

    def outcome_words(self, outcome: str) -> str:
        return self.words.hollow(outcome)

    def _options(
        self, resolvers: tuple[Resolver, ...], networks: Networks, ask_registry: bool, total: int
    ) -> HollowOptions:
        return HollowOptions(
            resolvers=resolvers,
            networks=networks,
            limits=self._limits,
            ask_registry=ask_registry,
            registries=self._registries,
            registration_limits=self._registration_limits,
            # Small enough that the table fills while the run goes on, large enough that the store is not kept busy.
            batch=max(20, min(500, total // 20)),
        )
