"""What the tables of batches look like: the headers of each flow's answers, its choices, and what a row may leave out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from app.errors import UserError
from app.rules.filing_numbers import parse_filing_number
from app.services.flows import mailbox_reset, transfer
from app.services.flows.checks import ENCLOSURE_KINDS
from app.services.flows.wording import CHOICES, SYNONYMS

DEREGISTRATION = "deregistration"
TRANSFER = "transfer"
MAILBOX_RESET = "mailbox-reset"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "ticket.number": ("工单号", "工单编号", "工单"),
    "ticket.customer": ("客户", "客户名称"),
    "relation": ("申请类别", "类别"),
    "ground": ("申请依据", "依据"),
    "filing.scope": ("注销范围", "范围"),
    "filing.number": ("备案号", "拟注销备案号", "备案/许可证号", "ICP备案号", "主体备案号", "网站备案号"),
    "filing.subject_name": ("备案主体名称", "拟注销备案主办单位名称", "主办单位名称", "主体名称"),
    "filing.subject_kind": ("备案主体性质", "主体性质"),
    "filing.certificate_type": ("备案主体证件类型", "主办单位证件类型"),
    "filing.certificate_number": ("备案主体证件号码", "主办单位证件号码"),
    "filing.site_name": ("网站名称",),
    "filing.domains": ("域名", "拟注销域名", "网站域名"),
    "filing.hollow": ("空壳主体", "是否空壳主体"),
    "filing.name_changed": ("名称或证件变更过", "名称变更过"),
    "filing.domain_lapsed": ("域名已过期或被他人注册", "域名已过期"),
    "filing.access_provider": ("原接入服务商", "接入服务商"),
    "provider_known": ("知道原接入服务商",),
    "can_log_in": ("能登录原备案系统",),
    "paper_anyway": ("仍用纸质办理",),
    "applicant.kind": ("申请人性质", "申请人类型"),
    "applicant.name": ("申请人名称", "申请人", "申请单位名称", "申请单位"),
    "applicant.certificate_type": ("申请人证件类型", "证件类型"),
    "applicant.certificate_number": ("申请人证件号码", "证件号码"),
    "applicant.contact_name": ("联系人姓名", "联系人"),
    "applicant.mobile": ("联系人手机", "手机号码", "手机"),
    "applicant.phone": ("联系人固定电话", "固定电话", "联系电话"),
    "applicant.email": ("联系人邮箱", "电子邮箱", "邮箱"),
    "applicant.legal_representative": ("法定代表人", "法人"),
    "agent.name": ("经办人姓名", "经办人"),
    "agent.certificate_type": ("经办人证件类型",),
    "agent.certificate_number": ("经办人证件号码",),
    "agent.phone": ("经办人电话",),
    "letter.way": ("授权委托书",),
    "letter.legal_certificate_number": ("法定代表人证件号码",),
    "letter.dated": ("授权日期",),
    "letter.valid_until": ("授权截止日期",),
    "reason": ("注销理由", "注销原因", "备案注销申请理由"),
    "application_date": ("申请日期",),
    "suffix_confirmation": ("后缀确认",),
    "enclosures": ("附件",),
    "handwriting": ("留空手写",),
}
"""Each answer's headers; the first is the one the template writes."""

_FILED: Mapping[str, tuple[str, ...]] = {
    "filing.number": ("主体备案号", "备案号", "备案/许可证号", "ICP备案号"),
    "filing.subject_kind": ("主体性质", "备案主体性质"),
    "filing.subject_name": ("主体名称", "主办单位名称", "备案主体名称"),
    "filing.certificate_type": ("主体证件类型", "主办单位证件类型", "证件类型"),
    "filing.certificate_number": ("主体证件号码", "主办单位证件号码", "证件号码"),
}
_LETTER: Mapping[str, tuple[str, ...]] = {
    "applicant.name": ("申请人姓名", "申请人", "被授权人姓名"),
    "applicant.certificate_type": ("申请人证件类型", "被授权人证件类型"),
    "applicant.certificate_number": ("申请人证件号码", "被授权人证件号码"),
    "applicant.mobile": ("申请人手机", "手机号码", "手机"),
    "letter.from_provider": ("用接入服务商的模板",),
    "letter.provider_name": ("接入服务商名称", "接入服务商"),
    "letter.legal_certificate_number": ("法定代表人证件号码",),
    "letter.dated": ("授权日期",),
    "letter.valid_until": ("授权截止日期",),
    "enclosures": ("附件",),
    "handwriting": ("留空手写",),
}
_TICKET: Mapping[str, tuple[str, ...]] = {
    "ticket.number": ("工单号", "工单编号", "工单"),
    "ticket.customer": ("客户", "客户名称"),
}
TRANSFER_COLUMNS: Mapping[str, tuple[str, ...]] = {
    **_TICKET,
    **_FILED,
    "can_log_in": ("能登录原账号",),
    "receives_codes": ("能收到验证码",),
    "paper_anyway": ("仍线下办理",),
    "source.account": ("原账号",),
    "source.station": ("原账号站点",),
    "source.has_order": ("原账号有进行中的订单",),
    "target.uid": ("转入账号 UID", "转入账号", "UID"),
    "target.station": ("转入账号站点",),
    "target.has_order": ("转入账号有进行中的订单",),
    "target.has_subject": ("转入账号下已有其他主体",),
    "effects_confirmed": ("客户已确认后果",),
    **_LETTER,
}
MAILBOX_COLUMNS: Mapping[str, tuple[str, ...]] = {
    **_TICKET,
    **_FILED,
    "domain": ("备案域名", "域名"),
    "account_known": ("知道原登录账号",),
    "mailbox_works": ("原邮箱能收信",),
    "history.filed_on": ("提交备案的日期", "备案日期"),
    "history.period": ("提交备案的时间",),
    "history.accessed_elsewhere": ("之后接入过其他服务商",),
    "history.imported": ("之后导入过云账号",),
    "reset_anyway": ("仍要重置邮箱",),
    "mailbox.old": ("原登录邮箱", "原邮箱"),
    "mailbox.new": ("新登录邮箱", "新邮箱"),
    "mailbox.new_again": ("再写一遍新邮箱",),
    **_LETTER,
}


@dataclass(frozen=True, slots=True)
class BatchTable:
    """One flow's table.

    Attributes:
        title: of the sheet.
        columns: the headers of each answer by dotted path; the first is the one the template writes.
        needed: answers that have to have a column.
        lists: answers of several words.
        yes_no: answers that are a yes or a no.
        choices: values and names of the answers that are chosen.
        synonyms: other words that tables use for the same choices.
        enclosure_kinds: kinds of enclosures and their names.
        guess: fills in place what a row may leave out because the rest of it says so.
    """

    title: str
    columns: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    lists: frozenset[str]
    yes_no: frozenset[str]
    choices: Mapping[str, Mapping[str, str]]
    synonyms: Mapping[str, Mapping[str, str]]
    enclosure_kinds: Mapping[str, str]
    guess: Callable[[dict[str, Any]], None]

    def choice_of(self, path: str, text: str) -> str | None:
        """The value of a choice from its own name, its Chinese name or a usual synonym; None when it is none of them."""
        text = text.strip()
        for value, label in self.choices[path].items():
            if text.lower() == value or text == label:
                return str(value)
        return self.synonyms.get(path, {}).get(text)


def batch_table(flow: str) -> BatchTable:
    """The table of a flow.

    Raises:
        KeyError: no such flow (a bug).
    """
    return _TABLES[flow]


def _guess_deregistration(answers: dict[str, Any]) -> None:
    """What a table may leave out because the rest of the row says it."""
    filing, applicant = answers.setdefault("filing", {}), answers.setdefault("applicant", {})
    if "scope" not in filing and "number" in filing:
        try:
            filing["scope"] = "subject" if parse_filing_number(filing["number"]).is_subject else "site"
        except UserError:
            filing["scope"] = "subject"  # the number itself is reported by the checks
    if "kind" not in applicant:
        person = applicant.get("certificate_type", "").strip() in ("id_card", "身份证", "居民身份证")
        applicant["kind"] = "individual" if person else "unit"
    usual = "id_card" if applicant["kind"] == "individual" else "credit_code"
    applicant.setdefault("certificate_type", usual)
    if answers.get("agent"):
        answers["agent"].setdefault("certificate_type", "id_card")


def _guess_letter(answers: dict[str, Any]) -> None:
    """A unit or a person by the certificate, and the certificate by the unit or person."""
    filing = answers.setdefault("filing", {})
    named = filing.get("certificate_type", "").strip()
    if "subject_kind" not in filing:
        filing["subject_kind"] = "individual" if named in ("id_card", "身份证", "居民身份证") else "unit"
    filing.setdefault("certificate_type", "id_card" if filing["subject_kind"] == "individual" else "credit_code")


def _guess_transfer(answers: dict[str, Any]) -> None:
    """Who asks for an offline transfer in a table cannot log in, unless the row says otherwise."""
    _guess_letter(answers)
    answers.setdefault("can_log_in", False)


def _guess_mailbox(answers: dict[str, Any]) -> None:
    """Who asks for a reset in a table does not know the account, unless the row says otherwise."""
    _guess_letter(answers)
    answers.setdefault("account_known", False)
    answers.setdefault("history", {})


_KINDS = {"企业": "unit", "自然人": "individual"}
_TABLES: Mapping[str, BatchTable] = MappingProxyType(
    {
        DEREGISTRATION: BatchTable(
            title="线下注销",
            columns=COLUMNS,
            needed=("filing.number", "relation", "ground", "applicant.certificate_number"),
            lists=frozenset({"filing.domains", "handwriting"}),
            yes_no=frozenset(
                {
                    "filing.hollow",
                    "filing.name_changed",
                    "filing.domain_lapsed",
                    "provider_known",
                    "can_log_in",
                    "paper_anyway",
                }
            ),
            choices=CHOICES,
            synonyms=SYNONYMS,
            enclosure_kinds=ENCLOSURE_KINDS,
            guess=_guess_deregistration,
        ),
        TRANSFER: BatchTable(
            title="线下转移",
            columns=TRANSFER_COLUMNS,
            needed=("filing.number", "filing.certificate_number", "target.uid"),
            lists=frozenset({"handwriting"}),
            yes_no=frozenset(
                {
                    "can_log_in",
                    "receives_codes",
                    "paper_anyway",
                    "source.has_order",
                    "target.has_order",
                    "target.has_subject",
                    "effects_confirmed",
                    "letter.from_provider",
                }
            ),
            choices=transfer.CHOICES,
            synonyms={"filing.subject_kind": _KINDS},
            enclosure_kinds=transfer.ENCLOSURE_KINDS,
            guess=_guess_transfer,
        ),
        MAILBOX_RESET: BatchTable(
            title="邮箱初始化",
            columns=MAILBOX_COLUMNS,
            needed=("filing.number", "filing.certificate_number", "mailbox.new"),
            lists=frozenset({"handwriting"}),
            yes_no=frozenset(
                {
                    "account_known",
                    "mailbox_works",
                    "history.accessed_elsewhere",
                    "history.imported",
                    "reset_anyway",
                    "letter.from_provider",
                }
            ),
            choices=mailbox_reset.CHOICES,
            synonyms={"filing.subject_kind": _KINDS},
            enclosure_kinds=mailbox_reset.ENCLOSURE_KINDS,
            guess=_guess_mailbox,
        ),
    }
)
