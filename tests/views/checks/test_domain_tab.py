"""Domain verification in the window, by clicks and keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from stdnum.cn import uscc

from app.rules.certificates import mask

_BODY = "91110000000000012"
NUMBER = _BODY + uscc.calc_check_digit(_BODY)


def choose(combo: QComboBox, value: object) -> None:
    combo.setCurrentIndex(combo.findData(value))
    assert combo.currentData() == value


def verify(qtbot: QtBot, desk: Any) -> Any:
    tab = desk.page.domains
    with qtbot.waitSignal(tab.finished, timeout=10_000):
        qtbot.keyClick(tab.start_form.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.quiet() and tab.run is not None and tab.run.done)
    qtbot.waitUntil(lambda: tab.results.pane.found is not None)
    return tab


def add(qtbot: QtBot, desk: Any, text: str) -> Any:
    desk.page.tabs.setCurrentIndex(1)
    form = desk.page.domains.start_form
    form.line.setFocus()
    qtbot.keyClicks(form.line, text)
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    return form


def test_a_stored_subject_is_compared_and_its_number_stays_masked(qtbot: QtBot, desk: Any, reached: list[Any]) -> None:
    values = {"name": "Shili 示例科技有限公司", "kind": "unit", "state": "active", "province": "beijing",
              "certificate_type": "credit_code", "certificate_number": NUMBER}  # fmt: skip
    desk.subjects.create(values)
    form = add(qtbot, desk, "shili.cn")
    qtbot.keyClicks(form.picker.text, "Shili")
    with qtbot.waitSignal(form.picker.picked):
        qtbot.waitUntil(form.picker.hits.isVisible)
        qtbot.keyClick(form.picker.text, Qt.Key.Key_Return)
    assert form.filing.number.text() == mask(NUMBER) != NUMBER and form.filing.province.currentData() == "beijing"
    qtbot.mouseClick(form.facts.same, Qt.MouseButton.LeftButton)
    assert form.facts.fields["holder_certificate_number"].text() == mask(NUMBER)
    choose(form.facts.fields["real_name"], True)
    qtbot.keyClicks(form.facts.fields["expires_on"], "2020-01-01")
    tab = verify(qtbot, desk)
    pane = tab.results.pane
    rules = {card.title: card.word for card in pane.cards.sections[0].cards}
    assert len(rules) == 6 and rules["持有者与备案主体一致"] == "Pass" and rules["域名在有效期内"] == "Fail"
    assert "Could not be established" in rules.values()
    assert NUMBER not in pane.cards.words() and "The platform then says" in pane.cards.words()
    assert not reached
    assert tab.run is not None and tab.results.model.record(0).subject_id is not None


def test_nothing_seen_establishes_nothing(qtbot: QtBot, desk: Any) -> None:
    add(qtbot, desk, "shili.cn beispiel.com")
    tab = verify(qtbot, desk)
    rows = [tab.results.model.record(row) for row in range(2)]
    assert {row.outcome for row in rows} == {"unknown"}
    assert tab.results.bar.button("unknown").text() == "Could not be established  2"


def test_a_wrong_day_is_said_at_its_domain(qtbot: QtBot, desk: Any) -> None:
    form = add(qtbot, desk, "shili.cn beispiel.com")
    form.list.setCurrentRow(1)
    qtbot.keyClicks(form.facts.fields["expires_on"], "next year")
    form.list.setCurrentRow(0)
    qtbot.mouseClick(form.start, Qt.MouseButton.LeftButton)
    assert form.list.currentRow() == 1 and "2027-05-01" in form.facts.error.text()
    assert form.facts.fields["expires_on"].text() == "next year"


def test_looking_again_judges_the_same_facts_and_keeps_both_runs(qtbot: QtBot, desk: Any) -> None:
    add(qtbot, desk, "shili.cn")
    tab = verify(qtbot, desk)
    first = tab.run.id
    with qtbot.waitSignal(tab.finished, timeout=10_000):
        tab.results.again_all.trigger()
    qtbot.waitUntil(lambda: desk.quiet() and tab.run.id != first)
    assert tab.run.of == first and tab.results.runs.count() == 2
    assert tab.results.bar.button("changed").text() == "Changed  0"


def test_half_a_masked_number_is_typed_anew(qtbot: QtBot, desk: Any) -> None:
    number = add(qtbot, desk, "shili.cn").filing.number
    number.set_whole(NUMBER, masked=True)
    assert number.whole() == NUMBER
    qtbot.keyClicks(number, "7")
    assert number.text() == "" and number.whole() == ""


def test_the_forms_follow_the_language(qtbot: QtBot, desk: Any) -> None:
    form = add(qtbot, desk, "shili.cn")
    choose(form.facts.fields["real_name"], False)
    desk.around.languages.choose("zh")
    qtbot.waitUntil(lambda: form.start.text() == "开始核验")
    assert form.picker.label.text() == "从已有主体中选取，或在下面填写"
    assert desk.page.tabs.tabText(0) == "空壳网站" and desk.page.hollow.start_form.start.text() == "开始核查"
    assert form.facts.fields["real_name"].currentData() is False
    desk.around.languages.choose("en")
    qtbot.waitUntil(lambda: form.start.text() == "Verify")


def test_a_verification_goes_on_after_the_page_was_gone(qtbot: QtBot, make_desk: Any) -> None:
    from app.services.checks.domains import DomainChecks, DomainOptions
    from app.services.checks.facts import check_facts

    first = make_desk()
    facts = check_facts({"domains": [{"domain": "shili.cn", "expires_on": "2020-01-01"}, {"domain": "shili.org"}]})
    begun = DomainChecks(first.database, actor="tester").begin(facts, DomainOptions())
    desk = make_desk()
    tab = desk.page.domains
    desk.page.tabs.setCurrentWidget(tab)
    assert "interrupted" in tab.results.runs.itemText(0)
    tab.show_run(begun.id)
    qtbot.waitUntil(lambda: desk.quiet() and tab.run is not None)
    with qtbot.waitSignal(tab.finished, timeout=10_000):
        qtbot.mouseClick(tab.results.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.quiet() and tab.run.done)
    assert {tab.results.model.record(row).domain for row in range(2)} == {"shili.cn", "shili.org"}
    # And once more, from the store alone: what was stated then is judged again.
    later = make_desk().page.domains
    later.show_run(begun.id)
    qtbot.waitUntil(lambda: later.run is not None)
    with qtbot.waitSignal(later.finished, timeout=10_000):
        later.results.again_all.trigger()
    qtbot.waitUntil(lambda: later.run.of == begun.id and later.run.done)
    assert later.results.bar.button("changed").text() == "Changed  0"


def test_a_table_is_read_with_what_was_seen(qtbot: QtBot, desk: Any, prompts: Any, tmp_path: Path) -> None:
    path = tmp_path / "domains.csv"
    path.write_text("域名,持有者,到期日\nshili.cn,李样例,2020-01-01\n???,x,\nshili.org,,soon\n", encoding="utf-8")
    form = add(qtbot, desk, "typed.cn")
    prompts.expect("open_file", path)
    with qtbot.waitSignal(form.listed):
        qtbot.mouseClick(form.file, Qt.MouseButton.LeftButton)
    assert form.list.count() == 3 and form.count.text() == "3 domains"
    assert "Line 3" in form.unread.text() and "Line 4" in form.unread.text()
    form.list.setCurrentRow(1)
    assert form.facts.fields["holder_name"].text() == "李样例"
    tab = verify(qtbot, desk)
    assert tab.results.model.rowCount() == 3


def test_the_domains_of_a_stored_subject_come_with_their_sites(qtbot: QtBot, desk: Any) -> None:
    subject = next(iter(desk.subjects.create({"name": "Shili 示例", "kind": "unit", "state": "active"}).subjects))
    values = {"name": "示例网站", "kind": "site", "state": "active", "domains": ["shili.cn", "shili.org"]}
    site = next(iter(desk.sites.create(subject, values).sites))
    desk.page.tabs.setCurrentIndex(1)
    form = desk.page.domains.start_form
    assert not form.theirs.isEnabled()
    qtbot.keyClicks(form.picker.text, "Shili")
    with qtbot.waitSignal(form.picker.picked):
        qtbot.waitUntil(form.picker.hits.isVisible)
        qtbot.keyClick(form.picker.text, Qt.Key.Key_Return)
    with qtbot.waitSignal(form.listed):
        qtbot.mouseClick(form.theirs, Qt.MouseButton.LeftButton)
    tab = verify(qtbot, desk)
    assert {(tab.results.model.record(row).site_id, tab.results.model.record(row).subject_id) for row in range(2)} == {
        (site, subject)
    }
    qtbot.mouseClick(tab.results.pane.to_site, Qt.MouseButton.LeftButton)
    assert desk.went == [("sites", site)]


def test_chosen_sites_come_with_their_domains_and_their_subject(qtbot: QtBot, desk: Any, prompts: Any) -> None:
    made: list[int] = []
    subjects = []
    for name, domains in (("示例甲", ["shili.cn", "shili.org"]), ("示例乙", ["beispiel.com"])):
        subject = next(iter(desk.subjects.create({"name": name, "kind": "unit", "state": "active"}).subjects))
        values = {"name": f"{name}网站", "kind": "site", "state": "active", "domains": domains}
        made += desk.sites.create(subject, values).sites
        subjects.append(subject)
    form = desk.page.domains.start_form
    with qtbot.waitSignal(form.listed):
        desk.page.verify_sites(made)
    assert desk.page.tabs.currentWidget() is desk.page.domains
    assert [form.list.item(row).text() for row in range(form.list.count())] == ["shili.cn", "shili.org"]
    assert form.filing.name.text() == "示例甲" and "示例甲" in desk.notes[-1] and "One site" in desk.notes[-1]
    tab = verify(qtbot, desk)
    rows = [tab.results.model.record(row) for row in range(2)]
    assert {(row.site_id, row.subject_id) for row in rows} == {(made[0], subjects[0])}
    # What was filled in gives way only when the agent says so.
    prompts.expect("ask", True)
    with qtbot.waitSignal(form.listed):
        desk.page.verify_sites(made[1:])
    assert form.filing.name.text() == "示例乙" and form.list.count() == 1


def test_the_form_begins_without_empty_boxes_and_a_clicked_tab_takes_the_focus(qtbot: QtBot, desk: Any) -> None:
    form, bar = desk.page.domains.start_form, desk.page.tabs.tabBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert form.picker.text.hasFocus()
    assert form.nothing.isVisible() and not form.list.isVisible() and not form.facts.isVisible()
    form = add(qtbot, desk, "shili.cn")
    assert form.list.isVisible() and form.facts.isVisible() and not form.nothing.isVisible()


def test_lines_are_sorted_and_narrowed_down(qtbot: QtBot, desk: Any) -> None:
    form = add(qtbot, desk, "shili.cn beispiel.com shili.org")
    form.list.setCurrentRow(0)
    qtbot.keyClicks(form.facts.fields["expires_on"], "2020-01-01")
    tab = verify(qtbot, desk)
    results = tab.results

    def names() -> list[str]:
        return [results.model.record(row).domain for row in range(results.model.rowCount())]

    header = results.table.horizontalHeader()
    with qtbot.waitSignal(tab.shown):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, header.height() // 2))
    assert names() == ["beispiel.com", "shili.cn", "shili.org"]
    with qtbot.waitSignal(tab.shown):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, header.height() // 2))
    assert names() == ["shili.org", "shili.cn", "beispiel.com"]
    with qtbot.waitSignal(tab.shown):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, header.height() // 2))
    assert names() == ["shili.cn", "beispiel.com", "shili.org"]
    reason = results.filter.reason
    assert reason.findData("suffix_approved:fail") > 0
    reason.setCurrentIndex(reason.findData("suffix_approved:fail"))
    with qtbot.waitSignal(tab.shown):
        reason.activated.emit(reason.currentIndex())
    assert names() == ["shili.org"]
    reason.setCurrentIndex(0)
    with qtbot.waitSignal(tab.shown):
        qtbot.keyClicks(results.filter.text, "beispiel")
    assert names() == ["beispiel.com"]
    qtbot.keyClick(results.filter.text, Qt.Key.Key_Return)
    assert results.table.hasFocus()


def test_the_reply_opens_a_case_that_keeps_it(qtbot: QtBot, desk: Any) -> None:
    from PySide6.QtGui import QGuiApplication

    from app.services.cases import Cases

    form = add(qtbot, desk, "shili.cn")
    qtbot.keyClicks(form.facts.fields["expires_on"], "2020-01-01")
    tab = verify(qtbot, desk)
    assert "Reply to the customer" in tab.results.pane.cards.words()
    qtbot.mouseClick(tab.results.pane.reply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.doing.reply_dialog is not None and tab.doing.reply_dialog.isVisible())
    dialog = tab.doing.reply_dialog
    assert "2020-01-01 已过期" in dialog.text.toPlainText() and "【" in dialog.text.toPlainText()
    dialog.text.setPlainText("您好，域名已过期。")
    with qtbot.waitSignal(desk.around.changes.changed) as told:
        qtbot.mouseClick(dialog.layout().itemAt(1).widget().button, Qt.MouseButton.LeftButton)
    (case,) = told.args[0].cases
    assert Cases(desk.database, actor="tester").get(case).note.endswith("您好，域名已过期。")
    qtbot.waitUntil(lambda: desk.quiet() and tab.results.pane.found.case_id == case)
    # With a case behind the line the reply is copied, and no second case is offered.
    qtbot.mouseClick(tab.results.pane.reply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.doing.reply_dialog is not dialog and tab.doing.reply_dialog.isVisible())
    again = tab.doing.reply_dialog
    assert again.layout().itemAt(1).widget().button.isHidden()
    again.text.setPlainText("第一行\n第二行")
    qtbot.mouseClick(again.copy_html, Qt.MouseButton.LeftButton)
    assert "<br>" in QGuiApplication.clipboard().mimeData().html()
