"""A desk's own rule reaches everybody who acts on what a province asks, and paper that was printed stays as it was."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.db.database import Database
from app.errors import Invalid
from app.rules.domain_verification import DomainFacts, Holder, Seen, verify
from app.rules.in_force import RulesInForce
from app.services.advice import handing_in, step_advice
from app.services.answers import check_answers
from app.services.case_replies import CaseReplies
from app.services.case_starts import CaseStart, CaseStarts
from app.services.cases import Cases
from app.services.checks.hollow_subjects import HollowSubjects
from app.services.deregistrations import Deregistrations
from app.services.flows.checks import all_problems
from app.services.flows.deregistration import Step, path
from app.services.flows.draft import Draft, Filing
from app.services.guide import Guide
from app.services.rule_overlay_drafts import RuleDraft, draft_of, ended
from app.services.rule_overlays import RuleOverlays
from app.services.subjects import Subjects

TODAY = date(2026, 11, 23)
CASE = "deregister_offline_other_unit"
ANSWERS = {
    "ticket": {"number": "GD20261123009", "customer": "王先生", "owner": "李同事"},
    "filing": {
        "scope": "subject",
        "number": "鲁ICP备12345678号",
        "subject_name": "青岛旧主网络有限公司",
        "domains": ["example.com"],
    },
    "relation": "other",
    "ground": "domain",
    "applicant": {
        "kind": "unit",
        "name": "济南示例商贸有限公司",
        "certificate_type": "credit_code",
        "certificate_number": "91370100MA3C00000E",
        "contact_name": "王五",
        "mobile": "13800138000",
        "email": "contact@example.com",
    },
    "reason": "域名 example.com 现由本单位持有，申请注销该备案。",
    "suffix_confirmation": "example.com",
}


def own(key: str, value: object, text: str, province: str = "shandong", **more: str) -> RuleDraft:
    return RuleDraft(province, key, value, text, "管局通知", "2026-11", "official", **more)  # type: ignore[arg-type]


@pytest.fixture
def overlays(database: Database) -> RuleOverlays:
    return RuleOverlays(database, actor="组长")


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return check_answers(ANSWERS, tmp_path, TODAY)


def words_of(pdf: bytes) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_channel_address_days_phone_and_print_rules_reach_cover_advice_and_deadline(
    database: Database, overlays: RuleOverlays, draft: Draft
) -> None:
    overlays.add(own("submission_channel", "email", "发到管局备案邮箱"), TODAY)
    overlays.add(own("address", "text", "济南市示例路 1 号"), TODAY)
    overlays.add(own("processing_time", "15", "15 个工作日"), TODAY)
    overlays.add(own("phone", "0531-12345678", "咨询电话"), TODAY)
    overlays.add(own("print_rules", "text", "双面打印"), TODAY)
    service = Deregistrations(database, actor="组长")
    draft = service.under_rules(draft)
    told = "\n".join(each.text for each in handing_in(draft, TODAY))
    for words in ("发到管局备案邮箱", "济南市示例路 1 号", "15 个工作日", "0531-12345678", "双面打印"):
        assert words in told
    finished = service.finish(draft, TODAY)
    cover = words_of(finished.prepared.pdf)
    for words in ("发到管局备案邮箱", "济南市示例路1号", "15个工作日", "双面打印"):
        assert words in cover
    assert finished.due_on == date(2026, 12, 14)


def test_a_restriction_stops_the_wizard_the_command_and_the_packet(
    database: Database, overlays: RuleOverlays, draft: Draft, tmp_path: Path
) -> None:
    overlays.add(own("restriction", ("stop", "other", "by_domain"), "暂停按域名依据受理"), TODAY)
    service = Deregistrations(database, actor="组长")
    bound = service.under_rules(draft)
    assert "flows.restricted" in {each.code for each in all_problems(bound, TODAY)}
    assert "暂停按域名依据受理" in {each.text for each in step_advice(Step.RELATION, bound, TODAY)}
    for refused in (
        lambda: service.finish(draft, TODAY),
        lambda: check_answers(ANSWERS, tmp_path, TODAY, overlays.in_force()),
    ):
        with pytest.raises(Invalid) as caught:
            refused()
        assert "flows.restricted" in {each.code for each in caught.value.problems}


def test_a_lifted_stop_no_longer_stops(database: Database, overlays: RuleOverlays) -> None:
    lifted = [each for each in overlays.in_force().rules("shanghai") if each.key == "restriction"]
    draft = Draft(filing=Filing(scope="subject", number="沪ICP备12345678号"), relation="own", ground="subject")
    service = Deregistrations(database, actor="组长")
    before = {each.text for each in step_advice(Step.RELATION, service.under_rules(draft), TODAY)}
    for rule in lifted:
        overlays.add(replace(ended(draft_of(rule)), source="管局通知", as_of="2026-11"), TODAY)
    after = {each.text for each in step_advice(Step.RELATION, service.under_rules(draft), TODAY)}
    assert before - after
    assert not {each.text_zh for each in lifted} & after


def test_named_papers_take_the_place_of_the_list(database: Database, overlays: RuleOverlays, draft: Draft) -> None:
    rule = own("attachments_other_unit", ("unit_certificate_copy", "change_proof"), "营业执照和变更证明")
    overlays.add(rule, TODAY)
    papers = Deregistrations(database, actor="组长").check_list(draft, TODAY)
    required = [each.kind for each in papers if each.required]
    assert required == ["application_form", "unit_certificate_copy", "change_proof"]


def test_the_hollow_rule_turns_the_way_of_the_wizard(database: Database, overlays: RuleOverlays) -> None:
    draft = Draft(filing=Filing(scope="subject", number="湘ICP备12345678号", hollow=True), relation="own")
    service = Deregistrations(database, actor="组长")
    assert Step.ONLINE_WAY not in path(service.under_rules(draft))
    overlays.add(own("hollow_may_add_service", True, "可直接新增", "hunan"), TODAY)
    assert Step.ONLINE_WAY in path(service.under_rules(draft))
    kept = Draft.from_json(json.loads(json.dumps(service.under_rules(draft).to_json())))
    assert kept == draft
    assert kept.rules == RulesInForce()


def test_a_reprint_keeps_what_was_printed(database: Database, overlays: RuleOverlays, draft: Draft) -> None:
    service = Deregistrations(database, actor="组长")
    finished = service.finish(draft, TODAY)
    overlays.add(own("address", "text", "济南市示例路 1 号"), TODAY)
    overlays.add(own("restriction", ("stop",), "全省暂停"), TODAY)
    assert service.reprint(finished.document_id) == finished.prepared.pdf


def test_deadlines_and_replies_of_cases_follow(database: Database, overlays: RuleOverlays, subject_values) -> None:
    overlays.add(own("processing_time", "7", "7 个工作日", "guangdong"), TODAY)
    overlays.add(own("submission_channel", "fax", "传真到管局备案组", "guangdong"), TODAY)
    made = Subjects(database, "组长").create(subject_values(1, filing_number="粤ICP备12345678号", province="guangdong"))
    [subject_id] = made.subjects
    starts, cases = CaseStarts(database, actor="组长"), Cases(database, actor="组长")
    case_id, _ = starts.create(CaseStart(procedure=CASE, subject_id=subject_id), TODAY)
    assert cases.whole(case_id).case.due_on == date(2026, 12, 2)
    said = "\n".join(each.filled.text for each in CaseReplies(database, actor="组长").of(case_id, TODAY))
    assert "传真到管局备案组" in said
    assert "7 个工作日" in said


def test_the_guide_names_the_desks_rule_of_the_province(overlays: RuleOverlays) -> None:
    overlays.add(own("person_to_unit", "not_allowed", "个人不能转单位", "guangdong"), TODAY)
    guide = Guide(rules=overlays.in_force)
    section = guide.page("change_subject", province_key="guangdong").section("provinces")
    assert section is not None
    assert "个人不能转单位" in section.lines[0].text
    assert section.lines[0].marks_zh == ("本单位规则",)
    assert "个人不能转单位" not in str(guide.page("change_subject", province_key="beijing").section("provinces"))


def test_the_holder_of_a_domain_is_judged_by_the_desks_rule(overlays: RuleOverlays) -> None:
    overlays.add(own("domain_owner", ("unit", "shareholder"), "股东名下也收", "ningxia"), TODAY)
    seen = (Seen("李股东", "certificate", "example.com", TODAY),)
    facts = DomainFacts("example.com", holder_name=seen, relation="shareholder", proof_seen=True)
    who = ("unit", "示例公司", "credit_code", "91370100MA3C00000E", "ningxia")
    found = [
        next(each.outcome for each in verify(facts, holder, TODAY).rules if each.rule == "holder_equals_subject")
        for holder in (Holder(*who), Holder(*who, overlays.in_force()))
    ]
    assert found == ["fail", "pass"]


def test_the_check_of_hollow_subjects_follows(database: Database, overlays: RuleOverlays, subject_values) -> None:
    values = subject_values(1, filing_number="湘ICP备12345678号", province="hunan", state="hollow")
    [subject_id] = Subjects(database, "组长").create(values).subjects
    checks = HollowSubjects(database)
    before = checks.rows([subject_id])[0].verdict
    overlays.add(own("hollow_may_add_service", True, "可直接新增", "hunan"), TODAY)
    assert checks.rows([subject_id])[0].verdict != before
