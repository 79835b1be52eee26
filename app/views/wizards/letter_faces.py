"""Offline transfer and mailbox reset as the wizard's window sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from app.errors import Problem
from app.services import letter_advice
from app.services.advice import AdviceLine, Summary
from app.services.flows import mailbox_reset, transfer
from app.services.flows.answer_tree import value_at, with_value
from app.services.flows.graph import Graph
from app.services.flows.mailbox_reset_draft import MailboxDraft
from app.services.flows.tidy import completed_letter
from app.services.flows.transfer_draft import TransferDraft
from app.services.mailbox_resets import MailboxResets
from app.services.transfers import Transfers
from app.views.wizards.letter_questions import LetterQuestions
from app.views.wizards.questions import Question


class _LetterFace(QObject):
    """What the two flows share: questions, answers as they are, a letter with its usual dates."""

    graph: Graph[Any, Any]
    unasked: frozenset[str] = frozenset()
    dated_step = "letter"

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions = LetterQuestions(self)

    def nothing_to_show(self) -> str:
        """Why there is no page yet."""
        return self.tr("The letter appears here for a unit; an individual's packet appears once every answer is there.")

    def question(self, path: str, draft: Any) -> Question:
        """One question; the filing's certificates are those of its subject, the applicant is a person."""
        kind = draft.filing.subject_kind if path.startswith("filing.") else "individual"
        return self._questions.question(path, (kind,) if kind else ("unit", "individual"))

    def answer(self, draft: Any, path: str) -> Any:
        """What was answered so far."""
        return value_at(draft, path)

    def leave_for_pen(self, draft: Any, step: StrEnum, paths: Iterable[str]) -> Any:
        """The draft with exactly these questions of a step left for the pen."""
        return self.graph.set_handwriting(draft, step, paths)

    def fold(self, draft: Any, path: str, value: Any) -> Any:
        """The draft with one answer as the page has it."""
        return with_value(draft, path, value)

    def prepared(self, step: StrEnum, draft: Any, today: date) -> Any:
        """At the letter, its usual dates where none were given."""
        return completed_letter(draft, Path(), today) if step.value == self.dated_step else draft

    def draft_title(self, draft: Any) -> str:
        """The filing number, or the ticket's."""
        number: str = draft.filing.number or draft.ticket.number
        return number


class TransferFace(_LetterFace):
    """Questions, words and rules of the offline transfer."""

    flow = transfer.FLOW
    graph: Graph[Any, Any] = transfer.GRAPH
    handwritable = transfer.HANDWRITABLE
    ways_out = frozenset({transfer.Step.ONLINE_WAY.value})

    def __init__(self, transfers: Transfers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.maker = transfers

    def fresh(self) -> TransferDraft:
        """A draft without answers."""
        return TransferDraft()

    def window_title(self) -> str:
        """What the wizard is for."""
        return self.tr("Offline transfer to another account")

    def titles(self) -> Mapping[str, str]:
        """The name of each step."""
        return {
            "triage": self.tr("What is it about"),
            "online_way": self.tr("Online way"),
            "conditions": self.tr("Conditions"),
            "subject": self.tr("The filing"),
            "applicant": self.tr("Applicant"),
            "letter": self.tr("Letter"),
            "effects": self.tr("Effects"),
            "enclosures": self.tr("Enclosures"),
            "review": self.tr("Review"),
        }

    def leads(self) -> Mapping[str, str]:
        """What each step is for, in a sentence."""
        return {
            "triage": self.tr("Who can log in needs no paper."),
            "online_way": self.tr("The customer transfers online. Send the steps."),
            "conditions": self.tr("Each of these has to hold, or the transfer is refused."),
            "subject": self.tr("The filing that moves, and whose it is."),
            "applicant": self.tr("The person who applies for the unit and holds its certificate in the photo."),
            "letter": self.tr("The unit's authorization letter, to be sealed and signed."),
            "effects": self.tr("What the customer has to know before it is done."),
            "enclosures": self.tr("Files that go with the ticket. What is missing stays open on the check list."),
            "review": self.tr("The packet on the right goes with the ticket. Finish opens the case."),
        }

    def problems(self, step: StrEnum, draft: TransferDraft, today: date) -> Sequence[Problem]:
        """What keeps the agent from going on."""
        return transfer.problems(transfer.Step(step), draft, today)

    def all_problems(self, draft: TransferDraft, today: date) -> Sequence[Problem]:
        """Every problem on the path."""
        return transfer.all_problems(draft, today)

    def advice(self, step: StrEnum, draft: TransferDraft, today: date) -> Sequence[AdviceLine]:
        """Conditions and effects, each with its source."""
        return letter_advice.transfer_advice(transfer.Step(step), draft, today)

    def way_out(self, step: StrEnum, draft: TransferDraft) -> tuple[Sequence[AdviceLine], str]:
        """The online transfer and a reply that tells the customer."""
        return letter_advice.transfer_way_out(draft)

    def summary(self, draft: TransferDraft) -> Summary:
        """The answers in words, for the review."""
        return letter_advice.answers_in_words(self.graph, transfer.CHOICES, draft)

    def handing_in(self, draft: TransferDraft, today: date) -> Sequence[AdviceLine]:
        """How the papers go and when to look again."""
        return letter_advice.transfer_handing_in(draft, today)


class MailboxFace(_LetterFace):
    """Questions, words and rules of the mailbox reset."""

    flow = mailbox_reset.FLOW
    graph: Graph[Any, Any] = mailbox_reset.GRAPH
    handwritable = mailbox_reset.HANDWRITABLE
    ways_out = frozenset({mailbox_reset.Step.PASSWORD_WAY.value, mailbox_reset.Step.OTHER_WAY.value})

    def __init__(self, resets: MailboxResets, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.maker = resets

    def fresh(self) -> MailboxDraft:
        """A draft without answers."""
        return MailboxDraft()

    def window_title(self) -> str:
        """What the wizard is for."""
        return self.tr("New login mailbox of the former platform")

    def titles(self) -> Mapping[str, str]:
        """The name of each step."""
        return {
            "triage": self.tr("What is it about"),
            "password_way": self.tr("New password"),
            "history": self.tr("Time of filing"),
            "other_way": self.tr("Another way"),
            "subject": self.tr("The filing"),
            "mailbox": self.tr("Mailbox"),
            "applicant": self.tr("Applicant"),
            "letter": self.tr("Letter"),
            "enclosures": self.tr("Enclosures"),
            "review": self.tr("Review"),
        }

    def leads(self) -> Mapping[str, str]:
        """What each step is for, in a sentence."""
        return {
            "triage": self.tr("Where only the password is lost, nothing has to be handed in."),
            "password_way": self.tr("The customer sets a new password. Send the steps."),
            "history": self.tr("The time of filing decides whether it is claimed, imported or simply logged in to."),
            "other_way": self.tr("The old login mailbox is not needed for this filing. Send the steps."),
            "subject": self.tr("The filing behind the old account, and whose it is."),
            "mailbox": self.tr("The old login mailbox is replaced for good."),
            "applicant": self.tr("The person who applies for the unit and holds its certificate in the photo."),
            "letter": self.tr("The unit's authorization letter, to be sealed and signed."),
            "enclosures": self.tr(
                "Files that are uploaded with the request. What is missing stays open on the check list."
            ),
            "review": self.tr("The packet on the right goes with the request. Finish opens the case."),
        }

    def problems(self, step: StrEnum, draft: MailboxDraft, today: date) -> Sequence[Problem]:
        """What keeps the agent from going on."""
        return mailbox_reset.problems(mailbox_reset.Step(step), draft, today)

    def all_problems(self, draft: MailboxDraft, today: date) -> Sequence[Problem]:
        """Every problem on the path."""
        return mailbox_reset.all_problems(draft, today)

    def advice(self, step: StrEnum, draft: MailboxDraft, today: date) -> Sequence[AdviceLine]:
        """What follows from the time of filing, and that the old mailbox is gone afterwards."""
        return letter_advice.mailbox_advice(mailbox_reset.Step(step), draft, today)

    def way_out(self, step: StrEnum, draft: MailboxDraft) -> tuple[Sequence[AdviceLine], str]:
        """The way that leaves the old mailbox alone, and a reply that tells the customer."""
        return letter_advice.mailbox_way_out(mailbox_reset.Step(step), draft)

    def summary(self, draft: MailboxDraft) -> Summary:
        """The answers in words, for the review."""
        return letter_advice.answers_in_words(self.graph, mailbox_reset.CHOICES, draft)

    def handing_in(self, draft: MailboxDraft, today: date) -> Sequence[AdviceLine]:
        """How the papers go, what is left to do and when to look again."""
        return letter_advice.mailbox_handing_in(draft, today)
