"""Letters and the page of forms over an open store; loaded when one of them is first wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.db.database import Database
from app.services.blank_packs import BlankPacks
from app.services.blanks import Blanks
from app.services.drafts import Drafts
from app.services.flows.letter_draft import FLOW
from app.services.letters import Letters
from app.services.search import Search
from app.views.blanks.shelf import BlankShelf
from app.views.letters.letter_desk import LetterDesk
from app.views.letters.letters_tab import LettersTab
from app.views.pages.draft_strip import DraftStrip
from app.views.pages.forms_page import FormsPage
from app.views.pages.papers_page import PapersPage
from app.views.surroundings import Surroundings


def make_letter_desk(
    database: Database, actor: str, around: Surroundings, drafts: Drafts, window: QWidget, parent: QObject
) -> LetterDesk:
    """The ways to a letter, over the window."""
    letters = Letters(database, actor=actor)
    return LetterDesk(around, letters, drafts, Search(database), window, parent=parent)


def make_papers_page(
    database: Database, actor: str, around: Surroundings, drafts: Drafts, letters: LetterDesk, window: QWidget
) -> PapersPage:
    """The forms of the provinces and the letters, each to be looked at, filled in and printed."""
    blanks, packs = Blanks(database, actor=actor), BlankPacks(database, actor=actor)
    forms = FormsPage(around, shelf=BlankShelf(blanks, packs, around, window, letters))
    strip = DraftStrip(around, drafts, (FLOW,))
    strip.go_on_wanted.connect(letters.go_on)
    letters.closed.connect(strip.read)
    shelf = LettersTab(around, Letters(database, actor=actor), strip)
    shelf.write_wanted.connect(letters.write)
    return PapersPage(forms, shelf)
