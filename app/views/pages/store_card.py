"""The store's part of the settings: the provider's name, backups, what opens the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QDateTime, QEvent, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.services.backups import Backups
from app.views.passphrase import NewPassphrase
from app.views.printer import open_folder
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.unlock_forms import RecoveryCodeForm
from app.views.widgets.busy_overlay import BusyOverlay
from app.views.widgets.labels import FieldError, plain_label


class StoreKey(Protocol):
    """What the settings do with the key of the open store; bound to it by the composition root."""

    @property
    def asks_passphrase(self) -> bool:
        """Whether a passphrase opens the store now."""

    def change(self, old: str, new: str) -> None:
        """Another passphrase; an empty new one hands the key to the system's keyring."""

    def new_recovery_code(self) -> str:
        """A new code; the old one stops working."""


class StoreCard(QFrame):
    """Shows when the last backup was made, makes one, and says what opens the store.

    Signals:
        restore_wanted: the store is to be closed and a backup put in its place; the user has agreed.
    """

    restore_wanted = Signal()

    def __init__(
        self, around: Surroundings, backups: Backups, key: StoreKey, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._around, self._backups, self._key, self._folder = around, backups, key, folder
        self.last = plain_label("", "", self)
        self.place = plain_label(str(folder), "hint", self)
        self.make = QPushButton(self)
        self.make.clicked.connect(self.make_backup)
        self.copy = QPushButton(self)
        self.copy.clicked.connect(self._on_copy)
        self.show_folder = QPushButton(self)
        self.show_folder.clicked.connect(lambda: open_folder(folder))
        self.other_folder = QPushButton(self)
        self.other_folder.clicked.connect(self._on_folder)
        self.restore = QPushButton(self)
        self.restore.clicked.connect(self._on_restore)
        self.verify = QPushButton(self)
        self.verify.clicked.connect(self._on_verify)
        self.passphrase = QPushButton(self)
        self.passphrase.clicked.connect(self._on_passphrase)
        self.code = QPushButton(self)
        self.code.clicked.connect(self._on_code)
        self._names = (QLabel(self), QLabel(self), QLabel(self))
        for name in self._names:
            name.setMinimumWidth(144)
        form = QFormLayout(self)
        form.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        form.setHorizontalSpacing(3 * GRID)
        form.setVerticalSpacing(GRID)
        form.addRow(self._names[0], self.last)
        form.addRow(self._names[1], self.place)
        form.addRow("", _row((self.make, self.copy, self.restore, self.verify)))
        form.addRow("", _row((self.show_folder, self.other_folder)))
        form.addRow(self._names[2], _row((self.passphrase, self.code)))
        self._busy = BusyOverlay(self)
        self._retranslate()
        self._read()

    def make_backup(self) -> None:
        """Make a backup now."""
        self._work(self.tr("Making a backup…"), self._backups.make, self._on_made)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._read()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for label, text in zip(
            self._names, (self.tr("Last backup"), self.tr("Kept in"), self.tr("Opening the store")), strict=True
        ):
            label.setText(text)
        self.make.setText(self.tr("Back up now"))
        self.copy.setText(self.tr("Back up to…"))
        self.restore.setText(self.tr("Restore…"))
        self.other_folder.setText(self.tr("Another folder…"))
        self.verify.setText(self.tr("Check the store"))
        self.show_folder.setText(self.tr("Open folder"))
        self.passphrase.setText(self.tr("Change passphrase…"))
        self.code.setText(self.tr("New recovery code…"))

    def _read(self) -> None:
        self._around.store_jobs.start(self, lambda _job: self._backups.list(), done=self._show_list)

    def _show_list(self, made: Sequence[Any]) -> None:
        if not made:
            self.last.setText(self.tr("None yet"))
            return
        newest = max(made, key=lambda each: each.made_at)
        locale = self._around.languages.locale
        when = locale.toString(
            QDateTime.fromSecsSinceEpoch(int(newest.made_at.timestamp())), locale.FormatType.ShortFormat
        )
        size = locale.formattedDataSize(newest.size)
        self.last.setText(self.tr("{when} · {size} · %n kept", "", len(made)).format(when=when, size=size))

    def _on_made(self, _backup: Any) -> None:
        self._around.notify(self.tr("The backup is made."))
        self._read()

    def _on_copy(self) -> None:
        path = self._around.prompts.save_file(self, self.tr("Back up to"), "beian-desk.backup")
        if path is not None:
            self._work(self.tr("Making a backup…"), lambda: self._backups.save_as(path), self._on_made)

    def _on_folder(self) -> None:
        chosen = self._around.prompts.choose_folder(self, self.tr("Keep backups in"), self._folder)
        if chosen is None:
            return
        try:
            self._around.settings.change(backup_dir=str(chosen))
        except UserError as error:
            self._around.prompts.show_error(self, error)
        self.place.setText(self.tr("{path} (from the next opening on)").format(path=chosen))

    def _on_restore(self) -> None:
        title = self.tr("Restore a backup")
        words = self.tr(
            "The store is closed and a backup takes its place. What was written since that backup is kept in a file beside it."
        )
        if self._around.prompts.ask(self, title, words, yes=self.tr("Choose a backup…"), dangerous=True):
            self.restore_wanted.emit()

    def _on_verify(self) -> None:
        self._work(self.tr("Checking the store…"), self._backups.verify, self._on_verified)

    def _on_verified(self, found: Any) -> None:
        if found.findings:
            words = self.tr("The check found %n thing(s) wrong. Restore a backup soon.", "", len(found.findings))
            self._around.prompts.tell(self, self.tr("Check the store"), words, detail="\n".join(found.findings))
        else:
            self._around.notify(self.tr("The store is sound."))

    def _on_passphrase(self) -> None:
        dialog = PassphraseDialog(asks_old=self._key.asks_passphrase, parent=self)
        dialog.chosen.connect(lambda old, new: self._change_passphrase(dialog, old, new))
        dialog.open()

    def _change_passphrase(self, dialog: PassphraseDialog, old: str, new: str) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            dialog.problem.show_problem(self._around.languages.messages().error(error))
            dialog.setEnabled(True)

        def done(_nothing: object) -> None:
            dialog.accept()
            self._around.notify(self.tr("The passphrase is changed."))

        dialog.setEnabled(False)
        self._around.store_jobs.start(dialog, lambda _job: self._key.change(old, new), done=done, failed=failed)

    def _on_code(self) -> None:
        title = self.tr("New recovery code")
        words = self.tr("The old code stops working. Make a new one?")
        if self._around.prompts.ask(self, title, words, yes=self.tr("Make a new code")):
            self._work("", self._key.new_recovery_code, self._show_code)

    def _show_code(self, code: str) -> None:
        dialog = QDialog(self)
        dialog.setWindowTitle(self.tr("New recovery code"))
        form = RecoveryCodeForm(dialog)
        form.kept.connect(dialog.accept)
        QVBoxLayout(dialog).addWidget(form)
        form.show_code(code)
        dialog.open()

    def _work(self, words: str, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        def ended(result: Any) -> None:
            self._busy.end()
            done(result)

        def failed(error: Exception) -> None:
            self._busy.end()
            if not isinstance(error, UserError):
                raise error
            self._around.prompts.show_error(self, error)

        self._busy.begin(words)
        self._around.store_jobs.start(self, lambda _job: work(), done=ended, failed=failed)


class PassphraseDialog(QDialog):
    """The old passphrase, where there is one, and the new one twice.

    Signals:
        chosen: the old and the new passphrase; whoever changes it calls `accept` or shows the problem.
    """

    chosen = Signal(str, str)

    def __init__(self, *, asks_old: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change passphrase"))
        self.setMinimumWidth(440)
        self.old = QLineEdit(self)
        self.old.setEchoMode(QLineEdit.EchoMode.Password)
        self.old.setAccessibleName(self.tr("Passphrase until now"))
        self.new = NewPassphrase(self)
        self.problem = FieldError(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setEnabled(False)
        self.new.edited.connect(lambda: self.ok.setEnabled(bool(self.new.passphrase)))
        buttons.accepted.connect(lambda: self.chosen.emit(self.old.text(), self.new.passphrase))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        if asks_old:
            form = QFormLayout()
            form.addRow(self.tr("Passphrase until now"), self.old)
            layout.addLayout(form)
        else:
            self.old.hide()
        layout.addWidget(self.new)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)


def _row(buttons: Sequence[QPushButton]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(GRID)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line
