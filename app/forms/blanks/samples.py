"""Fictional values to try a mapping with: ordinary, longest, rarest, and none. Nobody's data."""

from __future__ import annotations

from collections.abc import Mapping as Table
from enum import StrEnum
from types import MappingProxyType

from app.forms.blanks.model import Mapping, PlaceKind
from app.forms.fit import Value


class Sample(StrEnum):
    """Which values a test fill takes."""

    ORDINARY = "ordinary"
    LONGEST = "longest"
    RARE = "rare"
    EMPTY = "empty"


_ORDINARY: Table[str, Value] = MappingProxyType(
    {
        "applicant_name": "示例商贸有限公司",
        "applicant_mobile": "13800138000",
        "application_date": "2026年11月23日",
        "target_subject_name": "示例旧主网络有限公司",
        "target_certificate_type": "营业执照",
        "target_certificate_number": "91110000000000000X",
        "target_filing_number": "京ICP备12345678号-1",
        "target_site_name": "示例网站",
        "target_domains": ("example.com", "示例.中国"),
        "reason": "本单位已购得上述域名，原备案信息与现持有人不符，特申请注销。",
        "applicant_certificate_type": "营业执照",
        "applicant_certificate_number": "91110000000000000X",
        "contact_name": "张三",
        "contact_mobile": "13800138000",
        "contact_phone": "010-12345678",
        "contact_email": "contact@example.com",
        "legal_representative_name": "李四",
        "agent_name": "王五",
        "agent_certificate_number": "110101190001010014",
        "unit_name": "示例商贸有限公司",
        "unit_certificate_type": "营业执照",
        "unit_certificate_number": "91110000000000000X",
        "authorized_name": "张三",
        "authorized_certificate_type": "居民身份证",
        "authorized_certificate_number": "110101190001010014",
        "authorized_position": "网站管理员",
        "legal_certificate_number": "110101190001010014",
        "filing_number": "京ICP备12345678号",
        "provider_name": "示例云计算有限公司",
        "source_account": "example@example.com",
        "target_uid": "1234567890123456",
        "old_mailbox": "old@example.com",
        "new_mailbox": "new@example.com",
        "letter_date": "2026年11月23日",
        "valid_until": "2027年2月23日",
        "domains": ("example.com",),
        "authority": "示例省通信管理局",
        "recipient": "示例省通信管理局",
        "current_name": "示例商贸有限公司",
        "former_name": "示例旧名商贸有限公司",
        "former_certificate_number": "91110000000000000X",
        "changed_on": "2026年3月1日",
        "matter": "变更备案主体名称",
        "proof": "名称变更核准通知书",
    }
)
_RARE: Table[str, Value] = MappingProxyType(
    {
        "applicant_name": "䶮𬭎𬍛㛃𠅤示例商贸有限公司",
        "target_subject_name": "𬭎𬍛阿卜杜拉·买买提示例网络工作室",
        "target_site_name": "㛃䶮的示例网站",
        "contact_name": "欧阳䶮𬭎",
        "unit_name": "䶮𬭎𬍛㛃𠅤示例商贸有限公司",
        "authorized_name": "欧阳䶮𬭎",
        "legal_representative_name": "阿依古丽·阿卜杜热合曼𬍛",
        "agent_name": "㛃𠅤",
    }
)
_LONG_NAME = "示例省示例自治州示例市经济技术开发区数字信息科技发展集团股份有限公司第一分公司网络运营中心"
_LONGEST: Table[str, Value] = MappingProxyType(
    {
        "applicant_name": _LONG_NAME,
        "target_subject_name": _LONG_NAME,
        "target_site_name": _LONG_NAME,
        "target_certificate_type": "民办非企业单位登记证书",
        "applicant_certificate_type": "民办非企业单位登记证书",
        "target_filing_number": "京ICP备1234567890号-12345",
        "target_domains": tuple(f"a-long-example-name-{number}.example.com" for number in range(1, 61)),
        "reason": "本单位是上述域名的注册人，原备案主体早已停止使用，且无法联系原接入服务商办理，特申请注销。" * 30,
        "contact_name": "阿卜杜热合曼·阿卜杜克热木·买买提",
        "unit_name": _LONG_NAME,
        "current_name": _LONG_NAME,
        "former_name": _LONG_NAME,
        "provider_name": _LONG_NAME,
        "authorized_name": "阿卜杜热合曼·阿卜杜克热木·买买提",
        "unit_certificate_type": "民办非企业单位登记证书",
        "filing_number": "京ICP备1234567890号-12345",
        "source_account": "an.unusually.long.account.name@mail.example.com",
        "old_mailbox": "an.unusually.long.mailbox@mail.example.com",
        "new_mailbox": "an.unusually.long.mailbox@mail.example.com",
        "legal_representative_name": "阿卜杜热合曼·阿卜杜克热木·买买提",
        "contact_email": "an.unusually.long.mailbox@mail.example.com",
    }
)


def sample_values(mapping: Mapping, sample: Sample, prefix: str = "") -> dict[str, Value]:
    """Values for every field of a mapping; of each choice the first box is ticked.

    Args:
        prefix: the character that filing numbers of the province begin with.
    """
    if sample is Sample.EMPTY:
        return {}
    values = dict(_ORDINARY)
    if sample is Sample.RARE:
        values |= _RARE
    elif sample is Sample.LONGEST:
        values |= _LONGEST
    if prefix:
        values["target_filing_number"] = prefix + str(values["target_filing_number"])[1:]
    for place in mapping.places:
        if place.kind is PlaceKind.TICK and place.field:
            values.setdefault(place.field, place.value)
    return {field: value for field, value in values.items() if field in mapping.fields()}
