"""A store, the services on it and the parts of a window, all real; only the questions are answered by a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from stdnum.cn import uscc

from app.db.database import Database
from app.errors import UserError
from app.services.accounts import Accounts
from app.services.drafts import Drafts
from app.services.sites import Sites
from app.services.subjects import Subjects
from app.settings import SettingsFile
from app.views.changes import ChangeBus
from app.views.clipboard import Clipboard
from app.views.jobs import Jobs
from app.views.languages import Languages
from app.views.surroundings import Navigation, Notices, Surroundings
from app.views.undo_history import UndoHistory


@dataclass
class Answers:
    """Answers questions in the order given; a question that nobody expected fails the test."""

    asked: list[str] = field(default_factory=list)
    yes: list[bool] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)
    saved: list[Path] = field(default_factory=list)
    errors: list[UserError] = field(default_factory=list)

    def ask(self, _parent: QWidget | None, title: str, _text: str, *, yes: str = "", dangerous: bool = False) -> bool:
        self.asked.append(title)
        return self.yes.pop(0)

    def open_file(self, _parent: QWidget | None, _title: str, _patterns: str = "") -> Path | None:
        return self.opened.pop(0)

    def save_file(self, _parent: QWidget | None, _title: str, _name: str, _patterns: str = "") -> Path | None:
        return self.saved.pop(0)

    def show_error(self, _parent: QWidget | None, error: UserError) -> None:
        self.errors.append(error)


class Desk:
    """Everything a page is made with."""

    def __init__(self, database: Database, folder: Path, parent: QObject) -> None:
        self.database = database
        self.subjects = Subjects(database, "tester")
        self.sites = Sites(database, "tester")
        self.accounts = Accounts(database, "tester")
        self.drafts = Drafts(database)
        self.prompts = Answers()
        self.jobs, self.free = Jobs(parent), Jobs(parent)
        changes = ChangeBus(parent)
        self.notes: list[str] = []
        notify = Notices(parent)
        notify.said.connect(lambda text, _undo, _words: self.notes.append(text))
        self.around = Surroundings(
            store_jobs=self.jobs,
            free_jobs=self.free,
            prompts=self.prompts,
            changes=changes,
            navigation=Navigation(parent),
            languages=Languages("en", parent),
            settings=SettingsFile(folder / "settings.toml"),
            clipboard=Clipboard(parent),
            undo=UndoHistory(self.jobs, changes, parent),
            notify=notify,
        )

    def add_subject(self, name: str, number: str | None = None, **more: object) -> int:
        values = {"name": name, "kind": "unit", "state": "active", "filing_number": number or "", **more}
        return next(iter(self.subjects.create(values).subjects))

    def add_site(self, subject_id: int, name: str, number: str | None = None, **more: object) -> int:
        values = {"name": name, "kind": "site", "state": "active", "filing_number": number or "", **more}
        return next(iter(self.sites.create(subject_id, values).sites))


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    with Database.create(tmp_path / "desk.store", bytes(range(32))) as database:
        parent = QObject()
        made = Desk(database, tmp_path, parent)
        yield made
        assert made.jobs.shutdown()
        assert made.free.shutdown()
        assert not made.prompts.errors, [error.code for error in made.prompts.errors]


@pytest.fixture(scope="session")
def credit_code() -> Callable[[int], str]:
    """Fictional credit codes, right by their check digit."""

    def make(n: int) -> str:
        body = f"91110000{n:09d}"
        return body + uscc.calc_check_digit(body)

    return make
