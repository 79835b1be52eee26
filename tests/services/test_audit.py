"""The history: noted with the change itself, newest first, and no place for values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.db.database import Database
from app.services import audit
from app.services.audit import Audit, AuditLog

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def test_a_record_has_its_history_newest_first(database: Database) -> None:
    with database.transaction() as session:
        for number, action in enumerate(("create", "change", "reveal")):
            at = START + timedelta(minutes=number)
            audit.record(session, "agent", action, "subject", 1, {"fields": {"name", "address"}}, at=at)
        Audit(session, "agent").note("create", "subject", 2)
    log = AuditLog(database)
    events = log.of("subject", 1)
    assert [(event.actor, event.action) for event in events] == [
        ("agent", "reveal"),
        ("agent", "change"),
        ("agent", "create"),
    ]
    assert events[0].detail == {"fields": ["address", "name"]}
    assert events[0].at == START + timedelta(minutes=2)
    assert len(log.of("subject", 1, limit=2)) == 2
    assert [event.record_id for event in log.newest(1)] == [2]


def test_what_is_rolled_back_is_not_noted(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.transaction() as session:
        audit.record(session, "agent", "delete", "subject", 1)
        raise ZeroDivisionError
    assert AuditLog(database).newest() == []


@pytest.mark.parametrize(
    ("action", "detail"),
    [
        ("looked", {}),
        ("change", {"address": "某省某市某路" * 30}),
        ("change", {"subject": {"name": "张三"}}),
        ("export", {"ids": list(range(1000))}),
    ],
    ids=["unknown action", "a text", "a record", "a list of records"],
)
def test_more_than_names_and_counts_is_a_bug(database: Database, action: str, detail: dict) -> None:
    with pytest.raises(ValueError), database.transaction() as session:
        audit.record(session, "agent", action, "subject", 1, detail)
    assert AuditLog(database).newest() == []
