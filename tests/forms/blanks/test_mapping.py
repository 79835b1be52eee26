"""Mappings are values: every operation leaves the old one as it was; what is written is read back the same, or refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.forms.blanks import operations
from app.forms.blanks.builtin import copy_of
from app.forms.blanks.checks import mapping_doubts, mapping_errors
from app.forms.blanks.fill import fill_blank
from app.forms.blanks.form import BlankForm
from app.forms.blanks.intake import take_blank
from app.forms.blanks.mapping_json import mapping_from_json, mapping_from_text, mapping_text, mapping_to_json
from app.forms.blanks.model import Align, BlankFacts, Mapping, PageFrame, Place, PlaceKind, Rect
from app.forms.blanks.samples import Sample, sample_values
from app.forms.catalogue import current, forms
from app.forms.render import make_form

FRAME = PageFrame(210.0, 297.0)
EMPTY = Mapping((FRAME,))


def boxes(*rects: Rect) -> Mapping:
    mapping = EMPTY
    for rect in rects:
        mapping = operations.add(mapping, Place("", 0, rect))
    return mapping


THREE = boxes(Rect(20, 20, 40, 10), Rect(30, 50, 20, 10), Rect(25, 100, 60, 12))
KEYS = ("b1", "b2", "b3")
numbers = st.floats(-400, 700, allow_nan=False)


def test_keys_are_never_given_twice() -> None:
    assert [each.key for each in THREE.places] == list(KEYS)
    again = operations.add(operations.delete(THREE, {"b2"}), Place("b3", 0, Rect(1, 1, 9, 9)))
    assert [each.key for each in again.places] == ["b1", "b3", "b4"]


@given(numbers, numbers, numbers, numbers)
def test_no_box_leaves_its_page(x, y, width, height) -> None:
    moved = operations.move(THREE, KEYS, x, y)
    sized = operations.resize(moved, "b2", Rect.between(x, y, x + width, y + height))
    for each in sized.places:
        assert -0.01 <= each.rect.x <= each.rect.right <= 210.01
        assert -0.01 <= each.rect.y <= each.rect.bottom <= 297.01
    gone = [each.rect.x - old.rect.x for each, old in zip(moved.places, THREE.places, strict=True)]
    # Each is kept to hundredths of a millimetre.
    assert max(gone) - min(gone) < 0.021


@pytest.mark.parametrize(
    ("side", "read"),
    [
        ("left", lambda rect: rect.x),
        ("right", lambda rect: rect.right),
        ("centre", lambda rect: rect.centre[0]),
        ("top", lambda rect: rect.y),
        ("bottom", lambda rect: rect.bottom),
        ("middle", lambda rect: rect.centre[1]),
    ],
)
def test_aligned_boxes_share_a_side(side, read) -> None:
    aligned = operations.align(THREE, KEYS, side)
    assert len({round(read(each.rect), 1) for each in aligned.places}) == 1
    assert operations.align(THREE, {"b1"}, side) == THREE


def test_distributed_boxes_have_equal_gaps() -> None:
    spread = operations.distribute(THREE, KEYS, "down").places
    assert spread[1].rect.y - spread[0].rect.bottom == pytest.approx(spread[2].rect.y - spread[1].rect.bottom)
    assert (spread[0].rect.y, spread[2].rect.bottom) == (20, 112)


def test_boxes_snap_to_the_cell_under_them() -> None:
    cell = Rect(18, 18, 50, 14)
    snapped = operations.snap_to_cells(THREE, KEYS, [[cell, Rect(0, 0, 200, 200)]])
    assert snapped.place("b1").rect == cell
    assert operations.snap_rect(Rect(19, 17, 48, 16), [cell]) == cell
    assert operations.snap_rect(Rect(100, 100, 9, 9), [cell]) == Rect(100, 100, 9, 9)


def test_every_step_can_be_undone_and_done_again() -> None:
    history = operations.History(EMPTY)
    for mapping in (THREE, operations.delete(THREE, {"b1"}), operations.same_size(THREE, ["b1", "b2"])):
        history = history.done(mapping)
    assert history.done(history.now) is history
    back = history.undone().undone().undone()
    assert back.now == EMPTY
    assert back.undone() is back
    assert back.redone().redone().redone() == history
    assert back.redone().done(EMPTY).future == ()


def test_what_a_person_changes_is_certain() -> None:
    unsure = operations.add(EMPTY, Place("", 0, Rect(1, 1, 30, 9), field="reason", confidence=0.4))
    sure = operations.change(unsure, {"b1"}, field="contact_name", align=Align.CENTRE)
    assert (sure.place("b1").confidence, sure.place("b1").field) == (1.0, "contact_name")
    with pytest.raises(ValueError, match="smallest"):
        operations.change(sure, {"b1"}, floor=20.0)
    with pytest.raises(ValueError, match="key"):
        operations.change(sure, {"b1"}, key="x")


def test_copies_stand_aside_and_keep_the_field_of_a_choice_only() -> None:
    mapping = operations.add(THREE, Place("", 0, Rect(5, 5, 4, 4), PlaceKind.TICK, "ground", value="domain"))
    copied = operations.duplicate(mapping, {"b1", "b4"})
    assert [each.field for each in copied.places[4:]] == ["", "ground"]


def test_a_mapping_is_read_back_the_same(opened_blank) -> None:
    for name in ("combs.pdf", "lo_pages.pdf", "acroform.pdf"):
        mapping = opened_blank(name).guessed
        again = mapping_from_json(json.loads(mapping_text(mapping)))
        assert mapping_text(again) == mapping_text(mapping)
        assert again.places == mapping.places


def test_a_mapping_may_be_written_as_toml() -> None:
    text = 'version = 1\npages = [[210.0, 297.0]]\n[[places]]\nkey = "b1"\npage = 0\nrect = [1, 2, 30, 8]\nfield = "reason"\n'
    assert mapping_from_text(text).places == (Place("b1", 0, Rect(1, 2, 30, 8), field="reason"),)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 0},
        {"pages": []},
        {"pages": [[0, 5]]},
        {"places": [{"key": "a", "page": 1, "rect": [0, 0, 1, 1]}]},
        {"places": [{"key": "a", "page": 0, "rect": [0, 0, 0, 1]}]},
        {"places": [{"key": "a", "page": 0, "rect": [0, 0, 1, float("nan")]}]},
        {"places": [{"key": "a", "page": 0, "rect": [0, 0, 1, 1], "kind": "rocket"}]},
        {"places": [{"key": "a", "page": 0, "rect": [0, 0, 1, 1], "size": 500}]},
        {"places": [{"key": "a", "page": 0, "rect": [0, 0, 1, 1], "stranger": 1}]},
        {"places": [{"key": "a", "page": 0, "rect": [0, 0, 1, 1]}] * 2},
        {"places": [{"key": "a", "page": 0, "rect": [0, 0, 1, 1], "kind": "comb"}]},
        {"places": "no"},
    ],
)
def test_what_is_no_mapping_is_refused(change) -> None:
    with pytest.raises(UserError) as caught:
        mapping_from_json({**mapping_to_json(EMPTY), **change})
    assert caught.value.code == "blanks.mapping_unreadable"


def test_a_newer_mapping_says_so() -> None:
    with pytest.raises(UserError) as caught:
        mapping_from_json({"version": 2})
    assert caught.value.code == "blanks.mapping_newer"


def test_mappings_are_looked_over() -> None:
    assert [each.code for each in mapping_errors(EMPTY)] == ["blanks.nothing_mapped"]
    wrong = Mapping((FRAME,), (Place("a", 0, Rect(200, 10, 30, 8), field="reason"),
                               Place("b", 0, Rect(20, 10, 30, 1), field="nobody"),
                               Place("c", 0, Rect(20, 40, 30, 9), field="contact_name", confidence=0.3),
                               Place("d", 0, Rect(20, 40, 30, 9), field="contact_email")))  # fmt: skip
    assert {each.code for each in mapping_errors(wrong)} == {
        "blanks.place_off_page", "blanks.unknown_field", "blanks.place_too_low"
    }  # fmt: skip
    assert {"blanks.field_not_mapped", "blanks.place_unsure", "blanks.places_overlap"} <= {
        each.code for each in mapping_doubts(wrong)
    }


@pytest.mark.parametrize("province", ["guangdong", "beijing", "henan"])
def test_a_copy_of_a_built_in_form_prints_what_the_form_prints(province) -> None:
    spec = current("deregistration", province)
    pdf, mapping = copy_of(spec)
    assert mapping_errors(mapping) == ()
    assert set(mapping.fields()) == set(spec.fields())
    facts = BlankFacts("deregistration", province, "2026", spec.title, prefix=spec.prefix)
    values = sample_values(mapping, Sample.ORDINARY, spec.prefix)
    taken = take_blank(pdf)
    made = fill_blank(BlankForm(facts, mapping, taken.paper, ""), values)
    built_in = {(each.field, each.text) for each in make_form(spec, values).placed}
    assert {(each.field, each.text) for each in made.placed} == built_in


def test_every_built_in_form_can_be_copied() -> None:
    for spec in forms():
        _, mapping = copy_of(spec)
        assert set(mapping.fields()) == set(spec.fields()), spec.code
