import csv

import pytest
from python_calamine import CalamineWorkbook

from app.services.changes import Change
from app.services.exports import Exports
from app.services.filing_fields import SUBJECT_COLUMNS
from app.services.imports.running import Imports
from app.services.tables import TableQuery
from app.views.exports import ExportDialog
from app.views.pages.sites_page import SitesPage
from app.views.pages.subjects_page import SubjectsPage
from app.views.table_exchange import TableExchange
from app.views.tables.shown import Shown


@pytest.fixture
def page(desk, qtbot):
    for n, name in enumerate(("示例甲公司", "示例乙公司", "=示例丙公司"), 1):
        desk.add_subject(name, f"京ICP备1000000{n}号", lead_phone=f"1380013800{n}")
    page = SubjectsPage(desk.subjects, desk.accounts, around=desk.around, drafts=desk.drafts)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.listed):
        page.show()
    return page


@pytest.fixture
def folders():
    return []


@pytest.fixture
def exchange(desk, page, folders):
    made = TableExchange(
        desk.around,
        Imports(desk.database, "tester"),
        Exports(desk.database, "tester"),
        page,
        load_demo=Change,
        show_folder=folders.append,
    )
    page.export_wanted.connect(made.start_export)
    return made


def opened(page):
    page.export()
    return page.findChild(ExportDialog)


def rows_of(path):
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def test_writes_what_is_shown_masked_and_offers_the_folder(desk, page, exchange, folders, tmp_path, qtbot):
    undo = []
    desk.around.notify.said.connect(lambda _text, action, _words: undo.append(action))
    dialog = opened(page)
    assert dialog.whole.isChecked()
    desk.prompts.saved = [tmp_path / "主体.xlsx"]
    with qtbot.waitSignal(dialog.exported):
        dialog.save.click()
    rows = rows_of(tmp_path / "主体.xlsx")
    assert rows[0] == [each.strip() for each in rows[0]]
    assert len(rows) == 4
    phones = [row[rows[0].index("subject lead phone")] for row in rows[1:]]
    assert sorted(phones) == ["138****8001", "138****8002", "138****8003"]
    assert desk.notes[-1] == "Wrote 3 lines to 主体.xlsx"
    undo[-1]()
    assert folders == [tmp_path / "主体.xlsx"]


def test_writes_the_selection_whole_as_csv_without_formulas(desk, page, exchange, tmp_path, qtbot):
    page.table.selectAll()
    chosen = [page.model.record(row).name for row in range(3)].index("=示例丙公司")
    page.table.select_row(chosen)
    dialog = opened(page)
    dialog.selection.setChecked(True)
    dialog.every.setChecked(True)
    dialog.full.setChecked(True)
    assert dialog.warning.isVisibleTo(dialog)
    path = tmp_path / "主体.csv"
    with qtbot.waitSignal(dialog.exported):
        dialog.write(path)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert len(rows) == 2
    assert len(rows[0]) == len(SUBJECT_COLUMNS)
    assert rows[1][0] == "'=示例丙公司"
    assert "13800138003" in rows[1]


def test_only_the_filtered_rows_are_written(desk, page, exchange, tmp_path, qtbot):
    with qtbot.waitSignal(page.listed):
        page.bar.set_filters(text="乙")
    dialog = opened(page)
    with qtbot.waitSignal(dialog.exported) as done:
        dialog.write(tmp_path / "b.xlsx")
    assert done.args[1] == 1


def test_without_personal_columns_there_is_nothing_to_mask(desk, qtbot):
    shown = Shown("site", "Sites", TableQuery(), 2, (), ("name", "domain", "subject_name", "updated_at"))
    dialog = ExportDialog(shown, Exports(desk.database, "t"), desk.around)
    qtbot.addWidget(dialog)
    assert shown.visible_targets() == ("site.name", "site.domains", "subject.name")
    assert not dialog.full.isEnabled()
    assert not dialog.selection.isEnabled()


def test_every_exportable_column_of_the_pages_is_known_to_exports(desk, page, qtbot):
    sites = SitesPage(desk.sites, desk.subjects, around=desk.around, drafts=desk.drafts)
    qtbot.addWidget(sites)
    with qtbot.waitSignal(sites.listed):
        sites.show()
    for each, record in ((page, "subject"), (sites, "site")):
        keys = [column.key for column in each.model.columns]
        targets = Shown(record, "", TableQuery(), 0, (), keys).visible_targets()
        assert len(targets) >= len(keys) - 3, "all but counts, provinces of sites and moments"
