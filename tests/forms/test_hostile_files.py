"""Broken, hostile and simply wrong files: a clear error or a printed page, nothing else, and no waiting."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

import pillow_heif
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.errors import UserError
from app.forms.enclosures import MAX_BYTES, Enclosure, enclosure_pdf, read_enclosure
from app.forms.raster import page_count
from app.messages import Messages


def enclosure_pages(data: bytes, *, title: str) -> bytes:
    return enclosure_pdf(Enclosure(title, (data,)))


def refused(data: bytes, name: str = "scan.jpg") -> str:
    """The code that a file is refused with, which reads as a sentence in both languages."""
    with pytest.raises(UserError) as caught:
        read_enclosure(data, name)
    for language in ("zh", "en"):
        assert "{" not in Messages(language).error(caught.value)
    with pytest.raises(UserError) as again:
        enclosure_pages(data, title="证书")
    assert again.value.code == caught.value.code
    return caught.value.code


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_bomb(width: int, height: int) -> bytes:
    """One bit a pixel, all the same: a few kilobytes that unpack to half a gigabyte."""
    row = b"\x00" * (1 + (width + 7) // 8)
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def noise(width: int, height: int) -> Image.Image:
    """The same unquiet picture every time, so that a broken byte anywhere in its file matters."""
    return Image.frombytes("RGB", (width, height), random.Random(7).randbytes(width * height * 3))


def picture(kind: str, size: tuple[int, int] = (90, 120)) -> bytes:
    stream = io.BytesIO()
    image = noise(*size)
    if kind == "HEIF":
        pillow_heif.from_pillow(image).save(stream, quality=60)
    else:
        image.save(stream, kind)
    return stream.getvalue()


def pdf(text: str = "certificate") -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(300, 400), invariant=1)
    for number in range(2):
        canvas.drawString(50, 300, f"{text} {number}")
        canvas.drawImage(ImageReader(noise(20, 20)), 50, 100)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    bomb = png_bomb(60_000, 60_000)
    assert len(bomb) < 1_000_000
    assert refused(bomb) == "packet.image_too_big"


@pytest.mark.parametrize("size", [(0xFFFFFFF, 0xFFFFFFF), (100_000, 1_001)])
def test_a_png_that_only_claims_to_be_big_is_refused(size: tuple[int, int]) -> None:
    head = struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0)
    data = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00" * 99)) + chunk(b"IEND", b"")
    )
    assert refused(data) == "packet.image_too_big"


def test_other_formats_that_claim_to_be_big_are_refused() -> None:
    bmp = bytearray(picture("BMP"))
    bmp[18:26] = struct.pack("<ii", 50_000, 50_000)
    assert refused(bytes(bmp)) == "packet.image_too_big"
    webp = bytearray(
        b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00" + b"\xff\x3f\x00" * 2 + b"\x00" * 40
    )
    assert refused(bytes(webp)) == "packet.image_too_big"
    jpeg = bytearray(picture("JPEG"))
    start = jpeg.index(b"\xff\xc0")
    jpeg[start + 5 : start + 9] = struct.pack(">HH", 65_000, 65_000)
    assert refused(bytes(jpeg)) == "packet.image_too_big"


def test_text_bombs_inside_a_png_are_no_bombs_for_us() -> None:
    plain = picture("PNG")
    huge = chunk(b"zTXt", b"x\x00\x00" + zlib.compress(b"A" * 200_000_000))
    with pytest.raises(UserError) as caught:
        read_enclosure(plain[:33] + huge + plain[33:], "a.png")
    assert caught.value.code == "packet.image_damaged"


def test_a_jpeg_of_endless_passes_is_refused() -> None:
    jpeg = picture("JPEG")
    start = jpeg.index(b"\xff\xda")
    length = 2 + struct.unpack_from(">H", jpeg, start + 2)[0]
    passes = jpeg[start : start + length] + b"\x00"
    assert refused(jpeg[:start] + passes * 500 + jpeg[start:]) == "packet.image_damaged"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "packet.file_empty"),
        (b"hello", "packet.file_unknown"),
        (b"GIF89a" + bytes(50), "packet.file_unknown"),
        (b"<html><body>login</body></html>", "packet.file_unknown"),
        (b"{\\rtf1 hello}", "packet.file_is_office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "packet.file_is_office"),
        (b"Rar!\x1a\x07\x00" + bytes(50), "packet.file_is_archive"),
        (b"\xff\xd8\xff", "packet.image_damaged"),
        (b"\x89PNG\r\n\x1a\n", "packet.image_damaged"),
        (b"II*\x00\x08\x00\x00\x00", "packet.image_damaged"),
        (b"BM", "packet.image_damaged"),
        (b"RIFF\x00\x00\x00\x00WEBP", "packet.image_damaged"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(12), "packet.image_damaged"),
        (b"%PDF-1.7\n", "packet.pdf_damaged"),
        (b"%PDF-1.7\n%%EOF", "packet.pdf_damaged"),
    ],
)
def test_wrong_files_are_called_by_their_name(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_office_documents_and_archives_are_told_apart() -> None:
    def packed(*names: str) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name in names:
                archive.writestr(name, "content")
        return stream.getvalue()

    assert refused(packed("[Content_Types].xml", "word/document.xml"), "letter.pdf") == "packet.file_is_office"
    assert refused(packed("scan.jpg"), "scan.zip") == "packet.file_is_archive"


def test_a_file_beyond_the_limit_is_refused_unread() -> None:
    assert refused(b"%PDF-" + bytes(MAX_BYTES)) == "packet.file_too_big"


def mutated(data: bytes, seed: int) -> Iterator[bytes]:
    """Cut at many places, bytes changed, pieces dropped, pieces doubled."""
    chance = random.Random(seed)
    yield from (data[: len(data) * part // 24] for part in range(1, 24))
    for _ in range(24):
        broken = bytearray(data)
        for _ in range(chance.choice((1, 4, 30))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        yield bytes(broken)
    for _ in range(8):
        start = chance.randrange(len(data))
        end = start + chance.randrange(1, 200)
        yield data[:start] + data[end:]
        yield data[:end] + data[start:]


SEEDS: dict[str, Callable[[], bytes]] = {
    **{kind: lambda kind=kind: picture(kind) for kind in ("JPEG", "PNG", "TIFF", "BMP", "WEBP", "HEIF")},
    "PDF": pdf,
}


@pytest.mark.filterwarnings("ignore")  # what the libraries say of broken files is not news
@pytest.mark.parametrize("kind", sorted(SEEDS))
def test_broken_files_give_an_error_or_a_page(kind: str) -> None:
    outcomes = {"printed": 0, "refused": 0}
    for data in mutated(SEEDS[kind](), seed=len(kind)):
        try:
            found = read_enclosure(data, "scan")
        except UserError as error:
            assert Messages("zh").error(error)
            outcomes["refused"] += 1
            continue
        assert page_count(enclosure_pages(data, title="证书")) == found.pages
        outcomes["printed"] += 1
    assert outcomes["refused"] >= 3
    assert sum(outcomes.values()) >= 60


def nested(depth: int) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    inner: ArrayObject | NumberObject = NumberObject(1)
    for _ in range(depth):
        inner = ArrayObject([inner])
    writer.pages[0]["/Resources"][NameObject("/Deep")] = inner  # type: ignore[index]
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_page_that_cannot_be_taken_over_is_printed_as_a_picture() -> None:
    packed = enclosure_pages(nested(80), title="证书")
    first, second = PdfReader(io.BytesIO(packed)).pages
    assert len(first.images) == 1
    assert "certificate 1" in second.extract_text()


def with_forms(draws: list[tuple[int, ...]], times: int) -> bytes:
    """Forms that draw the forms whose places are listed, so many times each; the page draws the first."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    forms = [DecodedStreamObject() for _ in draws]
    references = [writer._add_object(form) for form in forms]
    for form, drawn in zip(forms, draws, strict=True):
        form.set_data(b" ".join(b"/X%d Do" % each for each in drawn for _ in range(times)))
        inner = DictionaryObject({NameObject(f"/X{each}"): references[each] for each in drawn})
        form.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject([NumberObject(each) for each in (0, 0, 9, 9)]),
                NameObject("/Resources"): DictionaryObject({NameObject("/XObject"): inner}),
            }
        )
    page = writer.pages[0]
    page["/Resources"][NameObject("/XObject")] = DictionaryObject({NameObject("/X0"): references[0]})  # type: ignore[index]
    content = DecodedStreamObject()
    content.set_data(b"q /X0 Do Q")
    page[NameObject("/Contents")] = writer._add_object(content)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("draws", "times"),
    [
        ([(0,)], 1),
        ([(0,)], 3),
        ([(1,), (2,), (0,)], 2),
        ([(each + 1,) for each in range(12)] + [()], 10),
        ([(each + 1,) for each in range(40)] + [()], 1),
    ],
    ids=["itself", "itself thrice", "in a ring", "ten to the twelfth", "forty deep"],
)
def test_forms_that_draw_each_other_without_end_are_refused(draws: list[tuple[int, ...]], times: int) -> None:
    """pdfium follows them until memory ends, so it must never be asked to load such a page."""
    assert refused(with_forms(draws, times)) == "packet.pdf_too_nested"


def test_honest_nesting_is_printed() -> None:
    packed = enclosure_pages(with_forms([(1, 2), (3,), (3,), ()], 4), title="证书")
    assert page_count(packed) == 2


def test_a_content_bomb_does_not_unpack() -> None:
    """A page of a gigabyte of blanks, packed to a megabyte, goes on as it is packed."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    content = DecodedStreamObject()
    content.set_data(b" " * 200_000_000)
    packed = content.flate_encode(9)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(packed)
    stream = io.BytesIO()
    writer.write(stream)
    assert len(stream.getvalue()) < 1_000_000
    assert page_count(enclosure_pages(stream.getvalue(), title="证书")) == 2


def test_messages_hide_numbers_in_file_names() -> None:
    with pytest.raises(UserError) as caught:
        read_enclosure(b"", "身份证110101190001010010.jpg")
    assert "19000101" not in Messages("zh").error(caught.value)
