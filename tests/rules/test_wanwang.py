"""Claim, import or log in: the two days at which it changes, and what became of the filing since."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from app.rules.procedure_facts import procedure_facts
from app.rules.wanwang import Period, Way, decide, password_steps, period_of


@pytest.mark.parametrize(
    ("filed_on", "period"),
    [
        (date(2005, 1, 1), Period.BEFORE_2010_06),
        (date(2010, 5, 31), Period.BEFORE_2010_06),
        (date(2010, 6, 1), Period.UNTIL_2017_01),
        (date(2017, 1, 31), Period.UNTIL_2017_01),
        (date(2017, 2, 1), Period.AFTER_2017_01),
        (date(2026, 1, 1), Period.AFTER_2017_01),
    ],
)
def test_the_days_at_which_it_changes(filed_on: date, period: Period) -> None:
    assert period_of(filed_on) is period


@pytest.mark.parametrize(
    ("period", "elsewhere", "imported", "way"),
    [
        (Period.BEFORE_2010_06, False, False, Way.CLAIM),
        (Period.BEFORE_2010_06, True, False, Way.LOOK_UP),
        (Period.BEFORE_2010_06, False, True, Way.LOG_IN),
        (Period.BEFORE_2010_06, None, False, Way.LOOK_UP),
        (Period.BEFORE_2010_06, False, None, Way.LOOK_UP),
        (Period.UNTIL_2017_01, None, None, Way.IMPORT),
        (Period.UNTIL_2017_01, True, False, Way.IMPORT),
        (Period.UNTIL_2017_01, None, True, Way.LOG_IN),
        (Period.AFTER_2017_01, None, None, Way.LOG_IN),
        (Period.UNKNOWN, None, None, Way.LOOK_UP),
    ],
)
def test_the_way(period: Period, elsewhere: bool | None, imported: bool | None, way: Way) -> None:
    decided = decide(period, accessed_elsewhere=elsewhere, imported=imported)
    assert decided.way is way
    assert decided.old_account_needed == (way is Way.IMPORT)


def test_every_decision_has_its_reason_its_steps_and_their_sources() -> None:
    for period, elsewhere, imported in product(Period, (True, False, None), (True, False, None)):
        decided = decide(period, accessed_elsewhere=elsewhere, imported=imported)
        assert len(decided.reasons) == 1 and decided.steps
        for each in (*decided.reasons, *decided.steps):
            assert each.text_zh and each.as_of and "手册" in each.basis_zh
    assert password_steps()


def test_every_reason_and_step_of_the_data_is_used() -> None:
    raw = procedure_facts("mailbox_reset").raw
    used = set()
    for period, elsewhere, imported in product(Period, (True, False, None), (True, False, None)):
        decided = decide(period, accessed_elsewhere=elsewhere, imported=imported)
        used |= {each.text_zh for each in (*decided.reasons, *decided.steps)}
    assert {each["text_zh"] for each in (*raw["reason"], *raw["step"])} == used
    ways = {each["way"] for each in raw["after"] if "way" in each}
    assert ways == set(Way)
