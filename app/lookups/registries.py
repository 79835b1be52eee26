"""Which server is asked about which suffix: dated data of the program, and a current RDAP bootstrap file beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from app.errors import UserError
from app.resources import read_toml

_LARGEST_BOOTSTRAP = 5_000_000


@dataclass(frozen=True, slots=True)
class WhoisServer:
    """A WHOIS server; `query` is what it wants to be asked, {name} being the domain."""

    host: str
    port: int = 43
    query: str = "{name}"


@dataclass(frozen=True, slots=True)
class Registries:
    """Servers by suffix, in the writing of the wire: `cn`, `com.cn`, `xn--fiqs8s`; the longest match is asked."""

    whois: Mapping[str, WhoisServer] = field(default_factory=dict)
    rdap: Mapping[str, str] = field(default_factory=dict)
    as_of: str = ""
    source: str = ""

    @classmethod
    def shipped(cls) -> Self:
        """The servers of `resources/registries.toml`."""
        data = read_toml("registries.toml")
        queries = data["whois"]["queries"]
        whois = {
            suffix: WhoisServer(host, 43, queries.get(host, "{name}"))
            for host, suffixes in data["whois"]["servers"].items()
            for suffix in suffixes
        }
        rdap = {
            suffix: base.replace("{suffix}", suffix)
            for part in data["rdap"]
            for base, suffixes in part["bases"].items()
            for suffix in suffixes
        }
        return cls(whois, rdap, str(data["whois"]["as_of"]), data["whois"]["source"])

    def with_servers(self, whois: Mapping[str, WhoisServer], rdap: Mapping[str, str]) -> Registries:
        """The same with some servers replaced or added."""
        return replace(self, whois={**self.whois, **whois}, rdap={**self.rdap, **rdap})

    def with_bootstrap(self, path: Path) -> Registries:
        """The same with the RDAP bases of a bootstrap file (RFC 9224), which go before ours.

        Raises:
            UserError: `checks.bootstrap_unreadable`.
        """
        try:
            if path.stat().st_size > _LARGEST_BOOTSTRAP:
                raise ValueError("too big")
            data = json.loads(path.read_bytes())
            bases = {
                str(suffix).lower(): str(next(url for url in urls if str(url).startswith("https://")))
                for suffixes, urls in data["services"]
                for suffix in suffixes
                if any(str(url).startswith("https://") for url in urls)
            }
            published = str(data["publication"])[:10]
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise UserError("checks.bootstrap_unreadable", file=path.name) from error
        return replace(self, rdap={**self.rdap, **bases}, as_of=published)

    def whois_for(self, domain: str) -> WhoisServer | None:
        """The WHOIS server of an ASCII domain."""
        return next((self.whois[suffix] for suffix in _suffixes(domain) if suffix in self.whois), None)

    def rdap_for(self, domain: str) -> str | None:
        """The RDAP base of an ASCII domain, ending in a slash."""
        base = next((self.rdap[suffix] for suffix in _suffixes(domain) if suffix in self.rdap), None)
        return None if base is None else base.rstrip("/") + "/"


def whois_server(text: str) -> tuple[str, WhoisServer]:
    """Reads `cn=127.0.0.1:4343`: the suffix, and the server to ask about it.

    Raises:
        UserError: `checks.bad_server`.
    """
    suffix, _, address = text.partition("=")
    host, _, port = address.partition(":")
    if not suffix or not host or (port and not port.isdecimal()):
        raise UserError("checks.bad_server", found=text[:80])
    return _wire(suffix), WhoisServer(host, int(port or 43))


def rdap_server(text: str) -> tuple[str, str]:
    """Reads `com=https://rdap.example/`: the suffix, and the base to ask.

    Raises:
        UserError: `checks.bad_server`.
    """
    suffix, _, address = text.partition("=")
    parts = urlsplit(address)
    if not suffix or parts.scheme not in ("http", "https") or not parts.hostname:
        raise UserError("checks.bad_server", found=text[:80])
    return _wire(suffix), address


def _wire(suffix: str) -> str:
    plain = suffix.strip().strip(".").lower()
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode() for label in plain.split(".")
    )


def _suffixes(domain: str) -> list[str]:
    """What may be looked up, the longest first: `com.cn`, then `cn`."""
    labels = domain.lower().rstrip(".").split(".")
    return [".".join(labels[start:]) for start in range(1, len(labels))]
