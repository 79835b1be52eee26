"""Exports: what goes out whole comes back equal, nothing runs in a spreadsheet, nothing half-written stays."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.db.database import Database
from app.errors import Cancelled, UserError
from app.services.audit import AuditLog
from app.services.exports import Exports, export_rows
from app.services.filing_fields import SITE_COLUMNS, SUBJECT_COLUMNS, TARGETS
from app.services.imports.cells import cell_text
from app.services.imports.mapping import guess_columns
from app.services.imports.running import Imports
from app.services.imports.sheets import read_sheet
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.services.tables import TableQuery
from app.services.undo import table_of

Make = Callable[..., dict[str, object]]


@pytest.fixture
def filled(database: Database, subject_values: Make, site_values: Make, id_number: Callable[[int], str]) -> Database:
    subjects, sites = Subjects(database, "测试员"), Sites(database, "测试员")
    for n in (1, 2):
        (subject,) = subjects.create(subject_values(n, note="=1+1", address="@别处\n+86")).subjects
        for service in (1, 2):
            sites.create(subject, site_values(n, service, note="'=A1"))
    (subject,) = subjects.create(
        {"name": "阿卜杜拉·示例", "certificate_number": id_number(9), "state": "空壳"}
    ).subjects
    (subject,) = subjects.create(subject_values(4, name="有小程序的𬭎公司", nature="事业单位", state="已注销")).subjects
    sites.create(subject, site_values(4, 1, filing_number="京ICP备10000004号-7X", domains="", access_state="取消接入"))
    return database


def contents(database: Database) -> dict[str, set[tuple[object, ...]]]:
    """All there is, without ids, versions and moments."""
    found: dict[str, set[tuple[object, ...]]] = {}
    left_out = {"id", "version", "created_at", "updated_at", "subject_id", "site_id", "account_id"}
    with database.read() as session:
        for name in ("subject", "site", "domain", "account"):
            table = table_of(name)
            rows = session.execute(select(*(c for c in table.columns if c.name not in left_out)))
            found[name] = {tuple(row) for row in rows}
    return found


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_goes_out_whole_comes_back_equal(filled: Database, tmp_path: Path, suffix: str, language: str) -> None:
    path = tmp_path / f"全部{suffix}"
    count = Exports(filled, "测试员").subjects(TableQuery("name"), path, TARGETS, full=True, language=language)  # type: ignore[arg-type]
    assert count == 6
    with Database.create(tmp_path / "second.store", bytes(range(1, 33))) as second:
        sheet = read_sheet(path)
        imports = Imports(second, "测试员")
        plan = imports.check(sheet, guess_columns(sheet))
        assert plan.problems == []
        imports.run(plan)
        assert contents(second) == contents(filled)
        # And once more onto itself: nothing differs.
        again = imports.check(sheet, guess_columns(sheet))
        assert all(each.changes == () for each in again.duplicates)


def test_masked_is_the_rule_and_whole_the_exception(filled: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    Exports(filled, "测试员").subjects(TableQuery("id"), path)
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert rows[0]["主体负责人电话"] == "138****0001"
    assert "*" in rows[0]["主体证件号码"]
    assert rows[0]["主体名称"] == "示例科技1有限公司"
    assert len(rows[0]) == len(SUBJECT_COLUMNS)


def test_sites_go_out_with_their_subjects_and_filters_hold(filled: Database, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    count = Exports(filled, "测试员").sites(TableQuery("filing_number", kind="mini_program"), path, full=True)
    assert count == 1
    page = openpyxl.load_workbook(path).active
    assert page is not None
    header, line = ([cell.value for cell in row] for row in page.iter_rows())
    assert len(header) == len(SITE_COLUMNS)
    assert line[:2] == ["有小程序的𬭎公司", "京ICP备10000004号"]
    assert page.freeze_panes == "A2"


def test_nothing_in_an_xlsx_is_a_formula_a_link_or_a_number(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    export_rows(["甲", "=乙"], [["=1+1", "110101190101010019"], ["http://example.com", "+86 1"], ["{=A1}", "-1"]], path)
    with zipfile.ZipFile(path) as package:
        page = package.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in page
        assert "<hyperlink" not in page
        assert "<v>" not in page.replace('t="inlineStr"', "")
    assert [[cell_text(cell) for cell in row] for row in read_sheet(path).rows][1] == ["=1+1", "110101190101010019"]


def test_nothing_in_a_csv_starts_as_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    cells = ["=1+1", "+86 10 8209 2828", "-1", "@a", "\tx", "＝1", "|x", "'=x", "安全"]
    export_rows([str(n) for n in range(len(cells))], [cells], path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        (line,) = list(csv.reader(stream))[1:]
    assert all(text[0] not in "=+-@\t＝|" for text in line)
    assert [cell_text(cell) for cell in read_sheet(path).rows[1]] == [text.strip() for text in cells]


@given(
    rows=st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=9), min_size=2, max_size=2
        ),
        max_size=4,
    )
)
def test_any_text_comes_back_from_csv_and_xlsx(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    folder = tmp_path_factory.mktemp("trip")
    wanted = [[cell_text(text) for text in row] for row in rows]
    for name in ("a.csv", "a.xlsx"):
        export_rows(["甲", "乙"], rows, folder / name)
        found = [[cell_text(cell) for cell in row] for row in read_sheet(folder / name).rows[1:]]
        found = [row + [""] * (2 - len(row)) for row in found]
        assert found[: len(wanted)] == wanted[: len(found)]
        assert all(not any(row) for row in wanted[len(found) :])


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_cancelled_export_leaves_the_old_file_and_no_other(filled: Database, tmp_path: Path, suffix: str) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / f"a{suffix}"
    path.write_bytes(b"old")

    def progress(step: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        Exports(filled, "测试员").subjects(TableQuery(), path, progress=progress)
    assert path.read_bytes() == b"old"
    assert [each.name for each in folder.iterdir()] == [path.name]


def test_a_folder_that_is_not_there_and_a_kind_that_is_not_known_are_said(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path / "no" / "a.csv", "exports.not_writable"),
        (tmp_path / "a.pdf", "exports.file_kind_unknown"),
    ):
        with pytest.raises(UserError) as caught:
            export_rows(["甲"], [], path)
        assert caught.value.code == code
    with pytest.raises(UserError) as caught:
        export_rows(["甲"], [], tmp_path / "a.xlsx", total=2_000_000)
    assert caught.value.code == "exports.too_many_rows"


def test_the_history_says_what_went_out(filled: Database, tmp_path: Path) -> None:
    Exports(filled, "测试员").subjects(TableQuery(), tmp_path / "a.csv", ("subject.name",), full=True)
    event = AuditLog(filled).newest()[0]
    assert (event.action, event.record) == ("export", "subject")
    assert event.detail == {"rows": 4, "fields": ["subject.name"], "full": True, "format": "csv"}
