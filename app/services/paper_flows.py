"""The flows that make paper, by the name that the command line and batches use: how answers become a packet of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.rules.in_force import RulesInForce
from app.services.answers import check_answers, json_schema
from app.services.batch_tables import DEREGISTRATION, MAILBOX_RESET, TRANSFER
from app.services.case_papers import CasePapers
from app.services.deregistrations import Deregistrations
from app.services.flows.mailbox_reset_draft import MailboxDraft
from app.services.flows.transfer_draft import TransferDraft
from app.services.letter_answers import (
    check_mailbox_reset,
    check_transfer,
    mailbox_reset_schema,
    transfer_schema,
    with_provider,
)
from app.services.mailbox_resets import MailboxResets
from app.services.transfers import Transfers


@dataclass(frozen=True, slots=True)
class PaperFlow:
    """One flow.

    Attributes:
        check: plain answers, the folder their files are relative to, the day, and the rules of provinces in force, to the
            complete draft; raises `Invalid`.
        schema: the JSON schema of an answers file.
        with_provider: the answers with the desk's name of the access provider, where its letter wants one.
        service: who prepares and finishes, made as `CasePapers` is.
    """

    check: Callable[[Mapping[str, Any], Path, date, RulesInForce], Any]
    schema: Callable[[], dict[str, Any]]
    with_provider: Callable[[Mapping[str, Any], str], Mapping[str, Any]]
    service: Callable[..., CasePapers[Any]]


def paper_flow(name: str) -> PaperFlow:
    """The flow of that name.

    Raises:
        KeyError: no such flow (a bug; the command line asks first).
    """
    return _FLOWS[name]


def _as_they_are(raw: Mapping[str, Any], _provider: str) -> Mapping[str, Any]:
    return raw


def _transfer(raw: Mapping[str, Any], base_dir: Path, today: date, _rules: RulesInForce) -> TransferDraft:
    return check_transfer(raw, base_dir, today)


def _mailbox_reset(raw: Mapping[str, Any], base_dir: Path, today: date, _rules: RulesInForce) -> MailboxDraft:
    return check_mailbox_reset(raw, base_dir, today)


_FLOWS: Mapping[str, PaperFlow] = MappingProxyType(
    {
        DEREGISTRATION: PaperFlow(check_answers, json_schema, _as_they_are, Deregistrations),
        TRANSFER: PaperFlow(_transfer, transfer_schema, with_provider, Transfers),
        MAILBOX_RESET: PaperFlow(_mailbox_reset, mailbox_reset_schema, with_provider, MailboxResets),
    }
)
