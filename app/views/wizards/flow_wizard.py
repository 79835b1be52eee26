"""A flow as a window: answers on the left, the very page that will be printed on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import Problem, UserError
from app.messages import Messages
from app.services.case_files import CaseFile
from app.services.case_papers import Finished
from app.services.check_lists import Paper
from app.services.drafts import Drafts
from app.services.previews import Preview, preview_of
from app.views.jobs import Jobs
from app.views.prompts import Prompts
from app.views.wizards.autosave import Autosave
from app.views.wizards.enclosures_page import EnclosuresPage
from app.views.wizards.end_pages import DonePage, ReviewPage, WayOutPage
from app.views.wizards.flow_face import ENCLOSURES, REVIEW, FlowFace
from app.views.wizards.kept_enclosures import KeptEnclosures
from app.views.wizards.paper_work import PaperWork
from app.views.wizards.picture_work import PictureWork
from app.views.wizards.question_form import QuestionForm
from app.views.wizards.wizard_frame import WizardFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class WizardParts:
    """What the wizard works with.

    Attributes:
        jobs: the lane of the store.
        paper_jobs: the lane that draws paper and needs no store.
        today: the clock, so that the flow never asks for it.
        scan_folder: new files in it are offered on the page of enclosures; empty for none.
    """

    drafts: Drafts
    jobs: Jobs
    paper_jobs: Jobs
    prompts: Prompts
    messages: Messages
    today: Callable[[], date]
    scan_folder: str = ""


class FlowWizard(WizardFrame):
    """Collects the answers of one case; the flow decides where it goes, Finish makes everything at once.

    Signals:
        finished_case: the case, its documents and its deadline were made (`Finished`).
        print_wanted, save_wanted: the finished packet is to be printed or saved (its `Preview`).
        folder_wanted: the folder of the saved packet is to be shown (the packet's path).
        case_wanted: the agent wants to see the case (its id).
    """

    finished_case = Signal(object)
    print_wanted = Signal(object)
    save_wanted = Signal(object)
    folder_wanted = Signal(object)
    case_wanted = Signal(int)
    takes_scans = True

    def __init__(
        self,
        face: FlowFace,
        parts: WizardParts,
        draft: Any = None,
        *,
        draft_id: int | None = None,
        step: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Start afresh or from a record (`draft`), or go on with a kept one (`draft_id`, `step`)."""
        super().__init__(parts.paper_jobs, face.nothing_to_show(), parent)
        self._face = face
        self._graph = face.graph
        self._parts = parts
        self._draft = draft if draft is not None else face.fresh()
        self._draft_id = draft_id
        self._outcome: Finished | None = None
        self._packet: Preview | None = None
        self._saved_at: Path | None = None
        self._touched: set[str] = set()
        self._tried: set[StrEnum] = set()
        self._finishing = False
        self._file_problems: list[Problem] = []
        self._kept = KeptEnclosures()
        self._autosave = Autosave(parts.jobs, self._save_draft, self)
        self._autosave.saved.connect(self._on_saved)
        self._autosave.failed.connect(self._on_save_failed)
        self._paper = PaperWork(face.maker, parts.paper_jobs, parts.today, self)
        self._paper.drawn.connect(self._on_drawn)
        self._paper.not_drawn.connect(lambda error: self.preview.show_trouble(parts.messages.error(error)))
        self._paper.read.connect(self._on_enclosures_read)
        self._paper.checked.connect(self._on_all_checked)
        self.setWindowTitle(face.window_title())
        self._build()
        steps = self._graph.path(self._draft)
        self._step: StrEnum = next((each for each in steps if each.value == step), self._graph.start)
        self._show_step()

    @property
    def step(self) -> StrEnum:
        """The step that is shown."""
        return self._step

    @property
    def draft(self) -> Any:
        """All answers given so far."""
        return self._draft

    @property
    def face(self) -> FlowFace:
        """The flow that is walked."""
        return self._face

    @property
    def outcome(self) -> Finished | None:
        """What Finish made, once it has."""
        return self._outcome

    def _build(self) -> None:
        self._titles, self._leads = self._face.titles(), self._face.leads()
        self.steps.chosen.connect(self._on_step_chosen)
        self.forms: dict[StrEnum, QuestionForm] = {}
        self.way_out = WayOutPage(self)
        pictures = PictureWork(self._parts, self._face.maker, lambda: self._draft, self)
        self.enclosures = EnclosuresPage(self._parts.prompts, self._parts.messages, pictures, self)
        self.enclosures.edited.connect(self._on_edited)
        self.review = ReviewPage(self._parts.messages, self)
        self.review.step_wanted.connect(self._on_problem_chosen)
        self.done_page = DonePage(self)
        self.done_page.print_wanted.connect(lambda: self.print_wanted.emit(self._packet))
        self.done_page.save_wanted.connect(lambda: self.save_wanted.emit(self._packet))
        self.done_page.folder_wanted.connect(lambda: self.folder_wanted.emit(self._saved_at))
        self.done_page.case_wanted.connect(self._on_case_wanted)
        for page in (self.way_out, self.enclosures, self.review, self.done_page):
            self.pages.addWidget(page)

    def _form(self, step: StrEnum) -> QuestionForm:
        form = self.forms.get(step)
        if form is None:
            form = QuestionForm(self._face, step, self._parts.messages, self._parts.today, self)
            form.edited.connect(self._on_edited)
            form.walked_out.connect(self.walk_to_buttons)
            self.pages.addWidget(form)
            self.forms[step] = form
        return form

    def _show_step(self) -> None:
        step = self._step
        self.title.setText(self._titles[step.value])
        self.lead.setText(self._leads[step.value])
        if step.value in self._face.ways_out:
            lines, reply = self._face.way_out(step, self._draft)
            self.way_out.show_way(lines, reply)
            self.show_page(self.way_out)
        elif step.value == ENCLOSURES:
            self.show_page(self.enclosures)
        elif step.value == REVIEW:
            self.show_page(self.review)
        else:
            self._draft = self._face.prepared(step, self._draft, self._parts.today())
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
        advice = self._face.advice(step, draft, today) if isinstance(page, QuestionForm) else ()
        self.advice.show_lines(advice)
        if isinstance(page, QuestionForm):
            page.show_draft(
                draft, [each for each in self._graph.visible(step, draft) if each not in self._face.unasked]
            )
        elif page is self.enclosures:
            self._paper.read_enclosures(draft)
        elif page is self.review:
            self._show_review(self._face.all_problems(draft, today))
            self._paper.check(draft)
        self.steps.show_steps([each.value for each in self._graph.path(draft)], self._titles, step.value)

    def _show_review(self, found: Sequence[Problem]) -> None:
        draft = self._draft
        self.review.show_review(self._face.summary(draft), self._face.handing_in(draft, self._parts.today()), found)

    def _show_buttons(self) -> None:
        done = self._outcome is not None
        last = self._graph.following(self._step, self._draft) is None
        self.back.setVisible(not done)
        self.back.setEnabled(self._graph.previous(self._step, self._draft) is not None and not self._finishing)
        self.next.setVisible(not done and self._step.value not in self._face.ways_out)
        self.next.setText(self.tr("&Finish") if last else self.tr("&Next"))
        self.next.setEnabled(not self._finishing)
        self.steps.setEnabled(not done)

    def _on_edited(self, question: str) -> None:
        self._touched.add(question)
        self._draft = self._page().fold(self._draft)
        self._kept.only(self._draft)
        self._load()
        self._show_problems()
        self._autosave.keep((self._step.value, self._draft))
        self._draw()

    def _show_problems(self) -> list[Problem]:
        """Show what is wrong where it was answered; questions not yet reached are not held against anyone."""
        step = self._step
        found = list(self._face.problems(step, self._draft, self._parts.today()))
        if step.value == ENCLOSURES:
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
        following = self._graph.following(self._step, self._draft)
        if following is None:
            if self._step.value == REVIEW:
                self._finish()
            return
        self._draft = self._graph.prune(self._draft)
        self._go(following)

    def go_back(self) -> None:
        """One step back on the path; nothing is lost."""
        before = self._graph.previous(self._step, self._draft)
        if before is not None and not self._finishing and self._outcome is None:
            self._go(before)

    def _on_step_chosen(self, value: str) -> None:
        if value != self._step.value:
            self._go(next(each for each in self._graph.path(self._draft) if each.value == value))

    def _on_problem_chosen(self, question: str) -> None:
        step = self._step_asking(question)
        if step is None or step not in self._graph.path(self._draft):
            return
        self._tried.add(step)
        self._go(step)
        self._page().focus_question(question)

    def _go(self, step: StrEnum) -> None:
        self._step = step
        self._autosave.keep((step.value, self._draft))
        self._show_step()

    def _draw(self, *, now: bool = False) -> None:
        self._paper.draw(self._draft, whole=self._step.value == REVIEW, step=self._step.value, now=now)

    def _on_drawn(self, preview: Preview | None) -> None:
        if self._outcome is None:
            self.preview.show_preview(preview)

    def _on_enclosures_read(
        self, draft: Any, papers: tuple[Paper, ...], case_files: tuple[CaseFile, ...], wrong: list[Problem]
    ) -> None:
        if self._kept.of(draft).enclosures == self._draft.enclosures and self._step.value == ENCLOSURES:
            nowhere = not self.enclosures.rows()
            self.enclosures.show_draft(self._draft, papers, case_files)
            self._file_problems = wrong
            self.enclosures.show_problems(wrong)
            if nowhere:
                self.enclosures.focus_question()

    def _on_all_checked(self, draft: Any, found: tuple[Problem, ...]) -> None:
        if self._kept.of(draft) == self._draft and self._step.value == REVIEW and self._outcome is None:
            self._show_review(found)

    def _save_draft(self, state: tuple[str, Any]) -> None:
        """In the lane of the store: the draft, and its files with it."""
        step, draft = state
        draft = self._kept.of(draft)
        self._draft_id = self._parts.drafts.save(
            self._face.flow,
            draft.to_json(),
            step=step,
            title=self._face.draft_title(draft),
            draft_id=self._draft_id,
            subject_id=draft.subject_id,
            site_id=draft.site_id,
            case_id=draft.case_id,
        )
        if any(each.file and not each.sha256 for each in draft.enclosures):
            self._kept.note(self._parts.drafts.load(self._draft_id).answers)

    def _on_saved(self) -> None:
        self._draft = self._kept.of(self._draft)
        self.enclosures.take_kept(self._draft)
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
            lambda job: self._face.maker.finish(self._kept.of(draft), today, draft_id=self._draft_id),
            done=self._on_finished,
            failed=self._on_finish_failed,
            must_run=True,
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
        lines = self._face.handing_in(self._draft, self._parts.today())
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
            self.accept()
            self.case_wanted.emit(self._outcome.case_id)

    def show_saved(self, path: Path) -> None:
        """The packet was saved: say where, here where one looks, and offer its folder."""
        self._saved_at = path
        self.saved.setText(self.tr("Saved: {path}").format(path=path))
        self.done_page.offer_folder()

    def reject(self) -> None:
        """Esc, Close, or the window's own button; not while the case is being made, or nobody would hear of it."""
        if not self._finishing:
            super().reject()

    def done(self, result: int) -> None:
        """However the window is left: what was answered is kept, and offered again."""
        self._paper.stop()
        self._autosave.keep_now()
        super().done(result)

    def _step_asking(self, question: str) -> StrEnum | None:
        """The step whose question a problem's path belongs to; the longest match wins: a part may be a question as well."""
        matches = [
            (len(asked), step)
            for step, questions in self._graph.asked.items()
            for asked in questions
            if question == asked or question.startswith(f"{asked}.")
        ]
        return max(matches, default=(0, None), key=lambda match: match[0])[1]
