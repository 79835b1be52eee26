"""One case: its head, and under tabs its check list, enclosures, papers, what it is about, and its history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from app.rules.case_states import CLOSED
from app.services.cases import CaseWhole
from app.views.cases.about_panel import AboutPanel
from app.views.cases.case_head import CaseHead
from app.views.cases.case_work import CaseWork
from app.views.cases.check_list import CheckListPanel
from app.views.cases.history_panel import HistoryPanel
from app.views.cases.materials_panel import MaterialsPanel
from app.views.cases.papers_panel import PapersPanel
from app.views.cases.reply_dialog import ReplyDialog
from app.views.jobs import Job
from app.views.pages.case_words import WIZARDS, CaseWords
from app.views.theme import GRID, set_role
from app.views.widgets.labels import EmptyState

LIST, FILES, PAPERS, ABOUT, HISTORY = range(5)
PASSING_MS = 60
"""A case that the cursor only passes over is not read."""

StartWizard = Callable[[str, str, int], object]


class CaseDetail(QWidget):
    """Shows a case and what can be done with it. `start_wizard(flow, "case", id)` makes its papers.

    A tab is filled when it is looked at: walking down the queue then costs one list, not five.
    """

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
        self._reading: Job | None = None
        self._stale: set[int] = set()
        self._nothing = EmptyState("panel-right", self)
        self.head = CaseHead(work, words, self)
        self.head.move_wanted.connect(self.move_to)
        self.head.reply_wanted.connect(self.ask_reply)
        self.head.papers_wanted.connect(self._make_papers)
        self.list = CheckListPanel(work, self)
        self.materials = MaterialsPanel(work, self)
        self.papers = PapersPanel(work, self)
        self.about = AboutPanel(work, words, self)
        self.history = HistoryPanel(work, words, self)
        self.list.file_wanted.connect(self._on_file_wanted)
        self.papers.letter_wanted.connect(self._choose_letter)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(PASSING_MS)
        self._passing.timeout.connect(self._read)
        self._lay_out()
        for keys, pressed in (
            ("Ctrl+M", self.head.open_states),
            ("Ctrl+R", self.ask_reply),
            ("Ctrl+E", self._to_files),
            ("Ctrl+Shift+V", self._paste),
            ("Ctrl+D", self._to_sending),
            ("Ctrl+T", self.about.due.ask_move),
            ("Ctrl+Shift+K", partial(self.move_to, CLOSED)),
            ("F2", self.about.ask_edit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(partial(self._if_shown, pressed))

    def show_case(self, case_id: int | None, *, passing: bool = False) -> None:
        """Show a case by id; None shows that none is chosen.

        With `passing` it is read once the cursor rests.
        """
        if case_id != self.case_id:
            self.tabs.setCurrentIndex(LIST)
        self.case_id = case_id
        self._passing.stop()
        if case_id is None:
            self.whole = None
            self._stack.setCurrentWidget(self._nothing)
        elif passing and self.whole is not None:
            self._passing.start()
        else:
            self._read()

    def focus_work(self) -> None:
        """Put the cursor on the first open line of the check list."""
        if self.whole is not None:
            self.tabs.setCurrentIndex(LIST)
            self.list.focus_first()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self._nothing.say(self.tr("Choose a case to see its check list and papers."))
        for piece in (self.head, self.list, self.materials, self.papers, self.about):
            piece.retranslate()
        if self.whole is not None:
            self._show(self.whole)
        else:
            self._name_tabs(None)

    def _lay_out(self) -> None:
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setStyleSheet("QTabBar::tab { padding: 8px 10px; }")  # five tabs in a narrow column
        for piece in (self.list, self.materials, self.papers, self.about, self.history):
            self.tabs.addTab(_scrolled(self, piece), "")
        self.tabs.currentChanged.connect(lambda _index: self._fill())
        shown = QWidget(self)
        whole = QVBoxLayout(shown)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.tabs, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(shown)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.setMinimumWidth(440)

    def _read(self) -> None:
        case_id, cases = self.case_id, self._work.services.cases
        if case_id is None:
            return
        if self._reading is not None:
            self._reading.forget()  # of another case, or older
        self._reading = self._around.store_jobs.start(
            self, lambda _job: cases.whole(case_id), done=self._show, failed=self._gone
        )

    def _show(self, whole: CaseWhole) -> None:
        if whole.case.id != self.case_id:
            return
        self.whole = whole
        self._stack.setCurrentIndex(1)
        can_make = self._start_wizard is not None and whole.case.procedure in WIZARDS
        self.head.show_case(whole, can_make_papers=can_make)
        self._stale = set(range(self.tabs.count()))
        # The keys that are always there work on these.
        self.papers.show_documents(whole.documents, whole.newer, self._today())
        self.about.show_case(whole, self._today())
        self.materials.begin_case(whole.case.id)
        self._stale -= {PAPERS, ABOUT}
        self._fill()
        self._name_tabs(whole)

    def _fill(self) -> None:
        """Fill the tab in front where it shows another case, or an older state."""
        index, whole = self.tabs.currentIndex(), self.whole
        if whole is None or index not in self._stale:
            return
        self._stale.discard(index)
        if index == LIST:
            self.list.show_items(whole.case.id, whole.items)
        elif index == FILES:
            self.materials.show_materials(whole.case.id, whole.materials)
        elif index == HISTORY:
            self.history.show_events(whole.history)

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
                self.head.state.setCurrentIndex(0)
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
            done=lambda found: ReplyDialog(self._around, found, self, work=self._work, case=whole.case).open(),
        )

    def _make_papers(self) -> None:
        if self.whole is not None and self._start_wizard is not None:
            self._start_wizard(WIZARDS[self.whole.case.procedure], "case", self.whole.case.id)

    def _choose_letter(self) -> None:
        choose = self._work.services.choose_letter
        if self.whole is not None and choose is not None:
            choose(self.whole.case.id, self.whole.case.procedure)

    def _to_files(self) -> None:
        self.tabs.setCurrentIndex(FILES)
        self.materials.choose_files()

    def _paste(self) -> None:
        self.tabs.setCurrentIndex(FILES)
        self.materials.paste_now()

    def _to_sending(self) -> None:
        self.tabs.setCurrentIndex(PAPERS)
        self.papers.send_newest()

    def _on_file_wanted(self, kind: str) -> None:
        self.tabs.setCurrentIndex(FILES)
        self.materials.show_kind(kind)

    def _if_shown(self, pressed: Callable[[], object]) -> None:
        if self.whole is not None and self.isVisible():
            pressed()

    def _gone(self, error: Exception) -> None:
        self.show_case(None)
        if getattr(error, "code", "") != "cases.no_such_case":
            raise error


def _scrolled(parent: QWidget, piece: QWidget) -> QScrollArea:
    inside = QWidget(parent)
    set_role(inside, "page")
    column = QVBoxLayout(inside)
    column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
    column.addWidget(piece)
    column.addStretch(1)
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
