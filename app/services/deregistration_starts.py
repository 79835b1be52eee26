"""What a deregistration wizard knows before the first question: the record or the case it was started from."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.models.case import Case
from app.models.domain import Domain
from app.models.site import Site
from app.models.subject import Subject
from app.services.case_files import files_of_case, handed_over
from app.services.flows.checks import ENCLOSURE_KINDS
from app.services.flows.draft import Draft, Enclosure, Filing, Ticket


def start_draft(
    session: Session, *, subject_id: int | None = None, site_id: int | None = None, case_id: int | None = None
) -> Draft:
    """The draft of a record; a case brings its ticket, its record and its enclosures along.

    The applicant stays empty: it is the agent who knows whether the filing's own subject applies.

    Raises:
        UserError: `flows.no_such_record`.
    """
    ticket, number = Ticket(), ""
    enclosed: tuple[Enclosure, ...] = ()
    if case_id is not None:
        case = session.get(Case, case_id)
        if case is None:
            raise UserError("flows.no_such_record")
        ticket = Ticket(case.ticket_number, case.customer, case.owner)
        number, site_id, subject_id = case.filing_number, site_id or case.site_id, subject_id or case.subject_id
        enclosed = handed_over(files_of_case(session, case_id), ENCLOSURE_KINDS)
    if site_id is not None:
        draft = _of_site(session, site_id)
    elif subject_id is not None:
        draft = Draft(filing=_of_subject(session, subject_id), subject_id=subject_id)
    else:
        draft = Draft(filing=Filing(number=number, scope=_scope(number)))
    return replace(draft, ticket=ticket, case_id=case_id, enclosures=enclosed)


def _of_subject(session: Session, subject_id: int) -> Filing:
    subject = session.get(Subject, subject_id)
    if subject is None:
        raise UserError("flows.no_such_record")
    owned = select(Domain.unicode).join(Site, Site.id == Domain.site_id).where(Site.subject_id == subject_id)
    domains = session.scalars(owned.order_by(Domain.site_id, Domain.position))
    return Filing(
        scope="subject",
        number=subject.filing_number or "",
        subject_name=subject.name,
        subject_kind=subject.kind,
        certificate_type=subject.certificate_type or None,
        certificate_number=subject.certificate_number,
        domains=tuple(dict.fromkeys(domains)),
        hollow=subject.state == "hollow",
    )


def _of_site(session: Session, site_id: int) -> Draft:
    site = session.get(Site, site_id)
    if site is None:
        raise UserError("flows.no_such_record")
    domains = session.scalars(select(Domain.unicode).where(Domain.site_id == site_id).order_by(Domain.position))
    filing = replace(
        _of_subject(session, site.subject_id),
        scope="site",
        number=site.filing_number or "",
        site_name=site.name,
        domains=tuple(domains),
        hollow=False,
        access_provider=site.access_provider,
    )
    return Draft(filing=filing, subject_id=site.subject_id, site_id=site_id)


def _scope(number: str) -> str | None:
    if not number:
        return None
    return "site" if "-" in number else "subject"
