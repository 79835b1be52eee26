"""What a piece of work changed, so that open views can decide for themselves what to read again."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.services.undo import Undo


@dataclass(frozen=True, slots=True)
class Change:
    """The ids of the records that were made, changed or deleted, by kind.

    `undo` is a token for the `undo` method of the service that made the change; the change which that
    returns carries a token of its own, which does the work again. None where the work cannot be taken back.
    """

    subjects: frozenset[int] = frozenset()
    sites: frozenset[int] = frozenset()
    cases: frozenset[int] = frozenset()
    accounts: frozenset[int] = frozenset()
    contacts: frozenset[int] = frozenset()
    rules: frozenset[int] = frozenset()
    undo: Undo | None = field(default=None, compare=False)

    def __or__(self, other: Change) -> Change:
        """Both changes as one; it cannot be taken back in one step."""
        return Change(
            self.subjects | other.subjects,
            self.sites | other.sites,
            self.cases | other.cases,
            self.accounts | other.accounts,
            self.contacts | other.contacts,
            self.rules | other.rules,
        )

    def __bool__(self) -> bool:
        return any((self.subjects, self.sites, self.cases, self.accounts, self.contacts, self.rules))
