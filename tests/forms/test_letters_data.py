"""Letters as data: which there are, what they ask for, what is refused, what stands in which situation."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pypdf
import pytest
from pydantic import ValidationError

from app.errors import Invalid, UserError
from app.forms.letters import letter, letters, make_letter, preflight_letter
from app.forms.letters_spec import LetterSpec
from app.messages import Messages

Values = dict[str, object]
ORDINARY: Values = {
    name: tuple(value) if isinstance(value, list) else value
    for name, value in tomllib.loads((Path(__file__).parent / "data" / "letter_values.toml").read_text("utf-8")).items()
}
SPECS = {f"{spec.code}-{spec.edition}": spec for spec in letters()}


@pytest.fixture(params=SPECS.values(), ids=list(SPECS))
def spec(request: pytest.FixtureRequest) -> LetterSpec:
    found: LetterSpec = request.param
    return found


def text_of(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_the_nine_letters_are_there() -> None:
    assert {spec.code for spec in letters()} == {
        "authorization-both-leads",
        "authorization-deregistration",
        "authorization-mailbox",
        "authorization-site-lead",
        "authorization-site-lead-shanghai",
        "authorization-subject-lead",
        "authorization-transfer",
        "request-hollow-shandong",
        "statement-rename",
    }
    with pytest.raises(UserError, match=r"letters\.unknown_letter"):
        letter("authorization-unheard-of")
    with pytest.raises(UserError, match=r"letters\.unknown_letter"):
        letter("authorization-transfer", "1999")
    assert letter("authorization-transfer") == letter("authorization-transfer", "2026")


def test_each_missing_value_is_named_in_both_languages(spec: LetterSpec) -> None:
    problems = preflight_letter(spec, {"applicant_kind": "unit"})
    assert {problem.path for problem in problems} == {blank.field for blank in spec.blanks if blank.required}
    for problem in problems:
        assert spec.label_of(problem.path) in Messages("zh").problem(problem)
        assert Messages("en").problem(problem)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("自\ue000造", "forms.private_use"),
        ("零\u200b宽", "forms.invisible_character"),
        ("\U000e0100", "forms.invisible_character"),
        ("无\ufdd0字", "forms.no_glyph"),
        ("长" * 100_001, "forms.too_long"),
    ],
)
def test_what_cannot_be_printed_is_refused(value: str, code: str) -> None:
    values = ORDINARY | {"unit_name": value}
    spec = letter("authorization-transfer")
    assert code in {problem.code for problem in preflight_letter(spec, values) if problem.path == "unit_name"}
    with pytest.raises(Invalid):
        make_letter(spec, values)
    assert make_letter(spec, values | {"handwriting": ("unit_name",)}).pages == 1


def test_only_the_paragraphs_of_the_situation_stand() -> None:
    spec = letter("request-hollow-shandong")
    unit, person = (
        text_of(make_letter(spec, ORDINARY).pdf),
        text_of(make_letter(spec, ORDINARY | {"applicant_kind": "individual", "applicant_name": "张示例"}).pdf),
    )
    assert "申请单位（盖章）" in unit and "加盖单位公章" in unit and "本人" not in unit
    assert "申请人（签字）" in person and "加盖单位公章" not in person and "本单位" not in person
    transfer = letter("authorization-transfer")
    assert "由原账号" in text_of(make_letter(transfer, ORDINARY).pdf)
    assert "由现所在账号" in text_of(make_letter(transfer, ORDINARY | {"source_account": ""}).pdf)


def test_the_blanks_of_the_lead_letters_come_in_the_documented_order() -> None:
    """forms of 2021: name, certificate, (position, domains,) unit and seal, legal representative's number, date."""
    six = (
        "authorized_name",
        "authorized_certificate_type",
        "authorized_certificate_number",
        "unit_name",
        "legal_certificate_number",
        "letter_date",
    )
    for code in ("authorization-subject-lead", "authorization-site-lead", "authorization-both-leads"):
        assert letter(code).fields() == six
    eight = (*six[:3], "authorized_position", "domains", *six[3:])
    assert letter("authorization-site-lead-shanghai").fields() == eight


def test_where_the_provider_has_its_own_blank_the_agent_is_told() -> None:
    for code in ("authorization-transfer", "authorization-mailbox"):
        assert letter(code).replaced_by_provider_blank and "模板" in letter(code).provider_blank_note
    assert not letter("statement-rename").replaced_by_provider_blank


@pytest.mark.parametrize(
    "change",
    [
        {"blanks": ()},
        {"floor": 20.0},
        {"replaced_by_provider_blank": False},
        {"signature": ()},
        {"paragraphs": ({"text": "{nobody_knows}"},)},
    ],
)
def test_an_unsound_letter_is_refused(change: dict[str, object]) -> None:
    plain = letter("authorization-transfer").model_dump()
    with pytest.raises(ValidationError):
        LetterSpec.model_validate(plain | change)
