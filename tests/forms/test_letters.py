"""Letters: everything typed is printed and comes back, blanks for the pen stay blank, nothing leaves the page."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pypdf
import pypdfium2
import pytest

from app.forms.fonts import FontSet
from app.forms.laid import MM, Laid, Stroke, Words
from app.forms.letters import for_the_pen, letter, letters, make_letter, preflight_letter
from app.forms.letters_layout import lay_out_letter
from app.forms.letters_spec import LetterSpec
from app.forms.render import FormPdf
from app.forms.spec import PAGE_HEIGHT, PAGE_WIDTH

Values = dict[str, object]
ROOT = Path(__file__).parent.parent.parent
RARE = "阿卜杜拉·买买提䶮𬭎𬍛㛃𠅤"
LONG = (RARE + "示例市样本区网络信息技术服务有限责任公司第一分公司试用超长名称办事处北京上海广州深圳")[:50]
SPECS = {f"{spec.code}-{spec.edition}": spec for spec in letters()}
ORDINARY: Values = {
    name: tuple(value) if isinstance(value, list) else value
    for name, value in tomllib.loads((Path(__file__).parent / "data" / "letter_values.toml").read_text("utf-8")).items()
}
NAMES = (
    "applicant_name",
    "authorized_name",
    "contact_name",
    "current_name",
    "former_name",
    "target_subject_name",
    "unit_name",
)
LONGEST: Values = (
    ORDINARY
    | dict.fromkeys(NAMES, LONG)
    | {
        "domains": tuple(f"long-subdomain-{index:03d}.example.com" for index in range(120)),
        "target_domains": tuple(f"long-subdomain-{index:03d}.example.com" for index in range(120)),
        "reason": "".join(
            f"第{index}条，已不再使用该域名（Example Technology Co., Ltd.）。\n" for index in range(60)
        ).strip(),
        "old_mailbox": "a-rather-long-mailbox-name-of-a-department-that-nobody-remembers@subsidiary.example.com",
        "new_mailbox": "another-rather-long-mailbox-name-of-a-department@subsidiary.example.com",
    }
)
VARIANTS = {
    "ordinary": ORDINARY,
    "individual": ORDINARY | {"applicant_kind": "individual", "applicant_name": "张示例"},
    "rare": ORDINARY | dict.fromkeys(NAMES, RARE),
    "longest": LONGEST,
    "short": {
        name: value
        for name, value in ORDINARY.items()
        if name not in ("source_account", "old_mailbox", "target_domains", "proof", "former_certificate_number")
    },
}


@pytest.fixture(params=SPECS.values(), ids=list(SPECS))
def spec(request: pytest.FixtureRequest) -> LetterSpec:
    found: LetterSpec = request.param
    return found


@pytest.fixture(params=VARIANTS.values(), ids=list(VARIANTS))
def values(request: pytest.FixtureRequest) -> Values:
    found: Values = request.param
    return found


def lay(spec: LetterSpec, values: Values) -> Laid:
    return lay_out_letter(spec, values, FontSet.shared().width)


Character = tuple[int, float, float, str]
"""A character as a reader sees it: page, middle in millimetres from the top left, and the character."""


def pdfium_characters(pdf: bytes) -> Iterator[Character]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for index in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(index)
                char = chr(pypdfium2.raw.FPDFText_GetUnicode(text, index))
                # pdfium calls a hyphen at the end of a line U+0002.
                char = "-" if char == "\x02" else char
                yield number, (left + right) / 2 / MM, PAGE_HEIGHT - (bottom + top) / 2 / MM, char
    finally:
        document.close()


def pdfplumber_characters(pdf: bytes) -> Iterator[Character]:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for number, page in enumerate(document.pages):
            for char in page.chars:
                middle = (char["x0"] + char["x1"]) / 2 / MM, (char["top"] + char["bottom"]) / 2 / MM
                yield number, *middle, char["text"]


def read(made: FormPdf, characters: Iterator[Character]) -> list[str]:
    """What a reader finds at each placed value, blanks left out."""
    seen = list(characters)
    found = []
    for placed in made.placed:
        x, y, width, height = placed.box_mm
        inside = [
            char
            for page, across, down, char in seen
            if page == placed.page and x < across < x + width and y - 1 < down < y + height + 1
        ]
        units = "".join(inside).encode("utf-16-le", "surrogatepass")
        found.append("".join(units.decode("utf-16-le").split()))
    return found


def text_of(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_every_blank_has_a_field_name_and_every_letter_its_sources(spec: LetterSpec) -> None:
    fields = tomllib.loads((ROOT / "resources" / "fields.toml").read_text("utf-8"))["field"]
    assert not [name for name in spec.fields() if name not in fields]
    assert spec.evidence == "own text"
    assert all(each.source and each.as_of for each in spec.sources)


def test_complete_values_have_no_problems(spec: LetterSpec, values: Values) -> None:
    assert preflight_letter(spec, values) == ()


def test_two_readers_find_every_value_where_it_was_put(spec: LetterSpec, values: Values) -> None:
    made = make_letter(spec, values)
    typed = ["".join(placed.text.split()) for placed in made.placed]
    assert typed
    assert read(made, pdfium_characters(made.pdf)) == typed
    assert read(made, pdfplumber_characters(made.pdf)) == typed


def test_each_value_stands_on_paper_whole(spec: LetterSpec, values: Values) -> None:
    made = make_letter(spec, values)
    on_paper: dict[str, str] = {}
    for placed in made.placed:
        on_paper[placed.field] = on_paper.get(placed.field, "") + placed.text
    for field, found in on_paper.items():
        value = values[field]
        whole = "、".join(value) if isinstance(value, tuple) else str(value)
        times = len(found) // max(1, len(whole.replace("\n", "")))
        assert times and found == whole.replace("\n", "") * times, field


def test_nothing_leaves_the_page_or_stands_in_something_else(spec: LetterSpec, values: Values) -> None:
    width = FontSet.shared().width
    for sheet in lay(spec, values).sheets:
        words = [thing for thing in sheet if isinstance(thing, Words)]
        for thing in words:
            end = thing.x + width(thing.text, thing.family, thing.size) + thing.spacing * (len(thing.text) - 1)
            assert thing.x >= spec.page.left * MM - 0.1
            assert end <= (PAGE_WIDTH - spec.page.right) * MM + 14.1, thing.text  # closing marks may hang by an em
            assert 10 * MM < thing.baseline < (PAGE_HEIGHT - 10) * MM
        for rule in (thing for thing in sheet if isinstance(thing, Stroke)):
            assert rule.x1 <= rule.x2 <= (PAGE_WIDTH - spec.page.right) * MM + 0.1
        by_line: dict[float, list[Words]] = {}
        for thing in words:
            by_line.setdefault(round(thing.baseline, 2), []).append(thing)
        for line in by_line.values():
            line.sort(key=lambda each: each.x)
            for one, other in pairwise(line):
                assert one.x + width(one.text, one.family, one.size) <= other.x + 0.1, (one.text, other.text)


def test_every_value_is_underlined(spec: LetterSpec) -> None:
    laid = lay(spec, ORDINARY)
    rules = [thing for sheet in laid.sheets for thing in sheet if isinstance(thing, Stroke)]
    for placed in laid.placed:
        x, y, across, height = (each * MM for each in placed.box_mm)
        under = [
            rule
            for rule in rules
            if rule.x1 <= x + 0.1 and x + across - 1.5 <= rule.x2 and 0 < rule.y1 - y < height * 1.3
        ]
        assert under, placed


def test_left_for_the_pen_nothing_of_the_values_is_printed(spec: LetterSpec) -> None:
    blank = for_the_pen(spec, ORDINARY)
    made = make_letter(spec, blank)
    assert made.placed == () and made.pages == 1
    assert preflight_letter(spec, for_the_pen(spec, {"applicant_kind": "unit"})) == ()
    text, printed = text_of(made.pdf), str(spec.model_dump())
    values = [str(ORDINARY[field]) for field in spec.fields()]
    assert not [value for value in values if value in text and value not in printed]
    rules = [thing for thing in lay(spec, blank).sheets[0] if isinstance(thing, Stroke)]
    asked = [
        paragraph
        for paragraph in spec.paragraphs
        if not paragraph.absent and paragraph.when.get("applicant_kind") != "individual"
    ]
    signed = [line for line in spec.signature if line.when.get("applicant_kind") != "individual"]
    assert len(rules) >= sum(len(paragraph.fields()) for paragraph in asked) + len(signed)


@pytest.mark.parametrize("names", [{}, {"filing_number": "鲁ICP备2021000002号-12"}, {"filing_number": "京ICP备1号"}])
def test_no_line_for_the_pen_is_broken_to_a_stump(spec: LetterSpec, names: dict[str, str]) -> None:
    values = for_the_pen(spec, {"applicant_kind": "unit"} | names) | names
    laid = lay(spec, values)
    size = min(thing.size for sheet in laid.sheets for thing in sheet if isinstance(thing, Words) and thing.grey == 0)
    rules = [thing for sheet in laid.sheets for thing in sheet if isinstance(thing, Stroke)]
    shortest = min(spec.blank(field).pen for field in spec.fields())
    assert min(rule.x2 - rule.x1 for rule in rules) >= min(4, shortest) * size - 0.1


def test_one_field_alone_can_be_left_for_the_pen(spec: LetterSpec) -> None:
    for field in spec.fields():
        if spec.blank(field).required:
            made = make_letter(spec, ORDINARY | {field: "", "handwriting": (field,)})
            assert field not in {placed.field for placed in made.placed}
            assert field not in {
                problem.path for problem in preflight_letter(spec, ORDINARY | {"handwriting": (field,)})
            }


def test_the_same_values_make_the_same_bytes_in_another_process() -> None:
    spec = letter("authorization-mailbox")
    here = hashlib.sha256(make_letter(spec, LONGEST).pdf).hexdigest()
    program = (
        "import hashlib\n"
        "from app.forms.letters import letter, make_letter\n"
        "make_letter(letter('statement-rename'), {'former_name': '先写一封别的'})\n"
        f"print(hashlib.sha256(make_letter(letter('authorization-mailbox'), {LONGEST!r}).pdf).hexdigest())\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == here


def test_every_font_is_embedded(spec: LetterSpec) -> None:
    reader = pypdf.PdfReader(io.BytesIO(make_letter(spec, ORDINARY | dict.fromkeys(NAMES, RARE)).pdf))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]
    assert reader.metadata is not None and reader.metadata.subject == f"{spec.code} {spec.edition}"


def test_a_long_letter_runs_on_with_title_and_numbers_and_signs_beside_text() -> None:
    spec = letter("request-hollow-shandong")
    made = make_letter(spec, LONGEST)
    assert made.continuation == made.pages - 1 >= 1
    pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages]
    for index, page in enumerate(pages, start=1):
        assert f"第 {index} 页" in page and f"共 {made.pages} 页" in page
        assert index == 1 or "申请注销空壳主体（续页）" in page
    assert "申请单位（盖章）" in pages[-1]
    assert "联系人" in pages[-1], "the signatures stand alone"


@pytest.mark.parametrize("lines", range(1, 60))
def test_the_signatures_never_stand_alone(lines: int) -> None:
    values = ORDINARY | {"reason": "\n".join(f"第{index}条" for index in range(lines))}
    laid = lay(letter("request-hollow-shandong"), values)
    words = [thing.text for thing in laid.sheets[-1] if isinstance(thing, Words)]
    assert any("联系人" in text for text in words)
    assert any("申请日期" in text for text in words)
    last = max(thing.baseline for thing in laid.sheets[-1] if isinstance(thing, Words) and thing.size > 10)
    assert last < (PAGE_HEIGHT - 20) * MM


def test_a_letter_is_made_a_little_smaller_to_stay_on_one_page() -> None:
    spec = letter("authorization-transfer")
    plain = lay(spec, ORDINARY)
    longer = lay(spec, ORDINARY | {"unit_name": LONG, "source_account": "a" * 40})
    far_longer = lay(spec, ORDINARY | dict.fromkeys(("unit_name", "provider_name", "authorized_name"), LONG * 3))
    assert (plain.continuation, longer.continuation, far_longer.continuation) == (0, 0, 1)
    assert plain.placed[0].size == spec.size
    assert spec.floor <= longer.placed[0].size < spec.size
    assert far_longer.placed[0].size == spec.size


def test_an_address_that_fits_a_line_is_not_broken() -> None:
    spec = letter("authorization-mailbox")
    address = "another-long-login-name-of-mailbox@subdomain.example.com"
    made = make_letter(
        spec, {"old_mailbox": "a-very-long-login-name-of-a-mailbox@subdomain.example.com", "new_mailbox": address}
    )
    assert [each.text for each in made.placed if each.field == "new_mailbox"] == [address]
