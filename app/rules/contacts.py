"""Telephone numbers and mail addresses of leads, applicants and agents, written as China writes them.

Mobiles are eleven digits together, land lines carry area code and dash (`0531-82092828`, with an extension
`0531-82092828-801`), 400 and 800 numbers stand in groups (`400-810-1234`). Only numbers of the mainland are taken: the
forms ask for a number the administration can ring.
"""

from __future__ import annotations

import re
import unicodedata

import phonenumbers

from app.errors import UserError

_MOBILE = re.compile(r"1[3-9]\d{9}")
_FREE_CALL = re.compile(r"([48]00)(\d{3})(\d{4})")
_EXTENSION = re.compile(r"(?:-|#|转|分机|ext\.?|x)\s*(\d{1,6})$", re.IGNORECASE)
_EMAIL_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-")


def check_phone(text: str) -> str:
    """A mainland telephone number in its usual writing.

    Raises:
        UserError: `rules.phone_empty`, `rules.phone_foreign`, `rules.phone_no_area_code`, `rules.phone_unclear`.
    """
    written = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    if not written:
        raise UserError("rules.phone_empty")
    digits = _national(written)
    if _MOBILE.fullmatch(digits):
        return digits
    if match := _FREE_CALL.fullmatch(digits):
        return "-".join(match.groups())
    # A full land line first: the last dash of 0531-8209-2828 is no extension.
    if line := _land_line(digits):
        return line
    if extension := _EXTENSION.search(written):
        line = _land_line(_national(written[: extension.start()]))
        if line:
            return f"{line}-{extension[1]}"
    if re.fullmatch(r"[2-9]\d{6,7}", digits):
        raise UserError("rules.phone_no_area_code", count=len(digits))
    raise UserError("rules.phone_unclear", count=len(digits))


def check_mobile(text: str) -> str:
    """A mainland mobile number, eleven digits.

    Raises:
        UserError: as `check_phone`, and `rules.mobile_needed` for a number that is no mobile.
    """
    phone = check_phone(text)
    if not _MOBILE.fullmatch(phone):
        raise UserError("rules.mobile_needed")
    return phone


def check_email(text: str) -> str:
    """A mail address; the part after the @ in lower case, Chinese domains allowed.

    Raises:
        UserError: `rules.email_empty` or `rules.email_unclear`.
    """
    written = unicodedata.normalize("NFKC", text).strip()
    if not written:
        raise UserError("rules.email_empty")
    local, at, domain = written.rpartition("@")
    labels = domain.lower().split(".")
    good = (
        at
        and len(written) <= 254
        and len(local) <= 64
        and _EMAIL_LOCAL.fullmatch(local)
        and len(labels) >= 2
        and all(re.fullmatch(r"[^\W_](?:[\w-]{0,61}[^\W_])?", label) for label in labels)
        and not labels[-1].isdigit()
    )
    if not good:
        raise UserError("rules.email_unclear")
    return f"{local}@{domain.lower()}"


def mask_phone(phone: str) -> str:
    """A number that may be shown: `138****8000`, `0531-****2828`."""
    digits = [position for position, char in enumerate(phone) if char.isdigit()]
    if len(digits) < 7:
        return "*" * len(phone)
    first = 4 if phone.startswith("0") else 3
    hidden = set(digits[first:-4]) if len(digits) > first + 4 else set(digits[2:-2])
    return "".join("*" if position in hidden else char for position, char in enumerate(phone))


def mask_email(email: str) -> str:
    """An address that may be shown: `z***@example.com`."""
    local, at, domain = email.rpartition("@")
    return f"{local[:1]}***{at}{domain}" if at else "***"


def _national(written: str) -> str:
    """The digits as dialled inside the country; raises for a number of another country."""
    digits = re.sub(r"\D", "", written)
    if written.startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00")
        if not digits.startswith("86"):
            raise UserError("rules.phone_foreign")
    if digits.startswith("86") and len(digits) > 11:
        digits = digits[2:]
        if not _MOBILE.fullmatch(digits) and not _FREE_CALL.fullmatch(digits) and not digits.startswith("0"):
            digits = f"0{digits}"
    if digits.startswith("01") and _MOBILE.fullmatch(digits[1:]):
        digits = digits[1:]  # 0 before a mobile was dialled for calls out of town
    return digits


def _land_line(digits: str) -> str | None:
    if not digits.startswith("0"):
        return None
    try:
        number = phonenumbers.parse(digits, "CN")
    except phonenumbers.NumberParseException:
        return None
    if phonenumbers.number_type(number) != phonenumbers.PhoneNumberType.FIXED_LINE:
        return None
    area = phonenumbers.length_of_geographical_area_code(number)
    national = phonenumbers.national_significant_number(number)
    subscriber = national[area:]
    return f"0{national[:area]}-{subscriber}" if area and len(subscriber) in (7, 8) else None
