"""One paper of the check list with its files: chosen, dropped, pasted, scanned, straightened, joined, marked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.errors import UserError
from app.services.case_files import CaseFile
from app.services.check_lists import Paper
from app.services.flows.draft import Enclosure, Mark
from app.views.icons import icon
from app.views.pictures.file_intake import PATTERNS, has_files, local_files, picture_of
from app.views.prompts import Prompts
from app.views.theme import GRID, set_role
from app.views.widgets.labels import plain_label
from app.views.widgets.layouts import empty
from app.views.widgets.wrapping import ElidedLabel


class PaperRow(QFrame):
    """One paper: what it is, whether it has to be there, and its files.

    Signals:
        file_given: a file was chosen or dropped (kind, path).
        case_file_given: a file that the case has received was chosen (kind, `CaseFile`).
        file_taken_away: a file is not to be enclosed (its place in the draft).
        picture_given: a picture that lies in no file was pasted or dropped (kind, name, bytes).
        join_wanted: several files are to become one PDF (kind, title).
        straighten_wanted: a picture is to be straightened (its place in the draft).
        mark_wanted: the watermark of this paper is to be looked at (the places of its files, its title).
    """

    file_given = Signal(str, str)
    case_file_given = Signal(str, object)
    file_taken_away = Signal(int)
    picture_given = Signal(str, str, bytes)
    join_wanted = Signal(str, str)
    straighten_wanted = Signal(int)
    mark_wanted = Signal(list, str)

    def __init__(self, paper: Paper, prompts: Prompts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = paper
        self._prompts = prompts
        self.setAcceptDrops(True)
        set_role(self, "row")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        head = QHBoxLayout()
        title = plain_label(paper.title, "label", self)
        head.addWidget(title, 1)
        self._places: list[int] = []
        self.choose = QPushButton(self.tr("Choose files…"), self)
        self.choose.setAccessibleName(self.tr("{paper}: choose files").format(paper=paper.title))
        self.choose.clicked.connect(self._on_choose)
        head.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        self.from_case = QPushButton(self.tr("From the case"), self)
        self.from_case.setAccessibleName(self.tr("{paper}: take a file of the case").format(paper=paper.title))
        self.offers = QMenu(self.from_case)
        self.from_case.setMenu(self.offers)
        self.from_case.hide()
        self.more = QPushButton(icon("ellipsis", "muted"), "", self)
        self.more.setToolTip(self.tr("Paste, join, watermark"))
        self.more.setAccessibleName(self.tr("{paper}: paste, join, watermark").format(paper=paper.title))
        menu = QMenu(self.more)
        menu.addAction(self.tr("Paste"), self.paste_now)
        menu.addAction(self.tr("Join several to one PDF…"), lambda: self.join_wanted.emit(paper.kind, paper.title))
        self.mark = menu.addAction(
            self.tr("Watermark…"), lambda: self.mark_wanted.emit(list(self._places), paper.title)
        )
        self.more.setMenu(menu)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        self.need = plain_label(self.tr("required") if paper.required else self.tr("where it applies"), parent=self)
        set_role(self.need, "warning" if paper.required else "hint")
        layout.addWidget(self.need)
        said = "；".join(part for part in (paper.original, paper.marks, paper.note) if part)
        if said:
            layout.addWidget(plain_label(said, "hint", self))
        if paper.source:
            origin = self.tr("Source: {source} ({date})").format(source=paper.source, date=paper.as_of)
            layout.addWidget(plain_label(origin, "source", self))
        layout.addWidget(self.from_case, 0, Qt.AlignmentFlag.AlignLeft)
        self._files = QVBoxLayout()
        self._files.setSpacing(4)
        layout.addLayout(self._files)

    def show_files(self, files: Sequence[tuple[int, Enclosure]], trouble: dict[int, str]) -> None:
        """Show the enclosed files, each with its place in the draft, and what is wrong with them."""
        empty(self._files)
        self._places = [place for place, _enclosure in files]
        self.mark.setEnabled(bool(files))
        for place, enclosure in files:
            self._files.addWidget(self._file_line(place, enclosure, trouble.get(place, "")))

    def offer(self, files: Sequence[CaseFile]) -> None:
        """Offer what the case has received and the packet does not hold, files of this paper's kind first."""
        self.offers.clear()
        for file in sorted(files, key=lambda each: each.kind != self.paper.kind):
            self.offers.addAction(file.title, partial(self.case_file_given.emit, self.paper.kind, file))
        self.from_case.setVisible(bool(files))

    def _file_line(self, place: int, enclosure: Enclosure, trouble: str) -> QWidget:
        path, kept = enclosure.file, bool(enclosure.sha256)
        line = QWidget(self)
        layout = QVBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        name = ElidedLabel(Path(path).name, line)
        name.setToolTip(self.tr("Kept in the store: {path}").format(path=path) if kept else path)
        top.addWidget(name)
        if not path.lower().endswith(".pdf"):
            mend = QPushButton(self.tr("Straighten…"), line)
            mend.setFlat(True)
            mend.setAccessibleName(self.tr("Straighten {file}").format(file=Path(path).name))
            mend.clicked.connect(lambda: self.straighten_wanted.emit(place))
            top.addWidget(mend)
        away = QPushButton(self.tr("Remove"), line)
        away.setFlat(True)
        away.setAccessibleName(self.tr("Remove {file}").format(file=Path(path).name))
        away.clicked.connect(lambda: self.file_taken_away.emit(place))
        top.addWidget(away)
        top.addStretch(1)
        layout.addLayout(top)
        if enclosure.mark is not None:
            layout.addWidget(plain_label(self._said_of(enclosure.mark), "hint", line))
        if trouble:
            layout.addWidget(plain_label(trouble, "error", line))
        return line

    def _said_of(self, mark: Mark) -> str:
        if not mark.written:
            return self.tr("Without a watermark")
        return (
            self.tr("Watermark: {text}").format(text=mark.text) if mark.text else self.tr("Watermark set for this copy")
        )

    def paste_now(self) -> None:
        """Take the files or the picture that were copied."""
        self._take(QGuiApplication.clipboard().mimeData() or QMimeData())

    def _on_choose(self) -> None:
        patterns = self.tr("Pictures and PDF ({patterns})").format(patterns=PATTERNS)
        for chosen in self._prompts.open_files(self, self.paper.title, patterns):
            self.file_given.emit(self.paper.kind, str(chosen))

    def _take(self, data: QMimeData) -> None:
        paths, picture = local_files(data), picture_of(data)
        for path in paths:
            self.file_given.emit(self.paper.kind, str(path))
        if not paths and picture is not None:
            self.picture_given.emit(self.paper.kind, *picture)
        elif not paths:
            self._prompts.show_error(self, UserError("cases.clipboard_without_picture"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        # The program that dragged waits until this returns, and what it lent is gone then.
        held = QMimeData()
        given = event.mimeData()
        if given.hasImage():
            held.setImageData(given.imageData())
        held.setUrls(given.urls())
        held.setText(given.text() if given.hasText() and not given.hasUrls() else "")
        event.acceptProposedAction()
        QTimer.singleShot(0, self, partial(self._take, held))
