"""What stands before the records: making the store at the first run, opening it, finding the way back into it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import UserError
from app.messages import Messages
from app.services.stores import Stores, StoreState
from app.views.jobs import Job, Jobs
from app.views.printer import open_folder
from app.views.prompts import Prompts
from app.views.theme import set_role
from app.views.unlock_forms import (
    FailureForm,
    Form,
    NewStoreForm,
    PassphraseForm,
    RecoveryCodeForm,
    RecoveryForm,
)

CARD_WIDTH = 560
# What is said beside the field, because the next try may be right.
_TRY_AGAIN = {
    "store.wrong_passphrase",
    "store.passphrase_short",
    "store.recovery_code_mistyped",
    "store.wrong_recovery_code",
    "store.no_recovery_code",
    "store.keyring_failed",
    "store.no_keyring",
}
_RESTORABLE = {"store.damaged", "store.not_a_store"}


class UnlockView(QWidget):
    """Leads to an open store.

    Signals:
        opened: the open store, to be handed to the services by whoever puts them together.
        shown: another form is in front (for whoever waits).
    """

    opened = Signal(object)
    shown = Signal()

    def __init__(
        self,
        stores: Stores,
        data_dir: Path,
        jobs: Jobs,
        prompts: Prompts,
        messages: Callable[[], Messages],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._stores, self._data_dir, self._jobs = stores, data_dir, jobs
        self._prompts, self._messages = prompts, messages
        self._made: Any = None
        self.new_store = NewStoreForm(self)
        self.recovery_code = RecoveryCodeForm(self)
        self.passphrase = PassphraseForm(self)
        self.recovery = RecoveryForm(self)
        self.failure = FailureForm(self)
        self._forms: tuple[Form, ...] = (
            self.new_store,
            self.recovery_code,
            self.passphrase,
            self.recovery,
            self.failure,
        )
        card = QFrame(self)
        set_role(card, "panel")
        card.setFixedWidth(CARD_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        for form in self._forms:
            form.hide()
            inside.addWidget(form)
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(middle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.new_store.create_wanted.connect(self._on_create)
        self.recovery_code.kept.connect(self._on_kept)
        self.passphrase.open_wanted.connect(self._on_open)
        self.passphrase.recover_wanted.connect(self._ask_recovery)
        self.recovery.recover_wanted.connect(self._on_recover)
        self.recovery.back_wanted.connect(lambda: self.begin(locked=True))
        self.failure.again_wanted.connect(self.begin)
        self.failure.recover_wanted.connect(self._ask_recovery)
        self.failure.restore_wanted.connect(self.restore)
        self.failure.folder_wanted.connect(lambda: open_folder(self._data_dir))

    @property
    def front(self) -> Form | None:
        """The form that is shown."""
        return next((form for form in self._forms if not form.isHidden()), None)

    def begin(self, *, locked: bool = False) -> None:
        """Look at the data folder and show the way in; with `locked`, the keyring waits for a click."""
        try:
            facts = self._stores.state(self._data_dir)
        except UserError as error:
            self._show_failure(error)
            return
        if facts.state is StoreState.ABSENT:
            self._front(self.new_store)
            self.new_store.offer(keyring=facts.keyring)
        elif facts.state is StoreState.KEYRING:
            self._front(self.passphrase)
            self.passphrase.ask(passphrase=False, recovery=facts.recovery)
            if not locked:
                self._on_open("")
        elif facts.state is StoreState.PASSPHRASE:
            self._front(self.passphrase)
            self.passphrase.ask(passphrase=True, recovery=facts.recovery)
        elif facts.state is StoreState.RECOVERY:
            self._ask_recovery()
        else:
            self._show_failure(UserError("store.keyring_empty", path=str(facts.path)))

    def _ask_recovery(self) -> None:
        self._front(self.recovery)
        self.recovery.ask(keyring=self._stores.state(self._data_dir).keyring)

    def _front(self, form: Form) -> None:
        form.problem.show_problem("")
        for each in self._forms:
            each.setVisible(each is form)
        self.shown.emit()

    def _on_create(self, passphrase: str) -> None:
        self._work(
            self.new_store,
            lambda _job: self._stores.create(self._data_dir, passphrase=passphrase or None),
            self._on_created,
        )

    def _on_created(self, made: tuple[Any, str]) -> None:
        self._made, code = made
        self._front(self.recovery_code)
        self.recovery_code.show_code(code)

    def _on_kept(self) -> None:
        made, self._made = self._made, None
        self.recovery_code.show_code("")
        self.new_store.passphrase.first.clear()
        self.new_store.passphrase.again.clear()
        self.opened.emit(made)

    def _on_open(self, passphrase: str) -> None:
        self._work(
            self.passphrase,
            lambda _job: self._stores.open(self._data_dir, passphrase=passphrase or None),
            self._on_opened,
        )

    def _on_recover(self, code: str, new: str) -> None:
        self._work(
            self.recovery,
            lambda _job: self._stores.recover(self._data_dir, code, new_passphrase=new or None),
            self._on_opened,
        )

    def _on_opened(self, store: Any) -> None:
        for field in (self.passphrase.passphrase, self.recovery.passphrase.first, self.recovery.passphrase.again):
            field.clear()
        self.recovery.code.clear()
        self.opened.emit(store)

    def restore(self) -> None:
        """Ask for a backup and put it in the closed store's place; the store as it was is kept beside."""
        chosen = self._prompts.open_file(self, self.tr("Restore a backup"), self.tr("Backups (*)"))
        if chosen is None:
            return
        facts = self._stores.state(self._data_dir)
        passphrase = None
        if facts.state is StoreState.PASSPHRASE:
            passphrase = self._prompts.ask_text(self, self.tr("Restore a backup"), self.tr("Passphrase"), secret=True)
            if not passphrase:
                return
        self._work(
            self.front or self.failure,
            lambda _job: self._stores.restore(self._data_dir, chosen, passphrase=passphrase),
            lambda _kept: self.begin(),
        )

    def _work(self, form: Form, work: Callable[[Job], Any], done: Callable[[Any], object]) -> None:
        form.set_busy(True)

        def ended(result: Any) -> None:
            form.set_busy(False)
            done(result)

        def failed(error: Exception) -> None:
            form.set_busy(False)
            if not isinstance(error, UserError):
                raise error
            if error.code in _TRY_AGAIN:
                form.problem.show_problem(self._messages().error(error))
                self.shown.emit()
            else:
                self._show_failure(error)

        self._jobs.start(self, work, done=ended, failed=failed)

    def _show_failure(self, error: UserError) -> None:
        recovery = False
        if error.code not in _RESTORABLE | {"store.newer", "store.in_use", "store.read_only"}:
            recovery = self._stores.state(self._data_dir).recovery
        self.failure.show_failure(self._messages().error(error), recovery=recovery, restore=error.code in _RESTORABLE)
        self._front(self.failure)
