"""Brings the answers of letter flows into the one way of writing that goes on paper, and fills what has a usual value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from app.errors import UserError
from app.rules.certificates import CertificateType, certificate_type_named, check_certificate
from app.rules.contacts import check_mobile
from app.rules.filing_numbers import parse_filing_number
from app.rules.letter_dates import MONTHS, months_later
from app.rules.names import check_name
from app.services.flows.answer_tree import value_at, with_value
from app.services.flows.draft import Enclosure

T = TypeVar("T")


def tidied(draft: T, more: Mapping[str, Callable[[str], str]]) -> T:
    """The draft with every answer that its rule accepts in that rule's writing; the rest stays for the checks to name.

    Args:
        draft: of a letter flow.
        more: the rules of the flow's own answers, by dotted path.
    """
    kind = value_at(draft, "filing.subject_kind") or "unit"
    rules: dict[str, Callable[[str], str]] = {
        "filing.number": lambda text: str(parse_filing_number(text)),
        "filing.subject_name": partial(check_name, kind=kind),
        "applicant.name": partial(check_name, kind="individual"),
        "applicant.mobile": check_mobile,
        "letter.provider_name": str.strip,
        "letter.legal_certificate_number": lambda text: text.strip().upper(),
        **more,
    }
    for path, rule in rules.items():
        draft = _set(draft, path, rule)
    for part in ("filing", "applicant"):
        draft = _certificate(draft, part)
    return draft


def completed(draft: T, base_dir: Path, today: date) -> T:
    """The draft with absolute paths and what is usual: an identity card, a letter of today that holds for three months."""
    changes: dict[str, Any] = {
        "enclosures": tuple(_placed(each, base_dir) for each in value_at(draft, "enclosures")),
        "letter": _dated(draft, today),
    }
    draft = replace(draft, **changes)  # type: ignore[type-var]
    is_person = value_at(draft, "filing.subject_kind") == "individual"
    if not is_person and value_at(draft, "applicant.name") and value_at(draft, "applicant.certificate_type") is None:
        draft = with_value(draft, "applicant.certificate_type", CertificateType.ID_CARD.value)
    return draft


def _dated(draft: Any, today: date) -> Any:
    letter = draft.letter
    if draft.filing.subject_kind != "unit" or letter.from_provider:
        return letter
    if letter.dated is None and "letter.dated" not in draft.handwriting:
        letter = replace(letter, dated=today)
    if letter.valid_until is None and "letter.valid_until" not in draft.handwriting:
        letter = replace(letter, valid_until=months_later(letter.dated or today, MONTHS))
    return letter


def _placed(enclosure: Enclosure, base_dir: Path) -> Enclosure:
    if not enclosure.file or "\0" in enclosure.file:
        return enclosure
    return replace(enclosure, file=str(base_dir / Path(enclosure.file).expanduser()))


def _set(draft: T, path: str, rule: Callable[[str], str]) -> T:
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
