from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from app.db import bulk
from app.db.database import Database
from app.models.subject import Subject

COMING = {"subject": 3}


def indexes(session: Session) -> set[str]:
    found = session.connection().exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'index'")
    return {row[0] for row in found}


def test_indexes_come_back_at_the_end_and_on_the_way_back(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "LEAST_ROWS", 3)
    tables = [Subject.__table__]
    with database.transaction() as session:
        before = indexes(session)
        with bulk.indexes_set_aside(session, tables, COMING):
            assert len(indexes(session)) < len(before) - 5
        assert indexes(session) == before
    with pytest.raises(KeyError), database.transaction() as session, bulk.indexes_set_aside(session, tables, COMING):
        raise KeyError
    with database.read() as session:
        assert indexes(session) == before


def test_few_rows_leave_the_indexes_alone(database: Database) -> None:
    with database.transaction() as session:
        before = indexes(session)
        with bulk.indexes_set_aside(session, [Subject.__table__], COMING):
            assert indexes(session) == before
