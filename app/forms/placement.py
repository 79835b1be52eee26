"""Where an enclosure stands on its A4 page: pure geometry, in points, origin bottom left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

POINTS_PER_MM = 72.0 / 25.4
PAGE_WIDTH = 210.0 * POINTS_PER_MM
PAGE_HEIGHT = 297.0 * POINTS_PER_MM
MARGIN = 12.0 * POINTS_PER_MM
"""White left and right of an enclosure and below it; printers do not reach the edge."""
TOP = 18.0 * POINTS_PER_MM
"""White above, which holds the caption."""
CAPTION_BASELINE = PAGE_HEIGHT - 12.0 * POINTS_PER_MM
CLEARLY_LANDSCAPE = 1.25
"""From this ratio of width to height on, a turned picture is clearly bigger on an upright page."""
CARD_WIDTH = 85.6 * POINTS_PER_MM
CARD_HEIGHT = 54.0 * POINTS_PER_MM
"""An identity card (ISO/IEC 7810 ID-1)."""
CARD_RATIO_SLACK = 0.06
CARD_BOX_WIDTH = 150.0 * POINTS_PER_MM
CARD_BOX_HEIGHT = 112.0 * POINTS_PER_MM
"""A photo of a card is bigger than the card: its surroundings are in it."""
LARGEST_ENLARGEMENT = 1.5
"""A small picture blown up further only looks poor."""
PAIR_GAP = 6.0 * POINTS_PER_MM


class Arrangement(StrEnum):
    """How the pictures of one enclosure are put on paper."""

    PAGE = "page"
    """One to a page, as big as the page lets it; a landscape sheet is turned."""
    CARD = "card"
    """Two to a page, upright, a cropped card at its real size: both sides of an identity card on one sheet."""
    PAIR = "pair"
    """Two to a page, upright, each as big as half the page lets it."""

    @property
    def pictures_on_a_page(self) -> int:
        """How many pictures stand on one page."""
        return 1 if self is Arrangement.PAGE else 2


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its lower left corner and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Placement:
    """A picture's rectangle on the page; `turned` when its top is at the left edge of the rectangle."""

    box: Box
    turned: bool = False


AREA = Box(MARGIN, MARGIN, PAGE_WIDTH - 2 * MARGIN, PAGE_HEIGHT - MARGIN - TOP)
"""Where enclosures may stand."""


def on_page(width: float, height: float) -> Placement:
    """A picture or page in the middle of its own page.

    Args:
        width: natural width, in points.
        height: natural height, in points.
    """
    turned = width >= CLEARLY_LANDSCAPE * height
    if turned:
        width, height = height, width
    return Placement(_centred(width, height, AREA, LARGEST_ENLARGEMENT), turned)


def place_picture(natural: tuple[float, float], arrangement: Arrangement, index: int = 0) -> Placement:
    """Where a picture stands on its page: how big it is there does not depend on its neighbour.

    Args:
        natural: width and height by itself, in points.
        arrangement: of the page.
        index: which of the page's pictures it is, from the top.
    """
    width, height = natural
    if arrangement is Arrangement.PAGE:
        return on_page(width, height)
    half = AREA.height / arrangement.pictures_on_a_page
    field = Box(AREA.x, AREA.y + AREA.height - (index + 1) * half, AREA.width, half)
    if arrangement is Arrangement.PAIR:
        inner = Box(field.x, field.y + PAIR_GAP / 2, field.width, field.height - PAIR_GAP)
        return Placement(_centred(width, height, inner, LARGEST_ENLARGEMENT))
    if _is_card(width, height):
        scale = CARD_WIDTH / max(width, height)
        return Placement(_centred(width * scale, height * scale, field, 1.0))
    inner = Box(
        field.x + (field.width - CARD_BOX_WIDTH) / 2,
        field.y + (field.height - CARD_BOX_HEIGHT) / 2,
        CARD_BOX_WIDTH,
        CARD_BOX_HEIGHT,
    )
    return Placement(_centred(width, height, inner, LARGEST_ENLARGEMENT))


def at_true_size(width: float, height: float, content: tuple[float, float, float, float] | None) -> bool:
    """Whether a page of a PDF is laid out as ours are, so that it goes onto ours without being made smaller.

    Args:
        width, height: of the page, in points.
        content: left, bottom, right and top of what its ArtBox says it holds (PDF 32000-1, 14.11.2), None without one.
    """
    if content is None or abs(width - PAGE_WIDTH) > 1 or abs(height - PAGE_HEIGHT) > 1:
        return False
    ours = (AREA.x, AREA.y, AREA.x + AREA.width, AREA.y + AREA.height)
    return all(abs(a - b) < 1 for a, b in zip(content, ours, strict=True))


def _is_card(width: float, height: float) -> bool:
    ratio = max(width, height) / min(width, height)
    return abs(ratio / (CARD_WIDTH / CARD_HEIGHT) - 1) <= CARD_RATIO_SLACK


def _centred(width: float, height: float, field: Box, largest_scale: float) -> Box:
    scale = min(field.width / width, field.height / height, largest_scale)
    wide, high = width * scale, height * scale
    return Box(field.x + (field.width - wide) / 2, field.y + (field.height - high) / 2, wide, high)
