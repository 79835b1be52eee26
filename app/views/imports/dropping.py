"""Tables that are dropped on a window from the file browser."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent

from app.services.imports.file_kinds import SUFFIXES


def dropped_table(event: QDropEvent) -> Path | None:
    """The one table that is being dropped."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in SUFFIXES else None
