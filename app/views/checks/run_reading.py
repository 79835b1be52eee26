"""Reads what a tab shows of a run: counts, reasons, what changed, and the lines that the filter lets through."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.services.checks.runs import CheckRun, CheckRuns, RunQuery

BEFORE = "before"
"""The column that says what a line was in the run before."""
MOST_KEPT = 24


@dataclass(frozen=True, slots=True)
class RunShown:
    """A run as it is shown: its counts, the ids of what the filter lets through, what changed since the run before.

    `marks` counts the reasons among the lines of the chosen outcome.
    """

    run: CheckRun
    counts: Mapping[str, int]
    ids: array[int]
    before: Mapping[str, str] | None
    marks: Mapping[str, int]


class RunReader:
    """Reads on the store's lane. What a finished run counts and changed cannot change any more and is read once."""

    def __init__(self, runs: CheckRuns, differences: Callable[[str], Mapping[str, str]]) -> None:
        """`differences` gives the outcomes of the run before where a run's lines are others."""
        self._runs, self._differences = runs, differences
        self._done: OrderedDict[tuple[str, str], Any] = OrderedDict()

    def read(self, run_id: str, query: RunQuery, *, only_changed: bool) -> RunShown:
        """A run as a query has it."""
        run = self._runs.get(run_id)
        before = self._once(run, "before", lambda: self._differences(run_id)) if run.of and run.done else None
        counts = self._once(run, "counts", lambda: self._runs.counts(run_id))
        asked = RunQuery(outcome=query.outcome)
        marks = self._once(run, f"marks {query.outcome}", lambda: self._runs.marks(run_id, asked))
        ids = _ids(self._runs, run_id, query, before, only_changed=only_changed)
        return RunShown(run, counts, ids, before, marks)

    def _once(self, run: CheckRun, what: str, read: Callable[[], Any]) -> Any:
        if not run.done:
            return read()
        key = run.id, what
        if key not in self._done:
            self._done[key] = read()
            if len(self._done) > MOST_KEPT:
                self._done.popitem(last=False)
        return self._done[key]


def _ids(
    runs: CheckRuns, run_id: str, query: RunQuery, before: Mapping[str, str] | None, *, only_changed: bool
) -> array[int]:
    """The lines that a query lets through; what a line was before stands in no line and is put in order here."""
    by_before = query.sort == BEFORE
    if before is None or not (by_before or only_changed):
        return runs.ids(run_id, replace(query, sort="") if by_before else query)
    pairs = runs.domains(run_id, replace(query, sort="", descending=False) if by_before else query)
    kept = [(row, domain) for row, domain in pairs if not only_changed or domain in before]
    if by_before:
        kept.sort(key=lambda pair: before.get(pair[1], "~"), reverse=query.descending)
    return array("q", (row for row, _ in kept))
