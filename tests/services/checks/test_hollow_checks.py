"""The hollow-site check as a whole: looked up, judged, kept, interrupted, carried on, repeated, exported, made cases of."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.db.database import Database
from app.errors import Cancelled, UserError
from app.lookups.registration import RegistrationLimits
from app.lookups.registries import Registries, WhoisServer
from app.models.case import Case, CaseItem
from app.services.checks.cases import CheckCases, cases_of
from app.services.checks.hollow import HollowChecks, HollowOptions
from app.services.checks.names import check_names, read_names
from app.services.checks.runs import RunQuery

NAMES = check_names([(1, "good.cn hongkong.cn elsewhere.cn silent.cn empty.cn gone.cn apex.cn")]).names


@pytest.fixture
def checks(database: Database, clock: Callable[[], datetime]) -> HollowChecks:
    return HollowChecks(database, actor="王五", clock=clock)


def test_every_kind_of_site(checks: HollowChecks, options: HollowOptions) -> None:
    rows = {row.domain: row for row in checks.look(NAMES, options)}
    assert {domain: (row.outcome, str(row.reason)) for domain, row in rows.items()} == {
        "good.cn": ("unknown", "validity_not_looked_at"),
        "hongkong.cn": ("fail", "hong_kong"),
        "elsewhere.cn": ("fail", "other_network"),
        "silent.cn": ("unknown", "not_answered"),
        "empty.cn": ("fail", "no_records"),
        "gone.cn": ("fail", "no_records"),
        "apex.cn": ("unknown", "only_subdomain"),
    }
    assert rows["good.cn"].resolution == "pass"
    assert rows["good.cn"].places == ("mainland", "mainland")
    answer = rows["hongkong.cn"].answers[0]
    assert answer["resolver"] == str(options.resolvers[0]) and answer["at"] and answer["status"] == "addresses"


def whois(domain: str, expires: str) -> bytes:
    return f"Domain Name: {domain}\r\nRegistrant: 示例\r\nExpiration Time: {expires} 00:00:00\r\n".encode()


def test_a_domain_that_has_lapsed_is_hollow_whatever_it_resolves_to(
    servers: Any, name_server: Any, checks: HollowChecks, options: HollowOptions
) -> None:
    name_server[0].zone["late.cn"] = name_server[0].zone["good.cn"]
    name_server[0].zone["odd.cn"] = name_server[0].zone["good.cn"]
    port = servers.whois({
        "good.cn": whois("good.cn", "2028-01-01"), "late.cn": whois("late.cn", "2026-11-22"),
        "odd.cn": b"Queried interval is too short.\r\n", "gone.cn": b"No matching record.\r\n",
    })  # fmt: skip
    asking = replace(
        options,
        ask_registry=True,
        registries=Registries({"cn": WhoisServer("127.0.0.1", port)}),
        registration_limits=RegistrationLimits(seconds=2, per_second=1000, system_proxy=False),
    )
    rows = checks.look(check_names([(1, "good.cn late.cn odd.cn gone.cn")]).names, asking)
    assert {row.domain: (row.outcome, str(row.reason)) for row in rows} == {
        "good.cn": ("pass", "resolves_to_provider"),
        "late.cn": ("fail", "lapsed"),
        "odd.cn": ("unknown", "validity_unknown"),
        "gone.cn": ("fail", "lapsed"),
    }


def test_resolvers_that_disagree_leave_it_open(servers: Any, checks: HollowChecks, options: HollowOptions) -> None:
    other, resolver = servers.name_server()
    other.zone |= {"good.cn": {"A": ("198.51.100.7",)}, "hongkong.cn": {"A": ("198.51.100.7",)}}
    both = replace(options, resolvers=(*options.resolvers, resolver))
    rows = {row.domain: row for row in checks.look(check_names([(1, "good.cn hongkong.cn")]).names, both)}
    assert (rows["good.cn"].outcome, rows["good.cn"].reason) == ("unknown", "split")
    assert dict(rows["good.cn"].views) == {
        str(options.resolvers[0]): "resolves_to_provider",
        str(resolver): "hong_kong",
    }
    assert rows["hongkong.cn"].outcome == "fail"


def test_a_run_is_kept_and_counted(checks: HollowChecks, options: HollowOptions) -> None:
    run = checks.run(NAMES, options)
    assert (run.done, run.total) == (True, 7)
    assert checks.runs.counts(run.id) == {"pass": 0, "fail": 4, "unknown": 3}
    assert sorted(row.domain for row in checks.each(run.id)) == sorted(name.unicode for name in NAMES)
    evidence = checks.runs.evidence(checks.ids(run.id, RunQuery(outcome="fail")))
    assert {each.check for each in evidence} == {"hollow"}
    assert all(each.observer == "王五" and each.place.startswith("127.0.0.1") for each in evidence)
    assert all(each.expires_at is not None and each.expires_at > each.seen_at for each in evidence)
    assert [each.id for each in checks.runs.runs("hollow")] == [run.id]


def test_a_stopped_run_keeps_what_it_saw_and_is_carried_on(
    name_server: Any, checks: HollowChecks, options: HollowOptions
) -> None:
    names = check_names(enumerate(f"d{n}.cn" for n in range(60))).names
    name_server[0].zone |= {name.ascii: {"A": ("192.0.2.1",)} for name in names}
    slow = replace(options, limits=replace(options.limits, per_second=100, in_flight=8))
    run = checks.begin(names, slow)

    def stop(done: int, total: int) -> None:
        if done >= 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        checks.carry_on(run.id, slow, stop)
    seen = len(checks.ids(run.id))
    assert 10 <= seen < 60
    assert not checks.runs.get(run.id).done
    name_server[0].asked.clear()
    told: list[tuple[int, int]] = []
    finished = checks.carry_on(run.id, options, lambda done, total: told.append((done, total)))
    assert finished.done
    assert (told[0], told[-1]) == ((seen, 60), (60, 60))
    assert len({row.domain for row in checks.each(run.id)}) == len(checks.ids(run.id)) == 60
    assert len(set(name_server[0].asked)) == 60 - seen


def test_a_failure_on_our_side_keeps_what_was_seen(checks: HollowChecks, options: HollowOptions) -> None:
    def broken(done: int, total: int) -> None:
        if done:
            raise RuntimeError("a bug of the caller")

    run = checks.begin(NAMES, options)
    with pytest.raises(RuntimeError, match="a bug"):
        checks.carry_on(run.id, options, broken)
    assert len(checks.ids(run.id)) + len(checks.runs.left(run.id)) == 7


def test_looking_again_says_what_changed(name_server: Any, checks: HollowChecks, options: HollowOptions) -> None:
    first = checks.run(NAMES, options)
    name_server[0].zone["hongkong.cn"] = {"A": ("192.0.2.77",)}
    second = checks.look_again(first.id, options)
    (difference,) = checks.changes(second.id)
    assert difference.domain == "hongkong.cn"
    assert difference.before is not None and difference.after is not None
    assert (difference.before.reason, difference.after.reason) == ("hong_kong", "validity_not_looked_at")
    assert checks.changes(first.id, second.id)[0].domain == "hongkong.cn"


def test_sites_of_the_store_keep_their_records(
    database: Database, checks: HollowChecks, options: HollowOptions, subject_values: Callable[..., dict[str, object]]
) -> None:
    from app.services.sites import Sites
    from app.services.subjects import Subjects

    subject = next(iter(Subjects(database, actor="王五").create(subject_values()).subjects))
    made = Sites(database, actor="王五").create(
        subject, {"name": "示例网站", "domains": "www.hongkong.cn", "filing_number": "京ICP备10000001号-1"}
    )
    site = next(iter(made.sites))
    run = checks.run(checks.site_targets([site]), options)
    (row,) = checks.each(run.id)
    assert (row.domain, row.site_id, row.subject_id, row.outcome) == ("hongkong.cn", site, subject, "fail")
    change = CheckCases(database, actor="王五").hollow([row], date(2026, 11, 23))
    with database.read() as session:
        (case,) = (session.get(Case, each) for each in change.cases)
        assert case is not None
        assert (case.number, case.procedure, case.site_id) == ("BD-20261123-001", "hollow_site_rectification", site)
        assert case.filing_number == "京ICP备10000001号-1"


def test_failed_sites_become_cases_once(database: Database, checks: HollowChecks, options: HollowOptions) -> None:
    run = checks.run(NAMES, options)
    rows = list(checks.each(run.id))
    cases = CheckCases(database, actor="王五")
    made = cases.hollow(rows, date(2026, 11, 23)).cases
    assert len(made) == 4
    assert cases.hollow(rows, date(2026, 11, 23)).cases == frozenset()
    assert set(cases_of(database, checks.ids(run.id)).values()) == made
    with database.read() as session:
        numbers = sorted(each.number for each in (session.get(Case, one) for one in made) if each)
        items = session.query(CaseItem).filter(CaseItem.case_id.in_(made)).all()
    assert numbers == [f"BD-20261123-{n:03d}" for n in range(1, 5)]
    assert any("接入" in each.title for each in items) and not any("空壳主体" in each.title for each in items)


def test_the_table_of_results(tmp_path: Path, checks: HollowChecks, options: HollowOptions) -> None:
    run = checks.run(NAMES, options)
    file = tmp_path / "r.csv"
    count = checks.export(
        run.id, file, ["域名", "结果"], lambda row: [row.domain, row.outcome], RunQuery(outcome="fail")
    )
    with file.open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream))
    assert count == 4
    assert lines[0] == ["域名", "结果"]
    assert {line[0] for line in lines[1:]} == {"hongkong.cn", "elsewhere.cn", "empty.cn", "gone.cn"}


def test_remedies_come_with_their_sources(checks: HollowChecks, options: HollowOptions) -> None:
    rows = {row.domain: row for row in checks.look(NAMES, options)}
    told = checks.remedies(rows["hongkong.cn"], "cancelled")
    assert told and all(each.source and each.as_of for each in told)
    assert checks.remedies(rows["good.cn"]) == ()


def test_an_unknown_run_is_said(checks: HollowChecks, options: HollowOptions) -> None:
    with pytest.raises(UserError, match="no_such_run"):
        checks.carry_on("20260101T000000Z-0", options)


def test_lists_of_names(tmp_path: Path) -> None:
    csv_file = tmp_path / "l.csv"
    csv_file.write_bytes('序号,域名\n1,www.示例.中国\n2,示例.中国\n3,not a domain\n4,"a.cn；b.cn"\n'.encode("gb18030"))
    listed = read_names(csv_file)
    assert [name.unicode for name in listed.names] == ["示例.中国", "a.cn", "b.cn"]
    assert {line for line, _ in listed.rejected} == {4}
    text = tmp_path / "l.txt"
    text.write_text("a.com\n# 注释\nhttps://www.b.com/x\na.com\n", encoding="utf-8")
    assert [name.ascii for name in read_names(text).names] == ["a.com", "b.com"]
