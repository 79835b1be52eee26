"""Looks whether a picture of a paper can be read once it is printed: size, sharpness, light, how it lies.

Everything is measured on a small grey copy, so a photo of fifty million pixels takes as long as one of two. The
limits were set on rendered papers, the same papers blurred, darkened, turned and made small, and on camera noise; they
are advice: an agent may keep a picture that this finds fault with.

Sharpness is the variance of the Laplacian, the largest among the parts of the picture: a page that is mostly blank is
sharp where its words are, a blurred one nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageFilter, ImageStat

from app.errors import Problem
from app.forms.enclosures import read_enclosure
from app.forms.images import upright_images
from app.forms.straighten import MOST_DEGREES, detected_skew

LEAST_SIDE = 800
"""Pixels on the short side: an identity card of 54 mm printed at its size has 375 dpi then."""
LOOKED_AT = 1000
"""Pixels on the long side of the copy that is measured."""
PARTS = 4
LEAST_SHARP = 120.0
DARK_MEAN = 60.0
LEAST_CONTRAST = 55
SIDEWAYS_RATIO = 2.2
ASKEW_DEGREES = 2.0
HEAVY_BYTES = 10 * 1024 * 1024
_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


@dataclass(frozen=True, slots=True)
class PictureQuality:
    """What was measured of the first picture of a file.

    Attributes:
        width, height: upright, pixels.
        sharpness: largest variance of the Laplacian among the parts.
        light: mean grey, 0 to 255.
        contrast: grey steps between the darkest and the lightest hundredth.
        skew: degrees that the lines rise to the right; None where no lines were found.
        sideways: whether the lines seem to run from top to bottom.
    """

    width: int
    height: int
    sharpness: float
    light: float
    contrast: int
    skew: float | None
    sideways: bool


def examine(data: bytes, file_name: str) -> tuple[Problem, ...]:
    """What a customer should know of a file, as codes `cases.picture_…`, path `file`; nothing for a PDF but its size.

    Raises:
        UserError: as `enclosures.read_enclosure`, when the file cannot be printed at all.
    """
    file = read_enclosure(data, file_name)
    found = []
    if len(data) > HEAVY_BYTES:
        found.append(Problem("file", "cases.file_heavy", {"size": len(data) >> 20}))
    if file.kind == "pdf":
        return tuple(found)
    return (*found, *faults(measure(data, file.kind)))


def measure(data: bytes, kind: str) -> PictureQuality:
    """Measure the first picture of a file whose kind is known.

    Raises:
        UserError: as `images.read_image`.
    """
    picture = next(iter(upright_images(data, kind)))[0]
    small = picture.convert("L")
    small.thumbnail((LOOKED_AT, LOOKED_AT), Image.Resampling.BOX, reducing_gap=None)
    low, high = _spread(small)
    skew = detected_skew(small)
    return PictureQuality(
        picture.width,
        picture.height,
        _sharpness(small),
        float(ImageStat.Stat(small).mean[0]),
        high - low,
        skew,
        _lies_sideways(small),
    )


def faults(found: PictureQuality) -> tuple[Problem, ...]:
    """What is wrong with a picture that was measured."""
    problems = []
    if min(found.width, found.height) < LEAST_SIDE:
        facts = {"width": found.width, "height": found.height, "least": LEAST_SIDE}
        problems.append(Problem("file", "cases.picture_small", facts))
    if found.light < DARK_MEAN:
        problems.append(Problem("file", "cases.picture_dark"))
    elif found.contrast < LEAST_CONTRAST:
        problems.append(Problem("file", "cases.picture_washed_out"))
    elif found.sharpness < LEAST_SHARP:
        problems.append(Problem("file", "cases.picture_blurred"))
    if found.sideways:
        problems.append(Problem("file", "cases.picture_sideways"))
    elif found.skew is not None and ASKEW_DEGREES <= abs(found.skew) <= MOST_DEGREES:
        problems.append(Problem("file", "cases.picture_crooked", {"degrees": round(abs(found.skew))}))
    return tuple(problems)


def _sharpness(grey: Image.Image) -> float:
    edges = grey.filter(_LAPLACIAN)
    # The filter leaves the outermost pixels as they are.
    edges = edges.crop((1, 1, max(2, grey.width - 1), max(2, grey.height - 1)))
    best = 0.0
    for row in range(PARTS):
        for column in range(PARTS):
            box = (
                edges.width * column // PARTS,
                edges.height * row // PARTS,
                max(edges.width * (column + 1) // PARTS, edges.width * column // PARTS + 1),
                max(edges.height * (row + 1) // PARTS, edges.height * row // PARTS + 1),
            )
            best = max(best, float(ImageStat.Stat(edges.crop(box)).var[0]))
    return best


def _spread(grey: Image.Image) -> tuple[int, int]:
    counts = grey.histogram()
    limit = sum(counts) / 100
    return _reaching(counts, limit), 255 - _reaching(counts[::-1], limit)


def _reaching(counts: list[int], limit: float) -> int:
    seen = 0
    for value, count in enumerate(counts):
        seen += count
        if seen > limit:
            return value
    return 255


def _lies_sideways(grey: Image.Image) -> bool:
    """Whether the ink changes much more from column to column than from row to row, as lines of print do when turned."""
    # Frames around a paper run both ways: only the middle is looked at.
    across, down = grey.width // 5, grey.height // 5
    edges = grey.filter(ImageFilter.FIND_EDGES).crop((across, down, grey.width - across, grey.height - down))
    edges = edges.filter(ImageFilter.BoxBlur(3))
    rows = _roughness(edges.resize((1, edges.height), Image.Resampling.BOX))
    columns = _roughness(edges.resize((edges.width, 1), Image.Resampling.BOX))
    return rows > 0 and columns > SIDEWAYS_RATIO * rows


def _roughness(line: Image.Image) -> float:
    values = line.tobytes()
    return sum((a - b) ** 2 for a, b in pairwise(values)) / max(1, len(values) - 1)
