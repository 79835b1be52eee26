"""The first guess on blanks that were made to measure it, some of them after it was bettered; scans with their words read."""

from __future__ import annotations

import json
import socket
from functools import cache
from pathlib import Path

import pytest

from app.forms.blanks.checks import UNSURE
from app.forms.blanks.guess import guess
from app.forms.blanks.intake import take_blank
from app.forms.blanks.labels import field_of, part_of
from app.forms.blanks.model import DatePart, PlaceKind, Rect
from app.forms.blanks.recognition import can_read_scans
from app.forms.blanks.surveys import survey

FOLDER = Path(__file__).resolve().parents[2] / "data" / "blanks" / "fresh"
TRUTH = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
SCANS = {name for name in TRUTH if "scan" in name or name.endswith(".jpg")}
DRAWN = sorted(set(TRUTH) - SCANS)
LEAST_EACH, LEAST_TOGETHER = 0.8, 0.95


@cache
def guessed(name, recognise=False):
    taken = take_blank((FOLDER / name).read_bytes())
    surveys = survey(taken.paper, recognise=recognise)
    return surveys, guess(surveys, taken.fields)


def right_of(name, mapping):
    found = []
    for truth in TRUTH[name]:
        cell = Rect(*truth["box"]).inset(-0.7)
        found += [truth] * any(
            (each.field, each.page, each.value) == (truth["field"], truth["page"], truth.get("value", ""))
            and each.part == truth.get("part", DatePart.WHOLE)
            and cell.holds(*each.rect.centre)
            for each in mapping.places
        )
    return found


@pytest.mark.parametrize("name", DRAWN)
def test_most_boxes_of_each_blank_are_right(name) -> None:
    right = right_of(name, guessed(name)[1])
    assert len(right) >= LEAST_EACH * len(TRUTH[name]), [each for each in TRUTH[name] if each not in right]


def test_nineteen_of_twenty_boxes_are_right_on_all_together() -> None:
    right = sum(len(right_of(name, guessed(name)[1])) for name in DRAWN)
    assert right >= LEAST_TOGETHER * sum(len(TRUTH[name]) for name in DRAWN)


@pytest.mark.parametrize("name", sorted(set(DRAWN) - {"listed.pdf"}))
def test_no_box_is_surely_wrong(name) -> None:
    cells = [(each["page"], each["field"], Rect(*each["box"]).inset(-0.7)) for each in TRUTH[name]]
    for place in guessed(name)[1].places:
        if place.prints and place.confidence >= 0.8:
            assert any((page, field) == (place.page, place.field) and cell.holds(*place.rect.centre)
                       for page, field, cell in cells), place  # fmt: skip


@pytest.mark.skipif(not can_read_scans(), reason="needs the extra ocr")
@pytest.mark.parametrize("name", ["photo.jpg", "later_scan.pdf"])
def test_the_words_of_a_scan_are_read_without_a_network(name, monkeypatch) -> None:
    def refuse(*_args: object) -> None:
        raise AssertionError("something was to be fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    surveys, mapping = guessed(name, recognise=True)
    assert surveys[0].recognised
    right = right_of(name, mapping)
    assert len(right) >= 0.85 * len(TRUTH[name]), [each for each in TRUTH[name] if each not in right]
    assert all(each.confidence < UNSURE for each in mapping.places), "read words are for a person to look at"


@pytest.mark.parametrize("name", sorted(SCANS))
def test_cells_of_leaning_and_unevenly_lit_scans_are_found(name) -> None:
    surveys, mapping = guessed(name)
    assert surveys[0].scanned
    assert not any(each.field for each in mapping.places)
    for truth in TRUTH[name]:
        if "value" not in truth:
            cell = Rect(*truth["box"])
            best = max(mapping.places, key=lambda each: each.rect.shared(cell))
            # The page leans by up to half a degree: two millimetres at its edge.
            assert best.rect.shared(cell) > 0.7 * cell.area, truth


def test_rooms_behind_labels_are_left_to_the_cells_beside_them() -> None:
    _, mapping = guessed("capital.pdf")
    fields = [each.field for each in mapping.places if each.kind is PlaceKind.TEXT and each.field]
    assert len(fields) == len(set(fields))


@pytest.mark.parametrize(
    ("label", "part", "field"),
    [
        ("ICP备案号\nICP filing No.", "target", "target_filing_number"),
        ("主体证件（号码）", "target", "target_certificate_number"),
        ("经办人手机", "head", "contact_mobile"),
        ("单位/个人名称", "applicant", "applicant_name"),
        ("（8）电邮", "head", "contact_email"),
        ("受托人", "letter", "authorized_name"),
        ("转入账号ID", "letter", "target_uid"),
    ],
)
def test_labels_are_read_in_other_words(label, part, field) -> None:
    match = field_of(label, part)
    assert match is not None
    assert match.field == field


def test_a_heading_over_a_column_says_whose_data_stand_below() -> None:
    _, mapping = guessed("unseen_sides.pdf")
    assert [each.field for each in mapping.places if each.label == "证件号码"] == [
        "target_certificate_number", "applicant_certificate_number",
    ]  # fmt: skip


def test_a_telephone_beside_a_mobile_is_the_one_on_the_desk() -> None:
    _, mapping = guessed("unseen_english.pdf")
    assert [each.field for each in mapping.places if "电话" in each.label] == ["contact_phone"]


def test_a_numbered_heading_begins_the_part_of_whom_it_names() -> None:
    assert part_of("第二部分 申请人") == "applicant"
    assert part_of("填表说明") == ""


def test_a_letter_has_fields_of_its_own_and_leaves_seal_and_signature_alone() -> None:
    taken = take_blank((FOLDER.parent / "letter.pdf").read_bytes())
    mapping = guess(survey(taken.paper), taken.fields, "authorization-transfer")
    text = [each.field for each in mapping.places if each.kind is PlaceKind.TEXT and each.field]
    assert sorted(text) == [
        "authorized_certificate_number", "authorized_name", "filing_number", "legal_certificate_number",
        "source_account", "target_uid", "unit_certificate_number", "unit_name",
    ]  # fmt: skip
    dates = [(each.field, str(each.part)) for each in mapping.places if each.kind is PlaceKind.DATE]
    assert dates == [(field, part) for field in ("valid_until", "letter_date") for part in ("year", "month", "day")]
