"""Half-made work that was kept: go on where it was left, or give it up."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QDateTime, QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.models.draft import DraftRow
from app.services.drafts import Drafts
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.labels import action_button, plain_label
from app.views.widgets.layouts import empty

SHOWN = 3


class DraftStrip(QWidget):
    """Lists the newest drafts; takes no room where there are none.

    Signals:
        go_on_wanted: a `DraftRow` to go on with.
        shown: the drafts were read and are listed (how many there are).
    """

    go_on_wanted = Signal(object)
    shown = Signal(int)

    def __init__(
        self, around: Surroundings, drafts: Drafts, flows: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around, self._drafts, self._flows = around, drafts, tuple(flows)
        self._rows: Sequence[DraftRow] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        self._column.setSpacing(GRID // 2)
        self.hide()
        self.read()

    def read(self) -> None:
        """Look again what is kept."""
        self._around.store_jobs.start(self, self._kept, done=self._show)

    def _kept(self, _job: object) -> list[DraftRow]:
        return [row for row in self._drafts.all() if row.flow in self._flows]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show(self._rows)
        super().changeEvent(event)

    def _show(self, rows: Sequence[DraftRow]) -> None:
        self._rows = rows
        empty(self._column)
        for row in rows[:SHOWN]:
            self._column.addWidget(self._line(row))
        self.setVisible(bool(rows))
        self.shown.emit(len(rows))

    def _line(self, row: DraftRow) -> QFrame:
        card = QFrame(self)
        set_role(card, "row")
        line = QHBoxLayout(card)
        line.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        line.setSpacing(GRID)
        locale = self._around.languages.locale
        when = locale.toString(
            QDateTime.fromSecsSinceEpoch(int(row.updated_at.timestamp())), locale.FormatType.ShortFormat
        )
        words = self.tr("Half done: {kind} {title} · {when}")
        if row.flow == "letter" and row.case_id is None:
            # Printed or not: nothing else keeps a letter that belongs to no case.
            words = self.tr("Letter of no case: {title} · {when}")
        title = row.title or self.tr("without a number yet")
        line.addWidget(plain_label(words.format(kind=self._kind(row.flow), title=title, when=when), "", card), 1)
        line.addWidget(action_button(self.tr("Go on"), lambda: self.go_on_wanted.emit(row), card))
        line.addWidget(action_button(self.tr("Discard"), lambda: self._discard(row), card, role="quiet"))
        return card

    def _kind(self, flow: str) -> str:
        names = {
            "deregistration": self.tr("offline deregistration"),
            "transfer": self.tr("offline transfer"),
            "mailbox_reset": self.tr("mailbox reset"),
            "letter": self.tr("letter"),
        }
        return names[flow]

    def _discard(self, row: DraftRow) -> None:
        title = self.tr("Discard half-done work")
        words = self.tr("What was typed in it is lost. Discard it?")
        if self._around.prompts.ask(self, title, words, yes=self.tr("Discard"), dangerous=True):
            self._around.store_jobs.start(
                self, lambda _job: self._drafts.discard(row.id), done=lambda _nothing: self.read()
            )
