import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.views.guide.audit_tab import REASON
from app.views.guide.procedures_tab import WIZARDS
from app.views.theme import GRID


@pytest.fixture
def guide(qtbot, program):
    view = program.window.desk_view
    view.show_page("guide")
    qtbot.waitUntil(lambda: not program.store_jobs.busy and not program.free_jobs.busy)
    return view.page("guide")


def said(facts) -> str:
    return "\n".join(statement.text for section in facts._sections for statement in section.statements)


def test_words_lead_to_the_procedure(guide, qtbot):
    tab = guide.triage
    with qtbot.waitSignal(tab.found):
        tab.text.setPlainText("新买的域名去备案，提示域名已经被别人备案了，备案号粤ICP备12345678号-1，怎么办？")
    assert tab.results.current == "p:deregister_offline_other_unit"
    assert "被别人备案" in said(tab.facts).replace("已经", "")
    tab.results.list.setFocus()
    QTest.keyClick(tab.results.list, Qt.Key.Key_Return)
    assert guide.tabs.currentWidget() is guide.procedures
    assert guide.procedures.choices.current == "deregister_offline_other_unit"


def test_an_empty_box_offers_an_example_and_says_where_nothing_is_found(guide, qtbot):
    tab = guide.triage
    assert tab.place.currentWidget() is tab.empty
    asked = tab.empty.sentence
    with qtbot.waitSignal(tab.found):
        tab.empty.action.click()
    assert tab.place.currentWidget() is tab.found_here
    assert tab.results.current == "p:deregister_offline_other_unit"
    tab.text.undo()
    assert (tab.text.toPlainText(), tab.place.currentWidget()) == ("", tab.empty)
    with qtbot.waitSignal(tab.found):
        tab.text.setPlainText("zzzz")
    assert tab.place.currentWidget() is tab.empty
    assert tab.empty.sentence != asked
    assert not tab.empty.action.isVisibleTo(tab.empty)


def test_a_platform_prompt_is_recognised(guide, qtbot):
    with qtbot.waitSignal(guide.triage.found):
        guide.triage.text.setPlainText("登录时提示“此备案账号无备案信息，请更换账号继续导入”")
    assert "请更换账号继续导入" in said(guide.triage.facts)


def test_a_procedure_tells_every_line_with_source_and_date(guide):
    tab = guide.procedures
    seen = set()
    for row in range(tab.choices.list.count()):
        tab.choices.list.setCurrentRow(row)
        seen.add(tab.choices.current)
        statements = [each for section in tab.facts._sections for each in section.statements]
        assert statements
    assert len(seen) == 18
    tab.show_procedure("deregister_offline_other_unit")
    dated = [each for section in tab.facts._sections for each in section.statements if each.source and each.as_of]
    assert len(dated) > 20


def test_a_province_and_a_kind_narrow_the_page(guide):
    tab = guide.procedures
    tab.show_procedure("deregister_offline_other_unit")
    whole = said(tab.facts)
    tab.kind.setCurrentIndex(tab.kind.findData("individual"))
    tab.where.setCurrentIndex(tab.where.findData("hunan"))
    narrowed = said(tab.facts)
    assert "每周五" in narrowed
    assert len(narrowed) < len(whole)


def test_the_customers_version_is_copied(guide):
    guide.procedures.show_procedure("transfer_offline")
    guide.procedures.copy.click()
    assert "UID" in QApplication.clipboard().text()


def test_a_procedure_with_a_wizard_starts_it(guide, qtbot):
    tab = guide.procedures
    tab.show_procedure("cancel_access")
    assert not tab.start.isVisibleTo(tab)
    for procedure, flow in WIZARDS.items():
        tab.show_procedure(procedure)
        assert tab.start.isVisibleTo(tab)
        guide.wizard_wanted.disconnect()
        with qtbot.waitSignal(guide.wizard_wanted) as wanted:
            tab.start.click()
        assert wanted.args == [flow]
        guide.wizard_wanted.connect(lambda _flow: None)


def test_rules_are_searched_compared_and_asked(guide, qtbot):
    tab = guide.rules
    with qtbot.waitSignal(tab.shown) as everywhere:
        tab.search.setText("股东")
    assert everywhere.args[0] > 0
    with qtbot.waitSignal(tab.shown):
        tab.search.clear()
    tab.show_province("beijing")
    with qtbot.waitSignal(tab.shown):
        tab.beside.setCurrentIndex(tab.beside.findData("shanghai"))
    assert [section.title for section in tab.facts._sections] == ["北京", "上海"]
    assert [each.same for each in tab.table.items] == sorted(each.same for each in tab.table.items)
    with qtbot.waitSignal(tab.shown) as answered:
        tab.asked.setCurrentIndex(1)
    assert answered.args[0] > 0
    assert not tab.beside.isEnabled()
    assert "Ask all" in tab.beside.toolTip()
    with qtbot.waitSignal(tab.shown):
        tab.asked.setCurrentIndex(0)
    assert tab.beside.isEnabled()
    assert not tab.beside.toolTip()


def test_rules_name_their_confidence_in_the_windows_language_and_have_air(guide, program, qtbot):
    program.languages.choose("en")
    guide.tabs.setCurrentWidget(guide.rules)
    tab = guide.rules
    qtbot.waitUntil(lambda: not program.store_jobs.busy)
    model = tab.table.model()
    names = {model.index(row, 4).data() for row in range(model.rowCount())}
    assert "A provider's documentation" in names
    line = tab.table.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: tab.table.rowHeight(0) >= line + 2 * GRID)
    shown = {each.confidence for section in tab.facts._sections for each in section.statements}
    assert {tab.facts.trust(each) for each in shown} <= names


def test_a_question_leads_to_its_procedure(guide):
    tab = guide.questions
    tab.choices.filter.setText("更换账号继续导入")
    assert tab.choices.list.count() >= 1
    assert "请更换账号继续导入" in said(tab.facts)
    if tab.lead.isVisibleTo(tab):
        tab.lead.click()
        assert guide.tabs.currentWidget() is guide.procedures


def test_a_notice_makes_one_plan_and_a_case(guide, qtbot):
    tab = guide.audit
    with qtbot.waitSignal(tab.planned):
        tab.notice.setPlainText("主办单位名称不合格，单位名称已发生变更；域名过期")
    assert len(tab.chosen()) == 2
    tab.copy.click()
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == len(set(lines)) > 3
    with qtbot.waitSignal(tab._around.changes.changed) as made:
        tab.begin.click()
    assert made.args[0].cases


def test_a_reason_is_ticked_by_key(guide, qtbot):
    tab = guide.audit
    tab.reasons.setFocus()
    tab.reasons.setCurrentRow(3)
    with qtbot.waitSignal(tab.planned):
        QTest.keyClick(tab.reasons, Qt.Key.Key_Space)
    assert tab.chosen() == (tab.reasons.item(3).data(REASON),)


def test_an_overdue_case_is_asked_through_to_a_procedure(guide, qtbot):
    tab = guide.audit

    def buttons() -> list[QPushButton]:
        found = [tab.overdue.itemAt(place).widget() for place in range(tab.overdue.count())]
        return [each for each in found if isinstance(each, QPushButton)]

    with qtbot.waitSignal(tab.procedure_wanted) as wanted:
        for _ in range(8):
            buttons()[0].click()
            if wanted.signal_triggered:
                break
    assert guide.procedures.choices.current == wanted.args[0]
