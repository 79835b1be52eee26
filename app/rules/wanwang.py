"""Filings of the former 万网 platform: whether to claim, to import or simply to log in, from the day of filing.

The platform took filings until January 2017. Before 2010-06-01 they are claimed by certificate, until 2017-01-31 they
are imported with the old account, after that they were made in the new system.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.procedure_facts import Said, procedure_facts, said

FLOW = "mailbox_reset"
CLAIM_BEFORE = date(2010, 6, 1)
IMPORT_UNTIL = date(2017, 1, 31)


class Period(StrEnum):
    """When a filing was handed in, as far as customers remember."""

    BEFORE_2010_06 = "before_2010_06"
    UNTIL_2017_01 = "until_2017_01"
    AFTER_2017_01 = "after_2017_01"
    UNKNOWN = "unknown"


class Way(StrEnum):
    """How the filing comes into the new system."""

    CLAIM = "claim"
    IMPORT = "import"
    LOG_IN = "log_in"
    LOOK_UP = "look_up"


@dataclass(frozen=True, slots=True)
class Decision:
    """The way, why, and what to do; `old_account_needed` where the old account has to be logged into for it."""

    way: Way
    reasons: tuple[Said, ...]
    steps: tuple[Said, ...]

    @property
    def old_account_needed(self) -> bool:
        """Whether the login mailbox of the old platform matters at all."""
        return self.way is Way.IMPORT


def period_of(filed_on: date) -> Period:
    """The period that a day of filing falls into."""
    if filed_on < CLAIM_BEFORE:
        return Period.BEFORE_2010_06
    return Period.UNTIL_2017_01 if filed_on <= IMPORT_UNTIL else Period.AFTER_2017_01


def decide(period: Period, *, accessed_elsewhere: bool | None = None, imported: bool | None = None) -> Decision:
    """Claim, import, log in, or look it up first.

    Args:
        period: when the filing was handed in (`period_of` a day).
        accessed_elsewhere: whether another provider took it over later; None while nobody knows.
        imported: whether it was imported into an account of the new system before; None while nobody knows.
    """
    if period is Period.AFTER_2017_01:
        return _decision(Way.LOG_IN, "log_in")
    if period is Period.UNKNOWN:
        return _decision(Way.LOOK_UP, "unknown")
    if imported:
        return _decision(Way.LOG_IN, "imported")
    if period is Period.UNTIL_2017_01:
        return _decision(Way.IMPORT, "import")
    if accessed_elsewhere:
        return _decision(Way.LOOK_UP, "elsewhere")
    if accessed_elsewhere is None or imported is None:
        return _decision(Way.LOOK_UP, "details_unknown")
    return _decision(Way.CLAIM, "claim")


def password_steps() -> tuple[Said, ...]:
    """What to do when only the password is lost."""
    return procedure_facts(FLOW).sentences("password_step")


def _decision(way: Way, reason: str) -> Decision:
    raw = procedure_facts(FLOW).raw
    reasons = tuple(said(each) for each in raw["reason"] if each["key"] == reason)
    steps = tuple(said(each) for each in raw["step"] if each["way"] == way)
    return Decision(way, reasons, steps)
