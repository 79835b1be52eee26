"""The special audit at the desk: reasons found in a notice, one plan, a case with the notice's own deadline."""

from datetime import date

import pytest

from app.db.database import Database
from app.errors import UserError
from app.rules.audit_reasons import Outcome
from app.services.audit_plans import AuditPlans
from app.services.case_starts import CaseStart
from app.services.cases import Cases

TODAY = date(2026, 11, 23)
NOTICE = (
    "尊敬的用户：您的备案信息核查不合格：1. 主办单位名称不合格, 单位名称已发生变更；"
    "2. 备案主体/网站负责人手机号不合格。请于12月10日前整改。"
)


def test_reasons_are_found_in_the_notice() -> None:
    found = AuditPlans.reasons_in(NOTICE)
    assert [each.id for each in found] == ["subject_name_invalid", "lead_phone_invalid"]
    assert AuditPlans.reasons_in("想取消接入") == ()
    assert len(AuditPlans.reasons()) == 15


def test_a_plan_needs_a_reason() -> None:
    with pytest.raises(UserError) as caught:
        AuditPlans.plan(())
    assert caught.value.code == "guide.plan_without_reasons"


def test_the_check_list_goes_questions_papers_changes_procedures() -> None:
    plan = AuditPlans.plan(each.id for each in AuditPlans.reasons_in(NOTICE))
    lines = AuditPlans.check_list(plan)
    titles = [each.title for each in lines]
    assert len(titles) == len(set(titles))
    papers = [place for place, each in enumerate(lines) if each.material]
    asked = [place for place, each in enumerate(titles) if "问清楚" in each]
    procedures = [place for place, each in enumerate(titles) if each.startswith("客服：办理")]
    assert max(asked) < min(papers)
    assert max(papers) < min(procedures)
    assert titles[-1] == "客服：对照通知逐条复核，回复客户"


def test_a_case_is_begun_from_the_plan(database: Database) -> None:
    plans = AuditPlans(database, actor="小林")
    plan = plans.plan(["subject_name_invalid", "domain_expired"])
    start = CaseStart("", ticket_number="T-9", customer="王女士")
    case_id, change = plans.start(plan, start, TODAY, due_on=date(2026, 12, 10))
    assert change.cases == {case_id}
    whole = Cases(database, actor="小林").whole(case_id)
    assert whole.case.procedure == "special_audit_rectification"
    assert whole.case.due_on == date(2026, 12, 10)
    assert whole.case.due_steps[0]["zh"] == "核查通知写明的整改截止日期"
    assert [each.title for each in whole.items] == [each.title for each in plans.check_list(plan)]
    wanted = {each.title for each in plans.check_list(plan) if each.material}
    assert {each.title for each in whole.materials} == wanted
    assert {each.material_id for each in whole.items if each.material_id} == {each.id for each in whole.materials}


def test_an_overdue_case_is_asked_to_its_end() -> None:
    at = AuditPlans.first_question()
    for chosen in (3, 1, 1, 1):
        at = AuditPlans.answer(at, chosen)
    assert isinstance(at, Outcome)
    assert at.procedure == "first_filing"
