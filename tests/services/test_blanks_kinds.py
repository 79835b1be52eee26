"""Blanks of letters, copies of built-in forms, text documents, and what keeps a blank from being deleted."""

from __future__ import annotations

import io
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.errors import UserError
from app.forms.blanks.fill import fill_blank
from app.forms.blanks.form import BlankForm
from app.forms.blanks.intake import take_blank
from app.forms.blanks.recognition import can_read_scans
from app.forms.blanks.surveys import survey
from app.forms.catalogue import current
from app.messages import Messages
from app.models.case import Case
from app.models.document import Document
from app.rules.deregistration import Situation
from app.services.blank_documents import office_type
from app.services.blank_intake import BroughtBlank, bring_in
from app.services.blank_packs import BlankPacks
from app.services.blanks import BlankDetails, Blanks, is_copy
from app.services.deregistration_packets import notices
from app.services.form_editions import FormEditions

FOLDER = Path(__file__).resolve().parents[1] / "data" / "blanks"
DAY = date(2026, 11, 23)
LETTER = "authorization-transfer"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def blanks(database):
    return Blanks(database, actor="tester")


def brought(name="lo_table.pdf"):
    return bring_in((FOLDER / name).read_bytes(), name)


def docx():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as box:
        box.writestr("word/document.xml", "<w/>")
    return stream.getvalue()


def test_a_letters_blank_stands_in_for_the_letter_and_prints_again_later(database, blanks) -> None:
    blank = brought("lines.pdf")
    fields = [("unit_name", 0), ("authorized_name", 1), ("filing_number", 2)]
    places = [replace(blank.mapping.places[number], field=field) for field, number in fields]
    details = BlankDetails("", "2026", "授权委托书", kind=LETTER)
    row = blanks.publish(blanks.add(blank, details, blank.mapping.with_places(places)))
    editions = FormEditions(database)
    letter = editions.current_letter(LETTER, "guangdong", DAY)
    assert isinstance(letter, BlankForm)
    assert letter.fields() == tuple(field for field, _ in fields)
    assert letter.evidence == "handed out", "no administration made it"
    made = fill_blank(letter, {"unit_name": "示例商贸有限公司", "authorized_name": "张三"}).pdf
    blanks.withdraw(row)
    assert not isinstance(editions.current_letter(LETTER, "guangdong", DAY), BlankForm)
    again = FormEditions(database).letter(letter.code, letter.edition)
    assert fill_blank(again, {"unit_name": "示例商贸有限公司", "authorized_name": "张三"}).pdf == made


def test_a_table_of_deregistration_is_one_provinces(blanks) -> None:
    with pytest.raises(UserError):
        blanks.add(brought(), BlankDetails("", "2026", "申请表"))


@pytest.mark.parametrize("beside", [False, True])
def test_a_blank_that_papers_were_printed_with_names_their_cases(database, blanks, beside) -> None:
    row = blanks.publish(blanks.add(brought(), BlankDetails("guangdong", "2026", "申请表")))
    code, edition = "blank-deregistration-guangdong", "2026#1"
    recipe = {"letters": [{"key": "letter", "code": code, "edition": edition}]} if beside else {}
    with database.transaction() as session:
        case = Case(number="C-0007", due_steps=[])
        session.add(case)
        session.flush()
        main = {} if beside else {"form_code": code, "form_edition": edition}
        session.add(Document(case_id=case.id, kind="packet", title="t", recipe=recipe, values={}, **main))
    with pytest.raises(UserError) as raised:
        blanks.delete(row)
    assert raised.value.code == "blanks.in_use"
    assert raised.value.facts["cases"] == ("C-0007",)
    assert isinstance(FormEditions(database).form(code, edition), BlankForm)


def test_a_copy_of_a_built_in_form_is_not_called_official(database, blanks, tmp_path) -> None:
    spec = current("deregistration", "hunan")
    row = blanks.copy_built_in(spec.code, spec.edition, BlankDetails("hunan", "2026", "申请表"))
    assert is_copy(row)
    row = blanks.publish(row)
    form = FormEditions(database).current("deregistration", "hunan", DAY)
    assert form.evidence == spec.evidence != "official blank"
    packs = BlankPacks(database, actor="tester")
    pack = packs.export([row.id])
    blanks.delete(blanks.withdraw(row))
    packs.take_in(pack)
    assert FormEditions(database).current("deregistration", "hunan", DAY).evidence == spec.evidence


def test_a_text_document_travels_with_the_pdf_it_was_made_into(database, blanks, monkeypatch, tmp_path) -> None:
    pdf, document = (FOLDER / "lo_table.pdf").read_bytes(), docx()
    opened = brought()
    taken = replace(take_blank(pdf), media_type=office_type(document, "table.docx"))
    made = BroughtBlank("table.docx", document, taken, opened.surveys, opened.mapping, (), pdf)
    row = blanks.publish(blanks.add(made, BlankDetails("guangdong", "2026", "申请表")))
    assert row.media_type == DOCX
    values = {"applicant_name": "示例商贸有限公司", "reason": "原备案主体已停用。"}
    first = fill_blank(FormEditions(database).current("deregistration", "guangdong", DAY), values).pdf
    packs = BlankPacks(database, actor="tester")
    pack = packs.export([row.id])
    blanks.delete(blanks.withdraw(row))
    monkeypatch.setenv("PATH", str(tmp_path))
    (added,) = packs.take_in(pack).added
    assert blanks.original(added) == ("table.docx", document)
    second = fill_blank(FormEditions(database).current("deregistration", "guangdong", DAY), values).pdf
    assert second == first


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (docx(), "a.docx", DOCX),
        (b"{\\rtf1 words}", "a.doc", "application/rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "application/msword"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.WPS", "application/vnd.ms-works"),
        (b"<?xml version='1.0'?><office:document/>", "a.fodt", "application/vnd.oasis.opendocument.text-flat-xml"),
    ],
)
def test_text_documents_are_called_what_they_are(data, name, kind) -> None:
    assert office_type(data, name) == kind


class Without:
    """Finds every part but those of the extra, as an environment without it does."""

    def __init__(self, finder) -> None:
        self._finder = finder

    def find_spec(self, name, path=None, target=None):
        return None if name in {"rapidocr", "onnxruntime"} else self._finder.find_spec(name, path, target)


def test_without_the_extra_a_scan_says_how_to_get_it(monkeypatch) -> None:
    monkeypatch.setattr(sys, "meta_path", [Without(each) for each in sys.meta_path])
    # An earlier test of this process may have read a scan.
    monkeypatch.delitem(sys.modules, "rapidocr", raising=False)
    can_read_scans.cache_clear()
    try:
        found = bring_in((FOLDER / "scan.pdf").read_bytes(), "scan.pdf")
        assert not can_read_scans()
        with pytest.raises(UserError):
            survey(found.taken.paper, recognise=True)
    finally:
        can_read_scans.cache_clear()
    (note,) = [each for each in found.notes if each.code == "blanks.note_no_reader"]
    assert "EXTRAS=ocr" in Messages("en").text(note.code, note.facts)
    assert not any(each.field for each in found.mapping.places)


def test_a_choice_that_the_blank_has_no_box_for_is_said(database, blanks) -> None:
    blanks.publish(blanks.add(brought("lo_pairs.pdf"), BlankDetails("guangdong", "2026", "申请表")))
    known = Situation(
        province="guangdong", relation="other", ground="domain", scope="site", applicant_kind="unit", has_agent=False,
        hollow=False, domain_lapsed=False, name_changed=False, provider_known=None, can_log_in=None, today=DAY,
    )  # fmt: skip
    said = "".join(notices(known, FormEditions(database).current("deregistration", "guangdong", DAY)))
    assert "没有“申请类别”的勾选框" in said and "他单位备案" in said
    assert "勾选框" not in "".join(notices(known, current("deregistration", "guangdong")))
