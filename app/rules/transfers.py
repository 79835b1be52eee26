"""Moving a filing to another account of the same access provider: conditions, the online way, and the account's UID."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.errors import UserError
from app.rules.procedure_facts import Said, procedure_facts, said

FLOW = "transfer"
FEWEST_DIGITS, MOST_DIGITS = 5, 20
"""How long UIDs seen so far are. No source says how long they may be, so others are warned about, not refused."""
_SEPARATORS = re.compile(r"[\s‐‑‒–—―−-]")


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must hold before a transfer: `wants` is `china` for a station and `no` for an obstacle."""

    key: str
    wants: str
    said: Said

    def holds(self, answer: object) -> bool:
        """Whether the answer (a station, or True for an obstacle that is there) meets the condition."""
        return answer == self.wants if self.wants == "china" else answer is False


def conditions() -> tuple[Condition, ...]:
    """What must hold, one by one, each with its source."""
    found = procedure_facts(FLOW).raw["condition"]
    return tuple(Condition(each["key"], each["wants"], said(each)) for each in found)


def online_steps() -> tuple[Said, ...]:
    """The way without papers, for who can log in and gets the code."""
    return procedure_facts(FLOW).sentences("online_step")


def check_uid(text: str) -> str:
    """An account's UID: digits alone, blanks and dashes taken out.

    Raises:
        UserError: `letters.uid_empty`, `letters.uid_is_login_name` or `letters.uid_shape`.
    """
    plain = _SEPARATORS.sub("", unicodedata.normalize("NFKC", text))
    if not plain:
        raise UserError("letters.uid_empty")
    if "@" in plain or re.search(r"[A-Za-z]", plain):
        raise UserError("letters.uid_is_login_name")
    if not re.fullmatch(r"[0-9]{1,64}", plain):
        raise UserError("letters.uid_shape")
    return plain


def uid_is_unusual(uid: str) -> bool:
    """Whether a UID is shorter or longer than those seen; worth a second look, no reason to refuse it."""
    return not FEWEST_DIGITS <= len(uid) <= MOST_DIGITS
