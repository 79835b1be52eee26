"""The questions of a change as the agent reads them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject

from app.services.flows.answer_tree import value_at, with_value
from app.services.flows.change import OF_KIND
from app.services.flows.change_draft import ChangeDraft
from app.views.wizards.questions import Editor, Question


class ChangeFace(QObject):
    """Questions and words of the flow of a change."""

    handwritable: frozenset[str] = frozenset()

    def titles(self) -> dict[str, str]:
        """The name of each step."""
        return {
            "filing": self.tr("The filing"),
            "wanted": self.tr("What is to change"),
            "details": self.tr("What decides it"),
            "plan": self.tr("The plan"),
        }

    def question(self, path: str, draft: Any) -> Question:
        """One question; the exchanges offered are those of the subject's kind."""
        if path.startswith("wanted."):
            return Question(path, Editor.TICK, self._wanted()[path.partition(".")[2]])
        if path == "exchange":
            named = {
                "person_to_unit": self.tr("The individual gives way to a unit"),
                "unit_to_person": self.tr("The unit gives way to an individual"),
                "person_to_other_person": self.tr("Another individual"),
                "unit_to_other_unit": self.tr("Another unit"),
            }
            offered = OF_KIND.get(draft.filing.subject_kind or "", tuple(named))
            choices = tuple((each, named[each]) for each in offered)
            return Question(path, Editor.LIST, self.tr("Who is to hold the filing instead"), choices=choices)
        return self._all()[path]

    def answer(self, draft: Any, path: str) -> Any:
        """What was answered so far."""
        return value_at(draft, path)

    def fold(self, draft: Any, path: str, value: Any) -> Any:
        """The draft with one answer."""
        return with_value(draft, path, value)

    def leave_for_pen(self, draft: ChangeDraft, _step: StrEnum, _paths: Iterable[str]) -> ChangeDraft:
        """Nothing is left for the pen."""
        return draft

    def _all(self) -> dict[str, Question]:
        unit_or_person = (("unit", self.tr("Unit")), ("individual", self.tr("Individual")))
        where = (
            ("here", self.tr("Here, with this provider")),
            ("cancelled", self.tr("Access was cancelled")),
            ("elsewhere", self.tr("With another provider")),
        )
        every = (
            Question("ticket.number", Editor.LINE, self.tr("Ticket number")),
            Question("ticket.customer", Editor.LINE, self.tr("Customer")),
            Question(
                "filing.number",
                Editor.LINE,
                self.tr("Filing number"),
                help=self.tr("The first character decides whose rules hold."),
                sample="粤ICP备12345678号-1",
            ),
            Question("filing.subject_kind", Editor.CHOICE, self.tr("Subject kind"), choices=unit_or_person),
            Question("filing.subject_name", Editor.LINE, self.tr("Subject name (may be empty)")),
            Question("access", Editor.CHOICE, self.tr("Where is the filing's access"), choices=where),
            Question("has_order", Editor.YES_NO, self.tr("Is an order in progress under this subject?")),
            Question(
                "lead_is_legal_representative",
                Editor.YES_NO,
                self.tr("Is the new person responsible the legal representative?"),
            ),
            Question("phone_is_local", Editor.YES_NO, self.tr("Is the new telephone number of this province?")),
            Question(
                "other_domains_left",
                Editor.YES_NO,
                self.tr("Does the website keep another domain afterwards?"),
            ),
        )
        return {each.path: each for each in every}

    def _wanted(self) -> dict[str, str]:
        return {
            "subject_name": self.tr("Name of the subject"),
            "certificate_number": self.tr("Certificate type or number"),
            "address": self.tr("Address"),
            "subject_lead": self.tr("Another person responsible for the subject"),
            "subject_contact": self.tr("Telephone or mail of the person responsible for the subject"),
            "holder": self.tr("Another unit or person as the subject"),
            "province": self.tr("Another province"),
            "site_name": self.tr("Name of the website"),
            "site_lead": self.tr("Another person responsible for the website"),
            "site_contact": self.tr("Telephone or mail of the person responsible for the website"),
            "content": self.tr("Content, home page, prior approval"),
            "domain_removed": self.tr("A domain is no longer used"),
            "domain_replaced": self.tr("Another or one more domain"),
            "server_address": self.tr("Server address or way of access"),
        }
