"""From which record a letter is filled in: type any part of a name, number or domain, take the subject or the site."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.services.search import Search, SearchHit
from app.views.jobs import Job, Jobs
from app.views.theme import GRID, set_role
from app.views.widgets.labels import action_button

KINDS = ("subject", "site")
MOST_HITS = 12
PAUSE_MS = 120


class RecordPicker(QDialog):
    """A field over a list of hits; Enter or a click takes one.

    Signals:
        picked: a record was taken (`SearchHit`).
        listed: the hits for what was typed are shown (how many).
    """

    picked = Signal(object)
    listed = Signal(int)

    def __init__(self, search: Search, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search, self._jobs = search, jobs
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Fill in from a record"))
        self.resize(520, 420)
        label = QLabel(self.tr("Subject or site"), self)
        set_role(label, "label")
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Type any part of a name, number or domain"))
        self.text.setAccessibleName(label.text())
        self.text.installEventFilter(self)
        label.setBuddy(self.text)
        self.hits = QListWidget(self)
        self.hits.setAccessibleName(self.tr("Records found"))
        self.hits.itemActivated.connect(self._take)
        self.hits.itemClicked.connect(self._take)
        self.note = QLabel(self.tr("What was typed by hand stays; the other blanks are filled in."), self)
        self.note.setWordWrap(True)
        set_role(self.note, "hint")
        close = action_button(self.tr("Close"), self.reject, self)
        close.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        for widget in (label, self.text, self.note):
            layout.addWidget(widget)
        layout.addWidget(self.hits, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.text.textEdited.connect(lambda _text: self._pause.start())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.hits.count():
            if event.key() == Qt.Key.Key_Down:
                self.hits.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.hits.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        if self._job is not None:
            self._job.forget()
        text = self.text.text().strip()
        if not text:
            self._show(())
            return
        self._job = self._jobs.start(self, lambda _job: self._search.find(text, MOST_HITS, KINDS), done=self._show)

    def _show(self, hits: Sequence[SearchHit]) -> None:
        self._job = None
        self.hits.clear()
        for hit in hits:
            kind = self.tr("Subject") if hit.kind == "subject" else self.tr("Site")
            item = QListWidgetItem(f"{kind} · {hit.title}\n{hit.subtitle}", self.hits)
            item.setData(Qt.ItemDataRole.UserRole, hit)
        if hits:
            self.hits.setCurrentRow(0)
        self.listed.emit(len(hits))

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            hit: SearchHit = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            self.picked.emit(hit)
