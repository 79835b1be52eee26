"""The wizards over an open store; loaded when one of them is first wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.db.database import Database
from app.services.deregistrations import Deregistrations
from app.services.drafts import Drafts
from app.services.mailbox_resets import MailboxResets
from app.services.transfers import Transfers
from app.views.case_wizards import CaseWizards
from app.views.surroundings import Surroundings


def make_wizards(
    database: Database,
    actor: str,
    around: Surroundings,
    drafts: Drafts,
    deregistrations: Deregistrations,
    window: QWidget,
    parent: QObject,
) -> CaseWizards:
    """The wizards of the three flows, over the window."""
    transfers, resets = Transfers(database, actor=actor), MailboxResets(database, actor=actor)
    return CaseWizards(around, deregistrations, transfers, resets, drafts, window, parent=parent)
