"""The offline-deregistration wizard: answers on the left, the very page that will be printed on the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import Problem, UserError
from app.messages import Messages
from app.services.advice import handing_in, online_steps, step_advice, summary
from app.services.deregistration_packets import Paper
from app.services.deregistrations import Deregistrations, Finished
from app.services.drafts import Drafts
from app.services.flows.checks import all_problems, problems
from app.services.flows.deregistration import (
    ASKED,
    FLOW,
    START,
    Step,
    next_step,
    path,
    previous_step,
    prune,
    visible,
    way_online,
)
from app.services.flows.draft import Draft
from app.services.flows.wording import default_reason, online_reply
from app.services.previews import Preview, preview_of
from app.views.jobs import Jobs
from app.views.prompts import Prompts
from app.views.wizards.autosave import Autosave
from app.views.wizards.enclosures_page import EnclosuresPage
from app.views.wizards.end_pages import DonePage, OnlineWayPage, ReviewPage
from app.views.wizards.paper_work import PaperWork
from app.views.wizards.question_form import QuestionForm
from app.views.wizards.questions import Questions
from app.views.wizards.step_texts import StepTexts
from app.views.wizards.wizard_frame import WizardFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class WizardParts:
    """What the wizard works with.

    Attributes:
        jobs: the lane of the store.
        paper_jobs: the lane that draws paper and needs no store.
        today: the clock, so that the flow never asks for it.
    """

    deregistrations: Deregistrations
    drafts: Drafts
    jobs: Jobs
    paper_jobs: Jobs
    prompts: Prompts
    messages: Messages
    today: Callable[[], date]


class DeregistrationWizard(WizardFrame):
    """Collects the answers of one deregistration; the flow decides where it goes, Finish makes everything at once.

    Signals:
        finished_case: the case, its documents and its deadline were made (`Finished`).
        print_wanted, save_wanted: the finished packet is to be printed or saved (its `Preview`).
        case_wanted: the agent wants to see the case (its id).
    """

    finished_case = Signal(object)
    print_wanted = Signal(object)
    save_wanted = Signal(object)
    case_wanted = Signal(int)

    def __init__(
        self,
        parts: WizardParts,
        draft: Draft | None = None,
        *,
        draft_id: int | None = None,
        step: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Start afresh or from a record (`draft`), or go on with a kept one (`draft_id`, `step`)."""
        super().__init__(parts.paper_jobs, parent)
        self._parts = parts
        self._draft = draft or Draft()
        self._draft_id = draft_id
        self._outcome: Finished | None = None
        self._packet: Preview | None = None
        self._touched: set[str] = set()
        self._tried: set[Step] = set()
        self._proposed_reason = default_reason(self._draft) if self._draft.reason else ""
        self._finishing = False
        self._file_problems: list[Problem] = []
        self._questions = Questions(self)
        self._autosave = Autosave(parts.jobs, self._save_draft, self)
        self._autosave.saved.connect(self._on_saved)
        self._autosave.failed.connect(self._on_save_failed)
        self._paper = PaperWork(parts.deregistrations, parts.paper_jobs, parts.today, self)
        self._paper.drawn.connect(self._on_drawn)
        self._paper.not_drawn.connect(lambda error: self.preview.show_trouble(parts.messages.error(error)))
        self._paper.read.connect(self._on_enclosures_read)
        self._paper.checked.connect(self._on_all_checked)
        self.setWindowTitle(self.tr("Offline deregistration"))
        self._build()
        steps = path(self._draft)
        self._step = next((each for each in steps if each.value == step), START)
        self._show_step()

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._step

    @property
    def draft(self) -> Draft:
        """All answers given so far."""
        return self._draft

    @property
    def outcome(self) -> Finished | None:
        """What Finish made, once it has."""
        return self._outcome

    def _build(self) -> None:
        texts = StepTexts(self)
        self._titles, self._leads = texts.titles(), texts.leads()
        self.steps.chosen.connect(self._on_step_chosen)
        self.forms: dict[Step, QuestionForm] = {}
        self.online = OnlineWayPage(self)
        self.enclosures = EnclosuresPage(self._parts.prompts, self._parts.messages, self)
        self.enclosures.edited.connect(self._on_edited)
        self.review = ReviewPage(self._parts.messages, self)
        self.review.step_wanted.connect(self._on_problem_chosen)
        self.done_page = DonePage(self)
        self.done_page.print_wanted.connect(lambda: self.print_wanted.emit(self._packet))
        self.done_page.save_wanted.connect(lambda: self.save_wanted.emit(self._packet))
        self.done_page.case_wanted.connect(self._on_case_wanted)
        for page in (self.online, self.enclosures, self.review, self.done_page):
            self.pages.addWidget(page)

    def _form(self, step: Step) -> QuestionForm:
        form = self.forms.get(step)
        if form is None:
            form = QuestionForm(step, self._questions, self._parts.messages, self._parts.today, self)
            form.edited.connect(self._on_edited)
            self.pages.addWidget(form)
            self.forms[step] = form
        return form

    def _show_step(self) -> None:
        step = self._step
        self.title.setText(self._titles[step])
        self.lead.setText(self._leads[step])
        match step:
            case Step.ONLINE_WAY:
                way = way_online(self._draft)
                if way is not None:
                    self.online.show_way(online_steps(self._draft), online_reply(self._draft, way))
                self.show_page(self.online)
            case Step.ENCLOSURES:
                self.show_page(self.enclosures)
            case Step.REVIEW:
                self.show_page(self.review)
            case _:
                if step is Step.REASON:
                    self._propose_reason()
                self.show_page(self._form(step))
        self._load()
        self._show_problems()
        self._show_buttons()
        if not self._page().focus_question():
            self.next.setFocus()
        self._draw(now=True)

    def _page(self) -> Any:
        return self.pages.currentWidget()

    def _load(self) -> None:
        page, step, draft, today = self._page(), self._step, self._draft, self._parts.today()
        if isinstance(page, QuestionForm):
            page.show_draft(draft, [each for each in visible(step, draft) if each != "filing.province"])
            self.advice.show_lines(step_advice(step, draft, today))
        elif page is self.enclosures:
            self.advice.show_lines(())
            self._paper.read_enclosures(draft)
        elif page is self.review:
            page.show_review(summary(draft), handing_in(draft, today), all_problems(draft, today))
            self.advice.show_lines(())
            self._paper.check(draft)
        else:
            self.advice.show_lines(())
        values = [each.value for each in path(draft)]
        self.steps.show_steps(values, {each.value: title for each, title in self._titles.items()}, step.value)

    def _show_buttons(self) -> None:
        done = self._outcome is not None
        last = next_step(self._step, self._draft) is None
        self.back.setVisible(not done)
        self.back.setEnabled(previous_step(self._step, self._draft) is not None and not self._finishing)
        self.next.setVisible(not done and self._step is not Step.ONLINE_WAY)
        self.next.setText(self.tr("&Finish") if last else self.tr("&Next"))
        self.next.setEnabled(not self._finishing)
        self.steps.setEnabled(not done)

    def _on_edited(self, question: str) -> None:
        self._touched.add(question)
        self._draft = self._page().fold(self._draft)
        self._load()
        self._show_problems()
        self._autosave.keep((self._step.value, self._draft))
        self._draw()

    def _show_problems(self) -> list[Problem]:
        """Show what is wrong where it was answered; questions not yet reached are not held against anyone."""
        step = self._step
        found = list(problems(step, self._draft, self._parts.today()))
        if step is Step.ENCLOSURES:
            found += [each for each in self._file_problems if each.path not in {one.path for one in found}]
        shown = found if step in self._tried else [each for each in found if self._was_touched(each)]
        page = self._page()
        homeless = page.show_problems(shown) if hasattr(page, "show_problems") else []
        self.say_general("\n".join(self._parts.messages.problem(each) for each in homeless))
        return found

    def _was_touched(self, problem: Problem) -> bool:
        return any(problem.path == each or problem.path.startswith(f"{each}.") for each in self._touched)

    def go_on(self) -> None:
        """On to the next step, or finish; what is wrong here is said first."""
        if self._finishing or self._outcome is not None:
            return
        self._tried.add(self._step)
        found = self._show_problems()
        if found:
            self._page().focus_question(found[0].path)
            return
        following = next_step(self._step, self._draft)
        if following is None:
            if self._step is Step.REVIEW:
                self._finish()
            return
        self._draft = prune(self._draft)
        self._go(following)

    def go_back(self) -> None:
        """One step back on the path; nothing is lost."""
        before = previous_step(self._step, self._draft)
        if before is not None and not self._finishing and self._outcome is None:
            self._go(before)

    def _on_step_chosen(self, value: str) -> None:
        if value != self._step.value:
            self._go(Step(value))

    def _on_problem_chosen(self, question: str) -> None:
        step = _step_asking(question)
        if step is None or step not in path(self._draft):
            return
        self._tried.add(step)
        self._go(step)
        self._page().focus_question(question)

    def _go(self, step: Step) -> None:
        self._step = step
        self._autosave.keep((step.value, self._draft))
        self._show_step()

    def _propose_reason(self) -> None:
        """Put the usual words and today's date in, unless the agent wrote others."""
        if self._draft.application_date is None and "application_date" not in self._draft.handwriting:
            self._draft = replace(self._draft, application_date=self._parts.today())
        if self._draft.reason in ("", self._proposed_reason):
            self._draft = replace(self._draft, reason=default_reason(self._draft))
        self._proposed_reason = default_reason(self._draft)

    def _draw(self, *, now: bool = False) -> None:
        self._paper.draw(self._draft, whole=self._step is Step.REVIEW, now=now)

    def _on_drawn(self, preview: Preview | None) -> None:
        if self._outcome is None:
            self.preview.show_preview(preview)

    def _on_enclosures_read(self, draft: Draft, papers: tuple[Paper, ...], wrong: list[Problem]) -> None:
        if draft.enclosures == self._draft.enclosures and self._step is Step.ENCLOSURES:
            nowhere = not self.enclosures.rows()
            self.enclosures.show_draft(draft, papers)
            self._file_problems = wrong
            self.enclosures.show_problems(wrong)
            if nowhere:
                self.enclosures.focus_question()

    def _on_all_checked(self, draft: Draft, found: tuple[Problem, ...]) -> None:
        if draft is self._draft and self._step is Step.REVIEW and self._outcome is None:
            self.review.show_review(summary(draft), handing_in(draft, self._parts.today()), found)

    def _save_draft(self, state: tuple[str, Draft]) -> None:
        step, draft = state
        self._draft_id = self._parts.drafts.save(
            FLOW,
            draft.to_json(),
            step=step,
            title=draft.filing.number or draft.ticket.number,
            draft_id=self._draft_id,
            subject_id=draft.subject_id,
            site_id=draft.site_id,
            case_id=draft.case_id,
        )

    def _on_saved(self) -> None:
        if self._outcome is None:
            self.saved.setText(self.tr("Draft saved"))

    def _on_save_failed(self, error: UserError) -> None:
        self.saved.setText(self.tr("The draft could not be saved: {why}").format(why=self._parts.messages.error(error)))

    def _finish(self) -> None:
        draft, today = self._draft, self._parts.today()
        self._finishing = True
        self._autosave.keep_now()
        self._show_buttons()
        self.saved.setText(self.tr("Making the packet…"))
        self._parts.jobs.start(
            self,
            lambda job: self._parts.deregistrations.finish(draft, today, draft_id=self._draft_id),
            done=self._on_finished,
            failed=self._on_finish_failed,
        )

    def _on_finished(self, result: Finished) -> None:
        self._finishing = False
        self._autosave.stop()
        self._outcome = result
        self._packet = preview_of(result.prepared.pdf)
        self.saved.setText("")
        self.steps.show_done()
        self.title.setText(self.tr("Done"))
        self.lead.setText(self.tr("Print it, sign and seal where the cover says, and hand it in."))
        self.show_page(self.done_page)
        lines = handing_in(self._draft, self._parts.today())
        self.done_page.show_result(result.case_number, result.prepared.pages, lines)
        self.preview.show_preview(self._packet)
        self._show_buttons()
        self.done_page.focus_question()
        self.finished_case.emit(result)

    def _on_finish_failed(self, error: Exception) -> None:
        self._finishing = False
        self._show_buttons()
        self.saved.setText("")
        if not isinstance(error, UserError):
            raise error
        self.say_general(self._parts.messages.error(error))

    def _on_case_wanted(self) -> None:
        if self._outcome is not None:
            self.case_wanted.emit(self._outcome.case_id)
            self.accept()

    def done(self, result: int) -> None:
        """However the window is left: what was answered is kept, and offered again."""
        self._paper.stop()
        self._autosave.keep_now()
        super().done(result)


def _step_asking(question: str) -> Step | None:
    """The step whose question a problem's path belongs to; the longest match wins, for `agent` is a question as well."""
    matches = [
        (len(asked), step)
        for step, questions in ASKED.items()
        for asked in questions
        if question == asked or question.startswith(f"{asked}.")
    ]
    return max(matches, default=(0, None), key=lambda match: match[0])[1]
