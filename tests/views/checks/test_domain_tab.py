"""Domain verification in the window, by clicks and keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
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
