"""Pictures as enclosures: upright, A4, legible under the watermark, nothing of the phone left in them."""

from __future__ import annotations

import io
from collections.abc import Callable

import pdfplumber
import pillow_heif
import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from app.errors import UserError
from app.forms.enclosures import (
    Arrangement,
    Enclosure,
    EnclosureFile,
    arrangement_of,
    enclosure_pdf,
    prepare_enclosure,
    read_enclosure,
    shown_name,
)
from app.forms.placement import CARD_WIDTH, PAGE_HEIGHT, PAGE_WIDTH
from app.forms.raster import page_image, page_sizes

WATERMARK = "仅用于办理ICP备案注销 2026年11月23日"
RED, GREEN, BLUE, YELLOW = (220, 20, 20), (20, 170, 20), (20, 20, 220), (230, 220, 20)


def enclosure_pages(
    data: bytes,
    *,
    title: str,
    watermark: str | None = None,
    upright: bool = True,
    arrangement: Arrangement = Arrangement.PAGE,
) -> bytes:
    return enclosure_pdf(Enclosure(title, (data,), watermark, arrangement, upright))


def quarters(width: int = 600, height: int = 800) -> Image.Image:
    """Red, green over blue, yellow: every turning and mirroring shows."""
    image = Image.new("RGB", (width, height), RED)
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height // 2), fill=GREEN)
    draw.rectangle((0, height // 2, width // 2, height), fill=BLUE)
    draw.rectangle((width // 2, height // 2, width, height), fill=YELLOW)
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    if kind == "HEIF":
        pillow_heif.from_pillow(image).save(stream, **options)
    else:
        image.save(stream, kind, **options)
    return stream.getvalue()


def drawn(pdf: bytes, index: int = 0, dpi: float = 72) -> Image.Image:
    page = page_image(pdf, index, dpi)
    return Image.frombytes("RGB", (page.width, page.height), page.rgb, "raw", "RGB", page.stride)


def bounds(image: Image.Image) -> tuple[int, int, int, int]:
    """The box of everything that is not white, the caption aside."""
    below = image.height * 17 // 297
    body = image.crop((0, below, image.width, image.height)).convert("L").point(lambda value: 255 * (value < 250))
    box = body.getbbox()
    assert box is not None
    return box[0], box[1] + below, box[2], box[3] + below


def corners(image: Image.Image) -> list[tuple[int, int, int]]:
    """Colours of the four quarters of what is drawn: upper left, upper right, lower left, lower right."""
    left, top, right, bottom = bounds(image)
    found = []
    for down in (0.25, 0.75):
        for across in (0.25, 0.75):
            colour = image.getpixel((int(left + across * (right - left)), int(top + down * (bottom - top))))
            assert isinstance(colour, tuple)
            found.append(nearest(colour))
    return found


def nearest(colour: tuple[int, ...]) -> tuple[int, int, int]:
    return min(
        (RED, GREEN, BLUE, YELLOW), key=lambda each: sum((a - b) ** 2 for a, b in zip(each, colour, strict=True))
    )


UPRIGHT = [RED, GREEN, BLUE, YELLOW]
UNDO: dict[int, Callable[[Image.Image], Image.Image]] = {
    1: lambda image: image,
    2: lambda image: image.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    3: lambda image: image.transpose(Image.Transpose.ROTATE_180),
    4: lambda image: image.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
    5: lambda image: image.transpose(Image.Transpose.TRANSPOSE),
    6: lambda image: image.transpose(Image.Transpose.ROTATE_90),
    7: lambda image: image.transpose(Image.Transpose.TRANSVERSE),
    8: lambda image: image.transpose(Image.Transpose.ROTATE_270),
}
"""How a camera stores an upright scene under each orientation."""


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "HEIF"])
@pytest.mark.parametrize("orientation", sorted(UNDO))
def test_every_orientation_comes_out_upright(orientation: int, kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = UNDO[orientation](quarters())
    data = saved(stored, kind, exif=exif.tobytes() if kind == "HEIF" else exif)
    found = read_enclosure(data, "a")
    assert (found.width, found.height) == (600, 800)
    assert corners(drawn(enclosure_pages(data, title="营业执照"))) == UPRIGHT


def test_orientation_is_left_alone_when_asked() -> None:
    exif = Image.Exif()
    exif[0x0112] = 3
    data = saved(quarters(), "JPEG", exif=exif)
    assert corners(drawn(enclosure_pages(data, title="营业执照", upright=False))) == UPRIGHT


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("JPEG", "jpeg"),
        ("PNG", "png"),
        ("TIFF", "tiff"),
        ("BMP", "bmp"),
        ("WEBP", "webp"),
        ("HEIF", "heic"),
    ],
)
def test_the_content_says_what_a_file_is(kind: str, name: str) -> None:
    found = read_enclosure(saved(quarters(), kind), "misnamed.docx")
    assert (found.kind, found.pages, found.width, found.height) == (name, 1, 600, 800)


def test_a_scan_of_several_pages_gives_as_many() -> None:
    scan = saved(quarters(), "TIFF", save_all=True, append_images=[quarters(), quarters()])
    assert read_enclosure(scan, "scan.tif").pages == 3
    assert len(page_sizes(enclosure_pages(scan, title="扫描件"))) == 3


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "RGB"])
def test_every_mode_prints_dark_on_white(mode: str) -> None:
    """A black square in the middle of a white or transparent ground."""
    plain = Image.new("L", (600, 800), 255)
    ImageDraw.Draw(plain).rectangle((200, 300, 400, 500), fill=0)
    if mode in {"RGBA", "LA"}:
        image = Image.new(mode, plain.size)
        image.putalpha(plain.point(lambda value: 255 - value))
    elif mode == "I;16":
        image = Image.new("I;16", plain.size, 65535)
        image.paste(0, (200, 300, 401, 501))
    else:
        image = plain.convert("RGB").convert(mode)
    data = saved(image, "TIFF" if mode in {"CMYK", "I;16"} else "PNG")
    page = drawn(enclosure_pages(data, title="证书"))
    middle, side = page.getpixel((page.width // 2, int(page.height * 0.51))), page.getpixel((60, page.height // 2))
    assert isinstance(middle, tuple)
    assert isinstance(side, tuple)
    assert max(middle) < 60
    assert min(side) > 240


def test_a_cmyk_jpeg_keeps_its_colours() -> None:
    data = saved(quarters().convert("CMYK"), "JPEG", quality=95)
    assert corners(drawn(enclosure_pages(data, title="证书"))) == UPRIGHT


def test_pages_are_a4_and_a_landscape_sheet_is_turned() -> None:
    pdf = enclosure_pages(saved(quarters(1600, 1000), "JPEG"), title="营业执照")
    [size] = page_sizes(pdf)
    assert size.width == pytest.approx(PAGE_WIDTH, abs=0.01)
    assert size.height == pytest.approx(PAGE_HEIGHT, abs=0.01)
    page = drawn(pdf)
    left, top, right, bottom = bounds(page)
    assert bottom - top > 1.5 * (right - left)
    # Turned to the left: what was on top is at the left edge now.
    assert corners(page) == [GREEN, YELLOW, RED, BLUE]


def test_both_sides_of_a_card_share_a_page_at_real_size() -> None:
    side = saved(quarters(1011, 638), "JPEG", dpi=(300, 300))
    ready = prepare_enclosure(Enclosure("身份证", (side, side), WATERMARK, Arrangement.CARD))
    assert ready.pages == 1
    page = drawn(enclosure_pages(side, title="身份证", arrangement=Arrangement.CARD), dpi=144)
    left, _, right, _ = bounds(page)
    assert (right - left) / 2 == pytest.approx(CARD_WIDTH, abs=1.5)
    assert corners(page) == UPRIGHT
    assert arrangement_of("id_card_copy") is Arrangement.CARD
    assert arrangement_of("unit_certificate_copy") is Arrangement.PAGE


def test_a_tiny_picture_is_not_blown_up() -> None:
    data = saved(quarters(96, 128), "PNG")
    left, _, right, _ = bounds(drawn(enclosure_pages(data, title="图标"), dpi=144))
    assert (right - left) / 2 == pytest.approx(72 * 1.5, abs=1.5)
    [note] = read_enclosure(data, "icon.png").notes
    assert note.code == "packet.note_small_image"


def test_a_large_photo_is_brought_down_to_what_paper_shows() -> None:
    data = saved(quarters(4000, 5600), "JPEG")
    [image] = PdfReader(io.BytesIO(enclosure_pages(data, title="照片"))).pages[0].images
    assert image.image is not None
    assert image.image.width <= PAGE_WIDTH / 72 * 300


def test_nothing_of_the_phone_stays_in_the_packet() -> None:
    exif = Image.Exif()
    exif[0x010F] = "PHONEMAKER"
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 50.0)})
    data = saved(quarters(), "JPEG", exif=exif, comment=b"SECRETNOTE")
    assert b"PHONEMAKER" in data
    pdf = enclosure_pages(data, title="照片")
    assert b"PHONEMAKER" not in pdf
    assert b"SECRETNOTE" not in pdf
    assert b"Exif" not in pdf


def test_the_watermark_is_text_and_the_paper_stays_legible() -> None:
    """Black print on white: under the watermark black stays dark, white stays light, and the marks are seen."""
    image = Image.new("L", (800, 1000), 255)
    draw = ImageDraw.Draw(image)
    for y in range(0, 1000, 20):
        draw.rectangle((0, y, 800, y + 9), fill=0)
    data = saved(image, "PNG")
    pdf = enclosure_pages(data, title="身份证", watermark=WATERMARK)
    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert text.count(WATERMARK) >= 6
    plain = drawn(enclosure_pages(data, title="身份证"), dpi=150).convert("L")
    marked = drawn(pdf, dpi=150).convert("L")
    changed = 0
    for before, after in zip(plain.tobytes(), marked.tobytes(), strict=True):
        if before < 10:
            assert after < 110
        elif before > 245:
            assert after > 170
            changed += after < 225
    assert changed > 10_000


def test_a_small_card_carries_the_whole_watermark() -> None:
    """At least one repetition has all its characters within the card; the reader here is pdfplumber."""
    side = saved(quarters(1011, 638), "JPEG", dpi=(300, 300))
    pdf = enclosure_pages(side, title="身份证", watermark=WATERMARK, arrangement=Arrangement.CARD)
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        [card] = page.images
        chars = page.chars
    text = "".join(char["text"] for char in chars)
    starts = [start for start in range(len(text)) if text.startswith(WATERMARK, start)]
    whole = [
        start
        for start in starts
        if all(
            card["x0"] <= char["x0"] < char["x1"] <= card["x1"]
            and card["top"] <= char["top"] < char["bottom"] <= card["bottom"]
            for char in chars[start : start + len(WATERMARK)]
        )
    ]
    assert len(whole) >= 1


def test_a_watermark_without_glyphs_is_refused() -> None:
    with pytest.raises(UserError) as caught:
        enclosure_pages(saved(quarters(), "JPEG"), title="身份证", watermark="\ue000")
    assert caught.value.code == "packet.watermark_glyph"


def test_same_file_same_bytes() -> None:
    for kind in ("JPEG", "PNG", "HEIF"):
        data = saved(quarters(), kind)
        first = enclosure_pages(data, title="证书", watermark=WATERMARK)
        assert enclosure_pages(data, title="证书", watermark=WATERMARK) == first


def test_long_titles_stay_on_the_page() -> None:
    title = "关于示例网络科技有限公司名称变更的证明材料" * 6
    text = PdfReader(io.BytesIO(enclosure_pages(saved(quarters(), "JPEG"), title=title))).pages[0].extract_text()
    assert text.replace("\n", "") == f"附件：{title}"
    with pytest.raises(UserError) as caught:
        enclosure_pages(saved(quarters(), "JPEG"), title="长" * 400)
    assert caught.value.code == "packet.text_too_long"


def test_names_of_files_hide_identity_numbers() -> None:
    assert shown_name("C:\\scans\\身份证110101190001010010.jpg") == "身份证110….jpg"
    assert shown_name("/media/usb/scan 2026.png") == "scan 2026.png"


def test_the_hash_is_of_the_file_as_it_came() -> None:
    data = saved(quarters(), "PNG")
    found = read_enclosure(data, "a.png")
    assert isinstance(found, EnclosureFile)
    assert found.sha256 == prepare_enclosure(Enclosure("a", (data,))).sha256
    assert found.dpi is None
    assert read_enclosure(saved(quarters(), "PNG", dpi=(300, 300)), "a.png").dpi == pytest.approx(300, abs=0.1)
