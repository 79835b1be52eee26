"""The check list of papers with a file for each: chosen, dropped, pasted, scanned, taken from the case, or promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.errors import Problem
from app.messages import Messages
from app.services.case_files import CaseFile
from app.services.check_lists import Paper
from app.services.flows.draft import Enclosure, Mark
from app.views.prompts import Prompts
from app.views.wizards.paper_row import PaperRow
from app.views.wizards.picture_work import PictureWork
from app.views.wizards.scan_offer import ScanOffer

if TYPE_CHECKING:
    from app.services.pictures import KeptFile

_OTHER = Paper("other", "", False, "", "", 1, "", "", "", True)


class EnclosuresPage(QWidget):
    """All papers of the check list.

    Signals:
        edited: files were given or taken away.
    """

    edited = Signal(str)

    def __init__(
        self, prompts: Prompts, messages: Messages, pictures: PictureWork, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._pictures = pictures
        self._messages = messages
        self._enclosures: tuple[Enclosure, ...] = ()
        self._rows: list[PaperRow] = []
        self._papers: list[Paper] = []
        self._held: dict[int, str] = {}
        self._case_files: tuple[CaseFile, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.scans = ScanOffer(pictures.scan_folder, self)
        self.scans.wanted.connect(self._on_scans)
        self._layout.addWidget(self.scans)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._on_paste)

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
            self.scans.show_papers([(paper.kind, paper.title) for paper in told])
        self._show_files({})

    def take_kept(self, draft: Any) -> None:
        """Take over which files the store holds by now; the files themselves are as they were."""
        known = {(each.kind, each.file): each for each in draft.enclosures}
        self._enclosures = tuple(
            each if each.sha256 else known.get((each.kind, each.file), each) for each in self._enclosures
        )

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
        row.picture_given.connect(self._on_picture_given)
        row.join_wanted.connect(self._on_join_wanted)
        row.straighten_wanted.connect(self._on_straighten_wanted)
        row.mark_wanted.connect(self._on_mark_wanted)
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
        self._changed()

    def _on_file_taken_away(self, place: int) -> None:
        self._enclosures = self._enclosures[:place] + self._enclosures[place + 1 :]
        self._held = {}
        self._changed()

    def _on_picture_given(self, kind: str, name: str, data: bytes) -> None:
        self._pictures.keep(self, name, data, partial(self._take_kept, kind))

    def _on_join_wanted(self, kind: str, title: str) -> None:
        self._pictures.join(self, kind, title, partial(self._take_kept, kind))

    def _take_kept(self, kind: str, kept: KeptFile) -> None:
        self._take(Enclosure(kind=kind, file=kept.name, sha256=kept.sha256))

    def _on_straighten_wanted(self, place: int) -> None:
        was = self._enclosures[place]
        self._pictures.straighten(self, was, partial(self._put_in_place_of, was))

    def _put_in_place_of(self, was: Enclosure, kept: KeptFile) -> None:
        """The straightened picture takes the place of the one it was made from, if that is still there."""
        now = replace(was, file=kept.name, sha256=kept.sha256)
        places = [
            place
            for place, each in enumerate(self._enclosures)
            if ((each.kind, each.file) == (was.kind, was.file) and each.sha256 in (was.sha256, "")) or each == was
        ]
        if not places:
            self._take(now)
            return
        self._enclosures = (*self._enclosures[: places[0]], now, *self._enclosures[places[0] + 1 :])
        self._changed()

    def _on_mark_wanted(self, places: list[int], title: str) -> None:
        chosen = [self._enclosures[place] for place in places]
        keys = {(each.kind, each.file) for each in chosen}

        def decided(mark: Mark | None) -> None:
            self._enclosures = tuple(
                replace(each, mark=mark) if (each.kind, each.file) in keys else each for each in self._enclosures
            )
            self._changed()

        self._pictures.mark(self, chosen, title, decided)

    def _on_scans(self, kind: str, paths: list[Path]) -> None:
        for path in paths:
            self._on_file_given(kind, str(path))

    def _on_paste(self) -> None:
        focused = QApplication.focusWidget()
        row = next((each for each in self._rows if focused is not None and each.isAncestorOf(focused)), None)
        if row is not None:
            row.paste_now()

    def _changed(self) -> None:
        self._show_files({})
        self.edited.emit("enclosures")
