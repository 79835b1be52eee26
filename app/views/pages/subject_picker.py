"""Which subject a new site belongs to: type any part of its name or number, take it from the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.models.subject import SubjectRow
from app.services.subjects import Subjects
from app.services.tables import TableQuery
from app.views.jobs import Job, Jobs
from app.views.pages.related_list import Related, RelatedList
from app.views.tables.words import RecordWords, state_tone
from app.views.theme import GRID, set_role

MOST_HITS = 6
PAUSE_MS = 120


class SubjectPicker(QWidget):
    """A field over a list of hits.

    Signals:
        picked: a subject was taken, or the one taken was typed over (`SubjectRow` or None).
        listed: the hits for what was typed are shown.
    """

    picked = Signal(object)
    listed = Signal()

    def __init__(
        self, subjects: Subjects, jobs: Jobs, words: RecordWords, parent: QWidget | None = None, *, title: str = ""
    ) -> None:
        """`title` is what the field is called, by default for a site's dialog."""
        super().__init__(parent)
        self._subjects, self._jobs, self._words = subjects, jobs, words
        self._job: Job | None = None
        self._rows: dict[int, SubjectRow] = {}
        self.subject: SubjectRow | None = None
        label = self.label = QLabel(title or self.tr("Subject that holds the site"), self)
        set_role(label, "label")
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Type any part of its name or filing number"))
        self.text.setAccessibleName(label.text())
        self.text.installEventFilter(self)
        label.setBuddy(self.text)
        self.note = QLabel(self)
        set_role(self.note, "hint")
        self.hits = RelatedList(self)
        self.hits.opened.connect(self._take)
        self.hits.itemClicked.connect(lambda item: self._take(item.data(Qt.ItemDataRole.UserRole)))
        self.hits.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 0)
        layout.setSpacing(GRID // 2)
        for widget in (label, self.text, self.note, self.hits):
            layout.addWidget(widget)
        self.note.hide()
        self.setFocusProxy(self.text)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.text.textEdited.connect(self._on_edited)

    def rename(self, title: str) -> None:
        """Call the field something else, in the language now set."""
        self.label.setText(title)
        self.text.setAccessibleName(title)
        self.text.setPlaceholderText(self.tr("Type any part of its name or filing number"))

    def pick(self, subject: SubjectRow) -> None:
        """Take a subject."""
        self.subject = subject
        self._pause.stop()
        self.hits.hide()
        self.text.setText(subject.name)
        self._say(subject.filing_number or self.tr("No filing number"))
        self.picked.emit(subject)

    def insist(self) -> bool:
        """Whether a subject was taken; says so where not."""
        if self.subject is None:
            self._say(self.tr("Choose the subject from the list"), "error")
            self.text.setFocus()
        return self.subject is not None

    def _on_edited(self, text: str) -> None:
        if self.subject is not None:
            self.subject = None
            self.picked.emit(None)
        self._say("")
        self.hits.hide()
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()

    def _ask(self) -> None:
        if self._job is not None:
            self._job.forget()
        subjects, text = self._subjects, self.text.text().strip()

        def work(_job: Job) -> Sequence[SubjectRow]:
            return subjects.rows(subjects.ids(TableQuery(text=text))[:MOST_HITS])

        self._job = self._jobs.start(self, work, done=self._show)

    def _show(self, rows: Sequence[SubjectRow]) -> None:
        self._job = None
        self._rows = {row.id: row for row in rows}
        self.hits.show_records(
            [
                Related(
                    row.id,
                    row.name,
                    " · ".join(each for each in (row.filing_number, self._words.province(row.province)) if each),
                    state_tone(row.state),
                )
                for row in rows
            ]
        )
        self.hits.setVisible(bool(rows))
        self.hits.setCurrentRow(0)
        self._say("" if rows else self.tr("No subject has that in its name or number"))
        self.listed.emit()

    def _take(self, subject_id: int) -> None:
        self.pick(self._rows[subject_id])

    def _say(self, text: str, role: str = "hint") -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
        set_role(self.note, role)
        set_role(self.text, "wrong" if role == "error" and text else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text and event.type() == QEvent.Type.KeyPress and self.hits.isVisible():
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.hits.currentItem()
                if item is not None:
                    self._take(item.data(Qt.ItemDataRole.UserRole))
                return True
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                row = self.hits.currentRow() + step
                self.hits.setCurrentRow(max(0, min(row, self.hits.count() - 1)))
                return True
        return super().eventFilter(watched, event)
