"""The hollow-site verdict: both conditions, several resolvers, and everything that stays open."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.hollow import (
    HollowReason,
    SeenAddress,
    Services,
    Validity,
    View,
    consequences,
    definitions,
    expired,
    judge_hollow,
    judge_hollow_subject,
    judge_resolution,
    remedies,
)

MAINLAND = SeenAddress("192.0.2.1", "mainland", False, False)
HONG_KONG = SeenAddress("192.0.2.200", "hong_kong", False, False)
OVERSEAS = SeenAddress("198.51.100.1", "overseas", False, False)
SHIELD = SeenAddress("203.0.113.1", "mainland", True, False)
ELSEWHERE = SeenAddress("8.8.8.8", None, False, False)
SPECIAL = SeenAddress("127.0.0.1", None, False, True)


def view(*addresses: SeenAddress, absent: int = 0, proven: bool = True, resolver: str = "a") -> View:
    return View(resolver, addresses, 1 if addresses else 0, 1 if addresses else absent, proven)


def judged(
    *views: View, complete: bool = True, known: bool = True, subdomain: tuple[View, ...] = ()
) -> tuple[str, str]:
    verdict = judge_resolution(views, ranges_known=known, complete=complete, subdomain=subdomain)
    return verdict.outcome, str(verdict.reason)


NOTHING = view(absent=2)
SILENT = view()


@pytest.mark.parametrize(
    ("views", "outcome", "reason"),
    [
        ((view(MAINLAND),), "pass", "resolves_to_provider"),
        ((view(MAINLAND, SeenAddress("2001:db8::1", "mainland", False, False)),), "pass", "resolves_to_provider"),
        ((view(HONG_KONG),), "fail", "hong_kong"),
        ((view(OVERSEAS),), "fail", "overseas"),
        ((view(ELSEWHERE),), "fail", "other_network"),
        ((view(HONG_KONG, ELSEWHERE),), "fail", "hong_kong"),
        ((NOTHING,), "fail", "no_records"),
        ((view(MAINLAND, HONG_KONG),), "unknown", "mixed"),
        ((view(SHIELD),), "unknown", "shield"),
        ((view(MAINLAND, SHIELD),), "unknown", "shield"),
        ((view(SPECIAL),), "unknown", "special_address"),
        ((SILENT,), "unknown", "not_answered"),
        ((view(absent=1),), "unknown", "not_answered"),
        ((view(absent=2, proven=False),), "unknown", "unproven"),
        # several resolvers
        ((view(MAINLAND), view(MAINLAND)), "pass", "resolves_to_provider"),
        ((view(MAINLAND), SILENT), "pass", "resolves_to_provider"),
        ((view(MAINLAND), view(HONG_KONG)), "unknown", "split"),
        ((view(MAINLAND), NOTHING), "unknown", "split"),
        ((view(MAINLAND), view(absent=2, proven=False)), "unknown", "split"),
        ((view(HONG_KONG), view(OVERSEAS)), "fail", "hong_kong"),
        ((view(HONG_KONG), SILENT), "unknown", "not_answered"),
        ((NOTHING, SILENT), "unknown", "not_answered"),
        ((NOTHING, view(HONG_KONG)), "unknown", "split"),
        ((view(absent=2, proven=False), view(absent=2, proven=False)), "fail", "no_records"),
        ((NOTHING, view(absent=2, proven=False)), "fail", "no_records"),
        ((view(MAINLAND), view(SPECIAL)), "unknown", "special_address"),
        ((), "unknown", "not_answered"),
    ],
)
def test_the_first_condition(views: tuple[View, ...], outcome: str, reason: str) -> None:
    assert judged(*views) == (outcome, reason)


def test_without_the_providers_ranges_nothing_is_established() -> None:
    assert judged(view(MAINLAND), known=False) == ("unknown", "no_ranges")
    assert judged(NOTHING, known=False) == ("fail", "no_records")


def test_an_incomplete_list_does_not_accuse() -> None:
    assert judged(view(ELSEWHERE), complete=False) == ("unknown", "not_listed")


def test_a_name_below_that_leads_to_the_provider_keeps_it_open() -> None:
    assert judged(NOTHING, subdomain=(view(MAINLAND),)) == ("unknown", "only_subdomain")
    assert judged(view(ELSEWHERE), subdomain=(view(MAINLAND),)) == ("unknown", "only_subdomain")
    assert judged(NOTHING, subdomain=(NOTHING,)) == ("fail", "no_records")
    assert judged(NOTHING, subdomain=(SILENT,)) == ("fail", "no_records")


@pytest.mark.parametrize(
    ("views", "validity", "outcome", "reason"),
    [
        ((view(MAINLAND),), Validity("pass", True), "pass", HollowReason.RESOLVES_TO_PROVIDER),
        ((view(MAINLAND),), Validity("unknown", False), "unknown", HollowReason.VALIDITY_NOT_LOOKED_AT),
        ((view(MAINLAND),), Validity("unknown", True), "unknown", HollowReason.VALIDITY_UNKNOWN),
        ((view(MAINLAND),), Validity("fail", True), "fail", HollowReason.LAPSED),
        ((SILENT,), Validity("fail", True), "fail", HollowReason.LAPSED),
        ((SILENT,), Validity("pass", True), "unknown", HollowReason.NOT_ANSWERED),
        ((view(HONG_KONG),), Validity("unknown", False), "fail", HollowReason.HONG_KONG),
    ],
)
def test_both_conditions(views: tuple[View, ...], validity: Validity, outcome: str, reason: HollowReason) -> None:
    verdict = judge_hollow(judge_resolution(views, ranges_known=True, complete=True), validity)
    assert (verdict.outcome, verdict.reason) == (outcome, reason)
    assert bool(verdict.reply_id) is (outcome == "fail")
    assert all(each.source and each.as_of for each in (*verdict.why, *verdict.remedies))
    if outcome == "fail":
        assert verdict.remedies


def test_remedies_follow_the_access_state() -> None:
    kept = [each.text_zh for each in remedies(HollowReason.HONG_KONG, "accessed")]
    gone = [each.text_zh for each in remedies(HollowReason.HONG_KONG, "cancelled")]
    assert any("接入未取消" in each for each in kept) and not any("接入已取消" in each for each in kept)
    assert any("接入已取消" in each for each in gone) and not any("接入未取消" in each for each in gone)
    assert any("续费" in each.text_zh for each in remedies(HollowReason.LAPSED, "accessed"))


def test_hollow_subject_and_hollow_site_are_kept_apart() -> None:
    site = remedies(HollowReason.NO_RECORDS, "unknown")
    gone = Services(total=2, deregistered=2, cancelled=0, live=0)
    subject = judge_hollow_subject("active", gone, may_add_service=False)
    assert not any("空壳主体" in each.text_zh for each in site)
    assert subject.remedies and all("空壳主体" in each.text_zh for each in subject.remedies)
    assert subject.procedure == "deregister_offline_hollow_subject"
    assert judge_hollow_subject("active", gone, may_add_service=True).procedure == "add_site"
    assert len(definitions()) == 3
    assert any("自动取消接入" in each.text_zh for each in consequences())


@pytest.mark.parametrize(
    ("state", "services", "outcome", "reason"),
    [
        ("hollow", Services(0, 0, 0, 0), "fail", "recorded"),
        ("hollow", Services(2, 2, 0, 0), "fail", "recorded"),
        ("hollow", Services(2, 1, 0, 1), "unknown", "disagrees"),
        ("active", Services(2, 2, 0, 0), "fail", "all_deregistered"),
        ("active", Services(0, 0, 0, 0), "unknown", "none_recorded"),
        ("active", Services(3, 1, 2, 0), "unknown", "all_cancelled"),
        ("active", Services(3, 1, 1, 0), "unknown", "state_open"),
        ("active", Services(3, 1, 1, 1), "pass", "services_left"),
        ("deregistered", Services(2, 2, 0, 0), "pass", "deregistered"),
    ],
)
def test_a_hollow_subject(state: str, services: Services, outcome: str, reason: str) -> None:
    verdict = judge_hollow_subject(state, services, may_add_service=False)
    assert (verdict.outcome, verdict.reason) == (outcome, reason)
    assert bool(verdict.procedure) is (outcome == "fail")
    assert bool(verdict.remedies) is bool(verdict.consequences) is (outcome != "pass")


def test_the_last_day_still_counts() -> None:
    today = date(2026, 11, 23)
    assert expired(today, today) == "pass"
    assert expired(date(2026, 11, 22), today) == "fail"
    assert expired(None, today) == "unknown"
