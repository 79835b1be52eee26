"""What the rules say to the agent at each step of a deregistration: one line a statement, with its source and date.

The sentences are Chinese, as all guidance is; the window adds nothing but the layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.rules.certificates import label_zh
from app.rules.deregistration import Situation, ask_by_phone, channel, follow_up, restrictions, signature
from app.rules.provinces import as_of_zh, source_zh
from app.services.deregistration_packets import notices
from app.services.flows.answer_checks import letter_warnings
from app.services.flows.answer_tree import value_at
from app.services.flows.deregistration import (
    FLOW,
    Step,
    gated_domains,
    path,
    province,
    situation,
    visible,
    way_online,
)
from app.services.flows.draft import Draft
from app.services.flows.wording import CHOICES
from app.services.form_editions import FormEditions
from app.services.form_values import date_zh


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """One statement; `severity` is `stop`, `warn`, `info` or `fact`. Without a source it is the program's own advice."""

    severity: Literal["stop", "warn", "info", "fact"]
    text: str
    source: str = ""
    as_of: str = ""
    title: str = ""


Summary = tuple[tuple[str, str], ...]
"""Answers for the review: dotted path and what was answered, in words."""


def step_advice(step: Step, draft: Draft, today: date) -> tuple[AdviceLine, ...]:
    """What the agent should know while answering this step."""
    known = situation(draft, today)
    match step:
        case Step.TRIAGE:
            return (*_whose(draft), *(_limits(known) if known else ()))
        case Step.RELATION:
            return tuple(_limits(known)) if known else ()
        case Step.APPLICANT:
            return (_signature(known),) if known else ()
        case Step.LETTER:
            return tuple(AdviceLine("warn", text) for text in letter_warnings(draft.letter.dated, today))
        case Step.SUFFIX:
            return tuple(_suffixes(draft))
        case _:
            return ()


def online_steps(draft: Draft) -> tuple[AdviceLine, ...]:
    """The way without paper, step by step, then what to know about it."""
    way = way_online(draft)
    if way is None:
        return ()
    steps = [
        AdviceLine("fact", each.text_zh, source_zh(each.source), as_of_zh(each.as_of), f"第 {place} 步")
        for place, each in enumerate(way.steps, start=1)
    ]
    if way.days_zh:
        steps.append(AdviceLine("fact", way.days_zh, source_zh(way.days_source), as_of_zh(way.days_as_of), "时间"))
    return (*steps, *(AdviceLine("info", note) for note in way.notes_zh))


def handing_in(draft: Draft, today: date, forms: FormEditions | None = None) -> tuple[AdviceLine, ...]:
    """Who seals, how and where it goes, how long it takes, and what is not certain.

    Args:
        forms: where official blanks are found; only built-in forms without.
    """
    known, where = situation(draft, today), province(draft)
    if known is None or where is None:
        return ()
    doubts = tuple(
        AdviceLine("warn", text) for text in notices(known, (forms or FormEditions()).current(FLOW, where.key, today))
    )
    return (*doubts, _signature(known), *_delivery(known, today))


def summary(draft: Draft) -> Summary:
    """Every answer on the path that was given, in the order of the questions; enclosures are shown with the packet."""
    shown = []
    for step in path(draft):
        for question in visible(step, draft):
            text = _in_words(draft, question)
            if text:
                shown.append((question, text))
    return tuple(shown)


def _in_words(draft: Draft, question: str) -> str:
    if question in draft.handwriting:
        return "（留空，打印后手写）"
    value = value_at(draft, question)
    if question in ("agent", "enclosures", "suffix_confirmation") or value in (None, "", (), False):
        return ""
    if question in CHOICES:
        return CHOICES[question].get(str(value), str(value))
    if question.endswith("certificate_type"):
        return label_zh(str(value))
    if isinstance(value, bool):
        return "是"
    if isinstance(value, date):
        return date_zh(value)
    return "、".join(value) if isinstance(value, tuple) else str(value)


def _whose(draft: Draft) -> Iterator[AdviceLine]:
    where = province(draft)
    if where is not None:
        yield AdviceLine("fact", f"{where.authority}（备案号以“{where.prefix}”开头）", title="受理机关")


def _limits(known: Situation) -> Iterator[AdviceLine]:
    for each in restrictions(known):
        yield AdviceLine(each.severity, each.text_zh, source_zh(each.source), as_of_zh(each.as_of))


def _signature(known: Situation) -> AdviceLine:
    who = signature(known)
    return AdviceLine("fact", who.text_zh, source_zh(who.source), as_of_zh(who.as_of), "签字盖章")


def _suffixes(draft: Draft) -> Iterator[AdviceLine]:
    for name, approval in gated_domains(draft):
        yield AdviceLine(
            "stop", f"{name.unicode}：{approval.note_zh}", source_zh(approval.source), approval.as_of.isoformat()
        )


def _delivery(known: Situation, today: date) -> Iterator[AdviceLine]:
    delivery = channel(known)
    how = delivery.channel
    yield AdviceLine("fact", how.text_zh, source_zh(how.source), as_of_zh(how.as_of), "递交方式")
    addresses = (delivery.address, *delivery.other_addresses)
    for place, address in enumerate(each for each in addresses if each is not None):
        title = "地址" if place == 0 else "另一说法的地址"
        yield AdviceLine("fact", address.text, source_zh(address.source), as_of_zh(address.as_of), title)
    for phone in delivery.phones:
        yield AdviceLine("fact", phone.number, source_zh(phone.source), as_of_zh(phone.as_of), "电话")
    for rule in delivery.print_rules:
        yield AdviceLine("fact", rule.text_zh, source_zh(rule.source), as_of_zh(rule.as_of), "打印要求")
    again = follow_up(known, today)
    severity: Literal["info", "fact"] = "info" if again.ours else "fact"
    text = f"{again.text_zh}：{again.deadline.summary_zh}"
    yield AdviceLine(severity, text, source_zh(again.source), as_of_zh(again.as_of), "跟进日期")
    ring = ask_by_phone(known, today)
    if ring is not None:
        deadline, phone = ring
        yield AdviceLine(
            "info",
            f"{deadline.summary_zh} 起可致电 {phone.number} 询问",
            source_zh(phone.source),
            as_of_zh(phone.as_of),
        )
