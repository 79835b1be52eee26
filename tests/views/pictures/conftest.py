"""A lane for the dialogs of pictures, and a photo of a card to open in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.messages import Messages
from app.views.jobs import Jobs


@pytest.fixture
def lane(qapp: QApplication) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    assert jobs.shutdown()


@pytest.fixture
def messages() -> Messages:
    return Messages("en")


@pytest.fixture
def quiet(qtbot: Any, lane: Jobs) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not lane.busy, timeout=15_000)


@pytest.fixture(scope="session")
def shot(photographer: Any) -> bytes:
    data: bytes = photographer.jpeg(photographer.picture("id_card", photographer.corners(85.6, 54, tilt=0.3, pan=0.2)))
    return data


@pytest.fixture
def card(shot: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "card.jpg"
    path.write_bytes(shot)
    return path
