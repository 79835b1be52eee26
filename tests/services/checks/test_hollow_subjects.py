"""Hollow subjects of the store: what is recorded decides, what was never recorded stays open."""

from __future__ import annotations

from collections.abc import Callable

from app.db.database import Database
from app.services.checks.hollow_subjects import HollowSubjects
from app.services.sites import Sites
from app.services.subjects import Subjects


def test_subjects_with_and_without_services(
    database: Database, subject_values: Callable[..., dict[str, object]]
) -> None:
    subjects, sites = Subjects(database, "王五"), Sites(database, "王五")

    def subject(n: int, prefix: str, *states: str, **more: object) -> int:
        number = f"{prefix}ICP备{20_000_000 + n}号"
        made = next(iter(subjects.create(subject_values(n, filing_number=number, **more)).subjects))
        for position, state in enumerate(states, 1):
            values = {
                "name": "示例网站",
                "domains": f"s{n}-{position}.cn",
                "filing_number": f"{number}-{position}",
                "state": state,
            }
            sites.create(made, values)
        return made

    running = subject(1, "湘", "正常", "已注销")
    gone = subject(2, "湘", "已注销")
    recorded = subject(3, "粤", state="空壳")
    never = subject(4, "粤")
    rows = HollowSubjects(database).look([running, gone, recorded, never])
    assert [row.subject_id for row in rows] == [running, gone, recorded, never]
    assert [row.verdict.hollow for row in rows] == [False, True, True, None]
    assert (rows[0].services, rows[0].active) == (2, 1)
    # Hunan has it deregistered offline first; Shanghai and ten others let a service be added.
    assert rows[1].verdict.procedure == "deregister_offline_hollow_subject"
    assert rows[1].verdict.remedies and rows[0].verdict.remedies == ()
    assert rows[1].verdict.may_add_service is False
