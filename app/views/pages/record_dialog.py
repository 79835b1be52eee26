"""The dialog that makes or changes a record; nothing typed in it is lost without a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.errors import Invalid, UserError
from app.messages import Messages
from app.services.changes import Change
from app.views.jobs import Job, Jobs
from app.views.pages.conflict_panel import ConflictPanel
from app.views.pages.record_form import RecordForm
from app.views.prompts import Prompts
from app.views.theme import set_role

CHANGED_ELSEWHERE = ("records.changed_elsewhere", "store.changed_elsewhere")


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as it stands in the store: its row (None for a new one) and its values by field name."""

    row: Any | None
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the dialog does through the service, each on the database lane.

    Attributes:
        save: (row or None, changed values) makes or changes the record.
        read: (row) the record as it stands now; raises `UserError` when it is gone.
        reveal: (row, field) a masked value, noted in the history.
    """

    save: Callable[[Any | None, Mapping[str, object]], Change]
    read: Callable[[Any], Stored]
    reveal: Callable[[Any, str], str]


class RecordDialog(QDialog):
    """A form with Save and Cancel.

    Signals:
        saved: the record was kept (the `Change`).
        settled: the dialog closed with its entries saved or given up.
        put_aside: the window is being locked over unsaved entries (what a draft holds).
    """

    saved = Signal(object)
    settled = Signal()
    put_aside = Signal(object)

    def __init__(
        self,
        form: RecordForm,
        stored: Stored,
        keeping: Keeping,
        *,
        jobs: Jobs,
        prompts: Prompts,
        messages: Callable[[], Messages],
        parent: QWidget | None = None,
        above: QWidget | None = None,
    ) -> None:
        """`above` stands over the form: the choice of the subject of a new site."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.form = form
        self._stored = stored
        self._keeping = keeping
        self._jobs, self._prompts, self._messages = jobs, prompts, messages
        self._revealing = ""
        self.conflict = ConflictPanel(self)
        self.conflict.hide()
        self.conflict.mine_wanted.connect(self._keep_mine)
        self.conflict.theirs_wanted.connect(self._take_theirs)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(form)
        self._scroll = scroll
        self.status = QLabel(self)
        set_role(self.status, "hint")
        self.buttons = QDialogButtonBox(self)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setDefault(True)
        set_role(self.save_button, "primary")
        self.save_button.setToolTip(self.tr("Save (Ctrl+S)"))
        self.buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel_button = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.conflict)
        if above is not None:
            layout.addWidget(above)
        layout.addWidget(scroll, 1)
        foot = QFrame(self)
        set_role(foot, "status")
        foot_layout = QVBoxLayout(foot)
        foot_layout.setContentsMargins(24, 12, 24, 12)
        foot_layout.addWidget(self.status)
        foot_layout.addWidget(self.buttons)
        self.status.hide()
        layout.addWidget(foot)
        self.resize(760, 720)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)
        form.reveal_wanted.connect(self._reveal)
        form.entered.connect(lambda field: self._scroll.ensureWidgetVisible(field, 0, 16))
        form.load(stored.values, cover=stored.row is not None)
        (above or form.first()).setFocus()

    def is_changed(self) -> bool:
        """Whether anything was typed that is not saved."""
        return bool(self.form.changed_values())

    def save(self) -> None:
        """Check and save; the dialog closes when that worked."""
        if not self.save_button.isEnabled() or not self.form.insist():
            self._count_problems()
            return
        self.status.hide()
        row = self._stored.row
        values = self.form.changed_values() if row is not None else self.form.values()
        if row is not None and not values:
            self.accept()
            return
        keep = self._keeping.save
        self._busy(True)

        def work(_job: Job) -> Change:
            return keep(row, values)

        self._jobs.start(self, work, done=self._on_saved, failed=self._on_failed)

    def reject(self) -> None:
        """Close without saving; asks first when something was typed."""
        if not self.save_button.isEnabled():
            return
        if self.is_changed() and not self._prompts.ask(
            self,
            self.tr("Discard what you typed?"),
            self.tr("Your changes are not saved yet."),
            yes=self.tr("Discard"),
            dangerous=True,
        ):
            return
        self.settled.emit()
        super().reject()

    def put_away(self) -> None:
        """Close without a question; what was typed goes out by `put_aside`."""
        if self.is_changed():
            row = self._stored.row
            values = self.form.changed_values()
            self.put_aside.emit({"record_id": row.id if row is not None else None, "values": values, **self.beside()})
        super().reject()

    def beside(self) -> dict[str, Any]:
        """What a draft holds beside the fields of the form."""
        return {}

    def _on_saved(self, change: Change) -> None:
        self._busy(False)
        self.saved.emit(change)
        self.settled.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._busy(False)
        if isinstance(error, Invalid):
            self.form.insist(error.problems)
            self._count_problems()
        elif isinstance(error, UserError) and error.code in CHANGED_ELSEWHERE and self._stored.row is not None:
            self._read_again()
        elif isinstance(error, UserError):
            self._prompts.show_error(self, error)
        else:
            raise error

    def _count_problems(self) -> None:
        wrong = [field.spec.label for field in self.form.fields.values() if field.is_wrong]
        if wrong:
            comma = "、" if self._messages().language == "zh" else ", "
            self.status.setText(self.tr("Please correct: {fields}").format(fields=comma.join(wrong)))
            set_role(self.status, "error")
        self.status.setVisible(bool(wrong))

    def _read_again(self) -> None:
        row, read = self._stored.row, self._keeping.read

        def work(_job: Job) -> Stored:
            return read(row)

        self._jobs.start(self, work, done=self._show_conflict, failed=self._on_failed)

    def _show_conflict(self, now: Stored) -> None:
        self._theirs = now
        labels = {name: field.spec.label for name, field in self.form.fields.items()}
        self.conflict.show_difference(labels, self._stored.values, now.values, self.form.changed_values())
        self.conflict.show()
        self.conflict.mine.setFocus()

    def _keep_mine(self) -> None:
        self._stored = self._theirs
        self.form.rebase(self._stored.values)
        self.conflict.hide()
        self.save()

    def _take_theirs(self) -> None:
        self._stored = self._theirs
        self.form.load(self._stored.values, cover=True)
        self.conflict.hide()
        self.form.first().editor.setFocus()

    def _reveal(self, name: str) -> None:
        row, reveal = self._stored.row, self._keeping.reveal
        if row is None or self._revealing:
            return
        self._revealing = name

        def work(_job: Job) -> str:
            return reveal(row, name)

        self._jobs.start(self, work, done=self._on_revealed, failed=self._on_reveal_failed)

    def _on_revealed(self, value: str) -> None:
        name, self._revealing = self._revealing, ""
        self.form.fields[name].uncover(value)

    def _on_reveal_failed(self, error: Exception) -> None:
        self._revealing = ""
        self._on_failed(error)

    def _busy(self, busy: bool) -> None:
        self.save_button.setEnabled(not busy)
        self.form.setEnabled(not busy)
