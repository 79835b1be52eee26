"""The settings, the safety of the store, and what the program is made of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.crash import versions
from app.errors import UserError
from app.resources import listing, resource
from app.settings import LOCK_MINUTES
from app.views.pages.page import Page
from app.views.pages.store_card import StoreCard
from app.views.surroundings import Surroundings
from app.views.theme import GRID, Theme, set_role
from app.views.widgets.labels import heading, plain_label

WIDTH = 720
NAME_WIDTH = 144


class SettingsPage(Page):
    """What the user can choose on this computer.

    Signals:
        lock_time_changed: after how many idle minutes to lock.
    """

    lock_time_changed = Signal(int)

    def __init__(
        self,
        around: Surroundings,
        theme: Theme,
        store: StoreCard,
        desk: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around, self._theme, self.store, self.desk = around, theme, store, desk
        self._titles: dict[str, QLabel] = {}
        self._names: dict[QWidget, QLabel] = {}
        self.language = self._combo(("system", "zh", "en"), self._on_language)
        self.theme_choice = self._combo(("system", "light", "dark"), self._on_theme)
        self.lock_time = self._combo(LOCK_MINUTES, self._on_lock_time)
        self.operator = QLineEdit(self)
        self.operator.setMaxLength(60)
        self.operator.editingFinished.connect(lambda: self._change(operator=self.operator.text().strip()))
        self.about = plain_label(versions(), "", self)
        self.licences = QComboBox(self)
        self.licence = QPlainTextEdit(self)
        self.licence.setReadOnly(True)
        self.licence.setFixedHeight(240)
        self.licences.currentIndexChanged.connect(self._on_licence)
        self._lay_out()
        self._load()
        self.retranslate()
        for path in _licences():
            self.licences.addItem(path.stem.removeprefix("LICENSE-"), path)

    def title(self) -> str:
        """The page's name."""
        return self.tr("Settings")

    def focus_first(self) -> None:
        """The cursor begins in the first choice."""
        self.language.setFocus()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        titles = {
            "window": self.tr("Window"),
            "privacy": self.tr("Privacy"),
            "desk": self.tr("Cases and enclosures"),
            "store": self.tr("Store and backups"),
            "about": self.tr("About"),
        }
        for key, text in titles.items():
            self._titles[key].setText(text)
        names: dict[QWidget, str] = {
            self.language: self.tr("Language"),
            self.theme_choice: self.tr("Colours"),
            self.lock_time: self.tr("Lock when idle"),
            self.operator: self.tr("Name in the history"),
            self.licences: self.tr("Licences"),
        }
        for field, text in names.items():
            self._names[field].setText(text)
            field.setAccessibleName(text)
        _say(self.language, {"system": self.tr("As the system"), "zh": "中文", "en": "English"})
        _say(
            self.theme_choice,
            {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")},
        )
        minutes = {each: self.tr("After %n minute(s)", "", each) for each in LOCK_MINUTES if each}
        _say(self.lock_time, {0: self.tr("Never"), **minutes})
        self.operator.setPlaceholderText(self.tr("System user name"))

    def _combo(self, values: Any, chosen: Callable[[Any], object]) -> QComboBox:
        combo = QComboBox(self)
        for value in values:
            combo.addItem("", value)
        combo.activated.connect(lambda _index: chosen(combo.currentData()))
        return combo

    def _lay_out(self) -> None:
        inside = QWidget(self)
        set_role(inside, "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(GRID)
        for key, build in (
            ("window", self._window_rows),
            ("privacy", self._privacy_rows),
            ("desk", self.desk),
            ("store", self.store),
            ("about", self._about_rows),
        ):
            title = heading("", inside)
            title.setContentsMargins(0, GRID, 0, 0)
            self._titles[key] = title
            column.addWidget(title)
            if isinstance(build, QWidget):
                build.setMaximumWidth(WIDTH)
                column.addWidget(build)
                continue
            card = QFrame(inside)
            card.setMaximumWidth(WIDTH)
            set_role(card, "panel")
            form = QFormLayout(card)
            form.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
            form.setHorizontalSpacing(3 * GRID)
            form.setVerticalSpacing(GRID)
            build(form)
            column.addWidget(card)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _window_rows(self, form: QFormLayout) -> None:
        self._row(form, self.language)
        self._row(form, self.theme_choice)

    def _privacy_rows(self, form: QFormLayout) -> None:
        self._row(form, self.lock_time)
        self._row(form, self.operator)
        self.lock_time.setSizePolicy(self.operator.sizePolicy())

    def _about_rows(self, form: QFormLayout) -> None:
        form.addRow(self.about)
        self._row(form, self.licences)
        form.addRow(self.licence)

    def _row(self, form: QFormLayout, field: QWidget) -> None:
        name = QLabel(self)
        name.setMinimumWidth(NAME_WIDTH)
        name.setBuddy(field)
        self._names[field] = name
        form.addRow(name, field)

    def _load(self) -> None:
        held = self._around.settings.settings
        for combo, value in (
            (self.language, held.language),
            (self.theme_choice, held.theme),
            (self.lock_time, held.lock_minutes),
        ):
            combo.setCurrentIndex(combo.findData(value))
        self.operator.setText(held.operator)

    def _change(self, **values: Any) -> None:
        try:
            self._around.settings.change(**values)
        except UserError as error:
            self._around.prompts.show_error(self, error)

    def _on_language(self, value: Any) -> None:
        self._change(language=value)
        self._around.languages.choose(value)

    def _on_theme(self, value: Any) -> None:
        self._change(theme=value)
        self._theme.choose(value)

    def _on_lock_time(self, value: int) -> None:
        self._change(lock_minutes=value)
        self.lock_time_changed.emit(value)

    def _on_licence(self, _index: int) -> None:
        path = self.licences.currentData()
        self.licence.setPlainText(path.read_text(encoding="utf-8", errors="replace") if path else "")


def _say(combo: QComboBox, words: dict[Any, str]) -> None:
    for index in range(combo.count()):
        combo.setItemText(index, words[combo.itemData(index)])


def _licences() -> list[Path]:
    root = resource().parent
    own = [path for path in (root / "LICENSE", root / "THIRD_PARTY.md") if path.exists()]
    return [*own, *listing("fonts", suffix=".txt"), *listing("icons", suffix=".txt")]
