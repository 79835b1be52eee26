"""Says that work is going on, with progress and a way to stop it, once it takes over half a second."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.views.jobs import Job
from app.views.theme import GRID, colors, set_role

PATIENCE_MS = 500


class BusyOverlay(QWidget):
    """Covers the widget it belongs to while a job runs.

    Connect `progress` to the job's progress; call `end` from each of its handlers.
    """

    def __init__(self, covered: QWidget, *, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__(covered)
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(patience_ms)
        self._timer.timeout.connect(self._appear)
        card = QFrame(self)
        set_role(card, "panel")
        card.setFixedWidth(320)
        self._words = QLabel(card)
        self._words.setWordWrap(True)
        self._bar = QProgressBar(card)
        self._bar.setRange(0, 0)
        self.cancel = QPushButton(card)
        self.cancel.clicked.connect(self._on_cancel)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        inside.setSpacing(GRID)
        inside.addWidget(self._words)
        inside.addWidget(self._bar)
        inside.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        covered.installEventFilter(self)
        self.hide()

    def begin(self, words: str, job: Job | None = None) -> None:
        """Work began; with a job, it can be cancelled."""
        self._job = job
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setEnabled(True)
        self.cancel.setVisible(job is not None)
        self._timer.start()

    def progress(self, step: int, total: int) -> None:
        """So much is done; a total of 0 means that nobody knows."""
        self._bar.setRange(0, total)
        self._bar.setValue(step)

    def end(self) -> None:
        """Work ended, one way or another."""
        self._timer.stop()
        self._job = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(colors().window)
        veil.setAlphaF(0.75)
        QPainter(self).fillRect(self.rect(), veil)

    def _appear(self) -> None:
        self._cover()
        self.show()
        self.raise_()
        if self.cancel.isVisible():
            self.cancel.setFocus()

    def _cover(self) -> None:
        covered = self.parentWidget()
        if covered is not None:
            self.setGeometry(covered.rect())

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._words.setText(self.tr("Stopping…"))
        if self._job is not None:
            self._job.cancel()
