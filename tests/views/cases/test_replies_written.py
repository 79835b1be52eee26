"""Replies of one's own: written in the window, tried on a case, put back; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.services.case_settings import DeskRules
from app.views.cases.reply_dialog import ReplyDialog
from app.views.cases.reply_editor import ReplyEditor
from app.views.widgets.choice_list import CHOICE


@pytest.fixture
def dialog(qtbot: QtBot, queue: Any, new_case: Callable[..., int], idle: Callable[[], None]) -> Callable[[], Any]:
    """Opens the replies of the case."""
    new_case(customer="王女士", ticket_number="T-1")
    queue.work.services.desk.save(DeskRules(provider_name="示例云", contact_channel="工单"))

    def ask() -> Any:
        queue.detail.ask_reply()
        qtbot.waitUntil(lambda: any(each.isVisible() for each in queue.findChildren(ReplyDialog)))
        idle()
        return next(each for each in queue.findChildren(ReplyDialog) if each.isVisible())

    return ask


def editor_of(qtbot: QtBot, dialog: Any) -> Any:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in dialog.findChildren(ReplyEditor)))
    return next(each for each in dialog.findChildren(ReplyEditor) if each.isVisible())


def test_other_words_for_a_shipped_reply_and_back(
    qtbot: QtBot, dialog: Any, idle: Callable[[], None], prompts: Any
) -> None:
    replies = dialog()
    shown, shipped = replies._shown, replies.text.toPlainText()
    replies.ask_words()
    editor = editor_of(qtbot, replies)
    assert not editor.back.isVisible() and not editor.procedure.isEnabled()
    editor.text.setPlainText("{{customer_nam}}，您好。")
    assert "customer_nam" in editor.errors["reply_text"].text(), "an unknown variable is named while it is typed"
    qtbot.mouseClick(editor.keep, Qt.MouseButton.LeftButton)
    idle()
    assert editor.isVisible(), "and not kept"
    editor.text.setPlainText("，请看工单 {{ticket_number}}。")
    editor.filter.setText("customer_name")
    assert editor.variables.count() >= 1 and "王女士" in editor.variables.item(0).text()
    cursor = editor.text.textCursor()
    cursor.setPosition(0)
    editor.text.setTextCursor(cursor)
    editor._insert(editor.variables.item(0))
    assert editor.preview.toPlainText() == "王女士，请看工单 T-1。"
    qtbot.mouseClick(editor.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: replies.text.toPlainText() == "王女士，请看工单 T-1。")
    assert replies._shown == shown and "words of this desk" in replies.choices.list.currentItem().data(CHOICE).subtitle
    replies.ask_words()
    editor = editor_of(qtbot, replies)
    assert editor.back.isVisible()
    prompts.expect("ask", True)
    qtbot.mouseClick(editor.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: replies.text.toPlainText() == shipped)
    replies.reject()
    idle()


def test_a_new_reply_is_there_again_after_closing_and_goes_when_kept(
    qtbot: QtBot, queue: Any, dialog: Any, idle: Callable[[], None], prompts: Any
) -> None:
    replies = dialog()
    replies.ask_new()
    editor = editor_of(qtbot, replies)
    qtbot.keyClicks(editor.name, "Chase")
    editor.text.setPlainText("请尽快回复。")
    editor.reject()
    idle()
    replies.ask_new()
    editor = editor_of(qtbot, replies)
    qtbot.waitUntil(editor.restored.isVisible)
    assert (editor.name.text(), editor.text.toPlainText()) == ("Chase", "请尽快回复。")
    editor.name.clear()
    qtbot.mouseClick(editor.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(editor.errors["title"].text()))
    qtbot.keyClicks(editor.name, "Chase")
    qtbot.mouseClick(editor.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: replies.text.toPlainText() == "请尽快回复。")
    idle()
    assert queue.work.services.drafts.all("reply_template") == []
    replies.ask_words()
    editor = editor_of(qtbot, replies)
    prompts.expect("ask", True)
    qtbot.mouseClick(editor.forget, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not any(row.title == "Chase" for row in queue.work.services.own_replies.own_rows()))
    idle()
    replies.reject()
    idle()


def test_what_was_written_into_a_reply_is_there_again_until_copied(
    qtbot: QtBot, queue: Any, dialog: Any, idle: Callable[[], None]
) -> None:
    replies = dialog()
    replies.text.setPlainText("自己写的话。")
    replies.reject()
    idle()
    replies = dialog()
    qtbot.waitUntil(lambda: replies.text.toPlainText() == "自己写的话。")
    assert replies.afresh.isVisible()
    qtbot.mouseClick(replies.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "自己写的话。"
    idle()
    replies = dialog()
    assert replies.text.toPlainText() != "自己写的话。" and queue.work.services.drafts.all("reply_text") == []
    replies.reject()
    idle()
