from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest

from app.db.database import Database
from app.services.search import Search
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.services.tables import SUBJECTS, TableQuery

Make = Callable[..., dict[str, object]]

NAMES = ("示例丙", "示例甲", "示例乙", "另一家", "示例甲")


@pytest.fixture
def filled(database: Database, subject_values: Make, site_values: Make) -> list[int]:
    subjects, sites = Subjects(database, "测试员"), Sites(database, "测试员")
    ids = []
    for n, name in enumerate(NAMES, start=1):
        number = f"{'京粤'[n % 2]}ICP备{10_000_000 + n}号"
        state = ("正常", "空壳", "已注销")[n % 3]
        made = subjects.create(subject_values(n, name=name, filing_number=number, state=state))
        ids += made.subjects
        sites.create(ids[-1], site_values(n, filing_number=f"{number}-1"))
    return ids


def test_every_sortable_column_sorts_both_ways_with_ties_by_id(database: Database, filled: list[int]) -> None:
    subjects = Subjects(database, "测试员")
    for column in sorted(SUBJECTS.sortable):
        up = subjects.ids(TableQuery(column))
        down = subjects.ids(TableQuery(column, descending=True))
        assert isinstance(up, array)
        assert sorted(up) == filled
        assert list(down) == list(reversed(up))
    by_name = subjects.ids(TableQuery("name"))
    # 丙 stands under b, 甲 under j, 乙 under y; of two equal names the older comes first.
    assert [row.name for row in subjects.rows(by_name)] == ["另一家", "示例丙", "示例甲", "示例甲", "示例乙"]
    assert [each for each in by_name if each in (filled[1], filled[4])] == [filled[1], filled[4]]


def test_a_column_without_index_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="note"):
        Subjects(database, "测试员").ids(TableQuery("note"))


def test_filters_and_counts_agree(database: Database, filled: list[int]) -> None:
    subjects = Subjects(database, "测试员")
    query = TableQuery("id", province="guangdong", state="hollow")
    assert list(subjects.ids(query)) == [filled[0]]
    assert subjects.count(query) == 1
    assert subjects.count() == 5
    assert subjects.filter_values("province") == ("beijing", "guangdong")
    assert subjects.filter_values("state") == ("active", "deregistered", "hollow")
    assert list(subjects.ids(TableQuery("id", text="示例甲"))) == [filled[1], filled[4]]
    assert subjects.count(TableQuery("id", text="甲", province="beijing")) == 1
    assert list(subjects.ids(TableQuery("id", text="没有这个"))) == []


def test_the_filter_of_sites_finds_them_by_their_subject_too(database: Database, filled: list[int]) -> None:
    sites = Sites(database, "测试员")
    found = sites.rows(sites.ids(TableQuery("id", text="另一家")))
    assert [row.subject_id for row in found] == [filled[3]]
    assert len(sites.ids(TableQuery("subject_name"))) == 5
    assert sites.rows(sites.ids(TableQuery("subject_name")))[0].subject_name == "另一家"


def test_rows_keep_the_order_asked_for_and_leave_out_what_is_gone(database: Database, filled: list[int]) -> None:
    subjects = Subjects(database, "测试员")
    wanted = [filled[3], 987654, filled[0], filled[2]]
    assert [row.id for row in subjects.rows(wanted)] == [filled[3], filled[0], filled[2]]


@pytest.mark.parametrize(
    "text", ["另", "另一", "另一家", "10000004", "example4-1.com", "示例4-1.中国", "13800000004", "lead4@"]
)
def test_any_part_from_one_character_on_is_found(database: Database, filled: list[int], text: str) -> None:
    hits = Search(database).find(text)
    assert filled[3] in {hit.id for hit in hits if hit.kind == "subject"} or any(hit.kind == "site" for hit in hits)
    assert all(hit.matched for hit in hits)


def test_hits_say_what_matched_and_mask_it(database: Database, filled: list[int]) -> None:
    (hit,) = Search(database).find("13800000002")
    assert (hit.kind, hit.id, hit.title, hit.matched) == ("subject", filled[1], "示例甲", "lead_phone")
    assert hit.found == "138****0002"
    (hit,) = Search(database).find("示例2-1.中国")
    assert (hit.kind, hit.matched, hit.found) == ("site", "domains", "示例2-1.中国")
    assert Search(database).find("  ") == []


def test_what_is_changed_or_deleted_is_found_anew(database: Database, filled: list[int]) -> None:
    subjects = Subjects(database, "测试员")
    subjects.update(subjects.get(filled[3]), {"name": "改了名字"})
    assert Search(database).find("另一家") == []
    assert [hit.id for hit in Search(database).find("改了名字")] == [filled[3]]
    subjects.delete([filled[3]])
    assert Search(database).find("改了名字") == []


def test_a_chinese_domain_is_shown_as_people_write_it(
    database: Database, subject_values: Make, site_values: Make
) -> None:
    (subject,) = Subjects(database, "测试员").create(subject_values(1)).subjects
    Sites(database, "测试员").create(subject, site_values(1, domains=("示例.中国",)))
    (hit,) = Search(database).find("示例.中国", kinds=["site"])
    assert hit.subtitle.startswith("示例.中国 ·")


def test_the_first_ids_begin_the_whole_list(database: Database, filled: list[int]) -> None:
    subjects = Subjects(database, "测试员")
    for query in (TableQuery(), TableQuery(sort="filed_on", descending=True), TableQuery(text="示例")):
        whole = subjects.ids(query)
        assert len(whole) > 2
        assert subjects.ids(query, 2) == whole[:2]
        assert subjects.ids(query, len(whole) + 1) == whole
