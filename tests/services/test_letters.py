"""Letters on their own: prefilled from records and cases, checked blank by blank, kept and printed again, from files."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.db.database import Database
from app.errors import Invalid, UserError
from app.services.case_settings import DeskRules, DeskSettings
from app.services.cases import Cases
from app.services.deregistrations import Deregistrations
from app.services.drafts import Drafts
from app.services.flows.draft import Agent, AgentLetter, Applicant, Draft, Filing
from app.services.flows.letter_draft import FLOW, LetterDraft
from app.services.letter_files import check_letter, letter_schema
from app.services.letters import Letters
from app.services.letters_info import letter_infos
from app.services.sites import Sites
from app.services.subjects import Subjects

TODAY = date(2026, 11, 23)
PERSON = "110101190001010014"
LEGAL = "110101190001010022"
UNIT = {
    "kind": "unit",
    "name": "上海示例网络有限公司",
    "filing_number": "沪ICP备12345678号",
    "certificate_type": "credit_code",
    "certificate_number": "91370100MA3C00000E",
    "lead_name": "周示例",
    "lead_certificate_type": "id_card",
    "lead_certificate_number": PERSON,
}
WHOLE = {
    "authorized_name": "周示例",
    "authorized_certificate_type": "id_card",
    "authorized_certificate_number": PERSON,
    "unit_name": "济南示例商贸有限公司",
    "legal_certificate_number": LEGAL,
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "beian.store", os.urandom(32)) as opened:
        yield opened


@pytest.fixture
def letters(database: Database) -> Letters:
    return Letters(database, actor="tester")


@pytest.fixture
def here() -> Letters:
    return Letters(None, actor="")


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace("\n", "")


def lead_letter(**values: str) -> LetterDraft:
    return LetterDraft("authorization-subject-lead", {**WHOLE, "letter_date": "2026-11-23", **values})


def test_every_letter_asks_for_what_it_prints(here: Letters) -> None:
    for info in letter_infos():
        asked = {each.field for each in here.questions(here.start(info.code, TODAY))}
        assert asked - {"applicant_kind"} <= {each.field for each in info.blanks}
        assert {each.field for each in info.blanks if each.required} - asked <= {"contact_name"}


def test_a_shanghai_site_gets_shanghais_own_letter(database: Database, letters: Letters) -> None:
    [subject] = Subjects(database, "tester").create(UNIT).subjects
    site = {"name": "示例站", "filing_number": "沪ICP备12345678号-1", "domains": ["example.com", "example.net"]}
    [site_id] = Sites(database, "tester").create(subject, {**site, "lead_name": "吴示例"}).sites
    draft = letters.start("authorization-site-lead", TODAY, site_id=site_id)
    assert draft.code == "authorization-site-lead-shanghai"
    assert draft.value("domains") == "example.com\nexample.net" and draft.value("authorized_name") == "吴示例"
    assert draft.value("unit_name") == UNIT["name"] and draft.value("letter_date") == "2026-11-23"
    assert letters.start("authorization-subject-lead", TODAY, subject_id=subject).value("authorized_name") == "周示例"


def test_the_providers_name_of_the_desk_stands_in_letters_to_it(database: Database, letters: Letters) -> None:
    DeskSettings(database, actor="tester").save(DeskRules(provider_name="示例云计算有限公司"))
    assert letters.start("authorization-transfer", TODAY).value("provider_name") == "示例云计算有限公司"


def test_a_number_tells_whom_a_letter_is_for(here: Letters) -> None:
    draft = here.start("authorization-deregistration", TODAY).with_value("filing_number", "鲁ICP备12345678号-1")
    assert "山东省通信管理局：" in text_of(here.preview(draft, TODAY).pdf)
    other = draft.with_value("authority", "示例管理局")
    assert "示例管理局：" in text_of(here.preview(other, TODAY).pdf)


@pytest.mark.parametrize(
    ("changed", "path", "code"),
    [
        ({"authorized_certificate_number": "110101190001010015"}, "authorized_certificate_number", "rules."),
        ({"legal_certificate_number": "110101190001010015"}, "legal_certificate_number", "rules."),
        ({"authorized_certificate_type": "credit_code"}, "authorized_certificate_type", "flows.not_a_choice"),
        ({"unit_name": ""}, "unit_name", "letters.required_missing"),
        ({"unit_name": "示例\ue000公司"}, "unit_name", "flows.private_use"),
        ({"letter_date": "2024-01-01"}, "letter_date", "flows.date_far_off"),
        ({"letter_date": "昨天"}, "letter_date", "letters.not_a_day"),
    ],
)
def test_what_is_wrong_is_said_of_its_blank(here: Letters, changed: dict[str, str], path: str, code: str) -> None:
    found = here.check(lead_letter(**changed), TODAY)
    assert [each.path for each in found] == [path] and found[0].code.startswith(code)
    with pytest.raises(Invalid):
        here.prepare(lead_letter(**changed), TODAY)


def test_a_half_filled_letter_is_shown_with_what_is_missing(here: Letters) -> None:
    values = {"authorized_name": "周\ue000", "unit_name": "济南示例商贸有限公司"}
    made = here.preview(LetterDraft("authorization-subject-lead", values, ("letter_date",)), TODAY)
    assert made.pages == 1 and "济南示例商贸有限公司" in text_of(made.pdf)
    assert {(each.path, each.code) for each in made.problems} == {
        ("authorized_name", "forms.private_use"),
        ("authorized_certificate_type", "letters.required_missing"),
        ("authorized_certificate_number", "letters.required_missing"),
        ("legal_certificate_number", "letters.required_missing"),
    }


def test_a_blank_left_for_the_pen_is_a_line(here: Letters) -> None:
    written = here.prepare(
        replace(lead_letter(legal_certificate_number=""), handwriting=("legal_certificate_number",)), TODAY
    )
    assert LEGAL not in text_of(written.pdf)
    assert any("留空" in each and "法定代表人证件号码" in each for each in written.notices)


def test_an_old_letter_is_warned_about(here: Letters) -> None:
    notes = here.notes(lead_letter(letter_date="2026-08-01"), TODAY)
    assert any("超过3个月" in each and "来源" in each for each in notes)
    assert not any("个月" in each for each in here.notes(lead_letter(), TODAY))


def test_a_letter_kept_with_a_case_prints_again(database: Database, letters: Letters) -> None:
    packet = Deregistrations(database, actor="tester")
    finished = packet.finish(deregistration(), TODAY)
    draft = letters.start("statement-rename", TODAY, case_id=finished.case_id)
    assert draft.value("current_name") == "济南示例商贸有限公司" and draft.value("filing_number") == "鲁ICP备12345678号"
    assert draft.value("unit_certificate_type") == "credit_code"
    for name, text in {"former_name": "济南旧名有限公司", "changed_on": "2026-01-05", "matter": "备案注销"}.items():
        draft = draft.with_value(name, text)
    drafts = Drafts(database)
    draft_id = drafts.save(FLOW, draft.to_json(), case_id=finished.case_id)
    kept = letters.keep(draft, TODAY, draft_id=draft_id)
    assert packet.reprint(kept.document_id) == kept.letter.pdf
    assert kept.change.cases == {finished.case_id} and drafts.all(FLOW) == []
    whole = Cases(database, actor="tester").whole(finished.case_id)
    assert {each.kind for each in whole.documents} == {"packet", "letter"}
    with pytest.raises(RuntimeError):
        letters.keep(replace(draft, case_id=None), TODAY)
    with pytest.raises(UserError, match=r"cases\.no_such_case"):
        letters.keep(replace(draft, case_id=999), TODAY)


def deregistration() -> Draft:
    return Draft(
        filing=Filing(
            scope="subject", number="鲁ICP备12345678号", subject_name="青岛旧主网络有限公司", domains=("example.com",)
        ),
        relation="other",
        ground="domain",
        applicant=Applicant(
            "unit",
            "济南示例商贸有限公司",
            "credit_code",
            "91370100MA3C00000E",
            contact_name="王五",
            mobile="13800138000",
            email="contact@example.com",
        ),
        agent=Agent("周九", "id_card", PERSON),
        letter=AgentLetter(legal_certificate_number=LEGAL),
        reason="该备案并非本单位办理。",
        application_date=TODAY,
    )


def test_a_draft_survives_the_store(letters: Letters, database: Database) -> None:
    draft = replace(lead_letter(), handwriting=("letter_date",), subject_id=3)
    drafts = Drafts(database)
    kept = drafts.load(drafts.save(FLOW, draft.to_json()))
    assert LetterDraft.from_json(kept.answers) == draft
    with pytest.raises(UserError, match="draft_damaged"):
        LetterDraft.from_json({"version": 1, "code": "x", "values": {"a": 1}})
    with pytest.raises(UserError, match="draft_newer"):
        LetterDraft.from_json({"version": 2})


def test_a_file_fills_a_letter(here: Letters) -> None:
    raw = {**WHOLE, "letter_date": date(2026, 11, 20), "handwriting": ["legal_certificate_number"]}
    draft = check_letter("authorization-subject-lead", raw, TODAY, here)
    assert "2026年11月20日" in text_of(here.prepare(draft, TODAY).pdf)


def test_a_file_is_told_everything_that_is_wrong(here: Letters) -> None:
    raw = {
        **WHOLE,
        "unit_nam": "示例",
        "authorized_certificate_number": 110101190001010014,
        "legal_certificate_number": "110101190001010023",
        "handwriting": ["reason"],
    }
    raw.pop("unit_name")
    with pytest.raises(Invalid) as wrong:
        check_letter("authorization-subject-lead", raw, TODAY, here)
    found = {each.path: each.code for each in wrong.value.problems}
    assert set(found) == {"unit_nam", "authorized_certificate_number", "legal_certificate_number", "handwriting.0"}
    assert found["unit_nam"] == "answers.unknown_key_close" and found["handwriting.0"] == "flows.not_for_the_pen"


def test_the_schema_of_each_letter_names_its_blanks() -> None:
    for info in letter_infos():
        told = letter_schema(info.code)["properties"]
        assert {each.field for each in info.blanks} <= set(told)
        assert all("title" in each for each in told.values())
