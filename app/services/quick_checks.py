"""Short ways through the rules for values that are plainly right, for imports of 100,000 rows.

Each function here only ever says yes: what it lets through, the rule lets through with the same
result (a property test holds the two together); everything else goes to the rule, which normalises
it or says what is wrong.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from operator import mul

from app.rules.certificates import CertificateType, check_certificate
from app.rules.contacts import check_email, check_phone
from app.rules.domains import DomainName, parse_domain
from app.rules.filing_numbers import FilingNumber, NumberKind, ServiceKind, parse_filing_number
from app.rules.names import check_name
from app.rules.prefixes import PROVINCE_OF_LETTER

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_EMAIL = re.compile(r"[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]{1,60}\.){1,4}[a-z]{2,12}")
_NAME = re.compile(r"[\u4e00-\u9fa5A-Za-z0-9（）()]{1,200}")
_NUMBER = re.compile(r"(.)ICP备([0-9]{8}|[0-9]{10})号(?:-([1-9][0-9]{0,3}))?")
_LABEL = r"[a-z0-9](?:[a-z0-9]|-(?!-))*(?<!-)"
# Registered names, hosts below them too, under suffixes that have no registries below them; a registered name under
# suffixes that have (short names under .cn may be registries).
_DOMAIN = re.compile(
    rf"(?:{_LABEL}\.)*({_LABEL}\.(?:com|net|org|top|xyz|vip))|{_LABEL}\.(?:com|net|org)\.cn|[a-z0-9]{{5,}}\.cn"
)
_ID_CARD = re.compile(r"[0-9]{17}[0-9X]")
_CREDIT_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECK = "10X98765432"
_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_VALUES = {char: value for value, char in enumerate(_CODE_ALPHABET)}
_CODE_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


def phone(text: str) -> str:
    """`rules.contacts.check_phone`, short for a mainland mobile number."""
    return text if _MOBILE.fullmatch(text) else check_phone(text)


def email(text: str) -> str:
    """`rules.contacts.check_email`, short for a plain address in lower case."""
    return text if len(text) <= 60 and _EMAIL.fullmatch(text) else check_email(text)


def name(text: str, kind: str) -> str:
    """`rules.names.check_name`, short for common Chinese characters, letters and digits."""
    return text if _NAME.fullmatch(text) else check_name(text, kind=kind)


@lru_cache(maxsize=4096)
def filing_number(text: str) -> FilingNumber:
    """`rules.filing_numbers.parse_filing_number`, short for a canonical number; each is read once."""
    found = _NUMBER.fullmatch(text)
    if found is None or found[1] not in PROVINCE_OF_LETTER:
        return parse_filing_number(text)
    service = int(found[3]) if found[3] else None
    kind = ServiceKind.SITE if service is not None else None
    return FilingNumber(found[1], NumberKind.ICP_FILING, found[2], service, kind)


def subject_text(number: FilingNumber) -> str:
    """The subject's number in canonical writing."""
    if number.kind is NumberKind.ICP_FILING:
        return f"{number.prefix}ICP备{number.digits}号"
    return str(number.subject)


def domain(text: str) -> DomainName:
    """`rules.domains.parse_domain`, short for names in plain letters under common suffixes."""
    found = _DOMAIN.fullmatch(text) if len(text) <= 63 else None
    if found is None:
        return parse_domain(text)
    registered = found[1] or text
    return DomainName(text, text, registered, registered, registered.partition(".")[2])


def certificate(kind: str, number: str) -> str:
    """`rules.certificates.check_certificate`, short for identity cards and credit codes that are right."""
    if kind == "id_card" and _ID_CARD.fullmatch(number) and _is_birth_date(number[6:14]):
        if _ID_CHECK[sum(map(mul, _ID_WEIGHTS, map(int, number[:17]))) % 11] == number[17]:
            return number
    elif kind == "credit_code" and _CREDIT_CODE.fullmatch(number):
        values = [_CODE_VALUES[char] for char in number]
        if (sum(map(mul, _CODE_WEIGHTS, values)) + values[17]) % 31 == 0:
            return number
    return check_certificate(CertificateType(kind), number)


@lru_cache(maxsize=65536)
def _is_birth_date(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year >= 1880
    except ValueError:
        return False
