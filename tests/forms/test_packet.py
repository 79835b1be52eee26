"""The packet: one PDF in posting order, the same bytes everywhere, every font embedded, nothing said too much."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import IndirectObject
from reportlab.pdfgen.canvas import Canvas

from app.forms.canvas import new_canvas
from app.forms.cover import CoverLine, CoverSheet
from app.forms.enclosures import Arrangement, Enclosure
from app.forms.fonts import draw_text
from app.forms.label import MailingLabel
from app.forms.packet import DrawnPart, EnclosurePart, PacketPdf, PacketSpec, PaperPart, make_packet
from app.forms.raster import page_image, page_sizes

ROOT = Path(__file__).resolve().parent.parent.parent
NAME = "阿卜杜拉·买买提 䶮𬭎𬍛㛃𠅤"
WATERMARK = "仅用于办理ICP备案注销 2026年11月23日"


def form_pages(canvas: Canvas) -> None:
    """Two pages of a form of ours."""
    for number in (1, 2):
        draw_text(canvas, 70, 760, f"申请单位 {NAME} 第{number}页", size=12)
        canvas.rect(60, 500, 400, 200)
        canvas.showPage()


def form_pdf() -> bytes:
    stream = io.BytesIO()
    canvas = new_canvas(stream, title="表")
    form_pages(canvas)
    canvas.save()
    return stream.getvalue()


def photo(shade: int = 120) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (600, 800), (shade, 90, 60)).save(stream, "JPEG")
    return stream.getvalue()


def packet(*, drawn: bool = False) -> PacketPdf:
    form: DrawnPart | PaperPart = PaperPart("form", "注销备案申请表", form_pdf())
    if drawn:
        form = DrawnPart("form", "注销备案申请表", 2, form_pages, "0" * 64)
    card = Enclosure("身份证复印件", (photo(10), photo(20)), WATERMARK, Arrangement.CARD)
    certificate = Enclosure("域名证书", (form_pdf(),))
    return make_packet(
        PacketSpec(
            title="ICP备案注销材料 BD-20261123-001",
            parts=(form, EnclosurePart("certificate", certificate), EnclosurePart("card", card)),
            cover=CoverSheet(
                "BD-20261123-001",
                (
                    CoverLine("注销备案申请表", "原件", "加盖公章", key="form"),
                    CoverLine("域名证书", "复印件", key="certificate"),
                    CoverLine("身份证复印件", "复印件", key="card"),
                ),
            ),
            label=MailingLabel("示例省通信管理局", "示例省示例市示例路1号"),
        )
    )


@pytest.mark.parametrize("drawn", [False, True])
def test_parts_stand_in_posting_order(drawn: bool) -> None:
    made = packet(drawn=drawn)
    assert [(part.key, part.first_page, part.pages) for part in made.parts] == [
        ("cover", 1, 1),
        ("form", 2, 2),
        ("certificate", 4, 2),
        ("card", 6, 1),
        ("label", 7, 1),
    ]
    assert made.pages == len(page_sizes(made.pdf)) == 7
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made.pdf)).pages]
    assert "递交材料清单" in pages[0]
    assert f"申请单位 {NAME} 第2页" in pages[2]
    assert "附件：域名证书" in pages[3]
    assert f"申请单位 {NAME} 第1页" in pages[3]
    assert "附件：身份证复印件" in pages[5]
    assert WATERMARK in pages[5]
    assert "示例省示例市示例路1号" in pages[6]


def test_every_page_is_a4() -> None:
    for size in page_sizes(packet().pdf):
        assert (size.width, size.height) == (pytest.approx(595.28, abs=0.01), pytest.approx(841.89, abs=0.01))


def test_a_paper_of_ours_goes_in_at_full_size() -> None:
    alone, within = page_image(form_pdf(), 0, 100), page_image(packet().pdf, 1, 100)
    assert (alone.width, alone.height) == (within.width, within.height)
    differing = sum(a != b for a, b in zip(alone.rgb, within.rgb, strict=True))
    assert differing == 0


def test_parts_carry_the_hash_of_what_they_were_made_from() -> None:
    hashes = {part.key: part.sha256 for part in packet().parts}
    assert hashes["form"] == hashes["certificate"] == hashlib.sha256(form_pdf()).hexdigest()
    assert hashes["cover"] == ""


def test_bookmarks_and_page_labels_follow_the_parts() -> None:
    reader = PdfReader(io.BytesIO(packet().pdf))
    marks = [
        (item.title, reader.get_destination_page_number(item)) for item in reader.outline if not isinstance(item, list)
    ]
    assert marks == [
        ("递交材料清单", 0),
        ("注销备案申请表", 1),
        ("域名证书", 3),
        ("身份证复印件", 5),
        ("邮寄标签", 6),
    ]
    assert reader.page_labels == ["清单-1", "1", "2", "3", "4", "5", "标签-1"]


def test_the_file_says_nothing_of_time_people_or_machine() -> None:
    made = packet().pdf
    reader = PdfReader(io.BytesIO(made))
    assert reader.metadata is not None
    assert reader.metadata.title == "ICP备案注销材料 BD-20261123-001"
    assert not reader.metadata.author
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.year == 2000  # reportlab's fixed date
    assert reader.xmp_metadata is None
    assert str(ROOT).encode() not in made


def test_every_font_is_embedded() -> None:
    """Every font object of the file, those that came with a paper included."""
    reader = PdfReader(io.BytesIO(packet().pdf))
    fonts = 0
    for number in reader.xref[0]:
        value = IndirectObject(number, 0, reader).get_object()
        if isinstance(value, dict) and value.get("/Type") == "/Font":
            fonts += 1
            assert "/FontFile2" in value["/FontDescriptor"].get_object(), value["/BaseFont"]
    assert fonts >= 4


def test_same_input_same_bytes_in_another_process() -> None:
    code = (
        "import importlib.util, hashlib, sys;"
        f"spec = importlib.util.spec_from_file_location('packets', {str(Path(__file__))!r});"
        "packets = importlib.util.module_from_spec(spec); spec.loader.exec_module(packets);"
        "print(hashlib.sha256(packets.packet().pdf).hexdigest())"
    )
    seen = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{seed}", "PYTHONPATH": str(ROOT)}
        run = subprocess.run(
            [sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
        )
        seen.add(run.stdout.strip())
    seen.add(hashlib.sha256(packet().pdf).hexdigest())
    assert len(seen) == 1


def test_different_input_different_bytes() -> None:
    def made(shade: int) -> bytes:
        return make_packet(PacketSpec("x", (EnclosurePart("a", Enclosure("照片", (photo(shade),))),))).pdf

    assert made(10) != made(200)


def test_a_preview_needs_neither_cover_nor_label() -> None:
    made = make_packet(PacketSpec("预览", (PaperPart("form", "表", form_pdf()),)))
    assert [part.key for part in made.parts] == ["form"]
    assert made.pages == 2


def test_mistakes_of_the_caller_are_ours() -> None:
    form = PaperPart("form", "表", form_pdf())
    with pytest.raises(ValueError, match="one key"):
        make_packet(PacketSpec("x", (form, form)))
    with pytest.raises(ValueError, match="drew 2 pages instead of 1"):
        make_packet(PacketSpec("x", (DrawnPart("form", "表", 1, form_pages, ""),)))


def test_fonts_are_shared_by_the_parts_that_are_drawn() -> None:
    """A second drawn paper with the same words costs its strokes, not its fonts."""
    one = len(make_packet(PacketSpec("x", (DrawnPart("a", "表", 2, form_pages, ""),))).pdf)
    parts = tuple(DrawnPart(key, "表", 2, form_pages, "") for key in "abcd")
    assert len(make_packet(PacketSpec("x", parts)).pdf) - one < 8_000
