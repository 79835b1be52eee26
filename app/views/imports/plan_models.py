"""What an import would do as tables: the rows of the file, what is wrong with them, and what is already there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.messages import Messages
from app.services.filing_fields import MASKED_FIELDS, column_title
from app.services.imports.cells import cell_text
from app.services.imports.plan import Action, Duplicate, Entry, FieldChange, ImportPlan, RowProblem
from app.services.masking import mask_value
from app.views.tables.id_list_model import TONE_ROLE
from app.views.theme import tone_color

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _PlanModel(QAbstractTableModel):
    """Lines over declared heads."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: Sequence[str] = ()
        self._lines: Sequence[Any] = ()

    def line(self, row: int) -> Any:
        """What stands behind a row."""
        return self._lines[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _show(self, heads: Sequence[str], lines: Sequence[Any]) -> None:
        self.beginResetModel()
        self._heads, self._lines = heads, lines
        self.endResetModel()


class RowsModel(_PlanModel):
    """The rows as they stand in the file, personal numbers masked, wrong cells in the colour of trouble."""

    def __init__(self, messages: Callable[[], Messages], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._plan: ImportPlan | None = None
        self._columns: Sequence[Any] = ()

    def show_plan(self, plan: ImportPlan, *, only_problems: bool) -> None:
        """Show the plan's rows, or only those with problems."""
        self._plan = plan
        self._columns = [column for column in plan.mapping.columns if column.target]
        language = self._messages().language
        heads = [self.tr("Line"), *(column_title(str(column.target), language) for column in self._columns)]
        self._show(heads, plan.rejected if only_problems else plan.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._plan is None:
            return None
        entry: Entry = self._lines[index.row()]
        if index.column() == 0:
            if role == TONE_ROLE:
                return "bad" if entry.problems else "good"
            return str(entry.line) if role == Qt.ItemDataRole.DisplayRole else None
        column = self._columns[index.column() - 1]
        problem = next((each for each in entry.problems if each.column == column.letter), None)
        if role == Qt.ItemDataRole.ForegroundRole:
            return tone_color("bad") if problem is not None else None
        if role == Qt.ItemDataRole.ToolTipRole and problem is not None:
            return self._messages().text(problem.problem.code, problem.problem.facts)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        cells = self._plan.sheet.rows[entry.index]
        text = cell_text(cells[column.index]) if column.index < len(cells) else ""
        name = str(column.target).rpartition(".")[2]
        return mask_value(name, text) if name in MASKED_FIELDS else text.replace("\n", " ")


class ProblemsModel(_PlanModel):
    """Everything wrong: where it stands, what was found, what is expected."""

    def __init__(self, messages: Callable[[], Messages], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the plan's problems in the order of the file."""
        heads = (self.tr("Line"), self.tr("Column"), self.tr("Found"), self.tr("What is wrong"))
        self._show(heads, plan.problems)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        problem: RowProblem = self._lines[index.row()]
        match index.column():
            case 0:
                return str(problem.line)
            case 1:
                # A whole row has no column; then the field is named that is missing or contradicts others.
                path = problem.problem.path
                named = problem.header or (self._messages().field(path.rpartition(".")[2]) if path else "")
                return " ".join(each for each in (problem.column, named) if each)
            case 2:
                return problem.found
        return self.sentence(problem)

    def sentence(self, problem: RowProblem) -> str:
        """What is wrong, in one sentence."""
        return self._messages().text(problem.problem.code, problem.problem.facts)


class DuplicatesModel(_PlanModel):
    """Rows whose record is already there, and what is to be done with each.

    Signals:
        chosen: another action for one of them (its index, the action).
    """

    chosen = Signal(int, object)

    ACTION = 4

    def __init__(self, messages: Callable[[], Messages], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._actions: Sequence[Action] = ()

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the plan's duplicates."""
        self._actions = plan.actions
        if self._lines is plan.duplicates and self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, self.ACTION))
            return
        heads = (
            self.tr("Line"),
            self.tr("Record"),
            self.tr("Already there"),
            self.tr("What merging changes"),
            self.tr("Do"),
        )
        self._show(heads, plan.duplicates)

    def action_word(self, action: Action) -> str:
        """What an action is called."""
        return {
            Action.SKIP: self.tr("Skip"),
            Action.MERGE: self.tr("Merge"),
            Action.NEW: self.tr("Make a new one"),
        }[action]

    def change_words(self, duplicate: Duplicate) -> list[str]:
        """What merging would change, one line a field."""
        return [self._change(each) for each in duplicate.changes]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == self.ACTION else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        duplicate: Duplicate = self._lines[index.row()]
        action = self._actions[index.row()]
        if role == Qt.ItemDataRole.EditRole and index.column() == self.ACTION:
            return action
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self.change_words(duplicate)) or None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match index.column():
            case 0:
                return str(duplicate.line)
            case 1:
                return f"{self._messages().field(duplicate.record)} · {duplicate.title}"
            case 2:
                return self._known(duplicate)
            case 3:
                return "; ".join(self.change_words(duplicate)) or self.tr("Nothing")
        return self.action_word(action)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != self.ACTION or value not in self.allowed(index.row()):
            return False
        self.chosen.emit(index.row(), value)
        return True

    def allowed(self, row: int) -> tuple[Action, ...]:
        """What may be done with a duplicate."""
        duplicate: Duplicate = self._lines[row]
        return duplicate.allowed

    def _known(self, duplicate: Duplicate) -> str:
        by = self._messages().field(duplicate.by)
        if duplicate.other_line is not None:
            return self.tr("Line {line}, same {field}").format(line=duplicate.other_line, field=by)
        return self.tr("In the store, same {field}").format(field=by)

    def _change(self, change: FieldChange) -> str:
        old = mask_value(change.field, change.old) or "—"
        new = mask_value(change.field, change.new)
        return self.tr("{field}: {old} → {new}").format(field=self._messages().field(change.field), old=old, new=new)
