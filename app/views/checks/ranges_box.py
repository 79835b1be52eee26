"""Whose addresses count as the access provider's: the list that the agent brings, with its source and date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.errors import UserError
from app.services.checks.means import Networks
from app.views.checks.words import CheckWords
from app.views.jobs import Job
from app.views.surroundings import Surroundings
from app.views.tables.words import number
from app.views.theme import GRID, set_role
from app.views.widgets.labels import FieldError, action_button, plain_label

KEPT = "checks.ranges"


class RangesBox(QFrame):
    """Says which list is used, and takes another.

    Signals:
        changed: another list is used, or none.
    """

    changed = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._around = around
        self._words = CheckWords(around.languages.messages)
        self._path: Path | None = None
        self.networks = Networks.shipped()
        self.said = plain_label("", "", self)
        self.follows = plain_label("", "hint", self)
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
        self.give_up = action_button("", self.ask.hide, self.ask)
        self._lay_out()
        self.retranslate()
        self._take_up()

    def retranslate(self) -> None:
        """Show everything in the language now set."""
        self.load.setText(self.tr("Import a list…"))
        self.load.setToolTip(self.tr("CSV, JSON or TOML with network, place and use (docs/checks.md)"))
        self.forget.setText(self.tr("Use none"))
        self._source_name.setText(self.tr("Source"))
        self.source.setPlaceholderText(self.tr("Who made it, where it was exported"))
        self._day_name.setText(self.tr("As of"))
        self.day.setPlaceholderText(self.tr("2026-11-23"))
        self.complete.setText(self.tr("Complete: every other address is surely somebody else's"))
        self.take.setText(self.tr("Take this list"))
        self.give_up.setText(self.tr("Cancel"))
        self._say()

    def choose(self) -> None:
        """Ask for a file; what it does not say itself is asked for then."""
        path = self._around.prompts.open_file(
            self, self.tr("The provider's address ranges"), self.tr("Lists (*.csv *.json *.toml)")
        )
        if path is None:
            return
        self._path = path
        self.file.setText(path.name)
        self.error.show_problem("")
        self._read(path, "", None, None, quietly=True)

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
        self._read(self._path, self.source.text().strip(), day, True if self.complete.isChecked() else None)

    def _read(self, path: Path, source: str, day: date | None, complete: bool | None, *, quietly: bool = False) -> None:
        def work(_job: Job) -> Networks:
            return Networks.read(path, source=source, as_of=day, complete=complete)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            self.ask.show()
            self.source.setFocus()
            if error.code == "checks.ranges_origin":
                asks = self.tr("State where the list is from and of what day it is: without that it proves nothing.")
                self.error.show_problem(asks, None if quietly else self.source)
            else:
                self.error.show_problem(self._around.languages.messages().error(error))

        def done(found: Networks) -> None:
            self.ask.hide()
            self._use(found)
            kept = {
                "file": str(path),
                "source": source,
                "day": day.isoformat() if day else "",
                "complete": bool(complete),
            }
            self._keep(kept)

        self._around.free_jobs.start(self, work, done=done, failed=failed)

    def _on_forget(self) -> None:
        self._use(Networks.shipped())
        self._keep({})

    def _use(self, networks: Networks) -> None:
        self.networks = networks
        self._say()
        self.changed.emit()

    def _keep(self, kept: Mapping[str, Any]) -> None:
        settings = self._around.settings
        try:
            settings.change(layouts={**settings.settings.layouts, KEPT: dict(kept)})
        except UserError as error:
            self._around.notify(self._around.languages.messages().error(error))

    def _take_up(self) -> None:
        """The list of last time, where its file still stands there."""
        kept = self._around.settings.settings.layouts.get(KEPT, {})
        if not isinstance(kept.get("file"), str):
            return
        path = Path(kept["file"])
        source, complete = str(kept.get("source", "")), kept.get("complete") or None
        try:
            day = date.fromisoformat(kept["day"]) if kept.get("day") else None
        except ValueError:
            day = None

        def work(_job: Job) -> Networks:
            return Networks.read(path, source=source, as_of=day, complete=complete)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            words = self.tr("The list of last time cannot be read any more: {why}")
            self.follows.setText(words.format(why=self._around.languages.messages().error(error)))

        self._around.free_jobs.start(self, work, done=self._use, failed=failed)

    def _say(self) -> None:
        known = self.networks
        self.forget.setVisible(bool(known))
        set_role(self.said, "label")
        if not known:
            self.said.setText(self.tr("No list of the access provider's address ranges"))
            self.follows.setText(
                self.tr(
                    "None is shipped, since none with a stated source and date was at hand. Without one it cannot be said "
                    "whose addresses these are: every domain that resolves stays “could not be established”."
                )
            )
            return
        words = self.tr("{provider}: {count} networks")
        provider = known.provider or self.tr("The provider's list")
        self.said.setText(words.format(provider=provider, count=number(len(known.ranges))))
        origin = self.tr("{source}, as of {day}").format(source=known.source, day=self._words.day(known.as_of))
        bound = (
            self.tr("It claims to be complete: any other address is another network's.")
            if known.complete
            else self.tr("It does not claim to be complete: an address outside of it stays open.")
        )
        self.follows.setText(f"{origin}\n{bound}")

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
        for widget in (self.said, self.follows):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addWidget(self.ask)
        self.ask.hide()
