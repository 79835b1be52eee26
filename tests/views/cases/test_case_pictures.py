"""A case's pictures straightened, joined and taken in by drop, over a real store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.start import Program
from app.services.case_starts import CaseStart
from app.services.demo_pictures import picture
from app.views.pictures.join_dialog import JoinDialog
from app.views.pictures.straighten_dialog import StraightenDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def idle(qtbot: QtBot, program: Program) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not program.store_jobs.busy and not program.free_jobs.busy, timeout=15_000)


@pytest.fixture
def panel(qtbot: QtBot, program: Program, idle: Callable[[], None]) -> Any:
    assert program.window.desk_view is not None
    program.window.desk_view.show_page("cases")
    page = program.window.desk_view.page("cases")
    case_id, change = page.work.services.starts.create(CaseStart("transfer_offline"), date.today())
    program.around.changes.changed.emit(change)
    page.show_record(case_id)
    qtbot.waitUntil(lambda: page.detail.whole is not None and page.detail.whole.case.id == case_id)
    page.detail.tabs.setCurrentWidget(page.detail.tabs.widget(1))
    idle()
    return page.detail.materials


def titles(panel: Any) -> list[str]:
    return [row.title for row in panel._rows if row.file_id is not None]


def shown(qtbot: QtBot, panel: Any, kind: type) -> Any:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in panel.findChildren(kind)), timeout=10_000)
    return next(each for each in panel.findChildren(kind) if each.isVisible())


def test_a_dropped_photo_is_straightened_beside_the_original(
    qtbot: QtBot, panel: Any, idle: Callable[[], None], tmp_path: Path, photographer: Any
) -> None:
    shot = tmp_path / "holding.jpg"
    shot.write_bytes(
        photographer.jpeg(photographer.picture("holding", photographer.corners(210, 297, tilt=0.3), upright=True))
    )
    panel.show_kind("holding_photo")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(shot))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(panel, QDragEnterEvent(QPointF(5, 5), copy, data, left, none))
    QApplication.sendEvent(panel, QDropEvent(QPointF(5, 5), copy, data, left, none))
    qtbot.waitUntil(lambda: len(titles(panel)) == 1, timeout=10_000)
    [title] = titles(panel)
    panel.straighten(next(row for row in panel._rows if row.title == title))
    dialog = shown(qtbot, panel, StraightenDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_R)
    with qtbot.waitSignal(dialog.decided):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: titles(panel) == [title, f"{title}（拉正）"], timeout=10_000)
    again = next(row for row in panel._rows if row.title.endswith("（拉正）"))
    panel.straighten(again)
    dialog = shown(qtbot, panel, StraightenDialog)
    assert dialog.recipe.turns == 1, "it opens from the original, as it was left"
    dialog.reject()
    idle()


def test_ticked_ones_are_joined(qtbot: QtBot, program: Program, panel: Any, idle: Callable[[], None]) -> None:
    services = panel._work.services
    for name in ("id_card", "agent"):
        added = services.materials.add(panel._case_id, "id_card_copy", f"{name}.png", picture(name), title=name)
    program.around.changes.changed.emit(added.change)
    qtbot.waitUntil(lambda: titles(panel) == ["id_card", "agent"], timeout=10_000)
    for row in panel._rows:
        if row.title in ("id_card", "agent"):
            panel.chosen[row.id].setChecked(True)
    assert "2" in panel.join.text()
    panel.join_files()
    dialog = shown(qtbot, panel, JoinDialog)
    qtbot.waitUntil(lambda: len(dialog.entries()) == 2 and dialog.take.isEnabled(), timeout=10_000)
    assert [each.name for each in dialog.entries()] == ["id_card", "agent"]
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(titles(panel)) == 3, timeout=10_000)
    assert titles(panel)[2].endswith("（合并）")
    idle()
