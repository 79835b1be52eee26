"""Hollow subjects and reference lists in the window, by clicks and keys; nothing of it goes to the network."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot


@pytest.fixture
def stored(desk: Any) -> dict[str, int]:
    """One hollow subject in Hunan, one in Shanghai, one that may be."""
    made: dict[str, int] = {}
    for n, (key, province, number, state) in enumerate(
        (("hunan", "hunan", "湘ICP备20000001号", "hollow"), ("shanghai", "shanghai", "沪ICP备20000002号", "hollow"),
         ("open", "hunan", "湘ICP备20000003号", "active"))
    ):  # fmt: skip
        values = {
            "name": f"示例{n}有限公司",
            "kind": "unit",
            "state": state,
            "province": province,
            "filing_number": number,
        }
        made[key] = next(iter(desk.subjects.create(values).subjects))
    return made


def look(qtbot: QtBot, desk: Any) -> Any:
    tab = desk.page.hollow_subjects
    with qtbot.waitSignal(tab.read):
        desk.page.tabs.setCurrentWidget(tab)
    qtbot.waitUntil(desk.quiet)
    return tab


def names(tab: Any) -> list[str]:
    return [tab.model.record(row).name for row in range(tab.model.rowCount())]


def choose(qtbot: QtBot, tab: Any, subject: int) -> Any:
    tab.table.select_id(subject)
    qtbot.waitUntil(lambda: tab.pane.found is not None and tab.pane.found.row_id == subject)
    return tab.pane


def test_each_subject_has_its_provinces_way_out(
    qtbot: QtBot, desk: Any, stored: dict[str, int], reached: list[Any]
) -> None:
    tab = look(qtbot, desk)
    assert names(tab) == ["示例0有限公司", "示例1有限公司", "示例2有限公司"]
    said = choose(qtbot, tab, stored["hunan"]).cards.words()
    assert (
        "湖南：空壳主体须先到通信管理局线下注销" in said
        and "The province's rule" in said
        and "sources disagree" in said
    )
    said = choose(qtbot, tab, stored["shanghai"]).cards.words()
    assert "上海：空壳主体可直接新增网站" in said and "What to hand in" not in said
    pane = choose(qtbot, tab, stored["open"])
    assert pane.badge.text == "Could not be established" and "not in the store" not in pane.name.text()
    assert pane.open_case.isHidden() and "no site or app of it is in the store" in pane.reason.text().lower()
    assert not reached


def test_filter_sort_and_keyboard(qtbot: QtBot, desk: Any, stored: dict[str, int]) -> None:
    tab = look(qtbot, desk)
    with qtbot.waitSignal(tab.read):
        header = tab.table.horizontalHeader()
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, header.height() // 2))
    assert names(tab)[0] == "示例2有限公司"
    with qtbot.waitSignal(tab.read):
        tab.filter.text.setFocus()
        qtbot.keyClicks(tab.filter.text, "20000002")
    assert names(tab) == ["示例1有限公司"]
    qtbot.keyClick(tab.filter.text, Qt.Key.Key_Down)
    assert tab.table.hasFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "示例1有限公司" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(tab.read):
        tab.filter.text.clear()
    tab.filter.reason.setCurrentIndex(tab.filter.reason.findData("none_recorded"))
    with qtbot.waitSignal(tab.read):
        tab.filter.reason.activated.emit(tab.filter.reason.currentIndex())
    assert names(tab) == ["示例2有限公司"]


def test_a_case_with_the_reply_as_it_was_finished(qtbot: QtBot, desk: Any, stored: dict[str, int]) -> None:
    tab = look(qtbot, desk)
    pane = choose(qtbot, tab, stored["hunan"])
    qtbot.mouseClick(pane.reply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.reply_dialog is not None and tab.reply_dialog.isVisible())
    dialog = tab.reply_dialog
    assert "湖南省通信管理局" in dialog.text.toPlainText() and not dialog.copy.isEnabled()
    dialog.text.setPlainText("您好，请办理。")
    assert dialog.copy.isEnabled() and dialog.copy_html.isEnabled()
    strip = dialog.layout().itemAt(1).widget()
    with qtbot.waitSignal(desk.around.changes.changed) as told:
        qtbot.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    (case,) = told.args[0].cases
    qtbot.waitUntil(lambda: desk.quiet() and tab.pane.found is not None and tab.pane.found.case_id == case)
    from app.services.cases import Cases

    assert Cases(desk.database, actor="tester").get(case).note == "给客户的回复：\n您好，请办理。"


def test_cases_for_all_and_the_table(
    qtbot: QtBot, desk: Any, stored: dict[str, int], prompts: Any, tmp_path: Path
) -> None:
    tab = look(qtbot, desk)
    prompts.expect("ask", True)
    with qtbot.waitSignal(desk.around.changes.changed) as told:
        qtbot.mouseClick(tab.cases, Qt.MouseButton.LeftButton)
    assert len(told.args[0].cases) == 2
    qtbot.waitUntil(desk.quiet)
    path = tmp_path / "out.csv"
    prompts.expect("save_file", path)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.quiet() and path.exists())
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:3] == ["Subject", "Outcome", "Why"] and len(rows) == 4
    assert {row[7] for row in rows[1:3]} == {"open"}


def test_a_list_of_registrars_is_brought_with_its_origin(qtbot: QtBot, desk: Any, prompts: Any, tmp_path: Path) -> None:
    path = tmp_path / "registrars.csv"
    path.write_text("注册商\n示例注册商\n", encoding="utf-8")
    lists = desk.page.lists
    card = lists.cards["registrars"]
    desk.page.tabs.setCurrentWidget(lists)
    prompts.expect("open_file", path)
    qtbot.mouseClick(card.load, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.quiet() and not card.error.isHidden())
    assert "proves nothing" in card.error.text()
    qtbot.keyClicks(card.source, "Ministry, page of approvals")
    qtbot.keyClicks(card.day, "2020-10-01")
    with qtbot.waitSignal(lists.read):
        qtbot.mouseClick(card.take, Qt.MouseButton.LeftButton)
    assert card.said.text() == "1 entry" and "days old" in card.age.text() and not card.age.isHidden()
    note = desk.page.domains.start_form.registrars
    assert "page of approvals" in note.origin.text() and "days old" in note.age.text()
    qtbot.mouseClick(desk.page.hollow.start_form.ranges.open, Qt.MouseButton.LeftButton)
    assert desk.page.tabs.currentWidget() is lists
    assert "1,546 days" in lists.cards["suffixes"].age.text()
    prompts.expect("ask", True)
    with qtbot.waitSignal(lists.read):
        qtbot.mouseClick(card.forget, Qt.MouseButton.LeftButton)
    assert card.said.text() == "No list" and card.forget.isHidden()
