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
CARDS_ON_A_PAGE = 2


class Arrangement(StrEnum):
    """How the pictures of one enclosure are put on paper."""

    PAGE = "page"
    """One to a page, as big as the page lets it; a landscape sheet is turned."""
    CARD = "card"
    """Two to a page, upright, a cropped card at its real size: both sides of an identity card on one sheet."""


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


def on_page(width: float, height: float, largest_scale: float) -> Placement:
    """A picture or page in the middle of its own page.

    Args:
        width: natural width, in points.
        height: natural height, in points.
        largest_scale: how much it may be blown up.
    """
    turned = width >= CLEARLY_LANDSCAPE * height
    if turned:
        width, height = height, width
    return Placement(_centred(width, height, AREA, largest_scale), turned)


def on_card_page(sizes: list[tuple[float, float]], largest_scale: float) -> list[Placement]:
    """Up to two pictures one above the other, each in its half of the page, never turned."""
    half = AREA.height / CARDS_ON_A_PAGE
    placements = []
    for index, (width, height) in enumerate(sizes):
        field = Box(AREA.x, AREA.y + AREA.height - (index + 1) * half, AREA.width, half)
        if _is_card(width, height):
            scale = CARD_WIDTH / max(width, height)
            box = _centred(width * scale, height * scale, field, 1.0)
        else:
            inner = Box(
                field.x + (field.width - CARD_BOX_WIDTH) / 2,
                field.y + (field.height - CARD_BOX_HEIGHT) / 2,
                CARD_BOX_WIDTH,
                CARD_BOX_HEIGHT,
            )
            box = _centred(width, height, inner, largest_scale)
        placements.append(Placement(box))
    return placements


def _is_card(width: float, height: float) -> bool:
    ratio = max(width, height) / min(width, height)
    return abs(ratio / (CARD_WIDTH / CARD_HEIGHT) - 1) <= CARD_RATIO_SLACK


def _centred(width: float, height: float, field: Box, largest_scale: float) -> Box:
    scale = min(field.width / width, field.height / height, largest_scale)
    wide, high = width * scale, height * scale
    return Box(field.x + (field.width - wide) / 2, field.y + (field.height - high) / 2, wide, high)
