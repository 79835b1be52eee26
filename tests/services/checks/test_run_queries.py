"""Lines of a run by outcome, reason, text and in every order; runs that are written down, stopped, carried on, repeated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from app.db.database import Database
from app.errors import Cancelled, UserError
from app.services.checks.domains import DomainChecks, DomainOptions
from app.services.checks.facts import check_facts
from app.services.checks.hollow import HollowChecks, HollowOptions
from app.services.checks.names import check_names
from app.services.checks.runs import SORTS, CheckRun, RunQuery

NAMES = check_names([(1, "good.cn hongkong.cn elsewhere.cn silent.cn empty.cn gone.cn")]).names
FACTS = {
    "filing_type": "first_filing",
    "subject": {
        "name": "示例科技有限公司",
        "certificate_type": "credit_code",
        "certificate_number": "91110000000000012X",
    },
    "domains": [
        {"domain": "shili.cn", "holder_name": "李样例", "expires_on": "2020-01-01"},
        {"domain": "示例.中国", "holder_name": "示例科技有限公司", "registrar": "示例注册商"},
        {"domain": "shili.org"},
    ],
}


@pytest.fixture
def hollow(database: Database, clock: Callable[[], datetime]) -> HollowChecks:
    return HollowChecks(database, actor="王五", clock=clock)


@pytest.fixture
def domains(database: Database, clock: Callable[[], datetime]) -> DomainChecks:
    return DomainChecks(database, actor="王五", clock=clock)


@pytest.fixture
def run(hollow: HollowChecks, options: HollowOptions) -> CheckRun:
    return hollow.run(NAMES, options)


def names(hollow: HollowChecks, run: CheckRun, **query: Any) -> list[str]:
    return [row.domain for row in hollow.each(run.id, RunQuery(**query))]


def test_every_order_holds_every_line(hollow: HollowChecks, domains: DomainChecks, run: CheckRun) -> None:
    runs = hollow.runs
    for made in (run, domains.run(check_facts(FACTS), DomainOptions())):
        for sort in SORTS:
            up, down = runs.ids(made.id, RunQuery(sort=sort)), runs.ids(made.id, RunQuery(sort=sort, descending=True))
            assert sorted(up) == sorted(runs.ids(made.id)) and list(up) == list(reversed(down)), sort


def test_orders_mean_what_they_say(hollow: HollowChecks, run: CheckRun) -> None:
    assert names(hollow, run, sort="domain") == sorted(each.unicode for each in NAMES)
    outcomes = [row.outcome for row in hollow.each(run.id, RunQuery(sort="outcome"))]
    assert outcomes == sorted(outcomes, key=["fail", "unknown", "pass"].index)
    addresses = [row.addresses[0] for row in hollow.each(run.id, RunQuery(sort="addresses")) if row.addresses]
    assert addresses == sorted(addresses) and len(addresses) == 3


def test_reasons_are_counted_and_chosen(hollow: HollowChecks, run: CheckRun) -> None:
    marks = hollow.runs.marks(run.id)
    assert marks == {
        "validity_not_looked_at": 1,
        "hong_kong": 1,
        "other_network": 1,
        "not_answered": 1,
        "no_records": 2,
    }
    assert names(hollow, run, mark="hong_kong") == ["hongkong.cn"]
    assert hollow.runs.marks(run.id, RunQuery(outcome="fail")).keys() == {"hong_kong", "other_network", "no_records"}
    assert names(hollow, run, mark="no_record") == []


def test_text_finds_domains_and_addresses(hollow: HollowChecks, run: CheckRun) -> None:
    assert names(hollow, run, text="HONG") == ["hongkong.cn"]
    assert names(hollow, run, text="8.8.4") == ["elsewhere.cn"]
    assert names(hollow, run, text="cn 192.0.2") == ["good.cn"]
    assert names(hollow, run, text="%") == names(hollow, run, text="_") == []


def test_the_rules_of_domains_are_chosen_too(domains: DomainChecks) -> None:
    run = domains.run(check_facts(FACTS), DomainOptions())
    marks = domains.runs.marks(run.id)
    assert marks["holder_equals_subject:fail"] == 1 and marks["suffix_approved:fail"] == 1
    (only,) = domains.each(run.id, RunQuery(mark="suffix_approved:fail"))
    assert only.domain == "shili.org"
    assert [row.domain for row in domains.each(run.id, RunQuery(text="示例注册商"))] == ["示例.中国"]
    assert [row.domain for row in domains.each(run.id, RunQuery(text="xn--fiqs8s"))] == ["示例.中国"]
    # The whole certificate number is nowhere to be found.
    assert not list(domains.each(run.id, RunQuery(text="91110000000000012X")))


def test_a_verification_goes_on_with_what_was_stated_then(database: Database, clock: Callable[[], datetime]) -> None:
    first = DomainChecks(database, actor="王五", clock=clock)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    begun = first.begin(check_facts(FACTS), DomainOptions(batch=1))
    with pytest.raises(Cancelled):
        first.carry_on(begun.id, DomainOptions(batch=1), stop)
    # Another start of the program: nothing but the store is left.
    later = DomainChecks(database, actor="赵六", clock=clock)
    assert not later.runs.get(begun.id).done
    assert later.carry_on(begun.id, DomainOptions()).done
    rows = {row.domain: row for row in later.each(begun.id)}
    assert {rule.outcome for rule in rows["shili.cn"].rules if rule.rule == "holder_equals_subject"} == {"fail"}


def test_a_repetition_judges_the_same_facts_and_shows_what_changed(
    database: Database, clock: Callable[[], datetime]
) -> None:
    from datetime import date

    from app.rules.registrars import RegistrarList

    checks = DomainChecks(database, actor="王五", clock=clock)
    run = checks.run(check_facts(FACTS), DomainOptions(), subject_id=None)
    approved = RegistrarList(("示例注册商",), "示例名单", date(2026, 10, 1))
    again = checks.look_again(run.id, DomainOptions(registrars=approved))
    assert (again.of, again.total, again.options["filing_type"]) == (run.id, 3, "first_filing")
    assert again.options["registrars_as_of"] == "2026-10-01"
    (change,) = checks.changes(again.id)
    assert change.domain == "示例.中国" and change.before is not None and change.after is not None
    reasons = {rule.rule: rule.reason for rule in change.after.rules}
    assert reasons["registrar_approved"] == "registrar_listed"


def test_only_what_did_not_pass_is_repeated(hollow: HollowChecks, run: CheckRun, options: HollowOptions) -> None:
    begun = hollow.begin_again(run.id, options, only_open=True)
    assert begun is not None and begun.total == len(NAMES)


def test_a_run_from_before_facts_were_kept_says_so(domains: DomainChecks, database: Database) -> None:
    from sqlalchemy import delete

    from app.models.setting import Setting

    run = domains.begin(check_facts(FACTS), DomainOptions())
    with database.transaction() as session:
        session.execute(delete(Setting).where(Setting.key == f"checks.facts.{run.id}"))
    with pytest.raises(UserError, match="run_without_facts"):
        domains.carry_on(run.id, DomainOptions())


def test_facts_go_with_the_run_that_is_forgotten(
    domains: DomainChecks, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.checks.runs._KEPT_HEADERS", 1)
    first = domains.run(check_facts(FACTS), DomainOptions())
    domains.run(check_facts(FACTS), DomainOptions())
    third = domains.run(check_facts(FACTS), DomainOptions())
    with pytest.raises(UserError, match="no_such_run"):
        domains.runs.get(first.id)
    assert domains.runs.facts(first.id) is None and domains.runs.facts(third.id) is not None
