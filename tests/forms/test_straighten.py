"""Photos of papers made flat: corners found, dragged, kept as a recipe; known papers at their true size."""

from __future__ import annotations

import io
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from app.errors import UserError
from app.forms.corner_finder import find_corners
from app.forms.quad import WHOLE, Corners, Shape, flat_size, perspective
from app.forms.straighten import PictureRecipe, flattened, straightened, suggested
from app.services.demo_pictures import picture

VIEWS = [
    {},
    {"tilt": 0.3},
    {"pan": 0.35},
    {"tilt": 0.5, "pan": 0.2, "roll": 0.1},
    {"tilt": 0.2, "pan": -0.4, "roll": -0.3},
]


def off(found: Corners, corners: list[tuple[float, float]]) -> float:
    """The worst corner, as a share of the picture."""
    return max(math.dist(a, b) for a, b in zip(found.points(), corners, strict=True))


@pytest.mark.parametrize(
    ("view", "ground"),
    [(VIEWS[0], "wood"), (VIEWS[1], "light"), (VIEWS[2], "dark"), (VIEWS[3], "cloth"), (VIEWS[4], "light")],
    ids=str,
)
def test_a_card_on_a_table_is_found(photographer: Any, view: dict[str, float], ground: str) -> None:
    corners = photographer.corners(85.6, 54, **view)
    found = find_corners(photographer.picture("id_card", corners, ground=ground))
    assert found is not None and off(found, corners) < 0.01


@pytest.mark.parametrize("view", [VIEWS[0], VIEWS[1], VIEWS[3]], ids=str)
def test_a_paper_photo_comes_out_flat(photographer: Any, view: dict[str, float]) -> None:
    corners = photographer.corners(210, 297, **view)
    shot = photographer.jpeg(photographer.picture("letter", corners, upright=True))
    guess = suggested(shot, "jpeg")
    assert guess.found and guess.recipe.shape is Shape.A4 and guess.recipe.turns == 0
    made = straightened(shot, "a.jpg", guess.recipe)
    assert made.height / made.width == pytest.approx(297 / 210, abs=0.002)
    flat = Image.open(io.BytesIO(made.jpeg)).convert("L").resize((310, 438), Image.Resampling.BOX)
    truth = Image.open(io.BytesIO(picture("letter"))).convert("L").resize((310, 438), Image.Resampling.BOX)
    # The same words at the same places: darkest where the paper itself is.
    ink = truth.point([255 if each < 150 else 0 for each in range(256)])
    assert ImageStat.Stat(flat, ink).mean[0] < ImageStat.Stat(flat, ImageChops.invert(ink)).mean[0] - 40


def test_a_card_gets_its_true_size(photographer: Any) -> None:
    shot = photographer.jpeg(photographer.picture("id_card", photographer.corners(85.6, 54, tilt=0.4, pan=0.2)))
    guess = suggested(shot, "jpeg", "id_card_copy")
    made = straightened(shot, "a.jpg", guess.recipe)
    assert guess.recipe.shape is Shape.CARD and made.dpi is not None
    assert made.width / made.dpi * 25.4 == pytest.approx(85.6, abs=0.3)
    assert made.height / made.dpi * 25.4 == pytest.approx(54, abs=0.3)
    assert not Image.open(io.BytesIO(made.jpeg)).getexif()


def test_the_same_recipe_gives_the_same_bytes(photographer: Any) -> None:
    shot = photographer.jpeg(photographer.picture("licence", photographer.corners(297, 210, tilt=0.3)))
    recipe = PictureRecipe(Corners.of([(0.2, 0.1), (0.8, 0.15), (0.9, 0.9), (0.1, 0.8)]), Shape.A4, turns=3)
    kept = PictureRecipe.from_json(recipe.to_json())
    assert kept == recipe
    assert straightened(shot, "a.jpg", kept) == straightened(shot, "a.jpg", recipe)


@pytest.mark.parametrize(("turned", "turns"), [(90, 1), (180, 2), (270, 3)])
def test_the_print_says_which_way_up_it_goes(photographer: Any, turned: int, turns: int) -> None:
    whole = photographer.picture("letter", photographer.corners(210, 297, tilt=0.2), upright=True)
    guess = suggested(photographer.jpeg(whole.rotate(turned, expand=True)), "jpeg")
    assert guess.found and guess.recipe.turns == turns


def test_turning_by_hand_turns_the_result() -> None:
    flat = Image.open(io.BytesIO(picture("id_card"))).convert("RGB")
    for turns, method in enumerate((None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180)):
        expected = flat if method is None else flat.transpose(method)
        assert flattened(flat, PictureRecipe(turns=turns)).tobytes() == expected.tobytes()


@pytest.mark.parametrize("name", ["letter", "id_card", "licence"])
def test_a_scan_is_left_whole(name: str) -> None:
    guess = suggested(picture(name), "png")
    assert not guess.found and guess.recipe == PictureRecipe()


def test_what_has_no_corners_has_none() -> None:
    assert find_corners(Image.new("RGB", (900, 700), "white")) is None
    assert find_corners(Image.effect_noise((800, 600), 40)) is None
    assert find_corners(Image.new("L", (10, 10))) is None


def test_a_scan_that_lies_askew_is_levelled() -> None:
    scan = Image.open(io.BytesIO(picture("whois"))).convert("RGB").rotate(-4, expand=True, fillcolor="white")
    stream = io.BytesIO()
    scan.save(stream, "PNG")
    recipe = suggested(stream.getvalue(), "png").recipe
    left, right = recipe.corners.top_left, recipe.corners.top_right
    rise = math.degrees(math.atan2((right[1] - left[1]) * scan.height, (right[0] - left[0]) * scan.width))
    assert rise == pytest.approx(4, abs=0.5)


@given(
    st.lists(st.floats(-0.12, 0.12), min_size=8, max_size=8),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_the_flat_rectangle_meets_its_corners(shifts: list[float], u: float, v: float) -> None:
    square = ((0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8))
    points = [(x + shifts[2 * i], y + shifts[2 * i + 1]) for i, (x, y) in enumerate(square)]
    a, b, c, d, e, f, g, h = perspective(points, 10, 20)

    def place(x: float, y: float) -> tuple[float, float]:
        below = g * x + h * y + 1
        return (a * x + b * y + c) / below, (d * x + e * y + f) / below

    for (x, y), corner in zip(((0, 0), (10, 0), (10, 20), (0, 20)), points, strict=True):
        assert place(x, y) == pytest.approx(corner, abs=1e-9)
    assert Corners.of(points).is_sound()
    inside = place(10 * u, 20 * v)
    assert all(min(p[i] for p in points) - 1e-9 <= inside[i] <= max(p[i] for p in points) + 1e-9 for i in (0, 1))


@settings(max_examples=40)
@given(
    st.floats(0.05, 0.6), st.floats(0.05, 0.6), st.floats(-0.5, 0.5), st.sampled_from([(85.6, 54.0), (210.0, 297.0)])
)
def test_the_true_ratio_comes_out_of_any_view(tilt: float, pan: float, roll: float, size: tuple[float, float]) -> None:
    wide, high = size
    points = []
    for x, y in ((-wide / 2, -high / 2), (wide / 2, -high / 2), (wide / 2, high / 2), (-wide / 2, high / 2)):
        x, y = x * math.cos(roll) - y * math.sin(roll), x * math.sin(roll) + y * math.cos(roll)
        y, z = y * math.cos(tilt), y * math.sin(tilt)
        x, z = x * math.cos(pan) + z * math.sin(pan), -x * math.sin(pan) + z * math.cos(pan)
        points.append((1280 * x / (z + 600) + 800, 1280 * y / (z + 600) + 600))
    found = flat_size(points, Shape.FREE, 1600, 1200)
    assert found[0] / found[1] == pytest.approx(wide / high, rel=0.02)


@pytest.mark.parametrize(
    "points",
    [
        [(0, 0), (1, 1), (1, 0), (0, 1)],  # crossed
        [(0, 0), (0, 1), (1, 1), (1, 0)],  # seen from behind
        [(0, 0), (1, 0), (0.4, 0.4), (0, 1)],  # dented
        [(0.5, 0.5), (0.51, 0.5), (0.51, 0.51), (0.5, 0.51)],  # a slip of the mouse
        [(-9, 0), (1, 0), (1, 1), (0, 1)],
        [(float("nan"), 0), (1, 0), (1, 1), (0, 1)],
    ],
)
def test_corners_that_bound_no_paper_are_refused(points: list[tuple[float, float]]) -> None:
    corners = Corners.of(points)
    assert not corners.is_sound()
    with pytest.raises(UserError) as error:
        flattened(Image.new("RGB", (100, 100)), PictureRecipe(corners))
    assert error.value.code == "cases.corners_unsound"
    with pytest.raises(UserError):
        PictureRecipe.from_json(PictureRecipe(corners).to_json())


def test_moved_corners_stay_within_reach() -> None:
    assert WHOLE.moved(0, (-3.0, 0.25)).top_left == (-0.5, 0.25)
    assert WHOLE.shifted(1).points() == ((0, 1), (0, 0), (1, 0), (1, 1))
    assert WHOLE.shifted(4) == WHOLE
