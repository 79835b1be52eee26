"""Servers of the test's own on 127.0.0.1: DNS that misbehaves as told, WHOIS and RDAP; and nothing else may be reached."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset
import pytest

SOA = "a.example. b.example. 1 3600 600 86400 300"


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Every connection and datagram goes to 127.0.0.1, or the test fails."""
    reached: list[Any] = []

    def watch(name: str) -> None:
        real = getattr(socket.socket, name)

        def checked(self: socket.socket, *args: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                address = args[-1]
                reached.append(address)
                assert address[0] in ("127.0.0.1", "::1"), f"{name} to {address}"
            return real(self, *args)

        monkeypatch.setattr(socket.socket, name, checked)

    for name in ("connect", "connect_ex", "sendto"):
        watch(name)
    yield reached
    assert all(address[0] in ("127.0.0.1", "::1") for address in reached)


def respond(question: dns.message.Message, *answers: str, rcode: int = 0, soa: bool = False) -> dns.message.Message:
    reply = dns.message.make_response(question)
    reply.flags |= dns.flags.RA
    reply.set_rcode(dns.rcode.Rcode(rcode))
    for line in answers:
        owner, kind, value = line.split(maxsplit=2)
        rrset = dns.rrset.from_text(owner, 60, "IN", kind, value)
        reply.answer.append(rrset)
    if soa:
        reply.authority.append(dns.rrset.from_text("example.", 60, "IN", "SOA", SOA))
    return reply


Answering = Callable[[dns.message.Message, str, str], "bytes | dns.message.Message | None"]


class DnsServer(asyncio.DatagramProtocol):
    """Answers as the test's function says: a message, raw bytes, or None for silence. TCP asks `over_tcp`."""

    def __init__(self, answer: Answering, over_tcp: Answering | None) -> None:
        self.answer = answer
        self.over_tcp = over_tcp or answer
        self.asked: list[tuple[str, str, str]] = []
        self.port = 0

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, address: Any) -> None:
        wire = self._answer(data, "udp", self.answer)
        if wire is not None:
            self.transport.sendto(wire, address)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        size = int.from_bytes(await reader.readexactly(2), "big")
        wire = self._answer(await reader.readexactly(size), "tcp", self.over_tcp)
        if wire is not None:
            writer.write(len(wire).to_bytes(2, "big") + wire)
            await writer.drain()
        writer.close()

    def _answer(self, data: bytes, transport: str, answer: Answering) -> bytes | None:
        question = dns.message.from_wire(data)
        name = question.question[0].name.to_text(omit_final_dot=True)
        kind = dns.rdatatype.to_text(question.question[0].rdtype)
        self.asked.append((transport, name, kind))
        reply = answer(question, name, kind)
        return reply.to_wire(max_size=65_535) if isinstance(reply, dns.message.Message) else reply


@pytest.fixture
def dns_server() -> Callable[..., Any]:
    @asynccontextmanager
    async def start(answer: Answering, over_tcp: Answering | None = None) -> AsyncIterator[DnsServer]:
        server = DnsServer(answer, over_tcp)
        loop = asyncio.get_running_loop()
        while True:
            transport, _ = await loop.create_datagram_endpoint(lambda: server, local_addr=("127.0.0.1", 0))
            server.port = transport.get_extra_info("sockname")[1]
            try:
                tcp = await asyncio.start_server(server.serve, "127.0.0.1", server.port)
                break
            except OSError:  # the TCP port of that number is somebody else's
                transport.close()
        try:
            yield server
        finally:
            transport.close()
            tcp.close()
            await tcp.wait_closed()

    return start


@pytest.fixture
def whois_server() -> Callable[..., Any]:
    """A WHOIS server: the answers by question; None hangs up never."""

    @asynccontextmanager
    async def start(answers: Mapping[str, bytes | None]) -> AsyncIterator[tuple[int, list[str]]]:
        asked: list[str] = []
        stop = asyncio.Event()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            question = (await reader.readline()).decode().strip()
            asked.append(question)
            answer = answers[question]
            if answer is None:
                await stop.wait()
            else:
                writer.write(answer)
                await writer.drain()
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        try:
            yield server.sockets[0].getsockname()[1], asked
        finally:
            stop.set()
            server.close()
            await server.wait_closed()

    return start


@pytest.fixture
def rdap_server() -> Callable[..., Any]:
    """An HTTP server: status and body by path, or where it sends on to; None never answers."""

    @asynccontextmanager
    async def start(answers: Mapping[str, tuple[int, bytes] | str | None]) -> AsyncIterator[str]:
        stop = asyncio.Event()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            path = (await reader.readline()).decode().split()[1]
            while (await reader.readline()).strip():
                pass
            answer = answers.get(path, (404, b"<html>wrong path</html>"))
            if answer is None:
                await stop.wait()
            else:
                more = f"Location: {answer}\r\n" if isinstance(answer, str) else ""
                status, body = (302, b"") if isinstance(answer, str) else answer
                head = f"HTTP/1.1 {status} X\r\n{more}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
                writer.write(head.encode() + body)
                await writer.drain()
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        try:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        finally:
            stop.set()
            server.close()
            await server.wait_closed()

    return start


@pytest.fixture
def reply() -> Callable[..., dns.message.Message]:
    return respond


@pytest.fixture
def run() -> Callable[[Awaitable[Any]], Any]:
    async def go(work: Awaitable[Any]) -> Any:
        return await work

    return lambda work: asyncio.run(go(work))
