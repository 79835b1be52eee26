"""What tests of the window share: prompts that answer from a list, lanes of jobs, a started program."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.start import Program
from app.errors import UserError
from app.paths import Paths
from app.services.stores import Stores
from app.vault import SessionVault
from app.views.fonts import RARE, SHIPPED, load
from app.views.jobs import Jobs


class AnsweringPrompts:
    """Answers questions from a list; an unexpected one fails the test, and so does one that was not asked."""

    def __init__(self) -> None:
        self.answers: deque[tuple[str, Any]] = deque()
        self.told: list[str] = []
        self.errors: list[str] = []

    def expect(self, kind: str, answer: Any) -> None:
        self.answers.append((kind, answer))

    def _next(self, kind: str, text: str) -> Any:
        assert self.answers, f"unexpected {kind}: {text}"
        wanted, answer = self.answers.popleft()
        assert wanted == kind, f"{kind} instead of {wanted}: {text}"
        return answer

    def tell(self, _parent: Any, title: str, text: str, *, detail: str = "") -> None:
        self.told.append(f"{title}: {text} {detail}".strip())

    def show_error(self, _parent: Any, error: UserError) -> None:
        self.errors.append(error.code)

    def ask(self, _parent: Any, _title: str, text: str, *, yes: str = "", dangerous: bool = False) -> bool:
        return bool(self._next("ask", text))

    def ask_text(self, _parent: Any, _title: str, text: str, *, start: str = "", secret: bool = False) -> str:
        return str(self._next("ask_text", text))

    def open_file(self, _parent: Any, title: str, _patterns: str = "") -> Path | None:
        return self._next("open_file", title)

    def open_files(self, _parent: Any, title: str, _patterns: str = "") -> list[Path]:
        return self._next("open_files", title)

    def save_file(self, _parent: Any, title: str, _name: str, _patterns: str = "") -> Path | None:
        return self._next("save_file", title)

    def choose_folder(self, _parent: Any, title: str, _start: Path | None = None) -> Path | None:
        return self._next("choose_folder", title)


@pytest.fixture
def prompts() -> Iterator[AnsweringPrompts]:
    made = AnsweringPrompts()
    yield made
    assert not made.answers, f"not asked: {list(made.answers)}"


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """The shipped fonts, as every run loads them."""
    load(SHIPPED)
    load(RARE)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """A lane that must be empty, or end, when the test does."""
    lane = Jobs()
    yield lane
    assert lane.shutdown(5_000), "a job outlived the test"


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    return QObject()


@pytest.fixture
def vault() -> SessionVault:
    return SessionVault(available=True)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def start_program(
    qtbot: QtBot, fonts: None, prompts: AnsweringPrompts, vault: SessionVault, data_dir: Path
) -> Iterator[Callable[..., Program]]:
    """Starts the program in a folder of its own; `language` and `vault` may be others."""
    started: list[Program] = []

    def start(**given: Any) -> Program:
        paths = Paths.of(data_dir)
        paths.create()
        given = {"vault": vault, "language": "en", "prompts": prompts} | given
        program = Program(QApplication.instance(), paths, **given)
        started.append(program)
        qtbot.addWidget(program.window)
        program.show()
        return program

    yield start
    for program in started:
        program.window.close()
        program.close()


@pytest.fixture
def program(qtbot: QtBot, start_program: Callable[..., Program], vault: SessionVault, data_dir: Path) -> Program:
    """A program over an empty store that the keyring opens."""
    database, _code = Stores(vault).create(data_dir)
    database.close()
    made = start_program()
    if made.window.desk_view is None:
        with qtbot.waitSignal(made.window.desk_shown):
            pass
    qtbot.waitUntil(lambda: not made.store_jobs.busy)
    return made
