"""The index catches up in steps that can be stopped, and can be made anew."""

from __future__ import annotations

import pytest

from app.db.database import Database
from app.db.search import Document, Hit, index, search
from app.errors import Cancelled
from app.services.search_index import STEP, SearchIndex

MANY = STEP * 2 + 10


def _fill(database: Database) -> None:
    with database.transaction() as session:
        index(session, (Document("site", number, (f"站点{number:05d}",)) for number in range(1, MANY + 1)))


def _found(database: Database, text: str) -> list[Hit]:
    with database.read() as session:
        return search(session, text)


def test_it_catches_up_and_says_how_far_it_is(database: Database) -> None:
    _fill(database)
    work, said = SearchIndex(database), []
    assert work.waiting() == MANY
    assert work.catch_up(lambda done, total: said.append((done, total))) == MANY
    assert said == [(STEP, MANY), (STEP * 2, MANY), (MANY, MANY)]
    assert work.waiting() == 0
    assert work.catch_up() == 0
    assert _found(database, "01005") == [Hit("site", 1005, 2)]


def test_stopping_between_two_steps_loses_nothing(database: Database) -> None:
    _fill(database)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        SearchIndex(database).catch_up(stop)
    assert SearchIndex(database).waiting() == MANY - STEP
    assert [_found(database, text) for text in ("00001", "01009")] == [[Hit("site", 1, 2)], [Hit("site", 1009, 2)]]


def test_it_is_made_anew_from_the_records(database: Database) -> None:
    _fill(database)
    work = SearchIndex(database)
    work.rebuild(lambda _session: [Document("case", 1, ("BD-20261123-001",))])
    assert work.catch_up() == 1
    assert _found(database, "站点") == []
    assert _found(database, "1123") == [Hit("case", 1, 2)]
