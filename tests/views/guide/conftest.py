"""What a tab of the guide is made with, without a window or a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.settings import SettingsFile
from app.views.changes import ChangeBus
from app.views.clipboard import Clipboard
from app.views.jobs import Jobs
from app.views.languages import Languages
from app.views.surroundings import Navigation, Notices, Surroundings
from app.views.undo_history import UndoHistory


@pytest.fixture
def around(tmp_path: Path, qapp: QApplication, prompts: object) -> Iterator[Surroundings]:
    parent = QObject()
    jobs, free, changes = Jobs(parent), Jobs(parent), ChangeBus(parent)
    yield Surroundings(
        store_jobs=jobs,
        free_jobs=free,
        prompts=prompts,  # type: ignore[arg-type]
        changes=changes,
        navigation=Navigation(parent),
        languages=Languages("en", parent),
        settings=SettingsFile(tmp_path / "settings.toml"),
        clipboard=Clipboard(parent),
        undo=UndoHistory(jobs, changes, parent),
        notify=Notices(parent),
    )
    assert jobs.shutdown()
    assert free.shutdown()
