"""What can be done with filing subjects (主体)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Problem
from app.models.domain import DomainRow
from app.models.site import SiteRow
from app.models.subject import SubjectRow
from app.services.audit import Audit
from app.services.changes import Change
from app.services.filing_checks import Cleaned, clean_subject
from app.services.filing_fields import SUBJECT_FIELDS
from app.services.filing_store import (
    account_id,
    insert_row,
    move_site_numbers,
    refresh_caches,
    reindex,
    update_row,
)
from app.services.masking import masked
from app.services.record_service import RecordService, current_row, number_taken, refuse_unknown, stop_at
from app.services.tables import SUBJECTS
from app.services.undo import RowChange, Undo, pointers_to, rows_of, table_of

__all__ = ["Subjects", "masked"]

_CHUNK = 500


class Subjects(RecordService[SubjectRow]):
    """Lists, checks, makes, changes and deletes subjects.

    Values are text (or dates) by the names of `SUBJECT_FIELDS`; `account_uid` names the account. The
    province follows from the filing number where there is one.
    """

    record = "subject"
    listing = SUBJECTS
    row_class = SubjectRow

    def sites(self, subject_id: int) -> list[SiteRow]:
        """The subject's sites by their filing numbers, then names."""
        table = table_of("site")
        with self._database.read() as session:
            query = select(table).where(table.c.subject_id == subject_id).order_by(table.c.name_key, table.c.id)
            rows = [SiteRow.of(record) for record in session.execute(query)]
        return sorted(rows, key=lambda row: (row.filing_number is None, _service_order(row.filing_number)))

    def domains(self, subject_id: int) -> list[DomainRow]:
        """All domains of the subject's sites."""
        site, domain = table_of("site"), table_of("domain")
        query = (
            select(domain)
            .join(site, site.c.id == domain.c.site_id)
            .where(site.c.subject_id == subject_id)
            .order_by(domain.c.site_id, domain.c.position)
        )
        with self._database.read() as session:
            return [DomainRow.of(record) for record in session.execute(query)]

    def find_number(self, filing_number: str) -> SubjectRow | None:
        """The subject with that filing number, in its canonical writing."""
        table = table_of("subject")
        with self._database.read() as session:
            found = session.execute(select(table).where(table.c.filing_number == filing_number)).first()
            return SubjectRow.of(found) if found is not None else None

    def check(self, values: Mapping[str, object], record_id: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with these values; nothing is written. `record_id` is the record being edited."""
        refuse_unknown("subject", values, SUBJECT_FIELDS)
        cleaned = clean_subject(values)
        with self._database.read() as session:
            return tuple(cleaned.problems + number_taken(session, "subject", cleaned, record_id))

    def create(self, values: Mapping[str, object]) -> Change:
        """Makes a subject.

        Raises:
            Invalid: with a problem for each field that is wrong.
        """
        refuse_unknown("subject", values, SUBJECT_FIELDS)
        cleaned = clean_subject(values)
        journal: list[RowChange] = []
        with self._database.transaction() as session:
            stop_at(cleaned.problems + number_taken(session, "subject", cleaned, None))
            row = insert_row(session, "subject", _columns(session, cleaned.values, journal))
            journal.append(RowChange("subject", None, row))
            reindex(session, subjects=[row["id"]])
            Audit(session, self._actor).note("create", "subject", row["id"], {"fields": sorted(_filled(values))})
        return _change(Undo(tuple(journal)))

    def update(self, row: SubjectRow, values: Mapping[str, object]) -> Change:
        """Changes some fields of the subject as it was read.

        A new filing number moves the numbers of its sites along; a change of name or province shows in them.

        Raises:
            Invalid: with a problem for each field that is wrong.
            UserError: records.changed_elsewhere, records.gone.
        """
        refuse_unknown("subject", values, SUBJECT_FIELDS)
        journal: list[RowChange] = []
        sites: list[int] = []
        with self._database.transaction() as session:
            before = current_row(session, "subject", row)
            given = _as_given(session, before) | dict(values)
            if "filing_number" in values and "province" not in values:
                given["province"] = ""
            cleaned = clean_subject(given)
            # An old record may hold what a newer rule refuses; that must not keep anybody from mending another field.
            touched = set(values) | _related(values)
            stop_at(
                [p for p in cleaned.problems if p.path in touched] + number_taken(session, "subject", cleaned, row.id)
            )
            columns = _columns(session, cleaned.values, journal)
            wanted = {name: columns[name] for name in columns if name in _columns_of(values, cleaned)}
            change = update_row(session, "subject", before, wanted)
            if change is not None:
                journal.append(change)
                after = change.after or {}
                old, new = before["filing_number"], after["filing_number"]
                if old and new and old != new:
                    journal += move_site_numbers(session, row.id, old, new)
                refresh_caches(session, [row.id])
                sites = [each["id"] for each in rows_of(session, "site", "subject_id", [row.id])]
                reindex(session, subjects=[row.id], sites=sites if old != new else [])
                fields = sorted(name for name in wanted if before[name] != wanted[name])
                Audit(session, self._actor).note("change", "subject", row.id, {"fields": fields})
        if not journal:
            return Change()
        made = Undo(tuple(journal))
        return Change(made.ids("subject"), frozenset(sites), accounts=made.ids("account"), undo=made)

    def delete(self, ids: Iterable[int]) -> Change:
        """Deletes subjects with their sites and domains; cases, contacts and drafts stay and lose the reference.

        `undo` of the change brings all of it back under the same ids.
        """
        wanted = sorted(set(ids))
        with self._database.transaction() as session:
            subjects = rows_of(session, "subject", "id", wanted)
            sites = rows_of(session, "site", "subject_id", wanted)
            site_ids = [row["id"] for row in sites]
            domains = rows_of(session, "domain", "site_id", site_ids)
            pointers = pointers_to(session, "subject_id", wanted) + pointers_to(session, "site_id", site_ids)
            table = table_of("subject")
            for start in range(0, len(wanted), _CHUNK):
                session.execute(table.delete().where(table.c.id.in_(wanted[start : start + _CHUNK])))
            reindex(session, subjects=wanted, sites=site_ids)
            for row in subjects:
                Audit(session, self._actor).note("delete", "subject", row["id"], {})
            for row in sites:
                Audit(session, self._actor).note("delete", "site", row["id"], {})
        journal = (
            *(RowChange("subject", row, None) for row in subjects),
            *(RowChange("site", row, None) for row in sites),
            *(RowChange("domain", row, None) for row in domains),
        )
        if not journal:
            return Change()
        return Change(
            frozenset(row["id"] for row in subjects),
            frozenset(site_ids),
            cases=frozenset(each.row for each in pointers if each.table == "case"),
            contacts=frozenset(each.row for each in pointers if each.table == "contact"),
            undo=Undo(journal, tuple(pointers)),
        )


def _as_given(session: Session, row: Mapping[str, Any]) -> dict[str, object]:
    """A stored row as somebody would fill it in."""
    given: dict[str, object] = {name: row[name] for name in SUBJECT_FIELDS if name in row}
    account = table_of("account")
    uid = session.execute(select(account.c.uid).where(account.c.id == row["account_id"])).scalar()
    given["account_uid"] = uid or ""
    return given


def _columns(session: Session, values: Mapping[str, object], journal: list[RowChange]) -> dict[str, Any]:
    columns = dict(values)
    if "account_uid" in columns:
        columns["account_id"] = account_id(session, str(columns.pop("account_uid") or ""), journal)
    return columns


def _columns_of(values: Mapping[str, object], cleaned: Cleaned) -> set[str]:
    """The columns an edit of these fields may change: the fields, and what follows from them."""
    wanted = {"account_id" if name == "account_uid" else name for name in values}
    if "filing_number" in values:
        wanted.add("province")
    for prefix in ("certificate", "lead_certificate"):
        if f"{prefix}_number" in values:
            wanted.add(f"{prefix}_type")
    if "kind" in values and cleaned.values.get("nature"):
        wanted.add("nature")
    return wanted


def _related(values: Mapping[str, object]) -> set[str]:
    """Fields whose verdict an edit of others may change."""
    related = {"province"} if "filing_number" in values else set()
    if "kind" in values or "certificate_type" in values:
        related |= {"certificate_type", "certificate_number"}
    return related | ({"lead_certificate_number"} if "lead_certificate_type" in values else set())


def _filled(values: Mapping[str, object]) -> list[str]:
    return [name for name, value in values.items() if value not in ("", None)]


def _change(undo: Undo) -> Change:
    return Change(undo.ids("subject"), undo.ids("site"), accounts=undo.ids("account"), undo=undo)


def _service_order(number: str | None) -> tuple[int, str]:
    tail = (number or "").rpartition("-")[2].rstrip("AXK")
    return (int(tail) if tail.isdecimal() else 0, number or "")
