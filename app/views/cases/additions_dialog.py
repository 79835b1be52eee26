"""Which of the enclosures that came later go into a new packet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from app.models.material import MaterialRow
from app.views.cases.parts import AskingDialog
from app.views.widgets.labels import plain_label


class AdditionsDialog(AskingDialog):
    """All are ticked to begin with."""

    def __init__(self, newer: Sequence[MaterialRow], parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Make the packet anew"))
        self.ok.setText(self.tr("Make the packet"))
        words = self.tr("Form and letters stay as they are; these enclosures are added. The older packet stays.")
        self.form.addRow(plain_label(words, "hint", self))
        self._boxes: list[tuple[int, QCheckBox]] = []
        for row in newer:
            box = QCheckBox(row.title, self)
            box.setChecked(True)
            box.toggled.connect(self._on_ticked)
            self.form.addRow(box)
            self._boxes.append((row.id, box))

    def chosen(self) -> tuple[int, ...]:
        """The ids of the ticked enclosures."""
        return tuple(number for number, box in self._boxes if box.isChecked())

    def _on_ticked(self, _on: bool) -> None:
        self.ok.setEnabled(bool(self.chosen()))
