"""First step of an import: which file, and which of its sheets."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services.imports.sheets import Sheet
from app.views.icons import icon
from app.views.imports.dropping import TableDrops
from app.views.tables.words import number
from app.views.theme import GRID, set_role
from app.views.widgets.labels import plain_label


class FilePage(QWidget):
    """Chooses a file by the button or by dropping it, then a sheet.

    Signals:
        choose_wanted: the file dialog is to open.
        file_dropped: a file was dropped here (its path).
        sheet_wanted: another sheet of the file is to be read (its name).
    """

    choose_wanted = Signal()
    file_dropped = Signal(object)
    sheet_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        TableDrops(self).dropped.connect(self.file_dropped)
        self._card = QFrame(self)
        set_role(self._card, "panel")
        picture = QLabel(self._card)
        picture.setPixmap(icon("file-spreadsheet", "muted").pixmap(48, 48))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = plain_label(self.tr("Drop a table of filings here"), "heading", self._card)
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.facts = plain_label(self.tr("xlsx, xls, ods or csv; Chinese or English headers"), "hint", self._card)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = QPushButton(self.tr("Choose a file…"), self._card)
        self.choose.setIcon(icon("folder-open"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(lambda _: self.choose_wanted.emit())
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        inside.setSpacing(2 * GRID)
        inside.addStretch(1)
        for widget in (picture, self.name, self.facts):
            inside.addWidget(widget)
        inside.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        self._sheet_label = QLabel(self.tr("Sheet"), self)
        set_role(self._sheet_label, "label")
        self.sheets = QComboBox(self)
        self.sheets.setMinimumWidth(240)
        self.sheets.activated.connect(lambda _: self.sheet_wanted.emit(self.sheets.currentData()))
        self._sheet_label.setBuddy(self.sheets)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._sheet_label)
        row.addWidget(self.sheets)
        row.addStretch(1)
        self.notes = plain_label("", "warning", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._card, 1)
        layout.addLayout(row)
        layout.addWidget(self.notes)
        self._sheet_label.hide()
        self.sheets.hide()
        self.notes.hide()

    def show_sheet(self, sheet: Sheet) -> None:
        """Say what was read."""
        self.name.setText(sheet.path.name)
        facts = [self.tr("{count} lines").format(count=number(len(sheet.rows)))]
        if sheet.encoding:
            facts.append(sheet.encoding)
        self.facts.setText(" · ".join(facts))
        self.choose.setText(self.tr("Choose another file…"))
        self.sheets.clear()
        for each in sheet.sheets:
            title = self.tr("{name} (hidden)").format(name=each.name) if each.hidden else each.name
            self.sheets.addItem(title, each.name)
        self.sheets.setCurrentIndex(self.sheets.findData(sheet.name))
        several = len(sheet.sheets) > 1
        self._sheet_label.setVisible(several)
        self.sheets.setVisible(several)
        hidden = self.tr("{count} hidden lines are read like the others.").format(count=number(sheet.hidden_rows))
        self.notes.setText(hidden)
        self.notes.setVisible(sheet.hidden_rows > 0)
