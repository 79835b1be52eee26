"""What every check that runs over many names does alike: begin, carry on, repeat, read, compare, write out.

A check of its own says how one name is looked at (`looking`) and what a line of its evidence is (`row_of`).
"""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from array import array
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from app.db.database import Database
from app.lookups.clock import Clock, utc_clock
from app.models.evidence import EvidenceRow
from app.services.audit import Audit
from app.services.checks.engine import Progress, sweep
from app.services.checks.runs import ALL_LINES, CheckRun, CheckRuns, CheckTarget, Observation, RunQuery
from app.services.table_files import write_table

_PAGE = 500


class Line(Protocol):
    """What the line of a check has in any case."""

    @property
    def domain(self) -> str:
        """The name, as people write it."""

    @property
    def outcome(self) -> str:
        """pass, fail or unknown."""


class Means(Protocol):
    """How a check looks: how many names side by side, and how many lines are kept at once."""

    @property
    def at_once(self) -> int:
        """Names in flight."""

    @property
    def batch(self) -> int:
        """Lines of one transaction."""


R = TypeVar("R", bound=Line)
M = TypeVar("M", bound=Means)
Looking = AbstractAsyncContextManager[Callable[[CheckTarget], Awaitable[Observation]]]
Keep = Callable[[list[Observation]], object]


@dataclass(frozen=True, slots=True)
class Difference(Generic[R]):
    """What changed for one domain between two runs; `before` or `after` None where only one looked."""

    domain: str
    before: R | None
    after: R | None


class RunService(ABC, Generic[R, M]):
    """The runs of one check. Works in the thread that calls it, on an event loop of its own.

    Without a database nothing is kept and nothing of a store can be read.
    """

    check = ""
    sheet = ""
    """The name of the sheet in a table that is written out."""

    def __init__(self, database: Database | None, *, actor: str, clock: Clock = utc_clock) -> None:
        self._database = database
        self._actor = actor
        self._clock = clock

    @abstractmethod
    def looking(self, means: M, facts: Mapping[str, Any] | None) -> Looking:
        """How one name is looked at; `facts` is what the agent stated of the names when the run began."""

    @abstractmethod
    def row_of(self, evidence: EvidenceRow) -> R:
        """The line of one piece of kept evidence."""

    @property
    def runs(self) -> CheckRuns:
        """The runs of the store."""
        return CheckRuns(self._store, actor=self._actor)

    @property
    def _store(self) -> Database:
        assert self._database is not None
        return self._database

    def carry_on(self, run_id: str, means: M, progress: Progress | None = None) -> CheckRun:
        """Looks at whatever the run has not seen yet; stopped by `Cancelled`, it can be carried on again.

        Raises:
            UserError: `checks.no_such_run`; Cancelled: what `progress` raises.
        """
        runs = self.runs
        run, left = runs.get(run_id), runs.left(run_id)
        done = run.total - len(left)
        report = None if progress is None else lambda step, total: progress(done + step, done + total)
        self._sweep(left, means, runs.facts(run_id), lambda seen: runs.keep(run, seen), report)
        runs.finish(run)
        return runs.get(run_id)

    def begin_again(self, run_id: str, means: M, *, only_open: bool = False) -> CheckRun | None:
        """Writes down a repetition of a run, of all its names or only of those that did not pass; None where none is left."""
        runs = self.runs
        passed = {domain for _, domain in runs.domains(run_id, RunQuery(outcome="pass"))} if only_open else set()
        targets = [each for each in runs.targets(run_id) if each.unicode not in passed]
        if not targets:
            return None
        told = self.summary(means, runs.get(run_id))
        return runs.begin(self.check, targets, at=self._clock(), options=told, of=run_id, facts=runs.facts(run_id))

    @abstractmethod
    def summary(self, means: M, before: CheckRun | None = None) -> Mapping[str, Any]:
        """What a run's record says of how it looked; `before` is the run that is repeated."""

    def look_again(
        self, run_id: str, means: M, progress: Progress | None = None, *, only_open: bool = False
    ) -> CheckRun:
        """Checks the names of a run again; `changes` then compares. Where nothing is open it gives the run itself."""
        begun = self.begin_again(run_id, means, only_open=only_open)
        return self.runs.get(run_id) if begun is None else self.carry_on(begun.id, means, progress)

    def ids(self, run_id: str, query: RunQuery = ALL_LINES) -> array[int]:
        """The lines of a run, for a table that reads them by the page."""
        return self.runs.ids(run_id, query)

    def rows(self, ids: Sequence[int]) -> list[R]:
        """Lines by id, in this order."""
        return [self.row_of(each) for each in self.runs.evidence(ids)]

    def each(self, run_id: str, query: RunQuery = ALL_LINES) -> Iterator[R]:
        """The lines of a run, read by the page."""
        ids = self.ids(run_id, query)
        for start in range(0, len(ids), _PAGE):
            yield from self.rows(ids[start : start + _PAGE])

    def differences(self, run_id: str, before: str = "") -> dict[str, str]:
        """The domains that changed since an earlier run (by default the one that is repeated), with their outcome of then.

        An empty outcome stands for a domain that was not looked at then.
        """
        return {domain: outcome for domain, (_, outcome, _) in self._changed(run_id, before).items()}

    def changes(self, run_id: str, before: str = "") -> list[Difference[R]]:
        """The same with both lines."""
        changed = self._changed(run_id, before)
        rows = {row.domain: row for row in self.rows([now for _, _, now in changed.values()])}
        old = {row.domain: row for row in self.rows([was for was, _, _ in changed.values() if was])}
        return [Difference(domain, old.get(domain), rows.get(domain)) for domain in changed]

    def _changed(self, run_id: str, before: str) -> dict[str, tuple[int, str, int]]:
        """By domain the line of then (0 for none), its outcome and the line of now."""
        earlier = before or self.runs.get(run_id).of
        old = self.runs.signs(earlier) if earlier else {}
        found = {}
        for domain, (now, outcome, sign) in self.runs.signs(run_id).items():
            was, then, sign_then = old.get(domain, (0, "", None))
            if (then, sign_then) != (outcome, sign):
                found[domain] = was, then, now
        return found

    def export(
        self, run_id: str, path: Path, header: Sequence[str], cells: Callable[[R], Sequence[str]],
        query: RunQuery = ALL_LINES, progress: Progress | None = None
    ) -> int:  # fmt: skip
        """The lines of a run as xlsx or csv; `cells` words a line in the reader's language.

        Raises:
            UserError: the errors of `table_files.write_table`.
        """
        ids = self.ids(run_id, query)
        lines = (cells(row) for row in self.each(run_id, query))
        count = write_table(path, header, lines, sheet=self.sheet, total=len(ids), progress=progress)
        with self._store.transaction() as session:
            Audit(session, self._actor).note("export", "evidence", None, {"rows": count, "check": self.check})
        return count

    def _sweep(
        self,
        targets: Sequence[CheckTarget],
        means: M,
        facts: Mapping[str, Any] | None,
        keep: Keep,
        progress: Progress | None,
    ) -> None:
        async def work() -> None:
            async with self.looking(means, facts) as observe:
                await sweep(
                    targets, observe, keep, at_once=means.at_once, batch=means.batch, total=len(targets),
                    progress=progress,
                )  # fmt: skip

        asyncio.run(work())
