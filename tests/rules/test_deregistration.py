"""What an offline deregistration needs, province by province and case by case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from app.rules.deregistration import (
    POSTING_ORDER,
    Situation,
    ask_by_phone,
    channel,
    enclosures,
    follow_up,
    free_letter,
    online_way,
    print_rules,
    restrictions,
    signature,
)
from app.rules.provinces import province_keys

TODAY = date(2026, 11, 23)
OTHER = Situation(
    province="beijing",
    relation="other",
    ground="domain",
    scope="site",
    applicant_kind="unit",
    has_agent=False,
    hollow=False,
    domain_lapsed=False,
    name_changed=False,
    provider_known=None,
    can_log_in=None,
    today=TODAY,
)
OWN = replace(OTHER, relation="own", ground="subject", scope="subject")


def kinds(situation: Situation) -> list[str]:
    return [each.kind for each in enclosures(situation)]


def one(situation: Situation, kind: str):
    (found,) = (each for each in enclosures(situation) if each.kind == kind)
    return found


def codes(situation: Situation) -> dict[str, str]:
    return {each.code: each.severity for each in restrictions(situation)}


@pytest.mark.parametrize("key", province_keys())
def test_every_case_of_every_province_is_complete(key: str) -> None:
    choices = product(
        ("own", "other"), ("subject", "domain"), ("subject", "site"), ("unit", "individual"), *([(True, False)] * 4)
    )
    for relation, ground, scope, applicant, agent, hollow, lapsed, changed in choices:
        situation = Situation(
            key, relation, ground, scope, applicant, agent, hollow, lapsed, changed, None, None, TODAY
        )
        papers = enclosures(situation)
        found = [each.kind for each in papers]
        assert found[0] == "application_form"
        assert len(found) == len(set(found))
        assert found == sorted(found, key=POSTING_ORDER.index)
        assert ("unit_certificate_copy" if applicant == "unit" else "id_card_copy") in found
        assert not (applicant == "individual" and any(each.sealed for each in papers if not each.ours))
        if ground == "domain" and not lapsed:
            assert any(each.kind == "domain_certificate" and each.required for each in papers)
        for each in (*papers, *restrictions(situation), signature(situation), channel(situation).channel):
            assert each.source
            assert each.confidence
        sealed = papers[0].sealed
        assert (sealed, papers[0].signed) == (applicant == "unit", applicant == "individual")
        assert signature(situation).seal == sealed
        assert follow_up(situation, TODAY).deadline.due > TODAY


def test_beijing_wants_the_domain_certificate_for_the_domain_only() -> None:
    assert kinds(OTHER) == ["application_form", "unit_certificate_copy", "domain_certificate"]
    assert kinds(OWN) == ["application_form", "unit_certificate_copy"]
    assert kinds(replace(OTHER, applicant_kind="individual")) == [
        "application_form", "id_card_copy", "domain_certificate",
    ]  # fmt: skip
    assert {rule.code for rule in print_rules(OTHER)} == {"a4", "void", "no_instructions"}
    assert channel(OTHER).channel.kind == "mail"
    assert [each.kind for each in channel(OTHER).superseded] == ["fax"]


def test_shanghai_takes_own_filings_only_when_the_provider_is_forgotten() -> None:
    own = replace(OWN, province="shanghai")
    assert codes(replace(own, provider_known=True))["own_provider_known"] == "stop"
    assert codes(own)["own_provider_unclear"] == "warn"
    assert codes(replace(own, provider_known=False))["own_provider_forgotten"] == "info"
    assert "change_proof" not in kinds(own)
    assert one(replace(own, name_changed=True), "change_proof").required
    assert channel(own).address is None
    said = "".join(rule.text_zh for rule in print_rules(own))
    assert all(word in said for word in ("黑色", "红色", "原件"))


def test_shandong_shows_both_addresses_and_both_ways() -> None:
    own = replace(OWN, province="shandong", hollow=True)
    assert kinds(own) == ["application_form", "unit_certificate_copy", "domain_certificate"]
    delivery = channel(own)
    assert delivery.address is not None
    assert delivery.address.text.endswith("203室")
    assert [each.text for each in delivery.other_addresses] == ["山东省济南市经十一路40号一楼备案办公室"]
    assert [each.number for each in delivery.phones] == ["0531-82092828"]
    letter = free_letter(own)
    assert letter is not None
    assert letter.title == "申请注销空壳主体"
    assert free_letter(replace(own, relation="other")) is None
    assert free_letter(OWN) is None
    assert {"letter_alternative", "two_addresses"} <= codes(own).keys()


def test_henan_wants_both_cards_and_forgives_a_lapsed_domain_when_the_reason_says_so() -> None:
    own = replace(OWN, province="henan", hollow=True)
    assert kinds(own) == [
        "application_form", "unit_certificate_copy", "legal_representative_id_copy", "agent_id_copy",
        "domain_certificate",
    ]  # fmt: skip
    for kind in ("legal_representative_id_copy", "agent_id_copy"):
        assert (one(own, kind).sides, one(own, kind).sealed) == (2, True)
    assert one(own, "domain_certificate").required
    assert one(own, "domain_certificate").write_into_reason_zh == ""
    lapsed = one(replace(own, domain_lapsed=True), "domain_certificate")
    assert not lapsed.required
    assert lapsed.write_into_reason_zh
    assert one(replace(own, name_changed=True), "change_proof").required
    person = replace(own, applicant_kind="individual")
    assert kinds(person) == ["application_form", "id_card_copy", "domain_certificate"]
    assert one(person, "id_card_copy").sides == 2
    assert codes(replace(own, hollow=False))["own_hollow_only"] == "stop"
    assert "own_hollow_only" not in codes(own)
    assert codes(replace(own, hollow=False, relation="other"))["other_not_hollow"] == "warn"


def test_hubei_differs_by_ground() -> None:
    hubei = replace(OTHER, province="hubei")
    assert one(hubei, "unit_certificate_copy").title_zh == "域名证书所有者的主体证件复印件"
    assert kinds(replace(hubei, ground="subject")) == ["application_form", "unit_certificate_copy"]
    # nothing is said of persons: the generic list, under the province's own title
    person = replace(hubei, applicant_kind="individual")
    assert kinds(person) == ["application_form", "id_card_copy", "domain_certificate"]
    assert one(person, "application_form").title_zh == "湖北省ICP用户注销（删除）备案申请表"


def test_guangdong_refuses_own_filings_in_principle() -> None:
    own = replace(OWN, province="guangdong")
    assert codes(own)["own_not_accepted"] == "warn", "in principle: the form itself keeps the choice"
    assert codes(replace(own, hollow=True))["own_hollow_doubtful"] == "warn"
    other = replace(OTHER, province="guangdong")
    assert codes(other) == {"passed_to_provider": "info"}
    assert one(other, "domain_certificate").alternatives == ("whois_screenshot",)


def test_the_gravest_restriction_comes_first() -> None:
    found = [each.severity for each in restrictions(replace(OWN, province="henan", ground="domain"))]
    assert found == sorted(found, key=["stop", "warn", "info"].index)
    assert found[0] == "stop"


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("jiangsu", "mailbox_unknown"),
        ("jiangsu", "site_by_email"),
        ("ningxia", "form_is_last_link"),
        ("hunan", "online_submission"),
        ("sichuan", "account_needed"),
        ("fujian", "contact_first"),
        ("beijing", "whole_numbers_only"),
    ],
)
def test_what_is_special_in_a_province_is_said(key: str, code: str) -> None:
    assert code in codes(replace(OTHER, province=key))


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("jiangsu", "email"),
        ("hunan", "online"),
        ("sichuan", "online_account"),
        ("fujian", "contact"),
        ("gansu", "unknown"),
    ],
)
def test_channels(key: str, kind: str) -> None:
    delivery = channel(replace(OTHER, province=key))
    assert delivery.channel.kind == kind
    assert delivery.address is None


def test_an_agent_and_a_changed_name_bring_suggestions_marked_as_ours() -> None:
    situation = replace(OTHER, province="gansu", has_agent=True, name_changed=True)
    ours = {each.kind for each in enclosures(situation) if each.ours}
    assert ours == {"authorization_letter", "agent_id_copy", "change_proof"}
    assert not any(each.required for each in enclosures(situation) if each.ours)
    # Henan asks for the agent's card itself: not suggested a second time
    henan = replace(OWN, province="henan", hollow=True, has_agent=True)
    assert not one(henan, "agent_id_copy").ours


def test_the_generic_list_is_lenient_about_the_domain_for_the_subject_ground() -> None:
    gansu = replace(OTHER, province="gansu")
    assert one(gansu, "domain_certificate").required
    assert not one(replace(gansu, ground="subject"), "domain_certificate").required


def test_no_paper_where_the_customer_can_log_in() -> None:
    way = online_way(replace(OWN, can_log_in=True))
    assert way is not None
    assert (way.code, way.sure) == ("deregister_online_subject", True)
    assert any("24 小时" in step.text_zh and "5 次" in step.text_zh for step in way.steps)
    assert all(step.source and step.as_of for step in way.steps)
    site = online_way(replace(OWN, scope="site", provider_known=True))
    assert site is not None
    assert (site.code, site.sure) == ("deregister_online_site", False)


def test_paper_where_nobody_can_log_in_or_it_is_not_theirs() -> None:
    assert online_way(OWN) is None
    assert "ask_for_login" in codes(OWN)
    assert online_way(replace(OWN, can_log_in=False, provider_known=False)) is None
    assert online_way(replace(OTHER, can_log_in=True)) is None
    assert online_way(replace(OWN, province="jiangsu", scope="site", can_log_in=True)) is None
    assert online_way(replace(OWN, province="jiangsu", can_log_in=True)) is not None


def test_hollow_subjects_of_eleven_provinces_may_add_a_service() -> None:
    found = [key for key in province_keys() if online_way(replace(OWN, province=key, hollow=True))]
    assert len(found) == 11
    way = online_way(replace(OWN, hollow=True))
    assert way is not None
    assert (way.code, way.sure) == ("add_service_to_hollow_subject", False)


@pytest.mark.parametrize(
    ("situation", "kind", "due"),
    [
        (replace(OTHER, province="shandong"), "stated", date(2026, 12, 21)),
        (replace(OTHER, province="guangdong"), "stated", date(2026, 11, 30)),
        (replace(OTHER, province="hunan"), "batch", date(2026, 11, 27)),
        (replace(OWN, province="gansu", hollow=True), "stated", date(2026, 11, 30)),
        (replace(OTHER, province="henan"), "suggested", date(2026, 12, 21)),
    ],
)
def test_when_to_look_again(situation: Situation, kind: str, due: date) -> None:
    found = follow_up(situation, TODAY)
    assert (found.kind, found.deadline.due) == (kind, due)
    assert found.ours == (kind == "suggested")
    assert found.source
    if found.ours:
        assert "本工具的建议" in found.text_zh
        assert channel(situation).processing is None


def test_shandong_may_be_rung_after_two_working_days() -> None:
    found = ask_by_phone(replace(OTHER, province="shandong"), date(2026, 11, 27))
    assert found is not None
    assert (found[0].due, found[1].number) == (date(2026, 12, 1), "0531-82092828")
    assert ask_by_phone(replace(OTHER, province="guizhou"), TODAY) is None
