"""New scans, offered above the check list: the agent says which paper they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.views.pictures.scan_watch import ScanWatch
from app.views.theme import GRID, set_role
from app.views.widgets.labels import action_button, plain_label

_NAMED = 3


class ScanOffer(QFrame):
    """Takes no room until the scanner has written something.

    Signals:
        wanted: the scans are to be enclosed as this kind of paper (kind, list of `Path`).
    """

    wanted = Signal(str, object)

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "notice")
        self._paths: list[Path] = []
        self.watch = ScanWatch(self)
        self.watch.arrived.connect(self._on_arrived)
        self.words = plain_label("", parent=self)
        self.papers = QComboBox(self)
        self.papers.setAccessibleName(self.tr("Paper that was scanned"))
        self.papers.setMinimumContentsLength(4)
        self.papers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.take = action_button(self.tr("Enclose"), self._on_take, self)
        self.leave = action_button(self.tr("Leave out"), self._on_leave, self, role="quiet")
        # In two lines: the page may be narrow, and a title long.
        choice = QHBoxLayout()
        choice.setSpacing(GRID)
        choice.addWidget(self.papers, 1)
        choice.addWidget(self.take)
        choice.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.words)
        layout.addLayout(choice)
        self.hide()
        self.watch.watch(folder)

    def show_papers(self, papers: Sequence[tuple[str, str]]) -> None:
        """The papers that a scan may be, by kind and title."""
        now = self.papers.currentData()
        self.papers.clear()
        for kind, title in papers:
            self.papers.addItem(title, kind)
        self.papers.setCurrentIndex(max(0, self.papers.findData(now)))

    def _on_arrived(self, paths: list[Path]) -> None:
        self._paths += [path for path in paths if path not in self._paths]
        self._show()

    def _on_take(self) -> None:
        paths, self._paths = self._paths, []
        self._show()
        if self.papers.count():
            self.wanted.emit(self.papers.currentData(), paths)

    def _on_leave(self) -> None:
        self._paths = []
        self._show()

    def _show(self) -> None:
        names = "、".join(path.name for path in self._paths[:_NAMED])
        more = "…" if len(self._paths) > _NAMED else ""
        said = self.tr("%n new scan(s): {names}", "", len(self._paths))
        self.words.setText(said.format(names=f"{names}{more}"))
        self.setVisible(bool(self._paths))
