"""Marking papers as sent: the day, the carrier, the tracking number, and the deadline reckoned from that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.db.database import Database
from app.errors import Invalid, Problem, UserError
from app.models.case import Case, CaseItem
from app.models.document import Document, DocumentRow
from app.rules.case_deadlines import follow_up_day
from app.rules.case_states import CLOSED
from app.services import audit
from app.services.case_records import CaseJournal, found_case
from app.services.changes import Change
from app.services.rules_in_force import rules_in_force

SEND_KIND = "send"
WITH_ADMINISTRATION = "waiting_administration"
CARRIERS = ("EMS", "顺丰速运", "中国邮政挂号信", "京东快递", "中通快递", "圆通速递", "当面递交", "电子邮件", "在线提交")
"""Offered, not demanded."""
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Sending:
    """How a paper went out."""

    sent_on: date
    carrier: str = ""
    tracking_number: str = ""

    def problems(self, today: date, made_on: date) -> list[Problem]:
        """What cannot be: a day to come, one before the paper was made, or texts too long."""
        found = []
        if self.sent_on > today:
            found.append(Problem("sent_on", "cases.sent_in_future"))
        elif self.sent_on < made_on:
            found.append(Problem("sent_on", "cases.sent_before_made", {"made": made_on.isoformat()}))
        for name in ("carrier", "tracking_number"):
            length = len(getattr(self, name))
            if length > _LONGEST:
                found.append(Problem(name, "cases.too_long", {"length": length, "longest": _LONGEST}))
        return found


class SendingDesk:
    """Marks documents as sent and takes it back."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def mark_sent(self, row: DocumentRow, sending: Sending, today: date) -> Change:
        """Note how a document went out; the case waits for the administration then, its deadline counted from the day.

        The line `send` of the check list is ticked. A case that is closed keeps its state.

        Raises:
            Invalid: with a problem for each field that cannot be.
            UserError: `flows.no_such_document`, `cases.changed_elsewhere`.
        """
        sending = Sending(sending.sent_on, sending.carrier.strip(), sending.tracking_number.strip())
        made_on = row.made_at.astimezone().date()
        if problems := sending.problems(today, made_on):
            raise Invalid(problems)
        with self._database.transaction() as session:
            document, case = _fresh(session, row)
            journal = CaseJournal(session, case.id)
            document.sent_on = sending.sent_on
            document.carrier, document.tracking_number = sending.carrier, sending.tracking_number
            detail = {"fields": ["sent_on", "carrier", "tracking_number"], "sent_on": sending.sent_on.isoformat()}
            audit.record(session, self._actor, "change", "document", document.id, detail)
            self._reckon(session, case, sending.sent_on)
            if case.state not in (CLOSED, WITH_ADMINISTRATION):
                detail = {"fields": ["state"], "from": case.state, "to": WITH_ADMINISTRATION}
                case.state = WITH_ADMINISTRATION
                audit.record(session, self._actor, "change", "case", case.id, detail)
            query = select(CaseItem).where(
                CaseItem.case_id == case.id, CaseItem.kind == SEND_KIND, CaseItem.done_at.is_(None)
            )
            for item in session.scalars(query):
                item.done_at, item.done_by = utc_now(), self._actor
                audit.record(
                    session, self._actor, "change", "case_item", item.id, {"fields": ["done_at"], "done": True}
                )
            return Change(cases=frozenset({case.id}), undo=journal.undo())

    def mark_unsent(self, row: DocumentRow) -> Change:
        """Take the mark away again; the deadline stays until somebody moves it.

        Raises:
            UserError: `flows.no_such_document`, `cases.changed_elsewhere`.
        """
        with self._database.transaction() as session:
            document, case = _fresh(session, row)
            journal = CaseJournal(session, case.id)
            document.sent_on, document.carrier, document.tracking_number = None, "", ""
            audit.record(
                session, self._actor, "change", "document", document.id, {"fields": ["sent_on"], "done": False}
            )
            return Change(cases=frozenset({case.id}), undo=journal.undo())

    def _reckon(self, session: Session, case: Case, start: date) -> None:
        found = follow_up_day(case.procedure, case.province, start, rules_in_force(session))
        was = case.due_on
        case.due_on, case.due_provisional = found.deadline.due, found.deadline.provisional
        case.due_steps = found.steps()
        if case.due_on != was:
            detail = {"fields": ["due_on"], "from": was.isoformat() if was else "", "to": case.due_on.isoformat()}
            audit.record(session, self._actor, "change", "case", case.id, detail)


def _fresh(session: Session, row: DocumentRow) -> tuple[Document, Case]:
    """A document that nobody changed since it was read, and its case."""
    document = session.get(Document, row.id)
    if document is None:
        raise UserError("flows.no_such_document")
    if document.version != row.version:
        raise UserError("cases.changed_elsewhere")
    return document, found_case(session, document.case_id)
