"""The safety net itself: it has to catch what it is there for."""

from __future__ import annotations

import logging
from collections.abc import Callable

import keyring
import pytest
from keyring.errors import NoKeyringError

pytest_plugins = ["pytester"]


def test_the_keyring_is_out_of_reach() -> None:
    with pytest.raises(NoKeyringError):
        keyring.get_password("beian-desk", "any")


def test_an_expected_warning_is_no_failure(expect_log: Callable[[str], None]) -> None:
    expect_log(r"disk .* full")
    logging.getLogger("app.somewhere").warning("disk %s full", "one")


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("logging.getLogger('app.x').warning('odd')", "logged: app.x WARNING: odd"),
        ("expect_log('never')", "expected and not logged: never"),
    ],
)
def test_other_warnings_and_absent_ones_are(pytester: pytest.Pytester, repository, body: str, complaint: str) -> None:
    pytester.makeconftest((repository / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(f"import logging\n\ndef test_it(expect_log):\n    {body}\n")
    result = pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:xdist")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines([f"*{complaint}*"])
