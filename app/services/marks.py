"""The watermark of a copy as it will be printed, to be looked at before it is taken over."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from app.errors import Problem, UserError
from app.forms.enclosures import Enclosure, arrangement_of, enclosure_pdf
from app.forms.fonts import Family, FontSet
from app.forms.raster import page_image
from app.forms.watermark import WatermarkPlace, WatermarkStrength
from app.services.flows.answer_checks import LONGEST_MARK
from app.services.flows.draft import Mark
from app.services.pictures import Pixels

SHOWN_DPI = 144.0
EDGE_MM = 4.0
PAPER_WHITE = 250


def problems_of(text: str) -> list[Problem]:
    """What keeps a text from being written across a copy."""
    found = []
    if len(text) > LONGEST_MARK:
        found.append(Problem("watermark_text", "cases.too_long", {"length": len(text), "longest": LONGEST_MARK}))
    if missing := FontSet.shared().missing(text, Family.SANS):
        found.append(Problem("watermark_text", "packet.watermark_glyph", {"characters": tuple(missing)}))
    return found


def marked_page(files: Sequence[bytes], kind: str, title: str, purpose: str, mark: Mark) -> Pixels:
    """What the first page of an enclosure shows with this mark, as a packet prints it; empty parts are as a desk begins.

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
        captioned=False,
        watermark_place=WatermarkPlace(mark.place or WatermarkPlace.TILED),
        watermark_strength=WatermarkStrength(mark.strength or WatermarkStrength.NORMAL),
    )
    page = page_image(enclosure_pdf(enclosure), 0, SHOWN_DPI)
    whole = Image.frombuffer("RGB", (page.width, page.height), page.rgb, "raw", "RGB", page.stride, 1)
    return Pixels.of(whole.crop(_printed(whole)))


def _printed(page: Image.Image) -> tuple[int, int, int, int]:
    """What is printed on a page, with a little white around it; all of an empty one."""
    ink = page.convert("L").point([255 if each < PAPER_WHITE else 0 for each in range(256)])
    box = ink.getbbox() or (0, 0, page.width, page.height)
    edge = round(EDGE_MM / 25.4 * SHOWN_DPI)
    return (
        max(0, box[0] - edge),
        max(0, box[1] - edge),
        min(page.width, box[2] + edge),
        min(page.height, box[3] + edge),
    )
