"""One field over everything: type any part of a name, number or domain; the hits stand below, by kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.views.icons import icon
from app.views.jobs import Job, Jobs
from app.views.theme import GRID, set_role

PAUSE_MS = 40
LIMIT = 50
PER_KIND = 8
HIT = Qt.ItemDataRole.UserRole + 1
ICONS = {
    "subject": "building-2",
    "site": "globe",
    "case": "briefcase",
    "account": "key",
    "contact": "user",
}


class Hit(Protocol):
    """What is found: `services.search.SearchHit`."""

    kind: str
    id: int
    title: str
    subtitle: str


Find = Callable[[str, int], Sequence[Any]]


class SearchBox(QLineEdit):
    """The field and the list of hits under it.

    Signals:
        chosen: a hit was taken (kind, id).
        shown: hits of the latest text are listed (for whoever waits).
    """

    chosen = Signal(str, int)
    shown = Signal()

    def __init__(self, find: Find, jobs: Jobs, parent: QWidget | None = None) -> None:
        """`find(text, limit)` runs in `jobs`, the lane of the store."""
        super().__init__(parent)
        self._find, self._jobs = find, jobs
        self._job: Job | None = None
        set_role(self, "search")
        self.setClearButtonEnabled(True)
        self._glass = self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._search)
        self.popup = QFrame(self.window(), Qt.WindowType.ToolTip)
        self.popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(self.popup, "popup")
        self.hits = QListWidget(self.popup)
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setIconSize(QSize(16, 16))
        self.hits.setUniformItemSizes(False)
        self.hits.setFrameShape(QFrame.Shape.NoFrame)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hits.itemClicked.connect(self._take)
        self._nothing = QLabel(self.popup)
        self._nothing.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        set_role(self._nothing, "hint")
        layout = QVBoxLayout(self.popup)
        layout.setContentsMargins(1, GRID // 2, 1, GRID // 2)
        layout.setSpacing(0)
        layout.addWidget(self.hits)
        layout.addWidget(self._nothing)
        self.textEdited.connect(self._on_edited)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the field in the language of the moment."""
        self.setPlaceholderText(self.tr("Search names, filing numbers, domains, tickets  (Ctrl+K)"))
        self.setAccessibleName(self.tr("Search everything"))

    def close_hits(self) -> None:
        """Put the list away."""
        self._timer.stop()
        if self._job is not None:
            self._job.forget()
            self._job = None
        self.popup.hide()

    def _on_edited(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self.close_hits()

    def _search(self) -> None:
        if self._job is not None:
            self._job.forget()
        text = self.text().strip()
        self._job = self._jobs.start(self, lambda _job: self._find(text, LIMIT), done=self._show, priority=1)

    def _show(self, found: Sequence[Hit]) -> None:
        self._job = None
        self.hits.clear()
        words = {
            "subject": self.tr("Subjects"),
            "site": self.tr("Sites"),
            "case": self.tr("Cases"),
            "account": self.tr("Accounts"),
            "contact": self.tr("Contacts"),
        }
        # The best hit's kind leads; inside a kind the order of the search stays.
        for kind in dict.fromkeys(str(hit.kind) for hit in found):
            of_kind = [hit for hit in found if hit.kind == kind]
            head = QListWidgetItem(words.get(kind, kind), self.hits)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            for hit in of_kind[:PER_KIND]:
                item = QListWidgetItem(icon(ICONS.get(kind, "file-text"), "muted"), "", self.hits)
                item.setText(f"{hit.title}    {hit.subtitle}" if hit.subtitle else hit.title)
                item.setData(HIT, (kind, hit.id))
        self.hits.setVisible(bool(found))
        self._nothing.setText("" if found else self.tr("Nothing found. Try a shorter part of the name or number."))
        self._nothing.setVisible(not found)
        self._move_to(next(iter(self._rows()), -1))
        self._place()
        self.shown.emit()

    def _rows(self) -> list[int]:
        return [n for n in range(self.hits.count()) if self.hits.item(n).data(HIT) is not None]

    def _move_to(self, row: int) -> None:
        self.hits.setCurrentRow(row)
        if row == 1:
            self.hits.scrollToTop()

    def _step(self, by: int) -> None:
        rows = self._rows()
        if rows:
            at = rows.index(self.hits.currentRow()) if self.hits.currentRow() in rows else -1
            self._move_to(rows[(at + by) % len(rows)])

    def _place(self) -> None:
        if not self.hasFocus():
            return
        height = sum(self.hits.sizeHintForRow(n) for n in range(self.hits.count())) + 8
        self.hits.setFixedHeight(min(height, 480))
        self.popup.setFixedWidth(max(self.width(), 420))
        self.popup.adjustSize()
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.popup.show()

    def _take(self, item: QListWidgetItem | None) -> None:
        taken = item.data(HIT) if item is not None else None
        if taken is None:
            return
        self.close_hits()
        self.clear()
        self.chosen.emit(*taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        open_now = self.popup.isVisible()
        key = event.key()
        if open_now and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if open_now:
                self._take(self.hits.currentItem())
            elif self.text().strip():
                self._search()
        elif key == Qt.Key.Key_Escape:
            if open_now:
                self.close_hits()
            else:
                self.clear()
        elif key == Qt.Key.Key_Down and self.text().strip():
            self._search()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_hits()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._glass.setIcon(icon("search", "muted"))
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.window() and event.type() in (QEvent.Type.Move, QEvent.Type.WindowDeactivate):
            self.close_hits()
        return super().eventFilter(watched, event)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
