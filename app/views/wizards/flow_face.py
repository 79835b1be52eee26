"""What a wizard's window has to know of the flow that it walks: one face for each flow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Literal, Protocol

from app.errors import Problem
from app.services.advice import AdviceLine, Summary
from app.services.case_files import CaseFile
from app.services.case_papers import Finished
from app.services.check_lists import Paper
from app.services.flows.draft import Mark
from app.services.flows.graph import Graph
from app.services.previews import Preview
from app.views.wizards.questions import Question

ENCLOSURES = "enclosures"
REVIEW = "review"
"""Steps that every flow has under these names: the check list of papers, and the look at everything before Finish."""


class PaperMaker(Protocol):
    """The use cases behind a flow; each method may be called from any thread."""

    def check(self, draft: Any, today: date) -> tuple[Problem, ...]:
        """Everything that keeps the draft from becoming paper."""

    def check_list(self, draft: Any, today: date) -> tuple[Paper, ...]:
        """The papers that the case needs, each with the files given for it."""

    def preview(self, draft: Any, today: date, *, whole: bool = False, step: str = "") -> Preview | None:
        """The paper of this step as it stands now, or None before anything can be drawn."""

    def case_files(self, draft: Any) -> tuple[CaseFile, ...]:
        """What the case that the draft was started from has received."""

    def watermark(self, draft: Any, today: date) -> tuple[str, Mark]:
        """What copies of identity papers say, and how the desk has agreed to mark them."""

    def finish(self, draft: Any, today: date, *, draft_id: int | None = None) -> Finished:
        """Make the case and its papers in one transaction."""

    def note_use(self, document_id: int, action: Literal["print", "export"]) -> None:
        """Note in the history that a finished packet was printed or saved."""


class Asking(Protocol):
    """Whoever has questions for a form.

    Attributes:
        handwritable: questions whose answer may be left as a line for the pen.
    """

    handwritable: frozenset[str]

    def question(self, path: str, draft: Any) -> Question:
        """One question in the language now set; its choices may depend on other answers."""

    def answer(self, draft: Any, path: str) -> Any:
        """What was answered so far, as the question's editor takes it."""

    def fold(self, draft: Any, path: str, value: Any) -> Any:
        """The draft with one answer as the page has it."""

    def leave_for_pen(self, draft: Any, step: StrEnum, paths: Iterable[str]) -> Any:
        """The draft with exactly these questions of a step left for the pen."""


class FlowFace(Asking, Protocol):
    """One flow for the window.

    Attributes:
        flow: the name under which drafts are kept.
        graph: steps, questions, the way through them.
        unasked: questions of the graph that no page asks.
        ways_out: steps where no paper is needed and the flow stops.
    """

    flow: str
    graph: Graph[Any, Any]
    unasked: frozenset[str]
    ways_out: frozenset[str]

    @property
    def maker(self) -> PaperMaker:
        """Who checks, draws and finishes."""

    def fresh(self) -> Any:
        """A draft without answers."""

    def window_title(self) -> str:
        """What the wizard is for."""

    def titles(self) -> Mapping[str, str]:
        """The name of each step."""

    def leads(self) -> Mapping[str, str]:
        """What each step is for, in a sentence."""

    def nothing_to_show(self) -> str:
        """Why there is no page yet."""

    def prepared(self, step: StrEnum, draft: Any, today: date) -> Any:
        """The draft as a step is entered: proposals where nothing of the agent's own stands."""

    def problems(self, step: StrEnum, draft: Any, today: date) -> Sequence[Problem]:
        """What keeps the agent from going on."""

    def all_problems(self, draft: Any, today: date) -> Sequence[Problem]:
        """Every problem on the path."""

    def advice(self, step: StrEnum, draft: Any, today: date) -> Sequence[AdviceLine]:
        """What the agent should know while answering this step."""

    def way_out(self, step: StrEnum, draft: Any) -> tuple[Sequence[AdviceLine], str]:
        """The way without paper, and a reply that tells the customer."""

    def summary(self, draft: Any) -> Summary:
        """The answers in words, for the review."""

    def handing_in(self, draft: Any, today: date) -> Sequence[AdviceLine]:
        """What happens with the papers once they are printed."""

    def draft_title(self, draft: Any) -> str:
        """By what a half-made one is recognised in a list."""
