import pytest
from PySide6.QtCore import Qt

from app.views.pages.move_site_dialog import MoveSiteDialog
from app.views.pages.sites_page import SitesPage


@pytest.fixture
def subjects(desk):
    return [desk.add_subject("示例甲公司", "京ICP备10000004号"), desk.add_subject("示例乙公司", "粤ICP备10000005号")]


@pytest.fixture
def page(desk, subjects, qtbot):
    desk.add_site(subjects[0], "示例甲网", "京ICP备10000004号-1", domains="example.com")
    page = SitesPage(desk.sites, desk.subjects, around=desk.around, drafts=desk.drafts)
    qtbot.addWidget(page)
    with qtbot.waitSignals([page.listed, page.detail.loaded]):
        page.show()
    return page


def opened(page, qtbot):
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.findChild(MoveSiteDialog) is not None)
    return page.findChild(MoveSiteDialog)


def pick(dialog, text, qtbot):
    qtbot.keyClicks(dialog.picker.text, "x")
    dialog.picker.text.clear()
    with qtbot.waitSignal(dialog.picker.listed):
        dialog.picker.text.insert(text)
        dialog.picker.text.textEdited.emit(text)
    qtbot.keyClick(dialog.picker.text, Qt.Key.Key_Return)


def test_a_site_is_moved_by_keys_and_taken_back(desk, page, subjects, qtbot):
    dialog = opened(page, qtbot)
    qtbot.mouseClick(dialog.move_button, Qt.MouseButton.LeftButton)
    assert dialog.picker.note.text() == "Choose the subject from the list"
    pick(dialog, "示例乙", qtbot)
    assert dialog.number.text() == ""
    dialog.number.setText("京ICP备10000004号-1")
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "粤ICP备10000005号" in dialog.problem.text()
    dialog.number.setText("粤ICP备10000005号-2")
    with qtbot.waitSignal(dialog.moved):
        qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    (site,) = desk.sites.ids(page._query)
    assert desk.sites.get(site).subject_id == subjects[1]
    assert desk.notes[-1] == "Moved 示例甲网"
    with qtbot.waitSignal(desk.around.undo.undone):
        desk.around.undo.undo()
    assert desk.sites.get(site).filing_number == "京ICP备10000004号-1"
    qtbot.waitUntil(lambda: not desk.jobs.busy and not page.detail._settle.isActive())


def test_an_open_dialog_follows_a_change_of_language(desk, page, qtbot):
    dialog = opened(page, qtbot)
    assert dialog.move_button.text() == "Move the site"
    desk.around.languages.choose("zh")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "把 示例甲网 移到其他主体")
    assert dialog.move_button.text() == "移动网站"
    desk.around.languages.choose("en")
    qtbot.waitUntil(lambda: dialog.move_button.text() == "Move the site")
    dialog.reject()
