"""Folds the rows of a plan into records: one subject for all its rows, each site under its subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.rules.domains import DomainName
from app.services.imports.plan import Action, Duplicate, Entry, Existing, ImportPlan

Key = tuple[str, str]


@dataclass(slots=True, eq=False)
class SubjectRecord:
    """A subject to be made, or one of the store; `values` is what will be written, `id` 0 until it is."""

    values: dict[str, object]
    existing: Existing | None = None
    id: int = 0

    @property
    def all_values(self) -> Mapping[str, Any]:
        """What the record will hold."""
        return {**self.existing.values, **self.values} if self.existing is not None else self.values


@dataclass(slots=True, eq=False)
class SiteRecord:
    """A site to be made under a subject, or one of the store."""

    subject: SubjectRecord
    values: dict[str, object]
    existing: Existing | None = None
    id: int = 0

    @property
    def domains(self) -> tuple[DomainName, ...]:
        """The site's domains as the row gives them."""
        domains = self.values.get("domains")
        return domains if isinstance(domains, tuple) else ()

    @property
    def subject_id(self) -> int:
        """The id of the subject; 0 until that is written."""
        return self.subject.id


@dataclass(slots=True)
class Merged:
    """The records of a plan in the order of the file. `skipped` counts rows that change nothing."""

    subjects: list[SubjectRecord] = field(default_factory=list)
    sites: list[SiteRecord] = field(default_factory=list)
    sites_of: dict[int, list[SiteRecord]] = field(default_factory=dict)
    skipped: int = 0


def merge_rows(plan: ImportPlan) -> Merged:
    """The records that the accepted rows make or change, by the actions chosen for duplicates."""
    return _Merger(plan).merge()


class _Merger:
    def __init__(self, plan: ImportPlan) -> None:
        self._plan = plan
        self._merged = Merged()
        self._subjects: dict[Key, SubjectRecord] = {}
        self._sites: dict[Key, SiteRecord] = {}
        self._stored: dict[int, SubjectRecord] = {}
        self._duplicates: dict[tuple[int, str], tuple[Duplicate, Action]] = {
            (duplicate.entry, duplicate.record): (duplicate, action)
            for duplicate, action in zip(plan.duplicates, plan.actions, strict=True)
        }

    def merge(self) -> Merged:
        for place, entry in enumerate(self._plan.entries):
            if entry.problems:
                continue
            subject, used = self._subject(place, entry)
            if entry.site is not None and subject is not None:
                used = self._site(place, entry, subject) or used
            self._merged.skipped += not used
        merged = self._merged
        merged.sites = [each for each in merged.sites if each.existing is None or each.values]
        for site in merged.sites:
            if site.existing is None:
                merged.sites_of.setdefault(id(site.subject), []).append(site)
        # A stored subject stays in the list only when something of it is to be written.
        merged.subjects = [each for each in merged.subjects if each.existing is None or each.values]
        return merged

    def _subject(self, place: int, entry: Entry) -> tuple[SubjectRecord | None, bool]:
        """The row's subject, and whether the row makes or changes it."""
        key = entry.subject_key
        if key is None:
            return None, False
        found = self._duplicates.get((place, "subject"))
        if found is None:
            record = self._subjects.get(key) or self._from_store(key)
            if record is not None:
                return record, False
            # The rows that would have made the subject were skipped: its sites have nothing to hang on.
            return (self._make_subject(key, entry), True) if entry.subject else (None, False)
        duplicate, action = found
        if action is Action.NEW:
            return self._make_subject(key, entry), True
        record = self._subjects.get(key) or self._from_store(key)
        if record is None and duplicate.by == "certificate_number" and action is Action.MERGE:
            record = self._from_store(("certificate_number", str((entry.subject or {})["certificate_number"])))
            if record is not None:
                self._subjects[key] = record
        if record is None:
            return None, False
        if action is Action.SKIP:
            return record, False
        changes = {each.field for each in duplicate.changes}
        record.values.update({name: value for name, value in (entry.subject or {}).items() if name in changes})
        return record, bool(changes)

    def _from_store(self, key: Key) -> SubjectRecord | None:
        existing = self._plan.subjects.get(key)
        if existing is None:
            return None
        if existing.id not in self._stored:
            self._stored[existing.id] = SubjectRecord({}, existing, existing.id)
            self._merged.subjects.append(self._stored[existing.id])
        record = self._stored[existing.id]
        self._subjects[key] = record
        return record

    def _make_subject(self, key: Key, entry: Entry) -> SubjectRecord:
        record = SubjectRecord(dict(entry.subject or {}))
        self._subjects[key] = record
        self._merged.subjects.append(record)
        return record

    def _site(self, place: int, entry: Entry, subject: SubjectRecord) -> bool:
        key = entry.site_key
        values = dict(entry.site or {})
        found = self._duplicates.get((place, "site"))
        if found is None or found[1] is Action.NEW:
            record = SiteRecord(subject, values)
            self._merged.sites.append(record)
            if key is not None:
                self._sites[key] = record
            return True
        duplicate, action = found
        if action is Action.SKIP or key is None:
            return False
        changes = {each.field for each in duplicate.changes}
        wanted = {name: value for name, value in values.items() if name in changes}
        known = self._sites.get(key)
        if known is None:
            existing = self._plan.sites[key]
            known = SiteRecord(subject, {}, existing, existing.id)
            self._sites[key] = known
            self._merged.sites.append(known)
        known.values.update(wanted)
        return bool(wanted)
