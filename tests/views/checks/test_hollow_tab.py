"""The check for hollow sites in the window, by clicks and keys."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.services.cases import Cases


def take_ranges(qtbot: QtBot, desk: Any, prompts: Any, ranges: Path) -> None:
    box = desk.page.lists.cards["ranges"]
    prompts.expect("open_file", ranges)
    qtbot.mouseClick(box.load, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not box.ask.isHidden() and desk.quiet())
    qtbot.keyClicks(box.source, "Network department, address plan")
    qtbot.keyClicks(box.day, "2026-11-01")
    box.complete.setChecked(True)
    with qtbot.waitSignal(desk.page.lists.read):
        qtbot.mouseClick(box.take, Qt.MouseButton.LeftButton)


def check(qtbot: QtBot, desk: Any, names: str) -> Any:
    """Type names, start by the keyboard, wait for the end."""
    tab = desk.page.hollow
    tab.show_form()
    tab.start_form.names.setPlainText(names)
    with qtbot.waitSignal(tab.finished, timeout=10_000):
        qtbot.keyClick(tab.start_form.names, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.quiet() and tab.run is not None and tab.run.done)
    return tab


def shown(tab: Any) -> dict[str, str]:
    model = tab.results.model
    rows = [model.record(row) for row in range(model.rowCount())]
    return {row.domain: row.outcome for row in rows}


def open_line(qtbot: QtBot, tab: Any, domain: str) -> Any:
    model = tab.results.model
    row = next(row for row in range(model.rowCount()) if model.record(row).domain == domain)
    tab.results.table.select_row(row)
    qtbot.waitUntil(lambda: tab.results.pane.found is not None and tab.results.pane.found.title == domain)
    return tab.results.pane


def test_nothing_reaches_the_network_before_start(
    qtbot: QtBot, desk: Any, prompts: Any, ranges: Path, reached: list[Any], server: Any
) -> None:
    form = desk.page.hollow.start_form
    assert form.resolvers.text() == str(server.resolver)
    qtbot.keyClicks(form.names, "good.cn")
    form.registry.setChecked(True)
    take_ranges(qtbot, desk, prompts, ranges)
    desk.page.tabs.setCurrentIndex(1)
    form = desk.page.domains.start_form
    qtbot.keyClicks(form.line, "good.cn")
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    form.registry.setChecked(True)
    qtbot.waitUntil(desk.quiet)
    assert not reached and server.asked == 0


def test_without_ranges_what_resolves_stays_open_and_says_why(qtbot: QtBot, desk: Any, reached: list[Any]) -> None:
    tab = check(qtbot, desk, "good.cn, gone.cn silent.cn")
    assert shown(tab) == {"good.cn": "unknown", "gone.cn": "fail", "silent.cn": "unknown"}
    assert reached
    pane = open_line(qtbot, tab, "good.cn")
    assert pane.badge.text == "Could not be established"
    assert "no list of the provider's ranges" in pane.reason.text().lower()
    assert "no answer in time" in open_line(qtbot, tab, "silent.cn").cards.words()


def test_a_list_without_source_and_day_is_asked_for_them_and_kept(
    qtbot: QtBot, make_desk: Callable[[], Any], prompts: Any, ranges: Path
) -> None:
    desk = make_desk()
    take_ranges(qtbot, desk, prompts, ranges)
    note = desk.page.hollow.start_form.ranges
    assert "2 entries" in note.said.text() and "2026-11-01" in note.origin.text()
    later = make_desk()
    assert "address plan" in later.page.hollow.start_form.ranges.origin.text()
    kept = later.page.lists.cards["ranges"].row
    assert (kept.count, kept.complete, kept.brought_by, kept.old) == (2, True, "tester", False)


def test_verdicts_filter_evidence_and_remedies(qtbot: QtBot, desk: Any, prompts: Any, ranges: Path) -> None:
    take_ranges(qtbot, desk, prompts, ranges)
    tab = check(qtbot, desk, "good.cn hongkong.cn\nhttps://www.elsewhere.cn/path silent.cn")
    assert shown(tab) == {"good.cn": "unknown", "hongkong.cn": "fail", "elsewhere.cn": "fail", "silent.cn": "unknown"}
    bar = tab.results.bar
    assert bar.button("fail").text() == "Hollow  2"
    with qtbot.waitSignal(tab.shown):
        qtbot.mouseClick(bar.button("fail"), Qt.MouseButton.LeftButton)
    assert set(shown(tab)) == {"hongkong.cn", "elsewhere.cn"}
    pane = open_line(qtbot, tab, "hongkong.cn")
    said = pane.cards.words()
    assert "198.51.100.1" in said and "What to do" in said
    assert pane.grid.shown("observer") == "tester"
    assert any(card.origin for section in pane.cards.sections for card in section.cards)


def test_wrong_names_and_resolvers_are_said_at_their_fields(qtbot: QtBot, desk: Any, server: Any) -> None:
    form = desk.page.hollow.start_form
    qtbot.mouseClick(form.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not form.names_error.isHidden())
    form.names.setPlainText("good.cn\nnot_a domain!")
    qtbot.mouseClick(form.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Line 2" in form.names_error.text())
    form.names.setPlainText("good.cn")
    form.resolvers.setText("nobody")
    qtbot.mouseClick(form.start, Qt.MouseButton.LeftButton)
    assert "nobody" in form.resolvers_error.text()
    assert server.asked == 0


def test_a_file_is_read_and_what_could_not_be_read_is_said(
    qtbot: QtBot, desk: Any, prompts: Any, tmp_path: Path
) -> None:
    path = tmp_path / "sites.csv"
    path.write_text("名称,域名\n甲,good.cn\n乙,???\n丙,gone.cn\n", encoding="utf-8")
    form = desk.page.hollow.start_form
    prompts.expect("open_file", path)
    with qtbot.waitSignal(form.listed):
        qtbot.mouseClick(form.file, Qt.MouseButton.LeftButton)
    assert len(form._sources[0].targets) == 2 and len(form._sources[0].unread) == 1
    said = [label.text() for label in form.findChildren(QLabel) if label.text().startswith("Not read:")]
    assert said and "Line 3" in said[0]
    desk.around.languages.choose("zh")
    qtbot.waitUntil(lambda: any("第 3 行" in label.text() for label in form.findChildren(QLabel)))
    assert not any("Line 3" in label.text() for label in form.findChildren(QLabel) if label.isVisible())
    desk.around.languages.choose("en")
    assert set(shown(check(qtbot, desk, ""))) == {"good.cn", "gone.cn"}


def test_a_stopped_run_is_carried_on_after_the_page_was_gone(
    qtbot: QtBot, make_desk: Callable[[], Any], server: Any
) -> None:
    desk = make_desk()
    tab = desk.page.hollow
    server.gate.clear()
    tab.start_form.names.setPlainText("good.cn gone.cn")
    qtbot.mouseClick(tab.start_form.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.is_running)
    qtbot.mouseClick(tab.results.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.quiet() and not tab.is_running)
    assert "Interrupted" in tab.results.strip_words() and not tab.results.resume.isHidden()
    server.gate.set()
    again = make_desk()
    tab = again.page.hollow
    assert tab.results.runs.count() == 1 and "interrupted" in tab.results.runs.itemText(0)
    tab.show_run(tab.runs[0].id)
    qtbot.waitUntil(lambda: tab.run is not None)
    with qtbot.waitSignal(tab.finished, timeout=10_000):
        qtbot.mouseClick(tab.results.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: again.quiet() and tab.run.done)
    assert set(shown(tab)) == {"good.cn", "gone.cn"} and tab.results.strip.isHidden()


def test_looking_again_shows_what_changed(qtbot: QtBot, desk: Any, prompts: Any, ranges: Path, server: Any) -> None:
    take_ranges(qtbot, desk, prompts, ranges)
    tab = check(qtbot, desk, "good.cn hongkong.cn")
    server.zone["hongkong.cn"] = ("192.0.2.7",)
    with qtbot.waitSignal(tab.finished, timeout=10_000):
        tab.results.again_all.trigger()
    qtbot.waitUntil(lambda: desk.quiet() and tab.run.done and bool(tab.run.of))
    button = tab.results.bar.button("changed")
    assert not button.isHidden() and button.text() == "Changed  1"
    with qtbot.waitSignal(tab.shown):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert set(shown(tab)) == {"hongkong.cn"}
    assert open_line(qtbot, tab, "hongkong.cn").grid.shown("before") == "Hollow"
    assert tab.results.runs.count() == 2


def test_cases_for_the_failed_and_only_once(qtbot: QtBot, desk: Any, prompts: Any) -> None:
    tab = check(qtbot, desk, "gone.cn lost.cn good.cn")
    prompts.expect("ask", True)
    with qtbot.waitSignal(desk.around.changes.changed) as told:
        qtbot.mouseClick(tab.results.cases, Qt.MouseButton.LeftButton)
    assert len(told.args[0].cases) == 2
    notes = [case.note for case in Cases(desk.database, actor="tester").rows(sorted(told.args[0].cases))]
    assert all(note.startswith("给客户的回复：") and "没有解析记录" in note for note in notes)
    qtbot.waitUntil(desk.quiet)
    pane = open_line(qtbot, tab, "gone.cn")
    qtbot.waitUntil(lambda: pane.found.case_id is not None)
    qtbot.mouseClick(pane.open_case, Qt.MouseButton.LeftButton)
    assert desk.went == [("cases", pane.found.case_id)]
    prompts.expect("ask", True)
    qtbot.mouseClick(tab.results.cases, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "already" in desk.notes[-1])


def test_cases_for_the_selected_lines_alone(qtbot: QtBot, desk: Any) -> None:
    tab = check(qtbot, desk, "gone.cn lost.cn away.cn good.cn")
    table = tab.results.table
    open_line(qtbot, tab, "lost.cn")
    # Down to the next line, both selected: one that failed, and whatever follows it.
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    failed = [
        row for row in table.selected_ids() if tab.results.model.record(tab.results.model.row_of(row)).outcome == "fail"
    ]
    (action,) = table._page_actions()
    with qtbot.waitSignal(desk.around.changes.changed) as told:
        action.trigger()
    assert len(told.args[0].cases) == len(failed) >= 1
    qtbot.waitUntil(desk.quiet)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_table_is_written_in_the_language_of_the_window(
    qtbot: QtBot, desk: Any, prompts: Any, tmp_path: Path, language: Any
) -> None:
    desk.around.languages.choose(language)
    tab = check(qtbot, desk, "gone.cn silent.cn")
    path = tmp_path / "out.csv"
    prompts.expect("save_file", path)
    tab.results.table.setFocus()
    qtbot.keyClick(tab.results.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.quiet() and path.exists())
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][0] == {"en": "Domain", "zh": "域名"}[language]
    assert {row[0]: row[1] for row in rows[1:]} == {
        "gone.cn": {"en": "Hollow", "zh": "空壳网站"}[language],
        "silent.cn": {"en": "Could not be established", "zh": "未能确定"}[language],
    }


def test_sites_of_the_store_come_with_their_records(qtbot: QtBot, desk: Any) -> None:
    subject = next(iter(desk.subjects.create({"name": "示例科技", "kind": "unit", "state": "active"}).subjects))
    values = {"name": "示例网站", "kind": "site", "state": "active", "domains": ["gone.cn"]}
    site = next(iter(desk.sites.create(subject, values).sites))
    tab = desk.page.hollow
    with qtbot.waitSignal(tab.start_form.listed):
        desk.page.take_sites([site])
    assert set(shown(check(qtbot, desk, ""))) == {"gone.cn"}
    pane = open_line(qtbot, tab, "gone.cn")
    assert pane.grid.shown("site") == "示例网站"
    qtbot.mouseClick(pane.to_site, Qt.MouseButton.LeftButton)
    assert desk.went == [("sites", site)]
