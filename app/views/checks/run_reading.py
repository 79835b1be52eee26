"""Reads what a tab shows of a run: counts, reasons, what changed, and the lines that the filter lets through."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.services.checks.runs import CheckRun, CheckRuns, RunQuery

BEFORE = "before"
"""The column that says what a line was in the run before."""


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


def read_shown(
    runs: CheckRuns, run: CheckRun, query: RunQuery, before: Mapping[str, str] | None, *, only_changed: bool
) -> RunShown:
    """A run as a query has it; `before` holds the outcomes of the run before, where they changed."""
    ids = _ids(runs, run.id, query, before, only_changed=only_changed)
    return RunShown(run, runs.counts(run.id), ids, before, runs.marks(run.id, RunQuery(outcome=query.outcome)))


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
