"""A change of filed information (变更主体、变更网站) as a graph of steps; knows no Qt and no store, and makes no paper.

It asks which filing, what is to change, and what decides whether that can be done; then the plan stands and a case can begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from types import MappingProxyType

from app.errors import Problem, UserError
from app.rules.change_verdicts import FIELD_ZH, SITE_FIELDS, ChangeSituation
from app.rules.filing_numbers import FilingNumber, NumberKind, parse_filing_number
from app.services.flows import answer_checks as check
from app.services.flows.change_draft import ChangeDraft, Wanted
from app.services.flows.graph import Graph
from app.services.flows.letter_steps import SUBJECT_KINDS

FLOW = "change"


class Step(StrEnum):
    """The pages; `PLAN` is where the flow ends."""

    FILING = "filing"
    WANTED = "wanted"
    DETAILS = "details"
    PLAN = "plan"


WANTED = tuple(f"wanted.{each}" for each in FIELD_ZH)
ASKED: Mapping[Step, tuple[str, ...]] = MappingProxyType(
    {
        Step.FILING: (
            "filing.number",
            "filing.subject_kind",
            "filing.subject_name",
            "access",
            "has_order",
            "ticket.number",
            "ticket.customer",
        ),
        Step.WANTED: WANTED,
        Step.DETAILS: ("exchange", "lead_is_legal_representative", "phone_is_local", "other_domains_left"),
        Step.PLAN: (),
    }
)
"""The questions of each step, in the order of the page."""

CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "filing.subject_kind": SUBJECT_KINDS,
        "access": {"here": "在本接入服务商", "cancelled": "已取消接入", "elsewhere": "在别的接入服务商"},
        "exchange": {
            "person_to_unit": "个人转单位",
            "unit_to_person": "单位转个人",
            "person_to_other_person": "个人转另一人",
            "unit_to_other_unit": "单位转另一单位",
        },
    }
)
"""What each choice is called, by dotted path and value."""

OF_KIND: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "unit": ("unit_to_other_unit", "unit_to_person"),
        "individual": ("person_to_unit", "person_to_other_person"),
    }
)
"""The exchanges that a holder of each kind can want."""


def next_step(step: Step, draft: ChangeDraft) -> Step | None:
    """Where the flow goes from here; None where it ends."""
    match step:
        case Step.FILING:
            return Step.WANTED
        case Step.WANTED:
            return Step.DETAILS if any(_is_asked(each, draft) for each in ASKED[Step.DETAILS]) else Step.PLAN
        case Step.DETAILS:
            return Step.PLAN
        case Step.PLAN:
            return None


def _is_asked(question: str, draft: ChangeDraft) -> bool:
    wanted, unit = draft.wanted, draft.filing.subject_kind != "individual"
    match question:
        case "exchange":
            return wanted.holder
        case "lead_is_legal_representative":
            return unit and (wanted.subject_lead or wanted.site_lead)
        case "phone_is_local":
            return wanted.subject_contact or wanted.site_contact
        case "other_domains_left":
            return wanted.domain_removed or wanted.domain_replaced
        case _:
            return True


GRAPH = Graph(Step.FILING, ASKED, next_step, _is_asked)
path = GRAPH.path
visible = GRAPH.visible
prune = GRAPH.prune


def filing_number(draft: ChangeDraft) -> FilingNumber | None:
    """The filing's number, where it can be read and is a filing's."""
    try:
        number = parse_filing_number(draft.filing.number) if draft.filing.number else None
    except UserError:
        return None
    return number if number is not None and number.kind is NumberKind.ICP_FILING else None


def wanted_fields(wanted: Wanted) -> frozenset[str]:
    """The names of what is to change."""
    return frozenset(each.name for each in fields(wanted) if getattr(wanted, each.name))


def situation(draft: ChangeDraft) -> ChangeSituation | None:
    """The facts that rules ask for; None until the filing, its kind and a wish are known."""
    number, wanted = filing_number(draft), wanted_fields(draft.wanted)
    if number is None or not number.province or draft.filing.subject_kind is None or not wanted:
        return None
    draft = prune(draft)
    return ChangeSituation(
        province=number.province,
        subject_kind="individual" if draft.filing.subject_kind == "individual" else "unit",
        fields=wanted,
        access=draft.access,
        has_order=draft.has_order,
        exchange=draft.exchange,
        lead_is_legal_representative=draft.lead_is_legal_representative,
        phone_is_local=draft.phone_is_local,
        other_domains_left=draft.other_domains_left,
    )


def problems(step: Step, draft: ChangeDraft) -> tuple[Problem, ...]:
    """What keeps the agent from going on from this step."""
    match step:
        case Step.FILING:
            return tuple(_filing(draft))
        case Step.WANTED:
            return () if wanted_fields(draft.wanted) else (Problem("wanted", "flows.nothing_to_change"),)
        case Step.DETAILS if draft.wanted.holder:
            offered = OF_KIND.get(draft.filing.subject_kind or "", ())
            return tuple(check.choice(draft, "exchange", dict.fromkeys(offered, "")))
        case _:
            return ()


def all_problems(draft: ChangeDraft) -> tuple[Problem, ...]:
    """Every problem on the path."""
    return tuple(each for step in path(draft) for each in problems(step, draft))


def _filing(draft: ChangeDraft) -> Iterator[Problem]:
    if not draft.filing.number.strip():
        yield Problem("filing.number", "flows.required")
    else:
        try:
            number = parse_filing_number(draft.filing.number)
        except UserError as error:
            yield error.problem("filing.number")
        else:
            if number.kind is not NumberKind.ICP_FILING:
                yield Problem("filing.number", "flows.licence_not_filing", {"number": str(number)})
    yield from check.choice(draft, "filing.subject_kind", CHOICES["filing.subject_kind"])
    yield from check.choice(draft, "access", CHOICES["access"])
    for name, longest in (("ticket.number", 64), ("ticket.customer", 200), ("filing.subject_name", 200)):
        yield from check.plain_text(draft, name, longest=longest)


def about_site(draft: ChangeDraft) -> bool:
    """Whether only the website's own information is to change."""
    wanted = wanted_fields(draft.wanted)
    return bool(wanted) and wanted <= set(SITE_FIELDS)
