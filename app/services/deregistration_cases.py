"""What a finished deregistration makes of a case: its procedure, deadline, check list and people."""

from __future__ import annotations

from datetime import date

from app.rules.deregistration import Situation
from app.services.case_keeping import CasePlan, Person, Todo
from app.services.deregistration_packets import check_list, deadline
from app.services.enclosed_files import EnclosedFiles
from app.services.flows.deregistration import filing_number, province
from app.services.flows.draft import Draft
from app.services.form_values import contact_name

PROCEDURES = {False: "deregister_offline_other_unit", True: "deregister_offline_hollow_subject"}
"""The procedure of the manual, by whether the subject is hollow."""

FOLLOW_UP = (
    Todo("send", "盖章（签字）后按清单顺序递交"),
    Todo("confirm", "到公共查询确认已查不到该备案，告知客户"),
)
"""What is left to do after the papers, from the steps of the procedure."""


def case_plan(draft: Draft, known: Situation, files: EnclosedFiles, *, number: str, today: date) -> CasePlan:
    """The case of a checked draft in its situation."""
    where, target = province(draft), filing_number(draft)
    assert where is not None and target is not None
    return CasePlan(
        number=number,
        procedure=PROCEDURES[draft.filing.hollow],
        province=where.key,
        filing_number=str(target),
        title=f"线下注销 {target}",
        ticket=draft.ticket,
        due=deadline(known, today),
        papers=check_list(draft, known, files),
        todo=FOLLOW_UP,
        people=_people(draft),
        subject_id=draft.subject_id,
        site_id=draft.site_id,
        case_id=draft.case_id,
    )


def _people(draft: Draft) -> tuple[Person, ...]:
    """The people to call: the applicant's contact and the agent."""
    people = [Person("applicant", contact_name(draft), draft.applicant.mobile, draft.applicant.email)]
    if draft.agent is not None:
        agent = draft.agent
        people.append(
            Person("agent", agent.name, agent.phone, "", agent.certificate_type or "", agent.certificate_number)
        )
    return tuple(people)
