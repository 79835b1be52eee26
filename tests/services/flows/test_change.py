"""The flow of a change: every way through the graph, what it asks, and how a case comes of it."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date

import pytest

from app.db.database import Database
from app.errors import Invalid
from app.rules.change_verdicts import FIELD_ZH
from app.services.audit import AuditLog
from app.services.cases import Cases
from app.services.change_plans import ChangePlans
from app.services.drafts import Drafts
from app.services.flows.change import ASKED, GRAPH, OF_KIND, Step, all_problems, path, problems, situation
from app.services.flows.change_draft import ChangeDraft, Wanted
from app.services.flows.parts import FiledSubject, Ticket
from app.services.rule_overlay_drafts import RuleDraft
from app.services.rule_overlays import RuleOverlays
from app.services.sites import Sites
from app.services.subjects import Subjects

TODAY = date(2026, 11, 23)
FILING = FiledSubject("粤ICP备12345678号", "unit", "示例公司")
DRAFT = ChangeDraft(Ticket("GD1", "王先生"), FILING, access="here", has_order=False)


@pytest.fixture
def plans(database: Database) -> ChangePlans:
    return ChangePlans(database, actor="李同事")


@pytest.mark.parametrize("field", FIELD_ZH)
def test_each_wish_is_asked_about_and_leads_to_the_plan(field: str) -> None:
    """The whole graph: a wish asks for what decides it, and nothing else is kept."""
    draft = replace(
        DRAFT,
        wanted=replace(Wanted(), **{field: True}),
        exchange="unit_to_person",
        lead_is_legal_representative=True,
        phone_is_local=True,
        other_domains_left=True,
    )
    asked = {
        "holder": "exchange",
        "subject_lead": "lead_is_legal_representative",
        "site_lead": "lead_is_legal_representative",
        "subject_contact": "phone_is_local",
        "site_contact": "phone_is_local",
        "domain_removed": "other_domains_left",
        "domain_replaced": "other_domains_left",
    }
    steps = path(draft)
    assert steps[0] is Step.FILING and steps[-1] is Step.PLAN
    assert (Step.DETAILS in steps) is (field in asked)
    assert GRAPH.visible(Step.DETAILS, draft) == ((asked[field],) if field in asked else ())
    pruned = GRAPH.prune(draft)
    kept = {each for each in ASKED[Step.DETAILS] if getattr(pruned, each) is not None}
    assert kept == ({asked[field]} if field in asked else set())
    assert all_problems(draft) == ()
    known = situation(draft)
    assert known is not None and known.fields == {field} and known.province == "guangdong"


def test_the_names_of_wishes_are_those_of_the_rules() -> None:
    assert tuple(each.name for each in fields(Wanted)) == tuple(FIELD_ZH)


WRONG = [
    (ChangeDraft(), Step.FILING, {"flows.required"}),
    (replace(DRAFT, filing=replace(FILING, number="京ICP证030173号")), Step.FILING, {"flows.licence_not_filing"}),
    (replace(DRAFT, filing=replace(FILING, subject_kind="dog")), Step.FILING, {"flows.not_a_choice"}),
    (DRAFT, Step.WANTED, {"flows.nothing_to_change"}),
    (replace(DRAFT, wanted=Wanted(holder=True)), Step.DETAILS, {"flows.required"}),
    (replace(DRAFT, wanted=Wanted(holder=True), exchange="person_to_unit"), Step.DETAILS, {"flows.not_a_choice"}),
]


@pytest.mark.parametrize(("draft", "step", "codes"), WRONG)
def test_what_is_missing_is_said(draft: ChangeDraft, step: Step, codes: set[str]) -> None:
    assert {each.code for each in problems(step, draft)} == codes


def test_exchanges_are_those_of_the_kind() -> None:
    for kind, offered in OF_KIND.items():
        for exchange in offered:
            draft = replace(DRAFT, filing=replace(FILING, subject_kind=kind), wanted=Wanted(holder=True))
            assert problems(Step.DETAILS, replace(draft, exchange=exchange)) == ()


def test_a_draft_is_kept_as_plain_values() -> None:
    draft = replace(DRAFT, wanted=Wanted(site_name=True, holder=True), exchange="unit_to_person")
    assert ChangeDraft.from_json(json.loads(json.dumps(draft.to_json()))) == draft


def test_a_filing_of_the_store_fills_the_first_page(plans, database, subject_values, site_values) -> None:
    [subject] = Subjects(database, "t").create(subject_values(1)).subjects
    [site] = Sites(database, "t").create(subject, site_values(1)).sites
    of_subject, of_site = plans.start(subject_id=subject), plans.start(site_id=site)
    assert of_subject.filing.number and of_site.filing.number.startswith(of_subject.filing.number)
    assert (of_site.subject_id, of_site.site_id) == (subject, site)
    assert plans.start() == ChangeDraft()


def test_a_plan_becomes_a_case_with_its_list_in_one_piece(plans: ChangePlans, database: Database) -> None:
    draft = replace(DRAFT, wanted=Wanted(subject_name=True, site_name=True))
    draft_id = Drafts(database).save("change", draft.to_json())
    case_id, change = plans.begin(draft, TODAY, draft_id=draft_id)
    whole = Cases(database, actor="t").whole(case_id)
    assert change.cases == {case_id}
    assert (whole.case.procedure, whole.case.province, whole.case.ticket_number) == (
        "change_filing",
        "guangdong",
        "GD1",
    )
    assert whole.case.due_on is not None and whole.case.due_on > TODAY
    titles = [each.title for each in whole.items]
    subject = next(place for place, each in enumerate(titles) if "变更主体信息：" in each)
    site = next(place for place, each in enumerate(titles) if "变更网站信息：" in each)
    assert subject < site and titles[-1].endswith("回复客户")
    assert {each.title for each in whole.materials} >= {"主办单位证件", "变更证明"}
    assert Drafts(database).all("change") == []
    events = AuditLog(database).of("case", case_id)
    assert [each.action for each in events] == ["create"]
    assert events[0].detail["fields"] == ["site_name", "subject_name"]


def test_one_order_is_a_case_of_that_order(plans: ChangePlans, database: Database) -> None:
    case_id, _ = plans.begin(replace(DRAFT, wanted=Wanted(site_name=True)), TODAY)
    assert Cases(database, actor="t").whole(case_id).case.procedure == "change_site"


def test_a_case_without_answers_is_refused_and_nothing_is_written(plans: ChangePlans, database: Database) -> None:
    with pytest.raises(Invalid):
        plans.begin(DRAFT, TODAY)
    assert AuditLog(database).of("case", 1) == []


def test_the_desks_rule_decides_and_the_reply_says_so(plans: ChangePlans, database: Database) -> None:
    draft = replace(DRAFT, wanted=Wanted(holder=True), exchange="unit_to_other_unit")
    rule = RuleDraft(
        "guangdong", "unit_to_other_unit", "not_allowed", "不收，注销后重新备案", "管局电话", "2026-11", "official"
    )
    RuleOverlays(database, actor="组长").add(rule, TODAY)
    plan = plans.plan(draft, plans.rules())
    assert plan is not None and plan.verdicts[0].outcome == "no" and plan.verdicts[0].cites[0].own
    reply = plans.reply(plan, "王先生")
    assert reply.startswith("王先生好") and "先注销，再重新备案" in reply and "【" not in reply
    assert "管局电话" not in reply
