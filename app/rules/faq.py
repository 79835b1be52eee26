"""Questions that customers ask and messages that systems show, each with cause, action and the procedure it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.resources import read_toml
from app.rules.guidance import Said, read_all, read_said

GROUP_ZH: Mapping[str, str] = {
    "import": "平台合并与导入",
    "audit": "专项核查",
    "hollow": "空壳网站与空壳主体",
    "change": "变更备案",
    "cancel_access": "取消接入",
    "deregister": "注销备案",
    "sms": "短信核验",
    "account": "账号与订单",
    "transfer": "转移备案",
    "password": "备案密码",
    "upload": "上传与人脸核验",
    "access": "接入备案与访问",
    "reject": "驳回",
    "service": "备案服务号",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqEntry(Said):
    """One question; `text` is the question. `prompt` and `other_prompts` are what a system shows, word for word."""

    id: str
    group: str
    cause: str
    action: str
    procedure: str
    keywords: tuple[str, ...]
    prompt: str = ""
    other_prompts: tuple[str, ...] = ()
    match: tuple[str, ...] = ()
    newer: tuple[Said, ...] = ()

    @property
    def question(self) -> str:
        """The question as a heading."""
        return self.text


@lru_cache(maxsize=1)
def faq() -> tuple[FaqEntry, ...]:
    """All entries in the order of their groups."""
    return tuple(
        read_said(FaqEntry, {**each, "newer": list(read_all(Said, each.get("newer", ())))}, "question")
        for each in read_toml("faq.toml")["faq"]
    )


def faq_entry(entry_id: str) -> FaqEntry:
    """One entry (KeyError for an id that is not there)."""
    found = next((each for each in faq() if each.id == entry_id), None)
    if found is None:
        raise KeyError(entry_id)
    return found


def faq_of(procedure_id: str) -> tuple[FaqEntry, ...]:
    """The entries that lead to a procedure."""
    return tuple(each for each in faq() if each.procedure == procedure_id)
