"""How old a letter may be: three calendar months, counted by hand around month ends."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.letter_dates import letter_age, months_later


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 23), 3, date(2027, 2, 23)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 31), 3, date(2027, 3, 31)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
    ],
)
def test_months_end_with_the_month(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@pytest.mark.parametrize(
    ("dated", "finding"),
    [
        (date(2026, 11, 24), "after_submission"),
        (date(2026, 11, 23), "good"),
        (date(2026, 9, 13), "good"),
        (date(2026, 9, 12), "soon_too_old"),
        (date(2026, 8, 23), "soon_too_old"),
        (date(2026, 8, 22), "too_old"),
    ],
)
def test_a_letter_ages(dated: date, finding: str) -> None:
    age = letter_age(dated, date(2026, 11, 23))
    assert age.finding == finding
    assert bool(age.text_zh) == (finding != "good")
    assert age.source and age.as_of == "2021-07-15"
    assert age.last_day == months_later(dated, 3)
