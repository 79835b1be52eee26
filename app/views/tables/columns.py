"""What a table column is: a declared name and the three things it can do with a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a record table.

    Attributes:
        key: the name the service sorts and exports by, and the settings remember.
        title: called late, so that a change of language shows.
        text: what the cell shows of a row; personal numbers come masked from here.
        copied: what Ctrl+C takes when it is more than what is shown; by default the shown text.
        width: first width in pixels at 96 dpi.
        shown: whether a fresh installation shows the column.
        sortable: whether a click on the header sorts by it.
        align: horizontal alignment of cells and header.
        tone: optional name of a status colour for a row (`good`, `warn`, `bad`, `muted`).
    """

    key: str
    title: Callable[[], str]
    text: Callable[[Any], str]
    copied: Callable[[Any], str] | None = None
    width: int = 140
    shown: bool = True
    sortable: bool = True
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    tone: Callable[[Any], str | None] | None = None

    def copy_text(self, row: Any) -> str:
        """The text a copy of this cell takes."""
        return (self.copied or self.text)(row)
