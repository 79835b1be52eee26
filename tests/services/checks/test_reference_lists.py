"""Lists that the desk brings: with source and date or not at all, the same for every desk, and old ones said to be old."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from app.db.database import Database
from app.errors import UserError
from app.messages import Messages
from app.services.checks.reference_lists import ReferenceLists, read_registrars

TODAY = date(2026, 11, 23)
RANGES = 'provider = "示例云"\nsource = "示例云网络部"\nas_of = 2026-11-01\ncomplete = true\n[[range]]\nprefix = "192.0.2.0/24"\nplace = "mainland"\nuse = "shield"\n'


@pytest.fixture
def lists(database: Database) -> ReferenceLists:
    return ReferenceLists(database, actor="王五")


@pytest.fixture
def registrars(tmp_path: Path) -> Path:
    path = tmp_path / "registrars.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["域名注册服务机构审批情况"])
        sheet.write_row(1, 0, ["序号", "企业名称", "英文名称"])
        sheet.write_row(2, 0, [1, "示例域名注册有限公司", "Example Registrar Ltd"])
        sheet.write_row(3, 0, [2, "样例信息技术有限公司", ""])
    return path


def test_nothing_is_there_at_first(lists: ReferenceLists) -> None:
    assert lists.registrars() is None and not lists.networks()
    rows = {row.kind: row for row in lists.rows(TODAY)}
    assert (rows["ranges"].source, rows["registrars"].source) == ("", "")
    suffixes = rows["suffixes"]
    assert suffixes.source and suffixes.count > 100 and suffixes.old and suffixes.age_days == 1546
    assert rows["registries"].source and rows["registries"].count > 100


def test_a_list_of_registrars_is_kept_with_its_origin(
    lists: ReferenceLists, database: Database, registrars: Path
) -> None:
    lists.take_registrars(registrars, TODAY, source="工信部网站，审批情况页", as_of=date(2026, 10, 1), complete=True)
    kept = ReferenceLists(database, actor="赵六").registrars()
    assert kept is not None and kept.complete and kept.as_of == date(2026, 10, 1)
    assert kept.look_up("EXAMPLE REGISTRAR LTD") == (True, "") and kept.look_up("别的有限公司") == (False, "")
    row = next(row for row in lists.rows(TODAY) if row.kind == "registrars")
    assert (row.count, row.brought_by, row.age_days, row.old) == (3, "王五", 53, False)
    assert next(row for row in lists.rows(date(2027, 10, 2)) if row.kind == "registrars").old
    lists.forget("registrars")
    assert lists.registrars() is None


@pytest.mark.parametrize(
    ("source", "as_of", "code"),
    [
        ("", date(2026, 10, 1), "list_origin"),
        ("工信部", None, "list_origin"),
        ("工信部", date(2027, 1, 1), "list_future"),
    ],
)
def test_without_origin_nothing_is_taken(
    lists: ReferenceLists, registrars: Path, source: str, as_of: date | None, code: str
) -> None:
    with pytest.raises(UserError, match=code) as caught:
        lists.take_registrars(registrars, TODAY, source=source, as_of=as_of)
    assert Messages("zh").error(caught.value) and Messages("en").error(caught.value)
    assert lists.registrars() is None


def test_ranges_come_back_as_they_were(lists: ReferenceLists, tmp_path: Path) -> None:
    path = tmp_path / "ranges.toml"
    path.write_text(RANGES, encoding="utf-8")
    taken = lists.take_networks(path, TODAY)
    kept = lists.networks()
    assert (kept.ranges, kept.provider, kept.source, kept.as_of, kept.complete) == (
        taken.ranges, "示例云", "示例云网络部", date(2026, 11, 1), True,
    )  # fmt: skip
    assert kept.find("192.0.2.7").use == "shield"
    path.write_text(RANGES.replace("2026-11-01", "2027-11-01"), encoding="utf-8")
    with pytest.raises(UserError, match="list_future"):
        lists.take_networks(path, TODAY)
    assert lists.networks().as_of == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("name", "raw", "names"),
    [
        ("a.txt", "# 说明\n示例域名注册有限公司\n样例信息技术有限公司\n".encode(), 2),
        ("a.csv", "注册商,备注\n示例注册商,x\n示例注册商,y\n".encode("gb18030"), 1),
        ("a.csv", b"registrar\nExample Ltd\nOther Ltd\n", 2),
    ],
)
def test_lists_as_people_have_them(tmp_path: Path, name: str, raw: bytes, names: int) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    assert len(read_registrars(path)) == names


def test_an_empty_list_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("注册商\n\n", encoding="utf-8")
    with pytest.raises(UserError, match="list_unreadable"):
        read_registrars(path)


def test_a_table_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("名称\n" + "\n".join(f"示例{n}公司" for n in range(20_001)), encoding="utf-8")
    with pytest.raises(UserError, match="list_too_long"):
        read_registrars(path)
