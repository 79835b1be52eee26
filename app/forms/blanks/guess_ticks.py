"""Finds choices to tick: the words of a choice, and the little box or circle before or behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.forms.blanks.labels import OFFICE, choices, plain
from app.forms.blanks.model import Place, PlaceKind, Rect
from app.forms.blanks.parts import BOXES, Parts
from app.forms.blanks.surveys import PageSurvey, TextLine

MARKS = BOXES | {"口"}
"""A box that was read from a picture is often taken for 口."""
REACH = 7.0
"""Millimetres between a mark and its words."""
MOST_BETWEEN = 6
"""Characters between a mark and the words by which its choice is known."""
SURE = 0.95
OTHER = 0.6
"""How sure the second of two choices is when only the first was understood."""


def tick_places(index: int, page: PageSurvey, parts: Parts) -> Iterator[Place]:
    """One box for each choice whose words stand on the page with a mark; words that run on into a sentence are none."""
    areas: list[Rect | None] = [*page.cells, None]
    for area in areas:
        if area is None:
            lines = page.free_lines
        else:
            if parts.at(area) == OFFICE:
                continue
            lines = page.text_lines(area)
        for field, found in _offered(lines):
            if area is None and len(found) < 2:
                continue
            ticks = list(_ticks(index, page, field, found, alone=len(found) < 2))
            yield from ticks
            yield from _other(ticks, field, lines)


Offered = list[tuple[str, TextLine, int, int]]
"""Value, the line it stands in, and from which glyph to which."""


def _offered(lines: Sequence[TextLine]) -> list[tuple[str, Offered]]:
    """The choices that lines hold, by field; at most one place each."""
    by_field: dict[str, Offered] = {}
    used: list[tuple[int, int, int]] = []
    ordered = sorted(choices(), key=lambda each: -max(map(len, each[2])))
    for field, value, words in ordered:
        for word in words:
            place = _found(lines, word, used)
            if place is not None:
                number, start, end = place
                used.append(place)
                by_field.setdefault(field, []).append((value, lines[number], start, end))
                break
    return list(by_field.items())


def _found(lines: Sequence[TextLine], word: str, used: list[tuple[int, int, int]]) -> tuple[int, int, int] | None:
    for number, line in enumerate(lines):
        letters = [plain(glyph.text) if glyph.text not in MARKS else "\0" for glyph in line.glyphs]
        text, at = "", []
        for position, letter in enumerate(letters):
            text += letter
            at += [position] * len(letter)
        begin = text.find(word)
        while begin >= 0:
            start, end = at[begin], at[begin + len(word) - 1] + 1
            if not any(number == other and start < last and first < end for other, first, last in used):
                return number, start, end
            begin = text.find(word, begin + 1)
    return None


def _ticks(index: int, page: PageSurvey, field: str, found: Offered, *, alone: bool) -> Iterator[Place]:
    marked = [(value, line, start, end, _mark(page, line, start, end)) for value, line, start, end in found]
    if not any(mark for *_, mark in marked):
        return
    for value, line, start, end, mark in marked:
        if mark is None:
            continue
        words = "".join(each.text for each in line.glyphs[start:end])
        yield Place(
            key="",
            page=index,
            rect=mark.rounded(),
            kind=PlaceKind.TICK,
            field=field,
            value=value,
            label=words[:60],
            confidence=0.7 if alone else SURE,
        )


def _other(ticks: list[Place], field: str, lines: Sequence[TextLine]) -> Iterator[Place]:
    """The second of two choices whose words are unknown, where one mark is left over beside the first."""
    values = [value for name, value, _ in choices() if name == field]
    marks = [(line, place) for line in lines for place, glyph in enumerate(line.glyphs) if glyph.text in MARKS]
    if len(ticks) != 1 or len(values) != 2 or len(marks) != 2:
        return
    found = ticks[0]
    left = [(line, place) for line, place in marks if not found.rect.shared(_square(line.glyphs[place].rect))]
    if len(left) == 1:
        line, place = left[0]
        words = "".join(each.text for each in line.glyphs[place + 1 :])
        value = next(each for each in values if each != found.value)
        rect = _square(line.glyphs[place].rect).rounded()
        yield replace(found, rect=rect, value=value, label=words[:60], confidence=OTHER)


def _mark(page: PageSurvey, line: TextLine, start: int, end: int) -> Rect | None:
    """The mark before the words, else the one right behind them."""
    first, last = line.glyphs[start].rect, line.glyphs[end - 1].rect
    before = _mark_before(line, start)
    if before is not None:
        return _square(before)
    y = line.rect.centre[1]
    drawn = [each for each in page.marks if abs(each.centre[1] - y) <= 2.5]
    at_left = [each for each in drawn if -0.5 <= first.x - each.right <= REACH]
    if at_left:
        return max(at_left, key=lambda each: each.right)
    behind = [each for each in line.glyphs[end:] if each.text in MARKS and each.rect.x - last.right <= REACH]
    if behind:
        return _square(behind[0].rect)
    at_right = [each for each in drawn if -0.5 <= each.x - last.right <= REACH]
    return min(at_right, key=lambda each: each.x) if at_right else None


def _mark_before(line: TextLine, start: int) -> Rect | None:
    """The mark that a choice's words follow, other words of the same choice between them: `□注销备案主体`."""
    edge = line.glyphs[start].rect.x
    for glyph in reversed(line.glyphs[max(start - MOST_BETWEEN, 0) : start]):
        if edge - glyph.rect.right > REACH:
            return None
        if glyph.text in MARKS:
            return glyph.rect
        edge = glyph.rect.x
    return None


def _square(rect: Rect) -> Rect:
    """The drawn square within the room of a box character, which stands a little above the middle of its line."""
    side = min(rect.width, rect.height) * 0.8
    x, y = rect.centre
    return Rect(x - side / 2, y - side / 2, side, side)
