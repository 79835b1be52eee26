"""A table as it stands on its page: what an export is asked to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.services.filing_fields import SITE_COLUMNS, SUBJECT_COLUMNS
from app.services.tables import TableQuery

_OTHER_NAMES = {"site": {"domain": "site.domains", "subject_name": "subject.name"}, "subject": {}}


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as it stands on its page.

    Attributes:
        record: `subject` or `site`.
        title: what the file is called unless somebody says otherwise.
        query, count: what the table shows, and how many rows that is.
        selected: the ids of the selected rows.
        columns: the keys of the columns that are shown, in their order.
    """

    record: str
    title: str
    query: TableQuery
    count: int
    selected: Sequence[int]
    columns: Sequence[str]

    def visible_targets(self) -> tuple[str, ...]:
        """The columns shown, by the names that exports and imports know them by."""
        other = _OTHER_NAMES[self.record]
        every = self.all_targets()
        wanted = [other.get(key, f"{self.record}.{key}") for key in self.columns]
        return tuple(dict.fromkeys(target for target in wanted if target in every))

    def all_targets(self) -> tuple[str, ...]:
        """Every column there is."""
        return SUBJECT_COLUMNS if self.record == "subject" else SITE_COLUMNS
