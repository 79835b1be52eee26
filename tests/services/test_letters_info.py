"""Letters as rows and on their own: blank for the pen."""

from __future__ import annotations

import json

import pytest

from app.errors import UserError
from app.services.letters_info import blank_letter, letter_infos


def test_every_letter_is_listed_with_sources_and_blanks() -> None:
    infos = letter_infos()
    assert len(infos) == 9 and len({info.code for info in infos}) == 9
    for info in infos:
        assert info.sources and info.blanks and info.evidence == "own text"
        json.dumps(info.to_json())
    assert {info.province_zh for info in infos} == {"", "上海市", "山东省"}


@pytest.mark.parametrize(
    ("procedure", "codes"),
    [
        ("transfer_offline", {"authorization-transfer"}),
        ("reset_wanwang_mailbox", {"authorization-mailbox"}),
        (
            "deregister_offline_hollow_subject",
            {"authorization-deregistration", "request-hollow-shandong", "statement-rename"},
        ),
    ],
)
def test_a_procedure_has_its_letters(procedure: str, codes: set[str]) -> None:
    assert {info.code for info in letter_infos(procedure)} == codes


def test_each_can_be_printed_blank() -> None:
    for info in letter_infos():
        made = blank_letter(info.code)
        assert made.pages == 1 and made.form_edition == info.edition and not made.problems
    person = blank_letter("request-hollow-shandong", values={"applicant_kind": "individual"})
    assert person.pdf != blank_letter("request-hollow-shandong").pdf
    with pytest.raises(UserError, match=r"letters\.unknown_letter"):
        blank_letter("nothing")
