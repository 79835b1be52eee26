"""The guide's own pages: cases begun from them, words of the trade, one box for everything, markers that are seen."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.resources import read_toml
from app.rules.audit_reasons import audit_guide
from app.rules.faq import faq
from app.rules.glossary import glossary
from app.rules.guidance import MARK_ZH, Said
from app.rules.procedures import procedure_ids
from app.services.audit_plans import AuditPlans
from app.services.case_starts import CaseStarts
from app.services.guide import Guide
from app.views.cases.new_case_dialog import NewCaseDialog
from app.views.guide.audit_tab import AuditTab
from app.views.guide.glossary_tab import GlossaryTab
from app.views.guide.procedures_tab import WIZARDS, ProceduresTab
from app.views.guide.questions_tab import QuestionsTab
from app.views.widgets.choice_list import CHOICE

RAIL = 64
"""What the rail of pages takes of the window's width at the least."""


@pytest.fixture
def guide(qtbot, program):
    view = program.window.desk_view
    view.show_page("guide")
    qtbot.waitUntil(lambda: not program.store_jobs.busy and not program.free_jobs.busy)
    return view.page("guide")


def said(facts) -> str:
    """Everything that stands in a list of facts, as it is painted."""
    return "\n".join(
        f"{each.text}\n{each.note}\n{each.source}" for section in facts._sections for each in section.statements
    )


@pytest.fixture
def procedures(qtbot, around) -> ProceduresTab:
    tab = ProceduresTab(around, Guide())
    qtbot.addWidget(tab)
    return tab


def test_every_procedure_begins_a_case(procedures):
    tab, wanted = procedures, []
    tab.case_wanted.connect(wanted.append)
    for row in range(tab.choices.list.count()):
        tab.choices.list.setCurrentRow(row)
        assert tab.begin.isVisibleTo(tab) and tab.begin.isEnabled()
        assert tab.start.isVisibleTo(tab) is (tab.choices.current in WIZARDS)
        tab.begin.click()
    assert wanted == list(procedure_ids())


def test_a_case_from_the_guide_has_the_procedures_check_list(guide, program, qtbot):
    guide.show_procedure("cancel_access")
    guide.procedures.begin.click()
    page = program.window.desk_view.page("cases")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(NewCaseDialog)))
    (dialog,) = page.findChildren(NewCaseDialog)
    assert dialog.procedures.current == "cancel_access"
    QTest.keyClicks(dialog.ticket, "GD20261123009")
    starts: CaseStarts = page.work.services.starts
    assert "取消接入" in dialog.list.text()
    with qtbot.waitSignal(dialog.begun) as begun:
        dialog.ok.click()
    whole = page.work.services.cases.whole(begun.args[0])
    assert (whole.case.procedure, whole.case.ticket_number) == ("cancel_access", "GD20261123009")
    assert [each.title for each in whole.items] == [each.title for each in starts.check_list("cancel_access")]


def test_every_term_is_shown_with_all_that_is_known_of_it(qtbot, fonts):
    tab = GlossaryTab(Guide())
    qtbot.addWidget(tab)
    assert tab.choices.list.count() == len(glossary()) == len(read_toml("glossary.toml")["term"])
    for term in glossary():
        tab.show_term(term.en)
        words = said(tab.facts)
        assert tab.name.text() == term.zh
        assert (
            term.meaning_zh in words
            and term.meaning in words
            and term.note in words
            and term.not_the_same_as.replace("_", " ") in words
        )
        assert all(each.term in words and each.used_by in words for each in term.synonyms)
    tab.choices.filter.setText("备案授权码")
    assert tab.choices.current == "filing_service_number"


def test_one_box_finds_procedures_questions_and_terms_and_words_lead_on(guide, qtbot):
    tab = guide.triage
    with qtbot.waitSignal(tab.found):
        tab.text.setPlainText("备案服务号")
    keys = [tab.results.list.item(row).data(CHOICE).key for row in range(tab.results.list.count())]
    assert {each.partition(":")[0] for each in keys} == {"p", "q", "t"}
    assert len(keys) == len(set(keys))
    tab.results.choose("t:filing_service_number")
    tab.open.click()
    assert guide.tabs.currentWidget() is guide.glossary
    guide.show_procedure("cancel_access")
    words = {each.text(): each for each in guide.procedures.words.menu().actions()}
    assert {"备案服务号", "备案密码", "取消接入"} <= set(words)
    words["备案密码"].trigger()
    assert guide.tabs.currentWidget() is guide.glossary
    assert guide.glossary.name.text() == "备案密码"


def marked(statements) -> list[Said]:
    return [each for each in statements if each.marks]


def test_every_marker_of_a_question_is_seen(qtbot, around):
    tab = QuestionsTab(around)
    qtbot.addWidget(tab)
    carrying = [each for each in faq() if each.marks or marked(each.newer)]
    assert len(carrying) >= 10
    for entry in faq():
        tab.show_question(entry.id)
        words = said(tab.facts)
        assert all(MARK_ZH[mark] in words for mark in entry.marks), entry.id
        assert all(f"【{MARK_ZH[mark]}】{each.text}"[:12] in words for each in entry.newer for mark in each.marks[:1])
        assert all(each.text in words for each in entry.newer)
        assert not entry.note or entry.note in words
        assert "github" not in words and "seed" not in words


def test_every_marker_of_the_audit_is_seen(qtbot, around):
    tab = AuditTab(around, AuditPlans())
    qtbot.addWidget(tab)
    told = audit_guide()
    general = (
        *told.basis, *told.notification, *told.content_mismatch, *told.consequences, *told.overdue,
        *(each.said for each in told.checks),
    )  # fmt: skip
    words = said(tab.facts)
    for each in general:
        assert each.text in words
        assert all(MARK_ZH[mark] in words for mark in each.marks)
    with qtbot.waitSignal(tab.planned):
        for row in range(tab.reasons.count()):
            tab.reasons.item(row).setCheckState(tab.reasons.item(row).checkState().Checked)
    words = said(tab.facts)
    for reason in told.reasons:
        for each in (*reason.prompts, *reason.causes, *reason.fixes, *reason.papers, *reason.notes):
            assert each.text in words
            assert all(f"【{MARK_ZH[mark]}】" in words for mark in each.marks)


def test_every_marker_of_a_procedure_is_seen(procedures):
    tab = procedures
    for key in procedure_ids():
        tab.show_procedure(key)
        words = said(tab.facts)
        for section in tab._guide.page(key).sections:
            for line in section.lines:
                shown = next(each for each in words.splitlines() if line.text in each)
                assert shown
                assert all(f"【{mark}】" in words for mark in line.marks_zh)


def test_every_tab_fits_a_narrow_window(guide, program, qtbot):
    for language in ("en", "zh"):
        program.languages.choose(language)
        for place in range(guide.tabs.count()):
            page = guide.tabs.widget(place)
            assert page.minimumSizeHint().width() <= 960 - RAIL, guide.tabs.tabText(place)
        assert program.window.minimumSizeHint().width() <= 960
    program.languages.choose("en")
    program.window.resize(960, 600)
    guide.show_procedure("deregister_offline_other_unit")
    tab = guide.procedures
    buttons = (tab.start, tab.begin, tab.copy, tab.paper, tab.words)
    qtbot.waitUntil(lambda: all(each.isVisible() and each.width() >= each.sizeHint().width() for each in buttons))
    assert program.window.width() == 960
    assert tab.choices.width() >= 160


def test_the_customers_version_of_every_procedure_is_copied(procedures):
    for key in procedure_ids():
        procedures.show_procedure(key)
        procedures.copy.click()
        assert procedures.name.text() in QApplication.clipboard().text()
