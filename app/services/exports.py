"""Filtered tables of subjects and sites as xlsx or csv, masked or whole; the audit log says what went out.

Columns are targets (`subject.name`, `site.domains`); their headers are those that an import
recognises, and values are written as an import reads them, so what was exported whole comes back equal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.db.database import Database
from app.messages import Language
from app.services.audit import Audit
from app.services.filing_fields import SITE_COLUMNS, SUBJECT_COLUMNS, TARGETS, column_title
from app.services.filing_store import account_uids
from app.services.masking import mask_value
from app.services.table_files import Progress, write_table
from app.services.tables import SITES, SUBJECTS, RecordTable, TableQuery
from app.services.undo import rows_of
from app.services.value_words import word_of

_PAGE = 500
_WORDS = {
    "subject.kind": "kind",
    "subject.state": "state",
    "subject.province": "province",
    "subject.certificate_type": "certificate_type",
    "subject.lead_certificate_type": "certificate_type",
    "site.kind": "site_kind",
    "site.state": "state",
    "site.access_state": "access_state",
    "site.lead_certificate_type": "certificate_type",
}


class Exports:
    """Writes filtered tables to files. `actor` is who works, as the audit log names them."""

    def __init__(self, database: Database, actor: str) -> None:
        self._database = database
        self._actor = actor

    def subjects(
        self,
        query: TableQuery,
        path: Path,
        columns: Sequence[str] = SUBJECT_COLUMNS,
        *,
        only: Collection[int] | None = None,
        full: bool = False,
        language: Language = "zh",
        progress: Progress | None = None,
    ) -> int:
        """The subjects that the query lets through, in its order; with columns of `site.` one line for each site.

        With `only`, those of them that have these ids. Numbers, phones and mail addresses are masked unless `full`.
        Returns the number of lines.

        Raises:
            UserError: the errors of `table_files.write_table`.
        """
        return self._export(SUBJECTS, query, path, columns, only=only, full=full, language=language, progress=progress)

    def sites(
        self,
        query: TableQuery,
        path: Path,
        columns: Sequence[str] = SITE_COLUMNS,
        *,
        only: Collection[int] | None = None,
        full: bool = False,
        language: Language = "zh",
        progress: Progress | None = None,
    ) -> int:
        """The sites that the query lets through, with any columns of their subjects. See `subjects`."""
        return self._export(SITES, query, path, columns, only=only, full=full, language=language, progress=progress)

    def _export(
        self,
        listing: RecordTable,
        query: TableQuery,
        path: Path,
        columns: Sequence[str],
        *,
        only: Collection[int] | None,
        full: bool,
        language: Language,
        progress: Progress | None,
    ) -> int:
        unknown = set(columns) - set(TARGETS)
        if unknown or not columns:
            raise ValueError(f"not columns of an export: {sorted(unknown)}")
        # One read for the whole file: a change in between cannot tear it.
        with self._database.read() as session:
            ids: Sequence[int] = listing.ids(session, query)
            if only is not None:
                wanted = frozenset(only)
                ids = [each for each in ids if each in wanted]
            lines = _lines(session, listing, ids, columns, full=full)
            count = write_table(
                path,
                [column_title(column, language) for column in columns],
                lines,
                sheet="主体" if listing is SUBJECTS else "网站",
                total=len(ids),
                progress=progress,
            )
        detail = {"rows": count, "fields": list(columns), "full": full, "format": path.suffix.lower()[1:]}
        with self._database.transaction() as session:
            Audit(session, self._actor).note("export", listing.table, None, detail)
        return count


def export_rows(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    path: Path,
    *,
    sheet: str = "Sheet1",
    total: int = 0,
    progress: Progress | None = None,
) -> int:
    """Any rows of text under any headers, as xlsx or csv; the caller masks, and notes it in the audit log."""
    return write_table(path, columns, rows, sheet=sheet, total=total, progress=progress)


def _lines(
    session: Session, listing: RecordTable, ids: Sequence[int], columns: Sequence[str], *, full: bool
) -> Iterator[list[str]]:
    nothing: list[dict[str, Any] | None] = [None]
    with_sites = any(column.startswith("site.") for column in columns)
    for start in range(0, len(ids), _PAGE):
        page = list(ids[start : start + _PAGE])
        if listing is SUBJECTS:
            subjects = _by_id(rows_of(session, "subject", "id", page))
            sites = rows_of(session, "site", "subject_id", page) if with_sites else []
            owned: dict[int, list[dict[str, Any] | None]] = {}
            for site in sites:
                owned.setdefault(site["subject_id"], []).append(site)
            pairs = [(subjects[each], site) for each in page if each in subjects for site in owned.get(each, nothing)]
        else:
            listed = rows_of(session, "site", "id", page)
            subjects = _by_id(rows_of(session, "subject", "id", (site["subject_id"] for site in listed)))
            found = _by_id(listed)
            pairs = [(subjects[found[each]["subject_id"]], found[each]) for each in page if each in found]
        domains = _domains(session, (site["id"] for _, site in pairs if site is not None))
        uids = account_uids(session, (subject["account_id"] for subject, _ in pairs))
        for subject, its_site in pairs:
            subject["account_uid"] = uids.get(subject["account_id"], "")
            if its_site is not None:
                its_site["domains"] = "\n".join(domains.get(its_site["id"], ()))
            yield [_text(column, subject, its_site, full=full) for column in columns]


def _text(column: str, subject: dict[str, Any], site: dict[str, Any] | None, *, full: bool) -> str:
    record, _, name = column.partition(".")
    source = subject if record == "subject" else site
    if source is None:
        return ""
    value = source[name]
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if column in _WORDS:
        return word_of(_WORDS[column], value)
    return str(value) if full else mask_value(name, str(value))


def _by_id(rows: Iterable[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    return {row["id"]: row for row in rows}


def _domains(session: Session, sites: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = sorted(rows_of(session, "domain", "site_id", sites), key=lambda row: row["position"])
    for row in rows:
        found.setdefault(row["site_id"], []).append(row["unicode"])
    return found
