"""A change is led through with keys: filing, wishes, what decides it, plan, case; nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.flows.change import Step
from app.services.rule_overlay_drafts import RuleDraft
from app.views.guide.audit_tab import REASON

TODAY = date(2026, 11, 23)


@pytest.fixture
def guide(qtbot, program):
    view = program.window.desk_view
    view.show_page("guide")
    qtbot.waitUntil(lambda: not program.store_jobs.busy and not program.free_jobs.busy)
    return view.page("guide")


@pytest.fixture
def tab(guide, qtbot, program):
    guide.tabs.setCurrentWidget(guide.change)
    qtbot.waitUntil(lambda: not program.store_jobs.busy)
    return guide.change


def said(facts) -> str:
    return "\n".join(statement.text for section in facts._sections for statement in section.statements)


def press(widget) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Space)


def paste(line, text: str) -> None:
    """QTest types Latin letters only."""
    QApplication.clipboard().setText(text)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def first_page(tab) -> None:
    form = tab.forms[Step.FILING]
    paste(form.editor("filing.number").line, "粤ICP备12345678号")
    press(form.editor("filing.subject_kind").stops()[0])
    press(form.editor("access").stops()[0])


def wish(tab, *names: str) -> None:
    for name in names:
        press(tab.forms[Step.WANTED].editor(f"wanted.{name}").focusProxy())


def test_a_change_is_led_through_with_keys_to_a_case(tab, qtbot, program):
    press(tab.next)
    assert tab.step is Step.FILING
    assert not tab.forms[Step.FILING]._fields["filing.number"].trouble.isHidden()
    first_page(tab)
    press(tab.next)
    assert tab.step is Step.WANTED
    press(tab.next)
    assert not tab.trouble.isHidden()
    wish(tab, "subject_name", "subject_lead")
    assert "变更主体信息" in said(tab.facts)
    press(tab.next)
    assert tab.step is Step.DETAILS
    press(tab.next)
    assert tab.step is Step.PLAN
    tab.copy.click()
    assert "变更主体信息" in QApplication.clipboard().text()
    with qtbot.waitSignal(tab._around.changes.changed) as made:
        tab.begin.click()
    assert len(made.args[0].cases) == 1
    assert tab.draft.filing.number == ""
    qtbot.waitUntil(lambda: not program.store_jobs.busy)
    assert tab._drafts.all("change") == []


def test_back_keeps_the_answers_and_a_left_branch_goes(tab):
    first_page(tab)
    press(tab.next)
    wish(tab, "domain_removed")
    press(tab.next)
    press(tab.forms[Step.DETAILS].editor("other_domains_left").stops()[0])
    assert tab.draft.other_domains_left is not None
    press(tab.back)
    wish(tab, "domain_removed", "site_name")
    press(tab.next)
    assert tab.step is Step.PLAN
    assert tab.draft.other_domains_left is None
    press(tab.back)
    press(tab.back)
    assert tab.forms[Step.FILING].editor("filing.number").value() == "粤ICP备12345678号"


def test_half_made_answers_are_offered_after_a_kill(tab, qtbot, program, start_program):
    first_page(tab)
    press(tab.next)
    wish(tab, "address")
    drafts = tab._drafts
    qtbot.waitUntil(lambda: any(each.step == "wanted" and "wanted" in each.answers for each in drafts.all("change")))
    [kept] = drafts.all("change")
    program.window.close()
    program.close()
    again = start_program()
    if again.window.desk_view is None:
        with qtbot.waitSignal(again.window.desk_shown):
            pass
    view = again.window.desk_view
    view.show_page("guide")
    fresh = view.page("guide").change
    with qtbot.waitSignal(fresh.offered) as offered:
        view.page("guide").tabs.setCurrentWidget(fresh)
    assert offered.args[0].id == kept.id
    fresh._take_up(offered.args[0])
    assert fresh.step is Step.WANTED and fresh.draft.wanted.address
    press(fresh.fresh)
    qtbot.waitUntil(lambda: not fresh._drafts.all("change"))


def test_a_rule_of_the_desk_turns_the_plan_at_once(tab, guide, qtbot):
    first_page(tab)
    press(tab.next)
    wish(tab, "subject_name")
    rule = RuleDraft("guangdong", "unit_name_change", "proof", "交更名函", "管局电话", "2026-11", "official")
    guide.own_rules._overlays.add(rule, TODAY)
    with qtbot.waitSignal(tab.planned):
        guide.own_rules._work._changed((1,), "x")
    qtbot.waitUntil(lambda: "【本单位规则】交更名函" in said(tab.facts))


def test_an_audit_case_takes_its_filing_and_deadline(guide, qtbot, program):
    audit = guide.audit
    audit._today = lambda: TODAY
    guide.tabs.setCurrentWidget(audit)
    audit.reasons.setFocus()
    audit.reasons.setCurrentRow(0)
    QTest.keyClick(audit.reasons, Qt.Key.Key_Space)
    assert audit.chosen() == (audit.reasons.item(0).data(REASON),)
    paste(audit.number, "粤ICP备12345678号")
    QTest.keyClicks(audit.ticket, "GD7")
    QTest.keyClicks(audit.due, "2026-13")
    press(audit.begin)
    assert not audit.trouble.isHidden() and audit.number.text()
    audit.due.clear()
    QTest.keyClicks(audit.due, "2026-12-01")
    assert "8" in audit.trouble.text()
    with qtbot.waitSignal(audit._around.changes.changed) as made:
        press(audit.begin)
    [case_id] = made.args[0].cases
    whole = program.window.desk_view.page("cases").work.services.cases.whole(case_id)
    assert (whole.case.due_on, whole.case.filing_number) == (date(2026, 12, 1), "粤ICP备12345678号")
    assert (whole.case.province, whole.case.ticket_number) == ("guangdong", "GD7")


def test_the_plan_names_confidence_in_the_windows_language(tab, program, qtbot):
    program.languages.choose("en")
    first_page(tab)
    tab.go_on()
    wish(tab, "subject_name", "domain_replaced")
    shown = {each.confidence for section in tab.facts._sections for each in section.statements if each.confidence}
    assert "A provider's documentation" in {tab.facts.trust(each) for each in shown}
    assert all(tab.facts.trust(each).isascii() for each in shown)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_question_is_cut_off_in_a_narrow_window(tab, program, qtbot, language):
    program.languages.choose(language)
    program.window.resize(960, 600)
    column = tab.column
    for leave in (lambda: first_page(tab), lambda: wish(tab, "subject_name", "domain_removed"), lambda: None):
        qtbot.waitUntil(lambda: column.widget().width() <= column.viewport().width())
        assert column.widget().minimumSizeHint().width() <= column.viewport().width()
        leave()
        tab.go_on()
    assert program.window.width() == 960
