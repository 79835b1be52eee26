"""The tables of a deregistration's answers file: names, types, choices, Chinese titles and descriptions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict
from pydantic_core import PydanticCustomError

from app.services.flows.answer_checks import LONGEST_MARK
from app.services.flows.checks import ENCLOSURE_KINDS

_LINE = 1000

Line = Annotated[str, Field(max_length=_LINE)]


def _day(value: object) -> object:
    """A TOML date or an ISO text; a bare number is not taken for seconds since 1970."""
    if isinstance(value, (str, date)) and not isinstance(value, datetime):
        return value
    raise PydanticCustomError("date_type", "a day is expected")


Day = Annotated[date, Strict(False), BeforeValidator(_day)]


class Part(BaseModel):
    """A table of an answers file: only known names, no guessing of types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, str_strip_whitespace=True)


class TicketAnswers(Part):
    """工单：材料属于哪张工单。"""

    number: Line = Field("", title="工单号", description="您的工单系统里的号码，印在封面上。")
    customer: Line = Field("", title="客户", description="客户的称呼，只用于回复。")
    owner: Line = Field("", title="处理人", description="负责这张工单的同事。")


class FilingAnswers(Part):
    """拟注销的备案，照公共查询的结果填写。"""

    scope: Literal["subject", "site"] = Field(
        title="注销范围", description="subject：注销整个主体（名下网站全部注销）；site：只注销一个网站、App 等。"
    )
    number: Line = Field(
        title="备案号",
        description="注销主体填主体备案号，如 粤ICP备12345678号；注销网站填带序号的号码，如 粤ICP备12345678号-1。",
        examples=["粤ICP备12345678号-1"],
    )
    province: Line = Field(
        "",
        title="省份",
        description="可不填。省份只由备案号开头的简称决定；填了就核对，不一致会指出。可写 guangdong、广东、44 或 粤。",
    )
    subject_name: Line = Field("", title="主办单位名称", description="备案上的主办单位或主办人全称。")
    subject_kind: Literal["unit", "individual"] | None = Field(
        None, title="主体性质", description="unit：单位；individual：个人。不知道可不填。"
    )
    certificate_type: Line | None = Field(
        None, title="备案主体证件类型", description="备案上登记的证件类型代码，如 credit_code、id_card。不知道可不填。"
    )
    certificate_number: Line = Field(
        "", title="备案主体证件号码", description="不知道可不填；主体依据时用来核对是否一致。"
    )
    site_name: Line = Field("", title="网站名称", description="只在 scope 为 site 时填写。")
    domains: Annotated[tuple[Line, ...], Strict(False)] = Field(
        (), title="域名", description="拟注销的域名，可写多个；中文域名照写。", max_length=500
    )
    hollow: bool = Field(
        False, title="空壳主体", description="true：公共查询只有主体、没有任何网站和接入服务商。只在注销主体时填写。"
    )
    name_changed: bool = Field(
        False,
        title="名称或证件变更过",
        description="true：申请人的名称或证件与备案不同，附变更证明。只在主体依据时填写。",
    )
    domain_lapsed: bool = Field(
        False, title="域名已过期或被他人注册", description="true：无法提供域名证书，写入理由。不用于域名依据。"
    )
    access_provider: Line = Field("", title="原接入服务商", description="知道就填。")


class ApplicantAnswers(Part):
    """申请单位（或申请人）。"""

    kind: Literal["unit", "individual"] = Field(
        title="申请人性质", description="unit：单位，盖公章；individual：个人，签字。"
    )
    name: Line = Field("", title="申请人名称", description="单位全称或姓名，与证件完全一致。生僻字照写。")
    certificate_type: Line = Field(
        title="证件类型", description="代码，如 credit_code（统一社会信用代码）、id_card（居民身份证）。"
    )
    certificate_number: Line = Field("", title="证件号码", description="按校验码核对。")
    contact_name: Line = Field("", title="联系人姓名", description="个人申请或有经办人时可不填。")
    phone: Line = Field("", title="固定电话", description="如 0531-82092828。可不填。")
    mobile: Line = Field("", title="手机号码", description="11 位手机号码。")
    email: Line = Field("", title="电子邮箱", description="联系人邮箱。")
    legal_representative: Line = Field("", title="法定代表人", description="单位申请时可填；有的省要求其证件复印件。")


class AgentAnswers(Part):
    """经办人：代申请人办理的人。"""

    name: Line = Field("", title="经办人姓名")
    certificate_type: Line = Field(title="经办人证件类型", description="一般为 id_card。")
    certificate_number: Line = Field("", title="经办人证件号码")
    phone: Line = Field("", title="经办人电话")


class AgentLetterAnswers(Part):
    """单位给经办人的授权委托书；没有经办人或个人申请时不填。"""

    way: Literal["make", "enclosed", "later"] | None = Field(
        None,
        title="授权委托书",
        description="make：由本工具制作（不填即是，附件里已有的除外）；enclosed：附件里已有；later：另行提供。",
    )
    legal_certificate_number: Line = Field(
        "", title="法定代表人证件号码", description="不填时在授权委托书上留空，打印后手写。"
    )
    dated: Day | None = Field(None, title="授权日期", description="如 2026-11-23；不填为申请日期。")
    valid_until: Day | None = Field(None, title="授权截止日期", description="不填为授权日期起三个月。")


class MarkAnswers(Part):
    """这一份复印件的水印；不填的照工作台的设置。"""

    written: bool = Field(True, title="加水印", description="false：这一份不加水印。")
    text: Line = Field("", title="水印文字", description=f"不填时写明用途；最多 {LONGEST_MARK} 字。")
    place: Literal["tiled", "middle", "foot"] | None = Field(
        None, title="水印位置", description="tiled：铺满；middle：居中一处；foot：页脚一处。"
    )
    strength: Literal["light", "normal", "strong"] | None = Field(
        None, title="水印深浅", description="light：浅；normal：适中；strong：深。"
    )


class EnclosureAnswers(Part):
    """一份附件。"""

    kind: Literal[
        "id_card_copy",
        "unit_certificate_copy",
        "domain_certificate",
        "whois_screenshot",
        "legal_representative_id_copy",
        "agent_id_copy",
        "authorization_letter",
        "change_proof",
        "holding_photo",
        "free_letter",
        "other",
    ] = Field(title="附件类型", description="；".join(f"{kind}：{title}" for kind, title in ENCLOSURE_KINDS.items()))
    file: Line = Field(title="文件", description="JPEG、PNG、HEIC 或 PDF；相对路径从答案文件所在文件夹算起。")
    note: Line = Field("", title="说明", description="印在封面的材料清单上。")
    mark: MarkAnswers | None = Field(None, title="水印", description="不填时照工作台的设置。")


class DeregistrationAnswers(Part):
    """线下注销备案的答案文件。"""

    ticket: TicketAnswers = Field(TicketAnswers(), title="工单")
    filing: FilingAnswers = Field(title="拟注销备案")
    relation: Literal["own", "other"] = Field(
        title="申请类别", description="own：注销本单位（本人）备案；other：注销他单位备案。"
    )
    ground: Literal["subject", "domain"] = Field(
        title="申请依据",
        description="subject：主体依据（名称、证件与备案一致）；domain：域名依据（申请人是域名持有者）。",
    )
    provider_known: bool | None = Field(
        None, title="知道原接入服务商", description="只在注销本单位备案时填写；false：无法确认是在哪家办的。"
    )
    can_log_in: bool | None = Field(
        None, title="能登录原备案系统", description="只在注销本单位备案时填写；能登录的在线办理，不出纸质材料。"
    )
    paper_anyway: bool = Field(
        False,
        title="仍用纸质办理",
        description="true：能在线办理，但这位客户办不成（如收不到短信、不是要新增网站），仍出纸质材料。",
    )
    applicant: ApplicantAnswers = Field(title="申请人")
    agent: AgentAnswers | None = Field(None, title="经办人")
    letter: AgentLetterAnswers | None = Field(None, title="授权委托书")
    reason: Annotated[str, Field(max_length=20_000)] = Field(
        "", title="注销理由", description="不填时按情况写一段常用理由。"
    )
    application_date: Day | None = Field(None, title="申请日期", description="如 2026-11-23；不填为当天。")
    suffix_confirmation: Line = Field(
        "",
        title="后缀确认",
        description="域名后缀未获批复（或查不到批复）时必填：把域名照抄一遍，表示知道注销后可能不能再备案。多个用空格分开。",
    )
    enclosures: Annotated[tuple[EnclosureAnswers, ...], Strict(False)] = Field((), title="附件", max_length=100)
    handwriting: Annotated[tuple[Line, ...], Strict(False)] = Field(
        (), title="留空手写", description="这些项在表上留空、打印后用笔填写，如 applicant.email。", max_length=50
    )
