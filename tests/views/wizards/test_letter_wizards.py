from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from app.messages import Messages
from app.models.case import Case, CaseItem
from app.models.draft import Draft as KeptDraft
from app.services.drafts import Drafts
from app.services.flows.mailbox_reset_draft import History, Mailbox, MailboxDraft
from app.services.flows.parts import Authorized, FiledSubject, LetterAnswers, Ticket
from app.services.flows.transfer_draft import Source, Target, TransferDraft
from app.services.mailbox_resets import MailboxResets
from app.services.transfers import Transfers
from app.views.wizards.flow_wizard import FlowWizard, WizardParts
from app.views.wizards.letter_faces import MailboxFace, TransferFace

TODAY = date(2026, 11, 23)
UNIT = FiledSubject("粤ICP备12345678号", "unit", "深圳市示例网络科技有限公司", "credit_code", "91440300MA5DFAXX01")
PERSON = Authorized("张示例", "id_card", "11010119900307109X", "13800138000")
TRANSFER = TransferDraft(
    ticket=Ticket("GD1", "李示例", ""),
    can_log_in=False,
    filing=UNIT,
    source=Source("old@example.com", "china", False),
    target=Target("1234567890", "china", False, False),
    applicant=PERSON,
    letter=LetterAnswers(provider_name="示例云计算有限公司", legal_certificate_number="110101199001010015"),
)
RESET = MailboxDraft(
    account_known=True,
    mailbox_works=False,
    history=History(filed_on=date(2012, 5, 1), imported=False),
    filing=UNIT,
    domain="example.com",
    mailbox=Mailbox("old@example.com", "new@example.com", "new@example.com"),
    applicant=PERSON,
    letter=LetterAnswers(provider_name="示例云计算有限公司", legal_certificate_number="110101199001010015"),
)


@pytest.fixture
def open_flow(qtbot, store, lanes, answers, hand_of):
    def make(face_type, service, draft=None, **more):
        parts = WizardParts(
            drafts=Drafts(store),
            jobs=lanes[0],
            paper_jobs=lanes[1],
            prompts=answers,
            messages=Messages("zh"),
            today=lambda: TODAY,
        )
        face = face_type(service(store, actor="客服"))
        wizard = FlowWizard(face, parts, draft, **more)
        face.setParent(wizard)
        return hand_of(wizard)

    return make


def go_on_until(hand, step: str) -> None:
    for _ in range(14):
        if hand.wizard.step.value == step:
            return
        before = hand.wizard.step
        hand.on()
        assert hand.wizard.step is not before, (before, hand.wizard.general.text(), hand.troubles())
    raise AssertionError(f"never came to {step}")


def finish(hand, qtbot):
    with qtbot.waitSignal(hand.wizard.finished_case) as done:
        hand.on()
    return done.args[0]


def text_of(pdf: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def test_a_transfer_is_walked_by_keys_to_its_case(open_flow, store, qtbot):
    hand = open_flow(TransferFace, Transfers)
    wizard = hand.wizard
    hand.choose("can_log_in", False)
    hand.on()
    assert wizard.step.value == "conditions"
    hand.choose("source.station", "china")
    hand.choose("source.has_order", False)
    hand.line("target.uid", "1234567890")
    hand.choose("target.station", "china")
    hand.choose("target.has_order", False)
    hand.choose("target.has_subject", True)
    hand.on()
    assert wizard.step.value == "conditions", "an account with another subject takes no filing"
    assert hand.troubles()
    hand.choose("target.has_subject", False)
    hand.on()
    hand.line("filing.number", "粤ICP备12345678号")
    hand.choose("filing.subject_kind", "unit")
    hand.line("filing.subject_name", UNIT.subject_name)
    hand.pick("filing.certificate_type", "credit_code")
    hand.line("filing.certificate_number", UNIT.certificate_number)
    hand.on()
    assert wizard.step.value == "applicant", hand.troubles()
    hand.line("applicant.name", "张示例")
    hand.pick("applicant.certificate_type", "id_card")
    hand.line("applicant.certificate_number", PERSON.certificate_number)
    hand.on()
    assert wizard.step.value == "letter", hand.troubles()
    assert wizard.draft.letter.dated == TODAY
    hand.line("letter.provider_name", "示例云计算有限公司")
    hand.line("letter.legal_certificate_number", "110101199001010015")
    hand.on()
    assert wizard.step.value == "effects", hand.troubles()
    hand.on()
    assert wizard.step.value == "effects", "the effects have to be agreed to"
    hand.tab_to(wizard.forms[wizard.step].editor("effects_confirmed").box)
    hand.press(Qt.Key.Key_Space)
    go_on_until(hand, "review")
    finished = finish(hand, qtbot)
    assert "授权委托书" in text_of(finished.prepared.pdf)
    with store.read() as session:
        case = session.get(Case, finished.case_id)
        assert (case.procedure, case.due_on) == ("transfer_offline", date(2026, 11, 26))
        assert session.scalars(select(CaseItem).where(CaseItem.case_id == case.id)).all()


def test_who_can_log_in_transfers_online(open_flow):
    hand = open_flow(TransferFace, Transfers, replace(TransferDraft(), ticket=Ticket("GD1", "李示例", "")))
    hand.choose("can_log_in", True)
    hand.choose("receives_codes", True)
    hand.on()
    assert hand.wizard.step.value == "online_way"
    hand.press(Qt.Key.Key_Space)
    assert "李示例" in QApplication.clipboard().text()
    hand.back()
    assert hand.wizard.step.value == "triage"


def test_an_individuals_transfer_has_no_letter(open_flow, store, qtbot):
    person = FiledSubject("粤ICP备12345678号", "individual", "张示例", "id_card", PERSON.certificate_number)
    hand = open_flow(
        TransferFace, Transfers, replace(TRANSFER, filing=person, effects_confirmed=True, applicant=Authorized())
    )
    go_on_until(hand, "review")
    assert "letter" not in [each.value for each in hand.wizard._graph.path(hand.wizard.draft)]
    assert finish(hand, qtbot).prepared.form_code == ""


def test_a_mailbox_is_typed_twice_and_ends_in_a_case(open_flow, store, qtbot):
    hand = open_flow(MailboxFace, MailboxResets, replace(RESET, mailbox=Mailbox("old@example.com")))
    go_on_until(hand, "mailbox")
    assert hand.wizard.advice.texts(), "what cannot be undone is said"
    hand.line("mailbox.new", "new@example.com")
    hand.line("mailbox.new_again", "nwe@example.com")
    hand.on()
    assert hand.wizard.step.value == "mailbox"
    hand.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.line("mailbox.new_again", "new@example.com")
    go_on_until(hand, "review")
    finished = finish(hand, qtbot)
    with store.read() as session:
        assert session.get(Case, finished.case_id).due_on == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("draft", "step"),
    [
        (replace(RESET, mailbox_works=True), "password_way"),
        (replace(RESET, history=History(filed_on=date(2018, 1, 1))), "other_way"),
        (replace(RESET, history=History(date(2009, 1, 1), None, False, False)), "other_way"),
    ],
)
def test_ways_that_leave_the_old_mailbox_alone(open_flow, draft, step):
    hand = open_flow(MailboxFace, MailboxResets, draft)
    go_on_until(hand, step)
    assert hand.wizard.way_out.steps.texts()
    assert "您好" in hand.wizard.way_out.reply.toPlainText()
    assert not hand.wizard.next.isVisible()


@pytest.mark.parametrize(
    ("face", "service", "draft"),
    [(TransferFace, Transfers, TRANSFER), (MailboxFace, MailboxResets, RESET)],
    ids=["transfer", "mailbox"],
)
def test_left_at_any_step_it_goes_on_there(open_flow, store, qtbot, face, service, draft):
    draft = replace(draft, effects_confirmed=True) if hasattr(draft, "effects_confirmed") else draft
    hand = open_flow(face, service, draft)
    seen = []
    for step in [each.value for each in hand.wizard._graph.path(draft)]:
        go_on_until(hand, step)
        seen.append(step)
        hand.wizard._autosave.keep((step, hand.wizard.draft))
        with qtbot.waitSignal(hand.wizard._autosave.saved):
            hand.wizard.reject()
        with store.read() as session:
            (kept,) = session.scalars(select(KeptDraft)).all()
            number, where, answers = kept.id, kept.step, dict(kept.answers)
        assert where == step
        again = type(draft).from_json(answers)
        hand = open_flow(face, service, again, draft_id=number, step=where)
        assert hand.wizard.step.value == step
    assert seen[-1] == "review"
    finish(hand, qtbot)
