"""What a letter's blanks hold before anything is typed: from a subject or a site, from a case and its papers, from the desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.forms.letters import letter, letter_for
from app.forms.letters_spec import LetterSpec
from app.models.account import Account
from app.models.case import Case
from app.models.document import Document
from app.models.domain import Domain
from app.models.site import Site
from app.models.subject import Subject
from app.rules.certificates import certificate_type_named
from app.rules.filing_numbers import parse_filing_number
from app.rules.letter_dates import MONTHS, months_later
from app.rules.provinces import Province, province_of
from app.services.case_settings import provider_name
from app.services.flows.letter_draft import LetterDraft

AGENT_LETTER = "authorization-deregistration"
"""Here the records that an agent picks are the filing that is to go, not the unit that applies."""
_KEPT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "unit_name": ("unit_name", "applicant_name"),
        "unit_certificate_type": ("unit_certificate_type", "applicant_certificate_type"),
        "unit_certificate_number": ("unit_certificate_number", "applicant_certificate_number"),
        "current_name": ("unit_name", "applicant_name"),
        "authorized_name": ("authorized_name", "agent_name"),
        "authorized_certificate_type": ("authorized_certificate_type", "agent_certificate_type"),
        "authorized_certificate_number": ("authorized_certificate_number", "agent_certificate_number"),
        "contact_phone": ("contact_phone", "contact_mobile"),
        "filing_number": ("filing_number", "target_filing_number"),
        "provider_name": ("provider_name",),
    }
)
"""Which values of a case's paper a blank takes, the first that is there; other blanks take their own name's."""
_NOT_KEPT = frozenset({"letter_date", "valid_until", "changed_on"})


def prefilled(
    session: Session | None,
    code: str,
    today: date,
    *,
    subject_id: int | None = None,
    site_id: int | None = None,
    case_id: int | None = None,
) -> LetterDraft:
    """A letter with what is known already; dates are those of today, an authorization holds for three months.

    In a province that has its own variant of the letter, the draft is one of that. What a record could tell and does not
    is there as an empty value, so that nothing of another record stays beside it.

    Raises:
        UserError: `letters.unknown_letter`, `flows.no_such_record`.
    """
    values: dict[str, str] = {}
    if session is not None:
        values["provider_name"] = provider_name(session)
        if case_id is not None:
            case = _found(session, Case, case_id)
            site_id, subject_id = site_id or case.site_id, subject_id or case.subject_id
            values |= _of_case(session, case)
        if site_id is not None:
            site = _found(session, Site, site_id)
            subject_id = site.subject_id
        if subject_id is not None:
            values |= _of_records(session, code, _found(session, Subject, subject_id), site_id)
    where = _province(values.get("filing_number", ""))
    spec = letter_for(code, where.key) if where else letter(code)
    values |= {"letter_date": today.isoformat(), "valid_until": months_later(today, MONTHS).isoformat()}
    known = {name: text or "" for name, text in values.items() if _belongs(spec, name)}
    return LetterDraft(
        code=spec.code,
        values=MappingProxyType(known),
        subject_id=subject_id,
        site_id=site_id,
        case_id=case_id,
    )


def with_authority(spec: LetterSpec, draft: LetterDraft) -> LetterDraft:
    """The draft with the administration that the filing number tells, where nobody wrote another."""
    where = _province(draft.value("filing_number"))
    for name in ("authority", "recipient"):
        if where and name in spec.fields() and name not in draft.handwriting and not draft.value(name).strip():
            draft = draft.with_value(name, where.authority)
    return draft


def province_key(number: str) -> str:
    """The province that a filing number tells; empty where it tells none."""
    where = _province(number)
    return where.key if where else ""


def _belongs(spec: LetterSpec, name: str) -> bool:
    return name in spec.fields() or name == "applicant_kind"


def _found(session: Session, kind: type[Any], record_id: int) -> Any:
    record = session.get(kind, record_id)
    if record is None:
        raise UserError("flows.no_such_record")
    return record


def _province(number: str) -> Province | None:
    try:
        return province_of(parse_filing_number(number)) if number.strip() else None
    except UserError:
        return None


def _of_records(session: Session, code: str, subject: Subject, site_id: int | None) -> dict[str, str]:
    site = session.get(Site, site_id) if site_id is not None else None
    whole = code != AGENT_LETTER or site is None
    number = subject.filing_number if whole else site.filing_number if site else ""
    domains = _domains(session, subject.id, site_id)
    values = {"filing_number": number or "", "domains": domains, "target_domains": domains}
    if code == AGENT_LETTER:
        return values | {"target_subject_name": subject.name}
    lead = site or subject
    account = session.get(Account, subject.account_id) if subject.account_id is not None else None
    values |= {
        "unit_name": subject.name,
        "unit_certificate_type": subject.certificate_type,
        "unit_certificate_number": subject.certificate_number,
        "current_name": subject.name,
        "applicant_kind": subject.kind,
        "applicant_name": subject.name,
        "applicant_certificate_type": subject.certificate_type,
        "applicant_certificate_number": subject.certificate_number,
        "contact_name": lead.lead_name,
        "contact_phone": lead.lead_phone,
        "source_account": (account.login_name or account.uid) if account else "",
    }
    if code.startswith("authorization-") and "lead" in code:
        values |= {
            "authorized_name": lead.lead_name,
            "authorized_certificate_type": lead.lead_certificate_type,
            "authorized_certificate_number": lead.lead_certificate_number,
        }
    return values


def _domains(session: Session, subject_id: int, site_id: int | None) -> str:
    owned = select(Domain.unicode).join(Site, Site.id == Domain.site_id).where(Site.subject_id == subject_id)
    if site_id is not None:
        owned = owned.where(Site.id == site_id)
    return "\n".join(dict.fromkeys(session.scalars(owned.order_by(Domain.site_id, Domain.position))))


def _of_case(session: Session, case: Case) -> dict[str, str]:
    """What the case's newest paper says, by the blanks' own names."""
    newest = select(Document).where(Document.case_id == case.id).order_by(Document.made_at.desc(), Document.id.desc())
    document = session.scalars(newest.limit(1)).first()
    kept: dict[str, Any] = {}
    if document is not None:
        kept = dict(document.recipe.get("values") or document.values)
        for each in document.recipe.get("letters", ()):
            kept |= each.get("values", {})
    values = {"filing_number": case.filing_number or ""}
    names = dict.fromkeys((*_KEPT, *kept))
    for name in names:
        found = next((kept[each] for each in _KEPT.get(name, (name,)) if kept.get(each)), None)
        if found is not None and name not in _NOT_KEPT and name != "handwriting":
            values[name] = _typed(name, found)
    return values


def _typed(name: str, printed: Any) -> str:
    """A printed value as a draft writes it."""
    if isinstance(printed, (list, tuple)):
        return "\n".join(str(each) for each in printed)
    if name.endswith("certificate_type"):
        kind = certificate_type_named(str(printed))
        return kind.value if kind else ""
    return str(printed)
