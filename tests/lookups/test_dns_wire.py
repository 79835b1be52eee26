"""Our reader of DNS messages says what dnspython says, and survives anything."""

from __future__ import annotations

import contextlib

import dns.message
import dns.name
import dns.rdatatype
import dns.rrset
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lookups import dns_wire

LABEL = st.text("abcdefghijklmnopqrstuvwxyz0123456789-_", min_size=1, max_size=20)
NAME = st.lists(LABEL, min_size=1, max_size=5).map(".".join)
V4 = st.ip_addresses(v=4).map(str)
V6 = st.ip_addresses(v=6).map(str)


@given(NAME, st.lists(NAME, max_size=6), st.lists(V4, max_size=5), st.lists(V6, max_size=5), st.booleans())
def test_it_reads_what_dnspython_wrote(name: str, chain: list[str], v4: list[str], v6: list[str], soa: bool) -> None:
    question = dns.message.make_query(name, "A")
    reply = dns.message.make_response(question)
    owner = name
    for target in chain:
        reply.answer.append(dns.rrset.from_text(owner + ".", 30, "IN", "CNAME", target + "."))
        owner = target
    if v4:
        reply.answer.append(dns.rrset.from_text(owner + ".", 60, "IN", "A", *v4))
    if v6:
        reply.answer.append(dns.rrset.from_text(owner + ".", 60, "IN", "AAAA", *v6))
    if soa:
        reply.authority.append(dns.rrset.from_text("example.", 60, "IN", "SOA", "a. b. 1 2 3 4 5"))
    read = dns_wire.read_reply(reply.to_wire())
    assert read.question == (name.lower(), dns_wire.A)
    assert [target for _, target in read.aliases] == chain
    assert {address for _, address in read.addresses} == {*v4, *v6}
    assert {owner for owner, _ in read.addresses} == ({owner} if v4 or v6 else set())
    assert read.soa is soa


@given(NAME, st.sampled_from([dns_wire.A, dns_wire.AAAA]), st.integers(0, 65_535), st.booleans())
def test_dnspython_reads_what_we_ask(name: str, record: int, number: int, edns: bool) -> None:
    asked = dns.message.from_wire(dns_wire.question(number, name, record, edns=edns))
    assert asked.id == number
    assert asked.question[0].name == dns.name.from_text(name)
    assert asked.question[0].rdtype == record
    assert asked.edns == (0 if edns else -1)


@given(st.binary(max_size=200))
def test_junk_is_malformed_and_nothing_worse(data: bytes) -> None:
    with contextlib.suppress(dns_wire.Malformed):
        dns_wire.read_reply(data)


@given(st.data())
def test_a_damaged_reply_is_read_or_refused(data: st.DataObject) -> None:
    question = dns.message.make_query("www.example.com", "A")
    reply = dns.message.make_response(question)
    reply.answer.append(dns.rrset.from_text("www.example.com.", 60, "IN", "CNAME", "a.example.net."))
    reply.answer.append(dns.rrset.from_text("a.example.net.", 60, "IN", "A", "192.0.2.1"))
    wire = bytearray(reply.to_wire())
    for _ in range(data.draw(st.integers(1, 6))):
        wire[data.draw(st.integers(0, len(wire) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(dns_wire.Malformed):
        dns_wire.read_reply(bytes(wire[: data.draw(st.integers(0, len(wire)))]))


def test_a_name_that_points_at_itself_is_refused() -> None:
    head = b"\0\1\x81\x80\0\1\0\0\0\0\0\0"
    with pytest.raises(dns_wire.Malformed):
        dns_wire.read_reply(head + b"\xc0\x0c\0\1\0\1")


@pytest.mark.parametrize("name", ["", "a..b", "x" * 64 + ".cn", ".".join(["x" * 60] * 5)])
def test_what_is_no_name_is_not_asked(name: str) -> None:
    with pytest.raises(ValueError, match="not a DNS name"):
        dns_wire.question(1, name, dns_wire.A)
