"""The page of cases over a real store: a case from beginning to closing without a mouse, and each piece by itself."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageFilter
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.bootstrap.start import Program
from app.services.case_queries import VIEWS
from app.services.case_settings import DeskRules
from app.services.case_starts import CaseStart
from app.services.demo_pictures import picture
from app.views.cases.new_case_dialog import NewCaseDialog
from app.views.cases.parts import MoveDayDialog, SendDialog
from app.views.cases.reply_dialog import ReplyDialog
from app.views.pictures.scan_watch import ScanWatch

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, program: Program) -> Any:
    assert program.window.desk_view is not None
    program.window.desk_view.show_page("cases")
    found = program.window.desk_view.page("cases")
    program.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is program.window)
    idle(qtbot, program)
    return found


@pytest.fixture
def begin(qtbot: QtBot, program: Program, page: Any) -> Callable[..., int]:
    def make(procedure_id: str = "transfer_offline", **values: Any) -> int:
        case_id, change = page.work.services.starts.create(CaseStart(procedure_id, **values), date.today())
        program.around.changes.changed.emit(change)
        page.show_record(case_id)
        qtbot.waitUntil(lambda: page.detail.whole is not None and page.detail.whole.case.id == case_id)
        idle(qtbot, program)
        return int(case_id)

    return make


def idle(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.store_jobs.busy and not program.free_jobs.busy, timeout=15_000)


def press(qtbot: QtBot, key: Any, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def write(text: str) -> None:
    """Chinese comes from an input method, as a whole."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    focused = QApplication.focusWidget()
    assert focused is not None
    QApplication.sendEvent(focused, event)


def fewer_than(page: Any, count: int) -> bool:
    return len(page.detail.whole.open_items) < count


def tab_to(qtbot: QtBot, wanted: Any) -> None:
    for _ in range(40):
        if QApplication.focusWidget() is wanted:
            return
        press(qtbot, KEY.Key_Tab)
    raise AssertionError("not reached by Tab")


def opened(qtbot: QtBot, page: Any, kind: type[QDialog]) -> Any:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(kind)))
    dialog = next(each for each in page.findChildren(kind) if each.isVisible())
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # a list of choices on a platform without a screen
def test_a_case_from_beginning_to_closing_without_a_mouse(qtbot: QtBot, program: Program, page: Any) -> None:
    assert page.empty.isVisible() and QApplication.focusWidget() is page.empty.action
    press(qtbot, KEY.Key_N, CONTROL)
    dialog = opened(qtbot, page, NewCaseDialog)
    write("原万网备案账号")
    assert dialog.procedures.current == "reset_wanwang_mailbox" and "☐ 授权书" in dialog.list.text()
    tab_to(qtbot, dialog.ticket)
    qtbot.keyClicks(dialog.ticket, "T20261123-017")
    press(qtbot, KEY.Key_Tab)
    write("王女士")
    press(qtbot, KEY.Key_Return)
    qtbot.waitUntil(lambda: page.detail.whole is not None)
    idle(qtbot, program)
    program.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.table)
    case_id = page.detail.case_id
    required = [item for item in page.detail.whole.items if item.required]
    assert len(required) >= 3
    while page.detail.whole.open_items:
        left = len(page.detail.whole.open_items)
        press(qtbot, KEY.Key_Return)
        open_now = next(i for i, item in enumerate(page.detail.whole.items) if item.done_at is None)
        assert QApplication.focusWidget() is page.detail.list.boxes[open_now]
        while not page.detail.whole.items[open_now].required:
            press(qtbot, KEY.Key_Space)
            idle(qtbot, program)
            press(qtbot, KEY.Key_Escape)
            press(qtbot, KEY.Key_Return)
            open_now = next(i for i, item in enumerate(page.detail.whole.items) if item.done_at is None)
        press(qtbot, KEY.Key_Space)
        qtbot.waitUntil(partial(fewer_than, page, left))
        idle(qtbot, program)
        press(qtbot, KEY.Key_Escape)
        assert QApplication.focusWidget() is page.table
    press(qtbot, KEY.Key_M, CONTROL)
    qtbot.waitUntil(page.detail.head.state.view().isVisible)
    qtbot.keyClick(page.detail.head.state.view(), KEY.Key_End)
    qtbot.keyClick(page.detail.head.state.view(), KEY.Key_Return)
    qtbot.waitUntil(lambda: page.detail.whole is None or page.detail.whole.case.state == "closed")
    idle(qtbot, program)
    program.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.table)
    press(qtbot, KEY.Key_8, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.views.current == "closed" and list(page.model.ids) == [case_id])
    assert page.views.tabText(VIEWS.index("closed")) == "Closed 1"
    press(qtbot, KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.work.services.cases.get(case_id).state == "open")
    idle(qtbot, program)


def test_closing_past_open_lines_asks_why(qtbot: QtBot, program: Program, page: Any, begin: Any, prompts: Any) -> None:
    case_id = begin()
    prompts.expect("ask_text", "")
    page.detail.move_to("closed")
    assert page.detail.head.state.currentData() == "open"
    prompts.expect("ask_text", "客户撤回")
    page.detail.move_to("closed")
    idle(qtbot, program)
    case = page.work.services.cases.get(case_id)
    assert (case.state, case.closing_reason) == ("closed", "客户撤回")


def test_moves_on_offer_are_those_allowed(qtbot: QtBot, program: Program, page: Any, begin: Any, prompts: Any) -> None:
    begin()
    offered = [page.detail.head.state.itemData(index) for index in range(page.detail.head.state.count())]
    assert offered == ["open", "waiting_customer", "waiting_provider", "waiting_administration", "closed"]
    prompts.expect("ask_text", "重复")
    page.detail.move_to("closed")
    idle(qtbot, program)
    page.show_record(page.work.services.cases.ids(page._query.for_view("closed"))[0])
    idle(qtbot, program)
    qtbot.waitUntil(lambda: page.detail.whole is not None and page.detail.whole.case.state == "closed")
    offered = [page.detail.head.state.itemData(index) for index in range(page.detail.head.state.count())]
    assert offered == ["closed", "open"]


def test_many_cases_are_handed_over_and_taken_back(
    qtbot: QtBot, program: Program, page: Any, begin: Any, prompts: Any
) -> None:
    ids = [begin() for _ in range(3)]
    assert not page.bulk.isVisible()
    page.table.selectAll()
    assert page.bulk.isVisible() and page.bulk.count.text() == "3 chosen"
    prompts.expect("ask_text", "小周")
    page.bulk.ask_owner()
    idle(qtbot, program)
    assert {row.owner for row in page.work.services.cases.rows(ids)} == {"小周"}
    page.table.selectAll()
    page.bulk.move_to("waiting_customer")
    idle(qtbot, program)
    program.around.undo.undo()
    idle(qtbot, program)
    assert {row.state for row in page.work.services.cases.rows(ids)} == {"open"}
    assert {row.owner for row in page.work.services.cases.rows(ids)} == {"小周"}


def test_enclosures_come_by_drop_paste_and_scan(
    qtbot: QtBot, program: Program, page: Any, begin: Any, tmp_path: Path
) -> None:
    begin()
    panel = page.detail.materials
    letter = tmp_path / "letter.png"
    letter.write_bytes(picture("letter"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter))])
    panel.show_kind("authorization_letter")
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    panel.dropEvent(QDropEvent(QPointF(5, 5), actions, data, buttons, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: sum(each.file_id is not None for each in page.detail.whole.materials) == 1)
    idle(qtbot, program)
    done = next(item for item in page.detail.whole.items if item.kind == "authorization_letter")
    assert done.done_at is not None, "the line that waited for it is ticked"
    QGuiApplication.clipboard().setImage(QImage.fromData(picture("licence")))
    panel.show_kind("other")
    panel.paste_now()
    qtbot.waitUntil(lambda: sum(each.file_id is not None for each in page.detail.whole.materials) == 2)
    idle(qtbot, program)
    QGuiApplication.clipboard().clear()
    folder = tmp_path / "scans"
    folder.mkdir()
    program.around.settings.change(scan_folder=str(folder))
    with qtbot.waitSignal(page.scans.began):
        page.focus_first()
    assert page.scans.folder == folder
    (folder / "scan.png").write_bytes(picture("whois"))
    qtbot.waitUntil(lambda: sum(each.file_id is not None for each in page.detail.whole.materials) == 3, timeout=15_000)
    idle(qtbot, program)


def test_an_empty_clipboard_is_said(qtbot: QtBot, program: Program, page: Any, begin: Any, prompts: Any) -> None:
    begin()
    QGuiApplication.clipboard().clear()
    page.detail.materials.paste_now()
    assert prompts.errors == ["cases.clipboard_without_picture"]


def test_a_scan_folder_takes_whole_files_only(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "old.png").write_bytes(b"old")
    watch = ScanWatch()
    lost: list[str] = []
    watch.lost.connect(lost.append)
    watch.watch(str(tmp_path / "absent"))
    qtbot.waitUntil(lambda: bool(lost))
    with qtbot.waitSignal(watch.began):
        watch.watch(str(tmp_path))
    with qtbot.waitSignal(watch.arrived, timeout=10_000) as found:
        (tmp_path / "note.txt").write_text("no picture")
        (tmp_path / "new.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
    assert found.args == [[tmp_path / "new.pdf"]]


def test_the_reply_names_what_is_missing_and_is_not_copied_with_gaps(
    qtbot: QtBot, program: Program, page: Any, begin: Any
) -> None:
    case_id = begin(customer="王女士", ticket_number="T-1")
    photo = Image.open(io.BytesIO(picture("licence"))).convert("RGB").filter(ImageFilter.GaussianBlur(6))
    stream = io.BytesIO()
    photo.save(stream, "JPEG")
    added = page.work.services.materials.add(case_id, "holding_photo", "a.jpg", stream.getvalue())
    program.around.changes.changed.emit(added.change)
    idle(qtbot, program)
    page.detail.ask_reply()
    dialog = opened(qtbot, page, ReplyDialog)
    text = dialog.text.toPlainText()
    assert "· 企业申请人授权委托书" in text and "照片模糊" in text and "王女士" in text
    assert not dialog.copy.isEnabled() and "咨询渠道" in dialog.missing.text()
    dialog.text.setPlainText(text.replace("【咨询渠道】", "工单").replace("【接入服务商名称】", "示例云"))
    assert dialog.copy.isEnabled() and not dialog.missing.isVisible()
    qtbot.mouseClick(dialog.copy_html, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.hasHtml() and "<br>" in copied.html() and "示例云" in copied.text()
    page.work.services.desk.save(DeskRules(provider_name="示例云", contact_channel="工单"))
    page.detail.ask_reply()
    dialog = opened(qtbot, page, ReplyDialog)
    assert dialog.copy.isEnabled(), "what the settings know needs no filling"
    dialog.reject()


def test_a_deadline_is_moved_with_its_reason_and_reminded_of(
    qtbot: QtBot, program: Program, page: Any, begin: Any
) -> None:
    case_id = begin()
    page.table.setFocus()
    press(qtbot, KEY.Key_T, CONTROL)
    dialog = opened(qtbot, page, MoveDayDialog)
    dialog.day.setDate(date.today() - timedelta(days=1))
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.wrong.text()))
    dialog.reason.setText("客户出差")
    told = []
    page.reminders.told.connect(lambda: told.append(True))
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.reminders.isVisible)
    idle(qtbot, program)
    assert told and page.reminders.late.text() == "1 overdue" and not page.reminders.today.isVisible()
    assert page.detail.about.due.badge.text == "1 day overdue" and "客户出差" in page.detail.about.due.steps.text()
    qtbot.mouseClick(page.reminders.late, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.views.current == "overdue" and list(page.model.ids) == [case_id])
    idle(qtbot, program)


def test_a_paper_is_marked_as_sent(qtbot: QtBot, program: Program, page: Any, begin: Any) -> None:
    from app.models.document import Document

    case_id = begin()
    with page.work.services.cases._database.transaction() as session:
        session.add(Document(case_id=case_id, kind="packet", title="线下转移", pages=2))
    page.detail.show_case(case_id)
    qtbot.waitUntil(lambda: len(page.detail.whole.documents) == 1)
    page.table.setFocus()
    press(qtbot, KEY.Key_D, CONTROL)
    dialog = opened(qtbot, page, SendDialog)
    dialog.day.setDate(date.today() + timedelta(days=1))
    qtbot.keyClicks(dialog.tracking, "EX123")
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.errors["sent_on"][0].isVisible)
    dialog.day.setDate(date.today())
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.detail.whole.documents[0].sent_on == date.today())
    idle(qtbot, program)
    assert page.detail.whole.case.state == "waiting_administration"


def test_the_history_reads_as_sentences(qtbot: QtBot, program: Program, page: Any, begin: Any) -> None:
    begin()
    page.detail.move_to("waiting_provider")
    idle(qtbot, program)
    cases = page.work.services.cases
    item = page.detail.whole.items[0]
    program.around.changes.changed.emit(cases.set_item_clock(item, datetime.now().astimezone()))
    idle(qtbot, program)
    said = [page.detail.history.words.line(event) for event in page.detail.whole.history]
    assert said == [f"{item.title}: clock of 24 hours started", "Open → Waiting for provider", "Case begun"]
