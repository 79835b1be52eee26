"""Filing records within one transaction: whole rows in and out, caches kept true, the search index along with them.

The services in `subjects` and `sites`, the import and the undo all write through here, so that a
subject's count of sites, a site's copy of its subject's name and province and the search index are
kept in one place only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.db.base import utc_now
from app.errors import UserError
from app.models.name_keys import name_key
from app.rules.domains import DomainName
from app.services.search_texts import index_plain, index_sites, index_subjects
from app.services.undo import RowChange, rows_of, table_of

_KEYED = {"name": "name_key", "subject_name": "subject_name_key"}


def insert_row(session: Session, table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Makes one row and returns it whole."""
    full = {"version": 1, **with_keys(values)}
    try:
        row = session.execute(insert(table_of(table)).values(full).returning(table_of(table))).mappings().one()
    except IntegrityError as error:
        raise UserError("records.changed_elsewhere") from error
    return dict(row)


def update_row(session: Session, table: str, before: Mapping[str, Any], values: Mapping[str, Any]) -> RowChange | None:
    """Changes the row that is still as `before` says; None when nothing differs.

    Raises:
        UserError: records.changed_elsewhere.
    """
    changed = {name: value for name, value in with_keys(values).items() if before[name] != value}
    if not changed:
        return None
    target = table_of(table)
    changed["version"] = before["version"] + 1
    if "updated_at" in target.c:
        changed["updated_at"] = utc_now()
    try:
        done = session.execute(
            update(target).where(target.c.id == before["id"], target.c.version == before["version"]).values(changed)
        )
    except IntegrityError as error:
        raise UserError("records.changed_elsewhere") from error
    if done.rowcount != 1:  # type: ignore[attr-defined]
        raise UserError("records.changed_elsewhere")
    return RowChange(table, dict(before), {**before, **changed})


def with_keys(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with the sort keys of their names."""
    keyed = dict(values)
    for name, key in _KEYED.items():
        if name in keyed:
            keyed[key] = name_key(keyed[name])
    return keyed


def account_id(session: Session, uid: str, journal: list[RowChange]) -> int | None:
    """The account with that UID, made when there is none; None for no UID."""
    if not uid:
        return None
    table = table_of("account")
    found = session.execute(select(table.c.id).where(table.c.uid == uid)).scalar()
    if found is not None:
        return int(found)
    row = insert_row(session, "account", {"uid": uid})
    journal.append(RowChange("account", None, row))
    reindex(session, accounts=[row["id"]])
    return int(row["id"])


def account_uids(session: Session, ids: Iterable[int | None]) -> dict[int | None, str]:
    """The UIDs of accounts by their ids."""
    wanted = sorted({each for each in ids if each is not None})
    table = table_of("account")
    found: dict[int | None, str] = {}
    for start in range(0, len(wanted), 500):
        query = select(table.c.id, table.c.uid).where(table.c.id.in_(wanted[start : start + 500]))
        found |= {row.id: row.uid for row in session.execute(query)}
    return found


def set_domains(session: Session, site_id: int, domains: Sequence[DomainName]) -> list[RowChange]:
    """Makes these the site's domains, in this order; what is known of a domain that stays is kept."""
    before = sorted(rows_of(session, "domain", "site_id", [site_id]), key=lambda row: row["position"])
    if [row["ascii"] for row in before] == [each.registrable_ascii for each in domains]:
        return []
    table = table_of("domain")
    known = {row["ascii"]: row for row in before}
    journal = []
    for row in before:
        session.execute(table.delete().where(table.c.id == row["id"]))
        journal.append(RowChange("domain", row, None))
    for position, domain in enumerate(domains):
        kept = {
            name: value
            for name, value in known.get(domain.registrable_ascii, {}).items()
            if name not in ("id", "version")
        }
        row = insert_row(session, "domain", kept | domain_values(domain, site_id, position))
        journal.append(RowChange("domain", None, row))
    return journal


def domain_values(domain: DomainName, site_id: int, position: int) -> dict[str, Any]:
    """The columns of a domain's row that follow from its name."""
    return {
        "site_id": site_id,
        "position": position,
        "ascii": domain.registrable_ascii,
        "unicode": domain.registrable_unicode,
        "suffix": domain.suffix,
    }


def refresh_caches(session: Session, subjects: Iterable[int]) -> None:
    """Makes site_count and the sites' copies of name and province true again; no version counts for that."""
    ordered = sorted(set(subjects))
    subject, site = table_of("subject"), table_of("site")
    for start in range(0, len(ordered), 500):
        chunk = ordered[start : start + 500]
        counts = dict.fromkeys(chunk, 0)
        counting = (
            select(site.c.subject_id, func.count()).where(site.c.subject_id.in_(chunk)).group_by(site.c.subject_id)
        )
        counts |= {row[0]: row[1] for row in session.execute(counting)}
        columns = (subject.c.id, subject.c.name, subject.c.name_key, subject.c.province, subject.c.site_count)
        for owner, name, key, province, count in session.execute(select(*columns).where(subject.c.id.in_(chunk))).all():
            if count != counts[owner]:
                session.execute(update(subject).where(subject.c.id == owner).values(site_count=counts[owner]))
            if counts[owner]:
                copies = {"subject_name": name, "subject_name_key": key, "province": province}
                stale = (site.c.subject_name != name) | (site.c.province != province)
                session.execute(update(site).where(site.c.subject_id == owner, stale).values(copies))


def move_site_numbers(session: Session, subject_id: int, old: str, new: str) -> list[RowChange]:
    """Carries a corrected subject number on to its sites: `旧号-1` becomes `新号-1`."""
    journal = []
    for row in rows_of(session, "site", "subject_id", [subject_id]):
        number = row["filing_number"]
        if number and number.startswith(f"{old}-"):
            change = update_row(session, "site", row, {"filing_number": f"{new}{number[len(old) :]}"})
            if change is not None:
                journal.append(change)
    return journal


def count_more_sites(session: Session, added: Mapping[int, int]) -> None:
    """Adds to the site counts of many subjects at once."""
    if added:
        subject = table_of("subject")
        statement = (
            update(subject)
            .where(subject.c.id == bindparam("of_subject"))
            .values(site_count=subject.c.site_count + bindparam("more"))
        )
        session.connection().execute(statement, [{"of_subject": key, "more": more} for key, more in added.items()])


def reindex(
    session: Session,
    subjects: Iterable[int] = (),
    sites: Iterable[int] = (),
    accounts: Iterable[int] = (),
    contacts: Iterable[int] = (),
) -> None:
    """Brings the search index up to date for these records; ids that are gone leave it."""
    index_subjects(session, subjects)
    index_sites(session, sites)
    index_plain(session, "account", accounts)
    index_plain(session, "contact", contacts)
