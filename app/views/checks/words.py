"""Outcomes, reasons and places in the language of the window; the sentences stand in `resources/messages/checks.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.messages import Messages
from app.views.tables.record_columns import shown_date, shown_moment
from app.views.tables.words import RecordWords

OUTCOMES = ("fail", "unknown", "pass")
"""In the order in which they want attention."""


def outcome_tone(outcome: str) -> str:
    """The colour of an outcome; what could not be established is no warning and no success."""
    return {"pass": "good", "fail": "bad"}.get(outcome, "warn")


def sentence(text: str) -> str:
    """With a capital letter, as it stands alone."""
    return text[:1].upper() + text[1:]


class CheckWords:
    """Every word is looked up when it is asked for, so that a change of language shows."""

    def __init__(self, messages: Callable[[], Messages]) -> None:
        self._messages = messages

    def tr(self, text: str) -> str:
        """The text in the window's language."""
        return QCoreApplication.translate("CheckWords", text)

    def frozen(self) -> CheckWords:
        """The same in the language of the moment, for work in another thread."""
        held = self._messages()
        return CheckWords(lambda: held)

    @classmethod
    def chinese(cls) -> CheckWords:
        """The sentences as replies to customers need them."""
        held = Messages("zh")
        return cls(lambda: held)

    def hollow(self, outcome: str) -> str:
        """Hollow, not hollow, or could not be established."""
        return self._said(f"hollow_{outcome}")

    def outcome(self, outcome: str) -> str:
        """Pass, fail, or could not be established."""
        return self._said(f"outcome_{outcome}")

    def reason(self, reason: str) -> str:
        """Why a site is, or is not, hollow."""
        return self._said(f"reason_{reason}")

    def subject(self, key: str) -> str:
        """Whether and why a subject is hollow: an outcome or a reason."""
        return self._said(f"subject_{key}")

    def rule(self, reason: str, facts: Mapping[str, Any]) -> str:
        """Why a rule of domain verification ended as it did."""
        return sentence(self._messages().text(f"checks.rule_{reason}", facts))

    def scope(self, scope: str) -> str:
        """Whether the filing has the domain verified."""
        return self._said(f"scope_{scope}")

    def header(self, column: str) -> str:
        """A column of a table of results."""
        return self._said(f"header_{column}")

    def place(self, place: str) -> str:
        """Whose network an address lies in, and where."""
        return {
            "mainland": self.tr("provider, mainland"),
            "hong_kong": self.tr("provider, Hong Kong"),
            "overseas": self.tr("overseas"),
        }.get(place, self.tr("not on the list"))

    def answer(self, status: str) -> str:
        """How a question to a resolver ended."""
        return {
            "addresses": self.tr("answered"),
            "nxdomain": self.tr("no such name"),
            "nodata": self.tr("no such record"),
            "timeout": self.tr("no answer in time"),
            "unreachable": self.tr("could not be reached"),
            "refused": self.tr("refused"),
            "servfail": self.tr("the resolver failed"),
            "blocked": self.tr("blocked"),
            "error": self.tr("error"),
            "malformed": self.tr("unreadable answer"),
            "truncated": self.tr("cut off"),
            "lame": self.tr("does not serve the zone"),
            "loop": self.tr("aliases in a circle"),
            "too_long": self.tr("too many aliases"),
        }.get(status, status)

    def known(self, known: str, why: str) -> str:
        """What came of asking a registry."""
        if known == "fact":
            return self.tr("registered")
        if known == "absent":
            return self.tr("not registered")
        try:
            return self.rule(why, {}) if why else self.tr("could not be established")
        except KeyError:
            return why

    def filing_types(self) -> Mapping[str, str]:
        """The kinds of filing that domain verification tells apart."""
        return {
            "first_filing": self.tr("First filing"),
            "add_site": self.tr("Added site"),
            "change_filing": self.tr("Change of a filing"),
            "access_filing": self.tr("Access filing"),
            "deregister_online_subject": self.tr("Deregistration of the subject, online"),
            "deregister_online_site": self.tr("Deregistration of a site, online"),
            "cancel_access": self.tr("Cancelling access"),
        }

    def relations(self) -> Mapping[str, str]:
        """Who the holder of a domain is to the unit."""
        return {
            "unit": self.tr("The unit itself"),
            "legal_rep": self.tr("Legal representative"),
            "shareholder": self.tr("Shareholder"),
            "principal_or_executive": self.tr("Principal or executive"),
            "other": self.tr("Somebody else"),
        }

    def certificate(self, value: str) -> str:
        """A certificate type by its key; anything else as it is."""
        return RecordWords(self._messages).certificate(value)

    def moment(self, text: str) -> str:
        """A moment as it is kept, in local time."""
        try:
            return shown_moment(datetime.fromisoformat(text))
        except ValueError:
            return text

    def day(self, day: date | None) -> str:
        """A day."""
        return shown_date(day)

    def _said(self, code: str) -> str:
        return sentence(self._messages().text(f"checks.{code}"))
