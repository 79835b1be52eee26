"""Pictures of papers judged and straightened: rendered papers, the same ones photographed badly."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageChops, ImageEnhance, ImageFilter

from app.errors import UserError
from app.forms.enclosures import read_enclosure
from app.forms.image_quality import examine
from app.forms.join import join_pictures
from app.forms.raster import page_image
from app.forms.straighten import straighten
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


@pytest.mark.parametrize("degrees", [-11.0, -3.4, 1.0, 6.6, 12.0])
def test_straightening_levels_and_cuts(degrees: float) -> None:
    whole = photo("letter")
    made = straighten(encoded(whole.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=TABLE)), "a.jpg")
    assert made.degrees == pytest.approx(degrees, abs=0.4)
    assert abs(made.width - 1240) < 90 and abs(made.height - 1754) < 90, "the table around the paper is gone"
    assert examine(made.jpeg, "a.jpg") == ()
    assert not Image.open(io.BytesIO(made.jpeg)).getexif()


def test_a_straight_full_picture_is_left_whole() -> None:
    made = straighten(picture("whois"), "scan.png")
    assert made.degrees == 0 and made.cut == pytest.approx(0, abs=0.05)


def test_joining_keeps_the_order_and_is_repeatable() -> None:
    files = [("身份证正面", picture("id_card")), ("授权书", picture("letter"))]
    pdf = join_pictures(files, title="合并")
    assert pdf == join_pictures(files, title="合并")
    assert read_enclosure(pdf, "joined.pdf").pages == 2
    first, second = page_image(pdf, 0, 40), page_image(pdf, 1, 40)
    assert first.rgb != second.rgb
    with pytest.raises(UserError) as error:
        join_pictures([], title="合并")
    assert error.value.code == "cases.nothing_to_join"
