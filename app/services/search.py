"""The one search over everything: any part of a name, a number, a domain, a ticket or a contact."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db import search as store_search
from app.db.database import Database
from app.services.masking import mask_value
from app.services.undo import table_of

_FIELD_ORDER: dict[str, tuple[str, ...]] = {
    "subject": (
        "name",
        "filing_number",
        "certificate_number",
        "lead_name",
        "lead_phone",
        "lead_email",
        "lead_certificate_number",
        "emergency_phone",
    ),
    "site": (
        "name",
        "filing_number",
        "domain",
        "home_url",
        "lead_name",
        "lead_phone",
        "lead_email",
        "lead_certificate_number",
    ),
    "case": ("number", "ticket_number", "title", "customer", "filing_number", "owner"),
    "contact": ("name", "phone", "email", "certificate_number"),
    "account": ("uid", "login_name"),
}
_ONLY_SHOWN: dict[str, tuple[str, ...]] = {"site": ("subject_name",)}
"""What the title of a hit says beyond the fields that are searched."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One record found. `matched` is the field that holds the text (`domain`), `found` its value, masked where the field is.

    `rank` 0: a field is exactly the text; 1: a field begins with it; 2: it stands within.
    """

    kind: str
    id: int
    title: str
    subtitle: str
    matched: str
    found: str
    rank: int


class Search:
    """Finds records by any substring, from one character on."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, text: str, limit: int = 50, kinds: Sequence[str] | None = None) -> list[SearchHit]:
        """The records that hold the text, exact ones first; one read for each kind found."""
        with self._database.read() as session:
            hits = store_search.search(session, text, limit, kinds)
            by_kind: dict[str, list[int]] = {}
            for hit in hits:
                by_kind.setdefault(hit.kind, []).append(hit.id)
            rows = {(kind, row["id"]): row for kind, ids in by_kind.items() for row in _shown(session, kind, ids)}
            domains = _domains(session, by_kind.get("site", ()))
        wanted = store_search.normalise(text.strip())
        found = []
        for hit in hits:
            row = rows.get((hit.kind, hit.id))
            if row is not None:
                named = domains.get(hit.id, {}) if hit.kind == "site" else {}
                matched, value = _matched(hit, row, wanted, (*named.values(), *named))
                title, subtitle = _TITLES[hit.kind](
                    {**row, "domain": named.get(row["domain"], row["domain"])} if named else row
                )
                found.append(SearchHit(hit.kind, hit.id, title, subtitle, matched, value, hit.rank))
        return found


def _shown(session: Session, kind: str, ids: Sequence[int]) -> list[dict[str, Any]]:
    """Of these records, the columns that a hit is told by; they come fifty at a time and on every key that is typed."""
    table = table_of(kind)
    names = ("id", *_FIELD_ORDER[kind], *_ONLY_SHOWN.get(kind, ()))
    statement = select(*(table.c[name] for name in names)).where(table.c.id.in_(ids))
    return [dict(zip(names, row, strict=True)) for row in session.execute(statement)]


def _domains(session: Session, sites: Sequence[int]) -> dict[int, dict[str, str]]:
    """Of each site, its domains as the network writes them and, for each, as people do."""
    found: dict[int, dict[str, str]] = {}
    if sites:
        table = table_of("domain")
        statement = select(table.c.site_id, table.c.ascii, table.c.unicode).where(table.c.site_id.in_(sites))
        for site, as_network, as_people in session.execute(statement.order_by(table.c.id)):
            found.setdefault(site, {})[as_network] = as_people
    return found


def _matched(hit: store_search.Hit, row: Mapping[str, Any], wanted: str, domains: Sequence[str]) -> tuple[str, str]:
    """The field to show for a hit: one that is the text, else one that begins with it, else one that holds it."""
    kind = hit.kind
    best: tuple[int, str, str] | None = None
    said = [(name, str(row.get(name) or "")) for name in _FIELD_ORDER.get(kind, ())]
    said += [("domains", domain) for domain in domains]
    for name, value in said:
        normal = store_search.normalise(value)
        if wanted not in normal:
            continue
        rank = 0 if normal == wanted else 1 if normal.startswith(wanted) else 2
        if best is None or rank < best[0]:
            best = (rank, name, value)
            if rank <= hit.rank:
                break
    if best is None:
        return "", ""
    return best[1], mask_value(_MASK_AS.get((kind, best[1]), best[1]), best[2])


_MASK_AS = {("contact", "phone"): "lead_phone", ("contact", "email"): "lead_email"}

_TITLES: dict[str, Callable[[Mapping[str, Any]], tuple[str, str]]] = {
    "subject": lambda row: (row["name"], row["filing_number"] or ""),
    "site": lambda row: (
        row["name"],
        " · ".join(filter(None, (row["domain"], row["filing_number"], row["subject_name"]))),
    ),
    "case": lambda row: (
        row["number"],
        " · ".join(filter(None, (row["title"], row["ticket_number"], row["customer"]))),
    ),
    "contact": lambda row: (row["name"], mask_value("lead_phone", row["phone"])),
    "account": lambda row: (row["uid"], row["login_name"]),
}
