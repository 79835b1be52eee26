"""Contacts: the people of tickets (agents of applicants, applicants, leads) with papers, phone and mail address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import Invalid, Problem, UserError
from app.models.contact import ContactRow
from app.services import quick_checks
from app.services.audit import Audit
from app.services.changes import Change
from app.services.filing_store import insert_row, reindex, update_row
from app.services.record_service import undo_change
from app.services.undo import RowChange, Undo, rows_of, table_of
from app.services.value_words import shown, value_of

FIELDS = ("name", "role", "certificate_type", "certificate_number", "phone", "email", "note")
ROLES = ("subject_lead", "site_lead", "agent", "applicant")
_REVEALED = frozenset({"certificate_number", "phone", "email"})


class Contacts:
    """Lists, makes, changes and deletes contacts; each may belong to a subject or a site."""

    def __init__(self, database: Database, actor: str) -> None:
        self._database = database
        self._actor = actor

    def of_subject(self, subject_id: int) -> list[ContactRow]:
        """The contacts that belong to a subject, by name."""
        return self._rows("subject_id", subject_id)

    def of_site(self, site_id: int) -> list[ContactRow]:
        """The contacts that belong to a site, by name."""
        return self._rows("site_id", site_id)

    def get(self, contact_id: int) -> ContactRow:
        """One contact.

        Raises:
            UserError: records.gone.
        """
        found = self._rows("id", contact_id)
        if not found:
            raise UserError("records.gone")
        return found[0]

    def create(self, values: Mapping[str, str], *, subject_id: int | None = None, site_id: int | None = None) -> Change:
        """Makes a contact.

        Raises:
            Invalid: with a problem for each field that is wrong.
        """
        columns = _checked(values) | {"subject_id": subject_id, "site_id": site_id}
        with self._database.transaction() as session:
            row = insert_row(session, "contact", columns)
            reindex(session, contacts=[row["id"]])
            Audit(session, self._actor).note("create", "contact", row["id"], {"fields": sorted(values)})
        return _change(RowChange("contact", None, row))

    def update(self, row: ContactRow, values: Mapping[str, str]) -> Change:
        """Changes some fields of the contact as it was read.

        Raises:
            Invalid: with a problem for each field that is wrong.
            UserError: records.changed_elsewhere, records.gone.
        """
        with self._database.transaction() as session:
            before = _current(session, row.id)
            if before["version"] != row.version:
                raise UserError("records.changed_elsewhere")
            columns = _checked({name: before[name] for name in FIELDS} | dict(values))
            change = update_row(session, "contact", before, columns)
            if change is None:
                return Change()
            reindex(session, contacts=[row.id])
            Audit(session, self._actor).note("change", "contact", row.id, {"fields": sorted(values)})
        return _change(change)

    def delete(self, contact_id: int) -> Change:
        """Deletes a contact."""
        with self._database.transaction() as session:
            before = _current(session, contact_id)
            table = table_of("contact")
            session.execute(table.delete().where(table.c.id == contact_id))
            reindex(session, contacts=[contact_id])
            Audit(session, self._actor).note("delete", "contact", contact_id)
        return _change(RowChange("contact", before, None))

    def reveal(self, contact_id: int, field: str) -> str:
        """A masked field's whole value; the audit log says who looked.

        Raises:
            UserError: records.gone.
        """
        if field not in _REVEALED:
            raise ValueError(f"{field} is not masked")
        with self._database.transaction() as session:
            value = str(_current(session, contact_id)[field])
            Audit(session, self._actor).note("reveal", "contact", contact_id, {"fields": [field]})
        return value

    def undo(self, token: Undo) -> Change:
        """Takes a change back; the change this returns has a token that does it again."""
        return undo_change(self._database, self._actor, token)

    def _rows(self, column: str, value: int) -> list[ContactRow]:
        table = table_of("contact")
        query = select(table).where(table.c[column] == value).order_by(table.c.name_key, table.c.id)
        with self._database.read() as session:
            return [ContactRow.of(record) for record in session.execute(query)]


def _current(session: Session, contact_id: int) -> dict[str, Any]:
    found = rows_of(session, "contact", "id", [contact_id])
    if not found:
        raise UserError("records.gone")
    return found[0]


def _checked(values: Mapping[str, str]) -> dict[str, str]:
    unknown = set(values) - set(FIELDS)
    if unknown:
        raise ValueError(f"not fields of a contact: {sorted(unknown)}")
    given = {name: value.strip() for name, value in values.items()}
    problems: list[Problem] = []
    clean: dict[str, str] = {"note": given.get("note", "")}
    if given.get("role") not in ROLES:
        problems.append(
            Problem("role", "records.value_unknown", {"found": shown(given.get("role", "")), "expected": ROLES})
        )
    clean["role"] = given.get("role", "")
    if not given.get("name"):
        problems.append(Problem("name", "records.required"))
    checks = {
        "name": lambda text: quick_checks.name(text, "individual"),
        "phone": quick_checks.phone,
        "email": quick_checks.email,
        "certificate_type": lambda text: value_of("certificate_type", text),
    }
    for name, check in checks.items():
        try:
            clean[name] = check(given[name]) if given.get(name) else ""
        except UserError as error:
            problems.append(error.problem(name))
    number, kind = given.get("certificate_number", ""), clean.get("certificate_type", "")
    clean["certificate_number"] = number
    if number and "certificate_type" in clean:
        try:
            clean["certificate_type"] = kind = kind or "id_card"
            clean["certificate_number"] = quick_checks.certificate(kind, number)
        except UserError as error:
            problems.append(error.problem("certificate_number"))
    if problems:
        raise Invalid(problems)
    return clean


def _change(change: RowChange) -> Change:
    row = change.after or change.before or {}
    owner = frozenset(filter(None, [row["subject_id"]])), frozenset(filter(None, [row["site_id"]]))
    return Change(*owner, contacts=frozenset({row["id"]}), undo=Undo((change,)))
