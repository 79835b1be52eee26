"""How old a letter may be: not after the day it is submitted, not older than three months at the administration's review.

The rule comes from one provider's pages on letters of authority (2021); for letters that only a provider reads it is
good advice, so what is found here warns and does not forbid.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

MONTHS = 3
REVIEW_DAYS = 20
"""How long a submission may lie before the administration reviews it; our own margin."""
SOURCE = "github ZoeyYann/qcloud-documents @26ccf09: product/域名与网站/网站备案/备案准备/备案材料模板下载.md"
AS_OF = "2021-07-15"

Finding = Literal["good", "after_submission", "too_old", "soon_too_old"]


@dataclass(frozen=True, slots=True)
class LetterAge:
    """What a letter's date means on the day it is submitted; `last_day` is the last on which it may be reviewed."""

    finding: Finding
    last_day: date
    text_zh: str
    source: str = SOURCE
    as_of: str = AS_OF


def letter_age(dated: date, submitted: date) -> LetterAge:
    """Whether a letter of that date may be submitted on that day."""
    last = months_later(dated, MONTHS)
    if dated > submitted:
        return LetterAge(
            "after_submission",
            last,
            f"书面材料的日期（{_zh(dated)}）晚于提交日期（{_zh(submitted)}），请改为当天或更早的日期。",
        )
    if submitted > last:
        return LetterAge("too_old", last, f"书面材料的日期（{_zh(dated)}）距提交已超过{MONTHS}个月，请重新出具。")
    if submitted + timedelta(days=REVIEW_DAYS) > last:
        return LetterAge(
            "soon_too_old", last, f"书面材料只能用到{_zh(last)}（{MONTHS}个月内），审核时可能已过期，建议重新出具。"
        )
    return LetterAge("good", last, "")


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _zh(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
