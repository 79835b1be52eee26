"""The purpose across a copy: it is there, it names nothing else, and what it crosses stays legible."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat
from pypdf import PdfReader

from app.forms.enclosures import Enclosure, enclosure_pdf
from app.forms.placement import Arrangement
from app.forms.raster import page_image
from app.forms.watermark import WatermarkPlace, WatermarkStrength
from app.services.demo_pictures import picture

PURPOSE = "仅用于办理粤ICP备12345678号注销 2026年11月23日"
SIZE = (1712, 1080)
NUMBER = (0.05, 0.78, 0.95, 0.92)
FACE = (0.64, 0.12, 0.95, 0.72)


def card(shade: int) -> bytes:
    """A card whose number stands where that of an identity card does, and a face-like picture at its right."""
    image = Image.new("L", SIZE, shade)
    pen = ImageDraw.Draw(image)
    wide = SIZE[0]
    for place in range(18):
        x = int(wide * 0.07) + place * int(wide * 0.047)
        pen.rectangle((x, int(SIZE[1] * 0.81), x + 14, int(SIZE[1] * 0.89)), fill=20)
        bar = int(SIZE[1] * (0.81 + 0.02 * (place % 4)))
        pen.rectangle((x, bar, x + 40, bar + 16), fill=20)
    box = [round(part * SIZE[each % 2]) for each, part in enumerate(FACE)]
    face = Image.radial_gradient("L").resize((box[2] - box[0], box[3] - box[1]))
    for across, down in ((0.3, 0.35), (0.7, 0.35), (0.5, 0.75)):
        left, top = face.width * across, face.height * down
        spot = (left - 30, top - 14, left + 30, top + 14)
        ImageDraw.Draw(face).ellipse(spot, fill=30)
    image.paste(face.filter(ImageFilter.GaussianBlur(4)), (box[0], box[1]))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def printed(data: bytes, text: str | None, place: WatermarkPlace, strength: WatermarkStrength) -> Image.Image:
    """The card alone, as printed at 300 dpi."""
    made = Enclosure(
        "身份证",
        (data,),
        text,
        Arrangement.CARD,
        watermark_place=place,
        captioned=False,
        watermark_strength=strength,
    )
    page = page_image(enclosure_pdf(made), 0, 300)
    whole = Image.frombuffer("RGB", (page.width, page.height), page.rgb, "raw", "RGB", page.stride, 1).convert("L")
    # The card of 85.6 × 54 mm in the upper half of the page.
    left, top = (210 - 85.6) / 2, 18 + (297 - 30) / 4 - 27
    x, y, right, bottom = (round(each / 25.4 * 300) for each in (left, top, left + 85.6, top + 54))
    return whole.crop((x, y, right, bottom))


def part(image: Image.Image, box: tuple[float, float, float, float]) -> Image.Image:
    x, y, right, bottom = (round(each * image.size[place % 2]) for place, each in enumerate(box))
    return image.crop((x, y, right, bottom))


def contrast(image: Image.Image, truth: Image.Image) -> float:
    """Grey steps between the darkest paper (lowest twentieth) and the lightest ink (highest twentieth)."""
    steps = truth.histogram()
    middle = (steps.index(next(filter(None, steps))) + 255 - steps[::-1].index(next(filter(None, steps[::-1])))) / 2
    ink = truth.point([255 if each < middle - 40 else 0 for each in range(256)])
    paper = truth.point([255 if each > middle + 40 else 0 for each in range(256)])

    def twentieth(mask: Image.Image, highest: bool) -> int:
        counts = image.histogram(mask)
        order = range(255, -1, -1) if highest else range(256)
        left = sum(counts) / 20
        for value in order:
            left -= counts[value]
            if left <= 0:
                return value
        return 0

    return twentieth(paper, highest=False) - twentieth(ink, highest=True)


@pytest.mark.parametrize("strength", WatermarkStrength)
@pytest.mark.parametrize("place", WatermarkPlace)
@pytest.mark.parametrize("shade", [250, 190])
def test_number_and_face_stay_legible(place: WatermarkPlace, strength: WatermarkStrength, shade: int) -> None:
    data = card(shade)
    plain, marked = (printed(data, text, place, strength) for text in (None, PURPOSE))
    assert ImageChops.difference(plain, marked).getbbox(), "it is there"
    number = part(plain, NUMBER)
    assert contrast(part(marked, NUMBER), number) >= 0.5 * contrast(number, number)
    before, after = part(plain, FACE), part(marked, FACE)
    changed = ImageStat.Stat(ImageChops.difference(before, after))
    assert changed.mean[0] < 12 and changed.rms[0] < 0.45 * ImageStat.Stat(before).stddev[0]


def test_a_stronger_mark_is_darker() -> None:
    data = card(250)
    seen = []
    for strength in (WatermarkStrength.LIGHT, WatermarkStrength.NORMAL, WatermarkStrength.STRONG):
        plain = printed(data, None, WatermarkPlace.TILED, strength)
        marked = printed(data, PURPOSE, WatermarkPlace.TILED, strength)
        seen.append(ImageStat.Stat(ImageChops.difference(plain, marked)).mean[0])
    assert seen[0] * 1.3 < seen[1] and seen[1] * 1.3 < seen[2]


@pytest.mark.parametrize("place", WatermarkPlace)
def test_the_whole_purpose_can_be_read_off_each_copy(place: WatermarkPlace) -> None:
    made = Enclosure("身份证", (picture("id_card"),), PURPOSE, Arrangement.CARD, watermark_place=place, captioned=False)
    said = PdfReader(io.BytesIO(enclosure_pdf(made))).pages[0].extract_text()
    assert PURPOSE.replace(" ", "") in said.replace(" ", "").replace("\n", "")
