from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.crash import Crashes, Report, build_report
from app.paths import Paths


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    made = Paths.of(tmp_path)
    made.create()
    return made


@pytest.fixture
def reports() -> list[Report]:
    return []


@pytest.fixture
def crashes(paths: Paths, reports: list[Report], expect_log: Callable[[str], None]) -> Iterator[Crashes]:
    expect_log("unexpected failure")
    made = Crashes(paths, reports.append)
    yield made
    made.uninstall()


def fail(text: str) -> ValueError:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_a_report_tells_what_and_where_but_not_who(paths: Paths) -> None:
    paths.log.write_text("2026-11-23 09:00:00,000 INFO x: opened 13800138000\n", encoding="utf-8")
    report = build_report(fail("110101190001010013 is no name"), paths.log)
    assert report.headline == "ValueError: ‹number› is no name"
    for part in ("Python ", "PySide6", "test_crash.py", "raise ValueError", "opened ‹number›"):
        assert part in report.text
    assert "110101190001010013" not in report.text
    assert str(Path.home()) not in report.text


def test_the_same_failure_is_said_once(crashes: Crashes, reports: list[Report]) -> None:
    for text in ("first", "second"):
        crashes.handle(fail(text))
    assert len(reports) == 1
    crashes.handle(KeyError("another place"))
    assert len(reports) == 2


def test_failures_of_other_threads_arrive(crashes: Crashes, reports: list[Report]) -> None:
    crashes.install()

    def work() -> None:
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert [report.headline for report in reports] == ["RuntimeError: in a thread"]


def test_a_hard_crash_is_offered_at_the_next_start(paths: Paths, repository: Path) -> None:
    program = (
        "import faulthandler, sys; from pathlib import Path; from app.crash import Crashes; from app.paths import Paths\n"
        f"Crashes(Paths.of(Path({str(paths.data_dir)!r})), print).install()\n"
        "faulthandler._sigsegv()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=repository, capture_output=True, check=False)
    assert done.returncode != 0
    again = Crashes(paths, lambda _report: None)
    left = again.install()
    try:
        assert "Fatal Python error" in left or "Windows fatal exception" in left
        assert str(Path.home()) not in left
    finally:
        again.uninstall()
    assert not paths.crash.exists(), "a run that ends well leaves nothing"
    third = Crashes(paths, lambda _report: None)
    assert third.install() == ""
    third.uninstall()
