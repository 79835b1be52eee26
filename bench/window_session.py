"""One session of the program's window over a store, as `bench.window_ours` starts it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer

from app.bootstrap.memory import settle_collector
from app.bootstrap.start import Program
from app.paths import Paths
from app.services.stores import Stores
from app.views.application import create_application
from bench.machine import rss_mb
from bench.window_parts import FirstPaint, scroll

SORTS = 2
"""How often each column is sorted by in each direction."""


class BenchVault:
    """Stands in for the system's keyring: hands out the key of benchmark stores."""

    available = True

    def get(self, name: str) -> bytes | None:
        """See `app.vault.Vault`."""
        from bench.stores import KEY

        return KEY

    def put(self, name: str, secret: bytes) -> None:
        """See `app.vault.Vault`."""

    def forget(self, name: str) -> None:
        """See `app.vault.Vault`."""


def run(argv: list[str]) -> int:
    """See `bench.window_ours`."""
    data_dir = Path(argv[0])
    settings = data_dir / "settings.toml"
    settings.write_text('page = "subjects"\nlanguage = "zh"\nlock_minutes = 0\n', encoding="utf-8")
    application = create_application(["beian-desk"])
    program = Program(application, Paths.of(data_dir), vault=BenchVault())
    assert Stores.path(data_dir).exists()

    said: list[str] = []

    def say(word: str) -> None:
        print(word, flush=True)
        said.append(word)
        if len(said) == 2:
            settle_collector()
            QTimer.singleShot(0, (lambda: work(program)) if "--work" in argv else application.quit)

    def watch() -> None:
        view = program.window.desk_view
        assert view is not None
        page: Any = view.page("subjects")
        FirstPaint(page.table, lambda: say("usable"))
        page.listed.connect(lambda: say("whole"), Qt.ConnectionType.SingleShotConnection)

    program.window.desk_shown.connect(watch)
    program.show()
    application.exec()
    program.close()
    return 0


def work(program: Program) -> None:
    """Scroll, sort, look at the memory, say it."""
    view = program.window.desk_view
    assert view is not None
    page: Any = view.page("subjects")
    _settle(program)
    opened = rss_mb()
    found: dict[str, Any] = {"rows": page.model.rowCount(), "opened_mb": opened}
    scroll(page.table, 40)
    found |= scroll(page.table)
    found["sort"] = _sorts(program, page)
    view.show_page("sites")
    _settle(program)
    view.show_page("subjects")
    _settle(program)
    found["worked_mb"] = rss_mb()
    print(json.dumps(found), flush=True)
    program.application.quit()


def _sorts(program: Program, page: Any) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {}
    for _ in range(SORTS):
        for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
            for number, column in enumerate(page.model.columns):
                if not column.sortable or page.table.isColumnHidden(number):
                    continue
                _settle(program)
                loop = QEventLoop()
                page.listed.connect(loop.quit)
                started = time.perf_counter()
                # What a click on the header calls.
                page.table.sortByColumn(number, order)
                loop.exec()
                page.table.viewport().repaint()
                times.setdefault(column.key, []).append((time.perf_counter() - started) * 1000)
                page.listed.disconnect(loop.quit)
    return times


def _settle(program: Program) -> None:
    """Wait until nothing runs any more: counts, details of the record under the cursor."""
    while program.store_jobs.busy or program.free_jobs.busy:
        program.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    program.application.processEvents()
