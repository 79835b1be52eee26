"""A day's queue: thousands of cases opened, filtered, sorted and walked through by key, in the window itself.

    python -m bench.queue --cases 5000

Times are of this process's processor time beside those of the clock, since an office machine is never quiet.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.db.database import Database

STATES = ("open", "waiting_customer", "waiting_provider", "waiting_administration", "closed")
TODAY = date(2026, 11, 23)
WALKED = 200


def fill(database: Database, count: int) -> None:
    """So many cases into an empty store, each with its check list and history."""
    from app.models.audit_event import AuditEvent
    from app.models.case import Case, CaseItem
    from app.services.case_records import index_case
    from app.services.case_starts import CaseStarts

    drawn = random.Random(20261123)
    lines = CaseStarts(database, actor="小林").check_list("deregister_offline_other_unit", "unit")
    for start in range(0, count, 500):
        with database.transaction() as session:
            made = []
            for number in range(start, min(start + 500, count)):
                state = STATES[number % len(STATES)]
                case = Case(
                    number=f"BD-20261123-{number:05}",
                    ticket_number=f"T{number:06}",
                    customer=f"客户{number:05}",
                    procedure=drawn.choice(("transfer_offline", "deregister_offline_other_unit")),
                    province=drawn.choice(("guangdong", "beijing", "zhejiang", "hunan")),
                    state=state,
                    owner=drawn.choice(("小林", "小周", "")),
                    filing_number=f"粤ICP备{10_000_000 + number}号",
                    title=f"线下注销 粤ICP备{10_000_000 + number}号",
                    due_on=TODAY + timedelta(days=drawn.randint(-20, 40)),
                    closed_at=datetime.now(UTC) if state == "closed" else None,
                )
                session.add(case)
                made.append(case)
            session.flush()
            for case in made:
                for position, line in enumerate(lines):
                    session.add(CaseItem(case_id=case.id, position=position, kind=line.kind, title=line.title[:400]))
                for _ in range(8):
                    session.add(AuditEvent(actor="小林", action="change", record="case", record_id=case.id, detail={}))
            index_case(session, *made)


class Times:
    """What steps took: by the clock and by this process's processor."""

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.processor: list[float] = []

    def take(self, step: Callable[[], object]) -> None:
        """Do a step and note what it took."""
        clock, processor = time.perf_counter(), time.process_time()
        step()
        self.clock.append((time.perf_counter() - clock) * 1000)
        self.processor.append((time.process_time() - processor) * 1000)

    def said(self, name: str) -> str:
        """One line."""

        def p95(values: list[float]) -> float:
            return quantiles(values, n=20)[-1] if len(values) > 1 else values[0]

        middle = sorted(self.clock)[len(self.clock) // 2]
        return f"{name:<34} median {middle:8.1f} ms   p95 {p95(self.clock):8.1f} ms   processor p95 {p95(self.processor):8.1f} ms"


def measure(folder: Path, count: int) -> list[str]:
    """The lines of the report."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.bootstrap.start import Program
    from app.paths import Paths
    from app.services.stores import Stores
    from app.settings import SettingsFile
    from app.vault import SessionVault

    application = QApplication.instance() or QApplication([])
    vault, paths = SessionVault(available=True), Paths.of(folder)
    paths.create()
    database, _code = Stores(vault).create(folder)
    with closing(database):
        fill(database, count)
    # Another page stands in front first, so that the queue is opened from cold.
    SettingsFile(paths.settings).change(page="settings")
    program = Program(application, paths, vault=vault, language="en")

    def until(reached: Callable[[], bool]) -> None:
        loop, clock = QEventLoop(), QTimer()
        clock.setInterval(1)
        clock.timeout.connect(lambda: loop.quit() if reached() else None)
        clock.start()
        if not reached():
            loop.exec()
        clock.stop()

    def rest() -> None:
        until(lambda: not program.store_jobs.busy and not program.free_jobs.busy)

    program.show()
    until(lambda: program.window.desk_view is not None)
    program.window.resize(1280, 800)
    desk = program.window.desk_view
    assert desk is not None
    rest()
    opened, filtered, worded, sorted_, walked = Times(), Times(), Times(), Times(), Times()

    def open_queue() -> None:
        desk.show_page("cases")
        page = desk.page("cases")
        until(lambda: page.model.rowCount() > 0 and page.detail.whole is not None)

    opened.take(open_queue)
    rest()
    page = desk.page("cases")

    def answered(ask: Callable[[], object]) -> Callable[[], None]:
        def step() -> None:
            got: list[object] = []
            page._feed.answered.connect(lambda *_: got.append(1))
            ask()
            until(lambda: bool(got))

        return step

    for _ in range(3):
        for view in ("mine", "overdue", "waiting_customer", "closed", "active"):
            filtered.take(answered(lambda view=view: page.views.choose(view)))  # type: ignore[misc]
            rest()
        for key in ("customer", "number", "owner", "due_on"):
            number = next(n for n, column in enumerate(page.model.columns) if column.key == key)
            sorted_.take(answered(lambda number=number: page.table.sortByColumn(number, Qt.SortOrder.DescendingOrder)))  # type: ignore[misc]
            rest()
        for text in ("客户0012", "T00", "1000"):

            def type_in(text: str = text) -> None:
                page.filter.text.setText(text)
                page.filter._tell()

            worded.take(answered(type_in))
            rest()
        page.filter.clear_all()
        rest()
    page.table.setFocus()
    for _ in range(WALKED):

        def down() -> None:
            QTest.keyClick(page.table, Qt.Key.Key_Down)
            page.table.viewport().repaint()

        walked.take(down)
        application.processEvents()
    rest()
    lines = [
        opened.said(f"open the queue of {count:,} cases"),
        filtered.said("another view"),
        sorted_.said("sort by another column"),
        worded.said("filter by text"),
        walked.said("a step down by key"),
    ]
    program.window.close()
    program.close()
    return lines


def main(argv: list[str]) -> int:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=5_000)
    arguments = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="beian-bench-") as name:
        print("\n".join(measure(Path(name), arguments.cases)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
