"""The top of a table's page: its name, the buttons for the whole table, and the filters."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.views.icons import icon
from app.views.tables.filter_bar import FilterBar
from app.views.theme import GRID, set_role
from app.views.widgets.labels import action_button


class RecordHead(QWidget):
    """Title, buttons, filters.

    Signals:
        import_wanted, export_wanted, new_wanted: a button was pressed.
        columns_wanted: columns are to be chosen (where the menu may stand, in global coordinates).
    """

    import_wanted = Signal()
    export_wanted = Signal()
    new_wanted = Signal()
    columns_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = FilterBar(self)
        self.title = QLabel(self)
        set_role(self.title, "title")
        self.load = action_button("", self.import_wanted.emit, self, icon_name="upload")
        self.export = action_button("", self.export_wanted.emit, self, icon_name="download")
        self.new = action_button("", self.new_wanted.emit, self, icon_name="plus")
        self.columns = QToolButton(self)
        self.columns.setIcon(icon("columns-3"))
        self.columns.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.columns.clicked.connect(self._on_columns)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.title)
        head.addStretch(1)
        for button in (self.load, self.export, self.new):
            head.addWidget(button)
        filters = QHBoxLayout()
        filters.setSpacing(GRID)
        filters.addWidget(self.bar, 1)
        filters.addWidget(self.columns)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID + 4)
        layout.setSpacing(GRID + 4)
        layout.addLayout(head)
        layout.addLayout(filters)

    def retranslate(self, title: str, new: str) -> None:
        """Name everything in the language now set."""
        self.title.setText(title)
        self.new.setText(new)
        self.new.setToolTip(self.tr("{words} (Ctrl+N)").format(words=new))
        self.load.setText(self.tr("Import…"))
        self.export.setText(self.tr("Export…"))
        self.columns.setToolTip(self.tr("Choose columns"))
        self.columns.setAccessibleName(self.tr("Choose columns"))

    def _on_columns(self) -> None:
        self.columns_wanted.emit(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))
