"""Several reasons of a special audit at once, as one plan: what comes first, each change and each paper once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.rules.audit_reasons import Fix, Reason
from app.rules.procedures import Material

_WHERE_FIRST = ("登记机关", "域名注册商", "通信管理局", "电话", "网站", "", "备案系统", "售后")
"""What other bodies register must be right before a change is submitted that is compared with it; what runs on the
website needs nobody's approval and goes before the change as well."""

_PROCEDURE_FIRST = (
    "domain_verification_fix",
    "hollow_site_rectification",
    "change_filing",
    "change_subject",
    "change_site",
    "deregister_online_subject",
)

_ASK = {
    "subject_or_site": "不合格的是主体负责人的信息，还是网站负责人的？前者变更主体，后者变更网站；两处都不合格的，先办一种，通过后再办另一种。",
    "site_or_subject": "是改网站内容使它与主体一致，还是改主体的性质？能不能改性质看该省规则。",
}


@dataclass(frozen=True, slots=True)
class PlannedFix:
    """One change of the plan and the reasons it answers; `alternative`: the reasons offer others beside it."""

    where: str
    field: str
    fix: Fix
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedPaper:
    """One paper of the plan and the reasons that ask for it, with each one's note."""

    name: str
    paper: Material
    notes: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do about all reasons together, in order.

    `procedures` are the ones to go through, one after the other: while one order runs no other can be submitted, so that
    a change of the subject and one of the website never stand side by side. `both_orders` says that both are needed.
    """

    reasons: tuple[Reason, ...]
    fixes: tuple[PlannedFix, ...]
    papers: tuple[PlannedPaper, ...]
    procedures: tuple[str, ...]
    both_orders: bool
    open_questions: tuple[str, ...]


def plan_for(reasons: Iterable[Reason]) -> Plan:
    """One plan for these reasons, whatever order they were found in."""
    chosen = tuple(sorted({each.id: each for each in reasons}.values(), key=lambda each: each.order))
    fixes: dict[tuple[str, str, str], PlannedFix] = {}
    papers: dict[str, PlannedPaper] = {}
    for each in chosen:
        for fix in each.fixes:
            key = (fix.where, fix.field, fix.text)
            known = fixes.get(key)
            named = (*known.reasons, each.title) if known else (each.title,)
            fixes[key] = PlannedFix(fix.where, fix.field, fix, named)
        for paper in each.papers:
            before = papers.get(paper.text)
            notes = (*before.notes, paper.note) if before else (paper.note,)
            titles = (*before.reasons, each.title) if before else (each.title,)
            first = before.paper if before else paper
            papers[paper.text] = PlannedPaper(paper.text, first, tuple(dict.fromkeys(notes)), titles)
    steps = tuple(dict.fromkeys(_procedures(chosen)))
    return Plan(
        reasons=chosen,
        fixes=tuple(sorted(fixes.values(), key=lambda each: _WHERE_FIRST.index(each.where))),
        papers=tuple(papers.values()),
        procedures=steps,
        both_orders={"change_subject", "change_site"} <= set(steps),
        open_questions=tuple(dict.fromkeys(_ASK[each.scope] for each in chosen if each.scope in _ASK)),
    )


def _procedures(reasons: tuple[Reason, ...]) -> list[str]:
    wanted = {each.procedure for each in reasons}
    if {"change_subject", "change_site"} & wanted:
        # The general procedure says nothing that the two orders do not; a phone may belong to either lead.
        wanted.discard("change_filing")
    return sorted(wanted, key=_PROCEDURE_FIRST.index)
