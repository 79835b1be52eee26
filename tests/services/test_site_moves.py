"""A site that was put under the wrong subject, or whose holder is another one now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.db.database import Database
from app.errors import Invalid, UserError
from app.models.site import SiteRow
from app.services.search import Search
from app.services.sites import Sites
from app.services.subjects import Subjects

Make = Callable[..., dict[str, object]]


class Desk:
    """Two subjects in two provinces; the first has a site."""

    def __init__(self, database: Database, subject_values: Make, site_values: Make) -> None:
        self.find = Search(database).find
        self.subjects, self.sites = Subjects(database, "测试员"), Sites(database, "测试员")
        (self.old,) = self.subjects.create(subject_values(1)).subjects
        number = "粤ICP备10000002号"
        (self.new,) = self.subjects.create(subject_values(2, name="新主体有限公司", filing_number=number)).subjects
        (self.site,) = self.sites.create(self.old, site_values(1)).sites

    def row(self) -> SiteRow:
        return self.sites.get(self.site)

    def counts(self) -> tuple[int, int]:
        return self.subjects.get(self.old).site_count, self.subjects.get(self.new).site_count


@pytest.fixture
def desk(database: Database, subject_values: Make, site_values: Make) -> Desk:
    return Desk(database, subject_values, site_values)


def test_a_moved_site_is_its_new_subjects_in_everything(desk: Desk) -> None:
    before = desk.row()
    change = desk.sites.move(before, desk.new, "粤ICP备10000002号-3")
    after = desk.row()
    assert (after.subject_id, after.subject_name, after.province) == (desk.new, "新主体有限公司", "guangdong")
    assert after.filing_number == "粤ICP备10000002号-3"
    assert (after.name, after.domain, after.lead_phone) == (before.name, before.domain, before.lead_phone)
    assert desk.counts() == (0, 1)
    assert change.subjects == {desk.old, desk.new}
    assert [hit.id for hit in desk.find("10000002号-3", kinds=["site"])] == [desk.site]
    assert desk.find("10000001号-1", kinds=["site"]) == []
    assert desk.sites.history(desk.site)[0].detail == {"fields": ["subject"]}

    assert change.undo is not None
    again = desk.sites.undo(change.undo)
    back = desk.row()
    assert (back.subject_id, back.subject_name, back.province) == (desk.old, before.subject_name, "beijing")
    assert back.filing_number == before.filing_number
    assert desk.counts() == (1, 0)
    assert again.undo is not None
    desk.sites.undo(again.undo)
    assert desk.counts() == (0, 1)
    assert desk.row().subject_name == "新主体有限公司"


def test_a_number_may_wait_but_not_be_another_subjects(desk: Desk, site_values: Make) -> None:
    row = desk.row()
    with pytest.raises(Invalid) as refused:
        desk.sites.move(row, desk.new, row.filing_number or "")
    assert [each.code for each in refused.value.problems] == ["records.site_number_of_other_subject"]
    desk.sites.create(desk.new, site_values(2, filing_number="粤ICP备10000002号-1"))
    with pytest.raises(Invalid) as refused:
        desk.sites.move(row, desk.new, "粤ICP备10000002号-1")
    assert [each.code for each in refused.value.problems] == ["records.number_taken"]
    assert desk.counts() == (1, 1)
    desk.sites.move(row, desk.new, "")
    assert desk.row().filing_number is None
    assert desk.counts() == (0, 2)


def test_where_it_is_already_or_changed_meanwhile_it_does_not_move(desk: Desk) -> None:
    row = desk.row()
    with pytest.raises(UserError, match=r"records\.site_is_there"):
        desk.sites.move(row, desk.old, "")
    desk.sites.update(row, {"note": "改过"})
    with pytest.raises(UserError, match=r"records\.changed_elsewhere"):
        desk.sites.move(row, desk.new, "")
    desk.subjects.delete([desk.new])
    with pytest.raises(UserError, match=r"records\.gone"):
        desk.sites.move(desk.row(), desk.new, "")


def test_a_number_that_is_the_new_subjects_is_kept(desk: Desk) -> None:
    first, second = desk.subjects.get(desk.old), desk.subjects.get(desk.new)
    assert desk.sites.number_under(desk.row(), first) == desk.row().filing_number
    assert desk.sites.number_under(desk.row(), second) == ""
