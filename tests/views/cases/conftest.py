"""The page of cases over a real store, and hands for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.start import Program
from app.services.case_starts import CaseStart


@pytest.fixture
def idle(qtbot: QtBot, program: Program) -> Callable[[], None]:
    """Waits until nothing is under way."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not program.store_jobs.busy and not program.free_jobs.busy, timeout=15_000)

    return wait


@pytest.fixture
def queue(qtbot: QtBot, program: Program, idle: Callable[[], None]) -> Any:
    """The page, in front."""
    assert program.window.desk_view is not None
    program.window.desk_view.show_page("cases")
    found = program.window.desk_view.page("cases")
    program.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is program.window)
    idle()
    return found


@pytest.fixture
def new_case(qtbot: QtBot, program: Program, queue: Any, idle: Callable[[], None]) -> Callable[..., int]:
    """Begins a case and shows it."""

    def make(procedure_id: str = "transfer_offline", **values: Any) -> int:
        case_id, change = queue.work.services.starts.create(CaseStart(procedure_id, **values), date.today())
        program.around.changes.changed.emit(change)
        queue.show_record(case_id)
        qtbot.waitUntil(lambda: queue.detail.whole is not None and queue.detail.whole.case.id == case_id)
        idle()
        return int(case_id)

    return make
