"""Bringing an official blank in: a file chosen or dropped, what was found and dropped, and what has to be asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.errors import Invalid, UserError
from app.models.blank import BlankRow
from app.services.blanks import BlankDetails, Blanks, BroughtBlank, bring_in_apart
from app.views.blanks.details_form import DetailsForm
from app.views.blanks.words import BlankWords
from app.views.jobs import Job
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.busy_overlay import BusyOverlay
from app.views.widgets.labels import action_button, heading, plain_label

WIDTH = 560
MOST_BYTES = 64 * 1024 * 1024
"""A larger file is not read at all; what is too large for a blank is said when it is opened."""


class _DetailsDialog(QDialog):
    """Asks the details of a blank and keeps it.

    Signals:
        kept: the row of the new blank.
    """

    kept = Signal(object)

    def __init__(
        self, add: Callable[[BlankDetails], BlankRow], around: Surroundings, parent: QWidget | None = None
    ) -> None:
        """`add` keeps what was asked, on the store's thread."""
        super().__init__(parent)
        self._add = add
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setFixedWidth(WIDTH)
        self._around = around
        self.form = DetailsForm(BlankWords(around.languages.messages, self), self)
        self.trouble = plain_label("", "error", self)
        self.trouble.hide()
        self.keep_button = QPushButton(self.tr("Keep and map…"), self)
        self.keep_button.setDefault(True)
        set_role(self.keep_button, "primary")
        self.keep_button.clicked.connect(lambda _checked: self.keep())
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(lambda _checked: self.reject())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        self.column.setSpacing(2 * GRID)
        self.column.addWidget(self.form)
        self.column.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.keep_button)
        self.column.addLayout(foot)
        self.overlay = BusyOverlay(self)

    def keep(self) -> None:
        """Check what was asked, and keep the blank."""
        details = self.form.details()
        self.keep_button.setEnabled(False)
        self._around.store_jobs.start(self, lambda _job: self._add(details), done=self._on_kept, failed=self._on_failed)

    def _on_kept(self, row: BlankRow) -> None:
        self.kept.emit(row)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.keep_button.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        messages = self._around.languages.messages()
        rest = self.form.show_problems(error.problems, messages) if isinstance(error, Invalid) else []
        lines = [messages.problem(each) for each in rest] if isinstance(error, Invalid) else [messages.error(error)]
        self._say("\n".join(lines))

    def _fit(self) -> None:
        """As high as what is in it; `adjustSize` would stop at two thirds of a small screen and cut the form."""
        self.resize(WIDTH, self.column.totalHeightForWidth(WIDTH))

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        self._fit()


class BringInDialog(_DetailsDialog):
    """Takes a file; nothing is kept before the details are in order."""

    def __init__(self, blanks: Blanks, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(self._keep_brought, around, parent)
        self.setWindowTitle(self.tr("Bring in a blank"))
        self.setAcceptDrops(True)
        self._blanks = blanks
        self._brought: BroughtBlank | None = None
        place = QFrame(self)
        set_role(place, "panel")
        inside = QVBoxLayout(place)
        inside.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        inside.setSpacing(GRID)
        self.file = heading(self.tr("Drop the form here"), place)
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        hint = self.tr(
            "A PDF, a picture, or a Word document where LibreOffice is installed. The file is kept unchanged."
        )
        self.found = plain_label(hint, "hint", place)
        self.notes = plain_label("", "warning", place)
        self.notes.hide()
        self.choose_button = action_button(self.tr("Choose a file…"), self.choose, place, icon_name="folder-open")
        inside.addWidget(self.file)
        inside.addWidget(self.found)
        inside.addWidget(self.notes)
        inside.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.insertWidget(0, place)
        self.form.kind.currentIndexChanged.connect(lambda _row: self._tell_found())
        self.form.setEnabled(False)
        self.keep_button.setEnabled(False)

    def choose(self) -> None:
        """Ask for the file."""
        patterns = self.tr(
            "Forms (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.heic *.doc *.docx *.odt *.rtf *.wps)"
        )
        path = self._around.prompts.open_file(self, self.tr("Choose the official form"), patterns)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Open a file and measure it."""
        self._say("")
        self.choose_button.setEnabled(False)
        job = self._around.free_jobs.start(
            self, _reading(path), done=self._on_brought, failed=self._on_unreadable, cancelled=self._on_stopped
        )
        self.overlay.begin(self.tr("Reading the form…"), job)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(each.isLocalFile() for each in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [each.toLocalFile() for each in event.mimeData().urls() if each.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.take(Path(files[0]))

    def _keep_brought(self, details: BlankDetails) -> BlankRow:
        assert self._brought is not None
        return self._blanks.add(self._brought, details)

    def _on_brought(self, brought: BroughtBlank) -> None:
        self.overlay.end()
        self.choose_button.setEnabled(True)
        self._brought = brought
        self.file.setText(brought.file_name)
        self._tell_found()
        messages = self._around.languages.messages()
        self.notes.setText("\n".join(messages.text(each.code, each.facts) for each in brought.notes))
        self.notes.setVisible(bool(brought.notes))
        self.form.setEnabled(True)
        self.keep_button.setEnabled(True)
        self.form.province.setFocus()
        self._fit()

    def _on_stopped(self) -> None:
        self.overlay.end()
        self.choose_button.setEnabled(True)

    def _tell_found(self) -> None:
        """What the first guess made of the file, read as the paper that is chosen."""
        brought = self._brought
        if brought is None:
            return
        places = brought.mapping_for(self.form.details().kind).places
        pages = self.tr("%n page(s)", "", len(brought.surveys))
        boxes = self.tr("%n box(es) found", "", len(places))
        named = self.tr("{count} with a field").format(count=sum(each.prints for each in places))
        self.found.setText(f"{pages} · {boxes} · {named}")

    def _on_unreadable(self, error: Exception) -> None:
        self.overlay.end()
        self.choose_button.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        self._say(self._around.languages.messages().error(error))


class EditDetailsDialog(_DetailsDialog):
    """Changes what is known of a kept blank: title, date, source, note."""

    def __init__(self, row: BlankRow, blanks: Blanks, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(lambda details: blanks.save_details(row, details), around, parent)
        self.setWindowTitle(self.tr("Details of the blank"))
        self.keep_button.setText(self.tr("Save"))
        self.form.show_row(row)
        self.form.heading.setFocus()


class CopyFormDialog(_DetailsDialog):
    """Makes a copy of a built-in form, whose lines and boxes can then be moved."""

    def __init__(
        self, add: Callable[[BlankDetails], BlankRow], around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(add, around, parent)
        self.setWindowTitle(self.tr("Copy the built-in form"))


def _reading(path: Path) -> Callable[[Job], BroughtBlank]:
    """Opens a file apart from the window; the job may be cancelled."""
    return lambda job: bring_in_apart(_read(path), path.name, watch=lambda: job.report(0, 0))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES)
    except OSError as error:
        raise UserError("blanks.file_unreadable", file=path.name) from error
