"""Where a table stands: the table itself, or the sentence that says why it is empty and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.views.theme import set_role
from app.views.widgets.labels import EmptyState


class RecordPlaces(QStackedWidget):
    """Shows one of three: the table, "nothing yet", "nothing matches".

    Signals:
        import_wanted, new_wanted, demo_wanted: the ways out of an empty store.
        clear_wanted: the filters are to go.
    """

    import_wanted = Signal()
    new_wanted = Signal()
    demo_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, table: QWidget, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.nothing = EmptyState(icon_name, self)
        self.nothing.action.clicked.connect(lambda _: self.import_wanted.emit())
        self.first = QPushButton(self.nothing)
        self.first.clicked.connect(lambda _: self.new_wanted.emit())
        self.demo = QPushButton(self.nothing)
        self.demo.clicked.connect(lambda _: self.demo_wanted.emit())
        self.no_hits = EmptyState("filter", self)
        self.no_hits.action.clicked.connect(lambda _: self.clear_wanted.emit())
        inside = self.nothing.layout()
        assert isinstance(inside, QVBoxLayout)
        for button in (self.first, self.demo):
            set_role(button, "link")
            inside.insertWidget(inside.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
        for place in (table, self.nothing, self.no_hits):
            self.addWidget(place)

    def retranslate(self, nothing: str) -> None:
        """`nothing` is what the page says where no record is."""
        self.nothing.say(nothing, self.tr("Import a table…"))
        self.first.setText(self.tr("Create the first one"))
        self.demo.setText(self.tr("Look around with fictional records"))
        self.no_hits.say(self.tr("Nothing matches these filters"), self.tr("Clear filters"))

    def show_place(self, *, rows: bool, filtering: bool) -> None:
        """Show what fits."""
        self.setCurrentWidget(self._table if rows else self.no_hits if filtering else self.nothing)
