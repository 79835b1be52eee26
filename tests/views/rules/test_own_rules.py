"""A lead corrects a rule, withdraws it, hands it on and takes a pack in: with keys, in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.rules.in_force import SHIPPED
from app.services.rule_overlay_drafts import RuleDraft, draft_of
from app.views.rules.rule_table import RuleTable

TODAY = date(2026, 11, 23)
OWN = RuleDraft("gansu", "restriction", ("stop", "other"), "暂停受理", "管局通知", "2026-11", "official")


@pytest.fixture
def guide(qtbot, program):
    view = program.window.desk_view
    view.show_page("guide")
    qtbot.waitUntil(lambda: not program.store_jobs.busy and not program.free_jobs.busy)
    return view.page("guide")


@pytest.fixture
def opened(guide):
    """The dialogs that are opened, the latest last."""
    found = []
    guide.rules._work.opened.connect(found.append)
    return found


def paste(field, text: str) -> None:
    """QTest types Latin letters only."""
    QApplication.clipboard().setText(text)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def idle(qtbot, program) -> None:
    qtbot.waitUntil(lambda: not program.store_jobs.busy)


def rules_of(guide, qtbot, province):
    guide.tabs.setCurrentWidget(guide.rules)
    with qtbot.waitSignal(guide.rules.shown):
        guide.rules.show_province(province)
    return guide.rules.table


def put_on(table: RuleTable, words: str) -> None:
    row = next(place for place, each in enumerate(table.items) if words in each.text)
    table.setCurrentIndex(table.model().index(row, 0))


def keep(guide, draft: RuleDraft) -> None:
    guide.own_rules._overlays.add(draft, TODAY)


def test_a_rule_is_corrected_with_keys_and_leads_at_once(guide, qtbot, program, opened):
    table = rules_of(guide, qtbot, "shandong")
    put_on(table, "经十一路40号203室")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    [dialog] = opened
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.where.isEnabled() and dialog.where.currentData() == "shandong"
    shown = [each.text for section in dialog.beside._sections for each in section.statements]
    assert any("203室" in each for each in shown)
    dialog.text.selectAll()
    paste(dialog.text, "济南市示例路 1 号")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not dialog._fields["rule_source"][1].isHidden())
    assert not dialog._fields["as_of"][1].isHidden()
    paste(dialog.source, "管局电话")
    QTest.keyClicks(dialog.as_of, "2026-11")
    with qtbot.waitSignal(guide.rules.shown):
        QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    marked = [each for each in guide.rules.table.items if each.overlay]
    assert [(each.text, each.tone) for each in marked] == [("济南市示例路 1 号", "leading")]
    idle(qtbot, program)
    assert guide.own_rules._overlays.in_force().facts("shandong").address.text == "济南市示例路 1 号"
    known = guide.provinces._provinces["shandong"]
    assert known.address.text == "济南市示例路 1 号"


def test_a_half_made_rule_survives_and_is_offered(guide, qtbot, program, opened):
    guide.own_rules.add.click()
    dialog = opened[0]
    dialog.where.setCurrentIndex(dialog.where.findData("hunan"))
    dialog.key.setCurrentIndex(dialog.key.findData("restriction"))
    dialog.value.many.item(0).setCheckState(Qt.CheckState.Checked)
    paste(dialog.text, "暂停受理空壳主体")
    drafts = guide.rules._work._drafts
    qtbot.waitUntil(lambda: bool(drafts.all("rule_overlay")))
    dialog.put_away()
    idle(qtbot, program)
    guide.rules._work.go_on(guide, drafts.all("rule_overlay")[0])
    qtbot.waitUntil(lambda: len(opened) == 2)
    again = opened[1].draft()
    assert (again.province, again.key, again.value, again.text_zh) == (
        "hunan",
        "restriction",
        ("stop",),
        "暂停受理空壳主体",
    )
    opened[1]._first = again
    opened[1].reject()
    qtbot.waitUntil(lambda: not drafts.all("rule_overlay"))


def test_withdrawing_brings_the_shipped_rule_back_and_can_be_undone(guide, qtbot, program):
    address = SHIPPED.leading("shandong", "address")
    keep(guide, replace(draft_of(address), text_zh="济南市示例路 1 号", source="电话", as_of="2026-11"))
    tab = guide.own_rules
    tab._read()
    qtbot.waitUntil(lambda: bool(tab.table.items))
    guide.tabs.setCurrentWidget(tab)
    right = [each.text for section in tab.right._sections for each in section.statements]
    assert any("203室" in each for each in right)
    with qtbot.waitSignal(tab._around.changes.changed):
        tab.withdraw.click()
    idle(qtbot, program)
    qtbot.waitUntil(lambda: not tab.table.items)
    assert tab._overlays.in_force() == SHIPPED
    tab.old.setChecked(True)
    with qtbot.waitSignal(tab._around.changes.changed):
        tab.withdraw.click()
    assert tab._overlays.in_force() != SHIPPED


def test_a_pack_is_looked_at_and_taken_in_part(guide, qtbot, program, opened, tmp_path):
    keep(guide, OWN)
    keep(guide, replace(OWN, province="hunan", text_zh="湖南暂停"))
    tab, path = guide.own_rules, tmp_path / "rules.toml"
    tab._read()
    qtbot.waitUntil(lambda: len(tab.table.items) == 2)
    tab._around.prompts.expect("ask_text", "十一月")
    tab._around.prompts.expect("save_file", path)
    with qtbot.waitSignal(tab._work.exported):
        tab.export.click()
    for row in tab._overlays.rows():
        tab._overlays.withdraw(row)
    tab._around.prompts.expect("open_file", path)
    with qtbot.waitSignal(tab._work.previewed) as seen:
        tab.bring_in.click()
    dialog = opened[-1]
    assert seen.args[0].pack.sha256[:8] in dialog.hash.text()
    assert len(dialog.table.ticked) == 2
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert len(dialog.table.ticked) == 1
    with qtbot.waitSignal(tab._around.changes.changed):
        dialog.take.click()
    assert [each.text_zh for each in tab._overlays.rows()] == [dialog.table.ticked[0].rule.text_zh]


def test_a_damaged_pack_is_refused_in_words(guide, qtbot, program, tmp_path):
    path = tmp_path / "rules.toml"
    path.write_text("format = 2\ntitle = 'x'\n", encoding="utf-8")
    tab = guide.own_rules
    tab._around.prompts.expect("open_file", path)
    tab.bring_in.click()
    qtbot.waitUntil(lambda: bool(tab._around.prompts.errors))
    assert tab._around.prompts.errors == ["guide.pack_unsigned"]


def test_a_line_is_copied_for_the_customer_without_its_source(guide, qtbot):
    table = rules_of(guide, qtbot, "beijing")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    line = table.current
    assert line.text in copied and line.as_of in copied and line.source not in copied


def test_rows_are_sorted_by_date_and_back(guide, qtbot):
    table = rules_of(guide, qtbot, "shandong")
    came = [each.text for each in table.items]
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    dates = [each.dated for each in table.items]
    assert dates == sorted(dates, reverse=True)
    with qtbot.waitSignal(guide.rules.shown):
        guide.rules._ask()
    assert [each.text for each in table.items] == came
