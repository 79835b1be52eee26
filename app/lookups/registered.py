"""What registries say of a domain, as facts that are there, are said not to be there, or could not be established."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
_CHINA = timezone(timedelta(hours=8))


class Known(StrEnum):
    """The three kinds of answer."""

    FACT = "fact"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """One fact. `why` says in one word why it is absent or unknown: not_said, redacted, proxy, unreadable …"""

    known: Known
    value: T | None = None
    why: str = ""

    @classmethod
    def fact(cls, value: T) -> Found[T]:
        """It is so."""
        return cls(Known.FACT, value)

    @classmethod
    def unknown(cls, why: str) -> Found[T]:
        """It could not be established."""
        return cls(Known.UNKNOWN, None, why)


@dataclass(frozen=True, slots=True)
class Registration:
    """A registry's answer about one domain.

    `known` FACT: registered; ABSENT: the registry says in its own words that it is not; UNKNOWN: anything else, `why`
    says what. `lines` are the lines of the answer that the facts were read from, `hints` codes that are no proof of
    anything: `server_hold`, `client_hold`, `inactive` (often missing real-name verification), `redemption`,
    `pending_delete`, `privacy`.
    """

    domain: str
    known: Known
    why: str
    protocol: Literal["rdap", "whois", ""]
    server: str
    asked_at: datetime
    milliseconds: int = 0
    holder: Found[str] = field(default_factory=lambda: Found[str].unknown("not_said"))
    registrar: Found[str] = field(default_factory=lambda: Found[str].unknown("not_said"))
    created: Found[date] = field(default_factory=lambda: Found[date].unknown("not_said"))
    expires: Found[date] = field(default_factory=lambda: Found[date].unknown("not_said"))
    statuses: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    referral: str = ""


_REDACTED = re.compile(
    r"redact|not disclosed|non[- ]public|data protected|withheld|statutory masking|gdpr|mask(ed|ing)|hidden|not available"
    r"|信息保护|隐私|保密|不公开|未公开|非公示|匿名",
    re.IGNORECASE,
)
_PROXY = re.compile(
    r"\bprivacy\b|\bproxy\b|whoisguard|domain protection|identity protect|contact privacy", re.IGNORECASE
)


def holder_of(text: str) -> Found[str]:
    """A holder's name, unless it is a mask or a stand-in, which say nothing of who holds the domain."""
    plain = " ".join(text.split())
    if not plain or plain.strip("-*xX.·/ ") == "" or plain.lower() in ("n/a", "none", "null", "na", "unknown", "无"):
        return Found.unknown("not_said")
    if _REDACTED.search(plain):
        return Found.unknown("redacted")
    if _PROXY.search(plain):
        return Found.unknown("proxy")
    if re.search(r"\*{2,}", plain):
        return Found.unknown("redacted")
    return Found.fact(plain[:200])


_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)
_YMD = re.compile(r"(\d{4})[./年]\s?(\d{1,2})[./月]\s?(\d{1,2})日?\.?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{6})?$")
_DMY_NAMED = re.compile(r"(\d{1,2})[- ]([A-Za-z]{3})[A-Za-z]*[- ](\d{4})")
_DMY = re.compile(r"(\d\d)[-./](\d\d)[-./](\d{4})")


def date_of(text: str) -> Found[date]:
    """A date of a registry, as the day it is in China; moments without a zone are taken as they stand."""
    plain = text.strip()
    if not plain:
        return Found.unknown("not_said")
    try:
        if match := _ISO.match(plain):
            return Found.fact(_iso_day(match))
        if match := _YMD.match(plain):
            return Found.fact(date(*map(int, match.groups())))
        if match := _COMPACT.match(plain):
            return Found.fact(date(*map(int, match.groups())))
        if match := _DMY_NAMED.match(plain):
            return Found.fact(date(int(match[3]), _MONTHS[match[2].lower()], int(match[1])))
        if match := _DMY.match(plain):
            return Found.fact(date(int(match[3]), int(match[2]), int(match[1])))
    except (ValueError, KeyError, OverflowError):
        pass
    return Found.unknown("unreadable")


def _iso_day(match: re.Match[str]) -> date:
    year, month, day = (int(match[number]) for number in (1, 2, 3))
    zone = match[7]
    if match[4] is None or not zone:
        return date(year, month, day)
    offset = timedelta()
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) * (-1 if zone[0] == "-" else 1)
    moment = datetime(year, month, day, int(match[4]), int(match[5]), int(match[6] or 0), tzinfo=timezone(offset))
    return moment.astimezone(_CHINA).date()


_HINTS = {
    "serverhold": "server_hold",
    "clienthold": "client_hold",
    "inactive": "inactive",
    "redemptionperiod": "redemption",
    "pendingdelete": "pending_delete",
    "注册局设置暂停解析": "server_hold",
    "注册商设置暂停解析": "client_hold",
}


def hints_of(statuses: tuple[str, ...]) -> tuple[str, ...]:
    """The codes among the statuses that an agent should look at."""
    plain = (re.sub(r"[\s_-]", "", status).lower() for status in statuses)
    return tuple(dict.fromkeys(hint for status in plain if (hint := _HINTS.get(status))))
