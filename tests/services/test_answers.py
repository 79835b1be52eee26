"""Answers files: every example of the documentation works, every wrong field is named, nothing personal is quoted."""

from __future__ import annotations

import io
import json
import re
import tomllib
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app.errors import Invalid, UserError
from app.messages import Messages
from app.services.answer_tables import DeregistrationAnswers
from app.services.answers import BIGGEST_FILE, check_answers, json_schema, load_answers
from app.services.demo_pictures import picture
from app.services.deregistrations import Deregistrations
from app.services.flows.checks import ENCLOSURE_KINDS
from app.services.flows.draft import Draft, Mark

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 23)
EXAMPLES = re.findall(
    r"## ([^\n]+)\n(?:(?!\n## ).)*?```toml\n(.*?)```", (ROOT / "docs" / "answers.md").read_text("utf-8"), re.DOTALL
)

GOOD: dict[str, Any] = {
    "relation": "other",
    "ground": "domain",
    "filing": {
        "scope": "site",
        "number": "鲁ICP备12345678号-1",
        "subject_name": "青岛旧主网络有限公司",
        "domains": ["example.com"],
    },
    "applicant": {
        "kind": "unit",
        "name": "济南示例商贸有限公司",
        "certificate_type": "credit_code",
        "certificate_number": "91370100MA3C00000E",
        "contact_name": "王五",
        "mobile": "13800138000",
        "email": "contact@example.com",
    },
}


def changed(path: str, value: Any) -> dict[str, Any]:
    answers = deepcopy(GOOD)
    *parts, last = path.split(".")
    table = answers
    for part in parts:
        table = table.setdefault(part, {})
    table[last] = value
    return answers


def problems(raw: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(Invalid) as caught:
        check_answers(raw, ROOT, TODAY)
    for language in ("zh", "en"):
        assert Messages(language).error(caught.value)
    return {each.path: each.code for each in caught.value.problems}


def test_there_is_an_example_of_each_kind() -> None:
    assert len(EXAMPLES) == 7


@pytest.mark.parametrize("text", [text for _, text in EXAMPLES], ids=[title for title, _ in EXAMPLES])
def test_every_example_of_the_documentation_makes_a_packet(text: str, tmp_path: Path) -> None:
    for name in ("domain", "licence"):
        (tmp_path / f"{name}.png").write_bytes(picture(name))
    draft = check_answers(tomllib.loads(text), tmp_path, TODAY)
    assert draft.reason and draft.application_date
    assert Deregistrations(None, actor="").prepare(draft, TODAY).pages >= 2


def test_json_and_toml_give_the_same(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(GOOD, ensure_ascii=False), "utf-8-sig")
    assert check_answers(load_answers(file), tmp_path, TODAY) == check_answers(GOOD, tmp_path, TODAY)


def test_a_good_file_becomes_a_tidy_draft() -> None:
    raw = changed("filing.number", "鲁icp备１２３４５６７８号 －1")
    raw["applicant"]["certificate_type"] = "统一社会信用代码"
    raw["enclosures"] = [{"kind": "domain_certificate", "file": "sub/d.png"}]
    draft = check_answers(raw, Path("/base"), TODAY)
    assert draft.filing.number == "鲁ICP备12345678号-1"
    assert draft.applicant.certificate_type == "credit_code"
    assert draft.application_date == TODAY and "example.com" in draft.reason
    assert Path(draft.enclosures[0].file) == Path("/base/sub/d.png")


@pytest.mark.parametrize(
    ("path", "value", "where", "code"),
    [
        ("filing.province", "河南", "filing.province", "flows.wrong_province"),
        ("filing.number", "川ICP备12345678号-1", "filing.number", "rules.filing_number_wrong_letter"),
        ("filing.number", 12345678, "filing.number", "answers.text_expected"),
        ("applicant.certificate_number", "91370100MA3C00000F", "applicant.certificate_number", None),
        ("ground", "because", "ground", "flows.not_a_choice"),
        ("relation", ["own"], "relation", None),
        ("filing.domains", "example.com", "filing.domains", "answers.list_expected"),
        ("filing.hollow", "yes", "filing.hollow", "answers.yes_no_expected"),
        ("filing", 3, "filing", "answers.table_expected"),
        ("applicant.nmae", "x", "applicant.nmae", "answers.unknown_key_close"),
        ("fax", "x", "fax", "answers.unknown_key"),
        ("applicant.name", "甲\ue000乙", "applicant.name", "rules.name_private_use"),
        ("applicant.name", "名" * 1_000_000, "applicant.name", "flows.too_long"),
        ("applicant.name", "名" * 900, "applicant.name", "rules.name_long"),
        ("application_date", "23.11.2026", "application_date", "answers.date_expected"),
        ("application_date", 20261123, "application_date", "answers.date_expected"),
        ("enclosures", [{"kind": "domain", "file": "d.png"}], "enclosures.0.kind", "flows.not_a_choice"),
        ("enclosures", [{"kind": "other"}], "enclosures.0.file", "flows.required"),
        ("enclosures", [{"kind": "other", "file": "x"}] * 101, "enclosures", "answers.too_many"),
        ("applicant.legal_representative", None, "applicant.legal_representative", "answers.text_expected"),
        ("filing.certificate_number", "110101190001010014", "filing.certificate_type", "flows.required"),
        ("handwriting", ["filing.number"], "handwriting.0", "flows.not_for_the_pen"),
    ],
)
def test_each_wrong_field_is_named(path: str, value: Any, where: str, code: str | None) -> None:
    found = problems(changed(path, value))
    assert where in found
    assert code is None or found[where] == code


def test_a_missing_ground_is_named() -> None:
    raw = deepcopy(GOOD)
    del raw["ground"]
    assert problems(raw) == {"ground": "flows.required"}


def test_all_wrong_fields_are_named_at_once() -> None:
    raw = changed("applicant.mobile", "1")
    raw["applicant"]["email"] = "x"
    raw["filing"]["domains"] = ["-"]
    raw["handwriting"] = ["ship"]
    assert set(problems(raw)) == {"applicant.mobile", "applicant.email", "filing.domains.0", "handwriting.0"}


def test_a_misspelt_key_does_not_hide_the_other_mistakes() -> None:
    raw = changed("applicant.certificate_number", "91370100MA3C00000F")
    raw["applicant"]["mobil"] = raw["applicant"].pop("mobile")
    raw["filing"]["hollow"] = "yes"
    raw["enclosures"] = [{"kind": "domain", "file": "none.png"}, {"kind": "other", "file": "none.pdf"}]
    del raw["ground"]
    assert problems(raw) == {
        "filing.hollow": "answers.yes_no_expected",
        "ground": "flows.required",
        "applicant.mobil": "answers.unknown_key_close",
        "applicant.certificate_number": "rules.certificate_credit_code_check_digit",
        "enclosures.0.kind": "flows.not_a_choice",
        "enclosures.0.file": "flows.no_file",
        "enclosures.1.file": "flows.no_file",
    }


def test_a_wrong_answer_does_not_hide_a_missing_enclosure_or_ask_for_a_reason() -> None:
    raw = changed("filing.number", "鲁ICP备1234号-1")
    raw["enclosures"] = [{"kind": "other", "file": "none.png"}]
    assert set(problems(raw)) == {"filing.number", "enclosures.0.file"}


@pytest.mark.parametrize("value", [None, 3, "x", [], {}, [3], [[]], {"kind": 3}])
@pytest.mark.parametrize(
    "path", ["filing", "applicant", "agent", "enclosures", "handwriting", "filing.domains", "ticket"]
)
def test_answers_of_any_shape_are_refused_in_words(path: str, value: Any) -> None:
    try:
        check_answers(changed(path, value), ROOT, TODAY)
    except Invalid as invalid:
        assert Messages("zh").error(invalid)


def test_the_holder_of_a_domain_cannot_have_lost_it() -> None:
    assert problems(changed("filing.domain_lapsed", True)) == {"filing.domain_lapsed": "flows.not_asked"}


def test_what_nobody_asked_for_is_named() -> None:
    raw = changed("filing.scope", "subject")
    raw["filing"] |= {"number": "鲁ICP备12345678号", "site_name": "旧主网"}
    assert problems(raw) == {"filing.site_name": "flows.not_asked"}


def test_the_online_way_is_no_paper() -> None:
    raw = changed("relation", "own")
    raw |= {"ground": "subject", "can_log_in": True}
    raw["filing"]["subject_name"] = raw["applicant"]["name"]
    assert problems(raw) == {"paper_anyway": "flows.online_way_exists"}
    raw["applicant"]["mobile"] = "1"
    assert set(problems(raw)) == {"paper_anyway", "applicant.mobile"}
    raw["applicant"]["mobile"] = "13800138000"
    assert check_answers(raw | {"paper_anyway": True}, ROOT, TODAY).paper_anyway


def test_a_copy_is_marked_as_its_answers_say(tmp_path: Path) -> None:
    for name in ("licence", "agent"):
        (tmp_path / f"{name}.png").write_bytes(picture(name))
    raw = {
        **GOOD,
        "enclosures": [
            {"kind": "unit_certificate_copy", "file": "licence.png", "mark": {"text": "执照只用一次", "place": "foot"}},
            {"kind": "agent_id_copy", "file": "agent.png", "mark": {"written": False}},
        ],
    }
    draft = check_answers(raw, tmp_path, TODAY)
    assert draft.enclosures[0].mark == Mark(True, "执照只用一次", "foot", "")
    pdf = Deregistrations(None, actor="").prepare(draft, TODAY).pdf
    said = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace("\n", "")
    assert "执照只用一次" in said and "仅用于办理" not in said


@pytest.mark.parametrize(
    ("mark", "code"),
    [
        ({"place": "top"}, "flows.not_a_choice"),
        ({"written": "no"}, "answers.yes_no_expected"),
        ({"txt": "x"}, "answers.unknown_key_close"),
        ({"text": "字" * 101}, "flows.too_long"),
        ({"text": "\uffff"}, "packet.watermark_glyph"),
        ({"text": "\ue000"}, "flows.private_use"),
    ],
)
def test_a_wrong_mark_is_named_once(tmp_path: Path, mark: dict[str, Any], code: str) -> None:
    (tmp_path / "a.png").write_bytes(picture("licence"))
    raw = {**GOOD, "enclosures": [{"kind": "unit_certificate_copy", "file": "a.png", "mark": mark}]}
    with pytest.raises(Invalid) as caught:
        Deregistrations(None, actor="").prepare(check_answers(raw, tmp_path, TODAY), TODAY)
    [problem] = caught.value.problems
    assert problem.code == code and problem.path.startswith("enclosures.0.mark.")


def test_no_number_is_quoted() -> None:
    raw = changed("applicant.certificate_number", "91370100MA3C0000ZZZ9")
    raw["filing"]["certificate_number"] = "110101190001010018"
    raw["filing"]["certificate_type"] = "id_card"
    with pytest.raises(Invalid) as caught:
        check_answers(raw, ROOT, TODAY)
    for language in ("zh", "en"):
        said = Messages(language).error(caught.value)
        assert "MA3C0000ZZZ9" not in said and "19000101" not in said


@pytest.mark.parametrize(
    ("name", "content", "code", "facts"),
    [
        ("a.toml", b'relation = "own"\nground = subject\n', "answers.broken_toml", {"line": 2, "column": 10}),
        ("a.toml", b"relation = ", "answers.broken_toml", {"line": 1}),
        ("a.json", b'{"relation": "own",\n "ground" }', "answers.broken_json", {"line": 2}),
        ("a.json", b"[]", "answers.not_a_table", {}),
        ("a.json", b'{"ground": "subject", "ground": "domain"}', "answers.key_twice", {"key": "ground"}),
        ("a.json", b"[" * 200_000, "answers.too_deep", {}),
        ("a.toml", b"x = " + b"[" * 200_000, None, {}),
        ("a.json", b'{"a": ' + b"9" * 5000 + b"}", "answers.broken_value", {}),
        ("a.toml", "ground = '域'".encode("gb18030"), "answers.not_utf8", {"line": 1}),
        ("a.toml", b"#" * (BIGGEST_FILE + 1), "answers.file_too_big", {}),
        ("a.toml", b"d = 2026-13-45", None, {}),
    ],
)
def test_a_broken_file_says_where(tmp_path: Path, name: str, content: bytes, code: str | None, facts: dict) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(UserError) as caught:
        load_answers(file)
    assert code is None or caught.value.code == code
    assert facts.items() <= caught.value.facts.items()
    assert Messages("zh").error(caught.value) and Messages("en").error(caught.value)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    for file in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(UserError) as caught:
            load_answers(file)
        assert caught.value.code == "answers.no_file"


def test_the_schema_explains_every_field_in_chinese() -> None:
    schema = json_schema()
    tables = [schema, *schema["$defs"].values()]
    for table in tables:
        assert table["additionalProperties"] is False
        for field in table["properties"].values():
            assert re.search(r"[一-鿿]", field["title"]), field
    assert {"filing", "relation", "ground", "applicant"} == set(schema["required"])


def test_the_answers_have_the_shape_of_the_draft() -> None:
    draft_fields = set(Draft.__dataclass_fields__) - {"subject_id", "site_id", "case_id", "rules"}
    assert set(DeregistrationAnswers.model_fields) == draft_fields
    kinds = json_schema()["$defs"]["EnclosureAnswers"]["properties"]["kind"]["enum"]
    assert set(kinds) == set(ENCLOSURE_KINDS)
