"""A packet made anew on another day: its cover, and the case while nothing went out yet, count from that day.

The rule is the one that the case's deadline follows. What was counted before stays in the case's history.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.forms.cover import CoverFact, CoverSection, CoverSheet
from app.models.case import Case
from app.models.document import Document
from app.rules.case_deadlines import FollowUpDay, follow_up_day
from app.rules.case_states import CLOSED
from app.services import audit
from app.services.rules_in_force import rules_in_force

LOOK_AGAIN = "复查日期"
"""What covers call the day to look at the filing again."""
MOVED = "moved"
"""The step of a reckoning that an agent set by hand."""


def counted_from(session: Session, case: Case, start: date) -> FollowUpDay:
    """When to look again at a case whose papers go out on `start`."""
    return follow_up_day(case.procedure, case.province, start, rules_in_force(session))


def cover_counted(cover: CoverSheet, found: FollowUpDay) -> CoverSheet:
    """The cover with the day to look again as it is counted now; one that names none stays as it is."""
    basis = "（按当天递交计算，本工具的建议）" if found.ours else "（按当天递交计算）"
    fresh = CoverFact(LOOK_AGAIN, f"{found.deadline.summary_zh}{basis}")

    def section(before: CoverSection) -> CoverSection:
        return replace(before, facts=tuple(fresh if each.label == LOOK_AGAIN else each for each in before.facts))

    return replace(cover, sending=tuple(section(each) for each in cover.sending))


def count_case(session: Session, actor: str, case: Case, found: FollowUpDay) -> None:
    """Let the case's deadline follow its newest packet, unless papers went out, somebody set the day, or it is closed."""
    by_hand = any(step.get("kind") == MOVED for step in case.due_steps)
    sent = select(Document.id).where(Document.case_id == case.id, Document.sent_on.is_not(None)).limit(1)
    due = found.deadline.due
    if case.state == CLOSED or by_hand or due == case.due_on or session.scalar(sent) is not None:
        return
    before = case.due_on.isoformat() if case.due_on is not None else ""
    case.due_on, case.due_provisional, case.due_steps = due, found.deadline.provisional, found.steps()
    audit.record(
        session,
        actor,
        "change",
        "case",
        case.id,
        {"fields": ["due_on"], "from": before, "to": due.isoformat()},
    )
