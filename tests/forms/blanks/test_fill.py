"""What is printed stands in the cell that is meant, whole, selectable, the same every time; the blank below is untouched."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from pypdf import PdfReader

from app.errors import Invalid
from app.forms.blanks.fill import check_blank, fill_blank
from app.forms.blanks.form import BlankForm
from app.forms.blanks.model import Align, BlankFacts, Mapping, Overflow, PageFrame, Place, PlaceKind, Rect, Upright
from app.forms.blanks.samples import Sample, sample_values
from app.forms.raster import page_image

MM = 72 / 25.4
FOLDER = Path(__file__).resolve().parents[2] / "data" / "blanks"
NAMES = sorted(set(json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))) - {"scan.pdf", "photo.png"})
FACTS = BlankFacts("deregistration", "beijing", "2026", "测试用表", prefix="京", authority="北京市通信管理局")


def form_of(blank, mapping=None) -> BlankForm:
    paper = blank.taken.paper
    return BlankForm(FACTS, mapping or blank.guessed, paper, hashlib.sha256(paper).hexdigest())


def added_words(pdf: bytes, paper: bytes) -> list[list]:
    """The characters of each page that the blank itself does not have, as pdfplumber places them."""
    with pdfplumber.open(io.BytesIO(pdf)) as filled, pdfplumber.open(io.BytesIO(paper)) as empty:
        added = []
        for index, page in enumerate(filled.pages):
            old = {spot(char) for char in empty.pages[index].chars} if index < len(empty.pages) else set()
            added.append([char for char in page.chars if spot(char) not in old])
        return added


def spot(char) -> tuple:
    return char["text"], round(char["x0"], 1), round(char["top"], 1)


@pytest.mark.parametrize("sample", [Sample.ORDINARY, Sample.LONGEST, Sample.RARE])
@pytest.mark.parametrize("name", NAMES)
def test_every_value_stands_inside_its_cell(name, sample, opened_blank) -> None:
    blank = opened_blank(name)
    form = form_of(blank)
    values = sample_values(form.mapping, sample, "京")
    if sample is Sample.LONGEST:  # what may not go on is refused, which is another test
        short = sample_values(form.mapping, Sample.ORDINARY, "京")
        refused = {each.path for each in check_blank(form, values)}
        values = {field: short[field] if field in refused else value for field, value in values.items()}
    assert check_blank(form, values) == ()
    made = fill_blank(form, values)
    pages = added_words(made.pdf, blank.taken.paper)
    boxes = [(each["page"], Rect(*each["box"]).inset(-0.5)) for each in blank.truth]
    seen = 0
    for index, chars in enumerate(pages[: len(blank.surveys)]):
        for char in chars:
            if not char["text"].strip():
                continue
            seen += 1
            # The ink of a character lies within its advance and its em square.
            rect = Rect.between(char["x0"] / MM, char["top"] / MM, char["x1"] / MM, char["bottom"] / MM)
            middle = rect.centre[1]
            em = char["size"] / MM
            assert any(
                page == index and box.x <= rect.x and rect.right <= box.right
                and box.y <= middle - em / 2 + 0.2 and middle + em / 2 - 0.2 <= box.bottom
                for page, box in boxes
            ), (char["text"], rect)  # fmt: skip
    assert seen > 20


@pytest.mark.parametrize("name", NAMES)
def test_each_value_is_read_back_from_its_own_cell(name, opened_blank) -> None:
    blank = opened_blank(name)
    form = form_of(blank)
    values = sample_values(form.mapping, Sample.ORDINARY, "京")
    pages = added_words(fill_blank(form, values).pdf, blank.taken.paper)
    for truth in blank.truth:
        if "value" in truth or "part" in truth:
            continue
        box = Rect(*truth["box"]).inset(-0.5)
        said = "".join(char["text"] for char in pages[truth["page"]]
                       if box.holds((char["x0"] + char["x1"]) / 2 / MM, (char["top"] + char["bottom"]) / 2 / MM))  # fmt: skip
        value = values[truth["field"]]
        wanted = value if isinstance(value, str) else "、".join(value)
        assert said.replace(" ", "") == wanted.replace(" ", ""), truth


@pytest.mark.parametrize("name", NAMES)
def test_only_the_chosen_box_is_ticked(name, opened_blank) -> None:
    blank = opened_blank(name)
    ticks = [each for each in blank.guessed.places if each.kind is PlaceKind.TICK]
    for place in ticks:
        made = fill_blank(form_of(blank), {place.field: place.value})
        before, after = page_image(blank.taken.paper, place.page, 144), page_image(made.pdf, place.page, 144)
        for other in ticks:
            changed = ink(after, other.rect) - ink(before, other.rect)
            assert (changed > 0.02) == (other == place), (place, other, changed)


def ink(image, rect) -> float:
    scale = 144 / 25.4
    total = dark = 0
    for y in range(int(rect.y * scale), int(rect.bottom * scale) + 1):
        for x in range(int(rect.x * scale), int(rect.right * scale) + 1):
            total += 1
            dark += 255 - image.rgb[y * image.stride + 3 * x]
    return dark / 255 / total


@pytest.mark.parametrize("name", NAMES)
def test_same_values_same_bytes_and_only_our_fonts_added(name, opened_blank) -> None:
    form = form_of(opened_blank(name))
    values = sample_values(form.mapping, Sample.RARE, "京")
    made = fill_blank(form, values)
    assert made.pdf == fill_blank(form, values).pdf
    empty = fill_blank(form, {})
    assert added_words(empty.pdf, form.paper) == [[] for _ in range(empty.pages)]
    reader = PdfReader(io.BytesIO(made.pdf))
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


@pytest.mark.parametrize("name", NAMES)
def test_the_blanks_own_drawing_is_taken_over_as_it_is(name, opened_blank) -> None:
    """The picture of a filled page differs from the blank's only inside the cells that are filled."""
    blank = opened_blank(name)
    made = fill_blank(form_of(blank), sample_values(blank.guessed, Sample.ORDINARY, "京"))
    for index in range(len(blank.surveys)):
        before, after = page_image(blank.taken.paper, index, 72), page_image(made.pdf, index, 72)
        assert (before.width, before.height) == (after.width, after.height)
        boxes = [each.rect.inset(-0.6) for each in blank.guessed.on_page(index)]
        for y in range(0, before.height, 2):
            row = slice(y * before.stride, y * before.stride + 3 * before.width)
            if before.rgb[row] == after.rgb[row]:
                continue
            for x in range(before.width):
                at = y * before.stride + 3 * x
                if before.rgb[at : at + 3] != after.rgb[at : at + 3]:
                    assert any(box.holds((x + 0.5) / MM, (y + 0.5) / MM) for box in boxes), (x, y)


def sheet(*places: Place, paper: bytes) -> BlankForm:
    mapping = Mapping((PageFrame(210, 297),), places)
    return BlankForm(FACTS, mapping, paper, hashlib.sha256(paper).hexdigest())


@pytest.fixture
def paper(opened_blank) -> bytes:
    return opened_blank("lines.pdf").taken.paper


def test_a_value_too_long_goes_on_shrinks_or_is_refused(paper) -> None:
    box = Place("b1", 0, Rect(20, 100, 40, 8), field="applicant_name", label="申请人")
    long = {"applicant_name": "示例省示例市示例经济技术开发区数字信息发展集团股份有限公司第一分公司" * 2}
    made = fill_blank(sheet(box, paper=paper), long)
    assert made.continuation == 1
    assert "（全文见续页第1项）" in made.placed[0].text
    assert "".join(each.text for each in made.placed[1:]).replace("\n", "") == long["applicant_name"]
    smaller = fill_blank(sheet(replace(box, overflow=Overflow.SHRINK), paper=paper), long)
    assert smaller.continuation == 0
    assert smaller.placed[0].size < box.floor
    with pytest.raises(Invalid) as caught:
        fill_blank(sheet(replace(box, overflow=Overflow.REFUSE), paper=paper), long)
    assert caught.value.problems[0].code == "forms.too_long_for_cell"


def test_lines_align_where_they_are_told(paper) -> None:
    base = Place("b1", 0, Rect(20, 180, 100, 20), field="contact_name", label="联系人")
    spots = {}
    for align in Align:
        for upright in Upright:
            form = sheet(replace(base, align=align, upright=upright), paper=paper)
            chars = added_words(fill_blank(form, {"contact_name": "张三"}).pdf, paper)[0]
            spots[align, upright] = chars[0]["x0"], chars[0]["top"]
    assert spots["left", "top"][0] < spots["centre", "top"][0] < spots["right", "top"][0]
    assert spots["left", "top"][1] < spots["left", "middle"][1] < spots["left", "bottom"][1]


def test_a_comb_takes_one_character_to_a_cell(paper) -> None:
    comb = Place("b1", 0, Rect(20, 180, 90, 8), PlaceKind.COMB, "contact_mobile", "手机", cells=11)
    chars = added_words(fill_blank(sheet(comb, paper=paper), {"contact_mobile": "13800138000"}).pdf, paper)[0]
    for number, char in enumerate(chars):
        assert int(((char["x0"] + char["x1"]) / 2 / MM - 20) / (90 / 11)) == number
    with pytest.raises(Invalid):
        fill_blank(sheet(comb, paper=paper), {"contact_mobile": "138001380001"})


def test_a_date_in_parts_needs_a_date(paper) -> None:
    year = Place("b1", 0, Rect(20, 180, 14, 8), PlaceKind.DATE, "application_date", part="year")
    made = fill_blank(sheet(year, paper=paper), {"application_date": "2026年3月7日"})
    assert [each.text for each in made.placed] == ["2026"]
    found = check_blank(sheet(year, paper=paper), {"application_date": "明天"})
    assert [each.code for each in found] == ["blanks.date_unclear"]


def test_seals_and_photos_print_nothing_and_constants_always_the_same(paper) -> None:
    places = (
        Place("b1", 0, Rect(20, 180, 40, 20), PlaceKind.SEAL, label="公章"),
        Place("b2", 0, Rect(70, 180, 40, 20), PlaceKind.PHOTO, label="照片"),
        Place("b3", 0, Rect(120, 180, 40, 8), PlaceKind.CONSTANT, value="壹份"),
    )
    chars = added_words(fill_blank(sheet(*places, paper=paper), {}).pdf, paper)[0]
    assert "".join(char["text"] for char in chars) == "壹份"


def test_what_is_left_for_the_pen_is_not_printed(paper) -> None:
    box = Place("b1", 0, Rect(20, 180, 90, 8), field="contact_name", label="联系人", required=True)
    form = sheet(box, paper=paper)
    assert [each.code for each in check_blank(form, {})] == ["forms.required_missing"]
    assert check_blank(form, {"handwriting": ("contact_name",)}) == ()
    made = fill_blank(form, {"contact_name": "张三", "handwriting": ("contact_name",)})
    assert made.placed == ()


def test_a_number_of_another_province_is_refused(paper) -> None:
    box = Place("b1", 0, Rect(20, 180, 90, 8), field="target_filing_number", label="备案号")
    found = check_blank(sheet(box, paper=paper), {"target_filing_number": "粤ICP备12345678号"})
    assert [each.code for each in found] == ["forms.number_of_other_province"]
