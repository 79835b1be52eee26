"""Tables written after the first guess was bettered with the fresh ones, to be measured once and left alone since."""

from __future__ import annotations

from fresh_tables import Row, room, said, ticked

PROVIDER: list[Row] = [
    (10, [said("注销备案主办单位名称"), room("target_subject_name", 3)]),
    (10, [said("注销备案号（主体备案号或网站备案号“-X”）"), room("target_filing_number", 3)]),
    (20, [said("注销域名列表"), room("target_domains", 3)]),
    (30, [said("注销原因"), room("reason", 3)]),
    (10, [said("申请人信息（可与备案信息不一致）", 4)]),
    (10, [said("名称"), room("applicant_name"), said("证件号码"), room("applicant_certificate_number")]),
    (10, [said("联系人"), room("contact_name"), said("联系电话"), room("contact_mobile")]),
    (30, [said("盖章/签名"), room("", 3)]),
]
CENTRAL: list[Row] = [
    (10, [said("网站主办者名称"), room("target_subject_name"), said("备案编号"), room("target_filing_number")]),
    (10, [said("网站名称"), room("target_site_name"), said("域名"), room("target_domains")]),
    (10, [said("申请注销单位（个人）"), room("applicant_name", 3)]),
    (10, [said("有效证件类型"), room("applicant_certificate_type"), said("有效证件号"), room("applicant_certificate_number")]),
    (10, [said("单位法人"), room("legal_representative_name"), said("经办人姓名"), room("agent_name")]),
    (10, [said("经办人身份证号码"), room("agent_certificate_number"), said("经办人手机"), room("contact_mobile")]),
    (10, [said("注销类型"), ticked("□注销主体 □注销网站", "scope=subject scope=site", 3)]),
    (40, [said("申请注销的理由及说明"), room("reason", 3)]),
]  # fmt: skip
COAST: list[Row] = [
    (9, [said("第一部分 备案信息", 4)]),
    (10, [said("主体备案号"), room("target_filing_number"), said("主体名称"), room("target_subject_name")]),
    (10, [said("证件类型"), room("target_certificate_type"), said("证件号"), room("target_certificate_number")]),
    (10, [said("需注销的域名"), room("target_domains", 3)]),
    (9, [said("第二部分 申请人", 4)]),
    (10, [said("单位/个人名称"), room("applicant_name"), said("证件号"), room("applicant_certificate_number")]),
    (10, [said("办公电话"), room("contact_phone"), said("手机"), room("contact_mobile")]),
    (10, [said("邮箱"), room("contact_email", 3)]),
    (14, [said("申请类别"), ticked("○ 本单位　○ 他单位", "relation=own relation=other", 3)]),
    (14, [said("依据"), ticked("○ 主体冲突　○ 域名冲突", "ground=subject ground=domain", 3)]),
    (30, [said("事由"), room("reason", 3)]),
    (9, [said("第三部分 以下由管理部门填写", 4)]),
    (10, [said("受理人"), room(""), said("日期"), room("")]),
]
LEAST: list[Row] = [
    (11, [said("备案号")]),
    (11, [room("target_filing_number")]),
    (11, [said("域名")]),
    (11, [room("target_domains")]),
    (11, [said("主办单位名称")]),
    (11, [room("target_subject_name")]),
    (11, [said("联系人姓名")]),
    (11, [room("contact_name")]),
    (11, [said("联系人固定电话")]),
    (11, [room("contact_phone")]),
    (11, [said("联系人邮箱")]),
    (11, [room("contact_email")]),
    (11, [said("备案注销原因")]),
    (30, [room("reason")]),
]
NARROW: list[Row] = [
    (12, [said("备案\n号"), room("target_filing_number"), said("原主办\n单位"), room("target_subject_name")]),
    (12, [said("拟注销\n域名"), room("target_domains"), said("网站\n名称"), room("target_site_name")]),
    (12, [said("申请\n单位"), room("applicant_name"), said("信用\n代码"), room("applicant_certificate_number")]),
    (12, [said("联系\n人"), room("contact_name"), said("手机\n号码"), room("contact_mobile")]),
    (40, [said("注销\n理由"), room("reason", 3)]),
]
