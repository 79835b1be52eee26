"""The first guess on blanks of many natures: which share of the boxes is right, against a truth told by other programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.forms.blanks.guess import guess
from app.forms.blanks.labels import field_of, part_of
from app.forms.blanks.model import DatePart, PlaceKind, Rect

FOLDER = Path(__file__).resolve().parents[2] / "data" / "blanks"
TRUTH = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
SCANS = {"scan.pdf", "photo.png"}
RULED = sorted(set(TRUTH) - SCANS - {"acroform.pdf", "lines.pdf"})
GOAL = 0.85


def is_right(truth, mapping) -> bool:
    """Whether a box of this field and value stands in the cell that is meant."""
    cell = Rect(*truth["box"]).inset(-0.7)
    return any(
        each.field == truth["field"]
        and each.page == truth["page"]
        and each.value == truth.get("value", "")
        and each.part == truth.get("part", DatePart.WHOLE)
        and cell.holds(*each.rect.centre)
        for each in mapping.places
    )


@pytest.mark.parametrize("name", sorted(set(TRUTH) - SCANS))
def test_the_first_guess_is_mostly_right(name, opened_blank, record_property) -> None:
    blank = opened_blank(name)
    right = [truth for truth in blank.truth if is_right(truth, blank.guessed)]
    record_property("right", f"{len(right)} of {len(blank.truth)}")
    assert len(right) >= GOAL * len(blank.truth), [each["field"] for each in blank.truth if each not in right]


def test_nine_of_ten_boxes_are_right_on_all_ruled_tables_together(opened_blank) -> None:
    found = [is_right(truth, opened_blank(name).guessed) for name in RULED for truth in opened_blank(name).truth]
    assert len(found) > 100
    assert sum(found) / len(found) >= 0.9


@pytest.mark.parametrize("name", sorted(set(TRUTH) - SCANS))
def test_no_box_is_surely_wrong(name, opened_blank) -> None:
    blank = opened_blank(name)
    cells = [(each["page"], Rect(*each["box"]).inset(-0.7)) for each in blank.truth]
    for place in blank.guessed.places:
        if place.prints and place.confidence >= 0.8:
            assert any(page == place.page and cell.holds(*place.rect.centre) for page, cell in cells), place


@pytest.mark.parametrize("name", sorted(set(TRUTH) - {"acroform.pdf", "lines.pdf", "combs.pdf"}))
def test_cells_are_found_within_half_a_millimetre_of_the_truth(name, opened_blank) -> None:
    blank = opened_blank(name)
    slack = 1.0 if name in SCANS else 0.5
    for truth in blank.truth:
        if "value" in truth:
            continue
        x, y, width, height = truth["box"]
        near = [
            cell
            for cell in blank.surveys[truth["page"]].cells
            if max(abs(cell.x - x), abs(cell.y - y), abs(cell.right - x - width), abs(cell.bottom - y - height)) < slack
        ]
        assert len(near) == 1, truth


@pytest.mark.parametrize("name", sorted(SCANS))
def test_a_scan_offers_its_empty_cells_without_a_field(name, opened_blank) -> None:
    blank = opened_blank(name)
    assert blank.surveys[0].scanned
    offered = [each for each in blank.guessed.places if each.kind is PlaceKind.TEXT]
    assert all(each.field == "" and each.confidence == 0 for each in offered)
    for truth in blank.truth:
        if "value" not in truth:
            cell = Rect(*truth["box"])
            assert any(cell.shared(each.rect) > 0.9 * cell.area for each in offered), truth


def test_office_cells_stay_empty(opened_blank) -> None:
    for name in ("lo_table.pdf", "lo_pairs.pdf"):
        blank = opened_blank(name)
        heading = next(line for line in blank.surveys[0].text_lines() if part_of(line.text) == "office")
        assert not [each for each in blank.guessed.places if each.rect.y > heading.rect.y]


def test_rows_of_cells_and_dates_are_told_apart(opened_blank) -> None:
    places = opened_blank("combs.pdf").guessed.places
    combs = {each.field: each.cells for each in places if each.kind is PlaceKind.COMB}
    assert combs == {"applicant_certificate_number": 18, "contact_mobile": 11}
    assert [each.part for each in places if each.kind is PlaceKind.DATE] == ["year", "month", "day"]
    assert any(each.kind is PlaceKind.SEAL for each in places)


def test_the_same_blank_is_guessed_the_same(opened_blank) -> None:
    blank = opened_blank("lo_table.pdf")
    assert guess(blank.surveys, blank.taken.fields) == blank.guessed


@pytest.mark.parametrize(
    ("label", "part", "field"),
    [
        ("主办单位名称*", "target", "target_subject_name"),
        ("主办单位名称*", "applicant", "applicant_name"),
        ("联 系 人：", "applicant", "contact_name"),
        ("注销原因（按所选依据说明）", "target", "reason"),
        ("身份证号码", "agent", "agent_certificate_number"),
        ("ＩＣＰ备案号", "", "target_filing_number"),
        ("contact_email", "", "contact_email"),
    ],
)
def test_labels_mean_fields(label, part, field) -> None:
    match = field_of(label, part)
    assert match is not None
    assert match.field == field


@pytest.mark.parametrize("words", ["填表说明", "请用黑色签字笔填写，字迹清楚，涂改无效。", "", "。。。", "审核"])
def test_other_words_mean_none(words) -> None:
    assert field_of(words, "applicant") is None
