"""The special audit: fifteen reasons, the questions for an overdue case, one plan for several reasons."""

import itertools

import pytest

from app.rules.audit_planning import plan_for
from app.rules.audit_reasons import Outcome, answer, audit_guide, first_question, outcome, question, reason
from app.rules.procedures import procedure_ids, title_of

PATHS = [
    ((0,), "rectify_in_time"),
    ((1,), "deregister"),
    ((2,), "submit_now"),
    ((3, 0), "abandon_then_access"),
    ((3, 1, 0, 0, 0, 0), "access_then_change"),
    ((3, 1, 0, 0, 0, 1), "hollow_then_first"),
    ((3, 1, 0, 0, 1), "change_at_other_provider"),
    ((3, 1, 0, 1), "access_at_other"),
    ((4, 1, 0, 0), "add_site_direct"),
    ((4, 1, 0, 1), "hollow_then_first"),
    ((4, 1, 1), "first_filing"),
    ((4, 1, 2), "add_site"),
]


@pytest.mark.parametrize(("answers", "ends"), PATHS, ids=str)
def test_answers_lead_to_the_procedure(answers: tuple[int, ...], ends: str) -> None:
    at = first_question()
    for place, chosen in enumerate(answers):
        following = answer(at, chosen)
        if place == len(answers) - 1:
            assert isinstance(following, Outcome)
            assert following.id == ends
            assert title_of(following.procedure)
        else:
            assert not isinstance(following, Outcome)
            at = following


def test_every_question_can_be_reached_and_every_way_ends() -> None:
    seen_questions, seen_outcomes = set(), set()

    def walk(key: str, trail: tuple[str, ...]) -> None:
        assert key not in trail, "the questions go round in a circle"
        seen_questions.add(key)
        for each in question(key).answers:
            assert bool(each.goto) != bool(each.outcome)
            if each.goto:
                walk(each.goto, (*trail, key))
            else:
                seen_outcomes.add(outcome(each.outcome).id)

    walk(first_question().id, ())
    assert seen_questions == {each.id for each in audit_guide().questions}
    assert seen_outcomes == {each.id for each in audit_guide().outcomes}


def test_every_reason_says_what_to_do() -> None:
    guide = audit_guide()
    assert [each.newer for each in guide.reasons] == [False] * 7 + [True] * 8
    assert [each.order for each in guide.reasons] == list(range(1, 16))
    for each in guide.reasons:
        assert each.prompts
        assert each.fixes
        assert each.procedure in procedure_ids()
        for said in (*each.prompts, *each.causes, *each.fixes, *each.papers, *each.notes):
            assert said.source_zh
            assert said.as_of
    assert len(guide.checks) == 6
    assert len(guide.content_mismatch) == 3
    assert len(guide.consequences) == 7
    assert guide.channels[:3] == ("电话", "邮件", "短信")


def test_what_others_register_comes_before_the_change() -> None:
    """A change is compared with the register and the domain: both must be right when it is submitted."""
    plan = plan_for([reason("subject_name_invalid")])
    places = [each.where for each in plan.fixes]
    assert places.index("登记机关") < places.index("域名注册商") < places.index("备案系统")
    assert plan.procedures == ("change_subject",)


def test_several_reasons_make_one_plan_without_doubles() -> None:
    chosen = [reason(key) for key in ("lead_phone_invalid", "domain_expired", "subject_name_invalid")]
    plan = plan_for(chosen)
    assert [each.id for each in plan.reasons] == ["subject_name_invalid", "lead_phone_invalid", "domain_expired"]
    assert plan.procedures == ("domain_verification_fix", "change_subject")
    names = [each.name for each in plan.papers]
    assert len(names) == len(set(names))
    certificate = next(each for each in plan.papers if each.name == "域名证书")
    assert certificate.reasons == ("主办单位名称不合格", "域名过期")
    assert len(certificate.notes) == 2
    assert any("主体负责人" in each for each in plan.open_questions)


def test_two_orders_never_run_side_by_side() -> None:
    plan = plan_for([reason("subject_certificate_number_invalid"), reason("content_commercial")])
    assert plan.both_orders
    assert plan.procedures == ("change_subject", "change_site")
    assert not plan_for([reason("content_commercial")]).both_orders


def test_the_order_of_choosing_changes_nothing() -> None:
    some = [reason(key) for key in ("domain_expired", "lead_phone_invalid", "business_abnormal", "ip_mismatch")]
    plans = {plan_for(order) for order in itertools.permutations(some)}
    assert len(plans) == 1
    assert plan_for([*some, *some]) in plans


def test_an_unknown_id_is_a_bug() -> None:
    for read in (reason, question, outcome):
        with pytest.raises(KeyError):
            read("nothing")
