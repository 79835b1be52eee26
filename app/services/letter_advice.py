"""What the rules say to the agent at each step of a transfer or a mailbox reset, each line with its source and date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from app.rules.certificates import label_zh
from app.rules.procedure_facts import Said, procedure_facts
from app.rules.provinces import as_of_zh, source_zh
from app.rules.transfers import conditions, online_steps
from app.rules.wanwang import password_steps
from app.services.advice import AdviceLine, Summary
from app.services.flows import mailbox_reset, transfer
from app.services.flows.answer_tree import value_at
from app.services.flows.graph import Graph
from app.services.flows.mailbox_reset_draft import MailboxDraft
from app.services.flows.parts import Ticket
from app.services.flows.transfer_draft import TransferDraft
from app.services.form_values import date_zh

Severity = Literal["stop", "warn", "info", "fact"]


def transfer_advice(step: transfer.Step, draft: TransferDraft, today: date) -> tuple[AdviceLine, ...]:
    """At the conditions, each with whether it fails; at the effects, what the customer has to know."""
    match step:
        case transfer.Step.CONDITIONS:
            failed = {each.key for each in transfer.failed_conditions(draft)}
            return tuple(_said(each.said, "stop" if each.key in failed else "fact") for each in conditions())
        case transfer.Step.EFFECTS:
            return tuple(_said(each, "warn") for each in transfer.effects())
        case _:
            return ()


def transfer_way_out(draft: TransferDraft) -> tuple[tuple[AdviceLine, ...], str]:
    """The online transfer, and a reply that tells it."""
    steps = online_steps()
    effects = tuple(_said(each, "warn") for each in transfer.effects())
    opening = "您能登录备案系统并收到验证码，可以自己在线转移备案，即时完成，不必提交材料："
    return (*_numbered(steps), *effects), _reply(draft.ticket, opening, steps, transfer.effects())


def transfer_handing_in(draft: TransferDraft, today: date) -> tuple[AdviceLine, ...]:
    """What to read before the papers go out, how they go, and when to look again."""
    return _handing_in(transfer.FLOW, draft, (*transfer.warnings(draft, today), *transfer.remarks()), today)


def mailbox_advice(step: mailbox_reset.Step, draft: MailboxDraft, today: date) -> tuple[AdviceLine, ...]:
    """At the time of filing, what follows from it; at the mailbox, that the old one is gone afterwards."""
    match step:
        case mailbox_reset.Step.HISTORY:
            found = mailbox_reset.decision(draft)
            if found is None:
                return ()
            way = AdviceLine("info", mailbox_reset.WAY_ZH[found.way], title="结论")
            return (way, *(_said(each) for each in found.reasons))
        case mailbox_reset.Step.MAILBOX:
            return tuple(_said(each, "warn") for each in mailbox_reset.effects())
        case _:
            return ()


def mailbox_way_out(step: mailbox_reset.Step, draft: MailboxDraft) -> tuple[tuple[AdviceLine, ...], str]:
    """The way that leaves the old mailbox alone, and a reply that tells it."""
    if step is mailbox_reset.Step.PASSWORD_WAY:
        steps = password_steps()
        opening = "您的登录邮箱还能使用，只需重新设置密码，不必重置邮箱："
        return _numbered(steps), _reply(draft.ticket, opening, steps, ())
    found = mailbox_reset.other_way(draft)
    if found is None:
        return (), ""
    opening = f"您的备案不需要重置登录邮箱，请按“{mailbox_reset.WAY_ZH[found.way]}”办理："
    reasons = tuple(_said(each, "info") for each in found.reasons)
    return (*reasons, *_numbered(found.steps)), _reply(draft.ticket, opening, found.steps, ())


def mailbox_handing_in(draft: MailboxDraft, today: date) -> tuple[AdviceLine, ...]:
    """What to read before the papers go out, how they go, what is left to do, and when to look again."""
    warnings = (*mailbox_reset.warnings(draft, today), *mailbox_reset.decision_notes(draft), *mailbox_reset.remarks())
    lines = _handing_in(mailbox_reset.FLOW, draft, warnings, today)
    left = tuple(
        AdviceLine("fact", each.text_zh, source_zh(each.source), as_of_zh(each.as_of), "之后")
        for each in mailbox_reset.next_items(draft)
    )
    return (*lines, *left)


def answers_in_words(graph: Graph[Any, Any], choices: Mapping[str, Mapping[str, str]], draft: Any) -> Summary:
    """Every answer on the path that was given, in the order of the questions."""
    shown = []
    for step in graph.path(draft):
        for question in graph.visible(step, draft):
            text = _in_words(draft, question, choices.get(question, {}))
            if text:
                shown.append((question, text))
    return tuple(shown)


def _in_words(draft: Any, question: str, named: Mapping[str, str]) -> str:
    value = value_at(draft, question)
    if question in draft.handwriting:
        return "（留空，打印后手写）"
    if question in ("enclosures", "mailbox.new_again") or value in (None, "", ()):
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return date_zh(value)
    return label_zh(value) if question.endswith("certificate_type") else named.get(value, str(value))


def _handing_in(flow: str, draft: Any, warnings: tuple[str, ...], today: date) -> tuple[AdviceLine, ...]:
    facts = procedure_facts(flow)
    again = facts.follow_up
    day = again.deadline(today).summary_zh
    return (
        *(AdviceLine("warn", text) for text in warnings),
        *(_said(each, title="提交方式") for each in facts.sending),
        *(_said(each, title="要求") for each in facts.print_rules(draft.filing.subject_kind or "unit")),
        AdviceLine("fact", f"{again.days_zh}：{day}", source_zh(again.source), as_of_zh(again.as_of), "跟进日期"),
    )


def _said(said: Said, severity: Severity = "fact", title: str = "") -> AdviceLine:
    return AdviceLine(severity, said.text_zh, source_zh(said.source), as_of_zh(said.as_of), title)


def _numbered(steps: Iterable[Said]) -> tuple[AdviceLine, ...]:
    return tuple(_said(each, title=f"第 {place} 步") for place, each in enumerate(steps, start=1))


def _reply(ticket: Ticket, opening: str, steps: Iterable[Said], notes: Iterable[Said]) -> str:
    """A reply ready to paste into the ticket."""
    greeting = f"{ticket.customer}，您好：" if ticket.customer else "您好："
    lines = [f"{place}. {each.text_zh}" for place, each in enumerate(steps, start=1)]
    told = [each.text_zh for each in notes]
    ending = f"如有疑问，请直接回复工单 {ticket.number}。" if ticket.number else "如有疑问，请直接回复工单。"
    parts = [greeting, "\n".join([opening, *lines])]
    if told:
        parts.append("\n".join(["请注意：", *told]))
    return "\n\n".join([*parts, ending])
