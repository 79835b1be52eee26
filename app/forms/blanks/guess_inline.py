"""Finds room within and between printed words: behind `申请人：`, on a ruled or dotted line, before 年, 月 and 日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.forms.blanks.labels import LETTER, OFFICE, choices, field_of, is_exact, use_of
from app.forms.blanks.model import Align, DatePart, Overflow, Place, PlaceKind, Rect
from app.forms.blanks.parts import Parts
from app.forms.blanks.surveys import Glyph, PageSurvey, TextLine

COLONS = "：:"
FILLERS = frozenset("_＿…﹍﹎‗.·。")
UNDERSCORES = frozenset("_＿﹍﹎‗…")
_BEFORE = re.compile(r"[，,。；;：:、（()）]")
LEAST_ROOM = 10.0
"""Millimetres of a gap that somebody could write in."""
DATE_ROOM = 4.0
WORTH = 0.9
CHOSEN = frozenset(field for field, _, _ in choices())
APPLICATION_DATE, LETTER_DATE = "application_date", "letter_date"
DATES = frozenset({APPLICATION_DATE, LETTER_DATE, "valid_until", "changed_on"})
"""Fields whose value is a day."""
_DATE_SIGNS = (("年", DatePart.YEAR), ("月", DatePart.MONTH), ("日", DatePart.DAY))


def date_places(index: int, page: PageSurvey, parts: Parts) -> Iterator[Place]:
    """The rooms before 年, 月 and 日 on one line, where they are left empty."""
    for area in _areas(page):
        for line in _lines(page, area):
            rooms = _date_rooms(line, area)
            if rooms is None or parts.at(line.rect) == OFFICE:
                continue
            label = _words_before(line, rooms[0][1].right)
            match = field_of(label, parts.at(line.rect)) if label else None
            if match is None and area is not None:
                label = parts.label_left(area) or parts.label_above(area)
                match = field_of(label, parts.at(area)) if label else None
            wanted = LETTER_DATE if parts.at(line.rect) == LETTER else APPLICATION_DATE
            dated = match is not None and match.field in DATES
            field = match.field if match is not None and dated else wanted
            for part, rect in rooms:
                yield Place(
                    key="",
                    page=index,
                    rect=rect.rounded(),
                    kind=PlaceKind.DATE,
                    part=part,
                    field=field,
                    label=label[:60] or "年月日",
                    confidence=0.95 if dated else 0.6,
                    align=Align.CENTRE,
                    size=10.5,
                    floor=6.0,
                    overflow=Overflow.SHRINK,
                )


def inline_places(index: int, page: PageSurvey, parts: Parts) -> Iterator[Place]:
    """The rooms behind labels that end with a colon, in cells and on lines above and below the tables."""
    for area in _areas(page):
        for line in _lines(page, area):
            part = parts.at(line.rect)
            if part == OFFICE:
                continue
            labelled = area is not None and parts.is_followed_by_room(area)
            for words, room in (*_written_rooms(line), *_rooms(page, line, area, open_end=not labelled)):
                match = field_of(words, part)
                # What is chosen is ticked, and a seal or signature set by hand; neither is written.
                if match is None or match.field in CHOSEN or use_of(words):
                    continue
                yield Place(
                    key="",
                    page=index,
                    rect=room.rounded(),
                    field=match.field,
                    label=words[-60:],
                    confidence=round(match.confidence * WORTH, 2),
                    size=10.5,
                    floor=6.5,
                    overflow=Overflow.REFUSE if is_exact(match.field) else Overflow.CONTINUE,
                )


def _areas(page: PageSurvey) -> list[Rect | None]:
    return [*page.cells, None]


def _lines(page: PageSurvey, area: Rect | None) -> tuple[TextLine, ...]:
    if area is not None:
        return page.text_lines(area)
    return page.free_lines


def _date_rooms(line: TextLine, area: Rect | None) -> list[tuple[DatePart, Rect]] | None:
    """The room before each sign, or None where the line is no empty date."""
    glyphs = [each for each in line.glyphs if each.text not in FILLERS]
    text = "".join(each.text for each in glyphs)
    at = text.find("年月日")
    if at < 0:
        return None
    rooms = []
    for offset, (_, part) in enumerate(_DATE_SIGNS):
        sign = glyphs[at + offset]
        before = glyphs[at + offset - 1].rect.right if at + offset else (area.x + 1.0 if area is not None else 0.0)
        room = sign.rect.x - before
        most = 16.0 if part is DatePart.YEAR else 14.0
        if room < (DATE_ROOM if offset else 1.0):
            return None
        start = max(before, sign.rect.x - most) if not offset else before
        ruled = [each.rect.x for each in line.glyphs if each.text in UNDERSCORES and start <= each.rect.x < sign.rect.x]
        start = min(ruled, default=start)
        rooms.append((part, Rect.between(start + 0.3, sign.rect.y - 1.0, sign.rect.x - 0.3, sign.rect.bottom + 0.6)))
    return rooms


def _words_before(line: TextLine, edge: float) -> str:
    """The label at the left of a date: the words before its first room."""
    words = [each for each in line.glyphs if each.rect.right <= edge and each.text not in FILLERS]
    said = "".join(each.text for each in words).rstrip(COLONS)
    for colon in COLONS:
        said = said.rpartition(colon)[2]
    return said


def _written_rooms(line: TextLine) -> Iterator[tuple[str, Rect]]:
    """Each run of underscores with the words before it, whether or not a colon ends them: `备案号为____的备案`."""
    glyphs = line.glyphs
    start = position = 0
    while position < len(glyphs):
        if glyphs[position].text not in UNDERSCORES:
            position += 1
            continue
        end = position
        while end < len(glyphs) and glyphs[end].text in UNDERSCORES:
            end += 1
        run = Rect.around(each.rect for each in glyphs[position:end])
        words = "".join(each.text for each in glyphs[start:position]).rstrip(COLONS)
        words = _BEFORE.split(words)[-1]
        if words and run.width >= LEAST_ROOM:
            yield words, Rect.between(run.x, line.rect.y - 1.2, run.right, line.rect.bottom + 0.2)
        start = position = end


def _rooms(page: PageSurvey, line: TextLine, area: Rect | None, *, open_end: bool) -> Iterator[tuple[str, Rect]]:
    """Each label on the line with the room behind it, up to the next words or the edge.

    Args:
        open_end: whether somebody may write behind the last label; not where the cell at its right is for that.
    """
    glyphs = line.glyphs
    start = 0
    for position, glyph in enumerate(glyphs):
        if glyph.text not in COLONS:
            continue
        words = "".join(each.text for each in glyphs[start:position] if each.text not in FILLERS)
        behind = [each for each in glyphs[position + 1 :] if each.text not in FILLERS]
        start = position + 1
        next_glyph = glyphs[start] if start < len(glyphs) else None
        if (next_glyph is not None and next_glyph.text in UNDERSCORES) or (not behind and not open_end):
            continue
        end = _end_of_room(page, line, area, glyph, behind[0] if behind else None)
        if words and end - glyph.rect.right >= LEAST_ROOM:
            top, bottom = line.rect.y - 1.2, line.rect.bottom + 0.6
            if area is not None:
                top, bottom = max(top, area.y), min(bottom, area.bottom)
                if len(page.text_lines(area)) == 1 and area.height <= 16.0:
                    top, bottom = area.y, area.bottom
            yield words, Rect.between(glyph.rect.right + 0.5, top, end, bottom)


def _end_of_room(page: PageSurvey, line: TextLine, area: Rect | None, colon: Glyph, following: Glyph | None) -> float:
    """Where the room ends: at the next words, at the end of the line ruled under it, at the cell's edge."""
    left = colon.rect.right
    ends = [following.rect.x - 1.0] if following else []
    ruled = [
        each.end
        for each in page.lines
        if each.lying and line.rect.centre[1] < each.at <= line.rect.bottom + 3.0
        and each.start - 3.0 <= left + 2.0 and each.end > left + LEAST_ROOM / 2
    ]  # fmt: skip
    if area is not None:
        ends.append(area.right - 0.5)
    elif ruled:
        ends.append(min(ruled))
    else:
        fillers = [each.rect.right for each in line.glyphs if each.text in FILLERS and each.rect.x >= left]
        ends.append(max(fillers) if fillers else min(left + 70.0, page.frame.width - 15.0))
    return min(ends)
