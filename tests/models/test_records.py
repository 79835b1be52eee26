"""Records and their frozen rows: every column is in the row or left out on purpose, names sort as expected."""

from __future__ import annotations

import itertools
from dataclasses import FrozenInstanceError, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError

from app import models
from app.db.base import Base
from app.db.database import Database
from app.models import Case, CaseRow, Contact, Domain, Row, Site, SiteRow, StoredFile, StoredFileRow, Subject, name_key

RECORDS = {mapper.class_.__name__: mapper.class_ for mapper in Base.registry.mappers}
# Sort keys are for the store; a file's bytes are read only when asked for.
LEFT_OUT = {
    "Subject": {"name_key"},
    "Site": {"name_key", "subject_name_key"},
    "Contact": {"name_key"},
    "StoredFile": {"data"},
    "Blank": {"original", "paper", "converted"},
}
# What only its own service reads and no view is handed.
WITHOUT_ROW = {"BlankRevision", "FileOrigin"}


@pytest.mark.parametrize("name", sorted(set(RECORDS) - WITHOUT_ROW))
def test_a_row_holds_every_column(name: str) -> None:
    row_class = getattr(models, f"{name}Row")
    columns = {attribute.key for attribute in inspect(RECORDS[name]).column_attrs}
    assert {field.name for field in fields(row_class)} == columns - LEFT_OUT.get(name, set())


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_every_record_has_a_version(name: str) -> None:
    assert inspect(RECORDS[name]).version_id_col is not None


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_every_reference_has_an_index(name: str) -> None:
    table = RECORDS[name].__table__
    leading = {index.columns[0].name for index in table.indexes} | {
        next(iter(constraint.columns)).name
        for constraint in table.constraints
        if hasattr(constraint, "columns") and constraint.columns
    }
    for column in table.columns:
        if column.foreign_keys:
            # Without one, deleting what is referred to reads the whole table.
            assert column.name in leading, column
            assert any(index.columns[0] is column for index in table.indexes) or column.name in {
                "site_id",
                "case_id",
                "blank_id",
                "file_id",
            }


def test_a_row_is_plain_and_frozen(database: Database) -> None:
    with database.transaction() as session:
        subject = Subject(kind="unit", name="示例公司")
        session.add(subject)
        session.flush()
        session.add(Site(subject_id=subject.id, name="示例网", subject_name=subject.name))
    with database.read() as session:
        from_object = SiteRow.of(session.scalars(select(Site)).one())
        from_columns = SiteRow.of(session.execute(select(Site.__table__)).one())
    assert from_object == from_columns
    with pytest.raises(FrozenInstanceError):
        from_object.name = "别的"
    assert not hasattr(from_object, "__dict__")


@pytest.mark.parametrize(
    "record",
    [
        Subject(kind="company", name="示例"),
        Subject(kind="unit", name="示例", state="gone"),
        Case(number="BD-1", state="lost"),
        Contact(name="示例", role="friend"),
    ],
    ids=["kind", "state", "case-state", "role"],
)
def test_closed_lists_of_values_are_kept(database: Database, record: object) -> None:
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add(record)


def test_unknown_filing_numbers_do_not_clash_and_known_ones_do(database: Database) -> None:
    with database.transaction() as session:
        session.add_all(Subject(kind="unit", name="示例") for _ in range(2))
        session.add(Subject(kind="unit", name="示例", filing_number="京ICP备1号"))
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add(Subject(kind="unit", name="示例", filing_number="京ICP备1号"))


def test_a_deleted_subject_takes_its_sites_along_and_leaves_cases(database: Database) -> None:
    with database.transaction() as session:
        subject = Subject(kind="unit", name="示例公司")
        session.add(subject)
        session.flush()
        site = Site(subject_id=subject.id, name="示例网")
        session.add(site)
        session.flush()
        session.add(Domain(site_id=site.id, ascii="example.com", unicode="example.com"))
        session.add(Case(number="BD-20261123-001", subject_id=subject.id, site_id=site.id))
    with database.transaction() as session:
        session.delete(session.scalars(select(Subject)).one())
    with database.read() as session:
        assert session.scalars(select(Site)).all() == session.scalars(select(Domain)).all() == []
        row = CaseRow.of(session.scalars(select(Case)).one())
    assert (row.subject_id, row.site_id) == (None, None)


def test_the_bytes_of_a_file_are_not_read_with_it(database: Database) -> None:
    with database.transaction() as session:
        session.add(StoredFile(sha256="0" * 64, media_type="image/png", name="示例.png", size=4, data=b"data"))
    with database.read() as session:
        file = session.scalars(select(StoredFile)).one()
        assert "data" in inspect(file).unloaded
        assert StoredFileRow.of(file).size == 4
        assert file.data == b"data"


def test_names_sort_by_pinyin_whatever_their_case() -> None:
    names = ["张三", "北京公司", "阿里", "ABC公司", "abd公司", "李四", "广州"]
    assert sorted(names, key=name_key) == ["ABC公司", "abd公司", "阿里", "北京公司", "广州", "李四", "张三"]


def test_the_sort_key_follows_the_name(database: Database) -> None:
    with database.transaction() as session:
        session.add_all(Subject(kind="unit", name=name) for name in ("张三", "阿里", "李四"))
    with database.transaction() as session:
        session.scalars(select(Subject).where(Subject.name == "张三")).one().name = "丁一"
    with database.read() as session:
        assert session.scalars(select(Subject.name).order_by(Subject.name_key)).all() == ["阿里", "丁一", "李四"]


@given(st.text())
def test_every_name_has_a_sort_key(name: str) -> None:
    assert isinstance(name_key(name), bytes)


def test_rows_of_different_kinds_are_never_equal() -> None:
    rows = [row for row in vars(models).values() if isinstance(row, type) and issubclass(row, Row)]
    assert len(rows) >= 14
    assert all(one.__qualname__ != other.__qualname__ for one, other in itertools.combinations(rows, 2))
