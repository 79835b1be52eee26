"""Replies to a finding: the dialog of a case's replies, with a way to open a case that keeps the reply."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.case_replies import CaseReply
from app.services.checks.replies import CheckReply
from app.views.cases.reply_dialog import ReplyDialog
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.labels import action_button, plain_label


class CaseStrip(QWidget):
    """Below the replies: opens a case with the text as it stands, where there is none yet."""

    def __init__(self, dialog: ReplyDialog, open_case: Callable[[str], object], *, may_open: bool) -> None:
        super().__init__(dialog)
        self._dialog, self._open_case = dialog, open_case
        self.button = action_button(
            self.tr("Open a case with this reply"), self._on_pressed, self, icon_name="file-plus"
        )
        self.button.setAutoDefault(False)
        self.button.setVisible(may_open)
        hint = (
            self.tr("The text becomes the case's note.") if may_open else self.tr("It has its case, or needs none yet.")
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        line.setSpacing(2 * GRID)
        line.addWidget(self.button)
        line.addWidget(plain_label(hint, "hint", self), 1)

    def _on_pressed(self) -> None:
        self._open_case(self._dialog.text.toPlainText())
        self._dialog.accept()


def show_replies(
    around: Surroundings, replies: Sequence[CheckReply], open_case: Callable[[str], object], parent: QWidget, *,
    may_open: bool
) -> ReplyDialog:  # fmt: skip
    """Shows one reply for each rule that failed; the text is the agent's to finish."""
    dialog = ReplyDialog(around, [_reply(number, each) for number, each in enumerate(replies)], parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    layout = dialog.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.setStretch(0, 1)
    layout.addWidget(CaseStrip(dialog, open_case, may_open=may_open))
    dialog.open()
    return dialog


def _reply(number: int, each: CheckReply) -> CaseReply:
    title = "：".join(filter(None, (each.about, each.template.title)))
    template = replace(each.template, id=f"{number}.{each.template.id}", title=title)
    return CaseReply(template, each.copy.filled, suggested=number == 0)
