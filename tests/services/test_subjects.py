from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import insert, select

from app.db.database import Database
from app.errors import Invalid, UserError
from app.services.masking import masked
from app.services.search import Search
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.services.tables import TableQuery
from app.services.undo import table_of

Make = Callable[..., dict[str, object]]


@pytest.fixture
def subjects(database: Database) -> Subjects:
    return Subjects(database, "测试员")


@pytest.fixture
def sites(database: Database) -> Sites:
    return Sites(database, "测试员")


def one(ids: frozenset[int]) -> int:
    (only,) = ids
    return only


def test_a_subject_is_kept_in_the_form_of_the_store(subjects: Subjects, subject_values: Make) -> None:
    change = subjects.create(subject_values(filing_number="京icp备 10000001 "))
    row = subjects.get(one(change.subjects))
    assert row.filing_number == "京ICP备10000001号"
    assert row.province == "beijing"
    assert (row.kind, row.nature, row.state) == ("unit", "企业", "active")
    assert row.filed_on is not None
    assert row.filed_on.isoformat() == "2019-09-16"
    assert row.certificate_type == "credit_code"
    assert row.account_id is not None
    assert row.note == "第一行\n第二行"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "", "records.required"),
        ("name", "示\ue863例", "rules.name_private_use"),
        ("filing_number", "川ICP备10000001号", "rules.filing_number_wrong_letter"),
        ("filing_number", "京ICP备10000001号-1", "records.subject_number_with_service"),
        ("province", "广东", "records.province_differs"),
        ("province", "火星", "records.province_unknown"),
        ("certificate_type", "身份证", "records.certificate_type_not_for_kind"),
        ("certificate_number", "91110000000000000X", "rules.certificate_credit_code_check_digit"),
        ("lead_phone", "12345", "rules.phone_unclear"),
        ("lead_email", "nobody", "rules.email_unclear"),
        ("state", "随便", "records.value_unknown"),
        ("filed_on", "2019-13-01", "records.date_unclear"),
        ("address", "坏\x01字", "records.character_unusable"),
        ("nature", "长" * 41, "records.text_too_long"),
    ],
)
def test_each_field_says_what_is_wrong(
    subjects: Subjects, subject_values: Make, field: str, value: str, code: str
) -> None:
    found = {(each.path, each.code) for each in subjects.check(subject_values(**{field: value}))}
    assert (field, code) in found
    with pytest.raises(Invalid):
        subjects.create(subject_values(**{field: value}))
    assert subjects.count() == 0


def test_nothing_is_wrong_with_the_good_one(subjects: Subjects, subject_values: Make) -> None:
    assert subjects.check(subject_values()) == ()


def test_a_number_that_is_taken_names_the_other_record(subjects: Subjects, subject_values: Make) -> None:
    first = one(subjects.create(subject_values(1)).subjects)
    problems = subjects.check(subject_values(2, filing_number="京ICP备10000001号"))
    assert [each.code for each in problems] == ["records.number_taken"]
    assert problems[0].facts["name"] == "示例科技1有限公司"
    assert subjects.check(subject_values(1), first) == ()


def test_kind_and_certificate_type_follow_from_the_number(subjects: Subjects, id_number: Callable[[int], str]) -> None:
    person = subjects.create({"name": "买买提.示例", "certificate_number": id_number(3)})
    row = subjects.get(one(person.subjects))
    assert (row.kind, row.certificate_type, row.name) == ("individual", "id_card", "买买提·示例")


def test_the_second_editor_is_told(subjects: Subjects, subject_values: Make) -> None:
    row = subjects.get(one(subjects.create(subject_values()).subjects))
    subjects.update(row, {"address": "别处"})
    with pytest.raises(UserError) as caught:
        subjects.update(row, {"address": "又一处"})
    assert caught.value.code == "records.changed_elsewhere"
    assert subjects.get(row.id).address == "别处"


def test_an_edit_judges_only_what_it_touches(database: Database, subjects: Subjects, subject_values: Make) -> None:
    row = subjects.get(one(subjects.create(subject_values()).subjects))
    with database.transaction() as session:
        table = table_of("subject")
        session.execute(table.update().where(table.c.id == row.id).values(lead_phone="旧号"))
    subjects.update(row, {"address": "新址"})
    assert subjects.get(row.id).address == "新址"
    with pytest.raises(Invalid):
        subjects.update(subjects.get(row.id), {"lead_phone": "还是旧号"})


def test_a_new_number_and_name_move_the_sites_along_and_back(
    subjects: Subjects, sites: Sites, subject_values: Make, site_values: Make
) -> None:
    subject = one(subjects.create(subject_values(1)).subjects)
    site = one(sites.create(subject, site_values(1, 2)).sites)
    change = subjects.update(subjects.get(subject), {"filing_number": "粤ICP备20000001号", "name": "新名字有限公司"})
    row = sites.get(site)
    assert (row.filing_number, row.province, row.subject_name) == ("粤ICP备20000001号-2", "guangdong", "新名字有限公司")
    assert change.sites == {site}
    assert change.undo is not None
    redo = subjects.undo(change.undo)
    row = sites.get(site)
    assert (row.filing_number, row.province, row.subject_name) == (
        "京ICP备10000001号-2",
        "beijing",
        "示例科技1有限公司",
    )
    assert redo.undo is not None
    subjects.undo(redo.undo)
    assert sites.get(site).filing_number == "粤ICP备20000001号-2"
    assert subjects.get(subject).name == "新名字有限公司"


def _everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """All rows but for versions, moments and the history."""
    found = {}
    with database.read() as session:
        for name in ("subject", "site", "domain", "contact", "account", "search_text"):
            table = table_of(name)
            columns = [c for c in table.columns if c.name not in ("version", "updated_at")]
            found[name] = [tuple(row) for row in session.execute(select(*columns).order_by(columns[0]))]
    return found


def test_delete_and_undo_bring_all_of_it_back_under_the_same_ids(
    database: Database, subjects: Subjects, sites: Sites, subject_values: Make, site_values: Make
) -> None:
    subject = one(subjects.create(subject_values(1)).subjects)
    site = one(sites.create(subject, site_values(1)).sites)
    other = one(subjects.create(subject_values(2)).subjects)
    with database.transaction() as session:
        contact = table_of("contact")
        values = {
            "version": 1,
            "name": "王示例",
            "name_key": b"w",
            "role": "agent",
            "subject_id": subject,
            "site_id": site,
        }
        session.execute(insert(contact).values(values))
    before = _everything(database)
    change = subjects.delete([subject])
    assert change.subjects == {subject}
    assert change.sites == {site}
    assert list(subjects.ids(TableQuery())) == [other]
    assert Search(database).find("example1-1") == []
    with database.read() as session:
        assert session.execute(select(contact.c.subject_id, contact.c.site_id)).all() == [(None, None)]
    assert change.undo is not None
    back = subjects.undo(change.undo)
    assert _everything(database) == before
    assert [hit.id for hit in Search(database).find("example1-1.com", kinds=["site"])] == [site]
    # Doing it again, and taking that back, is the same once more.
    assert back.undo is not None
    again = subjects.undo(back.undo)
    assert list(subjects.ids(TableQuery())) == [other]
    assert again.undo is not None
    subjects.undo(again.undo)
    assert _everything(database) == before


def test_undo_refuses_what_somebody_else_changed_since(subjects: Subjects, subject_values: Make) -> None:
    change = subjects.create(subject_values())
    row = subjects.get(one(change.subjects))
    subjects.update(row, {"address": "别处"})
    assert change.undo is not None
    with pytest.raises(UserError) as caught:
        subjects.undo(change.undo)
    assert caught.value.code == "records.changed_elsewhere"
    assert subjects.get(row.id).address == "别处"


def test_undo_of_making_a_subject_refuses_when_it_has_sites(
    subjects: Subjects, sites: Sites, subject_values: Make, site_values: Make
) -> None:
    change = subjects.create(subject_values())
    sites.create(one(change.subjects), site_values())
    assert change.undo is not None
    with pytest.raises(UserError) as caught:
        subjects.undo(change.undo)
    assert caught.value.code == "records.undo_has_sites"


def test_a_deleted_number_given_to_another_cannot_come_back(subjects: Subjects, subject_values: Make) -> None:
    change = subjects.delete(subjects.create(subject_values()).subjects)
    subjects.create(subject_values(name="后来者有限公司"))
    assert change.undo is not None
    with pytest.raises(UserError) as caught:
        subjects.undo(change.undo)
    assert caught.value.code == "records.undo_number_taken"


def test_history_names_fields_and_never_values(subjects: Subjects, subject_values: Make) -> None:
    row = subjects.get(one(subjects.create(subject_values()).subjects))
    subjects.update(row, {"lead_phone": "13700137000"})
    assert subjects.reveal(row.id, "lead_phone") == "13700137000"
    events = subjects.history(row.id)
    assert [event.action for event in events] == ["reveal", "change", "create"]
    assert events[1].detail == {"fields": ["lead_phone"]}
    assert "13700137000" not in repr(events)


def test_masked_rows_show_no_whole_number(subjects: Subjects, subject_values: Make) -> None:
    row = subjects.get(one(subjects.create(subject_values()).subjects))
    shown = masked(row)
    for field in ("certificate_number", "lead_certificate_number", "lead_phone", "lead_email"):
        assert getattr(shown, field) != getattr(row, field)
        assert "*" in getattr(shown, field)
    assert shown.name == row.name
