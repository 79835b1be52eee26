"""The watermark of one enclosure: its text, place and strength, with the page beside it as it will be printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import UserError
from app.messages import Messages
from app.services.case_settings import PLACES, STRENGTHS
from app.services.flows.answer_checks import LONGEST_MARK
from app.services.flows.draft import Mark
from app.services.marks import marked_page, problems_of
from app.services.pictures import Pixels
from app.views.jobs import Job, Jobs
from app.views.pictures.mark_words import place_names, strength_names
from app.views.pictures.pixels import image_of
from app.views.pictures.straighten_dialog import ResultView
from app.views.theme import GRID
from app.views.widgets.labels import FieldError, action_button, plain_label

DELAY_MS = 150
"""A page is drawn once the typing pauses."""


class MarkDialog(QDialog):
    """Shows how a copy is marked and lets it be set for this one alone.

    Signals:
        decided: the mark for this enclosure, None to leave it as the desk has agreed (`Mark | None`).
    """

    decided = Signal(object)

    def __init__(
        self,
        read: Callable[[], Sequence[bytes]],
        jobs: Jobs,
        messages: Messages,
        *,
        title: str,
        kind: str,
        purpose: str,
        agreed: Mark,
        mark: Mark | None,
        parent: QWidget | None = None,
    ) -> None:
        """`read` gives the files of the enclosure, `purpose` is what the packet words, `agreed` what the desk has set."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._read, self._jobs, self._messages = read, jobs, messages
        self._title, self._kind, self._purpose, self._agreed = title, kind, agreed.text or purpose, agreed
        self._drawing: Job | None = None
        self.setWindowTitle(self.tr("Watermark: {paper}").format(paper=title))
        self.resize(900, 640)
        shown = mark or agreed
        self.written = QCheckBox(self.tr("Mark this copy with its purpose"), self)
        self.written.setChecked(shown.written)
        self.text = QLineEdit("" if mark is None else mark.text, self)
        self.text.setMaxLength(LONGEST_MARK)
        self.text.setPlaceholderText(self._purpose)
        self.place, self.strength = QComboBox(self), QComboBox(self)
        for box, values, names, now in (
            (self.place, PLACES, place_names(), shown.place or agreed.place),
            (self.strength, STRENGTHS, strength_names(), shown.strength or agreed.strength),
        ):
            for value in values:
                box.addItem(names[value], value)
            box.setCurrentIndex(max(0, box.findData(now)))
            box.activated.connect(self._on_changed)
        self.wrong = FieldError(self)
        self.page = ResultView(self)
        self.page.setAccessibleName(self.tr("The page as it will be printed"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DELAY_MS)
        self._pause.timeout.connect(self._draw)
        self.written.toggled.connect(self._on_changed)
        self.text.textChanged.connect(self._on_changed)
        self._build()
        self._on_changed()

    def _build(self) -> None:
        self.take = action_button(self.tr("Take over"), self._on_take, self, icon_name="check", role="primary")
        self.as_agreed = action_button(self.tr("As the desk has agreed"), self._on_agreed, self)
        give_up = action_button(self.tr("Cancel"), self.reject, self)
        for button in (self.as_agreed, give_up):
            button.setAutoDefault(False)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_take)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.written)
        form.addRow(self.tr("Watermark text"), self.text)
        form.addRow(self.wrong)
        form.addRow(self.tr("Watermark position"), self.place)
        form.addRow(self.tr("Watermark strength"), self.strength)
        hint = plain_label(
            self.tr("Without a text of its own, the copy says what the packet is for. The file itself is not changed."),
            "hint",
            self,
        )
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addLayout(form)
        left.addWidget(hint)
        left.addStretch(1)
        left.addWidget(self.as_agreed)
        both = QHBoxLayout()
        both.setSpacing(2 * GRID)
        both.addLayout(left, 2)
        both.addWidget(self.page, 3)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch(1)
        foot.addWidget(give_up)
        foot.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(both, 1)
        layout.addLayout(foot)
        self.text.setFocus()

    def mark(self) -> Mark:
        """As it is set now."""
        return Mark(
            self.written.isChecked(),
            self.text.text().strip(),
            self.place.currentData(),
            self.strength.currentData(),
        )

    def done(self, result: int) -> None:
        self._pause.stop()
        if self._drawing is not None:
            self._drawing.forget()
        super().done(result)

    def _on_changed(self) -> None:
        on = self.written.isChecked()
        for field in (self.text, self.place, self.strength):
            field.setEnabled(on)
        problems = problems_of(self.text.text().strip()) if on else []
        said = "\n".join(self._messages.problem(each) for each in problems)
        self.wrong.show_problem(said, self.text)
        self.take.setEnabled(not problems)
        if not problems:
            self._pause.start()

    def _draw(self) -> None:
        if self._drawing is not None:
            self._drawing.forget()
        read, kind, title, purpose, mark = self._read, self._kind, self._title, self._purpose, self.mark()
        self._drawing = self._jobs.start(
            self,
            lambda _job: marked_page(read(), kind, title, purpose, mark),
            done=self._on_drawn,
            failed=self._on_failed,
        )

    def _on_drawn(self, pixels: Pixels) -> None:
        self._drawing = None
        self.page.show_image(image_of(pixels))

    def _on_failed(self, error: Exception) -> None:
        self._drawing = None
        if not isinstance(error, UserError):
            raise error
        self.wrong.show_problem(self._messages.error(error), None)

    def _on_take(self) -> None:
        if self.take.isEnabled():
            self.decided.emit(self.mark())
            self.accept()

    def _on_agreed(self) -> None:
        self.decided.emit(None)
        self.accept()
