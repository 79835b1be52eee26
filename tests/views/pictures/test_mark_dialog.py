"""The watermark of one copy, with the page beside it as it will be printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.messages import Messages
from app.services.demo_pictures import picture
from app.services.flows.draft import Mark
from app.views.jobs import Jobs
from app.views.pictures.mark_dialog import MarkDialog

PURPOSE = "仅用于办理粤ICP备12345678号注销 2026年11月23日"


@pytest.fixture
def dialog(qtbot: QtBot, lane: Jobs, messages: Messages, quiet: Callable[[], None]) -> Any:
    made = MarkDialog(
        lambda: [picture("id_card")],
        lane,
        messages,
        title="身份证",
        kind="id_card_copy",
        purpose=PURPOSE,
        agreed=Mark(True, "", "tiled", "normal"),
        mark=None,
    )
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.page.image.isNull(), timeout=10_000)
    return made


def differs(dialog: Any, before: QImage) -> bool:
    return bool(dialog.page.image != before)


def test_every_change_is_seen_on_the_page(qtbot: QtBot, dialog: Any) -> None:
    assert dialog.text.placeholderText() == PURPOSE
    seen = dialog.page.image.copy()
    for change in (
        lambda: qtbot.keyClicks(dialog.text, "For filing only"),
        lambda: qtbot.keyClick(dialog.place, Qt.Key.Key_Down) or dialog.place.activated.emit(1),
        lambda: qtbot.keyClick(dialog.strength, Qt.Key.Key_Down) or dialog.strength.activated.emit(2),
        lambda: qtbot.keyClick(dialog.written, Qt.Key.Key_Space),
    ):
        change()
        qtbot.waitUntil(partial(differs, dialog, seen), timeout=10_000)
        seen = dialog.page.image.copy()
    assert dialog.mark() == Mark(False, "For filing only", "middle", "strong")
    assert not dialog.text.isEnabled()


def test_what_the_font_lacks_cannot_be_taken_over(qtbot: QtBot, dialog: Any) -> None:
    dialog.text.setText("\ue000")
    assert not dialog.take.isEnabled() and dialog.wrong.isVisible()
    dialog.text.setText("仅供备案")
    with qtbot.waitSignal(dialog.decided) as taken:
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert taken.args == [Mark(True, "仅供备案", "tiled", "normal")]


def test_as_agreed_takes_the_own_mark_away(qtbot: QtBot, dialog: Any) -> None:
    with qtbot.waitSignal(dialog.decided) as taken:
        qtbot.mouseClick(dialog.as_agreed, Qt.MouseButton.LeftButton)
    assert taken.args == [None]
