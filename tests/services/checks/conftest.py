"""Name and WHOIS servers on 127.0.0.1, in a thread of their own, and nothing else may be reached."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset
import pytest

from app.lookups.dns import DnsLimits, Resolver
from app.lookups.networks import Networks
from app.services.checks.hollow import HollowOptions

RANGES = """
provider = "示例云"
source = "示例云开放文档"
as_of = 2026-11-01
complete = true
range = [
  {prefix = "192.0.2.0/24", place = "mainland"},
  {prefix = "198.51.100.0/24", place = "hong_kong"},
  {prefix = "2001:db8::/32", place = "mainland"},
]
"""


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection or a datagram to anywhere but 127.0.0.1 fails the test."""

    def watch(name: str) -> None:
        real = getattr(socket.socket, name)

        def checked(self: socket.socket, *args: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                assert args[-1][0] == "127.0.0.1", f"{name} to {args[-1]}"
            return real(self, *args)

        monkeypatch.setattr(socket.socket, name, checked)

    for name in ("connect", "connect_ex", "sendto"):
        watch(name)


class NameServer(asyncio.DatagramProtocol):
    """A zone by name and kind: addresses, `()` for nothing there, absent for no such name, None for silence."""

    def __init__(self) -> None:
        self.zone: dict[str, dict[str, tuple[str, ...]] | None] = {}
        self.asked: list[str] = []

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, address: Any) -> None:
        question = dns.message.from_wire(data)
        name = question.question[0].name.to_text(omit_final_dot=True)
        kind = dns.rdatatype.to_text(question.question[0].rdtype)
        self.asked.append(name)
        records = self.zone.get(name, {})
        if records is None:
            return
        reply = dns.message.make_response(question)
        reply.flags |= dns.flags.RA
        if records.get(kind):
            reply.answer.append(dns.rrset.from_text(name + ".", 60, "IN", kind, *records[kind]))
        else:
            if name not in self.zone:
                reply.set_rcode(dns.rcode.NXDOMAIN)
            reply.authority.append(dns.rrset.from_text("example.", 60, "IN", "SOA", "a. b. 1 2 3 4 60"))
        self.transport.sendto(reply.to_wire(), address)


class Servers:
    """An event loop in a thread, with the servers started on it."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever)
        self.thread.start()
        self.closing: list[Callable[[], Any]] = []

    def call(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(10)

    def name_server(self) -> tuple[NameServer, Resolver]:
        async def start() -> Any:
            return await self.loop.create_datagram_endpoint(NameServer, local_addr=("127.0.0.1", 0))

        transport, server = self.call(start())
        self.closing.append(lambda: self.loop.call_soon_threadsafe(transport.close))
        return server, Resolver("127.0.0.1", transport.get_extra_info("sockname")[1])

    def whois(self, answers: dict[str, bytes]) -> int:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(answers.get((await reader.readline()).decode().strip(), b""))
            await writer.drain()
            writer.close()

        server = self.call(asyncio.start_server(serve, "127.0.0.1", 0))
        self.closing.append(lambda: self.loop.call_soon_threadsafe(server.close))
        return int(server.sockets[0].getsockname()[1])

    def close(self) -> None:
        for each in self.closing:
            each()

        async def settle() -> None:
            others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
            await asyncio.gather(*others, return_exceptions=True)

        self.call(settle())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()


@pytest.fixture
def servers() -> Iterator[Servers]:
    found = Servers()
    yield found
    found.close()


@pytest.fixture
def name_server(servers: Servers) -> tuple[NameServer, Resolver]:
    server, resolver = servers.name_server()
    server.zone |= {
        "good.cn": {"A": ("192.0.2.1",), "AAAA": ("2001:db8::1",)},
        "hongkong.cn": {"A": ("198.51.100.1",)},
        "elsewhere.cn": {"A": ("8.8.4.4", "8.8.8.8")},
        "silent.cn": None,
        "empty.cn": {},
        "apex.cn": {},
        "www.apex.cn": {"A": ("192.0.2.5",)},
    }
    return server, resolver


@pytest.fixture
def networks(tmp_path: Path) -> Networks:
    file = tmp_path / "ranges.toml"
    file.write_text(RANGES, encoding="utf-8")
    return Networks.read(file)


@pytest.fixture
def options(name_server: tuple[NameServer, Resolver], networks: Networks) -> HollowOptions:
    return HollowOptions((name_server[1],), networks, DnsLimits(seconds=0.2, tries=1), batch=5)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """One second on at every look, from the morning of 23 November 2026 in China."""
    at = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)

    def now() -> datetime:
        nonlocal at
        at += timedelta(seconds=1)
        return at

    return now
