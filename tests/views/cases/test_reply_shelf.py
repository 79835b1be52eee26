"""The words of replies from the settings, without a case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.bootstrap.start import Program
from app.views.cases.reply_editor import ReplyEditor
from app.views.cases.reply_shelf import ReplyShelf
from app.views.widgets.choice_list import CHOICE

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shelf(qtbot: QtBot, program: Program, idle: Callable[[], None]) -> Any:
    assert program.window.desk_view is not None
    program.window.desk_view.show_page("settings")
    page: Any = program.window.desk_view.page("settings")
    idle()
    qtbot.mouseClick(page.desk.replies, LEFT)
    shown = next(each for each in program.window.findChildren(ReplyShelf) if each.isVisible())
    idle()
    return shown


def chosen(shelf: Any, procedure: str, idle: Callable[[], None]) -> None:
    shelf.procedure.setCurrentIndex(shelf.procedure.findData(procedure))
    idle()


def editor_of(qtbot: QtBot, shelf: Any) -> Any:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in shelf.findChildren(ReplyEditor)))
    return next(each for each in shelf.findChildren(ReplyEditor) if each.isVisible())


def test_other_words_are_written_with_examples_and_put_back(
    qtbot: QtBot, shelf: Any, idle: Callable[[], None], prompts: Any
) -> None:
    chosen(shelf, "transfer_offline", idle)
    assert shelf.choices.list.count() == 4 and "{{" in shelf.text.toPlainText()
    shipped = shelf.text.toPlainText()
    qtbot.mouseClick(shelf.words, LEFT)
    editor = editor_of(qtbot, shelf)
    editor.text.setPlainText("{{customer_name}}，请看。")
    example = next(each.example for each in editor._replies.variables() if each.name == "customer_name")
    assert editor.preview.toPlainText() == f"{example}，请看。"
    assert example in editor.variables.item(0).text()
    qtbot.mouseClick(editor.keep, LEFT)
    qtbot.waitUntil(lambda: shelf.text.toPlainText() == "{{customer_name}}，请看。")
    assert shelf.choices.list.currentItem().data(CHOICE).subtitle == "words of this desk"
    qtbot.mouseClick(shelf.words, LEFT)
    editor = editor_of(qtbot, shelf)
    prompts.expect("ask", True)
    qtbot.mouseClick(editor.back, LEFT)
    qtbot.waitUntil(lambda: shelf.text.toPlainText() == shipped)
    shelf.reject()
    idle()


def test_a_new_reply_of_another_procedure_is_shown_where_it_stands(
    qtbot: QtBot, shelf: Any, idle: Callable[[], None], prompts: Any
) -> None:
    chosen(shelf, "transfer_offline", idle)
    qtbot.mouseClick(shelf.new, LEFT)
    editor = editor_of(qtbot, shelf)
    assert editor.procedure.currentData() == "transfer_offline"
    editor.procedure.setCurrentIndex(editor.procedure.findData("change_site"))
    editor.name.setText("催办")
    editor.text.setPlainText("请尽快回复。")
    qtbot.mouseClick(editor.keep, LEFT)
    qtbot.waitUntil(lambda: shelf.text.toPlainText() == "请尽快回复。")
    assert shelf.procedure.currentData() == "change_site" and shelf.choices.list.count() == 5
    qtbot.mouseClick(shelf.words, LEFT)
    editor = editor_of(qtbot, shelf)
    prompts.expect("ask", True)
    qtbot.mouseClick(editor.forget, LEFT)
    qtbot.waitUntil(lambda: shelf.choices.list.count() == 4)
    shelf.reject()
    idle()
