"""A change of filed information, step by step: the questions at the left, the plan as far as it goes at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.errors import Invalid, Problem, UserError
from app.models.draft import DraftRow
from app.models.subject import SubjectRow
from app.rules.change_planning import ChangePlan
from app.rules.change_verdicts import Cite
from app.rules.in_force import RulesInForce
from app.rules.procedures import title_of
from app.services.change_plans import OUTCOME_ZH, ChangePlans
from app.services.changes import Change
from app.services.drafts import Drafts
from app.services.flows.change import FLOW, GRAPH, Step, problems
from app.services.flows.change_draft import ChangeDraft
from app.services.rules_in_force import rules_of_desk
from app.services.subjects import Subjects
from app.views.guide.change_face import ChangeFace
from app.views.guide.question_column import QuestionColumn
from app.views.pages.page import Page
from app.views.pages.subject_picker import SubjectPicker
from app.views.surroundings import Surroundings
from app.views.tables.words import RecordWords
from app.views.theme import GRID, set_role
from app.views.widgets.fact_list import FactList, Section, Statement
from app.views.widgets.labels import FieldError, action_button, heading, plain_label
from app.views.wizards.autosave import Autosave
from app.views.wizards.question_form import QuestionForm

TONES = {"no": "bad", "ask": "warn", "condition": "warn"}


class ChangeTab(Page):
    """Asks, shows what follows, and begins a case. What is typed is kept within a second.

    Signals:
        planned: the plan is shown anew (the `ChangePlan`, or None).
        offered: half-made answers were found (the `DraftRow`).
    """

    planned = Signal(object)
    offered = Signal(object)

    def __init__(
        self,
        around: Surroundings,
        plans: ChangePlans,
        subjects: Subjects,
        drafts: Drafts,
        *,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around, self._plans, self._drafts, self._today = around, plans, drafts, today
        self._face = ChangeFace(self)
        self._rules: RulesInForce = rules_of_desk(None)
        self._draft = ChangeDraft()
        self._draft_id: int | None = None
        self._step: Step = Step.FILING
        self._plan: ChangePlan | None = None
        self._tried: set[Step] = set()
        self._read_once = False
        self._autosave = Autosave(around.store_jobs, self._save, self)
        self.head = heading("", self)
        self.trouble = FieldError(self)
        self.picker = SubjectPicker(subjects, around.store_jobs, RecordWords(around.languages.messages), self)
        self.picker.layout().setContentsMargins(0, 0, 0, GRID)  # type: ignore[union-attr]
        self.picker.label.setWordWrap(True)
        self.picker.picked.connect(self._on_picked)
        self.forms: dict[Step, QuestionForm] = {}
        self.back, self.next, self.fresh = QPushButton(self), QPushButton(self), QPushButton(self)
        set_role(self.next, "primary")
        self.copy = action_button("", self._copy, self, icon_name="copy")
        self.begin = action_button("", self._begin, self, icon_name="plus", role="primary")
        self.last = plain_label("", "hint", self)
        self.facts = FactList(self)
        self._lay_out()
        self.back.clicked.connect(lambda _checked: self.go_back())
        self.next.clicked.connect(lambda _checked: self.go_on())
        self.fresh.clicked.connect(lambda _checked: self._start_afresh())
        around.changes.changed.connect(self._on_changed)
        self.retranslate()

    @property
    def draft(self) -> ChangeDraft:
        """All answers given so far."""
        return self._draft

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._step

    def title(self) -> str:
        """The tab's name."""
        return self.tr("Change")

    def focus_first(self) -> None:
        """The cursor begins in the first question."""
        form = self.forms.get(self._step)
        if form is None or not form.focus_question():
            self.begin.setFocus()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.back.setText(self.tr("&Back"))
        self.next.setText(self.tr("&Next"))
        self.fresh.setText(self.tr("Start afresh"))
        self.copy.setText(self.tr("Copy the reply"))
        self.begin.setText(self.tr("Open a case of this plan"))
        self.picker.rename(self.tr("From the records (or type the number below)"))
        self.last.setText(self.tr("The plan stands at the right: copy the reply, or open a case with its check list."))
        for form in self.forms.values():
            form.setParent(None)
            form.deleteLater()
        self.forms.clear()
        self._show_step()

    def show_draft(self, draft: ChangeDraft, draft_id: int | None = None, step: str = "") -> None:
        """Take up answers: of a record, or half-made ones."""
        self._draft, self._draft_id, self._tried = draft, draft_id, set()
        wanted = next((each for each in GRAPH.path(draft) if each.value == step), Step.FILING)
        self._go(wanted)

    def begin_from(self, **record: int) -> None:
        """Begin the plan of a record (`subject_id` or `site_id`); what was half done stays kept."""
        self._autosave.keep_now()
        self._around.store_jobs.start(self, lambda _job: self._plans.start(**record), done=self.show_draft)

    def go_on(self) -> None:
        """On to the next step; what is wrong here is said first."""
        self._tried.add(self._step)
        found = self._show_problems()
        if found:
            self.forms[self._step].focus_question(found[0].path)
            return
        following = GRAPH.following(self._step, self._draft)
        if following is not None:
            self._draft = GRAPH.prune(self._draft)
            self._go(following)

    def go_back(self) -> None:
        """One step back; nothing is lost."""
        before = GRAPH.previous(self._step, self._draft)
        if before is not None:
            self._go(before)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._read_once:
            self._read_once = True
            self._read_rules()
            self._around.store_jobs.start(self, lambda _job: self._drafts.all(FLOW, limit=1), done=self._on_kept)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.head)
        inside = QWidget(self)
        self._questions = QVBoxLayout(inside)
        self._questions.setContentsMargins(0, 0, GRID, 0)
        self._questions.addWidget(self.picker)
        self._questions.addWidget(self.last)
        self._questions.addWidget(self.trouble)
        self._questions.addStretch(1)
        self.column = QuestionColumn(inside, self)
        column.addWidget(self.column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.fresh)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        column.addLayout(buttons)
        right = QWidget(self)
        plan = QVBoxLayout(right)
        plan.setContentsMargins(0, 2 * GRID, 0, 0)
        line = QHBoxLayout()
        line.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        line.setSpacing(GRID)
        line.addWidget(self.begin)
        line.addWidget(self.copy)
        line.addStretch(1)
        plan.addLayout(line)
        plan.addWidget(self.facts, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([460, 720])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _form(self, step: Step) -> QuestionForm | None:
        if step is Step.PLAN:
            return None
        if step not in self.forms:
            form = QuestionForm(self._face, step, self._around.languages.messages(), self._today, self)
            form.edited.connect(self._on_edited)
            form.walked_out.connect(self.next.setFocus)
            self._questions.insertWidget(1, form)
            self.forms[step] = form
        return self.forms[step]

    def _go(self, step: Step) -> None:
        self._step = step
        self._autosave.keep((step.value, self._draft))
        self._show_step()
        if self.isVisible():
            self.focus_first()

    def _show_step(self) -> None:
        form = self._form(self._step)
        for step, each in self.forms.items():
            each.setVisible(step is self._step)
        self.last.setVisible(form is None)
        self.picker.setVisible(self._step is Step.FILING)
        if form is not None:
            form.show_draft(self._draft, GRAPH.visible(self._step, self._draft))
        titles = self._face.titles()
        steps = GRAPH.path(self._draft)
        place = steps.index(self._step) + 1
        self.head.setText(f"{place} / {len(steps)}　{titles[self._step.value]}")
        self.back.setEnabled(GRAPH.previous(self._step, self._draft) is not None)
        self.next.setVisible(form is not None)
        self._show_problems()
        self._show_plan()

    def _on_picked(self, subject: SubjectRow | None) -> None:
        if subject is not None:
            start = partial(self._plans.start, subject_id=subject.id)
            self._around.store_jobs.start(self, lambda _job: start(), done=self._on_started)

    def _on_started(self, of_record: ChangeDraft) -> None:
        """The record fills the filing; what else was answered stays."""
        self._draft = replace(self._draft, filing=of_record.filing, subject_id=of_record.subject_id, site_id=None)
        self._go(Step.FILING)

    def _on_edited(self, _question: str) -> None:
        form = self.forms[self._step]
        self._draft = form.fold(self._draft)
        form.show_draft(self._draft, GRAPH.visible(self._step, self._draft))
        self._autosave.keep((self._step.value, self._draft))
        self._show_problems()
        self._show_plan()

    def _show_problems(self) -> Sequence[Problem]:
        found = problems(self._step, self._draft)
        shown = found if self._step in self._tried else ()
        form = self.forms.get(self._step)
        homeless = form.show_problems(shown) if form is not None else ()
        messages = self._around.languages.messages()
        self.trouble.show_problem("\n".join(messages.text(each.code, each.facts) for each in homeless))
        return found

    def _show_plan(self) -> None:
        self._plan = self._plans.plan(self._draft, self._rules)
        for button in (self.copy, self.begin):
            button.setEnabled(self._plan is not None)
        self.facts.show_sections(self._sections(self._plan) if self._plan is not None else self._nothing())
        self.planned.emit(self._plan)

    def _nothing(self) -> Iterable[Section]:
        words = self.tr("The plan grows here as soon as the filing number, the kind of subject and a wish are known.")
        yield Section(self.tr("The plan"), (Statement(words),))

    def _sections(self, plan: ChangePlan) -> Iterable[Section]:
        orders = tuple(Statement(f"{place}. {title_of(each)}") for place, each in enumerate(plan.orders, start=1))
        yield Section(self.tr("In this order"), orders)
        for each in plan.verdicts:
            word = OUTCOME_ZH[each.outcome]
            text = each.text if each.text.startswith(word[:2]) else f"{word}：{each.text}"
            yield Section(each.title, (Statement(text, tone=TONES.get(each.outcome, "")), *map(_said, each.cites)))
        yield Section(self.tr("Settle first"), tuple(map(_said, plan.first)))
        papers = tuple(
            Statement(
                each.title if each.required else self.tr("{paper} (where it applies)").format(paper=each.title),
                each.source,
                "",
                each.as_of,
                each.note,
            )
            for each in plan.papers
        )
        yield Section(self.tr("Papers"), papers)
        yield Section(
            self.tr("What {province} asks").format(province=plan.province_zh), tuple(map(_said, plan.demands))
        )
        yield Section(self.tr("What not to do"), tuple(map(_said, plan.avoid)))
        yield Section(self.tr("How long it takes"), tuple(map(_said, plan.days)))

    def _copy(self) -> None:
        if self._plan is not None:
            self._around.clipboard.copy(self._plans.reply(self._plan, self._draft.ticket.customer))
            self._around.notify(self.tr("Copied: the reply"))

    def _begin(self) -> None:
        draft, today, plans = self._draft, self._today(), self._plans
        self.begin.setEnabled(False)
        self._around.store_jobs.start(
            self,
            lambda _job: plans.begin(draft, today, draft_id=self._draft_id),
            done=lambda made: self._on_begun(*made),
            failed=self._on_failed,
            must_run=True,
        )

    def _on_begun(self, case_id: int, change: Change) -> None:
        self._autosave.stop()
        self._autosave = Autosave(self._around.store_jobs, self._save, self)
        self._around.changes.changed.emit(change)
        self._clear()
        self._around.navigation.go("cases", case_id)

    def _on_failed(self, error: Exception) -> None:
        self.begin.setEnabled(True)
        if isinstance(error, Invalid) and error.problems:
            path = error.problems[0].path
            step = next((each for each, asked in GRAPH.asked.items() if path in asked), self._step)
            self._tried.add(step)
            self._go(step)
        elif isinstance(error, UserError):
            self._around.prompts.show_error(self, error)
        else:
            raise error

    def _start_afresh(self) -> None:
        kept = self._draft_id
        self._autosave.stop()
        self._autosave = Autosave(self._around.store_jobs, self._save, self)
        if kept is not None:
            self._around.store_jobs.start(self, lambda _job: self._drafts.discard(kept), must_run=True)
        self._clear()

    def _clear(self) -> None:
        self._draft, self._draft_id, self._tried = ChangeDraft(), None, set()
        self._step = Step.FILING
        self._show_step()

    def _save(self, state: tuple[str, Any]) -> None:
        step, draft = state
        title = draft.filing.number or draft.ticket.number
        self._draft_id = self._drafts.save(
            FLOW,
            draft.to_json(),
            step=step,
            title=title,
            draft_id=self._draft_id,
            subject_id=draft.subject_id,
            site_id=draft.site_id,
        )

    def _on_kept(self, found: Sequence[DraftRow]) -> None:
        if found:
            kept = found[0]
            text = self.tr("A half-made change was kept: {title}").format(title=kept.title)
            self._around.notify(text, undo=lambda: self._take_up(kept), undo_text=self.tr("Go on"))
            self.offered.emit(kept)

    def _take_up(self, kept: DraftRow) -> None:
        try:
            draft = ChangeDraft.from_json(kept.answers)
        except UserError as error:
            self._around.prompts.show_error(self, error)
            return
        self.show_draft(draft, kept.id, kept.step)

    def _read_rules(self) -> None:
        self._around.store_jobs.start(self, lambda _job: self._plans.rules(), done=self._on_rules)

    def _on_rules(self, rules: RulesInForce) -> None:
        self._rules = rules
        self._show_plan()

    def _on_changed(self, change: Change) -> None:
        if change.rules:
            self._read_rules()


def _said(cite: Cite) -> Statement:
    own = "【本单位规则】" if cite.own else ""
    return Statement(f"{own}{cite.text}", cite.source, cite.confidence, cite.as_of)
