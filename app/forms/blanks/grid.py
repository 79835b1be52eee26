"""From ruled lines to cells: pieces of one line are joined, crossings found, and each smallest closed rectangle is a cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from app.forms.blanks.model import Rect
from app.forms.blanks.vectors import Line

SAME = 0.7
"""Millimetres between two lines that are meant to be one."""
GAP = 1.0
"""Millimetres by which a line may be broken, or end before the one it should meet."""
NARROWEST = 2.4
LOWEST = 3.0
SHORTEST = 2.0
MOST_LINES = 1_200
MOST_CELLS = 1_200


def joined(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Each line once and whole: what lies within `SAME` beside it and within `GAP` behind it belongs to it."""
    found: list[Line] = []
    for lying in (True, False):
        same = sorted((each for each in lines if each.lying is lying), key=lambda each: each.at)
        band: list[Line] = []
        for each in same:
            if band and each.at - band[0].at > SAME:
                found += _runs(band)
                band = []
            band.append(each)
        found += _runs(band)
    return tuple(each for each in found if each.length >= SHORTEST)


def cells_of(lines: Sequence[Line]) -> tuple[Rect, ...]:
    """The smallest rectangles that are ruled on all sides, in reading order.

    Args:
        lines: as `joined` gives them.
    """
    across = sorted((each for each in lines if each.lying), key=lambda each: each.at)[:MOST_LINES]
    down = sorted((each for each in lines if not each.lying), key=lambda each: each.at)[:MOST_LINES]
    meets: dict[Line, list[Line]] = {each: [] for each in (*across, *down)}
    for one in across:
        for other in down:
            if _reaches(one, other.at) and _reaches(other, one.at):
                meets[one].append(other)
                meets[other].append(one)
    cells: list[Rect] = []
    for top in across:
        for left in meets[top]:
            cell = _from_corner(top, left, meets)
            if cell is not None:
                cells.append(cell)
                if len(cells) >= MOST_CELLS:
                    return tuple(cells)
    kept = [each for each in cells if each.width >= NARROWEST and each.height >= LOWEST]
    return tuple(sorted(kept, key=lambda each: (round(each.y, 1), each.x)))


def _from_corner(top: Line, left: Line, meets: dict[Line, list[Line]]) -> Rect | None:
    """The smallest rectangle whose upper left corner these two lines make."""
    rights = _after(meets[top], left.at)
    for bottom in _after(meets[left], top.at):
        for right in rights:
            if _spans(right, top.at, bottom.at) and _spans(bottom, left.at, right.at):
                return Rect.between(left.at, top.at, right.at, bottom.at)
    return None


def _after(lines: Sequence[Line], at: float) -> Sequence[Line]:
    return lines[bisect_right([each.at for each in lines], at + SAME) :]


def _reaches(line: Line, at: float) -> bool:
    return line.start - GAP <= at <= line.end + GAP


def _spans(line: Line, start: float, end: float) -> bool:
    return line.start - GAP <= start and end <= line.end + GAP


def _runs(band: list[Line]) -> list[Line]:
    """Lines beside each other as one or more whole ones."""
    if not band:
        return []
    ordered = sorted(band, key=lambda each: each.start)
    groups = [[ordered[0]]]
    end = ordered[0].end
    for each in ordered[1:]:
        if each.start - end > GAP:
            groups.append([])
            end = each.end
        groups[-1].append(each)
        end = max(end, each.end)
    runs = []
    for group in groups:
        weight = sum(each.length for each in group)
        at = sum(each.at * each.length for each in group) / weight if weight > 0 else group[0].at
        runs.append(Line(at, min(each.start for each in group), max(each.end for each in group), group[0].lying))
    return runs


def rows_of(cells: Sequence[Rect]) -> tuple[tuple[Rect, ...], ...]:
    """Cells that stand side by side with the same top and bottom, each row from left to right."""
    rows: list[list[Rect]] = []
    for cell in sorted(cells, key=lambda each: (round(each.y, 1), round(each.bottom, 1), each.x)):
        last = rows[-1][-1] if rows else None
        beside = last is not None and abs(last.y - cell.y) < SAME and abs(last.bottom - cell.bottom) < SAME
        if last is not None and beside and abs(last.right - cell.x) < GAP:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return tuple(map(tuple, rows))


def combs_of(cells: Sequence[Rect], least: int = 5) -> tuple[tuple[Rect, ...], ...]:
    """Rows of equal narrow cells, as numbers are written into."""
    combs = []
    for row in rows_of(cells):
        run = [row[0]]
        for one, other in pairwise(row):
            if abs(one.width - other.width) < 0.6 and other.width <= min(12.0, other.height * 1.6):
                run.append(other)
                continue
            if len(run) >= least:
                combs.append(tuple(run))
            run = [other]
        if len(run) >= least:
            combs.append(tuple(run))
    return tuple(each for each in combs if each[0].width <= 12.0)
