"""What an import would do, row by row, as plain values: shown in the preview, edited by choices, then run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from app.errors import Problem
from app.services.filing_fields import TARGETS
from app.services.imports.mapping import ColumnMapping
from app.services.imports.sheets import Sheet


class Action(StrEnum):
    """What to do with a row whose record is already there."""

    SKIP = "skip"
    MERGE = "merge"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing wrong in one row: where it stands in the file, what was found there and which rule it breaks.

    `column` is the spreadsheet's letter ("" when the row as a whole is meant); `found` is masked where the field is.
    """

    line: int
    column: str
    header: str
    found: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that merging would change; the values are whole, views mask them by `masking.mask_value`."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A row whose subject or site is already there, in the store or further up in the file.

    `by` names the field that gave it away. `existing_id` is the store's record, None for `other_line` in the file.
    """

    entry: int
    line: int
    record: str
    by: str
    title: str
    existing_id: int | None
    other_line: int | None
    changes: tuple[FieldChange, ...]
    allowed: tuple[Action, ...]


@dataclass(slots=True)
class Entry:
    """One row as it will be: only the values that are filled in, in the store's form."""

    index: int
    line: int
    subject: Mapping[str, object] | None
    site: Mapping[str, object] | None
    subject_key: tuple[str, str] | None = None
    site_key: tuple[str, str] | None = None
    problems: list[RowProblem] = field(default_factory=list)

    @property
    def rejected(self) -> bool:
        """Whether the row stays outside."""
        return bool(self.problems)


@dataclass(frozen=True, slots=True)
class Existing:
    """A record of the store as a row of the file met it."""

    id: int
    version: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures above the preview."""

    rows: int
    good: int
    rejected: int
    duplicates: int
    new_subjects: int
    new_sites: int


@dataclass(frozen=True, slots=True, eq=False)
class ImportPlan:
    """The whole import: every row checked, every duplicate with its action. Frozen; `choose` makes another."""

    sheet: Sheet
    mapping: ColumnMapping
    entries: Sequence[Entry]
    duplicates: Sequence[Duplicate]
    actions: Sequence[Action]
    subjects: Mapping[tuple[str, str], Existing]
    sites: Mapping[tuple[str, str], Existing]

    def choose(self, action: Action, which: Iterable[int] | None = None) -> ImportPlan:
        """The plan with the action set for some duplicates (by index) or for all that allow it."""
        actions = list(self.actions)
        for index in range(len(actions)) if which is None else which:
            if action in self.duplicates[index].allowed:
                actions[index] = action
        return replace(self, actions=actions)

    @property
    def problems(self) -> list[RowProblem]:
        """Everything wrong, in the order of the file."""
        return [problem for entry in self.entries for problem in entry.problems]

    @property
    def rejected(self) -> list[Entry]:
        """The rows that stay outside."""
        return [entry for entry in self.entries if entry.problems]

    def counts(self) -> Counts:
        """What the import would do, in figures."""
        rejected = sum(1 for entry in self.entries if entry.problems)
        fresh_subjects = set()
        fresh_sites = set()
        for entry in self.entries:
            if entry.problems:
                continue
            if entry.subject_key is not None and entry.subject_key not in self.subjects and entry.subject:
                fresh_subjects.add(entry.subject_key)
            if entry.site_key is not None and entry.site_key not in self.sites:
                fresh_sites.add(entry.site_key)
        return Counts(
            rows=len(self.entries),
            good=len(self.entries) - rejected,
            rejected=rejected,
            duplicates=len(self.duplicates),
            new_subjects=len(fresh_subjects),
            new_sites=len(fresh_sites),
        )

    def preview(self, limit: int = 100) -> list[dict[str, str]]:
        """The first rows as they will be: one text for each mapped field, by target (`subject.name`)."""
        shown = [target for target in TARGETS if target in self.mapping.targets]
        return [{target: entry_text(entry, target) for target in shown} for entry in self.entries[:limit]]


def entry_text(entry: Entry, target: str) -> str:
    """A value of a row as text."""
    record, _, name = target.partition(".")
    values = entry.subject if record == "subject" else entry.site
    return value_text((values or {}).get(name))


def value_text(value: object) -> str:
    """A value in the store's form as text: domains in a list, dates in ISO form."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return " ".join(getattr(each, "registrable_unicode", str(each)) for each in value)
    return str(value)
