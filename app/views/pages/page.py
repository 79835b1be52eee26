"""What the window expects of a page."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """One entry of the rail.

    The window calls `focus_first` when the page comes to the front and `show_record` when a search hit or another
    page leads here. A change of language comes to `retranslate` by itself. What is abstract here the type checker and a
    test hold every page to: Qt's classes have a metaclass of their own, beside which `ABC` finds no place.
    """

    @abstractmethod
    def title(self) -> str:
        """The page's name."""

    @abstractmethod
    def focus_first(self) -> None:
        """Put the cursor where work begins."""

    @abstractmethod
    def retranslate(self) -> None:
        """Say every text in the language of the moment."""

    def show_record(self, record_id: int) -> None:
        """Show one record; a page without records has nothing to do."""

    def may_close(self) -> bool:
        """Whether the page can go now: False keeps the window open (it has asked the user itself)."""
        return True

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
