"""What an agent has answered so far in the offline-transfer flow: a frozen tree that can be kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.services.flows.answer_tree import from_answers, from_plain, to_plain
from app.services.flows.parts import Authorized, Enclosure, FiledSubject, LetterAnswers, Ticket

VERSION = 1


@dataclass(frozen=True, slots=True)
class Source:
    """The account that holds the filing now, which nobody can log in to."""

    account: str = ""
    station: str | None = None
    has_order: bool | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """The account that is to hold the filing."""

    uid: str = ""
    station: str | None = None
    has_order: bool | None = None
    has_subject: bool | None = None


@dataclass(frozen=True, slots=True)
class TransferDraft:
    """All answers; `handwriting` names the fields that the letter leaves as a line for the pen.

    `paper_anyway`: the online way does not work out for this customer. `applicant` acts for a unit. `effects_confirmed`
    is the tick that the customer knows what a transfer means.
    """

    ticket: Ticket = field(default_factory=Ticket)
    can_log_in: bool | None = None
    receives_codes: bool | None = None
    paper_anyway: bool = False
    filing: FiledSubject = field(default_factory=FiledSubject)
    source: Source = field(default_factory=Source)
    target: Target = field(default_factory=Target)
    applicant: Authorized = field(default_factory=Authorized)
    letter: LetterAnswers = field(default_factory=LetterAnswers)
    effects_confirmed: bool = False
    enclosures: tuple[Enclosure, ...] = ()
    handwriting: tuple[str, ...] = ()
    subject_id: int | None = None
    site_id: int | None = None
    case_id: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values for the store; empty answers are left out."""
        return to_plain(self, VERSION)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> TransferDraft:
        """What `to_json` gave.

        Raises:
            UserError: `flows.draft_newer`, `flows.draft_damaged`.
        """
        return from_plain(cls, kept, VERSION)

    @classmethod
    def from_answers(cls, answers: Mapping[str, Any]) -> TransferDraft:
        """A draft from plain nested values whose names and types have been checked."""
        return from_answers(cls, answers)
