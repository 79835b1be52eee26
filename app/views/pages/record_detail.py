"""The pane beside a table: everything known of one record, masked until asked for, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.views.clipboard import Clipboard
from app.views.jobs import Job, Jobs
from app.views.pages.related_list import Related, RelatedList
from app.views.theme import GRID, set_role
from app.views.widgets.detail_grid import Detail, DetailGrid
from app.views.widgets.labels import EmptyState, StatusBadge, heading, plain_label

SHOWN_MS = 30_000
SETTLE_MS = 60
NAME_WIDTH = 128


@dataclass(frozen=True, slots=True)
class Facts:
    """A record ready to be shown: words only, numbers masked.

    Attributes:
        record_id: whose facts these are.
        title, subtitle: name and number.
        status, tone: the state as a word and a colour.
        groups: heading and lines.
        related: heading and the records that belong to this one.
        history: what was done (what, who and when), the newest first.
    """

    record_id: int
    title: str
    subtitle: str
    status: str
    tone: str
    groups: Sequence[tuple[str, Sequence[Detail]]]
    related: tuple[str, Sequence[Related]]
    history: Sequence[tuple[str, str]]


class RecordDetail(QWidget):
    """Shows one record; reads it on the store's lane a moment after the cursor has come to rest.

    Signals:
        related_opened: a record that belongs to this one was chosen (its id).
        revealed: a masked value was shown or copied, which the history now says.
        failed: a value could not be shown (a `UserError`).
        loaded: a record is shown now (its `Facts`).
    """

    related_opened = Signal(int)
    revealed = Signal()
    failed = Signal(object)
    loaded = Signal(object)

    def __init__(
        self,
        read: Callable[[int], Facts],
        reveal: Callable[[int, str], str],
        *,
        jobs: Jobs,
        clipboard: Clipboard,
        icon_name: str,
        actions: Sequence[QAction],
        parent: QWidget | None = None,
        shown_ms: int = SHOWN_MS,
    ) -> None:
        super().__init__(parent)
        self._read, self._reveal = read, reveal
        self._jobs, self._clipboard = jobs, clipboard
        self._wanted: int | None = None
        self._job: Job | None = None
        self.facts: Facts | None = None
        self.grids: list[DetailGrid] = []
        self._open: list[tuple[DetailGrid, str, str]] = []
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._load)
        self._cover = QTimer(self)
        self._cover.setSingleShot(True)
        self._cover.setInterval(shown_ms)
        self._cover.timeout.connect(self.hide_secrets)
        self.setMinimumWidth(320)
        self._empty = EmptyState(icon_name, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._make_body(actions))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.retranslate()

    def retranslate(self) -> None:
        """Show fixed words in the language now set; the record is read again for its own."""
        self._empty.say(self.tr("Choose a record to see it here"))
        self._history_heading.setText(self.tr("History"))
        if self._wanted is not None:
            self.refresh()

    def show_record(self, record_id: int | None) -> None:
        """Show another record soon; whatever was revealed is masked at once."""
        if record_id == self._wanted:
            return
        self.hide_secrets()
        self._wanted = record_id
        self._forget()
        if record_id is None:
            self._settle.stop()
            self.facts = None
            self._stack.setCurrentIndex(0)
            return
        self._settle.start()

    def refresh(self) -> None:
        """Read the record again: it or its history changed."""
        if self._wanted is not None:
            self._settle.start()

    def below(self, action: QAction) -> QPoint:
        """Where on the screen a menu of this action may stand: below its button."""
        button = self.buttons[action]
        return button.mapToGlobal(button.rect().bottomLeft())

    def hide_secrets(self) -> None:
        """Mask every number again: on another record, after half a minute, on locking."""
        self._cover.stop()
        self._open = []
        for grid in self.grids:
            grid.hide_secrets()

    def _load(self) -> None:
        self._forget()
        wanted, read = self._wanted, self._read
        if wanted is None:
            return

        def work(_job: Job) -> Facts:
            return read(wanted)

        self._job = self._jobs.start(self, work, done=self._show, failed=self._on_failed)

    def _forget(self) -> None:
        if self._job is not None:
            self._job.forget()
            self._job = None

    def _show(self, facts: Facts) -> None:
        self._job = None
        same = self.facts is not None and self.facts.record_id == facts.record_id
        # What the agent has open stays open when the record is read again, unless it was hidden or has changed.
        kept = [(grid, field, whole) for grid, field, whole in self._open if same and grid.shown(field) == whole]
        place = self._scroll.verticalScrollBar().value() if same else 0
        self.facts = facts
        self._title.setText(facts.title)
        self._subtitle.setText(facts.subtitle)
        self._subtitle.setVisible(bool(facts.subtitle))
        self._badge.show_status(facts.status, facts.tone)
        self._fill(facts)
        for grid, field, whole in kept:
            grid.reveal(field, whole)
        self._open = kept
        self._stack.setCurrentIndex(1)
        self._scroll.verticalScrollBar().setValue(place)
        self.loaded.emit(facts)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, UserError):
            raise error
        # Deleted a moment ago: the table will say so itself.
        self.facts = None
        self._stack.setCurrentIndex(0)

    def _make_body(self, actions: Sequence[QAction]) -> QWidget:
        body = QWidget(self)
        head = QFrame(body)
        set_role(head, "bar")
        self._title = plain_label("", "title", head)
        self._subtitle = plain_label("", "", head)
        self._badge = StatusBadge(parent=head)
        second = QHBoxLayout()
        second.setSpacing(GRID)
        second.addWidget(self._badge)
        second.addWidget(self._subtitle, 1)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        self.buttons = {action: self._action_button(action, head) for action in actions}
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        over = QVBoxLayout(head)
        over.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 12)
        over.setSpacing(GRID)
        over.addWidget(self._title)
        over.addLayout(second)
        over.addLayout(row)
        inside = QWidget(body)
        set_role(inside, "page")
        self._sections = QVBoxLayout(inside)
        self._sections.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._sections.setSpacing(GRID)
        self._groups: list[tuple[QLabel, DetailGrid]] = []
        self._related_heading = heading("", inside)
        self.related = RelatedList(inside)
        self.related.opened.connect(self.related_opened)
        self._history_heading = heading("", inside)
        self._history = QVBoxLayout()
        self._history.setSpacing(GRID)
        for widget in (self._related_heading, self.related, self._history_heading):
            self._sections.addWidget(widget)
        self._sections.addLayout(self._history)
        self._sections.addStretch(1)
        self._scroll = QScrollArea(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._scroll, 1)
        return body

    def _action_button(self, action: QAction, parent: QWidget) -> QWidget:
        if action.priority() == QAction.Priority.LowPriority:
            tool = QToolButton(parent)
            tool.setDefaultAction(action)
            tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            tool.setIconSize(QSize(18, 18))
            return tool
        button = QPushButton(action.icon(), action.text(), parent)
        if action.priority() == QAction.Priority.HighPriority:
            set_role(button, "primary")
        button.clicked.connect(lambda _: action.trigger())

        def follow() -> None:
            button.setText(action.text())
            button.setToolTip(action.toolTip())
            button.setEnabled(action.isEnabled())

        action.changed.connect(follow)
        follow()
        return button

    def _fill(self, facts: Facts) -> None:
        for number, (title, details) in enumerate(facts.groups):
            if number == len(self._groups):
                grid = DetailGrid(self._clipboard, self)
                lines = grid.layout()
                if isinstance(lines, QGridLayout):
                    # The values of all groups stand in one line.
                    lines.setColumnMinimumWidth(0, NAME_WIDTH)
                grid.reveal_wanted.connect(lambda field, grid=grid: self._show_whole(grid, field, copy=False))
                grid.copy_wanted.connect(lambda field, grid=grid: self._show_whole(grid, field, copy=True))
                label = heading("", self)
                self._sections.insertWidget(2 * number, label)
                self._sections.insertWidget(2 * number + 1, grid)
                self._groups.append((label, grid))
                self.grids.append(grid)
            label, grid = self._groups[number]
            label.setText(title)
            label.setVisible(any(each.value for each in details))
            grid.show_details(details)
        title, related = facts.related
        self._related_heading.setText(title)
        self._related_heading.setVisible(bool(title))
        self.related.setVisible(bool(title))
        self.related.show_records(related)
        while self._history.count():
            item = self._history.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for what, who in facts.history:
            self._history.addWidget(self._history_line(what, who))
        self._history_heading.setVisible(bool(facts.history))

    def _history_line(self, what: str, who: str) -> QWidget:
        line = QWidget(self)
        layout = QVBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(plain_label(what, "", line))
        layout.addWidget(plain_label(who, "source", line))
        return line

    def _show_whole(self, grid: DetailGrid, field: str, *, copy: bool) -> None:
        record_id, reveal = self._wanted, self._reveal
        if record_id is None:
            return

        def work(_job: Job) -> str:
            return reveal(record_id, field)

        def done(whole: str) -> None:
            if record_id != self._wanted:
                return
            if copy:
                self._clipboard.copy_secret(whole)
            else:
                grid.reveal(field, whole)
                self._open.append((grid, field, whole))
                self._cover.start()
            self.revealed.emit()
            self.refresh()

        self._jobs.start(self, work, done=done, failed=self._on_reveal_failed)

    def _on_reveal_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(error)
