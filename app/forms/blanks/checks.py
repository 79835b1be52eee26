"""What is wrong with a mapping, or wants a second look, before it is put to use."""

from __future__ import annotations

from itertools import combinations

from app.errors import Problem
from app.forms.blanks.kinds import DEREGISTRATION, blank_kind
from app.forms.blanks.labels import mappable_fields
from app.forms.blanks.model import SMALLEST_SIZE, Mapping, Place, PlaceKind
from app.forms.laid import MM

UNSURE = 0.75
OVERLAP = 0.25
MOST_PAIRS = 400
SHOWN = 8


def mapping_errors(mapping: Mapping, kind: str = DEREGISTRATION) -> tuple[Problem, ...]:
    """What keeps a mapping from being used."""
    problems = []
    if not any(each.prints for each in mapping.places):
        problems.append(Problem("file", "blanks.nothing_mapped"))
    known = {*mappable_fields(kind), ""}
    for each in mapping.places:
        frame = mapping.pages[each.page]
        if each.field not in known:
            problems.append(Problem("file", "blanks.unknown_field", {"found": each.field[:40]}))
        if each.rect.x < -0.5 or each.rect.y < -0.5 or each.rect.right > frame.width + 0.5 or (
            each.rect.bottom > frame.height + 0.5
        ):  # fmt: skip
            problems.append(Problem("file", "blanks.place_off_page", {"label": _name(each)}))
        if each.prints and each.kind is not PlaceKind.TICK and each.rect.height * MM < SMALLEST_SIZE * 1.1:
            problems.append(Problem("file", "blanks.place_too_low", {"label": _name(each)}))
    return tuple(problems)


def mapping_doubts(mapping: Mapping, kind: str = DEREGISTRATION) -> tuple[Problem, ...]:
    """What somebody should look at; the mapping can be used all the same."""
    doubts = [Problem(name, "blanks.field_not_mapped", {"name": name}) for name in blank_kind(kind).needed
              if name not in mapping.fields()]  # fmt: skip
    unnamed = [each for each in mapping.places if not each.prints and each.kind is PlaceKind.TEXT]
    if unnamed:
        doubts.append(Problem("file", "blanks.place_without_field", {"count": len(unnamed)}))
    unsure = [each for each in mapping.places if each.prints and each.confidence < UNSURE]
    if unsure:
        labels = tuple(dict.fromkeys(_name(each) for each in unsure))[:SHOWN]
        doubts.append(Problem("file", "blanks.place_unsure", {"count": len(unsure), "labels": labels}))
    for one, other in combinations([each for each in mapping.places if each.prints][:MOST_PAIRS], 2):
        shared = one.rect.shared(other.rect) if one.page == other.page else 0.0
        if shared > OVERLAP * min(one.rect.area, other.rect.area):
            doubts.append(Problem("file", "blanks.places_overlap", {"label": _name(one), "other": _name(other)}))
    return tuple(doubts)


def _name(place: Place) -> str:
    return place.label or place.field or place.key
