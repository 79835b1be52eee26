"""Brings answers into the one way of writing that goes on paper; what is wrong is left as it was for the checks to name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from app.errors import UserError
from app.rules.certificates import certificate_type_named, check_certificate
from app.rules.contacts import check_email, check_mobile, check_phone
from app.rules.domains import parse_domain
from app.rules.filing_numbers import parse_filing_number
from app.rules.names import check_name
from app.services.flows.answer_tree import value_at, with_value
from app.services.flows.draft import Draft

NAMES = (
    "filing.subject_name",
    "filing.site_name",
    "applicant.name",
    "applicant.contact_name",
    "applicant.legal_representative",
    "agent.name",
)
CONTACTS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "applicant.mobile": check_mobile,
        "applicant.phone": check_phone,
        "applicant.email": check_email,
        "agent.phone": check_phone,
    }
)
CERTIFIED = ("filing", "applicant", "agent")


def name_kind(draft: Draft, path: str) -> str:
    """Whose name stands under this path, for the rules of names: `individual`, `unit` or `site`."""
    match path:
        case "filing.subject_name":
            return draft.filing.subject_kind or "unit"
        case "applicant.name":
            return draft.applicant.kind or "unit"
        case "filing.site_name":
            return "site"
        case _:
            return "individual"


def tidied(draft: Draft) -> Draft:
    """The draft with every answer that its rule accepts in that rule's writing."""
    draft = _set(draft, "filing.number", lambda text: str(parse_filing_number(text)))
    for path in NAMES:
        draft = _set(draft, path, partial(check_name, kind=name_kind(draft, path)))
    for path, check in CONTACTS.items():
        draft = _set(draft, path, check)
    for part in CERTIFIED:
        draft = _certificate(draft, part)
    domains = tuple(_domain(text) for text in draft.filing.domains if text.strip())
    return replace(draft, filing=replace(draft.filing, domains=domains), reason=draft.reason.strip())


def _set(draft: Draft, path: str, rule: Callable[[str], str]) -> Draft:
    value = value_at(draft, path)
    if not value:
        return draft
    try:
        return with_value(draft, path, rule(value) if value.strip() else "")
    except UserError:
        return draft


def _certificate(draft: Draft, part: str) -> Draft:
    named = value_at(draft, f"{part}.certificate_type")
    kind = certificate_type_named(named) if named else None
    if kind is None:
        return draft
    draft = with_value(draft, f"{part}.certificate_type", kind.value)
    return _set(draft, f"{part}.certificate_number", lambda text: check_certificate(kind, text))


def _domain(text: str) -> str:
    """Filings are made for the registrable domain, so `www.` and other hosts below it go."""
    try:
        return parse_domain(text).registrable_unicode
    except UserError:
        return text
