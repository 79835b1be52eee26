"""Forms of the provinces and letters under one name."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.views.letters.letters_tab import LettersTab
from app.views.pages.forms_page import FormsPage
from app.views.pages.page import Page


class PapersPage(Page):
    """Two shelves: the provinces' forms and the letters."""

    def __init__(self, forms: FormsPage, letters: LettersTab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.forms, self.letters = forms, letters
        self._pages: tuple[Page, ...] = (forms, letters)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        for page in self._pages:
            self.tabs.addTab(page, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Forms")

    def focus_first(self) -> None:
        """The cursor begins where the open tab's does."""
        self._pages[self.tabs.currentIndex()].focus_first()

    def retranslate(self) -> None:
        """Say every text in the language of the moment."""
        self.tabs.setTabText(0, self.tr("Forms of the provinces"))
        self.tabs.setTabText(1, self.letters.title())
