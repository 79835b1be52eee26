from __future__ import annotations

import io
import threading

import pypdf
import pytest
from fontTools.ttLib import TTFont

from app.forms.canvas import new_canvas
from app.forms.fonts import FILES, ORDER, RARE_FONT, SERIF_FONT, Family, FontSet, draw_text
from app.forms.tounicode import LARGEST_BLOCK, unicode_map
from app.resources import resource


def test_runs_change_font_where_the_first_has_no_glyph() -> None:
    rare = "𠀋"
    assert FontSet.shared().runs(f"张{rare}三", Family.SERIF) == [
        (SERIF_FONT, "张"),
        (RARE_FONT, rare),
        (SERIF_FONT, "三"),
    ]


def test_runs_keep_every_character() -> None:
    text = "甲𠀋乙𠀀𠀁 ab·丙䶮"
    for family in Family:
        assert "".join(piece for _, piece in FontSet.shared().runs(text, family)) == text


def test_no_text_has_no_runs() -> None:
    assert FontSet.shared().runs("", Family.SANS) == []


@pytest.mark.parametrize("char", ["☐", "☑", "\ue863", "\U00031350", "\ufe00", "\u200b"])
def test_missing_names_what_no_font_can_show(char: str) -> None:
    assert FontSet.shared().missing(f"甲{char}乙{char}", Family.SERIF) == [char]


@pytest.mark.parametrize("family", list(Family))
def test_missing_agrees_with_the_character_tables_of_the_files(family: Family) -> None:
    covered: set[int] = set()
    for name in ORDER[family]:
        with TTFont(resource("fonts", FILES[name]), lazy=True) as font:
            covered |= set(font.getBestCmap())
    asked = [*range(0x20, 0x7F), *range(0x3000, 0x3100), *range(0x9FE0, 0xA000), *range(0x2A6C0, 0x2A700)]
    missing = {ord(char) for char in FontSet.shared().missing("".join(map(chr, asked)), family)}
    assert missing == {point for point in asked if point not in covered}


def test_level_two_and_three_have_glyphs(level_two: str, level_three_sample: str) -> None:
    assert len(level_two) >= 27_579 + 196
    assert FontSet.shared().missing(level_two + level_three_sample, Family.SERIF) == []


def test_width_is_that_of_the_font() -> None:
    with TTFont(resource("fonts", FILES[SERIF_FONT]), lazy=True) as font:
        advance = font["hmtx"][font.getBestCmap()[ord("A")]][0]
    assert FontSet.shared().width("中A", Family.SERIF, 20.0) == pytest.approx(20.0 + 20.0 * advance / 1000)


def test_unicode_map_is_utf16_in_blocks() -> None:
    subset = [0, *range(0x4E00, 0x4E00 + 210), 0x2CB4E]
    written = unicode_map("Subset", subset)
    assert "<D3> <D872DF4E>" in written
    sizes = [int(line.split()[0]) for line in written.splitlines() if line.endswith("beginbfchar")]
    assert sum(sizes) == len(subset)
    assert max(sizes) == LARGEST_BLOCK


def test_a_blank_canvas_names_no_font_that_is_not_embedded() -> None:
    stream = io.BytesIO()
    canvas = new_canvas(stream, title="空白")
    draw_text(canvas, 50, 50, "甲")
    canvas.showPage()
    canvas.save()
    reader = pypdf.PdfReader(io.BytesIO(stream.getvalue()))
    fonts = reader.pages[0]["/Resources"]["/Font"]
    assert [font.get_object()["/FontDescriptor"]["/FontFile2"] is not None for font in fonts.values()] == [True]
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"


def test_documents_made_at_the_same_time_do_not_disturb_each_other() -> None:
    def make(text: str) -> bytes:
        stream = io.BytesIO()
        canvas = new_canvas(stream, title=text)
        draw_text(canvas, 50, 700, text)
        canvas.showPage()
        canvas.save()
        return stream.getvalue()

    texts = ["".join(chr(0x5000 + 211 * row + index) for index in range(40)) for row in range(12)]
    alone = [make(text) for text in texts]
    together: list[bytes] = [b""] * len(texts)

    def work(index: int) -> None:
        together[index] = make(texts[index])

    threads = [threading.Thread(target=work, args=(index,)) for index in range(len(texts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == alone
