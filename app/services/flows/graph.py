"""A wizard as a graph of steps over a frozen tree of answers: where it goes, what it asks, what a left branch loses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from app.services.flows.answer_tree import is_given, value_at, without


class _Answers(Protocol):
    """What every draft has; a dataclass."""

    @property
    def handwriting(self) -> tuple[str, ...]: ...


S = TypeVar("S", bound=StrEnum)
D = TypeVar("D", bound=_Answers)


@dataclass(frozen=True, slots=True)
class Graph(Generic[S, D]):
    """The steps of one flow.

    Attributes:
        start: the first step.
        asked: the questions of each step by dotted path, in the order of the page.
        following: the step after another; None where the wizard ends.
        is_asked: whether a question is asked in this situation.
    """

    start: S
    asked: Mapping[S, tuple[str, ...]]
    following: Callable[[S, D], S | None]
    is_asked: Callable[[str, D], bool]

    def path(self, draft: D) -> tuple[S, ...]:
        """The steps from the first to the last that these answers lead through."""
        steps = [self.start]
        while (after := self.following(steps[-1], draft)) is not None:
            steps.append(after)
        return tuple(steps)

    def previous(self, step: S, draft: D) -> S | None:
        """Where Back leads; None on the first step and for a step that is not on the path."""
        steps = self.path(draft)
        place = steps.index(step) if step in steps else 0
        return steps[place - 1] if place else None

    def visible(self, step: S, draft: D) -> tuple[str, ...]:
        """The questions that this step asks in this situation, in order."""
        return tuple(each for each in self.asked[step] if self.is_asked(each, draft))

    def questions(self, draft: D) -> frozenset[str]:
        """Every question on the path."""
        return frozenset(question for step in self.path(draft) for question in self.visible(step, draft))

    def prune(self, draft: D) -> D:
        """The draft without the answers of branches that were left."""
        while True:
            asked = self.questions(draft)
            pruned = draft
            for question in self._all():
                if question not in asked and value_at(pruned, question) is not None:
                    pruned = without(pruned, question)
            by_hand = tuple(each for each in pruned.handwriting if each in asked)
            pruned = _with_handwriting(pruned, by_hand)
            if pruned == draft:
                return draft
            draft = pruned

    def dropped(self, draft: D) -> tuple[str, ...]:
        """The answers that were given and that nobody asks for in this situation."""
        pruned = self.prune(draft)
        return tuple(each for each in self._all() if is_given(draft, each) and not is_given(pruned, each))

    def at_least_until(self, step: S, draft: D) -> tuple[S, ...]:
        """The path up to and with this step: what Back may show again."""
        steps = self.path(draft)
        return steps[: steps.index(step) + 1] if step in steps else steps

    def set_handwriting(self, draft: D, step: S, names: Iterable[str]) -> D:
        """The draft with exactly these fields of this step left for the pen, other steps' untouched."""
        wanted = set(names)
        others = tuple(each for each in draft.handwriting if each not in self.asked[step])
        return _with_handwriting(draft, others + tuple(each for each in self.asked[step] if each in wanted))

    def _all(self) -> Iterable[str]:
        return (question for questions in self.asked.values() for question in questions)


def _with_handwriting(draft: D, names: tuple[str, ...]) -> D:
    changes: dict[str, Any] = {"handwriting": names}
    return replace(draft, **changes)  # type: ignore[type-var]
