"""Telephone numbers and mail addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.rules.contacts import check_email, check_mobile, check_phone, mask_email, mask_phone


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("13800138000", "13800138000"),
        ("+86 138-0013-8000", "13800138000"),
        ("0086 13800138000", "13800138000"),
        ("１３８００１３８０００", "13800138000"),
        ("013800138000", "13800138000"),
        ("0531-82092828", "0531-82092828"),
        ("(0531) 8209 2828", "0531-82092828"),
        ("86-10-66411166", "010-66411166"),
        ("021-6266-6666", "021-62666666"),
        ("0531—82092828", "0531-82092828"),
        ("0531-82092828-801", "0531-82092828-801"),
        ("0531-82092828转801", "0531-82092828-801"),
        ("4008101234", "400-810-1234"),
    ],
)
def test_numbers_come_out_as_they_are_written(text: str, written: str) -> None:
    assert check_phone(text) == written
    assert check_phone(written) == written


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "rules.phone_empty"),
        ("+852 2345 6789", "rules.phone_foreign"),
        ("82092828", "rules.phone_no_area_code"),
        ("1380013800", "rules.phone_unclear"),
        ("12800138000", "rules.phone_unclear"),
        ("电话", "rules.phone_unclear"),
    ],
)
def test_what_cannot_be_rung_is_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(UserError) as raised:
        check_phone(text)
    assert raised.value.code == code


def test_a_land_line_is_no_mobile() -> None:
    assert check_mobile("138 0013 8000") == "13800138000"
    with pytest.raises(UserError) as raised:
        check_mobile("0531-82092828")
    assert raised.value.code == "rules.mobile_needed"


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_every_mobile_block_is_taken_and_masked(mobile: str) -> None:
    assert check_mobile(mobile) == mobile
    assert mask_phone(mobile) == f"{mobile[:3]}****{mobile[-4:]}"


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    for check in (check_phone, check_email):
        try:
            written = check(text)
        except UserError as error:
            assert error.code.startswith("rules.")
        else:
            assert check(written) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [(" Zhang.San@Example.COM ", "Zhang.San@example.com"), ("a+b@示例.中国", "a+b@示例.中国")],
)
def test_addresses_are_kept(text: str, written: str) -> None:
    assert check_email(text) == written


@pytest.mark.parametrize(
    "text", ["zhang", "@example.com", "a@example", "a@@example.com", "a b@example.com", "a@-x.com", "a@1.2"]
)
def test_addresses_that_cannot_be_right_are_refused(text: str) -> None:
    with pytest.raises(UserError) as raised:
        check_email(text)
    assert raised.value.code == "rules.email_unclear"


def test_masks() -> None:
    assert mask_phone("0531-82092828") == "0531-****2828"
    assert mask_phone("12345") == "*****"
    assert mask_email("zhangsan@example.com") == "z***@example.com"
    assert mask_email("nothing") == "***"
