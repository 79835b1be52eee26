"""Tables of what was seen of many domains: columns by their titles, days and answers as people write them, lines that are wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from app.messages import Messages
from app.services.checks.facts_tables import FactsTable, read_facts_table


@pytest.fixture
def table(tmp_path: Path) -> FactsTable:
    path = tmp_path / "domains.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["域名核验登记表"])
        sheet.write_row(
            1,
            0,
            [
                "序号",
                "域名",
                "域名持有者",
                "持有者证件类型",
                "证件号码",
                "已实名",
                "实名日期",
                "到期日",
                "注册商",
                "备注",
            ],
        )
        sheet.write_row(
            2, 0, [1, "www.shili.cn", "示例科技有限公司", "营业执照", "91110000000000012X", "是", "2026/10/1"]
        )
        sheet.write_datetime(2, 7, date(2028, 1, 1), day)
        sheet.write(2, 8, "示例注册商")
        sheet.write_row(3, 0, [2, "示例。中国", "", "", "", "否", "2026年9月3日", "", "", "x"])
        sheet.write_row(4, 0, [3, "shili.cn", "又一次"])
        sheet.write_row(5, 0, [4, "???"])
        sheet.write_row(6, 0, [5, "shili.com", "", "某种证", "", "也许", "", "明年"])
    return read_facts_table(path)


def test_columns_are_known_by_their_titles(table: FactsTable) -> None:
    first, second, third = table.domains
    assert (first.domain, first.holder_certificate_type, first.real_name) == ("shili.cn", "credit_code", True)
    assert (first.real_name_on, first.expires_on) == (date(2026, 10, 1), date(2028, 1, 1))
    assert (second.domain, second.real_name, second.real_name_on) == ("示例.中国", False, date(2026, 9, 3))
    assert second.holder_name is None
    assert (third.domain, third.real_name, third.expires_on) == ("shili.com", None, None)


def test_what_cannot_be_read_is_said_by_its_line(table: FactsTable) -> None:
    assert [(line, problem.code) for line, problem in table.rejected] == [
        (5, "checks.facts_twice"),
        (6, "rules.domain_unclear"),
        (7, "records.value_unknown"),
        (7, "checks.facts_answer"),
        (7, "checks.facts_day"),
    ]
    for language in ("zh", "en"):
        said = [Messages(language).problem(problem) for _, problem in table.rejected]  # type: ignore[arg-type]
        assert all(said) and not any("{" in each for each in said)


def test_a_number_never_stands_in_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("域名,证件类型\na.cn,110101190001011234\n", encoding="utf-8")
    ((_, problem),) = read_facts_table(path).rejected
    assert "190001011234" not in str(problem.facts)


@pytest.mark.parametrize(
    ("text", "domains", "rejected"),
    [
        ("# 清单\na.cn\nb.cn, c.cn\n", ["a.cn", "b.cn", "c.cn"], 0),
        ("a.cn\nwww.a.cn\n不是域名\n", ["a.cn"], 1),
    ],
)
def test_a_text_file_is_a_list_of_names(tmp_path: Path, text: str, domains: list[str], rejected: int) -> None:
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    found = read_facts_table(path)
    assert [each.domain for each in found.domains] == domains and len(found.rejected) == rejected
