"""Answers files: the deregistration flow's questions as TOML or JSON, checked field by field.

Two checks stand side by side. The model here knows names, types and choices, so a misspelt key is found. The flow
(`flows.checks`) knows what the answers mean; it is the same check that the wizard runs. One run names every mistake.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from app.errors import Invalid, Problem, UserError
from app.rules.in_force import RulesInForce
from app.services.answer_tables import DeregistrationAnswers
from app.services.deregistrations import Deregistrations
from app.services.flows.checks import all_problems
from app.services.flows.deregistration import dropped, prune
from app.services.flows.draft import Draft
from app.services.flows.tidy import placed, tidied
from app.services.flows.wording import default_reason
from app.services.rules_in_force import rules_of_desk

BIGGEST_FILE = 2 * 1024 * 1024
_FORGIVEN = frozenset({"suffix_confirmation", "provider_known", "can_log_in", "paper_anyway"})
"""Answers that may be given where nobody asks: they cannot contradict anything."""


def json_schema() -> dict[str, Any]:
    """The JSON schema of an answers file, with Chinese titles and descriptions."""
    schema = DeregistrationAnswers.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def load_answers(file: Path) -> dict[str, Any]:
    """The plain content of an answers file; JSON by its ending, TOML otherwise.

    Raises:
        UserError: `answers.*`, when the file is missing, too big, not UTF-8 or broken (with line and column).
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(BIGGEST_FILE + 1)
    except OSError:
        raise UserError("answers.no_file", file=file.name) from None
    if len(data) > BIGGEST_FILE:
        raise UserError("answers.file_too_big", file=file.name, limit=BIGGEST_FILE // (1024 * 1024))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("answers.not_utf8", file=file.name, line=data[: error.start].count(b"\n") + 1) from None
    return _parsed(text, file)


def _parsed(text: str, file: Path) -> dict[str, Any]:
    try:
        if file.suffix.lower() == ".json":
            raw = json.loads(text, object_pairs_hook=_no_twins)
        else:
            raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 1)
        raise UserError("answers.broken_toml", file=file.name, line=line, column=column) from None
    except json.JSONDecodeError as error:
        raise UserError("answers.broken_json", file=file.name, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise UserError("answers.too_deep", file=file.name) from None
    except ValueError:  # an integer of thousands of digits, or a date such as 2026-13-45
        raise UserError("answers.broken_value", file=file.name) from None
    if not isinstance(raw, dict):
        raise UserError("answers.not_a_table", file=file.name)
    return raw


def _no_twins(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise UserError("answers.key_twice", key=twice[:60])
    return dict(pairs)


def check_answers(raw: Mapping[str, Any], base_dir: Path, today: date, rules: RulesInForce | None = None) -> Draft:
    """The complete draft that these answers stand for; enclosure paths become absolute, missing defaults are filled.

    Args:
        rules: what the answers are judged by, and the draft with them; the shipped rules without.

    Raises:
        Invalid: With every field that is wrong: names and types, and what the others mean, down to their enclosures.
    """
    rules = rules or rules_of_desk(None)
    try:
        answers = DeregistrationAnswers.model_validate(raw)
    except ValidationError as error:
        wrong = [problem_of(each, DeregistrationAnswers) for each in error.errors(include_url=False)]
        rest = without_places(raw, [each["loc"] for each in error.errors(include_url=False)])
        draft = completed(tidied(replace(Draft.from_answers(rest), rules=rules)), base_dir, today)
        raise Invalid([*wrong, *_more_problems(draft, today, wrong)]) from None
    given = tidied(replace(Draft.from_answers(answers.model_dump(exclude_none=True)), rules=rules))
    found = [each for each in all_problems(given, today) if each.path == "paper_anyway"]
    if found:  # the other answers are checked all the same, as if paper were wanted
        given = replace(given, paper_anyway=True)
    draft = completed(prune(given), base_dir, today)
    found += [Problem(path, "flows.not_asked") for path in dropped(given) if path not in _FORGIVEN]
    found += all_problems(replace(draft, handwriting=given.handwriting), today)
    if found:
        found = [each for each in found if each != _reason_left_open(draft)]
        raise Invalid([*found, *_more_problems(draft, today, found)])
    return draft


def _more_problems(draft: Draft, today: date, known: Sequence[Problem]) -> Iterator[Problem]:
    """What is wrong besides, enclosures and characters included: one run names everything that has to be mended."""
    named = {each.path for each in known}
    meant = {each.path.rpartition(".")[0] + "." + str(each.facts.get("meant")) for each in known}
    for problem in Deregistrations(None, actor="").check(draft, today):
        parents = {problem.path[: dot.start()] for dot in re.finditer(r"\.", problem.path)}
        follows = problem.code == "flows.required" and problem.path in {path.lstrip(".") for path in meant}
        if not follows and problem != _reason_left_open(draft) and not named & {problem.path, *parents}:
            yield problem


def _reason_left_open(draft: Draft) -> Problem | None:
    """The reason that would have been written had the answers it speaks of been right."""
    return None if draft.reason or default_reason(draft) else Problem("reason", "flows.required")


def without_places(raw: Mapping[str, Any], places: Iterable[tuple[int | str, ...]]) -> dict[str, Any]:
    """The answers without those at these places; a list with an item that is no table goes as a whole."""
    rest: dict[str, Any] = deepcopy(dict(raw))
    for place in places:
        names = list(place)
        while isinstance(names[-1], int):
            names.pop()
        part: Any = rest
        for name in names[:-1]:
            part = part[name] if isinstance(name, int) or name in part else {}
        part.pop(names[-1], None)
    return rest


def completed(draft: Draft, base_dir: Path, today: date) -> Draft:
    """The draft with today's date and the usual reason where none were given, and absolute paths."""
    enclosures = placed(draft.enclosures, base_dir)
    by_hand = set(draft.handwriting)
    day = draft.application_date or (None if "application_date" in by_hand else today)
    reason = draft.reason or ("" if "reason" in by_hand else default_reason(draft))
    return replace(draft, enclosures=enclosures, application_date=day, reason=reason)


def problem_of(error: ErrorDetails, root: type[BaseModel]) -> Problem:
    """One of pydantic's findings in our codes; never quotes what may be a number of a person."""
    path = ".".join(str(part) for part in error["loc"])
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        code, facts = _unknown_key(error["loc"], root)
        return Problem(path, code, facts)
    translate = _TRANSLATED.get(kind)
    if translate is not None:
        code, facts = translate(error["loc"], error["input"], context)
        return Problem(path, code, facts)
    return Problem(path, "answers.not_understood")


def _known_keys(where: tuple[int | str, ...], root: type[BaseModel]) -> tuple[str, ...]:
    """The names that may stand in the table that the last of these names was found in."""
    model = root
    for name in where[:-1]:
        if isinstance(name, str):
            model = _model_in(model.model_fields[name].annotation) or model
    return tuple(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The table that an annotation speaks of, be it optional or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each)) is not None), None)


def _unknown_key(where: tuple[int | str, ...], root: type[BaseModel]) -> tuple[str, dict[str, Any]]:
    key, known = str(where[-1]), _known_keys(where, root)
    close = get_close_matches(key.lower(), known, n=1, cutoff=0.6)
    if close:
        return "answers.unknown_key_close", {"found": key[:60], "meant": close[0]}
    return "answers.unknown_key", {"found": key[:60], "known": known}


def _choice(where: tuple[int | str, ...], value: Any, context: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    choices = tuple(re.findall(r"'([^']*)'", str(context.get("expected", ""))))
    return "flows.not_a_choice", {"found": str(value)[:40], "choices": choices}


def _fixed(code: str) -> Callable[[Any, Any, Any], tuple[str, dict[str, Any]]]:
    return lambda where, value, context: (code, {})


def _too_long(where: Any, value: Any, context: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    return "flows.too_long", {"length": len(value), "longest": context["max_length"]}


def _too_many(where: Any, value: Any, context: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    return "answers.too_many", {"most": context["max_length"]}


_TRANSLATED: Mapping[str, Callable[[Any, Any, Any], tuple[str, dict[str, Any]]]] = {
    "missing": _fixed("flows.required"),
    "literal_error": _choice,
    "string_type": _fixed("answers.text_expected"),
    "string_unicode": _fixed("answers.text_expected"),
    "string_too_long": _too_long,
    "too_long": _too_many,
    "tuple_type": _fixed("answers.list_expected"),
    "bool_type": _fixed("answers.yes_no_expected"),
    "model_type": _fixed("answers.table_expected"),
    "model_attributes_type": _fixed("answers.table_expected"),
    "date_type": _fixed("answers.date_expected"),
    "date_parsing": _fixed("answers.date_expected"),
    "date_from_datetime_parsing": _fixed("answers.date_expected"),
    "date_from_datetime_inexact": _fixed("answers.date_expected"),
}
