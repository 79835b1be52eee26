"""Runs of a check: begun, interrupted, taken up again, finished; what was seen stands in the evidence table.

The names still to be looked at are whatever the run began with less what is already kept, so a crash loses at most the
batch that was in flight. What the agent stated of the names (domain verification) stands beside the run, so that it can
be carried on and repeated without being typed again; it goes when the run is forgotten.
"""

from __future__ import annotations

import secrets
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import SQLColumnExpression, case, delete, func, insert, select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import UserError
from app.models.evidence import Evidence, EvidenceRow
from app.models.setting import Setting
from app.services import audit
from app.services.tables import read_ids, read_rows

_PREFIX = "checks.run."
_FACTS = "checks.facts."
_KEPT_HEADERS = 50
_JOINT = "|"


@dataclass(frozen=True, slots=True)
class CheckTarget:
    """What is checked: a domain, and the records it belongs to."""

    ascii: str
    unicode: str
    suffix: str
    site_id: int | None = None
    subject_id: int | None = None

    def to_json(self) -> list[Any]:
        """Plain values, short."""
        return [self.ascii, self.unicode, self.suffix, self.site_id, self.subject_id]


@dataclass(frozen=True, slots=True)
class CheckRun:
    """One run: its check (hollow, domain), when it began, of which run it is a repetition, and how far it is."""

    id: str
    check: str
    started_at: datetime
    total: int
    done: bool
    of: str
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Observation:
    """One line of evidence to be kept.

    `marks` are short keys of what it ended in, by which a run is filtered; `words` is what a search looks through; two
    lines of one domain with the same `sign` are the same finding.
    """

    target: CheckTarget
    outcome: str
    observed: Mapping[str, Any]
    place: str
    seen_at: datetime
    expires_at: datetime | None
    marks: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    sign: str = ""

    def to_json(self, run_id: str) -> dict[str, Any]:
        """What is kept of it."""
        target = self.target
        return {
            "run": run_id,
            "ascii": target.ascii,
            "domain": target.unicode,
            "suffix": target.suffix,
            "marks": _JOINT.join(("", *self.marks, "")),
            "sign": self.sign,
            "find": " ".join(dict.fromkeys((target.unicode, target.ascii, *self.words))).casefold(),
            **self.observed,
        }


@dataclass(frozen=True, slots=True)
class RunQuery:
    """Which lines of a run, and in which order.

    `sort` is a key of `SORTS`, or empty for the order in which they were seen; `mark` one of the run's marks; `text` any
    part of a domain, an address, an alias or a name.
    """

    outcome: str | None = None
    mark: str = ""
    text: str = ""
    sort: str = ""
    descending: bool = False


ALL_LINES = RunQuery()
"""Everything, in the order it was seen."""

SORTS: Mapping[str, SQLColumnExpression[Any]] = {
    "domain": Evidence.observed["domain"].as_string(),
    "outcome": case({"fail": 0, "unknown": 1, "pass": 2}, value=Evidence.outcome),
    "reason": Evidence.observed["marks"].as_string(),
    "failed": Evidence.observed["failed"].as_string(),
    "open": Evidence.observed["open"].as_string(),
    "scope": Evidence.observed["scope"].as_string(),
    "addresses": Evidence.observed[("addresses", 0)].as_string(),
    "aliases": Evidence.observed[("aliases", 0)].as_string(),
    "resolvers": Evidence.observed[("views", 0, 0)].as_string(),
    "expires": Evidence.expires_at,
    "seen": Evidence.seen_at,
}
"""What a run's lines can be sorted by; failures come first by outcome."""


class CheckRuns:
    """The runs of a store. `actor` is who looks, as the evidence says."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def begin(
        self, check: str, targets: Sequence[CheckTarget], *, at: datetime, options: Mapping[str, Any], of: str = "",
        facts: Mapping[str, Any] | None = None
    ) -> CheckRun:  # fmt: skip
        """Write down what is to be checked, and what the agent stated of it, before the first question goes out."""
        run = CheckRun(
            f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}", check, at, len(targets), False, of, options
        )
        with self._database.transaction() as session:
            value = _header(run) | {"targets": [each.to_json() for each in targets]}
            session.add(Setting(key=_PREFIX + run.id, value=value))
            if facts is not None:
                session.add(Setting(key=_FACTS + run.id, value=dict(facts)))
            self._forget_old(session)
        return run

    def get(self, run_id: str) -> CheckRun:
        """One run.

        Raises:
            UserError: `checks.no_such_run`.
        """
        with self._database.read() as session:
            return _run(run_id, _setting(session, run_id).value)

    def facts(self, run_id: str) -> Mapping[str, Any] | None:
        """What the agent stated when the run began, or None where nothing was."""
        with self._database.read() as session:
            found: Mapping[str, Any] | None = session.scalar(
                select(Setting.value).where(Setting.key == _FACTS + run_id)
            )
        return found

    def runs(self, check: str) -> list[CheckRun]:
        """The runs of a check, newest first; those that are not done can be taken up again."""
        with self._database.read() as session:
            kept = session.scalars(select(Setting).where(Setting.key.startswith(_PREFIX, autoescape=True)))
            found = [_run(each.key.removeprefix(_PREFIX), each.value) for each in kept]
        return sorted((run for run in found if run.check == check), key=lambda run: run.id, reverse=True)

    def left(self, run_id: str) -> list[CheckTarget]:
        """What a run has not seen yet, in its order."""
        with self._database.read() as session:
            run = _setting(session, run_id).value
            seen = {observed["ascii"] for observed in session.scalars(_of_run(run_id, run, Evidence.observed))}
        return [CheckTarget(*each) for each in run.get("targets", ()) if each[0] not in seen]

    def targets(self, run_id: str) -> list[CheckTarget]:
        """What a run looked at, whether it is done or not."""
        with self._database.read() as session:
            run = _setting(session, run_id).value
            if "targets" in run:
                return [CheckTarget(*each) for each in run["targets"]]
            query = _of_run(run_id, run, Evidence.observed, Evidence.site_id, Evidence.subject_id).order_by(Evidence.id)
            return [
                CheckTarget(
                    row.observed["ascii"], row.observed["domain"], row.observed["suffix"], row.site_id, row.subject_id
                )
                for row in session.execute(query)
            ]

    def keep(self, run: CheckRun, seen: Iterable[Observation]) -> int:
        """Put a batch into the store in one transaction."""
        rows = [
            {
                "version": 1,
                "case_id": None,
                "subject_id": each.target.subject_id,
                "site_id": each.target.site_id,
                "check": run.check,
                "outcome": each.outcome,
                "observed": each.to_json(run.id),
                "observer": self._actor,
                "place": each.place[:400],
                "seen_at": each.seen_at,
                "expires_at": each.expires_at,
            }
            for each in seen
        ]
        with self._database.transaction() as session:
            session.execute(insert(Evidence), rows)
        return len(rows)

    def finish(self, run: CheckRun) -> None:
        """Nothing is left: the list of names is dropped, the history notes the run."""
        with self._database.transaction() as session:
            setting = _setting(session, run.id)
            setting.value = {name: value for name, value in setting.value.items() if name != "targets"} | {"done": True}
            audit.record(session, self._actor, "create", "evidence", None, {"check": run.check, "count": run.total})

    def ids(self, run_id: str, query: RunQuery = ALL_LINES) -> array[int]:
        """The ids of the run's evidence that the query lets through, in its order."""
        with self._database.read() as session:
            return read_ids(session, _asked(run_id, _setting(session, run_id).value, query, Evidence.id))

    def domains(self, run_id: str, query: RunQuery = ALL_LINES) -> list[tuple[int, str]]:
        """The same with the domain of each."""
        with self._database.read() as session:
            columns: tuple[Any, ...] = (Evidence.id, SORTS["domain"].label("domain"))
            found = session.execute(_asked(run_id, _setting(session, run_id).value, query, *columns))
            return [(row.id, row.domain) for row in found]

    def signs(self, run_id: str) -> dict[str, tuple[int, str, str]]:
        """By domain the evidence's id, its outcome and its sign."""
        with self._database.read() as session:
            sign = Evidence.observed["sign"].as_string().label("sign")
            columns: tuple[Any, ...] = (Evidence.id, Evidence.outcome, SORTS["domain"].label("domain"), sign)
            found = session.execute(_asked(run_id, _setting(session, run_id).value, ALL_LINES, *columns))
            return {row.domain: (row.id, row.outcome, row.sign or "") for row in found}

    def marks(self, run_id: str, query: RunQuery = ALL_LINES) -> dict[str, int]:
        """How many lines of the run bear each mark."""
        column = SORTS["reason"]
        counted: dict[str, int] = {}
        with self._database.read() as session:
            asked = _asked(run_id, _setting(session, run_id).value, query, column, func.count(), ordered=False)
            for joined, count in session.execute(asked.group_by(column)):
                for mark in filter(None, (joined or "").split(_JOINT)):
                    counted[mark] = counted.get(mark, 0) + count
        return counted

    def evidence(self, ids: Sequence[int]) -> list[EvidenceRow]:
        """The evidence with these ids, in this order."""
        with self._database.read() as session:
            return read_rows(session, EvidenceRow, "evidence", ids)

    def counts(self, run_id: str) -> dict[str, int]:
        """How many lines of a run ended how."""
        with self._database.read() as session:
            run = _setting(session, run_id).value
            query = _of_run(run_id, run, Evidence.outcome, func.count()).group_by(Evidence.outcome)
            found = dict(session.execute(query).all())
        return {outcome: found.get(outcome, 0) for outcome in ("pass", "fail", "unknown")}

    def _forget_old(self, session: Session) -> None:
        session.flush()
        kept = session.scalars(select(Setting).where(Setting.key.startswith(_PREFIX, autoescape=True))).all()
        done = sorted((each for each in kept if each.value.get("done")), key=lambda each: each.key, reverse=True)
        for each in done[_KEPT_HEADERS:]:
            session.execute(delete(Setting).where(Setting.key == _FACTS + each.key.removeprefix(_PREFIX)))
            session.delete(each)


def _of_run(run_id: str, run: Mapping[str, Any], *columns: Any) -> Any:
    """Evidence of one run; the time narrows it down by an index before the JSON is looked into."""
    started = datetime.fromisoformat(run["started_at"])
    return select(*columns).where(
        Evidence.seen_at >= started, Evidence.check == run["check"], Evidence.observed["run"].as_string() == run_id
    )


def _asked(run_id: str, run: Mapping[str, Any], query: RunQuery, *columns: Any, ordered: bool = True) -> Any:
    """Evidence of one run as a query has it; equal lines stand in the order they were seen."""
    found = _of_run(run_id, run, *columns)
    if query.outcome is not None:
        found = found.where(Evidence.outcome == query.outcome)
    if query.mark:
        found = found.where(SORTS["reason"].contains(f"{_JOINT}{query.mark}{_JOINT}", autoescape=True))
    for word in query.text.casefold().split():
        found = found.where(Evidence.observed["find"].as_string().contains(word, autoescape=True))
    if not ordered:
        return found
    order: list[Any] = [Evidence.id.desc() if query.descending else Evidence.id]
    if query.sort:
        column = SORTS[query.sort]
        order.insert(0, column.desc() if query.descending else column)
    return found.order_by(*order)


def _setting(session: Session, run_id: str) -> Setting:
    found = session.scalars(select(Setting).where(Setting.key == _PREFIX + run_id)).first()
    if found is None:
        raise UserError("checks.no_such_run", found=run_id[:60])
    return found


def _header(run: CheckRun) -> dict[str, Any]:
    return {
        "check": run.check,
        "started_at": run.started_at.astimezone(UTC).isoformat(),
        "total": run.total,
        "done": run.done,
        "of": run.of,
        "options": dict(run.options),
    }


def _run(run_id: str, value: Mapping[str, Any]) -> CheckRun:
    return CheckRun(
        run_id,
        value["check"],
        datetime.fromisoformat(value["started_at"]),
        value["total"],
        value["done"],
        value["of"],
        value["options"],
    )
