"""The wizard's table of contents: every step on the path, where one stands, and which may be gone back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

STEP_ROLE = Qt.ItemDataRole.UserRole + 1


class StepList(QListWidget):
    """Steps in their order; the ones already passed can be chosen.

    Signals:
        chosen: the user wants to go to a step that was passed (its value).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self.setAccessibleName(self.tr("Steps"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(184)
        self.itemActivated.connect(self._on_item)
        self.itemClicked.connect(self._on_item)

    def show_steps(self, steps: Sequence[str], titles: Mapping[str, str], current: str) -> None:
        """Show this path; everything behind the current step cannot be chosen yet."""
        self.clear()
        here = list(steps).index(current)
        for place, step in enumerate(steps):
            mark = "✓" if place < here else str(place + 1)
            item = QListWidgetItem(f"{mark}   {titles[step]}")
            item.setData(STEP_ROLE, step)
            item.setSizeHint(QSize(0, 40))
            if place > here:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.setCurrentRow(here)

    def show_done(self) -> None:
        """All steps are behind; none can be gone back to."""
        for row in range(self.count()):
            item = self.item(row)
            item.setText("✓" + item.text()[item.text().index(" ") :])
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.clearSelection()

    def _on_item(self, item: QListWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.chosen.emit(item.data(STEP_ROLE))
