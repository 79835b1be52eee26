"""Many packets from one table: headers are recognised, good rows are done, bad rows come back with reasons."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from pypdf import PdfReader

from app.errors import Cancelled, UserError
from app.messages import Messages
from app.services import batch
from app.services.batch import FAILED_NAME, FEW_ROWS, REASON_HEADER, answers_of_row, run_batch, write_template
from app.services.batch_tables import COLUMNS, DEREGISTRATION, batch_table
from app.services.case_settings import DeskRules
from app.services.demo_pictures import picture

TODAY = date(2026, 11, 23)
HEADER = [
    "工单号",
    "申请类别",
    "申请依据",
    "拟注销备案号*",
    "主办单位名称",
    "域名",
    "申请人名称",
    "证件号码",
    "联系人",
    "手机",
    "邮箱",
    "附件",
]
GOOD = [
    "GD1", "他单位", "域名", "鲁ICP备12345678号-1", "青岛旧主网络有限公司", "example.com、示例.中国",
    "济南示例商贸有限公司", "91370100MA3C00000E", "王五", 13800138000, "contact@example.com", "单位证件复印件=licence.png",
]  # fmt: skip


def table(path: Path, *rows: list[object], header: list[str] = HEADER) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["线下注销登记表"])
    sheet.append(header)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def changed(**cells: object) -> list[object]:
    row = list(GOOD)
    for name, value in cells.items():
        row[HEADER.index(name)] = value
    return row


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("RGB", (600, 400), "white").save(tmp_path / "licence.png")
    return tmp_path


def run(file: Path, out: Path, **more: object):
    return run_batch(file, out, TODAY, Messages("zh").problem, **more)


def test_good_rows_are_done_and_bad_ones_come_back(folder: Path) -> None:
    bad = changed(手机="12", 申请类别="自己", 附件="单位证件复印件＝none.png")
    worse = changed(拟注销备案号="川ICP备12345678号-1") if "拟注销备案号" in HEADER else changed(证件号码="1")
    whole = changed(**{"拟注销备案号*": "京ICP备12345678号", "域名": "example.net"})
    file = table(folder / "t.xlsx", GOOD, bad, [], worse, whole, changed(工单号="GD2"))
    seen: list[tuple[int, int]] = []
    result = run(file, folder / "out", report=lambda done, total: seen.append((done, total)))
    names = [each.name for each in result.done]
    assert names == [
        "注销申请_鲁ICP备12345678号-1.pdf",
        "注销申请_京ICP备12345678号.pdf",
        "注销申请_鲁ICP备12345678号-1（2）.pdf",
    ]
    assert all(len(PdfReader(each).pages) >= 3 for each in result.done)
    assert [row.line for row in result.failed] == [4, 6]
    assert seen == [(each, 5) for each in range(6)]
    assert result.failed_file == folder / "out" / FAILED_NAME
    rows = list(openpyxl.load_workbook(result.failed_file).active.iter_rows(values_only=True))
    assert rows[0][:2] == (REASON_HEADER, "工单号") and len(rows) == 3
    assert "申请类别" in rows[1][0] and rows[1][1] == "GD1"
    # The mended rows can be run as they are: the column of reasons is passed over.
    again = run(result.failed_file, folder / "again")
    assert len(again.failed) == 2


def test_mended_rows_find_their_enclosures_from_the_folder_of_failed_rows(folder: Path) -> None:
    out = folder / "out"
    failed = run(table(folder / "t.xlsx", changed(手机="12")), out).failed_file
    assert failed is not None
    book = openpyxl.load_workbook(failed)
    [header, row] = book.active.iter_rows()
    row[[cell.value for cell in header].index("手机")].value = "13800138000"
    book.save(failed)
    again = run(failed, out)
    assert not again.failed and len(again.done) == 1


def test_mended_rows_leave_alone_what_the_run_before_made(folder: Path) -> None:
    out = folder / "out"
    first = run(table(folder / "t.xlsx", GOOD, changed(手机="12", 工单号="GD2")), out)
    made = first.done[0].read_bytes()
    book = openpyxl.load_workbook(first.failed_file)
    [header, row] = book.active.iter_rows()
    row[[cell.value for cell in header].index("手机")].value = "13800138001"
    book.save(first.failed_file)
    again = run(first.failed_file, out)
    assert [each.name for each in again.done] == ["注销申请_鲁ICP备12345678号-1（2）.pdf"]
    assert first.done[0].read_bytes() == made


@pytest.mark.parametrize("workers", [1, 2])
def test_copies_are_marked_as_the_desk_has_agreed(folder: Path, monkeypatch: pytest.MonkeyPatch, workers: int) -> None:
    monkeypatch.setattr(batch, "FEW_ROWS", 1)
    (folder / "card.png").write_bytes(picture("id_card"))
    file = table(folder / "t.xlsx", changed(附件="单位证件复印件=licence.png；经办人身份证复印件=card.png"))
    result = run(file, folder / "out", workers=workers, agreed=DeskRules(watermark_text="仅供本次核验"))
    assert not result.failed
    said = "".join(page.extract_text() for page in PdfReader(result.done[0]).pages)
    assert "仅供本次核验" in said.replace("\n", "") and "仅用于办理" not in said


def test_a_cancelled_batch_keeps_what_is_done(folder: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        run(table(folder / "t.xlsx", GOOD, GOOD), folder / "out", report=stop)
    assert [each.name for each in (folder / "out").iterdir()] == ["注销申请_鲁ICP备12345678号-1.pdf"]


def test_processes_give_the_same_packets_in_the_same_order(folder: Path) -> None:
    rows = [
        changed(**{"拟注销备案号*": f"鲁ICP备{10_000_000 + n}号-1", "手机": "12" if n == 7 else 13800138000})
        for n in range(FEW_ROWS)
    ]
    file = table(folder / "t.xlsx", *rows)
    alone, together = run(file, folder / "one"), run(file, folder / "two", workers=2)
    assert [each.name for each in alone.done] == [each.name for each in together.done]
    assert [each.read_bytes() for each in alone.done] == [each.read_bytes() for each in together.done]
    assert [(row.line, [each.code for each in row.problems]) for row in together.failed] == [
        (10, ["rules.phone_unclear"])
    ]
    assert len(together.done) == FEW_ROWS - 1


def test_a_number_that_lost_its_digits_is_told(folder: Path) -> None:
    [failed] = run(table(folder / "t.xlsx", changed(证件号码=110101190001010014)), folder / "out").failed
    assert [each.code for each in failed.problems] == ["batch.damaged_number"]


def test_the_template_is_read_back(folder: Path) -> None:
    file = folder / "empty.xlsx"
    write_template(file)
    book = openpyxl.load_workbook(file)
    header = [cell.value for cell in book.active[1]]
    assert header == [names[0] for names in COLUMNS.values()]
    values = dict(zip(HEADER, GOOD, strict=True))
    filled = {
        "工单号": "GD1", "申请类别": "他单位备案", "申请依据": "域名依据", "备案号": values["拟注销备案号*"],
        "备案主体名称": values["主办单位名称"], "域名": "example.com", "申请人名称": values["申请人名称"],
        "申请人证件号码": values["证件号码"], "联系人姓名": "王五", "联系人手机": "13800138000", "联系人邮箱": "a@example.com",
    }  # fmt: skip
    book.active.append([filled.get(name, "") for name in header])
    book.save(file)
    assert len(run(file, folder / "out").done) == 1


def test_what_cannot_be_a_table_is_refused_whole(folder: Path) -> None:
    for file, code in (
        (table(folder / "a.xlsx", GOOD, header=["甲"] * 12), "batch.no_columns"),
        (table(folder / "b.xlsx"), "batch.no_rows"),
        (folder / "none.xlsx", "imports.file_missing"),
    ):
        with pytest.raises(UserError) as caught:
            run(file, folder / "out")
        assert caught.value.code == code
        assert not (folder / "out").exists()


def test_words_of_a_row_become_answers() -> None:
    columns = dict(enumerate(COLUMNS))
    places = {path: place for place, path in enumerate(COLUMNS)}
    row = [""] * len(COLUMNS)
    for path, text in {
        "filing.number": "京ICP备12345678号",
        "filing.hollow": "是",
        "can_log_in": "不能",
        "applicant.certificate_type": "身份证",
        "agent.name": "周九",
        "handwriting": "applicant.email；reason",
        "enclosures": "身份证复印件=a.png; domain_certificate=b.pdf",
    }.items():
        row[places[path]] = text
    answers, unread = answers_of_row(row, columns, batch_table(DEREGISTRATION))
    assert unread == ()
    assert answers["filing"] == {"number": "京ICP备12345678号", "hollow": True, "scope": "subject"}
    assert answers["can_log_in"] is False and answers["applicant"]["kind"] == "individual"
    assert answers["agent"]["certificate_type"] == "id_card"
    assert answers["handwriting"] == ["applicant.email", "reason"]
    assert [each["kind"] for each in answers["enclosures"]] == ["id_card_copy", "domain_certificate"]
    row[places["filing.hollow"]] = "也许"
    row[places["enclosures"]] = "a.png"
    answers, unread = answers_of_row(row, columns, batch_table(DEREGISTRATION))
    assert {each.code for each in unread} == {"batch.unknown_choice", "batch.bad_enclosure"}
    assert "hollow" not in answers["filing"] and "enclosures" not in answers


def test_an_unknown_choice_does_not_hide_the_rows_other_mistakes(folder: Path) -> None:
    row = changed(申请类别="别人的", 手机="1380013", 证件号码="91370100MA3C00000F")
    [failed] = run(table(folder / "t.xlsx", row), folder / "out").failed
    found = {each.path: each.code for each in failed.problems}
    assert found["relation"] == "batch.unknown_choice"
    assert {"applicant.mobile", "applicant.certificate_number"} <= set(found)
    assert len(failed.problems) == len(found), "each field once"


def test_a_row_that_stood_before_is_told_and_printed_only_when_asked(folder: Path) -> None:
    other = changed(工单号="GD2")
    file = table(folder / "t.xlsx", GOOD, other, GOOD, GOOD)
    result = run(file, folder / "out")
    assert len(result.done) == 2
    assert [(each.line, each.problems[0].code, each.problems[0].facts["line"]) for each in result.failed] == [
        (5, "batch.repeated_row", 3),
        (6, "batch.repeated_row", 3),
    ]
    assert result.failed_file is not None
    assert not run(file, folder / "again", repeated=True).failed
