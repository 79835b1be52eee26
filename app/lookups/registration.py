"""Asks registries about a domain: RDAP first, WHOIS where RDAP does not know enough, the registrar where the registry refers.

Nothing is asked twice in a row of the same server faster than it bears. Whatever cannot be asked, is blocked, empty or
unreadable comes back as "could not be established" with the reason.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Self
from urllib.parse import quote

import httpx

from app.lookups import rdap_text, whois_text
from app.lookups.clock import Clock, utc_clock
from app.lookups.pace import Pace
from app.lookups.registered import Known, Registration
from app.lookups.registries import Registries, WhoisServer

_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")


@dataclass(frozen=True, slots=True)
class RegistrationLimits:
    """How long, how often and how much at once. `per_second` is for one server."""

    seconds: float = 15.0
    per_second: float = 1.0
    in_flight: int = 16
    follow_referral: bool = True
    #: Whether the system's HTTP proxy is used for RDAP.
    system_proxy: bool = True


class RegistrationLookups:
    """Asks registries. An async context manager; belongs to one event loop."""

    def __init__(
        self,
        registries: Registries,
        *,
        limits: RegistrationLimits | None = None,
        clock: Clock = utc_clock,
        referred: Callable[[str], WhoisServer] = WhoisServer,
    ) -> None:
        """`referred` makes the server of a host name that a registry refers to."""
        self._registries = registries
        self._limits = limits or RegistrationLimits()
        self._clock = clock
        self._referred = referred
        self._room = asyncio.Semaphore(self._limits.in_flight)
        self._paces: dict[str, Pace] = {}
        self._client: httpx.AsyncClient | None = None

    async def __aenter__(self) -> Self:
        self._client = httpx.AsyncClient(
            timeout=self._limits.seconds,
            follow_redirects=True,
            max_redirects=3,
            trust_env=self._limits.system_proxy,
            headers={"Accept": "application/rdap+json, application/json;q=0.5"},
            limits=httpx.Limits(max_connections=self._limits.in_flight),
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._client is not None:
            await self._client.aclose()

    async def ask(self, domain: str) -> tuple[Registration, ...]:
        """Every answer about an ASCII domain, in the order they were asked for; never empty."""
        answers: list[Registration] = []
        base = self._registries.rdap_for(domain)
        if base is not None:
            answers.append(await self._rdap(base, domain))
            if _tells_enough(answers[0]):
                return tuple(answers)
        server = self._registries.whois_for(domain)
        if server is not None:
            answer = await self._whois(server, domain)
            answers.append(answer)
            host = answer.referral
            wanted = answer.known is Known.FACT and answer.holder.why == "not_said"
            if wanted and self._limits.follow_referral and host != server.host and _HOST.fullmatch(host):
                answers.append(await self._whois(self._referred(host), domain))
        if not answers:
            answers.append(Registration(domain, Known.UNKNOWN, "no_server", "", "", self._clock()))
        return tuple(answers)

    async def _whois(self, server: WhoisServer, domain: str) -> Registration:
        loop = asyncio.get_running_loop()
        async with self._room:
            await self._pace(server.host, server.port)
            asked_at, begun = self._clock(), loop.time()
            name = server.host if server.port == 43 else f"{server.host}:{server.port}"
            why = ""
            raw = b""
            try:
                async with asyncio.timeout(self._limits.seconds):
                    raw = await _converse(server, server.query.format(name=domain))
            except TimeoutError:
                why = "timeout"
            except OSError:
                why = "unreachable"
            spent = round((loop.time() - begun) * 1000)
        if why:
            return Registration(domain, Known.UNKNOWN, why, "whois", name, asked_at, spent)
        return whois_text.read_whois(raw, domain, server=name, asked_at=asked_at, milliseconds=spent)

    async def _rdap(self, base: str, domain: str) -> Registration:
        assert self._client is not None
        loop = asyncio.get_running_loop()
        host = httpx.URL(base).host
        async with self._room:
            await self._pace(host, 443)
            asked_at, begun = self._clock(), loop.time()
            why, status, body = "", 0, b""
            try:
                async with (
                    asyncio.timeout(self._limits.seconds),
                    self._client.stream("GET", f"{base}domain/{quote(domain)}") as response,
                ):
                    status = response.status_code
                    async for piece in response.aiter_bytes():
                        body += piece
                        if len(body) > rdap_text.LARGEST:
                            why = "unreadable"
                            break
            except (TimeoutError, httpx.TimeoutException):
                why = "timeout"
            except (httpx.TooManyRedirects, httpx.UnsupportedProtocol, httpx.InvalidURL):
                why = "server_error"  # it was reached, and sends on to nowhere
            except (httpx.HTTPError, OSError):
                why = "unreachable"
            spent = round((loop.time() - begun) * 1000)
        if why:
            return Registration(domain, Known.UNKNOWN, why, "rdap", base, asked_at, spent)
        return rdap_text.read_rdap(body, status, domain, server=base, asked_at=asked_at, milliseconds=spent)

    async def _pace(self, host: str, port: int) -> None:
        key = f"{host}:{port}"
        if key not in self._paces:
            self._paces[key] = Pace(self._limits.per_second)
        await self._paces[key].turn()


async def _converse(server: WhoisServer, question: str) -> bytes:
    """One question and everything that is said until the server hangs up, up to a limit."""
    reader, writer = await asyncio.open_connection(server.host, server.port)
    try:
        writer.write(question.encode("utf-8") + b"\r\n")
        await writer.drain()
        raw = bytearray()
        while len(raw) < whois_text.LARGEST:
            piece = await reader.read(16_384)
            if not piece:
                break
            raw += piece
        return bytes(raw)
    finally:
        writer.close()
        with suppress(OSError, asyncio.CancelledError):
            await writer.wait_closed()


def _tells_enough(answer: Registration) -> bool:
    """An answer after which nobody else need be asked."""
    if answer.known is Known.ABSENT:
        return True
    return answer.known is Known.FACT and answer.holder.known is Known.FACT and answer.expires.known is Known.FACT
