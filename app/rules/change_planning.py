"""A change of filed information as a plan: in which order, with which papers, what the province asks, what not to do.

Pure, over the verdicts of `change_verdicts` and the procedures `change_subject`, `change_site` and `change_filing`; every
sentence carries its source and date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.rules.change_rules import COMMON
from app.rules.change_verdicts import (
    BOTH,
    FIELD_ZH,
    SITE,
    SITE_FIELDS,
    SUBJECT,
    SUBJECT_FIELDS,
    ChangeSituation,
    Cite,
    FieldVerdict,
    cite_rule,
    cite_said,
    in_province,
    verdict,
)
from app.rules.guidance import Mark
from app.rules.in_force import RulesInForce
from app.rules.packs import as_of_zh
from app.rules.procedures import Procedure, procedure
from app.rules.provinces import province

CHANGES = (SUBJECT, SITE, BOTH)


@dataclass(frozen=True, slots=True)
class WantedPaper:
    """A paper to bring; `required` False where it depends on something."""

    title: str
    form: tuple[str, ...]
    note: str
    required: bool
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """What to do about all wishes together.

    `orders` are the procedures one after the other; `anew` says that something is deregistered and filed again.
    """

    situation: ChangeSituation
    verdicts: tuple[FieldVerdict, ...]
    orders: tuple[str, ...]
    anew: bool
    first: tuple[Cite, ...]
    papers: tuple[WantedPaper, ...]
    demands: tuple[Cite, ...]
    avoid: tuple[Cite, ...]
    days: tuple[Cite, ...]

    @property
    def province_zh(self) -> str:
        """Whose rules these are."""
        return province(self.situation.province).name_zh


def plan_change(situation: ChangeSituation, rules: RulesInForce) -> ChangePlan:
    """One plan for everything the customer wants changed."""
    verdicts = tuple(verdict(field, situation, rules) for field in FIELD_ZH if field in situation.fields)
    orders = _orders(verdicts, situation)
    return ChangePlan(
        situation=situation,
        verdicts=verdicts,
        orders=orders,
        anew=any(each.startswith("deregister") for each in orders),
        first=tuple(_first(situation, orders)),
        papers=tuple(_papers(verdicts, situation, rules)),
        demands=tuple(_demands(situation, rules, orders)),
        avoid=tuple(_avoid(situation, orders)),
        days=tuple(_days(orders)),
    )


def _orders(verdicts: Iterable[FieldVerdict], situation: ChangeSituation) -> tuple[str, ...]:
    """What is filed anew goes before what is changed: a filing that is given up needs no change."""
    found: dict[str, None] = {}
    refused = {each.field for each in verdicts if each.outcome == "no"}
    if refused & {"holder", "province", "certificate_number", "subject_lead"}:
        offline = situation.access != "here"
        return ("deregister_offline_hollow_subject" if offline else "deregister_online_subject", "first_filing")
    if situation.access in ("cancelled", "elsewhere"):
        found["access_filing"] = None
    wanted = {each.field for each in verdicts if each.outcome not in ("no", "needless")}
    if wanted & set(SUBJECT_FIELDS):
        found[SUBJECT] = None
    if wanted & set(SITE_FIELDS) or (
        "domain_replaced" in refused and situation.other_domains_left and "domain_removed" not in refused
    ):
        found[SITE] = None
    if refused & {"domain_removed", "domain_replaced"} and not situation.other_domains_left:
        found["deregister_online_site"] = None
    if "domain_replaced" in refused:
        found["add_site"] = None
    return _joined(tuple(found), wanted, situation.province)


def _joined(orders: tuple[str, ...], wanted: set[str], key: str) -> tuple[str, ...]:
    """Some provinces take both changes, or a change of the person responsible, in one order only."""
    told = in_province(SUBJECT, key, "变更备案")
    whole = any("不能用" in each.text for each in told)
    if not {SUBJECT, SITE} & set(orders) or not (whole or (told and "subject_lead" in wanted)):
        return orders
    kept = [BOTH if each in (SUBJECT, SITE) else each for each in orders]
    return tuple(dict.fromkeys(kept))


def _first(situation: ChangeSituation, orders: tuple[str, ...]) -> Iterator[Cite]:
    """What must be settled before anything is handed in."""
    if situation.has_order:
        yield Cite("主体下有进行中的订单：先放弃它，或等它通过，再变更", *_of(SUBJECT, "preconditions", "订单"))
    elif situation.has_order is None:
        yield Cite("先问清楚：主体下有没有进行中的订单", *_of(SUBJECT, "preconditions", "订单"))
    if situation.access in ("cancelled", "elsewhere"):
        for each in procedure(SUBJECT).not_possible_when:
            if each.topic == "change_after_access_cancelled":
                yield cite_said(each)
    for each in procedure(_leading_order(orders)).preconditions:
        if each.topic == "site_must_open":
            yield cite_said(each)


def _papers(
    verdicts: tuple[FieldVerdict, ...], situation: ChangeSituation, rules: RulesInForce
) -> Iterator[WantedPaper]:
    """The papers of the orders, those first that this change needs for certain."""
    wanted = {each.field for each in verdicts if each.outcome in ("yes", "proof", "condition", "ask")}
    proof = any(each.field in ("subject_name", "certificate_number") and each.outcome == "proof" for each in verdicts)
    letters = {each.field for each in verdicts if each.outcome == "proof" and each.field.endswith("_lead")}
    seen = set()
    for order, fields in ((SUBJECT, SUBJECT_FIELDS), (SITE, SITE_FIELDS)):
        if not wanted & set(fields):
            continue
        for each in procedure(order).materials[situation.subject_kind]:
            required = True
            if "变更证明" in each.text:
                required = proof
            elif "授权书" in each.text:
                required = ("site_lead" if order == SITE else "subject_lead") in letters
            elif "负责人证件" in each.text and order == SITE:
                required = bool(wanted & {"site_lead", "site_contact"})
            elif each.text in ("前置审批文件", "居住证", "域名证书", "责任告知书、承诺书"):
                required = False
            if each.text not in seen:
                seen.add(each.text)
                yield WantedPaper(each.text, each.form, each.note, required, each.source_zh, each.as_of)
    if proof or "subject_name" in wanted:
        for rule in rules.rules(COMMON):
            if rule.key == "rename_proof" and rule.newest:
                yield WantedPaper(
                    "改名证明的几种形式", ("information",), rule.text_zh, False, rule.source_zh, rule.as_of_zh
                )


def _demands(situation: ChangeSituation, rules: RulesInForce, orders: tuple[str, ...]) -> Iterator[Cite]:
    """What this province asks besides: its rules on changes, then the procedures' differences; doubled words once."""
    keys = ["change_note", "requirement", "minimum_age", "certificate_validity_months_min", "rename_letter"]
    keys += ["nonlocal_individual", "local_card_only", "residence_proof"] * (situation.subject_kind == "individual")
    keys += ["domain_owner", "domain_owner_proof"] * (situation.subject_kind == "unit")
    said = set()
    for rule in rules.rules(situation.province):
        if rule.key in keys and rule.newest and rule.stated and rule.text_zh not in said:
            said.add(rule.text_zh)
            yield cite_rule(rule)
    name = province(situation.province).name
    for order in orders:
        if order in CHANGES:
            for each in procedure(order).provincial_differences:
                if name in each.provinces and not each.has(Mark.SUPERSEDED) and each.text not in said:
                    said.add(each.text)
                    yield cite_said(each)


def _avoid(situation: ChangeSituation, orders: tuple[str, ...]) -> Iterator[Cite]:
    """What must not be done."""
    if {SUBJECT, SITE} <= set(orders):
        yield Cite("变更主体和变更网站不要同时提交：先办一种，通过后再办另一种", *_of(SUBJECT, "preconditions", "订单"))
    if any(each.startswith("deregister") for each in orders):
        yield Cite("要重新备案的，先与客户确认：注销后网站不能访问，原备案号不再保留", "", "")
    if SITE in orders and situation.fields & {"domain_removed", "domain_replaced"}:
        yield from map(cite_said, procedure(SITE).irreversible_effects)
        yield from (cite_said(each, f"{each.text}：{each.action}") for each in procedure(SITE).what_can_go_wrong[2:3])
    for each in procedure(_leading_order(orders)).not_possible_when:
        if "订单已提交管局" in each.text:
            yield cite_said(each)


def _days(orders: tuple[str, ...]) -> Iterator[Cite]:
    told = set()
    for order in orders:
        if order not in CHANGES:
            continue
        for each in procedure(order).durations:
            newest = each.has(Mark.NEWEST)
            if ("审核" in each.text or "初审" in each.text) and newest and (order, each.text) not in told:
                told.add((order, each.text))
                yield cite_said(each, f"{procedure(order).title}：{each.text} {each.length_zh}")


def _of(order: str, part: str, words: str) -> tuple[str, str]:
    """Source and date of the statement that holds these words."""
    told: Procedure = procedure(order)
    found = next(each for each in getattr(told, part) if words in each.text)
    return found.source_zh, as_of_zh(found.as_of)


def _leading_order(orders: tuple[str, ...]) -> str:
    return SITE if SITE in orders and SUBJECT not in orders else SUBJECT
