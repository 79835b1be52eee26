import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton

from app.services.tables import TableQuery
from app.views.imports.dropping import TableDrops
from app.views.pages.record_dialog import RecordDialog
from app.views.pages.subjects_page import SubjectsPage

NAMES = ("示例甲公司", "示例乙公司", "示例丙公司", "示例丁公司")
PHONE = "13800138000"


@pytest.fixture
def ids(desk):
    numbers = ("京ICP备10000004号", "粤ICP备10000003号", "蜀ICP备10000002号", "京ICP备10000001号")
    made = [
        desk.add_subject(name, number, lead_name="张示例", lead_phone=PHONE, note=f"备注{name}")
        for name, number in zip(NAMES, numbers, strict=True)
    ]
    desk.add_site(made[0], "示例甲网", "京ICP备10000004号-1", domains="example.com")
    return made


@pytest.fixture
def page(desk, ids, qtbot):
    return open_page(desk, qtbot)


def open_page(desk, qtbot):
    page = SubjectsPage(desk.subjects, desk.accounts, around=desk.around, drafts=desk.drafts)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitSignal(page.listed):
        page.show()
    settle(desk, qtbot, page)
    return page


def settle(desk, qtbot, page):
    """Until nothing is under way: no job, no pause of a timer."""

    def quiet():
        return not desk.jobs.busy and not page.detail._settle.isActive() and not page.bar._pause.isActive()

    qtbot.waitUntil(quiet)


def shown(page, key="name"):
    column = next(i for i, each in enumerate(page.model.columns) if each.key == key)
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def dialog_of(page, qtbot):
    def find():
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, RecordDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(find()))
    return find()[0]


def type_into(qtbot, field, text):
    field.editor.setFocus()
    field.editor.selectAll()
    field.editor.insert(text)
    field.editor.textEdited.emit(field.editor.text())


def click_header(page, qtbot, key):
    header = page.table.horizontalHeader()
    column = next(i for i, each in enumerate(page.model.columns) if each.key == key)
    page.table.scrollTo(page.model.index(0, column))
    at = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_lists_everything_with_a_count_and_shows_the_first(page):
    assert sorted(shown(page)) == sorted(NAMES)
    assert page.bar.count.text() == "4 subjects"
    assert page.detail.facts.title == shown(page)[0]


def test_a_click_on_a_header_sorts_and_the_next_one_turns_it_round(desk, page, qtbot):
    with qtbot.waitSignal(page.listed):
        click_header(page, qtbot, "filing_number")
    assert shown(page, "filing_number") == sorted(shown(page, "filing_number"))
    with qtbot.waitSignal(page.listed):
        click_header(page, qtbot, "filing_number")
    assert shown(page, "filing_number") == sorted(shown(page, "filing_number"), reverse=True)
    assert page.table.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_every_sortable_column_can_be_sorted(desk, page, qtbot):
    for column in page.model.columns:
        if column.sortable:
            ids = desk.subjects.ids(TableQuery(sort=column.key, descending=True))
            assert len(ids) == 4, column.key


def test_the_cursor_stays_on_its_record_over_a_new_order(desk, page, qtbot, ids):
    page.table.select_id(ids[2])
    with qtbot.waitSignal(page.listed):
        click_header(page, qtbot, "filing_number")
    assert page.table.current_id() == ids[2]


def test_filters_by_text_from_the_keyboard_and_back(desk, page, qtbot):
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.bar.text.hasFocus()
    with qtbot.waitSignal(page.listed):
        page.bar.text.insert("乙")
    assert shown(page) == ["示例乙公司"]
    assert page.bar.clear.isVisible()
    settle(desk, qtbot, page)
    qtbot.keyClick(page.bar.text, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    with qtbot.waitSignal(page.listed):
        qtbot.mouseClick(page.bar.clear, Qt.MouseButton.LeftButton)
    assert len(shown(page)) == 4
    assert not page.bar.clear.isVisible()


def test_filters_by_province_and_says_when_nothing_matches(desk, page, qtbot):
    with qtbot.waitSignal(page.listed):
        page.bar.province.setCurrentIndex(page.bar.province.findData("beijing"))
    assert sorted(shown(page)) == sorted([NAMES[0], NAMES[3]])
    with qtbot.waitSignal(page.listed):
        page.bar.kind.setCurrentIndex(page.bar.kind.findData("individual"))
    assert page._places.currentWidget() is page._places.no_hits
    with qtbot.waitSignal(page.listed):
        qtbot.mouseClick(page._places.no_hits.action, Qt.MouseButton.LeftButton)
    assert len(shown(page)) == 4


def test_columns_chosen_are_remembered_by_the_next_page(desk, page, qtbot):
    menu = page.table.column_menu()
    by_title = {action.text(): action for action in menu.actions()}
    by_title["Note"].trigger()
    by_title["Kind"].trigger()
    page.layout_kept.save()
    page.close()
    again = open_page(desk, qtbot)
    assert "note" in again.table.shown_keys()
    assert "kind" not in again.table.shown_keys()


def test_copies_a_cell_or_rows_and_never_a_whole_number(page, qtbot):
    page.table.setFocus()
    page.table.select_row(0)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == shown(page)[0]
    page.table.selectAll()
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 4
    assert all("138****8000" in line and PHONE not in line for line in lines)


def test_a_number_is_shown_when_asked_for_and_masked_on_the_next_record(desk, page, qtbot, ids):
    page.show_record(ids[0])
    settle(desk, qtbot, page)
    grid = page.detail.grids[1]
    assert grid.shown("lead_phone") == "138****8000"
    eye = next(b for b in grid._lines["lead_phone"].findChildren(QToolButton) if "Show" in b.toolTip())
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: grid.shown("lead_phone") == PHONE)
    settle(desk, qtbot, page)
    assert grid.shown("lead_phone") == PHONE, "reading the record again for its history keeps it open"
    assert desk.subjects.history(ids[0])[0].action == "reveal"
    assert any("Looked at" in what for what, _ in page.detail.facts.history)
    page.show_record(ids[1])
    settle(desk, qtbot, page)
    assert page.detail.grids[1].shown("lead_phone") == "138****8000"


def test_a_shown_number_is_masked_again_after_its_time(desk, page, qtbot, ids):
    page.detail._cover.setInterval(1)
    page.show_record(ids[0])
    settle(desk, qtbot, page)
    grid = page.detail.grids[1]
    with qtbot.waitSignal(page.detail.revealed):
        grid.reveal_wanted.emit("lead_phone")
    qtbot.waitUntil(lambda: grid.shown("lead_phone") == "138****8000")


def test_makes_a_subject_checked_while_typing(desk, page, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(page, qtbot)
    fields = dialog.form.fields
    type_into(qtbot, fields["filing_number"], "粤icp备１２３４５６７８")
    qtbot.waitUntil(lambda: fields["filing_number"].note.text() == "Kept as 粤ICP备12345678号")
    assert fields["province"].value() == "guangdong"
    assert not fields["province"].editor.isEnabled()
    type_into(qtbot, fields["lead_phone"], "138")
    qtbot.waitUntil(lambda: fields["lead_phone"].is_wrong)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert fields["name"].is_wrong
    assert "Name" in dialog.status.text()
    type_into(qtbot, fields["name"], "示例戊公司")
    type_into(qtbot, fields["lead_phone"], "13800138001")
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(fields["lead_phone"].editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "示例戊公司" in shown(page))
    settle(desk, qtbot, page)
    assert page.current_row().name == "示例戊公司"
    assert page.current_row().filing_number == "粤ICP备12345678号"


def test_the_kind_decides_the_certificates_offered(page, qtbot):
    page.new()
    dialog = dialog_of(page, qtbot)
    fields = dialog.form.fields
    fields["kind"].editor.setCurrentIndex(fields["kind"].editor.findData("individual"))
    offered = [fields["certificate_type"].editor.itemData(i) for i in range(fields["certificate_type"].editor.count())]
    assert "id_card" in offered
    assert "credit_code" not in offered
    assert fields["certificate_type"].value() == "id_card"
    assert not fields["nature"].isVisible()


def test_typed_text_is_not_lost_to_escape(desk, page, qtbot):
    page.new()
    dialog = dialog_of(page, qtbot)
    type_into(qtbot, dialog.form.fields["name"], "示例己公司")
    desk.prompts.yes = [False, True]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.form.fields["name"].value() == "示例己公司"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.prompts.asked == ["Discard what you typed?"] * 2
    assert "示例己公司" not in shown(page)


def edit(page, qtbot, record_id):
    page.table.select_id(record_id)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    return dialog_of(page, qtbot)


def test_edits_with_the_numbers_covered_until_asked_for(desk, page, qtbot, ids):
    dialog = edit(page, qtbot, ids[1])
    phone = dialog.form.fields["lead_phone"]
    assert phone.editor.text() == "138****8000"
    assert phone.editor.isReadOnly()
    qtbot.keyClick(phone.editor, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: phone.editor.text() == PHONE)
    type_into(qtbot, phone, "13800138009")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    row = desk.subjects.get(ids[1])
    assert (row.lead_phone, row.lead_name) == ("13800138009", "张示例")
    assert desk.subjects.history(ids[1])[1].action == "reveal"


def test_a_change_elsewhere_is_shown_and_mine_can_stay(desk, page, qtbot, ids):
    dialog = edit(page, qtbot, ids[1])
    desk.subjects.update(desk.subjects.get(ids[1]), {"note": "别处的备注", "address": "示例市示例路 9 号"})
    type_into(qtbot, dialog.form.fields["lead_name"], "李示例")
    dialog.form.fields["note"].editor.setPlainText("我的备注")
    dialog.save()
    qtbot.waitUntil(dialog.conflict.isVisible)
    assert ("Note", "别处的备注", "我的备注") in dialog.conflict.lines()
    assert ("Address", "示例市示例路 9 号", "(not touched)") in dialog.conflict.lines()
    with qtbot.waitSignal(dialog.saved):
        qtbot.mouseClick(dialog.conflict.mine, Qt.MouseButton.LeftButton)
    row = desk.subjects.get(ids[1])
    assert (row.note, row.lead_name, row.address) == ("我的备注", "李示例", "示例市示例路 9 号")


def test_a_change_elsewhere_can_be_loaded_instead(desk, page, qtbot, ids):
    dialog = edit(page, qtbot, ids[1])
    desk.subjects.update(desk.subjects.get(ids[1]), {"note": "别处的备注"})
    dialog.form.fields["note"].editor.setPlainText("我的备注")
    dialog.save()
    qtbot.waitUntil(dialog.conflict.isVisible)
    qtbot.mouseClick(dialog.conflict.theirs, Qt.MouseButton.LeftButton)
    assert dialog.form.fields["note"].value() == "别处的备注"
    assert not dialog.is_changed()
    dialog.reject()
    assert desk.subjects.get(ids[1]).note == "别处的备注"


def test_deletes_several_and_takes_it_back_and_does_it_again(desk, page, qtbot, ids):
    page.table.setFocus()
    page.table.selectAll()
    with qtbot.waitSignal(page.listed):
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert shown(page) == []
    assert page._places.currentWidget() is page._places.nothing
    assert desk.notes[-1] == "Deleted 4 subjects with 1 site"
    with qtbot.waitSignal(page.listed):
        assert desk.around.undo.undo()
    assert sorted(shown(page)) == sorted(NAMES)
    assert desk.sites.ids(TableQuery())
    with qtbot.waitSignal(page.listed):
        qtbot.keySequence(page, page.acts.redo.shortcut())
    assert shown(page) == []


def test_what_stood_in_a_dialog_when_the_window_was_locked_is_offered_again(desk, page, qtbot, ids):
    dialog = edit(page, qtbot, ids[1])
    type_into(qtbot, dialog.form.fields["lead_name"], "半个名")
    dialog.put_away()
    qtbot.waitUntil(lambda: bool(desk.drafts.all("subject")))
    assert desk.prompts.asked == []
    page.close()
    again = SubjectsPage(desk.subjects, desk.accounts, around=desk.around, drafts=desk.drafts)
    qtbot.addWidget(again)
    found = []
    again.kept.offered.connect(found.append)
    with qtbot.waitSignals([again.kept.offered, again.listed]):
        again.show()
    again.kept.go_on(found[0])
    dialog = dialog_of(again, qtbot)
    assert dialog.form.fields["lead_name"].value() == "半个名"
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    assert desk.subjects.get(ids[1]).lead_name == "半个名"
    qtbot.waitUntil(lambda: not desk.drafts.all("subject"))


def test_the_cursor_goes_to_the_neighbour_of_a_deleted_record(desk, page, qtbot):
    before = list(page.model.ids)
    page.table.setFocus()
    page.table.select_row(1)
    with qtbot.waitSignal(page.listed):
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert page.table.current_id() == before[2]


def test_many_are_deleted_only_after_a_question(desk, page, qtbot):
    for n in range(12):
        desk.add_subject(f"示例{n}号店")
    with qtbot.waitSignal(page.listed):
        page.reload()
    page.table.selectAll()
    desk.prompts.yes = [False]
    page.delete()
    assert desk.prompts.asked == ["Delete 16 records?"]
    assert len(desk.subjects.ids(TableQuery())) == 16


def test_a_record_leads_to_the_wizard_and_to_its_sites(desk, page, qtbot, ids):
    page.show_record(ids[0])
    settle(desk, qtbot, page)
    with qtbot.waitSignal(page.deregister_wanted) as wanted:
        qtbot.keyClick(page.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == ["subject", ids[0]]
    page.detail.related.setCurrentRow(0)
    with qtbot.waitSignal(page.site_wanted):
        qtbot.keyClick(page.detail.related, Qt.Key.Key_Return)


def test_a_change_from_elsewhere_shows_in_the_table_and_beside_it(desk, page, qtbot, ids):
    page.show_record(ids[0])
    settle(desk, qtbot, page)
    change = desk.subjects.update(desk.subjects.get(ids[0]), {"name": "示例新名公司"})
    with qtbot.waitSignal(page.listed):
        desk.around.changes.changed.emit(change)
    settle(desk, qtbot, page)
    assert "示例新名公司" in shown(page)
    assert page.detail.facts.title == "示例新名公司"
    assert page.table.current_id() == ids[0]


def test_an_empty_store_offers_ways_in(desk, qtbot):
    page = open_page(desk, qtbot)
    assert page._places.currentWidget() is page._places.nothing
    with qtbot.waitSignal(page.import_wanted):
        qtbot.mouseClick(page._places.nothing.action, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.demo_wanted):
        qtbot.mouseClick(page._places.demo, Qt.MouseButton.LeftButton)


def test_a_dropped_table_is_to_be_imported(page, qtbot, tmp_path):
    path = tmp_path / "备案.xlsx"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    nothing = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, nothing)
    with qtbot.waitSignal(page.import_wanted) as wanted:
        page.findChild(TableDrops).eventFilter(page, event)  # Qt sends a drop only where a drag is under way
    assert wanted.args == [path]


def test_speaks_the_other_language_at_once(desk, page, qtbot):
    desk.around.languages.choose("zh")
    page.retranslate()
    assert page.title() == "主体"
    assert page.bar.count.text() == "4 个主体"
    assert "状态" in [each.title() for each in page.model.columns]
    desk.around.languages.choose("en")
