"""The tables of the fresh blanks, in the words and the order of published tables of several provinces.

A row is a list of cells `(words, field, columns, rows)`; a cell with a field is one to be filled in. `=name` in a field
ticks a choice: its words hold box characters, and the field lists what each stands for, in their order.
"""

from __future__ import annotations

Cell = tuple[str, str, int, int]
Row = tuple[float, list[Cell]]


def said(words: str, columns: int = 1, rows: int = 1) -> Cell:
    """Printed words."""
    return words, "", columns, rows


def room(field: str = "", columns: int = 1, rows: int = 1) -> Cell:
    """Room to write in; without a field it is not for us."""
    return "", field or "-", columns, rows


def ticked(words: str, choices: str, columns: int = 1) -> Cell:
    """Choices with a box each: `relation=own relation=other`."""
    return words, choices, columns, 1


# Four columns each. The administration's part is filled in by nobody here.
SOUTH: list[Row] = [
    (9, [said("Ⅰ.注销备案信息", 4)]),
    (
        16,
        [
            said("申请类别*"),
            ticked("○注销本单位备案主体（原则上不受理）　○注销其他主体备案", "relation=own relation=other", 3),
        ],
    ),
    (11, [said("申请依据*"), ticked("□主体依据　□域名依据", "ground=subject ground=domain", 3)]),
    (11, [said("拟注销备案主办单位名称*"), room("target_subject_name", 3)]),
    (11, [said("拟注销备案号*"), room("target_filing_number", 3)]),
    (14, [said("拟注销域名*"), room("target_domains", 3)]),
    (40, [said("备案注销申请理由*"), room("reason", 3)]),
    (9, [said("Ⅱ.申请单位信息（必填）", 4)]),
    (11, [said("主办单位名称*"), room("applicant_name", 2), said("公章（个人签字）", 1, 6)]),
    (11, [said("主办单位证件类型*"), room("applicant_certificate_type", 2)]),
    (11, [said("主办单位证件号码*"), room("applicant_certificate_number", 2)]),
    (11, [said("联系人姓名*"), room("contact_name", 2)]),
    (11, [said("联系人手机*"), room("contact_mobile", 2)]),
    (11, [said("联系人邮箱*"), room("contact_email", 2)]),
    (9, [said("Ⅲ.处理结果（以下由通信管理局填写）", 4)]),
    (11, [said("处理日期"), room("", 3)]),
    (11, [said("备注"), room("", 3)]),
]
CAPITAL: list[Row] = [
    (10, [said("备　案　号："), room("target_filing_number"), said("网 站 名 称："), room("target_site_name")]),
    (10, [said("注 销 域 名："), room("target_domains", 3)]),
    (
        10,
        [
            said("申请类别："),
            ticked("□ 注销本单位备案", "relation=own"),
            said("　"),
            ticked("□ 注销他单位备案", "relation=other"),
        ],
    ),
    (
        24,
        [
            said("申请依据：\n（二选一）"),
            ticked(
                "□ 主体依据（证件类型、证件号码相同）\n□ 域名依据（附域名注册证书）", "ground=subject ground=domain", 3
            ),
        ],
    ),
    (10, [said("申请人（单位）名称："), room("applicant_name", 3)]),
    (
        10,
        [
            said("证 件 类 型："),
            room("applicant_certificate_type"),
            said("证 件 号 码："),
            room("applicant_certificate_number"),
        ],
    ),
    (10, [said("联　系　人："), room("contact_name"), said("手　　　机："), room("contact_mobile")]),
    (10, [said("固 定 电 话："), room("contact_phone"), said("电 子 邮 件："), room("contact_email")]),
    (45, [said("注 销 原 因："), room("reason", 3)]),
    (30, [said("申请单位盖章\n（个人签字）"), room("", 1), said("管局意见"), room("", 1)]),
]
EAST: list[Row] = [
    (10, [said("原备案情况", 1, 4), said("备案/许可证号"), room("target_filing_number", 2)]),
    (10, [said("备案主体"), room("target_subject_name", 2)]),
    (10, [said("主体证件（类型）"), room("target_certificate_type", 2)]),
    (10, [said("主体证件（号码）"), room("target_certificate_number", 2)]),
    (10, [said("申请人情况", 1, 5), said("姓名/单位名称"), room("applicant_name", 2)]),
    (10, [said("有效证件种类及号码"), room("applicant_certificate_type"), room("applicant_certificate_number")]),
    (10, [said("法定代表人（负责人）"), room("legal_representative_name", 2)]),
    (10, [said("联系人及手机"), room("contact_name"), room("contact_mobile")]),
    (10, [said("E-mail"), room("contact_email", 2)]),
    (10, [said("涉及域名"), room("target_domains", 3)]),
    (35, [said("注销事由"), room("reason", 3)]),
    (30, [said("单位签章"), room("", 1), said("受理情况"), room("", 1)]),
]
PLAIN: list[Row] = [
    (12, [said("（1）需要注销的 ICP 备案编号"), room("target_filing_number", 3)]),
    (12, [said("（2）该备案的主办者"), room("target_subject_name", 3)]),
    (12, [said("（3）所含网站的域名【可附页】"), room("target_domains", 3)]),
    (12, [said("（4）申请方全称"), room("applicant_name", 3)]),
    (12, [said("（5）申请方营业执照编码"), room("applicant_certificate_number", 3)]),
    (12, [said("（6）经办人"), room("agent_name"), said("经办人身份证件号"), room("agent_certificate_number")]),
    (12, [said("（7）手机号"), room("contact_mobile"), said("座机"), room("contact_phone")]),
    (12, [said("（8）电邮"), room("contact_email", 3)]),
    (40, [said("（9）为什么要注销"), room("reason", 3)]),
]
CENTRE: list[Row] = [
    (9, [said("被注销备案信息 Filing to be deregistered", 4)]),
    (
        12,
        [
            said("ICP备案号\nICP filing No."),
            room("target_filing_number"),
            said("主办单位\nOrganizer"),
            room("target_subject_name"),
        ],
    ),
    (12, [said("网站名称\nWebsite name"), room("target_site_name"), said("域名\nDomain"), room("target_domains")]),
    (9, [said("申请单位 Applicant", 4)]),
    (12, [said("单位全称\nFull name"), room("applicant_name", 3)]),
    (
        12,
        [
            said("证件类型\nCertificate"),
            room("applicant_certificate_type"),
            said("证件号码\nNo."),
            room("applicant_certificate_number"),
        ],
    ),
    (12, [said("联系人\nContact"), room("contact_name"), said("联系电话\nTelephone"), room("contact_mobile")]),
    (30, [said("注销理由\nReason"), room("reason", 3)]),
]
LISTED: list[Row] = [
    (10, [said("序号"), said("网站备案号"), said("网站名称"), said("域名")]),
    (11, [said("1"), room("target_filing_number"), room("target_site_name"), room("target_domains")]),
    (10, [said("申请单位"), room("applicant_name", 3)]),
    (10, [said("社会信用代码"), room("applicant_certificate_number", 3)]),
    (10, [said("联系人"), said("姓名"), said("移动电话"), said("邮箱")]),
    (11, [said("　"), room("contact_name"), room("contact_mobile"), room("contact_email")]),
    (30, [said("情况说明"), room("reason", 3)]),
]
NOTES = [
    "填表说明",
    "一、本表用于注销本省的备案信息，只受理以本省简称开头的备案号。",
    "二、主体依据：申请人与备案主办单位的名称、证件类型、证件号码须一致。",
    "三、域名依据：申请人须为域名所有者，并附域名注册证书。",
    "四、用A4纸打印，黑色签字笔填写，单位须加盖公章，个人须签字。",
]
LINES = [
    "本　人／单　位：____________________　（证件号码：______________________）",
    "现申请注销备案号为________________________的备案，",
    "该备案的主办单位为__________________________，涉及域名：____________________。",
    "申请理由：______________________________________________________",
    "联系人：________________　手机号码：________________　电子邮箱：__________________",
    "申请人（盖章）：　　　　　　　　　　　　　　____年____月____日",
]
LETTER = [
    "委托单位：________________________",
    "统一社会信用代码：____________________________",
    "兹委托__________（身份证号码：______________________）办理我单位ICP备案信息转移事宜。",
    "备案号：____________________",
    "原账号：______________________  转入账号UID：____________________",
    "本委托书有效期至____年__月__日。",
    "法定代表人（签字）：________________",
    "法定代表人身份证号：____________________",
    "委托单位（盖章）：",
    "授权日期：　　　　年　　月　　日",
]
LINE_FIELDS = ["applicant_name", "applicant_certificate_number", "target_filing_number", "target_subject_name", "target_domains",
               "reason", "contact_name", "contact_mobile", "contact_email", "application_date/year",
               "application_date/month", "application_date/day"]  # fmt: skip
FORM_FIELDS = [("备案号", "target_filing_number", "filing_no"), ("主办单位名称", "target_subject_name", "old_owner"),
               ("域名", "target_domains", "Text Box 3"), ("申请单位", "applicant_name", "Text Box 4"),
               ("证件号码", "applicant_certificate_number", "Text Box 5"), ("联系人", "contact_name", "contact"),
               ("联系电话", "contact_mobile", "Text Box 7"), ("邮箱", "contact_email", "email"),
               ("注销原因", "reason", "Text Box 9")]  # fmt: skip
