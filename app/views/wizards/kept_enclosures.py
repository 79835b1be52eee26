"""Which of a wizard's enclosures the store holds by now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any


class KeptEnclosures:
    """Remembers the hashes that saving gave; asked and told from the lane of the store and from the window's thread.

    A draft in hand is older than its last save: it may name a file by its path alone. `of` brings it up to date, so that
    Finish finds the file though the stick it came from is gone.
    """

    def __init__(self) -> None:
        self._hashes: Mapping[str, str] = {}

    def note(self, answers: Mapping[str, Any]) -> None:
        """Take over what was saved (plain answers)."""
        found = {each["file"]: each["sha256"] for each in answers.get("enclosures", ()) if each.get("sha256")}
        self._hashes = {**self._hashes, **found}

    def of(self, draft: Any) -> Any:
        """The draft with every hash that is known."""
        known = self._hashes
        if not any(not each.sha256 and each.file in known for each in draft.enclosures):
            return draft
        enclosures = tuple(
            each if each.sha256 or each.file not in known else replace(each, sha256=known[each.file])
            for each in draft.enclosures
        )
        return replace(draft, enclosures=enclosures)

    def only(self, draft: Any) -> None:
        """Forget what the draft no longer holds: chosen again, a file is read again, for it may have changed."""
        files = {each.file for each in draft.enclosures}
        self._hashes = {name: sha256 for name, sha256 in self._hashes.items() if name in files}
