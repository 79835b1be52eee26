"""Deadlines in Chinese working days, with the arithmetic shown.

Holidays and make-up working days follow the State Council's yearly notices as `chinesecalendar` carries them. Beyond the
last published year a date is provisional: weekends and the fixed holidays (1 January, 1 May, 1 to 3 October) only, since
the lunar holidays' days off and the make-up Saturdays are fixed by a notice that is not out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

import chinese_calendar

StepKind = Literal["start", "working", "weekend", "holiday", "makeup", "note"]

_WEEKDAYS = "一二三四五六日"
_FIXED_HOLIDAYS = {(1, 1): "元旦", (5, 1): "劳动节", (10, 1): "国庆节", (10, 2): "国庆节", (10, 3): "国庆节"}
_FRIDAY = 4
_MOST_DAYS = 400


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the arithmetic: a day, what it is, and how it was counted."""

    date: date
    kind: StepKind
    zh: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day something is due; provisional when a day on the way lies beyond the published holidays."""

    due: date
    provisional: bool
    steps: tuple[Step, ...]

    @property
    def summary_zh(self) -> str:
        """One line: the due day and whether it is provisional."""
        said = f"{_day_zh(self.due)}（星期{_WEEKDAYS[self.due.weekday()]}）"
        return f"{said}，暂定：放假安排尚未公布" if self.provisional else said


def is_working_day(day: date) -> tuple[bool, bool]:
    """Whether offices work that day, and whether the answer is provisional."""
    kind, _, provisional = _kind(day)
    return kind in ("working", "makeup"), provisional


def add_working_days(start: date, days: int) -> Deadline:
    """The day on which the given number of working days after `start` is full; the first day itself is not counted.

    Raises:
        ValueError: fewer than one or more than 400 days (a bug).
    """
    if not 1 <= days <= _MOST_DAYS:
        raise ValueError(f"{days} working days")
    steps = [Step(start, "start", f"{_day_zh(start)}：起算日，不计入")]
    counted, day, provisional = 0, start, False
    while counted < days:
        day += timedelta(days=1)
        kind, name, guessed = _kind(day)
        provisional = provisional or guessed
        if kind in ("working", "makeup"):
            counted += 1
        steps.append(Step(day, kind, _said(day, kind, name, counted)))
    if provisional:
        steps.append(_provisional_note(day))
    return Deadline(day, provisional, tuple(steps))


def next_friday_batch(submitted: date) -> Deadline:
    """The Friday on which an office that handles the week's applications every Friday comes to this one.

    An application of Friday itself is counted to the next Friday, the later of the two that the rule allows. Where the
    Friday is a holiday no source says what happens; the next working Friday is given as provisional.
    """
    ahead = (_FRIDAY - submitted.weekday()) % 7 or 7
    friday = submitted + timedelta(days=ahead)
    steps = [Step(submitted, "start", f"{_day_zh(submitted)}（星期{_WEEKDAYS[submitted.weekday()]}）：提交")]
    if submitted.weekday() == _FRIDAY:
        steps.append(Step(submitted, "note", "周五当天提交的不一定赶得上当天，按下一个周五算"))
    provisional = False
    while True:
        kind, name, guessed = _kind(friday)
        provisional = provisional or guessed
        if kind in ("working", "makeup"):
            break
        provisional = True
        steps.append(
            Step(friday, kind, f"{_day_zh(friday)}（星期五）：{name or '放假'}，处理日怎样顺延没有资料，暂按下一个周五")
        )
        friday += timedelta(days=7)
    steps.append(Step(friday, "working", f"{_day_zh(friday)}（星期五）：统一处理"))
    if _kind(friday)[2]:
        steps.append(_provisional_note(friday))
    return Deadline(friday, provisional, tuple(steps))


def add_hours(start: datetime, hours: int) -> datetime:
    """The moment a number of hours runs out (the SMS check lives 24 hours, days off included); keeps the time zone.

    Raises:
        ValueError: a negative number of hours (a bug).
    """
    if hours < 0:
        raise ValueError(f"{hours} hours")
    return start + timedelta(hours=hours)


def last_published_year() -> int:
    """The last year whose holidays are known."""
    return _published()[1]


def _kind(day: date) -> tuple[StepKind, str, bool]:
    """What kind of day it is, the holiday's name, and whether that is a guess."""
    first, last = _published()
    if not first <= day.year <= last:
        name = _FIXED_HOLIDAYS.get((day.month, day.day), "")
        if name:
            return "holiday", name, True
        return ("weekend" if day.weekday() >= 5 else "working"), "", True
    off, name = chinese_calendar.get_holiday_detail(day)
    name_zh = chinese_calendar.Holiday(name).chinese if name else ""
    if off:
        return ("holiday" if name_zh else "weekend"), name_zh, False
    return ("makeup" if day.weekday() >= 5 else "working"), name_zh, False


def _said(day: date, kind: StepKind, name: str, counted: int) -> str:
    head = f"{_day_zh(day)}（星期{_WEEKDAYS[day.weekday()]}）"
    match kind:
        case "weekend":
            return f"{head}：周末，不计"
        case "holiday":
            return f"{head}：{name}放假，不计"
        case "makeup":
            return f"{head}：{name}调休上班，第 {counted} 个工作日"
        case _:
            return f"{head}：第 {counted} 个工作日"


def _provisional_note(day: date) -> Step:
    return Step(
        day, "note", f"{last_published_year()} 年以后的放假安排未收录，只按周末和固定节日推算，公布后请重新计算"
    )


def _day_zh(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@lru_cache(maxsize=1)
def _published() -> tuple[int, int]:
    years = {day.year for day in chinese_calendar.holidays}
    return min(years), max(years)
