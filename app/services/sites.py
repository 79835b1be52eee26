"""What can be done with sites (网站), and with the apps and mini programs filed in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Problem, UserError
from app.models.domain import DomainRow
from app.models.site import SiteRow
from app.models.subject import SubjectRow
from app.services.audit import Audit
from app.services.changes import Change
from app.services.filing_checks import Cleaned, clean_site
from app.services.filing_fields import SITE_FIELDS
from app.services.filing_store import insert_row, refresh_caches, reindex, set_domains, update_row
from app.services.masking import masked
from app.services.record_service import RecordService, current_row, number_taken, refuse_unknown, stop_at
from app.services.tables import SITES
from app.services.undo import RowChange, Undo, pointers_to, rows_of, table_of

__all__ = ["Sites", "masked"]

_CHUNK = 500


class Sites(RecordService[SiteRow]):
    """Lists, checks, makes, changes and deletes sites.

    Values are text (or dates) by the names of `SITE_FIELDS`; `domains` holds them all, the primary one first.
    A site's number must be its subject's number with a suffix.
    """

    record = "site"
    listing = SITES
    row_class = SiteRow

    def subject(self, site: SiteRow) -> SubjectRow:
        """The subject that holds the site."""
        with self._database.read() as session:
            table = table_of("subject")
            return SubjectRow.of(session.execute(select(table).where(table.c.id == site.subject_id)).one())

    def domains(self, site_id: int) -> list[DomainRow]:
        """The site's domains, the primary one first."""
        table = table_of("domain")
        with self._database.read() as session:
            query = select(table).where(table.c.site_id == site_id).order_by(table.c.position)
            return [DomainRow.of(record) for record in session.execute(query)]

    def find_number(self, filing_number: str) -> SiteRow | None:
        """The site with that filing number, in its canonical writing."""
        table = table_of("site")
        with self._database.read() as session:
            found = session.execute(select(table).where(table.c.filing_number == filing_number)).first()
            return SiteRow.of(found) if found is not None else None

    def check(self, subject_id: int, values: Mapping[str, object], record_id: int | None = None) -> tuple[Problem, ...]:
        """What is wrong with these values; nothing is written. `record_id` is the record being edited."""
        refuse_unknown("site", values, SITE_FIELDS)
        with self._database.read() as session:
            cleaned = clean_site(values, _subject(session, subject_id)["filing_number"])
            return tuple(cleaned.problems + number_taken(session, "site", cleaned, record_id))

    def create(self, subject_id: int, values: Mapping[str, object]) -> Change:
        """Makes a site under a subject.

        Raises:
            Invalid: with a problem for each field that is wrong.
            UserError: records.gone when the subject is.
        """
        refuse_unknown("site", values, SITE_FIELDS)
        with self._database.transaction() as session:
            subject = _subject(session, subject_id)
            cleaned = clean_site(values, subject["filing_number"])
            stop_at(cleaned.problems + number_taken(session, "site", cleaned, None))
            columns = _columns(cleaned, subject) | {"subject_id": subject_id}
            row = insert_row(session, "site", columns)
            journal = [RowChange("site", None, row)]
            journal += set_domains(session, row["id"], _domains(cleaned))
            refresh_caches(session, [subject_id])
            reindex(session, sites=[row["id"]])
            fields = sorted(name for name, value in values.items() if value not in ("", None))
            Audit(session, self._actor).note("create", "site", row["id"], {"fields": fields})
        return Change(frozenset({subject_id}), frozenset({row["id"]}), undo=Undo(tuple(journal)))

    def update(self, row: SiteRow, values: Mapping[str, object]) -> Change:
        """Changes some fields of the site as it was read.

        Raises:
            Invalid: with a problem for each field that is wrong.
            UserError: records.changed_elsewhere, records.gone.
        """
        refuse_unknown("site", values, SITE_FIELDS)
        with self._database.transaction() as session:
            before = current_row(session, "site", row)
            subject = _subject(session, before["subject_id"])
            cleaned = clean_site(_as_given(session, before) | dict(values), subject["filing_number"])
            touched = set(values) | ({"lead_certificate_number"} if "lead_certificate_type" in values else set())
            touched |= {"kind"} if "filing_number" in values else set()
            stop_at(
                [each for each in cleaned.problems if each.path in touched]
                + number_taken(session, "site", cleaned, row.id)
            )
            columns = _columns(cleaned, subject)
            wanted = _columns_of(values)
            journal: list[RowChange] = []
            domains = set_domains(session, row.id, _domains(cleaned)) if "domains" in values else []
            changed = {name: value for name, value in columns.items() if name in wanted}
            change = update_row(session, "site", before, changed)
            if change is None and domains:
                # The list of domains is part of the site: whoever shows the old list must not overwrite this one.
                change = update_row(session, "site", before, {"updated_at": None})
            if change is not None:
                journal = [change, *domains]
                reindex(session, sites=[row.id])
                fields = sorted(
                    {name for name in changed if before[name] != changed[name]} | ({"domains"} if domains else set())
                )
                Audit(session, self._actor).note("change", "site", row.id, {"fields": fields})
        if not journal:
            return Change()
        return Change(frozenset({before["subject_id"]}), frozenset({row.id}), undo=Undo(tuple(journal)))

    def number_under(self, site: SiteRow, subject: SubjectRow) -> str:
        """The number a site may keep when it moves to another subject: its own where it is one of that subject's."""
        cleaned = clean_site({"name": site.name, "filing_number": site.filing_number or ""}, subject.filing_number)
        return "" if cleaned.problems else str(cleaned.values.get("filing_number") or "")

    def move(self, row: SiteRow, subject_id: int, filing_number: str) -> Change:
        """Puts the site under another subject; its number there is said anew, or is empty until it is known.

        Cases, contacts and papers stay as they are: they tell what was so when they were made.

        Raises:
            Invalid: the number is none of that subject's, is unreadable, or another site has it.
            UserError: records.changed_elsewhere, records.gone, records.site_is_there when it is that subject's already.
        """
        with self._database.transaction() as session:
            before = current_row(session, "site", row)
            if before["subject_id"] == subject_id:
                raise UserError("records.site_is_there")
            subject = _subject(session, subject_id)
            cleaned = clean_site(
                _as_given(session, before) | {"filing_number": filing_number}, subject["filing_number"]
            )
            wrong = [each for each in cleaned.problems if each.path in ("filing_number", "kind")]
            stop_at(wrong + number_taken(session, "site", cleaned, row.id))
            columns = _columns(cleaned, subject)
            moved = {name: columns[name] for name in ("filing_number", "kind", "province", "subject_name")}
            change = update_row(session, "site", before, {**moved, "subject_id": subject_id})
            assert change is not None, "the subject is another one"
            refresh_caches(session, [before["subject_id"], subject_id])
            reindex(session, sites=[row.id])
            Audit(session, self._actor).note("change", "site", row.id, {"fields": ["subject"]})
        return Change(frozenset({before["subject_id"], subject_id}), frozenset({row.id}), undo=Undo((change,)))

    def delete(self, ids: Iterable[int]) -> Change:
        """Deletes sites with their domains; cases, contacts and drafts stay and lose the reference."""
        wanted = sorted(set(ids))
        with self._database.transaction() as session:
            sites = rows_of(session, "site", "id", wanted)
            domains = rows_of(session, "domain", "site_id", wanted)
            pointers = pointers_to(session, "site_id", wanted)
            table = table_of("site")
            for start in range(0, len(wanted), _CHUNK):
                session.execute(table.delete().where(table.c.id.in_(wanted[start : start + _CHUNK])))
            subjects = frozenset(row["subject_id"] for row in sites)
            refresh_caches(session, subjects)
            reindex(session, sites=wanted)
            for row in sites:
                Audit(session, self._actor).note("delete", "site", row["id"], {})
        if not sites:
            return Change()
        journal = (
            *(RowChange("site", row, None) for row in sites),
            *(RowChange("domain", row, None) for row in domains),
        )
        return Change(
            subjects,
            frozenset(row["id"] for row in sites),
            cases=frozenset(each.row for each in pointers if each.table == "case"),
            contacts=frozenset(each.row for each in pointers if each.table == "contact"),
            undo=Undo(journal, tuple(pointers)),
        )


def _subject(session: Session, subject_id: int) -> dict[str, Any]:
    found = rows_of(session, "subject", "id", [subject_id])
    if not found:
        raise UserError("records.gone")
    return found[0]


def _as_given(session: Session, row: Mapping[str, Any]) -> dict[str, object]:
    """A stored row as somebody would fill it in."""
    given: dict[str, object] = {name: row[name] for name in SITE_FIELDS if name in row}
    domains = rows_of(session, "domain", "site_id", [row["id"]])
    given["domains"] = " ".join(each["ascii"] for each in sorted(domains, key=lambda each: each["position"]))
    return given


def _columns(cleaned: Cleaned, subject: Mapping[str, Any]) -> dict[str, Any]:
    """A site's columns, with the copies of its subject's name and province and of its primary domain."""
    columns = {name: value for name, value in cleaned.values.items() if name != "domains"}
    domains = _domains(cleaned)
    columns["domain"] = domains[0].registrable_ascii if domains else ""
    return columns | {"province": subject["province"], "subject_name": subject["name"]}


def _columns_of(values: Mapping[str, object]) -> set[str]:
    wanted = set(values) - {"domains"}
    if "domains" in values:
        wanted.add("domain")
    if "filing_number" in values:
        wanted.add("kind")
    return wanted | ({"lead_certificate_type"} if "lead_certificate_number" in values else set())


def _domains(cleaned: Cleaned) -> tuple[Any, ...]:
    domains = cleaned.values.get("domains")
    return domains if isinstance(domains, tuple) else ()
