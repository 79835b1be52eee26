from __future__ import annotations

from collections.abc import Callable

import pytest

from app.forms.catalogue import current, forms
from app.forms.preflight import preflight
from app.messages import Messages

Values = dict[str, object]


def said(province: str, values: Values) -> list[tuple[str, str]]:
    problems = preflight(current("deregistration", province), values)
    for language in ("zh", "en"):
        for problem in problems:
            assert Messages(language).problem(problem)
    return [(problem.path, problem.code.removeprefix("forms.")) for problem in problems]


@pytest.mark.parametrize("spec", forms("deregistration"), ids=lambda spec: spec.province)
def test_ordinary_values_may_go_to_the_printer(spec, form_values: Callable[[str], Values]) -> None:
    assert preflight(spec, form_values(spec.prefix)) == ()


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("张\U00031350三", "no_glyph", {"characters": ("\U00031350（U+31350）",), "count": 1}),
        ("张\ue863", "private_use", {"characters": ("U+E863",)}),
        ("张\U000f0000", "private_use", {"characters": ("U+F0000",)}),
        ("张\ufe00三", "invisible_character", {"characters": ("U+FE00",)}),
        ("葛\U000e0100城", "invisible_character", {"characters": ("U+E0100",)}),
        ("张\u200b三", "invisible_character", {"characters": ("U+200B",)}),
        ("张\u00a0三", "invisible_character", {"characters": ("U+00A0",)}),
        ("张\x07三", "invisible_character", {"characters": ("U+0007",)}),
        ("张\ud840", "invisible_character", {"characters": ("U+D840",)}),
    ],
)
def test_characters_that_cannot_stand_on_paper(
    form_values: Callable[[str], Values], text: str, code: str, facts: Values
) -> None:
    problems = preflight(current("deregistration", "guangdong"), form_values("粤") | {"contact_name": text})
    assert [(problem.path, problem.code, dict(problem.facts)) for problem in problems] == [
        ("contact_name", f"forms.{code}", facts)
    ]


def test_several_faults_are_all_named(form_values: Callable[[str], Values]) -> None:
    values = form_values("粤") | {"contact_name": "", "reason": "\ue863\u200b\U00031350", "target_domains": ()}
    assert said("guangdong", values) == [
        ("reason", "private_use"),
        ("reason", "invisible_character"),
        ("reason", "no_glyph"),
        ("target_domains", "required_missing"),
        ("contact_name", "required_missing"),
    ]


def test_handwriting_asks_nothing_of_a_field(form_values: Callable[[str], Values]) -> None:
    values = form_values("粤") | {"contact_name": "张\ue863", "contact_email": "", "relation": ""}
    by_hand = ("contact_name", "contact_email", "relation")
    assert said("guangdong", values | {"handwriting": by_hand}) == []


def test_a_hollow_subject_has_no_domain_to_name(form_values: Callable[[str], Values]) -> None:
    values = form_values("粤") | {"target_domains": (), "hollow": "yes", "scope": "subject"}
    values["target_filing_number"] = "粤ICP备12345678号"
    assert said("guangdong", values) == []


@pytest.mark.parametrize(
    ("province", "change", "expected"),
    [
        (
            "guangdong",
            {"target_filing_number": "京ICP备12345678号-1"},
            ("target_filing_number", "number_of_other_province"),
        ),
        (
            "sichuan",
            {"target_filing_number": "川ICP备12345678号-1"},
            ("target_filing_number", "number_of_other_province"),
        ),
        (
            "guangdong",
            {"target_filing_number": "粤ICP备12345678号"},
            ("target_filing_number", "site_number_without_suffix"),
        ),
        ("guangdong", {"scope": "subject"}, ("target_filing_number", "subject_number_with_suffix")),
        ("guangdong", {"ground": "both"}, ("ground", "choice_not_on_form")),
        ("guangdong", {"target_filing_number": "粤ICP备1号-1" * 40}, ("target_filing_number", "too_long_for_cell")),
        ("guangdong", {"applicant_name": "甲" * 1_000_000}, ("applicant_name", "too_long")),
        ("shanghai", {"relation": "own"}, ("ground", "ground_not_for_own")),
        ("shanghai", {"ground": "subject"}, ("ground", "ground_not_for_other")),
        ("henan", {"relation": "own"}, ("hollow", "only_hollow")),
    ],
)
def test_what_only_the_form_knows(
    form_values: Callable[[str], Values], province: str, change: Values, expected: tuple[str, str]
) -> None:
    values = form_values(current("deregistration", province).prefix) | change
    assert expected in said(province, values)


def test_henan_takes_a_hollow_filing_of_ones_own(form_values: Callable[[str], Values]) -> None:
    values = form_values("豫") | {"relation": "own", "hollow": "yes"}
    assert said("henan", values) == []
