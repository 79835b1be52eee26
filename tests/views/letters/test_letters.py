"""Letters in the window: from the shelf to a file, from a case to its papers, and what was typed is never lost."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.cases import Cases
from app.services.drafts import Drafts
from app.services.flows.draft import Applicant, Draft, Filing
from app.services.flows.letter_draft import FLOW
from app.services.search import SearchHit
from app.services.stores import Stores
from app.views.letters.letter_window import LetterWindow
from app.views.letters.record_picker import RecordPicker

TODAY = date(2026, 11, 23)
PERSON = "110101190001010014"
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
PACKET = Draft(
    filing=Filing(
        scope="site", number="粤ICP备12345678号-1", subject_name="广州市样本有限公司", domains=("example.com",)
    ),
    relation="other",
    ground="domain",
    applicant=Applicant(
        kind="unit",
        name="深圳市示例网络科技有限公司",
        certificate_type="credit_code",
        certificate_number="91440300MA5DFAXX01",
        contact_name="张示例",
        mobile="13800138000",
        email="a@example.com",
    ),
    reason="域名现归本单位。",
    application_date=TODAY,
)


@pytest.fixture
def desk(program):
    """What makes the pages of the open store."""
    pages = next(each for each in program.window.children() if hasattr(each, "letters"))
    pages.letters._today = lambda: TODAY
    return pages


@pytest.fixture
def open_letter(qtbot, desk) -> Callable[..., LetterWindow]:
    def write(*args) -> LetterWindow:
        with qtbot.waitSignal(desk.letters.opened) as opened:
            desk.letters.write(*args)
        window = opened.args[0]
        qtbot.waitSignal(window.drawn).wait()
        return window

    return write


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace("\n", "")


def line(window: LetterWindow, field: str, text: str) -> None:
    editor = window.form.editor(field).line
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)


def test_the_shelf_lists_the_letters_and_opens_one(qtbot, program, desk):
    view = program.window.desk_view
    view.show_page("forms")
    page = view.page("forms")
    page.tabs.setCurrentWidget(page.letters)
    qtbot.waitUntil(lambda: page.letters.choices.current != "")
    with qtbot.waitSignal(desk.letters.opened) as opened:
        QTest.keyClick(page.letters.fill_in, Qt.Key.Key_Space)
    assert opened.args[0].draft.code == page.letters.choices.current
    opened.args[0].reject()


def test_a_letter_is_filled_in_from_a_record_and_saved(qtbot, open_letter, desk, program, prompts, tmp_path: Path):
    [subject] = desk.subjects.create(UNIT).subjects
    window = open_letter("authorization-subject-lead")
    line(window, "legal_certificate_number", "110101190001010022")
    window.from_record.click()
    picker = window.findChild(RecordPicker)
    with qtbot.waitSignal(picker.listed):
        QTest.keyClicks(picker.text, "12345678")
    with qtbot.waitSignal(window.drawn) as drawn:
        QTest.keyClick(picker.text, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.draft.subject_id == subject)
    assert "上海示例网络有限公司" in text_of(drawn.args[0].pdf)
    assert window.draft.value("legal_certificate_number") == "110101190001010022"
    target = tmp_path / "letter.pdf"
    prompts.expect("save_file", target)
    window.save_button.click()
    qtbot.waitUntil(target.exists)
    assert PERSON in text_of(target.read_bytes()) and "110101190001010022" in text_of(target.read_bytes())
    window.reject()


def test_another_record_leaves_nothing_of_the_former_one(qtbot, open_letter, desk):
    [whole] = desk.subjects.create(UNIT).subjects
    [bare] = desk.subjects.create({"kind": "unit", "name": "北京另一家网络有限公司"}).subjects
    window = open_letter("authorization-transfer")
    line(window, "authorized_name", "Zhou Shili")
    for record, number in ((whole, UNIT["certificate_number"]), (bare, "")):
        with qtbot.waitSignal(window.drawn):
            window._take_record(SearchHit("subject", record, "", "", "", "", 0))
        assert window.draft.value("unit_certificate_number") == number
    assert window.draft.value("unit_name") == "北京另一家网络有限公司" and not window.draft.value("filing_number")
    assert window.draft.value("authorized_name") == "Zhou Shili"
    window.reject()


def test_what_is_wrong_stops_the_printing_and_is_shown_at_its_blank(qtbot, open_letter):
    window = open_letter("authorization-subject-lead")
    window.print_button.click()
    qtbot.waitUntil(lambda: window.form.focusWidget() is window.form.editor("authorized_name").line)
    with qtbot.waitSignal(window.drawn):
        line(window, "authorized_name", "Zhou Shili")
    window.form.pen("unit_name").click()
    shown = [field.trouble.text() for field in window.form._fields.values() if field.trouble.text()]
    assert shown and not any("authorized_name" in each for each in shown)
    window.reject()


def test_a_blank_by_hand_is_drawn_as_a_line(qtbot, open_letter):
    window = open_letter("authorization-subject-lead")
    with qtbot.waitSignal(window.drawn):
        line(window, "authorized_name", "Zhou Shili")
    with qtbot.waitSignal(window.drawn) as drawn:
        window.form.pen("authorized_name").click()
    assert "Zhou Shili" not in text_of(drawn.args[0].pdf)
    assert "authorized_name" in window.draft.handwriting
    window.reject()


def test_what_was_typed_survives_the_closing(qtbot, open_letter, desk, program):
    window = open_letter("request-hollow-shandong")
    line(window, "applicant_name", "Example Ltd")
    window.reject()
    qtbot.waitUntil(lambda: not program.store_jobs.busy)
    [kept] = Drafts(desk._database).all(FLOW)
    assert "Example Ltd" in kept.title
    with qtbot.waitSignal(desk.letters.opened) as opened:
        desk.go_on(kept)
    again = opened.args[0]
    assert again.form.editor("applicant_name").value() == "Example Ltd"
    again.reject()


def test_a_letter_of_a_case_is_kept_among_its_papers(qtbot, open_letter, desk, program, vault, data_dir):
    finished = desk.deregistrations.finish(PACKET, TODAY)
    window = open_letter("statement-rename", "case", finished.case_id)
    assert window.keep_button.isVisible() and window.draft.value("current_name") == "深圳市示例网络科技有限公司"
    for field, text in (("former_name", "Old Example"), ("matter", "ICP"), ("contact_phone", "13800138000")):
        line(window, field, text)
    window.form.pen("changed_on").click()
    with qtbot.waitSignal(window.kept) as kept:
        QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not program.store_jobs.busy)
    assert desk.deregistrations.reprint(kept.args[0].document_id) == kept.args[0].letter.pdf
    assert Drafts(desk._database).all(FLOW) == []
    program.window.close()
    program.close()
    with Stores(vault).open(data_dir) as database:
        whole = Cases(database, actor="tester").whole(finished.case_id)
    assert {each.kind for each in whole.documents} == {"packet", "letter"}


def test_a_case_offers_its_procedures_letters_first(desk, program):
    menu = desk.letters.menu(program.window, "case", 1, "transfer_offline")
    texts = [action.text() for action in menu.actions()]
    assert "转移" in texts[0] and texts[1] == "" and len(texts) == 10
    menu.close()


def test_another_kind_of_applicant_has_other_blanks(qtbot, open_letter):
    window = open_letter("request-hollow-shandong")
    assert not window.form._fields["contact_name"].isHidden()
    with qtbot.waitSignal(window.drawn):
        window.form.editor("applicant_kind").button("individual").click()
    assert window.form._fields["contact_name"].isHidden()
    window.reject()
