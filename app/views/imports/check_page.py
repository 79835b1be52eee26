"""Third step of an import: what would happen, what is wrong, and what is already there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyleOptionViewItem,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.messages import Messages
from app.services.imports.plan import Action, ImportPlan
from app.views.imports.plan_models import DuplicatesModel, ProblemsModel, RowsModel
from app.views.tables.tone_delegate import ToneDelegate
from app.views.tables.words import number
from app.views.theme import GRID
from app.views.widgets.labels import plain_label


class _ActionDelegate(ToneDelegate):
    """Chooses what to do with a duplicate from a list."""

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        model = index.model()
        assert isinstance(model, DuplicatesModel)
        combo = QComboBox(parent)
        for action in model.allowed(index.row()):
            combo.addItem(model.action_word(action), action)
        combo.activated.connect(lambda _: self._take(combo))
        return combo

    def _take(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(max(editor.findData(index.data(Qt.ItemDataRole.EditRole)), 0))
        editor.showPopup()

    def setModelData(self, editor: QWidget, model: object, index: QModelIndex | QPersistentModelIndex) -> None:
        assert isinstance(editor, QComboBox)
        assert isinstance(model, DuplicatesModel)
        model.setData(index, editor.currentData())


class CheckPage(QWidget):
    """Counts over three tables: rows, problems, duplicates.

    Signals:
        changed: the plan is another one now.
    """

    changed = Signal()

    def __init__(self, messages: Callable[[], Messages], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self.plan: ImportPlan | None = None
        self.counts = plain_label("", "heading", self)
        self.rows_model = RowsModel(messages, self)
        self.problems_model = ProblemsModel(messages, self)
        self.duplicates_model = DuplicatesModel(messages, self)
        self.rows = self._table(self.rows_model)
        self.problems = self._table(self.problems_model)
        self.duplicates = self._table(self.duplicates_model)
        self.duplicates.setItemDelegateForColumn(DuplicatesModel.ACTION, _ActionDelegate(self.duplicates))
        triggers = QAbstractItemView.EditTrigger
        self.duplicates.setEditTriggers(
            triggers.DoubleClicked | triggers.SelectedClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.duplicates_model.chosen.connect(lambda row, action: self.choose(action, [row]))
        self.only = QCheckBox(self.tr("Only rows with problems"), self)
        self.only.toggled.connect(lambda _: self._show_rows())
        self.skip_all = QPushButton(self.tr("Skip all"), self)
        self.merge_all = QPushButton(self.tr("Merge all"), self)
        self.skip_all.clicked.connect(lambda _: self.choose(Action.SKIP))
        self.merge_all.clicked.connect(lambda _: self.choose(Action.MERGE))
        for button in (self.skip_all, self.merge_all):
            button.setAutoDefault(False)
        hint = plain_label(
            self.tr("Merging fills in what the file has; an empty cell never erases anything."), "hint", self
        )
        self.problem = plain_label("", "error", self)
        self.difference = plain_label("", "", self)
        self.problems.selectionModel().currentRowChanged.connect(lambda current, _: self._say_problem(current.row()))
        self.duplicates.selectionModel().currentRowChanged.connect(
            lambda current, _: self._say_difference(current.row())
        )
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._tab(self.rows, self.only), "")
        self.tabs.addTab(self._tab(self.problems, below=self.problem), "")
        self.tabs.addTab(self._tab(self.duplicates, self.skip_all, self.merge_all, hint, below=self.difference), "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.counts)
        layout.addWidget(self.tabs, 1)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show a freshly checked plan, what needs a look in front."""
        self.plan = plan
        counts = plan.counts()
        said = [
            self.tr("{count} rows").format(count=number(counts.rows)),
            self.tr("{count} new subjects").format(count=number(counts.new_subjects)),
            self.tr("{count} new sites").format(count=number(counts.new_sites)),
        ]
        if counts.rejected:
            said.append(self.tr("{count} rows stay outside").format(count=number(counts.rejected)))
        self.counts.setText(" · ".join(said))
        problems = len(plan.problems)
        self.tabs.setTabText(0, self.tr("Rows ({count})").format(count=number(counts.rows)))
        self.tabs.setTabText(1, self.tr("Problems ({count})").format(count=number(problems)))
        self.tabs.setTabText(2, self.tr("Already there ({count})").format(count=number(counts.duplicates)))
        self.tabs.setTabEnabled(1, problems > 0)
        self.tabs.setTabEnabled(2, counts.duplicates > 0)
        self.only.setChecked(False)
        self.only.setEnabled(counts.rejected > 0)
        self._show_rows()
        self.problems_model.show_plan(plan)
        self.duplicates_model.show_plan(plan)
        self._fit(self.problems, (64, 184, 168))
        self._fit(self.duplicates, (64, 224, 176, 300))
        self.tabs.setCurrentIndex(1 if problems else 2 if counts.duplicates else 0)

    def choose(self, action: Action, which: list[int] | None = None) -> None:
        """Do this with one duplicate, or with all that allow it."""
        assert self.plan is not None
        self.plan = self.plan.choose(action, which)
        self.duplicates_model.show_plan(self.plan)
        self.changed.emit()

    def first(self) -> QWidget:
        """Where the keyboard starts."""
        return (self.rows, self.problems, self.duplicates)[self.tabs.currentIndex()]

    def _show_rows(self) -> None:
        if self.plan is not None:
            self.rows_model.show_plan(self.plan, only_problems=self.only.isChecked())
            self._fit(self.rows, (80, *([136] * (self.rows_model.columnCount() - 2))))

    def _fit(self, table: QTableView, widths: tuple[int, ...]) -> None:
        for column, width in enumerate(widths):
            table.setColumnWidth(column, width)
        table.setCurrentIndex(table.model().index(0, 0))

    def _table(self, model: object) -> QTableView:
        table = QTableView(self)
        table.setModel(model)  # type: ignore[arg-type]
        table.setItemDelegate(ToneDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(32)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        return table

    def _say_problem(self, row: int) -> None:
        self.problem.setText(self.problems_model.sentence(self.problems_model.line(row)) if row >= 0 else "")

    def _say_difference(self, row: int) -> None:
        changes = self.duplicates_model.change_words(self.duplicates_model.line(row)) if row >= 0 else []
        self.difference.setText("\n".join(changes))

    def _tab(self, table: QTableView, *above: QWidget, below: QWidget | None = None) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(GRID)
        if above:
            row = QHBoxLayout()
            row.setSpacing(GRID)
            for widget in above:
                row.addWidget(widget, int(not isinstance(widget, (QPushButton, QCheckBox))))
            row.addStretch(0)
            layout.addLayout(row)
        layout.addWidget(table, 1)
        if below is not None:
            layout.addWidget(below)
        return page
