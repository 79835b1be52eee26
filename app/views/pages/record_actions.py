"""What can be done with the records of a table, as actions with keys; the page says what each of them does."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.views.icons import icon


class RecordActions(QObject):
    """The actions of a page; their keys work wherever the keyboard is within it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.new = self._action("plus", "Ctrl+N")
        self.edit = self._action("pencil", "Ctrl+E")
        self.deregister = self._action("stamp", "Ctrl+D")
        self.deregister.setIcon(icon("stamp", "on_accent"))
        self.deregister.setPriority(QAction.Priority.HighPriority)
        self.more = self._action("ellipsis", "Ctrl+M")
        self.more.setPriority(QAction.Priority.LowPriority)
        self.delete = self._action("trash-2", "Del")
        self.delete.setPriority(QAction.Priority.LowPriority)
        self.find = self._action("search", "Ctrl+F")
        # Undo and redo are the window's, by the system's own keys; of the two keys for redo this is the other one.
        usual, other = QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")
        self.redo = self._action("redo-2", other if QKeySequence(QKeySequence.StandardKey.Redo) == usual else usual)

    def for_a_record(self) -> tuple[QAction, ...]:
        """Those that need a record under the cursor, the first one first."""
        return self.deregister, self.edit, self.more, self.delete

    def retranslate(self, new: str) -> None:
        """Name them in the language now set; `new` is the page's own word for a new record."""
        named = (
            (self.new, new, "{words} (Ctrl+N)"),
            (self.edit, self.tr("Edit"), "{words} (Ctrl+E)"),
            (self.deregister, self.tr("Deregister offline…"), "{words} (Ctrl+D)"),
            (self.more, self.tr("Do more with it…"), "{words} (Ctrl+M)"),
            (self.delete, self.tr("Delete"), "{words} (Del)"),
            (self.find, self.tr("Filter"), "{words} (Ctrl+F)"),
            (self.redo, self.tr("Redo"), "{words} (Ctrl+Y)"),
        )
        for action, text, tip in named:
            action.setText(text)
            action.setToolTip(tip.format(words=text.removesuffix("…")))

    def _action(self, icon_name: str, keys: str | QKeySequence) -> QAction:
        made = QAction(icon(icon_name), "", self._page)
        made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._page.addAction(made)
        return made
