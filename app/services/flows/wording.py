"""Words of the deregistration flow for the paper and for customers: names of choices, reasons, replies. Always Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.rules.deregistration import OnlineWay
from app.rules.filing_numbers import ServiceKind
from app.services.flows.deregistration import filing_number, province
from app.services.flows.draft import Draft

CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "filing.scope": {"subject": "注销整个主体", "site": "注销单个网站"},
        "filing.subject_kind": {"unit": "单位", "individual": "个人"},
        "relation": {"own": "本单位备案", "other": "他单位备案"},
        "ground": {"subject": "主体依据", "domain": "域名依据"},
        "applicant.kind": {"unit": "单位", "individual": "个人"},
        "letter.way": {"make": "由本工具制作", "enclosed": "附上已有的", "later": "另行提供"},
    }
)
"""What each choice is called on paper and in tables, by dotted path and value."""

SYNONYMS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "filing.scope": {
            "主体": "subject",
            "整个主体": "subject",
            "注销主体": "subject",
            "网站": "site",
            "注销网站": "site",
        },
        "filing.subject_kind": {"企业": "unit", "自然人": "individual"},
        "relation": {
            "本单位": "own",
            "本人": "own",
            "注销本单位备案": "own",
            "其他单位": "other",
            "他单位": "other",
            "他人": "other",
            "注销他单位备案": "other",
        },
        "ground": {"主体": "subject", "主体冲突": "subject", "域名": "domain", "域名冲突": "domain"},
        "applicant.kind": {"企业": "unit", "自然人": "individual"},
        "letter.way": {"制作": "make", "本工具制作": "make", "附上": "enclosed", "已附上": "enclosed", "后补": "later"},
    }
)
"""Other words that tables use for the same choices."""


SERVICES: Mapping[ServiceKind, str] = MappingProxyType(
    {
        ServiceKind.SITE: "网站",
        ServiceKind.APP: "App",
        ServiceKind.MINI_PROGRAM: "小程序",
        ServiceKind.QUICK_APP: "快应用",
    }
)
"""What a number's suffix stands for, in words."""


def service_zh(draft: Draft) -> str:
    """What the filing number's suffix stands for: a website unless it says otherwise."""
    number = filing_number(draft)
    return SERVICES[number.service_kind if number and number.service_kind else ServiceKind.SITE]


def scope_zh(draft: Draft) -> str:
    """What is to be deregistered, as the cover says it."""
    if draft.filing.scope == "site":
        return f"注销单个{service_zh(draft)}"
    return CHOICES["filing.scope"][draft.filing.scope or ""] + ("（空壳主体）" if draft.filing.hollow else "")


def self_word(draft: Draft) -> str:
    """How the applicant speaks of itself on the form."""
    return "本人" if draft.applicant.kind == "individual" else "本单位"


def default_reason(draft: Draft) -> str:
    """A reason that fits the situation, for the agent to edit; empty until relation and number are known."""
    number = filing_number(draft)
    if number is None or draft.relation is None:
        return ""
    me = self_word(draft)
    if draft.relation == "own":
        text = _own_reason(draft, me)
    elif draft.ground == "domain":
        text = _domain_conflict(draft, me)
    elif draft.filing.hollow:
        text = (
            f"经查询，备案主体（{number}）登记使用{me}的名称或证件号码，名下已无网站，现按主体依据申请注销该备案主体。"
        )
    else:
        text = f"经查询，备案号{number}登记使用{me}的名称或证件号码，该备案并非{me}办理，现按主体依据申请注销。"
    if draft.filing.name_changed:
        text += f"{me}名称（或证件）已经变更，变更证明附后。"
    if draft.filing.domain_lapsed:
        text += "拟注销域名已过期未续费或已由他人重新注册，无法提供域名证书。"
    return text


def _own_reason(draft: Draft, me: str) -> str:
    if draft.filing.hollow:
        return (
            f"{me}的备案主体名下已无任何网站及其他互联网信息服务，没有接入服务商，不能在线办理注销，"
            "现申请注销该备案主体。"
        )
    what = "备案主体及其名下全部网站备案" if draft.filing.scope == "subject" else f"该{service_zh(draft)}备案"
    if draft.provider_known is False:
        return f"{me}已无法确认该备案的原接入服务商，不能在线提交注销申请，现申请注销{me}的{what}。"
    if draft.can_log_in is False:
        return f"{me}已无法登录原接入服务商的备案系统，不能在线提交注销申请，现申请注销{me}的{what}。"
    return f"{me}已停止相关互联网信息服务，现申请注销{me}的{what}。"


def _domain_conflict(draft: Draft, me: str) -> str:
    number = filing_number(draft)
    shown = "、".join(draft.filing.domains)
    owner = f"在“{draft.filing.subject_name}”名下" if draft.filing.subject_name else "在其他主体名下"
    return (
        f"{me}现为域名{shown}的持有者，该域名仍备案{owner}（备案号{number}），"
        f"与{me}拟办理的备案冲突，现按域名依据申请注销该备案。"
    )


def online_reply(draft: Draft, way: OnlineWay) -> str:
    """A reply that tells the customer how to do it online, ready to paste into the ticket."""
    where = province(draft)
    number = filing_number(draft)
    greeting = f"{draft.ticket.customer}，您好：" if draft.ticket.customer else "您好："
    todo = [step.text_zh for step in way.steps if step.actor == "customer"] or [step.text_zh for step in way.steps]
    steps = "\n".join(f"{place}. {step}" for place, step in enumerate(todo, start=1))
    notes = "".join(f"\n{note}" for note in way.notes_zh)
    days = f"\n办理时间：{way.days_zh}" if way.days_zh else ""
    ending = (
        f"如有疑问，请直接回复工单 {draft.ticket.number}。" if draft.ticket.number else "如有疑问，请直接回复工单。"
    )
    filing = f"备案 {number}" + (f"（{where.name_zh}）" if where else "")
    return f"{greeting}\n\n您要注销的{filing}可以在线办理，不必准备纸质材料（{way.title_zh}）：\n{steps}{notes}{days}\n\n{ending}"
