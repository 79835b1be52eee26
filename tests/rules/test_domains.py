"""Domains: from whatever was pasted to the registered name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.rules.domains import parse_domain


@pytest.mark.parametrize(
    ("text", "registrable", "suffix"),
    [
        ("example.com", "example.com", "com"),
        ("HTTPS://www.Example.com:8080/a?b#c", "example.com", "com"),
        ("//a.b.example.com.cn/", "example.com.cn", "com.cn"),
        ("someone@mail.example.cn", "example.cn", "cn"),
        ("example.com.", "example.com", "com"),
        ("www.示例。中国", "示例.中国", "中国"),
        ("ｅｘａｍｐｌｅ．ｃｏｍ", "example.com", "com"),
        ("xn--fsq092h.xn--fiqs8s", "示例.中国", "中国"),
        ("www.示例.政务.cn", "示例.政务.cn", "政务.cn"),
        ("示例.公司", "示例.公司", "公司"),
        ("user.github.io", "github.io", "io"),
        ("stra\u00dfe.example.com", "example.com", "com"),
        ("示\u200b例.中国", "示例.中国", "中国"),
        ("ÉXAMPLE.com", "éxample.com", "com"),
        ("XN--FSQ092H.XN--FIQS8S", "示例.中国", "中国"),
        ("example.com．", "example.com", "com"),
    ],
)
def test_the_registered_name_is_found(text: str, registrable: str, suffix: str) -> None:
    domain = parse_domain(text)
    assert (domain.registrable_unicode, domain.suffix) == (registrable, suffix)
    assert domain.ascii.isascii()
    again = parse_domain(domain.registrable_ascii)
    assert again.is_registrable
    assert again.registrable_unicode == registrable


def test_names_below_the_registered_one_are_told_apart() -> None:
    assert parse_domain("example.com").is_registrable
    assert not parse_domain("www.example.com").is_registrable
    assert parse_domain("a.示例.中国").top_level == "中国"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  ", "rules.domain_empty"),
        ("localhost", "rules.domain_no_suffix"),
        ("com.cn", "rules.domain_is_suffix"),
        ("政务.cn", "rules.domain_is_suffix"),
        ("http://192.0.2.1:80/", "rules.domain_is_address"),
        ("[2001:db8::1]", "rules.domain_is_address"),
        ("*.example.com", "rules.domain_wildcard"),
        ("example.com、example.cn", "rules.domain_several"),
        ("example.notatld", "rules.domain_unknown_suffix"),
        ("a_b.example.com", "rules.domain_unclear"),
        ("-a.com", "rules.domain_unclear"),
        ("a" * 64 + ".com", "rules.domain_unclear"),
        ("a" * 3000, "rules.domain_unclear"),
        (".".join(["a" * 60] * 5) + ".com", "rules.domain_unclear"),
        ("xn--.com", "rules.domain_unclear"),
        ("xn--a.com", "rules.domain_unclear"),
        ("xn--99999999999.com", "rules.domain_unclear"),
        ("ab--cd.com", "rules.domain_unclear"),
        ("示例..中国", "rules.domain_unclear"),
        ("\u0301a.com", "rules.domain_unclear"),
    ],
)
def test_what_is_no_domain_is_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(UserError) as raised:
        parse_domain(text)
    assert raised.value.code == code


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        domain = parse_domain(text)
    except UserError as error:
        assert error.code.startswith("rules.")
    else:
        assert parse_domain(domain.ascii) == domain
