"""The forms before the store is open: a new store, its recovery code, the passphrase, the way back by the code."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.views.icons import icon
from app.views.passphrase import NewPassphrase
from app.views.printer import print_text
from app.views.theme import GRID, set_role
from app.views.widgets.labels import FieldError, icon_button_style, plain_label


class Form(QWidget):
    """A headline, some words, the fields of a subclass, a problem line, a row of buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        set_role(self.title, "title")
        self.words = plain_label("", "hint", self)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(GRID)
        self.problem = FieldError(self)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addLayout(self.fields)
        layout.addWidget(self.problem)
        layout.addLayout(self.buttons)

    def button(self, role: str = "") -> QPushButton:
        """Add a button to the row; the first primary one stands right."""
        made = QPushButton(self)
        if role:
            set_role(made, role)
        if role == "primary":
            self.buttons.addStretch(1)
            made.setAutoDefault(True)
        self.buttons.addWidget(made)
        return made

    def set_busy(self, busy: bool) -> None:
        """Nothing can be changed while the answer is worked on."""
        self.setEnabled(not busy)

    @abstractmethod
    def retranslate(self) -> None:
        """Said by the subclass."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class NewStoreForm(Form):
    """The first run: how the records are to be locked.

    Signals:
        create_wanted: the passphrase, or an empty text for the system's keyring.
    """

    create_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by_keyring = QRadioButton(self)
        self.by_passphrase = QRadioButton(self)
        self._choice = QButtonGroup(self)
        for each in (self.by_keyring, self.by_passphrase):
            self._choice.addButton(each)
            each.toggled.connect(lambda _on: self._update())
            self.fields.addWidget(each)
        self.passphrase = NewPassphrase(self)
        self.passphrase.edited.connect(self._update)
        self.fields.addWidget(self.passphrase)
        self.make = self.button("primary")
        self.make.clicked.connect(self._on_create)
        self.passphrase.again.returnPressed.connect(self.make.click)
        self.retranslate()

    def offer(self, *, keyring: bool) -> None:
        """Whether this system has a keyring to be trusted."""
        self.by_keyring.setVisible(keyring)
        self.by_passphrase.setVisible(keyring)
        (self.by_keyring if keyring else self.by_passphrase).setChecked(True)
        self._update()
        (self.make if keyring else self.passphrase.first).setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.title.setText(self.tr("Welcome to Beian Desk"))
        self.words.setText(
            self.tr(
                "Your records are kept encrypted on this computer. Nothing is sent anywhere. Choose what opens them."
            )
        )
        self.by_keyring.setText(self.tr("My system account (recommended): opens without a question"))
        self.by_passphrase.setText(self.tr("A passphrase: asked for at every start"))
        self.make.setText(self.tr("Create the store"))

    def _update(self) -> None:
        typed = self.by_passphrase.isChecked()
        self.passphrase.setVisible(typed)
        self.make.setEnabled(not typed or bool(self.passphrase.passphrase))

    def _on_create(self) -> None:
        self.create_wanted.emit(self.passphrase.passphrase if self.by_passphrase.isChecked() else "")


class RecoveryCodeForm(Form):
    """The recovery code, shown once.

    Signals:
        kept: the user has put it somewhere safe.
    """

    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = plain_label("", "code", self)
        self.fields.addWidget(self.code)
        tools = QHBoxLayout()
        tools.setSpacing(GRID)
        self.copy = icon_button_style(QPushButton(self), "copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.code.text()))
        self.print = icon_button_style(QPushButton(self), "printer")
        self.print.clicked.connect(self._on_print)
        tools.addWidget(self.copy)
        tools.addWidget(self.print)
        tools.addStretch(1)
        self.fields.addLayout(tools)
        self.promise = QCheckBox(self)
        self.fields.addWidget(self.promise)
        self.go_on = self.button("primary")
        self.go_on.clicked.connect(self.kept)
        self.promise.toggled.connect(self.go_on.setEnabled)
        self.retranslate()

    def show_code(self, code: str) -> None:
        """Show a fresh code; going on needs the promise again."""
        self.code.setText(code)
        self.promise.setChecked(False)
        self.go_on.setEnabled(False)
        self.copy.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.title.setText(self.tr("Keep this recovery code"))
        self.words.setText(
            self.tr(
                "It opens the records when the passphrase is forgotten or this system account is gone. It is shown only now: "
                "print it or write it down, and keep it away from this computer."
            )
        )
        self.copy.setText(self.tr("Copy"))
        self.print.setText(self.tr("Print…"))
        self.promise.setText(self.tr("I have kept it in a safe place"))
        self.go_on.setText(self.tr("Go on"))

    def _on_print(self) -> None:
        print_text(self, self.tr("Beian Desk recovery code"), [self.code.text(), self.words.text()])


class PassphraseForm(Form):
    """Opening by the passphrase, or by the keyring after locking.

    Signals:
        open_wanted: the passphrase, or an empty text for the keyring.
        recover_wanted: the passphrase is not known any more.
    """

    open_wanted = Signal(str)
    recover_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks = True
        self.passphrase = QLineEdit(self)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.textChanged.connect(lambda _text: self._update())
        self.fields.addWidget(self.passphrase)
        self.recover = self.button("link")
        self.recover.clicked.connect(self.recover_wanted)
        self.open = self.button("primary")
        self.open.clicked.connect(lambda: self.open_wanted.emit(self.passphrase.text() if self._asks else ""))
        self.passphrase.returnPressed.connect(self.open.click)
        self.retranslate()

    def ask(self, *, passphrase: bool, recovery: bool) -> None:
        """Ask for the passphrase, or only for a click where the keyring opens."""
        self._asks = passphrase
        self.passphrase.clear()
        self.passphrase.setVisible(passphrase)
        self.recover.setVisible(recovery)
        self.problem.show_problem("")
        self.retranslate()
        self._update()
        (self.passphrase if passphrase else self.open).setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.title.setText(self.tr("Beian Desk is locked"))
        asks = self.tr("Type the passphrase to open the records.")
        self.words.setText(asks if self._asks else self.tr("Your system account opens the records."))
        self.passphrase.setPlaceholderText(self.tr("Passphrase"))
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.recover.setText(self.tr("Use the recovery code"))
        self.open.setText(self.tr("Open"))

    def _update(self) -> None:
        self.open.setEnabled(not self._asks or bool(self.passphrase.text()))


class RecoveryForm(Form):
    """The way back by the recovery code, and a new passphrase.

    Signals:
        recover_wanted: the code and the new passphrase (empty: the keyring).
        back_wanted: not this way after all.
    """

    recover_wanted = Signal(str, str)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = QPlainTextEdit(self)
        self.code.setTabChangesFocus(True)
        self.code.setFixedHeight(64)
        self.code.textChanged.connect(self._update)
        self.fields.addWidget(self.code)
        self.to_keyring = QCheckBox(self)
        self.to_keyring.toggled.connect(lambda _on: self._update())
        self.fields.addWidget(self.to_keyring)
        self.passphrase = NewPassphrase(self)
        self.passphrase.edited.connect(self._update)
        self.fields.addWidget(self.passphrase)
        self.back = self.button()
        self.back.clicked.connect(self.back_wanted)
        self.recover = self.button("primary")
        self.recover.clicked.connect(self._on_recover)
        self.retranslate()

    def ask(self, *, keyring: bool) -> None:
        """Start anew; `keyring` says whether the system can keep the key."""
        self.code.clear()
        self.to_keyring.setVisible(keyring)
        self.to_keyring.setChecked(keyring)
        self.problem.show_problem("")
        self._update()
        self.code.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.title.setText(self.tr("Open with the recovery code"))
        self.words.setText(
            self.tr("Type the code as it was printed: seven groups of five. Then choose what opens from now on.")
        )
        self.code.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
        self.code.setAccessibleName(self.tr("Recovery code"))
        self.to_keyring.setText(self.tr("My system account opens from now on"))
        self.back.setText(self.tr("Back"))
        self.recover.setText(self.tr("Open"))

    def _update(self) -> None:
        typed = not self.to_keyring.isChecked()
        self.passphrase.setVisible(typed)
        enough = bool(self.code.toPlainText().strip()) and (not typed or bool(self.passphrase.passphrase))
        self.recover.setEnabled(enough)

    def _on_recover(self) -> None:
        new = "" if self.to_keyring.isChecked() else self.passphrase.passphrase
        self.recover_wanted.emit(self.code.toPlainText(), new)


class FailureForm(Form):
    """Why the store cannot be opened, in plain words, and what can be done.

    Signals:
        again_wanted, recover_wanted, restore_wanted, folder_wanted: the button was pressed.
    """

    again_wanted = Signal()
    recover_wanted = Signal()
    restore_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QLabel(self)
        self.picture.setPixmap(icon("circle-alert", "bad").pixmap(40))
        self.fields.insertWidget(0, self.picture)
        self.reason = plain_label("", "", self)
        self.fields.addWidget(self.reason)
        self.folder = self.button()
        self.recover = self.button()
        self.restore = self.button()
        self.again = self.button("primary")
        pairs: Sequence[tuple[QPushButton, object]] = (
            (self.folder, self.folder_wanted),
            (self.recover, self.recover_wanted),
            (self.restore, self.restore_wanted),
            (self.again, self.again_wanted),
        )
        for button, signal in pairs:
            button.clicked.connect(signal)
        self.retranslate()

    def show_failure(self, reason: str, *, recovery: bool, restore: bool) -> None:
        """The sentence, and which ways are open."""
        self.reason.setText(reason)
        self.recover.setVisible(recovery)
        self.restore.setVisible(restore)
        self.again.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.title.setText(self.tr("The records cannot be opened"))
        self.words.setText("")
        self.words.hide()
        self.folder.setText(self.tr("Open the data folder"))
        self.recover.setText(self.tr("Use the recovery code"))
        self.restore.setText(self.tr("Restore a backup…"))
        self.again.setText(self.tr("Try again"))
