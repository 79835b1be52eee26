"""RDAP and WHOIS servers on 127.0.0.1: who is asked, in which order, and what is made of trouble."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.lookups.rdap_text import read_rdap
from app.lookups.registered import Known, Registration
from app.lookups.registration import RegistrationLimits, RegistrationLookups
from app.lookups.registries import Registries, WhoisServer, rdap_server, whois_server

RECORDED = Path(__file__).parent / "recorded"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
QUICK = RegistrationLimits(seconds=0.5, per_second=1000, system_proxy=False)


def card(fn: str, org: str = "") -> list[Any]:
    return [
        "vcard",
        [["version", {}, "text", "4.0"], ["fn", {}, "text", fn], *([["org", {}, "text", org]] if org else [])],
    ]


def rdap(domain: str = "shili-example.com", **more: Any) -> bytes:
    data: dict[str, Any] = {
        "rdapConformance": ["rdap_level_0"],
        "objectClassName": "domain",
        "ldhName": domain.upper(),
        "status": ["client transfer prohibited"],
        "events": [
            {"eventAction": "registration", "eventDate": "2009-11-24T17:00:00Z"},
            {"eventAction": "expiration", "eventDate": "2027-11-24T17:00:00Z"},
        ],
        "entities": [
            {"objectClassName": "entity", "roles": ["registrar"], "vcardArray": card("示例注册商")},
            {
                "objectClassName": "entity",
                "roles": ["registrant"],
                "vcardArray": card("李样例", "上海示例文化传播有限公司"),
            },
        ],
    }
    return json.dumps(data | more, ensure_ascii=False).encode()


def told(body: bytes, status: int = 200, domain: str = "shili-example.com") -> Registration:
    return read_rdap(body, status, domain, server="s", asked_at=NOW)


def test_an_rdap_answer_is_read() -> None:
    answer = told(rdap())
    assert answer.known is Known.FACT
    assert answer.holder.value == "上海示例文化传播有限公司"
    assert answer.registrar.value == "示例注册商"
    assert (answer.created.value, answer.expires.value) == (date(2009, 11, 25), date(2027, 11, 25))


@pytest.mark.parametrize(
    ("body", "status", "known", "why"),
    [
        (b'{"errorCode":404,"title":"Not Found"}', 404, Known.ABSENT, "not_registered"),
        (b"<html>404</html>", 404, Known.UNKNOWN, "unreadable"),
        (b"", 404, Known.UNKNOWN, "unreadable"),
        (b"{}", 429, Known.UNKNOWN, "blocked"),
        (b"{}", 403, Known.UNKNOWN, "blocked"),
        (b"{}", 500, Known.UNKNOWN, "server_error"),
        (b"", 200, Known.UNKNOWN, "empty"),
        (b"{}", 200, Known.UNKNOWN, "unreadable"),
        (b"[1,2", 200, Known.UNKNOWN, "unreadable"),
        (b"[" * 100_000, 200, Known.UNKNOWN, "unreadable"),
        (b'{"errorCode":429,"title":"slow down"}', 200, Known.UNKNOWN, "blocked"),
        (rdap("another.com"), 200, Known.UNKNOWN, "another_name"),
    ],
)
def test_what_rdap_does_not_say_stays_unknown(body: bytes, status: int, known: Known, why: str) -> None:
    assert (told(body, status).known, told(body, status).why) == (known, why)


@pytest.mark.parametrize(
    "more",
    [
        {
            "entities": [{"roles": ["registrant"], "vcardArray": card("")}],
            "redacted": [{"name": {"type": "Registrant Name"}}],
        },
        {"entities": [{"roles": ["registrant"], "vcardArray": card("REDACTED FOR PRIVACY")}]},
        {"entities": [{"roles": ["registrant"], "remarks": [{"title": "REDACTED FOR PRIVACY"}]}]},
    ],
)
def test_a_redacted_holder_is_unknown(more: dict[str, Any]) -> None:
    answer = told(rdap(**more))
    assert (answer.known, answer.holder.known, answer.holder.why) == (Known.FACT, Known.UNKNOWN, "redacted")
    assert answer.hints == ("privacy",)


@pytest.mark.parametrize(
    "more",
    [{"entities": "x"}, {"entities": [3, {"roles": "registrant", "vcardArray": 5}]}, {"events": {}, "status": "ok"}],
)
def test_odd_shapes_do_not_matter(more: dict[str, Any]) -> None:
    assert told(rdap(**more)).known is Known.FACT


@pytest.fixture
def look(whois_server: Any, rdap_server: Any) -> Callable[..., tuple[list[Registration], list[str]]]:
    def go(
        domain: str,
        *,
        whois: dict[str, Any],
        rdap: dict[str, Any] | None = None,
        referred: dict[str, Any] | None = None,
    ) -> Any:
        async def work() -> Any:
            async with (
                whois_server(whois) as (port, asked),
                rdap_server(rdap or {}) as base,
                whois_server(referred or {}) as (other, other_asked),
            ):
                suffix = domain.rpartition(".")[2]
                registries = Registries(
                    {suffix: WhoisServer("127.0.0.1", port)} if whois else {}, {suffix: base} if rdap else {}
                )
                lookups = RegistrationLookups(
                    registries, limits=QUICK, clock=lambda: NOW, referred=lambda host: WhoisServer("127.0.0.1", other)
                )
                async with lookups:
                    return list(await lookups.ask(domain)), asked + other_asked

        return asyncio.run(work())

    return go


def test_rdap_alone_when_it_tells_enough(look: Any) -> None:
    answers, asked = look(
        "shili-example.com", whois={"shili-example.com": b""}, rdap={"/domain/shili-example.com": (200, rdap())}
    )
    assert [answer.protocol for answer in answers] == ["rdap"]
    assert asked == []
    assert answers[0].asked_at == NOW


def test_whois_when_rdap_hides_the_holder(look: Any) -> None:
    hidden = rdap(entities=[{"roles": ["registrant"], "vcardArray": card("REDACTED")}])
    answers, _ = look(
        "shili-example.com",
        whois={"shili-example.com": (RECORDED / "com.registrar.gb18030.whois").read_bytes()},
        rdap={"/domain/shili-example.com": (200, hidden)},
    )
    assert [answer.holder.value for answer in answers] == [None, "上海示例文化传播有限公司"]


def test_the_registrar_is_asked_where_the_registry_refers(look: Any) -> None:
    answers, asked = look(
        "shili-example.com",
        whois={"shili-example.com": (RECORDED / "com.registry.whois").read_bytes()},
        referred={"shili-example.com": (RECORDED / "com.registrar.gb18030.whois").read_bytes()},
    )
    assert [answer.holder.value for answer in answers] == [None, "上海示例文化传播有限公司"]
    assert asked == ["shili-example.com"] * 2


def test_a_broken_rdap_server_does_not_keep_whois_from_answering(look: Any) -> None:
    for broken in ((500, b"oops"), None):
        answers, _ = look(
            "shili.cn",
            whois={"shili.cn": (RECORDED / "cn.whois").read_bytes()},
            rdap={"/domain/shili.cn": broken},
        )
        assert [answer.known for answer in answers] == [Known.UNKNOWN, Known.FACT]


@pytest.mark.parametrize(
    ("answers", "known", "why"),
    [
        (
            {"/domain/shili.cn": "/rdap/domain/shili.cn", "/rdap/domain/shili.cn": (200, rdap("shili.cn"))},
            Known.FACT,
            "",
        ),
        ({"/domain/shili.cn": "/domain/shili.cn"}, Known.UNKNOWN, "server_error"),
        ({"/domain/shili.cn": "ftp://127.0.0.1/x"}, Known.UNKNOWN, "server_error"),
        ({"/domain/shili.cn": (429, b"")}, Known.UNKNOWN, "blocked"),
    ],
)
def test_rdap_that_sends_on_or_refuses(look: Any, answers: dict[str, Any], known: Known, why: str) -> None:
    (first, *_), _ = look("shili.cn", whois={}, rdap=answers)
    assert (first.protocol, first.known, first.why) == ("rdap", known, why)


def test_a_server_that_never_answers_is_a_time_out(look: Any) -> None:
    answers, _ = look("shili.cn", whois={"shili.cn": None})
    assert [(answer.known, answer.why) for answer in answers] == [(Known.UNKNOWN, "timeout")]


def test_nobody_there_is_unreachable(unused_port: int) -> None:
    async def work() -> Any:
        registries = Registries(
            {"cn": WhoisServer("127.0.0.1", unused_port)}, {"cn": f"http://127.0.0.1:{unused_port}/"}
        )
        async with RegistrationLookups(registries, limits=QUICK) as lookups:
            return await lookups.ask("shili.cn")

    assert [answer.why for answer in asyncio.run(work())] == ["unreachable", "unreachable"]


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_an_unknown_suffix_is_not_asked_about(look: Any) -> None:
    answers, _ = look("shili.example", whois={})
    assert [(answer.known, answer.why) for answer in answers] == [(Known.UNKNOWN, "no_server")]


def test_shipped_servers_know_the_suffixes_of_filings() -> None:
    shipped = Registries.shipped()
    for domain in (
        "a.cn",
        "a.com.cn",
        "a.xn--fiqs8s",
        "a.xn--55qx5d",
        "a.xn--io0a7i",
        "a.com",
        "a.net",
        "a.top",
        "a.vip",
    ):
        assert shipped.whois_for(domain) is not None, domain
    assert shipped.rdap_for("a.com") == "https://rdap.verisign.com/com/v1/"
    assert shipped.whois_for("a.invalid") is None


def test_a_bootstrap_file_goes_before(tmp_path: Path) -> None:
    file = tmp_path / "dns.json"
    services = [[["com"], ["https://rdap.example/c/"]], [["old"], ["http://plain.example/"]]]
    file.write_text(json.dumps({"publication": "2026-11-01T00:00:00Z", "services": services}))
    found = Registries.shipped().with_bootstrap(file)
    assert (found.rdap_for("a.com"), found.rdap_for("a.old"), found.as_of) == (
        "https://rdap.example/c/",
        None,
        "2026-11-01",
    )
    file.write_text("[]")
    with pytest.raises(UserError, match="bootstrap"):
        Registries.shipped().with_bootstrap(file)


def test_servers_as_people_write_them() -> None:
    assert whois_server("中国=127.0.0.1:4343") == ("xn--fiqs8s", WhoisServer("127.0.0.1", 4343))
    assert rdap_server("com=https://rdap.example/") == ("com", "https://rdap.example/")
    for wrong in ("cn", "=x", "cn=host:port"):
        with pytest.raises(UserError, match="bad_server"):
            whois_server(wrong)
    with pytest.raises(UserError, match="bad_server"):
        rdap_server("com=ftp://x/")
