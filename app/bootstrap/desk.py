"""The services over an open store, and the pages that work with them."""

from __future__ import annotations

import getpass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.bootstrap.indexing import Indexing
from app.bootstrap.store_key import StoreKey
from app.db.database import Database
from app.paths import Paths
from app.services.accounts import Accounts
from app.services.drafts import Drafts
from app.services.search import Search
from app.services.sites import Sites
from app.services.stores import Stores
from app.services.subjects import Subjects
from app.services.tables import TableQuery
from app.views.desk_view import Desk
from app.views.idle import IdleWatch
from app.views.jobs import Jobs
from app.views.main_window import MainWindow
from app.views.rail import PageSpec
from app.views.surroundings import Surroundings
from app.views.theme import Theme

if TYPE_CHECKING:
    from app.models.draft import DraftRow
    from app.services.backups import Backups
    from app.services.case_settings import DeskSettings
    from app.services.cases import Cases
    from app.services.changes import Change
    from app.services.deregistrations import Deregistrations
    from app.services.replies import Replies
    from app.views.case_wizards import CaseWizards
    from app.views.letters.letter_desk import LetterDesk
    from app.views.pages.records_page import RecordsPage
    from app.views.record_ways import RecordWays
    from app.views.table_exchange import TableExchange

BACKUP_CHECK_MS = 60_000


class _Pages(QObject):
    """Makes the pages, each at its first visit; what only one page needs is imported there.

    What makes paper takes longer to load than everything else together, so it waits for its first use.

    Signals:
        wizard_closed: half-made work may have been kept.
    """

    wizard_closed = Signal()

    def __init__(
        self,
        database: Database,
        around: Surroundings,
        paths: Paths,
        window: MainWindow,
        *,
        stores: Stores,
        theme: Theme,
        idle: IdleWatch,
    ) -> None:
        super().__init__(window)
        self._database, self._window = database, window
        self._around, self._theme, self._idle = around, theme, idle
        held = around.settings.settings
        self._actor = held.operator or _user_name()
        self._folder = Path(held.backup_dir) if held.backup_dir else paths.backups
        self.subjects = Subjects(database, self._actor)
        self.sites = Sites(database, self._actor)
        self.accounts = Accounts(database, self._actor)
        self._drafts = Drafts(database)
        self._key = StoreKey(stores, database, paths.data_dir)
        self._exchange: TableExchange | None = None
        self._indexing = Indexing(database, around, self)
        clock = QTimer(self)
        clock.setInterval(BACKUP_CHECK_MS)
        clock.timeout.connect(self._back_up_if_due)
        clock.start()

    def put_away(self) -> None:
        """The store closes: what works beside the pages stops."""
        self._indexing.stop()
        # A check that is stopped here can be carried on: what it has seen is kept.
        self._check_jobs.shutdown()
        self.deleteLater()

    def _back_up_if_due(self) -> None:
        self._around.store_jobs.start(self, lambda _job: self.backups.make_if_due())

    @cached_property
    def cases(self) -> Cases:
        """The tickets on the desk."""
        from app.services.cases import Cases

        return Cases(self._database, actor=self._actor)

    @cached_property
    def backups(self) -> Backups:
        """Copies of the store; asked for from more than one lane."""
        from app.services.backups import Backups

        return Backups(self._database, self._folder, self._actor)

    @cached_property
    def deregistrations(self) -> Deregistrations:
        """Papers; asked for from both lanes."""
        from app.services.deregistrations import Deregistrations

        return Deregistrations(self._database, actor=self._actor)

    @cached_property
    def wizards(self) -> CaseWizards:
        """The wizards, opened over the window."""
        from app.bootstrap.wizards import make_wizards

        made = make_wizards(
            self._database, self._actor, self._around, self._drafts, self.deregistrations, self._window, self
        )
        made.closed.connect(self.wizard_closed)
        return made

    def start_deregistering(self, kind: str, record_id: int) -> None:
        """Open the wizard of a deregistration from a record."""
        self.wizards.start("deregistration", kind, record_id)

    @cached_property
    def _ways(self) -> RecordWays:
        """What else can be begun from a record."""
        from app.views.record_ways import RecordWays, Ways

        ways = Ways(
            start_flow=self.start_wizard,
            flow_names=self.wizards.flow_names,
            letter_menu=self.letters.menu,
            plan_change=lambda kind, record_id: self._front("guide").plan_change(kind, record_id),
            begin_case=lambda subject, site: self._front("cases").ask_new(subject=subject, site_id=site),
        )
        return RecordWays(self._around, self.subjects, self.sites, ways, self._window, self)

    def _front(self, name: str) -> Any:
        """A page, brought to the front."""
        view = self._window.desk_view
        assert view is not None, "asked from a page of an open store"
        view.show_page(name)
        return view.page(name)

    def start_flow(self, flow: str) -> None:
        """Open the wizard of a flow, afresh."""
        self.wizards.start(flow)

    def choose_wizard(self) -> None:
        """Offer the wizards under the button that was pressed."""
        below = self._window.focusWidget() or self._window
        self.wizards.menu(self._window).popup(below.mapToGlobal(below.rect().bottomLeft()))

    def go_on(self, kept: DraftRow) -> None:
        """Open the wizard or the letter where it was left."""
        (self.letters if kept.flow == "letter" else self.wizards).go_on(kept)

    @cached_property
    def letters(self) -> LetterDesk:
        """Letters, opened over the window."""
        from app.bootstrap.papers import make_letter_desk

        made = make_letter_desk(self._database, self._actor, self._around, self._drafts, self._window, self)
        made.closed.connect(self.wizard_closed)
        return made

    def _load_demo(self) -> Change:
        from app.services.demo import load_records

        return load_records(self._database)

    def exchange(self) -> TableExchange:
        """Import and export, made when a page first needs them."""
        if self._exchange is None:
            from app.services.exports import Exports
            from app.services.imports.running import Imports
            from app.views.table_exchange import TableExchange

            self._exchange = TableExchange(
                self._around,
                Imports(self._database, self._actor, self.backups),
                Exports(self._database, self._actor),
                self._window,
                load_demo=self._load_demo,
            )
            self.destroyed.connect(self._exchange.deleteLater)
        return self._exchange

    def _serve(self, page: RecordsPage) -> None:
        # Import and export take as long to load as the page itself, so they wait until somebody wants them.
        page.import_wanted.connect(lambda path: self.exchange().start_import(path))
        page.export_wanted.connect(lambda shown: self.exchange().start_export(shown))
        page.demo_wanted.connect(lambda: self.exchange().load_demo())
        page.deregister_wanted.connect(self.start_deregistering)
        page.more_wanted.connect(lambda *asked: self._ways.offer(*asked))  # noqa: PLW0108 - loaded late

    def make_cases(self) -> QWidget:
        from app.bootstrap.cases import make_case_services
        from app.views.pages.cases_page import CasesPage
        from app.views.pages.draft_strip import DraftStrip

        drafts = DraftStrip(self._around, self._drafts, ("deregistration", "transfer", "mailbox_reset", "letter"))
        drafts.go_on_wanted.connect(self.go_on)
        self.wizard_closed.connect(drafts.read)
        services = make_case_services(
            self._database,
            self._actor,
            drafts=self._drafts,
            subjects=self.subjects,
            cases=self.cases,
            own_replies=self._own_replies,
            desk=self._desk_settings,
            reprint=lambda document_id: self.deregistrations.reprint(document_id),  # noqa: PLW0108 - loaded late
            offer_letter=lambda case_id, procedure: self.letters.offer(case_id, procedure),  # noqa: PLW0108 - loaded late
            complete_paper=self.complete_paper,
        )
        return CasesPage(
            self._around, services, drafts=drafts, new_case=self.choose_wizard, start_wizard=self.start_wizard
        )

    def complete_paper(self, document_id: int) -> None:
        """Open the wizard or the letter of a document with everything that it says."""
        from app.services.kept_answers import KeptPaper, kept_paper

        def done(kept: KeptPaper) -> None:
            if kept.letter is not None:
                self.letters.complete(kept.letter)
            else:
                self.wizards.complete(kept)

        self._around.store_jobs.start(self, lambda _job: kept_paper(self._database, document_id), done=done)

    @cached_property
    def _desk_settings(self) -> DeskSettings:
        from app.services.case_settings import DeskSettings

        return DeskSettings(self._database, actor=self._actor)

    @cached_property
    def _own_replies(self) -> Replies:
        from app.services.replies import Replies

        return Replies(self._database, actor=self._actor)

    def start_wizard(self, flow: str, kind: str, record_id: int) -> None:
        """Open a wizard from a record."""
        self.wizards.start(flow, kind, record_id)

    def make_subjects(self) -> QWidget:
        from app.views.pages.subjects_page import SubjectsPage

        page = SubjectsPage(self.subjects, self.accounts, around=self._around, drafts=self._drafts)
        page.site_wanted.connect(lambda site: self._around.navigation.go("sites", site))
        self._serve(page)
        return page

    def make_sites(self) -> QWidget:
        from app.views.pages.sites_page import SitesPage

        page = SitesPage(self.sites, self.subjects, around=self._around, drafts=self._drafts)
        page.check_wanted.connect(self.check_sites)
        page.verify_wanted.connect(self.verify_sites)
        page.subject_wanted.connect(lambda subject: self._around.navigation.go("subjects", subject))
        self._serve(page)
        return page

    @cached_property
    def _check_jobs(self) -> Jobs:
        """The lane of the checks: what waits for the network holds nothing else up."""
        return Jobs(self)

    def make_checks(self) -> QWidget:
        from app.services.checks.together import CheckServices
        from app.views.pages.checks_page import ChecksPage

        return ChecksPage(self._around, self._check_jobs, CheckServices.over(self._database, self._actor))

    def check_sites(self, site_ids: list[int]) -> None:
        """Take the domains of these sites to the page of checks; nothing is asked yet."""
        self._front("checks").take_sites(site_ids)

    def verify_sites(self, site_ids: list[int]) -> None:
        """Take the domains of these sites to domain verification; nothing is asked yet."""
        self._front("checks").verify_sites(site_ids)

    def make_guide(self) -> QWidget:
        from app.bootstrap.guide import make_guide_page

        page = make_guide_page(self._database, self._actor, self._around, self.subjects, self._drafts)
        page.wizard_wanted.connect(self.start_flow)
        page.case_wanted.connect(self.begin_case)
        return page

    def begin_case(self, procedure: str) -> None:
        """Begin a case of a procedure, on the page of cases."""
        self._front("cases").ask_new(procedure)

    def make_forms(self) -> QWidget:
        from app.bootstrap.papers import make_papers_page

        return make_papers_page(self._database, self._actor, self._around, self._drafts, self.letters, self._window)

    def make_settings(self) -> QWidget:
        from app.views.cases.desk_card import DeskCard
        from app.views.pages.settings_page import SettingsPage
        from app.views.pages.store_card import StoreCard

        card = StoreCard(self._around, self.backups, self._key, self._folder)
        card.restore_wanted.connect(self._window.restore)
        desk = DeskCard(self._around, self._desk_settings)
        desk.replies_wanted.connect(self._show_replies)
        page = SettingsPage(self._around, self._theme, card, desk)
        page.lock_time_changed.connect(self._idle.wait)
        return page

    def _show_replies(self) -> None:
        from app.views.cases.reply_shelf import ReplyShelf

        ReplyShelf(self._around, self._own_replies, self._drafts, self._window).open()


def build_desk(
    database: Database,
    around: Surroundings,
    paths: Paths,
    window: MainWindow,
    *,
    stores: Stores,
    theme: Theme,
    idle: IdleWatch,
) -> Desk:
    """Everything that an open store brings into the window."""
    pages = _Pages(database, around, paths, window, stores=stores, theme=theme, idle=idle)
    search = Search(database)

    def counts() -> dict[str, int]:
        return {"subjects": pages.subjects.count(TableQuery()), "sites": pages.sites.count(TableQuery())}

    def close() -> None:
        pages.put_away()
        database.close()

    return Desk(
        pages=(
            PageSpec("cases", "briefcase", lambda: QCoreApplication.translate("Rail", "Cases"), pages.make_cases),
            PageSpec(
                "subjects", "building-2", lambda: QCoreApplication.translate("Rail", "Subjects"), pages.make_subjects
            ),
            PageSpec("sites", "globe", lambda: QCoreApplication.translate("Rail", "Sites"), pages.make_sites),
            PageSpec("checks", "shield-check", lambda: QCoreApplication.translate("Rail", "Checks"), pages.make_checks),
            PageSpec("guide", "book-open", lambda: QCoreApplication.translate("Rail", "Guide"), pages.make_guide),
            PageSpec("forms", "file-text", lambda: QCoreApplication.translate("Rail", "Forms"), pages.make_forms),
            PageSpec(
                "settings",
                "settings",
                lambda: QCoreApplication.translate("Rail", "Settings"),
                pages.make_settings,
                at_foot=True,
            ),
        ),
        find=search.find,
        counts=counts,
        store_name=database.path.name,
        close=close,
        page_of={"subject": "subjects", "site": "sites", "case": "cases"},
    )


def _user_name() -> str:
    try:
        return getpass.getuser()
    except OSError:
        return "?"
