"""Brings a blank in: whatever file it is becomes one harmless PDF whose pages are upright, uncropped and start at (0, 0).

The file itself is never changed; its hash is taken first. What is printed on is a paper of our own into which each
page's drawing operators are taken over as they are (`app.forms.embed`), so vectors and text stay what they were while
rotation, crop, scripts, launch actions, attachments and fields do not come along. Pages that cannot be taken over
become pictures. Nothing in the file is ever run.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass, replace

from PIL import Image
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from app.errors import Problem, UserError
from app.forms.blanks.acroform import FormField, form_fields, without_values
from app.forms.blanks.model import PageFrame
from app.forms.canvas import new_canvas
from app.forms.embed import ForeignPages, NotEmbeddable, add_jpeg, plain_copy
from app.forms.images import for_paper, image_kind, natural_size, upright_images
from app.forms.laid import MM
from app.forms.pdf_intake import PdfIntake, take_in
from app.forms.raster import draw_page, opened, page_sizes

LARGEST_FILE = 50_000_000
"""Bytes; a scanned table of several pages has a few million."""
MOST_PAGES = 20
LONGEST_SIDE = 1_200.0
"""Millimetres: A0 and a little."""
SHORTEST_SIDE = 40.0
PICTURE_DPI = 200.0
A4_SHORT, A4_LONG = 210.0, 297.0
_CATALOG = re.compile(rb"(\d{1,7}) (\d{1,5}) obj\s{0,9}<<(?:(?!endobj)[^\x00]){0,400}?/Type\s{0,9}/Catalog\b")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class TakenBlank:
    """A blank ready to be measured and mapped.

    `sha256` is that of the file as it came; `paper` is the PDF that values are printed on, the same for the same file.
    """

    sha256: str
    media_type: str
    paper: bytes
    pages: tuple[PageFrame, ...]
    fields: tuple[FormField, ...] = ()
    notes: tuple[Problem, ...] = ()


def is_office(data: bytes) -> bool:
    """Whether the file is a text document (doc, docx, odt, rtf), which has to be made a PDF first."""
    if data.startswith((_OLD_OFFICE, b"{\\rtf")):
        return True
    if not data.startswith(b"PK\x03\x04"):
        return data[:200].lstrip().startswith(b"<?xml") and b"office:document" in data[:4096]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            names = set(box.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    return "word/document.xml" in names or {"mimetype", "content.xml"} <= names


def take_blank(data: bytes) -> TakenBlank:
    """Open a PDF or a picture.

    Raises:
        UserError: `blanks.empty`, `blanks.too_big`, `blanks.office`, `blanks.unknown_file`, `blanks.too_many_pages`,
            `blanks.page_size`, or what the readers of pictures and PDFs say (`packet.*`).
    """
    if not data:
        raise UserError("blanks.empty")
    if len(data) > LARGEST_FILE:
        raise UserError("blanks.too_big", limit=LARGEST_FILE // 1_000_000)
    kind = image_kind(data)
    if kind is not None:
        paper = _of_picture(data, kind)
        return _taken(data, f"image/{kind}", paper)
    if b"%PDF-" in data[:1024]:
        return _of_pdf(data)
    if is_office(data):
        raise UserError("blanks.office")
    raise UserError("blanks.unknown_file")


def _of_pdf(data: bytes) -> TakenBlank:
    sha256 = hashlib.sha256(data).hexdigest()
    data, mended = _mended(data)
    fields = form_fields(data)
    intake = take_in(without_values(data) if any(each.filled for each in fields) else data)
    _check_count(len(intake.sizes))
    notes = list(intake.notes)
    if mended:
        notes.append(Problem("file", "blanks.note_mended"))
    if any(each.filled for each in fields):
        notes.append(Problem("file", "blanks.note_values_dropped"))
    if fields:
        notes.append(Problem("file", "blanks.note_fields_found", {"count": len(fields)}))
    paper = _as_vectors(intake)
    if paper is None:
        paper = _as_pictures(intake.pdf)
        if not any(each.code == "packet.note_as_pictures" for each in notes):
            notes.append(Problem("file", "packet.note_as_pictures"))
    return replace(_taken(data, "application/pdf", paper, fields, tuple(notes)), sha256=sha256)


def _mended(data: bytes) -> tuple[bytes, bool]:
    """The file, or where it was cut off before its end a copy with a new end, from which pdfium finds everything again."""
    try:
        with opened(data):
            return data, False
    except UserError as error:
        catalogs = _CATALOG.findall(data) if error.code == "packet.pdf_damaged" else []
        if not catalogs:
            raise
        number, generation = catalogs[-1]
        cut = data[: data.rindex(b"endobj") + 6] if b"endobj" in data else data
        end = b"\ntrailer\n<</Root %s %s R>>\nstartxref\n0\n%%%%EOF\n" % (number, generation)
        with opened(cut + end):
            return cut + end, True


def _taken(
    data: bytes,
    media_type: str,
    paper: bytes,
    fields: tuple[FormField, ...] = (),
    notes: tuple[Problem, ...] = (),
) -> TakenBlank:
    pages = tuple(PageFrame(size.width / MM, size.height / MM) for size in page_sizes(paper))
    return TakenBlank(hashlib.sha256(data).hexdigest(), media_type, paper, pages, fields, notes)


def _as_vectors(intake: PdfIntake) -> bytes | None:
    """Each page's own operators on a page of its visible size; None where one cannot be taken over."""
    if intake.reader is None or intake.views is None:
        return None
    stream, canvas = _begun()
    foreign = ForeignPages(canvas, intake.reader, "B")
    for index, view in enumerate(intake.views):
        _check_size(view.width / MM, view.height / MM, index)
        canvas.setPageSize((view.width, view.height))
        try:
            foreign.draw(index, view, (1, 0, 0, 1, 0, 0))
        except NotEmbeddable:
            return None
        canvas.showPage()
    canvas.save()
    paper = stream.getvalue()
    # pdfium is the one that shows and prints: what it cannot open again is of no use.
    if len(page_sizes(paper)) != len(intake.views):
        return None
    return paper


def _as_pictures(pdf: bytes) -> bytes:
    stream, canvas = _begun()
    plain = plain_copy(pdf, flatten=True)
    with opened(plain) as document:
        count = len(document)
        for index in range(count):
            page = document[index]
            width, height = page.get_size()
            page.close()
            _check_size(width / MM, height / MM, index)
            drawn = draw_page(document, index, PICTURE_DPI)
            picture = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.rgb, "raw", "RGB", drawn.stride, 1)
            _picture_page(canvas, f"P{index}", picture, width, height)
    canvas.save()
    return stream.getvalue()


def _of_picture(data: bytes, kind: str) -> bytes:
    """Pictures at their natural size where that is a sheet of paper, else on A4 from edge to edge."""
    stream, canvas = _begun()
    count = 0
    for index, (picture, dpi) in enumerate(upright_images(data, kind)):
        _check_count(index + 1)
        width, height = natural_size(picture.width, picture.height, dpi)
        if dpi is None or not _is_sheet(width / MM, height / MM):
            lying = picture.width > picture.height
            sheet = (A4_LONG, A4_SHORT) if lying else (A4_SHORT, A4_LONG)
            scale = min(sheet[0] * MM / picture.width, sheet[1] * MM / picture.height)
            width, height = picture.width * scale, picture.height * scale
        _check_size(width / MM, height / MM, index)
        _picture_page(canvas, f"P{index}", picture, width, height)
        count += 1
    if not count:
        raise UserError("blanks.empty")
    canvas.save()
    return stream.getvalue()


def _picture_page(canvas: Canvas, name: str, picture: Image.Image, width: float, height: float) -> None:
    ready = for_paper(picture, width, height)
    add_jpeg(canvas, name, ready.jpeg, ready.width, ready.height, grey=ready.grey)
    canvas.setPageSize((width, height))
    canvas.saveState()
    canvas.transform(width, 0, 0, height, 0, 0)
    canvas.doForm(name)
    canvas.restoreState()
    canvas.showPage()


def _begun() -> tuple[io.BytesIO, Canvas]:
    stream = io.BytesIO()
    return stream, new_canvas(stream, title="")


def _is_sheet(width: float, height: float) -> bool:
    return min(width, height) >= 130.0 and max(width, height) <= 500.0


def _check_count(pages: int) -> None:
    if pages > MOST_PAGES:
        raise UserError("blanks.too_many_pages", found=pages, limit=MOST_PAGES)


def _check_size(width: float, height: float, index: int) -> None:
    if min(width, height) < SHORTEST_SIDE or max(width, height) > LONGEST_SIDE:
        raise UserError("blanks.page_size", page=index + 1, width=round(width), height=round(height))


def readable_paper(paper: bytes) -> PdfReader:
    """A paper that `take_blank` made, for filling.

    Raises:
        UserError: `blanks.paper_damaged`.
    """
    try:
        reader = PdfReader(io.BytesIO(paper), strict=False)
        if not len(reader.pages):
            raise UserError("blanks.paper_damaged")
    except UserError:
        raise
    except Exception as error:
        raise UserError("blanks.paper_damaged") from error
    return reader
