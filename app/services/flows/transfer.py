"""Offline transfer of a filing to another account (线下转移) as a graph of steps; knows no Qt, no store and no paper.

Who can log in and gets the code moves the filing online, at once: the flow says so and stops. Otherwise every condition
is asked one by one, then what an individual or a unit has to hand in, and whether the effects are understood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from app.errors import Problem
from app.rules.procedure_facts import Said, WantedPaper
from app.rules.transfers import FLOW, Condition, check_uid, conditions, online_steps, uid_is_unusual
from app.services.flows import answer_checks as check
from app.services.flows import letter_steps
from app.services.flows.answer_tree import value_at
from app.services.flows.graph import Graph
from app.services.flows.letter_steps import SUBJECT_KINDS, age_warnings, effects_of, remarks_of, wanted_papers
from app.services.flows.transfer_draft import TransferDraft

PROCEDURE = "transfer_offline"
ONLINE_PROCEDURE = "transfer_online"


class Step(StrEnum):
    """The pages of the wizard; `ONLINE_WAY` and `REVIEW` are where it ends."""

    TRIAGE = "triage"
    ONLINE_WAY = "online_way"
    CONDITIONS = "conditions"
    SUBJECT = "subject"
    APPLICANT = "applicant"
    LETTER = "letter"
    EFFECTS = "effects"
    ENCLOSURES = "enclosures"
    REVIEW = "review"


ASKED: Mapping[Step, tuple[str, ...]] = MappingProxyType(
    {
        Step.TRIAGE: (
            "ticket.number",
            "ticket.customer",
            "ticket.owner",
            "can_log_in",
            "receives_codes",
            "paper_anyway",
        ),
        Step.ONLINE_WAY: (),
        Step.CONDITIONS: (
            "source.account",
            "source.station",
            "source.has_order",
            "target.uid",
            "target.station",
            "target.has_order",
            "target.has_subject",
        ),
        Step.SUBJECT: (
            "filing.number",
            "filing.subject_kind",
            "filing.subject_name",
            "filing.certificate_type",
            "filing.certificate_number",
        ),
        Step.APPLICANT: (
            "applicant.name",
            "applicant.certificate_type",
            "applicant.certificate_number",
            "applicant.mobile",
            "letter.from_provider",
        ),
        Step.LETTER: (
            "letter.provider_name",
            "letter.legal_certificate_number",
            "letter.dated",
            "letter.valid_until",
        ),
        Step.EFFECTS: ("effects_confirmed",),
        Step.ENCLOSURES: ("enclosures",),
        Step.REVIEW: (),
    }
)
"""The questions of each step, in the order of the page."""

CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "filing.subject_kind": SUBJECT_KINDS,
        "source.station": {"china": "中国站", "international": "国际站"},
        "target.station": {"china": "中国站", "international": "国际站"},
    }
)
"""What each choice is called, by dotted path and value."""

HANDWRITABLE = frozenset(
    {
        "filing.subject_name",
        "filing.certificate_number",
        "applicant.name",
        "applicant.certificate_number",
        "letter.provider_name",
        "letter.legal_certificate_number",
        "letter.dated",
        "letter.valid_until",
    }
)
"""Answers that the letter may leave as a line for the pen. The UID may not: a wrong digit sends the filing astray."""

ENCLOSURE_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "unit_certificate_copy": "主体备案证件",
        "holding_photo": "手持证件半身照",
        "agent_id_copy": "申请人身份证",
        "id_card_copy": "个人备案证件",
        "authorization_letter": "授权委托书（接入服务商模板或已盖章的扫描件）",
        "other": "其他材料",
    }
)

CONDITION_PATHS: Mapping[str, str] = MappingProxyType(
    {
        "source_station": "source.station",
        "target_station": "target.station",
        "source_has_order": "source.has_order",
        "target_has_order": "target.has_order",
        "target_has_subject": "target.has_subject",
    }
)
"""Which answer meets which condition."""


def goes_online(draft: TransferDraft) -> bool:
    """Whether the transfer is done online, at once and without papers."""
    return online_is_open(draft) and not draft.paper_anyway


def online_is_open(draft: TransferDraft) -> bool:
    """Whether nothing that is known stands against the online way."""
    return draft.can_log_in is True and draft.receives_codes is not False


def next_step(step: Step, draft: TransferDraft) -> Step | None:
    """Where the wizard goes from here; None where it ends."""
    is_unit = draft.filing.subject_kind != "individual"
    match step:
        case Step.TRIAGE:
            return Step.ONLINE_WAY if goes_online(draft) else Step.CONDITIONS
        case Step.CONDITIONS:
            return Step.SUBJECT
        case Step.SUBJECT:
            return Step.APPLICANT if is_unit else Step.EFFECTS
        case Step.APPLICANT:
            return Step.EFFECTS if draft.letter.from_provider else Step.LETTER
        case Step.LETTER:
            return Step.EFFECTS
        case Step.EFFECTS:
            return Step.ENCLOSURES
        case Step.ENCLOSURES:
            return Step.REVIEW
        case Step.ONLINE_WAY | Step.REVIEW:
            return None


def _is_asked(question: str, draft: TransferDraft) -> bool:
    match question:
        case "receives_codes":
            return draft.can_log_in is True
        case "paper_anyway":
            return online_is_open(draft)
        case _:
            return True


GRAPH = Graph(Step.TRIAGE, ASKED, next_step, _is_asked)


def materials(draft: TransferDraft) -> tuple[WantedPaper, ...]:
    """The papers of this subject, in the order of uploading; a unit's until its kind is known."""
    return wanted_papers(FLOW, draft)


def effects() -> tuple[Said, ...]:
    """What a transfer means, for the customer to confirm."""
    return effects_of(FLOW)


def failed_conditions(draft: TransferDraft) -> tuple[Condition, ...]:
    """The conditions that the answers do not meet; what is not answered is not counted."""
    return tuple(
        each
        for each in conditions()
        if (answer := value_at(draft, CONDITION_PATHS[each.key])) is not None and not each.holds(answer)
    )


def problems(step: Step, draft: TransferDraft, today: date) -> tuple[Problem, ...]:
    """What keeps the agent from going on from this step."""
    found = _CHECKS.get(step)
    return tuple(found(draft, today)) if found else ()


def all_problems(draft: TransferDraft, today: date) -> tuple[Problem, ...]:
    """Every problem on the path, once each; an answer to the online way counts as one, for there is no paper then."""
    found = [problem for step in GRAPH.path(draft) for problem in problems(step, draft, today)]
    found += check.handwriting(draft, GRAPH.questions(draft), HANDWRITABLE)
    if goes_online(draft):
        steps = tuple(each.text_zh for each in online_steps())
        found.append(Problem("paper_anyway", "flows.online_way_exists", {"way": "线上转移", "steps": steps}))
    return tuple({(each.path, each.code): each for each in found}.values())


def warnings(draft: TransferDraft, today: date) -> tuple[str, ...]:
    """What does not stop the agent and should be read: an unusual UID, an old letter."""
    found: list[str] = []
    if draft.target.uid and uid_is_unusual(draft.target.uid):
        found.append(
            f"转入账号 UID 有 {len(draft.target.uid)} 位数字，少见（见过的多为 5 至 20 位，没有官方说明）；请与客户逐位核对。"
        )
    return (*found, *age_warnings(draft, today))


def remarks() -> tuple[str, ...]:
    """What the agent should know whatever the answers: what others ask, how old the manual is."""
    return remarks_of(FLOW)


def _triage(draft: TransferDraft, today: date) -> Iterator[Problem]:
    yield from check.answered(draft, "can_log_in")
    if draft.can_log_in:
        yield from check.answered(draft, "receives_codes")
    yield from letter_steps.ticket(draft, today)


def _conditions(draft: TransferDraft, today: date) -> Iterator[Problem]:
    yield from check.plain_text(draft, "source.account")
    yield from check.checked(draft, "target.uid", check_uid)
    for name in ("source.station", "target.station"):
        yield from check.choice(draft, name, CHOICES[name])
    for name in ("source.has_order", "target.has_order", "target.has_subject"):
        yield from check.answered(draft, name)
    for each in failed_conditions(draft):
        known = CHOICES.get(CONDITION_PATHS[each.key])
        if known is None or value_at(draft, CONDITION_PATHS[each.key]) in known:
            facts = {"text": each.said.text_zh, "source": each.said.basis_zh}
            yield Problem(CONDITION_PATHS[each.key], "letters.condition_failed", facts)
    account = draft.source.account.strip()
    if account and account == draft.target.uid.strip():
        yield Problem("target.uid", "letters.same_account")


def _effects(draft: TransferDraft, today: date) -> Iterator[Problem]:
    if not draft.effects_confirmed:
        yield Problem(
            "effects_confirmed", "letters.effects_not_confirmed", {"effects": tuple(e.text_zh for e in effects())}
        )


def _enclosures(draft: TransferDraft, today: date) -> Iterator[Problem]:
    yield from check.enclosures(draft, ENCLOSURE_KINDS)


_CHECKS: Mapping[Step, Callable[[TransferDraft, date], Iterator[Problem]]] = MappingProxyType(
    {
        Step.TRIAGE: _triage,
        Step.CONDITIONS: _conditions,
        Step.SUBJECT: letter_steps.subject,
        Step.APPLICANT: letter_steps.applicant,
        Step.LETTER: letter_steps.letter,
        Step.EFFECTS: _effects,
        Step.ENCLOSURES: _enclosures,
    }
)
