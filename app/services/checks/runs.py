"""Runs of a check: begun, interrupted, taken up again, finished; what was seen stands in the evidence table.

The names still to be looked at are whatever the run began with less what is already kept, so a crash loses at most the
batch that was in flight.
"""

from __future__ import annotations

import secrets
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import UserError
from app.models.evidence import Evidence, EvidenceRow
from app.models.setting import Setting
from app.services import audit
from app.services.tables import read_ids, read_rows

_PREFIX = "checks.run."
_KEPT_HEADERS = 50


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
    """One line of evidence to be kept."""

    target: CheckTarget
    outcome: str
    observed: Mapping[str, Any]
    place: str
    seen_at: datetime
    expires_at: datetime | None


class CheckRuns:
    """The runs of a store. `actor` is who looks, as the evidence says."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def begin(
        self, check: str, targets: Sequence[CheckTarget], *, at: datetime, options: Mapping[str, Any], of: str = ""
    ) -> CheckRun:
        """Write down what is to be checked, before the first question goes out."""
        run = CheckRun(
            f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}", check, at, len(targets), False, of, options
        )
        with self._database.transaction() as session:
            value = _header(run) | {"targets": [each.to_json() for each in targets]}
            session.add(Setting(key=_PREFIX + run.id, value=value))
            self._forget_old(session)
        return run

    def get(self, run_id: str) -> CheckRun:
        """One run.

        Raises:
            UserError: `checks.no_such_run`.
        """
        with self._database.read() as session:
            return _run(run_id, _setting(session, run_id).value)

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
                "observed": {
                    "run": run.id,
                    "ascii": each.target.ascii,
                    "domain": each.target.unicode,
                    "suffix": each.target.suffix,
                    **each.observed,
                },
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

    def ids(self, run_id: str, outcome: str | None = None) -> array[int]:
        """The ids of a run's evidence, in the order it was seen."""
        with self._database.read() as session:
            query = _of_run(run_id, _setting(session, run_id).value, Evidence.id).order_by(Evidence.id)
            if outcome is not None:
                query = query.where(Evidence.outcome == outcome)
            return read_ids(session, query)

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
            session.delete(each)


def _of_run(run_id: str, run: Mapping[str, Any], *columns: Any) -> Any:
    """Evidence of one run; the time narrows it down by an index before the JSON is looked into."""
    started = datetime.fromisoformat(run["started_at"])
    return select(*columns).where(
        Evidence.seen_at >= started, Evidence.check == run["check"], Evidence.observed["run"].as_string() == run_id
    )


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
