"""Special audit: which reasons a notice names, one plan for all of them, and what to do when it is overdue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors import Invalid, UserError
from app.rules.audit_reasons import Outcome, Question, Reason
from app.rules.guidance import Said
from app.rules.packs import as_of_zh
from app.services.audit_plans import PROCEDURE, AuditPlans
from app.services.case_starts import CaseStart
from app.services.changes import Change
from app.views.guide.said import statement_of_said
from app.views.pages.page import Page
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.fact_list import FactList, Section, Statement
from app.views.widgets.labels import FieldError, action_button, heading, plain_label
from app.views.widgets.layouts import empty

REASON = Qt.ItemDataRole.UserRole + 1


class AuditTab(Page):
    """Notice and reasons at the left, the plan at the right.

    Signals:
        procedure_wanted: a procedure that the plan or an overdue case leads to.
        planned: a plan is shown (how many lines it has).
    """

    procedure_wanted = Signal(str)
    planned = Signal(int)

    def __init__(
        self,
        around: Surroundings,
        plans: AuditPlans,
        *,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around, self._plans, self._today = around, plans, today
        self._reasons: dict[str, Reason] = {each.id: each for each in plans.reasons()}
        self._lines: tuple[str, ...] = ()
        self.lead = heading("", self)
        self.notice = QPlainTextEdit(self)
        self.notice.setTabChangesFocus(True)
        self.notice.setMaximumHeight(96)
        self.reasons = QListWidget(self)
        self.reasons.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reasons.setMinimumHeight(96)
        for reason in self._reasons.values():
            item = QListWidgetItem(reason.title, self.reasons)
            item.setData(REASON, reason.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setToolTip(reason.scope_zh)
        self.number, self.ticket, self.customer, self.due = (QLineEdit(self) for _ in range(4))
        self._labels = [QLabel(self) for _ in range(4)]
        self.trouble = FieldError(self)
        self.copy = action_button("", self._copy, self, icon_name="copy")
        self.begin = action_button("", self._begin, self, icon_name="plus", role="primary")
        self.facts = FactList(self)
        self.overdue_head = heading("", self)
        self.overdue = QVBoxLayout()
        self.overdue.setSpacing(GRID // 2)
        self._lay_out()
        self.notice.textChanged.connect(self._on_notice)
        self.reasons.itemChanged.connect(lambda _item: self._plan())
        self.retranslate()
        self._ask(plans.first_question())
        self._plan()
        self.due.textEdited.connect(lambda _text: self._show_left())

    def title(self) -> str:
        """The tab's name."""
        return self.tr("Special audit")

    def focus_first(self) -> None:
        """The cursor begins in the notice."""
        self.notice.setFocus()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.lead.setText(self.tr("The notice, or its reasons"))
        self.notice.setAccessibleName(self.lead.text())
        self.notice.setPlaceholderText(self.tr("Paste the notice: the reasons it names are ticked below."))
        self.reasons.setAccessibleName(self.tr("Reasons"))
        texts = (self.tr("Filing number"), self.tr("Ticket number"), self.tr("Customer"), self.tr("Deadline"))
        for label, field, text in zip(self._labels, self._fields(), texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self.number.setPlaceholderText("粤ICP备12345678号")
        self.due.setPlaceholderText(self.tr("as the notice names it: 2026-12-31"))
        self._show_left()
        self.copy.setText(self.tr("Copy the plan"))
        self.begin.setText(self.tr("Open a case of this plan"))
        self.overdue_head.setText(self.tr("Is it overdue?"))
        self._plan()

    def chosen(self) -> tuple[str, ...]:
        """The reasons that are ticked."""
        items = (self.reasons.item(row) for row in range(self.reasons.count()))
        return tuple(each.data(REASON) for each in items if each.checkState() == Qt.CheckState.Checked)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget in (self.lead, self.notice):
            column.addWidget(widget)
        column.addWidget(self.reasons, 1)
        column.addWidget(self.overdue_head)
        column.addLayout(self.overdue)
        right = QWidget(self)
        plan = QVBoxLayout(right)
        plan.setContentsMargins(0, 2 * GRID, 0, 0)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        buttons.setSpacing(GRID)
        buttons.addWidget(self.begin)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        plan.addLayout(buttons)
        about = QGridLayout()
        about.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        about.setHorizontalSpacing(GRID)
        about.setVerticalSpacing(GRID // 2)
        for place, (label, field) in enumerate(zip(self._labels, self._fields(), strict=True)):
            label.setBuddy(field)
            about.addWidget(label, place // 2, place % 2 * 2)
            about.addWidget(field, place // 2, place % 2 * 2 + 1)
        about.setColumnStretch(1, 1)
        about.setColumnStretch(3, 1)
        about.addWidget(self.trouble, 2, 0, 1, 4)
        plan.addLayout(about)
        plan.addWidget(self.facts, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([440, 740])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _on_notice(self) -> None:
        named = {each.id for each in self._plans.reasons_in(self.notice.toPlainText())}
        blocked = self.reasons.blockSignals(True)
        for row in range(self.reasons.count()):
            item = self.reasons.item(row)
            if item.data(REASON) in named:
                item.setCheckState(Qt.CheckState.Checked)
        self.reasons.blockSignals(blocked)
        self._plan()

    def _plan(self) -> None:
        chosen = self.chosen()
        for button in (self.copy, self.begin):
            button.setEnabled(bool(chosen))
        if not chosen:
            self._lines = ()
            self.facts.show_sections(self._general())
            return
        steps = self._plans.check_list(self._plans.plan(chosen))
        self._lines = tuple(f"{place}. {each.title}" for place, each in enumerate(steps, start=1))
        plan = tuple(Statement(line, note=each.note) for line, each in zip(self._lines, steps, strict=True))
        self.facts.show_sections((Section(self.tr("The plan"), plan), *self._reasons_said(chosen)))
        self.planned.emit(len(steps))

    def _general(self) -> Iterable[Section]:
        told = self._plans.guide()
        checks = tuple(statement_of_said(each.said, lead=each.item) for each in told.checks)
        yield Section(self.tr("What is audited"), checks)
        yield Section(
            self.tr("Contents that count as not matching"), tuple(map(statement_of_said, told.content_mismatch))
        )
        yield Section(self.tr("How customers are told"), tuple(map(statement_of_said, told.notification)))
        yield Section(self.tr("What follows"), tuple(map(statement_of_said, told.consequences)))
        yield Section(self.tr("When it is overdue"), tuple(map(statement_of_said, told.overdue)))
        yield Section(self.tr("On what ground"), tuple(map(statement_of_said, told.basis)))

    def _reasons_said(self, chosen: tuple[str, ...]) -> Iterable[Section]:
        for each in (self._reasons[key] for key in chosen):
            groups: tuple[tuple[str, tuple[Said, ...]], ...] = (
                (self.tr("What the system says"), each.prompts),
                (self.tr("Cause"), each.causes),
                (self.tr("What to do"), each.fixes),
                (self.tr("Papers"), each.papers),
                (self.tr("Take note"), each.notes),
            )
            yield Section(each.title, tuple(statement_of_said(one, lead=lead) for lead, said in groups for one in said))

    def _ask(self, at: Question | Outcome) -> None:
        empty(self.overdue)
        marked = "".join(f"【{each}】" for each in at.marks_zh)
        self.overdue.addWidget(plain_label(f"{marked}{at.text}", "label", self))
        if isinstance(at, Outcome):
            steps = "\n".join(f"{place}. {each}" for place, each in enumerate(at.steps, start=1))
            for text in (at.effect, steps, at.note):
                if text:
                    self.overdue.addWidget(plain_label(text, "", self))
            self.overdue.addWidget(plain_label(f"{as_of_zh(at.as_of)} · {at.source_zh}", "source", self))
            self._answer_button(self.tr("Open the procedure"), lambda: self.procedure_wanted.emit(at.procedure))
            self._answer_button(self.tr("Ask again"), lambda: self._ask(self._plans.first_question()))
            return
        if at.how:
            self.overdue.addWidget(plain_label(at.how, "hint", self))
        for place, each in enumerate(at.answers):
            self._answer_button(each.text, partial(self._on_answer, at, place))

    def _on_answer(self, at: Question, place: int) -> None:
        self._ask(self._plans.answer(at, place))

    def _answer_button(self, text: str, pressed: Callable[[], object]) -> None:
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked: pressed())
        self.overdue.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _copy(self) -> None:
        self._around.clipboard.copy("\n".join(self._lines))
        self._around.notify(self.tr("Copied: the plan"))

    def _fields(self) -> tuple[QLineEdit, ...]:
        return self.number, self.ticket, self.customer, self.due

    def _due_on(self) -> date | None:
        """The day that was typed; None where nothing readable was."""
        try:
            return date.fromisoformat(self.due.text().strip())
        except ValueError:
            return None

    def _show_left(self) -> None:
        """How many days are left, or what is wrong with the day."""
        typed, due = self.due.text().strip(), self._due_on()
        wrong = bool(typed) and due is None
        text = self.tr("Write the day like 2026-12-31.") if wrong else ""
        left = (due - self._today()).days if due is not None else 0
        if due is not None:
            told = self.tr("%n day(s) are left.", "", left)
            text = told if left >= 0 else self.tr("The deadline is over: answer the questions at the left.")
        self.trouble.show_problem(text, self.due if wrong else None)
        set_role(self.trouble, "error" if wrong or left < 0 else "hint")
        if not wrong:
            set_role(self.due, "")

    def _begin(self) -> None:
        if self.due.text().strip() and self._due_on() is None:
            self.due.setFocus()
            return
        plan, today, due = self._plans.plan(self.chosen()), self._today(), self._due_on()
        start = CaseStart(
            procedure=PROCEDURE,
            ticket_number=self.ticket.text(),
            customer=self.customer.text(),
            filing_number=self.number.text(),
        )
        self.begin.setEnabled(False)
        self._around.store_jobs.start(
            self,
            lambda _job: self._plans.start(plan, start, today, due_on=due),
            done=lambda made: self._on_begun(*made),
            failed=self._on_refused,
            must_run=True,
        )

    def _on_refused(self, error: Exception) -> None:
        self.begin.setEnabled(True)
        if isinstance(error, Invalid):
            messages = self._around.languages.messages()
            told = "\n".join(messages.problem(each) for each in error.problems)
            self._around.prompts.tell(self, self.tr("The case was not opened"), told)
        elif isinstance(error, UserError):
            self._around.prompts.show_error(self, error)
        else:
            raise error

    def _on_begun(self, case_id: int, change: Change) -> None:
        self._around.changes.changed.emit(change)
        for field in self._fields():
            field.clear()
        self.begin.setEnabled(True)
        self._around.navigation.go("cases", case_id)
