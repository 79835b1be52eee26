"""域名核验: scope, six rules, provinces, evidence that disagrees or is too old."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.resources import read_toml
from app.rules.domain_verification import DomainFacts, Holder, Seen, same_name, settle, verify
from app.rules.provinces import province_keys
from app.rules.suffixes import suffix_approval
from app.rules.verification_scope import filing_types, owner_rules, scope
from app.rules.verification_texts import background, guidance, prompt, wait_zh

TODAY = date(2026, 11, 23)
NAME, NUMBER = "示例科技（北京）有限公司", "91110000000000012X"
UNIT = Holder("unit", NAME, "credit_code", NUMBER, "beijing")
PERSON = Holder("individual", "张示例", "id_card", "110101190101010014", "beijing")


def seen(value: Any, source: str = "agent", days: int = 30, why: str = "") -> Seen[Any]:
    return Seen(value, source, "控制台截图", TODAY - timedelta(days=1), why, TODAY + timedelta(days=days))


GOOD = DomainFacts(
    domain="shili.cn",
    approval=suffix_approval("cn"),
    holder_name=(seen(NAME),),
    holder_certificate_type=(seen("credit_code"),),
    holder_certificate_number=(seen(NUMBER),),
    real_name=(seen(True),),
    real_name_on=(seen(date(2026, 10, 1)),),
    expires_on=(seen(date(2028, 1, 1)),),
    registrar=(seen("示例域名注册有限公司"),),
    registrar_approved=(seen(True),),
)


def rule(facts: DomainFacts, name: str, subject: Holder = UNIT) -> tuple[str, str]:
    found = next(each for each in verify(facts, subject, TODAY).rules if each.rule == name)
    return found.outcome, found.reason


def test_all_well() -> None:
    result = verify(GOOD, UNIT, TODAY)
    assert result.outcome == "pass", [each for each in result.rules if each.outcome != "pass"]
    assert len(result.rules) == 6
    assert result.valid_until == TODAY + timedelta(days=30)


def test_nothing_seen_is_nothing_established() -> None:
    result = verify(DomainFacts("shili.cn"), UNIT, TODAY)
    assert result.outcome == "unknown"
    assert {each.outcome for each in result.rules} == {"unknown"}
    assert all(each.reply_id == "domain_verification_fix.materials_incomplete" for each in result.rules)
    assert all(each.remedies for each in result.rules)


HOLDER = "holder_equals_subject"


@pytest.mark.parametrize(
    ("change", "subject", "outcome", "reason"),
    [
        ({"holder_name": (seen("示例科技(北京)有限公司"),)}, UNIT, "pass", "holder_same"),
        ({"holder_certificate_type": (seen("organization_code"),)}, UNIT, "fail", "certificate_type_differs"),
        ({"holder_certificate_number": (seen("91110000000000013X"),)}, UNIT, "fail", "certificate_number_differs"),
        ({"holder_certificate_number": ()}, UNIT, "unknown", "certificate_not_seen"),
        ({}, replace(UNIT, name=""), "unknown", "subject_not_given"),
        ({}, replace(UNIT, certificate_number=""), "unknown", "subject_certificate_not_given"),
        ({"holder_name": ()}, UNIT, "unknown", "not_seen"),
        ({"holder_name": (seen(None, "whois", why="redacted"),)}, UNIT, "unknown", "redacted"),
        ({"holder_name": (seen(NAME), seen("样例贸易有限公司", "whois"))}, UNIT, "unknown", "conflict"),
        ({"holder_name": (seen(NAME), seen(None, "whois", why="redacted"))}, UNIT, "pass", "holder_same"),
        ({"holder_name": (seen(NAME, days=-1),)}, UNIT, "unknown", "expired"),
        ({"holder_name": (seen("Shili Tech Co., Ltd."),)}, UNIT, "unknown", "other_script"),
        ({"holder_name": (seen("李样例"),)}, PERSON, "fail", "holder_not_the_person"),
        ({"holder_name": (seen("李样例"),)}, UNIT, "fail", "holder_relation_unknown"),
        ({"holder_name": (seen("李样例"),)}, replace(UNIT, province=""), "fail", "province_unknown"),
        ({"holder_name": (seen("李样例"),), "relation": "shareholder"}, UNIT, "fail", "relation_not_accepted"),
        ({"holder_name": (seen("李样例"),), "relation": "shareholder"}, replace(UNIT, province="shanghai"), "unknown", "relation_needs_proof"),
        ({"holder_name": (seen("李样例"),), "relation": "shareholder", "proof_seen": True}, replace(UNIT, province="shanghai"), "pass", "relation_accepted"),
        # The newest source leads: Ningxia no longer takes the legal representative, Guangdong now does.
        ({"holder_name": (seen("李样例"),), "relation": "legal_rep", "proof_seen": True}, replace(UNIT, province="ningxia"), "fail", "relation_not_accepted"),
        ({"holder_name": (seen("李样例"),), "relation": "legal_rep", "proof_seen": True}, replace(UNIT, province="guangdong"), "pass", "relation_accepted"),
    ],
)  # fmt: skip
def test_the_holder(change: dict[str, Any], subject: Holder, outcome: str, reason: str) -> None:
    assert rule(replace(GOOD, **change), HOLDER, subject) == (outcome, reason)


def test_both_dates_of_a_province_are_shown() -> None:
    facts = replace(GOOD, holder_name=(seen("李样例"),), relation="legal_rep")
    found = next(each for each in verify(facts, replace(UNIT, province="ningxia"), TODAY).rules if each.rule == HOLDER)
    told = [(each.as_of, each.newest) for each in found.notes if "接受域名持有者为" in each.text_zh]
    assert told == [("2025-12-31", True), ("2019-09", False)]


def test_every_province_has_its_owner_rule() -> None:
    assert all(owner_rules(key) and owner_rules(key)[-1].source for key in province_keys())
    accepting = {key for key in province_keys() if "shareholder" in owner_rules(key)[0].accepted}
    assert accepting == {"shanghai", "tianjin", "sichuan", "neimenggu", "liaoning", "jiangxi", "zhejiang", "henan",
                         "hubei", "hainan", "qinghai"}  # fmt: skip


@pytest.mark.parametrize(
    ("expires", "province", "outcome", "reason"),
    [
        (TODAY - timedelta(days=1), "beijing", "fail", "expired_on"),
        (TODAY, "beijing", "fail", "too_few_days"),
        (TODAY + timedelta(days=89), "beijing", "fail", "too_few_days"),
        (TODAY + timedelta(days=90), "beijing", "pass", "days_left"),
        (TODAY + timedelta(days=90), "shanghai", "unknown", "fewer_than_2019_rule"),
        (TODAY + timedelta(days=179), "shanghai", "unknown", "fewer_than_2019_rule"),
        (TODAY + timedelta(days=180), "shanghai", "pass", "days_left"),
    ],
)
def test_validity(expires: date, province: str, outcome: str, reason: str) -> None:
    facts = replace(GOOD, expires_on=(seen(expires),))
    assert rule(facts, "domain_in_validity", replace(UNIT, province=province)) == (outcome, reason)


def test_not_registered_is_not_valid_and_unknown_is_unknown() -> None:
    assert rule(replace(GOOD, registered=(seen(False),)), "domain_in_validity") == ("fail", "not_registered")
    assert rule(replace(GOOD, expires_on=()), "domain_in_validity") == ("unknown", "not_seen")
    both = (seen(date(2028, 1, 1)), seen(date(2027, 1, 1), "whois"))
    assert rule(replace(GOOD, expires_on=both), "domain_in_validity") == ("unknown", "conflict")


@pytest.mark.parametrize(
    ("suffix", "province", "outcome", "reason"),
    [("cn", "beijing", "pass", "suffix_listed"), ("中国", "hunan", "pass", "suffix_listed"), ("org", "hunan", "fail", "suffix_not_listed"),
     ("co.com", "hunan", "unknown", "suffix_unknown")],
)  # fmt: skip
def test_the_suffix(suffix: str, province: str, outcome: str, reason: str) -> None:
    facts = replace(GOOD, approval=suffix_approval(suffix))
    assert rule(facts, "suffix_approved", replace(UNIT, province=province)) == (outcome, reason)


def test_what_the_agent_saw_today_goes_before_an_old_list() -> None:
    facts = replace(GOOD, approval=suffix_approval("org"), suffix_confirmed=(seen(True),))
    assert rule(facts, "suffix_approved") == ("pass", "suffix_seen_approved")


def test_beijing_refuses_some_listed_suffixes() -> None:
    refused = [each["suffixes"][0] for each in read_toml("suffixes.toml")["refused"] if each["province"] == "beijing"]
    listed = [each for each in refused if suffix_approval(each).approved]
    for suffix in listed:
        assert rule(replace(GOOD, approval=suffix_approval(suffix)), "suffix_approved") == (
            "fail",
            "suffix_refused_here",
        )


def test_the_registrar_is_never_guessed() -> None:
    assert rule(replace(GOOD, registrar_approved=()), "registrar_approved") == ("unknown", "registrar_list_unknown")
    assert rule(replace(GOOD, registrar_approved=(seen(False),)), "registrar_approved")[0] == "fail"
    old = replace(GOOD, registrar_approved=(), filed_before_notice=True)
    assert rule(old, "registrar_approved") == ("pass", "filed_before_notice")


@pytest.mark.parametrize(
    ("done", "outcome"),
    [(date(2026, 11, 22), "fail"), (date(2026, 11, 20), "unknown"), (date(2026, 11, 17), "unknown"), (date(2026, 11, 16), "pass")],
)  # fmt: skip
def test_the_wait(done: date, outcome: str) -> None:
    """3 calendar days, or 3 to 5 working days: between the two the sources disagree, and both dates are shown."""
    found = next(
        each
        for each in verify(replace(GOOD, real_name_on=(seen(done),)), UNIT, TODAY).rules
        if each.rule.endswith("wait")
    )
    assert found.outcome == outcome
    assert {"done", "natural", "least", "most"} <= dict(found.facts).keys()
    sources = {each.source for each in background(found.rule)}
    assert any("UCloud" in each for each in sources) and any("huawei" in each for each in sources)


def listed(value: bool | None, why: str = "") -> tuple[Seen[bool], ...]:
    return (Seen(value, "list", "示例名单", date(2026, 10, 1), why, date(2027, 10, 1)),)


@pytest.mark.parametrize(
    ("change", "outcome", "reason"),
    [
        ({}, "unknown", "registrar_list_unknown"),
        ({"registrar": ()}, "unknown", "registrar_unknown"),
        ({"registrar_listed": listed(True)}, "pass", "registrar_listed"),
        ({"registrar_listed": listed(False)}, "fail", "registrar_not_listed"),
        ({"registrar_listed": listed(None, "registrar_not_on_list")}, "unknown", "registrar_not_on_list"),
        ({"registrar_listed": listed(False), "registrar_approved": (seen(True),)}, "unknown", "conflict"),
        ({"registrar_listed": listed(None, "registrar_not_on_list"), "registrar_approved": (seen(True),)}, "pass", "registrar_seen_approved"),
        ({"registrar_listed": tuple(replace(each, expires_on=date(2026, 1, 1)) for each in listed(True))}, "unknown", "expired"),
    ],
)  # fmt: skip
def test_the_registrar_by_the_desks_list(change: dict[str, Any], outcome: str, reason: str) -> None:
    facts = replace(GOOD, **({"registrar_approved": ()} | change))
    assert rule(facts, "registrar_approved") == (outcome, reason)


def test_the_wait_is_said_by_every_source_that_counts() -> None:
    assert wait_zh() == "3 至 5 个工作日，或 3 个自然日"


def test_a_hold_is_a_hint_and_no_proof() -> None:
    facts = replace(GOOD, real_name=(), hints=("server_hold",))
    assert rule(facts, "real_name_done") == ("unknown", "hold_hint")


@pytest.mark.parametrize(
    ("filing_type", "filed", "added", "verified"),
    [
        ("first_filing", None, False, "yes"),
        ("add_site", None, True, "yes"),
        ("add_site", date(2020, 1, 1), False, "no"),
        ("change_filing", date(2017, 12, 31), False, "no"),
        ("change_filing", date(2018, 1, 1), False, "yes"),
        ("change_filing", None, False, "unknown"),
        ("deregister_online_subject", date(2020, 1, 1), False, "no"),
        ("deregister_online_site", date(2020, 1, 1), False, "no"),
        ("cancel_access", date(2020, 1, 1), False, "no"),
        ("access_filing", date(2020, 1, 1), False, "not_stated"),
    ],
)
def test_the_scope(filing_type: Any, filed: date | None, added: bool, verified: str) -> None:
    (entry,) = scope(filing_type, [("shili.cn", filed, added)])
    assert entry.verify == verified
    assert entry.notes and all(each.source and each.as_of for each in entry.notes)


def test_every_filing_type_of_the_data_is_known() -> None:
    assert set(filing_types()) == {"first_filing", "add_site", "change_filing", "access_filing", "deregister_online_subject",
                                   "deregister_online_site", "cancel_access"}  # fmt: skip


def test_failures_name_prompts_that_exist() -> None:
    prompts = {each["id"] for each in read_toml("domain_verification.toml")["failure_prompt"]}
    bad = replace(GOOD, holder_name=(seen("李样例"),), real_name=(seen(False),), expires_on=(seen(date(2026, 1, 1)),))
    failed = [each for each in verify(bad, UNIT, TODAY).rules if each.outcome == "fail"]
    assert len(failed) == 3
    for each in failed:
        assert each.prompts and set(each.prompts) <= prompts
        assert each.remedies == guidance(each.rule, "fail", each.reason)
        assert each.reply_id == "domain_verification_fix.request_materials"
        assert all(prompt(one).text_zh and prompt(one).source for one in each.prompts)


def test_few_days_left_are_not_said_to_be_run_out() -> None:
    facts = replace(GOOD, expires_on=(seen(TODAY + timedelta(days=30)),))
    found = next(each for each in verify(facts, UNIT, TODAY).rules if each.rule == "domain_in_validity")
    assert (found.reason, found.prompts) == ("too_few_days", ())


def test_what_to_do_fits_why_it_failed() -> None:
    number = [each.text_zh for each in guidance(HOLDER, "fail", "certificate_number_differs")]
    assert number == ["证件号码不同：改域名实名信息，或改备案主体证件号码"]
    other = [each.text_zh for each in guidance(HOLDER, "fail", "relation_not_accepted")]
    assert "把域名过户到备案主体名下" in other and not any("允许" in each for each in other)
    reasons = {
        one
        for each in read_toml("domain_verification.toml")["rule"]
        for told in each["on_failure"]
        for one in told.get("reasons", ())
    }
    assert all(guidance(HOLDER, "fail", each) for each in reasons)


def test_names_are_the_same_but_for_their_writing() -> None:
    assert same_name("ＡＢＣ 科技(北京)", "abc科技（北京）")
    assert same_name("阿卜杜拉•买买提", "阿卜杜拉·买买提")
    assert not same_name("示例一", "示例二")


def test_old_evidence_counts_for_nothing() -> None:
    assert settle([seen(True, days=-1)], TODAY) == (None, "expired")
    assert settle([seen(True, days=0)], TODAY) == (True, "")
    assert settle([seen(True, days=-1), seen(False)], TODAY) == (False, "")
