"""What form tests share: fictional values, the longest ones, and two PDF readers that know nothing of us."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from app.forms.laid import PlacedText
from app.forms.render import FormPdf

Values = dict[str, object]
Reader = Callable[[FormPdf], list[str]]
POINTS = 72 / 25.4
PAGE_HEIGHT = 297 * POINTS

RARE_NAME = "阿卜杜拉·买买提䶮𬭎𬍛㛃𠅤"
LONG_NAME = (RARE_NAME + "示例市样本区网络信息技术服务有限责任公司第一分公司试用超长名称办事处北京上海广州深圳")[:50]


@pytest.fixture(scope="session")
def form_values() -> Callable[[str], Values]:
    """Ordinary values for a form whose numbers begin with the given character."""

    def values(prefix: str) -> Values:
        return {
            "applicant_name": "示例网络科技有限公司",
            "applicant_mobile": "13800138000",
            "application_date": "2026年11月23日",
            "relation": "other",
            "ground": "domain",
            "scope": "site",
            "hollow": "",
            "target_subject_name": "样本文化传播有限公司",
            "target_certificate_type": "统一社会信用代码",
            "target_certificate_number": "91440101MA0EXAMP7L",
            "target_filing_number": f"{prefix}ICP备12345678号-1",
            "target_domains": ("example.com", "示例.中国"),
            "reason": "我单位受让域名example.com，办理备案时发现该域名已在他人备案号下，现申请注销。",
            "applicant_kind": "unit",
            "applicant_certificate_type": "统一社会信用代码",
            "applicant_certificate_number": "91440101MA0EXAMP0X",
            "contact_name": "张示例",
            "contact_mobile": "13800138000",
            "contact_email": "contact@example.com",
            "agent_name": "李样本",
        }

    return values


@pytest.fixture(scope="session")
def rare_values(form_values: Callable[[str], Values]) -> Callable[[str], Values]:
    """Names with characters that banks and carriers stumble over."""

    def values(prefix: str) -> Values:
        return form_values(prefix) | {
            "applicant_name": RARE_NAME,
            "target_subject_name": "䶮𬭎𬍛㛃𠅤样本有限公司",
            "contact_name": "㛃𬍛·𠅤䶮",
            "agent_name": "𬭎",
        }

    return values


@pytest.fixture(scope="session")
def longest_values(form_values: Callable[[str], Values]) -> Callable[[str], Values]:
    """Everything as long as a record may be: names of 50, a reason of 5,000, 300 domains."""
    sentence = "我单位申请注销备案，理由如下（详见《说明》）：Example Technology Co., Ltd. 已不再使用该域名；"
    reason = "".join(f"第{index}条，{sentence}" + ("\n" if index % 5 == 4 else "") for index in range(120))

    def values(prefix: str) -> Values:
        return form_values(prefix) | {
            "applicant_name": LONG_NAME,
            "target_subject_name": LONG_NAME,
            "contact_name": LONG_NAME,
            "agent_name": LONG_NAME,
            "applicant_certificate_type": "中华人民共和国外国人永久居留身份证（护照）",
            "target_certificate_type": "港澳居民来往内地通行证",
            "target_filing_number": f"{prefix}ICP备1234567890号-1234",
            "target_domains": tuple(f"long-subdomain-{index:03d}.example.com" for index in range(300)),
            "reason": reason[:5000].strip(),
            "contact_email": "a-rather-long-mailbox-name.department@example.com",
        }

    return values


@pytest.fixture(scope="session")
def read_with_pdfium() -> Reader:
    """The text pdfium finds at each placed value, blanks left out."""

    def read(made: FormPdf) -> list[str]:
        document = pypdfium2.PdfDocument(made.pdf)
        try:
            pages = {placed.page: document[placed.page].get_textpage() for placed in made.placed}
            return [_squeezed(pages[placed.page].get_text_bounded(*_corners(placed))) for placed in made.placed]
        finally:
            document.close()

    return read


@pytest.fixture(scope="session")
def read_with_pdfplumber() -> Reader:
    """The characters pdfplumber finds wholly inside each placed value's box, blanks left out."""

    def read(made: FormPdf) -> list[str]:
        with pdfplumber.open(io.BytesIO(made.pdf)) as document:
            chars = [page.chars for page in document.pages]
        found = []
        for placed in made.placed:
            left, bottom, right, top = _corners(placed)
            inside = [
                char["text"]
                for char in chars[placed.page]
                if left <= char["x0"] and char["x1"] <= right and bottom <= char["y0"] and char["y1"] <= top
            ]
            found.append(_squeezed("".join(inside)))
        return found

    return read


@pytest.fixture(scope="session")
def level_two() -> str:
    """Every ideograph of GB18030-2022 level 2: the basic block to U+9FEF, extension A to U+4DB5, the 21
    compatibility forms of GBK, and the general-standard characters beyond the basic plane."""
    lines = (Path(__file__).parent.parent / "data" / "beyond_basic_plane.txt").read_text(encoding="utf-8").splitlines()
    beyond = "".join(line for line in lines if not line.startswith("#"))
    compatible = "\uf92c\uf979\uf995\uf9e7\uf9f1\ufa0c\ufa0d\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa18\ufa1f\ufa20\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29"
    basic = "".join(map(chr, range(0x4E00, 0x9FEF + 1)))
    return basic + "".join(map(chr, range(0x3400, 0x4DB5 + 1))) + compatible + beyond


@pytest.fixture(scope="session")
def level_three_sample() -> str:
    """Every 97th ideograph of the extensions B to F."""
    blocks = ((0x20000, 0x2A6D6), (0x2A700, 0x2B734), (0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0))
    return "".join(chr(point) for first, last in blocks for point in range(first, last + 1, 97))


def _corners(placed: PlacedText) -> tuple[float, float, float, float]:
    """Left, bottom, right, top in PDF points; half a point around, as glyph boxes overhang their em."""
    x, y, width, height = (each * POINTS for each in placed.box_mm)
    return (x - 0.6, PAGE_HEIGHT - y - height - 1.5, x + width + 0.6, PAGE_HEIGHT - y + 1.5)


def _squeezed(text: str) -> str:
    return "".join(text.split())
