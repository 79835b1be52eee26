"""PDFs as enclosures: vectors kept, turned and cropped pages right, everything but the pages left behind."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from app.errors import UserError
from app.forms.enclosures import Enclosure, enclosure_pdf, read_enclosure
from app.forms.placement import PAGE_HEIGHT, PAGE_WIDTH
from app.forms.raster import page_image, page_sizes

RED, GREEN, BLUE, YELLOW = (220, 20, 20), (20, 170, 20), (20, 20, 220), (230, 220, 20)


def enclosure_pages(data: bytes, *, title: str, watermark: str | None = None) -> bytes:
    return enclosure_pdf(Enclosure(title, (data,), watermark))


def quarters(width: float = 400, height: float = 600, left: float = 0, bottom: float = 0) -> bytes:
    """A page: red, green over blue, yellow, and a word in each quarter."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(width, height), invariant=1)
    halves = ((0.0, 1.0, RED), (1.0, 1.0, GREEN), (0.0, 0.0, BLUE), (1.0, 0.0, YELLOW))
    for across, up, colour in halves:
        canvas.setFillColorRGB(*(each / 255 for each in colour))
        x, y = left + across * width / 2, bottom + up * height / 2
        canvas.rect(x, y, width / 2, height / 2, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.drawString(x + 5, y + 5, f"WORD{int(across)}{int(up)}")
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def changed(pdf: bytes, change: Callable[[PdfWriter], None], **options: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    change(writer)
    if options:
        writer.encrypt(**options)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def drawn(pdf: bytes, index: int = 0, dpi: float = 72) -> Image.Image:
    page = page_image(pdf, index, dpi)
    return Image.frombytes("RGB", (page.width, page.height), page.rgb, "raw", "RGB", page.stride)


def corners(image: Image.Image) -> list[tuple[int, int, int]]:
    """Colours of the four quarters of what is drawn, the caption aside."""
    below = image.height * 17 // 297
    body = image.crop((0, below, image.width, image.height)).convert("L").point(lambda value: 255 * (value < 250))
    box = body.getbbox()
    assert box is not None
    left, top, right, bottom = box
    found = []
    for down in (0.25, 0.75):
        for across in (0.25, 0.75):
            colour = image.getpixel((int(left + across * (right - left)), below + int(top + down * (bottom - top))))
            assert isinstance(colour, tuple)
            found.append(nearest(colour))
    return found


def nearest(colour: tuple[int, ...]) -> tuple[int, int, int]:
    return min(
        (RED, GREEN, BLUE, YELLOW), key=lambda each: sum((a - b) ** 2 for a, b in zip(each, colour, strict=True))
    )


UPRIGHT = [RED, GREEN, BLUE, YELLOW]


def codes(pdf: bytes) -> list[str]:
    return [note.code for note in read_enclosure(pdf, "a.pdf").notes]


def test_vectors_and_text_stay() -> None:
    pdf = enclosure_pages(quarters(), title="域名证书")
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    assert "WORD01" in page.extract_text()
    assert b"/DCTDecode" not in pdf
    assert corners(drawn(pdf)) == UPRIGHT


@pytest.mark.parametrize(
    ("degrees", "size", "expected"),
    [
        (0, (400, 600), [RED, GREEN, BLUE, YELLOW]),
        (90, (600, 400), [BLUE, RED, YELLOW, GREEN]),
        (180, (400, 600), [YELLOW, BLUE, GREEN, RED]),
        (270, (600, 400), [GREEN, YELLOW, RED, BLUE]),
        (-90, (600, 400), [GREEN, YELLOW, RED, BLUE]),
        (450, (600, 400), [BLUE, RED, YELLOW, GREEN]),
    ],
)
def test_turned_pages_come_out_as_readers_show_them(
    degrees: int, size: tuple[int, int], expected: list[tuple[int, int, int]]
) -> None:
    def turn(writer: PdfWriter) -> None:
        writer.pages[0][NameObject("/Rotate")] = NumberObject(degrees)

    pdf = changed(quarters(*size), turn)
    assert corners(drawn(enclosure_pages(pdf, title="证书"))) == expected == corners_whole(drawn(pdf))


def corners_whole(image: Image.Image) -> list[tuple[int, int, int]]:
    """The same for a page that is filled to its edges: pdfium's own view of the file."""
    found = []
    for down in (0.25, 0.75):
        for across in (0.25, 0.75):
            colour = image.getpixel((int(across * image.width), int(down * image.height)))
            assert isinstance(colour, tuple)
            found.append(nearest(colour))
    return found


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_only_the_crop_box_is_printed_wherever_it_lies(degrees: int) -> None:
    """A big page with an origin far from zero; the crop box shows four quarters, all around it is black."""

    def crop(writer: PdfWriter) -> None:
        page = writer.pages[0]
        page.mediabox = RectangleObject((100, 200, 1100, 1400))
        page.cropbox = RectangleObject((300, 500, 700, 1100))
        page[NameObject("/Rotate")] = NumberObject(degrees)

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(1200, 1500), invariant=1)
    canvas.rect(0, 0, 1200, 1500, stroke=0, fill=1)
    for x, y, colour in ((300, 800, RED), (500, 800, GREEN), (300, 500, BLUE), (500, 500, YELLOW)):
        canvas.setFillColorRGB(*(each / 255 for each in colour))
        canvas.rect(x, y, 200, 300, stroke=0, fill=1)
    canvas.save()
    pdf = changed(stream.getvalue(), crop)
    packed = drawn(enclosure_pages(pdf, title="证书"))
    expected = corners_whole(drawn(pdf))
    if degrees in {90, 270}:  # shown as landscape, so it was turned to the left onto the upright page
        upper_left, upper_right, lower_left, lower_right = expected
        expected = [upper_right, lower_right, upper_left, lower_left]
    assert corners(packed) == expected
    # Black stood only outside the crop box.
    body = packed.crop((0, packed.height * 17 // 297, *packed.size))
    assert body.convert("L").getextrema()[0] > 20


def test_every_page_becomes_a4() -> None:
    def pages(writer: PdfWriter) -> None:
        for size in ((842, 1191), (1191, 842), (14400, 14400), (30, 20)):
            writer.append(io.BytesIO(quarters(*size)))

    sizes = page_sizes(enclosure_pages(changed(quarters(), pages), title="证书"))
    assert len(sizes) == 5
    for size in sizes:
        assert (size.width, size.height) == (pytest.approx(PAGE_WIDTH, abs=0.01), pytest.approx(PAGE_HEIGHT, abs=0.01))


def test_a_password_is_asked_to_be_removed() -> None:
    pdf = changed(quarters(), lambda writer: None, user_password="open", owner_password="own", algorithm="AES-256")
    for read in (lambda: read_enclosure(pdf, "a.pdf"), lambda: enclosure_pages(pdf, title="证书")):
        with pytest.raises(UserError) as caught:
            read()
        assert caught.value.code == "packet.pdf_password"


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_restrictions_without_a_password_do_not_hinder(algorithm: str) -> None:
    pdf = changed(quarters(), lambda writer: None, user_password="", owner_password="own", algorithm=algorithm)
    assert codes(pdf) == ["packet.note_restricted"]
    packed = enclosure_pages(pdf, title="证书")
    assert corners(drawn(packed)) == UPRIGHT
    assert "WORD10" in PdfReader(io.BytesIO(packed)).pages[0].extract_text()


def script(writer: PdfWriter) -> None:
    action = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('EVILSCRIPT')")}
    )
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(action)


def launch(writer: PdfWriter) -> None:
    action = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("EVILPROGRAM")}
    )
    link = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): RectangleObject((0, 0, 100, 100)),
            NameObject("/A"): action,
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([link])


@pytest.mark.parametrize(
    ("change", "code", "trace"),
    [
        (script, "packet.note_scripts_dropped", b"EVILSCRIPT"),
        (launch, "packet.note_scripts_dropped", b"EVILPROGRAM"),
        (lambda writer: writer.add_attachment("EVILFILE.exe", b"MZ"), "packet.note_files_dropped", b"EVILFILE"),
        (lambda writer: writer.add_metadata({"/Author": "SOMEBODY"}), None, b"SOMEBODY"),
    ],
)
def test_what_is_no_page_stays_behind(change: Callable[[PdfWriter], None], code: str | None, trace: bytes) -> None:
    pdf = changed(quarters(), change)
    assert trace in pdf
    assert codes(pdf) == ([code] if code else [])
    packed = enclosure_pages(pdf, title="证书")
    assert trace not in packed
    for key in (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/Annots"):
        assert key not in packed
    assert corners(drawn(packed)) == UPRIGHT


def test_a_font_that_is_not_in_the_file_is_pointed_out() -> None:
    stream = io.BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(stream, pagesize=(300, 300), invariant=1)
    canvas.setFont("STSong-Light", 20)
    canvas.drawString(50, 150, "域名证书")
    canvas.save()
    assert codes(stream.getvalue()) == ["packet.note_fonts_missing"]
    assert codes(quarters()) == []  # Helvetica is everywhere
    embedded = enclosure_pages(quarters(), title="证书", watermark="仅用于备案")
    assert codes(embedded) == []


def test_stamps_on_a_page_are_printed() -> None:
    """A stamp annotation is what an electronic seal looks like."""

    def stamp(writer: PdfWriter) -> None:
        look = DecodedStreamObject()
        look.set_data(b"0 g 0 0 100 100 re f")
        look.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): RectangleObject((0, 0, 100, 100)),
            }
        )
        note = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Stamp"),
                NameObject("/Rect"): RectangleObject((150, 250, 250, 350)),
                NameObject("/F"): NumberObject(4),
                NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(look)}),
            }
        )
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])

    page = drawn(enclosure_pages(changed(quarters(), stamp), title="证书"))
    middle = page.getpixel((page.width // 2, int(page.height * (18 + (297 - 18 - 12) / 2) / 297)))
    assert middle == (0, 0, 0)


def test_hidden_layers_stay_hidden() -> None:
    def layer(writer: PdfWriter) -> None:
        group = writer._add_object(
            DictionaryObject({NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("draft")})
        )
        page = writer.pages[0]
        page[NameObject("/Resources")][NameObject("/Properties")] = DictionaryObject({NameObject("/L"): group})
        content = DecodedStreamObject()
        content.set_data(page.get_contents().get_data() + b"\n/OC /L BDC 0 g 0 0 400 600 re f EMC")
        page[NameObject("/Contents")] = writer._add_object(content)
        writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
            {
                NameObject("/OCGs"): ArrayObject([group]),
                NameObject("/D"): DictionaryObject({NameObject("/OFF"): ArrayObject([group])}),
            }
        )

    pdf = changed(quarters(), layer)
    assert codes(pdf) == ["packet.note_as_pictures"]
    assert corners(drawn(enclosure_pages(pdf, title="证书"))) == UPRIGHT


@pytest.mark.parametrize("box", [(0, 0, 0, 0), (0, 0, 400, 0), (5, 5, 5.2, 500)])
def test_a_page_without_extent_is_named(box: tuple[float, ...]) -> None:
    def shrink(writer: PdfWriter) -> None:
        writer.append(io.BytesIO(quarters()))
        page = writer.pages[1]
        page[NameObject("/MediaBox")] = ArrayObject([FloatObject(each) for each in box])
        for key in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
            page.pop(key, None)

    with pytest.raises(UserError) as caught:
        read_enclosure(changed(quarters(), shrink), "a.pdf")
    assert (caught.value.code, caught.value.facts["page"]) == ("packet.page_empty", 2)


def test_more_than_a_hundred_pages_are_refused() -> None:
    writer = PdfWriter()
    for _ in range(101):
        writer.add_blank_page(100, 100)
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(UserError) as caught:
        read_enclosure(stream.getvalue(), "a.pdf")
    assert caught.value.code == "packet.too_many_pages"


def test_a_lost_cross_reference_table_is_mended() -> None:
    pdf = quarters()
    broken = pdf[: pdf.rindex(b"xref\n0")] + b"trailer << /Root 1 0 R >>\nstartxref\n7\n%%EOF"
    root = pdf[: pdf.index(b"/Catalog")].rindex(b" 0 obj")
    number = pdf[:root].rsplit(b"\n", 1)[-1]
    broken = broken.replace(b"/Root 1 0 R", b"/Root " + number + b" 0 R")
    assert corners(drawn(enclosure_pages(broken, title="证书"))) == UPRIGHT


def test_shared_fonts_and_pictures_are_taken_over_once() -> None:
    def thrice(writer: PdfWriter) -> None:
        for _ in range(9):
            writer.add_page(writer.pages[0])

    once = len(enclosure_pages(quarters(), title="证书"))
    ten = enclosure_pages(changed(quarters(), thrice), title="证书")
    assert len(page_sizes(ten)) == 10
    assert ten.count(b"/BaseFont /Helvetica") == 1
    assert len(ten) < once + 9 * 1500


def test_same_pdf_same_bytes() -> None:
    pdf = changed(quarters(), launch)  # goes through pdfium's flattening as well
    assert enclosure_pages(pdf, title="证书") == enclosure_pages(pdf, title="证书")
