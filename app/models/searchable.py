"""What of a case and of a contact can be found by the search; subjects and sites are in `app.services.search_texts`."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from app.db import search
from app.db.search import Document
from app.models.case import Case
from app.models.contact import Contact

CASE_FIELDS = ("number", "ticket_number", "customer", "title", "filing_number")
CONTACT_FIELDS = ("name", "phone", "email", "certificate_number")


def document_of(record: Case | Contact) -> Document:
    """What can be found of a case or a contact."""
    names = CASE_FIELDS if isinstance(record, Case) else CONTACT_FIELDS
    return Document(record.__tablename__, record.id, tuple(getattr(record, name) for name in names))


def index_records(session: Session, records: Iterable[Case | Contact]) -> None:
    """Make cases and contacts findable as they now are, in the transaction that writes them; flushes first."""
    session.flush()
    search.index(session, [document_of(record) for record in records])
