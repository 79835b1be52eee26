"""A paper of a case whose edition is out of date says so when it is opened, and is made anew by one key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.document import Document
from app.services.blanks import BlankDetails, Blanks, bring_in
from app.services.flows.draft import Applicant, Draft, Filing
from app.views.cases.document_dialog import DocumentDialog

TABLE = Path(__file__).resolve().parents[2] / "data" / "blanks" / "lo_table.pdf"
TODAY = date(2026, 11, 23)
PACKET = Draft(
    filing=Filing(
        scope="site", number="鲁ICP备12345678号-1", subject_name="青岛样本有限公司", domains=("example.com",)
    ),
    relation="other",
    ground="domain",
    applicant=Applicant(
        kind="unit",
        name="济南示例商贸有限公司",
        certificate_type="credit_code",
        certificate_number="91370100MA3C00000E",
        contact_name="张示例",
        mobile="13800138000",
        email="a@example.com",
    ),
    reason="域名现归本单位。",
    application_date=TODAY,
)


def test_an_old_paper_is_made_anew(qtbot, program):
    desk = next(each for each in program.window.children() if hasattr(each, "letters"))
    finished = desk.deregistrations.finish(replace(PACKET), TODAY)
    blanks = Blanks(desk._database, actor="tester")
    details = BlankDetails("shandong", "2026-12", "山东省注销备案申请表")
    blanks.publish(blanks.add(bring_in(TABLE.read_bytes(), "blank.pdf"), details))
    view = program.window.desk_view
    view.show_page("cases")
    page = view.page("cases")
    page.show_record(finished.case_id)
    qtbot.waitUntil(lambda: page.detail.whole is not None and len(page.detail.whole.documents) == 1)
    panel = page.detail.papers
    panel._open(page.detail.whole.documents[0])
    qtbot.waitUntil(lambda: bool(panel.findChildren(DocumentDialog)))
    [dialog] = panel.findChildren(DocumentDialog)
    assert dialog.fresh.isVisible()
    QTest.keyClick(dialog.fresh, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(panel.findChildren(DocumentDialog)) == 2)
    qtbot.waitUntil(lambda: len(page.detail.whole.documents) == 2)
    other = next(each for each in panel.findChildren(DocumentDialog) if each is not dialog)
    assert not other.fresh.isVisible() and not dialog.isVisible()
    other.accept()


def test_an_edition_that_does_not_take_the_values_opens_the_wizard_filled_in(qtbot, program, prompts):
    desk = next(each for each in program.window.children() if hasattr(each, "letters"))
    finished = desk.deregistrations.finish(PACKET, TODAY)
    blanks = Blanks(desk._database, actor="tester")
    details = BlankDetails("shandong", "2026-12", "山东省注销备案申请表")
    brought = bring_in(TABLE.read_bytes(), "blank.pdf")
    places = tuple(
        replace(each, field="agent_name", required=True) if each.field == "reason" else each
        for each in brought.mapping.places
    )
    blanks.publish(blanks.add(brought, details, replace(brought.mapping, places=places)))
    view = program.window.desk_view
    view.show_page("cases")
    page = view.page("cases")
    page.show_record(finished.case_id)
    qtbot.waitUntil(lambda: page.detail.whole is not None and len(page.detail.whole.documents) == 1)
    panel = page.detail.papers
    panel._open(page.detail.whole.documents[0])
    qtbot.waitUntil(lambda: bool(panel.findChildren(DocumentDialog)))
    [dialog] = panel.findChildren(DocumentDialog)
    prompts.expect("ask", True)
    with qtbot.waitSignal(desk.wizards.opened) as opened:
        QTest.keyClick(dialog.fresh, Qt.Key.Key_Space)
    [wizard] = opened.args
    assert not dialog.isVisible() and wizard.draft.case_id == finished.case_id
    assert wizard.draft.applicant == PACKET.applicant and wizard.draft.reason == PACKET.reason
    assert wizard.draft.application_date == TODAY
    wizard.reject()
    qtbot.waitUntil(lambda: not program.store_jobs.busy)


def test_a_paper_that_would_be_drawn_otherwise_is_made_anew_after_asking(qtbot, program, prompts):
    desk = next(each for each in program.window.children() if hasattr(each, "letters"))
    finished = desk.deregistrations.finish(replace(PACKET), TODAY)
    with desk._database.transaction() as session:
        session.get(Document, finished.document_id).sha256 = "0" * 64
    view = program.window.desk_view
    view.show_page("cases")
    page = view.page("cases")
    page.show_record(finished.case_id)
    qtbot.waitUntil(lambda: page.detail.whole is not None and len(page.detail.whole.documents) == 1)
    panel = page.detail.papers
    prompts.expect("ask", True)
    panel._open(page.detail.whole.documents[0])
    qtbot.waitUntil(lambda: bool(panel.findChildren(DocumentDialog)))
    qtbot.waitUntil(lambda: len(page.detail.whole.documents) == 2)
    panel.findChild(DocumentDialog).accept()
