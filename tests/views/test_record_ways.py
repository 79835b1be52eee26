"""What can be begun from a subject or a site, over a real store, by mouse and by key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.bootstrap.start import Program
from app.services.demo import load_records
from app.views.cases.new_case_dialog import NewCaseDialog
from app.views.letters.letter_window import LetterWindow
from app.views.wizards.flow_wizard import FlowWizard

LEFT, KEY, CONTROL = Qt.MouseButton.LeftButton, Qt.Key, Qt.KeyboardModifier.ControlModifier
pytestmark = [pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)]  # menus without a screen


@pytest.fixture
def idle(qtbot: QtBot, program: Program) -> Callable[[], None]:
    def wait() -> None:
        qtbot.waitUntil(lambda: not program.store_jobs.busy and not program.free_jobs.busy, timeout=15_000)

    return wait


@pytest.fixture
def shown(qtbot: QtBot, program: Program, idle: Callable[[], None]) -> Callable[[str], Any]:
    """The page of subjects or of sites, its cursor on a record."""
    desk = program.window.desk_view
    assert desk is not None
    pages: Any = desk.page("subjects")
    load_records(pages.subjects._database)

    def show(name: str) -> Any:
        desk.show_page(name)
        page: Any = desk.page(name)
        page.reload()
        idle()
        page.table.select_row(0)
        qtbot.waitUntil(lambda: page.detail.facts is not None)
        idle()
        return page

    return show


def offered(program: Program) -> QMenu:
    return next(each for each in program.window.findChildren(QMenu) if each.isVisible())


def by_key(qtbot: QtBot, program: Program, page: Any) -> None:
    program.window.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    qtbot.keyClick(page.table, KEY.Key_M, CONTROL)


def taken(menu: QMenu, place: int, idle: Callable[[], None]) -> None:
    [*actions] = [each for each in menu.actions() if not each.isSeparator()]
    actions[place].trigger()
    menu.close()
    idle()


def over(program: Program, kind: type) -> Any:
    return next(each for each in program.window.findChildren(kind) if each.isVisible())


@pytest.mark.parametrize("name", ["subjects", "sites"])
def test_other_papers_begin_with_the_record(
    qtbot: QtBot, program: Program, shown: Callable[[str], Any], idle: Callable[[], None], name: str
) -> None:
    page = shown(name)
    row = page.current_row()
    subject_id = row.id if name == "subjects" else row.subject_id
    subject = page.subjects.get(subject_id)
    for place, flow in enumerate(("transfer", "mailbox_reset")):
        qtbot.mouseClick(page.detail.buttons[page.acts.more], LEFT)
        taken(offered(program), place, idle)
        wizard = over(program, FlowWizard)
        assert wizard.face.flow == flow and wizard.draft.filing.subject_name == subject.name
        wizard.reject()
        idle()
    by_key(qtbot, program, page)
    menu = offered(program)
    letters = menu.actions()[2].menu()
    letters.actions()[0].trigger()
    menu.close()
    idle()
    letter = over(program, LetterWindow)
    assert letter.draft.subject_id == subject_id
    letter.reject()
    idle()


def test_a_change_and_a_case_begin_with_the_record(
    qtbot: QtBot, program: Program, shown: Callable[[str], Any], idle: Callable[[], None]
) -> None:
    page = shown("sites")
    row = page.current_row()
    desk = program.window.desk_view
    assert desk is not None
    by_key(qtbot, program, page)
    taken(offered(program), 3, idle)
    change = desk.page("guide").change  # type: ignore[attr-defined]
    assert desk.stack.currentWidget() is desk.page("guide") and change.isVisible()
    qtbot.waitUntil(lambda: change.draft.site_id == row.id)
    assert change.draft.filing.number == row.filing_number
    idle()
    page = shown("sites")
    by_key(qtbot, program, page)
    taken(offered(program), 4, idle)
    assert desk.stack.currentWidget() is desk.page("cases")
    dialog = over(program, NewCaseDialog)
    assert dialog.picker.subject.id == row.subject_id and dialog.site.currentData() == row.id
    dialog.procedures.choose("transfer_offline")
    qtbot.mouseClick(dialog.ok, LEFT)
    cases: Any = desk.page("cases")
    qtbot.waitUntil(lambda: cases.detail.whole is not None)
    assert [each.id for each in cases.detail.whole.sites] == [row.id]
    idle()


def test_a_half_made_change_stays_when_another_begins(
    qtbot: QtBot, program: Program, shown: Callable[[str], Any], idle: Callable[[], None]
) -> None:
    first, desk = shown("subjects"), program.window.desk_view
    assert desk is not None
    guide: Any = desk.page("guide")
    for place in (0, 1):
        desk.show_page("subjects")
        first.table.select_row(place)
        idle()
        wanted = first.table.current_id()
        by_key(qtbot, program, first)
        taken(offered(program), 3, idle)
        qtbot.waitUntil(lambda wanted=wanted: guide.change.draft.subject_id == wanted)
        idle()
    guide.change._autosave.keep_now()
    idle()
    kept = guide.change._drafts.all("change")
    assert len({each.subject_id for each in kept}) == 2
