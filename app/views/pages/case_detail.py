"""One case: what it is about, its deadline and how that was reckoned, the check list, the papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.models.case import CaseItemRow, CaseRow
from app.models.document import DocumentRow
from app.services.cases import Cases
from app.services.previews import Preview, preview_of
from app.views.pages.case_words import STATE_TONES, CaseWords
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.detail_grid import Detail, DetailGrid
from app.views.widgets.labels import EmptyState, StatusBadge, action_button, heading, plain_label
from app.views.widgets.layouts import empty
from app.views.widgets.pdf_pane import PdfPane


@dataclass(frozen=True, slots=True)
class _Whole:
    case: CaseRow
    items: Sequence[CaseItemRow]
    documents: Sequence[DocumentRow]


class CaseDetail(QWidget):
    """Shows a case and what can be done with it. `reprint` makes a document again by its id."""

    def __init__(
        self,
        around: Surroundings,
        cases: Cases,
        reprint: Callable[[int], bytes],
        words: CaseWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around, self._cases, self._reprint, self._words = around, cases, reprint, words
        self.case_id: int | None = None
        self._shown: _Whole | None = None
        self._nothing = EmptyState("panel-right", self)
        inside = QWidget(self)
        set_role(inside, "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        self.title = plain_label("", "title", inside)
        self.badge = StatusBadge(parent=inside)
        column.addWidget(self.title)
        column.addWidget(self.badge)
        move = QHBoxLayout()
        move.setSpacing(GRID)
        self._move_name = QLabel(inside)
        self.state = QComboBox(inside)
        self.state.activated.connect(lambda _index: self._on_state())
        move.addWidget(self._move_name)
        move.addWidget(self.state)
        move.addStretch(1)
        column.addLayout(move)
        self.grid = DetailGrid(around.clipboard, inside)
        column.addWidget(self.grid)
        self._due_name = heading("", inside)
        self._due = plain_label("", "", inside)
        self._list_name = heading("", inside)
        self._papers_name = heading("", inside)
        self._items = QVBoxLayout()
        self._documents = QVBoxLayout()
        for layout in (self._items, self._documents):
            layout.setSpacing(GRID // 2)
        for name in (self._due_name, self._list_name, self._papers_name):
            name.setContentsMargins(0, GRID, 0, 0)
        column.addWidget(self._due_name)
        column.addWidget(self._due)
        column.addWidget(self._list_name)
        column.addLayout(self._items)
        column.addWidget(self._papers_name)
        column.addLayout(self._documents)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.setMinimumWidth(320)

    def show_case(self, case_id: int | None) -> None:
        """Show a case by id; None shows that none is chosen."""
        self.case_id = case_id
        if case_id is None:
            self._stack.setCurrentWidget(self._nothing)
            return
        self._around.store_jobs.start(
            self,
            lambda _job: _Whole(self._cases.get(case_id), self._cases.items(case_id), self._cases.documents(case_id)),
            done=self._show,
        )

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self._nothing.say(self.tr("Choose a case to see its check list and papers."))
        self._move_name.setText(self.tr("Move to"))
        self.state.setAccessibleName(self.tr("State of the case"))
        self._due_name.setText(self.tr("Deadline"))
        self._list_name.setText(self.tr("Check list"))
        self._papers_name.setText(self.tr("Papers"))
        if self._shown is not None:
            self._show(self._shown)

    def _show(self, whole: _Whole) -> None:
        case = whole.case
        if case.id != self.case_id:
            return
        self._shown = whole
        self.title.setText(case.title or case.number)
        self.badge.show_status(self._words.state(case.state), STATE_TONES.get(case.state, "muted"))
        self.state.clear()
        for value, word in self._words.states().items():
            self.state.addItem(word, value)
        self.state.setCurrentIndex(self.state.findData(case.state))
        self.grid.show_details(
            (
                Detail("number", self.tr("Case"), case.number),
                Detail("filing_number", self.tr("Filing number"), case.filing_number),
                Detail("province", self.tr("Province"), self._words.province(case.province), copies=False),
                Detail("ticket_number", self.tr("Ticket"), case.ticket_number),
                Detail("customer", self.tr("Customer"), case.customer),
                Detail("owner", self.tr("Owner"), case.owner, copies=False),
                Detail("note", self.tr("Note"), case.note),
                Detail("closing_reason", self.tr("Closed because"), case.closing_reason, copies=False),
            )
        )
        self._due.setText(self._deadline(case))
        self._due_name.setVisible(case.due_on is not None)
        self._due.setVisible(case.due_on is not None)
        empty(self._items)
        for item in whole.items:
            box = QCheckBox(item.title.replace("&", "&&"), self)
            box.setChecked(item.done_at is not None)
            if not item.required:
                box.setToolTip(self.tr("Where it applies"))
            box.toggled.connect(lambda on, item=item: self._run(lambda: self._cases.set_item_done(item, on)))
            self._items.addWidget(box)
        self._list_name.setVisible(bool(whole.items))
        empty(self._documents)
        for document in whole.documents:
            self._documents.addWidget(self._document(document))
        self._papers_name.setVisible(bool(whole.documents))
        self._stack.setCurrentIndex(1)

    def _deadline(self, case: CaseRow) -> str:
        if case.due_on is None:
            return ""
        lines = [self._date(case.due_on)]
        if case.due_provisional:
            lines.append(self.tr("Provisional: next year's holidays are not published yet."))
        lines += [step["zh"] for step in case.due_steps if isinstance(step, dict) and "zh" in step]
        return "\n".join(lines)

    def _date(self, day: date) -> str:
        return str(self._around.languages.locale.toString(QDate(day), QLocale.FormatType.LongFormat))

    def _document(self, document: DocumentRow) -> QFrame:
        card = QFrame(self)
        set_role(card, "row")
        line = QHBoxLayout(card)
        line.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(plain_label(document.title, "label", card))
        made = self._date(document.made_at.astimezone().date())
        text.addWidget(plain_label(self.tr("%n page(s)", "", document.pages) + f" · {made}", "hint", card))
        line.addLayout(text, 1)
        line.addWidget(action_button(self.tr("Open"), lambda: self._open(document), card, icon_name="file-text"))
        return card

    def _open(self, document: DocumentRow) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            self._around.prompts.show_error(self, error)

        self._around.store_jobs.start(
            self,
            lambda _job: preview_of(self._reprint(document.id), form_code=document.form_code),
            done=lambda made: self._show_document(document, made),
            failed=failed,
        )

    def _show_document(self, document: DocumentRow, made: Preview) -> None:
        dialog = DocumentDialog(self._around, document.title, made, self)
        dialog.open()

    def _on_state(self) -> None:
        shown, state = self._shown, self.state.currentData()
        if shown is None or state == shown.case.state:
            return
        reason = ""
        still_open = [item for item in shown.items if item.required and item.done_at is None]
        if state == "closed" and still_open:
            words = self.tr(
                "%n line(s) of the check list are open. Why close the case all the same?", "", len(still_open)
            )
            reason = self._around.prompts.ask_text(self, self.tr("Close the case"), words)
            if not reason.strip():
                self.state.setCurrentIndex(self.state.findData(shown.case.state))
                return
        self._run(lambda: self._cases.set_state(shown.case, state, reason=reason))

    def _run(self, work: Callable[[], Any]) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            self._around.prompts.show_error(self, error)
            self.show_case(self.case_id)

        self._around.store_jobs.start(self, lambda _job: work(), done=self._around.changes.changed.emit, failed=failed)


class DocumentDialog(QDialog):
    """A paper made earlier, byte for byte, to look at, print and save."""

    def __init__(self, around: Surroundings, title: str, made: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(840, 900)
        self.pane = PdfPane(around.free_jobs, around.prompts, self)
        self.pane.show_preview(made, title)
        self.pane.saved.connect(lambda path: around.notify(self.tr("Saved: {path}").format(path=path)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)
