"""Dated lists that checks compare with: the provider's address ranges and approved registrars, brought by the desk.

Both are kept in the store with source, date and whoever brought them, so that every desk judges by the same list. The
lists that the program ships stand beside them. A list without source or date is not taken.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select

from app.db.base import utc_now
from app.db.database import Database
from app.errors import UserError
from app.lookups.networks import Networks, Range
from app.lookups.registries import Registries
from app.models.setting import Setting
from app.rules.hollow import evidence_days
from app.rules.registrars import RegistrarList, names_of
from app.rules.suffixes import suffix_list
from app.services import audit
from app.services.imports.cells import cell_text
from app.services.imports.sheets import read_sheet

RANGES, REGISTRARS, SUFFIXES, REGISTRIES = "ranges", "registrars", "suffixes", "registries"
BROUGHT = (RANGES, REGISTRARS)
_PREFIX = "checks.list."
_LIFE = {RANGES: "ranges", REGISTRARS: "registrar_list", SUFFIXES: "shipped_list", REGISTRIES: "shipped_list"}
_NAMES = ("注册服务机构名称", "域名注册服务机构", "注册服务机构", "企业名称", "机构名称", "单位名称", "注册商名称", "注册商",
          "名称", "registrar", "name", "company")  # fmt: skip
_MORE_NAMES = ("英文名称", "英文名", "别名", "简称", "曾用名", "alias", "aliases", "english name", "trade name")
_LONGEST = 400
MOST_REGISTRARS = 20_000
"""Far more than there are; a longer table is something else."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One list: what it is, where it is from, of what day, how many entries, who brought it, and whether it is old.

    `source` empty stands for no list.
    """

    kind: str
    source: str
    as_of: date | None
    count: int
    complete: bool
    provider: str
    brought_by: str
    brought_at: datetime | None
    age_days: int | None
    old: bool


class ReferenceLists:
    """Keeps the lists. Stateless apart from the store; every change is noted in the history."""

    def __init__(self, database: Database, *, actor: str) -> None:
        self._database = database
        self._actor = actor

    def rows(self, today: date) -> tuple[ListRow, ...]:
        """Every list, the desk's own first."""
        kept = {kind: self._kept(kind) for kind in BROUGHT}
        newest = suffix_list()
        servers = Registries.shipped()
        asked = date.fromisoformat(servers.as_of)
        return (
            *(_row(kind, kept[kind], today) for kind in BROUGHT),
            _dated(SUFFIXES, newest.source, newest.as_of, newest.count, today),
            _dated(REGISTRIES, servers.source, asked, len(servers.whois) + len(servers.rdap), today),
        )

    def networks(self) -> Networks:
        """The provider's ranges; empty ones where none were brought."""
        kept = self._kept(RANGES)
        if kept is None:
            return Networks.shipped()
        ranges = [Range(ipaddress.ip_network(prefix), place, use) for prefix, place, use in kept["entries"]]
        return Networks(ranges, provider=kept["provider"], source=kept["source"],
                        as_of=date.fromisoformat(kept["as_of"]), complete=kept["complete"])  # fmt: skip

    def registrars(self) -> RegistrarList | None:
        """The approved registrars, or None where no list was brought."""
        kept = self._kept(REGISTRARS)
        if kept is None:
            return None
        return RegistrarList(
            tuple(kept["entries"]), kept["source"], date.fromisoformat(kept["as_of"]), kept["complete"]
        )

    def take_networks(
        self, path: Path, today: date, *, source: str = "", as_of: date | None = None, complete: bool | None = None
    ) -> Networks:
        """Brings the provider's ranges; what the file says itself need not be said beside it.

        Raises:
            UserError: `checks.ranges_…`, `checks.list_future`.
        """
        found = Networks.read(path, source=source.strip()[:_LONGEST], as_of=as_of, complete=complete)
        assert found.as_of is not None
        entries = [[str(each.network), each.place, each.use] for each in found.ranges]
        self._keep(RANGES, entries, found.source, found.as_of, found.complete, found.provider, today)
        return found

    def take_registrars(
        self, path: Path, today: date, *, source: str, as_of: date | None, complete: bool = False
    ) -> RegistrarList:
        """Brings a list of registrars: a table with a column of names (further columns may hold other names), or text.

        Raises:
            UserError: `checks.list_origin`, `checks.list_unreadable`, `checks.list_future`, the errors of `read_sheet`.
        """
        names = read_registrars(path)
        if not source.strip() or as_of is None:
            raise UserError("checks.list_origin", file=path.name)
        found = RegistrarList(names, source.strip()[:_LONGEST], as_of, complete)
        self._keep(REGISTRARS, list(names), found.source, found.as_of, complete, "", today)
        return found

    def forget(self, kind: str) -> None:
        """Use no such list any more."""
        with self._database.transaction() as session:
            session.execute(delete(Setting).where(Setting.key == _PREFIX + kind))
            audit.record(session, self._actor, "delete", "setting", None, {"fields": [_PREFIX + kind]})

    def _keep(
        self, kind: str, entries: list[Any], source: str, as_of: date, complete: bool, provider: str, today: date
    ) -> None:
        if as_of > today:
            raise UserError("checks.list_future", found=as_of.isoformat())
        value = {"entries": entries, "source": source, "as_of": as_of.isoformat(), "complete": complete,
                 "provider": provider, "by": self._actor, "at": utc_now().isoformat()}  # fmt: skip
        with self._database.transaction() as session:
            kept = session.scalars(select(Setting).where(Setting.key == _PREFIX + kind)).first()
            if kept is None:
                session.add(Setting(key=_PREFIX + kind, value=value))
            else:
                kept.value = value
            audit.record(session, self._actor, "change", "setting", None, {"fields": [_PREFIX + kind]})

    def _kept(self, kind: str) -> Mapping[str, Any] | None:
        with self._database.read() as session:
            found: Mapping[str, Any] | None = session.scalar(select(Setting.value).where(Setting.key == _PREFIX + kind))
        return found


def read_registrars(path: Path) -> tuple[str, ...]:
    """The names of a list, each once.

    Raises:
        UserError: `checks.list_unreadable`, `checks.list_too_long`, the errors of `read_sheet`.
    """
    sheet = read_sheet(path)
    columns, first = [0], 0
    for index, row in enumerate(sheet.rows[:10]):
        titles = ["".join(cell_text(cell).split()).lower() for cell in row]
        main = next((titles.index(each.replace(" ", "")) for each in _NAMES if each.replace(" ", "") in titles), None)
        if main is not None:
            others = [titles.index(each.replace(" ", "")) for each in _MORE_NAMES if each.replace(" ", "") in titles]
            columns, first = [main, *others], index + 1
            break
    cells = (cell_text(row[column]) for row in sheet.rows[first:] for column in columns if column < len(row))
    names = names_of(each for each in cells if not each.lstrip().startswith("#"))
    if not names:
        raise UserError("checks.list_unreadable", file=path.name)
    if len(names) > MOST_REGISTRARS:
        raise UserError("checks.list_too_long", file=path.name, count=len(names), limit=MOST_REGISTRARS)
    return names


def _row(kind: str, kept: Mapping[str, Any] | None, today: date) -> ListRow:
    if kept is None:
        return ListRow(kind, "", None, 0, False, "", "", None, None, False)
    as_of = date.fromisoformat(kept["as_of"])
    age = (today - as_of).days
    return ListRow(
        kind, kept["source"], as_of, len(kept["entries"]), kept["complete"], kept["provider"], kept["by"],
        datetime.fromisoformat(kept["at"]), age, age > evidence_days()[_LIFE[kind]],
    )  # fmt: skip


def _dated(kind: str, source: str, as_of: date, count: int, today: date) -> ListRow:
    age = (today - as_of).days
    return ListRow(kind, source, as_of, count, False, "", "", None, age, age > evidence_days()[_LIFE[kind]])
