"""What an agent has answered so far in the offline-deregistration flow: a frozen tree that can be kept as JSON.

The shape is the same as that of an answers file (`docs/answers.md`), only that everything may still be missing.
A field is named by its dotted path (`applicant.certificate_number`), the same name that problems carry.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from app.errors import UserError

VERSION = 1


@dataclass(frozen=True, slots=True)
class Ticket:
    """The ticket that the papers belong to."""

    number: str = ""
    customer: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Filing:
    """The filing that is to go, as the ministry's public query shows it."""

    scope: str | None = None
    number: str = ""
    province: str = ""
    subject_name: str = ""
    subject_kind: str | None = None
    certificate_type: str | None = None
    certificate_number: str = ""
    site_name: str = ""
    domains: tuple[str, ...] = ()
    hollow: bool = False
    name_changed: bool = False
    domain_lapsed: bool = False
    access_provider: str = ""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who applies: a unit, which seals, or a person, who signs."""

    kind: str | None = None
    name: str = ""
    certificate_type: str | None = None
    certificate_number: str = ""
    contact_name: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    legal_representative: str = ""


@dataclass(frozen=True, slots=True)
class Agent:
    """The person (经办人) who handles the matter for the applicant."""

    name: str = ""
    certificate_type: str | None = None
    certificate_number: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One paper of the check list with its file; `file` is a path, or empty while the paper is only promised."""

    kind: str = ""
    file: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """All answers; `handwriting` names the fields that the paper leaves as a line for the pen.

    `paper_anyway`: there is an online way, but it does not work out for this customer.
    `agent` is None as long as nobody acts for the applicant. The three ids say where the wizard was started from.
    """

    ticket: Ticket = field(default_factory=Ticket)
    filing: Filing = field(default_factory=Filing)
    relation: str | None = None
    ground: str | None = None
    provider_known: bool | None = None
    can_log_in: bool | None = None
    paper_anyway: bool = False
    applicant: Applicant = field(default_factory=Applicant)
    agent: Agent | None = None
    reason: str = ""
    application_date: date | None = None
    suffix_confirmation: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    handwriting: tuple[str, ...] = ()
    subject_id: int | None = None
    site_id: int | None = None
    case_id: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values for the store; empty answers are left out."""
        return {"version": VERSION, **_plain(self)}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Draft:
        """What `to_json` gave.

        Raises:
            UserError: `flows.draft_newer` for a draft of a later version of the program, `flows.draft_damaged` else.
        """
        version = kept.get("version")
        if not isinstance(version, int) or isinstance(version, bool):
            raise UserError("flows.draft_damaged")
        if version > VERSION:
            raise UserError("flows.draft_newer", version=version)
        return cls.from_answers({name: value for name, value in kept.items() if name != "version"})

    @classmethod
    def from_answers(cls, answers: Mapping[str, Any]) -> Draft:
        """A draft from plain nested values whose names and types have been checked, or come from `to_json`."""
        return typing.cast(Draft, _built(cls, answers))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        default = type(value)()
        shown = {each.name: getattr(value, each.name) for each in fields(value)}
        return {name: _plain(each) for name, each in shown.items() if each != getattr(default, name)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


@lru_cache(maxsize=16)
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _built(kind: type, values: Mapping[str, Any]) -> Any:
    if not isinstance(values, Mapping):
        raise UserError("flows.draft_damaged")
    known = _hints(kind)
    return kind(**{name: _value(known[name], value) for name, value in values.items() if name in known})


def _value(hint: Any, value: Any) -> Any:
    if isinstance(hint, types.UnionType):
        if value is None:
            return None
        hint = next(each for each in typing.get_args(hint) if each is not type(None))
    if is_dataclass(hint):
        return _built(typing.cast(type, hint), value)
    if typing.get_origin(hint) is tuple:
        if not isinstance(value, (list, tuple)):
            raise UserError("flows.draft_damaged")
        return tuple(_value(typing.get_args(hint)[0], each) for each in value)
    if hint is date and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise UserError("flows.draft_damaged") from None
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise UserError("flows.draft_damaged")
    return value


def value_at(draft: Draft, path: str) -> Any:
    """The answer under a dotted path; None below an agent that is not there."""
    value: Any = draft
    for name in path.split("."):
        value = None if value is None else getattr(value, name)
    return value


def with_value(draft: Draft, path: str, value: Any) -> Draft:
    """The draft with one answer changed; an answer below the missing agent brings the agent in."""
    head, _, rest = path.partition(".")
    if not rest:
        return _changed(draft, head, value)
    part = getattr(draft, head)
    return _changed(draft, head, replace(Agent() if part is None else part, **{rest: value}))


def without(draft: Draft, path: str) -> Draft:
    """The draft with one answer taken back to the state of a fresh draft."""
    head, _, rest = path.partition(".")
    if not rest:
        return _changed(draft, head, getattr(Draft(), head))
    part = getattr(draft, head)
    return draft if part is None else _changed(draft, head, replace(part, **{rest: getattr(type(part)(), rest)}))


def _changed(draft: Draft, name: str, value: Any) -> Draft:
    changes: dict[str, Any] = {name: value}
    return replace(draft, **changes)


def is_given(draft: Draft, path: str) -> bool:
    """Whether something was answered under this path; an unticked box counts as nothing."""
    return value_at(draft, path) not in (None, "", (), False)
