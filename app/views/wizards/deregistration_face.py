"""Offline deregistration as the wizard's window sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject

from app.errors import Problem
from app.services.advice import AdviceLine, Summary, handing_in, online_steps, step_advice, summary
from app.services.deregistrations import Deregistrations
from app.services.flows import checks
from app.services.flows.answer_tree import value_at, with_value
from app.services.flows.deregistration import FLOW, GRAPH, HANDWRITABLE, Step, encloses_letter, way_online
from app.services.flows.draft import Agent, Draft
from app.services.flows.graph import Graph
from app.services.flows.tidy import dated
from app.services.flows.wording import default_reason, online_reply
from app.views.wizards.questions import Question, Questions
from app.views.wizards.step_texts import StepTexts


class DeregistrationFace(QObject):
    """Questions, words and rules of the offline deregistration."""

    flow = FLOW
    graph: Graph[Any, Any] = GRAPH
    handwritable = HANDWRITABLE
    unasked = frozenset({"filing.province"})
    ways_out = frozenset({Step.ONLINE_WAY.value})

    def __init__(self, deregistrations: Deregistrations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.maker = deregistrations
        self._questions = Questions(self)
        self._texts = StepTexts(self)
        self._proposed = ""

    def fresh(self) -> Draft:
        """A draft without answers."""
        return Draft()

    def window_title(self) -> str:
        """What the wizard is for."""
        return self.tr("Offline deregistration")

    def titles(self) -> Mapping[str, str]:
        """The name of each step."""
        return {step.value: text for step, text in self._texts.titles().items()}

    def leads(self) -> Mapping[str, str]:
        """What each step is for, in a sentence."""
        return {step.value: text for step, text in self._texts.leads().items()}

    def nothing_to_show(self) -> str:
        """Why there is no page yet."""
        return self.tr("The form appears here as soon as the filing number tells the province.")

    def question(self, path: str, draft: Draft) -> Question:
        """One question; certificates are those of a unit or a person, as the part it belongs to is one."""
        kind = draft.filing.subject_kind if path.startswith("filing.") else draft.applicant.kind
        if path.startswith("agent."):
            kind = "individual"
        return self._questions.question(path, (kind,) if kind else ("unit", "individual"))

    def fold(self, draft: Draft, path: str, value: Any) -> Draft:
        """The draft with one answer; `agent` itself is a tick that brings the agent in or takes it away."""
        if path != "agent":
            return with_value(draft, path, value)
        if not value:
            return replace(draft, agent=None)
        return draft if draft.agent is not None else replace(draft, agent=Agent())

    def answer(self, draft: Draft, path: str) -> Any:
        """What was answered so far."""
        return value_at(draft, path)

    def leave_for_pen(self, draft: Draft, step: StrEnum, paths: Iterable[str]) -> Draft:
        """The draft with exactly these questions of a step left for the pen."""
        return self.graph.set_handwriting(draft, step, paths)  # type: ignore[no-any-return]

    def prepared(self, step: StrEnum, draft: Draft, today: date) -> Draft:
        """The usual answers where the agent gave no others: how the letter comes, its dates, reason and date."""
        if step is Step.AGENT and draft.applicant.kind == "unit" and draft.letter.way is None:
            way = "enclosed" if encloses_letter(draft) else "make"
            return replace(draft, letter=replace(draft.letter, way=way))
        if step is Step.LETTER:
            return replace(draft, letter=dated(draft.letter, draft.handwriting, draft.application_date or today))
        if step is not Step.REASON:
            return draft
        if draft.application_date is None and "application_date" not in draft.handwriting:
            draft = replace(draft, application_date=today)
        usual = default_reason(draft)
        if draft.reason in ("", self._proposed):
            draft = replace(draft, reason=usual)
        self._proposed = usual
        return draft

    def problems(self, step: StrEnum, draft: Draft, today: date) -> Sequence[Problem]:
        """What keeps the agent from going on."""
        return checks.problems(Step(step), draft, today)

    def all_problems(self, draft: Draft, today: date) -> Sequence[Problem]:
        """Every problem on the path."""
        return checks.all_problems(draft, today)

    def advice(self, step: StrEnum, draft: Draft, today: date) -> Sequence[AdviceLine]:
        """What the agent should know while answering this step."""
        return step_advice(Step(step), draft, today)

    def way_out(self, step: StrEnum, draft: Draft) -> tuple[Sequence[AdviceLine], str]:
        """The online way and a reply that tells the customer."""
        way = way_online(draft)
        return (online_steps(draft), online_reply(draft, way)) if way is not None else ((), "")

    def summary(self, draft: Draft) -> Summary:
        """The answers in words, for the review."""
        return summary(draft)

    def handing_in(self, draft: Draft, today: date) -> Sequence[AdviceLine]:
        """Who seals, where it goes and when to look again."""
        return handing_in(draft, today, self.maker.forms)

    def draft_title(self, draft: Draft) -> str:
        """The filing number, or the ticket's."""
        return draft.filing.number or draft.ticket.number
