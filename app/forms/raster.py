"""Pages of a PDF as pictures, for the preview, for printing and for tests: what is shown is the file itself.

pdfium is fast but not thread-safe, so every call into it, from this module and from others of the
package, holds `PDFIUM`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from app.errors import UserError

PDFIUM = threading.RLock()
"""Held by whoever calls pdfium; re-entrant, so that helpers can be combined."""
POINTS_PER_INCH = 72.0
LARGEST_IMAGE = 200_000_000
"""Pixels of the largest page image made: an A4 page at 1,200 dpi has 139 million."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels: 8-bit red, green, blue; rows of `stride` bytes, top row first."""

    width: int
    height: int
    rgb: bytes
    stride: int


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size at which a page is shown, its rotation applied, in points (1/72 inch)."""

    width: float
    height: float


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """The document, open in pdfium with the lock held; closed at the end.

    Raises:
        UserError: `packet.pdf_password` or `packet.pdf_damaged`.
    """
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
                raise UserError("packet.pdf_password") from error
            raise UserError("packet.pdf_damaged") from error
        try:
            yield document
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """How many pages the PDF has."""
    with opened(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """The size of every page."""
    with opened(pdf) as document:
        return tuple(PageSize(*document.get_page_size(index)) for index in range(len(document)))


def page_image(pdf: bytes, index: int, dpi: float) -> PageImage:
    """Draw one page, its notes and stamps included, on white.

    Args:
        index: from 0.
        dpi: dots per inch; 96 is actual size on an ordinary screen, 300 or more suits a printer.

    Raises:
        UserError: `packet.pdf_damaged`, `packet.pdf_password`, or `packet.page_too_big` when the picture
            would not fit in memory sensibly.
        IndexError: there is no such page.
    """
    with opened(pdf) as document:
        return draw_page(document, index, dpi)


def draw_page(document: Any, index: int, dpi: float) -> PageImage:
    """`page_image` of a document that is already open; the caller holds `PDFIUM`."""
    if not 0 <= index < len(document):
        raise IndexError(f"page {index} of {len(document)}")
    scale = dpi / POINTS_PER_INCH
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise UserError("packet.pdf_damaged") from error
    try:
        width, height = page.get_size()
        if width * height * scale * scale > LARGEST_IMAGE:
            raise UserError("packet.page_too_big", page=index + 1)
        bitmap = page.render(scale=scale, rev_byteorder=True, fill_color=(255, 255, 255, 255), may_draw_forms=False)
        try:
            return _plain(bitmap)
        finally:
            bitmap.close()
    finally:
        page.close()


def _plain(bitmap: Any) -> PageImage:
    """Copy the pixels out of pdfium's memory; three bytes each, whatever pdfium chose."""
    if bitmap.n_channels == 3:
        return PageImage(bitmap.width, bitmap.height, bytes(bitmap.buffer), bitmap.stride)
    picture = bitmap.to_pil().convert("RGB")
    return PageImage(picture.width, picture.height, picture.tobytes(), picture.width * 3)
