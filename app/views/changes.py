"""One place where open views hear that records changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ChangeBus(QObject):
    """Whoever runs a command emits its result here; each view decides for itself what to read again.

    Signals:
        changed: a `services.changes.Change`.
    """

    changed = Signal(object)
