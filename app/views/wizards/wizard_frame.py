"""The window that all wizards share: steps, questions, the page to be printed, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.views.jobs import Jobs
from app.views.theme import set_role
from app.views.widgets.labels import plain_label
from app.views.wizards.advice_panel import AdvicePanel
from app.views.wizards.preview_panel import PreviewPanel
from app.views.wizards.step_list import StepList


class PageStack(QWidget):
    """Shows one of several pages and is as tall as that one; a `QStackedWidget` is as tall as the tallest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = QVBoxLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._current: QWidget | None = None

    def addWidget(self, page: QWidget) -> None:
        """Take a page in, hidden until it is turned to."""
        page.hide()
        self._pages.addWidget(page)

    def currentWidget(self) -> QWidget | None:
        """The page that is shown."""
        return self._current

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show this page instead of the last one."""
        if self._current is not None and self._current is not page:
            self._current.hide()
        self._current = page
        page.show()


class WizardFrame(QDialog):
    """Lays out a wizard and knows no flow: what the buttons do is the heir's business."""

    def __init__(self, paper_jobs: Jobs, nothing: str, parent: QWidget | None = None) -> None:
        """`nothing` stands where the page will be, as long as there is none."""
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1280, 820)
        self.steps = StepList(self)
        self.title = QLabel(self)
        set_role(self.title, "title")
        self.lead = plain_label("", "hint", self)
        self.general = plain_label("", "error", self)
        self.general.hide()
        self.pages = PageStack(self)
        self.advice = AdvicePanel(self)
        self.preview = PreviewPanel(paper_jobs, nothing, self)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._column())
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.area)
        split.addWidget(self.preview)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([540, 556])
        split.setChildrenCollapsible(False)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.steps)
        body.addWidget(split, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(body, 1)
        outer.addWidget(self._footer())

    def show_page(self, page: QWidget) -> None:
        """Turn to a page, at its head."""
        self.pages.setCurrentWidget(page)
        self.area.verticalScrollBar().setValue(0)

    def walk_to_buttons(self) -> None:
        """From the last question to the button that leads on."""
        self.next.setFocus(Qt.FocusReason.TabFocusReason)

    def say_general(self, text: str) -> None:
        """What is wrong and belongs to no question; an empty text takes it away."""
        self.general.setText(text)
        self.general.setVisible(bool(text))
        if text:
            self.area.verticalScrollBar().setValue(0)

    def go_back(self) -> None:
        """The Back button, Alt+Left."""

    def go_on(self) -> None:
        """The Next or Finish button, Alt+Right, Ctrl+Enter."""

    def _column(self) -> QWidget:
        column = QWidget(self)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(24, 24, 24, 24)
        inner.setSpacing(16)
        for widget in (self.title, self.lead, self.general, self.pages, self.advice):
            inner.addWidget(widget)
        inner.addStretch(1)
        return column

    def _footer(self) -> QWidget:
        footer = QFrame(self)
        set_role(footer, "status")
        row = QHBoxLayout(footer)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        self.saved = plain_label("", "hint", footer)
        row.addWidget(self.saved, 1)
        self.close_button = QPushButton(self.tr("Close"), footer)
        self.close_button.clicked.connect(lambda _checked: self.reject())
        self.back = QPushButton(self.tr("&Back"), footer)
        self.back.clicked.connect(lambda _checked: self.go_back())
        self.next = QPushButton(self.tr("&Next"), footer)
        self.next.setDefault(True)
        set_role(self.next, "primary")
        self.next.clicked.connect(lambda _checked: self.go_on())
        for button in (self.close_button, self.back):
            button.setAutoDefault(False)
        for button in (self.close_button, self.back, self.next):
            row.addWidget(button)
        for keys, pressed in (
            ("Alt+Left", self.go_back),
            ("Alt+Right", self.go_on),
            ("Ctrl+Return", self.go_on),
            ("Ctrl+Enter", self.go_on),
        ):
            QShortcut(QKeySequence(keys), self, pressed)
        return footer
