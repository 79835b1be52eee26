"""DNS messages as bytes: the question for addresses, and of a reply the little that an address look-up needs.

A sweep over thousands of domains reads tens of thousands of replies; a general message class costs ten times as much
as these two functions. What they understand is RFC 1035 with EDNS(0) (RFC 6891) and extended errors (RFC 8914); the
test suite compares them with dnspython on random messages.
"""

from __future__ import annotations

import ipaddress
import struct
from dataclasses import dataclass

A, CNAME, SOA, NS, AAAA, OPT = 1, 5, 6, 2, 28, 41
NOERROR, FORMERR, SERVFAIL, NXDOMAIN, NOTIMP, REFUSED, BADVERS = 0, 1, 2, 3, 4, 5, 16
EDNS_SIZE = 1232  # what passes unfragmented nearly everywhere (DNS flag day 2020)

_HEADER = struct.Struct("!6H")
_FIXED = struct.Struct("!2HIH")
_INTERNET = 1
_OPT_RECORD = struct.pack("!BHHIH", 0, OPT, EDNS_SIZE, 0, 0)
_MOST_RECORDS = 500
_EDE = 15


class Malformed(Exception):
    """The bytes are no DNS message."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply, reduced. Names are lower-case without the last dot."""

    id: int
    code: int
    truncated: bool
    authoritative: bool
    recursion: bool
    question: tuple[str, int] | None
    aliases: tuple[tuple[str, str], ...]
    addresses: tuple[tuple[str, str], ...]
    least_ttl: int | None
    soa: bool
    referral: bool
    extended_errors: tuple[int, ...]


def question(message_id: int, name: str, record: int, *, edns: bool = True) -> bytes:
    """A recursive question. `name` is ASCII; a label over 63 or a name over 253 bytes raises `ValueError`."""
    labels = []
    for label in name.rstrip(".").encode("ascii").split(b"."):
        if not 0 < len(label) < 64:
            raise ValueError(f"not a DNS name: {name[:80]!r}")
        labels.append(bytes((len(label),)) + label)
    wire = b"".join(labels)
    if len(wire) > 254:
        raise ValueError(f"not a DNS name: {name[:80]!r}")
    head = _HEADER.pack(message_id, 0x0100, 1, 0, 0, int(edns))
    return head + wire + b"\0" + struct.pack("!2H", record, _INTERNET) + (_OPT_RECORD if edns else b"")


def read_reply(wire: bytes) -> Reply:
    """Reads a reply.

    Raises:
        Malformed: cut short, a name that runs in circles, a record over the end, or not a reply at all.
    """
    try:
        return _read(wire)
    except (struct.error, IndexError) as error:
        raise Malformed("cut short") from error


def _read(wire: bytes) -> Reply:
    message_id, flags, questions, answers, authorities, additionals = _HEADER.unpack_from(wire)
    if not flags & 0x8000 or questions > 1 or answers + authorities + additionals > _MOST_RECORDS:
        raise Malformed("not a plain reply")
    truncated = bool(flags & 0x0200)
    code = flags & 0x000F
    place = 12
    asked = None
    known: dict[int, str] = {}
    if questions:
        name, place = _name(wire, place, known)
        record, _ = struct.unpack_from("!2H", wire, place)
        place += 4
        asked = (name, record)
    aliases: list[tuple[str, str]] = []
    addresses: list[tuple[str, str]] = []
    least: int | None = None
    soa = referral = False
    errors: list[int] = []
    for number in range(answers + authorities + additionals):
        if truncated and place == len(wire):
            break  # a truncated reply may announce more than it holds
        name, place = _name(wire, place, known)
        kind, place_class, ttl, length = _FIXED.unpack_from(wire, place)
        start = place + 10
        place = start + length
        if place > len(wire):
            if truncated:
                break
            raise Malformed("a record over the end")
        if number < answers:
            if place_class != _INTERNET:
                continue
            if kind == CNAME:
                target, end = _name(wire, start, known)
                if end != place:
                    raise Malformed("a name of another length")
                aliases.append((name, target))
            elif kind == A and length == 4:
                addresses.append((name, ".".join(map(str, wire[start:place]))))
            elif kind == AAAA and length == 16:
                addresses.append((name, str(ipaddress.IPv6Address(wire[start:place]))))
            elif kind in (A, AAAA):
                raise Malformed("an address of another length")
            else:
                continue
            least = ttl if least is None else min(least, ttl)
        elif number < answers + authorities:
            soa = soa or kind == SOA
            referral = referral or kind == NS
        elif kind == OPT:
            code |= (ttl >> 24) << 4
            errors += _extended_errors(wire[start:place])
    return Reply(
        id=message_id,
        code=code,
        truncated=truncated,
        authoritative=bool(flags & 0x0400),
        recursion=bool(flags & 0x0080),
        question=asked,
        aliases=tuple(aliases),
        addresses=tuple(addresses),
        least_ttl=least,
        soa=soa,
        referral=referral and not soa,
        extended_errors=tuple(errors),
    )


def _name(wire: bytes, place: int, known: dict[int, str]) -> tuple[str, int]:
    """A name and the place after it. Pointers may only point back, which is what ends every circle."""
    labels: list[str] = []
    starts: list[tuple[int, int]] = []
    end = -1
    size = 0
    limit = place
    while True:
        length = wire[place]
        if length >= 0xC0:
            target = (length & 0x3F) << 8 | wire[place + 1]
            if end < 0:
                end = place + 2
            if target >= limit:
                raise Malformed("a pointer forward")
            if target in known:
                labels.append(known[target])
                break
            place = limit = target
        elif length >= 0x40:
            raise Malformed("a label of an unknown kind")
        elif length == 0:
            if end < 0:
                end = place + 1
            break
        else:
            size += length + 1
            if size > 254:
                raise Malformed("a name too long")
            label = wire[place + 1 : place + 1 + length]
            if len(label) < length:
                raise Malformed("cut short")
            starts.append((place, len(labels)))
            labels.append(_label(label))
            place += length + 1
    for start, index in starts:
        known[start] = ".".join(labels[index:])
    text = ".".join(part for part in labels if part)
    if len(text) > 1100:
        raise Malformed("a name too long")
    return text, end


def _label(label: bytes) -> str:
    r"""A label as text: lower case, bytes outside of plain names written \\DDD as RFC 1035 does."""
    if label.isalnum() and label.isascii():
        return label.decode("ascii").lower()
    return "".join(
        chr(byte).lower() if 33 <= byte < 127 and byte not in b'."();@$\\' else f"\\{byte:03d}" for byte in label
    )


def _extended_errors(data: bytes) -> list[int]:
    found = []
    place = 0
    while place + 4 <= len(data):
        option, length = struct.unpack_from("!2H", data, place)
        if option == _EDE and length >= 2:
            found.append(struct.unpack_from("!H", data, place + 4)[0])
        place += 4 + length
    return found
