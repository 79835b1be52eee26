import pytest
from PySide6.QtCore import Qt

from app.services.tables import TableQuery
from app.views.pages.site_dialog import SiteDialog
from app.views.pages.sites_page import SitesPage


@pytest.fixture
def subject(desk):
    return desk.add_subject("示例甲公司", "京ICP备10000004号")


@pytest.fixture
def site(desk, subject):
    return desk.add_site(
        subject, "示例甲网", "京ICP备10000004号-1", domains="例子.中国 example.com", lead_phone="13800138000"
    )


@pytest.fixture
def page(desk, site, qtbot):
    page = SitesPage(desk.sites, desk.subjects, around=desk.around, drafts=desk.drafts)
    qtbot.addWidget(page)
    with qtbot.waitSignals([page.listed, page.detail.loaded]):
        page.show()
    return page


def dialog_of(page):
    return next(each for each in page.findChildren(SiteDialog) if each.isVisible())


def fill(field, text):
    if hasattr(field.editor, "setPlainText"):
        field.editor.setPlainText(text)
    else:
        field.editor.setText(text)
        field.editor.textEdited.emit(text)


def test_shows_a_site_with_its_domains_and_its_subject(page, subject):
    facts = page.detail.facts
    assert facts.title == "示例甲网"
    domains = next(each.value for _, details in facts.groups for each in details if each.field == "domains")
    assert domains.split("\n") == ["例子.中国 (xn--fsqu00a.xn--fiqs8s)", "example.com"]
    assert page.detail.related.item(0).text() == "示例甲公司"


def test_leads_to_the_subject_and_to_the_wizard(page, qtbot, site, subject):
    page.detail.related.setCurrentRow(0)
    with qtbot.waitSignal(page.subject_wanted) as wanted:
        qtbot.keyClick(page.detail.related, Qt.Key.Key_Return)
    assert wanted.args == [subject]
    with qtbot.waitSignal(page.deregister_wanted) as wanted:
        qtbot.keyClick(page.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == ["site", site]


def test_takes_the_selected_sites_to_the_check_by_key(page, qtbot, site):
    page.table.select_row(0)
    page.table.setFocus()
    with qtbot.waitSignal(page.check_wanted) as told:
        qtbot.keyClick(
            page.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert told.args == [[site]]


def test_takes_the_selected_sites_to_domain_verification_by_key(page, qtbot, site):
    page.table.select_row(0)
    page.table.setFocus()
    with qtbot.waitSignal(page.verify_wanted) as told:
        qtbot.keyClick(
            page.table, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert told.args == [[site]]


def test_makes_a_site_under_a_subject_found_by_typing(desk, page, qtbot):
    desk.add_subject("示例乙公司", "粤ICP备10000003号")
    page.new()
    dialog = dialog_of(page)
    assert dialog.focusWidget() is dialog.picker.text, "work starts with the subject"
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.picker.note.text() == "Choose the subject from the list"
    with qtbot.waitSignal(dialog.picker.listed):
        dialog.picker.text.insert("示例")
        dialog.picker.text.textEdited.emit("示例")
    assert dialog.picker.hits.count() == 2
    second = [dialog.picker.hits.item(row).text() for row in range(2)].index("示例乙公司")
    for _ in range(second):
        qtbot.keyClick(dialog.picker.text, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.picker.text, Qt.Key.Key_Return)
    assert dialog.picker.subject.name == "示例乙公司"
    fields = dialog.form.fields
    fill(fields["name"], "示例乙网")
    fill(fields["domains"], "www.example.org\nexample.net")
    fill(fields["filing_number"], "京ICP备10000004号-2")
    qtbot.waitUntil(lambda: fields["filing_number"].is_wrong)
    fill(fields["filing_number"], "粤icp备10000003-1")
    qtbot.waitUntil(lambda: fields["filing_number"].note.text() == "Kept as 粤ICP备10000003号-1")
    with qtbot.waitSignal(page.listed):
        dialog.save()
    row = page.current_row()
    assert (row.name, row.filing_number, row.subject_name) == ("示例乙网", "粤ICP备10000003号-1", "示例乙公司")
    assert [each.ascii for each in desk.sites.domains(row.id)] == ["example.org", "example.net"]


def test_changes_domains_and_takes_it_back(desk, page, qtbot, site):
    page.edit()
    qtbot.waitUntil(lambda: bool(page.findChildren(SiteDialog)))
    dialog = dialog_of(page)
    assert dialog.form.fields["domains"].value() == "例子.中国\nexample.com"
    assert dialog.picker is None
    fill(dialog.form.fields["domains"], "example.com")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    assert [each.unicode for each in desk.sites.domains(site)] == ["example.com"]
    with qtbot.waitSignal(desk.around.undo.undone):
        desk.around.undo.undo()
    assert [each.unicode for each in desk.sites.domains(site)] == ["例子.中国", "example.com"]


def test_filters_and_deletes(desk, page, qtbot, subject):
    desk.add_site(subject, "示例小程序", "京ICP备10000004号-2X", kind="mini_program")
    with qtbot.waitSignal(page.listed):
        page.bar.kind.setCurrentIndex(page.bar.kind.findData("mini_program"))
    assert page.bar.count.text() == "1 site"
    page.table.setFocus()
    with qtbot.waitSignal(page.listed):
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert desk.notes[-1] == "Deleted 示例小程序"
    assert len(desk.sites.ids(TableQuery())) == 1
