"""The settings of the desk: watermark, purging, the words of replies, the scan folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from app.errors import UserError
from app.rules.procedure_providers import provider
from app.services.case_settings import PLACES, STRENGTHS, DeskRules, DeskSettings
from app.views.pictures.mark_words import place_names, strength_names
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.widgets.labels import FieldError, action_button

NAME_WIDTH = 144
DAYS = (0, 30, 60, 90, 180, 365)


class DeskCard(QFrame):
    """Keeps every change at once; a change that cannot be kept is said below.

    Signals:
        replies_wanted: the words of replies are to be read or changed.
    """

    replies_wanted = Signal()

    def __init__(self, around: Surroundings, desk: DeskSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._around, self._desk = around, desk
        self._rules = DeskRules()
        self.provider = QLineEdit(self)
        self.agent = QLineEdit(self)
        self.channel = QLineEdit(self)
        self.watermark = QCheckBox(self)
        self.words = QLineEdit(self)
        self.place = QComboBox(self)
        for place in PLACES:
            self.place.addItem("", place)
        self.strength = QComboBox(self)
        for strength in STRENGTHS:
            self.strength.addItem("", strength)
        self.days = QComboBox(self)
        for days in DAYS:
            self.days.addItem("", days)
        self.folder = QLineEdit(self)
        self.folder.setReadOnly(True)
        self.choose = action_button("", self._choose_folder, self, icon_name="folder-open")
        self.forget = action_button("", self._forget_folder, self, role="quiet")
        self.replies = action_button("", self.replies_wanted.emit, self, icon_name="message-square")
        self.wrong = FieldError(self)
        self._names: dict[QWidget, QLabel] = {}
        form = QFormLayout(self)
        form.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        form.setHorizontalSpacing(3 * GRID)
        form.setVerticalSpacing(GRID)
        for named in (self.provider, self.agent, self.channel):
            self._row(form, named, named)
        replies = QHBoxLayout()
        replies.addWidget(self.replies)
        replies.addStretch(1)
        self._row(form, self.replies, replies)
        form.addRow("", self.watermark)
        for field in (self.words, self.place, self.strength, self.days):
            self._row(form, field, field)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        for each in (self.folder, self.choose, self.forget):
            line.addWidget(each)
        self._row(form, self.folder, line)
        form.addRow(self.wrong)
        for edit in (self.provider, self.agent, self.channel, self.words):
            edit.setMaxLength(100)
            edit.editingFinished.connect(self._keep)
        self.watermark.clicked.connect(self._keep)
        self.place.activated.connect(self._keep)
        self.strength.activated.connect(self._keep)
        self.days.activated.connect(self._keep)
        self.retranslate()
        around.store_jobs.start(self, lambda _job: desk.get(), done=self._show)

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        names: dict[QWidget, str] = {
            self.provider: self.tr("Access provider"),
            self.agent: self.tr("Signature in replies"),
            self.channel: self.tr("Where to ask"),
            self.replies: self.tr("Replies"),
            self.words: self.tr("Watermark text"),
            self.place: self.tr("Watermark position"),
            self.strength: self.tr("Watermark strength"),
            self.days: self.tr("Purge enclosures"),
            self.folder: self.tr("Scan folder"),
        }
        for field, name in names.items():
            self._names[field].setText(name)
            field.setAccessibleName(name)
        for choices, names_of in ((self.place, place_names()), (self.strength, strength_names())):
            for index in range(choices.count()):
                choices.setItemText(index, names_of[choices.itemData(index)])
        self.watermark.setText(self.tr("Mark copies of identity papers with their purpose"))
        self.words.setPlaceholderText(self.tr("As the packet words it: purpose, number and day"))
        for index in range(self.days.count()):
            days = self.days.itemData(index)
            said = self.tr("%n day(s) after closing", "", days) if days else self.tr("Never")
            self.days.setItemText(index, said)
        self.folder.setPlaceholderText(self.tr("None: new scans are not taken in by themselves"))
        self.replies.setText(self.tr("Words of replies…"))
        self.choose.setText(self.tr("Choose…"))
        self.forget.setText(self.tr("None"))
        self.provider.setPlaceholderText(
            self.tr("Full name, for letters and replies; letters else begin with {name}").format(name=provider().name)
        )
        self.agent.setPlaceholderText(self.tr("The owner of the case"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _row(self, form: QFormLayout, field: QWidget, shown: QWidget | QHBoxLayout) -> None:
        name = QLabel(self)
        name.setMinimumWidth(NAME_WIDTH)
        name.setBuddy(field)
        self._names[field] = name
        if isinstance(shown, QWidget):
            form.addRow(name, shown)
        else:
            form.addRow(name, shown)

    def _show(self, rules: DeskRules) -> None:
        self._rules = rules
        self.provider.setText(rules.provider_name)
        self.agent.setText(rules.agent_name)
        self.channel.setText(rules.contact_channel)
        self.watermark.setChecked(rules.watermark)
        self.words.setText(rules.watermark_text)
        self.words.setEnabled(rules.watermark)
        self.place.setCurrentIndex(self.place.findData(rules.watermark_place))
        self.place.setEnabled(rules.watermark)
        self.strength.setCurrentIndex(self.strength.findData(rules.watermark_strength))
        self.strength.setEnabled(rules.watermark)
        if self.days.findData(rules.purge_days) < 0:
            self.days.addItem("", rules.purge_days)
            self.retranslate()
        self.days.setCurrentIndex(self.days.findData(rules.purge_days))
        self.folder.setText(self._around.settings.settings.scan_folder)

    def _keep(self) -> None:
        rules = replace(
            self._rules,
            provider_name=self.provider.text().strip(),
            agent_name=self.agent.text().strip(),
            contact_channel=self.channel.text().strip(),
            watermark=self.watermark.isChecked(),
            watermark_text=self.words.text().strip(),
            watermark_place=self.place.currentData(),
            watermark_strength=self.strength.currentData(),
            purge_days=self.days.currentData(),
        )
        if rules == self._rules:
            return
        desk = self._desk

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            self.wrong.show_problem(self._around.languages.messages().error(error))

        def done(_nothing: object) -> None:
            self.wrong.show_problem("")
            self._show(rules)

        self._around.store_jobs.start(self, lambda _job: desk.save(rules), done=done, failed=failed)

    def _choose_folder(self) -> None:
        held = self._around.settings.settings.scan_folder
        chosen = self._around.prompts.choose_folder(self, self.tr("Scan folder"), Path(held) if held else None)
        if chosen is not None:
            self._keep_folder(str(chosen))

    def _forget_folder(self) -> None:
        self._keep_folder("")

    def _keep_folder(self, folder: str) -> None:
        try:
            self._around.settings.change(scan_folder=folder)
        except UserError as error:
            self._around.prompts.show_error(self, error)
        self.folder.setText(folder)
