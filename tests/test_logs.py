from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.logs import last_lines, redact, start_log, stop_log
from app.paths import Paths


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[Paths]:
    made = Paths.of(tmp_path)
    made.create()
    level = logging.getLogger().level
    handler = start_log(made)
    yield made
    stop_log(handler)
    logging.getLogger().setLevel(level)


@pytest.mark.parametrize(
    "secret",
    [
        "110101190001010013",
        "11010119000101001X",
        "91110000000000001X",
        "13800138000",
        "138 0013 8000",
        "0531-82092828",
        "someone.else@example.com",
    ],
)
def test_numbers_and_addresses_of_people_are_blanked(secret: str) -> None:
    said = redact(f"a bad value '{secret}' was found")
    assert secret not in said
    assert not any(part in said for part in ("1380013", "19000101", "8209282", "someone"))
    assert said.startswith("a bad value '") and said.endswith("' was found")


@pytest.mark.parametrize("harmless", ["case 17 closed", "page 3 of 12", "code 0x1f", "12345"])
def test_small_numbers_stay(harmless: str) -> None:
    assert redact(harmless) == harmless


def test_the_file_holds_no_number_not_even_in_a_traceback(paths: Paths) -> None:
    log = logging.getLogger("somewhere.else")
    try:
        raise ValueError("110101190001010013 of someone@example.com")
    except ValueError:
        log.exception("could not take 13800138000")
    written = paths.log.read_text(encoding="utf-8")
    assert "ValueError" in written and "could not take" in written
    assert not any(secret in written for secret in ("110101190001010013", "someone@", "13800138000"))
    assert written[:4].isdigit(), "the time stamp stays"


def test_the_end_of_the_log_is_redacted_again(paths: Paths) -> None:
    paths.log.write_text("2026-11-23 09:00:00,123 INFO x: 13800138000\n" * 100, encoding="utf-8")
    end = last_lines(paths.log, 3)
    assert end == "2026-11-23 09:00:00,123 INFO x: ‹number›\n" * 3


def test_no_log_is_no_failure(tmp_path: Path) -> None:
    assert last_lines(tmp_path / "absent.log") == ""
    handler = start_log(Paths.of(tmp_path / "absent"))
    assert isinstance(handler, logging.NullHandler)
    stop_log(handler)
