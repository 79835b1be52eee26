"""A new login mailbox for a filing of the former 万网 platform (邮箱初始化) as a graph of steps; no Qt, store or paper.

It first asks whether it is needed: where the old mailbox still works, a new password does; where the filing is claimed
or lives in the new system, the old account is not needed. What is replaced cannot be brought back, so the new mailbox
is typed twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from app.errors import Problem, UserError
from app.rules.contacts import check_email
from app.rules.domains import parse_domain
from app.rules.procedure_facts import NextItem, Said, WantedPaper, procedure_facts
from app.rules.wanwang import FLOW, Decision, Period, Way, decide, password_steps, period_of
from app.services.flows import answer_checks as check
from app.services.flows import letter_steps
from app.services.flows.graph import Graph
from app.services.flows.letter_steps import SUBJECT_KINDS, age_warnings, effects_of, remarks_of, wanted_papers
from app.services.flows.mailbox_reset_draft import MailboxDraft

PROCEDURE = "reset_wanwang_mailbox"


class Step(StrEnum):
    """The pages of the wizard; it ends at `PASSWORD_WAY`, `OTHER_WAY` or `REVIEW`."""

    TRIAGE = "triage"
    PASSWORD_WAY = "password_way"  # noqa: S105 - a step's name
    HISTORY = "history"
    OTHER_WAY = "other_way"
    SUBJECT = "subject"
    MAILBOX = "mailbox"
    APPLICANT = "applicant"
    LETTER = "letter"
    ENCLOSURES = "enclosures"
    REVIEW = "review"


ASKED: Mapping[Step, tuple[str, ...]] = MappingProxyType(
    {
        Step.TRIAGE: ("ticket.number", "ticket.customer", "ticket.owner", "account_known", "mailbox_works"),
        Step.PASSWORD_WAY: (),
        Step.HISTORY: (
            "history.filed_on",
            "history.period",
            "history.accessed_elsewhere",
            "history.imported",
            "reset_anyway",
        ),
        Step.OTHER_WAY: (),
        Step.SUBJECT: (
            "filing.number",
            "domain",
            "filing.subject_kind",
            "filing.subject_name",
            "filing.certificate_type",
            "filing.certificate_number",
        ),
        Step.MAILBOX: ("mailbox.old", "mailbox.new", "mailbox.new_again"),
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
        Step.ENCLOSURES: ("enclosures",),
        Step.REVIEW: (),
    }
)
"""The questions of each step, in the order of the page."""

CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "filing.subject_kind": SUBJECT_KINDS,
        "history.period": {
            Period.BEFORE_2010_06: "2010年6月1日前",
            Period.UNTIL_2017_01: "2010年6月1日至2017年1月31日",
            Period.AFTER_2017_01: "2017年1月31日之后",
            Period.UNKNOWN: "不清楚",
        },
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
"""Answers that the letter may leave as a line for the pen. The new mailbox may not: it has to be typed twice."""

ENCLOSURE_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "holding_photo": "手持证件半身照",
        "agent_id_copy": "申请人身份证（单位）",
        "id_card_copy": "申请人身份证（个人）",
        "authorization_letter": "授权书（接入服务商模板或已盖章的扫描件）",
        "other": "其他材料",
    }
)

WAY_ZH: Mapping[Way, str] = MappingProxyType(
    {
        Way.CLAIM: "认领原万网备案",
        Way.IMPORT: "导入原万网备案",
        Way.LOG_IN: "直接登录备案系统",
        Way.LOOK_UP: "先查公共查询再判断",
    }
)


def password_is_enough(draft: MailboxDraft) -> bool:
    """Whether only the password is lost."""
    return draft.account_known is True and draft.mailbox_works is True


def period(draft: MailboxDraft) -> Period | None:
    """When the filing was handed in: by the day where it is known, else by what the customer remembers."""
    if draft.history.filed_on is not None:
        return period_of(draft.history.filed_on)
    known = draft.history.period
    return Period(known) if known is not None and known in CHOICES["history.period"] else None


def decision(draft: MailboxDraft) -> Decision | None:
    """Claim, import, log in or look up; None as long as nothing is known of the time."""
    when = period(draft)
    if when is None:
        return None
    since = draft.history
    return decide(when, accessed_elsewhere=since.accessed_elsewhere, imported=since.imported)


def other_way(draft: MailboxDraft) -> Decision | None:
    """The way that needs no old account, where the rules see one."""
    found = decision(draft)
    return found if found is not None and found.way in (Way.CLAIM, Way.LOG_IN) else None


def goes_another_way(draft: MailboxDraft) -> bool:
    """Whether the wizard stops with the other way."""
    return other_way(draft) is not None and not draft.reset_anyway


def next_step(step: Step, draft: MailboxDraft) -> Step | None:
    """Where the wizard goes from here; None where it ends."""
    is_unit = draft.filing.subject_kind != "individual"
    match step:
        case Step.TRIAGE:
            return Step.PASSWORD_WAY if password_is_enough(draft) else Step.HISTORY
        case Step.HISTORY:
            return Step.OTHER_WAY if goes_another_way(draft) else Step.SUBJECT
        case Step.SUBJECT:
            return Step.MAILBOX
        case Step.MAILBOX:
            return Step.APPLICANT if is_unit else Step.ENCLOSURES
        case Step.APPLICANT:
            return Step.ENCLOSURES if draft.letter.from_provider else Step.LETTER
        case Step.LETTER:
            return Step.ENCLOSURES
        case Step.ENCLOSURES:
            return Step.REVIEW
        case Step.PASSWORD_WAY | Step.OTHER_WAY | Step.REVIEW:
            return None


def _is_asked(question: str, draft: MailboxDraft) -> bool:
    match question:
        case "mailbox_works":
            return draft.account_known is True
        case "history.period":
            return draft.history.filed_on is None
        case "history.accessed_elsewhere":
            return period(draft) is Period.BEFORE_2010_06
        case "history.imported":
            return period(draft) in (Period.BEFORE_2010_06, Period.UNTIL_2017_01)
        case "reset_anyway":
            return other_way(draft) is not None
        case _:
            return True


GRAPH = Graph(Step.TRIAGE, ASKED, next_step, _is_asked)


def materials(draft: MailboxDraft) -> tuple[WantedPaper, ...]:
    """The papers of this subject, in the order of uploading; a unit's until its kind is known."""
    return wanted_papers(FLOW, draft)


def effects() -> tuple[Said, ...]:
    """What a new mailbox means, to be read before it is typed."""
    return effects_of(FLOW)


def next_items(draft: MailboxDraft) -> tuple[NextItem, ...]:
    """What is left to do after the papers: the password, then to claim, to import or to look up."""
    found = decision(draft)
    way = found.way if found else Way.LOOK_UP
    return tuple(each for each in procedure_facts(FLOW).after if each.way in ("", way))


def problems(step: Step, draft: MailboxDraft, today: date) -> tuple[Problem, ...]:
    """What keeps the agent from going on from this step."""
    found = _CHECKS.get(step)
    return tuple(found(draft, today)) if found else ()


def all_problems(draft: MailboxDraft, today: date) -> tuple[Problem, ...]:
    """Every problem on the path, once each; a way that needs no reset counts as one, for there is no paper then."""
    found = [problem for step in GRAPH.path(draft) for problem in problems(step, draft, today)]
    found += check.handwriting(draft, GRAPH.questions(draft), HANDWRITABLE)
    if password_is_enough(draft):
        steps = tuple(each.text_zh for each in password_steps())
        found.append(Problem("mailbox_works", "letters.password_is_enough", {"steps": steps}))
    elif goes_another_way(draft) and (other := other_way(draft)) is not None:
        steps = tuple(each.text_zh for each in (*other.reasons, *other.steps))
        found.append(Problem("reset_anyway", "letters.no_reset_needed", {"way": WAY_ZH[other.way], "steps": steps}))
    return tuple({(each.path, each.code): each for each in found}.values())


def warnings(draft: MailboxDraft, today: date) -> tuple[str, ...]:
    """What does not stop the agent and should be read: the replacement, an old letter."""
    found = [f"{effects()[0].text_zh}新邮箱：{draft.mailbox.new}。"] if draft.mailbox.new else []
    return (*found, *age_warnings(draft, today))


def remarks() -> tuple[str, ...]:
    """What the agent should know whatever the answers: what others ask, how old the manual is."""
    return remarks_of(FLOW)


def decision_notes(draft: MailboxDraft) -> tuple[str, ...]:
    """Claim, import, log in or look up, with the reason and its source, for the agent."""
    decided = decision(draft)
    if decided is None:
        return ()
    return tuple(f"重置后：{WAY_ZH[decided.way]}。{each.text_zh}（来源：{each.basis_zh}）" for each in decided.reasons)


def _triage(draft: MailboxDraft, today: date) -> Iterator[Problem]:
    yield from check.answered(draft, "account_known")
    if draft.account_known:
        yield from check.answered(draft, "mailbox_works")
    yield from letter_steps.ticket(draft, today)


def _history(draft: MailboxDraft, today: date) -> Iterator[Problem]:
    if draft.history.filed_on is None:
        yield from check.choice(draft, "history.period", CHOICES["history.period"])
    elif draft.history.filed_on > today:
        yield Problem("history.filed_on", "letters.filed_in_the_future", {"today": today.isoformat()})


def _subject(draft: MailboxDraft, today: date) -> Iterator[Problem]:
    yield from letter_steps.subject(draft, today)
    yield from check.checked(draft, "domain", parse_domain, required=False)


def _mailbox(draft: MailboxDraft, today: date) -> Iterator[Problem]:
    yield from check.checked(draft, "mailbox.old", check_email, required=False)
    yield from check.checked(draft, "mailbox.new", check_email)
    new = _folded(draft.mailbox.new)
    if new and new == _folded(draft.mailbox.old):
        yield Problem("mailbox.new", "letters.mailbox_unchanged")
    if new and new != _folded(draft.mailbox.new_again):
        yield Problem("mailbox.new_again", "letters.mailbox_not_confirmed", {"effect": effects()[0].text_zh})


def _folded(mailbox: str) -> str:
    """A mailbox for comparing: as its rule writes it, capitals aside."""
    try:
        return check_email(mailbox).casefold()
    except UserError:
        return mailbox.strip().casefold()


def _enclosures(draft: MailboxDraft, today: date) -> Iterator[Problem]:
    yield from check.enclosures(draft, ENCLOSURE_KINDS)


_CHECKS: Mapping[Step, Callable[[MailboxDraft, date], Iterator[Problem]]] = MappingProxyType(
    {
        Step.TRIAGE: _triage,
        Step.HISTORY: _history,
        Step.SUBJECT: _subject,
        Step.MAILBOX: _mailbox,
        Step.APPLICANT: letter_steps.applicant,
        Step.LETTER: letter_steps.letter,
        Step.ENCLOSURES: _enclosures,
    }
)
