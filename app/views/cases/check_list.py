"""The check list of a case: tick, note, clock, and lines of one's own; all by keyboard too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from app.models.case import CaseItemRow
from app.views.cases.case_work import CaseWork
from app.views.cases.note_dialog import NoteDialog
from app.views.theme import GRID
from app.views.widgets.labels import action_button
from app.views.widgets.layouts import empty
from app.views.widgets.line_card import LineCard


class CheckListPanel(QWidget):
    """Shows the lines in order.

    Signals:
        file_wanted: a line waits for an enclosure and was asked to show it (kind).
    """

    file_wanted = Signal(str)

    def __init__(self, work: CaseWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._case_id = 0
        self._items: Sequence[CaseItemRow] = ()
        self.boxes: list[QCheckBox] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID // 2)
        self.own = QLineEdit(self)
        self.own.returnPressed.connect(self._add)
        self.add = action_button("", self._add, self, icon_name="plus")
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.own, 1)
        foot.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(self._lines)
        layout.addLayout(foot)
        layout.addStretch(1)

    def show_items(self, case_id: int, items: Sequence[CaseItemRow]) -> None:
        """Show these lines; the cursor stays on its line."""
        focused = next((n for n, box in enumerate(self.boxes) if box.hasFocus()), None)
        same = case_id == self._case_id
        self._case_id, self._items = case_id, items
        empty(self._lines)
        self.boxes = []
        for item in items:
            self._lines.addWidget(self._line(item))
        if same and focused is not None and focused < len(self.boxes):
            self.boxes[focused].setFocus()
        elif focused is not None:  # on to another case: to its first open line
            self.focus_first()

    def focus_first(self) -> bool:
        """Put the cursor on the first line that is open; False where there is none at all."""
        for item, box in zip(self._items, self.boxes, strict=True):
            if item.done_at is None:
                box.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        (self.boxes[0] if self.boxes else self.own).setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(self.boxes)

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.own.setPlaceholderText(self.tr("A line of your own"))
        self.own.setAccessibleName(self.tr("A line of your own"))
        self.add.setText(self.tr("Add"))
        self.show_items(self._case_id, self._items)

    def _line(self, item: CaseItemRow) -> LineCard:
        card = LineCard(
            item.title,
            self,
            role="hint" if item.done_at is not None else "body",
            more=self.tr("More about this line"),
            more_of=self.tr("More about {line}").format(line=item.title),
        )
        card.box.setChecked(item.done_at is not None)
        card.box.toggled.connect(lambda on: self._tick(item, on))
        card.more.clicked.connect(lambda: self._menu(item, card.more))
        self.boxes.append(card.box)
        for words, role in self._below(item):
            card.add_words(words, role)
        return card

    def _below(self, item: CaseItemRow) -> Iterator[tuple[str, str]]:
        """What stands under the title, and how it looks."""
        parts = []
        if item.done_at is not None:
            parts.append(self.tr("Done {when} by {who}").format(when=self._work.moment(item.done_at), who=item.done_by))
        elif not item.required:
            parts.append(self.tr("where it applies"))
        if item.note:
            parts.append(item.note)
        if parts:
            yield " · ".join(parts), "source"
        if item.due_at is not None and item.done_at is None:
            late = item.due_at < datetime.now().astimezone()
            said = self.tr("Time ran out {when}") if late else self.tr("Runs out {when}")
            yield said.format(when=self._work.moment(item.due_at)), "error" if late else "warning"

    def _menu(self, item: CaseItemRow, button: QToolButton) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Note…"), partial(self._note, item))
        if item.done_at is None:
            if item.due_at is None:
                menu.addAction(self.tr("Start a 24-hour clock"), partial(self._clock, item, True))
            else:
                menu.addAction(self.tr("Stop the clock"), partial(self._clock, item, False))
        if item.material_id is not None:
            menu.addAction(self.tr("Show its file"), lambda: self.file_wanted.emit(item.kind))
        menu.addSeparator()
        menu.addAction(self.tr("Remove this line"), partial(self._remove, item))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _tick(self, item: CaseItemRow, on: bool) -> None:
        cases = self._work.services.cases
        self._work.run(self, lambda: cases.set_item_done(item, on), step=item.title, again=item.case_id)

    def _note(self, item: CaseItemRow) -> None:
        NoteDialog(self._work, item, self).open()

    def _remove(self, item: CaseItemRow) -> None:
        cases = self._work.services.cases
        said = self.tr("“{line}” was removed").format(line=item.title)
        self._work.run(self, lambda: cases.remove_item(item), said=said, again=item.case_id)

    def _clock(self, item: CaseItemRow, on: bool) -> None:
        begun = datetime.now().astimezone() if on else None
        cases = self._work.services.cases
        self._work.run(self, lambda: cases.set_item_clock(item, begun), step=item.title, again=item.case_id)

    def _add(self) -> None:
        title, case_id = self.own.text(), self._case_id
        if not title.strip():
            self.own.setFocus()
            return
        cases = self._work.services.cases
        self._work.run(self, lambda: cases.add_item(case_id, title), step=title, done=lambda _change: self.own.clear())
