"""Makes the photo of a paper straight: turns it so that its lines run level, and cuts away the table around it.

What this cannot do: take out perspective (a photo from one side stays a trapezoid), flatten a bent page, find a paper
on a ground of its own colour, or tell a picture that stands on its head. The original is never touched; the result is
a new file, and the agent sees both.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter, ImageStat

from app.forms.enclosures import read_enclosure
from app.forms.images import JPEG_QUALITY, upright_images

MOST_DEGREES = 15.0
"""Beyond this it is no slip of the hand; such a picture is left as it is."""
LEAST_DEGREES = 0.3
"""Less than this does not show."""
_LOOKED_AT = 500
_COARSE, _FINE = 1.0, 0.2
_CLEARER = 1.12
"""How much sharper the lines must stand at the found angle than as they are, to be believed."""
_GROUND_STEP = 36
"""Grey steps by which paper and ground must differ."""
_LIGHTEST_GROUND = 190
"""A lighter rim is the paper itself, a scan: nothing is cut off it."""
_LEAST_SHARE = 0.25
"""A cut that would leave less of the picture is not believed."""
_MARGIN = 0.01


@dataclass(frozen=True, slots=True)
class Straightened:
    """A straightened picture as JPEG without metadata, and what was done to it (degrees; how much was cut away)."""

    jpeg: bytes
    width: int
    height: int
    degrees: float
    cut: float


def straighten(data: bytes, file_name: str) -> Straightened:
    """Turn and cut the first picture of a file.

    Raises:
        UserError: as `enclosures.read_enclosure`.
    """
    kind = read_enclosure(data, file_name).kind
    picture = next(iter(upright_images(data, kind)))[0]
    degrees = detected_skew(picture.convert("L")) or 0.0
    if not LEAST_DEGREES <= abs(degrees) <= MOST_DEGREES:
        degrees = 0.0
    before = picture.width * picture.height
    if degrees:
        ground = _ground(picture)
        picture = picture.rotate(-degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=ground)
        before = picture.width * picture.height
    picture = picture.crop(_paper(picture))
    stream = io.BytesIO()
    picture.info.clear()
    picture.save(stream, "JPEG", quality=JPEG_QUALITY, optimize=False, progressive=False)
    cut = 1 - picture.width * picture.height / before
    return Straightened(stream.getvalue(), picture.width, picture.height, round(degrees, 1), round(cut, 3))


def detected_skew(grey: Image.Image) -> float | None:
    """By how many degrees the lines of a grey picture rise to the right; None where no lines stand out.

    The picture is turned by every angle in question; where its lines run level, dark and light rows alternate most.
    """
    small = grey.copy()
    small.thumbnail((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BOX, reducing_gap=None)
    edges = small.filter(ImageFilter.FIND_EDGES)
    edges = edges.crop((4, 4, max(5, edges.width - 4), max(5, edges.height - 4)))
    steps = round(MOST_DEGREES / _COARSE)
    level = _contrast_of_rows(edges, 0.0)
    coarse = max(
        (step * _COARSE for step in range(-steps, steps + 1)), key=lambda angle: _contrast_of_rows(edges, angle)
    )
    fine = [coarse + step * _FINE for step in range(-5, 6)]
    scores = {angle: _contrast_of_rows(edges, angle) for angle in fine}
    best = max(scores, key=lambda angle: scores[angle])
    if scores[best] <= 0:
        return None
    if abs(best) < LEAST_DEGREES:
        return 0.0
    if abs(best) >= MOST_DEGREES or scores[best] < _CLEARER * level:
        return None
    return best


def _contrast_of_rows(edges: Image.Image, degrees: float) -> float:
    turned = edges.rotate(-degrees, Image.Resampling.BILINEAR) if degrees else edges
    # The corners that turning leaves empty are not looked at.
    inset = (edges.width // 8, edges.height // 8)
    middle = turned.crop((inset[0], inset[1], edges.width - inset[0], edges.height - inset[1]))
    rows = middle.resize((1, middle.height), Image.Resampling.BOX).tobytes()
    return sum((a - b) ** 2 for a, b in pairwise(rows)) / max(1, len(rows) - 1)


def _ground(picture: Image.Image) -> tuple[int, ...] | int:
    """The colour around the paper: the median of the picture's rim."""
    rim = max(2, min(picture.size) // 50)
    width, height = picture.size
    sides = ((0, 0, width, rim), (0, height - rim, width, height), (0, 0, rim, height), (width - rim, 0, width, height))
    strips = [picture.crop(side).resize((64, 4), Image.Resampling.BOX) for side in sides]
    joined = Image.new(picture.mode, (64, 16))
    for place, strip in enumerate(strips):
        joined.paste(strip, (0, 4 * place))
    medians = tuple(int(each) for each in ImageStat.Stat(joined).median)
    return medians if len(medians) > 1 else medians[0]


def _paper(picture: Image.Image) -> tuple[int, int, int, int]:
    """Where the paper lies: everything that differs from the ground, single specks left out."""
    whole = (0, 0, picture.width, picture.height)
    rim = _ground(picture)
    if ImageStat.Stat(Image.new(picture.mode, (1, 1), rim).convert("L")).mean[0] > _LIGHTEST_GROUND:
        return whole
    scale = max(1.0, max(picture.size) / 800)
    small = picture.resize((max(1, round(picture.width / scale)), max(1, round(picture.height / scale))))
    ground = Image.new(small.mode, small.size, rim)
    other = ImageChops.difference(small, ground).convert("L").filter(ImageFilter.BoxBlur(2))
    mask = other.point(lambda value: 255 if value > _GROUND_STEP else 0).filter(ImageFilter.MinFilter(5))
    box = mask.getbbox()
    if box is None:
        return whole
    margin = _MARGIN * max(picture.size)
    found = (
        max(0, round(box[0] * scale - margin)),
        max(0, round(box[1] * scale - margin)),
        min(picture.width, round(box[2] * scale + margin)),
        min(picture.height, round(box[3] * scale + margin)),
    )
    share = (found[2] - found[0]) * (found[3] - found[1]) / (picture.width * picture.height)
    return found if share >= _LEAST_SHARE else whole
