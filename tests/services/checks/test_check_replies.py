"""Replies to findings: filled from what was found and from the records, gaps named, nothing secret, the case leading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

import pytest

from app.db.database import Database
from app.messages import Messages
from app.services.cases import Cases
from app.services.checks.cases import CheckCases
from app.services.checks.domains import DomainChecks, DomainOptions
from app.services.checks.facts import check_facts
from app.services.checks.hollow import HollowChecks, HollowOptions
from app.services.checks.names import check_names
from app.services.checks.replies import CheckReplies

TODAY = date(2026, 11, 23)
NUMBER = "91110000000000012X"
FACTS = {
    "filing_type": "first_filing",
    "subject": {"name": "示例科技有限公司", "certificate_type": "credit_code", "certificate_number": NUMBER, "province": "ningxia"},
    "domains": [{"domain": "shili.org", "holder_name": "李样例", "relation": "legal_rep", "holder_certificate_number": NUMBER,
                 "expires_on": "2026-12-01", "real_name": False}],
}  # fmt: skip


def said(reason: str, facts: Mapping[str, str]) -> str:
    return Messages("zh").text(f"checks.rule_{reason}", facts)


@pytest.fixture
def replies(database: Database) -> CheckReplies:
    return CheckReplies(database, actor="王五")


@pytest.fixture
def domains(database: Database, clock: Callable[[], datetime]) -> DomainChecks:
    return DomainChecks(database, actor="王五", clock=clock)


def test_each_rule_that_failed_has_its_reply(replies: CheckReplies, domains: DomainChecks) -> None:
    (row,) = domains.each(domains.run(check_facts(FACTS), DomainOptions()).id)
    found = {each.about: each for each in replies.of_domain(row, said, TODAY)}
    assert set(found) == {
        "",
        "域名已完成实名认证",
        "持有者与备案主体一致",
        "域名在有效期内",
        "顶级域已获批复",
        "待证据",
    }
    holder = found["持有者与备案主体一致"]
    assert holder.template.id == "domain_verification_fix.request_materials"
    assert "shili.org" in holder.copy.plain and "该省不接受域名在这类人名下" in holder.copy.plain
    assert "把域名过户到备案主体名下" in holder.copy.plain and "宁夏接受域名持有者为单位本身" in holder.copy.plain
    assert "3 至 5 个工作日" in holder.copy.plain and "<p>" in holder.copy.html
    # Nobody knows the customer's system prompt or the notice's date: they are gaps, never made up.
    gaps = {each.name for each in holder.copy.filled.missing}
    assert {"customer_name", "failure_prompt", "deadline"} <= gaps
    whole = found[""].copy.plain
    assert "续费" in whole and "把域名过户到备案主体名下" in whole
    assert NUMBER not in "".join(each.copy.plain for each in found.values())
    assert "注册商" in found["待证据"].copy.plain or "WHOIS" in found["待证据"].copy.plain


def test_a_domain_that_passes_needs_no_reply_and_an_open_one_asks(replies: CheckReplies, domains: DomainChecks) -> None:
    facts = check_facts(FACTS | {"domains": [{"domain": "shili.cn"}]})
    (row,) = domains.each(domains.run(facts, DomainOptions()).id)
    (asked,) = replies.of_domain(row, said, TODAY)
    assert asked.template.id == "domain_verification_fix.materials_incomplete" and asked.about == ""
    assert "域名证书" in asked.copy.plain


def test_the_case_leads_and_keeps_the_reply(replies: CheckReplies, domains: DomainChecks, database: Database) -> None:
    run = domains.run(check_facts(FACTS), DomainOptions())
    (row,) = domains.each(run.id)
    assert row.id is not None
    change = CheckCases(database, actor="王五").domain([row], TODAY, replies={row.id: "您好，……"})
    (case_id,) = change.cases
    case = Cases(database, actor="王五").get(case_id)
    assert case.note == "给客户的回复：\n您好，……" and case.due_on is not None
    Cases(database, actor="王五").update(case, {"customer": "样例客户", "ticket_number": "T1"})
    (again,) = domains.each(run.id)
    first = replies.of_domain(again, said, TODAY)[0]
    assert "样例客户，您好" in first.copy.plain and "T1" in first.copy.plain


def test_a_hollow_sites_reply_says_where_it_leads(
    replies: CheckReplies, database: Database, clock: Callable[[], datetime], options: HollowOptions
) -> None:
    checks = HollowChecks(database, actor="王五", clock=clock)
    run = checks.run(check_names([(1, "hongkong.cn good.cn gone.cn silent.cn")]).names, options)
    rows = {row.domain: row for row in checks.each(run.id)}
    wording = Messages("zh")

    def reason(key: str, _facts: Mapping[str, str]) -> str:
        return wording.text(f"checks.reason_{key}")

    (hong_kong,) = replies.of_hollow(rows["hongkong.cn"], reason, TODAY)
    assert "198.51.100.1" in hong_kong.copy.plain and "中国香港" in hong_kong.copy.plain
    (gone,) = replies.of_hollow(rows["gone.cn"], reason, TODAY)
    assert "没有解析记录" in gone.copy.plain
    assert (
        replies.of_hollow(rows["good.cn"], reason, TODAY) == replies.of_hollow(rows["silent.cn"], reason, TODAY) == ()
    )
