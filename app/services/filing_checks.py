"""Values of a subject or a site as typed, checked by the rules and brought into the form that the store keeps.

The same checks serve the form on screen, the command line and an import of 100,000 rows, so the
common cases (a mainland mobile number, a repeated province) leave by a short way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.errors import Problem, UserError
from app.rules.certificates import certificate_types
from app.rules.domains import DomainName
from app.rules.filing_numbers import FilingNumber
from app.rules.names import check_name
from app.rules.provinces import province
from app.services import quick_checks
from app.services.value_words import province_key, shown, value_of, word_of

LONGEST_NOTE = 10_000

_DATE = re.compile(
    r"(\d{4})\s*(?:[-/.年])\s*(\d{1,2})\s*(?:[-/.月])\s*(\d{1,2})\s*日?(?:[T\s]+\d{1,2}[:：]\d{2}.*)?|(\d{4})(\d{2})(\d{2})"
)
_DOMAIN_BREAKS = re.compile(r"[\s,，;；、|/]+")
_HAN_NAME = re.compile(r"[㐀-鿿\U00020000-\U000323af]{2,4}")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What a record would hold: its values in the store's form, and what is wrong with the others."""

    values: dict[str, object]
    problems: list[Problem]


FieldCheck = Callable[[str], object]

#: What an empty field is in the store where that is not the empty string.
_NOTHING: dict[str, object] = {
    "filed_on": None,
    "approved_on": None,
    "domains": (),
    "state": "unknown",
    "access_state": "unknown",
}


def clean_subject(given: Mapping[str, object]) -> Cleaned:
    """Checks a subject's values, each by itself and against each other.

    Keys are of `SUBJECT_FIELDS`; values are text or dates, "" or None for nothing. What can be known
    from other fields is filled in: the province from the filing number, the kind from the certificate.
    """
    values, problems = _each(given, _SUBJECT_CHECKS)
    bad = {problem.path for problem in problems}
    number = values.get("filing_number")
    if isinstance(number, FilingNumber):
        if number.service is not None:
            problems.append(Problem("filing_number", "records.subject_number_with_service", {"found": str(number)}))
        values["filing_number"] = quick_checks.subject_text(number)
        own = number.province
        said = values.get("province")
        if own and said and said != own and "province" not in bad:
            facts = {"prefix": number.prefix, "expected": _province_name(own), "found": _province_name(str(said))}
            problems.append(Problem("province", "records.province_differs", facts))
        values["province"] = own or said or ""
    elif "filing_number" in given and "filing_number" not in bad:
        values["filing_number"] = None
    if not values.get("name") and "name" not in bad:
        problems.append(Problem("name", "records.required"))
    if "kind" not in bad and not values.get("kind"):
        values["kind"] = _guess_kind(values)
    kind = values.get("kind")
    if kind == "individual" and "." in unicodedata.normalize("NFKC", str(values.get("name", ""))):
        values["name"] = check_name(str(values["name"]), kind="individual")
    if kind == "unit" and not values.get("nature") and isinstance(given.get("kind"), str):
        said_kind = str(given["kind"]).strip()
        values["nature"] = (
            said_kind if said_kind not in ("unit", "单位", "individual") and not said_kind.isascii() else ""
        )
    _check_certificate(values, problems, bad, "certificate", kind if isinstance(kind, str) else None)
    _check_certificate(values, problems, bad, "lead_certificate", "individual")
    return Cleaned(values, problems)


def clean_site(given: Mapping[str, object], subject_number: str | None = None) -> Cleaned:
    """Checks a site's values; with `subject_number` also that the site's number belongs to that subject.

    `domains` is text (several, parted by commas, semicolons, spaces or lines) and comes out as a tuple of `DomainName`.
    """
    values, problems = _each(given, _SITE_CHECKS)
    bad = {problem.path for problem in problems}
    number = values.get("filing_number")
    if isinstance(number, FilingNumber):
        values["filing_number"] = str(number)
        if number.service is None:
            problems.append(Problem("filing_number", "records.site_number_without_service", {"found": str(number)}))
        elif subject_number and quick_checks.subject_text(number) != subject_number:
            facts = {"found": str(number), "expected": subject_number}
            problems.append(Problem("filing_number", "records.site_number_of_other_subject", facts))
        own = number.service_kind.value if number.service_kind is not None else None
        said = values.get("kind")
        if own and said and own != said and "kind" not in bad:
            problems.append(Problem("kind", "records.site_kind_differs", {"found": str(number)}))
        values["kind"] = own or said or "site"
    elif "filing_number" in given and "filing_number" not in bad:
        values["filing_number"] = None
    if "kind" not in bad and not values.get("kind"):
        values["kind"] = "site"
    domains = values.get("domains")
    if not values.get("name") and "name" not in bad:
        if isinstance(domains, tuple) and domains:
            values["name"] = domains[0].registrable_unicode
        else:
            problems.append(Problem("name", "records.required"))
    _check_certificate(values, problems, bad, "lead_certificate", "individual")
    return Cleaned(values, problems)


def _each(given: Mapping[str, object], checks: Mapping[str, FieldCheck]) -> tuple[dict[str, object], list[Problem]]:
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for name, raw in given.items():
        if raw is None or raw == "":
            values[name] = _NOTHING.get(name, "")
            continue
        try:
            values[name] = checks[name](raw if type(raw) is str else _as_text(raw))
        except UserError as error:
            problems.append(Problem(name, error.code, error.facts))
    return values, problems


def _as_text(raw: object) -> str:
    if isinstance(raw, (tuple, list)):
        return " ".join(str(each) for each in raw)
    return raw.isoformat() if isinstance(raw, date) else str(raw)


def _check_certificate(
    values: dict[str, object], problems: list[Problem], bad: set[str], prefix: str, kind: str | None
) -> None:
    """A certificate's type and number together; a number without a type tells its type by its shape."""
    type_field, number_field = f"{prefix}_type", f"{prefix}_number"
    number, kind_of = values.get(number_field), values.get(type_field)
    if type_field in bad or number_field in bad:
        return
    if kind_of and kind is not None and kind_of not in _types_of(kind):
        problems.append(Problem(type_field, "records.certificate_type_not_for_kind", {"expected": _labels_of(kind)}))
        return
    if not number:
        return
    if not kind_of:
        kind_of = _guess_type(str(number), kind)
        if kind_of is None:
            problems.append(Problem(type_field, "records.certificate_type_missing", {"expected": _labels_of(kind)}))
            return
        values[type_field] = kind_of
    try:
        values[number_field] = quick_checks.certificate(str(kind_of), str(number))
    except UserError as error:
        problems.append(Problem(number_field, error.code, error.facts))


def _guess_type(number: str, kind: str | None) -> str | None:
    likely = ("id_card",) if kind == "individual" else ("credit_code", "organization_code")
    for each in likely:
        try:
            quick_checks.certificate(each, number)
        except UserError:
            continue
        return each
    return None


def _guess_kind(values: Mapping[str, object]) -> str:
    """Individual or unit, by what else is known: nature, certificate, and last the length of the name."""
    nature = values.get("nature")
    if nature:
        try:
            return value_of("kind", str(nature))
        except UserError:
            return "unit"
    certificate = values.get("certificate_type")
    if certificate:
        return "individual" if certificate in _types_of("individual") else "unit"
    if values.get("certificate_number"):
        number = str(values["certificate_number"])
        return "individual" if _guess_type(number, "individual") else "unit"
    name = str(values.get("name") or "")
    return "individual" if _HAN_NAME.fullmatch(name) or "·" in name else "unit"


@lru_cache(maxsize=4)
def _types_of(kind: str) -> frozenset[str]:
    return frozenset(each.value for each in certificate_types(kind))


@lru_cache(maxsize=4)
def _labels_of(kind: str | None) -> tuple[str, ...]:
    return tuple(word_of("certificate_type", each.value) for each in certificate_types(kind or "unit"))


@lru_cache(maxsize=64)
def _province_name(key: str) -> str:
    return province(key).name_zh


@lru_cache(maxsize=4096)
def _date(text: str) -> date:
    found = _DATE.fullmatch(text)
    if found is None:
        raise UserError("records.date_unclear", found=shown(text))
    try:
        day = date(*(int(part) for part in found.groups() if part is not None))
    except ValueError as error:
        raise UserError("records.date_unclear", found=shown(text)) from error
    if not 1995 <= day.year <= 2099:
        raise UserError("records.date_out_of_range", found=day.isoformat())
    return day


@lru_cache(maxsize=8192)
def _domains(text: str) -> tuple[DomainName, ...]:
    found: dict[str, DomainName] = {}
    for part in _DOMAIN_BREAKS.split(_without_scheme(text)):
        if part:
            domain = quick_checks.domain(part)
            # What is filed is the registered name, whatever host stands in front of it.
            found.setdefault(domain.registrable_ascii, domain)
    return tuple(found.values())


def _without_scheme(text: str) -> str:
    return re.sub(r"https?://", " ", text, flags=re.IGNORECASE)


def _line(longest: int) -> FieldCheck:
    """One line of free text; the limits are those of the store's columns."""

    def check(text: str) -> str:
        return text.strip() if text.isprintable() and len(text) <= longest else _checked_text(text, longest, "")

    return check


def _note(text: str) -> str:
    return _checked_text(text, LONGEST_NOTE, "\n\t")


def _checked_text(text: str, longest: int, allowed: str) -> str:
    text = text.strip()
    if len(text) > longest:
        raise UserError("records.text_too_long", length=len(text), limit=longest)
    if not text.isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = text if "\n" in allowed else text.replace("\n", " ").replace("\t", " ")
        for char in text:
            category = unicodedata.category(char)
            if category in ("Cc", "Cs", "Co") and char not in allowed:
                raise UserError(
                    "records.character_unusable", code_point=f"U+{ord(char):04X}", place=text.index(char) + 1
                )
    return text


def _url(text: str) -> str:
    text = _checked_text(text, 2048, "")
    if any(char.isspace() for char in text) or "." not in text or "@" in text.partition("/")[0]:
        raise UserError("records.url_unclear", found=shown(text))
    return text


def _name(kind: str) -> FieldCheck:
    def check(text: str) -> str:
        return quick_checks.name(text, kind)

    return check


def _word(field: str) -> FieldCheck:
    def check(text: str) -> str:
        return value_of(field, text)

    return check


def _site_state(text: str) -> str:
    state = value_of("state", text)
    if state == "hollow":
        raise UserError("records.site_never_hollow", found=shown(text))
    return state


_LEAD_CHECKS: dict[str, FieldCheck] = {
    "lead_name": _name("individual"),
    "lead_certificate_type": _word("certificate_type"),
    "lead_certificate_number": _line(64),
    "lead_phone": quick_checks.phone,
    "lead_email": quick_checks.email,
    "note": _note,
}

_SUBJECT_CHECKS: dict[str, FieldCheck] = _LEAD_CHECKS | {
    "kind": _word("kind"),
    "nature": _line(40),
    "name": _name("unit"),
    "province": province_key,
    "filing_number": quick_checks.filing_number,
    "certificate_type": _word("certificate_type"),
    "certificate_number": _line(64),
    "certificate_address": _line(400),
    "address": _line(400),
    "emergency_phone": quick_checks.phone,
    "state": _word("state"),
    "filed_on": _date,
    "account_uid": _line(64),
}

_SITE_CHECKS: dict[str, FieldCheck] = _LEAD_CHECKS | {
    "kind": _word("site_kind"),
    "name": _name("site"),
    "filing_number": quick_checks.filing_number,
    "domains": _domains,
    "home_url": _url,
    "access_provider": _line(200),
    "access_state": _word("access_state"),
    "state": _site_state,
    "approved_on": _date,
}
