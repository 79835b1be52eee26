"""What is typed into the dialogs of a case outlives the locking of the desk; Cancel gives it up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.views.cases.case_dialog import CaseDialog
from app.views.cases.due_panel import DuePanel
from app.views.cases.new_case_dialog import NewCaseDialog
from app.views.cases.parts import MoveDayDialog
from app.views.pages.draft_strip import DraftStrip


def shown(queue: Any, kind: type, idle: Callable[[], None]) -> Any:
    idle()
    return next(each for each in queue.findChildren(kind) if each.isVisible())


def test_an_edit_is_there_again_after_locking(
    qtbot: QtBot, queue: Any, new_case: Callable[..., int], idle: Callable[[], None]
) -> None:
    case_id = new_case(customer="王女士")
    queue.detail.about.ask_edit()
    dialog = shown(queue, CaseDialog, idle)
    dialog.note.setPlainText("客户周五来电")
    qtbot.keyClicks(dialog.ticket, "T-9")
    dialog.put_away()
    idle()
    queue.detail.about.ask_edit()
    dialog = shown(queue, CaseDialog, idle)
    assert (dialog.note.toPlainText(), dialog.ticket.text(), dialog.customer.text()) == (
        "客户周五来电",
        "T-9",
        "王女士",
    )
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    idle()
    assert queue.work.services.cases.get(case_id).note == "客户周五来电"
    assert queue.work.services.drafts.all("case_edit") == []
    queue.detail.about.ask_edit()
    dialog = shown(queue, CaseDialog, idle)
    dialog.note.setPlainText("nothing")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Escape)
    idle()
    assert queue.work.services.drafts.all("case_edit") == []


def test_a_new_case_is_there_again_after_locking(qtbot: QtBot, queue: Any, idle: Callable[[], None]) -> None:
    queue.ask_new("transfer_offline")
    dialog = shown(queue, NewCaseDialog, idle)
    qtbot.keyClicks(dialog.ticket, "T-7")
    dialog.put_away()
    idle()
    queue.ask_new()
    dialog = shown(queue, NewCaseDialog, idle)
    assert dialog.ticket.text() == "T-7" and dialog.procedures.current == "transfer_offline"
    dialog.reject()
    idle()
    queue.ask_new()
    dialog = shown(queue, NewCaseDialog, idle)
    assert dialog.ticket.text() == ""
    dialog.reject()
    idle()


def test_a_letter_of_no_case_is_called_so(queue: Any, idle: Callable[[], None]) -> None:
    drafts, strip = queue.work.services.drafts, queue.findChild(DraftStrip)
    drafts.save("letter", {"version": 1}, title="更名说明")
    drafts.save("transfer", {"version": 1}, title="粤ICP备12345678号")
    strip.read()
    idle()
    said = " ".join(each.text() for each in strip.findChildren(QLabel))
    assert "Letter of no case: 更名说明" in said and "Half done: offline transfer 粤ICP备12345678号" in said


def test_the_reason_for_another_deadline_is_there_again_after_locking(
    qtbot: QtBot, queue: Any, new_case: Callable[..., int], idle: Callable[[], None]
) -> None:
    new_case()
    due = queue.detail.findChild(DuePanel)
    due.ask_move()
    dialog = shown(queue, MoveDayDialog, idle)
    qtbot.keyClicks(dialog.reason, "told by phone")
    dialog.put_away()
    idle()
    due.ask_move()
    dialog = shown(queue, MoveDayDialog, idle)
    assert dialog.reason.text() == "told by phone"
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Escape)
    idle()
    assert queue.work.services.drafts.all("case_due") == []
