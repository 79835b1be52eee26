"""Reading files: every kind, encoding and separator gives the same table; broken files say what is wrong."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.services.filing_fields import TARGETS, column_title
from app.services.imports.cells import DamagedNumber, cell_text, column_letter, digits_text, unescape_csv
from app.services.imports.mapping import guess_columns, known_headers
from app.services.imports.sheets import Sheet, read_sheet
from app.services.table_files import csv_cell

Write = Callable[[Path, list[list[object]]], None]

ROWS: list[list[object]] = [
    ["主体名称", "主体备案号", "手机号", "备注"],
    ["示例甲有限公司", "京ICP备10000001号", 13800138000, "一，二"],
    ["示例𬭎有限公司", "粤ICP备10000002号", "13900139000", '说"是"'],
]
TEXTS = [[cell_text(cell) for cell in row] for row in ROWS]


def texts(sheet: Sheet) -> list[list[str]]:
    return [[cell_text(cell) for cell in row] for row in sheet.rows]


def to_csv(rows: list[list[object]], delimiter: str = ",") -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return stream.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_every_encoding_and_with_every_separator(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes(to_csv(ROWS, delimiter).encode(encoding))
    sheet = read_sheet(path)
    assert texts(sheet) == TEXTS
    assert sheet.delimiter == delimiter
    assert (
        sheet.encoding == {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "gb18030": "GB18030", "utf-16": "UTF-16"}[encoding]
    )


def test_csv_lines_count_line_ends_within_quotes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('名称,备注\n甲,"一\n二\n三"\n乙,\n', encoding="utf-8")
    sheet = read_sheet(path)
    assert [sheet.line(index) for index in range(3)] == [1, 2, 5]
    assert sheet.rows[1][1] == "一\n二\n三"


def test_xls_and_ods_give_the_same_table(tmp_path: Path, write_xls: Write, write_ods: Write) -> None:
    write_xls(tmp_path / "a.xls", ROWS)
    write_ods(tmp_path / "a.ods", ROWS)
    assert texts(read_sheet(tmp_path / "a.xls")) == TEXTS
    assert texts(read_sheet(tmp_path / "a.ods")) == TEXTS
    assert read_sheet(tmp_path / "a.xls").name == "主体"


def test_a_text_file_that_calls_itself_xls_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(to_csv(ROWS, "\t").encode("gb18030"))
    assert texts(read_sheet(tmp_path / "a.xls")) == TEXTS


def test_xlsx_sheets_hidden_rows_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    cover = book.active
    assert cover is not None
    cover.title = "说明"
    cover.append(["请看下一张表"])
    page = book.create_sheet("数据")
    for row in [*ROWS, ["丙", "", None, date(2019, 9, 16)]]:
        page.append(row)
    page.row_dimensions[3].hidden = True
    secret = book.create_sheet("藏")
    secret.sheet_state = "hidden"
    for _ in range(9):
        secret.append(["x"])
    book.save(path)
    sheet = read_sheet(path)
    assert (sheet.name, sheet.hidden_rows) == ("数据", 1)
    assert [(each.name, each.hidden) for each in sheet.sheets] == [("说明", False), ("数据", False), ("藏", True)]
    assert texts(sheet)[3][3] == "2019-09-16"
    assert read_sheet(path, "说明").rows[0][0] == "请看下一张表"
    with pytest.raises(UserError) as caught:
        read_sheet(path, "没有")
    assert caught.value.code == "imports.sheet_missing"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.doc", b"x", "imports.file_kind_unknown"),
        ("a.xlsx", b"PK\x03\x04 cut off", "imports.file_unreadable"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "imports.file_unreadable"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "imports.file_encrypted",
        ),
        ("a.csv", b"", "imports.file_empty"),
        ("a.csv", b",,\r\n , ,\r\n", "imports.file_empty"),
        ("a.csv", b"\x81\x20\xff\xff\x00", "imports.file_encoding_unknown"),
        ("a.csv", b'a,"b' + b"x" * 1_100_000, "imports.csv_quote_open"),
    ],
)
def test_files_that_cannot_be_read_say_why(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError) as caught:
        read_sheet(tmp_path / name)
    assert caught.value.code == code


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_sheet(tmp_path / "nothing.csv")
    assert caught.value.code == "imports.file_missing"


@pytest.mark.parametrize(
    ("cell", "text", "damaged"),
    [
        (13800138000.0, "13800138000", False),
        (1.10101190101011e17, "110101190101011000", True),
        ("1.38E+10", "1.38E+10", True),
        ("1.3800138E+10", "13800138000", False),
        ("1.10101E+17", "1.10101E+17", True),
        ("13800138000.0", "13800138000", False),
        ("　13800138000\u200b", "13800138000", False),
        ("91110000MA00000E1X", "91110000MA00000E1X", False),
        (True, "是", False),
        (None, "", False),
    ],
)
def test_numbers_of_spreadsheets(cell: object, text: str, damaged: bool) -> None:
    found = digits_text(cell_text(cell))
    assert str(found) == text
    assert isinstance(found, DamagedNumber) is damaged


@given(st.text(max_size=12))
def test_csv_cells_are_inert_and_come_back(text: str) -> None:
    escaped = csv_cell(text)
    assert escaped[:1] not in tuple("=+-@|\t\r＝＋－＠")
    assert unescape_csv(escaped) == text


def test_letters_of_columns() -> None:
    assert [column_letter(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def table(*rows: list[str]) -> Sheet:
    return Sheet(Path("a.csv"), "a", (), [list(row) for row in rows])


def targets(sheet: Sheet) -> list[str | None]:
    return [column.target for column in guess_columns(sheet).columns]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_our_own_headers_are_all_recognised(language: str) -> None:
    header = [column_title(target, language) for target in TARGETS]  # type: ignore[arg-type]
    assert targets(table(header)) == list(TARGETS)


def test_headers_are_found_below_a_title_and_told_apart_by_record() -> None:
    sheet = table(
        ["备案信息汇总表（2026 年）"],
        [],
        [
            "* 主办单位名称",
            "证件号码（必填）",
            "ICP备案号",
            "负责人",
            "手机号",
            "网站名称",
            "网站备案号",
            "域名",
            "负责人姓名",
            "手机号码",
        ],
        ["示例甲有限公司", "", "京ICP备10000001号", "", "", "示例网", "京ICP备10000001号-1", "example.com", "", ""],
    )
    mapping = guess_columns(sheet)
    assert mapping.header_row == 2
    assert [column.target for column in mapping.columns] == [
        "subject.name",
        "subject.certificate_number",
        "subject.filing_number",
        "subject.lead_name",
        "subject.lead_phone",
        "site.name",
        "site.filing_number",
        "site.domains",
        "site.lead_name",
        "site.lead_phone",
    ]


def test_a_row_of_sections_above_tells_equal_headers_apart() -> None:
    sheet = table(["主体信息", "", "网站信息", ""], ["名称", "备案号", "名称", "备案号"], ["甲", "", "乙", ""])
    assert targets(sheet) == ["subject.name", "subject.filing_number", "site.name", "site.filing_number"]


def test_a_bare_number_column_is_what_its_values_are() -> None:
    assert targets(table(["网站名称", "备案号"], ["甲", "京ICP备10000001号-1"])) == ["site.name", "site.filing_number"]
    assert targets(table(["单位名称", "备案号"], ["甲", "京ICP备10000001号"])) == [
        "subject.name",
        "subject.filing_number",
    ]


def test_a_file_without_headers_is_guessed_by_contents() -> None:
    sheet = table(["甲公司", "京ICP备10000001号", "example.com", "13800138000"])
    mapping = guess_columns(sheet)
    assert mapping.header_row == -1
    assert [column.target for column in mapping.columns] == [
        None,
        "subject.filing_number",
        "site.domains",
        "subject.lead_phone",
    ]


def test_a_field_belongs_to_one_column_only() -> None:
    mapping = guess_columns(table(["主体名称", "别的"], ["甲", "乙"]))
    moved = mapping.with_target(1, "subject.name")
    assert [column.target for column in moved.columns] == [None, "subject.name"]
    with pytest.raises(ValueError, match="no such field"):
        mapping.with_target(0, "subject.colour")


def test_no_header_is_known_for_a_field_that_is_not_there() -> None:
    assert {target for found in known_headers().values() for target in found} == set(TARGETS)


def test_a_sheet_of_100_columns_and_empty_rows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "wide.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(4, 0, ["主体名称", *(f"列{n}" for n in range(99))])
        page.write_row(9, 0, ["示例"])
    mapping = guess_columns(read_sheet(path))
    assert mapping.header_row == 4
    assert mapping.columns[0].target == "subject.name"
