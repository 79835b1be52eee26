"""The tables that the blanks of the tests show, and those of them that reportlab draws, with the truth about their places."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import A3, A4
from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
RELATION = [("relation", "own", "注销本单位备案"), ("relation", "other", "注销他单位备案")]
GROUND = [("ground", "subject", "主体依据"), ("ground", "domain", "域名依据")]
TABLE = [
    "一、注销备案信息（以系统查询为准）",
    [("申请类别", RELATION)],
    [("申请依据", GROUND)],
    [("拟注销备案主办单位名称", "target_subject_name")],
    [("拟注销备案号", "target_filing_number")],
    [("拟注销域名", "target_domains")],
    [("备案注销申请理由", "reason")],
    "二、申请单位信息（必填）",
    [("主办单位名称", "applicant_name")],
    [("主办单位证件类型", "applicant_certificate_type")],
    [("主办单位证件号码", "applicant_certificate_number")],
    [("联系人姓名", "contact_name")],
    [("联系人手机", "contact_mobile")],
    [("联系人邮箱", "contact_email")],
    "三、处理结果（以下由通信管理局填写）",
    [("处理日期", None)],
    [("备注", None)],
]
PAIRS = [
    "拟注销备案信息",
    [("备案号", "target_filing_number"), ("网站名称", "target_site_name")],
    [("主办单位名称", "target_subject_name"), ("网站域名", "target_domains")],
    [("证件类型", "target_certificate_type"), ("证件号码", "target_certificate_number")],
    "申请人信息",
    [("单位名称", "applicant_name"), ("法定代表人", "legal_representative_name")],
    [("证件类型", "applicant_certificate_type"), ("证件号码", "applicant_certificate_number")],
    [("联系人", "contact_name"), ("手机号码", "contact_mobile")],
    [("固定电话", "contact_phone"), ("电子邮箱", "contact_email")],
    [("注销原因", "reason")],
    "通信管理局审核意见",
    [("经办人", None), ("日期", None)],
]
FIRST_PAGE = [
    [("申请单位", "applicant_name")],
    [("统一社会信用代码", "applicant_certificate_number")],
    [("法定代表人姓名", "legal_representative_name")],
    [("联系人", "contact_name")],
    [("联系人电话", "contact_mobile")],
    [("电子邮件", "contact_email")],
]
SECOND_PAGE = [
    [("需注销备案号", "target_filing_number")],
    [("备案主体名称", "target_subject_name")],
    [("涉及域名", "target_domains")],
    [("情况说明", "reason")],
]
TALL = {"reason": 30.0, "target_domains": 14.0}
Truth = list[dict[str, object]]


def place(page: int, field: str, x0: float, y0: float, x1: float, y1: float) -> dict[str, object]:
    return {"page": page, "field": field, "box": [round(x0, 2), round(y0, 2), round(x1 - x0, 2), round(y1 - y0, 2)]}


class Drawing:
    """A page drawn from the top left, in millimetres, that remembers where values belong."""

    def __init__(self, size: tuple[float, float]) -> None:
        self.stream = io.BytesIO()
        self.height = size[1]
        self.canvas = Canvas(self.stream, pagesize=size, invariant=1, initialFontName="Serif")
        self.truth: Truth = []

    def text(self, x: float, y: float, words: str, size: float = 10.5) -> float:
        self.canvas.setFont("Serif", size)
        self.canvas.drawString(x * MM, self.height - y * MM, words)
        return x + self.canvas.stringWidth(words, "Serif", size) / MM

    def box(self, x: float, y: float, width: float, height: float) -> None:
        self.canvas.rect(x * MM, self.height - (y + height) * MM, width * MM, height * MM)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self.canvas.line(x1 * MM, self.height - y1 * MM, x2 * MM, self.height - y2 * MM)

    def cell(self, x: float, y: float, width: float, height: float, words: str = "", field: str = "") -> None:
        self.box(x, y, width, height)
        if words:
            self.text(x + 2, y + height / 2 + 1.4, words)
        if field:
            self.true(field, x, y, width, height)

    def true(self, field: str, x: float, y: float, width: float, height: float, **more: object) -> None:
        self.truth.append({**place(0, field, x, y, x + width, y + height), **more})

    def rows(self, x: float, y: float, width: float, rows: list[object], label: float = 40.0) -> float:
        for row in rows:
            if isinstance(row, str):
                self.cell(x, y, width, 9, row)
                y += 9
                continue
            assert isinstance(row, list)
            height = max(TALL.get(str(field), 11.0) for _, field in row)
            each = width / len(row)
            for number, (words, field) in enumerate(row):
                left = x + number * each
                self.cell(left, y, label, height, words)
                if isinstance(field, list):
                    self.options(left + label, y, each - label, height, field)
                else:
                    self.cell(left + label, y, each - label, height, "", field or "")
            y += height
        return y

    def options(self, x: float, y: float, width: float, height: float, options: list) -> None:
        self.box(x, y, width, height)
        at = x + 3
        for field, value, words in options:
            self.canvas.circle((at + 1.6) * MM, self.height - (y + height / 2) * MM, 1.6 * MM)
            self.true(field, at, y + height / 2 - 1.6, 3.2, 3.2, value=value)
            at = self.text(at + 4.5, y + height / 2 + 1.4, words) + 8

    def done(self) -> tuple[bytes, Truth]:
        self.canvas.showPage()
        self.canvas.save()
        return self.stream.getvalue(), self.truth


def acroform() -> tuple[bytes, Truth]:
    """Fields by telling names, by tooltips only, and by neither; two boxes to tick."""
    page = Drawing(A4)
    page.text(70, 25, "ICP备案注销申请表", 18)
    form = page.canvas.acroForm
    rows = [
        ("备案号", "target_filing_number", ""),
        ("拟注销主体", "field2", "拟注销备案主办单位名称"),
        ("域名", "target_domains", ""),
        ("申请人名称", "Text4", ""),
        ("证件号码", "x5", "申请单位证件号码"),
        ("联系人", "contact_name", ""),
        ("手机", "contact_mobile", "联系人手机"),
        ("邮箱", "Text8", "电子邮箱"),
        ("注销原因", "reason", ""),
    ]
    fields = ["target_filing_number", "target_subject_name", "target_domains", "applicant_name",
              "applicant_certificate_number", "contact_name", "contact_mobile", "contact_email", "reason"]  # fmt: skip
    y = 40.0
    for (words, name, tip), field in zip(rows, fields, strict=True):
        height = 28.0 if field == "reason" else 8.0
        page.text(22, y + 5.5, words + "：")
        form.textfield(name=name, tooltip=tip or None, x=60 * MM, y=page.height - (y + height) * MM, width=120 * MM,
                       height=height * MM, fontSize=10, borderWidth=0.5,
                       fieldFlags="multiline" if field == "reason" else "")  # fmt: skip
        page.true(field, 60, y, 120, height)
        y += height + 4
    for name, tip, field, value in (
        ("ground_subject", "主体依据", "ground", "subject"),
        ("check2", "域名依据", "ground", "domain"),
    ):
        form.checkbox(name=name, tooltip=tip, x=60 * MM, y=page.height - (y + 5) * MM, size=4 * MM, borderWidth=0.5)
        page.text(67, y + 4.2, tip)
        page.true(field, 60, y + 1, 4, 4, value=value)
        y += 8
    return page.done()


def folded() -> tuple[bytes, Truth]:
    """A3, lying, to be folded: the table at the right, directions at the left."""
    page = Drawing((A3[1], A3[0]))
    page.text(60, 25, "填表说明", 16)
    for number, words in enumerate(
        ("1. 本表一式一份，用黑色签字笔填写。", "2. 备案号以公共查询结果为准。", "3. 单位须加盖公章。")
    ):
        page.text(25, 40 + number * 8, words)
    page.line(210, 5, 210, 292)
    page.text(275, 25, "注销备案申请表", 18)
    page.rows(230, 38, 170, TABLE, label=46.0)
    return page.done()


def combs() -> tuple[bytes, Truth]:
    """One character to a cell, a date to complete, a line to write on, a place for the seal."""
    page = Drawing(A4)
    page.text(72, 25, "备案注销申请表", 18)
    end = page.text(20, 40, "申请人：")
    page.line(end, 41, 100, 41)
    page.true("applicant_name", end, 34.5, 100 - end, 6.5)
    end = page.text(120, 40, "申请日期：")
    for part, room, sign in (("year", 14, "年"), ("month", 9, "月"), ("day", 9, "日")):
        page.true("application_date", end, 36, room, 5, part=part)
        end = page.text(end + room, 40, sign)
    page.cell(20, 48, 40, 10, "统一社会信用代码")
    for number in range(18):
        page.box(60 + number * 7.2, 48, 7.2, 10)
    page.true("applicant_certificate_number", 60, 48, 129.6, 10)
    page.cell(20, 58, 40, 10, "联系人手机")
    for number in range(11):
        page.box(60 + number * 7.2, 58, 7.2, 10)
    page.true("contact_mobile", 60, 58, 79.2, 10)
    page.cell(139.2, 58, 50.4, 10)
    rows = [[("拟注销备案号", "target_filing_number")], [("拟注销域名", "target_domains")], [("注销理由", "reason")]]
    bottom = page.rows(20, 70, 169.6, rows)
    page.cell(20, bottom, 60, 40, "单位公章（个人签字）")
    page.cell(80, bottom, 109.6, 40)
    return page.done()


def vertical() -> tuple[bytes, Truth]:
    """Parts named by tall cells at the left, thin filled rectangles instead of strokes, a heading row of a list."""
    page = Drawing(A4)
    page.text(72, 25, "注销备案申请表", 18)
    canvas = page.canvas

    def thin(x: float, y: float, width: float, height: float) -> None:
        canvas.rect(x * MM, page.height - (y + height) * MM, width * MM, height * MM, stroke=0, fill=1)

    y = 40.0
    for title, rows in (
        ("备案信息", [("备案号", "target_filing_number"), ("主办单位名称", "target_subject_name"),
                  ("证件号码", "target_certificate_number")]),
        ("申请单位", [("主办单位名称", "applicant_name"), ("证件类型", "applicant_certificate_type"),
                  ("证件号码", "applicant_certificate_number"), ("联系电话", "contact_mobile")]),
        ("经办人", [("姓名", "agent_name"), ("身份证号码", "agent_certificate_number")]),
    ):  # fmt: skip
        height = 12.0 * len(rows)
        for number, char in enumerate(title):
            page.text(22.5, y + height / 2 - len(title) * 2.5 + number * 5 + 3.5, char)
        for x in (20, 30, 75, 190):
            thin(x - 0.1, y, 0.2, height)
        thin(20, y - 0.1, 170, 0.2)
        thin(20, y + height - 0.1, 170, 0.2)
        for number, (words, field) in enumerate(rows):
            top = y + number * 12
            thin(30, top - 0.1, 160, 0.2)
            page.text(32, top + 7.4, words)
            page.true(field, 75, top, 115, 12)
        y += height
    y += 6
    for number, (words, field) in enumerate((("网站名称", "target_site_name"), ("拟注销域名", "target_domains"))):
        page.cell(20 + number * 85, y, 85, 9, words)
        page.cell(20 + number * 85, y + 9, 85, 14, "", field)
    return page.done()


def ruled_lines() -> tuple[bytes, Truth]:
    """No table at all: labels with a ruled line behind each."""
    page = Drawing(A4)
    page.text(72, 25, "注销备案申请书", 18)
    rows = [("拟注销备案号", "target_filing_number"), ("拟注销域名", "target_domains"), ("申请单位名称", "applicant_name"),
            ("联系人姓名", "contact_name"), ("联系人手机", "contact_mobile"), ("电子邮箱", "contact_email")]  # fmt: skip
    for number, (words, field) in enumerate(rows):
        y = 45 + number * 14
        end = page.text(25, y, words + "：")
        page.line(end, y + 1, 180, y + 1)
        page.true(field, end, y - 5.5, 180 - end, 6.5)
    return page.done()
