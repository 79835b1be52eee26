"""Tables written last, after a second round, and measured before a third."""

from __future__ import annotations

from fresh_tables import Row, room, said, ticked

NORTH: list[Row] = [
    (9, [said("一、网站备案信息", 4)]),
    (11, [said("网站主体名称"), room("target_subject_name"), said("主体备案号码"), room("target_filing_number")]),
    (11, [said("网站首页网址"), room(""), said("已备案域名"), room("target_domains")]),
    (11, [said("网站负责人"), room(""), said("网站名"), room("target_site_name")]),
    (9, [said("二、申请注销方信息", 4)]),
    (11, [said("单位名称或姓名"), room("applicant_name", 3)]),
    (
        11,
        [said("证照名称"), room("applicant_certificate_type"), said("证照编号"), room("applicant_certificate_number")],
    ),
    (11, [said("联系手机"), room("contact_mobile"), said("Email地址"), room("contact_email")]),
    (11, [said("通信地址"), room("", 3)]),
    (35, [said("申请注销原因"), room("reason", 3)]),
    (20, [said("填表人签字"), room(""), said("填表日期"), room("application_date")]),
]
WEST: list[Row] = [
    (11, [said("申请事项"), ticked("□注销备案主体　□注销备案网站", "scope=subject scope=site", 3)]),
    (11, [said("ICP备案/许可证编号"), room("target_filing_number", 3)]),
    (11, [said("备案网站名称及域名"), room("target_site_name"), room("target_domains", 2)]),
    (11, [said("原备案单位"), room("target_subject_name", 3)]),
    (11, [said("现域名所有者"), room("applicant_name", 3)]),
    (11, [said("营业执照注册号（或身份证号）"), room("applicant_certificate_number", 3)]),
    (11, [said("法人代表"), room("legal_representative_name"), said("办公室电话"), room("contact_phone")]),
    (11, [said("经办人"), room("agent_name"), said("经办人联系电话"), room("contact_mobile")]),
    (40, [said("具体理由\n（可另附纸）"), room("reason", 3)]),
    (25, [said("通信管理局\n审核意见"), room("", 3)]),
]
UNIT: list[Row] = [
    (11, [said("申请人类型"), ticked("□单位 □个人", "applicant_kind=unit applicant_kind=individual", 3)]),
    (11, [said("申请人"), room("applicant_name"), said("证件及号码"), room("applicant_certificate_number")]),
    (11, [said("固话"), room("contact_phone"), said("手机"), room("contact_mobile")]),
    (11, [said("要求注销的备案号"), room("target_filing_number", 3)]),
    (11, [said("要求注销的域名"), room("target_domains", 3)]),
    (11, [said("备案信息中的主办单位"), room("target_subject_name", 3)]),
    (11, [said("注销依据"), ticked("□主体冲突 □域名冲突", "ground=subject ground=domain", 3)]),
    (30, [said("说明"), room("reason", 3)]),
]
