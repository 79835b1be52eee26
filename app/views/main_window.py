"""The window: the way in, the desk behind it, locking, notices, and its place on the screen."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.views.desk_view import Desk, DeskView, close_dialogs
from app.views.icons import icon
from app.views.idle import IdleWatch
from app.views.surroundings import Surroundings
from app.views.theme import GRID, set_role
from app.views.unlock import UnlockView
from app.views.widgets.toast import Toast

FIRST_SIZE = QSize(1280, 800)
LEAST_SIZE = QSize(960, 600)


class MainWindow(QMainWindow):
    """Shows the way in while the store is closed and the desk while it is open.

    Signals:
        store_opened: the store, for the composition root, which answers with `show_desk`.
        desk_shown: the desk is in front and can be used.
        locked: the store is closed.
    """

    store_opened = Signal(object)
    desk_shown = Signal()
    locked = Signal()

    def __init__(self, unlock: UnlockView, around: Surroundings, idle: IdleWatch) -> None:
        super().__init__()
        self._around = around
        self._idle = idle
        self._desk: Desk | None = None
        self._lock_waits = False
        self.desk_view: DeskView | None = None
        self.unlock = unlock
        self.setWindowTitle("Beian Desk")
        self.setMinimumSize(LEAST_SIZE)
        middle = QWidget(self)
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._stack = QStackedWidget(middle)
        self._stack.addWidget(unlock)
        self._column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.toast = Toast(middle)
        around.notify.said.connect(self._on_said)
        unlock.opened.connect(self.store_opened)
        idle.idle.connect(self.lock)
        for jobs in (around.store_jobs, around.free_jobs):
            jobs.failed.connect(self.say_error)
        around.undo.undone.connect(self._on_undone)
        around.undo.redone.connect(self._on_redone)
        around.undo.failed.connect(self.say_error)
        around.languages.changed.connect(self._retranslate)
        idle.lock_asked.connect(self.lock)
        self._retranslate()
        self._restore_place()

    def show_desk(self, desk: Desk) -> None:
        """The store is open: show its pages."""
        self._desk = desk
        view = DeskView(desk, self._around, self)
        view.lock_wanted.connect(self.lock)
        view.page_shown.connect(lambda name: self._keep(page=name))
        self.desk_view = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.show_page(self._around.settings.settings.page or desk.pages[0].name)
        self._idle.wait(self._around.settings.settings.lock_minutes)
        self.desk_shown.emit()

    def lock(self) -> None:
        """Put everything away and close the store, as soon as nothing is being read or written any more."""
        if self.desk_view is None:
            return
        if self._around.store_jobs.busy:
            if not self._lock_waits:
                self._lock_waits = True
                self._around.store_jobs.idle.connect(self._on_quiet, Qt.ConnectionType.SingleShotConnection)
                self.toast.notify(self.tr("Locking as soon as the work in hand is done."))
            return
        self._idle.wait(0)
        self._around.clipboard.clear_secret()
        close_dialogs()
        # Dialogs that kept a draft have started a job for it; the store closes behind them.
        self._around.store_jobs.start(self, lambda _job: None, done=lambda _nothing: self._close_desk())

    def restore(self) -> None:
        """Close the store and put a backup in its place."""
        if self.desk_view is not None:
            self.locked.connect(self.unlock.restore, Qt.ConnectionType.SingleShotConnection)
            self.lock()

    def say_error(self, error: UserError) -> None:
        """A failure that no view took."""
        self._around.prompts.show_error(self, error)

    def add_notice(self, text: str, action: str = "", pressed: Callable[[], object] | None = None) -> QFrame:
        """A strip over the window that stays until it is dismissed."""
        strip = QFrame(self)
        set_role(strip, "notice")
        line = QHBoxLayout(strip)
        line.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        words = QLabel(text, strip)
        words.setWordWrap(True)
        line.addWidget(words, 1)
        if pressed is not None:
            button = QToolButton(strip)
            button.setText(action)
            button.clicked.connect(lambda _checked: pressed())
            line.addWidget(button)
        close = QToolButton(strip)
        close.setIcon(icon("x"))
        close.setToolTip(self.tr("Dismiss"))
        close.setAccessibleName(self.tr("Dismiss"))
        close.clicked.connect(strip.deleteLater)
        line.addWidget(close)
        self._column.insertWidget(0, strip)
        return strip

    def bring_to_front(self) -> None:
        """Another copy was started: here is the one that runs."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def put_down(self) -> None:
        """Close the store at the end of the run; jobs have ended."""
        if self._desk is not None:
            desk, self._desk = self._desk, None
            desk.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk_view is not None and not self.desk_view.may_close():
            event.ignore()
            return
        close_dialogs()
        self._keep(window=bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self._around.clipboard.clear_secret()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _close_desk(self) -> None:
        view, self.desk_view = self.desk_view, None
        if view is None:
            return
        self._around.undo.clear()
        self.toast.dismiss()
        self._stack.setCurrentWidget(self.unlock)
        self._stack.removeWidget(view)
        view.deleteLater()
        # After the pages are gone nothing can ask the store any more.
        QTimer.singleShot(0, self, self._close_store)

    def _close_store(self) -> None:
        self.put_down()
        self.unlock.begin(locked=True)
        self.locked.emit()

    def _on_quiet(self) -> None:
        # What the work led to comes first: a failure is told, and its dialog keeps what was typed.
        self._lock_waits = False
        QTimer.singleShot(0, self, self.lock)

    def _on_said(self, text: str, undo: Callable[[], object] | None, undo_text: str) -> None:
        self.toast.notify(text, undo=undo, undo_text=undo_text)

    def _on_undone(self, text: str) -> None:
        self.toast.notify(self.tr("Taken back: {what}").format(what=text))

    def _on_redone(self, text: str) -> None:
        self.toast.notify(self.tr("Done again: {what}").format(what=text))

    def _restore_place(self) -> None:
        kept = self._around.settings.settings.window
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii"))):
            self.resize(FIRST_SIZE)

    def _keep(self, **values: Any) -> None:
        # Where the window stood is not worth a message.
        with contextlib.suppress(UserError):
            self._around.settings.change(**values)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Beian Desk"))
