"""One reference list: what it is, where from and how old; a list of the desk's own can be brought and given up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.errors import UserError
from app.services.checks.reference_lists import BROUGHT, RANGES, ListRow, ReferenceLists
from app.views.checks.list_words import list_age, list_origin, list_said, list_title, list_use
from app.views.checks.words import CheckWords
from app.views.jobs import Job
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.labels import FieldError, action_button, heading, plain_label


class ListCard(QFrame):
    """Says which list is used, and takes another.

    Signals:
        changed: another list is used, or none.
        asking: where a list is from is asked below it.
    """

    changed = Signal()
    asking = Signal()

    def __init__(
        self, kind: str, lists: ReferenceLists, around: Surroundings, parent: QWidget | None = None, *,
        today: Callable[[], date]
    ) -> None:  # fmt: skip
        super().__init__(parent)
        set_role(self, "panel")
        self._kind, self._lists, self._around, self._today = kind, lists, around, today
        self._words = CheckWords(around.languages.messages)
        self._path: Path | None = None
        self.row: ListRow | None = None
        self.head = heading("", self)
        self.said = plain_label("", "label", self)
        self.origin = plain_label("", "hint", self)
        self.age = plain_label("", "warning", self)
        self.use = plain_label("", "hint", self)
        self.load = action_button("", self.choose, self, icon_name="upload")
        self.forget = action_button("", self._on_forget, self, role="quiet")
        self.ask = QWidget(self)
        self.file = plain_label("", "label", self.ask)
        self.source, self.day = QLineEdit(self.ask), QLineEdit(self.ask)
        self._source_name, self._day_name = QLabel(self.ask), QLabel(self.ask)
        self._source_name.setBuddy(self.source)
        self._day_name.setBuddy(self.day)
        self.complete = QCheckBox(self.ask)
        self.error = FieldError(self.ask)
        self.take = action_button("", self._on_take, self.ask, role="primary")
        self.give_up = action_button("", self._on_give_up, self.ask)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language now set."""
        ranges = self._kind == RANGES
        self.head.setText(list_title(self._kind))
        self.use.setText(list_use(self._kind))
        self.load.setText(self.tr("Bring a list…"))
        self.load.setToolTip(
            self.tr("CSV, JSON or TOML with network, place and use (docs/checks.md)")
            if ranges
            else self.tr("Excel, CSV or text with a column of registrars' names (docs/checks.md)")
        )
        self.load.setAccessibleName(f"{list_title(self._kind)}: {self.load.text()}")
        self.forget.setText(self.tr("Use none"))
        self._source_name.setText(self.tr("Source"))
        self.source.setPlaceholderText(self.tr("Who made it, where it was exported"))
        self._day_name.setText(self.tr("As of"))
        self.day.setPlaceholderText(self.tr("2026-11-23"))
        self.complete.setText(
            self.tr("Complete: every other address is surely somebody else's")
            if ranges
            else self.tr("Complete: a registrar that is not on it is not approved")
        )
        self.take.setText(self.tr("Take this list"))
        self.give_up.setText(self.tr("Cancel"))
        if self.row is not None:
            self.show_row(self.row)

    def show_row(self, row: ListRow) -> None:
        """Show the list as it is now."""
        self.row = row
        self.said.setText(list_said(row))
        for label, text in ((self.origin, list_origin(row, self._words)), (self.age, list_age(row))):
            label.setText(text)
            label.setVisible(bool(text))
        self.forget.setVisible(bool(row.source) and row.kind in BROUGHT)

    def choose(self) -> None:
        """Ask for a file; what it does not say itself is asked for then."""
        patterns = (
            self.tr("Lists (*.csv *.json *.toml)") if self._kind == RANGES else self.tr("Lists (*.xlsx *.csv *.txt)")
        )
        path = self._around.prompts.open_file(self, list_title(self._kind), patterns)
        if path is None:
            return
        self._path = path
        self.file.setText(path.name)
        self.error.show_problem("", self.source)
        if self._kind == RANGES:
            self._read(path, "", None, None, quietly=True)
        else:
            self._open_ask()

    def _open_ask(self) -> None:
        self.ask.show()
        self.source.setFocus()
        self.asking.emit()

    def _on_give_up(self) -> None:
        self.ask.hide()
        self.load.setFocus()

    def _on_take(self) -> None:
        if self._path is None:
            return
        told = self.day.text().strip()
        day = None
        if told:
            try:
                day = date.fromisoformat(told)
            except ValueError:
                error = UserError("checks.ranges_date", file=self._path.name, found=told[:40])
                self.error.show_problem(self._around.languages.messages().error(error), self.day)
                return
        self.error.show_problem("", self.day)
        self._read(self._path, self.source.text().strip(), day, True if self.complete.isChecked() else None)

    def _read(self, path: Path, source: str, day: date | None, complete: bool | None, *, quietly: bool = False) -> None:
        lists, today, ranges = self._lists, self._today(), self._kind == RANGES

        def work(_job: Job) -> None:
            if ranges:
                lists.take_networks(path, today, source=source, as_of=day, complete=complete)
            else:
                lists.take_registrars(path, today, source=source, as_of=day, complete=bool(complete))

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            self._open_ask()
            if error.code in ("checks.ranges_origin", "checks.list_origin"):
                asks = self.tr("State where the list is from and of what day it is: without that it proves nothing.")
                self.error.show_problem(asks, None if quietly else self.source)
            else:
                self.error.show_problem(self._around.languages.messages().error(error))

        def done(_nothing: None) -> None:
            self.ask.hide()
            for field in (self.source, self.day):
                field.clear()
            self.complete.setChecked(False)
            self.changed.emit()

        self._around.store_jobs.start(self, work, done=done, failed=failed)

    def _on_forget(self) -> None:
        lists, kind = self._lists, self._kind
        if self._around.prompts.ask(
            self,
            self.tr("Use no list?"),
            self.tr("It is taken out of the store; what was checked with it stays."),
            yes=self.tr("Use none"),
        ):
            self._around.store_jobs.start(
                self, lambda _job: lists.forget(kind), done=lambda _nothing: self.changed.emit()
            )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.addWidget(self._source_name, 0, 0)
        grid.addWidget(self.source, 0, 1)
        grid.addWidget(self._day_name, 1, 0)
        grid.addWidget(self.day, 1, 1)
        grid.addWidget(self.complete, 2, 1)
        grid.setColumnStretch(1, 1)
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(self.give_up)
        end.addWidget(self.take)
        asked = QVBoxLayout(self.ask)
        asked.setContentsMargins(0, GRID, 0, 0)
        asked.setSpacing(GRID)
        asked.addWidget(self.file)
        asked.addLayout(grid)
        asked.addWidget(self.error)
        asked.addLayout(end)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.load)
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID - 4, 2 * GRID, 2 * GRID - 4)
        layout.setSpacing(GRID)
        for widget in (self.head, self.said, self.origin, self.age, self.use):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addWidget(self.ask)
        self.ask.hide()
        for button in (self.load, self.forget):
            button.setVisible(self._kind in BROUGHT)
