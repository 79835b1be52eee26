"""A paper to look at: the very pages that print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.previews import Preview
from app.views.surroundings import Surroundings
from app.views.theme import GRID
from app.views.widgets.labels import action_button, plain_label
from app.views.widgets.pdf_pane import PdfPane

if TYPE_CHECKING:
    from app.services.fresh_prints import NewerEdition


class DocumentDialog(QDialog):
    """A paper, byte for byte, to look at, print and save.

    Signals:
        fresh_wanted: it is to be made anew with the editions in force.
    """

    fresh_wanted = Signal()

    def __init__(
        self,
        around: Surroundings,
        title: str,
        made: Preview,
        parent: QWidget | None = None,
        *,
        newer: Sequence[NewerEdition] = (),
    ) -> None:
        """`newer` are its papers that have another edition in force now."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(840, 900)
        self.pane = PdfPane(around.free_jobs, around.prompts, self)
        self.pane.show_preview(made, title)
        self.pane.saved.connect(lambda path: around.notify(self.tr("Saved: {path}").format(path=path)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._offer(newer))
        layout.addWidget(self.pane, 1)

    def _offer(self, newer: Sequence[NewerEdition]) -> QFrame:
        """What is out of date, and the button that makes it anew; takes no room where nothing is."""
        strip = QFrame(self)
        line = QHBoxLayout(strip)
        line.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        line.setSpacing(2 * GRID)
        told = self.tr("{title} was made with edition {old}; edition {new} is in force now.")
        words = [told.format(title=each.title, old=each.made_with, new=each.in_force) for each in newer]
        words.append(self.tr("A fresh print takes the same values, dates included; this one stays as it is."))
        line.addWidget(plain_label("\n".join(words), "warning", strip), 1)
        self.fresh = action_button(self.tr("Make it anew"), self.fresh_wanted.emit, strip, icon_name="refresh-cw")
        line.addWidget(self.fresh, 0, Qt.AlignmentFlag.AlignVCenter)
        strip.setVisible(bool(newer))
        return strip
