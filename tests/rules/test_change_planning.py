"""Whether a change can be made, by province, and what follows: order, papers, demands."""

from __future__ import annotations

import itertools

import pytest

from app.rules.change_planning import plan_change
from app.rules.change_rules import COMMON
from app.rules.change_verdicts import EXCHANGES, FIELD_ZH, ChangeSituation
from app.rules.in_force import SHIPPED
from app.rules.provinces import province_keys


def situation(province: str = "guangdong", *fields: str, kind: str = "unit", **more: object) -> ChangeSituation:
    return ChangeSituation(province, kind, frozenset(fields), **more)  # type: ignore[arg-type]


def outcome(known: ChangeSituation) -> str:
    [verdict] = plan_change(known, SHIPPED).verdicts
    return verdict.outcome


@pytest.mark.parametrize("province", province_keys())
def test_every_wish_is_answered_in_every_province(province: str) -> None:
    """Nothing is without a verdict, no refusal without its source, and no order is unknown."""
    for kind, field, known in itertools.product(("unit", "individual"), FIELD_ZH, (None, True, False)):
        for exchange in (None, *EXCHANGES) if field == "holder" else (None,):
            told = situation(
                province,
                field,
                kind=kind,
                exchange=exchange,
                lead_is_legal_representative=known,
                phone_is_local=known,
                other_domains_left=known,
            )
            plan = plan_change(told, SHIPPED)
            [verdict] = plan.verdicts
            assert verdict.text
            if verdict.outcome in ("no", "condition", "needless"):
                assert verdict.cites and all(each.source for each in verdict.cites)
            # A person cannot hand their website to somebody else to answer for; nothing is filed for that.
            idle = verdict.outcome == "needless" or (kind == "individual" and field == "site_lead")
            assert bool(plan.orders) == (not idle)


@pytest.mark.parametrize("exchange", EXCHANGES)
@pytest.mark.parametrize("province", province_keys())
def test_an_exchange_follows_the_rule_of_the_province(province: str, exchange: str) -> None:
    rule = SHIPPED.leading(province, exchange)
    known = situation(province, "holder", exchange=exchange)
    wanted = {"allowed": "yes", "not_allowed": "no", "conditional": "condition"}
    assert outcome(known) == (wanted.get(str(rule.value), "ask") if rule is not None else "ask")
    if outcome(known) == "no":
        assert plan_change(known, SHIPPED).orders == ("deregister_online_subject", "first_filing")


CASES = [
    (situation("anhui", "certificate_number"), "no", ("deregister_online_subject", "first_filing")),
    (situation("guangdong", "province"), "no", ("deregister_online_subject", "first_filing")),
    (
        situation("guangdong", "province", access="cancelled"),
        "no",
        ("deregister_offline_hollow_subject", "first_filing"),
    ),
    (situation("guangdong", "server_address"), "needless", ()),
    (situation("guangdong", "site_name"), "yes", ("change_site",)),
    (situation("jiangsu", "site_name"), "yes", ("change_filing",)),
    (situation("guangdong", "site_name", access="elsewhere"), "yes", ("access_filing", "change_site")),
    (situation("guangdong", "domain_removed", other_domains_left=True), "yes", ("change_site",)),
    (situation("guangdong", "domain_removed", other_domains_left=False), "no", ("deregister_online_site",)),
    (situation("guangdong", "domain_replaced", other_domains_left=True), "no", ("change_site", "add_site")),
    (situation("guangdong", "domain_replaced"), "no", ("deregister_online_site", "add_site")),
    (situation("hunan", "subject_lead", lead_is_legal_representative=True), "yes", ("change_filing",)),
    (situation("shandong", "subject_lead", lead_is_legal_representative=False), "condition", ("change_subject",)),
    (situation("guangdong", "site_lead", lead_is_legal_representative=False), "yes", ("change_site",)),
    (situation("guangdong", "subject_lead", kind="individual"), "no", ("deregister_online_subject", "first_filing")),
]


@pytest.mark.parametrize(("known", "wanted", "orders"), CASES, ids=lambda each: getattr(each, "province", None))
def test_typical_wishes(known: ChangeSituation, wanted: str, orders: tuple[str, ...]) -> None:
    assert outcome(known) == wanted
    assert plan_change(known, SHIPPED).orders == orders


def test_a_phone_must_be_local_where_the_province_says_so() -> None:
    where = next(
        each for each in province_keys() if (r := SHIPPED.leading(each, "local_phone_required")) and r.value == "all"
    )
    asked = [outcome(situation(where, "subject_contact", phone_is_local=local)) for local in (True, False, None)]
    assert asked == ["yes", "condition", "condition"]


def test_two_orders_are_never_handed_in_together() -> None:
    plan = plan_change(situation("guangdong", "address", "site_name"), SHIPPED)
    assert plan.orders == ("change_subject", "change_site")
    assert any("不要同时提交" in each.text for each in plan.avoid)


def test_papers_are_those_that_this_change_needs() -> None:
    plan = plan_change(situation("jiangsu", "subject_name"), SHIPPED)
    required = {each.title for each in plan.papers if each.required}
    assert {"主办单位证件", "变更证明"} <= required
    assert "主体负责人授权书" not in required
    assert any(each.text for each in plan.demands)
    assert [each for each in SHIPPED.rules(COMMON) if each.key == "rename_proof"]


def test_an_order_in_progress_and_a_cancelled_access_come_first() -> None:
    plan = plan_change(situation("guangdong", "address", has_order=True, access="cancelled"), SHIPPED)
    assert "进行中的订单" in plan.first[0].text
    assert len([each for each in plan.first if "取消接入" in each.text]) == 2
