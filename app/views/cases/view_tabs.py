"""The views of the queue as tabs, each with how many cases it holds."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QWidget

from app.services.case_queries import VIEWS


class ViewTabs(QTabBar):
    """Alt+1 to Alt+8 choose a view.

    Signals:
        chosen: the view is another one (its name in `VIEWS`).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[str, int] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        # Eight views stand side by side: closer than tabs usually do.
        self.setStyleSheet("QTabBar::tab { padding: 8px 9px; }")
        self.setElideMode(Qt.TextElideMode.ElideNone)
        for number, view in enumerate(VIEWS, 1):
            self.setTabData(self.addTab(""), view)
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda view=view: self.choose(view))
        self.currentChanged.connect(lambda index: self.chosen.emit(self.tabData(index)))
        self.retranslate()

    @property
    def current(self) -> str:
        """The view in front."""
        return str(self.tabData(self.currentIndex()))

    def choose(self, view: str) -> None:
        """Bring a view to the front."""
        self.setCurrentIndex(VIEWS.index(view))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many cases each view holds."""
        self._counts = counts
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        words = {
            "active": self.tr("Active"),
            "mine": self.tr("Mine"),
            "due_today": self.tr("Due today"),
            "overdue": self.tr("Overdue"),
            "waiting_customer": self.tr("Customer"),
            "waiting_provider": self.tr("Provider"),
            "waiting_administration": self.tr("Administration"),
            "closed": self.tr("Closed"),
        }
        tips = {
            "waiting_customer": self.tr("Waiting for the customer"),
            "waiting_provider": self.tr("Waiting for the provider"),
            "waiting_administration": self.tr("With the administration"),
        }
        for index, view in enumerate(VIEWS):
            count = self._counts.get(view)
            self.setTabText(index, f"{words[view]} {count}" if count else words[view])
            self.setTabToolTip(index, f"{tips.get(view, words[view])}  (Alt+{index + 1})")
        self.setAccessibleName(self.tr("Views of the queue"))
