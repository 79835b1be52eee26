"""Answers files of transfers and mailbox resets: the flows' questions as TOML or JSON, checked field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, Field, Strict, ValidationError

from app.errors import Invalid, Problem
from app.services.answer_tables import Day, Line, MarkAnswers, Part, TicketAnswers
from app.services.answers import problem_of, without_places
from app.services.flows.graph import Graph
from app.services.flows.mailbox_reset import ENCLOSURE_KINDS as MAILBOX_ENCLOSURES
from app.services.flows.mailbox_reset import GRAPH as MAILBOX_GRAPH
from app.services.flows.mailbox_reset_draft import MailboxDraft
from app.services.flows.tidy import completed_letter
from app.services.flows.transfer import ENCLOSURE_KINDS as TRANSFER_ENCLOSURES
from app.services.flows.transfer import GRAPH as TRANSFER_GRAPH
from app.services.flows.transfer_draft import TransferDraft
from app.services.letter_papers import LetterPapers
from app.services.mailbox_resets import MailboxResets
from app.services.transfers import Transfers

D = TypeVar("D", bound=Any)

_FORGIVEN = frozenset({"paper_anyway", "reset_anyway", "receives_codes"})
"""Answers that may be given where nobody asks: they cannot contradict anything."""
_MOST_FILES = 100
REVIEW = "review"
"""Where every flow ends that comes to paper."""
_PEN = "这些项在授权书上留空、打印后用笔填写，如 letter.legal_certificate_number。"


def _kinds_zh(kinds: Mapping[str, str]) -> str:
    return "；".join(f"{kind}：{title}" for kind, title in kinds.items())


class FiledSubjectAnswers(Part):
    """要办理的备案，照公共查询的结果填写。"""

    number: Line = Field(title="主体备案号", description="到“号”为止，如 粤ICP备12345678号。")
    subject_kind: Literal["unit", "individual"] = Field(title="主体性质", description="unit：单位；individual：个人。")
    subject_name: Line = Field("", title="主体名称", description="备案上的主办单位全称或姓名。")
    certificate_type: Line = Field(title="证件类型", description="代码，如 credit_code、id_card。")
    certificate_number: Line = Field("", title="证件号码", description="按校验码核对。")


class AuthorizedAnswers(Part):
    """单位的申请人，即授权书上的被授权人；个人主体不填。"""

    name: Line = Field("", title="申请人姓名")
    certificate_type: Line | None = Field(None, title="申请人证件类型", description="代码；不填为 id_card。")
    certificate_number: Line = Field("", title="申请人证件号码")
    mobile: Line = Field("", title="申请人手机", description="可不填。")


class LetterPartAnswers(Part):
    """授权书；个人主体不填。"""

    from_provider: bool = Field(
        False, title="用接入服务商的模板", description="true：客户已有接入服务商的模板，本工具不另出授权书。"
    )
    provider_name: Line = Field("", title="接入服务商名称", description="授权书抬头，写全称。")
    legal_certificate_number: Line = Field("", title="法定代表人证件号码")
    dated: Day | None = Field(None, title="授权日期", description="如 2026-11-23；不填为当天。")
    valid_until: Day | None = Field(None, title="授权截止日期", description="不填为授权日期起三个月。")


class SourceAnswers(Part):
    """原账号。"""

    account: Line = Field("", title="原账号", description="登录名或 UID；不知道可不填。")
    station: Literal["china", "international"] = Field(
        title="原账号站点", description="china：中国站；international：国际站，不能转移。"
    )
    has_order: bool = Field(title="原账号有进行中的备案订单", description="true：有，不能转移。")


class TargetAnswers(Part):
    """转入账号。"""

    uid: Line = Field(title="转入账号 UID", description="只有数字；见过的多为 5 至 20 位，其他长度会提醒。")
    station: Literal["china", "international"] = Field(
        title="转入账号站点", description="china：中国站；international：国际站，不能转移。"
    )
    has_order: bool = Field(title="转入账号有进行中的备案订单", description="true：有，不能转移。")
    has_subject: bool = Field(title="转入账号下已有其他主体", description="true：有，不能转移。")


class TransferEnclosureAnswers(Part):
    """一份附件。"""

    kind: Literal[
        "unit_certificate_copy", "holding_photo", "agent_id_copy", "id_card_copy", "authorization_letter", "other"
    ] = Field(title="附件类型", description=_kinds_zh(TRANSFER_ENCLOSURES))
    file: Line = Field(title="文件", description="JPEG、PNG、HEIC 或 PDF；相对路径从答案文件所在文件夹算起。")
    note: Line = Field("", title="说明", description="印在封面的材料清单上。")
    mark: MarkAnswers | None = Field(None, title="水印", description="不填时照工作台的设置。")


class MailboxEnclosureAnswers(Part):
    """一份附件。"""

    kind: Literal["holding_photo", "agent_id_copy", "id_card_copy", "authorization_letter", "other"] = Field(
        title="附件类型", description=_kinds_zh(MAILBOX_ENCLOSURES)
    )
    file: Line = Field(title="文件", description="JPEG、PNG、HEIC 或 PDF；相对路径从答案文件所在文件夹算起。")
    note: Line = Field("", title="说明", description="印在封面的材料清单上。")
    mark: MarkAnswers | None = Field(None, title="水印", description="不填时照工作台的设置。")


class TransferAnswers(Part):
    """线下转移备案到其他账号的答案文件。"""

    ticket: TicketAnswers = Field(TicketAnswers(), title="工单")
    can_log_in: bool = Field(title="能登录原账号", description="能登录又能收到验证码的在线转移，不出材料。")
    receives_codes: bool | None = Field(None, title="能收到验证码", description="只在能登录时填写。")
    paper_anyway: bool = Field(False, title="仍线下办理", description="true：能在线办理，但这位客户办不成。")
    filing: FiledSubjectAnswers = Field(title="备案")
    source: SourceAnswers = Field(title="原账号")
    target: TargetAnswers = Field(title="转入账号")
    applicant: AuthorizedAnswers | None = Field(None, title="申请人")
    letter: LetterPartAnswers | None = Field(None, title="授权书")
    effects_confirmed: bool = Field(
        title="后果已确认", description="true：客户知道转移后由转入账号的所有人管理备案，包括修改、注销。"
    )
    enclosures: Annotated[tuple[TransferEnclosureAnswers, ...], Strict(False)] = Field(
        (), title="附件", max_length=_MOST_FILES
    )
    handwriting: Annotated[tuple[Line, ...], Strict(False)] = Field(
        (), title="留空手写", description=_PEN, max_length=50
    )


class HistoryAnswers(Part):
    """备案的经过，用来判断认领、导入还是直接登录。"""

    filed_on: Day | None = Field(None, title="提交备案的日期", description="如 2012-03-04；不知道的填 period。")
    period: Literal["before_2010_06", "until_2017_01", "after_2017_01", "unknown"] | None = Field(
        None, title="提交备案的时间", description="只在不知道 filed_on 时填写。"
    )
    accessed_elsewhere: bool | None = Field(
        None, title="之后接入过其他服务商", description="只在 2010-06-01 前提交时填写；不知道可不填。"
    )
    imported: bool | None = Field(
        None, title="之后导入过云账号", description="只在 2017-01-31 前提交时填写；不知道可不填。"
    )


class MailboxPartAnswers(Part):
    """登录邮箱。"""

    old: Line = Field("", title="原登录邮箱", description="不知道可不填。")
    new: Line = Field(title="新登录邮箱", description="会替换原登录邮箱，不能与原邮箱相同。")
    new_again: Line = Field(title="再输一遍新邮箱", description="照抄一遍，表示知道原邮箱会被替换。")


class MailboxResetAnswers(Part):
    """原万网备案账号邮箱初始化的答案文件。"""

    ticket: TicketAnswers = Field(TicketAnswers(), title="工单")
    account_known: bool = Field(title="知道原登录账号")
    mailbox_works: bool | None = Field(
        None, title="原邮箱能收信", description="只在知道原账号时填写；能收信的用“找回密码”，不必重置。"
    )
    history: HistoryAnswers = Field(title="备案经过")
    reset_anyway: bool = Field(
        False, title="仍要重置邮箱", description="true：按时间判断不需要原账号，但客户仍要找回。"
    )
    filing: FiledSubjectAnswers = Field(title="备案")
    domain: Line = Field("", title="备案域名", description="可不填。")
    mailbox: MailboxPartAnswers = Field(title="登录邮箱")
    applicant: AuthorizedAnswers | None = Field(None, title="申请人")
    letter: LetterPartAnswers | None = Field(None, title="授权书")
    enclosures: Annotated[tuple[MailboxEnclosureAnswers, ...], Strict(False)] = Field(
        (), title="附件", max_length=_MOST_FILES
    )
    handwriting: Annotated[tuple[Line, ...], Strict(False)] = Field(
        (), title="留空手写", description=_PEN, max_length=50
    )


def transfer_schema() -> dict[str, Any]:
    """The JSON schema of a transfer's answers file, with Chinese titles and descriptions."""
    return _schema(TransferAnswers)


def mailbox_reset_schema() -> dict[str, Any]:
    """The JSON schema of a mailbox reset's answers file, with Chinese titles and descriptions."""
    return _schema(MailboxResetAnswers)


def check_transfer(raw: Mapping[str, Any], base_dir: Path, today: date) -> TransferDraft:
    """The complete draft that these answers stand for; enclosure paths become absolute, dates of the letter are filled.

    Raises:
        Invalid: with every field that is wrong, down to its enclosures.
    """
    service = Transfers(None, actor="")
    return _checked(raw, TransferAnswers, TransferDraft, TRANSFER_GRAPH, service, base_dir, today)


def check_mailbox_reset(raw: Mapping[str, Any], base_dir: Path, today: date) -> MailboxDraft:
    """The complete draft that these answers stand for; enclosure paths become absolute, dates of the letter are filled.

    Raises:
        Invalid: with every field that is wrong, down to its enclosures.
    """
    service = MailboxResets(None, actor="")
    return _checked(raw, MailboxResetAnswers, MailboxDraft, MAILBOX_GRAPH, service, base_dir, today)


def with_provider(raw: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The answers of a unit with the access provider's usual name, where they name none and leave no line for it."""
    filing, letter, by_hand = raw.get("filing"), raw.get("letter", {}), raw.get("handwriting", [])
    if not (isinstance(filing, dict) and isinstance(letter, dict) and isinstance(by_hand, list)):
        return raw  # named by the checks
    if not name or filing.get("subject_kind") != "unit":
        return raw
    if letter.get("provider_name") or letter.get("from_provider") or "letter.provider_name" in by_hand:
        return raw
    return {**raw, "letter": {**letter, "provider_name": name}}


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}


def _checked(
    raw: Mapping[str, Any],
    model: type[BaseModel],
    kind: type[D],
    graph: Graph[Any, D],
    service: LetterPapers[D],
    base_dir: Path,
    today: date,
) -> D:
    found: list[Problem] = []
    try:
        plain = model.model_validate(raw).model_dump(exclude_none=True)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        found = [problem_of(each, model) for each in errors]
        plain = without_places(raw, [each["loc"] for each in errors])
    # None means "not asked" in a file, and the draft's own empty part in the flow.
    given: D = kind.from_answers({name: value for name, value in plain.items() if value is not None})
    draft = completed_letter(graph.prune(given), base_dir, today)
    # Where no paper is needed nothing else is asked, and naming every answer would hide that.
    if not found and graph.path(draft)[-1] == REVIEW:
        found = [Problem(path, "flows.not_asked") for path in graph.dropped(given) if path not in _FORGIVEN]
    named = {each.path for each in found}
    again = service.check(replace(draft, handwriting=given.handwriting), today)
    found += [each for each in again if not _covered(each.path, named)]
    if found:
        raise Invalid(found)
    return draft


def _covered(path: str, named: set[str]) -> bool:
    """Whether this field, or a table around it, was named already."""
    parts: Sequence[str] = path.split(".")
    return any(".".join(parts[:end]) in named for end in range(1, len(parts) + 1))
