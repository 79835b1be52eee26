"""Draws the enclosures of the demo: cards and certificates that cannot be taken for real ones."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from app.resources import resource

_INK, _PALE, _LINE, _RED = (40, 48, 60), (246, 248, 251), (150, 165, 185), (190, 60, 55)
_CARD, _PAPER = (1012, 638), (1240, 1754)

TITLES = {
    "id_card": "居民身份证 样例",
    "agent": "经办人身份证 样例",
    "legal_representative": "法定代表人身份证 样例",
    "licence": "营业执照 样例",
    "domain": "域名注册证书 样例",
    "whois": "Whois 查询结果 样例",
    "letter": "授权委托书 样例",
    "change": "准予变更登记通知书 样例",
    "holding": "手持证件半身照 样例",
}
"""The pictures that can be drawn, by file name without ending."""

_CARDS = frozenset({"id_card", "agent", "legal_representative"})


def picture(name: str) -> bytes:
    """One fictional enclosure as PNG, the same bytes every time."""
    title = TITLES[name]
    image = Image.new("RGB", _CARD if name in _CARDS else _PAPER, _PALE)
    pen = ImageDraw.Draw(image)
    width, height = image.size
    pen.rectangle((24, 24, width - 24, height - 24), outline=_LINE, width=4)
    pen.text((72, 64), title, font=_font(56), fill=_INK)
    lines = _card_lines() if name in _CARDS else _paper_lines(name)
    for place, line in enumerate(lines):
        pen.text((72, 170 + 74 * place), line, font=_font(34), fill=_INK)
    if name in _CARDS:
        pen.rectangle((width - 300, 170, width - 80, 450), fill=(220, 226, 234), outline=_LINE, width=3)
        pen.text((width - 245, 285), "无照片", font=_font(36), fill=_LINE)
    _stamp(image)
    out = BytesIO()
    image.quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resource("fonts", "NotoSansSC_400Regular.ttf")), size)


def _card_lines() -> tuple[str, ...]:
    return (
        "姓名：样例（虚构）",
        "性别：—",
        "住址：样例省样例市示范路 0 号",
        "公民身份号码：000000000000000000",
        "本图仅供演示，不是证件",
    )


def _paper_lines(name: str) -> tuple[str, ...]:
    who = ("名称：样例有限公司（虚构）", "统一社会信用代码：000000000000000000")
    what = {
        "licence": (*who, "类型：样例", "住所：样例省样例市示范路 0 号"),
        "domain": (
            "域名：demo.example.com",
            "域名持有者：样例有限公司（虚构）",
            "注册日期：2020-01-01",
            "到期日期：2030-01-01",
        ),
        "whois": (
            "域名：demo.example.com",
            "持有者：样例有限公司（虚构）",
            "注册商：样例注册商",
            "查询时间：2026-01-01 00:00",
        ),
        "letter": ("兹委托样例（虚构）办理备案注销事宜。", "委托单位：样例有限公司（虚构）", "日期：2026 年 1 月 1 日"),
        "holding": ("本人手持证件（虚构）", "人脸与证件均清晰可见"),
        "change": ("原名称：旧样例有限公司（虚构）", "新名称：样例有限公司（虚构）", "登记机关：样例登记机关"),
    }
    return (*what[name], "", "本图由演示程序绘制，仅供演示，不是证照。")


def _stamp(image: Image.Image) -> None:
    """A slanted red 样例 over everything."""
    side = max(image.size)
    layer = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    for row in range(0, side, 360):
        for column in range(0, side, 420):
            pen.text((column, row), "样例 SAMPLE", font=_font(54), fill=(*_RED, 70))
    layer = layer.rotate(24, resample=Image.Resampling.BICUBIC)
    image.paste(layer, (0, 0), layer)
