"""Sends DNS questions over UDP and TCP to one resolver and brings back the replies that belong to them.

A resolver gets a few connected UDP sockets, each on a port of the system's choosing; every question has a random
number and its reply is taken only from the resolver's address, with that number and the same question. Thousands of
questions share the sockets, so a sweep needs neither a socket nor a task for each.
"""

from __future__ import annotations

import asyncio
import secrets
import struct
from contextlib import suppress
from typing import Self, cast

from app.lookups.dns_wire import Malformed, Reply, question, read_reply

SOCKETS = 4
_LARGEST_TCP = 65_535


class NoReply(Exception):
    """Nothing came in time."""


class Unreachable(Exception):
    """The system says that nobody listens there or that no way leads there."""


class _Channel(asyncio.DatagramProtocol):
    """One connected UDP socket and the questions that are out on it."""

    def __init__(self) -> None:
        self._transport: asyncio.DatagramTransport | None = None
        self._waiting: dict[int, tuple[str, int, asyncio.Future[Reply]]] = {}
        self._odd: set[int] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # The selector's transport is no DatagramTransport by class in Python 3.11.
        self._transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, _address: object) -> None:
        number = int.from_bytes(data[:2], "big")
        waiting = self._waiting.get(number)
        if waiting is None or len(data) < 12:
            return
        name, record, future = waiting
        try:
            reply = read_reply(data)
        except Malformed:
            # Somebody else's guess must not end the wait; the real reply may still come.
            self._odd.add(number)
            return
        if reply.question is not None and reply.question != (name, record):
            self._odd.add(number)
            return
        if reply.question is None and reply.code == 0:
            self._odd.add(number)
            return
        if not future.done():
            future.set_result(reply)

    def error_received(self, exc: Exception) -> None:
        for _, _, future in self._waiting.values():
            if not future.done():
                future.set_exception(Unreachable(getattr(exc, "strerror", None) or type(exc).__name__))

    async def ask(self, name: str, record: int, *, edns: bool, timeout: float) -> Reply:  # noqa: ASYNC109 - of the wire
        """One question, one reply.

        Raises:
            NoReply, Unreachable, Malformed: nothing, no way, or nothing but junk.
        """
        assert self._transport is not None
        number = secrets.randbits(16)
        while number in self._waiting:
            number = secrets.randbits(16)
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Reply] = loop.create_future()
        self._waiting[number] = (name, record, future)
        timer = loop.call_later(timeout, _expire, future)
        try:
            self._transport.sendto(question(number, name, record, edns=edns))
            return await future
        except NoReply:
            if number in self._odd:
                raise Malformed("nothing but junk") from None
            raise
        finally:
            timer.cancel()
            self._odd.discard(number)
            del self._waiting[number]

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


class Line:
    """The way to one resolver. Use as an async context manager, within one event loop."""

    def __init__(self, host: str, port: int) -> None:
        self._host = host
        self._port = port
        self._channels: list[_Channel] = []
        self._turn = 0

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        for _ in range(SOCKETS):
            try:
                _, channel = await loop.create_datagram_endpoint(_Channel, remote_addr=(self._host, self._port))
            except OSError:
                break  # no route (IPv6 without a network): every question will say so
            self._channels.append(channel)
        return self

    async def __aexit__(self, *_: object) -> None:
        for channel in self._channels:
            channel.close()
        self._channels.clear()

    async def ask(self, name: str, record: int, *, timeout: float, edns: bool = True) -> Reply:  # noqa: ASYNC109
        """Asks over UDP.

        Raises:
            NoReply, Unreachable, Malformed.
        """
        if not self._channels:
            raise Unreachable("no route")
        self._turn = (self._turn + 1) % len(self._channels)
        return await self._channels[self._turn].ask(name, record, edns=edns, timeout=timeout)

    async def ask_tcp(self, name: str, record: int, *, timeout: float, edns: bool = True) -> Reply:  # noqa: ASYNC109
        """Asks over TCP, for replies that do not fit.

        Raises:
            NoReply, Unreachable, Malformed.
        """
        try:
            async with asyncio.timeout(timeout):
                return await self._over_tcp(name, record, edns)
        except TimeoutError as error:
            raise NoReply from error
        except (OSError, asyncio.IncompleteReadError) as error:
            raise Unreachable(getattr(error, "strerror", None) or type(error).__name__) from error

    async def _over_tcp(self, name: str, record: int, edns: bool) -> Reply:
        number = secrets.randbits(16)
        reader, writer = await asyncio.open_connection(self._host, self._port, limit=_LARGEST_TCP + 2)
        try:
            asked = question(number, name, record, edns=edns)
            writer.write(struct.pack("!H", len(asked)) + asked)
            await writer.drain()
            size = struct.unpack("!H", await reader.readexactly(2))[0]
            reply = read_reply(await reader.readexactly(size))
        finally:
            writer.close()
            with suppress(OSError, asyncio.CancelledError):
                await writer.wait_closed()
        if reply.id != number or (reply.question is not None and reply.question != (name, record)):
            raise Malformed("another question's reply")
        return reply


def _expire(future: asyncio.Future[Reply]) -> None:
    if not future.done():
        future.set_exception(NoReply())
