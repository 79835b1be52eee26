"""Pages of other people's PDFs, drawn by reportlab as vectors: each becomes a form XObject of the packet.

A page is content and resources; only those are taken over. What a PDF can do besides being printed (scripts,
launch actions, attached files, links, metadata, page thumbnails) stays behind because nothing here copies it.
"""

from __future__ import annotations

import io
import math
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c
from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from app.forms.raster import opened

LEFT_OUT = frozenset(
    {
        "/AA", "/A", "/AF", "/F", "/FFilter", "/FDecodeParms", "/LastModified", "/Measure", "/Metadata", "/OC",
        "/OPI", "/P", "/Parent", "/PieceInfo", "/PS", "/PtData", "/Ref", "/StructParent", "/StructParents", "/Thumb",
    }
)  # fmt: skip
"""Keys of streams that point outside the page: actions, files, layers, other programs' data, the structure."""
SMALLEST_PAGE = 1.0
"""Points; a page thinner than this shows nothing."""
LARGEST_PAGE = 1_000_000.0
DEEPEST = 60
"""Levels of arrays and dictionaries within one object; honest files stay below ten."""


class NotEmbeddable(Exception):
    """This page cannot be taken over as vectors; its picture can."""


@dataclass(frozen=True, slots=True)
class PageView:
    """What of a page is seen: its crop box and its rotation (clockwise, in quarter turns).

    `content` is the page's ArtBox, where it has one: left, bottom, right, top, as stored.
    """

    left: float
    bottom: float
    right: float
    top: float
    quarters: int
    content: tuple[float, float, float, float] | None = None

    @property
    def width(self) -> float:
        """As shown, in points."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """As shown, in points."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """Brings the page as shown to its lower left corner at the origin."""
        match self.quarters:
            case 1:
                return (0, -1, 1, 0, -self.bottom, self.right)
            case 2:
                return (-1, 0, 0, -1, self.right, self.top)
            case 3:
                return (0, 1, -1, 0, self.top, -self.left)
            case _:
                return (1, 0, 0, 1, -self.left, -self.bottom)


def plain_copy(pdf: bytes, *, flatten: bool) -> bytes:
    """The same pages written anew by pdfium: mended, not encrypted.

    Args:
        pdf: opens without a password.
        flatten: draw filled fields, stamps and notes that would be printed into the pages.

    Raises:
        UserError: `packet.pdf_damaged`, `packet.pdf_password`.
    """
    with opened(pdf) as document:
        if flatten:
            document.init_forms()  # makes filled fields look filled; nothing to do without fields
            for index in range(len(document)):
                page = document[index]
                # The library's own call insists on fields; stamps and notes are flattened without as well.
                pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_PRINT)
                page.close()
        stream = io.BytesIO()
        document.save(stream, flags=pdfium_c.FPDF_REMOVE_SECURITY)
        return stream.getvalue()


def view_of(page: PageObject) -> PageView | None:
    """The visible part of a page, or None where there is none worth the name."""
    try:
        media, crop, art = (_box(page.get(name)) for name in ("/MediaBox", "/CropBox", "/ArtBox"))
        quarters = int(page.get("/Rotate", 0) or 0) // 90 % 4
    except (TypeError, ValueError):
        return None
    if media is None:
        media = (0.0, 0.0, 612.0, 792.0)  # what readers assume, as pdfium does
    seen = media
    if crop is not None:
        seen = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
        if seen[2] - seen[0] < SMALLEST_PAGE or seen[3] - seen[1] < SMALLEST_PAGE:
            seen = media
    width, height = seen[2] - seen[0], seen[3] - seen[1]
    if not (SMALLEST_PAGE <= width <= LARGEST_PAGE and SMALLEST_PAGE <= height <= LARGEST_PAGE):
        return None
    return PageView(*seen, quarters, art)


def _box(value: Any) -> tuple[float, float, float, float] | None:
    if value is None:
        return None
    numbers = [float(each.get_object()) for each in value.get_object()]
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)):
        return None
    left, bottom, right, top = numbers
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


class ForeignPages:
    """One PDF's pages on one canvas; what pages share (fonts, pictures) is taken over once."""

    def __init__(self, canvas: Canvas, reader: PdfReader, name: str) -> None:
        self._canvas = canvas
        self._document = canvas._doc  # noqa: SLF001 - reportlab offers no other way to add an object
        self._document.ensureMinPdfVersion("transparency")
        self._name = name
        self._taken: dict[tuple[int, int], Any] = {}
        self._waiting: list[tuple[_Raw, PdfObject]] = []
        self._reader = reader

    def draw(self, index: int, view: PageView, matrix: tuple[float, float, float, float, float, float]) -> None:
        """Draw a page, its lower left corner as shown put where `matrix` says.

        Raises:
            NotEmbeddable: the page holds something that cannot be taken over; nothing was drawn.
        """
        name = f"{self._name}.{index}"
        try:
            form = self._form(self._reader.pages[index], view)
        except Exception as error:
            # Objects that were promised and not filled must not be met again by the next page.
            self._taken.clear()
            self._waiting.clear()
            if isinstance(error, NotEmbeddable):
                raise
            raise NotEmbeddable from error  # pypdf raises many families on odd files
        self._document.addForm(name, form)
        canvas = self._canvas
        canvas.saveState()
        canvas.transform(*matrix)
        canvas.transform(*view.matrix())
        canvas.doForm(name)
        canvas.restoreState()

    def _form(self, page: PageObject, view: PageView) -> _Raw:
        content, filters = self._content(page)
        resources = page.get("/Resources")
        entries = {
            "/Type": b"/XObject",
            "/Subtype": b"/Form",
            "/FormType": b"1",
            "/BBox": b"[%s]" % b" ".join(_number(each) for each in (view.left, view.bottom, view.right, view.top)),
            "/Resources": b"<<>>" if resources is None else self._written(resources, 0),
            **filters,
        }
        group = page.get("/Group")
        if group is not None:
            entries["/Group"] = self._written(group, 0)
        form = _Raw()
        form.fill(_dictionary(entries), content)
        while self._waiting:
            raw, value = self._waiting.pop()
            self._fill(raw, value)
        return form

    def _content(self, page: PageObject) -> tuple[bytes, dict[str, bytes]]:
        """The page's drawing operators and the filter they are stored with."""
        contents = page.get("/Contents")
        contents = contents.get_object() if contents is not None else None
        if isinstance(contents, ArrayObject) and len(contents) == 1:
            contents = contents[0].get_object()
        if isinstance(contents, StreamObject) and contents.get("/Filter") == "/FlateDecode":
            return bytes(contents._data), {"/Filter": b"/FlateDecode"}  # noqa: SLF001 - stored bytes, as they are
        if contents is None or isinstance(contents, NullObject):
            operators = b""
        elif isinstance(contents, ArrayObject):
            operators = b"\n".join(each.get_object().get_data() for each in contents)
        elif isinstance(contents, StreamObject):
            operators = contents.get_data()
        else:
            raise NotEmbeddable
        return zlib.compress(operators), {"/Filter": b"/FlateDecode"}

    def _fill(self, raw: _Raw, value: PdfObject) -> None:
        if isinstance(value, StreamObject):
            entries = self._entries(value, 0)
            entries.pop("/Length", None)
            raw.fill(_dictionary(entries), bytes(value._data))  # noqa: SLF001 - stored bytes, as they are
        else:
            raw.fill(self._written(value, 0), None)

    def _entries(self, value: Mapping[str, PdfObject], depth: int) -> dict[str, bytes]:
        raw_items: Any = dict.items(value)  # type: ignore[arg-type] # as stored: references not followed
        stream = isinstance(value, StreamObject)
        return {str(key): self._written(each, depth + 1) for key, each in raw_items if not (stream and key in LEFT_OUT)}

    def _written(self, value: PdfObject, depth: int) -> bytes:
        """A value in PDF syntax; what it refers to is queued to be taken over."""
        if depth > DEEPEST:
            raise NotEmbeddable
        if isinstance(value, IndirectObject):
            return self._reference(value)
        if isinstance(value, StreamObject):
            raise NotEmbeddable  # a stream must be an object of its own
        if isinstance(value, DictionaryObject):
            return _dictionary(self._entries(value, depth))
        if isinstance(value, ArrayObject):
            return b"[%s]" % b" ".join(self._written(each, depth + 1) for each in list.__iter__(value))
        return _scalar(value)

    def _reference(self, value: IndirectObject) -> bytes:
        key = (value.idnum, value.generation)
        raw = self._taken.get(key)
        if raw is None:
            target = value.get_object()
            if target is None or isinstance(target, NullObject):
                return b"null"
            if isinstance(target, DictionaryObject) and target.get("/Type") in {"/Page", "/Pages", "/Catalog"}:
                return b"null"
            raw = self._taken[key] = _Raw()
            self._document.Reference(raw)
            self._waiting.append((raw, target))
        written: bytes = self._document.Reference(raw).format(self._document)
        return written


class _Raw(pdfdoc.PDFObject):
    """An object of the packet whose bytes are known: a value, or a stream with its dictionary."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self._head = b"null"
        self._data: bytes | None = None

    def fill(self, head: bytes, data: bytes | None) -> None:
        """Set what the object holds; `head` is the dictionary when there is stream data."""
        self._head, self._data = head, data

    def format(self, document: Any) -> bytes:
        if self._data is None:
            return self._head
        length = b"/Length %d>>" % len(self._data)
        return b"%s%s\nstream\n%s\nendstream\n" % (self._head[:-2], length, self._data)


def _dictionary(entries: Mapping[str, bytes]) -> bytes:
    return b"<<%s>>" % b"".join(b"%s %s\n" % (_name(key), value) for key, value in entries.items())


def _scalar(value: PdfObject) -> bytes:
    if isinstance(value, NameObject):
        return _name(value)
    if isinstance(value, BooleanObject):
        return b"true" if value.value else b"false"
    if isinstance(value, NumberObject):
        return b"%d" % int(value)
    if isinstance(value, FloatObject):
        return _number(float(value))
    if isinstance(value, (TextStringObject, ByteStringObject)):
        return b"<%s>" % value.original_bytes.hex().encode("ascii")
    if isinstance(value, NullObject):
        return b"null"
    raise NotEmbeddable


def _name(name: str) -> bytes:
    plain = name.removeprefix("/").encode("utf-8", "surrogateescape")
    return b"/" + b"".join(
        b"%c" % each if 0x21 <= each <= 0x7E and each not in b"%()<>{}[]/#" else b"#%02X" % each for each in plain
    )


def _number(value: float) -> bytes:
    if not math.isfinite(value):
        raise NotEmbeddable
    return (f"{value:.6f}".rstrip("0").rstrip(".") or "0").encode("ascii")


def add_jpeg(canvas: Canvas, name: str, jpeg: bytes, width: int, height: int, *, grey: bool) -> None:
    """Make a JPEG an object of the packet as it is; `canvas.doForm(name)` draws it into the unit square."""
    picture = _Raw()
    entries = {
        "/Type": b"/XObject",
        "/Subtype": b"/Image",
        "/Width": b"%d" % width,
        "/Height": b"%d" % height,
        "/BitsPerComponent": b"8",
        "/ColorSpace": b"/DeviceGray" if grey else b"/DeviceRGB",
        "/Filter": b"/DCTDecode",
    }
    picture.fill(_dictionary(entries), jpeg)
    canvas._doc.addForm(name, picture)  # noqa: SLF001 - reportlab's own way would inflate it by a quarter as ASCII


def add_drawing(canvas: Canvas, name: str, width: int, height: int, operators: bytes) -> None:
    """Make fixed drawing operators (no text) an object of the packet; `canvas.doForm(name)` draws it from (0, 0)."""
    drawing = _Raw()
    entries = {
        "/Type": b"/XObject",
        "/Subtype": b"/Form",
        "/BBox": b"[0 0 %d %d]" % (width, height),
        "/Resources": b"<<>>",
        "/Filter": b"/FlateDecode",
    }
    drawing.fill(_dictionary(entries), zlib.compress(operators))
    canvas._doc.addForm(name, drawing)  # noqa: SLF001 - as above
