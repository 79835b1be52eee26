"""Finds the rows whose subject or site is already there: further up in the same file, or in the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from app.errors import Problem
from app.services.filing_store import account_uids
from app.services.imports.plan import Action, Duplicate, Entry, Existing, FieldChange, RowProblem, value_text
from app.services.undo import table_of

_CHUNK = 800
Key = tuple[str, str]


def known_subjects(session: Session, entries: Iterable[Entry]) -> dict[Key, Existing]:
    """The store's subjects that rows name, by filing number or else by certificate number."""
    keys = {entry.subject_key for entry in entries if entry.subject_key is not None}
    certificates = {
        str(entry.subject["certificate_number"])
        for entry in entries
        if entry.subject and entry.subject.get("certificate_number")
    }
    found: dict[Key, Existing] = {}
    numbers = [value for by, value in keys if by == "filing_number"]
    for row in _fetch(session, "subject", "filing_number", numbers):
        found["filing_number", row["filing_number"]] = _existing(row)
    for row in _fetch(session, "subject", "certificate_number", certificates):
        found.setdefault(("certificate_number", row["certificate_number"]), _existing(row))
    uids = account_uids(session, (each.values["account_id"] for each in found.values()))
    return {
        key: replace(each, values={**each.values, "account_uid": uids.get(each.values["account_id"], "")})
        for key, each in found.items()
    }


def known_sites(session: Session, entries: Iterable[Entry], subjects: Mapping[Key, Existing]) -> dict[Key, Existing]:
    """The store's sites that rows name, by filing number or else by subject, name and first domain."""
    keys = {entry.site_key for entry in entries if entry.site_key is not None}
    found: dict[Key, Existing] = {}
    for row in _fetch(session, "site", "filing_number", [value for by, value in keys if by == "filing_number"]):
        found["filing_number", row["filing_number"]] = _existing(row)
    unnumbered = {key for key in keys if key[0] == "domain"}
    if unnumbered:
        table = table_of("site")
        owners = {each.id: key[1] for key, each in subjects.items()}
        ids = sorted(owners)
        for start in range(0, len(ids), _CHUNK):
            query = select(table).where(table.c.subject_id.in_(ids[start : start + _CHUNK]))
            for row in session.execute(query).mappings().all():
                key = ("domain", f"{owners[row['subject_id']]}\n{row['name']}\n{row['domain']}")
                if key in unnumbered:
                    found[key] = _existing(row)
    return found


def domains_of(session: Session, sites: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The domains of sites, in their order, as people write them."""
    table = table_of("domain")
    ids = sorted(set(sites))
    found: dict[int, list[str]] = {}
    for start in range(0, len(ids), _CHUNK):
        query = (
            select(table.c.site_id, table.c.unicode)
            .where(table.c.site_id.in_(ids[start : start + _CHUNK]))
            .order_by(table.c.site_id, table.c.position)
        )
        for site_id, name in session.execute(query):
            found.setdefault(site_id, []).append(name)
    return {site_id: tuple(names) for site_id, names in found.items()}


def find_duplicates(
    entries: Sequence[Entry],
    subjects: Mapping[Key, Existing],
    sites: Mapping[Key, Existing],
    domains: Mapping[int, tuple[str, ...]],
    mapped: frozenset[str],
) -> list[Duplicate]:
    """The duplicates in the order of the file; refuses rows of sites whose subject is nowhere.

    `mapped` are the targets that the file has columns for: what was only concluded from other fields
    fills a gap in a record that is there, and never replaces what somebody has said.
    """
    found: list[Duplicate] = []
    first_subjects: dict[Key, Entry] = {}
    first_sites: dict[Key, Entry] = {}
    for place, entry in enumerate(entries):
        if entry.problems:
            continue
        key = entry.subject_key
        alone = entry.site is not None and not entry.subject and key is not None
        if alone and key not in first_subjects and key not in subjects:
            _refuse(entry, "imports.site_without_subject")
            continue
        if entry.subject and key is not None:
            found += _subject_duplicates(place, entry, key, first_subjects, subjects, mapped)
            first_subjects.setdefault(key, entry)
        if entry.site is not None and entry.site_key is not None:
            found += _site_duplicates(place, entry, entry.site_key, first_sites, sites, domains, mapped)
            first_sites.setdefault(entry.site_key, entry)
    return found


def first_action(duplicate: Duplicate) -> Action:
    """What happens unless somebody chooses: nothing that is there is overwritten."""
    return duplicate.allowed[0]


def changes_between(
    record: str, old: Mapping[str, object], new: Mapping[str, object], mapped: frozenset[str]
) -> tuple[FieldChange, ...]:
    """The filled values of a row that differ; an empty cell never erases anything."""
    if old is new:
        return ()
    moved = value_text(new.get("filing_number")) not in ("", value_text(old.get("filing_number")))
    changes = []
    for name, value in new.items():
        before, after = value_text(old.get(name)), value_text(value)
        if before == after:
            continue
        if before and f"{record}.{name}" not in mapped and not (moved and name in ("filing_number", "province")):
            continue
        changes.append(FieldChange(name, before, after))
    return tuple(changes)


def _subject_duplicates(
    place: int,
    entry: Entry,
    key: Key,
    first: Mapping[Key, Entry],
    known: Mapping[Key, Existing],
    mapped: frozenset[str],
) -> list[Duplicate]:
    values = entry.subject or {}
    title = str(values.get("name", ""))
    earlier = first.get(key)
    if earlier is not None:
        changes = changes_between("subject", earlier.subject or {}, values, mapped)
        # A second site of the same subject repeats the subject's columns: that is how such tables are written.
        if entry.site is not None and not changes:
            return []
        allowed = (Action.SKIP, Action.MERGE) if key[0] == "filing_number" else (Action.SKIP, Action.MERGE, Action.NEW)
        return [Duplicate(place, entry.line, "subject", key[0], title, None, earlier.line, changes, allowed)]
    existing = known.get(key)
    if existing is not None:
        allowed = (Action.SKIP, Action.MERGE) if key[0] == "filing_number" else (Action.SKIP, Action.MERGE, Action.NEW)
        changes = changes_between("subject", existing.values, values, mapped)
        if entry.site is not None and not changes:
            return []
        return [Duplicate(place, entry.line, "subject", key[0], title, existing.id, None, changes, allowed)]
    number = str(values.get("certificate_number", ""))
    same = known.get(("certificate_number", number)) if number else None
    if same is not None:
        # The same papers under another filing number: perhaps a second filing, perhaps a mistyped number.
        changes = changes_between("subject", same.values, values, mapped)
        unnumbered = not same.values.get("filing_number")
        allowed = (Action.SKIP, Action.MERGE, Action.NEW) if unnumbered else (Action.NEW, Action.SKIP)
        return [Duplicate(place, entry.line, "subject", "certificate_number", title, same.id, None, changes, allowed)]
    return []


def _site_duplicates(
    place: int,
    entry: Entry,
    key: Key,
    first: Mapping[Key, Entry],
    known: Mapping[Key, Existing],
    domains: Mapping[int, tuple[str, ...]],
    mapped: frozenset[str],
) -> list[Duplicate]:
    values = entry.site or {}
    title = str(values.get("name", ""))
    by = "filing_number" if key[0] == "filing_number" else "domains"
    allowed = (Action.SKIP, Action.MERGE) if by == "filing_number" else (Action.SKIP, Action.MERGE, Action.NEW)
    earlier = first.get(key)
    if earlier is not None:
        changes = changes_between("site", earlier.site or {}, values, mapped)
        return [Duplicate(place, entry.line, "site", by, title, None, earlier.line, changes, allowed)]
    existing = known.get(key)
    if existing is None:
        return []
    old = {**existing.values, "domains": domains.get(existing.id, ())}
    changes = changes_between("site", old, values, mapped)
    return [Duplicate(place, entry.line, "site", by, title, existing.id, None, changes, allowed)]


def _refuse(entry: Entry, code: str) -> None:
    entry.problems.append(RowProblem(entry.line, "", "", "", Problem("", code)))


def _existing(row: RowMapping) -> Existing:
    return Existing(row["id"], row["version"], dict(row))


def _fetch(session: Session, name: str, column: str, values: Iterable[str]) -> Iterable[RowMapping]:
    table = table_of(name)
    ordered = sorted(set(values))
    for start in range(0, len(ordered), _CHUNK):
        query = select(table).where(table.c[column].in_(ordered[start : start + _CHUNK])).order_by(table.c.id)
        yield from session.execute(query).mappings()
