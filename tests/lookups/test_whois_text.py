"""Recorded answers of registries, in their documented formats and with fictional holders."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lookups.registered import Known, Registration, date_of, holder_of
from app.lookups.whois_text import read_whois

RECORDED = Path(__file__).parent / "recorded"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def wire(text: str) -> str:
    return ".".join(each if each.isascii() else "xn--" + each.encode("punycode").decode() for each in text.split("."))


def read(name: str, domain: str) -> Registration:
    raw = (RECORDED / name).read_bytes()
    return read_whois(raw, wire(domain), server="whois.example", asked_at=NOW)


ANSWERS = [
    ("cn.whois", "shili.cn", "示例科技（北京）有限公司", "示例域名注册有限公司", "2016-03-21", "2027-03-21"),
    (
        "com.cn.gb18030.whois",
        "shili.com.cn",
        "示例䶮𠅤贸易有限公司",
        "样例信息技术有限公司",
        "2016-03-21",
        "2027-03-21",
    ),
    ("xn--fiqs8s.whois", "示例.中国", "张示例", "示例域名注册有限公司", "2016-03-21", "2027-03-21"),
    # 16:30 in Greenwich is the next day in China.
    ("xn--55qx5d.whois", "示例.公司", "示例网络公司", "Example Registrar Co., Ltd.", "2018-05-02", "2027-05-03"),
    ("xn--io0a7i.whois", "示例.网络", "redacted", "Example Registrar Co., Ltd.", "2018-05-02", "2027-05-03"),
    ("com.registry.whois", "shili-example.com", "not_said", "Example Registrar, Inc.", "2009-11-25", "2027-11-25"),
    (
        "com.registrar.gb18030.whois",
        "shili-example.com",
        "上海示例文化传播有限公司",
        "示例注册商",
        "2009-11-25",
        "2027-11-25",
    ),
    ("net.whois", "shili-example.net", "not_said", "Example Registrar, Inc.", "2009-11-25", "2026-10-02"),
    (
        "org.whois",
        "shili-example.org",
        "Guangzhou Shili Example Co., Ltd.",
        "Example Registrar Ltd",
        "2015-01-31",
        "2027-02-01",
    ),
    ("info.whois", "shili-example.info", "redacted", "Example Registrar Ltd", "2015-01-31", "2027-02-01"),
    ("top.whois", "shili-example.top", "广州示例贸易有限公司", "Example (China) Registrar", "2015-01-31", "2026-12-01"),
    ("xyz.whois", "shili-example.xyz", "redacted", "Example Registrar Ltd", "2015-01-31", "2027-02-01"),
    (
        "vip.whois",
        "shili-example.vip",
        "深圳市示例电子商务有限公司",
        "示例注册商（深圳）有限公司",
        "2015-01-31",
        "2027-02-01",
    ),
    ("shop.whois", "shili-example.shop", "not_said", "Example Registrar Ltd", "2015-01-31", "2026-11-23"),
    ("wang.whois", "shili-example.wang", "not_said", "示例注册商", "2015-01-31", "2027-02-01"),
    ("xin.whois", "shili-example.xin", "示例（杭州）信息技术有限公司", "示例注册商", "2015-01-31", "2027-02-01"),
    ("club.whois", "shili-example.club", "redacted", "Example Registrar Ltd", "2015-01-31", "2027-02-01"),
    ("cc.whois", "shili-example.cc", "Example Unit", "Example Registrar Ltd", "2015-01-31", "2027-02-01"),
    ("tv.whois", "shili-example.tv", "not_said", "Example Registrar Ltd", "2015-01-31", "2027-02-01"),
    ("me.whois", "shili-example.me", "proxy", "Example Registrar Ltd", "2015-01-31", "2027-02-01"),
    (
        "hk.whois",
        "shili-example.hk",
        "示例（香港）有限公司",
        "Example Registrar HK Limited",
        "2012-06-15",
        "2027-06-15",
    ),
    ("tw.whois", "shili-example.tw", "示例股份有限公司", "EXAMPLE-TW", "2011-08-09", "2027-08-09"),
    ("jp.whois", "shili-example.jp", "Shili Example K.K.", None, "2014-02-03", "2027-02-28"),
    (
        "kr.whois",
        "shili-example.kr",
        "Shili Example Inc.",
        "Example Agency(http://example.com)",
        "2013-07-01",
        "2027-07-01",
    ),
    ("de.whois", "shili-example.de", "not_said", None, None, None),
    ("uk.whois", "shili-example.co.uk", "not_said", "Example Registrar Ltd", "2012-12-10", "2027-12-10"),
]


@pytest.mark.parametrize(
    ("file", "domain", "holder", "registrar", "created", "expires"), ANSWERS, ids=[a[0] for a in ANSWERS]
)
def test_a_recorded_answer(
    file: str, domain: str, holder: str, registrar: str | None, created: str | None, expires: str | None
) -> None:
    told = read(file, domain)
    assert (told.known, told.why) == (Known.FACT, "")
    assert (told.holder.value or told.holder.why) == holder
    assert told.registrar.value == registrar
    assert told.created.value == (date.fromisoformat(created) if created else None)
    assert told.expires.value == (date.fromisoformat(expires) if expires else None)
    assert told.lines or file == "de.whois"


def test_recordings_cover_at_least_fifteen_suffixes() -> None:
    assert len({domain.split(".", 1)[1] for _, domain, *_ in ANSWERS}) >= 15


def test_states_that_an_agent_should_look_at() -> None:
    assert read("com.cn.gb18030.whois", "shili.com.cn").hints == ("server_hold",)
    assert read("net.whois", "shili-example.net").hints == ("redemption",)
    assert read("xyz.whois", "shili-example.xyz").hints == ("server_hold", "privacy")
    assert read("com.registry.whois", "shili-example.com").referral == "whois.registrar.example.com"


def test_an_answer_about_another_name_is_no_answer() -> None:
    told = read("cn.whois", "anders.cn")
    assert (told.known, told.why) == (Known.UNKNOWN, "another_name")


@pytest.mark.parametrize(
    "text",
    [
        "No matching record.\r\n",
        ('No match for domain "SHILI-EXAMPLE.COM".\r\n>>> Last update of whois database: 2026-11-22T08:33:11Z <<<\r\n\r\n'
        "NOTICE: queries over the limit are blocked.\r\n"),
        "Domain not found.\r\n>>> Last update of WHOIS database: 2026-11-22T08:33:11Z <<<\r\n",
        "The queried object does not exist: DOMAIN NOT FOUND\r\n",
        "NOT FOUND\r\n",
        "No Data Found\r\n",
        "[ JPRS database provides information. ]\r\nNo match!!\r\n",
        "% Terms\r\nDomain: shili-example.com\r\nStatus: free\r\n",
        "The domain has not been registered.\r\n",
        "\r\n    No match for \"shili-example.com\".\r\n\r\n    This domain name has not been registered.\r\n",
    ],
)  # fmt: skip
def test_the_registry_says_that_it_is_free(text: str) -> None:
    told = read_whois(text.encode(), "shili-example.com", server="s", asked_at=NOW)
    assert told.known is Known.ABSENT


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b"\r\n\r\n", "empty"),
        (b"Queried interval is too short.\r\n", "blocked"),
        (b"Your request exceeded the rate limit, try again later\r\n", "blocked"),
        ("查询过于频繁，请稍后再试\r\n".encode(), "blocked"),
        ("查询过于频繁，请稍后再试\r\n".encode("gb18030"), "blocked"),
        (b"% Query rate limit exceeded. No match can be returned.\r\n", "blocked"),
        (b"Access denied: no match for your address\r\n", "blocked"),
        (b"the Domain Name you apply can not be registered online. Please consult your Domain Name Registrar\r\n", "reserved"),
        (b"<html><body>Hello</body></html>", "unreadable"),
        (b"\x00\xff\x00\xfe" * 50, "unreadable"),
        (b"\xff\xfe\xfd\x81" * 50, "unreadable"),
    ],
)  # fmt: skip
def test_what_says_nothing_stays_unknown(raw: bytes, why: str) -> None:
    told = read_whois(raw, "shili-example.com", server="s", asked_at=NOW)
    assert (told.known, told.why) == (Known.UNKNOWN, why)


def test_a_cut_character_does_not_turn_the_rest_into_others() -> None:
    raw = (RECORDED / "cn.whois").read_bytes()
    name = "示例科技（北京）有限公司".encode()
    broken = raw.replace("示例域名".encode(), "示例域".encode() + b"\xe5\x90")
    assert name in broken
    assert read_whois(broken, "shili.cn", server="s", asked_at=NOW).holder.value == "示例科技（北京）有限公司"


@given(st.binary(max_size=400))
def test_junk_is_never_an_absence(raw: bytes) -> None:
    told = read_whois(b"\x01" + raw, "shili-example.com", server="s", asked_at=NOW)
    assert told.known is Known.UNKNOWN or b"\n" in raw or b"\r" in raw


@pytest.mark.parametrize(
    ("text", "day"),
    [("2027-03-21 10:11:12", "2027-03-21"), ("2026-11-23T15:59:59Z", "2026-11-23"), ("2026-11-23T16:00:00Z", "2026-11-24"),
     ("2026-11-23T23:30:00+0800", "2026-11-23"), ("2026-11-23T00:30:00-05:00", "2026-11-23"), ("20270321", "2027-03-21"),
     ("21-Mar-2027", "2027-03-21"), ("21-03-2027", "2027-03-21"), ("2027/03/21", "2027-03-21"), ("2027年3月1日", "2027-03-01"),
     ("2013. 07. 01.", "2013-07-01")],
)  # fmt: skip
def test_dates_as_registries_write_them(text: str, day: str) -> None:
    assert date_of(text).value == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["before Aug-1996", "2027-13-40", "soon", "99999999"])
def test_what_is_no_date_is_unknown(text: str) -> None:
    assert (date_of(text).known, date_of(text).why) == (Known.UNKNOWN, "unreadable")


@pytest.mark.parametrize(
    ("text", "why"),
    [("REDACTED FOR PRIVACY", "redacted"), ("Data Protected", "redacted"), ("张**", "redacted"), ("注册信息已隐私保护", "redacted"),
     ("Whois Privacy Example", "proxy"), ("Domains By Proxy, LLC", "proxy"), ("", "not_said"), ("N/A", "not_said"), ("--", "not_said")],
)  # fmt: skip
def test_masks_are_nobody(text: str, why: str) -> None:
    assert (holder_of(text).known, holder_of(text).why) == (Known.UNKNOWN, why)
