"""Conditions of a transfer with their sources, and UIDs: digits, unusual lengths allowed."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import UserError
from app.rules.procedure_facts import procedure_facts
from app.rules.transfers import check_uid, conditions, online_steps, uid_is_unusual


def test_the_conditions_are_the_five_and_each_has_its_source() -> None:
    found = {each.key: each for each in conditions()}
    assert set(found) == {
        "source_station",
        "target_station",
        "source_has_order",
        "target_has_order",
        "target_has_subject",
    }
    assert all(each.said.source and each.said.as_of for each in found.values())
    assert found["source_station"].holds("china") and not found["source_station"].holds("international")
    assert found["target_has_order"].holds(False) and not found["target_has_order"].holds(True)
    assert not found["target_has_order"].holds(None)
    assert len(online_steps()) == 5


@pytest.mark.parametrize(
    ("text", "uid"),
    [
        ("1000200030004000", "1000200030004000"),
        (" 1000 2000-3000 ", "100020003000"),
        ("１２３４５", "12345"),
        ("007", "007"),
    ],
)
def test_a_uid_is_digits(text: str, uid: str) -> None:
    assert check_uid(text) == uid


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "letters.uid_empty"),
        ("  ", "letters.uid_empty"),
        ("me@example.com", "letters.uid_is_login_name"),
        ("user12345", "letters.uid_is_login_name"),
        ("１２３四", "letters.uid_shape"),
        ("9" * 65, "letters.uid_shape"),
        ("12345。", "letters.uid_shape"),
    ],
)
def test_what_is_no_uid(text: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        check_uid(text)
    assert caught.value.code == code


@pytest.mark.parametrize(("digits", "unusual"), [(4, True), (5, False), (20, False), (21, True)])
def test_an_unusual_length_is_only_remarked(digits: int, unusual: bool) -> None:
    assert uid_is_unusual(check_uid("1" * digits)) is unusual


@pytest.mark.parametrize(
    ("flow", "days", "due"), [("transfer", 3, date(2026, 10, 10)), ("mailbox_reset", 2, date(2026, 10, 9))]
)
def test_the_follow_up_counts_working_days_around_the_national_day(flow: str, days: int, due: date) -> None:
    """30 September 2026 is a Wednesday; 1 to 7 October are off, Saturday the 10th is worked."""
    follow_up = procedure_facts(flow).follow_up
    assert follow_up.working_days == days
    assert follow_up.deadline(date(2026, 9, 30)).due == due
    assert follow_up.basis_zh
