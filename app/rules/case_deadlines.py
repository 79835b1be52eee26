"""When somebody has to look at a case again: the processing time of its procedure, counted from a day, with the arithmetic.

An offline deregistration follows its province's rule (working days, or Hunan's Fridays); another procedure the first
processing time in working days or days that its data states. Where nothing is stated it is this program's own advice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.rules import workdays
from app.rules.case_states import plain_follow_up
from app.rules.guidance import Mark
from app.rules.in_force import RulesInForce
from app.rules.procedures import Duration, procedure, procedure_ids
from app.rules.provinces import province_keys

OFFLINE = ("deregister_offline_other_unit", "deregister_offline_hollow_subject")
_PROCESSED = ("审核", "处理", "完成", "导入", "整改", "进入管局库")
"""What a duration must be about to be a deadline: how long a code lives is not."""


@dataclass(frozen=True, slots=True)
class FollowUpDay:
    """The day to look again, why then, and whether that is only our advice."""

    deadline: workdays.Deadline
    text_zh: str
    ours: bool

    def steps(self) -> list[dict[str, str]]:
        """The arithmetic as the store keeps it: the rule first, then every day counted."""
        rule = {"date": self.deadline.steps[0].date.isoformat(), "kind": "note", "zh": self.text_zh}
        return [rule, *steps_of(self.deadline)]


def steps_of(deadline: workdays.Deadline) -> list[dict[str, str]]:
    """Every step of a reckoning as plain values."""
    return [{"date": each.date.isoformat(), "kind": each.kind, "zh": each.zh} for each in deadline.steps]


def follow_up_day(procedure_id: str, province_key: str, start: date, rules: RulesInForce) -> FollowUpDay:
    """When to look at a case again, counted from the day something was handed in or the case began."""
    if procedure_id in OFFLINE and province_key in province_keys():
        time = rules.facts(province_key).processing
        if time is not None and time.unit in ("friday_batch", "working_day"):
            batch = time.unit == "friday_batch"
            due = workdays.next_friday_batch(start) if batch else workdays.add_working_days(start, time.max)
            return FollowUpDay(due, time.text_zh, ours=False)
    # The manual's list of the other unit's durations names single provinces, which speak for themselves above.
    if procedure_id in procedure_ids() and procedure_id != OFFLINE[0]:
        for each in procedure(procedure_id).durations:
            if _counts(each):
                said = f"{each.text}：{each.length_zh}（{each.source_zh}）"
                return FollowUpDay(_after(start, each), said, ours=False)
    days, text = plain_follow_up()
    return FollowUpDay(workdays.add_working_days(start, days), text, ours=True)


def _counts(duration: Duration) -> bool:
    return (
        not duration.has(Mark.UNKNOWN)
        and not duration.has(Mark.SUPERSEDED)
        and duration.max > 0
        and duration.unit in ("working_day", "day")
        and any(word in duration.text for word in _PROCESSED)
    )


def _after(start: date, duration: Duration) -> workdays.Deadline:
    if duration.unit == "working_day":
        return workdays.add_working_days(start, duration.max)
    due = start + timedelta(days=duration.max)
    begun = workdays.Step(start, "start", f"{start:%Y-%m-%d}：起算日")
    return workdays.Deadline(due, False, (begun, workdays.Step(due, "note", f"{due:%Y-%m-%d}：满 {duration.max} 天")))
