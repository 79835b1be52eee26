"""The wizard in a narrow window: words give way, nothing is cut off at the side."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.flows.deregistration import GRAPH
from app.services.flows.draft import Agent, Applicant, Draft, Enclosure, Filing
from app.views.languages import Languages

OWN = Draft(
    filing=Filing(scope="subject", number="湘ICP备12345678号", subject_kind="unit", domains=("example.com",)),
    relation="own",
    ground="domain",
    can_log_in=False,
    applicant=Applicant(kind="unit", name="长沙市示例网络科技有限公司"),
    agent=Agent(name="王示例"),
)
HOLLOW = replace(
    OWN,
    relation="other",
    ground="subject",
    filing=replace(OWN.filing, number="京ICP备12345678号", hollow=True, domains=("example.xyzzy",)),
    enclosures=(Enclosure("other", f"/nowhere/{'a-name-without-a-gap' * 6}.pdf"),),
)


@pytest.fixture
def english(qapp: QApplication):
    languages = Languages("en", qapp)
    yield
    languages.close()


@pytest.mark.parametrize("draft", [Draft(), OWN, HOLLOW], ids=["empty", "own", "hollow"])
def test_no_step_is_wider_than_its_place(open_wizard, english, qtbot, draft):
    hand = open_wizard(draft)
    wizard = hand.wizard
    wizard.resize(960, 600)
    for step in GRAPH.path(draft):
        wizard._go(step)
        if step.value != "review":
            wizard.go_on()
            wizard._go(step)
        qtbot.waitUntil(lambda: not wizard._parts.paper_jobs.busy)
        inside, room = wizard.area.widget(), wizard.area.viewport()
        inside.layout().activate()
        least = inside.minimumSizeHint().width()
        assert least <= room.width(), f"{step.value}: {least} pixels in {room.width()}"


def test_the_box_stands_in_the_middle_of_its_first_line(open_wizard):
    wizard = open_wizard(OWN).wizard
    tick = wizard.forms[wizard.step].editor("filing.hollow")
    box = tick.box.mapTo(tick, tick.box.rect().center()).y()
    first = tick.words.mapTo(tick, QPoint(0, tick.words.fontMetrics().height() // 2)).y()
    assert abs(box - first) <= 1


def test_a_click_on_the_words_takes_the_choice(open_wizard):
    wizard = open_wizard(Draft()).wizard
    choice = wizard.forms[wizard.step].editor("filing.scope")
    QTest.mouseClick(choice.words["site"], Qt.MouseButton.LeftButton)
    assert choice.value() == "site"
    assert wizard.draft.filing.scope == "site"


def test_tab_walks_from_top_to_bottom_and_on_to_the_buttons(open_wizard):
    """The hollow tick comes up only after "whole subject" was chosen; it is reached where it stands."""
    hand = open_wizard(Draft())
    wizard = hand.wizard
    hand.choose("filing.scope", "subject")
    hand.choose("relation", "own")
    form = wizard.forms[wizard.step]
    form.editor("filing.number").setFocus()
    heights, walked = [], []
    while hand.at is not wizard.next and len(walked) < 40:
        walked.append(hand.at)
        heights.append(hand.at.mapTo(wizard.area.widget(), QPoint()).y())
        hand.press(Qt.Key.Key_Tab)
    assert hand.at is wizard.next
    assert heights == sorted(heights)
    assert form.editor("filing.hollow").box in walked
    assert form.editor("can_log_in").focusProxy() in walked
