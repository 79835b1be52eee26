"""Provider accounts (云账号): UID, login name and station. Passwords are never kept."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.database import Database
from app.errors import Invalid, Problem, UserError
from app.models.account import AccountRow
from app.services.audit import Audit
from app.services.changes import Change
from app.services.filing_store import insert_row, reindex, update_row
from app.services.record_service import undo_change
from app.services.undo import RowChange, Undo, rows_of, table_of

FIELDS = ("uid", "login_name", "station", "note")
STATIONS = ("china", "international")
_UID = re.compile(r"[0-9A-Za-z_-]{1,64}")


class Accounts:
    """Lists, makes, changes and deletes accounts. Subjects point to them."""

    def __init__(self, database: Database, actor: str) -> None:
        self._database = database
        self._actor = actor

    def rows(self) -> list[AccountRow]:
        """All accounts by UID."""
        table = table_of("account")
        with self._database.read() as session:
            return [AccountRow.of(record) for record in session.execute(select(table).order_by(table.c.uid))]

    def get(self, account_id: int) -> AccountRow:
        """One account.

        Raises:
            UserError: records.gone.
        """
        table = table_of("account")
        with self._database.read() as session:
            found = session.execute(select(table).where(table.c.id == account_id)).first()
        if found is None:
            raise UserError("records.gone")
        return AccountRow.of(found)

    def find_uid(self, uid: str) -> AccountRow | None:
        """The account with that UID."""
        table = table_of("account")
        with self._database.read() as session:
            found = session.execute(select(table).where(table.c.uid == uid.strip())).first()
            return AccountRow.of(found) if found is not None else None

    def create(self, values: Mapping[str, str]) -> Change:
        """Makes an account.

        Raises:
            Invalid: with a problem for each field that is wrong.
        """
        with self._database.transaction() as session:
            row = insert_row(session, "account", _checked(session, values, None))
            reindex(session, accounts=[row["id"]])
            Audit(session, self._actor).note("create", "account", row["id"], {"fields": sorted(values)})
        return Change(accounts=frozenset({row["id"]}), undo=Undo((RowChange("account", None, row),)))

    def update(self, row: AccountRow, values: Mapping[str, str]) -> Change:
        """Changes some fields of the account as it was read.

        Raises:
            Invalid: with a problem for each field that is wrong.
            UserError: records.changed_elsewhere, records.gone.
        """
        with self._database.transaction() as session:
            found = rows_of(session, "account", "id", [row.id])
            if not found:
                raise UserError("records.gone")
            if found[0]["version"] != row.version:
                raise UserError("records.changed_elsewhere")
            kept = {name: found[0][name] for name in FIELDS}
            change = update_row(session, "account", found[0], _checked(session, kept | dict(values), row.id))
            if change is None:
                return Change()
            reindex(session, accounts=[row.id])
            Audit(session, self._actor).note("change", "account", row.id, {"fields": sorted(values)})
        return Change(accounts=frozenset({row.id}), undo=Undo((change,)))

    def delete(self, account_id: int) -> Change:
        """Deletes an account that no subject uses.

        Raises:
            UserError: records.account_in_use with the number of its subjects.
        """
        subject = table_of("subject")
        with self._database.transaction() as session:
            users = session.execute(select(subject.c.id).where(subject.c.account_id == account_id)).all()
            if users:
                raise UserError("records.account_in_use", count=len(users))
            found = rows_of(session, "account", "id", [account_id])
            if not found:
                return Change()
            table = table_of("account")
            session.execute(table.delete().where(table.c.id == account_id))
            reindex(session, accounts=[account_id])
            Audit(session, self._actor).note("delete", "account", account_id)
        return Change(accounts=frozenset({account_id}), undo=Undo((RowChange("account", found[0], None),)))

    def undo(self, token: Undo) -> Change:
        """Takes a change back; the change this returns has a token that does it again."""
        return undo_change(self._database, self._actor, token)


def _checked(session: Session, values: Mapping[str, str], record_id: int | None) -> dict[str, str]:
    unknown = set(values) - set(FIELDS)
    if unknown:
        raise ValueError(f"not fields of an account: {sorted(unknown)}")
    clean = {name: value.strip() for name, value in values.items()}
    problems: list[Problem] = []
    uid = clean.get("uid", "")
    if not uid:
        problems.append(Problem("uid", "records.required"))
    elif not _UID.fullmatch(uid):
        problems.append(Problem("uid", "records.uid_unclear"))
    else:
        table = table_of("account")
        other = session.execute(select(table.c.id).where(table.c.uid == uid)).scalar()
        if other is not None and other != record_id:
            problems.append(Problem("uid", "records.uid_taken", {"uid": uid}))
    station = clean.setdefault("station", "china") or "china"
    if station not in STATIONS:
        problems.append(Problem("station", "records.value_unknown", {"found": station, "expected": STATIONS}))
    if problems:
        raise Invalid(problems)
    return clean | {"station": station}
