"""The addresses of a domain as several resolvers see them: A, AAAA and the aliases on the way, each answer with its origin.

Three kinds of answer, never mixed: addresses; none, said in so many words (the name does not exist, or has no such
record); and not established, with the reason. What a resolver does not say is never read as "there is none": silence,
refusal, failure, a blocked name, a referral instead of an answer and a chain that runs in circles all stay unknown.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal, Self

import dns.exception
import dns.resolver

from app.errors import UserError
from app.lookups import dns_wire as wire
from app.lookups.clock import Clock, utc_clock
from app.lookups.dns_transport import Line, NoReply, Unreachable
from app.lookups.pace import Pace

RecordKind = Literal["A", "AAAA"]
RECORDS: dict[RecordKind, int] = {"A": wire.A, "AAAA": wire.AAAA}
_BLOCKING = {15, 16, 17, 18}  # RFC 8914: blocked, censored, filtered, prohibited


class DnsStatus(StrEnum):
    """How a question ended."""

    ADDRESSES = "addresses"
    NXDOMAIN = "nxdomain"
    NODATA = "nodata"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    SERVFAIL = "servfail"
    BLOCKED = "blocked"
    ERROR = "error"
    MALFORMED = "malformed"
    TRUNCATED = "truncated"
    LAME = "lame"
    LOOP = "loop"
    TOO_LONG = "too_long"


ABSENT = frozenset({DnsStatus.NXDOMAIN, DnsStatus.NODATA})


@dataclass(frozen=True, slots=True)
class Resolver:
    """Where to ask. `per_second` 0 stands for what is polite at that address."""

    host: str
    port: int = 53
    per_second: float = 0

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.host if self.port == 53 else f"{host}:{self.port}"

    @property
    def rate(self) -> float:
        """Questions a second: many to one's own machine, some to one's own network, few to others."""
        if self.per_second:
            return self.per_second
        address = ipaddress.ip_address(self.host.partition("%")[0])
        return 20_000 if address.is_loopback else 500 if address.is_private else 100

    @classmethod
    def of(cls, text: str) -> Self:
        """Reads `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1` or `[2001:db8::1]:5353`.

        Raises:
            UserError: `checks.bad_resolver`.
        """
        host, port = text.strip(), "53"
        if host.startswith("["):
            host, _, rest = host[1:].partition("]")
            port = rest.removeprefix(":") or "53"
        elif host.count(":") == 1:
            host, _, port = host.partition(":")
        try:
            ipaddress.ip_address(host.partition("%")[0])
            if not 0 < int(port) < 65_536:
                raise ValueError(port)
        except ValueError:
            raise UserError("checks.bad_resolver", found=text[:60]) from None
        return cls(host, int(port))


def system_resolvers() -> tuple[Resolver, ...]:
    """The resolvers that this computer uses.

    Raises:
        UserError: `checks.no_resolver`.
    """
    try:
        found = dns.resolver.Resolver().nameservers
    except (dns.resolver.NoResolverConfiguration, dns.exception.DNSException, OSError) as error:
        raise UserError("checks.no_resolver") from error
    plain = tuple(Resolver(each) for each in found if isinstance(each, str) and "://" not in each)
    if not plain:
        raise UserError("checks.no_resolver")
    return plain


@dataclass(frozen=True, slots=True)
class DnsLimits:
    """How long, how often, how much at once. `seconds` is for one try; `per_second` counts all resolvers together."""

    seconds: float = 3.0
    tries: int = 3
    hops: int = 16
    in_flight: int = 256
    per_second: float = 20_000


@dataclass(frozen=True, slots=True)
class DnsAnswer:
    """What one resolver said of one record of one name.

    `chain` holds the aliases from the name asked to the name that has the addresses. `proven` says that a "there is
    none" came with the zone's own word (its SOA record), as caches and blockers often leave out.
    """

    resolver: str
    name: str
    record: RecordKind
    status: DnsStatus
    addresses: tuple[str, ...]
    chain: tuple[str, ...]
    ttl: int | None
    proven: bool
    extended_errors: tuple[int, ...]
    transport: Literal["udp", "tcp"]
    asked_at: datetime
    milliseconds: int


@dataclass(slots=True)
class _Walk:
    """One question being followed through its aliases."""

    chain: list[str]
    ttl: int | None = None
    transport: Literal["udp", "tcp"] = "udp"
    proven: bool = False
    extended_errors: tuple[int, ...] = ()
    addresses: tuple[str, ...] = ()


class DnsLookups:
    """Asks several resolvers side by side. An async context manager; belongs to one event loop."""

    def __init__(
        self, resolvers: Sequence[Resolver], *, limits: DnsLimits | None = None, clock: Clock = utc_clock
    ) -> None:
        if not resolvers:
            raise UserError("checks.no_resolver")
        self._limits = limits or DnsLimits()
        self._clock = clock
        self._stack = AsyncExitStack()
        self._pace = Pace(self._limits.per_second, burst=32)
        self._room = asyncio.Semaphore(self._limits.in_flight)
        self._lines = [
            (resolver, Line(resolver.host, resolver.port), Pace(resolver.rate, burst=8))
            for resolver in dict.fromkeys(resolvers)
        ]

    async def __aenter__(self) -> Self:
        for _, line, _ in self._lines:
            await self._stack.enter_async_context(line)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def addresses(self, name: str) -> tuple[DnsAnswer, ...]:
        """What every resolver says of A and AAAA of an ASCII name, in the order of the resolvers."""
        asked = [
            self._ask(resolver, line, pace, name, record) for resolver, line, pace in self._lines for record in RECORDS
        ]
        return tuple(await asyncio.gather(*asked))

    async def _ask(self, resolver: Resolver, line: Line, pace: Pace, name: str, record: RecordKind) -> DnsAnswer:
        loop = asyncio.get_running_loop()
        asked_at, begun = self._clock(), loop.time()
        walk = _Walk([name.rstrip(".").lower()])
        status = await self._follow(line, pace, walk, RECORDS[record])
        return DnsAnswer(
            resolver=str(resolver),
            name=walk.chain[0],
            record=record,
            status=status,
            addresses=walk.addresses,
            chain=tuple(walk.chain),
            ttl=walk.ttl,
            proven=walk.proven and status in ABSENT,
            extended_errors=walk.extended_errors,
            transport=walk.transport,
            asked_at=asked_at,
            milliseconds=round((loop.time() - begun) * 1000),
        )

    async def _follow(self, line: Line, pace: Pace, walk: _Walk, record: int) -> DnsStatus:
        for _ in range(self._limits.hops):
            target = walk.chain[-1]
            try:
                reply = await self._reply(line, pace, walk, target, record)
            except (NoReply, Unreachable) as error:
                if walk.transport == "tcp":
                    return DnsStatus.TRUNCATED
                return DnsStatus.TIMEOUT if isinstance(error, NoReply) else DnsStatus.UNREACHABLE
            except (wire.Malformed, ValueError):
                return DnsStatus.MALFORMED
            walk.extended_errors = reply.extended_errors
            if reply.truncated:
                return DnsStatus.TRUNCATED
            if _BLOCKING.intersection(reply.extended_errors):
                return DnsStatus.BLOCKED
            if reply.code not in (wire.NOERROR, wire.NXDOMAIN):
                return {wire.REFUSED: DnsStatus.REFUSED, wire.SERVFAIL: DnsStatus.SERVFAIL}.get(
                    reply.code, DnsStatus.ERROR
                )
            ended = self._along(walk, reply)
            if ended is not None:
                return ended
        return DnsStatus.TOO_LONG

    def _along(self, walk: _Walk, reply: wire.Reply) -> DnsStatus | None:
        """Walks the aliases of a reply; None when the last name has to be asked for by itself."""
        aliases = dict(reply.aliases)
        before = len(walk.chain)
        while (target := aliases.get(walk.chain[-1])) is not None:
            if target in walk.chain:
                walk.chain.append(target)
                return DnsStatus.LOOP
            walk.chain.append(target)
            if len(walk.chain) > self._limits.hops:
                return DnsStatus.TOO_LONG
        if reply.least_ttl is not None:
            walk.ttl = reply.least_ttl if walk.ttl is None else min(walk.ttl, reply.least_ttl)
        last = walk.chain[-1]
        walk.addresses = tuple(sorted({address for owner, address in reply.addresses if owner == last}))
        if walk.addresses:
            return DnsStatus.ADDRESSES
        walk.proven = reply.soa
        if reply.code == wire.NXDOMAIN:
            return DnsStatus.NXDOMAIN
        if reply.soa:
            return DnsStatus.NODATA
        if len(walk.chain) > before:
            return None
        if reply.referral and not reply.authoritative:
            return DnsStatus.LAME
        return DnsStatus.NODATA

    async def _reply(self, line: Line, pace: Pace, walk: _Walk, name: str, record: int) -> wire.Reply:
        """One reply, after as many tries as allowed, over TCP where UDP has no room."""
        limits = self._limits
        edns = True
        problem: Exception = NoReply()
        reply: wire.Reply | None = None
        for _ in range(max(1, limits.tries)):
            await pace.turn()
            await self._pace.turn()
            async with self._room:
                try:
                    reply = await line.ask(name, record, timeout=limits.seconds, edns=edns)
                    if reply.truncated:
                        walk.transport = "tcp"
                        reply = await line.ask_tcp(name, record, timeout=limits.seconds * 2, edns=edns)
                except (NoReply, Unreachable, wire.Malformed) as error:
                    problem = error
                    continue
            if edns and reply.code in (wire.FORMERR, wire.NOTIMP, wire.BADVERS):
                edns = False  # an old server or a middle box that does not know the option
                continue
            if reply.code != wire.SERVFAIL:
                return reply
        if reply is None:
            raise problem
        return reply
