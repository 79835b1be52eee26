"""What is filled in when paper is measured: values of a form, and answers of a whole packet, another one each time."""

from __future__ import annotations

import random
from typing import Any

from app.services.demo_pictures import picture
from bench import data

TODAY_ZH = "2026年11月23日"
REASONS = (
    "域名已转让，原备案主体与现持有者不一致，现申请注销。",
    "原单位已注销，网站早已停止解析，域名由我单位持有，需要重新备案，特此申请注销该备案信息。",
    "原接入服务商已停止服务，无法登录原备案系统，申请注销。",
)


def form_values(dice: random.Random, prefix: str = "粤", region: str = "440103") -> dict[str, Any]:
    """Values of a deregistration form, everything filled in."""
    subject = next(data.subjects(1, dice.randrange(1 << 30)))
    return {
        "applicant_name": subject["name"], "applicant_mobile": "13800138000", "application_date": TODAY_ZH,
        "relation": "other", "ground": "domain", "scope": "site", "hollow": "",
        "target_subject_name": next(data.subjects(1, dice.randrange(1 << 30)))["name"],
        "target_certificate_type": "营业执照", "target_certificate_number": data.credit_code(dice, region),
        "target_filing_number": f"{prefix}ICP备{dice.randrange(10_000_000, 30_000_000)}号-1",
        "target_site_name": "样例资讯网", "target_domains": (f"sample{dice.randrange(10**6)}.example.com",),
        "reason": dice.choice(REASONS), "applicant_kind": "unit", "applicant_certificate_type": "营业执照",
        "applicant_certificate_number": data.credit_code(dice, region), "contact_name": data.person(dice),
        "contact_phone": "020-88880000", "contact_mobile": "13800138000", "contact_email": "contact@example.com",
        "agent_name": data.person(dice), "agent_certificate_number": data.identity_number(dice, region),
        "legal_representative_name": data.person(dice), "handwriting": (),
    }  # fmt: skip


def answers(dice: random.Random, enclosure: str) -> dict[str, Any]:
    """Answers of a deregistration in Guangdong with one enclosure: check list, form and certificate are three documents."""
    values = form_values(dice)
    return {
        "relation": "other", "ground": "domain", "reason": values["reason"],
        "ticket": {"number": f"GD{dice.randrange(10**9):09d}", "customer": "样例客户"},
        "filing": {
            "scope": "site", "number": values["target_filing_number"], "subject_name": values["target_subject_name"],
            "subject_kind": "unit", "site_name": values["target_site_name"], "domains": list(values["target_domains"]),
        },
        "applicant": {
            "kind": "unit", "name": values["applicant_name"], "certificate_type": "credit_code",
            "certificate_number": values["applicant_certificate_number"], "contact_name": values["contact_name"],
            "phone": "020-88880000", "mobile": "13800138000", "email": "contact@example.com",
        },
        "enclosures": [{"kind": "domain_certificate", "file": enclosure}],
    }  # fmt: skip


def certificate() -> bytes:
    """An enclosure: a page of A4 at 150 dpi as PNG."""
    return picture("domain")
