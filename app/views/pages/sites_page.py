"""The page of sites (网站): websites, apps, mini programs and quick apps as filed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.models.site import SiteRow
from app.models.subject import SubjectRow
from app.services.changes import Change
from app.services.drafts import Drafts
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.views.icons import icon
from app.views.jobs import Job
from app.views.pages.move_site_dialog import MoveSiteDialog
from app.views.pages.record_detail import Facts
from app.views.pages.record_dialog import RecordDialog
from app.views.pages.record_parts import history_lines, line
from app.views.pages.records_page import RecordsPage
from app.views.pages.related_list import Related
from app.views.pages.site_dialog import SiteDialog, site_dialog
from app.views.surroundings import Surroundings
from app.views.tables.record_columns import RecordColumns, shown_date, shown_moment
from app.views.tables.words import RecordWords, number, state_tone
from app.views.widgets.detail_grid import Detail


class SitesPage(RecordsPage):
    """All sites.

    Signals:
        subject_wanted: the subject of the site is to be shown on its own page (its id).
        check_wanted: the selected sites are to be checked for being hollow (their ids).
        verify_wanted: the domains of the selected sites are to be verified (the sites' ids).
    """

    subject_wanted = Signal(int)
    check_wanted = Signal(object)
    verify_wanted = Signal(object)

    _check: QAction | None = None
    _verify: QAction | None = None
    _move: QAction | None = None

    record = "site"
    icon_name = "globe"

    def __init__(
        self,
        sites: Sites,
        subjects: Subjects,
        *,
        around: Surroundings,
        drafts: Drafts,
        parent: QWidget | None = None,
    ) -> None:
        self.sites = sites
        self.subjects = subjects
        words = RecordWords(around.languages.messages)
        super().__init__(sites, RecordColumns(words).sites(), words=words, around=around, drafts=drafts, parent=parent)
        self.detail.related_opened.connect(self.subject_wanted)
        check = self._check = QAction(icon("shield-check"), "", self)
        check.setShortcut(QKeySequence("Ctrl+Shift+H"))
        check.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        check.triggered.connect(lambda _: self.check_selected())
        self.addAction(check)
        verify = self._verify = QAction(icon("shield-check"), "", self)
        verify.setShortcut(QKeySequence("Ctrl+Shift+J"))
        verify.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        verify.triggered.connect(lambda _: self.verify_selected())
        self.addAction(verify)
        move = self._move = QAction(icon("arrow-right"), "", self)
        move.setShortcut(QKeySequence("Ctrl+Shift+M"))
        move.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        move.triggered.connect(lambda _: self.move_site())
        self.addAction(move)
        self.table.add_menu_actions(lambda: (*self.acts.for_a_record(), move, check, verify, self.acts.new))
        self.retranslate()

    def check_selected(self) -> None:
        """Take the selected sites to the check for hollow sites."""
        ids = self.table.selected_ids()
        if ids:
            self.check_wanted.emit(ids)

    def verify_selected(self) -> None:
        """Take the domains of the selected sites to domain verification."""
        ids = self.table.selected_ids()
        if ids:
            self.verify_wanted.emit(ids)

    def move_site(self) -> None:
        """Ask to which subject the site under the cursor is to move, as the store has it now."""
        record_id = self.table.current_id()
        if record_id is None:
            return
        get = self.sites.get

        def work(_job: Job) -> SiteRow:
            return get(record_id)

        def ask(row: SiteRow) -> None:
            dialog = MoveSiteDialog(row, self.sites, self.subjects, self.words, self.around, self)
            dialog.moved.connect(lambda change: self._announce(self.tr("Moved {name}").format(name=row.name), change))
            dialog.open()

        self.around.store_jobs.start(self, work, done=ask, failed=self._on_failed)

    def retranslate(self) -> None:
        super().retranslate()
        if self._move is not None:
            self._move.setText(self.tr("Move to another subject…"))
            self._move.setToolTip(self.tr("Move to another subject (Ctrl+Shift+M)"))
        if self._check is not None:
            self._check.setText(self.tr("Check for hollow site…"))
            self._check.setToolTip(self.tr("Check for hollow site (Ctrl+Shift+H)"))
        if self._verify is not None:
            self._verify.setText(self.tr("Verify the domains…"))
            self._verify.setToolTip(self.tr("Verify the domains (Ctrl+Shift+J)"))

    def title(self) -> str:
        return self.tr("Sites")

    def new_words(self) -> str:
        return self.tr("New site…")

    def filter_choices(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        return self.words.site_kinds(), self.words.site_states()

    def count_words(self, count: int) -> str:
        return self.tr("1 site") if count == 1 else self.tr("{count} sites").format(count=number(count))

    def empty_words(self) -> str:
        return self.tr("No sites yet. Import a table of filings, or drop its file here.")

    def deleted_words(self, count: int, name: str, change: Change) -> str:
        what = name if count == 1 else self.tr("{count} sites").format(count=number(count))
        return self.tr("Deleted {what}").format(what=what)

    def make_dialog(self, row: Any | None) -> RecordDialog:
        title = self.tr("Edit {name}").format(name=row.name) if row is not None else self.tr("New site")
        return site_dialog(row, self.sites, self.subjects, self.words, self.around, self, title)

    def dialog_again(self, row: Any | None, kept: Mapping[str, Any]) -> RecordDialog:
        dialog = super().dialog_again(row, kept)
        if isinstance(dialog, SiteDialog) and dialog.picker is not None and "subject_id" in kept:
            dialog.picker.pick(self.subjects.get(kept["subject_id"]))
        return dialog

    def read_facts(self, record_id: int) -> Facts:
        row = self.sites.get(record_id)
        subject = self.sites.subject(row)
        domains = [
            each.unicode
            if each.unicode == each.ascii
            else self.tr("{name} ({ascii})").format(name=each.unicode, ascii=each.ascii)
            for each in self.sites.domains(record_id)
        ]
        return Facts(
            record_id=row.id,
            title=row.name,
            subtitle=row.filing_number or self.tr("No filing number"),
            status=self.words.state(row.state),
            tone=state_tone(row.state),
            groups=self._groups(row, domains),
            related=(self.tr("Subject"), [self._subject(subject)]),
            history=history_lines(self.sites.history(record_id), self.around.languages.messages),
        )

    def _groups(self, row: SiteRow, domains: list[str]) -> list[tuple[str, list[Detail]]]:
        words = self.words
        return [
            (
                self.tr("Site"),
                [
                    line(row, "name", self.tr("Name")),
                    Detail("kind", self.tr("Kind"), words.site_kind(row.kind), copies=False),
                    Detail("domains", self.tr("Domains"), "\n".join(domains)),
                    line(row, "home_url", self.tr("Home page")),
                ],
            ),
            (
                self.tr("Filing"),
                [
                    line(row, "filing_number", self.tr("Filing number")),
                    Detail("province", self.tr("Province"), words.province(row.province), copies=False),
                    line(row, "access_provider", self.tr("Access provider")),
                    Detail("access_state", self.tr("Access"), words.access_state(row.access_state), copies=False),
                    Detail("approved_on", self.tr("Approved on"), shown_date(row.approved_on)),
                    line(row, "note", self.tr("Note")),
                    Detail("updated_at", self.tr("Changed at"), shown_moment(row.updated_at), copies=False),
                ],
            ),
            (
                self.tr("Lead of the site"),
                [
                    line(row, "lead_name", self.tr("Lead")),
                    Detail(
                        "lead_certificate_type",
                        self.tr("Lead's certificate"),
                        words.certificate(row.lead_certificate_type) if row.lead_certificate_number else "",
                        copies=False,
                    ),
                    line(row, "lead_certificate_number", self.tr("Lead's number")),
                    line(row, "lead_phone", self.tr("Phone")),
                    line(row, "lead_email", self.tr("E-mail")),
                ],
            ),
        ]

    def _subject(self, subject: SubjectRow) -> Related:
        second = " · ".join(each for each in (subject.filing_number, self.words.subject_kind(subject.kind)) if each)
        return Related(subject.id, subject.name, second, state_tone(subject.state))
