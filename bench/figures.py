"""What a benchmark finds: figures beside the plain alternative and the budget, as a table and as JSON."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing.

    Attributes:
        section: which benchmark (`search`, `form`, …).
        what: what was measured, in words.
        size: subjects in the store, 0 where that does not matter.
        ours: the value in `unit`.
        unit: `ms`, `s`, `KB` or `MB`; less is better in all of them.
        peer: the plain alternative's value; None where there is none or it is not installed.
        peer_name: what that alternative is, or why there is no value.
        budget: the most that the design allows; None where it sets none.
        note: what one should know to read the value.
    """

    section: str
    what: str
    size: int
    ours: float
    unit: str
    peer: float | None = None
    peer_name: str = ""
    budget: float | None = None
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the budget is kept; None without one."""
        return None if self.budget is None else self.ours <= self.budget

    @property
    def ratio(self) -> float | None:
        """How many times the alternative's value is ours; above 1 ours is better."""
        return None if self.peer is None or self.ours <= 0 else self.peer / self.ours

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {**asdict(self), "met": self.met, "ratio": self.ratio}


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not pass (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1))]


def p50(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """What 19 of 20 stay below."""
    return percentile(values, 0.95)


HEADERS = ("what", "size", "budget", "ours", "peer", "ratio", "met")


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines of text, one table for all sections."""
    rows = [_row(each) for each in figures]
    widths = [max(len(row[place]) for row in (HEADERS, *rows)) for place in range(len(HEADERS))]
    lines = [_line(HEADERS, widths), _line(tuple("-" * width for width in widths), widths)]
    section = ""
    for figure, row in zip(figures, rows, strict=True):
        if figure.section != section:
            section = figure.section
            lines.append(f"[{section}]")
        remarks = "; ".join(each for each in (figure.peer_name and f"peer: {figure.peer_name}", figure.note) if each)
        lines.append(_line(row, widths) + (f"   {remarks}" if remarks else ""))
    return "\n".join(lines)


def markdown(figures: Sequence[Figure]) -> str:
    """The same as a Markdown table, for `docs/benchmarks.md`."""
    lines = ["| what | subjects | budget | ours | peer | ratio | met |", "|---|--:|--:|--:|--:|--:|:-:|"]
    for figure in figures:
        what, size, budget, ours, peer, ratio, met = _row(figure)
        named = f"{peer} ({figure.peer_name})" if figure.peer_name else peer
        noted = f"{what} ({figure.note})" if figure.note else what
        lines.append(f"| {noted} | {size} | {budget} | {ours} | {named} | {ratio} | {met} |")
    return "\n".join(lines)


def _row(figure: Figure) -> tuple[str, ...]:
    return (
        figure.what,
        f"{figure.size:,}" if figure.size else "",
        _value(figure.budget, figure.unit),
        _value(figure.ours, figure.unit),
        _value(figure.peer, figure.unit),
        f"{figure.ratio:.3g}x" if figure.ratio is not None else "",
        {True: "yes", False: "NO", None: ""}[figure.met],
    )


def _value(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (
        cell.ljust(width) if place == 0 else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join((first, *rest)).rstrip()
