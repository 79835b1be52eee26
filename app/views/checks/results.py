"""The results of a run: how it was made, how far it is, a table by outcome, the evidence beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.services.checks.runs import RunQuery
from app.views.checks.evidence_pane import EvidencePane, Found
from app.views.checks.outcome_bar import ALL, CHANGED, OutcomeBar
from app.views.checks.run_filter import RunFilter
from app.views.surroundings import Surroundings
from app.views.tables.columns import Column
from app.views.tables.id_list_model import IdListModel
from app.views.tables.record_table import RecordTable
from app.views.theme import GRID, set_role
from app.views.widgets.labels import EmptyState, action_button, plain_label


class RunResults(QWidget):
    """Shows what it is given; the tab does the work.

    Signals:
        new_wanted: another check is to be begun.
        run_chosen: another run is to be shown (its id).
        again_wanted: the run's names are to be looked at again (True: only those that did not pass).
        resume_wanted: the interrupted run is to be carried on.
        cancel_wanted: the running one is to stop.
        cases_wanted: cases are to be opened for all that failed.
        export_wanted: what is shown is to be written to a table.
        query_changed: another text, reason or order is wanted.
    """

    new_wanted = Signal()
    run_chosen = Signal(str)
    again_wanted = Signal(bool)
    resume_wanted = Signal()
    cancel_wanted = Signal()
    cases_wanted = Signal()
    export_wanted = Signal()
    query_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        read_rows: Callable[[Sequence[int]], Sequence[Any]],
        read_found: Callable[[int], Found | None],
        around: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = IdListModel(columns, read_rows, self)
        self.table = RecordTable(self.model, self)
        # Until somebody sorts, the lines stand in the order in which they were seen.
        self.sort, self.descending = "", False
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().setSortIndicatorClearable(True)
        self.pane = EvidencePane(read_found, around.store_jobs, around.clipboard, self)
        self.bar = OutcomeBar(self)
        self.filter = RunFilter(self)
        self.empty = EmptyState("shield-check", self)
        self._make_head()
        self._make_strip()
        self.place = QStackedWidget(self)
        self.place.addWidget(self.empty)
        self.place.addWidget(self.table)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.place)
        splitter.addWidget(self.pane)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([720, 440])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self.strip)
        layout.addWidget(splitter, 1)
        self.table.current_changed.connect(self.pane.show_line)
        self.table.opened.connect(lambda _id: self.pane.cards.setFocus())
        self.table.copied.connect(lambda _text: around.notify(self.tr("Copied")))
        self.table.too_many.connect(
            lambda count: around.notify(self.tr("Too many lines to copy: export them instead."))
        )
        self.model.sort_wanted.connect(self._on_sort)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_indicator)
        self.filter.changed.connect(self.query_changed)
        self.filter.left.connect(self.table.setFocus)

    def query(self) -> RunQuery:
        """What the filter and the header ask for."""
        chosen = self.bar.current
        outcome = None if chosen in (ALL, CHANGED) else chosen
        return RunQuery(outcome, self.filter.chosen, self.filter.text.text().strip(), self.sort, self.descending)

    def start_over(self) -> None:
        """Another run: everything, in the order in which it was seen."""
        self.bar.choose(ALL)
        self.filter.clear()
        self.sort, self.descending = "", False
        header = self.table.horizontalHeader()
        blocked = header.blockSignals(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.blockSignals(blocked)

    def retranslate(self, names: Mapping[str, str], mark: Callable[[str], str]) -> None:
        """Show everything in the language now set; `names` for the buttons of the outcomes, `mark` names a reason."""
        self.filter.retranslate(mark)
        self.new.setText(self.tr("New check"))
        self.new.setToolTip(self.tr("Begin another check (Ctrl+N)"))
        self.runs.setAccessibleName(self.tr("Earlier checks"))
        self.runs.setToolTip(self.tr("Earlier checks"))
        self.again.setText(self.tr("Check again"))
        self.again_all.setText(self.tr("All domains"))
        self.again_open.setText(self.tr("Only those that did not pass"))
        self.cases.setText(self.tr("Open cases for the failed"))
        self.export.setText(self.tr("Export…"))
        self.cancel.setText(self.tr("Stop"))
        self.resume.setText(self.tr("Carry on"))
        self.bar.name(names)
        self.empty.say(self.tr("Nothing here"))
        self.model.retranslate()
        self.pane.retranslate()

    def show_before(self, shown: bool) -> None:
        """Whether a column says what each domain was before."""
        for number, column in enumerate(self.model.columns):
            if column.key == "before":
                self.table.setColumnHidden(number, not shown)

    def show_running(self, words: str) -> None:
        """The run goes on: a bar, and the way to stop it."""
        self._strip_words.setText(words)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.cancel.show()
        self.cancel.setEnabled(True)
        self.resume.hide()
        self.strip.show()

    def show_progress(self, step: int, total: int, words: str) -> None:
        """So much is done."""
        self.progress.setRange(0, total)
        self.progress.setValue(step)
        self._strip_words.setText(words)

    def show_interrupted(self, words: str, *, can_resume: bool) -> None:
        """The run was stopped before its end."""
        self._strip_words.setText(words)
        self.progress.hide()
        self.cancel.hide()
        self.resume.setVisible(can_resume)
        self.strip.show()

    def show_done(self) -> None:
        """The run is whole: nothing to say about it."""
        self.strip.hide()

    def strip_words(self) -> str:
        """What stands above the table about a run that is not whole."""
        return self._strip_words.text() if not self.strip.isHidden() else ""

    def _make_head(self) -> None:
        self._head = QWidget(self)
        self.new = action_button("", self.new_wanted.emit, self._head, icon_name="plus", role="primary")
        self.runs = QComboBox(self._head)
        self.runs.setMinimumWidth(160)
        self.runs.setMinimumContentsLength(12)
        self.runs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.runs.setMaximumWidth(440)
        self.runs.view().setMinimumWidth(340)
        self.runs.activated.connect(lambda row: self.run_chosen.emit(self.runs.itemData(row)))
        self.again = QPushButton(self._head)
        menu = QMenu(self.again)
        self.again_all = menu.addAction("", lambda: self.again_wanted.emit(False))
        self.again_open = menu.addAction("", lambda: self.again_wanted.emit(True))
        self.again.setMenu(menu)
        self.cases = action_button("", self.cases_wanted.emit, self._head, icon_name="file-plus")
        self.export = action_button("", self.export_wanted.emit, self._head, icon_name="download")
        first = QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(self.new)
        first.addWidget(self.runs, 1)
        first.addStretch(1)
        for button in (self.again, self.cases, self.export):
            first.addWidget(button)
        self.how = plain_label("", "hint", self._head)
        layout = QVBoxLayout(self._head)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID + 4)
        layout.setSpacing(GRID + 4)
        layout.addLayout(first)
        layout.addWidget(self.how)
        layout.addWidget(self.bar)
        layout.addWidget(self.filter)

    def _on_sort(self, key: str, descending: bool) -> None:
        self.sort, self.descending = key, descending
        self.query_changed.emit()

    def _on_indicator(self, section: int, _order: Qt.SortOrder) -> None:
        if section < 0 and self.sort:
            self.sort, self.descending = "", False
            self.query_changed.emit()

    def _make_strip(self) -> None:
        self.strip = QFrame(self)
        set_role(self.strip, "notice")
        self._strip_words = plain_label("", "", self.strip)
        self.progress = QProgressBar(self.strip)
        self.progress.setMaximumWidth(280)
        self.cancel = action_button("", self._on_cancel, self.strip)
        self.resume = action_button("", self.resume_wanted.emit, self.strip, role="primary")
        line = QHBoxLayout(self.strip)
        line.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        line.setSpacing(2 * GRID)
        line.addWidget(self._strip_words, 1)
        for widget in (self.progress, self.cancel, self.resume):
            line.addWidget(widget)
        self.strip.hide()

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._strip_words.setText(self.tr("Stopping…"))
        self.cancel_wanted.emit()
