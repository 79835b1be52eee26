"""What the agent saw of the domains and the subject, as a file may hold it: checked field by field."""

from __future__ import annotations

import json
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.errors import Invalid, Problem, UserError
from app.rules.domain_verification import Relation
from app.rules.provinces import province_keys
from app.rules.verification_scope import FilingType

_LARGEST = 5_000_000


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, str_max_length=400)


class SubjectFacts(_Part):
    """The filing's subject: the three facts to compare with, and where it is filed."""

    kind: Literal["individual", "unit"] = "unit"
    name: str = ""
    certificate_type: str = ""
    certificate_number: str = ""
    province: str = ""


class AgentDomainFacts(_Part):
    """One domain as the agent saw it; None stands for not seen. `seen_on` and `place` say when and where."""

    domain: str
    added: bool = False
    filed_on: date | None = None
    holder_name: str | None = None
    holder_certificate_type: str | None = None
    holder_certificate_number: str | None = None
    relation: Relation | None = None
    proof_seen: bool = False
    real_name: bool | None = None
    real_name_on: date | None = None
    expires_on: date | None = None
    suffix_approved: bool | None = None
    registrar: str | None = None
    registrar_approved: bool | None = None
    seen_on: date | None = None
    place: str = ""


class VerificationFacts(_Part):
    """A whole file: what kind of filing, whose, which domains."""

    filing_type: FilingType = "first_filing"
    subject: SubjectFacts = Field(default_factory=SubjectFacts)
    domains: tuple[AgentDomainFacts, ...] = ()


def read_facts(path: Path) -> VerificationFacts:
    """Reads a TOML or JSON file.

    Raises:
        UserError: `checks.facts_unreadable`; Invalid: every field that is wrong.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("too big")
        text = path.read_text(encoding="utf-8-sig")
        raw = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise UserError("checks.facts_unreadable", file=path.name) from error
    return check_facts(raw)


def check_facts(raw: Any) -> VerificationFacts:
    """Checks plain values.

    Raises:
        Invalid: every field that is wrong.
    """
    try:
        facts = VerificationFacts.model_validate(_jsonish(raw))
    except ValidationError as error:
        raise Invalid(_problem(each) for each in error.errors()) from error
    if facts.subject.province and facts.subject.province not in province_keys():
        found = facts.subject.province[:40]
        raise Invalid([Problem("subject.province", "checks.facts_province", {"found": found})])
    return facts


def _problem(error: Any) -> Problem:
    path = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        return Problem(path, "checks.facts_unknown_field", {})
    if error["type"] == "missing":
        return Problem(path, "checks.facts_missing", {})
    return Problem(path, "checks.facts_wrong", {})


def _jsonish(raw: Any) -> Any:
    """TOML moments of time as the days they are."""
    if isinstance(raw, dict):
        return {name: _jsonish(value) for name, value in raw.items()}
    if isinstance(raw, list):
        return [_jsonish(value) for value in raw]
    return raw.date() if isinstance(raw, datetime) else raw
