from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from sqlalchemy import select

from app.models.case import Case, CaseItem
from app.models.document import Document
from app.models.draft import Draft as KeptDraft
from app.services.flows.deregistration import Step
from app.services.flows.draft import Agent, AgentLetter, Applicant, Draft, Enclosure, Filing, Ticket

CREDIT_CODE = "91440300MA5DFAXX01"

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
        certificate_number=CREDIT_CODE,
        contact_name="张示例",
        mobile="13800138000",
        email="a@example.com",
    ),
)


def text_of(preview) -> str:
    document = pypdfium2.PdfDocument(preview.pdf)
    return "".join(page.get_textpage().get_text_range() for page in document)


def buttons_of(widget) -> list[QPushButton]:
    return [each for each in widget.findChildren(QPushButton) if each.isVisible()]


def go_to(hand, step: Step) -> None:
    for _ in range(12):
        if hand.wizard.step is step:
            return
        before = hand.wizard.step
        hand.on()
        assert hand.wizard.step is not before, (before, hand.wizard.general.text(), hand.troubles())
    raise AssertionError(f"never came to {step}")


def test_from_an_empty_page_to_the_case_without_a_mouse(open_wizard, store, qtbot):
    hand = open_wizard()
    wizard = hand.wizard
    hand.line("filing.number", "粤ICP备１２３４５６７８号-1")
    hand.choose("filing.scope", "site")
    hand.choose("relation", "other")
    hand.on()
    assert wizard.step is Step.FILING
    hand.choose("filing.subject_kind", "unit")
    hand.line("filing.subject_name", "广州市样本文化传播有限公司")
    hand.line("filing.domains", "example.com")
    hand.on()
    hand.choose("ground", "domain")
    hand.on()
    assert wizard.step is Step.APPLICANT
    hand.choose("applicant.kind", "unit")
    hand.line("applicant.name", "深圳市示例网络科技有限公司")
    hand.pick("applicant.certificate_type", "credit_code")
    hand.line("applicant.certificate_number", CREDIT_CODE)
    hand.line("applicant.contact_name", "张示例")
    hand.line("applicant.mobile", "13800138000")
    hand.line("applicant.email", "a@example.com")
    hand.on()
    assert wizard.step is Step.REASON, hand.troubles()
    assert "example.com" in wizard.draft.reason
    hand.on()
    qtbot.waitUntil(lambda: bool(wizard.enclosures.rows()))
    hand.on()
    assert wizard.step is Step.REVIEW
    with qtbot.waitSignal(wizard.finished_case) as done:
        hand.on()
    finished = done.args[0]
    with store.read() as session:
        case = session.get(Case, finished.case_id)
        assert (case.filing_number, case.province, case.due_on.isoformat()) == (
            "粤ICP备12345678号-1",
            "guangdong",
            "2026-11-30",
        )
        assert session.scalars(select(CaseItem).where(CaseItem.case_id == case.id)).all()
        assert session.get(Document, finished.document_id).sha256 == finished.prepared.sha256
        assert session.scalars(select(KeptDraft)).all() == []
    assert wizard.done_page.print_button.hasFocus()
    with qtbot.waitSignal(wizard.print_wanted) as printed:
        hand.press(Qt.Key.Key_Space)
    assert "深圳市示例网络科技有限公司" in text_of(printed.args[0])


def test_next_says_what_is_missing_and_goes_to_it(open_wizard):
    hand = open_wizard()
    assert hand.troubles() == [], "nobody has answered yet, nothing is held against anyone"
    hand.on()
    assert hand.wizard.step is Step.TRIAGE
    assert len(hand.troubles()) == 3
    assert hand.at is hand.wizard.forms[Step.TRIAGE].editor("filing.number").line


def test_a_wrong_number_is_said_while_typing(open_wizard):
    hand = open_wizard()
    hand.line("filing.number", "川ICP备12345678号")
    assert any("蜀" in each for each in hand.troubles())


def test_the_page_beside_is_the_form_of_the_numbers_province(open_wizard, qtbot):
    hand = open_wizard()
    shown = []
    hand.wizard._paper.drawn.connect(shown.append)
    hand.line("filing.number", "湘ICP备12345678号")
    qtbot.waitUntil(lambda: bool(shown) and shown[-1] is not None)
    text = text_of(shown[-1])
    assert "备案注销申请表" in text
    assert "湘ICP备12345678号" in text
    assert hand.wizard.preview.badge.isVisible()


def test_back_shows_every_answer_again_and_leaves_no_answer_of_a_left_branch(open_wizard):
    draft = replace(
        OTHER_BY_DOMAIN,
        agent=Agent("王示例", "id_card", "11010119900307109X", "13900139000"),
        letter=AgentLetter("make", "110101199001010015"),
    )
    hand = open_wizard(draft)
    go_to(hand, Step.AGENT)
    hand.back()
    hand.back()
    hand.back()
    hand.back()
    assert hand.wizard.step is Step.TRIAGE
    assert hand.wizard.draft == draft
    hand.choose("relation", "own")
    hand.choose("provider_known", False)
    go_to(hand, Step.RELATION)
    hand.choose("ground", "subject")
    assert hand.wizard.draft.provider_known is False
    hand.back()
    hand.back()
    hand.choose("relation", "other")
    hand.on()
    assert hand.wizard.draft.provider_known is None, "a question nobody asks any more has no answer"


def test_an_agent_unticked_is_gone(open_wizard):
    hand = open_wizard(replace(OTHER_BY_DOMAIN, agent=Agent("王示例", "id_card", "11010119900307109X", "")))
    go_to(hand, Step.APPLICANT)
    box = hand.wizard.forms[Step.APPLICANT].editor("agent").box
    hand.tab_to(box)
    hand.press(Qt.Key.Key_Space)
    hand.on()
    assert hand.wizard.step is Step.REASON
    assert hand.wizard.draft.agent is None


def test_the_letter_of_an_agent_is_made_beside_its_questions(open_wizard, qtbot):
    hand = open_wizard(replace(OTHER_BY_DOMAIN, agent=Agent("王示例", "id_card", "11010119900307109X", "")))
    wizard, shown = hand.wizard, []
    wizard._paper.drawn.connect(shown.append)
    go_to(hand, Step.AGENT)
    assert wizard.forms[Step.AGENT].editor("letter.way").value() == "make", "what is usual stands there already"
    hand.choose("letter.way", "later")
    hand.on()
    assert wizard.step is Step.REASON, "a letter that comes later is not asked about"
    hand.back()
    hand.choose("letter.way", "make")
    hand.on()
    assert wizard.step is Step.LETTER
    assert wizard.draft.letter.dated is not None and wizard.draft.letter.valid_until is not None
    hand.line("letter.legal_certificate_number", "110101199001010015")
    qtbot.waitUntil(lambda: bool(shown) and shown[-1].form_code == "authorization-deregistration")
    qtbot.waitUntil(lambda: "110101199001010015" in text_of(shown[-1]))
    assert "王示例" in text_of(shown[-1])
    hand.on()
    assert wizard.step is Step.REASON
    qtbot.waitUntil(lambda: shown[-1].form_code != "authorization-deregistration")


def test_where_the_online_way_is_open_no_paper_is_made(open_wizard):
    hand = open_wizard(
        Draft(
            ticket=Ticket(customer="李示例"),
            filing=Filing(scope="subject", number="鲁ICP备12345678号"),
            relation="own",
            provider_known=True,
            can_log_in=True,
        )
    )
    hand.on()
    wizard = hand.wizard
    assert wizard.step is Step.ONLINE_WAY
    assert not wizard.next.isVisible()
    assert wizard.way_out.steps.texts()
    hand.press(Qt.Key.Key_Space)
    assert "李示例" in QApplication.clipboard().text()
    hand.back()
    assert wizard.step is Step.TRIAGE


def test_an_unapproved_suffix_has_to_be_typed(open_wizard):
    hand = open_wizard(replace(OTHER_BY_DOMAIN, filing=replace(OTHER_BY_DOMAIN.filing, domains=("example.org",))))
    go_to(hand, Step.SUFFIX)
    assert hand.wizard.advice.texts()
    hand.on()
    assert hand.wizard.step is Step.SUFFIX
    hand.line("suffix_confirmation", "example.com")
    hand.on()
    assert hand.wizard.step is Step.SUFFIX, "another domain is no confirmation"
    hand.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.line("suffix_confirmation", "example.org")
    hand.on()
    assert hand.wizard.step is Step.ENCLOSURES


def test_what_is_left_for_the_pen_is_not_asked_for(open_wizard):
    hand = open_wizard(replace(OTHER_BY_DOMAIN, applicant=replace(OTHER_BY_DOMAIN.applicant, name="")))
    go_to(hand, Step.APPLICANT)
    hand.on()
    assert hand.wizard.step is Step.APPLICANT
    pen = hand.wizard.forms[Step.APPLICANT].pen("applicant.name")
    hand.tab_to(pen)
    hand.press(Qt.Key.Key_Space)
    hand.on()
    assert hand.wizard.step is Step.REASON
    assert hand.wizard.draft.handwriting == ("applicant.name",)


def test_the_agents_own_reason_is_not_overwritten(open_wizard):
    hand = open_wizard(OTHER_BY_DOMAIN)
    go_to(hand, Step.REASON)
    proposed = hand.wizard.draft.reason
    hand.back()
    hand.back()
    assert hand.wizard.step is Step.RELATION
    hand.on()
    hand.on()
    assert hand.wizard.draft.reason == proposed
    text = hand.wizard.forms[Step.REASON].editor("reason").text
    hand.tab_to(text)
    hand.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hand.type(text, "自己写的理由。")
    hand.back()
    hand.on()
    assert hand.wizard.draft.reason == "自己写的理由。"


def test_left_at_any_step_it_goes_on_there(open_wizard, store, qtbot):
    hand = open_wizard(OTHER_BY_DOMAIN)
    seen = []
    for step in hand.wizard._graph.path(OTHER_BY_DOMAIN):
        go_to(hand, step)
        seen.append(step)
        before = hand.wizard.draft
        hand.wizard._autosave.keep((step.value, before))
        with qtbot.waitSignal(hand.wizard._autosave.saved):
            hand.wizard.reject()
        with store.read() as session:
            (kept,) = session.scalars(select(KeptDraft)).all()
            number, where, answers = kept.id, kept.step, dict(kept.answers)
        assert where == step.value
        again = Draft.from_json(answers)
        assert again == before, "every answer so far is there"
        hand = open_wizard(again, draft_id=number, step=where)
        assert hand.wizard.step is step
    assert seen[0] is Step.TRIAGE and seen[-1] is Step.REVIEW and len(seen) >= 7
    with qtbot.waitSignal(hand.wizard.finished_case):
        hand.on()
    with store.read() as session:
        assert session.scalars(select(KeptDraft)).all() == []


def test_a_problem_on_the_review_leads_back_to_its_question(open_wizard, answers, tmp_path, qtbot):
    gone = replace(OTHER_BY_DOMAIN, enclosures=(Enclosure("domain_certificate", str(tmp_path / "没有.pdf")),))
    hand = open_wizard(gone, step="review")
    assert hand.wizard.step is Step.REVIEW
    qtbot.waitUntil(lambda: bool(buttons_of(hand.wizard.review)))
    hand.tab_to(buttons_of(hand.wizard.review)[0])
    hand.press(Qt.Key.Key_Space)
    assert hand.wizard.step in (Step.ENCLOSURES, Step.REASON)


def test_closing_keeps_the_draft_and_it_goes_on_where_it_was(open_wizard, store, qtbot):
    hand = open_wizard(OTHER_BY_DOMAIN)
    go_to(hand, Step.APPLICANT)
    hand.line("applicant.legal_representative", "䶮𬭎")
    with qtbot.waitSignal(hand.wizard._autosave.saved):
        hand.press(Qt.Key.Key_Escape)
    assert not hand.wizard.isVisible()
    with store.read() as session:
        (kept,) = session.scalars(select(KeptDraft)).all()
        number, step, draft = kept.id, kept.step, Draft.from_json(kept.answers)
    again = open_wizard(draft, draft_id=number, step=step)
    assert again.wizard.step is Step.APPLICANT
    assert again.wizard.draft.applicant.legal_representative == "䶮𬭎"
    go_to(again, Step.REVIEW)
    with qtbot.waitSignal(again.wizard.finished_case):
        again.on()
    with store.read() as session:
        assert session.scalars(select(KeptDraft)).all() == []


def test_finish_is_not_pressed_twice(open_wizard, store, qtbot):
    hand = open_wizard(OTHER_BY_DOMAIN)
    go_to(hand, Step.REVIEW)
    with qtbot.waitSignal(hand.wizard.finished_case):
        hand.wizard.go_on()
        hand.wizard.go_on()
    hand.wizard.go_on()
    with store.read() as session:
        assert len(session.scalars(select(Case)).all()) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Left])
def test_the_arrows_walk_the_steps(open_wizard, key):
    hand = open_wizard(OTHER_BY_DOMAIN)
    hand.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert hand.wizard.step is Step.FILING
    hand.press(key, Qt.KeyboardModifier.AltModifier)
    assert hand.wizard.step is (Step.RELATION if key == Qt.Key.Key_Right else Step.TRIAGE)


def test_where_the_packet_was_saved_is_said_in_the_wizard(open_wizard, tmp_path):
    """The window's own notices stand behind the wizard; its folder is offered beside the other things to do."""
    wizard = open_wizard(OTHER_BY_DOMAIN).wizard
    shown = []
    wizard.folder_wanted.connect(shown.append)
    assert wizard.done_page.folder_button.isHidden()
    wizard.show_saved(tmp_path / "packet.pdf")
    assert str(tmp_path / "packet.pdf") in wizard.saved.text()
    assert not wizard.done_page.folder_button.isHidden()
    wizard.done_page.folder_button.click()
    assert shown == [tmp_path / "packet.pdf"]
