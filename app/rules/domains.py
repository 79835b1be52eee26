"""Domains as a filing holds them: the registrable name, in the writing of the wire (xn--) and of people.

A web address, a mail address or a name with subdomains may be given; the registrable name under the public suffix
(ICANN section of the Public Suffix List, Chinese suffixes included) is what is filed. Internationalised names follow
UTS 46 (non-transitional) and IDNA 2008.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import idna
from publicsuffixlist import PublicSuffixList

from app.errors import UserError
from app.rules.suffixes import cn_second_level

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_LONGEST = 2000
_LABEL = r"[a-z0-9](?!.--)(?:[a-z0-9-]{0,61}[a-z0-9])?"
_PLAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")


@dataclass(frozen=True, slots=True)
class DomainName:
    """A domain and what is registered of it; `suffix` is written as people write it, without a dot in front."""

    ascii: str
    unicode: str
    registrable_ascii: str
    registrable_unicode: str
    suffix: str

    @property
    def is_registrable(self) -> bool:
        """Whether this is the registered name itself and not a name below it."""
        return self.ascii == self.registrable_ascii

    @property
    def top_level(self) -> str:
        """The last label, as people write it."""
        return self.suffix.rpartition(".")[2]


def parse_domain(text: str) -> DomainName:
    """Reads a domain from a name, a web address or a mail address.

    Raises:
        UserError: `rules.domain_…`.
    """
    written = "".join(char for char in text.strip() if unicodedata.category(char) != "Cf")
    if not written:
        raise UserError("rules.domain_empty")
    if len(written) > _LONGEST:
        raise UserError("rules.domain_unclear", found=_shown(written))
    host = _host(written)
    if _is_address(host):
        raise UserError("rules.domain_is_address", found=_shown(host))
    if "*" in host:
        raise UserError("rules.domain_wildcard", found=_shown(host))
    if re.search(r"[\s,;，；、|]", host):
        raise UserError("rules.domain_several", found=_shown(host))
    name = host.lower()
    try:
        # Plain names need no mapping; a table of a hundred thousand is checked with this.
        if not _PLAIN.fullmatch(name):
            name = idna.encode(host, uts46=True, std3_rules=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        raise UserError("rules.domain_unclear", found=_shown(host)) from None
    name = name.rstrip(".")
    if len(name) > 253:
        raise UserError("rules.domain_unclear", found=_shown(host))
    if "." not in name and not _suffixes().is_public(name):
        raise UserError("rules.domain_no_suffix", found=_shown(host))
    suffix = _suffixes().publicsuffix(name, accept_unknown=False)
    if suffix is None:
        raise UserError("rules.domain_unknown_suffix", found=_shown(host), suffix=unicode_name(name.rpartition(".")[2]))
    if suffix == name:
        raise UserError("rules.domain_is_suffix", found=unicode_name(name))
    if suffix == "cn" and unicode_name(".".join(name.split(".")[-2:])) in cn_second_level():
        # 政务.cn and 公益.cn are missing from the Public Suffix List.
        suffix = ".".join(name.split(".")[-2:])
        if suffix == name:
            raise UserError("rules.domain_is_suffix", found=unicode_name(name))
    registrable = ".".join(name.split(".")[-(suffix.count(".") + 2) :])
    return DomainName(name, unicode_name(name), registrable, unicode_name(registrable), unicode_name(suffix))


def _host(written: str) -> str:
    """The host of a web or mail address; anything else unchanged."""
    rest = _SCHEME.sub("", written)
    if "://" not in written and rest.startswith("//"):
        rest = rest[2:]
    rest = re.split(r"[/?#\\]", rest, maxsplit=1)[0]
    rest = rest.rpartition("@")[2]
    if not rest.startswith("["):
        rest = re.sub(r"[:：]\d{0,5}$", "", rest)
    return rest.strip().strip("\"'“”‘’《》<>()（）").rstrip(".。．｡")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(unicodedata.normalize("NFKC", host).strip("[]"))
    except ValueError:
        return False
    return True


def unicode_name(name: str) -> str:
    """The name as people write it; labels that do not decode stay as they are."""
    if "xn--" not in name:
        return name
    labels = []
    for label in name.split("."):
        try:
            labels.append(idna.decode(label))
        except (idna.IDNAError, UnicodeError):
            labels.append(label)
    return ".".join(labels)


def _shown(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList(only_icann=True, accept_unknown=False)
