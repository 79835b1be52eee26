"""Taking an import back, and what stands in its way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.db.base import Base
from app.db.database import Database
from app.errors import Cancelled, UserError
from app.services.imports.mapping import guess_columns
from app.services.imports.plan import Action
from app.services.imports.running import ImportResult, Imports
from app.services.imports.sheets import read_sheet
from app.services.imports.taking_back import ImportUndo, take_import_back
from app.services.search import Search
from app.services.search_index import SearchIndex
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.services.tables import TableQuery
from app.services.undo import rebased

HEADER = "主体名称,主体备案号,证件类型,证件号码,负责人姓名,网站名称,网站备案号,域名,云账号"
CHANGING = {"version", "updated_at"}
Make = Callable[..., dict[str, object]]


class Desk:
    """A store with one subject that has a site, and a table that adds to both and brings others."""

    def __init__(self, database: Database, folder: Path, subject_values: Make, site_values: Make) -> None:
        self.database, self.file = database, folder / "表.csv"
        self.imports = Imports(database, "测试员")
        self.subjects, self.sites = Subjects(database, "测试员"), Sites(database, "测试员")
        (self.subject,) = self.subjects.create(subject_values(1, name="原有有限公司", account_uid="")).subjects
        (self.site,) = self.sites.create(self.subject, site_values(1, domains=("old.example.com",))).sites

    def run(self, code: Callable[[int], str]) -> ImportResult:
        own, other = "京ICP备10000001号", "京ICP备10000002号"
        first = f"改名有限公司,{own},营业执照,{code(1)},张示例"
        second = f"新来有限公司,{other},营业执照,{code(2)},李示例"
        lines = (
            f"{first},原有网,{own}-1,new.example.com,1000200030004001",
            f"{first},加来网,{own}-2,added.example.com,1000200030004001",
            f"{second},新来网,{other}-1,fresh.example.com,1000200030004002",
        )
        self.file.write_text("\n".join((HEADER, *lines)), encoding="utf-8")
        sheet = read_sheet(self.file)
        plan = self.imports.check(sheet, guess_columns(sheet))
        assert plan.problems == []
        return self.imports.run(plan.choose(Action.MERGE))

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """Everything of the records but versions and the moments of changes."""
        found = {}
        with self.database.read() as session:
            for name in ("account", "subject", "site", "domain", "search_text"):
                table = Base.metadata.tables[name]
                rows = session.execute(select(table).order_by(table.c[0])).mappings()
                found[name] = [{key: row[key] for key in row if key not in CHANGING} for row in rows]
        # A domain that comes back is a new row.
        found["domain"] = [{**row, "id": 0} for row in found["domain"]]
        return found


@pytest.fixture
def desk(database: Database, tmp_path: Path, subject_values: Make, site_values: Make) -> Desk:
    return Desk(database, tmp_path, subject_values, site_values)


def undo_of(result: ImportResult) -> ImportUndo:
    undo = result.change.undo
    assert isinstance(undo, ImportUndo)
    return undo


@pytest.mark.parametrize("indexed", [False, True])
def test_the_store_is_again_as_it_was(desk: Desk, credit_code: Callable[[int], str], indexed: bool) -> None:
    before = desk.rows()
    result = desk.run(credit_code)
    assert (result.subjects_made, result.sites_made, result.subjects_merged, result.sites_merged) == (1, 2, 1, 1)
    assert desk.rows() != before
    if indexed:
        SearchIndex(desk.database).catch_up()
    change = desk.imports.undo(undo_of(result))
    assert desk.rows() == before
    assert desk.subject in change.subjects and desk.site in change.sites
    assert len(change.sites) == 3
    find = Search(desk.database).find
    assert find("新来") == find("added") == []
    assert [hit.id for hit in find("原有有限")] == [desk.subject]


def test_what_was_changed_since_stops_it_and_is_named(desk: Desk, credit_code: Callable[[int], str]) -> None:
    result = desk.run(credit_code)
    made = desk.subjects.get(max(desk.subjects.ids(TableQuery())))
    edit = desk.subjects.update(made, {"note": "之后写的"})
    after = desk.rows()
    with pytest.raises(UserError) as refused:
        desk.imports.undo(undo_of(result))
    assert refused.value.code == "imports.undo_changed"
    assert refused.value.facts == {"count": 1, "names": ("新来有限公司",)}
    assert desk.rows() == after

    # Once the later change is taken back as well, nothing stands in the way.
    assert edit.undo is not None
    redo = desk.subjects.undo(edit.undo).undo
    assert redo is not None
    desk.imports.undo(rebased(undo_of(result), edit.undo, redo))
    assert [row.name for row in desk.subjects.rows(desk.subjects.ids(TableQuery()))] == ["原有有限公司"]


def test_a_merged_record_that_was_changed_since_stops_it(desk: Desk, credit_code: Callable[[int], str]) -> None:
    result = desk.run(credit_code)
    desk.sites.update(desk.sites.get(desk.site), {"note": "之后写的"})
    with pytest.raises(UserError) as refused:
        desk.imports.undo(undo_of(result))
    assert refused.value.code == "imports.undo_changed"


def test_sites_added_since_stop_it(desk: Desk, credit_code: Callable[[int], str], site_values: Make) -> None:
    result = desk.run(credit_code)
    made = max(desk.subjects.ids(TableQuery()))
    desk.sites.create(made, site_values(2, filing_number="京ICP备10000002号-9", domains=("hand.example.com",)))
    with pytest.raises(UserError) as refused:
        desk.imports.undo(undo_of(result))
    assert (refused.value.code, refused.value.facts["names"]) == ("imports.undo_has_sites", ("新来有限公司",))


def test_records_in_use_stop_it(desk: Desk, credit_code: Callable[[int], str]) -> None:
    result = desk.run(credit_code)
    made = max(desk.subjects.ids(TableQuery()))
    with desk.database.transaction() as session:
        contact = Base.metadata.tables["contact"]
        session.execute(
            contact.insert().values(version=1, name="王示例", name_key=b"", role="subject_lead", subject_id=made)
        )
    with pytest.raises(UserError) as refused:
        desk.imports.undo(undo_of(result))
    assert (refused.value.code, refused.value.facts["names"]) == ("imports.undo_used", ("新来有限公司",))


def test_a_record_deleted_since_is_gone_already(desk: Desk, credit_code: Callable[[int], str]) -> None:
    before = desk.rows()
    result = desk.run(credit_code)
    desk.subjects.delete([max(desk.subjects.ids(TableQuery()))])
    desk.imports.undo(undo_of(result))
    assert desk.rows() == before


def test_an_account_that_others_use_meanwhile_stays(
    desk: Desk, credit_code: Callable[[int], str], subject_values: Make
) -> None:
    result = desk.run(credit_code)
    desk.subjects.create(subject_values(5, account_uid="1000200030004002"))
    change = desk.imports.undo(undo_of(result))
    assert [row["uid"] for row in desk.rows()["account"]] == ["1000200030004002"]
    assert len(change.accounts) == 1


def test_stopped_half_way_nothing_is_taken_back(desk: Desk, credit_code: Callable[[int], str]) -> None:
    result = desk.run(credit_code)
    after = desk.rows()

    def stop(step: int, total: int) -> None:
        assert 0 < step <= total
        raise Cancelled

    with pytest.raises(Cancelled), desk.database.transaction() as session:
        take_import_back(session, "测试员", undo_of(result), stop)
    assert desk.rows() == after
