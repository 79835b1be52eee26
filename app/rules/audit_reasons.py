"""The special audit (专项核查): what is found, why, what to change where, and where a case stands once the deadline passed.

Data in `resources/audit_reasons.toml`: seven reasons of the manual with the very prompts, eight that came later, the
consequences, and the questions that lead an overdue case to its procedure. The deadline itself stands in the notice
only; no source gives a number of days.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, TypeVar

from app.resources import read_toml
from app.rules.guidance import Said, read_all, read_said
from app.rules.procedures import Material

Found = TypeVar("Found")
Scope = Literal["subject", "site", "subject_or_site", "site_or_subject"]
SCOPE_ZH: Mapping[str, str] = {
    "subject": "主体信息",
    "site": "网站信息",
    "subject_or_site": "主体信息或网站信息",
    "site_or_subject": "网站信息或主体信息",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix(Said):
    """One change: `where` it is made, which `field`, and the action as `text`."""

    where: str
    field: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an audit failed. `newer` reasons are not in the manual; `since` is when a source first had them."""

    id: str
    order: int
    title: str
    scope: str
    field: str
    prompts: tuple[Said, ...]
    match: tuple[str, ...]
    causes: tuple[Said, ...]
    fixes: tuple[Fix, ...]
    papers: tuple[Material, ...]
    notes: tuple[Said, ...]
    procedure: str
    newer: bool
    since: str

    @property
    def scope_zh(self) -> str:
        """主体信息, 网站信息 or either."""
        return SCOPE_ZH[self.scope]


@dataclass(frozen=True, slots=True)
class Check:
    """One of the things an audit looks at."""

    id: str
    item: str
    said: Said


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a question: on to another question, or to an outcome; exactly one of both is set."""

    text: str
    goto: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Said):
    """A question about an overdue case (`text`), how to find out (`how`), and its answers."""

    id: str
    order: int
    how: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Said):
    """Where the questions end: a title (`text`), the procedure, its steps, and what the customer gets."""

    id: str
    procedure: str
    steps: tuple[str, ...]
    effect: str


@dataclass(frozen=True, slots=True)
class AuditGuide:
    """Everything said of the special audit."""

    basis: tuple[Said, ...]
    channels: tuple[str, ...]
    notification: tuple[Said, ...]
    checks: tuple[Check, ...]
    content_mismatch: tuple[Said, ...]
    reasons: tuple[Reason, ...]
    consequences: tuple[Said, ...]
    overdue: tuple[Said, ...]
    questions: tuple[Question, ...]
    outcomes: tuple[Outcome, ...]


@lru_cache(maxsize=1)
def audit_guide() -> AuditGuide:
    """The data file, read."""
    data = read_toml("audit_reasons.toml")
    reasons = [_reason(each) for each in data["reason"]]
    for order, each in enumerate(data["newer_reason"], start=len(reasons) + 1):
        reasons.append(_newer_reason(each, order))
    return AuditGuide(
        basis=read_all(Said, data["basis"]["statements"]),
        channels=(*data["notification"]["channels"], *data["notification"]["extra_channels"]),
        notification=read_all(Said, data["notification"]["statements"]),
        checks=tuple(Check(each["id"], each["item"], _said(each, "what", "id", "item")) for each in data["check"]),
        content_mismatch=tuple(_said(each, "text", "id") for each in data["content_mismatch"]),
        reasons=tuple(reasons),
        consequences=tuple(_said(each, "text", "id") for each in data["consequence"]),
        overdue=read_all(Said, data["overdue"]["statements"]),
        questions=tuple(_question(each) for each in sorted(data["overdue_node"], key=lambda node: int(node["order"]))),
        outcomes=tuple(read_said(Outcome, each, "title") for each in data["overdue_outcome"]),
    )


def reason(reason_id: str) -> Reason:
    """One reason (KeyError for an id that is not there)."""
    return _one(audit_guide().reasons, reason_id, lambda each: each.id)


def question(question_id: str) -> Question:
    """One question of the overdue tree (KeyError for an id that is not there)."""
    return _one(audit_guide().questions, question_id, lambda each: each.id)


def first_question() -> Question:
    """Where the questions begin."""
    return audit_guide().questions[0]


def outcome(outcome_id: str) -> Outcome:
    """One outcome of the overdue tree (KeyError for an id that is not there)."""
    return _one(audit_guide().outcomes, outcome_id, lambda each: each.id)


def answer(at: Question, chosen: int) -> Question | Outcome:
    """What follows from the answer at this place of the question.

    Raises:
        IndexError: the question has no such answer (a bug: the face offers the ones there are).
    """
    given = at.answers[chosen]
    return question(given.goto) if given.goto else outcome(given.outcome)


def _one(records: tuple[Found, ...], record_id: str, id_of: Callable[[Found], str]) -> Found:
    for each in records:
        if id_of(each) == record_id:
            return each
    raise KeyError(record_id)


def _said(table: Mapping[str, Any], text: str, *without: str) -> Said:
    return read_said(Said, {name: value for name, value in table.items() if name not in without}, text)


def _reason(table: Mapping[str, Any]) -> Reason:
    prompts = [{name: value for name, value in each.items() if name != "pattern"} for each in table["prompts"]]
    return Reason(
        **{name: table[name] for name in ("id", "order", "title", "scope", "field", "procedure")},
        prompts=(*read_all(Said, prompts), *read_all(Said, table["newer_prompts"])),
        match=tuple(table["match"]),
        causes=read_all(Said, table["causes"]),
        fixes=read_all(Fix, table["fixes"], "action"),
        papers=read_all(Material, table["papers"], "name"),
        notes=read_all(Said, table["notes"]),
        newer=False,
        since="2019-09-16",
    )


def _newer_reason(table: Mapping[str, Any], order: int) -> Reason:
    marks = {"prompt_names_provider": True} if table.get("prompt_names_provider") else {}
    own = {"source": table["source"], "as_of": table["as_of"]}
    return Reason(
        **{name: table[name] for name in ("id", "title", "scope", "procedure", "since")},
        order=order,
        field=SCOPE_ZH[table["scope"]],
        prompts=tuple(read_said(Said, {"text": each, **own, **marks}) for each in table["prompts"]),
        match=tuple(table["keywords"]),
        causes=(),
        fixes=(
            read_said(Fix, {"action": table["fix"], "where": "", "field": SCOPE_ZH[table["scope"]], **own}, "action"),
        ),
        papers=(),
        notes=read_all(Said, table.get("notes", ())),
        newer=True,
    )


def _question(table: Mapping[str, Any]) -> Question:
    answers = [Answer(each["answer"], each.get("goto", ""), each.get("outcome", "")) for each in table["answers"]]
    return read_said(Question, {**table, "answers": answers}, "question")
