"""Enclosures in a wizard: chosen, checked, kept in the store, taken from the case."""

import io
from dataclasses import replace
from datetime import date

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from sqlalchemy import select

from app.models.material import Material, StoredFile
from app.services.case_starts import CaseStart, CaseStarts
from app.services.demo_pictures import picture
from app.services.deregistrations import Deregistrations
from app.services.flows.deregistration import Step
from app.services.flows.draft import Applicant, Draft, Filing, Ticket
from app.services.materials import Materials

TODAY = date(2026, 11, 23)
OTHER_BY_DOMAIN = Draft(
    ticket=Ticket(number="GD20261123001", customer="李示例"),
    filing=Filing(
        scope="site",
        number="粤ICP备12345678号-1",
        subject_name="广州市样本文化传播有限公司",
        subject_kind="unit",
        domains=("example.com",),
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
)


def buttons_of(widget) -> list[QPushButton]:
    return [each for each in widget.findChildren(QPushButton) if each.isVisible()]


def removers_of(widget) -> list[QPushButton]:
    return [each for each in buttons_of(widget) if each.accessibleName().startswith("Remove")]


def go_to(hand, step: Step) -> None:
    for _ in range(12):
        if hand.wizard.step is step:
            return
        before = hand.wizard.step
        hand.on()
        assert hand.wizard.step is not before, (before, hand.wizard.general.text(), hand.troubles())
    raise AssertionError(f"never came to {step}")


def test_files_are_enclosed_checked_and_kept(open_wizard, answers, store, tmp_path, qtbot):
    picture = io.BytesIO()
    Image.new("RGB", (1200, 800), "#88aacc").save(picture, "PNG")
    good, bad = tmp_path / "证书.png", tmp_path / "坏.png"
    good.write_bytes(picture.getvalue())
    bad.write_bytes(picture.getvalue()[:300])
    hand = open_wizard(OTHER_BY_DOMAIN)
    wizard = hand.wizard
    go_to(hand, Step.ENCLOSURES)
    qtbot.waitUntil(lambda: [each.choose.isVisible() for each in wizard.enclosures.rows()] == [True] * 3)
    row = next(each for each in wizard.enclosures.rows() if each.paper.kind == "domain_certificate")
    answers.files = [bad]
    hand.tab_to(row.choose)
    with qtbot.waitSignal(wizard._paper.read):
        hand.press(Qt.Key.Key_Space)
    hand.on()
    assert wizard.step is Step.ENCLOSURES, "a broken picture does not go into a packet"
    qtbot.waitUntil(lambda: len(removers_of(row)) == 1)
    [away] = removers_of(row)
    with qtbot.waitSignal(wizard._paper.read):
        hand.tab_to(away)
        hand.press(Qt.Key.Key_Space)
    answers.files = [good]
    with qtbot.waitSignal(wizard._paper.read):
        hand.tab_to(row.choose)
        hand.press(Qt.Key.Key_Space)
    [enclosed] = wizard.draft.enclosures
    assert (enclosed.kind, enclosed.file) == ("domain_certificate", str(good))
    hand.on()
    assert wizard.step is Step.REVIEW
    with qtbot.waitSignal(wizard.finished_case):
        hand.on()
    with store.read() as session:
        assert [each.data for each in session.scalars(select(StoredFile))] == [good.read_bytes()]


def test_a_file_is_there_after_the_stick_was_pulled(open_wizard, answers, store, tmp_path, qtbot):
    stick = tmp_path / "证书.png"
    stick.write_bytes(picture("whois"))
    hand = open_wizard(OTHER_BY_DOMAIN)
    go_to(hand, Step.ENCLOSURES)
    qtbot.waitUntil(lambda: bool(hand.wizard.enclosures.rows()))
    row = next(each for each in hand.wizard.enclosures.rows() if each.paper.kind == "domain_certificate")
    qtbot.waitUntil(row.choose.isVisible)
    answers.files = [stick]
    with qtbot.waitSignal(hand.wizard._autosave.saved):
        hand.tab_to(row.choose)
        hand.press(Qt.Key.Key_Space)
    stick.unlink()
    assert hand.wizard.draft.enclosures[0].sha256
    hand.on()
    assert hand.wizard.step is Step.REVIEW, hand.wizard.general.text()
    with qtbot.waitSignal(hand.wizard.finished_case):
        hand.on()
    with store.read() as session:
        assert [each.data for each in session.scalars(select(StoredFile))] == [picture("whois")]


def test_files_of_the_case_are_enclosed_removed_and_taken_again(open_wizard, store, qtbot):
    case_id = CaseStarts(store, actor="客服").create(CaseStart("deregister_offline_other_unit"), TODAY)[0]
    materials = Materials(store, actor="客服")
    materials.add(case_id, "domain_certificate", "证书.png", picture("whois"))
    materials.add(case_id, "other", "说明.png", picture("letter"), title="来信")
    given = Deregistrations(store, actor="客服").start(case_id=case_id)
    hand = open_wizard(replace(OTHER_BY_DOMAIN, case_id=case_id, enclosures=given.enclosures))
    wizard = hand.wizard
    go_to(hand, Step.ENCLOSURES)
    qtbot.waitUntil(lambda: bool(wizard.enclosures.rows()) and wizard.enclosures.rows()[0].from_case.isVisible())
    row = next(each for each in wizard.enclosures.rows() if each.paper.kind == "domain_certificate")
    assert [each.text() for each in row.offers.actions()] == ["来信"], "the certificate is enclosed already"
    with qtbot.waitSignal(wizard._paper.read):
        hand.tab_to(removers_of(row)[0])
        hand.press(Qt.Key.Key_Space)
    assert wizard.draft.enclosures == ()
    qtbot.waitUntil(lambda: len(row.offers.actions()) == 2)
    assert row.offers.actions()[0].text() == "域名证书" or "证书" in row.offers.actions()[0].text()
    with qtbot.waitSignal(wizard._paper.read):
        row.offers.actions()[0].trigger()
    assert [each.kind for each in wizard.draft.enclosures] == ["domain_certificate"]
    go_to(hand, Step.REVIEW)
    with qtbot.waitSignal(wizard.finished_case):
        hand.on()
    with store.read() as session:
        held = session.scalars(select(Material).where(Material.file_id.is_not(None))).all()
        assert {each.case_id for each in held} == {case_id} and len(held) == 2
