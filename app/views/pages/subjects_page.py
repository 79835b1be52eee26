"""The page of subjects (主体): who holds filings, and what was filed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.site import SiteRow
from app.models.subject import SubjectRow
from app.rules.domains import unicode_name
from app.services.accounts import Accounts
from app.services.changes import Change
from app.services.drafts import Drafts
from app.services.subjects import Subjects
from app.views.pages.record_detail import Facts
from app.views.pages.record_dialog import RecordDialog
from app.views.pages.record_parts import history_lines, line
from app.views.pages.records_page import RecordsPage
from app.views.pages.related_list import Related
from app.views.pages.subject_dialog import subject_dialog
from app.views.surroundings import Surroundings
from app.views.tables.record_columns import RecordColumns, shown_date, shown_moment
from app.views.tables.words import RecordWords, number, state_tone
from app.views.widgets.detail_grid import Detail


class SubjectsPage(RecordsPage):
    """All subjects.

    Signals:
        site_wanted: a site of the subject is to be shown on its own page (its id).
    """

    site_wanted = Signal(int)

    record = "subject"
    icon_name = "building-2"

    def __init__(
        self,
        subjects: Subjects,
        accounts: Accounts,
        *,
        around: Surroundings,
        drafts: Drafts,
        parent: QWidget | None = None,
    ) -> None:
        self.subjects = subjects
        self.accounts = accounts
        words = RecordWords(around.languages.messages)
        super().__init__(
            subjects, RecordColumns(words).subjects(), words=words, around=around, drafts=drafts, parent=parent
        )
        self.detail.related_opened.connect(self.site_wanted)

    def title(self) -> str:
        return self.tr("Subjects")

    def new_words(self) -> str:
        return self.tr("New subject…")

    def filter_choices(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        return self.words.subject_kinds(), self.words.subject_states()

    def count_words(self, count: int) -> str:
        return self.tr("1 subject") if count == 1 else self.tr("{count} subjects").format(count=number(count))

    def empty_words(self) -> str:
        return self.tr("No subjects yet. Import a table of filings, or drop its file here.")

    def deleted_words(self, count: int, name: str, change: Change) -> str:
        what = name if count == 1 else self.tr("{count} subjects").format(count=number(count))
        if len(change.sites) == 1:
            return self.tr("Deleted {what} with 1 site").format(what=what)
        if change.sites:
            return self.tr("Deleted {what} with {count} sites").format(what=what, count=number(len(change.sites)))
        return self.tr("Deleted {what}").format(what=what)

    def make_dialog(self, row: Any | None) -> RecordDialog:
        title = self.tr("Edit {name}").format(name=row.name) if row is not None else self.tr("New subject")
        return subject_dialog(row, self.subjects, self.accounts, self.words, self.around, self, title)

    def read_facts(self, record_id: int) -> Facts:
        row = self.subjects.get(record_id)
        sites = self.subjects.sites(record_id)
        account = self.accounts.get(row.account_id).uid if row.account_id is not None else ""
        messages = self.around.languages.messages
        return Facts(
            record_id=row.id,
            title=row.name,
            subtitle=row.filing_number or self.tr("No filing number"),
            status=self.words.state(row.state),
            tone=state_tone(row.state),
            groups=self._groups(row, account),
            related=(self._sites_title(len(sites)), [self._site(site) for site in sites]),
            history=history_lines(self.subjects.history(record_id), messages),
        )

    def _groups(self, row: SubjectRow, account: str) -> list[tuple[str, list[Detail]]]:
        words = self.words
        return [
            (
                self.tr("Subject"),
                [
                    line(row, "name", self.tr("Name")),
                    Detail("kind", self.tr("Kind"), self._kind(row), copies=False),
                    Detail(
                        "certificate_type",
                        self.tr("Certificate"),
                        words.certificate(row.certificate_type),
                        copies=False,
                    ),
                    line(row, "certificate_number", self.tr("Certificate number")),
                    line(row, "certificate_address", self.tr("Certificate address")),
                    line(row, "address", self.tr("Address")),
                ],
            ),
            (
                self.tr("Lead of the subject"),
                [
                    line(row, "lead_name", self.tr("Lead")),
                    Detail(
                        "lead_certificate_type",
                        self.tr("Lead's certificate"),
                        words.certificate(row.lead_certificate_type),
                        copies=False,
                    ),
                    line(row, "lead_certificate_number", self.tr("Lead's number")),
                    line(row, "lead_phone", self.tr("Phone")),
                    line(row, "lead_email", self.tr("E-mail")),
                    line(row, "emergency_phone", self.tr("Emergency phone")),
                ],
            ),
            (
                self.tr("Filing"),
                [
                    line(row, "filing_number", self.tr("Filing number")),
                    Detail("province", self.tr("Province"), words.province(row.province), copies=False),
                    Detail("filed_on", self.tr("Filed on"), shown_date(row.filed_on)),
                    Detail("account_uid", self.tr("Account UID"), account),
                    line(row, "note", self.tr("Note")),
                    Detail("updated_at", self.tr("Changed at"), shown_moment(row.updated_at), copies=False),
                ],
            ),
        ]

    def _kind(self, row: SubjectRow) -> str:
        kind = self.words.subject_kind(row.kind)
        said = row.nature not in ("", kind)
        return self.tr("{kind} · {nature}").format(kind=kind, nature=row.nature) if said else kind

    def _sites_title(self, count: int) -> str:
        return self.tr("Sites ({count})").format(count=number(count)) if count else ""

    def _site(self, site: SiteRow) -> Related:
        parts = (unicode_name(site.domain or ""), site.filing_number, self.words.state(site.state))
        second = " · ".join(each for each in parts if each)
        return Related(site.id, site.name, second, state_tone(site.state))
