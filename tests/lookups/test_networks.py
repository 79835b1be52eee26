"""Ranges of a provider: read from three formats, refused when unclear, searched narrowest first."""

from __future__ import annotations

import ipaddress
import json
import random
from datetime import date
from pathlib import Path

import pytest

from app.errors import UserError
from app.lookups.networks import Networks, Range

TOML = """
provider = "示例云"
source = "示例云开放文档"
as_of = 2026-11-01
complete = true
range = [
  {prefix = "192.0.2.0/24", place = "大陆"},
  {prefix = "192.0.2.128/25", place = "香港"},
  {prefix = "198.51.100.0/24", place = "境外"},
  {prefix = "203.0.113.0/24", place = "大陆", use = "cdn"},
  {prefix = "2001:db8::/32", place = "mainland"},
]
"""


def write(tmp_path: Path, name: str, content: str | bytes) -> Path:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def test_the_narrowest_range_holds(tmp_path: Path) -> None:
    networks = Networks.read(write(tmp_path, "r.toml", TOML))
    assert (networks.provider, networks.as_of, networks.complete) == ("示例云", date(2026, 11, 1), True)
    places = {
        a: networks.find(a).place for a in ("192.0.2.1", "192.0.2.200", "198.51.100.9", "2001:db8:1::1", "2001:db9::1")
    }
    assert places == {"192.0.2.1": "mainland", "192.0.2.200": "hong_kong", "198.51.100.9": "overseas",
                      "2001:db8:1::1": "mainland", "2001:db9::1": None}  # fmt: skip
    assert networks.find("203.0.113.5").use == "shield"
    assert networks.find("::ffff:192.0.2.1").place == "mainland"


def test_special_addresses_are_told() -> None:
    networks = Networks([])
    assert all(
        networks.find(each).special for each in ("127.0.0.1", "10.1.1.1", "0.0.0.0", "169.254.1.1", "::1", "224.0.0.1")
    )
    assert not networks.find("8.8.8.8").special


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_with_chinese_headers(tmp_path: Path, encoding: str) -> None:
    file = write(
        tmp_path, "r.csv", "网段,地域,用途\n192.0.2.0/24,大陆,\n\n203.0.113.0/24,中国香港,高防\n".encode(encoding)
    )
    networks = Networks.read(file, source="控制台导出", as_of=date(2026, 11, 1))
    assert [(str(each.network), each.place, each.use) for each in networks.ranges] == [
        ("192.0.2.0/24", "mainland", "server"),
        ("203.0.113.0/24", "hong_kong", "shield"),
    ]
    assert networks.complete is False


def test_json(tmp_path: Path) -> None:
    data = {"source": "s", "as_of": "2026-11-01", "ranges": [{"prefix": "2001:db8::/32", "place": "overseas"}]}
    assert Networks.read(write(tmp_path, "r.json", json.dumps(data))).find("2001:db8::1").place == "overseas"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("r.txt", "x", "ranges_kind"),
        ("r.json", "{", "ranges_broken"),
        ("r.json", "[" * 50_000, "ranges_broken"),
        ("r.json", "[]", "ranges_broken"),
        ("r.json", '{"source":"s","as_of":"2026-11-01","ranges":[3]}', "ranges_broken"),
        ("r.json", '{"source":"s","as_of":"1.11.","ranges":[]}', "ranges_date"),
        ("r.json", '{"ranges":[]}', "ranges_origin"),
        ("r.toml", "source='s'\nas_of=2026-11-01\n", "ranges_empty"),
        ("r.toml", "source=", "ranges_broken"),
        ("r.csv", "a,b\n1,2\n", "ranges_columns"),
        ("r.csv", "prefix,place\n192.0.2.1/24,cn\n", "ranges_prefix"),
        ("r.csv", "prefix,place\nall,cn\n", "ranges_prefix"),
        ("r.csv", "prefix,place\n192.0.2.0/24,moon\n", "ranges_place"),
        ("r.csv", "prefix,place,use\n192.0.2.0/24,cn,fun\n", "ranges_use"),
        ("r.csv", "prefix,place\n192.0.2.0/24,cn\n192.0.2.0/24,hk\n", "ranges_twice"),
        ("r.csv", b"prefix,place\n\xff\xfe", "ranges_broken"),
    ],
)
def test_unclear_lists_are_refused(tmp_path: Path, name: str, content: str | bytes, code: str) -> None:
    beside = {"source": "s", "as_of": date(2026, 11, 1)} if name.endswith("csv") else {}
    with pytest.raises(UserError, match=f"checks.{code}"):
        Networks.read(write(tmp_path, name, content), **beside)  # type: ignore[arg-type]


def test_a_list_without_origin_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="ranges_origin"):
        Networks.read(write(tmp_path, "r.csv", "prefix,place\n192.0.2.0/24,cn\n"))
    with pytest.raises(UserError, match="ranges_unreadable"):
        Networks.read(tmp_path / "absent.csv")


def test_search_agrees_with_looking_at_every_range() -> None:
    dice = random.Random(7)
    ranges = {}
    for _ in range(300):
        length = dice.randrange(8, 31)
        network = ipaddress.ip_network((dice.getrandbits(32) & 0xFFFF0000 | dice.getrandbits(16), length), strict=False)
        ranges[network] = Range(network, dice.choice(("mainland", "hong_kong", "overseas")), "server")
    networks = Networks(ranges.values())
    edges = [each.network_address + d for each in ranges for d in (-1, 0, 1) if int(each.network_address) > 0]
    edges += [each.broadcast_address + 1 for each in ranges if int(each.broadcast_address) < 2**32 - 1]
    for address in edges:
        holding = [each for each in ranges if address in each]
        narrowest = max(holding, key=lambda each: each.prefixlen, default=None)
        assert networks.find(str(address)).network == (str(narrowest) if narrowest else "")


def test_nothing_is_shipped_without_a_source() -> None:
    shipped = Networks.shipped()
    assert not shipped or (shipped.source and shipped.as_of)
    assert shipped.complete is bool(shipped)
