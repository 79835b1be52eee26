"""Working days, worked out by hand from the State Council's notices for 2024, 2025 and 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.workdays import add_hours, add_working_days, is_working_day, last_published_year, next_friday_batch


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        # 2024 Spring Festival: off 10 to 17 February, at work on Sundays 4 and 18 February
        (date(2024, 2, 2), 5, date(2024, 2, 8)),
        (date(2024, 2, 8), 3, date(2024, 2, 19)),
        # 2024 National Day: off 1 to 7 October, at work on Sunday 29 September and Saturday 12 October
        (date(2024, 9, 27), 5, date(2024, 10, 10)),
        (date(2024, 10, 10), 2, date(2024, 10, 12)),
        # 2025 Spring Festival: off 28 January to 4 February, at work on Sunday 26 January and Saturday 8 February
        (date(2025, 1, 24), 5, date(2025, 2, 7)),
        (date(2025, 2, 7), 1, date(2025, 2, 8)),
        # 2025 National Day and Mid-Autumn: off 1 to 8 October, at work on Sunday 28 September and Saturday 11 October
        (date(2025, 9, 26), 5, date(2025, 10, 10)),
        (date(2025, 10, 9), 2, date(2025, 10, 11)),
        # 2026 Spring Festival: off 15 to 23 February, at work on Saturdays 14 and 28 February
        (date(2026, 2, 12), 5, date(2026, 2, 26)),
        (date(2026, 2, 27), 1, date(2026, 2, 28)),
        # 2026 National Day: off 1 to 7 October, at work on Sunday 20 September and Saturday 10 October
        (date(2026, 9, 29), 5, date(2026, 10, 12)),
        # an ordinary month: four weeks are twenty working days
        (date(2026, 11, 23), 20, date(2026, 12, 21)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
    ],
)
def test_deadlines_by_hand(start: date, days: int, due: date) -> None:
    deadline = add_working_days(start, days)
    assert deadline.due == due
    assert not deadline.provisional


def test_the_arithmetic_is_shown() -> None:
    deadline = add_working_days(date(2026, 9, 29), 5)
    assert [step.kind for step in deadline.steps] == ["start", "working"] + ["holiday"] * 7 + ["working"] * 2 + [
        "makeup",
        "weekend",
        "working",
    ]
    assert deadline.steps[2].zh == "2026年10月1日（星期四）：国庆节放假，不计"
    assert deadline.steps[-3].zh == "2026年10月10日（星期六）：国庆节调休上班，第 4 个工作日"
    assert deadline.summary_zh == "2026年10月12日（星期一）"


def test_beyond_the_published_year_a_date_is_provisional() -> None:
    year = last_published_year()
    deadline = add_working_days(date(year, 12, 28), 10)
    assert deadline.provisional
    assert deadline.steps[-1].kind == "note"
    assert "暂定" in deadline.summary_zh
    assert is_working_day(date(year + 1, 1, 1)) == (False, True)
    assert is_working_day(date(year + 1, 5, 1)) == (False, True)
    assert is_working_day(date(year + 1, 10, 3)) == (False, True)
    assert add_working_days(date(2027, 9, 30), 1).due == date(2027, 10, 4)


@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(1, 40), st.integers(1, 40))
def test_days_add_up(start: date, some: int, more: int) -> None:
    first = add_working_days(start, some)
    assert is_working_day(first.due)[0]
    assert add_working_days(first.due, more).due == add_working_days(start, some + more).due
    assert sum(1 for step in first.steps if step.kind in ("working", "makeup")) == some


@pytest.mark.parametrize("days", [0, -1, 401])
def test_senseless_counts_are_bugs(days: int) -> None:
    with pytest.raises(ValueError, match="working days"):
        add_working_days(date(2026, 1, 1), days)


@pytest.mark.parametrize(
    ("submitted", "due", "provisional"),
    [
        (date(2026, 11, 23), date(2026, 11, 27), False),
        (date(2026, 11, 26), date(2026, 11, 27), False),
        (date(2026, 11, 27), date(2026, 12, 4), False),
        (date(2026, 11, 28), date(2026, 12, 4), False),
        # 2 October 2026 is a holiday: what then is not known
        (date(2026, 9, 29), date(2026, 10, 9), True),
        (date(2027, 3, 1), date(2027, 3, 5), True),
    ],
)
def test_the_friday_batch(submitted: date, due: date, provisional: bool) -> None:
    batch = next_friday_batch(submitted)
    assert (batch.due, batch.provisional) == (due, provisional)
    assert batch.due.weekday() == 4


def test_hours_run_through_days_off() -> None:
    start = datetime(2026, 10, 1, 9, 30, tzinfo=UTC)
    assert add_hours(start, 24) == datetime(2026, 10, 2, 9, 30, tzinfo=UTC)
    with pytest.raises(ValueError, match="hours"):
        add_hours(start, -1)
