"""Says before printing what would make the paper wrong: only what the form itself can know.

Characters without a glyph, private-use and invisible characters, required values that are missing,
a number of another province, choices this form does not take. The regulations live in `app.rules`.
A field left for handwriting is asked nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Protocol

from app.errors import Invalid, Problem
from app.forms.cells import waived
from app.forms.fit import Value, as_text
from app.forms.fonts import Family, FontSet
from app.forms.layout import lay_out
from app.forms.spec import Cell, FormSpec, HeadItem
from app.forms.values import FormValues, filled, left_for_handwriting

LONGEST_VALUE = 100_000
"""Characters; some sixty continuation sheets. Beyond that nobody typed it."""
SHOWN_CHARACTERS = 12
_PRINTED_BLANKS = frozenset(" \u3000\n")


def preflight(spec: FormSpec, values: FormValues) -> tuple[Problem, ...]:
    """Every reason not to print this form with these values; empty when it may go to the printer."""
    given = filled(values)
    by_hand = left_for_handwriting(values)
    problems = [
        *unprintable(spec, values),
        *_absent(spec, given, by_hand),
        *_choices(spec, given, by_hand),
        *number_problems(spec, given, by_hand),
    ]
    if not problems:
        try:
            lay_out(spec, values, FontSet.shared().width)
        except Invalid as invalid:
            problems += invalid.problems
    return tuple(problems)


def unprintable(spec: FormSpec, values: FormValues) -> tuple[Problem, ...]:
    """What cannot stand on paper at all: characters without a glyph or a shape, and values beyond any sheet."""
    given = filled(values)
    by_hand = left_for_handwriting(values)
    ticked = {cell.field for cell in spec.cells() if cell.options}
    problems: list[Problem] = []
    for field in spec.fields():
        text = as_text(given.get(field, ""))
        if text and field not in by_hand and field not in ticked:
            problems += character_problems(field, text)
    return tuple(problems)


def character_problems(field: str, text: str) -> list[Problem]:
    """What in a value cannot stand on paper: private-use and invisible characters, no glyph, or far too much."""
    if len(text) > LONGEST_VALUE:
        return [Problem(field, "forms.too_long", {"length": len(text), "limit": LONGEST_VALUE})]
    private, unseen, rest = [], [], []
    for char in dict.fromkeys(text):
        category = unicodedata.category(char)
        if category == "Co":
            private.append(char)
        elif char not in _PRINTED_BLANKS and ((category[0] in "CZ" and category != "Cn") or _selects_variant(char)):
            unseen.append(char)
        elif char != "\n":
            rest.append(char)
    problems = []
    if private:
        problems.append(Problem(field, "forms.private_use", {"characters": _codes(private)}))
    if unseen:
        problems.append(Problem(field, "forms.invisible_character", {"characters": _codes(unseen)}))
    missing = FontSet.shared().missing("".join(rest), Family.SERIF)
    if missing:
        shown = [f"{char}（U+{ord(char):04X}）" for char in missing[:SHOWN_CHARACTERS]]
        problems.append(Problem(field, "forms.no_glyph", {"characters": tuple(shown), "count": len(missing)}))
    return problems


def _absent(spec: FormSpec, given: Mapping[str, Value], by_hand: frozenset[str]) -> Iterable[Problem]:
    said: set[str] = set()
    places: list[Cell | HeadItem] = [*spec.head, *spec.cells()]
    for place in places:
        field = place.field
        if not place.required or not field or field in by_hand or field in said or given.get(field):
            continue
        if isinstance(place, Cell) and waived(place, given):
            continue
        said.add(field)
        yield Problem(field, "forms.required_missing", {"label": spec.label_of(field)})


def _choices(spec: FormSpec, given: Mapping[str, Value], by_hand: frozenset[str]) -> Iterable[Problem]:
    for cell in spec.cells():
        chosen = given.get(cell.field, "")
        if not cell.options or not chosen or cell.field in by_hand:
            continue
        if chosen not in {option.value for option in cell.options}:
            taken = tuple(option.text for option in cell.options)
            yield Problem(cell.field, "forms.choice_not_on_form", {"choices": taken})
    accepts = spec.accepts
    for field, taken, code in (
        ("relation", accepts.relations, "forms.relation_not_taken"),
        ("ground", accepts.grounds, "forms.ground_not_taken"),
        ("scope", accepts.scopes, "forms.scope_not_taken"),
    ):
        if given.get(field) and given[field] not in taken:
            yield Problem(field, code, {"authority": spec.authority})
    relation, ground = given.get("relation", ""), given.get("ground", "")
    if accepts.pairs and relation and ground and (relation, ground) not in accepts.pairs:
        code = "forms.ground_not_for_own" if relation == "own" else "forms.ground_not_for_other"
        yield Problem("ground", code, {"authority": spec.authority})
    if accepts.own_must_be_hollow and relation == "own" and not given.get("hollow"):
        yield Problem("hollow", "forms.only_hollow", {"authority": spec.authority})


class _Addressed(Protocol):
    """What is asked of a form about the numbers it takes: a built-in one, or an official blank."""

    @property
    def prefix(self) -> str: ...

    @property
    def authority(self) -> str: ...


def number_problems(spec: _Addressed, given: Mapping[str, Value], by_hand: frozenset[str]) -> Iterable[Problem]:
    """What is wrong with the filing number for this form's province and scope."""
    field = "target_filing_number"
    number = as_text(given.get(field, ""))
    if not number or field in by_hand:
        return
    if not number.startswith(spec.prefix):
        facts = {"found": number[:12], "expected": f"{spec.prefix}ICP备", "authority": spec.authority}
        yield Problem(field, "forms.number_of_other_province", facts)
    has_suffix = number.rpartition("号")[2].startswith("-")
    if given.get("scope") == "site" and not has_suffix:
        yield Problem(field, "forms.site_number_without_suffix", {"found": number[:24]})
    if given.get("scope") == "subject" and has_suffix:
        yield Problem(field, "forms.subject_number_with_suffix", {"found": number[:24]})


def _selects_variant(char: str) -> bool:
    point = ord(char)
    return 0xFE00 <= point <= 0xFE0F or 0xE0100 <= point <= 0xE01EF or 0x180B <= point <= 0x180F


def _codes(chars: list[str]) -> tuple[str, ...]:
    return tuple(f"U+{ord(char):04X}" for char in chars[:SHOWN_CHARACTERS])
