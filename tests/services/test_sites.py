from __future__ import annotations

from collections.abc import Callable

import pytest

from app.db.database import Database
from app.errors import Invalid
from app.services.sites import Sites
from app.services.subjects import Subjects

Make = Callable[..., dict[str, object]]


@pytest.fixture
def subjects(database: Database) -> Subjects:
    return Subjects(database, "测试员")


@pytest.fixture
def sites(database: Database) -> Sites:
    return Sites(database, "测试员")


@pytest.fixture
def subject(subjects: Subjects, subject_values: Make) -> int:
    return next(iter(subjects.create(subject_values(1)).subjects))


def test_a_site_takes_over_from_its_subject_and_counts_there(
    subjects: Subjects, sites: Sites, subject: int, site_values: Make
) -> None:
    change = sites.create(subject, site_values())
    row = sites.get(next(iter(change.sites)))
    assert (row.province, row.subject_name, row.domain) == ("beijing", "示例科技1有限公司", "example1-1.com")
    assert [each.unicode for each in sites.domains(row.id)] == ["example1-1.com", "示例1-1.中国"]
    assert subjects.get(subject).site_count == 1
    assert change.undo is not None
    sites.undo(change.undo)
    assert subjects.get(subject).site_count == 0


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("filing_number", "京ICP备10000001号", "records.site_number_without_service"),
        ("filing_number", "京ICP备10000002号-1", "records.site_number_of_other_subject"),
        ("filing_number", "不是号码", "rules.filing_number_unclear"),
        ("domains", "example.com 192.0.2.1", "rules.domain_is_address"),
        ("home_url", "不是网址", "records.url_unclear"),
        ("state", "空壳", "records.site_never_hollow"),
        ("kind", "乱写", "records.value_unknown"),
    ],
)
def test_each_field_says_what_is_wrong(
    sites: Sites, subject: int, site_values: Make, field: str, value: str, code: str
) -> None:
    assert (field, code) in {(each.path, each.code) for each in sites.check(subject, site_values(**{field: value}))}
    with pytest.raises(Invalid):
        sites.create(subject, site_values(**{field: value}))


def test_the_suffix_decides_the_kind(sites: Sites, subject: int, site_values: Make) -> None:
    made = sites.create(subject, site_values(filing_number="京ICP备10000001号-2A"))
    assert sites.get(next(iter(made.sites))).kind == "app"
    problems = sites.check(subject, site_values(filing_number="京ICP备10000001号-3X", kind="网站"))
    assert [each.code for each in problems] == ["records.site_kind_differs"]


def test_domains_change_with_the_site_and_come_back(sites: Sites, subject: int, site_values: Make) -> None:
    row = sites.get(next(iter(sites.create(subject, site_values()).sites)))
    change = sites.update(row, {"domains": "示例1-1.中国、example9.com.cn"})
    assert [each.unicode for each in sites.domains(row.id)] == ["示例1-1.中国", "example9.com.cn"]
    assert sites.get(row.id).domain == sites.domains(row.id)[0].ascii
    assert change.undo is not None
    sites.undo(change.undo)
    assert [each.unicode for each in sites.domains(row.id)] == ["example1-1.com", "示例1-1.中国"]
    assert sites.get(row.id).domain == "example1-1.com"


def test_a_second_domain_alone_still_counts_as_a_change(sites: Sites, subject: int, site_values: Make) -> None:
    row = sites.get(next(iter(sites.create(subject, site_values(domains="example1.com")).sites)))
    sites.update(row, {"domains": "example1.com example2.com"})
    assert sites.get(row.id).version == row.version + 1
    assert len(sites.domains(row.id)) == 2


def test_delete_brings_the_count_down_and_undo_up(
    subjects: Subjects, sites: Sites, subject: int, site_values: Make
) -> None:
    ids = [next(iter(sites.create(subject, site_values(1, service)).sites)) for service in (10, 2, 1)]
    assert [row.filing_number for row in subjects.sites(subject)] == [
        "京ICP备10000001号-1",
        "京ICP备10000001号-2",
        "京ICP备10000001号-10",
    ]
    change = sites.delete(ids[:2])
    assert subjects.get(subject).site_count == 1
    assert change.undo is not None
    sites.undo(change.undo)
    assert subjects.get(subject).site_count == 3
    assert len(sites.domains(ids[0])) == 2
