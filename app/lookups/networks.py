"""Whose network an address lies in: the access provider's ranges, mainland, Hong Kong and overseas apart.

Ranges come from files: those shipped under `resources/networks/`, and the provider's own list that the agent brings.
Three formats, described in `docs/checks.md`:

- TOML: `provider`, `source`, `as_of`, `complete`, and `[[range]]` tables of `prefix`, `place` and optionally `use`;
- JSON: the same names, `ranges` being a list of objects;
- CSV: columns prefix, place, use (Chinese headers 网段, 地域, 用途 too); the rest is said beside the file.

`complete` says whether an address outside of the list is surely not the provider's. Only then can "another network"
be established; otherwise an unlisted address stays unknown.
"""

from __future__ import annotations

import csv
import io
import ipaddress
import json
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, Self, cast

from app.errors import UserError
from app.resources import listing

Place = Literal["mainland", "hong_kong", "overseas"]
Use = Literal["server", "shield"]
IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
IpNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network

PLACES: Mapping[str, Place] = {
    "mainland": "mainland", "cn": "mainland", "大陆": "mainland", "中国大陆": "mainland", "境内": "mainland",
    "hong_kong": "hong_kong", "hk": "hong_kong", "香港": "hong_kong", "中国香港": "hong_kong",
    "overseas": "overseas", "境外": "overseas", "海外": "overseas", "国际": "overseas", "澳门": "overseas", "台湾": "overseas",
}  # fmt: skip
USES: Mapping[str, Use] = {
    "": "server", "server": "server", "服务器": "server",
    "shield": "shield", "cdn": "shield", "waf": "shield", "高防": "shield", "加速": "shield", "防护": "shield",
}  # fmt: skip
_HEADERS = {"网段": "prefix", "地址段": "prefix", "cidr": "prefix", "地域": "place", "区域": "place", "region": "place",
            "用途": "use"}  # fmt: skip
_LARGEST_FILE = 20_000_000
_MOST_RANGES = 500_000


@dataclass(frozen=True, slots=True)
class Range:
    """A network and what it is: `shield` stands for CDN, WAF and flood protection, behind which a server hides."""

    network: IpNetwork
    place: Place
    use: Use


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where an address lies; None for both when no listed network holds it."""

    address: str
    place: Place | None
    use: Use | None
    network: str
    #: Loopback, private, reserved and the like: no server of a public site.
    special: bool


class Networks:
    """A provider's ranges, ready for many questions."""

    def __init__(
        self, ranges: Iterable[Range], *, provider: str = "", source: str = "", as_of: date | None = None,
        complete: bool = False
    ) -> None:  # fmt: skip
        self.provider = provider
        self.source = source
        self.as_of = as_of
        self.complete = complete
        self.ranges = tuple(ranges)
        self._cuts = {
            version: _cut([each for each in self.ranges if each.network.version == version]) for version in (4, 6)
        }

    def __bool__(self) -> bool:
        return bool(self.ranges)

    def find(self, address: str) -> Whereabouts:
        """The narrowest listed network that holds the address."""
        parsed: IpAddress = ipaddress.ip_address(address)
        if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped is not None:
            parsed = parsed.ipv4_mapped
        starts, owners = self._cuts[parsed.version]
        index = bisect_right(starts, int(parsed)) - 1
        owner = owners[index] if index >= 0 else None
        if owner is None:
            return Whereabouts(str(parsed), None, None, "", not parsed.is_global or parsed.is_multicast)
        return Whereabouts(str(parsed), owner.place, owner.use, str(owner.network), False)

    @classmethod
    def shipped(cls) -> Self:
        """The ranges under `resources/networks/`: none as long as no list with a stated source is known."""
        files = [_from_toml(path.read_bytes(), path.name) for path in listing("networks", suffix=".toml")]
        ranges = [each for data in files for each in _ranges(data.get("range", []), "")]
        first: dict[str, Any] = files[0] if files else {}
        return cls(ranges, provider=first.get("provider", ""), source=first.get("source", ""),
                   as_of=first.get("as_of"), complete=bool(ranges) and bool(first.get("complete")))  # fmt: skip

    @classmethod
    def read(
        cls, path: Path, *, provider: str = "", source: str = "", as_of: date | None = None,
        complete: bool | None = None
    ) -> Self:  # fmt: skip
        """The provider's own list. What the file does not say itself may be said beside it.

        Raises:
            UserError: `checks.ranges_…`.
        """
        try:
            if path.stat().st_size > _LARGEST_FILE:
                raise UserError("checks.ranges_too_big", file=path.name, limit=_LARGEST_FILE // 1_000_000)
            raw = path.read_bytes()
        except OSError as error:
            raise UserError("checks.ranges_unreadable", file=path.name) from error
        kind = path.suffix.lower()
        if kind == ".csv":
            data: dict[str, Any] = {"range": _from_csv(raw, path.name)}
        elif kind == ".json":
            data = _from_json(raw, path.name)
        elif kind == ".toml":
            data = _from_toml(raw, path.name)
        else:
            raise UserError("checks.ranges_kind", file=path.name)
        told = _date(data["as_of"], path.name) if data.get("as_of") else as_of
        if told is None or not (data.get("source") or source):
            raise UserError("checks.ranges_origin", file=path.name)
        whole = data.get("complete") if complete is None else complete
        ranges = _ranges(data.get("range", data.get("ranges", [])), path.name)
        if not ranges:
            raise UserError("checks.ranges_empty", file=path.name)
        return cls(ranges, provider=str(data.get("provider") or provider), source=str(data.get("source") or source),
                   as_of=told, complete=bool(whole))  # fmt: skip


def _date(told: object, file: str) -> date:
    if isinstance(told, date):
        return told
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        raise UserError("checks.ranges_date", file=file, found=str(told)[:40]) from None


def _cut(ranges: list[Range]) -> tuple[list[int], list[Range | None]]:
    """Nested networks as a row of cuts: from each start on, the narrowest network that holds, or None."""
    starts: list[int] = []
    owners: list[Range | None] = []
    open_ranges: list[tuple[int, Range]] = []

    def mark(start: int, owner: Range | None) -> None:
        if starts and starts[-1] == start:
            owners[-1] = owner
        else:
            starts.append(start)
            owners.append(owner)

    def close_before(start: int) -> None:
        while open_ranges and open_ranges[-1][0] < start:
            end, _ = open_ranges.pop()
            mark(end + 1, open_ranges[-1][1] if open_ranges else None)

    for each in sorted(ranges, key=lambda one: (int(one.network.network_address), one.network.prefixlen)):
        start = int(each.network.network_address)
        close_before(start)
        open_ranges.append((int(each.network.broadcast_address), each))
        mark(start, each)
    close_before(1 << 129)
    return starts, owners


def _ranges(rows: object, file: str) -> list[Range]:
    if not isinstance(rows, list):
        raise UserError("checks.ranges_broken", file=file, line=0)
    if len(rows) > _MOST_RANGES:
        raise UserError("checks.ranges_too_many", file=file, limit=_MOST_RANGES)
    found: dict[IpNetwork, Range] = {}
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise UserError("checks.ranges_broken", file=file, line=number)
        prefix = str(row.get("prefix", "")).strip()
        place = PLACES.get(str(row.get("place", "")).strip().lower())
        use = USES.get(str(row.get("use", "") or "").strip().lower())
        try:
            network = ipaddress.ip_network(prefix)
        except ValueError:
            raise UserError("checks.ranges_prefix", file=file, line=number, found=prefix[:60]) from None
        if place is None:
            found_place = str(row.get("place", ""))[:40]
            raise UserError("checks.ranges_place", file=file, line=number, found=found_place)
        if use is None:
            raise UserError("checks.ranges_use", file=file, line=number, found=str(row.get("use"))[:40])
        each = Range(network, place, use)
        if found.setdefault(network, each) != each:
            raise UserError("checks.ranges_twice", file=file, line=number, found=prefix[:60])
    return list(found.values())


def _from_csv(raw: bytes, file: str) -> list[dict[str, str]]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = raw.decode("gb18030")
        except UnicodeDecodeError:
            raise UserError("checks.ranges_broken", file=file, line=0) from None
    rows = [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]
    if not rows:
        return []
    header = [_HEADERS.get(cell.strip().lower(), cell.strip().lower()) for cell in rows[0]]
    if not {"prefix", "place"} <= set(header):
        raise UserError("checks.ranges_columns", file=file)
    return [dict(zip(header, row, strict=False)) for row in rows[1:]]


def _from_json(raw: bytes, file: str) -> dict[str, Any]:
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise UserError("checks.ranges_broken", file=file, line=0) from None
    if not isinstance(data, dict):
        raise UserError("checks.ranges_broken", file=file, line=0)
    return cast("dict[str, Any]", data)


def _from_toml(raw: bytes, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        raise UserError("checks.ranges_broken", file=file, line=0) from None
