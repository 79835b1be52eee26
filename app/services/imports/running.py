"""Brings a checked sheet into the store: everything in one transaction, or nothing.

Rows whose record is already there do what the plan says. The rejected rows are not touched; they can
be written to a file of their own, mended and imported again.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnDefault, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.db.bulk import indexes_set_aside, insert_many
from app.db.database import Database
from app.db.search import Document, index
from app.errors import UserError
from app.services.audit import Audit
from app.services.backups import Backups
from app.services.changes import Change
from app.services.filing_store import (
    account_id,
    count_more_sites,
    domain_values,
    refresh_caches,
    reindex,
    set_domains,
    update_row,
    with_keys,
)
from app.services.imports.collector import collector_paused
from app.services.imports.duplicates import domains_of, find_duplicates, first_action, known_sites, known_subjects
from app.services.imports.mapping import ColumnMapping
from app.services.imports.merging import Merged, SiteRecord, SubjectRecord, merge_rows
from app.services.imports.plan import ImportPlan
from app.services.imports.rows import Progress, check_rows
from app.services.imports.sheets import Sheet
from app.services.imports.taking_back import ImportUndo, part_of, take_import_back
from app.services.search_texts import site_document, subject_document
from app.services.undo import RowChange, Undo, rows_of, table_of

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, in figures; `change` names the records for open views."""

    change: Change
    subjects_made: int
    sites_made: int
    subjects_merged: int
    sites_merged: int
    skipped: int
    rejected: int


class Imports:
    """Checks sheets against the store and runs checked plans. `actor` is who works, as the audit log names them."""

    def __init__(self, database: Database, actor: str, backups: Backups | None = None) -> None:
        self._database = database
        self._actor = actor
        self._backups = backups

    def check(self, sheet: Sheet, mapping: ColumnMapping, progress: Progress | None = None) -> ImportPlan:
        """Every row checked, every duplicate found; nothing is written.

        `progress(step, total)` is called now and then; what it raises (`Cancelled`) ends the work.

        Raises:
            UserError: imports.nothing_mapped, imports.no_rows.
        """
        if not mapping.targets:
            raise UserError("imports.nothing_mapped")
        with collector_paused():
            entries = check_rows(sheet, mapping, progress)
            if not entries:
                raise UserError("imports.no_rows")
            with self._database.read() as session:
                subjects = known_subjects(session, entries)
                sites = known_sites(session, entries, subjects)
                domains = domains_of(session, (each.id for each in sites.values()))
            duplicates = find_duplicates(entries, subjects, sites, domains, mapping.targets)
        actions = [first_action(each) for each in duplicates]
        return ImportPlan(sheet, mapping, entries, duplicates, actions, subjects, sites)

    def run(self, plan: ImportPlan, progress: Progress | None = None) -> ImportResult:
        """Brings in every row that has no problem, in one transaction after a backup.

        What `progress` raises rolls everything back.

        Raises:
            UserError: imports.store_changed when a record that the plan saw has changed since; the plan
                is to be checked again. imports.nothing_to_do when every row is rejected.
        """
        with collector_paused():
            return self._run(plan, progress or (lambda step, total: None))

    def undo(self, token: Undo) -> Change:
        """Takes an import back; see `take_import_back` for what stands in its way.

        Raises:
            UserError: imports.undo_changed, imports.undo_has_sites, imports.undo_used, records.undo_number_taken.
        """
        if not isinstance(token, ImportUndo):
            raise TypeError("not the journal of an import")
        with collector_paused(), self._database.transaction() as session:
            return take_import_back(session, self._actor, token)

    def _run(self, plan: ImportPlan, report: Progress) -> ImportResult:
        merged = merge_rows(plan)
        if not merged.subjects and not merged.sites:
            raise UserError("imports.nothing_to_do", rejected=len(plan.rejected))
        total = len(merged.subjects) + len(merged.sites)
        report(0, total)
        if self._backups is not None:
            self._backups.make("import")
        with self._database.transaction() as session:
            _refuse_stale(session, plan)
            try:
                result = _Writer(session, plan, merged, report, total).write()
            except IntegrityError as error:
                raise UserError("imports.store_changed") from error
            detail = {
                "rows": len(plan.entries),
                "subjects": result.subjects_made,
                "sites": result.sites_made,
                "merged": result.subjects_merged + result.sites_merged,
                "rejected": result.rejected,
                "fields": sorted(plan.mapping.targets),
            }
            Audit(session, self._actor).note("import", "", None, detail)
            report(total, total)
        return result


def _refuse_stale(session: Session, plan: ImportPlan) -> None:
    """The plan was made outside this transaction: what it saw must still be so."""
    for name, known in (("subject", plan.subjects), ("site", plan.sites)):
        seen = {each.id: each.version for each in known.values()}
        table = table_of(name)
        ids = sorted(seen)
        now: dict[int, int] = {}
        for start in range(0, len(ids), _BATCH):
            query = select(table.c.id, table.c.version).where(table.c.id.in_(ids[start : start + _BATCH]))
            now |= {row.id: row.version for row in session.execute(query)}
        if now != seen:
            raise UserError("imports.store_changed")


class _Writer:
    """Writes merged rows; lives for one transaction."""

    def __init__(
        self, session: Session, plan: ImportPlan, merged: Merged, report: Callable[[int, int], None], total: int
    ) -> None:
        self._session = session
        self._plan = plan
        self._merged = merged
        self._report = report
        self._total = total
        self._done = 0
        self._now = utc_now()
        self._accounts: dict[str, int | None] = {}
        self._journal: list[RowChange] = []
        self._made: dict[str, array[int]] = {"subject": array("q"), "site": array("q")}

    def write(self) -> ImportResult:
        fresh = [each for each in self._merged.subjects if each.existing is None]
        kept = [each for each in self._merged.subjects if each.existing is not None]
        fresh_sites = [each for each in self._merged.sites if each.existing is None]
        kept_sites = [each for each in self._merged.sites if each.existing is not None]
        coming = {"subject": len(fresh), "site": len(fresh_sites), "domain": len(fresh_sites)}
        with indexes_set_aside(self._session, map(table_of, coming), coming):
            self._insert_subjects(fresh)
            self._insert_sites(fresh_sites)
        renamed = self._update_subjects(kept)
        touched = self._update_sites(kept_sites)
        refresh_caches(self._session, renamed)
        reindex(self._session, subjects=renamed, sites=touched)
        subjects = {each.id for each in fresh} | set(renamed) | {each.subject_id for each in self._merged.sites}
        return ImportResult(
            change=Change(
                frozenset(subjects),
                frozenset({each.id for each in fresh_sites} | set(touched)),
                accounts=frozenset(each for each in self._accounts.values() if each is not None),
                undo=ImportUndo(tuple(self._journal), made=self._made),
            ),
            subjects_made=len(fresh),
            sites_made=len(fresh_sites),
            subjects_merged=len(renamed),
            sites_merged=len(touched),
            skipped=self._merged.skipped,
            rejected=len(self._plan.rejected),
        )

    def _step(self, count: int) -> None:
        self._done += count
        self._report(min(self._done, self._total), self._total)

    def _insert_subjects(self, records: list[SubjectRecord]) -> None:
        sites = self._merged.sites_of
        defaults = _defaults("subject") | {"created_at": self._now, "updated_at": self._now}
        for batch in _batches(records):
            rows = []
            for record in batch:
                row = {**defaults, **record.values, "site_count": len(sites.get(id(record), ()))}
                row["account_id"] = self._account(str(row.pop("account_uid", "") or ""))
                rows.append(with_keys(row))
            documents = []
            for record, row, new_id in zip(
                batch, rows, insert_many(self._session, table_of("subject"), rows), strict=True
            ):
                record.id = new_id
                self._made["subject"].append(new_id)
                documents.append(subject_document({**row, "id": new_id}))
            self._index(documents)
            self._step(len(batch))

    def _insert_sites(self, records: list[SiteRecord]) -> None:
        defaults = _defaults("site") | {"created_at": self._now, "updated_at": self._now, "subject_name_key": b""}
        domain_defaults = _defaults("domain")
        added: dict[int, int] = {}
        for batch in _batches(records):
            rows = []
            for record in batch:
                owner = record.subject
                values = {name: value for name, value in record.values.items() if name != "domains"}
                values |= {
                    "subject_id": owner.id,
                    "subject_name": owner.all_values["name"],
                    "province": owner.all_values.get("province", ""),
                    "domain": record.domains[0].registrable_ascii if record.domains else "",
                }
                rows.append(with_keys({**defaults, **values}))
                if owner.existing is not None:
                    added[owner.id] = added.get(owner.id, 0) + 1
            names, documents = [], []
            for record, row, new_id in zip(
                batch, rows, insert_many(self._session, table_of("site"), rows), strict=True
            ):
                record.id = new_id
                self._made["site"].append(new_id)
                names += [
                    domain_defaults | domain_values(domain, new_id, place)
                    for place, domain in enumerate(record.domains)
                ]
                said = {text for each in record.domains for text in (each.registrable_ascii, each.registrable_unicode)}
                documents.append(site_document({**row, "id": new_id}, sorted(said)))
            if names:
                insert_many(self._session, table_of("domain"), names)
            self._index(documents)
            self._step(len(batch))
        count_more_sites(self._session, added)

    def _update_subjects(self, records: list[SubjectRecord]) -> list[int]:
        changed = []
        for record in records:
            if not record.values:
                continue
            before = rows_of(self._session, "subject", "id", [record.id])[0]
            values = dict(record.values)
            if "account_uid" in values:
                values["account_id"] = self._account(str(values.pop("account_uid")))
            change = update_row(self._session, "subject", before, values)
            if change is not None:
                self._journal.append(part_of(change))
                changed.append(record.id)
            self._step(1)
        return changed

    def _update_sites(self, records: list[SiteRecord]) -> list[int]:
        changed = []
        for record in records:
            before = rows_of(self._session, "site", "id", [record.id])[0]
            values = {name: value for name, value in record.values.items() if name != "domains"}
            moved: list[RowChange] = []
            if record.domains:
                moved = set_domains(self._session, record.id, record.domains)
                values["domain"] = record.domains[0].registrable_ascii
            change = update_row(self._session, "site", before, values)
            self._journal += [*([part_of(change)] if change is not None else []), *moved]
            if change is not None or moved:
                changed.append(record.id)
            self._step(1)
        return changed

    def _account(self, uid: str) -> int | None:
        if uid not in self._accounts:
            self._accounts[uid] = account_id(self._session, uid, self._journal)
        return self._accounts[uid]

    def _index(self, documents: list[Document]) -> None:
        index(self._session, documents, fresh=True)


def _defaults(name: str) -> dict[str, Any]:
    """What every column of a bulk insert holds when the row says nothing: rows of one insert have the same keys."""
    values: dict[str, Any] = {}
    for column in table_of(name).columns:
        if column.primary_key:
            continue
        default = column.default
        values[column.name] = default.arg if isinstance(default, ColumnDefault) and default.is_scalar else None
    return values | {"version": 1}


def _batches(records: list[Any]) -> Iterable[list[Any]]:
    return (records[start : start + _BATCH] for start in range(0, len(records), _BATCH))
