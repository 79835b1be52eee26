"""What of a subject or a site can be found by the search: names, numbers, domains, people and their phones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.search import Document, index, remove
from app.services.undo import rows_of, table_of

SUBJECT_TEXTS = (
    "name",
    "filing_number",
    "certificate_number",
    "lead_name",
    "lead_phone",
    "lead_email",
    "lead_certificate_number",
    "emergency_phone",
)
SITE_TEXTS = (
    "name",
    "filing_number",
    "home_url",
    "lead_name",
    "lead_phone",
    "lead_email",
    "lead_certificate_number",
)


def subject_document(row: Mapping[str, Any]) -> Document:
    """What can be found of a subject."""
    return Document("subject", row["id"], tuple(text for name in SUBJECT_TEXTS if (text := row.get(name))))


def site_document(row: Mapping[str, Any], domains: Sequence[str]) -> Document:
    """What can be found of a site; `domains` holds both writings of each."""
    texts = tuple(text for name in SITE_TEXTS if (text := row.get(name)))
    return Document("site", row["id"], texts + tuple(domains))


def index_subjects(session: Session, ids: Iterable[int]) -> None:
    """Brings the index up to date for these subjects; those that are gone leave it."""
    wanted = set(ids)
    if not wanted:
        return
    rows = rows_of(session, "subject", "id", wanted)
    gone = wanted - {row["id"] for row in rows}
    if gone:
        remove(session, "subject", sorted(gone))
    if rows:
        index(session, [subject_document(row) for row in rows])


def index_sites(session: Session, ids: Iterable[int]) -> None:
    """Brings the index up to date for these sites with their domains; those that are gone leave it."""
    wanted = set(ids)
    if not wanted:
        return
    rows = rows_of(session, "site", "id", wanted)
    gone = wanted - {row["id"] for row in rows}
    if gone:
        remove(session, "site", sorted(gone))
    domains: dict[int, list[str]] = {}
    for row in rows_of(session, "domain", "site_id", wanted):
        domains.setdefault(row["site_id"], []).extend({row["ascii"], row["unicode"]})
    if rows:
        index(session, [site_document(row, sorted(domains.get(row["id"], ()))) for row in rows])


def account_document(row: Mapping[str, Any]) -> Document:
    """What can be found of an account."""
    return Document("account", row["id"], (row["uid"], row["login_name"]))


def contact_document(row: Mapping[str, Any]) -> Document:
    """What can be found of a contact."""
    return Document("contact", row["id"], (row["name"], row["phone"], row["email"], row["certificate_number"]))


def index_plain(session: Session, kind: str, ids: Iterable[int]) -> None:
    """Brings the index up to date for these accounts or contacts; those that are gone leave it."""
    wanted = set(ids)
    if not wanted:
        return
    rows = rows_of(session, kind, "id", wanted)
    gone = wanted - {row["id"] for row in rows}
    if gone:
        remove(session, kind, sorted(gone))
    if rows:
        index(session, [_PLAIN[kind](row) for row in rows])


_PLAIN = {"account": account_document, "contact": contact_document}


def every_document(session: Session) -> Iterable[Document]:
    """All subjects and sites, for making the index anew."""
    for row in session.execute(select(table_of("subject"))).mappings().yield_per(2000):
        yield subject_document(dict(row))
    domains: dict[int, list[str]] = {}
    domain = table_of("domain")
    for site_id, ascii_name, unicode_name in session.execute(
        select(domain.c.site_id, domain.c.ascii, domain.c.unicode)
    ):
        domains.setdefault(site_id, []).extend({ascii_name, unicode_name})
    for row in session.execute(select(table_of("site"))).mappings().yield_per(2000):
        yield site_document(dict(row), sorted(domains.get(row["id"], ())))
