"""Each of the 31 forms, with everything longest, everything empty and the rarest names, made and read back."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pdfplumber
import pypdf
import pytest

from app.forms.catalogue import forms
from app.forms.fonts import FontSet
from app.forms.laid import MM, Mark, Stroke, Words
from app.forms.layout import lay_out
from app.forms.preflight import preflight
from app.forms.render import FormPdf, make_form
from app.forms.spec import PAGE_HEIGHT, PAGE_WIDTH, FormSpec

Values = dict[str, object]
Reader = Callable[[FormPdf], list[str]]
EVERY = pytest.mark.parametrize("spec", forms("deregistration"), ids=lambda spec: spec.province)


@EVERY
def test_longest(
    spec: FormSpec,
    longest_values: Callable[[str], Values],
    read_with_pdfium: Reader,
    read_with_pdfplumber: Reader,
) -> None:
    values = longest_values(spec.prefix)
    assert preflight(spec, values) == ()
    made = make_form(spec, values)
    typed = ["".join(placed.text.split()) for placed in made.placed]
    assert read_with_pdfium(made) == typed
    assert read_with_pdfplumber(made) == typed
    for field in spec.fields():
        if field not in {"relation", "ground"}:
            value = values[field]
            whole = "、".join(value) if isinstance(value, tuple) else str(value)
            said = [placed.text for placed in made.placed if placed.field == field and placed.page]
            said = ["".join(said)] if said else [placed.text for placed in made.placed if placed.field == field]
            assert said
            assert set(said) == {whole}
    assert_embedded(made)
    assert_same_bytes(spec, values, made)


@EVERY
def test_rare_names(
    spec: FormSpec,
    rare_values: Callable[[str], Values],
    read_with_pdfium: Reader,
    read_with_pdfplumber: Reader,
) -> None:
    values = rare_values(spec.prefix)
    assert preflight(spec, values) == ()
    made = make_form(spec, values)
    assert made.pages == 1
    typed = ["".join(placed.text.split()) for placed in made.placed]
    assert read_with_pdfium(made) == typed
    assert read_with_pdfplumber(made) == typed
    page = pypdf.PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()
    for field in ("applicant_name", "target_subject_name", "contact_name"):
        assert str(values[field]) in page
    assert_embedded(made)
    assert len(made.pdf) <= 60 * 1024


@EVERY
def test_left_for_handwriting(spec: FormSpec) -> None:
    values: Values = {"handwriting": spec.fields()}
    assert preflight(spec, values) == ()
    made = make_form(spec, values)
    assert (made.pages, made.placed) == (1, ())
    with pdfplumber.open(io.BytesIO(made.pdf)) as document:
        text = "".join(char["text"] for char in document.pages[0].chars)
    assert spec.title in text
    for cell in spec.cells():
        assert cell.label.replace("\n", "") in text
    assert_embedded(made)


@EVERY
def test_everything_empty_is_told(spec: FormSpec) -> None:
    required = {cell.field for cell in spec.cells() if cell.required}
    assert {problem.path for problem in preflight(spec, {})} == required


@EVERY
def test_nothing_leaves_its_place(spec: FormSpec, longest_values: Callable[[str], Values]) -> None:
    """Words stay inside the margins, no two words overlap, and no rule runs through a word."""
    measure = FontSet.shared().width
    laid = lay_out(spec, longest_values(spec.prefix), measure)
    left, right = spec.page.left * MM, (PAGE_WIDTH - spec.page.right) * MM
    for sheet in laid.sheets:
        boxes = list(inked(sheet, measure))
        for x0, top, x1, bottom, text in boxes:
            assert left - 0.1 <= x0 <= x1 <= right + 0.1, text
            assert 0 < top < bottom < PAGE_HEIGHT * MM, text
        for index, (x0, top, x1, bottom, text) in enumerate(boxes):
            for u0, over, u1, under, other in boxes[index + 1 :]:
                apart = x1 <= u0 + 0.1 or u1 <= x0 + 0.1 or bottom <= over + 0.1 or under <= top + 0.1
                assert apart, (text, other)
            for rule in sheet:
                if isinstance(rule, Stroke):
                    across = min(rule.x1, rule.x2) < x1 and max(rule.x1, rule.x2) > x0
                    along = min(rule.y1, rule.y2) < bottom and max(rule.y1, rule.y2) > top
                    assert not (across and along), text


@EVERY
def test_nothing_doubtful_is_printed(spec: FormSpec) -> None:
    printed = [spec.title, spec.scope_line, *spec.foot, *(block.heading + block.note for block in spec.blocks)]
    printed += [cell.label + cell.note for cell in spec.cells()]
    words = "".join(printed)
    for doubtful in ("天津市ICP备案注销申请表", "0371-65505365", "027-87796880", "延安东路", "推定", "inferred"):
        assert doubtful not in words


def inked(sheet: tuple[object, ...], measure: Callable[[str, str, float], float]) -> Iterator[tuple]:
    """The boxes of words (ink only, not the whole line) and marks."""
    for thing in sheet:
        if isinstance(thing, Words):
            seen = thing.text.rstrip(" ")
            width = measure(seen, thing.family, thing.size) + thing.spacing * (len(seen) - 1)
            top = thing.baseline - 0.84 * thing.size
            yield thing.x, top, thing.x + width, thing.baseline + 0.08 * thing.size, thing.text
        elif isinstance(thing, Mark):
            yield thing.x, thing.y, thing.x + thing.size, thing.y + thing.size, thing.value


def assert_embedded(made: FormPdf) -> None:
    for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object()["/FontDescriptor"].get_object()
            assert len(descriptor["/FontFile2"].get_object().get_data()) > 0
            assert "/ToUnicode" in font.get_object()


def assert_same_bytes(spec: FormSpec, values: Values, made: FormPdf) -> None:
    assert make_form(spec, values).pdf == made.pdf
