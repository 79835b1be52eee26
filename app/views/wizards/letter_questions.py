"""The questions of the transfer and the mailbox-reset wizards as the agent reads them."""

from __future__ import annotations

from app.views.wizards.questions import Editor, Question, Questions


class LetterQuestions(Questions):
    """All questions of the two letter flows; those that deregistration asks as well are its own."""

    def _all(self) -> dict[str, Question]:
        unit_or_person = (("unit", self.tr("Unit")), ("individual", self.tr("Individual")))
        stations = (("china", self.tr("China site")), ("international", self.tr("International site")))
        own = (
            Question(
                "can_log_in",
                Editor.YES_NO,
                self.tr("Can the customer log in to the account that holds the filing?"),
                help=self.tr("Who can log in transfers online, at once and without papers."),
            ),
            Question(
                "receives_codes",
                Editor.YES_NO,
                self.tr("Does the customer receive the verification code there?"),
            ),
            Question(
                "source.account",
                Editor.LINE,
                self.tr("Account that holds the filing now, where known"),
            ),
            Question("source.station", Editor.CHOICE, self.tr("That account is of the"), choices=stations),
            Question("source.has_order", Editor.YES_NO, self.tr("Is a filing order in progress in that account?")),
            Question(
                "target.uid",
                Editor.LINE,
                self.tr("UID of the account that is to hold it"),
                help=self.tr(
                    "Digits only, as the customer's account page shows them. A wrong digit sends the filing astray."
                ),
            ),
            Question("target.station", Editor.CHOICE, self.tr("The new account is of the"), choices=stations),
            Question("target.has_order", Editor.YES_NO, self.tr("Is a filing order in progress in the new account?")),
            Question(
                "target.has_subject",
                Editor.YES_NO,
                self.tr("Does the new account already hold another subject?"),
            ),
            Question(
                "filing.number",
                Editor.LINE,
                self.tr("Filing number of the subject"),
                help=self.tr("The subject's own number, without -1, -2 …"),
                sample="粤ICP备12345678号",
            ),
            Question("filing.subject_kind", Editor.CHOICE, self.tr("Subject kind"), choices=unit_or_person),
            Question(
                "applicant.name",
                Editor.LINE,
                self.tr("Name of the person who applies"),
                help=self.tr("The unit's letter authorizes this person."),
            ),
            Question("applicant.certificate_number", Editor.LINE, self.tr("Certificate number of that person")),
            Question(
                "letter.from_provider",
                Editor.TICK,
                self.tr("The customer uses the access provider's own letter (handed out by ticket)"),
            ),
            Question("letter.provider_name", Editor.LINE, self.tr("Access provider the letter is addressed to")),
            Question(
                "letter.legal_certificate_number",
                Editor.LINE,
                self.tr("Certificate number of the legal representative"),
            ),
            Question(
                "effects_confirmed",
                Editor.TICK,
                self.tr("The customer has read these effects and agrees"),
            ),
            Question(
                "account_known",
                Editor.YES_NO,
                self.tr("Does the customer know the login mailbox of the old platform?"),
            ),
            Question(
                "mailbox_works",
                Editor.YES_NO,
                self.tr("Can mail to that mailbox still be received?"),
                help=self.tr("Where it can, a new password is enough."),
            ),
            Question(
                "history.filed_on",
                Editor.DATE,
                self.tr("Day on which the filing was handed in, where known"),
            ),
            Question(
                "history.period",
                Editor.CHOICE,
                self.tr("When was the filing handed in"),
                choices=(
                    ("before_2010_06", self.tr("Before 1 June 2010")),
                    ("until_2017_01", self.tr("1 June 2010 to 31 January 2017")),
                    ("after_2017_01", self.tr("After 31 January 2017")),
                    ("unknown", self.tr("Not known")),
                ),
            ),
            Question(
                "history.accessed_elsewhere",
                Editor.YES_NO,
                self.tr("Was the filing taken over by another provider later?"),
            ),
            Question(
                "history.imported",
                Editor.YES_NO,
                self.tr("Was the filing imported into an account of the new system before?"),
            ),
            Question(
                "reset_anyway",
                Editor.TICK,
                self.tr("The customer needs the old account all the same: go on with the reset"),
            ),
            Question("domain", Editor.LINE, self.tr("Filed domain"), sample="example.com"),
            Question("mailbox.old", Editor.LINE, self.tr("Old login mailbox, where known"), sample="old@example.com"),
            Question("mailbox.new", Editor.LINE, self.tr("New login mailbox"), sample="new@example.com"),
            Question(
                "mailbox.new_again",
                Editor.LINE,
                self.tr("New login mailbox once more"),
                help=self.tr("Typed, not pasted: the old mailbox cannot be brought back."),
            ),
        )
        return {**super()._all(), **{each.path: each for each in own}}
