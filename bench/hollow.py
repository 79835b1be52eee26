"""The hollow-site check over thousands of domains against a name server on 127.0.0.1, evidence kept, beside plain dnspython."""

from __future__ import annotations

import asyncio
import multiprocessing
import socket
import struct
import tempfile
import time
from datetime import date
from ipaddress import ip_network
from multiprocessing.connection import Connection
from pathlib import Path

import dns.asyncresolver
import dns.exception

from app.db.database import Database
from app.lookups.dns import Resolver
from app.lookups.networks import Networks, Range
from app.services.checks.hollow import HollowChecks, HollowOptions
from app.services.checks.names import check_names
from bench import stores
from bench.figures import Figure
from bench.machine import rss_mb

BUDGET_S = 10.0
DOMAINS = 10_000
PEER_DOMAINS = 1_000
_A = struct.pack("!2H", 1, 1)


class _Server(asyncio.DatagramProtocol):
    """For A an alias and its address, for AAAA a proven nothing, put together from bytes."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, address: object) -> None:
        end = 12
        while data[end]:
            end += data[end] + 1
        asked = data[12 : end + 5]
        if asked.endswith(_A):
            alias = b"\xc0\x0c" + struct.pack("!HHIH", 5, 1, 60, 6) + b"\x03cdn\xc0\x0c"
            target = struct.pack("!H", 0xC000 | 12 + len(asked) + 12)
            body = alias + target + struct.pack("!HHIH", 1, 1, 60, 4) + b"\xc0\0\2\1"
            counts = b"\0\1\0\2\0\0\0\0"
        else:
            body = b"\xc0\x0c" + struct.pack("!HHIH", 6, 1, 60, 22) + b"\0\0" + bytes(20)
            counts = b"\0\1\0\0\0\1\0\0"
        self.transport.sendto(data[:2] + b"\x81\x80" + counts + asked + body, address)  # type: ignore[attr-defined]


def _serve(ready: Connection) -> None:
    async def forever() -> None:
        bound = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
        bound.bind(("127.0.0.1", 0))
        bound.setblocking(False)
        await asyncio.get_running_loop().create_datagram_endpoint(_Server, sock=bound)
        ready.send(bound.getsockname()[1])
        await asyncio.Event().wait()

    asyncio.run(forever())


def measure(domains: int = DOMAINS) -> list[Figure]:
    """Seconds and memory for so many domains, and what dnspython's resolver would take for as many."""
    here, there = multiprocessing.Pipe(duplex=False)
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,), daemon=True)
    server.start()
    try:
        port = here.recv()
        spent, more = _ours(domains, port)
        peer = asyncio.run(_plain(min(domains, PEER_DOMAINS), port)) * domains / min(domains, PEER_DOMAINS)
    finally:
        server.terminate()
        server.join()
    named = (
        f"dnspython's own resolver, A and AAAA, 64 at once, from {min(domains, PEER_DOMAINS):,}; nothing judged or kept"
    )
    return [
        Figure("hollow", f"hollow check of {domains:,} domains, evidence kept", 0, spent, "s", peer, named, BUDGET_S),
        Figure("hollow", "memory that it takes while running", 0, more, "MB"),
    ]


def _ours(domains: int, port: int) -> tuple[float, float]:
    ranges = [Range(ip_network("192.0.2.0/24"), "mainland", "server")]
    networks = Networks(ranges, provider="示例云", source="bench", as_of=date(2026, 11, 23), complete=True)
    options = HollowOptions((Resolver("127.0.0.1", port),), networks)
    names = check_names((number, f"d{number}.cn") for number in range(domains)).names
    most = before = rss_mb() or 0.0

    def watch(_done: int, _total: int) -> None:
        nonlocal most
        most = max(most, rss_mb() or 0.0)

    with (
        tempfile.TemporaryDirectory(prefix="beian-bench-") as folder,
        Database.create(Path(folder) / "beian.store", stores.KEY) as database,
    ):
        checks = HollowChecks(database, actor="bench")
        started = time.perf_counter()
        run = checks.run(names, options, watch)
        spent = time.perf_counter() - started
        counts = checks.runs.counts(run.id)
    assert counts == {"pass": 0, "fail": 0, "unknown": domains}, counts
    return spent, max(0.0, most - before)


async def _plain(domains: int, port: int) -> float:
    resolver = dns.asyncresolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = ["127.0.0.1"], port
    numbers = iter(range(domains))

    async def work() -> None:
        for number in numbers:
            for kind in ("A", "AAAA"):
                try:
                    await resolver.resolve(f"d{number}.cn", kind)
                except dns.exception.DNSException:
                    continue

    started = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(64)))
    return time.perf_counter() - started
