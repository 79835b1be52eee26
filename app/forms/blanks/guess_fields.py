"""Places of a fillable PDF's own fields: by name, by tooltip, else by the words printed beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.forms.blanks.acroform import FormField
from app.forms.blanks.labels import OFFICE, Match, choices, field_of, is_exact, plain
from app.forms.blanks.model import Overflow, Place, PlaceKind, Upright
from app.forms.blanks.parts import Parts
from app.forms.blanks.surveys import PageSurvey

BY_NAME, BY_TOOLTIP, BY_WORDS = 1.0, 0.97, 0.9
TALL = 16.0


def places_of_fields(index: int, page: PageSurvey, fields: Iterable[FormField], parts: Parts) -> Iterator[Place]:
    """One place for each field that is filled in; buttons are none, signatures are places for a seal."""
    for each in fields:
        part = parts.at(each.rect)
        if part == OFFICE:
            continue
        match each.kind:
            case "signature":
                yield Place("", index, each.rect, PlaceKind.SEAL, label=each.tooltip[:60], confidence=0.95)
            case "tick":
                yield _tick(index, each, parts, page)
            case _:
                yield _text(index, each, part, parts)


def _text(index: int, each: FormField, part: str, parts: Parts) -> Place:
    match, label = _named(each, part, parts)
    field = match.field if match else ""
    tall = each.rect.height >= TALL
    return Place(
        key="",
        page=index,
        rect=each.rect,
        kind=PlaceKind.COMB if each.most else PlaceKind.TEXT,
        field=field,
        label=label[:60],
        confidence=match.confidence if match else 0.0,
        upright=Upright.TOP if tall and each.many_lines else Upright.MIDDLE,
        size=10.5 if each.rect.height >= 5.2 else max(6.0, round(each.rect.height * 1.9, 1)),
        floor=6.0,
        lines=0 if each.many_lines or tall else 2,
        cells=each.most,
        overflow=Overflow.REFUSE if is_exact(field) or each.most else Overflow.CONTINUE,
        required=each.required,
    )


def _named(each: FormField, part: str, parts: Parts) -> tuple[Match | None, str]:
    last = each.name.rpartition(".")[2].rstrip("0123456789[]_ ")
    beside = parts.label_left(each.rect) or parts.words_before(each.rect)
    for words, worth in (
        (each.tooltip, BY_TOOLTIP),
        (last, BY_NAME),
        (beside, BY_WORDS),
        (parts.words_above(each.rect), 0.8),
    ):
        match = field_of(words, part) if words else None
        if match is not None:
            return Match(match.field, round(match.confidence * worth, 2)), words
    return None, each.tooltip or each.name


def _tick(index: int, each: FormField, parts: Parts, page: PageSurvey) -> Place:
    """A box or button: its own value first, then its name and tooltip, then the words behind it."""
    y = each.rect.centre[1]
    behind = "".join(
        glyph.text
        for glyph in sorted(page.glyphs, key=lambda each: each.rect.x)
        if abs(glyph.rect.centre[1] - y) <= 2.5 and 0 <= glyph.rect.x - each.rect.right <= 45.0
    )
    found = _choice(each)
    label = each.tooltip or each.name
    if found is None:
        starts = [(plain(behind).find(word), -len(word), field, value)
                  for field, value, words in choices() for word in words if word in plain(behind)]  # fmt: skip
        if starts and min(starts)[0] <= 2:
            _, _, field, value = min(starts)
            found, label = (field, value, 0.9), behind
    field, value, confidence = found or ("", each.value, 0.0)
    return Place("", index, each.rect, PlaceKind.TICK, field, label[:60], confidence, value=value)


def _choice(each: FormField) -> tuple[str, str, float] | None:
    name = each.name.casefold()
    for field, value, _ in choices():
        if field in name and (value == each.value.casefold() or name.endswith(value)):
            return field, value, 1.0
    said = plain(each.tooltip)
    for field, value, words in choices():
        if said and any(word in said for word in words):
            return field, value, 0.95
    return None
