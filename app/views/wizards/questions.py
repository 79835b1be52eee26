"""The questions of the deregistration wizard as the agent reads them: label, help, and the kind of editor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject

from app.services.certificates import certificate_choices


class Editor(Enum):
    """How a question is answered."""

    LINE = auto()
    TEXT = auto()
    LINES = auto()
    CHOICE = auto()
    LIST = auto()
    YES_NO = auto()
    TICK = auto()
    DATE = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """One question: `choices` are value and label pairs, `sample` stands grey in the empty field."""

    path: str
    editor: Editor
    label: str
    help: str = ""
    sample: str = ""
    choices: tuple[tuple[str, str], ...] = ()


class Questions(QObject):
    """All questions in the language now set."""

    def question(self, path: str, kinds: tuple[str, ...] = ("unit", "individual")) -> Question:
        """One question; `kinds` narrows the certificates offered to those of a unit or a person.

        Raises:
            KeyError: nobody wrote that question.
        """
        if path.endswith(".certificate_type"):
            return Question(path, Editor.LIST, self.tr("Certificate type"), choices=certificate_choices(kinds))
        return self._all()[path]

    def _all(self) -> dict[str, Question]:
        unit_or_person = (("unit", self.tr("Unit")), ("individual", self.tr("Individual")))
        every = (
            Question("ticket.number", Editor.LINE, self.tr("Ticket number")),
            Question("ticket.customer", Editor.LINE, self.tr("Customer")),
            Question("ticket.owner", Editor.LINE, self.tr("Handled by")),
            Question(
                "filing.number",
                Editor.LINE,
                self.tr("Filing number to be deregistered"),
                help=self.tr(
                    "As the public query shows it. The first character decides which administration is asked."
                ),
                sample="粤ICP备12345678号-1",
            ),
            Question(
                "filing.scope",
                Editor.CHOICE,
                self.tr("What is to go"),
                choices=(
                    ("site", self.tr("One site (number with -1, -2 …)")),
                    ("subject", self.tr("The whole subject with all its sites")),
                ),
            ),
            Question(
                "filing.hollow",
                Editor.TICK,
                self.tr("Hollow subject: the public query shows the subject but no site or other service"),
            ),
            Question(
                "relation",
                Editor.CHOICE,
                self.tr("Whose filing is it"),
                choices=(
                    ("other", self.tr("Somebody else's: it stands in the applicant's way")),
                    ("own", self.tr("The applicant's own")),
                ),
            ),
            Question(
                "provider_known",
                Editor.YES_NO,
                self.tr("Does the customer know the access provider of this filing?"),
                help=self.tr("An own filing is deregistered online at its access provider wherever that is possible."),
            ),
            Question(
                "can_log_in",
                Editor.YES_NO,
                self.tr("Can the customer log in to that provider's filing system?"),
                help=self.tr("A lost account can usually be found again by the filed domain."),
            ),
            Question(
                "paper_anyway",
                Editor.TICK,
                self.tr("The online way does not work out for this customer: go on with paper"),
            ),
            Question(
                "filing.subject_kind",
                Editor.CHOICE,
                self.tr("Subject kind"),
                choices=unit_or_person,
            ),
            Question(
                "filing.subject_name",
                Editor.LINE,
                self.tr("Subject name"),
                help=self.tr("Exactly as the public query shows it."),
            ),
            Question("filing.certificate_number", Editor.LINE, self.tr("Certificate number of the subject")),
            Question("filing.site_name", Editor.LINE, self.tr("Site name")),
            Question(
                "filing.domains",
                Editor.LINES,
                self.tr("Domains"),
                help=self.tr("One in a line. A pasted address is cut down to its domain."),
                sample="example.com",
            ),
            Question("filing.access_provider", Editor.LINE, self.tr("Access provider, where known")),
            Question(
                "ground",
                Editor.CHOICE,
                self.tr("Ground of the application"),
                choices=(
                    ("domain", self.tr("Domain: the applicant holds the domain now")),
                    ("subject", self.tr("Subject: name and certificate number are the applicant's")),
                ),
            ),
            Question(
                "filing.name_changed",
                Editor.TICK,
                self.tr("Name or certificate changed since the filing was made"),
            ),
            Question(
                "filing.domain_lapsed",
                Editor.TICK,
                self.tr("The domain has lapsed or was registered by somebody else, so there is no domain certificate"),
            ),
            Question("applicant.kind", Editor.CHOICE, self.tr("The applicant is"), choices=unit_or_person),
            Question(
                "applicant.name",
                Editor.LINE,
                self.tr("Name of the applicant"),
                help=self.tr("Full name as on the certificate; a unit's name must equal its seal."),
            ),
            Question("applicant.certificate_number", Editor.LINE, self.tr("Certificate number of the applicant")),
            Question("applicant.legal_representative", Editor.LINE, self.tr("Legal representative")),
            Question("applicant.contact_name", Editor.LINE, self.tr("Contact person")),
            Question("applicant.mobile", Editor.LINE, self.tr("Mobile number"), sample="13800138000"),
            Question("applicant.phone", Editor.LINE, self.tr("Landline"), sample="0755-12345678"),
            Question("applicant.email", Editor.LINE, self.tr("E-mail"), sample="name@example.com"),
            Question("agent", Editor.TICK, self.tr("Somebody acts for the applicant (an agent hands the papers in)")),
            Question("agent.name", Editor.LINE, self.tr("Name of the agent")),
            Question("agent.certificate_number", Editor.LINE, self.tr("Certificate number of the agent")),
            Question("agent.phone", Editor.LINE, self.tr("Phone of the agent")),
            Question(
                "letter.way",
                Editor.CHOICE,
                self.tr("The letter that authorizes the agent"),
                choices=(
                    ("make", self.tr("Make it here, to be sealed and signed")),
                    ("enclosed", self.tr("There is one already: it goes with the enclosures")),
                    ("later", self.tr("It is brought separately")),
                ),
            ),
            Question(
                "letter.legal_certificate_number",
                Editor.LINE,
                self.tr("Certificate number of the legal representative"),
                help=self.tr("Left empty, the letter keeps a line for the pen."),
            ),
            Question(
                "letter.dated",
                Editor.DATE,
                self.tr("Date of the letter"),
                help=self.tr("Not after the day it is handed in, and at most three months old when it is looked at."),
            ),
            Question("letter.valid_until", Editor.DATE, self.tr("The letter holds until")),
            Question(
                "reason",
                Editor.TEXT,
                self.tr("Reason"),
                help=self.tr("Printed on the form as it stands here. A text that fits the case is proposed."),
            ),
            Question(
                "application_date",
                Editor.DATE,
                self.tr("Date of application"),
                help=self.tr("The day the applicant signs; printed on the form."),
            ),
            Question(
                "suffix_confirmation",
                Editor.LINE,
                self.tr("Type the domain to confirm"),
                help=self.tr("Several domains are separated by a space."),
            ),
        )
        return {each.path: each for each in every}
