"""What both windows are watched and moved by: the first paint of rows, and scrolling."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QTableView

STEPS = 400
ROWS_A_STEP = 3


class FirstPaint(QObject):
    """Calls back after the first paint of a table that has rows."""

    def __init__(self, table: QTableView, call: Callable[[], object]) -> None:
        super().__init__(table)
        self._table, self._call, self._done = table, call, False
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._done and self._table.model().rowCount() > 0:
            self._done = True
            # After this event: the rows are on the screen then.
            QTimer.singleShot(0, self._call)
        return False


def scroll(table: QTableView, steps: int = STEPS) -> dict[str, list[float]]:
    """Milliseconds of steps of three rows down, and of jumps to anywhere, each painted."""
    dice, bar = random.Random(3), table.verticalScrollBar()
    times: dict[str, list[float]] = {"step": [], "jump": []}
    bar.setValue(bar.maximum() // 3)
    table.viewport().repaint()
    for name, taken in times.items():
        for _ in range(steps):
            target = bar.value() + ROWS_A_STEP if name == "step" else dice.randint(0, bar.maximum())
            started = time.perf_counter()
            bar.setValue(target)
            table.viewport().repaint()
            taken.append((time.perf_counter() - started) * 1000)
    return times
