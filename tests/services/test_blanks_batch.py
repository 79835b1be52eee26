"""Batches print on official blanks, here and in processes of their own that have no store."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from app.db.database import Database
from app.messages import Messages
from app.services import batch
from app.services.blanks import BlankDetails, Blanks, bring_in
from app.services.form_editions import FormEditions

BLANK = Path(__file__).resolve().parents[1] / "data" / "blanks" / "lo_table.pdf"
HEADER = [
    "申请类别",
    "申请依据",
    "备案号",
    "备案主体名称",
    "域名",
    "申请人名称",
    "证件号码",
    "联系人",
    "手机",
    "邮箱",
    "附件",
]
ROW = ["他单位", "域名", "鲁ICP备12345678号-1", "青岛旧主网络有限公司", "example.com", "济南示例商贸有限公司",
       "91370100MA3C00000E", "王五", "13800138000", "contact@example.com", "单位证件复印件=licence.png"]  # fmt: skip


@pytest.mark.parametrize("workers", [1, 2])
def test_a_batch_prints_on_the_blank_in_force(
    database: Database, tmp_path: Path, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (600, 400), "white").save(tmp_path / "licence.png")
    file = tmp_path / "rows.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([HEADER, ROW])
    blanks = Blanks(database, actor="tester")
    details = BlankDetails("shandong", "2026", "山东省注销备案申请表")
    blanks.publish(blanks.add(bring_in(BLANK.read_bytes(), "blank.pdf"), details))
    monkeypatch.setattr(batch, "FEW_ROWS", 1)
    result = batch.run_batch(
        file,
        tmp_path / "out",
        date(2026, 11, 23),
        Messages("zh").problem,
        workers=workers,
        forms=FormEditions(database),
    )
    assert not result.failed
    pages = [page.extract_text() for page in PdfReader(result.done[0]).pages]
    assert any("请用黑色签字笔填写，字迹清楚" in page.replace(" ", "") for page in pages), pages
