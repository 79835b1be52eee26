"""Several files joined to one PDF: order, cards at true size, and a packet that leaves them so."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from app.errors import UserError
from app.forms.enclosures import Enclosure, enclosure_pdf, prepare_enclosure, read_enclosure
from app.forms.join import Sheet, join_sheets
from app.forms.page_pictures import MOST_HELD, _held, page_pictures
from app.forms.placement import Arrangement
from app.forms.raster import page_image
from app.services.demo_pictures import picture


def card(colour: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (1712, 1080), colour).save(stream, "PNG")
    return stream.getvalue()


def bounds(pdf: bytes, page: int, colour: tuple[int, int, int]) -> tuple[float, float, float, float]:
    """Millimetres from the page's left and top, where a colour stands."""
    drawn = page_image(pdf, page, 144)
    image = Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.rgb, "raw", "RGB", drawn.stride, 1)
    bands = [
        band.point([255 if abs(each - value) < 24 else 0 for each in range(256)])
        for band, value in zip(image.split(), colour, strict=True)
    ]
    box = Image.merge("RGB", bands).convert("L").point([255 if each > 250 else 0 for each in range(256)]).getbbox()
    assert box is not None
    return tuple(each / 144 * 25.4 for each in box)  # type: ignore[return-value]  # four


RED, BLUE = (255, 0, 0), (0, 0, 255)


def test_both_sides_of_a_card_share_a_page_at_true_size() -> None:
    pdf = join_sheets(
        [Sheet("front", card("red"), Arrangement.CARD), Sheet("back", card("blue"), Arrangement.CARD)], title="身份证"
    )
    assert read_enclosure(pdf, "joined.pdf").pages == 1
    front, back = bounds(pdf, 0, RED), bounds(pdf, 0, BLUE)
    for left, top, right, bottom in (front, back):
        assert (right - left, bottom - top) == pytest.approx((85.6, 54.0), abs=0.4)
    assert front[3] < back[1], "the front is above"
    packed = enclosure_pdf(Enclosure("身份证复印件", (pdf,), "仅用于办理备案"))
    left, top, right, bottom = bounds(packed, 0, BLUE)
    assert (right - left, bottom - top) == pytest.approx((85.6, 54.0), abs=0.4), "not shrunk"
    assert bounds(packed, 0, BLUE) == pytest.approx(back, abs=0.4)


def test_neighbours_share_pages_and_the_order_stays() -> None:
    sheets = [
        Sheet("letter", picture("letter")),
        Sheet("a", card("red"), Arrangement.PAIR),
        Sheet("b", card("blue"), Arrangement.PAIR),
        Sheet("c", card("red"), Arrangement.PAIR),
        Sheet("front", card("blue"), Arrangement.CARD),
    ]
    pdf = join_sheets(sheets, title="合并")
    assert pdf == join_sheets(sheets, title="合并"), "same files, same bytes"
    assert read_enclosure(pdf, "joined.pdf").pages == 4
    assert bounds(pdf, 1, RED)[3] < bounds(pdf, 1, BLUE)[1]
    left, _, right, _ = bounds(pdf, 2, RED)
    assert right - left > 150, "a half page is filled"


def test_pdfs_and_pictures_mix() -> None:
    two = join_sheets([Sheet("a", picture("letter")), Sheet("b", picture("licence"))], title="x")
    pdf = join_sheets([Sheet("two", two), Sheet("card", card("red"), Arrangement.CARD)], title="y")
    assert read_enclosure(pdf, "joined.pdf").pages == 3


def test_nothing_and_too_much_are_refused() -> None:
    with pytest.raises(UserError) as error:
        join_sheets([], title="合并")
    assert error.value.code == "cases.nothing_to_join"
    small = io.BytesIO()
    Image.new("L", (40, 40), 128).save(small, "PNG")
    with pytest.raises(UserError) as error:
        join_sheets([Sheet("a", small.getvalue())] * 101, title="合并")
    assert error.value.code == "packet.too_many_pages"


def test_a_picture_is_decoded_once_for_check_and_page(monkeypatch: pytest.MonkeyPatch) -> None:
    data = card("green")
    read = read_enclosure(data, "a.png", Arrangement.PAGE)
    found = page_pictures(data, "png", read.sha256, Arrangement.PAGE)
    assert found is page_pictures(data, "png", read.sha256, Arrangement.PAGE)
    plain = read_enclosure(data, "a.png")
    assert (plain.width, plain.height, plain.pages, plain.dpi) == (read.width, read.height, read.pages, read.dpi)
    _held.clear()
    assert prepare_enclosure(Enclosure("a", (data,))).sheets[0].pictures[0][0] == found.pictures[0].paper  # type: ignore[union-attr]


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.forms.page_pictures.MOST_HELD", 60_000)
    for seed in range(6):
        noisy = Image.effect_noise((900, 600), 60 + seed)
        stream = io.BytesIO()
        noisy.save(stream, "PNG")
        page_pictures(stream.getvalue(), "png", f"{seed:064d}", Arrangement.PAGE)
    assert sum(each.size for each in _held.values()) <= 60_000 < MOST_HELD
