"""Whether each piece of filed information can be changed: province by province, a desk's own rules leading.

Everything said carries its source and date. What no source answers is `ask`, never a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.rules.change_rules import Rule
from app.rules.guidance import Mark, Said
from app.rules.in_force import RulesInForce
from app.rules.packs import as_of_zh
from app.rules.procedures import SubjectKind, procedure
from app.rules.provinces import province, province_keys

Outcome = Literal["yes", "proof", "condition", "ask", "no", "needless"]
"""Can be changed; with a proof; under a condition; to be asked first; not: file anew; need not be changed."""

SUBJECT, SITE, BOTH = "change_subject", "change_site", "change_filing"
SUBJECT_FIELDS = (
    "subject_name",
    "certificate_number",
    "address",
    "subject_lead",
    "subject_contact",
    "holder",
    "province",
)
SITE_FIELDS = (
    "site_name",
    "site_lead",
    "site_contact",
    "content",
    "domain_removed",
    "domain_replaced",
    "server_address",
)
FIELD_ZH = {
    "subject_name": "主办单位名称（姓名）",
    "certificate_number": "证件类型或证件号码",
    "address": "通信地址、证件住所",
    "subject_lead": "主体负责人换人",
    "subject_contact": "主体负责人的电话、邮箱",
    "holder": "换成另一个主办单位或个人",
    "province": "备案所在省份",
    "site_name": "网站名称",
    "site_lead": "网站负责人换人",
    "site_contact": "网站负责人的电话、邮箱",
    "content": "服务内容、首页地址、前置审批",
    "domain_removed": "不再使用某个域名",
    "domain_replaced": "换域名或增加域名",
    "server_address": "服务器 IP、接入方式",
}
EXCHANGES = ("person_to_unit", "unit_to_person", "person_to_other_person", "unit_to_other_unit")
"""The ways one holder gives way to another; each is a key of the rules."""


@dataclass(frozen=True, slots=True)
class ChangeSituation:
    """All that decides a change. None where the customer was not asked.

    `access`: here, cancelled (taken away, nobody hosts it), elsewhere. `exchange` is one of `EXCHANGES`.
    """

    province: str
    subject_kind: SubjectKind
    fields: frozenset[str]
    access: str | None = "here"
    has_order: bool | None = False
    exchange: str | None = None
    lead_is_legal_representative: bool | None = None
    phone_is_local: bool | None = None
    other_domains_left: bool | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """A sentence and where it comes from; `own` is a rule of this desk."""

    text: str
    source: str = ""
    as_of: str = ""
    confidence: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class FieldVerdict:
    """What becomes of one wish, and who says so."""

    field: str
    outcome: Outcome
    text: str
    cites: tuple[Cite, ...]

    @property
    def title(self) -> str:
        """What is to be changed."""
        return FIELD_ZH[self.field]


def cite_rule(rule: Rule) -> Cite:
    """A rule of a province as a sentence with its source."""
    note = f"（{rule.note_zh}）" if rule.note_zh else ""
    return Cite(f"{rule.text_zh}{note}", rule.source_zh, rule.as_of_zh, rule.confidence, rule.overlay)


def cite_said(said: Said, text: str = "") -> Cite:
    """A statement of a procedure as a sentence with its source and markers."""
    marks = "".join(f"【{each}】" for each in said.marks_zh)
    return Cite(f"{marks}{text or said.text}", said.source_zh, as_of_zh(said.as_of))


def verdict(field: str, situation: ChangeSituation, rules: RulesInForce) -> FieldVerdict:
    """Whether one thing can be changed in this situation, and who says so."""
    where, unit = situation.province, situation.subject_kind == "unit"
    match field:
        case "holder" if situation.exchange is not None:
            return _by_rule(field, rules.leading(where, situation.exchange), topic="subject_exchange")
        case "holder":
            return FieldVerdict(
                field, "ask", "先问清楚：现在是个人还是单位，要换成个人还是单位", _about("subject_exchange")
            )
        case "subject_name" if unit:
            return _by_rule(field, rules.leading(where, "unit_name_change"), otherwise="yes")
        case "certificate_number":
            return _certificate(situation, rules)
        case "province":
            return FieldVerdict(field, "no", "不能变更：到目标省重新备案", _about("unchangeable_province"))
        case "domain_replaced":
            return _domain_replaced(situation)
        case "domain_removed" if situation.other_domains_left is False:
            return FieldVerdict(field, "no", "这是网站唯一的域名：注销网站，不能只删域名", _single_domain())
        case "domain_removed" if situation.other_domains_left is None:
            return FieldVerdict(field, "ask", "先问清楚：删掉以后，这个网站还有没有别的域名", _single_domain())
        case "domain_removed":
            return FieldVerdict(field, "yes", "从域名列表里删除，删掉的加不回来", _about("domain_per_site"))
        case "subject_lead" | "site_lead":
            return _lead(field, situation, rules)
        case "subject_contact" | "site_contact":
            return _contact(field, situation, rules)
        case "server_address":
            told = next(each for each in procedure(SITE).what_can_go_wrong if "IP" in each.text)
            return FieldVerdict(field, "needless", f"{told.cause}；{told.action}", (cite_said(told),))
        case _:
            return FieldVerdict(field, "yes", "可以变更", ())


def _by_rule(field: str, rule: Rule | None, *, topic: str = "", otherwise: Outcome = "ask") -> FieldVerdict:
    """What a typed rule of the province answers; where it is silent, what is said in general."""
    general = _about(topic) if topic else ()
    if rule is None:
        words = "该省资料没有写，提交前先问管局或接入服务商" if otherwise == "ask" else "可以变更；该省资料没有另写要求"
        return FieldVerdict(field, otherwise, words, general)
    said = (cite_rule(rule), *general)
    match rule.value:
        case "allowed" | "no_proof":
            return FieldVerdict(field, "yes", "可以变更", said)
        case "proof":
            return FieldVerdict(field, "proof", "可以变更，要交证明", said)
        case "conditional":
            return FieldVerdict(field, "condition", f"有条件：{rule.text_zh}", said)
        case "not_allowed":
            return FieldVerdict(field, "no", "不能直接变更：先注销，再重新备案", said)
        case _:
            return FieldVerdict(field, "ask", f"先核实：{rule.text_zh}", said)


def _certificate(situation: ChangeSituation, rules: RulesInForce) -> FieldVerdict:
    """The platforms contradict each other; a province may have the last word (Anhui files anew)."""
    told = in_province(SUBJECT, situation.province, "统一社会信用代码")
    if told and situation.subject_kind == "unit":
        return FieldVerdict("certificate_number", "no", "先注销，再重新备案", tuple(map(cite_said, told)))
    found = _by_rule(
        "certificate_number",
        rules.leading(situation.province, "certificate_number_change"),
        topic="certificate_number_change",
    )
    if found.outcome in ("yes", "proof"):
        text = f"{found.text}；有的接入服务商系统里不能改证件号码，以所在系统为准"
        return FieldVerdict(found.field, found.outcome, text, found.cites)
    return found


def _domain_replaced(situation: ChangeSituation) -> FieldVerdict:
    cites = _about("domain_per_site")
    if situation.other_domains_left:
        return FieldVerdict("domain_replaced", "no", "不能换、不能加：删除旧域名，新域名另办“新增网站”", cites)
    text = "不能换、不能加：新域名另办“新增网站”；旧域名是唯一域名的，注销该网站"
    return FieldVerdict("domain_replaced", "no", text, (*cites, *_single_domain()))


def _lead(field: str, situation: ChangeSituation, rules: RulesInForce) -> FieldVerdict:
    if situation.subject_kind == "individual":
        person = "个人备案的负责人就是本人，不能换成别人"
        return FieldVerdict(field, "no", person, _about("subject_exchange"))
    rule = rules.leading(situation.province, "unit_lead" if field == "subject_lead" else "site_lead_letter")
    said = (cite_rule(rule),) if rule is not None else ()
    legal = situation.lead_is_legal_representative
    if rule is None:
        return FieldVerdict(field, "ask" if legal is not True else "yes", "该省资料没有写负责人的要求", said)
    if legal is True or rule.value in ("free", "anyone"):
        return FieldVerdict(field, "yes", "可以变更", said)
    if rule.value == "legal_representative":
        text = "负责人须为法定代表人：换成别人的不收" if legal is False else "负责人须为法定代表人：先问新负责人是不是"
        return FieldVerdict(field, "condition", text, said)
    text = "不是法定代表人的要交授权书" if legal is False else "是法定代表人的可直接变更，不是的要交授权书"
    return FieldVerdict(field, "proof", text, said)


def _contact(field: str, situation: ChangeSituation, rules: RulesInForce) -> FieldVerdict:
    rule = rules.leading(situation.province, "local_phone_required")
    binds = rule is not None and (
        rule.value == "all" or (rule.value == "individuals" and situation.subject_kind == "individual")
    )
    if rule is None or not binds:
        return FieldVerdict(field, "yes", "可以变更", ())
    if situation.phone_is_local:
        return FieldVerdict(field, "yes", "可以变更：号码是本省的", (cite_rule(rule),))
    text = "号码须为本省：先换一个本省号码" if situation.phone_is_local is False else "号码须为本省：先问归属地"
    return FieldVerdict(field, "condition", text, (cite_rule(rule),))


def _about(topic: str) -> tuple[Cite, ...]:
    """What the procedures say under a topic, the newest first."""
    found = [each for each in procedure(SITE).not_possible_when if each.topic == topic]
    found.sort(key=lambda each: (not each.has(Mark.NEWEST), each.as_of))
    return tuple(map(cite_said, found))


def _single_domain() -> tuple[Cite, ...]:
    return tuple(cite_said(each) for each in procedure(SITE).not_possible_when if "只有一个域名" in each.text)


def in_province(order: str, key: str, words: str) -> tuple[Said, ...]:
    """What a procedure says of this province in these words."""
    name = province(key).name if key in province_keys() else ""
    return tuple(
        each for each in procedure(order).provincial_differences if name in each.provinces and words in each.text
    )
