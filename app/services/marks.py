"""The watermark of a copy as it will be printed, to be looked at before it is taken over."""

from __future__ import annotations

from collections.abc import Sequence

from app.errors import Problem, UserError
from app.forms.enclosures import Enclosure, arrangement_of, enclosure_pdf
from app.forms.fonts import Family, FontSet
from app.forms.raster import page_image
from app.forms.watermark import WatermarkPlace, WatermarkStrength
from app.services.flows.draft import Mark
from app.services.pictures import Pixels

LONGEST = 100
SHOWN_DPI = 110.0


def problems_of(text: str) -> list[Problem]:
    """What keeps a text from being written across a copy."""
    found = []
    if len(text) > LONGEST:
        found.append(Problem("watermark_text", "cases.too_long", {"length": len(text), "longest": LONGEST}))
    if missing := FontSet.shared().missing(text, Family.SANS):
        found.append(Problem("watermark_text", "packet.watermark_glyph", {"characters": tuple(missing)}))
    return found


def marked_page(files: Sequence[bytes], kind: str, title: str, purpose: str, mark: Mark) -> Pixels:
    """The first page of an enclosure as a packet prints it with this mark; what is empty is as a desk begins with.

    Raises:
        UserError: as `enclosures.read_enclosure`; `packet.watermark_glyph`, `packet.file_empty` without files.
    """
    if not files:
        raise UserError("packet.file_empty", file=title)
    enclosure = Enclosure(
        title,
        tuple(files),
        (mark.text or purpose) if mark.written else None,
        arrangement_of(kind),
        watermark_place=WatermarkPlace(mark.place or WatermarkPlace.TILED),
        watermark_strength=WatermarkStrength(mark.strength or WatermarkStrength.NORMAL),
    )
    page = page_image(enclosure_pdf(enclosure), 0, SHOWN_DPI)
    rows = range(0, page.stride * page.height, page.stride)
    return Pixels(page.width, page.height, b"".join(page.rgb[row : row + 3 * page.width] for row in rows))
