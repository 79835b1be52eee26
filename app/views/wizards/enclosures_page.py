"""The check list of papers with a file for each: chosen, dropped, taken from the case, or promised for later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from app.errors import Problem
from app.messages import Messages
from app.services.case_files import CaseFile
from app.services.check_lists import Paper
from app.services.flows.draft import Enclosure
from app.views.prompts import Prompts
from app.views.theme import set_role
from app.views.widgets.labels import plain_label
from app.views.widgets.layouts import empty
from app.views.widgets.wrapping import ElidedLabel

_OTHER = Paper("other", "", False, "", "", 1, "", "", "", True)
FILE_FILTER = "*.jpg *.jpeg *.png *.heic *.heif *.tif *.tiff *.bmp *.webp *.pdf"


class PaperRow(QFrame):
    """One paper: what it is, whether it has to be there, and its files.

    Signals:
        file_given: a file was chosen or dropped (kind, path).
        case_file_given: a file that the case has received was chosen (kind, `CaseFile`).
        file_taken_away: a file is not to be enclosed (its place in the draft).
    """

    file_given = Signal(str, str)
    case_file_given = Signal(str, object)
    file_taken_away = Signal(int)

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
        self.choose = QPushButton(self.tr("Choose file…"), self)
        self.choose.setAccessibleName(self.tr("{paper}: choose file").format(paper=paper.title))
        self.choose.clicked.connect(self._on_choose)
        head.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        self.from_case = QPushButton(self.tr("From the case"), self)
        self.from_case.setAccessibleName(self.tr("{paper}: take a file of the case").format(paper=paper.title))
        self.offers = QMenu(self.from_case)
        self.from_case.setMenu(self.offers)
        self.from_case.hide()
        head.addWidget(self.from_case, 0, Qt.AlignmentFlag.AlignTop)
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
        self._files = QVBoxLayout()
        self._files.setSpacing(4)
        layout.addLayout(self._files)

    def show_files(self, files: Sequence[tuple[int, Enclosure]], trouble: dict[int, str]) -> None:
        """Show the enclosed files, each with its place in the draft, and what is wrong with them."""
        empty(self._files)
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
        name = ElidedLabel(Path(path).name, line)
        name.setToolTip(self.tr("Kept in the store: {path}").format(path=path) if kept else path)
        top.addWidget(name)
        away = QPushButton(self.tr("Remove"), line)
        away.setFlat(True)
        away.setAccessibleName(self.tr("Remove {file}").format(file=Path(path).name))
        away.clicked.connect(lambda: self.file_taken_away.emit(place))
        top.addWidget(away)
        top.addStretch(1)
        layout.addLayout(top)
        if trouble:
            layout.addWidget(plain_label(trouble, "error", line))
        return line

    def _on_choose(self) -> None:
        chosen = self._prompts.open_file(
            self, self.paper.title, self.tr("Pictures and PDF ({patterns})").format(patterns=FILE_FILTER)
        )
        if chosen:
            self.file_given.emit(self.paper.kind, str(chosen))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.file_given.emit(self.paper.kind, url.toLocalFile())
        event.acceptProposedAction()


class EnclosuresPage(QWidget):
    """All papers of the check list.

    Signals:
        edited: files were given or taken away.
    """

    edited = Signal(str)

    def __init__(self, prompts: Prompts, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._messages = messages
        self._enclosures: tuple[Enclosure, ...] = ()
        self._rows: list[PaperRow] = []
        self._papers: list[Paper] = []
        self._held: dict[int, str] = {}
        self._case_files: tuple[CaseFile, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def show_draft(self, draft: Any, papers: Sequence[Paper], case_files: Sequence[CaseFile] = ()) -> None:
        """Show the papers that this case needs and the files given so far; what the packet itself makes is not enclosed."""
        self._enclosures, self._case_files = draft.enclosures, tuple(case_files)
        wanted = [paper for paper in papers if not paper.made and paper.kind != _OTHER.kind]
        wanted.append(replace(_OTHER, title=self.tr("Other papers")))
        told = [replace(paper, files=()) for paper in wanted]
        self._held = {file.place: paper.kind for paper in papers for file in paper.files}
        if told != self._papers:
            self._papers = told
            for row in self._rows:
                self._layout.removeWidget(row)
                row.deleteLater()
            self._rows = [self._row(paper) for paper in told]
        self._show_files({})

    def take_kept(self, draft: Any) -> None:
        """Take over which files the store holds by now; the files themselves are as they were."""
        known = {(each.kind, each.file): each for each in draft.enclosures}
        self._enclosures = tuple(known.get((each.kind, each.file), each) for each in self._enclosures)

    def fold(self, draft: Any) -> Any:
        """The draft with the files given here."""
        return replace(draft, enclosures=self._enclosures)

    def show_problems(self, problems: Sequence[Problem]) -> list[Problem]:
        """Put each problem under its file; gives back those that have none here."""
        trouble: dict[int, str] = {}
        homeless = []
        for problem in problems:
            parts = problem.path.split(".")
            if parts[0] == "enclosures" and len(parts) > 1 and parts[1].isdigit():
                trouble[int(parts[1])] = self._messages.text(problem.code, problem.facts)
            else:
                homeless.append(problem)
        self._show_files(trouble)
        return homeless

    def focus_question(self, path: str | None = None) -> bool:
        """Put the cursor on the row of a problem's file, or on the first row."""
        if not self._rows:
            return False
        row = self._rows[0]
        parts = (path or "").split(".")
        if len(parts) > 1 and parts[1].isdigit() and int(parts[1]) < len(self._enclosures):
            row = self._row_of(int(parts[1]))
        row.choose.setFocus()
        return True

    def rows(self) -> tuple[PaperRow, ...]:
        """The rows, in the order of the check list."""
        return tuple(self._rows)

    def _row(self, paper: Paper) -> PaperRow:
        row = PaperRow(paper, self._prompts, self)
        row.file_given.connect(self._on_file_given)
        row.case_file_given.connect(self._on_case_file_given)
        row.file_taken_away.connect(self._on_file_taken_away)
        self._layout.addWidget(row)
        return row

    def _row_of(self, place: int) -> PaperRow:
        """The row that a file belongs to; what no row asks for stands with the last one, the other papers."""
        kind = self._held.get(place, self._enclosures[place].kind)
        return next((row for row in self._rows if row.paper.kind == kind), self._rows[-1])

    def _show_files(self, trouble: dict[int, str]) -> None:
        enclosed = {each.sha256 for each in self._enclosures}
        offered = [each for each in self._case_files if each.sha256 not in enclosed]
        for row in self._rows:
            mine = [
                (place, enclosure) for place, enclosure in enumerate(self._enclosures) if self._row_of(place) is row
            ]
            row.show_files(mine, trouble)
            row.offer(offered)

    def _on_file_given(self, kind: str, path: str) -> None:
        self._take(Enclosure(kind=kind, file=path))

    def _on_case_file_given(self, kind: str, file: CaseFile) -> None:
        self._take(file.enclosure(kind))

    def _take(self, enclosure: Enclosure) -> None:
        self._enclosures += (enclosure,)
        self._show_files({})
        self.edited.emit("enclosures")

    def _on_file_taken_away(self, place: int) -> None:
        self._enclosures = self._enclosures[:place] + self._enclosures[place + 1 :]
        self._held = {}
        self._show_files({})
        self.edited.emit("enclosures")
