"""空壳主体: subjects of the store that have no service left. Another thing than a hollow site, with another way out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from app.db.database import Database
from app.models.site import Site
from app.models.subject import Subject
from app.rules.hollow import HollowSubjectVerdict, judge_hollow_subject
from app.rules.in_force import RulesInForce
from app.rules.provinces import province_keys
from app.services.rules_in_force import rules_in_force

_PAGE = 500


@dataclass(frozen=True, slots=True)
class HollowSubjectRow:
    """One subject: how many services the store knows, of which so many are not deregistered, and the verdict."""

    subject_id: int
    name: str
    province: str
    services: int
    active: int
    verdict: HollowSubjectVerdict


class HollowSubjects:
    """Judges subjects by the store alone; asks nobody."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def look(self, subject_ids: Sequence[int]) -> list[HollowSubjectRow]:
        """The subjects with these ids, in this order.

        A subject is hollow when it is recorded as such, or when every service that the store knows is deregistered. A
        subject of which no service was ever recorded stays open: the store may simply not hold them.
        """
        found: dict[int, HollowSubjectRow] = {}
        with self._database.read() as session:
            rules = rules_in_force(session)
            for start in range(0, len(subject_ids), _PAGE):
                wanted = list(subject_ids[start : start + _PAGE])
                counts: dict[int, dict[str, int]] = {}
                query = (
                    select(Site.subject_id, Site.state, func.count())
                    .where(Site.subject_id.in_(wanted))
                    .group_by(Site.subject_id, Site.state)
                )
                for subject_id, state, count in session.execute(query):
                    counts.setdefault(subject_id, {})[state] = count
                columns = (Subject.id, Subject.name, Subject.province, Subject.state)
                for row in session.execute(select(*columns).where(Subject.id.in_(wanted))):
                    found[row.id] = _row(row.id, row.name, row.province, row.state, counts.get(row.id, {}), rules)
        return [found[each] for each in subject_ids if each in found]


def _row(subject_id: int, name: str, key: str, state: str, counts: dict[str, int], rules: RulesInForce) -> HollowSubjectRow:
    services = sum(counts.values())
    active = services - counts.get("deregistered", 0)
    left: int | None = active
    if state == "hollow":
        left = 0
    elif not services:
        left = None
    may_add = key in province_keys() and rules.facts(key).hollow_may_add_service
    return HollowSubjectRow(
        subject_id, name, key, services, active, judge_hollow_subject(left, may_add_service=may_add)
    )
