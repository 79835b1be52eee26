"""Brings answers into the one way of writing that goes on paper, and fills what has a usual value, for every flow.

What is wrong is left as it was, for the checks to name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from app.errors import UserError
from app.rules.certificates import CertificateType, certificate_type_named, check_certificate
from app.rules.contacts import check_email, check_mobile, check_phone
from app.rules.domains import parse_domain
from app.rules.filing_numbers import parse_filing_number
from app.rules.letter_dates import MONTHS, months_later
from app.rules.names import check_name
from app.services.flows.answer_tree import value_at, with_value
from app.services.flows.draft import Draft, Enclosure

T = TypeVar("T")
Rule = Callable[[str], str]

NAMES = (
    "filing.subject_name",
    "filing.site_name",
    "applicant.name",
    "applicant.contact_name",
    "applicant.legal_representative",
    "agent.name",
)
CONTACTS: Mapping[str, Rule] = MappingProxyType(
    {
        "applicant.mobile": check_mobile,
        "applicant.phone": check_phone,
        "applicant.email": check_email,
        "agent.phone": check_phone,
    }
)
CERTIFIED = ("filing", "applicant", "agent")


def _number(text: str) -> str:
    return str(parse_filing_number(text))


def _number_of_person(text: str) -> str:
    return text.strip().upper()


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
    """The draft of a deregistration with every answer that its rule accepts in that rule's writing."""
    names: dict[str, Rule] = {path: partial(check_name, kind=name_kind(draft, path)) for path in NAMES}
    rules: dict[str, Rule] = {
        "filing.number": _number,
        **names,
        **CONTACTS,
        "letter.legal_certificate_number": _number_of_person,
    }
    draft = rewritten(draft, rules, CERTIFIED)
    domains = tuple(_domain(text) for text in draft.filing.domains if text.strip())
    return replace(draft, filing=replace(draft.filing, domains=domains), reason=draft.reason.strip())


def tidied_letter(draft: T, more: Mapping[str, Rule]) -> T:
    """The same of a letter flow.

    Args:
        draft: of a letter flow.
        more: the rules of the flow's own answers, by dotted path.
    """
    kind = value_at(draft, "filing.subject_kind") or "unit"
    rules: dict[str, Rule] = {
        "filing.number": _number,
        "filing.subject_name": partial(check_name, kind=kind),
        "applicant.name": partial(check_name, kind="individual"),
        "applicant.mobile": check_mobile,
        "letter.provider_name": str.strip,
        "letter.legal_certificate_number": _number_of_person,
        **more,
    }
    return rewritten(draft, rules, ("filing", "applicant"))


def rewritten(draft: T, rules: Mapping[str, Rule], certified: Iterable[str]) -> T:
    """The draft with each answer in its rule's writing, where the rule accepts it.

    Args:
        rules: by dotted path.
        certified: parts that hold a certificate's type and number.
    """
    for path, rule in rules.items():
        draft = _set(draft, path, rule)
    for part in certified:
        draft = _certificate(draft, part)
    return draft


def completed_letter(draft: T, base_dir: Path, today: date) -> T:
    """The draft with absolute paths and what is usual: an identity card, a letter of today that holds for three months."""
    changes: dict[str, Any] = {
        "enclosures": placed(value_at(draft, "enclosures"), base_dir),
        "letter": _dated(draft, today),
    }
    draft = replace(draft, **changes)  # type: ignore[type-var]
    is_person = value_at(draft, "filing.subject_kind") == "individual"
    if not is_person and value_at(draft, "applicant.name") and value_at(draft, "applicant.certificate_type") is None:
        draft = with_value(draft, "applicant.certificate_type", CertificateType.ID_CARD.value)
    return draft


def placed(enclosures: Iterable[Enclosure], base_dir: Path) -> tuple[Enclosure, ...]:
    """The enclosures with the whole paths of their files."""
    return tuple(
        replace(each, file=str(base_dir / Path(each.file).expanduser()))
        if each.file and "\0" not in each.file
        else each
        for each in enclosures
    )


def dated(letter: T, handwriting: Iterable[str], day: date) -> T:
    """A letter's answers with the usual dates: of that day, and good for three months."""
    by_hand = set(handwriting)
    if value_at(letter, "dated") is None and "letter.dated" not in by_hand:
        letter = with_value(letter, "dated", day)
    if value_at(letter, "valid_until") is None and "letter.valid_until" not in by_hand:
        letter = with_value(letter, "valid_until", months_later(value_at(letter, "dated") or day, MONTHS))
    return letter


def _dated(draft: Any, today: date) -> Any:
    if draft.filing.subject_kind != "unit" or draft.letter.from_provider:
        return draft.letter
    return dated(draft.letter, draft.handwriting, today)


def _set(draft: T, path: str, rule: Rule) -> T:
    value = value_at(draft, path)
    if not value:
        return draft
    try:
        return with_value(draft, path, rule(value) if value.strip() else "")
    except UserError:
        return draft


def _certificate(draft: T, part: str) -> T:
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
