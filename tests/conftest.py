"""What every test stands on: no screen, no real keyring, no real user folders, no unnoticed warnings.

Nothing here starts Qt by itself; a test that wants it asks for `qtbot` or `qapp`.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from app.db.database import Database

ROOT = Path(__file__).resolve().parent.parent

# Two busy cores are shared by the test processes: how long an example takes says nothing about it.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows that the tests drive")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Runs before Qt loads."""
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # The system's keyring belongs to whoever runs the tests: every access fails instead.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"


@pytest.fixture(scope="session", autouse=True)
def _own_user_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever asks for the user's folders gets empty ones of this run."""
    folder = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            own = folder / name.lower()
            own.mkdir(mode=0o700)
            patch.setenv(name, str(own))
        yield


class LogWatch(logging.Handler):
    """Collects warnings of our own loggers, told apart into expected and unexpected ones."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._expected: list[re.Pattern[str]] = []
        self._seen: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._seen.append(record)

    def expect(self, pattern: str) -> None:
        """This test is to log a warning or error whose text matches; it fails without it."""
        self._expected.append(re.compile(pattern))

    def complaints(self) -> list[str]:
        texts = [record.getMessage() for record in self._seen]
        absent = [each.pattern for each in self._expected if not any(map(each.search, texts))]
        surprises = [
            f"{record.name} {record.levelname}: {text}"
            for record, text in zip(self._seen, texts, strict=True)
            if not any(each.search(text) for each in self._expected)
        ]
        return [f"expected and not logged: {each}" for each in absent] + [f"logged: {each}" for each in surprises]


@pytest.fixture(autouse=True)
def _log_watch() -> Iterator[LogWatch]:
    """A warning in the log that no one expected fails the test."""
    watch = LogWatch()
    logger = logging.getLogger("app")
    logger.addHandler(watch)
    yield watch
    logger.removeHandler(watch)
    complaints = watch.complaints()
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def expect_log(_log_watch: LogWatch) -> Callable[[str], None]:
    """`expect_log("pattern")`: the test is to log such a warning, and fails when it does not."""
    return _log_watch.expect


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the checkout."""
    return ROOT


STORE_KEY = bytes(range(32))


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a fresh store under `STORE_KEY`: made once, because running the migrations takes its time."""
    from app.db.database import Database

    path = tmp_path_factory.mktemp("store") / "empty.store"
    Database.create(path, STORE_KEY).close()
    return path.read_bytes()


@pytest.fixture
def database(empty_store: bytes, tmp_path: Path) -> Iterator[Database]:
    """A store of its own for the test, open and empty: a real encrypted file."""
    from app.db.database import Database

    path = tmp_path / "beian.store"
    path.write_bytes(empty_store)
    opened = Database.open(path, STORE_KEY)
    yield opened
    opened.close()
