"""Enclosures: the files that people send with a form, checked when they come in and put onto A4 pages.

What a file is, its content says; its name is never trusted and never printed.
"""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import dataclass

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.errors import Problem, UserError
from app.forms.canvas import new_canvas
from app.forms.embed import ForeignPages, NotEmbeddable, PageView, add_jpeg
from app.forms.images import PaperImage, image_kind, read_image
from app.forms.page_pictures import PagePicture, encoded, page_pictures
from app.forms.pdf_intake import PdfIntake, take_in
from app.forms.placement import (
    AREA,
    CAPTION_BASELINE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    POINTS_PER_MM,
    Arrangement,
    Box,
    Placement,
    at_true_size,
    on_page,
    place_picture,
)
from app.forms.raster import draw_page, opened
from app.forms.sheet_text import draw_line, fitted_lines
from app.forms.watermark import WatermarkPlace, WatermarkStrength, draw_watermark

MAX_BYTES = 50 * 1024 * 1024
PICTURE_DPI = 200.0
"""At which a PDF page that cannot be taken over as vectors is drawn."""
CAPTION_SIZE = 9.0
CAPTION_LEAST = 5.0
CARD_KINDS = frozenset({"id_card_copy", "legal_representative_id_copy", "agent_id_copy"})
"""Enclosure kinds whose two sides belong on one page."""
IDENTITY_KINDS = CARD_KINDS | {"holding_photo"}
"""Enclosure kinds that show an identity paper and are marked with their purpose."""
_LONG_NUMBER = re.compile(r"\d{7,}[\dXx]*")


@dataclass(frozen=True, slots=True)
class EnclosureFile:
    """A file that can be printed: its kind by content, how many pages, and what to tell the user about it.

    Attributes:
        kind: jpeg, png, tiff, bmp, webp, heic or pdf.
        pages: pictures in the file, or pages of the PDF.
        width: of the first page, upright; pixels, or points for a PDF.
        height: as `width`.
        dpi: the picture's own resolution, where it states one.
        sha256: of the file as it came, hexadecimal.
        notes: what will not look as it does in the file (each a code with facts, path `file`).
    """

    kind: str
    pages: int
    width: float
    height: float
    dpi: float | None
    sha256: str
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One paper to enclose: its title as the check list has it, and its file or files in order.

    Attributes:
        title: printed above every page.
        files: contents of the files; both sides of a card are usually two of them.
        watermark: written across every page, such as `仅用于办理ICP备案注销 2026年11月23日`; None for none.
        watermark_place: where that stands.
        watermark_strength: how dark it is.
        arrangement: one picture to a page, or both sides of a card on one.
        upright: turn pictures as their EXIF orientation says.
        captioned: print the title above each page; without it, only the papers themselves are there.
    """

    title: str
    files: tuple[bytes, ...]
    watermark: str | None = None
    arrangement: Arrangement = Arrangement.PAGE
    upright: bool = True
    watermark_place: WatermarkPlace = WatermarkPlace.TILED
    captioned: bool = True
    watermark_strength: WatermarkStrength = WatermarkStrength.NORMAL


def arrangement_of(kind: str) -> Arrangement:
    """How enclosures of a kind (`id_card_copy`, `unit_certificate_copy`, …) are put on paper."""
    return Arrangement.CARD if kind in CARD_KINDS else Arrangement.PAGE


def read_enclosure(data: bytes, file_name: str, arrangement: Arrangement | None = None) -> EnclosureFile:
    """Check that a file can be printed.

    Args:
        data: the file.
        file_name: for the message only; long numbers in it are hidden.
        arrangement: how it will be printed, where it will be at once: its pictures are then decoded for both.

    Raises:
        UserError: `packet.file_empty`, `packet.file_too_big`, `packet.file_is_office`, `packet.file_is_archive`,
            `packet.file_unknown`, or what is wrong with the picture or the PDF.
    """
    kind = _kind(data, file_name)
    sha256 = hashlib.sha256(data).hexdigest()
    if kind == "pdf":
        intake = take_in(data)
        size = intake.sizes[0]
        return EnclosureFile(kind, len(intake.sizes), size.width, size.height, None, sha256, intake.notes)
    info = page_pictures(data, kind, sha256, arrangement).info if arrangement else read_image(data, kind)
    notes: tuple[Problem, ...] = ()
    if min(info.width, info.height) < SMALL_PIXELS:
        notes = (Problem("file", "packet.note_small_image", {"width": info.width, "height": info.height}),)
    return EnclosureFile(kind, info.frames, info.width, info.height, info.dpi, sha256, notes)


SMALL_PIXELS = 400
"""A picture with a shorter side than this is hard to read on paper."""


def enclosure_pdf(enclosure: Enclosure) -> bytes:
    """An enclosure as a PDF of its own; same input, same bytes.

    Raises:
        UserError: as `read_enclosure`; also `packet.glyph_missing`.
    """
    prepared = prepare_enclosure(enclosure)
    stream = io.BytesIO()
    canvas = new_canvas(stream, title=enclosure.title)
    prepared.draw(canvas, "E")
    canvas.save()
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class _PictureSheet:
    """A page with one or two pictures."""

    pictures: tuple[tuple[PaperImage, Placement], ...]


@dataclass(frozen=True, slots=True)
class _VectorSheet:
    """A page that shows a page of a PDF."""

    intake: PdfIntake
    index: int
    view: PageView


@dataclass(frozen=True, slots=True)
class PreparedEnclosure:
    """An enclosure decoded and measured: how many pages it takes is known before any is drawn."""

    enclosure: Enclosure
    sheets: tuple[_PictureSheet | _VectorSheet, ...]
    sha256: str

    @property
    def pages(self) -> int:
        """A4 pages it takes."""
        return len(self.sheets)

    def draw(self, canvas: Canvas, name: str) -> None:
        """Draw its pages onto a canvas.

        Args:
            canvas: at the start of an empty page; left at the start of another.
            name: not yet used for another enclosure of this canvas.
        """
        foreign: dict[int, ForeignPages] = {}
        for number, sheet in enumerate(self.sheets):
            if self.enclosure.captioned:
                self._caption(canvas, number)
            if isinstance(sheet, _VectorSheet):
                if id(sheet.intake) not in foreign:
                    assert sheet.intake.reader is not None
                    each = f"{name}.F{len(foreign)}"
                    foreign[id(sheet.intake)] = ForeignPages(canvas, sheet.intake.reader, each)
                self._draw_vector(canvas, sheet, foreign[id(sheet.intake)], f"{name}.P{number}")
            else:
                self._draw_pictures(canvas, sheet, f"{name}.P{number}")
            canvas.showPage()

    def _draw_vector(self, canvas: Canvas, sheet: _VectorSheet, foreign: ForeignPages, name: str) -> None:
        placement = on_page(sheet.view.width, sheet.view.height)
        if at_true_size(sheet.view.width, sheet.view.height, sheet.view.content):
            placement = Placement(Box(0, 0, PAGE_WIDTH, PAGE_HEIGHT))
        try:
            foreign.draw(sheet.index, sheet.view, _matrix(placement, sheet.view))
        except NotEmbeddable:
            self._draw_pictures(canvas, _picture_of_page(sheet.intake, sheet.index), name)
            return
        self._mark(canvas, placement.box)

    def _draw_pictures(self, canvas: Canvas, sheet: _PictureSheet, name: str) -> None:
        for number, (picture, placement) in enumerate(sheet.pictures):
            box = placement.box
            add_jpeg(canvas, f"{name}.{number}", picture.jpeg, picture.width, picture.height, grey=picture.grey)
            canvas.saveState()
            if placement.turned:
                canvas.transform(0, box.height, -box.width, 0, box.x + box.width, box.y)
            else:
                canvas.transform(box.width, 0, 0, box.height, box.x, box.y)
            canvas.doForm(f"{name}.{number}")
            canvas.restoreState()
            self._mark(canvas, box)

    def _mark(self, canvas: Canvas, box: Box) -> None:
        said = self.enclosure
        if said.watermark:
            draw_watermark(canvas, said.watermark, box, said.watermark_place, said.watermark_strength)

    def _caption(self, canvas: Canvas, number: int) -> None:
        count = f"第 {number + 1} 页，共 {self.pages} 页" if self.pages > 1 else ""
        room = PAGE_WIDTH - 2 * AREA.x - (40 * POINTS_PER_MM if count else 0)
        size, lines = fitted_lines(f"附件：{self.enclosure.title}", room, CAPTION_SIZE, CAPTION_LEAST, most=2)
        canvas.setFillGray(0.25)
        for index, text in enumerate(lines):
            draw_line(canvas, AREA.x, CAPTION_BASELINE - index * size * 1.3, text, size=size)
        if count:
            draw_line(canvas, PAGE_WIDTH - AREA.x, CAPTION_BASELINE, count, size=CAPTION_SIZE, align="right")
        canvas.setFillGray(0)


def prepare_enclosure(enclosure: Enclosure) -> PreparedEnclosure:
    """Decode the files of an enclosure and find each picture's place.

    Raises:
        UserError: as `read_enclosure`.
    """
    digest = hashlib.sha256()
    sheets: list[_PictureSheet | _VectorSheet] = []
    waiting: list[PagePicture] = []
    arrangement = enclosure.arrangement
    for data in enclosure.files:
        sha256 = hashlib.sha256(data)
        digest.update(sha256.digest())
        kind = _kind(data, enclosure.title)
        if kind == "pdf":
            sheets += _flushed(waiting, arrangement)
            sheets += _pdf_sheets(take_in(data))
            continue
        found = page_pictures(data, kind, sha256.hexdigest(), arrangement, upright=enclosure.upright)
        for picture in found.pictures:
            waiting.append(picture)
            if len(waiting) == arrangement.pictures_on_a_page:
                sheets += _flushed(waiting, arrangement)
    sheets += _flushed(waiting, arrangement)
    single = hashlib.sha256(enclosure.files[0]).hexdigest() if len(enclosure.files) == 1 else digest.hexdigest()
    return PreparedEnclosure(enclosure, tuple(sheets), single)


def _flushed(waiting: list[PagePicture], arrangement: Arrangement) -> list[_PictureSheet | _VectorSheet]:
    """The waiting pictures as a page; the list is emptied."""
    if not waiting:
        return []
    pictures = tuple(
        (each.paper, place_picture(each.natural, arrangement, index)) for index, each in enumerate(waiting)
    )
    waiting.clear()
    return [_PictureSheet(pictures)]


def _pdf_sheets(intake: PdfIntake) -> list[_PictureSheet | _VectorSheet]:
    if intake.views is None:
        return [_picture_of_page(intake, index) for index in range(len(intake.sizes))]
    return [_VectorSheet(intake, index, view) for index, view in enumerate(intake.views)]


def _picture_of_page(intake: PdfIntake, index: int) -> _PictureSheet:
    size = intake.sizes[index]
    placement = on_page(size.width, size.height)
    shown = max(placement.box.width, placement.box.height) / max(size.width, size.height)
    with opened(intake.pdf) as document:
        page = draw_page(document, index, PICTURE_DPI * shown)
    image = Image.frombuffer("RGB", (page.width, page.height), page.rgb, "raw", "RGB", page.stride, 1)
    return _PictureSheet(((encoded(image, placement), placement),))


def _matrix(placement: Placement, view: PageView) -> tuple[float, float, float, float, float, float]:
    """Brings a page, lower left corner at the origin, into its place."""
    box = placement.box
    if placement.turned:
        scale = box.width / view.height
        return (0, scale, -scale, 0, box.x + box.width, box.y)
    scale = box.width / view.width
    return (scale, 0, 0, scale, box.x, box.y)


def _kind(data: bytes, file_name: str) -> str:
    """The file's kind by its first bytes."""
    name = shown_name(file_name)
    if not data:
        raise UserError("packet.file_empty", file=name)
    if len(data) > MAX_BYTES:
        raise UserError("packet.file_too_big", file=name, limit=MAX_BYTES // (1024 * 1024))
    kind = image_kind(data)
    if kind is not None:
        return kind
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        office = any(mark in data for mark in (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis"))
        raise UserError("packet.file_is_office" if office else "packet.file_is_archive", file=name)
    if data.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise UserError("packet.file_is_office", file=name)
    if data.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise UserError("packet.file_is_archive", file=name)
    raise UserError("packet.file_unknown", file=name)


def shown_name(file_name: str) -> str:
    """A file's name for messages: without folders, with long numbers hidden, as people name scans by identity numbers."""
    last = re.split(r"[/\\]", file_name)[-1]
    return _LONG_NUMBER.sub(lambda match: match.group()[:3] + "…", last)
