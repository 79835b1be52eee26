"""Pages as pictures: right size, right colours, from several threads at once."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from reportlab.pdfgen.canvas import Canvas

from app.errors import UserError
from app.forms.raster import PageImage, PageSize, page_count, page_image, page_sizes


def coloured(*sizes: tuple[float, float]) -> bytes:
    """A PDF with one page per size; the upper left quarter of each is red."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    for width, height in sizes:
        canvas.setPageSize((width, height))
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, height / 2, width / 2, height / 2, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def pixel(image: PageImage, across: float, down: float) -> tuple[int, int, int]:
    start = int(down * image.height) * image.stride + int(across * image.width) * 3
    return image.rgb[start], image.rgb[start + 1], image.rgb[start + 2]


def test_counts_and_sizes() -> None:
    pdf = coloured((200, 100), (300, 400))
    assert page_count(pdf) == 2
    assert page_sizes(pdf) == (PageSize(200, 100), PageSize(300, 400))


def test_draws_at_the_resolution_asked_for() -> None:
    image = page_image(coloured((200, 100)), 0, 144)
    assert (image.width, image.height) == (400, 200)
    assert len(image.rgb) == image.stride * image.height
    assert pixel(image, 0.25, 0.25) == (255, 0, 0)
    assert pixel(image, 0.75, 0.25) == pixel(image, 0.25, 0.75) == (255, 255, 255)


def test_refuses_a_picture_beyond_all_memory() -> None:
    with pytest.raises(UserError) as caught:
        page_image(coloured((600, 800)), 0, 20_000)
    assert caught.value.code == "packet.page_too_big"


def test_there_is_no_page_beyond_the_last() -> None:
    with pytest.raises(IndexError):
        page_image(coloured((600, 800)), 1, 72)
    with pytest.raises(IndexError):
        page_image(coloured((600, 800)), -1, 72)


def test_what_is_no_pdf_is_a_clear_error() -> None:
    with pytest.raises(UserError) as caught:
        page_count(b"%PDF-1.7 nothing more")
    assert caught.value.code == "packet.pdf_damaged"


def test_threads_take_turns() -> None:
    pdf = coloured((200, 100), (100, 200))
    alone = [page_image(pdf, index, 96) for index in (0, 1)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda number: page_image(pdf, number % 2, 96), range(40)))
    assert together == alone * 20
