from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from app.errors import Invalid
from app.forms.catalogue import current
from app.forms.fonts import Family, FontSet
from app.forms.laid import Mark, Words
from app.forms.layout import lay_out
from app.forms.render import FormPdf, make_form

Values = dict[str, object]
Reader = Callable[[FormPdf], list[str]]
ROOT = Path(__file__).parent.parent.parent


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_character_of_level_two_comes_back(
    form_values: Callable[[str], Values],
    level_two: str,
    level_three_sample: str,
    read_with_pdfium: Reader,
    read_with_pdfplumber: Reader,
) -> None:
    """GB18030-2022 level 2 whole and a sample of level 3, through a form and back by two readers."""
    text = level_two + level_three_sample
    made = make_form(current("deregistration", "guangdong"), form_values("粤") | {"reason": text})
    typed = [squeezed(placed.text) for placed in made.placed]
    assert "".join(placed.text for placed in made.placed if placed.field == "reason" and placed.page) == text
    assert read_with_pdfium(made) == typed
    assert read_with_pdfplumber(made) == typed


def test_the_same_values_make_the_same_bytes_in_another_process(form_values: Callable[[str], Values]) -> None:
    values = form_values("沪")
    here = hashlib.sha256(make_form(current("deregistration", "shanghai"), values).pdf).hexdigest()
    program = (
        "import hashlib, sys\n"
        "from app.forms.catalogue import current\n"
        "from app.forms.render import make_form\n"
        "make_form(current('deregistration', 'hebei'), {'reason': '先画一张别的'})\n"
        f"values = {values!r}\n"
        "print(hashlib.sha256(make_form(current('deregistration', 'shanghai'), values).pdf).hexdigest())\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == here


def test_the_file_says_its_title_language_and_edition_but_the_paper_does_not(
    form_values: Callable[[str], Values],
) -> None:
    spec = current("deregistration", "guangdong")
    made = make_form(spec, form_values("粤"))
    reader = pypdf.PdfReader(io.BytesIO(made.pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == spec.title
    assert reader.metadata.subject == f"{spec.code} {spec.edition}"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/PrintScaling"] == "/None"
    text = reader.pages[0].extract_text()
    assert spec.code not in text
    assert "inferred" not in text


@pytest.mark.parametrize(("relation", "ground"), [("own", "subject"), ("other", "domain"), ("", "")])
def test_exactly_the_chosen_boxes_are_ticked(form_values: Callable[[str], Values], relation: str, ground: str) -> None:
    values = form_values("京") | {"relation": relation, "ground": ground}
    laid = lay_out(current("deregistration", "beijing"), values, FontSet.shared().width)
    ticked = {(thing.field, thing.value) for thing in laid.sheets[0] if isinstance(thing, Mark) and thing.ticked}
    assert ticked == {pair for pair in (("relation", relation), ("ground", ground)) if pair[1]}


def test_a_tick_is_ink_on_the_page(form_values: Callable[[str], Values]) -> None:
    spec = current("deregistration", "beijing")
    laid = lay_out(spec, form_values("京"), FontSet.shared().width)
    marks = [thing for thing in laid.sheets[0] if isinstance(thing, Mark) and thing.field == "ground"]
    document = pypdfium2.PdfDocument(make_form(spec, form_values("京")).pdf)
    page = document[0].render(scale=4).to_pil().convert("L")
    document.close()

    def darkness(mark: Mark) -> int:
        inside = page.crop(tuple(int(4 * each) for each in (mark.x + 1, mark.y + 1, mark.x + 8, mark.y + 8)))
        return sum(level < 128 for level in inside.get_flattened_data())

    inks = {mark.value: darkness(mark) for mark in marks}
    assert inks["domain"] > 5 * (inks["subject"] + 1)


def test_a_value_left_for_handwriting_is_not_printed(form_values: Callable[[str], Values]) -> None:
    values = form_values("京") | {"handwriting": ("contact_name", "relation")}
    made = make_form(current("deregistration", "beijing"), values)
    assert "contact_name" not in {placed.field for placed in made.placed}
    text = pypdf.PdfReader(io.BytesIO(made.pdf)).pages[0].extract_text()
    assert "张示例" not in text


def test_values_read_back_from_a_file_print_the_same(form_values: Callable[[str], Values]) -> None:
    spec = current("deregistration", "beijing")
    values = form_values("京") | {"handwriting": ("contact_name",)}
    assert make_form(spec, json.loads(json.dumps(values))).pdf == make_form(spec, values).pdf


def test_long_values_go_on_and_say_where(longest_values: Callable[[str], Values]) -> None:
    values = longest_values("粤")
    made = make_form(current("deregistration", "guangdong"), values)
    assert made.continuation == made.pages - 1 > 0
    reason = [placed for placed in made.placed if placed.field == "reason"]
    assert reason[0].text.endswith("（全文见续页第2项）")
    assert str(values["reason"]).startswith(reason[0].text.removesuffix("（全文见续页第2项）"))
    assert "".join(placed.text for placed in reason[1:]) == values["reason"]
    domains = [placed.text for placed in made.placed if placed.field == "target_domains"]
    assert domains[0].endswith("、（全文见续页第1项）")
    assert tuple("".join(domains[1:]).split("、")) == values["target_domains"]
    last = pypdf.PdfReader(io.BytesIO(made.pdf)).pages[-1].extract_text()
    assert f"第 {made.pages} 页" in last
    assert f"共 {made.pages} 页" in last
    assert "（续页）" in last


def test_a_number_that_cannot_be_right_is_refused(form_values: Callable[[str], Values]) -> None:
    values = form_values("粤") | {"target_filing_number": "粤ICP备12345678号-1" * 20}
    with pytest.raises(Invalid) as caught:
        make_form(current("deregistration", "guangdong"), values)
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [
        ("target_filing_number", "forms.too_long_for_cell")
    ]


def test_a_name_of_a_megabyte_is_refused(form_values: Callable[[str], Values]) -> None:
    values = form_values("粤") | {"applicant_name": "甲" * 1_000_000}
    with pytest.raises(Invalid) as caught:
        make_form(current("deregistration", "guangdong"), values)
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [("applicant_name", "forms.too_long")]


def test_a_character_without_a_glyph_is_never_drawn(form_values: Callable[[str], Values]) -> None:
    with pytest.raises(Invalid) as caught:
        make_form(current("deregistration", "guangdong"), form_values("粤") | {"contact_name": "张\U00031350"})
    assert [problem.path for problem in caught.value.problems] == ["contact_name"]


def test_a_half_filled_form_can_be_previewed() -> None:
    made = make_form(current("deregistration", "guangdong"), {"applicant_name": "示例公司"})
    assert made.pages == 1
    assert {placed.field for placed in made.placed} == {"applicant_name"}


def test_an_edition_may_ask_for_its_instructions_to_be_posted(form_values: Callable[[str], Values]) -> None:
    spec = current("deregistration", "guangdong")
    posted = spec.model_copy(update={"instructions": spec.instructions.model_copy(update={"posted": True})})
    assert make_form(posted, form_values("粤")).pages == 2


def test_office_cells_stay_empty(longest_values: Callable[[str], Values]) -> None:
    spec = current("deregistration", "guangdong")
    things = lay_out(spec, longest_values("粤"), FontSet.shared().width).sheets[0]
    band = next(thing for thing in things if isinstance(thing, Words) and thing.text == spec.blocks[-1].heading)
    assert band.family == Family.BOLD
    below = [thing.text for thing in things if isinstance(thing, Words) and thing.baseline > band.baseline]
    assert below == ["处理日期", "备注", "（*必填）"]
