"""Makes the photo of a paper flat: its four corners become those of the picture, perspective and table are gone.

The original is never touched. What was done to it is a `PictureRecipe`, plain values by which the same original gives
the same bytes again. What this cannot do: flatten a bent page, or find a paper on a ground of its own colour; where no
corners are found the agent sets them.
"""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image

from app.errors import UserError
from app.forms.corner_finder import find_corners
from app.forms.enclosures import CARD_KINDS, read_enclosure
from app.forms.images import JPEG_QUALITY, small_image, upright_images
from app.forms.print_lines import LEAST_DEGREES, Lying, detected_skew, lying
from app.forms.quad import MILLIMETRES, WHOLE, Corners, Shape, flat_size, perspective

VERSION = 1
LOOKED_AT = 1000
"""Pixels on the long side of the copy that a first guess is made from."""
LONGEST_SIDE = 5000
"""Pixels of a flat picture: A4 at 400 dpi and more is nothing that a printer shows."""
CARD_SLACK = 0.12
A4_SLACK = 0.05
"""How far the proportions of the corners may be from those of a known paper to be taken for it."""
_TURNS = (None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)
"""What turns a picture by so many quarters clockwise."""


@dataclass(frozen=True, slots=True)
class PictureRecipe:
    """What was done to a picture, in this order.

    Attributes:
        corners: of the paper in the upright original; `WHOLE` leaves everything in.
        shape: whose proportions and size the flat paper has.
        turns: quarter turns clockwise afterwards, 0 to 3.
    """

    corners: Corners = WHOLE
    shape: Shape = Shape.FREE
    turns: int = 0

    def to_json(self) -> dict[str, Any]:
        """Plain values for the store."""
        points = [list(each) for each in self.corners.points()]
        return {"version": VERSION, "corners": points, "shape": self.shape.value, "turns": self.turns}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> PictureRecipe:
        """What `to_json` gave.

        Raises:
            UserError: `cases.recipe_damaged` for anything else.
        """
        try:
            if kept["version"] != VERSION:
                raise UserError("cases.recipe_damaged")
            found = cls(Corners.of(kept["corners"]), Shape(kept["shape"]), int(kept["turns"]) % 4)
        except (KeyError, TypeError, ValueError) as error:
            raise UserError("cases.recipe_damaged") from error
        if not found.corners.is_sound():
            raise UserError("cases.recipe_damaged")
        return found


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A first guess at a picture: the recipe, whether corners were found, and how the print lies in the flat paper."""

    recipe: PictureRecipe
    found: bool
    lying: Lying


@dataclass(frozen=True, slots=True)
class Straightened:
    """A flat picture as JPEG without metadata; `dpi` where the paper's size is known."""

    jpeg: bytes
    width: int
    height: int
    dpi: int | None


def straightened(data: bytes, file_name: str, recipe: PictureRecipe) -> Straightened:
    """Do to the first picture of a file what a recipe says; same file and recipe, same bytes.

    Raises:
        UserError: as `enclosures.read_enclosure`; `cases.corners_unsound`.
    """
    kind = read_enclosure(data, file_name).kind
    picture = flattened(next(iter(upright_images(data, kind)))[0], recipe)
    dpi = _dpi(picture, recipe.shape)
    stream = io.BytesIO()
    picture.info.clear()
    density = {"dpi": (dpi, dpi)} if dpi else {}
    picture.save(stream, "JPEG", quality=JPEG_QUALITY, optimize=False, progressive=False, **density)
    return Straightened(stream.getvalue(), picture.width, picture.height, dpi)


def flattened(picture: Image.Image, recipe: PictureRecipe) -> Image.Image:
    """An upright picture, of any size, with a recipe done to it.

    Raises:
        UserError: `cases.corners_unsound`.
    """
    if not recipe.corners.is_sound():
        raise UserError("cases.corners_unsound")
    if recipe.corners != WHOLE or recipe.shape is not Shape.FREE:
        picture = _warped(picture, recipe)
    turn = _TURNS[recipe.turns % 4]
    return picture if turn is None else picture.transpose(turn)


def suggested(data: bytes, kind: str, paper_kind: str = "") -> Suggestion:
    """A first guess at the corners, the shape and the turn of a picture.

    Args:
        data: the file; its first picture counts.
        kind: as `enclosures.read_enclosure` says.
        paper_kind: what the enclosure is (`id_card_copy` …), where that is known.

    Raises:
        UserError: as `images.read_image`.
    """
    picture = small_image(data, kind, LOOKED_AT)
    corners = find_corners(picture)
    found = corners is not None
    if corners is None:
        corners = _levelled(picture)
    shape = _shape(corners, picture, paper_kind) if found else Shape.FREE
    flat = flattened(picture, PictureRecipe(corners, shape)).convert("L")
    how = lying(flat)
    return Suggestion(PictureRecipe(corners, shape, _turns(flat, how)), found, how)


def _warped(picture: Image.Image, recipe: PictureRecipe) -> Image.Image:
    points = [(x * picture.width, y * picture.height) for x, y in recipe.corners.points()]
    wide, high = flat_size(points, recipe.shape, picture.width, picture.height)
    shrunk = max(1.0, max(wide, high) / LONGEST_SIDE)
    if shrunk > 1:
        # Made smaller first: the transformation looks at few pixels and would skip thin strokes.
        size = (max(1, round(picture.width / shrunk)), max(1, round(picture.height / shrunk)))
        points = [(x * size[0] / picture.width, y * size[1] / picture.height) for x, y in points]
        picture = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    width, height = max(1, round(wide / shrunk)), max(1, round(high / shrunk))
    paper = 255 if picture.mode == "L" else (255, 255, 255)
    return picture.transform(
        (width, height),
        Image.Transform.PERSPECTIVE,
        perspective(points, width, height),
        Image.Resampling.BICUBIC,
        fillcolor=paper,
    )


def _dpi(picture: Image.Image, shape: Shape) -> int | None:
    if shape is Shape.FREE:
        return None
    return max(1, round(max(picture.size) / MILLIMETRES[shape][0] * 25.4))


def _levelled(picture: Image.Image) -> Corners:
    """The whole picture, turned so that its lines run level where they are clearly askew."""
    degrees = detected_skew(picture.convert("L")) or 0.0
    if abs(degrees) < LEAST_DEGREES:
        return WHOLE
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    width, height = picture.size
    wide, high = abs(width * cos) + abs(height * sin), abs(width * sin) + abs(height * cos)
    points = [
        (0.5 + (x * cos + y * sin) / width, 0.5 + (-x * sin + y * cos) / height)
        for x, y in ((-wide / 2, -high / 2), (wide / 2, -high / 2), (wide / 2, high / 2), (-wide / 2, high / 2))
    ]
    found = Corners.of(points)
    return found if found.is_sound() else WHOLE


def _shape(corners: Corners, picture: Image.Image, paper_kind: str) -> Shape:
    points = [(x * picture.width, y * picture.height) for x, y in corners.points()]
    wide, high = flat_size(points, Shape.FREE, picture.width, picture.height)
    ratio = max(wide, high) / min(wide, high)
    for shape, slack in ((Shape.CARD, CARD_SLACK if paper_kind in CARD_KINDS else A4_SLACK), (Shape.A4, A4_SLACK)):
        long, short = MILLIMETRES[shape]
        if abs(ratio * short / long - 1) <= slack:
            return shape
    return Shape.FREE


def _turns(flat: Image.Image, how: Lying) -> int:
    """Quarter turns that set the print upright; none where it cannot be told which way."""
    if how is Lying.HEAD_DOWN:
        return 2
    if how is Lying.SIDEWAYS:
        turned = lying(flat.transpose(Image.Transpose.ROTATE_270))
        return {Lying.UPRIGHT: 1, Lying.HEAD_DOWN: 3}.get(turned, 0)
    return 0
