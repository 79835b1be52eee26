"""Tables of other natures than all before: counted rows, columns for two sides, group cells, English first; measured unseen."""

from __future__ import annotations

from fresh_tables import Row, room, said, ticked

# A running number before every label, and the room behind it.
COUNTED: list[Row] = [
    (9, [said("序号"), said("项目"), said("填写内容", 2)]),
    (11, [said("1"), said("拟注销的ICP备案/许可证号"), room("target_filing_number", 2)]),
    (11, [said("2"), said("拟注销备案的主体名称"), room("target_subject_name", 2)]),
    (11, [said("3"), said("涉及网站域名"), room("target_domains", 2)]),
    (11, [said("4"), said("申请单位全称（个人填写姓名）"), room("applicant_name", 2)]),
    (11, [said("5"), said("统一社会信用代码/身份证号码"), room("applicant_certificate_number", 2)]),
    (11, [said("6"), said("联系人姓名"), room("contact_name", 2)]),
    (11, [said("7"), said("联系人手机号码"), room("contact_mobile", 2)]),
    (11, [said("8"), said("联系人电子邮箱"), room("contact_email", 2)]),
    (45, [said("9"), said("申请注销的理由及相关说明"), room("reason", 2)]),
]
# What is asked for once for the holder of the filing and once for who applies.
SIDES: list[Row] = [
    (10, [said("信息项"), said("被注销备案主体"), said("申请人")]),
    (11, [said("名称"), room("target_subject_name"), room("applicant_name")]),
    (11, [said("证件类型"), room("target_certificate_type"), room("applicant_certificate_type")]),
    (11, [said("证件号码"), room("target_certificate_number"), room("applicant_certificate_number")]),
    (11, [said("ICP备案号"), room("target_filing_number", 2)]),
    (11, [said("网站域名"), room("target_domains", 2)]),
    (11, [said("联系人及电话"), room("contact_name"), room("contact_mobile")]),
    (40, [said("注销原因"), room("reason", 2)]),
    (14, [said("承诺"), said("本人（单位）承诺以上内容真实，如有虚假愿承担一切法律责任。", 2)]),
]
# Cells over several rows name the group, upright.
GROUPED: list[Row] = [
    (11, [said("备\n案\n信\n息", 1, 4), said("备案性质"), room(""), said("主体备案号"), room("target_filing_number")]),
    (11, [said("主办者名称"), room("target_subject_name", 3)]),
    (
        11,
        [
            said("主办者证件类型"),
            room("target_certificate_type"),
            said("主办者证件号"),
            room("target_certificate_number"),
        ],
    ),
    (11, [said("网站名称"), room("target_site_name"), said("网站域名"), room("target_domains")]),
    (11, [said("申\n请\n方", 1, 4), said("申请方名称"), room("applicant_name", 3)]),
    (
        11,
        [said("证件类型"), room("applicant_certificate_type"), said("证件号码"), room("applicant_certificate_number")],
    ),
    (11, [said("法定代表人（负责人）"), room("legal_representative_name"), said("座机"), room("contact_phone")]),
    (11, [said("移动电话"), room("contact_mobile"), said("电子邮件"), room("contact_email")]),
    (40, [said("注\n销\n事\n由", 1, 1), room("reason", 4)]),
    (30, [said("省\n局\n意\n见", 1, 1), room("", 4)]),
]
# English first, the answers below their labels within the same row of cells.
ENGLISH: list[Row] = [
    (9, [said("Part A  Filing to be cancelled 拟注销备案", 4)]),
    (
        13,
        [
            said("Filing number\n备案编号"),
            room("target_filing_number"),
            said("Holder of filing\n备案主体"),
            room("target_subject_name"),
        ],
    ),
    (
        13,
        [
            said("Website name\n网站名称"),
            room("target_site_name"),
            said("Domain name(s)\n域名"),
            room("target_domains"),
        ],
    ),
    (9, [said("Part B  Applicant 申请单位（个人）", 4)]),
    (13, [said("Name of applicant\n名称"), room("applicant_name", 3)]),
    (
        13,
        [
            said("Type of certificate\n证件类别"),
            room("applicant_certificate_type"),
            said("Certificate number\n证件号"),
            room("applicant_certificate_number"),
        ],
    ),
    (13, [said("Contact person\n联络人"), room("contact_name"), said("Mobile phone\n手机"), room("contact_mobile")]),
    (13, [said("Telephone\n电话"), room("contact_phone"), said("E-mail\n邮箱"), room("contact_email")]),
    (9, [said("Part C  Grounds 注销理由", 4)]),
    (40, [room("reason", 4)]),
    (
        13,
        [said("Date of application\n申请日期"), room("application_date"), said("Signature / seal\n签字盖章"), room("")],
    ),
]
# Three pairs to a row, a cell for each pair, and words of an access provider's own service desk.
DESK: list[Row] = [
    (10, [said("申请事由"), ticked("□网站注销　□主体注销", "scope=site scope=subject", 5)]),
    (
        10,
        [
            said("备案人"),
            room("target_subject_name"),
            said("备案证号"),
            room("target_filing_number"),
            said("备案域名"),
            room("target_domains"),
        ],
    ),
    (10, [said("申报单位"), room("applicant_name", 3), said("单位代码证号"), room("applicant_certificate_number")]),
    (
        10,
        [
            said("申报人"),
            room("contact_name"),
            said("手机号"),
            room("contact_mobile"),
            said("固定电话"),
            room("contact_phone"),
        ],
    ),
    (10, [said("邮箱地址"), room("contact_email", 2), said("申报日期"), room("application_date", 2)]),
    (40, [said("情况说明"), room("reason", 5)]),
    (20, [said("受理意见"), room("", 5)]),
]
