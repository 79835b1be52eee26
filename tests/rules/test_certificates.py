"""Certificate numbers: check digits and shapes; numbers here are made up for the test."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from app.errors import UserError
from app.rules.certificates import (
    CertificateType,
    birth_date,
    certificate_type_named,
    certificate_types,
    check_certificate,
    label_zh,
    mask,
)

TODAY = date(2026, 11, 23)


def person(region: str, born: str, serial: str) -> str:
    """A number with its check digit by the formula of ISO 7064: powers of two modulo 11."""
    body = region + born + serial
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(body))
    return body + "0123456789X"[(12 - total % 11) % 11]


def code_of(kind: CertificateType, number: str, **given) -> str:
    with pytest.raises(UserError) as raised:
        check_certificate(kind, number, **given)
    assert number.strip() == "" or number not in str(dict(raised.value.facts))
    return raised.value.code


@given(
    st.from_regex(r"[1-8][0-9]{5}", fullmatch=True),
    st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    st.from_regex(r"[0-9]{3}", fullmatch=True),
)
def test_every_place_and_date_with_a_right_check_digit_is_taken(region, born, serial) -> None:
    number = person(region, born.strftime("%Y%m%d"), serial)
    assert check_certificate("id_card", f" {number.lower()} ", today=TODAY) == number
    assert birth_date(number) == born


@given(st.integers(0, 17), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place: int, by: int) -> None:
    number = person("110101", "19900307", "001")
    old = 10 if number[place] == "X" else int(number[place])
    wrong = number[:place] + str((old + by) % 10) + number[place + 1 :]
    if wrong != number:
        assert code_of(CertificateType.ID_CARD, wrong).startswith("rules.certificate_id_card_")


def test_places_that_tables_do_not_know_are_taken() -> None:
    # python-stdnum refuses these: a county renumbered since, an unknown county, a county older than its code
    for region in ("340524", "110223", "999999"):
        number = person(region, "19750101", "001")
        assert check_certificate(CertificateType.ID_CARD, number, today=TODAY) == number


@pytest.mark.parametrize("region", ["810000", "820000", "830000"])
def test_residence_permits_are_taken(region: str) -> None:
    number = person(region, "19900307", "001")
    assert check_certificate(CertificateType.HK_MACAO_TAIWAN_RESIDENCE, number) == number
    assert check_certificate(CertificateType.ID_CARD, number) == number


@pytest.mark.parametrize(
    ("kind", "number", "code"),
    [
        ("id_card", "", "rules.certificate_empty"),
        ("id_card", "1101**********0014", "rules.certificate_masked"),
        ("credit_code", "9137**********000E", "rules.certificate_masked"),
        ("id_card", "110101900307001", "rules.certificate_id_card_old"),
        ("id_card", "1101011990030700", "rules.certificate_id_card_shape"),
        ("id_card", person("110101", "19900231", "001"), "rules.certificate_id_card_birth_date"),
        ("id_card", person("110101", "20300101", "001"), "rules.certificate_id_card_birth_date"),
        ("id_card", person("110101", "17990101", "001"), "rules.certificate_id_card_birth_date"),
        ("hk_macao_taiwan_residence", person("110101", "19900307", "001"), "rules.certificate_not_residence_permit"),
        ("credit_code", "110000012345678", "rules.certificate_licence_old"),
        ("credit_code", "123456789", "rules.certificate_is_organization_code"),
        ("credit_code", "91350100M000100Y4", "rules.certificate_credit_code_shape"),
        ("credit_code", "91350100M000I00Y43", "rules.certificate_credit_code_letters"),
        ("credit_code", "91350100M00010#Y43", "rules.certificate_credit_code_signs"),
        ("credit_code", "91350100M000100Y44", "rules.certificate_credit_code_check_digit"),
        ("organization_code", "1234567", "rules.certificate_organization_code_shape"),
        ("organization_code", "D2143569-0", "rules.certificate_organization_code_check_digit"),
        ("passport", "护照一号", "rules.certificate_shape"),
        ("hk_macao_permit", "A12345678", "rules.certificate_shape"),
        ("taiwan_permit", "1234567", "rules.certificate_shape"),
        ("military_code", "x" * 61, "rules.certificate_shape"),
    ],
)
def test_what_cannot_be_right_is_refused_by_name(kind: str, number: str, code: str) -> None:
    assert code_of(CertificateType(kind), number, today=TODAY) == code


@pytest.mark.parametrize(
    ("kind", "number", "written"),
    [
        ("credit_code", " 91350100m000100y43 ", "91350100M000100Y43"),
        ("credit_code", "９１３５０１００Ｍ０００１００Ｙ４３", "91350100M000100Y43"),
        ("organization_code", "d2143569x", "D2143569-X"),
        ("organization_code", "D2143569－X", "D2143569-X"),
        ("passport", "e12345678", "E12345678"),
        ("hk_macao_permit", "H12345678", "H12345678"),
        ("taiwan_permit", "12345678", "12345678"),
        ("foreign_residence", "ABC123456789012", "ABC123456789012"),
        ("business_licence_old", "110000012345678", "110000012345678"),
        ("social_organization", "社证字第1234号", "社证字第1234号"),
        ("military_code", "12345部队", "12345部队"),
    ],
)
def test_the_usual_writing_comes_out(kind: str, number: str, written: str) -> None:
    assert check_certificate(kind, number) == written


@pytest.mark.parametrize("opening", ["N2", "Y1", "A1", "G1"])
def test_credit_codes_that_open_with_a_letter_are_taken(opening: str) -> None:
    body = f"{opening}350100MA0001000"
    code = body + uscc.calc_check_digit(body)
    assert check_certificate("credit_code", code) == code
    assert check_certificate("institution_licence", code) == code


def test_every_certificate_has_its_subject_kind_and_label() -> None:
    people, units = certificate_types("individual"), certificate_types("unit")
    assert (people[0], units[0]) == (CertificateType.ID_CARD, CertificateType.CREDIT_CODE)
    assert sorted(people + units) == sorted(CertificateType)
    assert len({label_zh(kind) for kind in CertificateType}) == len(CertificateType)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("身份证", "id_card"),
        ("营业执照(统一社会信用代码)", "credit_code"),
        (" 港澳居民来往内地通行证 ", "hk_macao_permit"),
        ("passport", "passport"),
        ("驾驶证", None),
    ],
)
def test_certificates_are_known_by_their_names(text: str, kind: str | None) -> None:
    assert certificate_type_named(text) == kind


@given(st.text(max_size=40))
def test_a_mask_keeps_the_length_and_hides_the_middle(number: str) -> None:
    masked = mask(number)
    assert len(masked) == len(number)
    hidden = sum(1 for shown, real in zip(masked, number, strict=True) if shown == "*" and real != "*")
    assert hidden + number.count("*") >= min(len(number), 4) - 1
    assert mask("110101199003070011") == "1101**********0011"
