"""Filing numbers: one canonical writing, noise removed, meaning never changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.rules.filing_numbers import (
    FilingNumber,
    NumberKind,
    ServiceKind,
    parse_filing_number,
)
from app.rules.prefixes import LETTER_MEANT, PROVINCE_OF_LETTER

DIGITS = st.one_of(st.from_regex(r"[0-9]{8}", fullmatch=True), st.from_regex(r"[0-9]{10}", fullmatch=True))
SERVICES = st.one_of(
    st.tuples(st.none(), st.none()), st.tuples(st.integers(1, 9999), st.sampled_from(list(ServiceKind)))
)
FILINGS = st.builds(
    lambda letter, digits, service: FilingNumber(letter, NumberKind.ICP_FILING, digits, *service),
    st.sampled_from(list(PROVINCE_OF_LETTER)),
    DIGITS,
    SERVICES,
)
LICENCES = st.builds(
    lambda letter, digits: FilingNumber(letter, NumberKind.ICP_LICENCE, digits),
    st.sampled_from(list(PROVINCE_OF_LETTER)),
    st.from_regex(r"[0-9]{6}", fullmatch=True),
)
VALUE_ADDED = st.builds(
    lambda letter, category, digits: FilingNumber(letter, NumberKind.VALUE_ADDED_LICENCE, digits, category=category),
    st.sampled_from(["", *PROVINCE_OF_LETTER]),
    st.sampled_from(["B2", "B1", "B1.B2", "A2.B1.B2"]),
    st.from_regex(r"[0-9]{8}", fullmatch=True),
)
FULL_WIDTH = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})


def code_of(text: str) -> str:
    with pytest.raises(UserError) as raised:
        parse_filing_number(text)
    return raised.value.code


@given(st.one_of(FILINGS, LICENCES, VALUE_ADDED))
def test_written_and_read_again_is_the_same(number: FilingNumber) -> None:
    assert parse_filing_number(str(number)) == number


@given(
    FILINGS,
    st.sampled_from(["", "备案号：", "备案号:", "ICP备案号： ", "ICP备案/许可证号:", "网站备案号 ", "主体备案编号："]),
    st.sampled_from([str, str.lower, lambda text: text.translate(FULL_WIDTH)]),
    st.sampled_from([" ", "\u3000", "\t", "\u200b", "\ufeff", "\n"]),
    st.sampled_from("-－‐‑–—―−"),
    st.booleans(),
    st.sampled_from(["", "。", "，", " ;"]),
)
def test_noise_does_not_matter(number, label, writing, space, dash, hao, tail) -> None:
    text = str(number) if hao else str(number).replace("号", "")
    noisy = space.join(writing(text)).replace("-", dash).replace("－", dash)
    assert parse_filing_number(f"{label}{space}{noisy}{tail}") == number


@given(st.text(max_size=250))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        number = parse_filing_number(text)
    except UserError as error:
        assert error.code.startswith("rules.")
    else:
        assert parse_filing_number(str(number)) == number


@pytest.mark.parametrize(
    ("text", "canonical", "province", "kind"),
    [
        ("京ICP备12345678号", "京ICP备12345678号", "beijing", None),
        ("粤ICP备2021123456号-12", "粤ICP备2021123456号-12", "guangdong", ServiceKind.SITE),
        ("蜀icp备12345678-2a", "蜀ICP备12345678号-2A", "sichuan", ServiceKind.APP),
        ("黔ICP备12345678号-3X", "黔ICP备12345678号-3X", "guizhou", ServiceKind.MINI_PROGRAM),
        ("滇ICP備12345678號-4K", "滇ICP备12345678号-4K", "yunnan", ServiceKind.QUICK_APP),
        ("京ICP备12345678号一1", "京ICP备12345678号-1", "beijing", ServiceKind.SITE),
        ("京ICP证030173号", "京ICP证030173号", "beijing", None),
        ("浙B2-20080101", "浙B2-20080101", None, None),
        ("浙B2-20080101-4", "浙B2-20080101-4", None, ServiceKind.SITE),
        ("A2.B1.B2－20100001", "A2.B1.B2-20100001", None, None),
    ],
)
def test_known_writings(text, canonical, province, kind) -> None:
    number = parse_filing_number(text)
    assert (str(number), number.province, number.service_kind) == (canonical, province, kind)


def test_the_subject_is_the_number_without_its_suffix() -> None:
    number = parse_filing_number("京ICP备12345678号-2A")
    assert not number.is_subject
    assert str(number.subject) == "京ICP备12345678号"
    assert number.subject.is_subject


@pytest.mark.parametrize(("wrong", "right"), LETTER_MEANT.items())
def test_a_wrong_letter_is_named_with_the_right_one_and_not_changed(wrong: str, right: str) -> None:
    with pytest.raises(UserError) as raised:
        parse_filing_number(f"{wrong}ICP备12345678号")
    assert raised.value.code == "rules.filing_number_wrong_letter"
    assert (raised.value.facts["letter"], raised.value.facts["expected"]) == (wrong, right)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "rules.filing_number_empty"),
        ("备案号：", "rules.filing_number_empty"),
        ("浙ICP备1234567号", "rules.filing_number_digits"),
        ("京ICP备123456789号", "rules.filing_number_digits"),
        ("ICP备12345678号", "rules.filing_number_no_letter"),
        ("东ICP备12345678号", "rules.filing_number_unknown_letter"),
        ("京ICP备12345678号-0", "rules.filing_number_suffix"),
        ("京ICP备12345678号-2B", "rules.filing_number_suffix"),
        ("京公网安备 11010802020134号", "rules.filing_number_police"),
        ("京ICP证0301号", "rules.licence_number_digits"),
        ("没有备案", "rules.filing_number_unclear"),
        ("京" * 500, "rules.filing_number_unclear"),
    ],
)
def test_what_is_unclear_is_refused_by_name(text: str, code: str) -> None:
    assert code_of(text) == code


def test_an_identity_number_pasted_here_is_not_repeated() -> None:
    with pytest.raises(UserError) as raised:
        parse_filing_number("110101199003070011")
    assert "1990" not in str(dict(raised.value.facts))
