"""Checking and running imports against real stores: problems, duplicates, all or nothing, rejected rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from app.db.database import Database
from app.errors import Cancelled, UserError
from app.messages import Messages
from app.services.backups import Backups
from app.services.imports.mapping import guess_columns
from app.services.imports.plan import Action, ImportPlan
from app.services.imports.rejects import reason, rejects_path, write_rejects
from app.services.imports.running import Imports
from app.services.imports.sheets import read_sheet
from app.services.search import Search
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.services.tables import TableQuery

Make = Callable[..., dict[str, object]]
HEADER = [
    "主体名称",
    "主体备案号",
    "证件类型",
    "证件号码",
    "负责人姓名",
    "负责人手机",
    "网站名称",
    "网站备案号",
    "域名",
    "云账号",
]


class Bench:
    """A store, a folder and the few steps of an import."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database, self.folder = database, folder
        self.imports = Imports(database, "测试员")
        self.subjects, self.sites = Subjects(database, "测试员"), Sites(database, "测试员")

    def write(self, *rows: list[object], header: list[str] | None = None) -> Path:
        path = self.folder / "表.xlsx"
        with xlsxwriter.Workbook(path, {"strings_to_numbers": False}) as book:
            page = book.add_worksheet()
            page.write_row(0, 0, header or HEADER)
            for line, row in enumerate(rows, start=1):
                for index, cell in enumerate(row):
                    if isinstance(cell, str):
                        page.write_string(line, index, cell)
                    elif cell is not None:
                        page.write(line, index, cell)
        return path

    def plan(self, *rows: list[object], header: list[str] | None = None) -> ImportPlan:
        sheet = read_sheet(self.write(*rows, header=header))
        return self.imports.check(sheet, guess_columns(sheet))

    def codes(self, plan: ImportPlan) -> list[tuple[int, str, str]]:
        return [(each.line, each.column, each.problem.code) for each in plan.problems]

    def names(self) -> list[str]:
        return [row.name for row in self.subjects.rows(self.subjects.ids(TableQuery("id")))]


@pytest.fixture
def bench(database: Database, tmp_path: Path) -> Bench:
    return Bench(database, tmp_path)


@pytest.fixture
def row(credit_code: Callable[[int], str]) -> Callable[..., list[object]]:
    def make(n: int = 1, service: int = 1, **overrides: object) -> list[object]:
        number = f"京ICP备{10_000_000 + n}号"
        values: dict[str, object] = {
            "name": f"示例{n}有限公司",
            "number": number,
            "type": "营业执照",
            "certificate": credit_code(n),
            "lead": "张示例",
            "phone": 13800138000 + n,
            "site": f"示例网{n}-{service}",
            "site_number": f"{number}-{service}",
            "domains": f"example{n}.com、www.示例{n}-{service}.中国",
            "account": "1000200030004000",
        }
        return list((values | overrides).values())

    return make


def test_rows_of_subjects_with_their_sites_come_in_together(bench: Bench, row: Callable[..., list[object]]) -> None:
    plan = bench.plan(row(1, 1), row(1, 2), row(2, 1))
    assert plan.problems == []
    assert plan.duplicates == []
    counts = plan.counts()
    assert (counts.rows, counts.good, counts.new_subjects, counts.new_sites) == (3, 3, 2, 3)
    assert plan.preview(1)[0]["subject.lead_phone"] == "13800138001"
    result = bench.imports.run(plan)
    assert (result.subjects_made, result.sites_made, result.rejected) == (2, 3, 0)
    first, second = bench.subjects.rows(bench.subjects.ids(TableQuery("filing_number")))
    assert (first.name, first.site_count, first.province, first.kind) == ("示例1有限公司", 2, "beijing", "unit")
    assert second.site_count == 1
    assert first.account_id is not None
    assert first.account_id == second.account_id
    site = bench.subjects.sites(first.id)[1]
    assert (site.filing_number, site.domain, site.subject_name, site.province) == (
        "京ICP备10000001号-2",
        "example1.com",
        "示例1有限公司",
        "beijing",
    )
    assert [each.unicode for each in bench.sites.domains(site.id)] == ["example1.com", "示例1-2.中国"]
    assert {hit.kind for hit in Search(bench.database).find("示例2")} == {"subject", "site"}
    assert result.change.subjects == {first.id, second.id}


def test_new_records_after_an_import_get_new_ids(
    bench: Bench, row: Callable[..., list[object]], subject_values: Make
) -> None:
    bench.imports.run(bench.plan(row(1), row(2)))
    (made,) = bench.subjects.create(subject_values(50)).subjects
    assert max(bench.subjects.ids(TableQuery("id"))) == made


def test_every_problem_has_line_column_and_what_was_found(
    bench: Bench, row: Callable[..., list[object]], id_number: Callable[[int], str]
) -> None:
    wrong = id_number(5)[:-1] + ("0" if id_number(5)[-1] != "0" else "1")
    plan = bench.plan(
        row(1),
        row(2, number="川ICP备10000002号", site_number=""),
        row(3, certificate=wrong),
        row(4, phone="12345", site_number="京ICP备10000009号-1"),
        row(5, certificate=1.10101190101011e17, type="身份证"),
        row(6, type="身份证", certificate="110101190101011000"),
        row(7, name=""),
    )
    assert bench.codes(plan) == [
        (3, "B", "rules.filing_number_wrong_letter"),
        (4, "D", "rules.certificate_credit_code_check_digit"),
        (5, "F", "rules.phone_unclear"),
        (5, "H", "records.site_number_of_other_subject"),
        (6, "D", "imports.number_damaged"),
        (7, "D", "imports.number_maybe_damaged"),
        (8, "A", "records.required"),
    ]
    problem = next(each for each in plan.problems if each.line == 4)
    assert problem.header == "证件号码"
    assert wrong not in problem.found
    assert plan.counts().rejected == 6
    texts = [reason(each, Messages(language).text, language) for each in plan.problems for language in ("zh", "en")]
    assert all(wrong not in text and "110101190101011" not in text for text in texts)


def test_empty_rows_are_passed_over_and_lines_stay_true(bench: Bench, row: Callable[..., list[object]]) -> None:
    plan = bench.plan(row(1), [], ["  "], row(2, phone="x"))
    assert [entry.line for entry in plan.entries] == [2, 5]
    assert bench.codes(plan)[0][0] == 5


def test_only_the_sites_number_still_names_the_subject(bench: Bench) -> None:
    header = ["主办单位名称", "网站名称", "备案号", "域名"]
    plan = bench.plan(["示例甲有限公司", "示例网", "粤ICP备20000001号-3", "example.com"], header=header)
    assert plan.problems == []
    bench.imports.run(plan)
    (subject,) = bench.subjects.rows(bench.subjects.ids(TableQuery()))
    assert (subject.filing_number, subject.province, subject.site_count) == ("粤ICP备20000001号", "guangdong", 1)


def test_a_table_of_sites_hangs_them_on_subjects_of_the_store(bench: Bench, subject_values: Make) -> None:
    (subject,) = bench.subjects.create(subject_values(1)).subjects
    header = ["网站名称", "备案号", "域名"]
    rows: tuple[list[object], ...] = (
        ["示例网", "京ICP备10000001号-1", "example.com"],
        ["孤儿网", "京ICP备99999999号-1", "example.net"],
    )
    plan = bench.plan(*rows, header=header)
    assert bench.codes(plan) == [(3, "", "imports.site_without_subject")]
    bench.imports.run(plan)
    assert bench.subjects.get(subject).site_count == 1
    assert bench.subjects.sites(subject)[0].subject_name == "示例科技1有限公司"


def test_what_is_there_is_skipped_unless_merging_is_asked_for(bench: Bench, row: Callable[..., list[object]]) -> None:
    bench.imports.run(bench.plan(row(1)))
    again = bench.plan(row(1, lead="李示例", phone="", domains="example1.com"))
    shown = {
        (each.record, each.by): {change.field: (change.old, change.new) for change in each.changes}
        for each in again.duplicates
    }
    assert shown[("subject", "filing_number")] == {"lead_name": ("张示例", "李示例")}
    assert shown[("site", "filing_number")] == {"domains": ("example1.com 示例1-1.中国", "example1.com")}
    with pytest.raises(UserError) as caught:
        bench.imports.run(again)
    assert caught.value.code == "imports.nothing_to_do"
    result = bench.imports.run(again.choose(Action.MERGE))
    assert (result.subjects_made, result.subjects_merged, result.sites_merged) == (0, 1, 1)
    (subject,) = bench.subjects.rows(bench.subjects.ids(TableQuery()))
    # The empty cell of the phone erased nothing.
    assert (subject.lead_name, subject.lead_phone, subject.version) == ("李示例", "13800138001", 2)
    (site,) = bench.subjects.sites(subject.id)
    assert [each.unicode for each in bench.sites.domains(site.id)] == ["example1.com"]


def test_the_same_import_again_changes_nothing(bench: Bench, row: Callable[..., list[object]]) -> None:
    rows = [row(n) for n in range(1, 6)]
    bench.imports.run(bench.plan(*rows))
    again = bench.plan(*rows)
    assert all(each.changes == () for each in again.duplicates)
    with pytest.raises(UserError):
        bench.imports.run(again.choose(Action.MERGE))


def test_new_is_no_choice_where_the_number_is_taken(bench: Bench, row: Callable[..., list[object]]) -> None:
    bench.imports.run(bench.plan(row(1)))
    again = bench.plan(row(1, lead="李示例")).choose(Action.NEW)
    assert set(again.actions) == {Action.SKIP}


def test_duplicates_within_the_file_name_the_earlier_line(bench: Bench, row: Callable[..., list[object]]) -> None:
    plan = bench.plan(row(1), row(1, lead="李示例"))
    found = {each.record: each for each in plan.duplicates}
    assert found["subject"].other_line == found["site"].other_line == 2
    assert [change.field for change in found["subject"].changes] == ["lead_name"]
    bench.imports.run(plan.choose(Action.MERGE))
    (subject,) = bench.subjects.rows(bench.subjects.ids(TableQuery()))
    assert (subject.lead_name, subject.site_count) == ("李示例", 1)


def test_the_same_papers_without_number_are_offered_for_merging(
    bench: Bench, row: Callable[..., list[object]], credit_code: Callable[[int], str]
) -> None:
    bench.subjects.create({"name": "示例1有限公司", "certificate_number": credit_code(1)})
    plan = bench.plan(row(1))
    (duplicate,) = plan.duplicates
    assert (duplicate.by, duplicate.allowed) == ("certificate_number", (Action.SKIP, Action.MERGE, Action.NEW))
    bench.imports.run(plan.choose(Action.MERGE))
    (subject,) = bench.subjects.rows(bench.subjects.ids(TableQuery()))
    assert (subject.filing_number, subject.province, subject.site_count) == ("京ICP备10000001号", "beijing", 1)


def test_the_same_papers_under_another_number_are_shown_and_made_anew(
    bench: Bench, row: Callable[..., list[object]], credit_code: Callable[[int], str]
) -> None:
    bench.imports.run(bench.plan(row(1)))
    plan = bench.plan(row(2, certificate=credit_code(1)))
    (duplicate,) = plan.duplicates
    assert duplicate.by == "certificate_number"
    bench.imports.run(plan)
    assert len(bench.names()) == 2


@pytest.mark.parametrize("at", [0, 1, 2])
def test_cancelling_anywhere_leaves_nothing(bench: Bench, row: Callable[..., list[object]], at: int) -> None:
    bench.imports.run(bench.plan(row(9000)))
    plan = bench.plan(*(row(n) for n in range(1, 1500)), row(9000, lead="李示例")).choose(Action.MERGE)
    calls = []

    def progress(step: int, total: int) -> None:
        calls.append((step, total))
        if len(calls) > at + 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        bench.imports.run(plan, progress)
    assert bench.names() == ["示例9000有限公司"]
    assert len(bench.sites.ids(TableQuery())) == 1
    assert Search(bench.database).find("示例77有限") == []
    assert bench.subjects.rows(bench.subjects.ids(TableQuery()))[0].lead_name == "张示例"
    # The store still takes the whole of it afterwards.
    assert bench.imports.run(plan).subjects_made == 1499


def test_many_rows_are_found_by_the_search_at_once(bench: Bench, row: Callable[..., list[object]]) -> None:
    bench.imports.run(bench.plan(*(row(n) for n in range(1, 700))))
    assert [hit.title for hit in Search(bench.database).find("示例688有限", kinds=["subject"])] == ["示例688有限公司"]


def test_a_store_that_changed_since_the_check_is_not_overwritten(
    bench: Bench, row: Callable[..., list[object]]
) -> None:
    bench.imports.run(bench.plan(row(1)))
    plan = bench.plan(row(1, lead="李示例"), row(2)).choose(Action.MERGE)
    (subject,) = bench.subjects.rows(bench.subjects.ids(TableQuery()))
    bench.subjects.update(subject, {"lead_name": "王示例"})
    with pytest.raises(UserError) as caught:
        bench.imports.run(plan)
    assert caught.value.code == "imports.store_changed"
    assert bench.names() == ["示例1有限公司"]


def test_a_number_taken_since_the_check_stops_all_of_it(
    bench: Bench, row: Callable[..., list[object]], subject_values: Make
) -> None:
    plan = bench.plan(row(1), row(2))
    bench.subjects.create(subject_values(2))
    with pytest.raises(UserError) as caught:
        bench.imports.run(plan)
    assert caught.value.code == "imports.store_changed"
    assert bench.names() == ["示例科技2有限公司"]


def test_a_backup_is_made_first(bench: Bench, row: Callable[..., list[object]], tmp_path: Path) -> None:
    backups = Backups(bench.database, tmp_path / "backups", "测试员")
    imports = Imports(bench.database, "测试员", backups)
    imports.run(bench.plan(row(1)))
    (made,) = backups.list()
    assert made.reason == "import"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_rejected_rows_can_be_mended_and_imported_again(
    bench: Bench, row: Callable[..., list[object]], language: str, tmp_path: Path
) -> None:
    plan = bench.plan(row(1), row(2, phone="12345"), row(3, certificate="错的"))
    bench.imports.run(plan)
    path = rejects_path(plan.sheet.path)
    assert write_rejects(plan, path, Messages(language).text, language) == 2  # type: ignore[arg-type]
    sheet = read_sheet(path)
    assert list(sheet.rows[0][: len(HEADER)]) == HEADER
    assert sheet.rows[1][len(HEADER)] == "3"
    assert "F" in str(sheet.rows[1][len(HEADER) + 1])
    mended = [list(each) for each in sheet.rows]
    mended[1][5] = "13800138002"
    with xlsxwriter.Workbook(path, {"strings_to_numbers": False}) as book:
        page = book.add_worksheet()
        for line, cells in enumerate(mended):
            page.write_row(line, 0, cells)
    sheet = read_sheet(path)
    again = bench.imports.check(sheet, guess_columns(sheet))
    assert len(again.rejected) == 1
    assert bench.imports.run(again).subjects_made == 1
    assert bench.names() == ["示例1有限公司", "示例2有限公司"]


def test_no_file_is_written_where_nothing_was_rejected(
    bench: Bench, row: Callable[..., list[object]], tmp_path: Path
) -> None:
    assert write_rejects(bench.plan(row(1)), tmp_path / "no.xlsx", Messages("zh").text) == 0
    assert not (tmp_path / "no.xlsx").exists()


def test_the_history_counts_and_names_no_value(bench: Bench, row: Callable[..., list[object]]) -> None:
    bench.imports.run(bench.plan(row(1), row(2, phone="x")))
    from app.services.audit import AuditLog

    (event,) = AuditLog(bench.database).newest()
    assert (event.action, event.detail["rows"], event.detail["rejected"]) == ("import", 2, 1)
    assert "示例1" not in repr(event.detail)


def test_an_unmapped_sheet_is_refused(bench: Bench) -> None:
    sheet = read_sheet(bench.write(["甲"], header=["不认识"]))
    mapping = guess_columns(sheet).with_target(0, None)
    with pytest.raises(UserError) as caught:
        bench.imports.check(sheet, mapping)
    assert caught.value.code == "imports.nothing_mapped"
