"""A process of its own: a bare window with a `QSqlTableModel` over a plain SQLite file, the plain alternative.

    python -m bench.window_peer FILE [--work]

Says the same as `bench.window_ours`. Its model holds the rows fetched so far, 256 at first: it jumps nowhere before
it has fetched everything, which `fetch_all` times (once, and only for so many rows).
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

import app.views  # noqa: F401 - without it Qt uses None up before Python 3.12
from bench.machine import rss_mb
from bench.window_parts import FirstPaint, scroll

COLUMNS = (
    "name",
    "filing_number",
    "state",
    "kind",
    "province",
    "site_count",
    "certificate_number",
    "lead_name",
    "lead_phone",
)
FETCH_ALL_SECONDS = 60.0


def main(argv: list[str]) -> int:
    """See the module."""
    application = QApplication(["bare"])
    database = QSqlDatabase.addDatabase("QSQLITE")
    database.setConnectOptions("QSQLITE_OPEN_READONLY")
    database.setDatabaseName(argv[0])
    if not database.open():
        print(database.lastError().text(), file=sys.stderr)
        return 1
    window = QMainWindow()
    table = QTableView(window)
    window.setCentralWidget(table)
    window.resize(1280, 800)
    model = QSqlTableModel(window, database)
    model.setTable("subject")
    model.select()
    table.setModel(model)
    for number in range(model.columnCount()):
        table.setColumnHidden(number, model.headerData(number, Qt.Orientation.Horizontal) not in COLUMNS)
    table.setSortingEnabled(False)

    def usable() -> None:
        print("usable", flush=True)
        if "--work" in argv:
            QTimer.singleShot(0, lambda: work(application, table, model))
        else:
            application.quit()

    FirstPaint(table, usable)
    window.show()
    application.exec()
    return 0


def work(application: QApplication, table: QTableView, model: QSqlTableModel) -> None:
    """Scroll, sort, look at the memory, say it."""
    found: dict[str, Any] = {"opened_mb": rss_mb(), "sort": {}}
    scroll(table, 40)
    found |= scroll(table)
    for _ in range(2):
        for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
            for name in COLUMNS:
                started = time.perf_counter()
                model.sort(model.fieldIndex(name), order)
                table.viewport().repaint()
                found["sort"].setdefault(name, []).append((time.perf_counter() - started) * 1000)
    started = time.perf_counter()
    while model.canFetchMore() and time.perf_counter() - started < FETCH_ALL_SECONDS:
        model.fetchMore()
    table.scrollToBottom()
    table.viewport().repaint()
    found["fetch_all"] = (time.perf_counter() - started) * 1000
    found["rows"] = model.rowCount()
    found["whole"] = not model.canFetchMore()
    found |= scroll(table)
    found["worked_mb"] = rss_mb()
    print(json.dumps(found), flush=True)
    application.quit()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
