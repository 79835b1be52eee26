"""Sets a value into its place: the largest size that fits, else its beginning and a pointer. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.forms.wrap import Atom, Line, Measure, break_lines, item_paragraph, paragraphs

STEP = 0.5
"""Points by which a value shrinks."""
SEPARATOR = "、"
Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A value in lines of one size; `complete` is False when only its beginning is there."""

    lines: tuple[Line, ...]
    size: float
    complete: bool


def as_text(value: Value) -> str:
    """The value as it stands on paper; a list is joined with the list comma."""
    return value if isinstance(value, str) else SEPARATOR.join(value)


def tidy(value: Value) -> Value:
    """Line ends as LF, no blank edges, empty items dropped; nothing inside is changed."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n")
    return tuple(item.strip() for item in value if item.strip())


def fit(
    value: Value,
    width: float,
    height: float,
    measure: Measure,
    *,
    family: str,
    size: float,
    floor: float,
    leading: float,
    indent: int = 0,
    pointer: str = "",
) -> Fitted:
    """Shrink the value stepwise until it fits the box (points); at the floor cut it and append `pointer`.

    A list is cut only between whole items. The shown text is always a true beginning of the value.
    """
    parts = atoms_of(value, family, measure)
    total = sum(atom.width for part in parts for atom in part)
    widest = max((atom.width for part in parts for atom in part), default=0.0)
    now = size
    while True:
        count = room_for(height, now, leading)
        smallest = now - STEP < floor - 1e-9
        # A word or an address is made smaller before it is broken.
        if smallest or (total * now <= width * count and widest * now <= width):
            lines = break_lines(parts, width / now, family, measure, indent=indent)
            if len(lines) <= count:
                return Fitted(tuple(lines), now, complete=True)
        if smallest:
            taken = measure(pointer, family, 1.0)
            cut = _cut(lines[:count], width / now - taken, indent, whole_items=not isinstance(value, str))
            return Fitted(cut, now, complete=False)
        now -= STEP


def atoms_of(value: Value, family: str, measure: Measure) -> list[list[Atom]]:
    """The value's unbreakable pieces."""
    return (
        paragraphs(value, family, measure)
        if isinstance(value, str)
        else item_paragraph(value, SEPARATOR, family, measure)
    )


def room_for(height: float, size: float, leading: float) -> int:
    """How many lines of a size fit a height: the last one needs no leading below it."""
    return max(1, int((height - size) / (size * leading) + 1 + 1e-9))


def _cut(lines: Sequence[Line], room: float, indent: int, *, whole_items: bool) -> tuple[Line, ...]:
    """Lines whose last one is at most `room` ems wide and, in a list, ends with a whole item."""
    kept = [list(line.atoms) for line in lines]
    while True:
        last = kept[-1]
        free = room - (indent if lines[len(kept) - 1].starts_paragraph else 0)
        while last and (sum(atom.width for atom in last) > free or (whole_items and not last[-1].ends_item)):
            last.pop()
        if last or len(kept) == 1 or not whole_items or kept[-2][-1].ends_item:
            break
        kept.pop()
    return tuple(replace(lines[index], atoms=tuple(atoms)) for index, atoms in enumerate(kept))
