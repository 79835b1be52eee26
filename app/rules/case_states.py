"""Where a case may go, which kind of enclosure a material of the manual is, what customers are told of bad pictures: data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.errors import UserError
from app.resources import read_toml

CLOSED = "closed"
TEXT_KIND = "text"
OTHER_KIND = "other"
REFUSALS = ("", "cases.reopen_first", "cases.look_at_it_first")
"""What the data may say of a refused move; empty where every move is allowed."""


@dataclass(frozen=True, slots=True)
class CaseState:
    """A state, where a case may go from it, and the message code that says why not elsewhere."""

    id: str
    moves: tuple[str, ...]
    refused: str


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return read_toml("case_rules.toml")


@lru_cache(maxsize=1)
def case_states() -> Mapping[str, CaseState]:
    """All states by id, in the order of a case's life."""
    found = {each["id"]: CaseState(each["id"], tuple(each["moves"]), each["refused"]) for each in _data()["state"]}
    if unknown := {state.refused for state in found.values()} - set(REFUSALS):
        raise ValueError(f"case_rules.toml: no such refusal: {sorted(unknown)}")
    return found


def moves(state: str) -> tuple[str, ...]:
    """Where a case may go from a state."""
    return case_states()[state].moves


def check_move(before: str, after: str) -> None:
    """Whether a case may go from one state to another.

    Raises:
        UserError: `cases.unknown_state`, or the code that the data gives for the refused move.
    """
    known = case_states()
    if after not in known:
        raise UserError("cases.unknown_state", found=after[:40], choices=tuple(known))
    if before != after and after not in known[before].moves:
        raise UserError(known[before].refused)


def material_kind(name: str, forms: tuple[str, ...] = ()) -> str:
    """The kind of enclosure that a material is, by its name; `text` for what is only said, `other` for the rest."""
    if forms == ("text",):
        return TEXT_KIND
    for kind in _data()["kind"]:
        if any(word in name for word in kind["words"]):
            return str(kind["id"])
    return OTHER_KIND


def plain_follow_up() -> tuple[int, str]:
    """After how many working days somebody looks again where no rule says so, and the sentence for it."""
    found = _data()["follow_up"]
    return int(found["working_days"]), str(found["text_zh"])


def for_customers(code: str, facts: Mapping[str, Any]) -> str:
    """What a customer is told of something found in a file; empty for what only the agent need know."""
    for finding in _data()["finding"]:
        if finding["code"] == code:
            return str(finding["customer_zh"]).format_map(dict(facts))
    return ""
