"""The deadline of a case: the day, how it was reckoned, and the ways to another day."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.errors import UserError
from app.models.case import CaseRow
from app.views.cases.case_work import CaseWork
from app.views.cases.kept_typing import KeptTyping
from app.views.cases.parts import MoveDayDialog, day_of
from app.views.theme import GRID, set_role
from app.views.widgets.labels import StatusBadge, action_button, heading, plain_label

SHORT = 3
"""Lines of arithmetic that are always shown; the rest folds."""


class DuePanel(QFrame):
    """Shows the deadline; the whole arithmetic on demand."""

    def __init__(self, work: CaseWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._work = work
        self._case: CaseRow | None = None
        self._today = date.min
        self.name = heading("", self)
        self.badge = StatusBadge(parent=self)
        self.day = plain_label("", "label", self)
        self.steps = plain_label("", "hint", self)
        self.more = QToolButton(self)
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _on: self._say())
        self.move_day = action_button("", self.ask_move, self, icon_name="calendar")
        self.again = action_button("", self._reckon, self, icon_name="refresh-cw", role="quiet")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.name)
        head.addWidget(self.badge)
        head.addStretch(1)
        head.addWidget(self.more)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.move_day)
        foot.addWidget(self.again)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self.day)
        layout.addWidget(self.steps)
        layout.addLayout(foot)

    def show_case(self, case: CaseRow, today: date) -> None:
        """Show the deadline of a case as seen today."""
        self._case, self._today = case, today
        self._say()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.name.setText(self.tr("Deadline"))
        self.move_day.setText(self.tr("Move the day…"))
        self.again.setText(self.tr("Reckon from today"))
        self.again.setToolTip(self.tr("By the rule of the procedure and the province"))
        self._say()

    def _say(self) -> None:
        case = self._case
        if case is None:
            return
        said = [str(step["zh"]) for step in case.due_steps]
        self.day.setText(self._work.day(case.due_on, long=True) if case.due_on else self.tr("No deadline"))
        text, tone = self._standing(case)
        self.badge.show_status(text, tone)
        self.badge.setVisible(bool(text))
        short = said if self.more.isChecked() or len(said) <= SHORT + 1 else [*said[:1], "…", *said[-1:]]
        self.steps.setText("\n".join(short))
        self.steps.setVisible(bool(short))
        self.more.setVisible(len(said) > SHORT + 1)
        self.more.setText(self.tr("Less") if self.more.isChecked() else self.tr("Every day counted"))
        self.again.setEnabled(case.state != "closed")
        self.move_day.setEnabled(case.state != "closed")

    def _standing(self, case: CaseRow) -> tuple[str, str]:
        if case.due_on is None or case.state == "closed":
            return "", "muted"
        days = (case.due_on - self._today).days
        if days < 0:
            return self.tr("%n day(s) overdue", "", -days), "bad"
        if days == 0:
            return self.tr("Due today"), "warn"
        if case.due_provisional:
            return self.tr("Provisional"), "warn"
        return self.tr("In %n day(s)", "", days), "info" if days > 2 else "warn"

    def ask_move(self) -> None:
        """Ask for another day and its reason."""
        case = self._case
        if case is None or case.state == "closed":
            return
        dialog = MoveDayDialog(case.due_on or self._today, self)
        work = self._work
        kept = KeptTyping("case_due", str(case.id), work.services.drafts, work.around.store_jobs, dialog)
        dialog.keep_lines(kept, reason=dialog.reason)

        def failed(error: UserError) -> None:
            dialog.show_error(error, self._work.around.languages.messages())

        def move() -> None:
            day, reason = day_of(dialog.day), dialog.reason.text()
            self._work.run(
                dialog,
                lambda: self._work.services.cases.move_due(case, day, reason),
                said=self.tr("The deadline was moved"),
                done=lambda _change: dialog.accept(),
                failed=failed,
            )

        dialog.buttons.accepted.disconnect()
        dialog.buttons.accepted.connect(move)
        dialog.open()

    def _reckon(self) -> None:
        case, today = self._case, self._today
        if case is not None:
            self._work.run(
                self,
                lambda: self._work.services.cases.reckon_due(case, today),
                said=self.tr("The deadline was reckoned anew"),
                again=case.id,
            )
