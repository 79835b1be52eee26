"""A page of the guide on paper: nothing lost at the turn of a page, nothing printed that no font shows."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from app.errors import UserError
from app.forms.guide_paper import GuidePaper, PaperLine, PaperSection, draw_guide


def read(pdf: bytes) -> tuple[int, str]:
    reader = PdfReader(BytesIO(pdf))
    return len(reader.pages), "".join(each.extract_text() for each in reader.pages).replace("\n", "")


def paper(*lines: PaperLine, title: str = "取消接入") -> GuidePaper:
    return GuidePaper(title, "一句话", "手册章节 3", (PaperSection("步骤", lines),))


def test_an_empty_page_is_one_page() -> None:
    assert read(draw_guide(GuidePaper("取消接入", "", "", ())))[0] == 1


def test_every_line_of_a_long_page_is_there() -> None:
    lines = [
        PaperLine("客户", f"第{number}句" + "很长的话" * 30, ("注意",), ("目前最新",), f"某处{number}，2026")
        for number in range(60)
    ]
    pages, text = read(draw_guide(paper(*lines)))
    assert pages > 3
    for number in range(60):
        assert f"第{number}句" in text
        assert f"某处{number}，" in text
    assert text.count("很长的话") == 60 * 30
    assert text.count("【目前最新】") == 60
    assert text.count("取消接入（续）") == pages - 1


def test_rare_characters_print_and_unknown_ones_are_named() -> None:
    assert "𠮷" in read(draw_guide(paper(PaperLine("", "𠮷野家"))))[1]
    with pytest.raises(UserError) as caught:
        draw_guide(paper(PaperLine("", "坏\ue000字")))
    assert caught.value.code == "packet.glyph_missing"
    assert caught.value.facts["characters"] == ("\ue000",)


def test_a_statement_is_not_parted_from_its_source() -> None:
    lines = [
        PaperLine("客户", f"第{number}句" + "话" * (number % 70), ("注意",), ("目前最新",), f"某处{number}号，2026")
        for number in range(80)
    ]
    reader = PdfReader(BytesIO(draw_guide(paper(*lines))))
    assert len(reader.pages) > 2
    for page in reader.pages:
        text = page.extract_text().replace("\n", "")
        for number in range(80):
            assert (f"第{number}句" in text) is (f"某处{number}号" in text), number
