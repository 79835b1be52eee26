"""The cover check list and the mailing label: everything given is on them, nothing else, however long."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader
from reportlab.graphics.barcode.qr import QrCodeWidget

from app.errors import UserError
from app.forms.canvas import new_canvas
from app.forms.cover import CHECKED_BEFORE, CoverFact, CoverLine, CoverRule, CoverSection, CoverSheet, draw_cover
from app.forms.label import MailingLabel, draw_label
from app.forms.qr import QUIET, draw_qr, qr_modules
from app.forms.raster import page_image

CASE = "BD-20261123-001"
SHEET = CoverSheet(
    case_number=CASE,
    ticket_number="T8817",
    heading="山东省通信管理局　山东省ICP用户注销备案申请表",
    warnings=("本省官方表格原件未见，版式按通行格式推定，请核对。",),
    sections=(
        CoverSection("申请事项", (CoverFact("申请类别", "注销他单位备案"), CoverFact("申请依据", "域名依据"))),
        CoverSection("拟注销备案", (CoverFact("备案号", "鲁ICP备12345678号-1"), CoverFact("域名", "示例.中国"))),
        CoverSection("申请单位", (CoverFact("名称", "阿卜杜拉·买买提"), CoverFact("经办人", "䶮𬭎𬍛㛃𠅤"))),
    ),
    lines=(
        CoverLine("山东省ICP用户注销备案申请表", "原件", "加盖公章", key="form"),
        CoverLine("域名证书", "复印件", "加盖公章", pages=3, note="域名所有者须与申请单位一致"),
        CoverLine("变更证明", optional=True),
    ),
    rules=(CoverRule("用 A4 纸单面打印。"), CoverRule("个人申请不盖章。", "第三方转载，2022-09")),
    sending=(CoverSection("寄送方式", (CoverFact("地址", "示例市示例路1号"),), "第三方转载，2022-09"),),
    made_on="2026年11月23日",
    form_edition="山东省 2022 年版",
)


def cover(sheet: CoverSheet, pages: dict[str, int] | None = None) -> bytes:
    stream = io.BytesIO()
    canvas = new_canvas(stream, title="清单")
    draw_cover(canvas, sheet, pages or {})
    canvas.save()
    return stream.getvalue()


def label_page(label: MailingLabel) -> bytes:
    stream = io.BytesIO()
    canvas = new_canvas(stream, title="标签")
    draw_label(canvas, label)
    canvas.save()
    return stream.getvalue()


def texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def test_everything_given_is_on_the_sheet() -> None:
    [text] = texts(cover(SHEET, {"form": 2}))
    wanted = [CHECKED_BEFORE["post"], CASE, "T8817", SHEET.heading, SHEET.made_on, SHEET.form_edition, *SHEET.warnings]
    wanted += [part for section in (*SHEET.sections, *SHEET.sending) for part in (section.title, section.source)]
    wanted += [part for section in SHEET.sections for fact in section.facts for part in (fact.label, fact.value)]
    wanted += [part for line in SHEET.lines for part in (line.title, line.original, line.marks, line.note)]
    wanted += [part for rule in SHEET.rules for part in (rule.text, rule.source)]
    assert [each for each in wanted if each not in text] == []


def test_pages_are_counted_by_the_packet_or_given() -> None:
    [text] = texts(cover(SHEET, {"form": 17}))
    assert "山东省ICP用户注销备案申请表 原件 加盖公章 17" in " ".join(text.split())
    assert "复印件 加盖公章 3" in " ".join(text.split())


def test_papers_that_are_not_in_the_file_say_so() -> None:
    [text] = texts(cover(SHEET, {"form": 1}))
    assert "变更证明（如需）" in text
    assert text.count("请另行放入") == 1


def test_no_number_of_copies_is_invented() -> None:
    assert "份数" not in texts(cover(SHEET))[0]


def test_what_is_not_given_leaves_no_heading() -> None:
    [text] = texts(cover(CoverSheet(CASE, (CoverLine("申请表"),))))
    for heading in ("来源", "工单", "打印与递交要求", "制作日期", "寄送方式"):
        assert heading not in text


def test_long_lists_go_on_over_further_pages_with_the_head_repeated() -> None:
    lines = tuple(
        CoverLine(f"第{number}份材料" * 4, "复印件", "加盖公章", pages=1, note="说明" * 30) for number in range(60)
    )
    rules = tuple(
        CoverRule(f"规则{number}：" + "须用黑色签字笔填写，" * 12, "来源网页，2022-09") for number in range(20)
    )
    pages = texts(cover(replace(SHEET, lines=lines, rules=rules)))
    assert len(pages) >= 4
    together = "".join(pages).replace("\n", "")
    assert [number for number in range(60) if f"第{number}份材料" * 4 not in together] == []
    assert [number for number in range(20) if f"规则{number}：" not in together] == []
    assert all(CHECKED_BEFORE["post"] in page for page in pages)
    assert all("核对" in page for page in pages[:2])
    assert [f"清单第 {number + 1} 页" in page for number, page in enumerate(pages)] == [True] * len(pages)


def test_a_source_of_several_rules_is_said_once() -> None:
    rules = (
        CoverRule("规则甲", "来源一"),
        CoverRule("规则乙", "来源二"),
        CoverRule("规则丙", "来源二"),
        CoverRule("规则丁"),
    )
    [text] = texts(cover(replace(SHEET, rules=rules)))
    lines = text.splitlines()
    assert lines[lines.index("1. 规则甲") :][:5] == [
        "1. 规则甲", "来源：来源一", "2. 规则乙", "3. 规则丙", "第 2—3 条来源：来源二",
    ]  # fmt: skip


def test_a_short_section_stays_on_one_page() -> None:
    time = CoverSection("时间", (CoverFact("办理时间", "五天"), CoverFact("复查日期", "下周")), "来源三")
    for count in range(1, 40):
        before = CoverSection("之前", tuple(CoverFact(f"第{each}项", "值") for each in range(count)))
        pages = texts(cover(replace(SHEET, sending=(before, time))))
        where = {next(i for i, page in enumerate(pages) if word in page) for word in ("办理时间", "复查日期", "来源三")}
        assert len(where) == 1, count


def test_nothing_runs_off_the_paper() -> None:
    """Values of every length: the margins stay white on every page."""
    facts = tuple(CoverFact("很长的标签名称" * 3, "长值" * 150) for _ in range(6))
    sheet = replace(
        SHEET,
        heading="示例省通信管理局" * 12,
        ticket_number="T" * 120,
        warnings=("请核对。" * 80,),
        sections=(CoverSection("申请事项", facts, "来源" * 80),),
        lines=(CoverLine("材料" * 80, "原件或复印件" * 3, "加盖公章并由法定代表人签字" * 3, note="说明" * 90),),
    )
    pdf = cover(sheet)
    for index in range(len(PdfReader(io.BytesIO(pdf)).pages)):
        image = page_image(pdf, index, 72)
        for y in range(image.height):
            row = image.rgb[y * image.stride : y * image.stride + image.width * 3]
            assert set(row[: 45 * 3]) == {255}
            assert set(row[-45 * 3 :]) == {255}


def test_a_character_without_a_glyph_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        cover(replace(SHEET, heading="\ue863"))
    assert caught.value.code == "packet.glyph_missing"
    assert caught.value.facts["characters"] == ("\ue863",)


def test_the_code_holds_the_case_number_and_nothing_else() -> None:
    """Module by module what reportlab's own widget encodes for the case number."""
    widget = QrCodeWidget(CASE, barLevel="M")
    widget.qr.make()
    size = widget.qr.getModuleCount()
    wanted = tuple(tuple(bool(widget.qr.isDark(row, column)) for column in range(size)) for row in range(size))
    assert qr_modules(CASE) == wanted


def test_the_code_is_drawn_module_by_module_with_its_quiet_zone() -> None:
    stream = io.BytesIO()
    canvas = new_canvas(stream, title="QR")
    modules = qr_modules(CASE)
    step = 8
    side = (len(modules) + 2 * QUIET) * step
    draw_qr(canvas, CASE, 100, 200, side)
    canvas.showPage()
    canvas.save()
    image = page_image(stream.getvalue(), 0, 72)

    def dark(row: int, column: int) -> bool:
        x = 100 + (QUIET + column) * step + step // 2
        y = round(842 - 200 - side) + (QUIET + row) * step + step // 2
        return image.rgb[y * image.stride + x * 3] < 128

    around = range(-QUIET, len(modules) + QUIET)
    seen = {(row, column) for row in around for column in around if dark(row, column)}
    assert seen == {(row, column) for row, line in enumerate(modules) for column, each in enumerate(line) if each}


def test_the_label_holds_what_is_known() -> None:
    label = MailingLabel(
        "示例省通信管理局",
        "示例省示例市示例路1号" * 3,
        "250000",
        "0531-80000000",
        "甲",
        "乙路2号",
        "13800138000",
        "来源，2022-09",
    )
    [text] = texts(label_page(label))
    flat = text.replace("\n", "")
    for value in (
        label.recipient,
        label.address,
        label.postcode,
        label.phone,
        "甲",
        "乙路2号",
        "13800138000",
        label.source,
    ):
        assert value in flat


def test_an_unknown_sender_leaves_lines_to_write_on() -> None:
    [text] = texts(label_page(MailingLabel("示例省通信管理局", "示例路1号")))
    assert "寄件人" in text
    assert "来源" not in text
