"""Reference lists in words: what each is, where it is from, how old; and the line that names the one in use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.rules.packs import source_zh
from app.services.checks.reference_lists import BROUGHT, RANGES, REGISTRARS, REGISTRIES, SUFFIXES, ListRow
from app.views.checks.words import CheckWords
from app.views.tables.words import number
from app.views.theme import GRID, set_role
from app.views.widgets.labels import action_button, plain_label


def list_title(kind: str) -> str:
    """What a list is called."""
    return {
        RANGES: QCoreApplication.translate("ListWords", "The access provider's address ranges"),
        REGISTRARS: QCoreApplication.translate("ListWords", "Approved registrars"),
        SUFFIXES: QCoreApplication.translate("ListWords", "Approved domain suffixes"),
        REGISTRIES: QCoreApplication.translate("ListWords", "Servers of the registries (RDAP, WHOIS)"),
    }[kind]


def list_use(kind: str) -> str:
    """What the list is for, and what follows where there is none."""
    return {
        RANGES: QCoreApplication.translate(
            "ListWords",
            "The check for hollow sites needs it. None is shipped, since none with a stated source, a date and places was "
            "at hand. Without one it cannot be said whose addresses these are: every domain that resolves stays “could "
            "not be established”.",
        ),
        REGISTRARS: QCoreApplication.translate(
            "ListWords",
            "Domain verification compares the registrar with it. None is shipped, since none with a stated source, a date "
            "and a licence was at hand. Without one only what you saw at domain.miit.gov.cn decides; else it stays “could "
            "not be established”.",
        ),
        SUFFIXES: QCoreApplication.translate(
            "ListWords", "Shipped with the program. A suffix that is missing may have been approved since."
        ),
        REGISTRIES: QCoreApplication.translate(
            "ListWords", "Shipped with the program. A suffix without a server is not asked about and stays open."
        ),
    }[kind]


def list_said(row: ListRow) -> str:
    """Provider and how many entries, in one line."""
    if not row.source:
        return QCoreApplication.translate("ListWords", "No list")
    count = QCoreApplication.translate("ListWords", "%n entries", "", row.count)
    return f"{row.provider}: {count}" if row.provider else count


def list_origin(row: ListRow, words: CheckWords) -> str:
    """Source and date, who brought it, and whether it claims to be complete."""
    if not row.source:
        return ""
    told = QCoreApplication.translate("ListWords", "{source}, as of {day}").format(
        source=source_zh(row.source), day=words.day(row.as_of)
    )
    lines = [told]
    if row.brought_at is not None:
        when = words.moment(row.brought_at.isoformat())
        lines.append(
            QCoreApplication.translate("ListWords", "Brought by {name}, {when}").format(name=row.brought_by, when=when)
        )
        lines.append(_bound(row))
    return "\n".join(lines)


def list_age(row: ListRow) -> str:
    """A warning where the list is old."""
    if not row.old or row.age_days is None:
        return ""
    if row.kind in BROUGHT:
        told = QCoreApplication.translate("ListWords", "This list is {days} days old: bring a newer one.")
    else:
        told = QCoreApplication.translate("ListWords", "This list is {days} days old: look at the source itself.")
    return told.format(days=number(row.age_days))


def _bound(row: ListRow) -> str:
    if row.kind == RANGES:
        if row.complete:
            return QCoreApplication.translate(
                "ListWords", "It claims to be complete: any other address is another network's."
            )
        return QCoreApplication.translate(
            "ListWords", "It does not claim to be complete: an address outside of it stays open."
        )
    if row.complete:
        return QCoreApplication.translate(
            "ListWords", "It claims to be complete: a registrar that is not on it is not approved."
        )
    return QCoreApplication.translate(
        "ListWords", "It does not claim to be complete: a registrar that is not on it stays open."
    )


class ListNote(QFrame):
    """Which list a check would use, and the way to bring another.

    Signals:
        lists_wanted: the page of reference lists is to be shown.
    """

    lists_wanted = Signal()

    def __init__(self, words: CheckWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self._words = words
        self.row: ListRow | None = None
        self.said = plain_label("", "label", self)
        self.origin = plain_label("", "hint", self)
        self.age = plain_label("", "warning", self)
        self.open = action_button("", self.lists_wanted.emit, self)
        line = QHBoxLayout()
        line.addWidget(self.open)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID - 4, 2 * GRID, 2 * GRID - 4)
        layout.setSpacing(GRID)
        for widget in (self.said, self.origin, self.age):
            layout.addWidget(widget)
        layout.addLayout(line)
        self.retranslate()

    def show_row(self, row: ListRow) -> None:
        """Name this list."""
        self.row = row
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language now set."""
        row = self.row
        self.open.setText(self.tr("Reference lists…"))
        self.said.setText(list_said(row) if row is not None else "")
        self.origin.setText((list_origin(row, self._words) or list_use(row.kind)) if row is not None else "")
        age = list_age(row) if row is not None else ""
        self.age.setText(age)
        self.age.setVisible(bool(age))
