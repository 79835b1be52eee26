"""The queue by key and by filter; a case edited; a packet made anew from the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.start import Program
from app.models.document import Document
from app.services.demo_pictures import picture
from app.views.cases.additions_dialog import AdditionsDialog
from app.views.cases.case_dialog import CaseDialog

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


def visible(owner: Any, kind: type) -> Any:
    return next((each for each in owner.findChildren(kind) if each.isVisible()), None)


def test_the_queue_is_walked_from_anywhere_and_filtered(
    qtbot: QtBot, queue: Any, new_case: Callable[..., int], idle: Callable[[], None]
) -> None:
    ids = [new_case(customer=name) for name in ("甲", "乙", "丙")]
    ids.append(new_case("reset_wanwang_mailbox", customer="丁", owner="小周"))
    queue.table.select_row(0)
    idle()
    queue.detail.focus_work()
    inside = QApplication.focusWidget()
    for row in (1, 2, 1):
        qtbot.keyClick(inside, KEY.Key_Down if row >= queue.table.currentIndex().row() + 1 else KEY.Key_Up, ALT)
        qtbot.waitUntil(lambda row=row: queue.detail.whole.case.id == queue.model.ids[row])
        inside = QApplication.focusWidget()
        assert queue.detail.isAncestorOf(inside), "the cursor stays in the case"
    qtbot.keyClick(queue.table, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is queue.filter.text
    qtbot.mouseClick(queue.filter.more, Qt.MouseButton.LeftButton)
    idle()
    for combo, value, left in (
        (queue.filter.procedure, "reset_wanwang_mailbox", [ids[3]]),
        (queue.filter.owner, "小周", [ids[3]]),
        (queue.filter.state, "waiting_customer", []),
    ):
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())
        qtbot.waitUntil(lambda left=left: list(queue.model.ids) == left)
        idle()
        qtbot.mouseClick(queue.filter.clear, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: len(queue.model.ids) == 4)
        idle()


def test_a_case_is_edited_and_taken_back(
    qtbot: QtBot, program: Program, queue: Any, new_case: Callable[..., int], idle: Callable[[], None]
) -> None:
    case_id = new_case(customer="王女士")
    qtbot.keyClick(queue.table, KEY.Key_F2)
    dialog = visible(queue, CaseDialog)
    dialog.owner.setCurrentText("小周")
    dialog.note.setPlainText("第一行\n第二行")
    dialog.customer.setText("客" * 201)
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.errors["customer"][0].isVisible)
    dialog.customer.setText("王先生")
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    idle()
    case = queue.work.services.cases.get(case_id)
    assert (case.owner, case.note, case.customer) == ("小周", "第一行\n第二行", "王先生")
    program.around.undo.undo()
    idle()
    assert queue.work.services.cases.get(case_id).customer == "王女士"
    said = [queue.detail.history.words.line(event) for event in queue.detail.whole.history]
    assert said[0].startswith("Taken back or done again: ") and "customer" in said[0]


def test_a_packet_that_lacks_enclosures_says_so_and_is_made_anew(
    qtbot: QtBot, program: Program, queue: Any, new_case: Callable[..., int], idle: Callable[[], None]
) -> None:
    from app.services.recipes import Recipe

    case_id = new_case()
    services = queue.work.services
    recipe = Recipe("材料", "", "", "", {}, None).to_json()
    with services.cases._database.transaction() as session:
        made = datetime.now().astimezone() - timedelta(hours=1)
        session.add(Document(case_id=case_id, kind="packet", title="材料", recipe=recipe, pages=1, made_at=made))
    added = services.materials.add(case_id, "holding_photo", "a.png", picture("licence"))
    program.around.changes.changed.emit(added.change)
    qtbot.waitUntil(queue.detail.head.lacking.isVisible)
    assert queue.detail.head.lacking.text() == "The packet lacks a newer enclosure"
    queue.detail.tabs.setCurrentIndex(2)
    qtbot.mouseClick(queue.detail.papers.anew, Qt.MouseButton.LeftButton)
    dialog = visible(queue, AdditionsDialog)
    assert dialog.chosen() == (added.material_id,)
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(queue.detail.whole.documents) == 2)
    idle()
    assert not queue.detail.head.lacking.isVisible()
    program.around.undo.undo()
    qtbot.waitUntil(lambda: len(queue.detail.whole.documents) == 1)
    idle()


def test_what_was_removed_is_brought_back_by_key(
    qtbot: QtBot, program: Program, queue: Any, new_case: Callable[..., int], idle: Callable[[], None]
) -> None:
    case_id = new_case()
    services = queue.work.services
    program.around.changes.changed.emit(services.materials.add(case_id, "other", "a.png", picture("licence")).change)
    idle()
    lines, files = len(queue.detail.whole.items), len(queue.detail.whole.materials)
    queue.detail.list._remove(queue.detail.whole.items[0])
    qtbot.waitUntil(lambda: len(queue.detail.whole.items) == lines - 1)
    idle()
    queue.detail.materials._remove(queue.detail.whole.materials[-1])
    qtbot.waitUntil(lambda: len(queue.detail.whole.materials) == files - 1)
    idle()
    queue.table.setFocus()
    for _ in range(2):
        qtbot.keyClick(queue.table, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
        idle()
    qtbot.waitUntil(lambda: len(queue.detail.whole.items) == lines and len(queue.detail.whole.materials) == files)
    idle()
