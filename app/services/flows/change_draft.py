"""What an agent has answered so far in the flow of a change: a frozen tree that can be kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.services.flows.answer_tree import from_plain, to_plain
from app.services.flows.parts import FiledSubject, Ticket

VERSION = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the customer wants changed; the names are those of `rules.change_verdicts`."""

    subject_name: bool = False
    certificate_number: bool = False
    address: bool = False
    subject_lead: bool = False
    subject_contact: bool = False
    holder: bool = False
    province: bool = False
    site_name: bool = False
    site_lead: bool = False
    site_contact: bool = False
    content: bool = False
    domain_removed: bool = False
    domain_replaced: bool = False
    server_address: bool = False


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """All answers; nothing is left for the pen, so `handwriting` stays empty."""

    ticket: Ticket = field(default_factory=Ticket)
    filing: FiledSubject = field(default_factory=FiledSubject)
    access: str | None = None
    has_order: bool | None = None
    wanted: Wanted = field(default_factory=Wanted)
    exchange: str | None = None
    lead_is_legal_representative: bool | None = None
    phone_is_local: bool | None = None
    other_domains_left: bool | None = None
    handwriting: tuple[str, ...] = ()
    subject_id: int | None = None
    site_id: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values for the store; empty answers are left out."""
        return to_plain(self, VERSION)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> ChangeDraft:
        """What `to_json` gave.

        Raises:
            UserError: `flows.draft_newer`, `flows.draft_damaged`.
        """
        return from_plain(cls, kept, VERSION)
