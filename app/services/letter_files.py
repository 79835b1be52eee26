"""A letter's answers as TOML or JSON: one value for each blank, checked field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from app.errors import Invalid, Problem
from app.forms.letters import letter
from app.rules.certificates import certificate_types
from app.rules.letter_dates import MONTHS, months_later
from app.services.flows.letter_draft import LetterDraft
from app.services.letter_fields import DECIDING, Ask, LetterQuestion, day_of, every_question
from app.services.letters import Letters

HANDWRITING = "handwriting"
PROVIDER = "provider_name"


def letter_schema(code: str) -> dict[str, Any]:
    """The JSON schema of a letter's answers file, with the Chinese labels of its blanks.

    Raises:
        UserError: `letters.unknown_letter`.
    """
    spec = letter(code)
    asked = every_question(spec)
    pen = {"type": "array", "items": {"enum": list(spec.fields())}, "title": "留空手写"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{spec.title}{spec.subtitle}",
        "type": "object",
        "additionalProperties": False,
        "properties": {**{each.field: _described(each) for each in asked}, HANDWRITING: pen},
    }


def check_letter(code: str, raw: Mapping[str, Any], today: date, letters: Letters) -> LetterDraft:
    """The complete draft that these answers stand for; a letter without dates is of today and holds for three months.

    The access provider's name is the desk's own where the file names none.

    Raises:
        UserError: `letters.unknown_letter`.
        Invalid: with every field that is wrong.
    """
    spec = letter(code)
    asked = {each.field: each for each in every_question(spec)}
    problems: list[Problem] = []
    values: dict[str, str] = {}
    for name, value in raw.items():
        if name == HANDWRITING:
            continue
        if name not in asked:
            problems.append(_unknown(name, (*asked, HANDWRITING)))
            continue
        text = _text(asked[name], value)
        if text is None:
            problems.append(Problem(name, "answers.not_understood"))
        else:
            values[name] = text
    by_hand = raw.get(HANDWRITING, ())
    problems += _pen_problems(by_hand, spec.fields())
    handwriting = tuple(str(each) for each in by_hand) if isinstance(by_hand, (list, tuple)) else ()
    draft = _dated(LetterDraft(spec.code, MappingProxyType(values), handwriting), spec.fields(), today)
    if PROVIDER in spec.fields() and PROVIDER not in (*values, *handwriting):
        draft = draft.with_value(PROVIDER, letters.start(code, today).value(PROVIDER))
    wrong = {each.path.partition(".")[0] for each in problems}
    meant = {str(each.facts.get("meant")) for each in problems}
    for each in letters.check(draft, today):
        name = each.path.partition(".")[0]
        if name not in wrong and not (each.code == "letters.required_missing" and name in meant):
            problems.append(each)
    shown = {each.field for each in letters.questions(draft)}
    problems += [Problem(name, "flows.not_asked") for name in values if name not in shown]
    if problems:
        raise Invalid(problems)
    return draft


def _dated(draft: LetterDraft, fields: tuple[str, ...], today: date) -> LetterDraft:
    if "letter_date" in fields and not draft.value("letter_date") and "letter_date" not in draft.handwriting:
        draft = draft.with_value("letter_date", today.isoformat())
    if "valid_until" in fields and not draft.value("valid_until") and "valid_until" not in draft.handwriting:
        begin = day_of(draft.value("letter_date")) or today
        draft = draft.with_value("valid_until", months_later(begin, MONTHS).isoformat())
    return draft


def _text(question: LetterQuestion, value: Any) -> str | None:
    """A value of an answers file as drafts write it; None for one of another type."""
    if isinstance(value, datetime):
        return None
    if isinstance(value, date):
        return value.isoformat() if question.ask is Ask.DAY else None
    if isinstance(value, list) and question.ask is Ask.LINES and all(isinstance(each, str) for each in value):
        return "\n".join(value)
    return value if isinstance(value, str) else None


def _pen_problems(by_hand: Any, fields: tuple[str, ...]) -> Iterator[Problem]:
    if not isinstance(by_hand, (list, tuple)):
        yield Problem(HANDWRITING, "answers.not_understood")
        return
    for place, name in enumerate(by_hand):
        if name not in fields:
            facts = {"found": str(name)[:60], "choices": fields}
            yield Problem(f"{HANDWRITING}.{place}", "flows.not_for_the_pen", facts)


def _unknown(name: str, known: tuple[str, ...]) -> Problem:
    near = get_close_matches(name.lower(), known, 1)
    if near:
        return Problem(name[:60], "answers.unknown_key_close", {"found": name[:60], "meant": near[0]})
    return Problem(name[:60], "answers.unknown_key", {"found": name[:60], "known": known})


def _described(question: LetterQuestion) -> dict[str, Any]:
    told: dict[str, Any] = {"type": "string", "title": question.label or question.field}
    if question.hint:
        told["description"] = question.hint
    match question.ask:
        case Ask.DAY:
            told["format"] = "date"
        case Ask.LINES:
            told |= {"type": "array", "items": {"type": "string"}}
        case Ask.CERTIFICATE:
            told["enum"] = [str(each) for kind in question.kinds for each in certificate_types(kind)]
        case Ask.CHOICE:
            told["enum"] = list(DECIDING[question.field])
    return told
