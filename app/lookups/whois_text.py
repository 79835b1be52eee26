"""Reads answers of WHOIS servers (RFC 3912): free text in a dozen dialects, in UTF-8 or GB18030, with notices around.

Facts are taken from labelled lines only. "Not registered" is read only from a registry's own sentence at the start of
a line; limits, refusals, empty and odd answers are told apart and stay unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

import idna

from app.lookups.registered import Found, Known, Registration, date_of, hints_of, holder_of

LARGEST = 128 * 1024

_DOMAIN = ("domain name", "domain", "域名", "[domain name]", "[ドメイン名]")
_HOLDER_UNIT = ("registrant organization", "registrant organisation", "holder organization", "company chinese name",
                "holder", "owner", "organization name", "[registrant]", "[登録者名]", "域名所有者", "域名持有者",
                "注册者", "注册人", "注册者单位", "registrant org", "holder of domain name", "company english name")  # fmt: skip
_HOLDER = ("registrant", "registrant name", "registrant contact name", "owner name", "holder name", "person")
_REGISTRAR = ("registrar", "sponsoring registrar", "registrar name", "registration service provider", "注册商",
              "注册服务机构", "registrar organization", "authorized agency")  # fmt: skip
_CREATED = ("creation date", "registration time", "registration date", "registered on", "registered", "created",
            "created on", "domain name commencement date", "record created on", "registered date", "[created on]",
            "[登録年月日]", "注册时间", "注册日期", "domain create date", "domain registration date")  # fmt: skip
_EXPIRES = ("registry expiry date", "expiration time", "expiration date", "expiry date", "expires on", "expires",
            "record expires on", "paid-till", "[expires on]", "[有効期限]", "到期时间", "到期日期", "renewal date",
            "registrar registration expiration date", "domain expiration date", "expire date", "free-date")  # fmt: skip
_STATUS = ("domain status", "status", "state", "eppstatus", "[status]", "[状態]", "域名状态", "registration status")

_ABSENT = re.compile(
    r"^\s*(?:no match(?:!!|ing record\b| for\b|$)|not? found\b|domain(?: name)? not (?:found|registered)\b|no data found\b|no object found\b"
    r"|no entries found\b|nothing found\b|no found\b|the domain has not been registered"
    r"|(?:the queried object|object) does not exist\b|the requested domain was not found\b|this domain name has not been registered"
    r"|domain [\w.-]+ (?:is available|not found|has not been registered)\b"
    r"|available\s*$|域名未注册|未查到该域名|该域名未被注册)",
    re.IGNORECASE | re.MULTILINE,
)
_FREE = re.compile(r"\s*status:\s*(?:free|available)\s*$", re.IGNORECASE)
_BLOCKED = re.compile(
    r"queried interval is too short|rate ?limit|limit exceeded|exceeded|too (?:many|fast)|quota|denied|black ?list|blocked|forbidden"
    r"|try again|try later|temporar|server (?:is )?busy|unable to|internal error|timed? ?out|service unavailable|connection refused"
    r"|频繁|请稍[后候]|稍后再试|查询次数|超过限制|系统繁忙|验证码",
    re.IGNORECASE,
)
_RESERVED = re.compile(
    r"can not be registered online|reserved|prohibited|restricted|保留|限制注册|禁止注册", re.IGNORECASE
)
_LABEL = re.compile(
    r"^\s*(?:\d+\.\s*|[a-z]\.\s*)?(\[[^\]]{1,40}\]|[^:：\[\]]{1,60}?)\s*(?:[.\s]{2,})?(?:[:：]|(?<=\]))\s*(.*)$"
)
_SENTENCE = re.compile(r"^\s*(record (?:expires|created) on)\s+(\S.*)$", re.IGNORECASE)
_EPP = re.compile(r"\s*\(?https?://\S+.*$")


def decode(raw: bytes) -> str | None:
    """The text, in whichever of the usual encodings it is whole; None when it is no text."""
    if b"\0" in raw:
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    # One cut or broken character must not turn the rest of a UTF-8 answer into other characters.
    text = raw.decode("utf-8-sig", errors="replace")
    beyond = sum(1 for char in text if ord(char) > 127)
    if text.count("\ufffd") * 10 <= beyond:
        return text
    for encoding in ("gb18030", "euc_kr"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return text if text.count("\ufffd") * 20 < len(text) else None


def read_whois(
    raw: bytes, domain: str, *, server: str, asked_at: datetime, milliseconds: int = 0
) -> Registration:  # fmt: skip
    """Reads the answer to a question about `domain` (ASCII)."""

    def ended(known: Known, why: str, lines: Iterable[str] = ()) -> Registration:
        return Registration(domain, known, why, "whois", server, asked_at, milliseconds, lines=tuple(lines)[:8])

    text = decode(raw[:LARGEST])
    if text is None:
        return ended(Known.UNKNOWN, "unreadable")
    said = [
        line.rstrip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith(("%", "#", ">>>"))
    ]
    if not said:
        notice = _BLOCKED.search(text)
        return ended(Known.UNKNOWN, "blocked" if notice else "empty")
    pairs = list(_pairs(said))
    names = [value for label, value, _ in pairs if label in _DOMAIN and "." in value]
    if any(_FREE.match(line) for line in said):
        return ended(Known.ABSENT, "not_registered", said[:2])
    if not names:
        whole = "\n".join(said)
        absent = _ABSENT.search(whole)
        # Notices about limits follow every answer; in front of it, or on its line, they are the answer.
        if absent and not _BLOCKED.search(whole[: whole.find("\n", absent.end()) % (len(whole) + 1)]):
            return ended(Known.ABSENT, "not_registered", [absent[0].strip()])
        if _BLOCKED.search(text):
            return ended(Known.UNKNOWN, "blocked", said[:2])
        if _RESERVED.search(text):
            return ended(Known.UNKNOWN, "reserved", said[:2])
        return ended(Known.UNKNOWN, "unreadable", said[:2])
    if not any(_same(name, domain) for name in names):
        return ended(Known.UNKNOWN, "another_name", names[:1])
    return _facts(pairs, domain, server, asked_at, milliseconds)


def _facts(
    pairs: list[tuple[str, str, str]], domain: str, server: str, asked_at: datetime, milliseconds: int
) -> Registration:
    used: list[str] = []

    def first(labels: tuple[str, ...]) -> str | None:
        for wanted in labels:
            for label, value, line in pairs:
                if label == wanted and value:
                    used.append(line)
                    return value
        return None

    holder = _holder(first(_HOLDER_UNIT), first(_HOLDER))
    registrar = first(_REGISTRAR)
    created, expires = first(_CREATED), first(_EXPIRES)
    statuses = []
    for label, value, line in pairs:
        if label in _STATUS and value:
            used.append(line)
            statuses += [each for each in re.split(r",\s*", _EPP.sub("", value)) if each]
    kept = tuple(dict.fromkeys(statuses))
    hints = hints_of(kept) + (("privacy",) if holder.why in ("redacted", "proxy") else ())
    referral = first(("registrar whois server", "whois server")) or ""
    return Registration(
        domain=domain,
        known=Known.FACT,
        why="",
        protocol="whois",
        server=server,
        asked_at=asked_at,
        milliseconds=milliseconds,
        holder=holder,
        registrar=Found.fact(registrar[:200]) if registrar else Found.unknown("not_said"),
        created=date_of(created or ""),
        expires=date_of(expires or ""),
        statuses=kept,
        hints=hints,
        lines=tuple(dict.fromkeys(line.strip()[:300] for line in used)),
        referral=referral.strip().lower().removeprefix("whois://").rstrip("/") if referral else "",
    )


def _holder(unit: str | None, name: str | None) -> Found[str]:
    """The unit where one is named, else the person; a mask only when neither is known."""
    found = [holder_of(text) for text in (unit, name) if text is not None]
    fact = next((each for each in found if each.known is Known.FACT), None)
    return fact or next(iter(found), Found[str].unknown("not_said"))


def _pairs(lines: list[str]) -> Iterator[tuple[str, str, str]]:
    """(label, value, line); a value on the indented line below its label belongs to it (Nominet, TWNIC)."""
    number = 0
    while number < len(lines):
        line = lines[number]
        match = _LABEL.match(line) or _SENTENCE.match(line)
        number += 1
        if not match:
            continue
        label = " ".join(match[1].split()).strip(". ").lower()
        value = match[2].strip()
        if not value and number < len(lines):
            below = lines[number]
            indent = len(line) - len(line.lstrip())
            if len(below) - len(below.lstrip()) > indent and (
                not _LABEL.match(below) or "://" in below or label in ("domain name", "domain")
            ):
                value = below.strip()
                line = f"{line.strip()} {value}"
                number += 1
        if label == "registrar" and (tag := re.match(r"(.*?)\s*\[Tag = ", value)):
            value = tag[1]
        if label in ("registrant", "registrar") and (mail := re.match(r"(.+?)\s{2,}\S+@\S+$", value)):
            value = mail[1]
        yield label, value, line


def _same(name: str, domain: str) -> bool:
    plain = name.split(maxsplit=1)[0].strip(".").lower()
    if plain == domain.lower():
        return True
    try:
        return idna.encode(plain, uts46=True).decode("ascii") == domain.lower()
    except (idna.IDNAError, UnicodeError):
        return False
