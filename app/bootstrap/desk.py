"""The services over an open store, and the pages that work with them."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from app.db.database import Database
from app.paths import Paths
from app.services.accounts import Accounts
from app.services.backups import Backups
from app.services.cases import Cases
from app.services.deregistrations import Deregistrations
from app.services.drafts import Drafts
from app.services.search import Search
from app.services.sites import Sites
from app.services.stores import Stores, StoreState
from app.services.subjects import Subjects
from app.services.tables import TableQuery
from app.views.deregistering import Deregistering
from app.views.desk_view import Desk
from app.views.idle import IdleWatch
from app.views.main_window import MainWindow
from app.views.rail import PageSpec
from app.views.surroundings import Surroundings
from app.views.theme import Theme

if TYPE_CHECKING:
    from app.views.table_exchange import TableExchange

BACKUP_CHECK_MS = 60_000


class _Key:
    """The key of the open store, for the settings page."""

    def __init__(self, stores: Stores, database: Database, data_dir: Path) -> None:
        self._stores, self._database, self._data_dir = stores, database, data_dir

    @property
    def asks_passphrase(self) -> bool:
        return self._stores.state(self._data_dir).state is StoreState.PASSPHRASE

    def change(self, old: str, new: str) -> None:
        self._stores.change_passphrase(self._database, old=old or None, new=new or None)

    def new_recovery_code(self) -> str:
        return self._stores.new_recovery_code(self._database)


class _Pages:
    """Makes the pages, each at its first visit; what only one page needs is imported there."""

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
        self._around, self._theme, self._idle = around, theme, idle
        held = around.settings.settings
        actor = held.operator or _user_name()
        self._folder = Path(held.backup_dir) if held.backup_dir else paths.backups
        self.subjects = Subjects(database, actor)
        self.sites = Sites(database, actor)
        self.accounts = Accounts(database, actor)
        self.cases = Cases(database, actor=actor)
        self.backups = Backups(database, self._folder, actor)
        self.deregistrations = Deregistrations(database, actor=actor)
        self._key = _Key(stores, database, paths.data_dir)
        self.deregistering = Deregistering(around, self.deregistrations, Drafts(database), window)
        self._database, self._actor, self._window = database, actor, window
        self._exchange: TableExchange | None = None

    def exchange(self) -> TableExchange:
        """Import and export, made when a page first needs them."""
        if self._exchange is None:
            from app.services.demo import load_records
            from app.services.exports import Exports
            from app.services.imports.running import Imports
            from app.views.table_exchange import TableExchange

            self._exchange = TableExchange(
                self._around,
                Imports(self._database, self._actor, self.backups),
                Exports(self._database, self._actor),
                self._window,
                load_demo=lambda: load_records(self._database),
            )
        return self._exchange

    def put_away(self) -> None:
        """Free what lives beside the pages: the store closes."""
        self.deregistering.deleteLater()
        if self._exchange is not None:
            self._exchange.deleteLater()

    def make_cases(self) -> QWidget:
        from app.views.pages.cases_page import CasesPage

        return CasesPage(self._around, self.cases, self.deregistrations, new_case=self.deregistering.start)

    def make_subjects(self) -> QWidget:
        from app.views.pages.subjects_page import SubjectsPage

        page = SubjectsPage(self.subjects, self.accounts, around=self._around)
        page.site_wanted.connect(lambda site: self._around.navigation.go("sites", site))
        page.deregister_wanted.connect(self.deregistering.start)
        self.exchange().serve(page)
        return page

    def make_sites(self) -> QWidget:
        from app.views.pages.sites_page import SitesPage

        page = SitesPage(self.sites, self.subjects, around=self._around)
        page.subject_wanted.connect(lambda subject: self._around.navigation.go("subjects", subject))
        page.deregister_wanted.connect(self.deregistering.start)
        self.exchange().serve(page)
        return page

    def make_guide(self) -> QWidget:
        from app.views.pages.guide_page import GuidePage

        return GuidePage(self._around)

    def make_forms(self) -> QWidget:
        from app.views.pages.forms_page import FormsPage

        return FormsPage(self._around)

    def make_settings(self) -> QWidget:
        from app.views.pages.settings_page import SettingsPage
        from app.views.pages.store_card import StoreCard

        card = StoreCard(self._around, self.backups, self._key, self._folder)
        page = SettingsPage(self._around, self._theme, card)
        page.lock_time_changed.connect(self._idle.wait)
        return page


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
    clock = QTimer(window)
    clock.setInterval(BACKUP_CHECK_MS)
    clock.timeout.connect(
        lambda: around.store_jobs.start(pages.deregistering, lambda _job: pages.backups.make_if_due())
    )
    clock.start()

    def counts() -> dict[str, int]:
        return {"subjects": pages.subjects.count(TableQuery()), "sites": pages.sites.count(TableQuery())}

    def close() -> None:
        clock.stop()
        clock.deleteLater()
        pages.put_away()
        database.close()

    return Desk(
        pages=(
            PageSpec("cases", "briefcase", lambda: QCoreApplication.translate("Rail", "Cases"), pages.make_cases),
            PageSpec(
                "subjects", "building-2", lambda: QCoreApplication.translate("Rail", "Subjects"), pages.make_subjects
            ),
            PageSpec("sites", "globe", lambda: QCoreApplication.translate("Rail", "Sites"), pages.make_sites),
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
