"""The letter of an agent in a deregistration: made, enclosed or brought later; where it stands, and that it prints again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from app.db.database import Database
from app.db.keys import new_key
from app.errors import Invalid
from app.services.answers import check_answers
from app.services.case_papers import Prepared
from app.services.cases import Cases
from app.services.deregistrations import Deregistrations
from app.services.flows.deregistration import Step, path
from app.services.flows.draft import Agent, AgentLetter, Applicant, Draft, Enclosure, Filing

TODAY = date(2026, 11, 23)
PERSON = "110101190001010014"
LEGAL = "110101190001010022"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.create(tmp_path / "beian.store", new_key()) as opened:
        yield opened


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    for name in ("licence.png", "card.png", "sealed.png"):
        Image.new("RGB", (600, 400), "white").save(tmp_path / name)
    return Draft(
        filing=Filing(
            scope="site", number="鲁ICP备12345678号-1", subject_name="青岛旧主网络有限公司", domains=("example.com",)
        ),
        relation="other",
        ground="domain",
        applicant=Applicant(
            kind="unit",
            name="济南示例商贸有限公司",
            certificate_type="credit_code",
            certificate_number="91370100MA3C00000E",
            contact_name="王五",
            mobile="13800138000",
            email="contact@example.com",
        ),
        agent=Agent("周九", "id_card", PERSON, "13800138001"),
        reason="该备案与本单位拟办理的备案冲突。",
        application_date=TODAY,
        enclosures=(
            Enclosure("unit_certificate_copy", str(tmp_path / "licence.png")),
            Enclosure("agent_id_copy", str(tmp_path / "card.png")),
        ),
    )


def prepared(draft: Draft) -> Prepared:
    return Deregistrations(None, actor="").prepare(draft, TODAY)


def page_of(made: Prepared, key: str) -> str:
    part = next(each for each in made.parts if each.key == key)
    pages = PdfReader(io.BytesIO(made.pdf)).pages[part.first_page - 1 : part.first_page - 1 + part.pages]
    return "".join(page.extract_text() for page in pages).replace("\n", "")


def test_the_letter_stands_where_the_check_list_has_it(draft: Draft) -> None:
    made = prepared(draft)
    titles = [part.title for part in made.parts if part.key not in ("cover", "label")]
    listed = [line.title for line in made.recipe.cover.lines if line.key]
    assert [part.key for part in made.parts if part.key == "letter"] == ["letter"]
    assert [line.marks for line in made.recipe.cover.lines if line.key == "letter"] == ["加盖公章、法定代表人签字"]
    assert titles[0] == listed[0] and len(titles) == len(listed)
    assert [title.startswith("授权委托书") for title in titles] == [title.startswith("授权委托书") for title in listed]
    assert titles.index("授权委托书") > titles.index(
        next(each for each in titles if "证件复印件" in each or "执照" in each)
    )
    letter = page_of(made, "letter")
    for value in (
        "山东省通信管理局：",
        "济南示例商贸有限公司",
        "周九",
        PERSON,
        "鲁ICP备12345678号-1",
        "青岛旧主网络有限公司",
    ):
        assert value in letter, value
    assert "自2026年11月23日起至2027年2月23日止" in letter


def test_what_nobody_knows_of_the_legal_representative_waits_for_the_pen(draft: Draft) -> None:
    open_one = prepared(draft)
    assert any("留空" in each and "法定代表人证件号码" in each for each in open_one.notices)
    known = prepared(replace(draft, letter=AgentLetter(legal_certificate_number=LEGAL)))
    assert LEGAL in page_of(known, "letter") and not any("留空" in each for each in known.notices)
    with pytest.raises(Invalid) as wrong:
        prepared(replace(draft, letter=AgentLetter(legal_certificate_number="110101190001010023")))
    assert [each.path for each in wrong.value.problems] == ["letter.legal_certificate_number"]


def test_a_sealed_letter_takes_its_place(draft: Draft, tmp_path: Path) -> None:
    sealed = Enclosure("authorization_letter", str(tmp_path / "sealed.png"))
    made = prepared(replace(draft, enclosures=(*draft.enclosures, sealed)))
    assert not made.recipe.letters and "letter" not in {part.key for part in made.parts}
    [line] = [each for each in made.recipe.cover.lines if "授权委托书" in each.title]
    assert line.key.startswith("enclosure-")


def test_a_letter_that_is_brought_later_stays_open_on_the_list(draft: Draft) -> None:
    later = replace(draft, letter=AgentLetter(way="later"))
    assert Step.LETTER not in path(later) and Step.LETTER in path(draft)
    made = prepared(later)
    [line] = [each for each in made.recipe.cover.lines if "授权委托书" in each.title]
    assert line.key == "" and not made.recipe.letters


def test_a_letter_said_to_be_enclosed_has_to_be_there(draft: Draft) -> None:
    with pytest.raises(Invalid) as wrong:
        prepared(replace(draft, letter=AgentLetter(way="enclosed")))
    assert [(each.path, each.code) for each in wrong.value.problems] == [("enclosures", "letters.not_enclosed")]


def test_only_units_authorize_here(draft: Draft) -> None:
    person = replace(
        draft.applicant, kind="individual", name="张示例", certificate_type="id_card", certificate_number=LEGAL
    )
    assert Step.LETTER not in path(replace(draft, applicant=person))
    assert not prepared(replace(draft, applicant=person)).recipe.letters


@pytest.mark.parametrize(
    ("dated", "warned"),
    [
        (date(2026, 11, 24), "晚于提交日期"),
        (date(2026, 8, 1), "超过3个月"),
        (date(2026, 9, 1), "只能用到"),
        (TODAY, ""),
    ],
)
def test_the_date_of_the_letter_is_warned_about(draft: Draft, dated: date, warned: str) -> None:
    made = prepared(replace(draft, letter=AgentLetter(dated=dated)))
    found = [each for each in made.notices if "书面材料" in each]
    assert [warned in each for each in found] == ([True] if warned else [])
    assert made.recipe.cover is not None and set(found) <= set(made.recipe.cover.warnings)


def test_the_page_beside_the_questions_is_the_letter(draft: Draft) -> None:
    service = Deregistrations(None, actor="")
    letter = service.preview(draft, TODAY, step=Step.LETTER)
    form = service.preview(draft, TODAY, step=Step.AGENT)
    assert letter is not None and letter.form_code == "authorization-deregistration" and not letter.problems
    assert form is not None and form.form_code != letter.form_code


def test_a_kept_packet_prints_its_letter_again(database: Database, draft: Draft) -> None:
    service = Deregistrations(database, actor="tester")
    finished = service.finish(replace(draft, letter=AgentLetter(legal_certificate_number=LEGAL)), TODAY)
    assert service.reprint(finished.document_id) == finished.prepared.pdf
    whole = Cases(database, actor="tester").whole(finished.case_id)
    [item] = [each for each in whole.items if each.kind == "authorization_letter"]
    assert item.material_id is None


def test_an_answers_file_says_what_becomes_of_the_letter(tmp_path: Path, draft: Draft) -> None:
    raw = draft.to_json()
    raw.pop("version"), raw.pop("application_date")
    raw["letter"] = {"legal_certificate_number": LEGAL, "dated": date(2026, 11, 20)}
    checked = check_answers(raw, tmp_path, TODAY)
    assert checked.letter.dated == date(2026, 11, 20)
    assert "自2026年11月20日起至2027年2月20日止" in page_of(prepared(checked), "letter")
    with pytest.raises(Invalid) as wrong:
        check_answers({**raw, "letter": {"way": "by mail"}}, tmp_path, TODAY)
    assert "letter.way" in {each.path for each in wrong.value.problems}
    raw.pop("agent")
    with pytest.raises(Invalid) as unasked:
        check_answers(raw, tmp_path, TODAY)
    assert ("letter.dated", "flows.not_asked") in {(each.path, each.code) for each in unasked.value.problems}


@pytest.mark.parametrize(
    ("prefix", "order", "badge"),
    [
        ("鲁", "材料（按寄送顺序排列）", "本页供寄送前核对，不用寄出"),
        ("苏", "材料（按邮件附件顺序排列）", "本页供发送邮件前核对，不用发送"),
        ("湘", "材料（按上传顺序排列）", "本页供提交前核对，不用上传"),
        ("津", "材料（按递交顺序排列）", "本页供递交前核对，不用递交"),
    ],
)
def test_the_cover_is_one_page_headed_by_the_way_the_papers_go(
    draft: Draft, prefix: str, order: str, badge: str
) -> None:
    made = prepared(replace(draft, filing=replace(draft.filing, number=f"{prefix}ICP备12345678号-1")))
    cover = next(each for each in made.parts if each.key == "cover")
    assert cover.pages == 1
    text = page_of(made, "cover")
    assert order in text and badge in text


def test_sections_stand_side_by_side_only_where_they_are_short(draft: Draft) -> None:
    long = replace(draft.filing, domains=tuple(f"example{number}.com" for number in range(40)))
    made = prepared(replace(draft, filing=long))
    assert "example39.com" in page_of(made, "cover")
