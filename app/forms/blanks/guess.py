"""The first guess of a mapping: which cell of a blank takes which field, how surely, from the words printed around it.

Fields of the PDF itself come first, then choices to tick, dates to complete, rows of narrow cells, empty cells beside
or below a label, and room behind a label that ends with a colon. Cells that nobody can name are offered without a
field, so that the person who maps the blank need not draw them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.forms.blanks.acroform import FormField
from app.forms.blanks.grid import combs_of
from app.forms.blanks.guess_fields import places_of_fields
from app.forms.blanks.guess_inline import date_places, inline_places
from app.forms.blanks.guess_ticks import tick_places
from app.forms.blanks.kinds import DEREGISTRATION, blank_kind
from app.forms.blanks.labels import (
    LETTER,
    OFFICE,
    Match,
    field_of,
    firmer,
    is_exact,
    is_long,
    mappable_fields,
    part_of,
    use_of,
)
from app.forms.blanks.model import Mapping, Overflow, Place, PlaceKind, Rect, Upright
from app.forms.blanks.parts import Parts
from app.forms.blanks.surveys import PageSurvey

LEAST_WIDTH, LEAST_HEIGHT = 8.0, 4.5
"""Millimetres of a cell that somebody could write in."""
TALL = 16.0
ABOVE_WORTH = 0.9
"""A label above is a little less sure than one at the left."""
UNNAMED = 0.0
DOUBLED = 0.6
OUTRIGHT = 0.95
SHARED = 0.9
"""What a label is worth that several cells share."""
READ = 0.7
"""At most so sure is a box that goes by words read from a picture: somebody has to look at it."""
_AND = re.compile(r"[及和与、/／]")
SURE = 0.8


def guess(surveys: Sequence[PageSurvey], fields: Iterable[FormField] = (), kind: str = DEREGISTRATION) -> Mapping:
    """A mapping with a confidence for each box; every box can be changed or thrown away."""
    known = set(mappable_fields(kind))
    part = LETTER if blank_kind(kind).is_letter else ""
    by_page: dict[int, list[FormField]] = {}
    for each in fields:
        by_page.setdefault(each.page, []).append(each)
    places: list[Place] = []
    for index, page in enumerate(surveys):
        found = _page(index, page, by_page.get(index, []), Parts(page, part))
        found = [each if each.field in known else _unnamed(each) for each in _firm(found)]
        places += map(_to_be_seen, found) if page.recognised else found
    return Mapping(
        tuple(page.frame for page in surveys),
        tuple(replace(each, key=f"b{number}") for number, each in enumerate(_doubtful(places), start=1)),
    )


def _unnamed(place: Place) -> Place:
    """A box whose field this kind of paper does not have."""
    return replace(place, field="", confidence=UNNAMED) if place.field else place


def _firm(places: Sequence[Place]) -> list[Place]:
    """Labels that name a field loosely mean another one where the same page has a label that names it outright."""
    outright = {each.field for each in places if each.field and each.label and not firmer(each.label, each.field)}
    taken = {each.field for each in places}
    firm = []
    for each in places:
        other = firmer(each.label, each.field) if each.field in outright else ""
        firm.append(replace(each, field=other) if other and other not in taken else each)
    return firm


def _to_be_seen(place: Place) -> Place:
    return replace(place, confidence=min(place.confidence, READ))


def _page(index: int, page: PageSurvey, fields: list[FormField], parts: Parts) -> list[Place]:
    taken: list[Place] = []
    for source in (
        places_of_fields(index, page, fields, parts),
        tick_places(index, page, parts),
        date_places(index, page, parts),
        _comb_places(index, page, parts),
        _cell_places(index, page, parts),
        inline_places(index, page, parts),
    ):
        taken += [each for each in source if not _is_taken(each, taken)]
    return taken


def _is_taken(place: Place, taken: list[Place]) -> bool:
    """Whether a surer guess stands here already; ticks may share a cell with each other only."""
    for each in taken:
        shared = place.rect.shared(each.rect)
        if shared > 0.35 * min(place.rect.area, each.rect.area):
            return True
    return False


def _comb_places(index: int, page: PageSurvey, parts: Parts) -> Iterable[Place]:
    for comb in combs_of(page.cells):
        if any(page.text_in(cell) for cell in comb) or parts.at(comb[0]) == OFFICE:
            continue
        label = parts.label_left(comb[0]) or parts.label_above(comb[0])
        match = field_of(label, parts.at(comb[0])) if label else None
        yield Place(
            key="",
            page=index,
            rect=Rect.around(comb).rounded(),
            kind=PlaceKind.COMB,
            field=match.field if match else "",
            label=_short(label),
            confidence=match.confidence if match else UNNAMED,
            cells=len(comb),
            size=min(11.0, comb[0].height * 1.9),
            floor=min(8.0, comb[0].height * 1.9),
            overflow=Overflow.REFUSE,
        )


def _cell_places(index: int, page: PageSurvey, parts: Parts) -> Iterable[Place]:
    combed = {cell for comb in combs_of(page.cells) for cell in comb}
    for number, cell in enumerate(page.cells):
        if cell in combed or cell.width < LEAST_WIDTH or cell.height < LEAST_HEIGHT:
            continue
        printed = page.text_in(cell)
        if printed:
            if use_of(printed) and cell.height >= TALL and not _names(printed, parts.at(cell)):
                yield _without_field(index, cell, printed)
            continue
        if page.scanned and page.inked[number]:
            continue
        if parts.at(cell) == OFFICE:
            continue
        if OFFICE in {part_of(parts.label_left(cell)), part_of(parts.label_above(cell))}:
            continue
        yield named_cell(index, page, cell, parts)


def named_cell(index: int, page: PageSurvey, cell: Rect, parts: Parts) -> Place:
    """An empty cell under the name that the words at its left or above it give."""
    part = parts.at(cell)
    left, above = parts.label_left(cell), parts.label_above(cell)
    words, place, count = parts.row_label(cell)
    if count > 1 and (shared := _piece_of(words, place, count, part)):
        match, label = shared
        return cell_place(index, cell, match.field, label, match.confidence * SHARED)
    if parts.is_in_column(cell):
        # The label at the left is for each side; the heading of the column says whose.
        left = words
    if not left and not above:
        # A box that stands alone has its label before or above it on the open page.
        left, above = parts.words_before(cell), parts.words_above(cell)
    if (use_of(left) or use_of(above)) and not _names(left, part):
        return _without_field(index, cell, left if use_of(left) else above)
    found = [(field_of(left, part), 1.0, left)] if left else []
    if above:
        found.append((field_of(above, part), ABOVE_WORTH, above))
    named = [(match.confidence * worth, match.field, label) for match, worth, label in found if match]
    confidence, field, label = max(named, default=(UNNAMED, "", left or above))
    return cell_place(index, cell, field, label, confidence)


def _names(label: str, part: str) -> bool:
    """Whether a label names a field outright; `申请单位盖章` asks for a seal although it begins like a name."""
    match = field_of(label, part)
    return match is not None and match.confidence >= OUTRIGHT


def _piece_of(words: str, place: int, count: int, part: str) -> tuple[Match, str] | None:
    """What one of several cells takes whose label names them all: `证件种类及号码` says 证件 only once."""
    pieces = [each for each in _AND.split(words.strip("：: ")) if each]
    if len(pieces) != count:
        return None
    first, piece = pieces[0], pieces[place]
    whole = [piece] if not place else [first[:length] + piece for length in range(len(first) - 1, 0, -1)] + [piece]
    known = field_of(first, part)
    for label in whole:
        match = field_of(label, part)
        if match is not None and (not place or known is None or match.field != known.field):
            return match, label
    return None


def cell_place(index: int, cell: Rect, field: str, label: str, confidence: float) -> Place:
    """The box of an empty cell, set as a value of that field and a cell of that height want to be."""
    many = cell.height >= TALL or is_long(field)
    top = many and cell.height >= TALL and field == "reason"
    size = 10.5 if cell.height >= 6.0 else max(6.0, round(cell.height * 1.7, 1))
    return Place(
        key="",
        page=index,
        # A first line right below a ruled line, on a leaning scan across it, looks like a slip.
        rect=(cell.inset(0.0, 1.4) if top else cell).rounded(),
        field=field,
        label=_short(label),
        confidence=round(confidence, 2),
        upright=Upright.TOP if top else Upright.MIDDLE,
        size=size,
        floor=min(7.0, size),
        overflow=Overflow.REFUSE if is_exact(field) else Overflow.CONTINUE,
    )


def _without_field(index: int, cell: Rect, label: str) -> Place:
    kind = PlaceKind.PHOTO if use_of(label) == "photo" else PlaceKind.SEAL
    return Place(key="", page=index, rect=cell.rounded(), kind=kind, label=_short(label), confidence=0.8)


def _doubtful(places: list[Place]) -> list[Place]:
    """A field that one page names twice in text cells is less sure at its second place, unless its label is exact."""
    seen: set[tuple[int, str]] = set()
    judged = []
    for each in places:
        key = (each.page, each.field)
        if each.field and each.kind in {PlaceKind.TEXT, PlaceKind.COMB}:
            if key in seen and each.confidence < SURE:
                each = replace(each, confidence=round(each.confidence * DOUBLED, 2))
            seen.add(key)
        judged.append(each)
    return judged


def _short(label: str) -> str:
    return label[:60]
