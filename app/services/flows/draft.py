"""What an agent has answered so far in the offline-deregistration flow: a frozen tree that can be kept as JSON.

The shape is the same as that of an answers file (`docs/answers.md`), only that everything may still be missing.
A field is named by its dotted path (`applicant.certificate_number`), the same name that problems carry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.rules.in_force import SHIPPED, RulesInForce
from app.services.flows.answer_tree import NOT_KEPT, from_answers, from_plain, to_plain

VERSION = 1


@dataclass(frozen=True, slots=True)
class Ticket:
    """The ticket that the papers belong to."""

    number: str = ""
    customer: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Filing:
    """The filing that is to go, as the ministry's public query shows it."""

    scope: str | None = None
    number: str = ""
    province: str = ""
    subject_name: str = ""
    subject_kind: str | None = None
    certificate_type: str | None = None
    certificate_number: str = ""
    site_name: str = ""
    domains: tuple[str, ...] = ()
    hollow: bool = False
    name_changed: bool = False
    domain_lapsed: bool = False
    access_provider: str = ""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who applies: a unit, which seals, or a person, who signs."""

    kind: str | None = None
    name: str = ""
    certificate_type: str | None = None
    certificate_number: str = ""
    contact_name: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    legal_representative: str = ""


@dataclass(frozen=True, slots=True)
class Agent:
    """The person (经办人) who handles the matter for the applicant."""

    name: str = ""
    certificate_type: str | None = None
    certificate_number: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class AgentLetter:
    """The applicant's letter for its agent; the legal representative signs by hand.

    `way`: `make` it here, `enclosed` as a file, or `later`, brought separately; None is as good as `make`.
    """

    way: str | None = None
    legal_certificate_number: str = ""
    dated: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """How one copy of an identity paper is marked, where not as the desk has agreed: what is empty is as agreed.

    Attributes:
        written: whether it is marked at all.
        text: instead of the purpose that the packet words itself.
        place: `tiled` all over, `middle` once, `foot` once at the lower edge.
        strength: `light`, `normal`, `strong`.
    """

    written: bool = True
    text: str = ""
    place: str = ""
    strength: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One paper of the check list with its file; `file` is a path, or empty while the paper is only promised.

    With `sha256` the store holds the file, and its bytes count, whatever became of the path. `mark` is None where the
    desk's watermark is good as it is.
    """

    kind: str = ""
    file: str = ""
    note: str = ""
    sha256: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """All answers; `handwriting` names the fields that the paper leaves as a line for the pen.

    `paper_anyway`: there is an online way, but it does not work out for this customer.
    `agent` is None as long as nobody acts for the applicant. The three ids say where the wizard was started from. `rules`
    are no answer but what the answers are judged by: they are not kept, and whoever reads a draft brings them in anew.
    """

    ticket: Ticket = field(default_factory=Ticket)
    filing: Filing = field(default_factory=Filing)
    relation: str | None = None
    ground: str | None = None
    provider_known: bool | None = None
    can_log_in: bool | None = None
    paper_anyway: bool = False
    applicant: Applicant = field(default_factory=Applicant)
    agent: Agent | None = None
    letter: AgentLetter = field(default_factory=AgentLetter)
    reason: str = ""
    application_date: date | None = None
    suffix_confirmation: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    handwriting: tuple[str, ...] = ()
    subject_id: int | None = None
    site_id: int | None = None
    case_id: int | None = None
    rules: RulesInForce = field(default=SHIPPED, compare=False, repr=False, metadata=NOT_KEPT)

    def to_json(self) -> dict[str, Any]:
        """Plain values for the store; empty answers are left out."""
        return to_plain(self, VERSION)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Draft:
        """What `to_json` gave.

        Raises:
            UserError: `flows.draft_newer` for a draft of a later version of the program, `flows.draft_damaged` else.
        """
        return from_plain(cls, kept, VERSION)

    @classmethod
    def from_answers(cls, answers: Mapping[str, Any]) -> Draft:
        """A draft from plain nested values whose names and types have been checked, or come from `to_json`."""
        return from_answers(cls, answers)
