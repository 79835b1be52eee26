"""A paper whose edition is out of date: told so, made anew from the kept values, and the old one prints as it was."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from app.db.database import Database
from app.errors import UserError
from app.models.document import Document
from app.services.blanks import BlankDetails, Blanks, bring_in
from app.services.cases import Cases
from app.services.deregistrations import Deregistrations
from app.services.flows.draft import Agent, AgentLetter, Applicant, Draft, Enclosure, Filing
from app.services.fresh_prints import FreshPrints
from app.services.letters import Letters
from app.services.letters_info import blank_letter

TODAY = date(2026, 11, 23)
LATER = date(2026, 12, 7)
TABLE = Path(__file__).resolve().parents[1] / "data" / "blanks" / "lo_table.pdf"
PERSON = "110101190001010014"


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    Image.new("RGB", (600, 400), "white").save(tmp_path / "licence.png")
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
        agent=Agent("周九", "id_card", PERSON),
        letter=AgentLetter(legal_certificate_number="110101190001010022"),
        reason="该备案与本单位拟办理的备案冲突。",
        application_date=TODAY,
        enclosures=(Enclosure("unit_certificate_copy", str(tmp_path / "licence.png")),),
    )


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace("\n", "").replace(" ", "")


def put_to_use(database: Database, pdf: bytes, details: BlankDetails) -> None:
    blanks = Blanks(database, actor="tester")
    blanks.publish(blanks.add(bring_in(pdf, "blank.pdf"), details))


def test_a_paper_of_the_edition_in_force_offers_nothing(database: Database, draft: Draft) -> None:
    fresh, finished = (
        FreshPrints(database, actor="tester"),
        Deregistrations(database, actor="tester").finish(draft, TODAY),
    )
    assert fresh.newer(finished.document_id, LATER) == ()
    with pytest.raises(UserError, match=r"flows\.edition_in_force"):
        fresh.make(finished.document_id, LATER)
    with pytest.raises(UserError, match=r"flows\.no_such_document"):
        fresh.newer(999, LATER)


def test_what_would_be_drawn_otherwise_can_be_made_anew(database: Database, draft: Draft) -> None:
    service, fresh = Deregistrations(database, actor="tester"), FreshPrints(database, actor="tester")
    finished = service.finish(draft, TODAY)
    with database.transaction() as session:
        document = session.get(Document, finished.document_id)
        assert document is not None
        document.sha256 = "0" * 64
    with pytest.raises(UserError, match=r"flows\.reprint_differs"):
        service.reprint(finished.document_id)
    made = fresh.make(finished.document_id, LATER, redrawn=True)
    assert service.reprint(made.document_id) == made.pdf


def test_a_packet_is_made_anew_on_the_table_in_force(database: Database, draft: Draft) -> None:
    service, fresh = Deregistrations(database, actor="tester"), FreshPrints(database, actor="tester")
    finished = service.finish(draft, TODAY)
    put_to_use(database, TABLE.read_bytes(), BlankDetails("shandong", "2026-12", "山东省注销备案申请表"))
    [newer] = fresh.newer(finished.document_id, LATER)
    assert newer.in_force == "2026-12" and newer.made_with != newer.in_force
    made = fresh.make(finished.document_id, LATER)
    again = text_of(made.pdf)
    assert "请用黑色签字笔填写，字迹清楚" in again and "2026年12月7日" in again
    case = Cases(database, actor="tester").whole(finished.case_id)
    assert finished.due_on is not None and case.case.due_on is not None and case.case.due_on > finished.due_on
    assert f"{case.case.due_on:%Y年}{case.case.due_on.month}月{case.case.due_on.day}日" in again, (
        "counted from the new day"
    )
    assert {"from": finished.due_on.isoformat(), "to": case.case.due_on.isoformat()}.items() <= next(
        event.detail.items() for event in case.history if event.detail.get("fields") == ["due_on"]
    )
    assert "本表为导入的官方空白表" not in again and "鲁ICP备12345678号-1" in again
    assert service.reprint(made.document_id) == made.pdf
    assert service.reprint(finished.document_id) == finished.prepared.pdf, "the old one stays"
    documents = Cases(database, actor="tester").whole(finished.case_id).documents
    assert {each.id for each in documents} == {finished.document_id, made.document_id}
    assert fresh.newer(made.document_id, LATER) == ()


def test_the_providers_own_blank_takes_the_letters_place(database: Database, draft: Draft) -> None:
    service, fresh = Deregistrations(database, actor="tester"), FreshPrints(database, actor="tester")
    finished = service.finish(draft, TODAY)
    code = "authorization-deregistration"
    put_to_use(database, blank_letter(code).pdf, BlankDetails("", "2026-11", "经办人授权书", kind=code))
    [newer] = fresh.newer(finished.document_id, LATER)
    assert (newer.title, newer.made_with, newer.in_force) == ("经办人授权书", "2026", "2026-11")
    made = fresh.make(finished.document_id, LATER)
    assert service.reprint(made.document_id) == made.pdf and "周九" in text_of(made.pdf)
    prepared = service.prepare(replace(draft, reason="另一理由。"), LATER)
    [letter] = prepared.recipe.letters
    assert letter.code.startswith("blank-") and letter.title == "经办人授权书"
    assert any("导入的空白件" in each for each in prepared.notices)
    letters = Letters(database, actor="tester")
    assert letters.blank(code, LATER).evidence != "own text" and letters.blank(code, LATER).pages == 1
    assert letters.blank("statement-rename", LATER).form_code == "statement-rename"
    assert letters.preview(letters.start(code, LATER), LATER).form_code == letter.code
