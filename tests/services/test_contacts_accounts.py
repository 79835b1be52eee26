from __future__ import annotations

from collections.abc import Callable

import pytest

from app.db.database import Database
from app.errors import Invalid, UserError
from app.services.accounts import Accounts
from app.services.contacts import Contacts
from app.services.masking import masked
from app.services.search import Search
from app.services.subjects import Subjects

Make = Callable[..., dict[str, object]]


def test_a_contact_is_checked_found_masked_and_taken_back(
    database: Database, subject_values: Make, id_number: Callable[[int], str]
) -> None:
    (subject,) = Subjects(database, "测试员").create(subject_values()).subjects
    contacts = Contacts(database, "测试员")
    values = {"name": "王示例", "role": "agent", "phone": "+86 139 0013 9000", "certificate_number": id_number(4)}
    change = contacts.create(values, subject_id=subject)
    assert change.subjects == {subject}
    (row,) = contacts.of_subject(subject)
    assert (row.phone, row.certificate_type) == ("13900139000", "id_card")
    assert masked(row).phone == "139****9000"
    assert contacts.reveal(row.id, "phone") == "13900139000"
    (hit,) = Search(database).find("王示例")
    assert (hit.kind, hit.id, hit.subtitle) == ("contact", row.id, "139****9000")
    contacts.update(row, {"phone": "13700137000"})
    with pytest.raises(UserError) as caught:
        contacts.update(row, {"phone": "13600136000"})
    assert caught.value.code == "records.changed_elsewhere"
    gone = contacts.delete(row.id)
    assert Search(database).find("王示例") == []
    assert gone.undo is not None
    contacts.undo(gone.undo)
    assert contacts.get(row.id).phone == "13700137000"
    assert [each.kind for each in Search(database).find("王示例")] == ["contact"]


def test_a_contact_says_every_field_that_is_wrong(database: Database) -> None:
    with pytest.raises(Invalid) as caught:
        Contacts(database, "测试员").create(
            {"name": "", "role": "boss", "phone": "1", "email": "x", "certificate_number": "2"}
        )
    assert {each.path for each in caught.value.problems} == {"name", "role", "phone", "email", "certificate_number"}


def test_an_account_is_one_per_uid_and_stays_while_it_is_used(database: Database, subject_values: Make) -> None:
    accounts = Accounts(database, "测试员")
    change = accounts.create({"uid": "1000200030004000", "login_name": "someone"})
    with pytest.raises(Invalid) as caught:
        accounts.create({"uid": "1000200030004000"})
    assert [each.code for each in caught.value.problems] == ["records.uid_taken"]
    (subject,) = Subjects(database, "测试员").create(subject_values()).subjects
    (row,) = accounts.rows()
    assert Subjects(database, "测试员").get(subject).account_id == row.id
    with pytest.raises(UserError) as used:
        accounts.delete(row.id)
    assert used.value.code == "records.account_in_use"
    accounts.update(row, {"station": "international"})
    assert accounts.get(row.id).station == "international"
    assert [hit.kind for hit in Search(database).find("someone")] == ["account"]
    Subjects(database, "测试员").delete([subject])
    gone = accounts.delete(row.id)
    assert accounts.find_uid("1000200030004000") is None
    assert gone.undo is not None
    accounts.undo(gone.undo)
    assert accounts.get(row.id).login_name == "someone"
    assert change.accounts == {row.id}
