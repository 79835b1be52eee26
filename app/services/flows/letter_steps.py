"""What the two letter flows ask in the same way: the filing, the applicant, the letter, the enclosures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from app.errors import Problem
from app.rules.contacts import check_mobile
from app.rules.procedure_facts import Said, WantedPaper, procedure_facts
from app.services.flows import answer_checks as check

LETTER_KIND = "authorization_letter"
SUBJECT_KINDS: Mapping[str, str] = {"unit": "单位", "individual": "个人"}


def wanted_papers(flow: str, draft: Any) -> tuple[WantedPaper, ...]:
    """The papers of this subject, in the order of uploading; a unit's until its kind is known."""
    return procedure_facts(flow).wanted(draft.filing.subject_kind or "unit")


def wants_letter(draft: Any) -> bool:
    """Whether the packet needs a letter of ours: a unit's that has no blank of the provider and no sealed letter yet."""
    enclosed = any(each.kind == LETTER_KIND for each in draft.enclosures)
    return draft.filing.subject_kind == "unit" and not draft.letter.from_provider and not enclosed


def effects_of(flow: str) -> tuple[Said, ...]:
    """What the procedure means for the customer."""
    return procedure_facts(flow).effects


def remarks_of(flow: str) -> tuple[str, ...]:
    """What the agent should know whatever the answers: what others ask, how old the manual is."""
    return tuple(f"{each.text_zh}（来源：{each.basis_zh}）" for each in procedure_facts(flow).remarks)


def age_warnings(draft: Any, today: date) -> tuple[str, ...]:
    """Whether the letter that is made would be too old, or of a day to come."""
    if not wants_letter(draft) or "letter.dated" in draft.handwriting:
        return ()
    return check.letter_warnings(draft.letter.dated, today)


def ticket(draft: Any, today: date) -> Iterator[Problem]:
    """The ticket's own words."""
    for name in ("ticket.number", "ticket.customer", "ticket.owner"):
        yield from check.plain_text(draft, name)


def subject(draft: Any, today: date) -> Iterator[Problem]:
    """The filing and whose it is."""
    yield from check.subject_number(draft, "filing.number")
    yield from check.choice(draft, "filing.subject_kind", SUBJECT_KINDS)
    kind = draft.filing.subject_kind
    yield from check.person_or_unit(draft, "filing.subject_name", kind)
    kinds = (kind,) if kind in SUBJECT_KINDS else tuple(SUBJECT_KINDS)
    yield from check.certificate(draft, "filing", kinds, today)


def applicant(draft: Any, today: date) -> Iterator[Problem]:
    """The person who applies for a unit."""
    yield from check.person_or_unit(draft, "applicant.name", "individual")
    yield from check.certificate(draft, "applicant", ("individual",), today)
    yield from check.checked(draft, "applicant.mobile", check_mobile, required=False)


def letter(draft: Any, today: date) -> Iterator[Problem]:
    """What the letter says besides."""
    yield from check.checked(draft, "letter.provider_name", str.strip)
    yield from check.plain_text(draft, "letter.provider_name")
    yield from check.person_number(draft, "letter.legal_certificate_number", today, required=True)
    yield from check.letter_dates(draft, today)
