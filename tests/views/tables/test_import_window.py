import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from python_calamine import CalamineWorkbook

from app.services.changes import Change
from app.services.exports import Exports
from app.services.imports.plan import Action
from app.services.imports.running import Imports
from app.services.tables import TableQuery
from app.views.imports.import_window import ImportWindow, Step
from app.views.imports.plan_models import DuplicatesModel
from app.views.pages.subjects_page import SubjectsPage
from app.views.table_exchange import TableExchange

HEADERS = ("主办单位名称", "主办单位性质", "ICP备案号", "证件号码", "负责人电话", "网站名称", "网站域名", "经手人")


@pytest.fixture
def sheet(tmp_path, credit_code):
    """Line 2 is good, line 3 has a broken number and phone, line 4 is already in the store, line 5 is good."""

    def row(n, **other):
        values = {
            "name": f"示例{n}公司", "nature": "企业", "number": f"京ICP备1000000{n}号-1", "code": credit_code(n),
            "phone": f"1380013800{n}", "site": f"示例{n}网", "domain": f"site{n}.example.com", "by": "小王",
        }  # fmt: skip
        return list((values | other).values())

    path = tmp_path / "备案.xlsx"
    rows = [row(1), row(2, number="京备案2", phone="5550123"), row(3), row(4)]
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("备案")
        for line, cells in enumerate((HEADERS, *rows)):
            for column, cell in enumerate(cells):
                page.write_string(line, column, cell)
        book.add_worksheet("说明").write_string(0, 0, "仅供测试")
    return path


@pytest.fixture
def window(desk, qtbot):
    desk.add_subject("示例3公司", "京ICP备10000003号", lead_phone="13800138999")
    under = QWidget()
    qtbot.addWidget(under)
    under.show()
    window = ImportWindow(Imports(desk.database, "tester"), desk.around, under)
    window.show()
    yield window
    window.put_away()


def reach(window, qtbot, step):
    """Go on by the button that is the default one."""
    with qtbot.waitSignal(window.step_shown, check_params_cb=lambda shown: shown == step):
        qtbot.mouseClick(window.next, Qt.MouseButton.LeftButton)


def test_leads_a_real_file_with_errors_into_the_store(desk, window, sheet, tmp_path, qtbot):
    desk.prompts.opened = [sheet]
    with qtbot.waitSignal(window.step_shown):
        qtbot.mouseClick(window.file_page.choose, Qt.MouseButton.LeftButton)
    assert window.file_page.sheets.count() == 2
    reach(window, qtbot, Step.COLUMNS)
    assert window.mapping_page.mapping.column_of("site.domains").header == "网站域名"
    assert window.mapping_page.combos[7].currentData() is None, "nobody's field is left out"
    reach(window, qtbot, Step.CHECK)
    check = window.check_page
    assert check.tabs.currentIndex() == 1
    model = check.problems_model
    lines = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert [line[0] for line in lines] == ["3", "3"]
    assert {line[1] for line in lines} == {"C ICP备案号", "E 负责人电话"}
    assert all(line[3] for line in lines)
    assert "5550123" not in str(lines), "a phone is masked even when it is wrong"
    check.only.setChecked(True)
    assert check.rows_model.rowCount() == 1
    assert window.next.text() == "Import 3 rows"
    assert not desk.sites.ids(TableQuery())
    with qtbot.waitSignal(window.imported) as done:
        qtbot.mouseClick(window.next, Qt.MouseButton.LeftButton)
    result = done.args[0]
    assert (result.subjects_made, result.sites_made, result.rejected) == (2, 3, 1)
    assert desk.subjects.find_number("京ICP备10000003号").lead_phone == "13800138999", "skipped, not overwritten"
    rejects = tmp_path / "rejects.xlsx"
    desk.prompts.saved = [rejects]
    qtbot.mouseClick(window.result_page.rejects, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.result_page.saved.isVisible)
    rows = CalamineWorkbook.from_path(rejects).get_sheet_by_index(0).to_python()
    assert len(rows) == 2
    assert rows[1][0] == "示例2公司"


def test_a_duplicate_is_merged_on_request(desk, window, sheet, qtbot):
    window.read(sheet)
    qtbot.waitUntil(window.next.isEnabled)
    reach(window, qtbot, Step.COLUMNS)
    reach(window, qtbot, Step.CHECK)
    model = window.check_page.duplicates_model
    row = next(r for r in range(model.rowCount()) if "示例3公司" in model.index(r, 1).data())
    assert model.index(row, DuplicatesModel.ACTION).data() == "Skip"
    assert "138****8999 → 138****8003" in model.index(row, 3).data()
    assert model.setData(model.index(row, DuplicatesModel.ACTION), Action.MERGE)
    assert model.index(row, DuplicatesModel.ACTION).data() == "Merge"
    with qtbot.waitSignal(window.imported) as done:
        window.go_on()
    assert done.args[0].subjects_merged == 1
    assert desk.subjects.find_number("京ICP备10000003号").lead_phone == "13800138003"


def test_a_field_given_to_a_column_is_taken_from_the_other(window, sheet, qtbot):
    window.read(sheet)
    qtbot.waitUntil(window.next.isEnabled)
    reach(window, qtbot, Step.COLUMNS)
    combo = window.mapping_page.combos[7]
    combo.setCurrentIndex(combo.findData("subject.name"))
    assert window.mapping_page.mapping.column_of("subject.name").index == 7
    assert window.mapping_page.combos[0].currentData() is None


def test_leaving_is_asked_about_once_there_is_work_to_lose(desk, window, sheet, qtbot):
    window.read(sheet)
    qtbot.waitUntil(window.next.isEnabled)
    reach(window, qtbot, Step.COLUMNS)
    desk.prompts.yes = [False]
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert desk.prompts.asked == ["Leave the import?"]
    assert window.isVisible()


def test_a_cancelled_import_keeps_nothing(desk, window, sheet, qtbot):
    window.read(sheet)
    qtbot.waitUntil(window.next.isEnabled)
    reach(window, qtbot, Step.COLUMNS)
    reach(window, qtbot, Step.CHECK)
    window.go_on()
    window.reject()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    if window.step is Step.RESULT:
        pytest.skip("three rows were in before the cancel could be")
    assert desk.notes == ["The import was stopped; nothing was kept"]
    assert not desk.sites.ids(TableQuery())


def test_a_file_that_is_no_table_is_said_so(desk, window, tmp_path, qtbot):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 not a workbook")
    window.read(path)
    qtbot.waitUntil(lambda: bool(desk.prompts.errors))
    assert desk.prompts.errors.pop().code == "imports.file_unreadable"
    assert window.step is Step.FILE
    assert not window.next.isEnabled()


def test_the_page_opens_the_import_and_shows_what_came_in(desk, sheet, qtbot):
    page = SubjectsPage(desk.subjects, desk.accounts, around=desk.around, drafts=desk.drafts)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.listed):
        page.show()
    exchange = TableExchange(
        desk.around, Imports(desk.database, "t"), Exports(desk.database, "t"), page, load_demo=Change
    )
    window = exchange.start_import(sheet)
    qtbot.waitUntil(window.next.isEnabled)
    reach(window, qtbot, Step.COLUMNS)
    reach(window, qtbot, Step.CHECK)
    with qtbot.waitSignals([window.imported, page.listed]):
        window.go_on()
    assert page.model.rowCount() == 3
    qtbot.mouseClick(window.next, Qt.MouseButton.LeftButton)


def test_an_import_is_taken_back_after_a_question_and_not_by_a_slip(desk, window, sheet, qtbot):
    window.read(sheet)
    qtbot.waitUntil(window.next.isEnabled)
    reach(window, qtbot, Step.COLUMNS)
    reach(window, qtbot, Step.CHECK)
    reach(window, qtbot, Step.RESULT)
    assert len(desk.subjects.ids(TableQuery())) == 3
    desk.prompts.yes = [False, True]
    undo = window.result_page.undo
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert undo.isVisible() and desk.around.undo.can_undo
    with qtbot.waitSignal(desk.around.undo.undone):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert len(desk.subjects.ids(TableQuery())) == 1
    assert desk.prompts.asked == ["Take the import back?"] * 2
    assert window.result_page.title.text() == "The import was taken back"
    assert not undo.isVisible() and window.next.isEnabled()
    assert not desk.around.undo.can_undo and not desk.around.undo.can_redo


def test_an_import_that_was_worked_on_since_says_what_stands_in_the_way(desk, window, sheet, qtbot):
    window.read(sheet)
    qtbot.waitUntil(window.next.isEnabled)
    reach(window, qtbot, Step.COLUMNS)
    reach(window, qtbot, Step.CHECK)
    reach(window, qtbot, Step.RESULT)
    last = desk.subjects.get(max(desk.subjects.ids(TableQuery())))
    desk.subjects.update(last, {"note": "later"})
    desk.prompts.yes = [True]
    with qtbot.waitSignal(desk.around.undo.failed) as failed:
        qtbot.mouseClick(window.result_page.undo, Qt.MouseButton.LeftButton)
    assert failed.args[0].code == "imports.undo_changed"
    assert window.result_page.undo.isVisible() and window.next.isEnabled()
    assert len(desk.subjects.ids(TableQuery())) == 3
