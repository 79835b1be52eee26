"""Putting a blank to use: what should be looked at before, and from which day to which it is the current edition."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.views.theme import GRID, set_role
from app.views.widgets.labels import plain_label


class UseDialog(QDialog):
    """Asks for the days; without one, that end is open.

    Signals:
        agreed: the first and the last day, each may be None.
    """

    agreed = Signal(object, object)

    def __init__(
        self, where: str, doubts: list[str], since: date | None, until: date | None, parent: QWidget | None = None
    ) -> None:
        """`doubts` are sentences; they keep nobody from going on."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Use this blank"))
        self.setMinimumWidth(480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        words = self.tr("Papers for {province} are printed on this blank while it is in use.").format(province=where)
        layout.addWidget(plain_label(words, "", self))
        self.doubts = plain_label("\n".join(doubts), "warning", self)
        self.doubts.setVisible(bool(doubts))
        layout.addWidget(self.doubts)
        grid = QGridLayout()
        grid.setSpacing(GRID)
        grid.setColumnStretch(1, 1)
        self.has_since, self.since = self._day(grid, self.tr("Only from"), since)
        self.has_until, self.until = self._day(grid, self.tr("Only until"), until)
        layout.addLayout(grid)
        self.use_button = QPushButton(self.tr("Use"), self)
        self.use_button.setDefault(True)
        set_role(self.use_button, "primary")
        self.use_button.clicked.connect(lambda _checked: self._agree())
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(lambda _checked: self.reject())
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.use_button)
        layout.addLayout(foot)

    def _day(self, grid: QGridLayout, words: str, day: date | None) -> tuple[QCheckBox, QDateEdit]:
        row = grid.rowCount()
        tick = QCheckBox(words, self)
        edit = QDateEdit(QDate(day.year, day.month, day.day) if day else QDate.currentDate(), self)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.setAccessibleName(words)
        tick.toggled.connect(edit.setEnabled)
        tick.setChecked(day is not None)
        edit.setEnabled(day is not None)
        grid.addWidget(tick, row, 0)
        grid.addWidget(edit, row, 1)
        return tick, edit

    def _agree(self) -> None:
        self.agreed.emit(_chosen(self.has_since, self.since), _chosen(self.has_until, self.until))
        self.accept()


def _chosen(tick: QCheckBox, edit: QDateEdit) -> date | None:
    day = edit.date()
    return date(day.year(), day.month(), day.day()) if tick.isChecked() else None
