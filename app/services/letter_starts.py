"""What a letter flow's wizard knows before the first question: the record or the case it was started from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.models.account import Account
from app.models.case import Case
from app.models.domain import Domain
from app.models.site import Site
from app.models.subject import Subject
from app.services.case_files import files_of_case, handed_over
from app.services.case_settings import provider_name
from app.services.flows.draft import Ticket
from app.services.flows.parts import FiledSubject

D = TypeVar("D", bound=Any)


def start_letter_draft(
    session: Session,
    fresh: D,
    *,
    kinds: Mapping[str, str],
    subject_id: int | None = None,
    site_id: int | None = None,
    case_id: int | None = None,
) -> D:
    """The fresh draft with what the store knows; a case brings its ticket, its record and its enclosures along.

    A flow's own parts are filled where it has them: the present account, the domain, the day of filing, and whom
    a letter is addressed to. `kinds` are the
    enclosures that the flow knows.

    Raises:
        UserError: `flows.no_such_record`.
    """
    letter = replace(fresh.letter, provider_name=provider_name(session))
    changes: dict[str, Any] = {"case_id": case_id, "letter": letter}
    number = ""
    if case_id is not None:
        case = session.get(Case, case_id)
        if case is None:
            raise UserError("flows.no_such_record")
        changes["ticket"] = Ticket(case.ticket_number, case.customer, case.owner)
        changes["enclosures"] = handed_over(files_of_case(session, case_id), kinds)
        number, site_id, subject_id = case.filing_number, site_id or case.site_id, subject_id or case.subject_id
    if site_id is not None:
        site = session.get(Site, site_id)
        if site is None:
            raise UserError("flows.no_such_record")
        subject_id = site.subject_id
    if subject_id is None:
        return replace(fresh, filing=FiledSubject(number=number.rpartition("-")[0] or number), **changes)
    subject = session.get(Subject, subject_id)
    if subject is None:
        raise UserError("flows.no_such_record")
    changes |= {"subject_id": subject_id, "site_id": site_id, "filing": _filing(subject)}
    own = {each.name for each in fields(fresh)}
    account = session.get(Account, subject.account_id) if subject.account_id is not None else None
    if "source" in own and account is not None:
        changes["source"] = replace(fresh.source, account=account.login_name or account.uid, station=account.station)
    if "history" in own and subject.filed_on is not None:
        changes["history"] = replace(fresh.history, filed_on=subject.filed_on)
    if "domain" in own:
        changes["domain"] = _domain(session, subject_id, site_id)
    return replace(fresh, **changes)


def _filing(subject: Subject) -> FiledSubject:
    return FiledSubject(
        number=subject.filing_number or "",
        subject_kind=subject.kind,
        subject_name=subject.name,
        certificate_type=subject.certificate_type or None,
        certificate_number=subject.certificate_number,
    )


def _domain(session: Session, subject_id: int, site_id: int | None) -> str:
    """The first domain of the site, else of the subject."""
    owned = select(Domain.unicode).join(Site, Site.id == Domain.site_id).where(Site.subject_id == subject_id)
    if site_id is not None:
        owned = owned.where(Site.id == site_id)
    return session.scalars(owned.order_by(Domain.site_id, Domain.position)).first() or ""
