"""Hollow subjects of the store: what is recorded decides, what was never recorded stays open."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.db.database import Database
from app.errors import UserError
from app.rules.hollow import SubjectReason
from app.services.cases import Cases
from app.services.checks.hollow_subjects import SORTS, HollowSubjects, SubjectQuery
from app.services.sites import Sites
from app.services.subjects import Subjects

TODAY = date(2026, 11, 23)
MakeSubject = Callable[..., int]


@pytest.fixture
def subject(database: Database, subject_values: Callable[..., dict[str, object]]) -> MakeSubject:
    """A subject with sites, each by its state and access state."""
    subjects, sites = Subjects(database, "王五"), Sites(database, "王五")

    def make(n: int, prefix: str, *states: tuple[str, str], **more: object) -> int:
        number = f"{prefix}ICP备{20_000_000 + n}号"
        made = next(iter(subjects.create(subject_values(n, filing_number=number, **more)).subjects))
        for position, (state, access) in enumerate(states, 1):
            values = {"name": "示例网站", "domains": f"s{n}-{position}.cn", "filing_number": f"{number}-{position}",
                      "state": state, "access_state": access}  # fmt: skip
            sites.create(made, values)
        return made

    return make


@pytest.fixture
def several(subject: MakeSubject) -> dict[str, int]:
    return {
        "running": subject(1, "湘", ("正常", "已接入"), ("已注销", "")),
        "gone": subject(2, "湘", ("已注销", "")),
        "recorded": subject(3, "粤", state="空壳"),
        "never": subject(4, "粤"),
        "cancelled": subject(5, "沪", ("正常", "已取消接入"), ("已注销", "")),
        "unclear": subject(6, "沪", ("未知", "")),
        "disagrees": subject(7, "沪", ("正常", "已接入"), state="空壳"),
        "deregistered": subject(8, "沪", ("已注销", ""), state="已注销"),
        "shanghai": subject(9, "沪", ("已注销", "")),
    }


def test_the_list_of_the_store_and_the_rule_say_the_same(database: Database, several: dict[str, int]) -> None:
    service = HollowSubjects(database)
    listed = set(service.ids())
    assert listed == set(several.values()) - {several["running"], several["deregistered"]}
    for row in service.rows(list(several.values())):
        if row.id in listed:
            assert row.id in service.ids(SubjectQuery(reason=row.verdict.reason)), row.verdict.reason
    (running,) = service.rows([several["running"]])
    assert (running.verdict.outcome, running.services.total, running.services.live) == ("pass", 2, 1)
    counts = service.counts()
    assert counts[SubjectReason.ALL_DEREGISTERED] == 2 and sum(counts.values()) == 7
    assert SubjectReason.SERVICES_LEFT not in counts


def test_every_order_holds_every_subject(database: Database, several: dict[str, int]) -> None:
    service = HollowSubjects(database)
    for sort in SORTS:
        up, down = service.ids(SubjectQuery(sort=sort)), service.ids(SubjectQuery(sort=sort, descending=True))
        assert sorted(up) == sorted(service.ids()) and list(up) == list(reversed(down)), sort


def test_text_and_province_narrow_it_down(database: Database, several: dict[str, int]) -> None:
    service = HollowSubjects(database)
    assert list(service.ids(SubjectQuery(text="示例科技2有限"))) == [several["gone"]]
    assert set(service.ids(SubjectQuery(province="guangdong"))) == {several["recorded"], several["never"]}


def test_the_way_out_differs_by_province(database: Database, several: dict[str, int]) -> None:
    service = HollowSubjects(database)
    hunan, shanghai = service.finding(several["gone"], TODAY), service.finding(several["shanghai"], TODAY)
    assert hunan.row.verdict.procedure == "deregister_offline_hollow_subject"
    assert any(each.contradiction for each in hunan.differences)
    assert shanghai.row.verdict.procedure == "add_site" and "直接新增" in shanghai.rule.text_zh  # type: ignore[union-attr]
    assert hunan.rule is not None and hunan.rule.source and hunan.rule.as_of
    assert hunan.deadline is not None and hunan.deadline.deadline.due > TODAY and hunan.deadline.steps()
    assert hunan.materials and all(each.source for each in hunan.materials)
    assert hunan.reply is not None and "湖南省通信管理局" in hunan.reply.plain and "空壳主体" in hunan.reply.html
    passed = service.finding(several["running"], TODAY)
    assert passed.reply is None and passed.materials == ()
    with pytest.raises(UserError, match="no_such_subject"):
        service.finding(999, TODAY)


def test_a_case_for_each_hollow_subject_and_only_once(database: Database, several: dict[str, int]) -> None:
    service = HollowSubjects(database, actor="王五")
    made = service.open_cases(list(several.values()), TODAY).cases
    assert len(made) == 3  # gone, recorded, shanghai; what is open is no reason for a case
    assert service.open_cases(list(several.values()), TODAY).cases == frozenset()
    cases = {case.subject_id: case for case in Cases(database, actor="王五").rows(sorted(made))}
    hunan = cases[several["gone"]]
    assert hunan.procedure == "deregister_offline_hollow_subject" and hunan.due_on and "空壳主体" in hunan.title
    assert "空壳主体" in hunan.note and Cases(database, actor="王五").whole(hunan.id).items
    assert cases[several["shanghai"]].procedure == "add_site"
    assert {row.case_id for row in service.rows(list(cases))} == made


def test_the_table_holds_what_the_query_lets_through(
    database: Database, several: dict[str, int], tmp_path: Path
) -> None:
    path = tmp_path / "subjects.csv"
    query = SubjectQuery(reason=SubjectReason.ALL_DEREGISTERED)
    service = HollowSubjects(database, actor="王五")
    assert service.export(query, path, ["名称", "省份"], lambda row: [row.name, row.province]) == 2
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows == [["名称", "省份"], ["示例科技2有限公司", "hunan"], ["示例科技9有限公司", "shanghai"]]
