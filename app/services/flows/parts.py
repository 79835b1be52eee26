"""Parts that the drafts of several flows have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.services.flows.draft import Enclosure, Ticket


@dataclass(frozen=True, slots=True)
class FiledSubject:
    """The filing in question and whose it is, as the ministry's public query shows it."""

    number: str = ""
    subject_kind: str | None = None
    subject_name: str = ""
    certificate_type: str | None = None
    certificate_number: str = ""


@dataclass(frozen=True, slots=True)
class Authorized:
    """The person who applies for a unit and whom its letter names."""

    name: str = ""
    certificate_type: str | None = None
    certificate_number: str = ""
    mobile: str = ""


@dataclass(frozen=True, slots=True)
class LetterAnswers:
    """What the letter says besides; the legal representative signs by hand.

    `from_provider`: the customer has the access provider's own blank, so none of ours is made.
    """

    from_provider: bool = False
    provider_name: str = ""
    legal_certificate_number: str = ""
    dated: date | None = None
    valid_until: date | None = None


__all__ = ["Authorized", "Enclosure", "FiledSubject", "LetterAnswers", "Ticket"]
