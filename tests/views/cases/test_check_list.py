"""The lines of the check list: how they stand, and their notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from app.bootstrap.start import Program
from app.views.cases.note_dialog import NoteDialog

LEFT, KEY, CONTROL = Qt.MouseButton.LeftButton, Qt.Key, Qt.KeyboardModifier.ControlModifier


def asked_for_a_note(qtbot: QtBot, queue: Any, idle: Callable[[], None]) -> Any:
    qtbot.mouseClick(queue.detail.list.findChildren(QToolButton)[0], LEFT)
    menu = next(each for each in queue.detail.list.findChildren(QMenu) if each.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    idle()
    return next(each for each in queue.detail.list.findChildren(NoteDialog) if each.isVisible())


def test_box_first_line_and_button_stand_in_one_line(
    qtbot: QtBot, queue: Any, new_case: Callable[..., int], idle: Callable[[], None]
) -> None:
    case_id = new_case()
    cases = queue.work.services.cases
    cases.add_item(case_id, "一行")
    cases.add_item(case_id, "很长的一行" * 30)
    queue.detail.list.show_items(case_id, cases.items(case_id))
    idle()
    cards = [box.parentWidget() for box in queue.detail.list.boxes]
    qtbot.waitUntil(lambda: len({card.height() for card in cards}) > 1)  # lines of one line and of several
    for box, card in zip(queue.detail.list.boxes, cards, strict=True):
        title, button = card.findChildren(QLabel)[0], card.findChild(QToolButton)
        first = title.mapTo(card, QPoint(0, 0)).y() + title.fontMetrics().height() / 2
        for each in (box, button):
            assert abs(each.geometry().y() + each.height() / 2 - first) <= 1.5, title.text()[:10]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # a menu on a platform without a screen
def test_a_note_is_written_taken_away_and_not_lost(
    qtbot: QtBot, program: Program, queue: Any, new_case: Callable[..., int], idle: Callable[[], None]
) -> None:
    case_id = new_case()
    cases = queue.work.services.cases
    shipped = cases.items(case_id)[0].note
    dialog = asked_for_a_note(qtbot, queue, idle)
    dialog.note.setPlainText("已电话确认\n周五寄出")
    qtbot.keyClick(dialog.note, KEY.Key_Escape)
    idle()
    assert cases.items(case_id)[0].note == shipped
    dialog = asked_for_a_note(qtbot, queue, idle)
    assert dialog.note.toPlainText() == "已电话确认\n周五寄出", "what was typed is there again"
    qtbot.keyClick(dialog.note, KEY.Key_Return, CONTROL)
    idle()
    assert cases.items(case_id)[0].note == "已电话确认\n周五寄出"
    dialog = asked_for_a_note(qtbot, queue, idle)
    dialog.note.clear()
    qtbot.mouseClick(dialog.ok, LEFT)
    idle()
    assert cases.items(case_id)[0].note == "" and not dialog.isVisible()
    program.around.undo.undo()
    idle()
    assert cases.items(case_id)[0].note == "已电话确认\n周五寄出"
    dialog = asked_for_a_note(qtbot, queue, idle)
    dialog.note.setPlainText("长" * 2_001)
    qtbot.mouseClick(dialog.ok, LEFT)
    qtbot.waitUntil(dialog.wrong.isVisible)
    assert cases.items(case_id)[0].note == "已电话确认\n周五寄出"
    dialog.reject()
    idle()
