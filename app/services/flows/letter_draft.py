"""What was typed so far into the blanks of one letter; kept as JSON like the drafts of the flows.

Every value is text as it was typed: a certificate's type is its code, a day is written 2026-11-23, a list has a line
for each item. Which blanks there are is the letter's own business (`services.letter_fields`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from app.errors import UserError

FLOW = "letter"
VERSION = 1


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """One letter half written; `handwriting` names the blanks left as a line for the pen."""

    code: str = ""
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    handwriting: tuple[str, ...] = ()
    subject_id: int | None = None
    site_id: int | None = None
    case_id: int | None = None

    def value(self, name: str) -> str:
        """What was typed into a blank."""
        return self.values.get(name, "")

    def with_value(self, name: str, text: str) -> LetterDraft:
        """The draft with one blank written anew."""
        return replace(self, values=MappingProxyType({**self.values, name: text}))

    def to_json(self) -> dict[str, Any]:
        """Plain values for the store."""
        return {
            "version": VERSION,
            "code": self.code,
            "values": {name: text for name, text in self.values.items() if text},
            "handwriting": list(self.handwriting),
            "subject_id": self.subject_id,
            "site_id": self.site_id,
            "case_id": self.case_id,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> LetterDraft:
        """What `to_json` gave.

        Raises:
            UserError: `flows.draft_newer` for a draft of a later version of the program, `flows.draft_damaged` else.
        """
        version = kept.get("version")
        if isinstance(version, int) and version > VERSION:
            raise UserError("flows.draft_newer", version=version)
        values, code = kept.get("values"), kept.get("code")
        texts = isinstance(values, dict) and all(isinstance(each, str) for each in values.values())
        if version != VERSION or not isinstance(code, str) or not texts:
            raise UserError("flows.draft_damaged")
        assert isinstance(values, dict)
        return cls(
            code=code,
            values=MappingProxyType(dict(values)),
            handwriting=tuple(str(each) for each in kept.get("handwriting", ())),
            subject_id=kept.get("subject_id"),
            site_id=kept.get("site_id"),
            case_id=kept.get("case_id"),
        )
