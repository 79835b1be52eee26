"""The columns of the subjects and the sites table: what each is called, shows and copies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from app.rules.domains import unicode_name
from app.services.masking import mask_value
from app.views.tables.columns import Column
from app.views.tables.words import RecordWords, access_tone, number, state_tone

_RIGHT = Qt.AlignmentFlag.AlignRight


class RecordColumns:
    """Makes the columns; titles and words are looked up late, so a change of language shows."""

    def __init__(self, words: RecordWords) -> None:
        self._words = words

    def subjects(self) -> tuple[Column, ...]:
        """Columns of the subjects table, the ones an agent needs first to the left."""
        words = self._words
        return (
            self._plain("name", lambda: self.tr("Subject"), 232),
            self._plain("filing_number", lambda: self.tr("Filing number"), 176),
            self._toned("state", lambda: self.tr("State"), words.state, state_tone),
            self._word("kind", lambda: self.tr("Kind"), words.subject_kind, 80),
            self._word("province", lambda: self.tr("Province"), words.province, 88),
            Column(
                "site_count",
                lambda: self.tr("Sites"),
                lambda row: number(row.site_count),
                copied=lambda row: str(row.site_count),
                width=64,
                align=_RIGHT,
            ),
            self._masked("certificate_number", lambda: self.tr("Certificate number"), 184),
            self._plain("lead_name", lambda: self.tr("Lead"), 96),
            self._masked("lead_phone", lambda: self.tr("Lead's phone"), 128),
            self._date("filed_on", lambda: self.tr("Filed on"), shown=False),
            self._word("certificate_type", lambda: self.tr("Certificate type"), words.certificate, 184, shown=False),
            self._plain("nature", lambda: self.tr("Nature"), 112, shown=False),
            self._masked("lead_email", lambda: self.tr("Lead's e-mail"), 184, shown=False, sortable=False),
            self._plain("address", lambda: self.tr("Address"), 240, shown=False, sortable=False),
            self._plain("note", lambda: self.tr("Note"), 240, shown=False, sortable=False),
            self._moment("updated_at", lambda: self.tr("Changed at"), shown=False),
        )

    def sites(self) -> tuple[Column, ...]:
        """Columns of the sites table."""
        words = self._words
        return (
            self._plain("name", lambda: self.tr("Site"), 192),
            # Held and sorted as the network writes it, shown and copied as people do.
            Column("domain", lambda: self.tr("Domain"), lambda row: unicode_name(row.domain or ""), width=176),
            self._plain("filing_number", lambda: self.tr("Filing number"), 192),
            self._toned("state", lambda: self.tr("State"), words.state, state_tone),
            self._plain("subject_name", lambda: self.tr("Subject"), 240),
            self._word("kind", lambda: self.tr("Kind"), words.site_kind, 88),
            self._toned("access_state", lambda: self.tr("Access"), words.access_state, access_tone, 112),
            self._plain("access_provider", lambda: self.tr("Access provider"), 136),
            self._word("province", lambda: self.tr("Province"), words.province, 88, shown=False),
            self._plain("lead_name", lambda: self.tr("Lead"), 96, shown=False),
            self._masked("lead_phone", lambda: self.tr("Lead's phone"), 128, shown=False),
            self._date("approved_on", lambda: self.tr("Approved on"), shown=False),
            self._plain("home_url", lambda: self.tr("Home page"), 200, shown=False, sortable=False),
            self._plain("note", lambda: self.tr("Note"), 240, shown=False, sortable=False),
            self._moment("updated_at", lambda: self.tr("Changed at"), shown=False),
        )

    def tr(self, text: str) -> str:
        """The text in the window's language."""
        return QCoreApplication.translate("RecordColumns", text)

    def _plain(
        self, key: str, title: Callable[[], str], width: int, *, shown: bool = True, sortable: bool = True
    ) -> Column:
        return Column(key, title, lambda row: getattr(row, key) or "", width=width, shown=shown, sortable=sortable)

    def _masked(
        self, key: str, title: Callable[[], str], width: int, *, shown: bool = True, sortable: bool = True
    ) -> Column:
        # What the clipboard takes is masked as well: whole numbers leave through the detail pane, where it is noted.
        return Column(
            key, title, lambda row: mask_value(key, getattr(row, key)), width=width, shown=shown, sortable=sortable
        )

    def _word(
        self, key: str, title: Callable[[], str], word: Callable[[str], str], width: int, *, shown: bool = True
    ) -> Column:
        return Column(key, title, lambda row: word(getattr(row, key)), width=width, shown=shown)

    def _toned(
        self,
        key: str,
        title: Callable[[], str],
        word: Callable[[str], str],
        tone: Callable[[str], str],
        width: int = 112,
    ) -> Column:
        return Column(
            key, title, lambda row: word(getattr(row, key)), width=width, tone=lambda row: tone(getattr(row, key))
        )

    def _date(self, key: str, title: Callable[[], str], *, shown: bool = True) -> Column:
        return Column(
            key,
            title,
            lambda row: shown_date(getattr(row, key)),
            copied=lambda row: _iso(getattr(row, key)),
            width=112,
            shown=shown,
        )

    def _moment(self, key: str, title: Callable[[], str], *, shown: bool = True) -> Column:
        return Column(key, title, lambda row: shown_moment(getattr(row, key)), width=152, shown=shown)


def shown_date(day: date | None) -> str:
    """A day as the window's locale writes it."""
    if day is None:
        return ""
    return QLocale().toString(QDate(day.year, day.month, day.day), "yyyy-MM-dd")


def shown_moment(moment: datetime) -> str:
    """A moment in local time, to the minute."""
    local = moment.astimezone()
    return QDateTime.fromSecsSinceEpoch(int(local.timestamp())).toString("yyyy-MM-dd HH:mm")


def _iso(value: Any) -> str:
    return value.isoformat() if value is not None else ""
