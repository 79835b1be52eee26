"""The evidence behind one line of a check: verdict, facts, every answer, remedies with their sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.views.checks.cards import CardList, CardSection
from app.views.clipboard import Clipboard
from app.views.jobs import Job, Jobs
from app.views.theme import GRID, set_role
from app.views.widgets.detail_grid import Detail, DetailGrid
from app.views.widgets.labels import EmptyState, StatusBadge, action_button, plain_label

SETTLE_MS = 60


@dataclass(frozen=True, slots=True)
class Found:
    """One line in words.

    Attributes:
        row_id: the evidence.
        title: the domain.
        word, tone: the verdict.
        reason: why, in a sentence.
        details: names and values.
        sections: answers, rules, remedies.
        case_id: the case that was opened for it.
        site_id, subject_id: the record that can be shown.
        failed: whether a case can be opened for it.
        answerable: whether there is something to write to the customer.
    """

    row_id: int
    title: str
    word: str
    tone: str
    reason: str
    details: tuple[Detail, ...]
    sections: tuple[CardSection, ...]
    case_id: int | None = None
    site_id: int | None = None
    subject_id: int | None = None
    failed: bool = False
    answerable: bool = False


class EvidencePane(QWidget):
    """Reads a line on the store's lane a moment after the cursor has come to rest on it.

    Signals:
        case_wanted: a case is to be opened for this line (its evidence's id).
        reply_wanted: the replies to this line's customer are to be shown (its evidence's id).
        case_shown: the line's case is to be shown (its id).
        site_shown: the line's site is to be shown (its id).
        subject_shown: the line's subject is to be shown (its id).
        loaded: a line is shown now (its `Found`).
    """

    case_wanted = Signal(int)
    reply_wanted = Signal(int)
    case_shown = Signal(int)
    site_shown = Signal(int)
    subject_shown = Signal(int)
    loaded = Signal(object)

    def __init__(
        self, read: Callable[[int], Found | None], jobs: Jobs, clipboard: Clipboard, parent: QWidget | None = None
    ) -> None:
        """`read` words one line; called on the store's lane."""
        super().__init__(parent)
        self._read, self._jobs = read, jobs
        self._clipboard = clipboard
        self._wanted: int | None = None
        self._job: Job | None = None
        self.found: Found | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._load)
        self.setMinimumWidth(340)
        self.empty = EmptyState("shield-check", self)
        head = QFrame(self)
        set_role(head, "bar")
        self.name = plain_label("", "title", head)
        self.badge = StatusBadge(parent=head)
        self.reason = plain_label("", "", head)
        self.open_case = action_button("", self._on_case, head, icon_name="file-plus")
        self.reply = action_button("", self._on_reply, head, icon_name="message-square")
        self.to_site = action_button("", self._on_site, head, icon_name="external-link", role="quiet")
        self.copy = action_button("", self._on_copy, head, icon_name="copy", role="quiet")
        second = QHBoxLayout()
        second.setSpacing(GRID)
        second.addWidget(self.badge)
        second.addWidget(self.reason, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self.open_case, self.reply, self.to_site, self.copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        over = QVBoxLayout(head)
        over.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID + 4)
        over.setSpacing(GRID)
        over.addWidget(self.name)
        over.addLayout(second)
        over.addLayout(buttons)
        self.cards = CardList(self)
        self.grid = DetailGrid(clipboard, self.cards)
        self.cards.top.addWidget(self.grid)
        body = QWidget(self)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(head)
        inside.addWidget(self.cards, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.retranslate()

    def retranslate(self) -> None:
        """Show fixed words in the language now set; the line is read again for its own."""
        self.empty.say(self.tr("Choose a domain to see what was found"))
        self.reply.setText(self.tr("Reply…"))
        self.reply.setToolTip(self.tr("What to write to the customer, filled from this finding"))
        self.copy.setAccessibleName(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the finding with its evidence as text"))
        self._name_case()
        self._name_record()
        self.refresh()

    def show_line(self, row_id: int | None) -> None:
        """Show another line soon."""
        if row_id == self._wanted:
            return
        self._wanted = row_id
        if row_id is None:
            self._settle.stop()
            self.found = None
            self._stack.setCurrentIndex(0)
            return
        self._settle.start()

    def refresh(self) -> None:
        """Read the line again."""
        if self._wanted is not None:
            self._settle.start()

    def _load(self) -> None:
        if self._job is not None:
            self._job.forget()
        wanted, read = self._wanted, self._read
        if wanted is None:
            return
        self._job = self._jobs.start(self, lambda _job: read(wanted), done=self._show)

    def _show(self, found: Found | None) -> None:
        self._job = None
        if found is None:
            self.found = None
            self._stack.setCurrentIndex(0)
            return
        self.found = found
        self.name.setText(found.title)
        self.badge.show_status(found.word, found.tone)
        self.reason.setText(found.reason)
        self.reason.setVisible(bool(found.reason))
        self.grid.show_details(found.details)
        self.cards.show_sections(found.sections)
        self.reply.setVisible(found.answerable)
        self._name_record()
        self._name_case()
        self._stack.setCurrentIndex(1)
        self.loaded.emit(found)

    def _name_case(self) -> None:
        found = self.found
        has = found is not None and found.case_id is not None
        self.open_case.setText(self.tr("Show the case") if has else self.tr("Open a case"))
        self.open_case.setVisible(has or (found is not None and found.failed))

    def _name_record(self) -> None:
        found = self.found
        site = found is not None and found.site_id is not None
        self.to_site.setAccessibleName(self.tr("Site") if site else self.tr("Subject"))
        self.to_site.setToolTip(
            self.tr("Show the site that this domain belongs to") if site else self.tr("Show the subject")
        )
        self.to_site.setVisible(site or (found is not None and found.subject_id is not None))

    def _on_case(self) -> None:
        if self.found is None:
            return
        if self.found.case_id is not None:
            self.case_shown.emit(self.found.case_id)
        else:
            self.case_wanted.emit(self.found.row_id)

    def _on_reply(self) -> None:
        if self.found is not None:
            self.reply_wanted.emit(self.found.row_id)

    def _on_site(self) -> None:
        if self.found is not None and self.found.site_id is not None:
            self.site_shown.emit(self.found.site_id)
        elif self.found is not None and self.found.subject_id is not None:
            self.subject_shown.emit(self.found.subject_id)

    def _on_copy(self) -> None:
        found = self.found
        if found is not None:
            details = (f"{each.name}: {each.value}" for each in found.details if each.value)
            head = f"{found.title} · {found.word}"
            self._clipboard.copy("\n".join(filter(None, (head, found.reason, *details, self.cards.words()))))
