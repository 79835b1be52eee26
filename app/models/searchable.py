"""What of each record can be found: its names, numbers, domains and ways to reach its people.

`index_records` is called explicitly by whoever writes records, in the same transaction; imports that write rows
by plain SQL pass `subject_document` and `site_document` to `app.db.search.index` instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db import search
from app.db.search import Document
from app.models.account import Account
from app.models.case import Case
from app.models.contact import Contact
from app.models.domain import Domain
from app.models.site import Site
from app.models.subject import Subject

SUBJECT_FIELDS = (
    "name",
    "filing_number",
    "certificate_number",
    "lead_name",
    "lead_phone",
    "lead_email",
    "emergency_phone",
    "lead_certificate_number",
)
SITE_FIELDS = ("name", "filing_number", "domain", "lead_name", "lead_phone", "lead_email")
FIELDS: Mapping[type, tuple[str, ...]] = {
    Subject: SUBJECT_FIELDS,
    Site: SITE_FIELDS,
    Case: ("number", "ticket_number", "customer", "title", "filing_number"),
    Contact: ("name", "phone", "email", "certificate_number"),
    Account: ("uid", "login_name"),
}


def subject_document(row: Mapping[str, Any]) -> Document:
    """What can be found of a subject given as column values."""
    return Document("subject", row["id"], tuple(row[name] or "" for name in SUBJECT_FIELDS))


def site_document(row: Mapping[str, Any], domains: Iterable[tuple[str, str]]) -> Document:
    """What can be found of a site given as column values and its domains in both spellings (ASCII, Unicode)."""
    spelt = tuple(spelling for both in domains for spelling in both)
    return Document("site", row["id"], tuple(row[name] or "" for name in SITE_FIELDS) + spelt)


def documents_of(session: Session, records: Sequence[Any]) -> Iterator[Document]:
    """What can be found of mapped records; sites bring their domains. Kinds that cannot be found are left out."""
    sites = [record.id for record in records if isinstance(record, Site)]
    spelt: dict[int, list[str]] = {}
    for start in range(0, len(sites), search.PIECE):
        wanted = Domain.site_id.in_(sites[start : start + search.PIECE])
        for domain in session.execute(select(Domain.site_id, Domain.ascii, Domain.unicode).where(wanted)):
            spelt.setdefault(domain.site_id, []).extend((domain.ascii, domain.unicode))
    for record in records:
        names = FIELDS.get(type(record))
        if names is not None:
            fields = tuple(getattr(record, name) or "" for name in names)
            extra = tuple(spelt.get(record.id, ())) if isinstance(record, Site) else ()
            yield Document(record.__tablename__, record.id, fields + extra)


def index_records(session: Session, records: Iterable[Any]) -> None:
    """Make records findable as they now are; flushes first, so that new ones have their ids."""
    session.flush()
    search.index(session, documents_of(session, list(records)))


def every_document(session: Session) -> Iterator[Document]:
    """What can be found of the whole store, read a piece at a time; for `app.db.search.rebuild`."""
    for record_class in FIELDS:
        last = 0
        while True:
            query = select(record_class).where(record_class.id > last).order_by(record_class.id)  # type: ignore[attr-defined]
            records = session.scalars(query.limit(search.PIECE)).all()
            if not records:
                break
            yield from documents_of(session, records)
            last = records[-1].id
            session.expunge_all()
