"""What an agent has answered so far in the mailbox-reset flow: a frozen tree that can be kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.services.flows.answer_tree import from_answers, from_plain, to_plain
from app.services.flows.parts import Authorized, Enclosure, FiledSubject, LetterAnswers, Ticket

VERSION = 1


@dataclass(frozen=True, slots=True)
class History:
    """When the filing was handed in, exactly or roughly, and what became of it since."""

    filed_on: date | None = None
    period: str | None = None
    accessed_elsewhere: bool | None = None
    imported: bool | None = None


@dataclass(frozen=True, slots=True)
class Mailbox:
    """The login mailbox that goes and the one that comes; `new_again` is typed once more, to mean it."""

    old: str = ""
    new: str = ""
    new_again: str = ""


@dataclass(frozen=True, slots=True)
class MailboxDraft:
    """All answers; `handwriting` names the fields that the letter leaves as a line for the pen.

    `reset_anyway`: the rules see another way for this filing, but the customer needs the old account all the same.
    """

    ticket: Ticket = field(default_factory=Ticket)
    account_known: bool | None = None
    mailbox_works: bool | None = None
    history: History = field(default_factory=History)
    reset_anyway: bool = False
    filing: FiledSubject = field(default_factory=FiledSubject)
    domain: str = ""
    mailbox: Mailbox = field(default_factory=Mailbox)
    applicant: Authorized = field(default_factory=Authorized)
    letter: LetterAnswers = field(default_factory=LetterAnswers)
    enclosures: tuple[Enclosure, ...] = ()
    handwriting: tuple[str, ...] = ()
    subject_id: int | None = None
    site_id: int | None = None
    case_id: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values for the store; empty answers are left out."""
        return to_plain(self, VERSION)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> MailboxDraft:
        """What `to_json` gave.

        Raises:
            UserError: `flows.draft_newer`, `flows.draft_damaged`.
        """
        return from_plain(cls, kept, VERSION)

    @classmethod
    def from_answers(cls, answers: Mapping[str, Any]) -> MailboxDraft:
        """A draft from plain nested values whose names and types have been checked."""
        return from_answers(cls, answers)
