"""One case: where it stands, what comes next, its check list, enclosures, papers, deadline and history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.rules.case_states import CLOSED, moves
from app.rules.procedures import title_of
from app.services.cases import CaseWhole
from app.views.cases.case_work import CaseWork
from app.views.cases.check_list import CheckListPanel
from app.views.cases.due_panel import DuePanel
from app.views.cases.event_words import EventWords
from app.views.cases.materials_panel import MaterialsPanel
from app.views.cases.papers_panel import PapersPanel
from app.views.cases.reply_dialog import ReplyDialog
from app.views.pages.case_words import STATE_TONES, CaseWords
from app.views.theme import GRID, set_role
from app.views.widgets.detail_grid import Detail, DetailGrid
from app.views.widgets.labels import EmptyState, StatusBadge, action_button, plain_label
from app.views.widgets.layouts import empty

WIZARDS = {
    "deregister_offline_other_unit": "deregistration",
    "deregister_offline_hollow_subject": "deregistration",
    "transfer_offline": "transfer",
    "reset_wanwang_mailbox": "mailbox_reset",
}
"""The wizard that makes the papers of a procedure."""

StartWizard = Callable[[str, str, int], object]


class StateChoice(QComboBox):
    """Moves nothing by a wheel or an arrow in passing: only what is chosen from the open list counts."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:
            self.showPopup()


class CaseDetail(QWidget):
    """Shows a case and what can be done with it. `start_wizard(flow, "case", id)` makes its papers."""

    def __init__(
        self,
        work: CaseWork,
        words: CaseWords,
        *,
        start_wizard: StartWizard | None = None,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._words, self._start_wizard, self._today = work, words, start_wizard, today
        self._around = work.around
        self.case_id: int | None = None
        self.whole: CaseWhole | None = None
        self.events = EventWords(words, self._around.languages.messages)
        self._nothing = EmptyState("panel-right", self)
        self.title = plain_label("", "title", self)
        self.badge = StatusBadge(parent=self)
        self.procedure = plain_label("", "hint", self)
        self.next = plain_label("", "", self)
        self._move_name = QLabel(self)
        self.state = StateChoice(self)
        self.state.activated.connect(lambda _index: self.move_to(self.state.currentData()))
        self.reply = action_button("", self.ask_reply, self, icon_name="message-square")
        self.papers_wizard = action_button("", self._make_papers, self, icon_name="stamp")
        self.grid = DetailGrid(self._around.clipboard, self)
        self.note = action_button("", self._ask_note, self, icon_name="pencil", role="quiet")
        self.due = DuePanel(work, self)
        self.list = CheckListPanel(work, self)
        self.materials = MaterialsPanel(work, self)
        self.papers = PapersPanel(work, self)
        self.list.file_wanted.connect(self._on_file_wanted)
        self.papers.letter_wanted.connect(self._choose_letter)
        self._notes = QVBoxLayout()
        self._notes.addWidget(self.note, 0, Qt.AlignmentFlag.AlignLeft)
        self._links = QVBoxLayout()
        self._links.setSpacing(GRID // 2)
        self._history = QVBoxLayout()
        self._history.setSpacing(GRID // 2)
        self._lay_out()
        for keys, pressed in (
            ("Ctrl+M", self._to_move),
            ("Ctrl+R", self.ask_reply),
            ("Ctrl+E", self._to_files),
            ("Ctrl+Shift+V", self._paste),
            ("Ctrl+D", self._to_sending),
            ("Ctrl+T", self.due.ask_move),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(partial(self._if_shown, pressed))

    def show_case(self, case_id: int | None) -> None:
        """Show a case by id; None shows that none is chosen."""
        if case_id != self.case_id:
            self.tabs.setCurrentIndex(0)
        self.case_id = case_id
        if case_id is None:
            self.whole = None
            self._stack.setCurrentWidget(self._nothing)
            return
        cases = self._work.services.cases
        self._around.store_jobs.start(self, lambda _job: cases.whole(case_id), done=self._show, failed=self._gone)

    def focus_work(self) -> None:
        """Put the cursor on the first open line of the check list."""
        if self.whole is not None:
            self.tabs.setCurrentIndex(0)
            self.list.focus_first()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self._nothing.say(self.tr("Choose a case to see its check list and papers."))
        self._move_name.setText(self.tr("Move to"))
        self.state.setAccessibleName(self.tr("State of the case"))
        self.state.setToolTip("Ctrl+M")
        self.reply.setText(self.tr("Reply…"))
        self.reply.setToolTip(self.tr("Reply to the customer, with what is missing") + "  (Ctrl+R)")
        self.papers_wizard.setText(self.tr("Make papers…"))
        self.note.setText(self.tr("Edit note…"))
        for piece in (self.due, self.list, self.materials, self.papers):
            piece.retranslate()
        if self.whole is not None:
            self._show(self.whole)
        else:
            self._name_tabs(None)

    def _lay_out(self) -> None:
        head = QWidget(self)
        set_role(head, "page")
        column = QVBoxLayout(head)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self.badge)
        line.addWidget(self.procedure, 1)
        column.addLayout(line)
        column.addWidget(self.next)
        tools = QHBoxLayout()
        tools.setSpacing(GRID)
        tools.addWidget(self._move_name)
        tools.addWidget(self.state)
        tools.addWidget(self.reply)
        tools.addWidget(self.papers_wizard)
        tools.addStretch(1)
        column.addLayout(tools)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setStyleSheet("QTabBar::tab { padding: 8px 10px; }")  # five tabs in a narrow column
        self.tabs.addTab(_scrolled(self, self.list), "")
        self.tabs.addTab(_scrolled(self, self.materials), "")
        self.tabs.addTab(_scrolled(self, self.papers), "")
        self.tabs.addTab(_scrolled(self, self.due, self.grid, self._notes, self._links), "")
        self.tabs.addTab(_scrolled(self, self._history), "")
        shown = QWidget(self)
        whole = QVBoxLayout(shown)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.tabs, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(shown)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.setMinimumWidth(472)

    def _show(self, whole: CaseWhole) -> None:
        case = whole.case
        if case.id != self.case_id:
            return
        self.whole = whole
        self._stack.setCurrentIndex(1)
        self.title.setText(case.title or case.number)
        self.badge.show_status(self._words.state(case.state), STATE_TONES.get(case.state, "muted"))
        self.procedure.setText(" · ".join(part for part in (case.number, self._procedure(case.procedure)) if part))
        self.next.setText(self._next(whole))
        self.state.clear()
        for state in (case.state, *moves(case.state)):
            self.state.addItem(self._words.state(state), state)
        self.papers_wizard.setVisible(self._start_wizard is not None and case.procedure in WIZARDS)
        self.papers_wizard.setEnabled(case.state != CLOSED)
        today = self._today()
        self.due.show_case(case, today)
        self.grid.show_details(
            (
                Detail("filing_number", self.tr("Filing number"), case.filing_number),
                Detail("province", self.tr("Province"), self._words.province(case.province), copies=False),
                Detail("ticket_number", self.tr("Ticket"), case.ticket_number),
                Detail("customer", self.tr("Customer"), case.customer),
                Detail("owner", self.tr("Owner"), case.owner, copies=False),
                Detail("note", self.tr("Note"), case.note),
                Detail("closing_reason", self.tr("Closed because"), case.closing_reason, copies=False),
            )
        )
        self.list.show_items(case.id, whole.items)
        self.materials.show_materials(case.id, whole.materials)
        self.papers.show_documents(whole.documents, today)
        self._show_links(whole)
        self._show_history(whole)
        self._name_tabs(whole)

    def _name_tabs(self, whole: CaseWhole | None) -> None:
        done = sum(item.done_at is not None for item in whole.items) if whole else 0
        held = sum(each.file_id is not None for each in whole.materials) if whole else 0
        names = (
            self.tr("Check list") + (f" {done}/{len(whole.items)}" if whole and whole.items else ""),
            self.tr("Enclosures") + (f" {held}" if held else ""),
            self.tr("Papers") + (f" {len(whole.documents)}" if whole and whole.documents else ""),
            self.tr("About"),
            self.tr("History"),
        )
        for index, name in enumerate(names):
            self.tabs.setTabText(index, name)

    def _procedure(self, procedure_id: str) -> str:
        try:
            return title_of(procedure_id) if procedure_id else ""
        except KeyError:  # a case of a newer version's procedure
            return procedure_id

    def _next(self, whole: CaseWhole) -> str:
        if whole.case.state == CLOSED:
            return self.tr("Closed {when}").format(when=self._work.day(_local(whole.case.closed_at)))
        first = next(iter(whole.open_items), None)
        if first is None:
            return self.tr("Everything on the list is done: the case can be closed.")
        return self.tr("Next: {line}").format(line=first.title)

    def _show_links(self, whole: CaseWhole) -> None:
        empty(self._links)
        go = self._around.navigation.go
        if whole.subject is not None:
            subject = whole.subject
            self._links.addWidget(
                action_button(
                    subject.name, lambda: go("subjects", subject.id), self, icon_name="building-2", role="link"
                )
            )
        for site in whole.sites:
            name = " · ".join(part for part in (site.name, site.domain) if part)
            self._links.addWidget(
                action_button(name, partial(go, "sites", site.id), self, icon_name="globe", role="link")
            )

    def _show_history(self, whole: CaseWhole) -> None:
        empty(self._history)
        for event in whole.history:
            line = plain_label(self.events.line(event), "", self)
            who = plain_label(
                self.tr("{when} · {who}").format(when=self._work.moment(event.at), who=event.actor), "source", self
            )
            who.setContentsMargins(0, 0, 0, GRID // 2)
            self._history.addWidget(line)
            self._history.addWidget(who)

    def move_to(self, state: str) -> None:
        """Move the case on; closing past open lines asks why."""
        whole = self.whole
        if whole is None or state == whole.case.state:
            return
        reason = ""
        if state == CLOSED and whole.open_items:
            words = self.tr(
                "%n line(s) of the check list are open. Why close the case all the same?", "", len(whole.open_items)
            )
            reason = self._around.prompts.ask_text(self, self.tr("Close the case"), words)
            if not reason.strip():
                self.state.setCurrentIndex(0)
                return
        case, cases = whole.case, self._work.services.cases
        said = self.tr("{case}: {state}").format(case=case.number, state=self._words.state(state))
        self._work.run(self, lambda: cases.set_state(case, state, reason=reason), said=said, again=case.id)

    def ask_reply(self) -> None:
        """Show the replies of the case, the one with what is missing in front where something is."""
        whole = self.whole
        if whole is None:
            return
        replies, today, case_id = self._work.services.replies, self._today(), whole.case.id
        self._work.run(
            self,
            lambda: replies.of(case_id, today),
            done=lambda found: ReplyDialog(self._around, found, self).open(),
        )

    def _ask_note(self) -> None:
        if self.whole is not None:
            case, cases = self.whole.case, self._work.services.cases
            note = self._around.prompts.ask_text(self, self.tr("Note"), case.number, start=case.note)
            if note and note != case.note:
                self._work.run(self, lambda: cases.set_note(case, note), said=self.tr("Note kept"), again=case.id)

    def _make_papers(self) -> None:
        if self.whole is not None and self._start_wizard is not None:
            self._start_wizard(WIZARDS[self.whole.case.procedure], "case", self.whole.case.id)

    def _choose_letter(self) -> None:
        choose = self._work.services.choose_letter
        if self.whole is not None and choose is not None:
            choose(self.whole.case.id, self.whole.case.procedure)

    def _to_move(self) -> None:
        self.state.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.state.showPopup()

    def _to_files(self) -> None:
        self.tabs.setCurrentIndex(1)
        self.materials.choose_files()

    def _paste(self) -> None:
        self.tabs.setCurrentIndex(1)
        self.materials.paste_now()

    def _to_sending(self) -> None:
        self.tabs.setCurrentIndex(2)
        self.papers.send_newest()

    def _on_file_wanted(self, kind: str) -> None:
        self.tabs.setCurrentIndex(1)
        self.materials.show_kind(kind)

    def _if_shown(self, pressed: Callable[[], object]) -> None:
        if self.whole is not None and self.isVisible():
            pressed()

    def _gone(self, error: Exception) -> None:
        self.show_case(None)
        if getattr(error, "code", "") != "cases.no_such_case":
            raise error


def _local(moment: datetime | None) -> date | None:
    return moment.astimezone().date() if moment is not None else None


def _scrolled(parent: QWidget, *parts: QWidget | QVBoxLayout) -> QScrollArea:
    inside = QWidget(parent)
    set_role(inside, "page")
    column = QVBoxLayout(inside)
    column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
    column.setSpacing(2 * GRID)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
