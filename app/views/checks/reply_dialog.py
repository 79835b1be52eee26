"""Replies to a finding: the dialog of a case's replies, with a way to open a case that keeps the reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.case_replies import CaseReply
from app.services.checks.replies import CheckReply
from app.views.cases.reply_dialog import ReplyDialog
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.labels import action_button, plain_label


class CheckReplyDialog(ReplyDialog):
    """One reply for each rule that failed; the text is the agent's to finish.

    Signals:
        case_wanted: a case is to be opened with the text as it stands.
    """

    case_wanted = Signal(str)

    def __init__(
        self, around: Surroundings, replies: Sequence[CheckReply], *, has_case: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, [_reply(number, each) for number, each in enumerate(replies)], parent)
        self.open_case = action_button(
            self.tr("Open a case with this reply"), self._on_case, self, icon_name="file-plus"
        )
        self.open_case.setAutoDefault(False)
        self.open_case.setVisible(not has_case)
        hint = self.tr("It has its case already.") if has_case else self.tr("The text becomes the case's note.")
        line = QHBoxLayout()
        line.setContentsMargins(2 * GRID, 0, 2 * GRID, 2 * GRID)
        line.setSpacing(2 * GRID)
        line.addWidget(self.open_case)
        line.addWidget(plain_label(hint, "hint", self), 1)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(line)

    def _on_case(self) -> None:
        self.case_wanted.emit(self.text.toPlainText())
        self.accept()


def _reply(number: int, each: CheckReply) -> CaseReply:
    title = "：".join(filter(None, (each.about, each.template.title)))
    template = replace(each.template, id=f"{number}.{each.template.id}", title=title)
    return CaseReply(template, each.copy.filled, suggested=number == 0)
