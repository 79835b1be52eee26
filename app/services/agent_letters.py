"""The letter that a unit gives its agent for a deregistration: which one, and what stands in its blanks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from app.forms.paper_letter import PaperLetter
from app.services.flows.answer_checks import letter_warnings
from app.services.flows.deregistration import makes_letter, province
from app.services.flows.draft import Draft
from app.services.flows.tidy import dated
from app.services.form_editions import FormEditions
from app.services.letter_packets import AnsweredValues, letter_values, pen_warning, text_warning

LETTER = "authorization-deregistration"
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "applicant.name": "unit_name",
        "applicant.certificate_type": "unit_certificate_type",
        "applicant.certificate_number": "unit_certificate_number",
        "agent.name": "authorized_name",
        "agent.certificate_type": "authorized_certificate_type",
        "agent.certificate_number": "authorized_certificate_number",
        "filing.number": "filing_number",
        "filing.subject_name": "target_subject_name",
        "filing.domains": "target_domains",
        "letter.legal_certificate_number": "legal_certificate_number",
        "letter.dated": "letter_date",
        "letter.valid_until": "valid_until",
    }
)
"""Which blank of the letter an answer goes to."""
LEGAL_NUMBER = "legal_certificate_number"


def agent_letter(draft: Draft, forms: FormEditions, today: date) -> PaperLetter | None:
    """The letter that the packet makes: the province's own variant or an imported blank where there is one."""
    where = province(draft)
    return forms.current_letter(LETTER, where.key, today) if where is not None and makes_letter(draft) else None


def agent_letter_values(draft: Draft, today: date) -> AnsweredValues:
    """Blanks to text. A letter without dates is of the day of the application and holds for three months.

    The legal representative's number is a line for the pen where nobody knows it.
    """
    letter = dated(draft.letter, draft.handwriting, draft.application_date or today)
    values = letter_values(replace(draft, letter=letter), FIELDS)
    where = province(draft)
    if where is not None:
        values["authority"] = where.authority
    by_hand = tuple(values.get("handwriting", ()))
    if LEGAL_NUMBER not in values and LEGAL_NUMBER not in by_hand:
        values["handwriting"] = (*by_hand, LEGAL_NUMBER)
    return values


def agent_letter_notes(draft: Draft, paper: PaperLetter | None, today: date) -> tuple[str, ...]:
    """What the agent should know of the letter before it goes out: whose words, which blanks wait, how old it is."""
    if paper is None:
        return ()
    aged = () if "letter.dated" in draft.handwriting else letter_warnings(draft.letter.dated, today)
    told = (*text_warning(paper), *pen_warning(paper, agent_letter_values(draft, today)))
    return ("".join(told), *aged)
