"""What each step of the deregistration wizard is called and what it is for."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.services.flows.deregistration import Step


class StepTexts(QObject):
    """Titles and leads in the language now set."""

    def titles(self) -> dict[Step, str]:
        """Short names, for the list of steps and over the page."""
        return {
            Step.TRIAGE: self.tr("What is it about"),
            Step.ONLINE_WAY: self.tr("Online way"),
            Step.FILING: self.tr("The filing"),
            Step.RELATION: self.tr("Ground"),
            Step.APPLICANT: self.tr("Applicant"),
            Step.AGENT: self.tr("Agent"),
            Step.LETTER: self.tr("Letter"),
            Step.REASON: self.tr("Reason"),
            Step.SUFFIX: self.tr("Suffix"),
            Step.ENCLOSURES: self.tr("Enclosures"),
            Step.REVIEW: self.tr("Review"),
        }

    def leads(self) -> dict[Step, str]:
        """A sentence under the title: what the step is for."""
        return {
            Step.TRIAGE: self.tr("A few answers tell whether paper is needed at all, and whose form it is."),
            Step.ONLINE_WAY: self.tr("This filing can be deregistered without paper. Send the customer the steps."),
            Step.FILING: self.tr(
                "Copy these from the public query; the administration compares them letter by letter."
            ),
            Step.RELATION: self.tr("On what the application rests, and what has to be proved."),
            Step.APPLICANT: self.tr("Who applies, seals or signs."),
            Step.AGENT: self.tr("Who hands the papers in for the applicant."),
            Step.LETTER: self.tr("The unit's letter for its agent, made here; the page on the right is the letter."),
            Step.REASON: self.tr("Why the filing is to go."),
            Step.SUFFIX: self.tr("This cannot be undone: a domain under this suffix may never be filed again."),
            Step.ENCLOSURES: self.tr(
                "Papers that go with the form. What is missing stays open on the case's check list."
            ),
            Step.REVIEW: self.tr("The packet on the right is what will be printed. Finish opens the case."),
        }
