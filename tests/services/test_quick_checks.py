"""The short ways let nothing through that the rules refuse, and change nothing that the rules would change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.rules.certificates import CertificateType, check_certificate
from app.rules.contacts import check_email, check_phone
from app.rules.domains import parse_domain
from app.rules.filing_numbers import parse_filing_number
from app.rules.names import check_name
from app.services import quick_checks


def outcome(check: Callable[[], object]) -> object:
    try:
        return check()
    except UserError as error:
        return error.code


@given(st.one_of(st.from_regex(r"\A1[3-9][0-9]{9}\Z"), st.text("0123456789-+ ", max_size=14)))
def test_phones(text: str) -> None:
    assert outcome(lambda: quick_checks.phone(text)) == outcome(lambda: check_phone(text))


@given(st.one_of(st.from_regex(r"\A[a-z0-9._+-]{1,9}@[a-z0-9.-]{1,12}\.[a-z]{1,5}\Z"), st.text("a.@-9", max_size=14)))
def test_emails(text: str) -> None:
    assert outcome(lambda: quick_checks.email(text)) == outcome(lambda: check_email(text))


@given(st.text("示例甲·.．（）() Az0𬭎㛃\ue863\u200b　", max_size=12), st.sampled_from(["individual", "unit", "site"]))
def test_names(text: str, kind: str) -> None:
    assert outcome(lambda: quick_checks.name(text, kind)) == outcome(lambda: check_name(text, kind=kind))


@given(st.from_regex(r"\A[京粤川火x]?ICP备[0-9]{7,11}号?(-[0-9]{1,5}[AXKB]?)?\Z"))
def test_filing_numbers(text: str) -> None:
    assert outcome(lambda: quick_checks.filing_number(text)) == outcome(lambda: parse_filing_number(text))
    found = outcome(lambda: parse_filing_number(text))
    if not isinstance(found, str):
        assert quick_checks.subject_text(found) == str(found.subject)  # type: ignore[arg-type]


@given(st.from_regex(r"\A[a-z0-9-]{1,9}\.(com|net|org|top|xyz|vip|cn|com\.cn|net\.cn|org\.cn|gd\.cn|中国)\Z"))
def test_domains(text: str) -> None:
    assert outcome(lambda: quick_checks.domain(text)) == outcome(lambda: parse_domain(text))


@given(
    st.integers(1870, 2100),
    st.integers(0, 13),
    st.integers(0, 32),
    st.integers(0, 9999),
    st.sampled_from("0123456789Xx"),
)
def test_identity_cards(year: int, month: int, day: int, order: int, check: str) -> None:
    number = f"110101{year:04d}{month:02d}{day:02d}{order % 1000:03d}{check}"
    assert outcome(lambda: quick_checks.certificate("id_card", number)) == outcome(
        lambda: check_certificate(CertificateType.ID_CARD, number)
    )


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXYIO", min_size=17, max_size=17))
def test_credit_codes(body: str) -> None:
    for check in "0123456789ABCDEFGHJKLMNPQRTUWXYIO":
        number = body + check
        assert outcome(lambda number=number: quick_checks.certificate("credit_code", number)) == outcome(
            lambda number=number: check_certificate(CertificateType.CREDIT_CODE, number)
        )


def test_the_good_ones_take_the_short_way(id_number: Callable[[int], str], credit_code: Callable[[int], str]) -> None:
    assert quick_checks.certificate("id_card", id_number(7)) == id_number(7)
    assert quick_checks.certificate("credit_code", credit_code(7)) == credit_code(7)
    with pytest.raises(UserError):
        quick_checks.certificate("credit_code", credit_code(7)[:-1] + "I")
