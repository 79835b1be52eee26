"""Looks whether a picture of a paper can be read once it is printed: size, sharpness, light, how it lies.

Everything is measured on a small grey copy, so a photo of fifty million pixels takes as long as one of two. Where the
paper's corners are found, the paper alone is measured, without the table around it. The limits were set on rendered
papers, the same papers blurred, darkened, turned and made small, and on camera noise; they are advice: an agent may
keep a picture that this finds fault with.

Sharpness is the variance of the Laplacian, the largest among the parts of the picture: a page that is mostly blank is
sharp where its words are, a blurred one nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageFilter, ImageStat

from app.errors import Problem
from app.forms.corner_finder import find_corners
from app.forms.enclosures import EnclosureFile, read_enclosure
from app.forms.images import small_image
from app.forms.print_lines import MOST_DEGREES, Lying, detected_skew, lying
from app.forms.quad import Corners, Shape, flat_size
from app.forms.straighten import PictureRecipe, flattened

LEAST_SIDE = 800
"""Pixels on the short side: an identity card of 54 mm printed at its size has 375 dpi then."""
LEAST_PAPER_SIDE = 400
"""Pixels on the short side of the paper within a photo that is big enough: 190 dpi on a card."""
LOOKED_AT = 1000
"""Pixels on the long side of the copy that is measured."""
PARTS = 4
LEAST_SHARP = 120.0
DARK_MEAN = 60.0
LEAST_CONTRAST = 55
ASKEW_DEGREES = 2.0
HEAVY_BYTES = 10 * 1024 * 1024
GLARE_LEVEL = 252
GLARE_SHARE = 0.012
"""Of the paper, in spots and not in single pixels: a lamp in a laminated card."""
GLARE_PAPER = 232
"""A paper that is itself lighter than this cannot show a glare, and needs none: scans are white."""
_SPOT = 9
_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


@dataclass(frozen=True, slots=True)
class PictureQuality:
    """What was measured of the first picture of a file.

    Attributes:
        width, height: upright, pixels.
        paper_side: pixels of the short side of the paper that was found in it; None where none was.
        sharpness: largest variance of the Laplacian among the parts.
        light: mean grey, 0 to 255.
        contrast: grey steps between the darkest and the lightest hundredth.
        glare: share of the paper that is blown out in spots.
        skew: degrees that the lines rise to the right; None where no lines were found.
        lying: how the print lies; `UNKNOWN` where it does not say.
    """

    width: int
    height: int
    paper_side: int | None
    sharpness: float
    light: float
    contrast: int
    glare: float
    skew: float | None
    lying: Lying


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
    return (*found, *faults(measure(data, file)))


def measure(data: bytes, file: EnclosureFile) -> PictureQuality:
    """Measure the first picture of a file that was read.

    Raises:
        UserError: as `images.read_image`.
    """
    small = small_image(data, file.kind, LOOKED_AT)
    corners = find_corners(small)
    paper = small if corners is None else flattened(small, PictureRecipe(corners))
    whole, grey = small.convert("L"), paper.convert("L")
    low, high = _spread(whole)
    return PictureQuality(
        round(file.width),
        round(file.height),
        None if corners is None else _short_side(corners, file.width, file.height),
        _sharpness(whole),
        float(ImageStat.Stat(whole).mean[0]),
        high - low,
        _glare(grey),
        detected_skew(whole),
        _lying(grey, whole),
    )


def faults(found: PictureQuality) -> tuple[Problem, ...]:
    """What is wrong with a picture that was measured."""
    problems = []
    if min(found.width, found.height) < LEAST_SIDE:
        facts = {"width": found.width, "height": found.height, "least": LEAST_SIDE}
        problems.append(Problem("file", "cases.picture_small", facts))
    elif found.paper_side is not None and found.paper_side < LEAST_PAPER_SIDE:
        problems.append(Problem("file", "cases.picture_far", {"side": found.paper_side, "least": LEAST_PAPER_SIDE}))
    if found.light < DARK_MEAN:
        problems.append(Problem("file", "cases.picture_dark"))
    elif found.contrast < LEAST_CONTRAST:
        problems.append(Problem("file", "cases.picture_washed_out"))
    elif found.glare >= GLARE_SHARE:
        problems.append(Problem("file", "cases.picture_glare"))
    elif found.sharpness < LEAST_SHARP:
        problems.append(Problem("file", "cases.picture_blurred"))
    if found.lying is Lying.SIDEWAYS:
        problems.append(Problem("file", "cases.picture_sideways"))
    elif found.lying is Lying.HEAD_DOWN:
        problems.append(Problem("file", "cases.picture_head_down"))
    elif found.skew is not None and ASKEW_DEGREES <= abs(found.skew) <= MOST_DEGREES:
        problems.append(Problem("file", "cases.picture_crooked", {"degrees": round(abs(found.skew))}))
    return tuple(problems)


def _lying(paper: Image.Image, whole: Image.Image) -> Lying:
    """As the paper's print says; where that says nothing, the whole picture may still show that it lies on its side."""
    found = lying(paper)
    return Lying.SIDEWAYS if found is Lying.UNKNOWN and lying(whole) is Lying.SIDEWAYS else found


def _short_side(corners: Corners, width: float, height: float) -> int:
    points = [(x * width, y * height) for x, y in corners.points()]
    return round(min(flat_size(points, Shape.FREE, width, height)))


def _glare(paper: Image.Image) -> float:
    """The share of blown-out spots, on a paper that is not white all over."""
    if ImageStat.Stat(paper).median[0] >= GLARE_PAPER:
        return 0.0
    spots = paper.point([255 if each >= GLARE_LEVEL else 0 for each in range(256)]).filter(ImageFilter.MinFilter(_SPOT))
    return float(ImageStat.Stat(spots).mean[0]) / 255


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
