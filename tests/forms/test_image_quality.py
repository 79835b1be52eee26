"""Pictures of papers judged: rendered papers, the same ones photographed badly."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from app.forms.enclosures import read_enclosure
from app.forms.image_quality import examine
from app.forms.images import small_image
from app.forms.print_lines import Lying, lying
from app.services.demo_pictures import picture

TABLE = (92, 70, 50)


def photo(name: str) -> Image.Image:
    """A paper on a brown table, with the noise of a camera; the noise is the same at every run of one process only."""
    paper = Image.open(io.BytesIO(picture(name))).convert("RGB")
    ground = Image.new("RGB", (paper.width + 500, paper.height + 500), TABLE)
    ground.paste(paper, (250, 250))
    noise = Image.effect_noise(ground.size, 20).convert("RGB")
    return ImageChops.add(ground, noise, scale=1, offset=-128)


def encoded(image: Image.Image, kind: str = "JPEG") -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, quality=88)
    return stream.getvalue()


def codes(image: Image.Image) -> list[str]:
    return [each.code.removeprefix("cases.picture_") for each in examine(encoded(image), "photo.jpg")]


@pytest.fixture(scope="module", params=["licence", "letter", "whois", "id_card"])
def shot(request: pytest.FixtureRequest) -> Image.Image:
    return photo(request.param)


def test_a_good_photo_has_no_fault(shot: Image.Image) -> None:
    assert codes(shot) == []


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda image: image.filter(ImageFilter.GaussianBlur(6)), "blurred"),
        (lambda image: ImageEnhance.Brightness(image).enhance(0.25), "dark"),
        (lambda image: image.point([215 + each // 8 for each in range(256)] * 3), "washed_out"),
        (lambda image: image.rotate(90, expand=True), "sideways"),
        (lambda image: image.rotate(5, expand=True, fillcolor=TABLE), "crooked"),
        (lambda image: image.rotate(-8, expand=True, fillcolor=TABLE), "crooked"),
        (lambda image: image.resize((image.width // 4, image.height // 4)), "small"),
    ],
)
def test_each_fault_is_found_and_nothing_else(
    shot: Image.Image, spoil: Callable[[Image.Image], Image.Image], code: str
) -> None:
    assert codes(spoil(shot)) == [code]


def test_a_page_of_one_colour_breaks_nothing() -> None:
    for size in ((900, 1200), (801, 1), (3, 3)):
        assert "washed_out" in codes(Image.new("RGB", size, "white"))


def test_a_reflection_is_found(photographer: Any) -> None:
    corners = photographer.corners(85.6, 54, tilt=0.2)
    shot = photographer.picture("id_card", corners)
    shot = ImageEnhance.Brightness(shot).enhance(0.9)
    lamp = Image.new("L", shot.size, 0)
    ImageDraw.Draw(lamp).ellipse((700, 450, 980, 640), fill=255)
    glaring = shot.copy()
    glaring.paste((255, 255, 255), mask=lamp.filter(ImageFilter.GaussianBlur(20)))
    assert "glare" not in codes(shot) and "glare" in codes(glaring)


def test_a_card_far_away_is_told_from_a_small_picture(photographer: Any) -> None:
    far = photographer.picture("id_card", photographer.corners(85.6, 54, far=2.6))
    near = photographer.picture("id_card", photographer.corners(85.6, 54, far=1.5))
    assert "far" in codes(far) and "small" not in codes(far)
    assert codes(near) == []


@pytest.mark.parametrize("name", ["licence", "letter"])
def test_a_picture_on_its_head_is_found_where_the_print_says_so(photographer: Any, name: str) -> None:
    corners = photographer.corners(210, 297, tilt=0.25)
    shot = photographer.picture(name, corners, upright=True)
    assert codes(shot) == []
    assert codes(shot.rotate(180)) == ["head_down"]


def test_centred_and_sparse_papers_say_nothing_of_their_head() -> None:
    page = Image.new("L", (900, 1200), 250)
    pen = ImageDraw.Draw(page)
    for row in range(12):
        half = 100 + 37 * (row * 5 % 8)
        pen.rectangle((450 - half, 100 + 80 * row, 450 + half, 124 + 80 * row), fill=30)
    assert lying(page) is lying(page.rotate(180)) is Lying.UNKNOWN
    assert lying(page.rotate(90, expand=True)) is Lying.SIDEWAYS
    assert lying(Image.new("L", (900, 1200), 255)) is Lying.UNKNOWN
    assert lying(Image.new("L", (3, 3), 0)) is Lying.UNKNOWN


@pytest.mark.parametrize(("orientation", "method"), [(3, Image.Transpose.ROTATE_180), (8, Image.Transpose.ROTATE_270)])
def test_what_exif_turns_is_not_held_against_a_picture(orientation: int, method: Image.Transpose) -> None:
    """The telephone wrote the pixels as the sensor lay and noted how to turn them."""
    note = Image.Exif()
    note[0x0112] = orientation
    stream = io.BytesIO()
    photo("letter").transpose(method).save(stream, "JPEG", quality=88, exif=note)
    assert examine(stream.getvalue(), "photo.jpg") == ()


def test_measuring_a_huge_photo_takes_a_small_copy() -> None:
    stream = io.BytesIO()
    photo("letter").resize((4000, 3200)).save(stream, "JPEG", quality=60)
    small = small_image(stream.getvalue(), "jpeg", 1000)
    assert max(small.size) == 1000
    info = read_enclosure(stream.getvalue(), "huge.jpg")
    assert (info.width, info.height) == (4000, 3200)
