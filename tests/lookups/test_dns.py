"""Resolvers that answer, stay silent, refuse, fail, lie, run in circles: each told apart, nothing made up."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import dns.edns
import dns.flags
import dns.message
import dns.rrset
import pytest

from app.errors import UserError
from app.lookups.dns import DnsAnswer, DnsLimits, DnsLookups, DnsStatus, Resolver

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
QUICK = DnsLimits(seconds=0.15, tries=2)


@pytest.fixture
def ask(dns_server: Callable[..., Any]) -> Callable[..., tuple[DnsAnswer, list[Any]]]:
    """The answer for A of a name, and what the server was asked."""

    def go(answer: Any, name: str = "www.example.com", over_tcp: Any = None, limits: DnsLimits = QUICK) -> Any:
        async def work() -> Any:
            async with dns_server(answer, over_tcp) as server:
                resolver = Resolver("127.0.0.1", server.port)
                async with DnsLookups([resolver], limits=limits, clock=lambda: NOW) as lookups:
                    return (await lookups.addresses(name))[0], server.asked

        return asyncio.run(work())

    return go


def test_addresses_at_the_end_of_a_chain(ask: Any, reply: Any) -> None:
    answer, _ = ask(
        lambda q, name, kind: reply(
            q, f"{name}. CNAME a.example.net.", "a.example.net. CNAME B.example.org.", "b.example.org. A 192.0.2.7"
        )
    )
    assert answer.status is DnsStatus.ADDRESSES
    assert answer.addresses == ("192.0.2.7",)
    assert answer.chain == ("www.example.com", "a.example.net", "b.example.org")
    assert answer.asked_at == NOW
    assert answer.resolver.startswith("127.0.0.1:")


def test_a_chain_that_stops_half_way_is_asked_on(ask: Any, reply: Any) -> None:
    def answer(q: Any, name: str, kind: str) -> Any:
        return reply(q, f"{name}. CNAME t.example.net.") if name.startswith("www") else reply(q, f"{name}. A 192.0.2.8")

    found, asked = ask(answer)
    assert found.addresses == ("192.0.2.8",)
    assert ("udp", "t.example.net", "A") in asked


def test_a_loop_over_several_replies(ask: Any, reply: Any) -> None:
    other = {"a.example.com": "b.example.com", "b.example.com": "a.example.com"}
    found, _ = ask(lambda q, name, kind: reply(q, f"{name}. CNAME {other[name]}."), "a.example.com")
    assert found.status is DnsStatus.LOOP
    assert found.chain == ("a.example.com", "b.example.com", "a.example.com")


def test_an_endless_chain_is_cut(ask: Any, reply: Any) -> None:
    found, asked = ask(lambda q, name, kind: reply(q, f"{name}. CNAME x{name}."), "a.example.com")
    assert found.status is DnsStatus.TOO_LONG
    assert len(asked) <= 2 * (QUICK.hops + 1)


@pytest.mark.parametrize(
    ("rcode", "soa", "status", "proven"),
    [(3, True, DnsStatus.NXDOMAIN, True), (3, False, DnsStatus.NXDOMAIN, False), (0, True, DnsStatus.NODATA, True),
     (0, False, DnsStatus.NODATA, False), (5, False, DnsStatus.REFUSED, False), (2, False, DnsStatus.SERVFAIL, False),
     (9, False, DnsStatus.ERROR, False)],
)  # fmt: skip
def test_every_kind_of_no(ask: Any, reply: Any, rcode: int, soa: bool, status: DnsStatus, proven: bool) -> None:
    found, _ = ask(lambda q, name, kind: reply(q, rcode=rcode, soa=soa))
    assert (found.status, found.proven, found.addresses) == (status, proven, ())


def test_silence_is_a_time_out_after_the_tries(ask: Any) -> None:
    found, asked = ask(lambda q, name, kind: None)
    assert found.status is DnsStatus.TIMEOUT
    assert len([each for each in asked if each[2] == "A"]) == QUICK.tries


def test_a_lost_datagram_is_asked_for_again(ask: Any, reply: Any) -> None:
    seen: list[str] = []

    def answer(q: Any, name: str, kind: str) -> Any:
        seen.append(kind)
        return None if seen.count(kind) == 1 else reply(q, f"{name}. {kind} " + ("192.0.2.1" if kind == "A" else "::5"))

    assert ask(answer)[0].addresses == ("192.0.2.1",)


def test_truncation_goes_over_tcp(ask: Any, reply: Any) -> None:
    def short(q: Any, name: str, kind: str) -> Any:
        message = reply(q)
        message.flags |= dns.flags.TC
        return message

    many = [f"www.example.com. A 192.0.2.{n}" for n in range(1, 200)]
    found, asked = ask(short, over_tcp=lambda q, name, kind: reply(q, *many))
    assert found.status is DnsStatus.ADDRESSES
    assert len(found.addresses) == 199
    assert found.transport == "tcp"
    assert ("tcp", "www.example.com", "A") in asked


def test_truncation_without_tcp_stays_unknown(ask: Any, reply: Any) -> None:
    def short(q: Any, name: str, kind: str) -> Any:
        message = reply(q, "www.example.com. A 192.0.2.1")
        message.flags |= dns.flags.TC
        return message

    found, _ = ask(short, over_tcp=lambda q, name, kind: None)
    assert (found.status, found.addresses) == (DnsStatus.TRUNCATED, ())


def test_a_referral_is_lame_and_not_an_absence(ask: Any) -> None:
    def answer(q: Any, name: str, kind: str) -> Any:
        message = dns.message.make_response(q)
        message.authority.append(dns.rrset.from_text("example.com.", 60, "IN", "NS", "ns.example.net."))
        return message

    assert ask(answer)[0].status is DnsStatus.LAME


def test_a_blocked_name_is_blocked(ask: Any, reply: Any) -> None:
    def answer(q: Any, name: str, kind: str) -> Any:
        message = reply(q, rcode=3, soa=True)
        message.use_edns(0, options=[dns.edns.EDEOption(17, "no")])
        return message

    found, _ = ask(answer)
    assert (found.status, found.extended_errors) == (DnsStatus.BLOCKED, (17,))


def test_a_signature_that_does_not_hold_is_a_failure_and_no_absence(ask: Any, reply: Any) -> None:
    """What a validating resolver says of a bogus zone: SERVFAIL, with the reason in EDNS."""

    def answer(q: Any, name: str, kind: str) -> Any:
        message = reply(q, rcode=2)
        message.use_edns(0, options=[dns.edns.EDEOption(6, "DNSSEC Bogus")])
        return message

    found, _ = ask(answer)
    assert (found.status, found.extended_errors, found.proven) == (DnsStatus.SERVFAIL, (6,), False)


def test_one_kind_absent_and_the_other_there(dns_server: Any, reply: Any) -> None:
    async def work() -> Any:
        def answer(q: Any, name: str, kind: str) -> Any:
            return reply(q, f"{name}. AAAA 2001:db8::9") if kind == "AAAA" else reply(q, soa=True)

        async with (
            dns_server(answer) as server,
            DnsLookups([Resolver("127.0.0.1", server.port)], limits=QUICK) as lookups,
        ):
            return await lookups.addresses("example.com")

    told = {each.record: (each.status, each.addresses) for each in asyncio.run(work())}
    assert told == {"A": (DnsStatus.NODATA, ()), "AAAA": (DnsStatus.ADDRESSES, ("2001:db8::9",))}


def test_junk_and_other_peoples_replies_do_not_count(ask: Any, reply: Any) -> None:
    assert ask(lambda q, name, kind: q.id.to_bytes(2, "big") + b"\xff" * 40)[0].status is DnsStatus.MALFORMED

    def wrong_name(q: Any, name: str, kind: str) -> Any:
        other = dns.message.make_query("other.example.com", kind)
        other.id = q.id
        return reply(other, "other.example.com. A 192.0.2.66")

    found, _ = ask(wrong_name)
    assert (found.status, found.addresses) == (DnsStatus.MALFORMED, ())


def test_a_wrong_number_does_not_count(ask: Any, reply: Any) -> None:
    def answer(q: Any, name: str, kind: str) -> Any:
        message = reply(q, "www.example.com. A 192.0.2.66")
        message.id = (q.id + 1) % 65_536
        return message

    assert ask(answer)[0].status is DnsStatus.TIMEOUT


def test_an_old_server_is_asked_without_edns(ask: Any, reply: Any) -> None:
    def answer(q: Any, name: str, kind: str) -> Any:
        return reply(q, "www.example.com. A 192.0.2.9") if q.edns < 0 else reply(q, rcode=1)

    assert ask(answer)[0].addresses == ("192.0.2.9",)


def test_nobody_there_is_unreachable() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    async def work() -> Any:
        async with DnsLookups([Resolver("127.0.0.1", port)], limits=QUICK) as lookups:
            return await lookups.addresses("example.com")

    assert {answer.status for answer in asyncio.run(work())} <= {DnsStatus.UNREACHABLE, DnsStatus.TIMEOUT}


def test_resolvers_are_kept_apart(dns_server: Any, reply: Any) -> None:
    async def work() -> Any:
        async with (
            dns_server(lambda q, name, kind: reply(q, f"{name}. A 192.0.2.1")) as one,
            dns_server(lambda q, name, kind: reply(q, f"{name}. A 198.51.100.1")) as two,
        ):
            resolvers = [Resolver("127.0.0.1", one.port), Resolver("127.0.0.1", two.port)]
            async with DnsLookups(resolvers, limits=QUICK) as lookups:
                return await lookups.addresses("example.com"), resolvers

    answers, resolvers = asyncio.run(work())
    by_resolver = {answer.resolver: answer.addresses for answer in answers if answer.record == "A"}
    assert by_resolver == {str(resolvers[0]): ("192.0.2.1",), str(resolvers[1]): ("198.51.100.1",)}


def test_the_rate_is_kept(dns_server: Any, reply: Any) -> None:
    async def work() -> tuple[float, int]:
        loop = asyncio.get_running_loop()
        async with dns_server(lambda q, name, kind: reply(q, rcode=3, soa=True)) as server:
            resolver = Resolver("127.0.0.1", server.port, per_second=100)
            async with DnsLookups([resolver], limits=QUICK) as lookups:
                begun = loop.time()
                await asyncio.gather(*(lookups.addresses(f"d{n}.example.com") for n in range(15)))
                return loop.time() - begun, len(server.asked)

    spent, asked = asyncio.run(work())
    assert asked == 30
    assert spent >= (30 - 8) / 100 * 0.95


def test_no_more_at_once_than_allowed(dns_server: Any, reply: Any) -> None:
    async def work() -> int:
        async with dns_server(lambda q, name, kind: None) as server:
            limits = DnsLimits(seconds=0.1, tries=1, in_flight=5)
            async with DnsLookups([Resolver("127.0.0.1", server.port)], limits=limits) as lookups:
                waiting = [asyncio.create_task(lookups.addresses(f"d{n}.example.com")) for n in range(20)]
                await asyncio.wait(waiting, timeout=0.06)
                first = len(server.asked)
                await asyncio.gather(*waiting)
                assert len(server.asked) == 40
                return first

    assert asyncio.run(work()) == 5


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [("192.0.2.1", "192.0.2.1", 53), ("192.0.2.1:5353", "192.0.2.1", 5353), ("2001:db8::1", "2001:db8::1", 53),
     ("[2001:db8::1]:5353", "2001:db8::1", 5353)],
)  # fmt: skip
def test_resolvers_as_people_write_them(text: str, host: str, port: int) -> None:
    assert Resolver.of(text) == Resolver(host, port)


@pytest.mark.parametrize("text", ["", "dns.example.com", "192.0.2.1:0", "192.0.2.1:x", "999.1.1.1"])
def test_what_is_no_resolver(text: str) -> None:
    with pytest.raises(UserError, match="bad_resolver"):
        Resolver.of(text)
